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
    from lerdesk.domain.records import RecordedLetter
    from lerdesk.reports.table import ReportKind, ReportTable
    from lerdesk.store.unit import Unit

_CHUNK = 400
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
                outcome_of(case),
                case.process or "",
            )
            for case in _cases(unit, requests.received_between(unit, start, end), zone)
        ]
    return report_table(half_year, counted)


def _cases(unit: "Unit", counted: Sequence[Request], zone: ZoneInfo) -> Iterator[CaseFile]:
    """What the report asks of each request and no more: process, determination, issued letters."""
    from lerdesk.store import determinations, facts, letters

    for start in range(0, len(counted), _CHUNK):
        part = counted[start : start + _CHUNK]
        ids = [request.id for request in part]
        standing = determinations.current_of(unit, ids)
        processes: dict[int, list[RecordedFact]] = {}
        for fact in facts.of_field(unit, "process_type", ids):
            if fact.state is not FactState.DISMISSED:
                processes.setdefault(fact.request_id, []).append(fact)
        issued: dict[int, list[RecordedLetter]] = {}
        for letter in letters.issued_of(unit, ids):
            issued.setdefault(letter.request_id, []).append(letter)
        for request in part:
            yield CaseFile(
                request=request,
                documents=(),
                facts=tuple(processes.get(request.id, ())),
                answers={},
                demands=(),
                determination=standing.get(request.id),
                approvals=(),
                letters=tuple(issued.get(request.id, ())),
                notices=(),
                disclosures=(),
                zone=zone,
            )


def outcome_of(case: CaseFile) -> Literal["full", "partial", "none"] | None:
    """The column that a request is counted in; None while it is open.

    It has an outcome once the letter that answers this determination was issued, or it was closed.
    """
    standing = case.determination
    closed = case.request.closed_at is not None
    if standing is None or standing.outcome is None:
        return "none" if closed and case.process else None
    if standing.kind == "CURE" and not closed:
        return None
    answers = case.issued("full", "partial", "objection", "deficiency", "nothing-held")
    if not closed and not any(
        paper.issued_at and paper.issued_at >= standing.at for paper in answers
    ):
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
    if process is None:
        return ReportKind.NOT_COUNTED
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
