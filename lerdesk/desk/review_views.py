"""The values that the review place shows: frozen, in words."""

from dataclasses import dataclass
from datetime import date

from lerdesk.desk.session import DueView, Step
from lerdesk.domain.fact import Evidence
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
    """An answer that the rulebook proposes, with its reason.

    Attributes:
        certain: the rule is verified law or the company's own choice; else the reason says so, and a person
            confirms it by hand.
    """

    answer: Answer
    reason: str
    evidence: Evidence | None
    certain: bool = True


@dataclass(frozen=True)
class ReadPlace:
    """What the reader found for a question, and where.

    Attributes:
        label: the fact's name; empty where a demand shows it.
        words: the fact's value as a reader reads it.
    """

    label: str
    words: str
    evidence: Evidence
    document_id: int | None


@dataclass(frozen=True)
class QuestionView:
    """One row of the Validity tab.

    Attributes:
        answer: a person's; None while open.
        warns: the answer given fails the question (whatever way it is worded).
        evidence: what the reader found for it, what the proposal stands on first.
        severity: what failing it does, in words; ``grade``: the same in a word.
        law: how sure the law is, in words; ``law_words``: citation, how sure the law is, rule id.
        if_failed: severity in words and the letter's sentence it would cause.
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
    grade: str
    rule_words: str
    law: str
    law_words: str
    if_failed: str
    evidence: tuple[ReadPlace, ...]


@dataclass(frozen=True)
class ReminderView:
    """What a reviewer is reminded of among the questions of a group; it has no answer."""

    group: str
    words: str
    citation: str
    law: str


@dataclass(frozen=True)
class FactorView:
    """One test of overbreadth beside a demand.

    Attributes:
        why: what shows it, in a sentence; the question where a person alone can answer it.
        severity: what it does, in words.
        response: what to do about it, for the reviewer.
        law: how sure the rule is, in words.
        offer: what a letter offers or asks for, with the case's own values.
        proposed: words or facts show it.
        certain: it stands on verified law or the company's own choice.
    """

    id: str
    name: str
    why: str
    severity: str
    response: str
    citation: str
    law: str
    offer: str
    proposed: bool
    certain: bool


@dataclass(frozen=True)
class FlagView:
    """What more there is to heed about the data of a demand, and what follows from it."""

    id: str
    name: str
    follows: str
    citation: str
    law: str


@dataclass(frozen=True)
class DemandView:
    """One row of the Scope tab.

    Attributes:
        compelled: "Yes", "No" or "A lawyer decides", with rule, citation and reason.
        proposal: a ``vocabulary.Proposal`` value.
        law: how sure the rule is, in words.
        certain: whether the proposal stands on verified law or the company's own choice; otherwise a person
            confirms it by hand.
        reason: for the reviewer.
        objection, narrowing: what a letter says where a person objects or narrows, for them to change.
        factors: the tests of overbreadth: those that words and facts show, then those that a person answers.
        senior: the tests count so much that a senior reviewer looks at it.
        flags: what more there is to heed about the data.
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
    law: str
    certain: bool
    reason: str
    objection: str
    narrowing: str
    proposal: str
    factors: tuple[FactorView, ...]
    senior: bool
    flags: tuple[FlagView, ...]
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
    can_withdraw: bool = False


@dataclass(frozen=True)
class PaperView:
    """A letter or notice of this request."""

    letter_id: int
    kind: str
    words: str
    number: str | None
    state: str


@dataclass(frozen=True)
class DeadlineView:
    """One deadline, with both readings where the law is unsettled.

    Attributes:
        name: "Answer", "Silence ends".
        readings: the days that matter, in words: what to aim at, the outer limit, what is not before.
        steps: how it was counted.
        law: how sure the rule is, in words.
    """

    name: str
    due: DueView
    readings: str
    steps: tuple[str, ...]
    citation: str
    law: str


@dataclass(frozen=True)
class RequestView:
    """Everything the review place shows.

    Attributes:
        asked: accounts and period that the whole order names; what a demand added by hand begins with.
        went: numbers of the items of which files were disclosed.
    """

    id: int
    reference: str
    title: str
    status: Status
    process: str | None
    process_words: str
    due: DueView
    deadlines: tuple[DeadlineView, ...]
    silence: str | None
    documents: tuple[Document, ...]
    facts: tuple[FactView, ...]
    not_said: tuple[str, ...]
    questions: tuple[QuestionView, ...]
    reminders: tuple[ReminderView, ...]
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
    asked: tuple[tuple[str, ...], date | None, date | None] = ((), None, None)
    went: frozenset[int] = frozenset()
