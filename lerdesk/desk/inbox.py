"""The inbox: what waits, for whom, until when. Reads only."""

from dataclasses import dataclass
from datetime import datetime

from lerdesk.desk.session import Desk, DueView, Step
from lerdesk.domain.request import HistoryEntry
from lerdesk.domain.vocabulary import Status


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
    raise NotImplementedError


def rows(desk: Desk, request_ids: tuple[int, ...]) -> tuple[InboxRow, ...]:
    """The rows of these ids, in their order."""
    raise NotImplementedError


def counts(desk: Desk) -> Counts:
    """What waits."""
    raise NotImplementedError


def preview(desk: Desk, request_id: int) -> Preview:
    """The selected row, told."""
    raise NotImplementedError
