"""Where a key stands in a TOML file, whatever way it is written."""

import tomllib

import pytest

from lerdesk.rulebook.lines import Lines
from lerdesk.rulebook.table import Table

TEXT = """\
version = "1"
"a key" = 2

[policy]
words = '''
[[rule]]
id = "no head"
'''
days = 7
[policy.counting]
LONG = 1

[[rule]]
id = "A"
flags = { fake = true }
stops = { classes = ["X"] }

[[rule]]
id = "B"
days = [
    { on = "01-01" },
    { on = "01-02" }, { on = "01-03" },
]
[rule.clocks]
response = "K01"
[[rule]]
id = "C"
[note.1]
text = "t"
"""
ROOT = tomllib.loads(TEXT)


@pytest.mark.parametrize(
    ("steps", "key", "line"),
    [
        ((), "version", 1),
        ((), "a key", 2),
        ((), "absent", None),
        (("policy",), "days", 9),
        (("policy",), "absent", 4),
        (("policy", "counting"), "LONG", 11),
        (("rule", 0), "id", 14),
        (("rule", 0), "absent", 13),
        (("rule", 0, "flags"), "fake", 15),
        (("rule", 0, "stops"), "absent", 16),
        (("rule", 1), "id", 19),
        (("rule", 1, "days", 0), "on", 21),
        (("rule", 1, "days", 2), "on", 22),
        (("rule", 1, "clocks"), "response", 25),
        (("rule", 2), "id", 27),
        (("note", "1"), "text", 29),
    ],
)
def test_the_line_of_a_key(steps, key, line):
    values = ROOT
    for step in steps:
        values = values[step]
    assert Lines(TEXT, ROOT).of(Table("f", "", values), key) == line


def test_a_table_that_is_absent_is_where_the_one_around_it_is():
    above = Table("f", "", ROOT["rule"][1])
    lines = Lines(TEXT, ROOT)
    assert lines.of(Table("f", "", {}, above=above), "us") == 18
    assert lines.of(Table("f", "", {}), "us") is None


def test_rules_that_are_written_as_a_list_in_braces():
    text = 'rule = [\n  { id = "A" },\n  { id = "B" },\n]\n'
    root = tomllib.loads(text)
    assert Lines(text, root).of(Table("f", "", root["rule"][1]), "id") == 3


def test_line_ends_of_another_system_count_once():
    text = TEXT.replace("\n", "\r\n")
    root = tomllib.loads(text)
    assert Lines(text, root).of(Table("f", "", root["rule"][2]), "id") == 27
