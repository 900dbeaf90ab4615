"""The inbox: what waits, for whom, until when. Reads only."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from lerdesk.desk.session import Desk, DueView, Place, Step
from lerdesk.domain.request import HistoryEntry
from lerdesk.domain.vocabulary import Status

if TYPE_CHECKING:
    from lerdesk.store.inbox import Filter
    from lerdesk.store.unit import Unit


@dataclass(frozen=True)
class InboxQuery:
    """What the inbox shows.

    Attributes:
        view: "all", "open", "overdue", "week", "unread", "closed".
        words: quick filter such as ``from:fbi due:<7d process:warrant smith``.
        sort: "due", "reference", "process", "agency", "targets", "step", "received".
    """

    view: str = "open"
    words: str = ""
    sort: str = "due"
    descending: bool = False


@dataclass(frozen=True)
class InboxRow:
    """One row."""

    id: int
    reference: str
    unread: bool
    due: DueView
    process: str
    agency: str
    targets: int
    step: Step
    status: Status
    received_at: datetime
    case_number: str


@dataclass(frozen=True)
class Preview:
    """The strip below the table.

    Attributes:
        asks: one sentence made from the facts.
        decided: label and words ("Valid", "Yes, with 1 warning"), ("Produce", "Items 1, 2 and 5").
        document_id: whose first page is shown.
    """

    request_id: int
    asks: str
    deadlines: tuple[str, ...]
    silence: str | None
    related: tuple[tuple[int, str, str], ...]
    decided: tuple[tuple[str, str], ...]
    events: tuple[HistoryEntry, ...]
    document_id: int | None


@dataclass(frozen=True)
class Counts:
    """Figures for the views strip and the rail."""

    views: dict[str, int]
    inbox: int
    notices: int
    letters: int


def ids(desk: Desk, query: InboxQuery) -> tuple[int, ...]:
    """The ids of all rows, in order; sorted and filtered in SQL over the status index."""
    from lerdesk.desk.inbox_filter import narrowed
    from lerdesk.store import inbox

    now = desk.clock.now()
    with desk.store.reading() as unit:
        zone = _zone(unit)
        asked = narrowed(_asked(query.view, now, zone), query.words, now, zone)
        return inbox.ids(unit, asked, query.sort, descending=query.descending)


def _zone(unit: "Unit") -> ZoneInfo:
    from lerdesk.store import organisation

    return ZoneInfo(organisation.zone(unit))


def _asked(view: str, now: datetime, zone: ZoneInfo) -> "Filter":
    from lerdesk.store.inbox import Filter
    from lerdesk.store.requests import due_order, now_order

    in_a_week = now.astimezone(zone).date() + timedelta(days=7)
    return Filter(view, now_order(now, zone), due_order(in_a_week.isoformat(), zone))


def rows(desk: Desk, request_ids: tuple[int, ...]) -> tuple[InboxRow, ...]:
    """The rows of these ids, in their order."""
    from lerdesk.desk.due import due_view
    from lerdesk.store import inbox

    now = desk.clock.now()
    with desk.store.reading() as unit:
        zone = _zone(unit)
        found = inbox.rows(unit, request_ids)
    return tuple(
        InboxRow(
            id=row.id,
            reference=row.reference,
            unread=row.opened_at is None,
            due=due_view(row.due, now, zone),
            process=row.process_words,
            agency=row.agency,
            targets=row.targets,
            step=Step(
                row.step, Place(row.place) if row.place else None, row.target or None, row.id
            ),
            status=Status(row.status),
            received_at=row.received_at.astimezone(zone),
            case_number=row.case_number,
        )
        for row in found
    )


def counts(desk: Desk) -> Counts:
    """What waits."""
    from lerdesk.store import inbox

    now = desk.clock.now()
    with desk.store.reading() as unit:
        asked = _asked("all", now, _zone(unit))
        return Counts(*inbox.counts(unit, asked.now, asked.week))


def preview(desk: Desk, request_id: int) -> Preview:
    """The selected row, told."""
    from lerdesk.desk.assessment import assess
    from lerdesk.desk.case_file import gather
    from lerdesk.desk.deadline_views import deadline_views
    from lerdesk.desk.inbox_preview import asks, decided, silence
    from lerdesk.desk.progress import progress_of
    from lerdesk.domain.status import met_deadlines
    from lerdesk.store import journal
    from lerdesk.store.related import related

    with desk.store.reading() as unit:
        case = gather(unit, request_id)
        found = assess(desk, case, desk.clock.now())
        return Preview(
            request_id=request_id,
            asks=asks(desk.rulebook, case),
            deadlines=tuple(
                f"{each.name}: {each.readings}"
                for each in deadline_views(found, met_deadlines(progress_of(found)))
            ),
            silence=silence(found),
            related=related(unit, request_id),
            decided=decided(case),
            events=journal.of_request(unit, request_id, 3),
            document_id=case.documents[0].id if case.documents else None,
        )
