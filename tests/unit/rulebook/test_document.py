"""The printed rulebook leaves nothing out: every id, every text, every citation."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import StrEnum

import pytest

from lerdesk.domain.vocabulary import DataClass
from lerdesk.rulebook import load
from lerdesk.rulebook.document.blocks import Heading, Paragraph, Table
from lerdesk.rulebook.document.clocks import clocks
from lerdesk.rulebook.document.whole import document
from lerdesk.rulebook.field_words import words

DAY = date(2026, 11, 25)
#: what the program looks for or files by, and no reader needs
UNPRINTED = {
    *("pattern", "report", "column", "fields", "country", "number", "shown_by", "severity_in"),
    *("on", "when", "eased", "noun", "source"),
}


@pytest.fixture(scope="module")
def rules():
    return load()


@pytest.fixture(scope="module")
def printed(rules):
    return document(rules, DAY)


def words_of(block):
    if isinstance(block, Heading):
        return [block.text]
    if isinstance(block, Paragraph):
        return ["".join(piece.text for piece in block.words)]
    cells = [*block.head, *(cell for row in block.rows for cell in row.cells)]
    return ["".join(piece.text for piece in cell) for cell in cells]


def squeezed(text):
    return "".join(text.split()).casefold()


def whole_text(made):
    return squeezed(" ".join(text for block in made.blocks for text in words_of(block)))


def texts_in(value, name=""):
    """Every text of a rule that a person wrote."""
    if name in UNPRINTED or isinstance(value, StrEnum):
        return
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name), field.name)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from texts_in(one, name)
    elif isinstance(value, tuple | frozenset):
        for one in value:
            yield from texts_in(one, name)


def ids_of(rules):
    yield from rules.processes
    yield from (process.number for process in rules.processes.values())
    for part in (rules.categories, rules.questions, rules.clocks, rules.factors, rules.flags):
        yield from part
    yield from (row.id for row in rules.notice)
    yield from rules.effects
    yield from rules.calendars
    yield from (one.id for one in rules.matrix.exceptions)


def test_every_id_is_in_it(rules, printed):
    text = whole_text(printed)
    missing = [one for one in ids_of(rules) if squeezed(one) not in text]
    assert not missing


@pytest.mark.parametrize(
    "part",
    [
        "processes",
        "categories",
        "flags",
        "questions",
        "notice",
        "clocks",
        "factors",
        "policy",
        "places",
    ],
)
def test_every_text_and_citation_is_in_it(rules, printed, part):
    text = whole_text(printed)
    missing = {one for one in texts_in(getattr(rules, part)) if squeezed(one) not in text}
    assert not missing


def test_every_cell_of_the_matrix_is_in_it_with_its_reason(rules, printed):
    (table,) = (
        block
        for number, block in enumerate(printed.blocks)
        if isinstance(block, Table)
        and isinstance(printed.blocks[number - 2], Heading)
        and printed.blocks[number - 2].anchor == "matrix"
    )
    for process, row in zip(rules.processes.values(), table.rows, strict=True):
        letters = ["".join(piece.text for piece in cell) for cell in row.cells[1:]]
        cells = [rules.matrix.cells[process.id][one] for one in DataClass]
        assert [one[0] for one in letters] == [cell.cell.value for cell in cells]
        notes = [one[2:] for one in letters]
        assert notes == [
            cell.rule.removeprefix("note ") if cell.rule.startswith("note") else ""
            for cell in cells
        ]
    text = whole_text(printed)
    for process in rules.matrix.cells.values():
        assert all(squeezed(cell.reason) in text for cell in process.values())
    assert all(squeezed(one.reason) in text for one in rules.matrix.exceptions)


def test_each_process_has_its_questions_in_working_order(rules, printed):
    from lerdesk.domain.checklist import questions_for

    tables = {}
    for number, block in enumerate(printed.blocks):
        if isinstance(block, Heading) and block.anchor in rules.processes:
            tables[block.anchor] = printed.blocks[number + 5]
    assert tables.keys() == rules.processes.keys()
    for process_id, table in tables.items():
        asked = questions_for(rules, process_id, gag_claimed=True, state=None, viewing=True)
        numbers = [piece.text for row in table.rows for piece in row.cells[1] if piece.link]
        assert numbers == [question.id for question in asked]


def test_every_link_leads_somewhere_and_no_place_stands_twice(printed):
    anchors = [block.anchor for block in printed.blocks if not isinstance(block, Table)]
    anchors += [
        row.anchor for block in printed.blocks if isinstance(block, Table) for row in block.rows
    ]
    named = [one for one in anchors if one]
    assert len(named) == len(set(named))
    links = {
        piece.link
        for block in printed.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
        for piece in cell
        if piece.link
    }
    assert links <= set(named)


def test_own_rules_are_named_on_the_title(rules):
    made = document(replace(rules, own=frozenset({"policy.waiting_days", "E009"})), DAY)
    assert "With the organisation’s own rules: E009, policy.waiting_days." in made.lines
    assert not any("own rules" in line for line in document(rules, DAY).lines)


def test_a_clock_without_an_example_stands_without_one(rules):
    clock = replace(rules.clocks["K27"], count=None)
    blocks = list(clocks(replace(rules, clocks={"K27": clock}), DAY))
    text = " ".join(text for block in blocks for text in words_of(block))
    assert "K27" in text
    assert "Example: " not in text


def test_no_value_is_said_to_be_nothing():
    assert words(()) == words(None) == words("") == "nothing"
    assert words({"a": 1}) == "a: 1"


def test_one_of_a_unit_is_said_as_one(printed):
    made = " ".join(text for block in printed.blocks for text in words_of(block))
    assert "1 calendar year, not rolled" in made
    assert not re.search(
        r"\b1 (calendar |elapsed |business |working )?(days|months|years|hours)\b", made
    )
