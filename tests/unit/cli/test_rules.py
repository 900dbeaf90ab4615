"""``lerdesk rules check`` and ``rules show``: what a lawyer at the command line sees."""

import json
import re

import pytest

from lerdesk.base.folders import folders
from lerdesk.cli.main import main
from lerdesk.rulebook import load
from lerdesk.rulebook.sheet import find
from lerdesk.rulebook.source import shipped_folder


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("LERDESK_HOME", str(tmp_path / "home"))


def own(old="waiting_days = 7", new="waiting_days = 14", name="policy"):
    folder = folders().rulebook
    folder.mkdir(parents=True, exist_ok=True)
    text = (shipped_folder() / f"{name}.toml").read_text("utf-8")
    assert old in text
    (folder / f"{name}.toml").write_text(text.replace(old, new, 1), "utf-8")
    return folder


def test_a_rulebook_in_order_is_one_line(capsys):
    assert main(["rules", "check"]) == 0
    said = capsys.readouterr()
    assert re.fullmatch(
        r"The rulebook 2026\.11 is in order: \d+ rules in 13 files, 0 of them your organisation's own\.\n",
        said.out,
    )
    assert said.err == ""


def test_the_organisation_s_own_folder_is_checked(capsys):
    own()
    assert main(["rules", "check"]) == 0
    assert re.search(
        r"rulebook 2026\.11\+[0-9a-f]{8} is in order.+, 1 of them", capsys.readouterr().out
    )


@pytest.mark.parametrize("words", [["DIR"], ["--rulebook", "DIR"]])
def test_another_folder_can_be_named(tmp_path, capsys, words):
    own(new="waiting_dys = 14").rename(tmp_path / "other")
    assert (
        main(["rules", "check", *(str(tmp_path / "other") if w == "DIR" else w for w in words)])
        == 1
    )
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [
        *[line for line in said.err.splitlines() if line.startswith("policy.toml, line ")],
        "The rulebook is not in order: 2 mistakes in 1 file.",
    ]
    assert main(["rules", "check"]) == 0


def test_a_folder_without_a_rulebook_file_is_noted(tmp_path, capsys):
    assert main(["rules", "check", str(tmp_path)]) == 0
    assert capsys.readouterr().err.startswith("Note: Nothing in ")


@pytest.mark.parametrize("name", ["nowhere", "file"])
def test_what_is_no_folder_is_wrong_usage(tmp_path, capsys, name):
    (tmp_path / "file").write_text("x", "utf-8")
    assert main(["rules", "check", str(tmp_path / name)]) == 2
    assert "check" in capsys.readouterr().err


def test_hostile_words_reach_the_terminal_as_plain_text(capsys):
    own('two_persons = ["illegal_conduct"]', 'two_persons = ["\\u001b[31m\\u202E"]')
    assert main(["rules", "check"]) == 1
    assert not re.search("[\x1b\u202e]", capsys.readouterr().err)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (
            "E009",
            ["Validity question", "date range", "Blake", "Severity: WARN", "Sentence in letters: "],
        ),
        ("e205", ["Severity: BLOCK", "Reach of its block", "US_2703D"]),
        ("P05", ["US_GJ_FED Process", "17(a)", "Verified: ", "Validity questions asked"]),
        ("US_GJ_FED", ["Number: P05", "N (does not reach): ", "CONTENT"]),
        ("EU_EPOC_PR", ["In force: from 18 August 2026"]),
        ("P03", ["Clock: response: an unknown State: K19; US-CA: K19"]),
        ("P40", ["response: any other: K27"]),
        ("C13", ["Data category", "Class of data: content"]),
        ("C01", ["Data category", "Class of data: "]),
        ("K27", ["Clock", "10 days", "Second reading", "response of EU_EPOC_SUBS_ID"]),
        ("K41", ["Key of the policy for its count: waiting_days"]),
        ("K15", ["execution of US_SW_FED, easing of E106"]),
        ("K01", ["objection of E018"]),
        ("O01", ["Test of overbreadth", "What to do: "]),
        ("N08", ["Row of the notice table", "Outcome: DELAY_UNTIL_EXPIRY", "COURT_FIXED"]),
        ("C05", ["Questions that stop it alone: E126"]),
        ("third party", ["Flag on data", "What follows: "]),
        ("LU", ["Calendar", "Easter Monday (easter+1)"]),
        ("note 8", ["Exception from the matrix", "US_NSL"]),
        ("waiting_days", ["Policy", "disclosure of content: 7", "company’s choice"]),
        ("P05/CONTENT", ["Cell of the matrix", "N (does not reach)", "18 U.S.C. 2703(a)"]),
        ("us_2703d/bsi", ["P04/BSI", "Y (compels)"]),
        ("EU_EPOC_SUBS_ID/c", ["N (does not reach)", "Art. 4(1)"]),
        ("P05 CONTENT", ["P05/CONTENT", "N (does not reach)"]),
        ("P40 in the Union", ["EU_EPOC_SUBS_ID Process"]),
        ("note 3y", ["Note of the matrix", "Cells that bear it: P05/VIEWING, P06/VIEWING"]),
        ("note 9", ["answered with the treaty route", "Exception from the matrix"]),
    ],
)
def test_a_rule_is_shown(capsys, rule, words):
    assert main(["rules", "show", rule]) == 0
    said = " ".join(capsys.readouterr().out.split())
    for word in words:
        assert word in said
    assert re.search(r"Stands in: [\w-]+\.toml, line \d+, as shipped", said)


