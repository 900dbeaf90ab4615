"""What a request waits for, from what is recorded: one answer for every combination, and it never skips a gate."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from lerdesk.domain.notice_effect import TELL_FIRST, NoticeEffect
from lerdesk.domain.status import Progress, answer_kind, met_deadlines, next_step
from lerdesk.domain.vocabulary import DeadlineKind, LetterKind, Outcome, Status

TODAY = date(2026, 11, 24)
REVIEWED = Progress(TODAY, touched=True, demands=2)
FULL = replace(
    REVIEWED,
    determined=True,
    binding="yes",
    outcome=Outcome.PRODUCE_FULL,
    content=True,
    effect=NoticeEffect.TELL_BEFORE,
)


@pytest.mark.parametrize(
    ("progress", "status", "words", "place"),
    [
        (Progress(TODAY, process_known=False), "new", "Name the kind of process", "facts"),
        (Progress(TODAY, unconfirmed=3), "new", "Read and confirm", "facts"),
        (replace(REVIEWED, unconfirmed=1), "new", "Confirm 1 fact", "facts"),
        (replace(REVIEWED, open_questions=2), "review", "Answer 2 questions", "validity"),
        (Progress(TODAY), "review", "Enter what it demands", "scope"),
        (replace(REVIEWED, undecided=1), "review", "Decide 1 of 2 items", "scope"),
        (
            replace(REVIEWED, waiting_approval=True),
            "approval",
            "Second person: approve or decline",
            "approval",
        ),
        (REVIEWED, "review", "Record the determination", "determination"),
        (replace(REVIEWED, closed=True), "closed", "Closed", ""),
        (FULL, "notice", "Send the notice", "notice"),
        (replace(FULL, lapsed="It is open again"), "review", "It is open again", ""),
    ],
)
def test_each_step(progress: Progress, status: str, words: str, place: str) -> None:
    step = next_step(progress)
    assert (step.status.value, step.words, step.place) == (status, words, place)


def test_the_letter_that_answers() -> None:
    kinds = {outcome: answer_kind(outcome, "yes") for outcome in Outcome}
    assert kinds[Outcome.REJECT] is LetterKind.OBJECTION
    assert answer_kind(Outcome.REJECT, "no") is LetterKind.DEFICIENCY
    assert answer_kind(Outcome.REJECT, "no", failed=False) is LetterKind.OBJECTION
    assert kinds[Outcome.CURE] is LetterKind.DEFICIENCY
    assert kinds[Outcome.NO_RECORDS] is LetterKind.NOTHING_HELD
    assert kinds[Outcome.PRESERVE_ONLY] is LetterKind.PRESERVATION


def test_content_that_must_be_told_of_is_never_answered_or_disclosed_first() -> None:
    releases = [None, TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=1)]
    combinations = product(NoticeEffect, (True, False), releases, (True, False), ((), ("full",)))
    for what, told, release, content, answered in combinations:
        progress = replace(
            FULL,
            effect=what,
            told=told,
            release_on=release,
            content=content,
            answered=frozenset(answered),
        )
        status = next_step(progress).status
        first = what in TELL_FIRST and (content or what is NoticeEffect.TELL_BEFORE_ANY)
        if what is NoticeEffect.LOCKED or (first and not told):
            assert status is Status.NOTICE
        elif first and release and release > TODAY:
            assert status is Status.WAITING
        else:
            assert status in {Status.ANSWER, Status.DISCLOSE}


def test_after_the_disclosure_the_notice_is_owed_until_it_went() -> None:
    gone = replace(FULL, answered=frozenset({LetterKind.FULL}), disclosed=True)
    for what in TELL_FIRST:
        assert next_step(replace(gone, effect=what)).status is Status.NOTICE
        assert next_step(replace(gone, effect=what, told=True)).place == "close"
    later = replace(gone, effect=NoticeEffect.TELL_LATER, notify_on=date(2027, 1, 1))
    assert next_step(later).status is Status.SILENT
    assert next_step(later).due == "2027-01-01"
    held = replace(gone, effect=NoticeEffect.SILENT, review_on=date(2027, 5, 17))
    assert next_step(held).status is Status.SILENT
    assert next_step(replace(gone, effect=NoticeEffect.NOT_TOLD)).place == "close"


def test_every_combination_of_records_has_one_step_with_words() -> None:
    outcomes = (*Outcome, None)
    for outcome, binding, told, disclosed, kept in product(
        outcomes, ("yes", "no"), (True, False), (True, False), (None, TODAY)
    ):
        step = next_step(
            replace(
                FULL,
                outcome=outcome,
                binding=binding,
                told=told,
                disclosed=disclosed,
                preserved_until=kept,
                cure_by=kept,
            )
        )
        assert step.words
        assert step.status is not Status.CLOSED
        assert bool(step.place) or step.status in {Status.WAITING, Status.SILENT}


def test_a_second_person_is_waited_for_after_the_determination_too() -> None:
    step = next_step(replace(FULL, waiting_approval=True, response_due="2026-12-07"))
    assert (step.status, step.place, step.due) == (Status.APPROVAL, "approval", "2026-12-07")


@pytest.mark.parametrize(
    ("outcome", "kind", "day", "words"),
    [
        (
            Outcome.CURE,
            LetterKind.DEFICIENCY,
            "cure_by",
            "Wait for a corrected order, until 24 Nov 2026",
        ),
        (
            Outcome.PRESERVE_ONLY,
            LetterKind.PRESERVATION,
            "preserved_until",
            "Wait for process, until 24 Nov 2026",
        ),
    ],
)
def test_what_was_answered_waits_for_the_other_side_until_its_last_day(
    outcome: Outcome, kind: LetterKind, day: str, words: str
) -> None:
    answered = replace(FULL, outcome=outcome, answered=frozenset({kind}))
    waits = next_step(replace(answered, **{day: TODAY}))
    assert (waits.status, waits.words, waits.due) == (Status.WAITING, words, TODAY.isoformat())
    for over in (TODAY - timedelta(days=1), None):
        assert next_step(replace(answered, **{day: over})).place == "close"
    before = next_step(replace(answered, answered=frozenset(), **{day: TODAY}))
    assert (before.place, before.target) == ("letter", kind)


def test_a_requester_has_until_the_last_day_to_bring_an_order() -> None:
    offered = replace(FULL, effect=NoticeEffect.OFFER_THEN_TELL)
    waits = next_step(replace(offered, offer_until=TODAY))
    assert (waits.status, waits.due) == (Status.WAITING, TODAY.isoformat())
    for over in (TODAY - timedelta(days=1), None):
        assert next_step(replace(offered, offer_until=over)).words == "Send the notice"


def test_a_notice_that_a_lawyer_holds_is_owed_after_the_disclosure_too() -> None:
    gone = replace(FULL, answered=frozenset({LetterKind.FULL}), disclosed=True)
    locked = next_step(replace(gone, effect=NoticeEffect.LOCKED))
    assert (locked.status, locked.words) == (Status.NOTICE, "Ask a lawyer about the notice")


def test_the_time_to_answer_runs_until_the_answering_letter_is_issued() -> None:
    asked = replace(REVIEWED, answered=frozenset({LetterKind.FULL}))
    other = replace(FULL, answered=frozenset({LetterKind.ACKNOWLEDGEMENT}))
    assert not met_deadlines(asked)
    assert not met_deadlines(FULL)
    assert not met_deadlines(other)
    answered = replace(FULL, answered=frozenset({LetterKind.FULL}))
    assert met_deadlines(answered) == {DeadlineKind.RESPONSE}
