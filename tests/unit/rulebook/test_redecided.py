"""Which facts would be decided otherwise under another rulebook, and how that is said."""

from dataclasses import replace
from datetime import date

import pytest

from lerdesk.base.errors import Refused
from lerdesk.domain.vocabulary import Cell, DataClass, Severity, Side
from lerdesk.rulebook import load
from lerdesk.rulebook.changes.decision_words import case_name, decision_words
from lerdesk.rulebook.changes.plain_values import plain
from lerdesk.rulebook.changes.redecided import redecide

RULES = load()
SUBPOENA = {
    "process": "US_GJ_FED",
    "received_at": "2026-11-23T09:15:00-08:00",
    "answers": {"E003": "yes"},
    "items": [{"id": "1", "category": "C01"}, {"id": "2", "category": "C08", "from": "2026-01-01"}],
}


def with_cell(process, data_class, cell):
    row = RULES.matrix.cells[process]
    changed = {**row, data_class: replace(row[data_class], cell=cell)}
    matrix = replace(RULES.matrix, cells={**RULES.matrix.cells, process: changed})
    return replace(RULES, matrix=matrix)


def with_question(question_id, **changes):
    question = replace(RULES.questions[question_id], **changes)
    return replace(RULES, questions={**RULES.questions, question_id: question})


def told(value, new, old=RULES):
    case = redecide(1, value, old, new)
    return decision_words(case, old, new)


def test_what_is_only_worded_otherwise_is_decided_as_before():
    new = with_question("E003", text="Otherwise?", letter="Otherwise.", citation="elsewhere")
    assert redecide(1, {**SUBPOENA, "answers": {"E003": "no"}}, RULES, new).changes == ()


def test_a_cell_that_changes_tells_item_outcome_and_reason():
    sentences = told(SUBPOENA, with_cell("US_GJ_FED", DataClass.BUSINESS, Cell.NO))
    assert sentences[0] == (
        "Outcome: was full response (PRODUCE_FULL), is now partial response (PRODUCE_PARTIAL)."
    )
    cell = RULES.matrix.cells["US_GJ_FED"][DataClass.BUSINESS]
    assert sentences[1].startswith(
        "Item 2, proposal: was produce (PRODUCE), is now object (BLOCK). "
    )
    assert cell.citation in sentences[1]
    assert len(sentences) == 2


def test_a_severity_that_changes_tells_binding_outcome_and_defect():
    value = {**SUBPOENA, "answers": {"E001": "no"}}
    sentences = told(value, with_question("E001", severity=Severity.CURE))
    assert "Binding: was no, is now yes." in sentences
    assert "Question E001: was BLOCK, is now CURE." in sentences
    assert any(
        one.startswith("Outcome: was no response (REJECT), is now to be corrected")
        for one in sentences
    )
    assert any(one.startswith("Notice: was nothing to tell (") for one in sentences)


def test_a_clock_that_changes_tells_both_days():
    clocks = {**RULES.clocks, "K27": replace(RULES.clocks["K27"], count=8)}
    order = {
        "process": "EU_EPOC_SUBS_ID",
        "entity_in": "LU",
        "received_at": "2026-11-23T09:15:00-08:00",
        "items": [{"id": "1", "category": "C01"}],
    }
    assert told(order, replace(RULES, clocks=clocks)) == (
        "Deadline for the response: was 3 December 2026, is now 1 December 2026.",
    )


def test_a_deadline_that_comes_or_goes_is_told_with_its_day():
    process = replace(RULES.processes["US_PRESERVE_2703F"], clocks={})
    fewer = replace(RULES, processes={**RULES.processes, process.id: process})
    letter = {"process": "US_PRESERVE_2703F", "received_at": "2026-11-23T09:15:00-08:00"}
    (gone,) = told(letter, fewer)
    (there,) = told(letter, RULES, old=fewer)
    assert gone.startswith("Deadline for the end of the preservation: no longer there (was ")
    assert there.startswith("Deadline for the end of the preservation: now there, ")


def test_a_notice_row_that_changes_tells_outcome_and_until():
    rows = tuple(
        replace(row, outcome="NO_NOTICE_STATUTORY") if row.outcome == "DELAY_UNTIL_EXPIRY" else row
        for row in RULES.notice
    )
    value = {
        "process": "US_SW_FED",
        "gag": {"kind": "COURT_FIXED", "until": "2027-11-20"},
        "items": [{"id": "1", "category": "C01"}],
    }
    sentences = told(value, replace(RULES, notice=rows))
    assert sentences[0].startswith(
        "Notice: was tell later (DELAY_UNTIL_EXPIRY), is now silent (NO_NOTICE_STATUTORY). "
    )
    assert sentences[1] == "The notice waits until: was 20 November 2027, is now none."


