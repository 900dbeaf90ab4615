"""Every rule of every file, broken in each way that a hand can break it: the check names file, rule and what is right.

All the rules of a file are broken at once, which is how a check that tells every mistake can be asked of all of them.
"""

import re
from dataclasses import dataclass

import pytest

from lerdesk.rulebook import RulebookError, load
from lerdesk.rulebook.checking import check
from lerdesk.rulebook.source import FILES, shipped_folder

pytestmark = pytest.mark.thorough
HEAD = re.compile(r"^(\[\[?)([^\]]+)\]\]?$")
CITED = [name for name in FILES if name != "places"]


@dataclass
class Row:
    """A rule in a file's text: its name in messages, its head, its lines."""

    where: str
    head: str
    lines: list[str]
    single: bool


def rows_of(name):
    """The text before the first rule, and the rules."""
    before, found = [], []
    for line in (shipped_folder() / f"{name}.toml").read_text("utf-8").splitlines():
        head = HEAD.match(line)
        if head and not (
            found and head[2].startswith(f"{found[-1].head}.") and not found[-1].single
        ):
            outer, _, inner = head[2].partition(".")
            where = f"[{outer}], {inner.strip(chr(34))}" if inner else f"[{outer}]"
            found.append(Row("" if head[1] == "[[" else where, head[2], [line], head[1] == "["))
        elif not found:
            before.append(line)
        else:
            found[-1].lines.append(line)
            key = re.match(r'(id|process) = "(.+)"$', line)
            if key and not found[-1].where:
                found[-1].where = key[2]
    return before, found


def broken(tmp_path, name, change):
    """The rules that ``change`` broke, and what the check says of the file with all of them broken."""
    before, rows = rows_of(name)
    hurt = []
    for row in rows:
        changed = change(row)
        if changed is not None:
            row.lines = changed
            hurt.append(row)
    text = "\n".join([*before, *(line for row in rows for line in row.lines), ""])
    (tmp_path / f"{name}.toml").write_text(text, "utf-8")
    return hurt, check(tmp_path)


def told(found, name, row, what, right=""):
    """Whether one of the mistakes is this one, with a line that lies in the rule."""
    return any(
        mistake.file == f"{name}.toml"
        and (mistake.where == row.where or mistake.where.startswith(f"{row.where}, "))
        and what in mistake.what
        and right in mistake.right
        and mistake.line is not None
        for mistake in found.mistakes
    )


def replaced(row, pattern, new):
    """The lines with the first that fits changed; None where none does."""
    for number, line in enumerate(row.lines):
        if re.search(pattern, line):
            line_now = re.sub(pattern, new, line, count=1)
            return [*row.lines[:number], line_now, *row.lines[number + 1 :]]
    return None


@pytest.mark.parametrize("name", CITED)
def test_a_rule_without_its_citation(tmp_path, name):
    hurt, found = broken(tmp_path, name, lambda row: replaced(row, r"^citation = .*", ""))
    assert hurt
    assert all(told(found, name, row, "citation is missing") for row in hurt)


@pytest.mark.parametrize("name", CITED)
@pytest.mark.parametrize("nothing", ["  ", "TODO", "?"])
def test_a_citation_that_is_none(tmp_path, name, nothing):
    hurt, found = broken(
        tmp_path, name, lambda row: replaced(row, r"^citation = .*", f'citation = "{nothing}"')
    )
    assert all(told(found, name, row, "citation ") for row in hurt)


@pytest.mark.parametrize("name", [name for name in CITED if name != "policy"])
def test_a_status_that_is_missing_mistyped_or_unknown(tmp_path, name):
    for new, what in (
        ("", "status is missing"),
        ('status = "verifed"', "status has 'verifed'"),
        ("status = true", "status has True"),
    ):
        hurt, found = broken(
            tmp_path, name, lambda row, new=new: replaced(row, r"^status = .*", new)
        )
        assert hurt
        right = "Did you mean verified?" if "verifed" in new else "Use one of verified, "
        assert all(told(found, name, row, what, right) for row in hurt), what


