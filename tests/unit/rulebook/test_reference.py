"""The rulebook says what the researched reference says, row by row."""

import re

import pytest

from lerdesk.domain.vocabulary import DataClass
from lerdesk.rulebook import load
from tests.shared import SHARED

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def rules():
    return load()


def rows(pattern):
    assert SHARED is not None
    for line in (SHARED / "legal.md").read_text("utf-8").splitlines():
        if re.match(pattern, line):
            yield [cell.strip() for cell in line.strip().strip("|").split("|")]


def test_processes(rules):
    named = {}
    for row in rows(r"\| P\d\d `"):
        number, name = re.match(r"(P\d\d) `(\w+)`", row[0]).groups()
        named[name] = number
    assert named == {process.id: process.number for process in rules.processes.values()}


def test_matrix(rules):
    by_number = {process.number: process.id for process in rules.processes.values()}
    seen = 0
    for row in rows(r"\| P\d\d \|"):
        cells = rules.matrix.cells[by_number[row[0]]]
        assert [cell[0] for cell in row[1:]] == [cells[one].cell.value for one in DataClass]
        seen += 1
    assert seen == len(rules.processes)


def test_questions(rules):
    listed = {row[0] for row in rows(r"\| [EXY]\d+ \|")}
    assert listed == set(rules.questions)
    text = (SHARED / "legal.md").read_text("utf-8")
    paragraph = text[
        text.index("**Reversed questions**") : text.index("The tool asks the reviewer")
    ]
    reversed_part, reminder_part = paragraph.split("Reminders without", 1)
    ids = re.compile(r"\b[EXY]\d{2,4}\b")
    assert set(ids.findall(reversed_part)) == {
        question.id for question in rules.questions.values() if question.reversed
    }
    assert set(ids.findall(reminder_part)) == {
        question.id for question in rules.questions.values() if question.reminder
    }


def test_severities(rules):
    words = re.compile(r"\b(BLOCK|ESCALATE|CURE|WARN|INFO)\b")
    for row in rows(r"\| [EXY]\d+ \|"):
        question = rules.questions[row[0]]
        cell = row[4] if len(row) == 7 else row[3]
        allowed = set(words.findall(cell)) or {"INFO"}
        used = {question.severity.value, *question.severity_in.values()}
        assert used & allowed, row[0]
        if "class" in cell or "beyond" in cell:
            assert not question.stops.instrument, row[0]


def test_categories_clocks_and_factors(rules):
    assert {row[0] for row in rows(r"\| C\d\d \|")} == set(rules.categories)
    assert {row[0] for row in rows(r"\| K\d\d \|")} == set(rules.clocks)
    assert {row[0] for row in rows(r"\| O\d\d \|")} == set(rules.factors)
