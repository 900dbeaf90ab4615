"""A value of a rulebook file is read strictly: what it is not is told, with the key and what would be right."""

from datetime import date, datetime
from enum import StrEnum

import pytest

from lerdesk.rulebook.mistake import RulebookError
from lerdesk.rulebook.table import Table


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Collected:
    def __init__(self):
        self.told = []

    def note(self, _table, key, mistake):
        self.told.append((key, str(mistake)))


def table(notes=None, **values):
    return Table("some.toml", "X01", values, notes)


READ = {
    "text": lambda t: t.text("key"),
    "number": lambda t: t.number("key", least=1, most=90),
    "flag": lambda t: t.flag("key"),
    "day": lambda t: t.day("key"),
    "one": lambda t: t.one("key", Colour),
    "maybe": lambda t: t.maybe("key", Colour),
    "many": lambda t: t.many("key", Colour),
    "texts": lambda t: t.texts("key"),
    "known texts": lambda t: t.texts("key", ["E001", "E002"]),
    "among": lambda t: t.among("key", ["us", "eu"]),
    "table": lambda t: t.table("key"),
    "tables": lambda t: t.tables("key"),
    "states": lambda t: t.states("key"),
}


@pytest.mark.parametrize(
    ("reader", "value", "read"),
    [
        ("text", "a text", "a text"),
        ("number", 1, 1),
        ("number", 90, 90),
        ("flag", True, True),
        ("flag", None, False),
        ("day", date(2026, 8, 18), date(2026, 8, 18)),
        ("day", None, None),
        ("one", "red", Colour.RED),
        ("maybe", "blue", Colour.BLUE),
        ("maybe", None, None),
        ("many", ["red", "blue"], {Colour.RED, Colour.BLUE}),
        ("many", None, set()),
        ("texts", ["one", "two"], ("one", "two")),
        ("texts", None, ()),
        ("known texts", ["E002"], ("E002",)),
        ("among", "eu", "eu"),
        ("tables", None, ()),
        ("states", "K19", {"*": "K19"}),
        ("states", {"US-WA": "K20"}, {"US-WA": "K20"}),
        ("states", None, {}),
    ],
)
def test_what_is_right_is_read(reader, value, read):
    values = {} if value is None else {"key": value}
    assert READ[reader](table(**values)) == read


@pytest.mark.parametrize(
    ("reader", "value", "wrong", "right"),
    [
        ("text", None, "is missing", "in quotation marks"),
        ("text", "", "is missing", "in quotation marks"),
        ("text", "  ", "is no text", "in quotation marks"),
        ("text", 7, "is no text", "in quotation marks"),
        ("number", None, "is missing", "1 or more, 90 at most"),
        ("number", 0, "is less than it may be", "1 or more, 90 at most"),
        ("number", 91, "is more than it may be", "1 or more, 90 at most"),
        ("number", "7", "is no whole number", "1 or more"),
        ("number", 7.5, "is no whole number", "1 or more"),
        ("number", True, "is no whole number", "1 or more"),
        ("flag", "yes", "is neither true nor false", "true or false"),
        ("flag", 0, "is neither true nor false", "true or false"),
        ("day", "2026-08-18", "is no date", "without quotation marks"),
        ("day", datetime(2026, 8, 18, 9, 0), "is no date", "2026-08-18"),  # noqa: DTZ001  TOML's own
        ("day", date(202, 8, 18), "has the year 202", "the year of the law"),
        ("one", None, "is missing", "red, blue"),
        ("one", "redd", "has 'redd'", "Did you mean red?"),
        ("maybe", 3, "has 3", "red, blue"),
        ("many", ["red", "green"], "has 'green'", "red, blue"),
        ("many", "red", "is no list of texts", '["one", "two"]'),
        ("texts", [1], "is no list of texts", '["one", "two"]'),
        ("known texts", ["E001", "E01"], "names 'E01', which is not known", "Did you mean E001?"),
        ("among", "USA", "has 'USA'", "us"),
        ("table", "no table", "is no table", "{ key = value }"),
        ("tables", {"id": "X"}, "is no list of tables", "[[key]]"),
        ("tables", ["X"], "is no list of tables", "[[key]]"),
        ("states", 19, "is no table", "{ key = value }"),
    ],
)
def test_what_is_wrong_is_told_with_what_would_be_right(reader, value, wrong, right):
    values = {} if value is None else {"key": value}
    with pytest.raises(RulebookError) as told:
        READ[reader](table(**values))
    assert f"X01: key {wrong}" in str(told.value)
    assert "some.toml" in str(told.value)
    assert right in str(told.value)
    # where all mistakes are collected, it is told once and something is read in its place
    notes = Collected()
    READ[reader](table(notes, **values))
    assert [key for key, _ in notes.told] == ["key"]
    assert wrong in notes.told[0][1]


def test_of_a_list_that_holds_one_unknown_word_the_known_ones_stay():
    notes = Collected()
    assert table(notes, key=["E001", "E009"]).texts("key", ["E001", "E002"]) == ("E001",)
    assert table(notes, key=["red", "green"]).many("key", Colour) == {Colour.RED}
    assert len(notes.told) == 2


def test_a_default_stands_in_for_what_is_absent_or_wrong():
    assert table().text("key", "none") == "none"
    assert table().number("key", 3) == 3
    assert table().one("key", Colour, Colour.BLUE) is Colour.BLUE
    notes = Collected()
    wrong = table(notes, key=[])
    assert wrong.text("key", "none") == "none"
    assert wrong.number("key", 3) == 3
    assert wrong.flag("key", default=True) is True
    assert wrong.one("key", Colour, Colour.BLUE) is Colour.BLUE
    assert len(notes.told) == 4


def test_a_key_that_nobody_asked_for_is_told_with_the_one_that_was_meant():
    row = table(nmae="x", text="y")
    row.text("name", "")
    row.text("text")
    with pytest.raises(RulebookError, match=r"nmae is not a known key\. Did you mean name\?"):
        row.done()
    odd = table(colour="x")
    odd.text("text", "")
    with pytest.raises(RulebookError, match="Correct its spelling or remove it"):
        odd.done()


def test_an_id_stands_once():
    row = table(id="E001")
    row.new_id({"E002"})
    with pytest.raises(RulebookError, match="'E001' stands twice"):
        row.new_id({"E001"})


@pytest.mark.parametrize(
    ("value", "named"),
    [("E001", "E001"), (7, "7"), ("x" * 60, "x" * 40), ("a\x07b", "ab")],
)
def test_whatever_stands_where_an_id_belongs_a_rule_is_named_in_one_line(value, named):
    [row] = table(question=[{"id": value, "text": ""}]).tables("question")
    with pytest.raises(RulebookError) as told:
        row.text("text")
    line = str(told.value)
    assert "\n" not in line
    assert f"{named}: text is missing" in line


def test_a_rule_is_told_by_its_id_by_its_process_or_by_its_place():
    rows = table(row=[{"id": "A"}, {"process": "US_NSL"}, {}]).tables("row")
    assert [row.where for row in rows] == ["A", "US_NSL", "row 3"]
