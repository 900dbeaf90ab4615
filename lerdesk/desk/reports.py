"""The half-year's Information Request Report."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Literal, cast
from zoneinfo import ZoneInfo

from lerdesk.desk.case_file import CaseFile
from lerdesk.desk.session import Desk
from lerdesk.domain.request import FactState, RecordedFact, Request
from lerdesk.domain.vocabulary import Family

if TYPE_CHECKING:
    from lerdesk.domain.half_year import HalfYear
    from lerdesk.reports.table import ReportKind, ReportTable
    from lerdesk.store.unit import Unit

_CHUNK = 400
_ANSWERS = ("full", "partial", "objection", "deficiency", "nothing-held")
_FIRST = datetime(1970, 1, 1, tzinfo=UTC)


def half_years(desk: Desk) -> tuple["HalfYear", ...]:
    """Those that have requests, and the present one, newest first."""
    from lerdesk.domain.half_year import HalfYear
    from lerdesk.store import organisation, requests

    with desk.store.reading() as unit:
        zone = ZoneInfo(organisation.get(unit).zone)
        received = requests.received_between(unit, _FIRST, desk.clock.now() + timedelta(days=1))
    moments = (*(request.received_at for request in received), desk.clock.now())
    found = {HalfYear.at(moment, zone) for moment in moments}
    return tuple(sorted(found, reverse=True))


def table(desk: Desk, half_year: "HalfYear") -> "ReportTable":
    """The figures, each with the requests behind it: counted by the day of receipt in the organisation's zone."""
    from lerdesk.reports.table import CountedRequest, report_table
    from lerdesk.store import organisation, requests

    with desk.store.reading() as unit:
        zone = ZoneInfo(organisation.get(unit).zone)
        start, end = half_year.bounds(zone)
        counted = [
            CountedRequest(
                case.request.reference,
                case.local_day(case.request.received_at),
                _kind(desk, case),
                outcome_of(case, answered_at),
                case.process or "",
            )
            for case, answered_at in _cases(unit, requests.received_between(unit, start, end), zone)
        ]
    return report_table(half_year, counted)


def _cases(
    unit: "Unit", counted: Sequence[Request], zone: ZoneInfo
) -> Iterator[tuple[CaseFile, datetime | None]]:
    """What the report asks of each request and no more: process, determination, when an answer went last."""
    from lerdesk.store import determinations, facts, letters

    for start in range(0, len(counted), _CHUNK):
        part = counted[start : start + _CHUNK]
        ids = [request.id for request in part]
        standing = determinations.current_of(unit, ids)
        processes: dict[int, list[RecordedFact]] = {}
        for fact in facts.of_field(unit, "process_type", ids):
            if fact.state is not FactState.DISMISSED:
                processes.setdefault(fact.request_id, []).append(fact)
        answered = letters.last_issued(unit, ids, _ANSWERS)
        for request in part:
            case = CaseFile(
                request=request,
                documents=(),
                facts=tuple(processes.get(request.id, ())),
                answers={},
                demands=(),
                determination=standing.get(request.id),
                approvals=(),
                letters=(),
                notices=(),
                disclosures=(),
                same_case=(),
                zone=zone,
            )
            yield case, answered.get(request.id)


def outcome_of(
    case: CaseFile, answered_at: datetime | None
) -> Literal["full", "partial", "none"] | None:
    """The column that a request is counted in; None while it is open.

    It has an outcome once the letter that answers this determination was issued, or it was closed.

    Args:
        case: of which process and determination are asked.
        answered_at: when the last letter that answers was issued; None where there is none.
    """
    standing = case.determination
    closed = case.request.closed_at is not None
    if standing is None or standing.outcome is None:
        return "none" if closed and case.process else None
    if standing.kind == "CURE" and not closed:
        return None
    if not closed and (answered_at is None or answered_at < standing.at):
        return None
    return cast("Literal['full', 'partial', 'none']", standing.outcome)


def _kind(desk: Desk, case: CaseFile) -> "ReportKind":
    from lerdesk.reports.table import ReportKind

    process = desk.rulebook.processes.get(case.process or "")
    kinds = {
        "subpoenas": ReportKind.SUBPOENA,
        "search_warrants": ReportKind.SEARCH_WARRANT,
        "other_court_orders": ReportKind.OTHER_ORDER,
        "preservation": ReportKind.PRESERVATION,
    }
    if (
        process is None
    ):  # a scan that nobody worked yet is open; one closed without a name was no request
        return ReportKind.NOT_COUNTED if case.request.closed_at else ReportKind.UNNAMED
    if process.family is Family.US_2703D:
        return ReportKind.ORDER_2703D
    return kinds.get(process.report, ReportKind.NOT_COUNTED)


def pdf(desk: Desk, half_year: "HalfYear") -> bytes:
    """The report as PDF, with its chart."""
    from lerdesk.desk.letter_fields import letterhead_of
    from lerdesk.paper.report import report_pdf
    from lerdesk.store import organisation

    figures = table(desk, half_year)
    with desk.store.reading() as unit:
        row = organisation.get(unit)
    return report_pdf(
        figures,
        letterhead_of(row),
        made_on=desk.clock.now().astimezone(ZoneInfo(row.zone)).date(),
        page=cast("Literal['letter', 'a4']", row.page),
        zone=row.zone,
        sample=desk.sample,
    )


def csv(desk: Desk, half_year: "HalfYear") -> str:
    """The report as CSV."""
    from lerdesk.reports.export import to_csv

    return to_csv(table(desk, half_year))


def json(desk: Desk, half_year: "HalfYear") -> str:
    """The report as JSON."""
    from json import dumps

    from lerdesk.reports.export import to_json

    return dumps(to_json(table(desk, half_year)), ensure_ascii=False, indent=1)
