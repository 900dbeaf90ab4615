"""What holds for every case that can be written down: nothing is produced or told that the law does not bear."""

from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lerdesk.base.errors import Refused
from lerdesk.domain.calendar import DueError
from lerdesk.domain.case_facts import FactsError, parse
from lerdesk.domain.checklist import questions_for
from lerdesk.domain.determination import decide
from lerdesk.domain.notice import FLAGS, NoticeInputs, notice
from lerdesk.domain.scope import cell_for_category
from lerdesk.domain.vocabulary import (
    SILENT_GAGS,
    Answer,
    Binding,
    Cell,
    Family,
    Gag,
    NoticeData,
    Outcome,
    Proposal,
    Severity,
)
from tests.unit.domain.made_facts import DEFECTS, case_facts, days, later
from tests.unit.domain.rulebook_fixture import shipped

pytestmark = pytest.mark.thorough
some = settings(max_examples=150, deadline=None)

GIVEN_OUT = {Outcome.PRODUCE_FULL, Outcome.PRODUCE_PARTIAL}
#: from what lets nothing out to what lets everything out
PERMISSIVE = [Proposal.BLOCK, Proposal.ESCALATE, Proposal.NARROW, Proposal.PRODUCE]
BINDS = [Binding.NO, Binding.ESCALATE, Binding.YES]


def decided(facts):
    case, warnings = parse(facts, shipped())
    assert warnings == []
    return case, decide(case, shipped())


@some
@given(case_facts())
def test_nothing_is_produced_without_a_cell_that_says_yes(facts):
    case, answer = decided(facts)
    for item, demand in zip(answer.items, case.items, strict=True):
        if item.proposal in {Proposal.PRODUCE, Proposal.NARROW}:
            cell = cell_for_category(shipped(), shipped().categories[demand.category], case)
            assert cell is not None
            assert cell.cell is Cell.YES
            assert demand.identified
    if answer.outcome in GIVEN_OUT:
        assert any(item.proposal in {Proposal.PRODUCE, Proposal.NARROW} for item in answer.items)


@some
@given(case_facts())
def test_only_what_binds_and_is_not_in_doubt_is_answered_with_data(facts):
    case, answer = decided(facts)
    if answer.binding is not Binding.YES or case.flags.suspected_fake:
        assert answer.outcome in {Outcome.REJECT, Outcome.ESCALATE}
    if case.flags.suspected_fake:
        assert answer.outcome is Outcome.ESCALATE
    if answer.outcome in GIVEN_OUT:
        questions = [shipped().questions[one.question] for one in answer.defects if one.failed]
        for question in questions:
            if question.stops.instrument and not question.silence:
                assert question.severity_for(case.process) is not Severity.BLOCK


@some
@given(case_facts())
def test_nobody_is_told_under_a_silence_in_force(facts):
    case, answer = decided(facts)
    process = shipped().processes[case.process]
    if answer.notice is None:
        assert process.silence_only
        return
    if (process.notice_gag or answer.gag) in SILENT_GAGS:
        assert not answer.notice.outcome.startswith(("NOTIFY", "OFFER", "REDIRECT", "NOTICE_"))
    assert (answer.notice.until is not None) == (
        answer.notice.outcome == "DELAY_UNTIL_EXPIRY" and case.gag.until is not None
    )


@some
@given(case_facts())
def test_every_part_of_an_answer_names_its_rule_and_the_same_facts_give_the_same_answer(facts):
    case, answer = decided(facts)
    said = [*answer.items, *answer.deadlines, *answer.defects]
    assert all(each.reason.strip() and each.citation.strip() for each in said)
    assert all(each.rule for each in (*answer.items, *answer.deadlines))
    assert set(answer.open_questions).isdisjoint(case.answers)
    assert answer.to_json() == decided(facts)[1].to_json()