def test_a_question_that_is_new_is_open():
    question = replace(RULES.questions["E003"], id="E999")
    new = replace(RULES, questions={**RULES.questions, "E999": question})
    assert told(SUBPOENA, new) == (f"Question E999 is now open: {question.text}",)
    assert told(SUBPOENA, RULES, old=new) == (f"Question E999 is no longer open: {question.text}",)


def test_a_defect_that_comes_or_goes_is_told():
    value = {**SUBPOENA, "answers": {"E003": "no"}}
    reversed_one = with_question("E003", reversed=True)
    gone = [one for one in told(value, reversed_one) if one.startswith("Question E003")]
    there = [one for one in told(value, RULES, old=reversed_one) if one.startswith("Question E003")]
    assert gone[0].startswith("Question E003 no longer stands as a defect (was ")
    assert there[0].startswith("Question E003 now stands as a defect, ")
    assert RULES.questions["E003"].citation in there[0]


def test_facts_that_one_rulebook_alone_accepts_are_decided_otherwise():
    fewer = replace(
        RULES, processes={key: one for key, one in RULES.processes.items() if key != "US_NSL"}
    )
    value = {"process": "US_NSL"}
    (gone,) = told(value, fewer)
    (there,) = told(value, RULES, old=fewer)
    assert gone.startswith("No longer accepted: process: ")
    assert there.startswith("Now accepted; before it was refused: process: ")
    case = redecide(3, value, RULES, fewer)
    assert case_name(case, RULES, fewer) == "Facts 3 (US_NSL, National security letter)"


def test_facts_that_neither_accepts_are_refused():
    with pytest.raises(Refused, match="process: "):
        redecide(1, {"process": "US_XX"}, RULES, RULES)


def test_an_unknown_key_is_a_warning_once():
    assert redecide(1, {**SUBPOENA, "colour": 1}, RULES, RULES).warnings == (
        "colour: unknown, ignored",
    )


def test_hours_and_a_release_are_told_with_what_they_need():
    clocks = {
        **RULES.clocks,
        "K29": replace(RULES.clocks["K29"], count=6),
        "K06": replace(RULES.clocks["K06"], release=None, grace=0, side=Side.RELEASE),
    }
    new = replace(RULES, clocks=clocks)
    emergency = {
        "process": "EU_EPOC_EMERG",
        "entity_in": "LU",
        "received_at": "2026-11-23T09:15:00+01:00",
    }
    (response,) = told(emergency, new)
    assert response == (
        "Deadline for the response: was 23 November 2026, 17:15 +0100, "
        "is now 23 November 2026, 15:15 +0100."
    )
    # 90 days from this Sunday end on a Saturday, which the reading for a release rolls on
    saturday = {"process": "US_PRESERVE_2703F", "received_at": "2026-11-22T09:15:00-08:00"}
    (release,) = told(saturday, new)
    assert release.startswith("Deadline for the end of the preservation, release not before: was ")


def test_a_category_of_another_class_and_a_demand_that_is_named_twice():
    categories = {
        **RULES.categories,
        "C01": replace(RULES.categories["C01"], data_class=DataClass.CONTENT),
    }
    new = replace(RULES, categories=categories)
    items = [{"id": "1", "category": "C08", "from": "2026-01-01"}, {"id": "1", "category": "C01"}]
    sentences = told({**SUBPOENA, "items": items}, new)
    assert "Item 1 (2), class of data: was subscriber information, is now content." in sentences
    assert any(one.startswith("Item 1 (2), proposal: was produce (PRODUCE)") for one in sentences)


def test_a_process_that_now_only_silences_has_no_notice():
    process = replace(RULES.processes["US_SW_FED"], silence_only=True)
    new = replace(RULES, processes={**RULES.processes, process.id: process})
    value = {"process": "US_SW_FED", "items": [{"id": "1", "category": "C01"}]}
    (notice,) = (one for one in told(value, new) if one.startswith("Notice: "))
    assert notice.endswith("is now none.")


def test_values_for_json_are_plain():
    value = (
        Cell.YES,
        date(2026, 11, 23),
        frozenset({"b", "a"}),
        {"k": None},
        RULES.clocks["K27"],
        1.5,
        object,
    )
    assert plain(value)[:4] == ["Y", "2026-11-23", ["a", "b"], {"k": None}]
    assert plain(value)[4]["count"] == 10
    assert plain(value)[5] == 1.5
    assert isinstance(plain(value)[6], str)
