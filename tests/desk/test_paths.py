"""Status and next step along every path, as the inbox shows them; what passes with time alone."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from lerdesk.base.clock import MovableClock
from lerdesk.base.errors import Refused
from lerdesk.desk import approvals, closing, determination, facts, inbox, notices, review
from lerdesk.desk.inbox import InboxQuery
from lerdesk.desk.index import refresh_stale
from lerdesk.desk.session import Desk
from lerdesk.domain.request import FactState
from lerdesk.domain.vocabulary import LetterKind
from tests.desk.builders import (
    MESSAGES,
    NAME,
    SECOND,
    YEAR,
    a_request,
    answered,
    case_of,
    decided,
    determined,
    disclosed,
    notified,
    sent,
    silence,
)

SUBPOENA = "US_GJ_FED"
HERE = ZoneInfo("America/Los_Angeles")


def _shown(desk: Desk, request: int) -> tuple[str, str]:
    """Status and step of the inbox's row, which say what the review says."""
    (row,) = inbox.rows(desk, (request,))
    view = review.look(desk, request)
    assert (row.status, row.step.words) == (view.status, view.step.words)
    assert row.step.place == view.step.place
    return row.status.value, row.step.words


def test_from_receipt_to_a_full_response_after_notice(desk: Desk, clock: MovableClock) -> None:
    request = a_request(desk, state=FactState.PROPOSED)
    assert _shown(desk, request) == ("new", "Read and confirm")
    first, *others = case_of(desk, request).unconfirmed
    facts.confirm_fact(desk, first.id)
    assert _shown(desk, request) == ("new", f"Confirm {len(others)} facts")
    for fact in others:
        facts.confirm_fact(desk, fact.id)
    count = len(review.look(desk, request).questions)
    assert _shown(desk, request) == ("review", f"Answer {count} questions")
    answered(desk, request)
    assert _shown(desk, request) == ("review", "Decide 2 of 2 items")
    decided(desk, request, "produce")
    assert _shown(desk, request) == ("review", "Decide 1 of 2 items")
    decided(desk, request, "produce", "produce")
    assert _shown(desk, request) == ("review", "Record the determination")
    determination.determine(desk, request)
    assert _shown(desk, request) == ("notice", "Send the notice")
    assert inbox.counts(desk).notices == 1
    notified(desk, request)
    assert _shown(desk, request) == ("waiting", "Wait: customer told, 7 days left")
    clock.advance(days=6)
    assert refresh_stale(desk) == 1
    assert _shown(desk, request) == ("waiting", "Wait: customer told, 1 day left")
    assert refresh_stale(desk) == 0
    clock.advance(days=1)
    assert refresh_stale(desk) == 1
    assert _shown(desk, request) == ("answer", "Issue the full response")
    sent(desk, request, LetterKind.FULL)
    assert _shown(desk, request) == ("disclose", "Record the disclosure")
    disclosed(desk, request, 1, 2)
    assert _shown(desk, request) == ("disclose", "Close the request")
    closing.close(desk, request)
    assert _shown(desk, request) == ("closed", "Closed")
    assert inbox.ids(desk, InboxQuery("open")) == ()
    assert inbox.ids(desk, InboxQuery("closed")) == (request,)


def test_a_partial_response_to_a_subpoena_that_asks_for_content(desk: Desk) -> None:
    request = determined(desk, a_request(desk, SUBPOENA), "produce", "object")
    assert _shown(desk, request) == ("answer", "Issue the partial response")
    sent(desk, request, LetterKind.PARTIAL)
    disclosed(desk, request, 1)
    closing.close(desk, request)
    assert _shown(desk, request)[0] == "closed"


def test_no_response_on_its_face_by_objection_or_with_nothing_held(desk: Desk) -> None:
    failed = answered(desk, a_request(desk, SUBPOENA), E003="no")
    determination.determine(desk, failed)
    assert _shown(desk, failed) == ("answer", "Answer the deficiency")
    objected = determined(desk, a_request(desk, SUBPOENA), "object", "object")
    assert _shown(desk, objected) == ("answer", "Issue the objection")
    empty = determined(desk, a_request(desk, SUBPOENA), "nothing_held", "nothing_held")
    assert _shown(desk, empty) == ("answer", "Answer that nothing is held")
    kinds = (LetterKind.DEFICIENCY, LetterKind.OBJECTION, LetterKind.NOTHING_HELD)
    for request, kind in zip((failed, objected, empty), kinds, strict=True):
        sent(desk, request, kind)
        assert _shown(desk, request) == ("answer", "Close the request")
        closing.close(desk, request)


def test_a_cure_is_waited_for_and_then_closed(desk: Desk, clock: MovableClock) -> None:
    request = answered(desk, a_request(desk, SUBPOENA), E015="no")
    determination.determine(desk, request)
    assert _shown(desk, request) == ("answer", "Answer the deficiency")
    sent(desk, request, LetterKind.DEFICIENCY)
    assert _shown(desk, request) == ("waiting", "Wait for a corrected order, until 8 Dec 2026")
    clock.move_to(datetime(2026, 12, 8, 23, 59, tzinfo=HERE))
    assert refresh_stale(desk) == 0
    clock.move_to(datetime(2026, 12, 9, tzinfo=HERE))
    assert refresh_stale(desk) == 1
    assert _shown(desk, request) == ("answer", "Close the request")


def test_a_corrected_order_begins_again_and_needs_its_own_answer(desk: Desk) -> None:
    request = answered(desk, a_request(desk, SUBPOENA, ((NAME, *YEAR),)), E015="no")
    determination.determine(desk, request)
    sent(desk, request, LetterKind.DEFICIENCY)
    determination.reopen(desk, request, "The missing page came.")
    determined(desk, request)
    assert _shown(desk, request) == ("answer", "Issue the full response")
    sent(desk, request, LetterKind.FULL)
    assert _shown(desk, request) == ("disclose", "Record the disclosure")


