"""What the desk records about a request beside its facts, answers and demands: frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from lerdesk.domain.fact import JsonValue


@dataclass(frozen=True)
class RecordedDetermination:
    """Valid and binding or not, and the outcome that followed from the items.

    Attributes:
        rulebook: the version that it was made under.
        binding: "yes" or "no".
        outcome: "full", "partial", "none"; None for a preservation, which answers nothing.
        kind: a ``vocabulary.Outcome`` value, finer than ``outcome`` (REJECT, CURE, NO_RECORDS ...).
        decision: the rulebook's whole answer, as ``lerdesk decide`` prints it.
        reason: a person's own, where they decided above the rulebook.
        revoked_at: when it was taken back.
    """

    id: int
    request_id: int
    rulebook: str
    binding: str
    outcome: str | None
    kind: str
    decision: Mapping[str, JsonValue]
    reason: str
    by: str
    at: datetime
    revoked_at: datetime | None = None


#: findings about a request that a second person may have to approve, each with the flag that it sets
FINDINGS: Mapping[str, str] = {
    "illegal_conduct": "illegal_use",
    "consent": "consent",
    "safety_risk": "safety_risk",
    "account_compromised": "account_compromised",
    "enterprise_tenant": "enterprise_tenant",
}


@dataclass(frozen=True)
class Approval:
    """Something that needs a second person.

    Attributes:
        kind: a key of the policy, such as ``illegal_conduct``.
        state: "waiting", "approved", "declined".
    """

    id: int
    request_id: int
    kind: str
    ground: str
    asked_by: str
    asked_at: datetime
    state: str = "waiting"
    answered_by: str | None = None
    answered_at: datetime | None = None
    answer_reason: str = ""


@dataclass(frozen=True)
class RecordedLetter:
    """A letter or notice: a draft until it has a number, frozen from then on.

    Attributes:
        kind: a ``vocabulary.LetterKind`` value.
        variant: the template's variant, such as ``delayed`` for a notice.
        markdown: the text as it stands.
        composed: the text as composed, and ``spans`` of it (start, end, kind).
        basis: a hash of the records that it was composed from, so that a change shows.
        number: ``L-2026-000655`` once issued.
        sha256: of the frozen PDF.
        state: "draft", "issued", "discarded".
        earlier_id: the issued letter that it names.
        purpose: what it does to that one: "correction", "further"; empty where it names none.
    """

    id: int
    request_id: int
    kind: str
    variant: str
    language: str
    title: str
    to: str
    markdown: str
    composed: str
    spans: tuple[tuple[int, int, str], ...]
    basis: str
    template: str
    state: str
    created_at: datetime
    saved_at: datetime
    number: str | None = None
    issued_at: datetime | None = None
    issued_by: str | None = None
    sha256: str | None = None
    delivered_on: date | None = None
    delivered_means: str | None = None
    earlier_id: int | None = None
    purpose: str = ""


@dataclass(frozen=True)
class RecordedNotice:
    """A notice that was issued: how it went, when, and until when disclosure waits.

    Attributes:
        release_on: first day on which content may be disclosed.
        outcome: the notice outcome that it answers.
        came_back_on: it could not be delivered; the notice stands open again.
    """

    id: int
    request_id: int
    letter_id: int
    outcome: str
    rule: str
    means: str
    sent_at: datetime
    release_on: date | None
    came_back_on: date | None = None
    came_back_why: str = ""


@dataclass(frozen=True)
class InboxIndex:
    """What the inbox sorts and filters by; worked out by the desk after every change, stored as an index only.

    Attributes:
        status: a ``vocabulary.Status`` value.
        due: ISO moment or day of what is due next; empty for nothing.
        step: the next step in words, and where (``session.Place`` value or empty), and its target.
        waits: empty, "notice" or "letter": the rail's figures.
        words: reference, agency, agent, case numbers, identifiers in lower case, with and without dashes, for
            the quick filter and for search.
    """

    status: str
    process: str | None
    process_words: str
    agency: str
    case_number: str
    targets: int
    due: str
    step: str
    place: str
    target: str
    waits: str
    words: str
