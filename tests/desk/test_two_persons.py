"""What a policy gives to a second person beyond the shipped one: it waits and blocks until it is approved."""

from dataclasses import replace
from pathlib import Path

import pytest

from lerdesk.base.clock import MovableClock
from lerdesk.base.errors import Refused
from lerdesk.desk import approvals, facts
from lerdesk.desk.progress import step_of
from lerdesk.desk.session import Desk
from lerdesk.domain.request import Flags, Person
from lerdesk.domain.vocabulary import LetterKind, Status
from tests.desk.builders import (
    BEN,
    FIRST,
    NAME,
    SECOND,
    YEAR,
    a_desk,
    a_request,
    case_of,
    determined,
    disclosed,
    found,
    notified,
    sent,
)


def _with(desk: Desk, *acts: str) -> Desk:
    policy = replace(desk.rulebook.policy, two_persons=frozenset({"illegal_conduct", *acts}))
    desk.rulebook = replace(desk.rulebook, policy=policy)
    return desk


@pytest.fixture
def strict(at_desk: tuple[Desk, MovableClock]) -> Desk:
    """A desk whose policy gives every act that it can to two persons."""
    return _with(at_desk[0], "determination", "disclosure_of_content")


def test_content_waits_for_both_approvals(strict: Desk, clock: MovableClock) -> None:
    request = determined(strict, a_request(strict))
    kinds = {each.kind: each.id for each in case_of(strict, request).approvals}
    assert set(kinds) == {"determination", "disclosure_of_content"}
    assert step_of(found(strict, request)).status is Status.APPROVAL
    notified(strict, request)
    clock.advance(days=8)
    for approval in kinds.values():
        with pytest.raises(Refused, match="second person has not approved"):
            sent(strict, request, LetterKind.FULL)
        with pytest.raises(Refused, match="second person has not approved"):
            disclosed(strict, request, 2)
        with pytest.raises(Refused, match="cannot approve it"):
            approvals.approve(strict, approval, FIRST)
        assert approvals.approve(strict, approval, SECOND) == BEN
    sent(strict, request, LetterKind.FULL)
    disclosed(strict, request, 2)


def test_what_is_not_content_waits_for_the_determination_alone(strict: Desk) -> None:
    request = determined(strict, a_request(strict, "US_GJ_FED", ((NAME, *YEAR),)))
    (approval,) = case_of(strict, request).approvals
    assert approval.kind == "determination"
    with pytest.raises(Refused, match="second person has not approved"):
        sent(strict, request, LetterKind.FULL)
    approvals.approve(strict, approval.id, SECOND)
    sent(strict, request, LetterKind.FULL)


def test_what_was_declined_goes_nowhere(strict: Desk) -> None:
    request = determined(strict, a_request(strict, "US_GJ_FED", ((NAME, *YEAR),)))
    (approval,) = case_of(strict, request).approvals
    approvals.decline(strict, approval.id, SECOND, "The date is not legible.")
    with pytest.raises(Refused, match="The date is not legible"):
        sent(strict, request, LetterKind.FULL)


def test_in_a_store_with_one_slot_it_waits_and_says_why(tmp_path: Path) -> None:
    alone, _ = a_desk(tmp_path, second=False)
    _with(alone, "determination")
    request = determined(alone, a_request(alone, "US_GJ_FED", ((NAME, *YEAR),)))
    (approval,) = case_of(alone, request).approvals
    assert "one key slot" in (approvals.why_waiting(alone, approval) or "")
    with pytest.raises(Refused, match="second person has not approved"):
        sent(alone, request, LetterKind.FULL)
    alone.close()


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        ("consent", "NO_NOTICE_CUSTOMER_AWARE"),
        ("safety_risk", "ESCALATE_DELAY_SHORT"),
        ("account_compromised", "ESCALATE_ALT_CHANNEL"),
        ("enterprise_tenant", "REDIRECT_AND_NOTIFY_ENTERPRISE_BEFORE"),
    ],
)
def test_a_finding_changes_nothing_for_the_customer_before_the_second_person(
    at_desk: tuple[Desk, MovableClock], kind: str, outcome: str
) -> None:
    desk = _with(at_desk[0], kind)
    request = a_request(desk)
    before = found(desk, request).notice_outcome
    given = replace(case_of(desk, request).request.flags, **{kind: True})
    facts.set_flags(desk, request, given, "A letter of 3 November says so.")
    facts.set_flags(desk, request, given, "Said twice, asked once.")
    (approval,) = case_of(desk, request).approvals
    assert (approval.kind, approval.ground) == (kind, "A letter of 3 November says so.")
    assert found(desk, request).notice_outcome == before == "NOTIFY_BEFORE"
    with pytest.raises(Refused, match="cannot approve it"):
        approvals.approve(desk, approval.id, FIRST)
    approvals.approve(desk, approval.id, SECOND)
    assert found(desk, request).notice_outcome == outcome
    facts.set_flags(desk, request, replace(given, **{kind: False}), "It was withdrawn.")
    assert found(desk, request).notice_outcome == before


