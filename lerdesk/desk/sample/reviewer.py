"""A careful reviewer at work on a sample: mends what was read, answers, decides, as the story has it."""

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

from lerdesk.desk import checklist, facts, scope
from lerdesk.desk.assessment import assess
from lerdesk.desk.case_file import CaseFile, gather
from lerdesk.desk.demand_rows import groups
from lerdesk.desk.fact_values import value_words
from lerdesk.desk.index import targets_of
from lerdesk.desk.sample.stories import Story, StoryDemand
from lerdesk.desk.session import Desk
from lerdesk.domain.request import Demand
from lerdesk.domain.vocabulary import Answer, Decision, Proposal

#: one value each; what was read otherwise is corrected
_SINGLE = (
    "issuing_authority",
    "court",
    "jurisdiction",
    "date_issued",
    "addressee",
    "agency",
    "requester",
    "date_due",
    "due_in",
    "nondisclosure",
)
_SEVERAL = ("process_type", "case_number", "identifier", "signatory")


def case_of(desk: Desk, request_id: int) -> CaseFile:
    """The records as they stand."""
    with desk.store.reading() as unit:
        return gather(unit, request_id)


def confirm_facts(desk: Desk, request_id: int, story: Story, *, half: bool = False) -> None:
    """Look at each fact: confirm it, correct it, or dismiss what the paper does not say."""
    rows = case_of(desk, request_id).unconfirmed
    for fact in rows[: len(rows) // 2] if half else rows:
        truth = story.truth.get(fact.field)
        if fact.field in _SINGLE and truth is None:
            facts.dismiss_fact(desk, fact.id)
        elif fact.field in _SINGLE and not _same(fact.field, fact.value, truth):
            facts.correct_fact(desk, fact.id, _typed(fact.field, truth))
        elif fact.field in _SEVERAL and not any(
            _same(fact.field, fact.value, each) for each in truth or ()
        ):
            facts.dismiss_fact(desk, fact.id)
        else:
            facts.confirm_fact(desk, fact.id)
    if not half:
        _assign_missing(desk, request_id, story)


def _assign_missing(desk: Desk, request_id: int, story: Story) -> None:
    case = case_of(desk, request_id)
    document = case.documents[0].id
    for field in (*_SINGLE, *_SEVERAL):
        truth = story.truth.get(field)
        wanted = [] if truth is None else truth if field in _SEVERAL else [truth]
        for value in wanted:
            if not any(_same(field, each, value) for each in case.values(field)):
                facts.assign_fact(desk, request_id, document, field, _typed(field, value), None)


def _typed(field: str, value: Any) -> str:  # noqa: ANN401  a value of the stories' TOML
    return value_words(field, value)


def _same(field: str, one: Any, other: Any) -> bool:  # noqa: ANN401  values of the stories' TOML
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        if field == "identifier":
            return _plain(one.get("value")) == _plain(other.get("value"))
        keys = {"requester": ("name",), "due_in": ("count", "unit")}.get(
            field, ("kind", "until", "duration")
        )
        return all(_plain(one.get(key)) == _plain(other.get(key)) for key in keys)
    return _plain(one) == _plain(other)


def _plain(value: Any) -> str:  # noqa: ANN401  values of the stories' TOML
    return re.sub(r"[^0-9a-z]+", "", str(value or "").lower())


def answer_questions(desk: Desk, request_id: int, story: Story, *, half: bool = False) -> None:
    """Answer as the story says, else so that the question passes."""
    found = assess(desk, case_of(desk, request_id), desk.clock.now())
    asked = found.open_questions
    for question in asked[: len(asked) // 2] if half else asked:
        passing = Answer.NO if question.reversed else Answer.YES
        given, note = story.answers.get(question.id, (passing, ""))
        checklist.answer(desk, request_id, question.id, given, note)


def mend_demands(desk: Desk, request_id: int, story: Story) -> dict[int, StoryDemand]:
    """Bring the scope to what the paper asks: add what was not found, remove what is no demand.

    Returns:
        The story's demand for each number on the desk.
    """
    case = case_of(desk, request_id)
    matched: dict[int, StoryDemand] = {}
    for row in case.demands:
        best = max(story.demands, key=lambda each: _alike(row.words, each.words), default=None)
        if best is None or _alike(row.words, best.words) < 0.6:
            scope.remove_demand(desk, request_id, row.number, "The paper does not demand this.")
        else:
            matched[row.number] = best
            _mend_category(desk, request_id, row, best)
    for demand in story.demands:
        if demand not in matched.values():
            for category in groups(desk.rulebook, case.process, demand.categories):
                number = scope.add_demand(
                    desk,
                    request_id,
                    demand.words,
                    category or demand.categories[0],
                    targets=targets_of(case),
                    period_from=demand.asked_from,
                    period_to=demand.asked_to,
                    document_id=case.documents[0].id,
                )
                matched[number] = demand
    return matched


def _mend_category(desk: Desk, request_id: int, row: Demand, wanted: StoryDemand) -> None:
    if row.category not in wanted.categories:
        scope.change_demand(desk, request_id, row.number, category=wanted.categories[0])
    period = (wanted.asked_from, wanted.asked_to)
    if (row.period_from, row.period_to) != period:
        scope.change_demand(desk, request_id, row.number, period=period)


def _alike(one: str, other: str) -> float:
    a, b = _plain(one), _plain(other)
    if min(len(a), len(b)) > 12 and (a in b or b in a):
        return 1.0
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def decide_demands(
    desk: Desk, request_id: int, matched: Mapping[int, StoryDemand], *, most: int | None = None
) -> None:
    """Decide each item as the story does; object where the rulebook says that it is not compelled."""
    found = assess(desk, case_of(desk, request_id), desk.clock.now())
    for number, wanted in sorted(matched.items())[:most]:
        if wanted.decision is None:
            continue
        answer = found.item(number)
        decision, reason = wanted.decision, wanted.reason
        if (
            answer
            and answer.proposal is Proposal.BLOCK
            and decision
            in {
                Decision.PRODUCE,
                Decision.NARROW,
            }
        ):
            decision, reason = Decision.OBJECT, ""
        if answer and answer.proposal is not Proposal.PRODUCE and not reason:
            reason = answer.reason
        scope.decide(
            desk,
            request_id,
            number,
            decision,
            narrowed_from=wanted.narrowed_from,
            narrowed_to=wanted.narrowed_to,
            reason=reason,
        )
