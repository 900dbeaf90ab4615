"""Promise 1: nothing is marked disclosed, and no answer with data is issued, without a valid and binding order."""

import pytest

from lerdesk.base.errors import Refused, UserFacingError
from lerdesk.desk import checklist, determination, facts, letters, notices, scope, undoing
from lerdesk.desk.progress import step_of
from lerdesk.desk.session import Desk
from lerdesk.domain.request import FactState, Flags
from lerdesk.domain.vocabulary import Answer, Decision, LetterKind, Outcome
from tests.desk.builders import (
    MESSAGES,
    NAME,
    YEAR,
    a_request,
    answered,
    case_of,
    decided,
    determined,
    disclosed,
    filled,
    found,
    sent,
    silence,
)


def _no_data_goes(desk: Desk, request: int, *numbers: int, because: str) -> None:
    """Neither a disclosure nor a letter that promises one; nothing is recorded by trying."""
    with pytest.raises(Refused, match=because):
        disclosed(desk, request, *numbers)
    for kind in (LetterKind.FULL, LetterKind.PARTIAL):
        draft = letters.draft(desk, request, kind)
        with pytest.raises(Refused):
            letters.issue(desk, filled(desk, draft.letter_id))
    case = case_of(desk, request)
    assert case.disclosures == ()
    assert not list(case.issued("full", "partial"))


def test_nothing_goes_before_a_determination(desk: Desk) -> None:
    request = answered(desk, a_request(desk, demands=((NAME, *YEAR),)))
    decided(desk, request, "produce")
    _no_data_goes(desk, request, 1, because="Nothing is determined yet")


@pytest.mark.parametrize(
    ("process", "question"),
    [("US_SW_FED", "E003"), ("US_SW_FED", "E102"), ("US_GJ_FED", "E301"), ("US_SW_FED", "E001")],
)
def test_nothing_goes_on_an_order_that_fails_on_its_face(
    desk: Desk, process: str, question: str
) -> None:
    request = a_request(desk, process, ((NAME, *YEAR),))
    answered(desk, request, **{question: "no"})
    decided(desk, request, "object")
    determination.determine(desk, request)
    assert case_of(desk, request).determination is not None
    _no_data_goes(desk, request, 1, because="not valid and binding")


def test_no_word_of_a_person_makes_a_failed_order_bind(desk: Desk) -> None:
    request = answered(desk, a_request(desk), E003="no")
    with pytest.raises(Refused, match="no determination can set aside"):
        determination.determine(desk, request, binding="yes", reason="The agent called.")
    assert case_of(desk, request).determination is None


@pytest.mark.parametrize(
    ("process", "given"),
    [("US_PRESERVE_2703F", {}), ("US_SW_FED", {"E015": "no"}), ("US_CONSENT", {})],
    ids=["preservation", "to be corrected", "permitted, not compelled"],
)
def test_nothing_goes_where_the_instrument_answers_without_data(
    desk: Desk, process: str, given: dict[str, str]
) -> None:
    request = answered(desk, a_request(desk, process, ((NAME, *YEAR),)), **given)
    determination.determine(desk, request)
    _no_data_goes(desk, request, 1, because=r"No item|not valid and binding")


def test_a_silence_order_alone_answers_nothing(desk: Desk) -> None:
    request = a_request(desk, "US_NDO_2705B", ((NAME, *YEAR),), gag=silence())
    answered(desk, request)
    determination.determine(desk, request)
    standing = case_of(desk, request).determination
    assert standing is not None
    assert standing.outcome is None
    _no_data_goes(desk, request, 1, because="No item")


def test_a_determination_waits_for_facts_questions_items_and_approvals(desk: Desk) -> None:
    request = a_request(desk, state=FactState.PROPOSED)
    with pytest.raises(Refused, match="facts"):
        determination.determine(desk, request)
    for fact in case_of(desk, request).unconfirmed:
        facts.confirm_fact(desk, fact.id)
    with pytest.raises(Refused, match="questions"):
        determination.determine(desk, request)
    answered(desk, request)
    scope.decide(desk, request, 1, Decision.PRODUCE)
    with pytest.raises(Refused, match="decision on item 2"):
        determination.determine(desk, request)
    scope.decide(desk, request, 2, Decision.PRODUCE)
    notices.find_illegal_conduct(desk, request, "The account sold goods reported as stolen.")
    with pytest.raises(Refused, match="second person"):
        determination.determine(desk, request)
    assert case_of(desk, request).determination is None


def test_without_a_process_or_a_demand_nothing_is_determined(desk: Desk) -> None:
    unknown = a_request(desk, None)
    with pytest.raises(Refused, match="kind of process"):
        determination.determine(desk, unknown)
    empty = answered(desk, a_request(desk, demands=()))
    with pytest.raises(Refused, match="what it demands"):
        determination.determine(desk, empty)