@pytest.mark.parametrize("name", FILES)
def test_a_mistyped_key_is_told_with_the_one_that_was_meant(tmp_path, name):
    def mistyped(row):
        if row.head in {"effects", "sets", "abroad"}:  # their keys are names of one's own
            return None
        return replaced(row, r"^(?!process )(\w{4,})(\w) =", r"\1\2\2 =")

    hurt, found = broken(tmp_path, name, mistyped)
    assert hurt
    for row in hurt:
        key = next(
            k[1]
            for line in row.lines
            if not line.startswith("process ") and (k := re.match(r"(\w+(\w)\2) =", line))
        )
        right = f"Did you mean {key[:-1]}? The keys here are "
        assert told(found, name, row, f"{key} is not a known key", right), row.where


REFERENCES = [
    ("questions-us", r'^asked_of = \["(\w+)"', r'asked_of = ["\1X"'),
    ("questions-eu", r'^asked_of = \["(\w+)"', r'asked_of = ["\1X"'),
    ("questions-abroad", r'^asked_of = \["(\w+)"', r'asked_of = ["\1X"'),
    ("questions-us", r'^group = "(.+)"', r'group = "\1X"'),
    ("questions-us", r'^fields = \["(\w+)"', r'fields = ["\1X"'),
    ("questions-us", r'^(also_states|states) = \["US-(\w+)"', r'\1 = ["US-\2X"'),
    ("questions-us", r'categories = \["C05"', r'categories = ["C95"'),
    ("processes", r'(response|objection|gate) = "(K\d\d)"', r'\1 = "\2X"'),
    ("processes", r'^family = "(\w+)"', r'family = "\1X"'),
    ("processes", r'^report = "(\w+)"', r'report = "\1X"'),
    ("processes", r'^column = "(\w+)"', r'column = "\1X"'),
    ("processes", r"^binding = \{ US = \"\w+\"", 'binding = { US = "maybe"'),
    ("categories", r'^class = "(\w+)"', r'class = "\1X"'),
    ("categories", r'^eu_class = "(\w)"', r'eu_class = "e"'),
    ("flags", r'^categories = \["C(\d\d)"', r'categories = ["C\1X"'),
    ("notice", r'^family = \["(\w+)"', r'family = ["\1X"'),
    ("notice", r'^gag = \["(\w+)"', r'gag = ["\1X"'),
    ("notice", r'^outcome = "(\w+)"', r'outcome = "X\1"'),
    ("clocks", r'^regime = "(\w+)"', r'regime = "\1X"'),
    ("clocks", r'^side = "(\w+)"', r'side = "\1X"'),
    ("clocks", r'^(outer|release) = "(\w+)"', r'\1 = "\2X"'),
    ("clocks", r'^target_of = \["(\w+)"', r'target_of = ["\1X"'),
    ("matrix", r'^process = "(\w+)"', r'process = "\1X"'),
    ("matrix", r'^notes = \{ (\w+) = "\w+"', r'notes = { \1 = "99"'),
    ("matrix", r'^unless = "(E\d+)"', r'unless = "\1X"'),
    ("calendars", r'on = "01-01"', 'on = "02-30"'),
    ("overbreadth", r'^shown_by = \["(\w+)"', r'shown_by = ["\1X"'),
    ("policy", r'^two_persons = \["(\w+)"', r'two_persons = ["\1X"'),
    ("places", r"^eu_bound = \[", 'eu_bound = ["ZZ",'),
]


@pytest.mark.parametrize(("name", "old", "new"), REFERENCES)
def test_a_name_that_nothing_has(tmp_path, name, old, new):
    hurt, found = broken(tmp_path, name, lambda row: replaced(row, old, new))
    assert hurt
    for row in hurt:
        # a row of the matrix is called by its process, broken as it is
        where = next(
            (k[1] for x in row.lines if (k := re.match(r'process = "(\w+)"', x))), row.where
        )
        row.where = where if row.head in {"row", "elsewhere"} else row.where
        assert told(found, name, row, ""), row.where


DATES = [
    ("2026-02-30", "cannot be read"),
    ('"2026-08-18"', "is no date"),
    ("20260818", "is no date"),
    ("2026-08-18T09:00:00", "is no date"),
    ("0206-08-18", "has the year 206"),
]


