"""One request under review: everything the page, the tabs and the determination bar show, and the facts' writers."""

from dataclasses import dataclass

from lerdesk.desk.session import Desk, DueView, Step
from lerdesk.domain.fact import Evidence, JsonValue
from lerdesk.domain.request import Demand, Document, Flags, HistoryEntry, RecordedFact
from lerdesk.domain.vocabulary import Answer, Status


@dataclass(frozen=True)
class FactView:
    """One row of the Facts tab.

    Attributes:
        label: "Case number".
        words: the value as a reader reads it.
        read_words: what was read, where a person corrected it.
        editable: the text that an editor opens with; ``parse_value`` turns it back.
        help: one line of help while it is edited.
    """

    fact: RecordedFact
    label: str
    words: str
    read_words: str | None
    editable: str
    help: str


@dataclass(frozen=True)
class ProposalView:
    """An answer that the rulebook proposes, with its reason."""

    answer: Answer
    reason: str
    evidence: Evidence | None


@dataclass(frozen=True)
class QuestionView:
    """One row of the Validity tab.

    Attributes:
        answer: a person's; None while open.
        warns: the answer given fails the question (whatever way it is worded).
        if_no: severity in words and the letter's sentence it would cause.
        law: citation, how sure the law is, rule id.
    """

    id: str
    group: str
    question: str
    citation: str
    proposal: ProposalView | None
    answer: Answer | None
    note: str
    by: str | None
    warns: bool
    severity: str
    rule_words: str
    law_words: str
    if_failed: str
    document_id: int | None


@dataclass(frozen=True)
class DemandView:
    """One row of the Scope tab.

    Attributes:
        compelled: "Yes", "No" or "A lawyer decides", with rule, citation and reason.
        proposal: a ``vocabulary.Proposal`` value.
        overbroad: why it reaches too far, in sentences.
        proposed_from, proposed_to: dates offered when narrowing, ISO or empty.
    """

    demand: Demand
    category_words: str
    data_class: str
    target_words: str
    period_words: str
    compelled: str
    compelled_rule: str
    citation: str
    reason: str
    proposal: str
    overbroad: tuple[str, ...]
    proposed_from: str
    proposed_to: str


@dataclass(frozen=True)
class DeterminationView:
    """The bar that never scrolls away.

    Attributes:
        heading: "Partial response", or "Not decided yet".
        sentence: why, with what is not reached.
        missing: what is still to do, each a link.
        recorded: a person recorded it.
        action: the one button.
    """

    heading: str
    sentence: str
    missing: tuple[Step, ...]
    recorded: bool
    binding: str
    outcome: str | None
    action: Step | None


@dataclass(frozen=True)
class ApprovalView:
    """Something that waits for, or got, a second person."""

    id: int
    kind: str
    words: str
    ground: str
    asked_by: str
    state: str
    approved_by: str | None
    why_waiting: str | None


@dataclass(frozen=True)
class PaperView:
    """A letter or notice of this request."""

    letter_id: int
    kind: str
    words: str
    number: str | None
    state: str


@dataclass(frozen=True)
class RequestView:
    """Everything the review place shows."""

    id: int
    reference: str
    title: str
    status: Status
    process: str | None
    process_words: str
    due: DueView
    deadlines: tuple[tuple[str, DueView], ...]
    silence: str | None
    documents: tuple[Document, ...]
    facts: tuple[FactView, ...]
    not_said: tuple[str, ...]
    questions: tuple[QuestionView, ...]
    demands: tuple[DemandView, ...]
    determination: DeterminationView
    flags: Flags
    approvals: tuple[ApprovalView, ...]
    papers: tuple[PaperView, ...]
    disclosures: tuple[str, ...]
    related: tuple[tuple[int, str, str], ...]
    history: tuple[HistoryEntry, ...]
    step: Step
    closed: bool


def load(desk: Desk, request_id: int) -> RequestView:
    """The request as it stands now; the first look marks it read (journalled)."""
    raise NotImplementedError


def document_bytes(desk: Desk, document_id: int) -> bytes:
    """The served file, for the reader process alone."""
    raise NotImplementedError


def field_choices(words: str) -> tuple[tuple[str, str, str], ...]:
    """For words marked on the page: field, label and one line of help, best guesses first."""
    raise NotImplementedError


def parse_value(field: str, words: str) -> JsonValue:
    """What a person typed or marked, as the field's value.

    Raises:
        UserFacingError: the words are no value of this field ("31 June 2026 is no date").
    """
    raise NotImplementedError


def confirm_fact(desk: Desk, fact_id: int) -> None:
    """A person takes what was read."""
    raise NotImplementedError


def correct_fact(desk: Desk, fact_id: int, words: str) -> None:
    """A person gives another value; what was read stays beside it."""
    raise NotImplementedError


def dismiss_fact(desk: Desk, fact_id: int) -> None:
    """The document does not say this."""
    raise NotImplementedError


def assign_fact(
    desk: Desk, request_id: int, document_id: int | None, field: str, words: str, evidence: Evidence | None
) -> None:
    """Words marked on the page (or typed) become a fact."""
    raise NotImplementedError


def set_flags(desk: Desk, request_id: int, flags: Flags, reason: str) -> None:
    """What the reviewer found (enterprise tenant, compromised account, safety ...); illegal use goes through
    ``notices.find_illegal_conduct`` alone."""
    raise NotImplementedError


def undo(desk: Desk, request_id: int) -> str | None:
    """Take back the last fact, answer or decision of this person on this request; the history keeps both.

    Returns:
        What was taken back, in words; None where there is nothing.
    """
    raise NotImplementedError
