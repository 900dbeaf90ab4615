"""The customer's notice: whether, when, drafted, sent; and the finding of illegal conduct."""

from dataclasses import dataclass
from datetime import date, datetime

from lerdesk.desk.letters import DraftView, Issued
from lerdesk.desk.session import Desk


@dataclass(frozen=True)
class NoticeRow:
    """One row of the queue.

    Attributes:
        group: "Due today", "May go now", "Waiting period runs", "Silence ordered", "Not told, decided", "Sent".
        title: "Notice before disclosure", "Delayed notice", "Notice sent 20 Nov".
        line: what must or may happen and when; ``why`` after it, quiet.
        sign: "diamond", "ring", "half", "bars", "silence", "cross", "check".
        progress: days passed and days in all of a running period.
    """

    request_id: int
    reference: str
    letter_id: int | None
    group: str
    title: str
    line: str
    why: str
    sign: str
    progress: tuple[int, int] | None
    can_draft: bool


@dataclass(frozen=True)
class NoticeState:
    """What the rules and the records say of one request's notice now.

    Attributes:
        outcome: a notice outcome of the rulebook ("NOTIFY_BEFORE", "DELAY_UNTIL_EXPIRY" ...).
        rule: its id; with reason and citation.
        release_on: first day on which content may be disclosed; None where notice stands open.
    """

    outcome: str | None
    rule: str | None
    reason: str
    citation: str
    sent_at: datetime | None
    release_on: date | None
    notify_on: date | None
    words: str


def state(desk: Desk, request_id: int) -> NoticeState:
    """The notice of a request, by the rules of this day."""
    raise NotImplementedError


def queue(desk: Desk) -> tuple[NoticeRow, ...]:
    """All notices by what can be done now."""
    raise NotImplementedError


def draft(desk: Desk, request_id: int) -> DraftView:
    """Compose the notice that fits (before disclosure, delayed, optional), or open its draft."""
    raise NotImplementedError


def issue(desk: Desk, letter_id: int, means: str, sent_at: datetime | None = None) -> Issued:
    """Number and freeze the notice and take this moment (or ``sent_at``) as sent: the waiting period runs from it.

    Raises:
        Refused: a prohibition is in force; the rules do not allow notice now.
    """
    raise NotImplementedError


def record_sent(desk: Desk, letter_id: int, at: datetime, means: str) -> None:
    """It went later than it was issued: the waiting period runs from ``at``."""
    raise NotImplementedError


def came_back(desk: Desk, letter_id: int, on: date, why: str) -> None:
    """It could not be delivered: the notice stands open again."""
    raise NotImplementedError


def find_illegal_conduct(desk: Desk, request_id: int, ground: str) -> int:
    """Record a finding of clear indication of illegal conduct; it waits for a second person.

    Returns:
        The approval's id.
    """
    raise NotImplementedError