@pytest.mark.parametrize(("day", "what"), DATES)
def test_a_day_that_is_none(tmp_path, day, what):
    _hurt, found = broken(
        tmp_path, "processes", lambda row: replaced(row, r"^in_force = .*", f"in_force = {day}")
    )
    assert found.mistakes
    assert all(what in mistake.what and mistake.line for mistake in found.mistakes)
    if "cannot" not in what:
        assert {mistake.where for mistake in found.mistakes} == {row.where for row in _hurt}


def test_an_end_before_its_begin(tmp_path):
    hurt, found = broken(
        tmp_path,
        "processes",
        lambda row: (
            replaced(
                row,
                r"^citation = ",
                "in_force = 2026-01-02\nin_force_until = 2026-01-01\ncitation = ",
            )
            if not any(line.startswith("in_force") for line in row.lines)
            else None
        ),
    )
    assert len(hurt) > 40
    assert all(told(found, "processes", row, "in_force_until lies before") for row in hurt)


def test_a_class_that_is_taken_out_of_a_row_of_the_matrix(tmp_path):
    taken = {}

    def without_last(row):
        if row.head != "row":
            return None
        number = max(n for n, line in enumerate(row.lines) if re.search(r'"[A-Z_]+",?$|"\]$', line))
        words = re.findall(r'"([A-Z_]+)"', row.lines[number])
        taken[row.where] = words[-1]
        line = re.sub(rf'(, )?"{words[-1]}",?', "", row.lines[number])
        return [*row.lines[:number], line, *row.lines[number + 1 :]]

    hurt, found = broken(tmp_path, "matrix", without_last)
    assert len(hurt) > 40
    assert all(told(found, "matrix", row, f"{taken[row.where]} has no cell") for row in hurt)


def test_a_row_that_is_taken_out_of_the_matrix(tmp_path):
    hurt, found = broken(tmp_path, "matrix", lambda row: [] if row.head == "row" else None)
    missing = {
        mistake.what.split()[0] for mistake in found.mistakes if "has no row" in mistake.what
    }
    assert {re.sub(r'process = "(.+)"', r"\1", row.where) for row in hurt} == missing


def test_each_row_taken_out_of_the_notice_table_is_told(tmp_path):
    before, rows = rows_of("notice")
    shipped = check().book
    for number, gone in enumerate(rows):
        if gone.head != "rule":
            continue
        kept = [line for n, row in enumerate(rows) if n != number for line in row.lines]
        (tmp_path / "notice.toml").write_text("\n".join([*before, *kept, ""]), "utf-8")
        found = check(tmp_path)
        said = [*found.notes, *map(str, found.mistakes)]
        assert any("notice.toml" in line and gone.where in line for line in said), gone.where
        # a silence that the row held is never lost without a mistake
        if found.book is not None:
            assert len(found.book.notice) == len(shipped.notice) - 1


def test_an_id_that_stands_twice(tmp_path):
    for name in (
        "processes",
        "categories",
        "flags",
        "questions-us",
        "clocks",
        "calendars",
        "overbreadth",
    ):
        hurt, found = broken(
            tmp_path,
            name,
            lambda row: (
                [*row.lines, *row.lines] if row.head not in {"sets", "state_columns"} else None
            ),
        )
        assert all(told(found, name, row, "stands twice") for row in hurt), name
        (tmp_path / f"{name}.toml").unlink()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("policy", "waiting_days = 7", "waiting_dayz = 7"),
        ("questions-eu", 'severity = "BLOCK"', 'severity = "BLOKC"'),
        ("notice", 'gag = ["NONE"', 'gag = ["NNE"'),
        ("places", "[places]", "[places"),
    ],
)
def test_a_start_stops_at_the_first_with_the_words_of_the_check(tmp_path, name, old, new):
    text = (shipped_folder() / f"{name}.toml").read_text("utf-8")
    (tmp_path / f"{name}.toml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(RulebookError) as stopped:
        load(tmp_path)
    found = check(tmp_path).mistakes
    assert any(
        each.what in str(stopped.value) and each.right in str(stopped.value) for each in found
    )
