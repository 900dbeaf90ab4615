"""A request and what belongs to it, as recorded: frozen values that cross every boundary."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from lerdesk.domain.fact import Evidence, JsonValue
from lerdesk.domain.vocabulary import Answer, Decision


@dataclass(frozen=True)
class Person:
    """A reviewer who holds a key slot."""

    id: int
    name: str


@dataclass(frozen=True)
class Flags:
    """What a reviewer found about the request, each false until somebody says so."""

    suspected_fake: bool = False
    consent: bool = False
    illegal_use: bool = False
    safety_risk: bool = False
    account_compromised: bool = False
    enterprise_tenant: bool = False


@dataclass(frozen=True)
class Request:
    """One law enforcement request.

    Attributes:
        reference: ``LER-2026-000123``.
        received_at: when the complete instrument reached the company, UTC.
        served_on: the day of service, where it is known apart from receipt.
        channel: portal, e-mail, registered agent, post, fax.
        closed_at: when the reviewer closed it.
        opened_at: when a reviewer first opened it; None is unread.
    """

    id: int
    reference: str
    received_at: datetime
    served_on: date | None
    channel: str
    flags: Flags
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    entity_in: str = "US"


@dataclass(frozen=True)
class Document:
    """A served file, kept whole in the store.

    Attributes:
        page_sizes: width and height of each page in points, as shown.
        warnings: code and words of what the reader saw (a script that was not run, a page without text).
        error: in words, when the file could not be read; it is kept and worked by hand.
    """

    id: int
    request_id: int
    name: str
    sha256: str
    size: int
    media_type: str
    page_sizes: tuple[tuple[float, float], ...]
    text_sources: tuple[str, ...]
    warnings: tuple[tuple[str, str], ...] = ()
    error: str | None = None


class FactState(StrEnum):
    """Where a fact stands between the reader and the reviewer."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    ASSIGNED = "assigned"
    DISMISSED = "dismissed"


@dataclass(frozen=True)
class RecordedFact:
    """A fact as it stands now.

    Attributes:
        read_value: what the reader read, kept beside a correction; None for one assigned by hand.
    """

    id: int
    request_id: int
    document_id: int | None
    field: str
    value: JsonValue
    state: FactState
    evidence: Evidence | None
    confidence: float
    read_value: JsonValue = None
    by: str | None = None
    at: datetime | None = None


@dataclass(frozen=True)
class RecordedAnswer:
    """A person's answer to a validity question."""

    question: str
    answer: Answer
    note: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Demand:
    """One line of scope, as the order words it, and what was decided about it.

    Attributes:
        number: from 1, in the order's sequence.
        category: an id of the rulebook's data categories, None while unknown.
        targets: what identifies the accounts asked about, as written.
        identified: whether the order identifies an account for this line.
        period_from: first day demanded; None is without a beginning.
        narrowed_from: first day after narrowing.
    """

    id: int
    request_id: int
    number: int
    words: str
    category: str | None
    targets: tuple[str, ...]
    period_from: date | None
    period_to: date | None
    identified: bool = True
    document_id: int | None = None
    evidence: Evidence | None = None
    decision: Decision | None = None
    narrowed_from: date | None = None
    narrowed_to: date | None = None
    reason: str = ""
    by: str | None = None
    at: datetime | None = None


@dataclass(frozen=True)
class HistoryEntry:
    """One line of a request's history, in words."""

    number: int
    at: datetime
    actor: str
    words: str
