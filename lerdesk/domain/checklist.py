"""Which validity questions a case is asked, and what their answers come to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from lerdesk.domain.calendar import holiday_set
from lerdesk.domain.deadline import count
from lerdesk.domain.proposal import ProposedAnswer, propose
from lerdesk.domain.rules import Question, Rulebook
from lerdesk.domain.vocabulary import Answer, Regime, Severity

__all__ = [
    "Finding",
    "ProposedAnswer",
    "accepts",
    "findings",
    "propose",
    "questions_for",
    "said_in_letter",
]


@dataclass(frozen=True)
class Finding:
    """A question that failed or stayed unclear.

    Attributes:
        severity: after what eases it; an unclear one is ``WARN``, or ``ESCALATE`` where failing blocks.
        failed: the answer failed it; ``False``: it is unclear.
        blocks: failing it blocks.
    """

    question: Question
    answer: Answer
    severity: Severity
    failed: bool
    blocks: bool

    @property
    def reason(self) -> str:
        """What was asked and answered."""
        return f"{self.question.text} Answered: {_SPOKEN[self.answer]}."


_SPOKEN = {
    Answer.YES: "yes",
    Answer.NO: "no",
    Answer.UNCLEAR: "unclear",
    Answer.NA: "not applicable",
}


@lru_cache(maxsize=512)
def _of_process(
    rules: Rulebook, process_id: str, *, gag_claimed: bool, state: str | None
) -> tuple[Question, ...]:
    return tuple(
        question
        for question in rules.questions.values()
        if accepts(rules, question, process_id, gag_claimed=gag_claimed, state=state)
    )


def accepts(
    rules: Rulebook,
    question: Question,
    process_id: str,
    *,
    gag_claimed: bool,
    state: str | None = None,
) -> bool:
    """Whether an answer to the question has a place in a case under this process."""
    if process_id not in question.processes and state not in question.also.get(process_id, ()):
        return False
    if question.states and state is not None and state not in question.states:
        return False
    return not question.silence or gag_claimed or rules.processes[process_id].silence_only


def questions_for(
    rules: Rulebook,
    process_id: str,
    *,
    gag_claimed: bool,
    state: str | None = None,
    viewing: bool = False,
) -> tuple[Question, ...]:
    """The questions of a case, in the order in which a reviewer works; reminders among them.

    Args:
        rules: the rulebook.
        process_id: the process.
        gag_claimed: something says that the customer may not be told.
        state: the issuing State (``US-WA``), ``US`` for a federal issuer, ``None`` where unknown.
        viewing: viewing records are demanded.
    """
    asked = _of_process(rules, process_id, gag_claimed=gag_claimed, state=state)
    if viewing:
        return asked
    return tuple(question for question in asked if question.when != "viewing")


def findings(
    rules: Rulebook,
    process_id: str,
    answers: Mapping[str, Answer],
    *,
    issued_on: date | None = None,
    served_on: date | None = None,
    company_state: str = "",
) -> tuple[Finding, ...]:
    """The questions that failed or are unclear, in the reviewer's order.

    Args:
        rules: the rulebook.
        process_id: the process.
        answers: by question.
        issued_on: date of the instrument.
        served_on: day of service.
        company_state: State under whose law the company is organised; empty: the policy's.
    """
    found = []
    for question_id in sorted(answers, key=_places(rules).__getitem__):
        question, answer = rules.questions[question_id], answers[question_id]
        if question.reminder:
            continue
        severity = question.severity_for(process_id)
        blocks = severity is Severity.BLOCK
        if question.failed(answer):
            eased = question.eased
            if eased is not None and (
                _by_rolled_day(rules, eased.clock, issued_on, served_on)
                if eased.clock
                else (company_state or rules.policy.company_state)
                in rules.policy.obeys_other_states
            ):
                severity = eased.severity
            found.append(Finding(question, answer, severity, failed=True, blocks=blocks))
        elif answer is Answer.UNCLEAR:
            severity = Severity.ESCALATE if blocks else Severity.WARN
            found.append(Finding(question, answer, severity, failed=False, blocks=blocks))
    return tuple(found)


def said_in_letter(rules: Rulebook, failed: Iterable[tuple[str, Severity]]) -> tuple[Question, ...]:
    """The questions whose sentences a letter has that asks for a correction, each thing said once.

    Args:
        rules: the rulebook.
        failed: ids of the questions that failed, with what failing does, in the order of the letter.
    """
    told = [
        rules.questions[each]
        for each, severity in failed
        if severity in {Severity.BLOCK, Severity.CURE} and rules.questions[each].letter
    ]
    covered = frozenset[str]().union(*(question.covers for question in told))
    return tuple(question for question in told if question.id not in covered)


@lru_cache(maxsize=8)
def _places(rules: Rulebook) -> Mapping[str, int]:
    return {question_id: place for place, question_id in enumerate(rules.questions)}


def _by_rolled_day(
    rules: Rulebook, clock_id: str, issued_on: date | None, served_on: date | None
) -> bool:
    """Whether it was served after the clock's literal last day and by the day to which that rolls."""
    if issued_on is None or served_on is None:
        return False
    days = rules.clocks[clock_id].count
    rolled, _ = count(Regime.US_R45_DAYS, issued_on, days, holiday_set(rules.calendars, "US"))
    return issued_on + timedelta(days=days or 0) < served_on <= rolled
