"""``lerdesk decide`` and ``lerdesk due``: JSON alone on standard output, one line for a refusal."""

import json

import pytest
from click.testing import CliRunner

from lerdesk.cli import decide, due
from lerdesk.cli.main import commands

WARRANT = {"process": "US_SW_FED", "items": [{"id": "1", "category": "C01"}]}


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("LERDESK_HOME", str(tmp_path / "home"))


def run(command, value, *words, text=None):
    given = json.dumps(value) if text is None else text
    return CliRunner().invoke(command, ["-", *words], input=given, standalone_mode=False)


def test_one_case_gives_one_answer():
    result = run(decide.command, WARRANT)
    answer = json.loads(result.stdout)
    assert result.return_value == 0
    assert result.stderr == ""
    assert list(answer)[:4] == ["format", "rulebook", "binding", "outcome"]
    assert (answer["format"], answer["outcome"]) == (1, "PRODUCE_FULL")


def test_a_list_gives_a_list_in_order(tmp_path):
    path = tmp_path / "facts.json"
    path.write_text(json.dumps([WARRANT, {"process": "US_INFORMAL"}]), "utf-8")
    result = CliRunner().invoke(decide.command, [str(path)], standalone_mode=False)
    assert [each["binding"] for each in json.loads(result.stdout)] == ["yes", "no"]
    assert all(each["format"] == 1 for each in json.loads(result.stdout))


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"process": "US_XX"}, "process: "),
        ([WARRANT, {"process": "US_XX"}], "facts 2: process: "),
        ({**WARRANT, "answers": {"E201": "no"}}, "answers.E201: "),
        (7, "facts: "),
    ],
)
def test_a_refusal_is_one_line_that_names_the_key(value, told):
    result = run(decide.command, value)
    assert result.return_value == 1
    assert result.stdout == ""
    assert result.stderr.startswith(told)
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("text", ["", "{", "[1,", '{"process": "US_SW_FED"', "[" * 100_000])
def test_what_is_no_json_is_told_in_one_line(text):
    result = run(decide.command, None, text=text)
    assert result.return_value == 1
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1


def test_a_file_that_is_not_there_is_told(tmp_path):
    result = CliRunner().invoke(decide.command, [str(tmp_path / "no.json")], standalone_mode=False)
    assert (result.return_value, result.stdout) == (1, "")
    assert "no.json" in result.stderr


def test_unknown_keys_are_a_warning_and_nothing_more():
    result = run(decide.command, {**WARRANT, "colour": "red"})
    assert result.return_value == 0
    assert "colour" in result.stderr


def test_a_warning_cannot_carry_control_characters():
    result = run(decide.command, {**WARRANT, "a\u001b[31m\u202eb": 1})
    assert "\u001b" not in result.stderr
    assert "\u202e" not in result.stderr


@pytest.mark.parametrize(
    ("table", "value", "expected"),
    [
        (
            "notice",
            {
                "family": "US_WARRANT",
                "data": "CONTENT",
                "gag": "NONE",
                "fake": False,
                "consent": False,
                "illegal": False,
                "safety": False,
                "compromised": False,
                "enterprise": False,
            },
            {"rule": "N26", "outcome": "NOTIFY_BEFORE"},
        ),
        ("matrix", {"process": "US_2703D", "data_class": "CONTENT"}, {"cell": "N"}),
        (
            "matrix",
            {"process": "EU_EPOC_SUBS_ID", "data_class": "BSI", "entity_in": "LU"},
            {"cell": "Y"},
        ),
        ("matrix", {"process": "EU_EPOC_SUBS_ID", "data_class": "BSI"}, {"cell": "L"}),
    ],
)
def test_one_table_asked_directly(table, value, expected):
    result = run(decide.command, [value, value], "--table", table)
    for answer in json.loads(result.stdout):
        assert answer["format"] == 1
        assert answer["reason"]
        assert answer["citation"]
        assert {key: answer[key] for key in expected} == expected


