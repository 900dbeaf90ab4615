"""The deadlines of one case: written dates, the process's clocks, the end of a silence."""

from dataclasses import dataclass
from datetime import date, datetime

from lerdesk.base.written import sentence_start, weekday_words
from lerdesk.domain.calendar import DueError, holiday_set
from lerdesk.domain.case_facts import CaseFacts
from lerdesk.domain.deadline import HOURS, DueAnswer, as_date, by_clock
from lerdesk.domain.rules import Process, Rulebook
from lerdesk.domain.scope import in_union
from lerdesk.domain.vocabulary import Answer, DeadlineKind, Gag, Regime, Standing

_WRITTEN = "the date as written on the instrument; Committee Note of 2009 to Fed. R. Crim. P. 45"
#: the Member State whose list is in the rulebook, where the facts name the Union alone
_UNION = "LU"
#: counted by the federal rules, and so by federal holidays, wherever the act is done
_FEDERAL = frozenset(regime for regime in Regime if regime.value.startswith("US_"))


@dataclass(frozen=True)
class CaseDeadline:
    """One deadline of a case.

    Attributes:
        due: a date, or a moment where hours run.
        rule: the clock's id, or ``FIXED_DATE``.
        status: how well the rule is established.
        release_not_before: first safe day of a release.
        outer: the second reading of a duty, where the law is unsettled.
        steps: how it was counted, in words; none where it is written.
    """

    kind: DeadlineKind
    due: date
    rule: str
    citation: str
    reason: str
    status: Standing
    release_not_before: date | None = None
    outer: date | None = None
    steps: tuple[str, ...] = ()


def case_deadlines(
    rules: Rulebook, process: Process, facts: CaseFacts, gag: Gag
) -> tuple[CaseDeadline, ...]:
    """The deadlines that the facts give, by kind."""
    found = []
    answered = [(rules.questions[key], answer) for key, answer in facts.answers.items()]
    lifted = {one.lifts for one, said in answered if one.failed(said) or said is Answer.NA}
    written = None
    if facts.return_on is not None:
        written = CaseDeadline(
            DeadlineKind.RESPONSE,
            facts.return_on,
            Regime.FIXED_DATE.value,
            _WRITTEN,
            _fixed(rules, facts.return_on, _calendar(rules, process, facts)),
            Standing.VERIFIED,
        )
    for kind in DeadlineKind:
        clock = _clock(process, kind, facts.state)
        counted = None if clock is None else _counted(rules, process, clock, kind, facts)
        if kind in lifted:
            continue
        if (
            kind is DeadlineKind.RESPONSE
            and written is not None
            and (counted is None or _earlier(written, counted))
        ):
            counted = written
        if counted is not None:
            found.append(counted)
    for question, said in answered:
        if question.objection and question.failed(said):
            opened = _counted(rules, process, question.objection, DeadlineKind.OBJECTION, facts)
            found += [] if opened is None else [opened]
    if gag in {Gag.COURT_FIXED, Gag.COURT_DEFECTIVE, Gag.STATUTORY} and facts.gag.until:
        end = rules.silence_end
        found.append(
            CaseDeadline(
                DeadlineKind.SILENCE_END,
                facts.gag.until,
                end.id,
                end.citation,
                "The last day on which the customer may not be told.",
                end.status,
            )
        )
    return tuple(found)


def _calendar(rules: Rulebook, process: Process, facts: CaseFacts) -> str:
    """Whose holidays count: those of the Member State where the act is done (Reg. 1182/71 Art. 2(1)), else federal."""
    if process.column != "eu" or not in_union(rules, facts.entity_in):
        return "US"
    return _UNION if facts.entity_in == "EU" else facts.entity_in


def _fixed(rules: Rulebook, written: date, calendar: str) -> str:
    """What is said of a written date: it never moves, so one on a closed day is met before."""
    plain = "The instrument fixes this date."
    try:
        last = holiday_set(rules.calendars, calendar).roll_back(written)
    except (DueError, OverflowError):  # misread as a year that no list of holidays reaches
        return plain
    if last == written:
        return plain
    return f"The instrument fixes this date, which is no working day: deliver by {weekday_words(last)}."


def _earlier(written: CaseDeadline, counted: CaseDeadline) -> bool:
    return as_date(written.due) < as_date(counted.due)


def _clock(process: Process, kind: DeadlineKind, state: str | None) -> str | None:
    by_state = process.clocks.get(kind)
    if by_state is None:
        return None
    return by_state.get(state or "unknown", by_state.get("*"))


def _counted(
    rules: Rulebook, process: Process, clock_id: str, kind: DeadlineKind, facts: CaseFacts
) -> CaseDeadline | None:
    clock = rules.clocks[clock_id]
    start: date | datetime | None = facts.received_at
    if clock.from_service and facts.served_on is not None:
        start = facts.served_on
    if start is None:
        if clock.regime is Regime.US_R45_MIN and facts.return_on is not None:
            return CaseDeadline(
                kind,
                facts.return_on,
                clock.id,
                clock.citation,
                "Before the date of compliance.",
                clock.status,
            )
        return None
    if clock.regime not in HOURS:
        start = as_date(start)
    calendar = "US" if clock.regime in _FEDERAL else _calendar(rules, process, facts)
    answer = by_clock(rules, clock_id, start, calendar, fixed=facts.return_on)
    return _deadline(kind, answer)


def _sentence(steps: tuple[str, ...]) -> str:
    words = "; ".join(steps)
    return f"{sentence_start(words)}."


def _deadline(kind: DeadlineKind, answer: DueAnswer) -> CaseDeadline:
    return CaseDeadline(
        kind,
        answer.due,
        answer.rule,
        answer.citation,
        _sentence(answer.steps),
        answer.status,
        answer.release_not_before,
        answer.outer,
        answer.steps,
    )
