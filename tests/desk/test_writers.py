"""Each thing a reviewer does is one transaction and one journal entry, all of it or nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from lerdesk.base.clock import MovableClock
from lerdesk.base.errors import Refused, UserFacingError
from lerdesk.desk import (
    approvals,
    checklist,
    closing,
    corrections,
    determination,
    facts,
    letters,
    notices,
    review,
    scope,
    undoing,
)
from lerdesk.desk.recording import acting
from lerdesk.desk.session import Desk
from lerdesk.desk.undoing import TakenBack
from lerdesk.domain.request import FactState, Flags, Person, RecordedFact
from lerdesk.domain.vocabulary import Answer, Decision, LetterKind
from lerdesk.store import journal, verification
from lerdesk.store import requests as request_table
from tests.desk.builders import (
    BEN,
    MESSAGES,
    NAME,
    SECOND,
    YEAR,
    a_request,
    answered,
    case_of,
    determined,
    disclosed,
    filled,
    notified,
    sent,
)


def _entries(desk: Desk) -> int:
    with desk.store.reading() as unit:
        return journal.head(unit)[0]


def _fact(desk: Desk, request: int, field: str = "case_number") -> RecordedFact:
    return next(f for f in case_of(desk, request).facts if f.field == field)


def _each_once(desk: Desk, act: Callable[[], object]) -> None:
    before = _entries(desk)
    act()
    assert _entries(desk) == before + 1


def test_every_act_writes_exactly_one_entry(desk: Desk, clock: MovableClock) -> None:
    request = a_request(desk, state=FactState.PROPOSED)
    once = _each_once
    once(desk, lambda: review.load(desk, request))
    before = _entries(desk)
    review.load(desk, request)
    assert _entries(desk) == before, "a second look is no event"
    first, second = case_of(desk, request).unconfirmed[:2]
    once(desk, lambda: facts.confirm_fact(desk, first.id))
    once(desk, lambda: facts.correct_fact(desk, second.id, "A clerk's court"))
    once(desk, lambda: facts.assign_fact(desk, request, None, "statute", "18 U.S.C. § 1343", None))
    for fact in case_of(desk, request).unconfirmed:
        facts.confirm_fact(desk, fact.id)
    once(desk, lambda: facts.dismiss_fact(desk, _fact(desk, request, "statute").id))
    once(desk, lambda: facts.set_flags(desk, request, Flags(enterprise_tenant=True), "A shop."))
    once(desk, lambda: checklist.answer(desk, request, "E003", Answer.YES, "Page 1."))
    once(desk, lambda: undoing.undo(desk, request))
    answered(desk, request)
    once(desk, lambda: scope.add_demand(desk, request, "Orders", NAME, targets=("a",)))
    once(desk, lambda: scope.change_demand(desk, request, 3, period=YEAR))
    once(desk, lambda: scope.remove_demand(desk, request, 3, "Read twice."))
    for number in (1, 2):
        once(desk, lambda n=number: scope.decide(desk, request, n, Decision.PRODUCE))
    once(desk, lambda: determination.determine(desk, request))
    once(desk, lambda: determination.reopen(desk, request, "To look again."))
    determination.determine(desk, request)
    ground = "The account sold goods that their makers reported."
    once(desk, lambda: notices.find_illegal_conduct(desk, request, ground))
    (waiting,) = case_of(desk, request).approvals
    once(desk, lambda: approvals.decline(desk, waiting.id, SECOND, "Not clear."))
    once(desk, lambda: notices.draft(desk, request))
    view = notices.draft(desk, request)
    letters.save(desk, view.letter_id, view.markdown)
    filled(desk, view.letter_id)
    once(desk, lambda: notices.issue(desk, view.letter_id, "e-mail"))
    clock.advance(days=7)
    once(desk, lambda: letters.draft(desk, request, LetterKind.FULL))
    draft = letters.draft(desk, request, LetterKind.FULL)
    once(desk, lambda: letters.recompose(desk, draft.letter_id))
    once(desk, lambda: letters.discard(desk, draft.letter_id))
    sent(desk, request, LetterKind.FULL)
    once(desk, lambda: disclosed(desk, request, 1, 2))
    once(desk, lambda: closing.close(desk, request))
    once(desk, lambda: closing.reopen(desk, request, "A question came."))
    assert verification.verify(desk.store).broken is None


def test_the_entry_of_an_approval_names_who_approved(desk: Desk) -> None:
    request = determined(desk, a_request(desk))
    ground = "The account sold goods that their makers reported."
    approvals.approve(desk, notices.find_illegal_conduct(desk, request, ground), SECOND)
    assert review.look(desk, request).history[0].actor == BEN


def test_what_fails_within_leaves_nothing(desk: Desk) -> None:
    request = a_request(desk)
    before, entries = case_of(desk, request), _entries(desk)

    def half() -> None:
        with acting(desk, request, "test") as act:
            request_table.set_flags(act.unit, request, Flags(consent=True))
            act.words = "Half done"
            raise RuntimeError("on the way")

    with pytest.raises(RuntimeError, match="on the way"):
        half()
    assert case_of(desk, request) == before
    assert _entries(desk) == entries


def test_a_letter_whose_page_cannot_be_set_takes_no_number(desk: Desk) -> None:
    request = a_request(desk)
    draft = letters.draft(desk, request, LetterKind.ACKNOWLEDGEMENT)
    filled(desk, draft.letter_id)
    text = letters.load(desk, draft.letter_id).markdown
    letters.save(desk, draft.letter_id, text + "\nA character that no font has: \U0001f600\n")
    entries = _entries(desk)
    with pytest.raises(UserFacingError, match=r"1F600|😀"):
        letters.issue(desk, draft.letter_id)
    assert _entries(desk) == entries
    assert letters.load(desk, draft.letter_id).number is None
    letters.save(desk, draft.letter_id, text)
    assert letters.issue(desk, draft.letter_id).number == "L-2026-000001"


def test_a_closed_request_is_closed_to_every_act(desk: Desk) -> None:
    request = determined(desk, a_request(desk, "US_GJ_FED", ((NAME, *YEAR),)))
    answer = sent(desk, request, LetterKind.FULL)
    disclosed(desk, request, 1)
    draft = letters.draft(desk, request, LetterKind.ACKNOWLEDGEMENT)
    closing.close(desk, request)
    fact = _fact(desk, request)
    acts: tuple[Callable[[], object], ...] = (
        lambda: facts.confirm_fact(desk, fact.id),
        lambda: facts.correct_fact(desk, fact.id, "1:26-mj-1"),
        lambda: facts.dismiss_fact(desk, fact.id),
        lambda: facts.assign_fact(desk, request, None, "court", "A court", None),
        lambda: facts.set_flags(desk, request, Flags(consent=True), "She wrote."),
        lambda: checklist.answer(desk, request, "E003", Answer.NO),
        lambda: scope.decide(desk, request, 1, Decision.OBJECT),
        lambda: scope.add_demand(desk, request, "More", NAME),
        lambda: determination.reopen(desk, request, "Again."),
        lambda: notices.find_illegal_conduct(desk, request, "Sold goods that were stolen."),
        lambda: letters.draft(desk, request, LetterKind.PARTIAL),
        lambda: corrections.again(desk, answer.letter_id, "further"),
        lambda: letters.issue(desk, draft.letter_id),
        lambda: disclosed(desk, request, 1),
        lambda: closing.close(desk, request),
    )
    before, entries = case_of(desk, request), _entries(desk)
    for act in acts:
        with pytest.raises(Refused, match="is closed"):
            act()
    assert case_of(desk, request) == before
    assert _entries(desk) == entries
    with pytest.raises(Refused, match="reason"):
        closing.reopen(desk, request, "")
    closing.reopen(desk, request, "The requester wrote again.")
    with pytest.raises(Refused, match="open"):
        closing.reopen(desk, request, "Twice.")
    facts.confirm_fact(desk, fact.id)


def test_words_assigned_to_a_field_with_one_value_come_in_the_place_of_what_was_read(
    desk: Desk, clock: MovableClock
) -> None:
    request = a_request(desk, "US_GJ_FED", ((NAME, *YEAR),))
    facts.assign_fact(desk, request, None, "date_issued", "18 Nov 2026", None)
    clock.advance(seconds=1)
    before = case_of(desk, request).facts
    facts.assign_fact(desk, request, None, "date_issued", "19 Nov 2026", None)
    standing = [
        each.value
        for each in case_of(desk, request).facts
        if each.field == "date_issued" and each.state is not FactState.DISMISSED
    ]
    assert standing == ["2026-11-19"]
    undoing.undo(desk, request)
    after = case_of(desk, request).facts
    assert [each for each in after if each in before] == list(before)


def test_a_silence_that_is_assigned_stands_beside_the_one_that_was_read(desk: Desk) -> None:
    request = a_request(desk, "US_GJ_FED", ((NAME, *YEAR),))
    for until in ("3 Nov 2099", "3 Nov 2027"):
        facts.assign_fact(desk, request, None, "nondisclosure", f"order until {until}", None)
    said = [each for each in case_of(desk, request).facts if each.field == "nondisclosure"]
    assert len(said) >= 2
    assert not any(each.state is FactState.DISMISSED for each in said)


def _taken_back(desk: Desk, request: int) -> str:
    step = undoing.undo(desk, request)
    return f"{step.target} {step.words}" if step is not None else ""


def test_undo_restores_fact_answer_and_decision_and_the_history_keeps_both(
    desk: Desk, clock: MovableClock
) -> None:
    request = a_request(desk, "US_GJ_FED", ((NAME, *YEAR),))
    before = case_of(desk, request)
    fact = _fact(desk, request)
    facts.correct_fact(desk, fact.id, "1:26-mj-00001")
    clock.advance(seconds=1)
    facts.assign_fact(desk, request, None, "statute", "18 U.S.C. § 1343", None)
    assigned = max(each.id for each in case_of(desk, request).facts)
    clock.advance(seconds=1)
    checklist.answer(desk, request, "E003", Answer.NO, "No signature.")
    clock.advance(seconds=1)
    checklist.answer(desk, request, "E003", Answer.YES)
    clock.advance(seconds=1)
    scope.decide(desk, request, 1, Decision.OBJECT, reason="Too wide.")
    assert undoing.undo(desk, request) == TakenBack("Decided to object to item 1", "scope:1")
    assert _taken_back(desk, request).startswith("validity:E003 Answered yes")
    assert case_of(desk, request).answers["E003"].note == "No signature."
    assert _taken_back(desk, request).startswith("validity:E003 Answered no")
    assert _taken_back(desk, request).startswith(f"facts:{assigned} Assigned")
    assert _taken_back(desk, request).startswith(f"facts:{fact.id} Corrected")
    assert undoing.undo(desk, request) is None
    after = case_of(desk, request)
    assert (after.facts, dict(after.answers), after.demands) == (
        before.facts,
        dict(before.answers),
        before.demands,
    )
    words = [entry.words for entry in review.look(desk, request).history]
    assert len([each for each in words if each.startswith("Took back")]) == 5
    assert any("1:26-mj-00001" in each for each in words)


def _as_ben(desk: Desk) -> Desk:
    """The same store with the second person at the desk."""
    return replace(desk, person=Person(2, BEN))


def test_undo_takes_back_only_ones_own_and_never_over_another(
    desk: Desk, clock: MovableClock
) -> None:
    request = a_request(desk, "US_GJ_FED", ((NAME, *YEAR),))
    other = _as_ben(desk)
    scope.decide(desk, request, 1, Decision.PRODUCE)
    assert undoing.undo(other, request) is None
    clock.advance(seconds=1)
    scope.decide(other, request, 1, Decision.OBJECT)
    assert undoing.undo(desk, request) is None
    assert case_of(desk, request).demands[0].decision is Decision.OBJECT
    assert undoing.undo(other, request) is not None
    assert case_of(desk, request).demands[0].decision is Decision.PRODUCE


def test_a_dismissed_fact_is_not_confirmed_and_an_unknown_one_is_refused(desk: Desk) -> None:
    request = a_request(desk)
    fact = _fact(desk, request)
    facts.dismiss_fact(desk, fact.id)
    with pytest.raises(Refused, match="dismissed"):
        facts.confirm_fact(desk, fact.id)
    facts.correct_fact(desk, fact.id, "1:26-mj-00002")
    assert case_of(desk, request).text("case_number") == "1:26-mj-00002"
    with pytest.raises(UserFacingError):
        facts.confirm_fact(desk, 9999)
    with pytest.raises(UserFacingError, match="no date"):
        facts.assign_fact(desk, request, None, "date_issued", "31 June 2026", None)


def test_what_a_person_marked_stands_before_what_was_read(desk: Desk, clock: MovableClock) -> None:
    request = a_request(desk, demands=((MESSAGES, *YEAR),))
    facts.assign_fact(desk, request, None, "date_issued", "19 Nov 2026", None)
    facts.assign_fact(desk, request, None, "process_type", "US_2703D", None)
    clock.advance(seconds=1)
    facts.confirm_fact(desk, _fact(desk, request, "date_issued").id)
    case = case_of(desk, request)
    assert case.text("date_issued") == "2026-11-19"
    assert case.process == "US_2703D"


def test_an_unanswered_question_and_a_day_in_the_future(desk: Desk, clock: MovableClock) -> None:
    request = determined(desk, a_request(desk))
    paper = notified(desk, request)
    with pytest.raises(Refused, match="between its issue"):
        notices.record_sent(desk, paper.letter_id, clock.moment + timedelta(days=1), "post")
    with pytest.raises(Refused, match="not issued"):
        notices.came_back(desk, 999, clock.moment.date(), "Nobody.")


def test_the_history_says_a_kind_of_process_and_of_data_by_name(desk: Desk) -> None:
    request = a_request(desk, "US_GJ_FED", ((NAME, *YEAR),))
    facts.assign_fact(desk, request, None, "data_category", NAME, None)
    assigned = max(each.id for each in case_of(desk, request).facts)
    facts.dismiss_fact(desk, assigned)
    process = next(each for each in case_of(desk, request).facts if each.field == "process_type")
    facts.correct_fact(desk, process.id, "US_2703D")
    said = " / ".join(entry.words for entry in review.look(desk, request).history)
    assert ": Name" in said
    assert "2703(d) court order, before Federal grand jury subpoena" in said
    assert "US_" not in said
    assert NAME not in said