def test_no_word_goes_to_the_customer_while_a_finding_waits(
    at_desk: tuple[Desk, MovableClock],
) -> None:
    desk = _with(at_desk[0], "safety_risk")
    request = determined(desk, a_request(desk))
    facts.set_flags(desk, request, Flags(safety_risk=True), "The officer fears for a witness.")
    with pytest.raises(Refused, match="waits for a second person"):
        notified(desk, request)
    (approval,) = case_of(desk, request).approvals
    approvals.decline(desk, approval.id, SECOND, "Nothing bears it out.")
    notified(desk, request)


def test_whoever_made_a_finding_withdraws_it_before_the_second_person_answers(
    at_desk: tuple[Desk, MovableClock],
) -> None:
    desk = _with(at_desk[0], "safety_risk")
    request = determined(desk, a_request(desk))
    facts.set_flags(desk, request, Flags(safety_risk=True), "The officer fears for a witness.")
    (approval,) = case_of(desk, request).approvals
    approvals.withdraw(desk, approval.id)
    assert not case_of(desk, request).request.flags.safety_risk
    notified(desk, request)
    with pytest.raises(Refused, match="Only a finding that waits is withdrawn"):
        approvals.withdraw(desk, approval.id)


def test_only_who_made_the_finding_withdraws_it_and_a_determination_is_no_finding(
    at_desk: tuple[Desk, MovableClock],
) -> None:
    desk = _with(at_desk[0], "safety_risk", "determination")
    request = determined(desk, a_request(desk))
    facts.set_flags(desk, request, Flags(safety_risk=True), "The officer fears for a witness.")
    whole, finding = case_of(desk, request).approvals
    with pytest.raises(Refused, match="Only a finding"):
        approvals.withdraw(desk, whole.id)
    first, desk.person = desk.person, Person(99, "Somebody Else")
    with pytest.raises(Refused, match="by the person who made it"):
        approvals.withdraw(desk, finding.id)
    desk.person = first
    approvals.withdraw(desk, finding.id)


def test_a_finding_that_was_declined_does_not_hold_and_blocks_nothing(
    at_desk: tuple[Desk, MovableClock],
) -> None:
    desk = _with(at_desk[0], "consent")
    request = a_request(desk, "US_GJ_FED", ((NAME, *YEAR),))
    facts.set_flags(desk, request, Flags(consent=True), "She said so on the telephone.")
    (approval,) = case_of(desk, request).approvals
    approvals.decline(desk, approval.id, SECOND, "Not in writing.")
    assert not case_of(desk, request).request.flags.consent
    determined(desk, request)
    sent(desk, request, LetterKind.FULL)


def test_a_demand_that_reaches_far_is_produced_by_two(
    at_desk: tuple[Desk, MovableClock],
) -> None:
    desk = _with(at_desk[0], "wide_demand")
    narrow = determined(desk, a_request(desk, "US_SW_FED", ((NAME, *YEAR),)))
    assert not case_of(desk, narrow).approvals
    many = [f"user{number:03}@example.com" for number in range(101)]
    wide = determined(desk, a_request(desk, "US_SW_FED", (("C09", *YEAR),), accounts=many))
    (approval,) = case_of(desk, wide).approvals
    assert approval.kind == "wide_demand"
    assert "item 1" in approval.ground


def test_the_shipped_policy_asks_one_person_for_consent(
    at_desk: tuple[Desk, MovableClock],
) -> None:
    desk, _ = at_desk
    request = a_request(desk)
    facts.set_flags(desk, request, Flags(consent=True), "A letter is on file.")
    assert case_of(desk, request).request.flags.consent
    assert not case_of(desk, request).approvals
