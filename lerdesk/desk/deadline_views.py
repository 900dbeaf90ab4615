"""The deadlines of a request in words: what to aim at, the outer limit where the law is unsettled, what comes after."""

from collections.abc import Container, Iterator
from datetime import date, datetime, timedelta

from lerdesk.base.written import day_words, sentence_start
from lerdesk.desk.assessment import Assessment
from lerdesk.desk.certainty import mark
from lerdesk.desk.due import due_view
from lerdesk.desk.review_views import DeadlineView
from lerdesk.desk.typography import cited
from lerdesk.domain.case_deadlines import CaseDeadline
from lerdesk.domain.clock_rules import ClockRule
from lerdesk.domain.deadline import HOURS, by_clock
from lerdesk.domain.vocabulary import DeadlineKind, Family, Standing

_NAMES = {
    DeadlineKind.RESPONSE: "Answer",
    DeadlineKind.OBJECTION: "Objection",
    DeadlineKind.PRESERVATION_END: "Preservation",
    DeadlineKind.SILENCE_END: "Silence",
    DeadlineKind.GATE: "Release",
}
_WORDS = {
    DeadlineKind.RESPONSE: "by",
    DeadlineKind.OBJECTION: "by",
    DeadlineKind.PRESERVATION_END: "until",
    DeadlineKind.SILENCE_END: "until",
    DeadlineKind.GATE: "not before the end of",
}


def deadline_views(
    found: Assessment, met: Container[DeadlineKind] = ()
) -> tuple[DeadlineView, ...]:
    """Each deadline of the case but those that are met, in the rulebook's order; none while the process is unknown."""
    deadlines = found.decision.deadlines if found.decision else ()
    told = (_view(found, each) for each in deadlines if each.kind not in met)
    return (*told, *_own_targets(found))


def _own_targets(found: Assessment) -> Iterator[DeadlineView]:
    """What the company itself aims at, where the law says "promptly" or nothing."""
    if found.process is None:
        return
    received = found.case.request.received_at.astimezone(found.case.zone)
    policy = found.rules.policy
    for clock in found.rules.clocks.values():
        if found.process.id not in clock.target_of or clock.regime is None:
            continue
        if found.process.family is Family.EMERGENCY_US:
            called = received + timedelta(minutes=policy.call_back_minutes)
            yield _target(
                found,
                clock,
                "Call-back",
                called,
                f"{policy.call_back_minutes} minutes after it came",
            )
        start = received if clock.regime in HOURS else received.date()
        answer = by_clock(found.rules, clock.id, start)
        yield _target(found, clock, clock.name, answer.due, *answer.steps)
        if found.process.family is Family.EMERGENCY_US:
            formal = received + timedelta(hours=policy.follow_up_hours)
            yield _target(
                found,
                clock,
                "Formal process",
                formal,
                f"{policy.follow_up_hours} hours after it came",
            )


def _target(found: Assessment, clock: ClockRule, name: str, due: date, *steps: str) -> DeadlineView:
    citation = sentence_start(cited(clock.citation))
    return DeadlineView(
        name=name,
        due=due_view(due.isoformat(), found.now, found.case.zone, citation),
        readings=f"by {_day(found, due)}, our own target.",
        steps=tuple(map(sentence_start, steps)),
        citation=citation,
        law=mark(found.rules, clock.id, Standing.COMPANY),
    )


def _view(found: Assessment, deadline: CaseDeadline) -> DeadlineView:
    citation = cited(deadline.citation)
    return DeadlineView(
        name=_NAMES[deadline.kind],
        due=due_view(deadline.due.isoformat(), found.now, found.case.zone, citation),
        readings=_readings(found, deadline),
        steps=tuple(map(sentence_start, deadline.steps)) or (deadline.reason,),
        citation=sentence_start(citation),
        law=mark(found.rules, deadline.rule, deadline.status),
    )


def _readings(found: Assessment, deadline: CaseDeadline) -> str:
    """``by Thu 3 Dec 2026; at the latest Mon 7 Dec 2026 on the milder reading``."""
    words = f"{_WORDS[deadline.kind]} {_day(found, deadline.due)}"
    outer, release = deadline.outer, deadline.release_not_before
    if outer is not None and outer != deadline.due:
        words += f"; at the latest {_day(found, outer)} on the milder reading"
    elif outer is not None:
        words += ", on both readings"
    if release is not None and deadline.kind is not DeadlineKind.GATE:
        words += f"; nothing is released before {_day(found, release)}"
    return f"{words}."


def _day(found: Assessment, due: date) -> str:
    if isinstance(due, datetime):
        local = due.astimezone(found.case.zone)
        return f"{local:%a} {day_words(local.date())}, {local:%H:%M} {local:%Z}"
    return f"{due:%a} {day_words(due)}"
