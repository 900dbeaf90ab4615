"""Promise 2: content goes only after the customer was told and had time, save where law or a finding says otherwise."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from lerdesk.base.clock import MovableClock
from lerdesk.base.errors import Refused
from lerdesk.desk import (
    approvals,
    checklist,
    closing,
    determination,
    facts,
    letters,
    notices,
    scope,
    stores,
)
from lerdesk.desk.inbox import rows
from lerdesk.desk.index import refresh_stale
from lerdesk.desk.progress import step_of
from lerdesk.desk.session import Desk
from lerdesk.desk.standing import production_of
from lerdesk.domain.request import Flags
from lerdesk.domain.vocabulary import Answer, Decision, LetterKind, Status
from tests.desk.builders import (
    ADA,
    BEN,
    BOB,
    FIRST,
    MESSAGES,
    NAME,
    NOW,
    SECOND,
    YEAR,
    a_desk,
    a_request,
    answered,
    case_of,
    decided,
    determined,
    disclosed,
    filled,
    found,
    notified,
    sent,
    silence,
)

GROUND = "The account sold forty goods that their makers reported as counterfeit."
HERE = ZoneInfo("America/Los_Angeles")


def _refused(desk: Desk, request: int, because: str, *numbers: int) -> None:
    with pytest.raises(Refused, match=because):
        disclosed(desk, request, *(numbers or (2,)))
    draft = letters.draft(desk, request, LetterKind.FULL)
    with pytest.raises(Refused):
        letters.issue(desk, filled(desk, draft.letter_id))
    assert not list(case_of(desk, request).issued("full"))


def test_content_waits_for_the_notice_and_other_data_does_not(desk: Desk) -> None:
    request = determined(desk, a_request(desk))
    _refused(desk, request, "has not been told")
    _refused(desk, request, "has not been told", 1, 2)
    disclosed(desk, request, 1)


def test_content_keeps_its_notice_after_other_data_went(desk: Desk, clock: MovableClock) -> None:
    request = determined(desk, a_request(desk))
    disclosed(desk, request, 1)
    assert step_of(found(desk, request)).words == "Send the notice"
    notified(desk, request)
    _refused(desk, request, "waiting period")
    clock.advance(days=7)
    sent(desk, request, LetterKind.FULL)
    disclosed(desk, request, 2)
    assert step_of(found(desk, request)).place == "close"


def test_the_waiting_period_day_by_day(desk: Desk, clock: MovableClock) -> None:
    request = determined(desk, a_request(desk))
    notified(desk, request)
    for _ in range(7):
        _refused(desk, request, "not before 1 Dec 2026")
        clock.advance(days=1)
    assert found(desk, request).today == date(2026, 12, 1)
    sent(desk, request, LetterKind.FULL)
    disclosed(desk, request, 2)


@pytest.mark.parametrize(
    ("zone", "minutes", "goes"),
    [
        ("America/Los_Angeles", -1, False),
        ("America/Los_Angeles", 0, True),
        ("Europe/Berlin", -1, False),
        ("Europe/Berlin", 0, True),
    ],
)
def test_the_period_ends_at_midnight_where_the_organisation_is(
    tmp_path: Path, zone: str, minutes: int, goes: bool
) -> None:
    desk, clock = a_desk(tmp_path, zone=zone)
    request = determined(desk, a_request(desk))
    notified(desk, request)
    midnight = datetime(2026, 12, 1, tzinfo=ZoneInfo(zone))
    clock.move_to(midnight + timedelta(minutes=minutes))
    if goes:
        disclosed(desk, request, 2)
    else:
        _refused(desk, request, "waiting period")
    desk.close()


def test_a_notice_sent_late_in_the_evening_counts_from_its_own_day(
    desk: Desk, clock: MovableClock
) -> None:
    request = determined(desk, a_request(desk))
    clock.move_to(datetime(2026, 11, 24, 23, 59, tzinfo=HERE))  # the 25th in UTC
    notified(desk, request)
    assert production_of(found(desk, request)).release_on == date(2026, 12, 1)


def test_neither_notice_nor_disclosure_is_dated_back(desk: Desk, clock: MovableClock) -> None:
    request = determined(desk, a_request(desk))
    view = notices.draft(desk, request)
    with pytest.raises(Refused, match="not sent before today"):
        notices.issue(desk, filled(desk, view.letter_id), "post", sent_at=NOW - timedelta(days=8))
    with pytest.raises(Refused, match="after this moment"):
        notices.issue(desk, view.letter_id, "post", sent_at=NOW + timedelta(minutes=1))
    paper = notices.issue(desk, view.letter_id, "post")
    with pytest.raises(Refused, match="between its issue"):
        notices.record_sent(desk, paper.letter_id, NOW - timedelta(days=8), "post")
    clock.advance(days=2)
    notices.record_sent(desk, paper.letter_id, clock.moment, "post")
    assert production_of(found(desk, request)).release_on == date(2026, 12, 3)
    with pytest.raises(Refused, match="before the determination"):
        disclosed(desk, request, 1, at=NOW - timedelta(days=1))
    with pytest.raises(Refused, match="once it was made"):
        disclosed(desk, request, 2, at=clock.moment + timedelta(days=30))


def test_a_notice_that_came_back_stands_open_again(desk: Desk, clock: MovableClock) -> None:
    request = determined(desk, a_request(desk))
    paper = notified(desk, request)
    clock.advance(days=8)
    today = found(desk, request).today
    with pytest.raises(Refused, match="between its sending and today"):
        notices.came_back(desk, paper.letter_id, today + timedelta(days=1), "Unknown.")
    with pytest.raises(Refused, match="why"):
        notices.came_back(desk, paper.letter_id, today, " ")
    notices.came_back(desk, paper.letter_id, today, "The mailbox does not exist.")
    assert step_of(found(desk, request)).words == "Send the notice"
    _refused(desk, request, "has not been told")
    with pytest.raises(Refused, match="came back"):
        notices.record_sent(desk, paper.letter_id, clock.moment, "post")
    notified(desk, request, "post")
    _refused(desk, request, "waiting period")
    clock.advance(days=7)
    disclosed(desk, request, 2)


def test_a_notice_that_came_back_after_the_disclosure_is_owed_again(
    desk: Desk, clock: MovableClock
) -> None:
    request = determined(desk, a_request(desk))
    paper = notified(desk, request)
    clock.advance(days=7)
    sent(desk, request, LetterKind.FULL)
    disclosed(desk, request, 1, 2)
    notices.came_back(desk, paper.letter_id, found(desk, request).today, "Moved.")
    assert step_of(found(desk, request)).status is Status.NOTICE
    with pytest.raises(Refused, match="cannot be closed yet"):
        closing.close(desk, request)


def test_each_customer_is_told(desk: Desk, clock: MovableClock) -> None:
    request = determined(desk, a_request(desk, accounts=(ADA, BOB)))
    first = notified(desk, request)
    clock.advance(days=3)
    _refused(desk, request, "has not been told")
    second = notified(desk, request)
    texts = [letters.load(desk, paper.letter_id).to for paper in (first, second)]
    assert texts == [ADA, BOB]
    clock.advance(days=6)
    _refused(desk, request, "waiting period")
    clock.advance(days=1)
    disclosed(desk, request, 2)


def test_an_account_cannot_be_dismissed_to_leave_its_customer_untold(desk: Desk) -> None:
    request = determined(desk, a_request(desk, accounts=(ADA, BOB)))
    notified(desk, request)
    account = [f for f in case_of(desk, request).facts if f.field == "identifier"][-1]
    with pytest.raises(Refused, match="determination"):
        facts.dismiss_fact(desk, account.id)
    facts.correct_fact(desk, account.id, "carol@example.net")
    _refused(desk, request, "has not been told")


def test_nobody_is_told_where_the_order_names_nobody(desk: Desk) -> None:
    request = determined(desk, a_request(desk, accounts=()), "produce", "object")
    with pytest.raises(Refused):
        notified(desk, request)
    assert case_of(desk, request).notices == ()


def test_a_notice_about_other_data_does_not_release_content(
    desk: Desk, clock: MovableClock
) -> None:
    request = determined(desk, a_request(desk), "produce", "object")
    assert notices.draft(desk, request).title == "Notice of non-content"
    notified(desk, request)
    clock.advance(days=30)
    determination.reopen(desk, request, "The objection to item 2 is given up.")
    decided(desk, request, "produce", "produce")
    determination.determine(desk, request)
    _refused(desk, request, "has not been told")
    notified(desk, request)
    clock.advance(days=7)
    disclosed(desk, request, 2)


@pytest.mark.parametrize("variant", ["delayed", "optional"])
def test_only_the_notice_that_fits_can_be_issued(desk: Desk, variant: str) -> None:
    request = determined(desk, a_request(desk))
    view = letters.draft(desk, request, LetterKind.NOTICE, variant)
    with pytest.raises(Refused, match="fits now is another: notice before disclosure"):
        notices.issue(desk, filled(desk, view.letter_id), "e-mail")
    with pytest.raises(Refused, match="how it goes"):
        letters.issue(desk, view.letter_id)


def test_under_silence_content_goes_and_the_notice_is_owed(desk: Desk, clock: MovableClock) -> None:
    request = determined(desk, a_request(desk, gag=silence(date(2027, 5, 3))))
    with pytest.raises(Refused, match="silence until 3 May 2027"):
        notified(desk, request)
    sent(desk, request, LetterKind.FULL)
    disclosed(desk, request, 1, 2)
    assert step_of(found(desk, request)).status is Status.SILENT
    with pytest.raises(Refused, match="cannot be closed"):
        closing.close(desk, request)
    clock.move_to(datetime(2027, 5, 3, 23, 59, tzinfo=HERE))
    assert refresh_stale(desk) == 0
    with pytest.raises(Refused, match="silence"):
        notified(desk, request)
    clock.move_to(datetime(2027, 5, 4, tzinfo=HERE))
    assert refresh_stale(desk) == 1
    assert rows(desk, (request,))[0].step.words == "Send the delayed notice"
    assert notices.draft(desk, request).title == "Delayed notice"
    notified(desk, request)
    closing.close(desk, request)


def test_silence_that_ended_before_the_disclosure_means_telling_first(
    desk: Desk, clock: MovableClock
) -> None:
    request = determined(desk, a_request(desk, gag=silence(date(2026, 11, 27))))
    assert step_of(found(desk, request)).status is Status.ANSWER
    clock.move_to(datetime(2026, 11, 28, 0, 1, tzinfo=HERE))
    assert refresh_stale(desk) == 1
    assert rows(desk, (request,))[0].status is Status.NOTICE
    _refused(desk, request, "has not been told")
    with pytest.raises(Refused, match="before the determination"):
        disclosed(desk, request, 2, at=NOW - timedelta(minutes=1))
    notified(desk, request)
    _refused(desk, request, "waiting period")


def test_silence_lifted_after_the_disclosure_leaves_the_notice_owed(desk: Desk) -> None:
    request = determined(desk, a_request(desk, gag=silence()))
    sent(desk, request, LetterKind.FULL)
    disclosed(desk, request, 1, 2)
    assert step_of(found(desk, request)).words.startswith("Silence without an end; review on")
    (gag,) = (f for f in case_of(desk, request).facts if f.field == "nondisclosure")
    facts.dismiss_fact(desk, gag.id)
    assert step_of(found(desk, request)).status is Status.NOTICE


def test_silence_claimed_after_the_determination_is_examined_first(desk: Desk) -> None:
    request = determined(desk, a_request(desk))
    facts.assign_fact(desk, request, None, "nondisclosure", "order until 3 Nov 2099", None)
    _refused(desk, request, "open again: 11 questions")
    assert step_of(found(desk, request)).words.endswith("11 questions")


def test_of_two_silences_the_longer_binds(desk: Desk) -> None:
    request = answered(desk, a_request(desk, gag=silence(date(2026, 11, 23))))
    facts.assign_fact(desk, request, None, "nondisclosure", "order until 3 Nov 2027", None)
    determined(desk, request)
    assert found(desk, request).silence_until == date(2027, 11, 3)
    with pytest.raises(Refused, match="silence until 3 Nov 2027"):
        notified(desk, request)


def test_a_mere_request_for_silence_gives_five_days_then_the_customer_is_told(
    desk: Desk, clock: MovableClock
) -> None:
    received = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
    clock.move_to(received)
    request = a_request(desk, gag=silence(kind="request"), received_at=received)
    determined(desk, request)
    offered = date(2026, 12, 2)  # five business days, Thanksgiving is none
    assert step_of(found(desk, request)).due == offered.isoformat()
    assert step_of(found(desk, request)).status is Status.WAITING
    with pytest.raises(Refused, match="until 2 Dec 2026"):
        notified(desk, request)
    _refused(desk, request, "has not been told")
    clock.move_to(datetime(2026, 12, 3, 8, 0, tzinfo=HERE))
    assert refresh_stale(desk) == 1
    notified(desk, request)
    _refused(desk, request, "waiting period")
    clock.advance(days=7)
    disclosed(desk, request, 2)


def test_a_silence_order_without_a_judge_is_a_request(desk: Desk) -> None:
    request = answered(desk, a_request(desk, gag=silence(date(2027, 5, 3))))
    checklist.answer(desk, request, "E981", Answer.NO)
    determined(desk, request, E981="no")
    _refused(desk, request, "has not been told")


def test_illegal_conduct_is_found_by_one_and_approved_by_another(desk: Desk) -> None:
    request = determined(desk, a_request(desk))
    with pytest.raises(Refused, match="ground"):
        notices.find_illegal_conduct(desk, request, "Bad.")
    approval = notices.find_illegal_conduct(desk, request, GROUND)
    _refused(desk, request, "has not been told")
    assert step_of(found(desk, request)).status is Status.APPROVAL
    with pytest.raises(Refused, match="cannot approve it"):
        approvals.approve(desk, approval, FIRST)
    with pytest.raises(Refused, match="fits no key slot"):
        approvals.approve(desk, approval, "sixteen other words")
    stores.rename_person(desk, "Ann Married")
    with pytest.raises(Refused, match="cannot approve it"):
        approvals.approve(desk, approval, FIRST)
    assert not case_of(desk, request).request.flags.illegal_use
    assert approvals.approve(desk, approval, SECOND) == BEN
    with pytest.raises(Refused, match="approved already"):
        approvals.decline(desk, approval, SECOND, "On second thoughts.")
    with pytest.raises(Refused, match="customer is not told"):
        notices.issue(desk, filled(desk, notices.draft(desk, request).letter_id), "e-mail")
    disclosed(desk, request, 2)


def test_a_declined_finding_releases_nothing(desk: Desk) -> None:
    request = determined(desk, a_request(desk))
    approval = notices.find_illegal_conduct(desk, request, GROUND)
    with pytest.raises(Refused, match="reason"):
        approvals.decline(desk, approval, SECOND, "")
    approvals.decline(desk, approval, SECOND, "The goods may be used ones.")
    _refused(desk, request, "has not been told")
    flags = case_of(desk, request).request.flags
    with pytest.raises(Refused, match="second person"):
        facts.set_flags(desk, request, Flags(illegal_use=True), "It is plain.")
    assert case_of(desk, request).request.flags == flags


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Desk]:
    """A store with one slot."""
    desk, _ = a_desk(tmp_path, second=False)
    yield desk
    desk.close()


def test_in_a_store_with_one_slot_a_finding_waits_and_says_why(alone: Desk) -> None:
    request = determined(alone, a_request(alone))
    approval = notices.find_illegal_conduct(alone, request, GROUND)
    with pytest.raises(Refused):
        approvals.approve(alone, approval, FIRST)
    (row,) = case_of(alone, request).approvals
    assert "one key slot" in (approvals.why_waiting(alone, row) or "")
    _refused(alone, request, "has not been told")


def test_what_is_not_content_needs_no_notice(desk: Desk) -> None:
    request = determined(desk, a_request(desk, "US_GJ_FED", ((NAME, *YEAR),)))
    assert step_of(found(desk, request)).status is Status.ANSWER
    sent(desk, request, LetterKind.FULL)
    disclosed(desk, request, 1)
    closing.close(desk, request)


def test_a_civil_subpoena_waits_ten_days_for_anything(desk: Desk, clock: MovableClock) -> None:
    request = determined(desk, a_request(desk, "US_CIVIL_SUBP", ((NAME, *YEAR),)))
    _refused(desk, request, "has not been told", 1)
    notified(desk, request)
    clock.advance(days=9)
    _refused(desk, request, "not before 4 Dec 2026", 1)
    clock.advance(days=1)
    sent(desk, request, LetterKind.FULL)
    disclosed(desk, request, 1)


@pytest.mark.parametrize("flag", ["safety_risk", "account_compromised"])
def test_where_a_lawyer_decides_about_the_notice_nothing_goes(desk: Desk, flag: str) -> None:
    request = determined(desk, a_request(desk))
    facts.set_flags(desk, request, Flags(**{flag: True}), "The customer called.")
    _refused(desk, request, "ask a lawyer first", 1)
    with pytest.raises(Refused, match="Nobody may be told"):
        notified(desk, request)


def test_an_order_refused_leaves_the_customer_untold(desk: Desk) -> None:
    request = a_request(desk, "US_GJ_FED", ((MESSAGES, *YEAR),))
    determined(desk, request, "object")
    with pytest.raises(Refused, match="nothing to tell"):
        notified(desk, request)


def test_an_answer_to_the_silence_questions_cannot_be_given_where_none_is_claimed(
    desk: Desk,
) -> None:
    request = a_request(desk)
    with pytest.raises(Refused, match="not asked of this process"):
        checklist.answer(desk, request, "E981", Answer.YES)
    assert MESSAGES in {d.category for d in case_of(desk, request).demands}


def test_the_consent_that_a_process_carries_is_asked_after_the_determination_too(
    desk: Desk,
) -> None:
    request = answered(desk, a_request(desk, "US_CONSENT", ((MESSAGES, *YEAR),)))
    assert found(desk, request).notice_rule == "N21"
    why = "The account's holder consents in writing."
    scope.decide(desk, request, 1, Decision.PRODUCE, reason=why)
    determination.determine(desk, request)
    assert found(desk, request).notice_rule == "N21"