def test_an_escalation_needs_a_persons_word_and_reason(desk: Desk) -> None:
    request = answered(desk, a_request(desk, demands=((NAME, *YEAR),)), E018="yes")
    decided(desk, request, "produce")
    for binding, reason in ((None, ""), (None, "Counsel looked."), ("yes", ""), ("yes", "  ")):
        with pytest.raises(Refused, match="lawyer"):
            determination.determine(desk, request, binding=binding, reason=reason)
    with pytest.raises(Refused, match="yes or no"):
        determination.determine(desk, request, binding="perhaps", reason="Counsel looked.")
    determination.determine(desk, request, binding="yes", reason="Counsel looked.")
    standing = case_of(desk, request).determination
    assert standing is not None
    assert (standing.binding, standing.reason) == ("yes", "Counsel looked.")


def test_a_doubt_of_authenticity_is_not_passed_over_in_silence(desk: Desk) -> None:
    request = answered(desk, a_request(desk, demands=((NAME, *YEAR),)))
    decided(desk, request, "produce")
    facts.set_flags(desk, request, Flags(suspected_fake=True), "The seal is of another court.")
    assert found(desk, request).decision.outcome is Outcome.ESCALATE
    with pytest.raises(Refused, match="lawyer"):
        determination.determine(desk, request)
    determination.determine(desk, request, binding="yes", reason="The clerk confirmed it.")
    # the notice table still asks a lawyer while the doubt stands
    _no_data_goes(desk, request, 1, because="ask a lawyer")


def test_a_curable_defect_is_not_passed_over_beside_an_escalated_item(desk: Desk) -> None:
    request = a_request(desk, demands=((NAME, *YEAR), (MESSAGES, None, None)))
    answered(desk, request, E015="no")
    scope.decide(desk, request, 1, Decision.PRODUCE)
    scope.decide(desk, request, 2, Decision.PRODUCE, reason="Counsel took the whole history.")
    with pytest.raises(Refused, match="lawyer"):
        determination.determine(desk, request)


def test_a_persons_no_without_a_defect_is_answered_by_an_objection(desk: Desk) -> None:
    request = answered(desk, a_request(desk, demands=((NAME, *YEAR),)))
    decided(desk, request, "produce")
    determination.determine(desk, request, binding="no", reason="The court withdrew it by phone.")
    assert step_of(found(desk, request)).target == LetterKind.OBJECTION
    assert sent(desk, request, LetterKind.OBJECTION).number == "L-2026-000001"
    assert step_of(found(desk, request)).place == "close"


def test_an_answer_mended_after_the_determination_stops_what_rests_on_it(desk: Desk) -> None:
    request = determined(desk, a_request(desk, demands=((NAME, *YEAR),)))
    checklist.answer(desk, request, "E003", Answer.NO, "The signature is a stamp.")
    _no_data_goes(desk, request, 1, because="does not stand")
    assert step_of(found(desk, request)).place == "validity"
    checklist.answer(desk, request, "E003", Answer.YES)
    disclosed(desk, request, 1)


@pytest.mark.parametrize(("question", "given"), [("E003", "unclear"), ("E015", "no")])
def test_a_doubt_found_after_the_determination_stops_it_too(
    desk: Desk, question: str, given: str
) -> None:
    request = determined(desk, a_request(desk, demands=((NAME, *YEAR),)))
    checklist.answer(desk, request, question, Answer(given))
    _no_data_goes(desk, request, 1, because="answers of now")


def test_another_kind_of_process_found_after_the_determination_stops_it(desk: Desk) -> None:
    request = determined(desk, a_request(desk))
    (process,) = (f for f in case_of(desk, request).facts if f.field == "process_type")
    facts.correct_fact(desk, process.id, "US_GJ_FED")
    _no_data_goes(desk, request, 1, because="open again")
    answered(desk, request)
    _no_data_goes(desk, request, 2, because="decision on item 2")


def test_a_determination_taken_back_carries_nothing(desk: Desk) -> None:
    request = determined(desk, a_request(desk, demands=((NAME, *YEAR),)))
    with pytest.raises(Refused, match="reason"):
        determination.reopen(desk, request, " ")
    determination.reopen(desk, request, "An amended order came.")
    _no_data_goes(desk, request, 1, because="Nothing is determined yet")
    determination.determine(desk, request)
    disclosed(desk, request, 1)
    with pytest.raises(Refused, match="disclosed under this determination"):
        determination.reopen(desk, request, "Too late.")


def test_undo_does_not_reach_behind_a_determination(desk: Desk) -> None:
    request = answered(desk, a_request(desk, demands=((NAME, *YEAR),)))
    scope.decide(desk, request, 1, Decision.PRODUCE)
    scope.decide(desk, request, 1, Decision.OBJECT, reason="Outside the order.")
    determination.determine(desk, request)
    assert undoing.undo(desk, request) is None
    assert case_of(desk, request).demands[0].decision is Decision.OBJECT


def test_a_second_determination_is_refused(desk: Desk) -> None:
    request = determined(desk, a_request(desk))
    with pytest.raises(UserFacingError, match="recorded already"):
        determination.determine(desk, request)
