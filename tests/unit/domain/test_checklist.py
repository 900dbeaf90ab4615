"""What the answers to the validity questions come to."""

from dataclasses import replace

import pytest

from lerdesk.domain.checklist import findings, questions_for, said_in_letter
from lerdesk.domain.vocabulary import Answer, Severity
from tests.unit.domain.rulebook_fixture import shipped


@pytest.mark.parametrize(
    ("company", "obeys", "severity"),
    [
        ("", frozenset(), None),
        ("US-DE", frozenset(), None),
        ("US-DE", frozenset({"US-WA"}), None),
        ("US-WA", frozenset({"US-WA"}), Severity.WARN),
    ],
)
def test_a_statute_on_other_states_eases_where_the_companys_state_has_one(company, obeys, severity):
    rules = shipped()
    policy = replace(rules.policy, company_state=company, obeys_other_states=obeys)
    # a rulebook is itself and no other: a changed one is made anew
    changed = replace(rules, policy=policy)
    question = rules.questions["E306"]
    process = sorted(question.processes)[0]
    failing = Answer.YES if question.reversed else Answer.NO
    [found] = findings(changed, process, {"E306": failing})
    assert found.severity is (severity or question.severity_for(process))


def test_a_reminder_can_be_answered_and_comes_to_nothing():
    reminders = [question for question in shipped().questions.values() if question.reminder]
    assert reminders
    for question in reminders:
        process = sorted(question.processes)[0]
        for answer in Answer:
            assert not question.failed(answer)
            assert findings(shipped(), process, {question.id: answer}) == ()


def test_an_unclear_answer_warns_and_where_failing_blocks_it_escalates():
    for question in shipped().questions.values():
        if question.reminder:
            continue
        for process in question.processes:
            [found] = findings(shipped(), process, {question.id: Answer.UNCLEAR})
            blocks = question.severity_for(process) is Severity.BLOCK
            assert found.severity is (Severity.ESCALATE if blocks else Severity.WARN)
            assert found.reason.endswith("Answered: unclear.")
            assert not found.failed
            assert findings(shipped(), process, {question.id: Answer.NA}) == ()


def test_findings_come_in_the_reviewers_order_whatever_order_they_were_answered_in():
    asked = [
        question
        for question in questions_for(shipped(), "US_SW_FED", gag_claimed=True, viewing=True)
        if not question.reminder
    ]
    answers = {question.id: Answer.UNCLEAR for question in reversed(asked)}
    found = findings(shipped(), "US_SW_FED", answers)
    assert [each.question.id for each in found] == [question.id for question in asked]


def said(*failed, severity=Severity.BLOCK):
    return [one.id for one in said_in_letter(shipped(), [(each, severity) for each in failed])]


@pytest.mark.parametrize(
    ("failed", "told"),
    [
        (("E003", "E301"), ["E301"]),  # the clerk's seal is missing: once
        (("E003",), ["E003"]),
        (("E301",), ["E301"]),
        (("E002", "E101", "E120", "E003"), ["E120", "E003"]),
        (("E002", "X07", "X08"), ["X07"]),
        (("E409", "E702"), ["E409"]),
        (("E007", "E962", "E015"), ["E962", "E015"]),
        (("X05", "X14", "X24", "X34"), ["X05", "X14", "X24"]),
    ],
)
def test_a_letter_says_a_thing_once(failed, told):
    assert said(*failed) == told


def test_what_a_letter_does_not_say_covers_nothing():
    failed = [("E003", Severity.BLOCK), ("E301", Severity.WARN), ("E006", Severity.BLOCK)]
    assert [one.id for one in said_in_letter(shipped(), failed)] == ["E003"]


@pytest.mark.parametrize("process", sorted(shipped().processes))
def test_no_letter_has_a_sentence_twice(process):
    asked = questions_for(shipped(), process, gag_claimed=True, viewing=True)
    failed = [(one.id, one.severity_for(process)) for one in asked]
    sentences = [one.letter for one in said_in_letter(shipped(), failed)]
    assert sentences
    assert len(sentences) == len(set(sentences))