def test_while_the_customers_time_runs_nothing_is_closed(desk: Desk) -> None:
    request = answered(desk, a_request(desk), E015="no")
    determination.determine(desk, request)
    sent(desk, request, LetterKind.DEFICIENCY)
    determination.reopen(desk, request, "The missing page came.")
    determined(desk, request)
    notified(desk, request)
    assert _shown(desk, request)[0] == "waiting"
    with pytest.raises(Refused, match="cannot be closed yet"):
        closing.close(desk, request)
    assert _shown(desk, request)[0] == "waiting"


def test_a_preservation_is_confirmed_and_waits_for_process(desk: Desk, clock: MovableClock) -> None:
    request = answered(desk, a_request(desk, "US_PRESERVE_2703F"))
    assert _shown(desk, request) == ("review", "Record the determination")
    determination.determine(desk, request)
    assert _shown(desk, request) == ("answer", "Confirm the preservation")
    sent(desk, request, LetterKind.PRESERVATION)
    status, words = _shown(desk, request)
    assert status == "waiting"
    assert words.startswith("Wait for process, until ")
    until = date.fromisoformat(inbox_due(desk, request))
    clock.move_to(datetime(until.year, until.month, until.day, 23, 0, tzinfo=HERE))
    assert refresh_stale(desk) == 0
    clock.advance(hours=1)
    assert refresh_stale(desk) == 1
    assert _shown(desk, request) == ("answer", "Close the request")


def inbox_due(desk: Desk, request: int) -> str:
    """The day that the row is sorted by."""
    (row,) = inbox.rows(desk, (request,))
    return row.due.order[:10]


def test_silence_then_the_delayed_notice(desk: Desk, clock: MovableClock) -> None:
    request = determined(desk, a_request(desk, gag=silence(date(2026, 12, 24))))
    sent(desk, request, LetterKind.FULL)
    disclosed(desk, request, 1, 2)
    assert _shown(desk, request) == ("silent", "Silence; tell the customer on 25 Dec 2026")
    assert [row.group for row in notices.queue(desk)] == ["Silence ordered"]
    shown = inbox.preview(desk, request)
    assert shown.silence == "Silence ordered until 24 Dec 2026"
    assert [words.partition(":")[0] for words in shown.deadlines] == ["Silence"]
    clock.move_to(datetime(2026, 12, 25, 9, 0, tzinfo=HERE))
    assert inbox.preview(desk, request).silence == "Silence ended 24 Dec 2026"
    assert [row.group for row in notices.queue(desk)] == ["Due today"]
    assert refresh_stale(desk) == 1
    assert _shown(desk, request) == ("notice", "Send the delayed notice")
    notified(desk, request)
    assert _shown(desk, request) == ("disclose", "Close the request")


def test_silence_without_an_end_is_reviewed_again_and_again(
    desk: Desk, clock: MovableClock
) -> None:
    request = determined(desk, a_request(desk, gag=silence()))
    sent(desk, request, LetterKind.FULL)
    disclosed(desk, request, 1, 2)
    assert _shown(desk, request) == ("silent", "Silence without an end; review on 17 May 2027")
    clock.move_to(datetime(2027, 5, 18, 9, 0, tzinfo=HERE))
    assert refresh_stale(desk) == 1
    assert _shown(desk, request) == ("silent", "Silence without an end; review on 13 Nov 2027")


def test_a_finding_waits_for_the_second_person(desk: Desk) -> None:
    request = determined(desk, a_request(desk))
    approval = notices.find_illegal_conduct(desk, request, "Sold goods reported as stolen.")
    assert _shown(desk, request) == ("approval", "Second person: approve or decline")
    approvals.approve(desk, approval, SECOND)
    assert _shown(desk, request) == ("answer", "Issue the full response")
    assert [row.group for row in notices.queue(desk)] == ["Not told, decided"]


def test_an_unknown_process_is_named_first_and_a_silence_order_alone_is_closed(
    desk: Desk,
) -> None:
    request = a_request(desk, None)
    assert _shown(desk, request) == ("new", "Name the kind of process")
    alone = answered(desk, a_request(desk, "US_NDO_2705B", (), gag=silence()))
    determination.determine(desk, alone)
    assert _shown(desk, alone) == ("answer", "Close the request")
    closing.close(desk, alone)
    assert _shown(desk, alone) == ("closed", "Closed")


def test_what_the_due_date_says_moves_with_the_clock(desk: Desk, clock: MovableClock) -> None:
    received = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
    request = a_request(
        desk, SUBPOENA, ((MESSAGES, *YEAR),), date_due="2026-12-07", received_at=received
    )
    words = []
    for day in (date(2026, 11, 24), date(2026, 12, 6), date(2026, 12, 7), date(2026, 12, 9)):
        clock.move_to(datetime(day.year, day.month, day.day, 9, 0, tzinfo=HERE))
        words.append(inbox.rows(desk, (request,))[0].due.urgency)
    assert words == ["later", "soon", "today", "late"]
    assert inbox.ids(desk, InboxQuery("overdue")) == (request,)


def test_a_paper_that_is_no_request_leaves_the_inbox_with_a_note(desk: Desk) -> None:
    request = a_request(desk)
    for fact in case_of(desk, request).facts:
        if fact.field == "process_type":
            facts.dismiss_fact(desk, fact.id)
    with pytest.raises(Refused, match="closed with a note"):
        closing.close(desk, request)
    closing.close(desk, request, "An invoice of a supplier.")
    assert _shown(desk, request) == ("closed", "Closed")
