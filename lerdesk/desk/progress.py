"""From an assessment to what the status is worked out from, and to the one thing to do next."""

from datetime import timedelta
from typing import TYPE_CHECKING

from lerdesk.desk.due import due_view
from lerdesk.desk.notice_days import offer_day, review_day
from lerdesk.desk.refusals import refused_items
from lerdesk.desk.session import DueView, Place, Step
from lerdesk.desk.standing import lapses
from lerdesk.domain.request import FactState
from lerdesk.domain.status import NextStep, Progress, next_step
from lerdesk.domain.vocabulary import DeadlineKind, Outcome

if TYPE_CHECKING:
    from lerdesk.desk.assessment import Assessment


def progress_of(found: "Assessment") -> Progress:
    """How far the work has come."""
    case = found.case
    standing = case.determination
    since = [
        letter
        for letter in case.letters
        if letter.state == "issued"
        and (standing is None or (letter.issued_at and letter.issued_at >= standing.at))
    ]
    cure = next((letter for letter in since if letter.kind == "deficiency"), None)
    told = found.told
    lapse = next(iter(lapses(found)), None)
    return Progress(
        today=found.today,
        closed=found.closed,
        touched=any(fact.state is not FactState.PROPOSED for fact in case.facts),
        process_known=found.process is not None,
        unconfirmed=len(case.unconfirmed),
        open_questions=len(found.open_questions),
        undecided=len(case.undecided) + len(refused_items(found)),
        demands=len(case.demands),
        items_needed=found.items_needed,
        waiting_approval=any(each.state == "waiting" for each in case.approvals),
        determined=standing is not None,
        binding=standing.binding if standing else "",
        outcome=Outcome(standing.kind) if standing and standing.kind else None,
        answered=frozenset(letter.kind for letter in since),
        disclosed=found.disclosed,
        content=bool(found.content_numbers),
        effect=found.effect,
        told=told is not None,
        release_on=told.release_on if told else None,
        notify_on=found.notify_on,
        offer_until=offer_day(found),
        response_due=_response(found),
        cure_by=case.local_day(cure.issued_at) + timedelta(days=found.rules.policy.cure_days)
        if cure and cure.issued_at
        else None,
        preserved_until=found.preserved_until,
        review_on=review_day(found),
        failed=found.failed,
        lapsed=lapse.words.rstrip(".") if lapse else "",
        lapsed_place=lapse.place if lapse else "",
    )


def step_of(found: "Assessment") -> NextStep:
    """The one thing to do next."""
    return next_step(progress_of(found))


def step_view(found: "Assessment") -> Step:
    """The next step as the window follows it."""
    step = step_of(found)
    place = Place(step.place) if step.place else None
    return Step(step.words, place, step.target or None, found.case.request.id)


def due_of(found: "Assessment") -> DueView:
    """What is due next, in words."""
    return due_view(step_of(found).due, found.now, found.case.zone)


def _response(found: "Assessment") -> str:
    for each in found.decision.deadlines if found.decision else ():
        if each.kind == DeadlineKind.RESPONSE:
            return each.due.isoformat()
    return ""