@some
@given(case_facts(), st.data())
def test_another_failed_question_lets_nothing_more_out(facts, data):
    case, before = decided(facts)
    asked = questions_for(
        shipped(),
        case.process,
        gag_claimed=case.gag.kind is not Gag.NONE,
        state=case.state,
        viewing=True,
    )
    open_ones = [
        question
        for question in asked
        if question.id not in case.answers
        and not question.reminder
        and (question.id not in DEFECTS or case.gag.kind is Gag.COURT_DEFECTIVE)
    ]
    if not open_ones:
        return
    question = data.draw(st.sampled_from(open_ones))
    failing = Answer.YES if question.reversed else Answer.NO
    answers = {**facts["answers"], question.id: failing.value}
    after = decided({**facts, "answers": answers})[1]
    assert BINDS.index(after.binding) <= BINDS.index(before.binding)
    for was, now in zip(before.items, after.items, strict=True):
        assert PERMISSIVE.index(now.proposal) <= PERMISSIVE.index(was.proposal)
    if after.outcome is Outcome.PRODUCE_FULL:
        assert before.outcome is Outcome.PRODUCE_FULL
    if after.outcome is Outcome.PRODUCE_PARTIAL:
        # an item that waited for a lawyer and is blocked for good no longer holds the others back
        waited = any(item.proposal is Proposal.ESCALATE for item in before.items)
        assert before.outcome in GIVEN_OUT or (before.binding is Binding.YES and waited)


@some
@given(case_facts(), st.integers(1, 60))
def test_a_later_receipt_never_falls_due_earlier(facts, by):
    if facts["received_at"] is None:
        return
    received = later(facts["received_at"], timedelta(days=by))
    first = decided(facts)[1].deadlines
    second = decided({**facts, "received_at": received})[1].deadlines
    for one, two in zip(first, second, strict=True):
        assert one.kind is two.kind
        # the written date stands as a day beside a moment
        assert type(one.due) is not type(two.due) or one.due <= two.due
        if one.release_not_before and two.release_not_before:
            assert one.release_not_before <= two.release_not_before


FAR = st.sampled_from(
    ["0001-01-01", "1899-12-31", "1900-01-01", "2100-02-28", "2999-12-31", "9999-12-31"]
)


@some
@given(
    case_facts(),
    st.sampled_from(["received_at", "served_on", "issued_on", "return_on", "until", "from", "to"]),
    FAR,
)
def test_a_day_at_the_end_of_time_is_answered_or_refused_by_its_key(facts, key, day):
    if key == "until":
        facts = {**facts, "gag": {"kind": "COURT_FIXED", "until": day}, "answers": {}}
    elif key in {"from", "to"}:
        other = "to" if key == "from" else "from"
        facts = {**facts, "items": [{**each, key: day, other: None} for each in facts["items"]]}
    else:
        facts = {**facts, key: f"{day}T12:00:00Z" if key == "received_at" else day}
    try:
        decided(facts)
    except FactsError as refused:
        told = refused.key
    except DueError as refused:  # a Member State's holidays are known for some years alone
        told = str(refused)
    else:
        return
    assert told in {key, "served_on"} or told.startswith("calendar: the holidays of ")


def test_a_period_of_any_length_is_asked_about_and_never_breaks_off():
    for category in shipped().categories:
        item = {"category": category, "from": "9999-12-31"}
        facts = {
            "process": "US_SW_FED",
            "received_at": "2026-11-23T09:15:00-08:00",
            "items": [item],
        }
        assert decided(facts)[1].outcome is not None


@given(case_facts(), days())
@settings(max_examples=30, deadline=None)
def test_a_contradiction_is_refused_whatever_stands_beside_it(facts, day):
    with pytest.raises(Refused, match=r"^gag\.until: "):
        parse({**facts, "answers": {}, "gag": {"kind": "NONE", "until": day}}, shipped())


def how_far(outcome):
    """How far an outcome goes towards the customer; what a lawyer decides first is above all."""
    forms = [
        ("NO_NOTICE",),
        ("NOTICE_OPTIONAL",),
        ("NOTIFY", "OFFER", "REDIRECT", "DELAY"),
        ("ESCALATE",),
    ]
    return next(n for n, starts in enumerate(forms) if outcome.startswith(starts))


def test_a_higher_class_of_data_never_means_that_the_customer_is_told_less():
    for family, gag, bits in product(Family, Gag, product((False, True), repeat=len(FLAGS))):
        flags = dict(zip(FLAGS, bits, strict=True))
        none, records, content = (
            how_far(notice(shipped(), NoticeInputs(family, data, gag, **flags)).outcome)
            for data in (NoticeData.NONE, NoticeData.NONCONTENT, NoticeData.CONTENT)
        )
        assert none <= records, (family, gag, flags)
        # of content alone it is said that illegal conduct, found and approved, ends the promise to tell
        assert records <= content or flags["illegal"], (family, gag, flags)