@pytest.mark.parametrize(
    ("table", "value", "key"),
    [
        ("notice", {"family": "US_WARRANT", "data": "CONTENT"}, "gag"),
        ("notice", {"family": "WARRANT", "data": "CONTENT", "gag": "NONE"}, "family"),
        ("notice", {"family": "US_WARRANT", "data": "CONTENT", "gag": "NONE", "fake": 0}, "fake"),
        ("matrix", {"process": "US_2703D", "data_class": "MAIL"}, "data_class"),
        ("matrix", {"process": "US_2703D", "data_class": "BSI", "entity_in": "XX"}, "entity_in"),
        ("matrix", [3], "facts"),
    ],
)
def test_a_table_refuses_what_it_does_not_know(table, value, key):
    result = run(decide.command, value, "--table", table)
    assert result.return_value == 1
    assert key in result.stderr


def test_due_by_regime_and_by_clock():
    asked = [
        {"regime": "US_R45_DAYS", "calendar": "US", "start": "2026-11-16", "count": 14},
        {"clock": "K27", "start": "2026-11-23", "calendar": "LU"},
    ]
    first, second = json.loads(run(due.command, asked).stdout)
    assert first["due"] == "2026-11-30"
    assert "outer" not in first
    assert (second["due"], second["outer"], second["weekday"]) == (
        "2026-12-03",
        "2026-12-03",
        "Thu",
    )
    assert second["steps"] == [
        "day 1 is Tuesday 24 November 2026",
        "day 10 is Thursday 3 December 2026",
    ]
    assert "10(3)" in second["citation"]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"clock": "K27", "start": "2026-11-23", "calendar": "US-CA"}, "calendar: no holidays"),
        ({"clock": "K99", "start": "2026-11-23"}, "clock: "),
        ({"regime": "CAL_WEEKS", "start": "2026-11-23", "count": 1}, "regime: "),
        ({"regime": "CAL_DAYS", "start": "2026-11-23", "count": 0}, "count: "),
        ({"regime": "EU_HOURS_STRICT", "start": "2026-11-23", "count": 8}, "start: "),
        ("K27", "facts: "),
    ],
)
def test_of_a_list_a_refusal_names_the_place_and_the_key(query, said):
    result = run(due.command, [{"clock": "K27", "start": "2026-11-23"}, query])
    assert (result.return_value, result.stdout) == (1, "")
    assert result.stderr.startswith(f"facts 2: {said}")
    assert result.stderr.count("\n") == 1


def test_an_unknown_key_of_a_clock_is_ignored_with_a_warning():
    result = run(due.command, {"clock": "K27", "start": "2026-11-23", "colour": 1})
    assert json.loads(result.stdout)["due"] == "2026-12-03"
    assert result.stderr == "colour: unknown, ignored\n"


def test_due_refuses_in_one_line():
    result = run(due.command, {"regime": "CAL_DAYS", "start": "2026-11-31", "count": 1})
    assert (result.return_value, result.stdout) == (1, "")
    assert result.stderr.startswith("start: ")


def test_own_rules_stand_in_the_place_of_the_shipped_ones(tmp_path):
    from lerdesk.base.resources import resources

    own = tmp_path / "home" / "config" / "rulebook"
    own.mkdir(parents=True)
    text = (resources() / "rulebook" / "clocks.toml").read_text("utf-8")
    named = tmp_path / "named"
    named.mkdir()
    (own / "clocks.toml").write_text(text.replace("count = 20\n", "count = 10\n"), "utf-8")
    query = {"clock": "K20", "start": "2026-12-01"}
    assert json.loads(run(due.command, query).stdout)["due"] == "2026-12-15"
    shipped = run(due.command, query, "--rulebook", str(named))
    assert json.loads(shipped.stdout)["due"] == "2026-12-30"


def test_a_broken_own_rulebook_is_told_in_one_line(tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    (own / "policy.toml").write_text("waiting", "utf-8")
    result = run(decide.command, WARRANT, "--rulebook", str(own))
    assert result.return_value == 1
    assert "policy.toml" in result.stderr


def test_both_are_commands_of_the_program():
    assert {"decide", "due"} <= set(commands.list_commands(None))