@pytest.mark.thorough
def test_every_rule_can_be_shown_and_says_how_sure_it_is(capsys):
    book = load()
    ids = [
        *book.processes,
        *(process.number for process in book.processes.values()),
        *list(book.questions)[::9],
        *list(book.categories)[::4],
        *list(book.clocks)[::5],
        *list(book.factors)[::5],
        *list(book.flags)[::2],
        *(rule.id for rule in book.notice[::5]),
    ]
    for rule in ids[::3]:
        assert main(["rules", "show", rule, "--json"]) == 0
        found = json.loads(capsys.readouterr().out)
        assert found["format"] == 1
        assert found["citation"], rule
        assert found["status"] in {"verified", "secondary", "unverified", "company"}
        assert found["status_words"].endswith(".")
        assert found["line"] > 1
        assert not found["own"]
        lines = (shipped_folder() / found["file"]).read_text("utf-8").splitlines()
        assert re.match(rf'id = "({found["id"]}|\w+)"', lines[found["line"] - 1])


def test_every_rule_that_a_cell_names_can_be_looked_up():
    book = load()
    cells = [cell for row in book.matrix.cells.values() for cell in row.values()]
    cells += [cell for row in book.matrix.eu_cells.values() for cell in row.values()]
    named = sorted({cell.rule for cell in cells})
    notes = [rule for rule in named if rule.startswith("note ")]
    assert len(notes) > 15
    for rule in [*notes, *named[::25]]:
        assert find(book, None, rule)[0].citation, rule


def test_a_rule_of_ones_own_is_named_so(capsys):
    folder = own('letter = "A page', 'letter = "One page', "questions-us")
    assert main(["rules", "show", "E015"]) == 0
    said = capsys.readouterr().out
    assert "Status: Your organisation’s own rule. " in said
    assert f"That file: {folder / 'questions-us.toml'}" in said
    assert "your organisation's own" in said
    assert "To change it" not in said


def test_a_shipped_rule_says_whereto_its_file_is_copied(capsys):
    assert main(["rules", "show", "E015"]) == 0
    assert f"To change it: copy that file into {folders().rulebook}\n" in capsys.readouterr().out


def test_parts_under_one_id_are_all_shown(capsys):
    assert main(["rules", "show", "N17", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    lines = [found["line"], *(part["line"] for part in found["parts"])]
    assert len(lines) > 3
    assert lines == sorted(set(lines))


@pytest.mark.parametrize(
    ("rule", "near"),
    [
        ("E09", "E009"),
        ("US_GJ_FD", "US_GJ_FED"),
        ("P5", "Ids like it: "),
        ("waiting_day", "waiting_days"),
        ("P05/CNTENT", "A cell is such as P05/CONTENT"),
        ("zzzz", "An id is such as"),
        ("", "An id is such as"),
        ("\x1b[31m", "An id is such as"),
        ("E" * 9000, ""),
    ],
)
def test_an_unknown_id_is_one_line_with_ids_like_it(capsys, rule, near):
    assert main(["rules", "show", rule]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.startswith("No rule has the id ")
    assert near in said.err
    assert len(said.err) < 400
    assert "\x1b" not in said.err


def test_a_broken_rulebook_stops_show_with_its_first_mistake(capsys):
    own(new="waiting_days = true")
    assert main(["rules", "show", "E009"]) == 1
    said = capsys.readouterr()
    assert said.err.startswith(
        "Rulebook policy.toml, [policy]: waiting_days is no whole number. Write "
    )
    assert said.err.count("\n") == 1


def test_commands_that_are_there_are_listed_and_take_a_home(tmp_path, capsys):
    assert main(["rules", "--help"]) == 0
    said = capsys.readouterr().out
    for word in ("check", "show"):
        assert re.search(rf"^  {word} ", said, re.MULTILINE)
        assert main(["rules", word, "--help"]) == 0
        assert "--home DIR" in capsys.readouterr().out
    assert main(["rules", "check", "--home", str(tmp_path)]) == 0
    assert main(["rules", "nonsense"]) == 2
