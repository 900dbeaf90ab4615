"""``lerdesk rules diff`` as it is typed."""

import json
import shutil

import pytest
from click.testing import CliRunner

from lerdesk.base.resources import resources
from lerdesk.cli.main import commands, main
from lerdesk.rulebook import load
from lerdesk.rulebook.load import FILES

ORDER = {
    "process": "EU_EPOC_SUBS_ID",
    "entity_in": "LU",
    "received_at": "2026-11-23T09:15:00-08:00",
    "items": [{"id": "1", "category": "C01"}],
}
WARRANT = {"process": "US_SW_FED", "items": [{"id": "1", "category": "C01"}]}


def own(folder, name, *changes):
    """An organisation's file: the shipped one with some words changed."""
    folder.mkdir(exist_ok=True)
    text = (resources() / "rulebook" / name).read_text("utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def changed(tmp_path):
    return own(tmp_path / "own", "policy.toml", ("waiting_days = 7", "waiting_days = 10"))


def run(*words, text=None):
    return CliRunner().invoke(
        commands,
        ["rules", "diff", *map(str, words)],
        input=text,
        catch_exceptions=False,
        standalone_mode=False,
    )


def test_what_changes_is_said_in_words_with_citation(changed):
    result = run("shipped", changed)
    assert (
        f"From shipped ({load().version}) to {changed} ({load(changed).version})" in result.stdout
    )
    assert (
        "Policy: days between the customer's notice and a disclosure of content was 7, is now 10."
        in result.stdout
    )
    assert (
        "Clock K41 (Waiting period after the customer's notice): period was 7 days, is now 10 days."
        in result.stdout
    )
    assert f"[{load().clocks['K41'].citation}]" in result.stdout
    assert "Nothing changes" not in result.stdout


def test_nothing_changes_is_said_plainly_and_exits_well(tmp_path, capsys):
    whole = tmp_path / "whole"
    shutil.copytree(resources() / "rulebook", whole)
    assert main(["rules", "diff", "shipped", str(whole)]) == 0
    assert "Nothing changes." in capsys.readouterr().out
    assert main(["rules", "diff", "shipped", "shipped"]) == 0


def test_other_comments_change_the_version_alone(tmp_path):
    folder = own(tmp_path / "own", "policy.toml", ("version", "# ours\nversion"))
    assert "Nothing changes but the version." in run("shipped", folder).stdout


def test_a_folder_without_rules_is_the_shipped_rulebook_and_says_so(tmp_path):
    result = run("shipped", tmp_path)
    assert "Nothing changes." in result.stdout
    assert "holds no rules of its own" in result.stderr


def test_facts_are_told_one_by_one_and_the_rest_counted(tmp_path):
    shipped = (resources() / "rulebook" / "clocks.toml").read_text("utf-8")
    before, after = shipped.split('id = "K27"')
    folder = tmp_path / "own"
    folder.mkdir()
    text = before + 'id = "K27"' + after.replace("count = 10", "count = 8", 1)
    (folder / "clocks.toml").write_text(text, "utf-8")
    result = run("shipped", folder, "-", text=json.dumps([WARRANT, ORDER, WARRANT]))
    assert "Facts 2 (EU_EPOC_SUBS_ID, European Production Order: subscriber data)" in result.stdout
    assert (
        "Deadline for the response: was 3 December 2026, is now 1 December 2026." in result.stdout
    )
    assert "1 of 3 otherwise; 2 decided as before." in result.stdout
    answer = json.loads(run("shipped", folder, "-", "--json", text=json.dumps(ORDER)).stdout)
    assert (answer["facts"]["given"], answer["facts"]["same"]) == (1, 0)
    (change,) = answer["facts"]["otherwise"][0]["changes"]
    assert (change["old"], change["new"]) == ("2026-12-03", "2026-12-01")


def test_facts_that_stay_the_same_are_said_to(changed):
    result = run("shipped", changed, "-", text=json.dumps(WARRANT))
    assert "None of 1: each is decided as before." in result.stdout


def test_the_json_has_words_and_values(changed):
    answer = json.loads(run("shipped", changed, "--json").stdout)
    assert answer["format"] == 1
    assert answer["same"] is False
    assert answer["old"] == {"name": "shipped", "rulebook": load().version}
    assert {"path": ["policy", "waiting_days"], "how": "changed", "old": 7, "new": 10} in answer[
        "differences"
    ]
    words = [one["words"] for rule in answer["changes"] for one in rule["changes"]]
    assert any("was 7, is now 10" in one for one in words)
    assert json.loads(run("shipped", "shipped", "--json").stdout)["same"] is True


@pytest.mark.parametrize("place", [0, 1])
def test_what_cannot_be_read_is_one_line_and_exit_1(tmp_path, capsys, place):
    broken = own(tmp_path / "broken", "policy.toml", ("waiting_days = 7", 'waiting_days = "soon"'))
    for folder, named in ((tmp_path / "nowhere", "nowhere"), (broken, "waiting_days")):
        words = ["shipped", "shipped"]
        words[place] = str(folder)
        assert main(["rules", "diff", *words]) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert named in err
        assert err.count("\n") == 1


@pytest.mark.parametrize("text", ["{", '[{"process": "US_XX"}]', "7"])
def test_facts_that_cannot_be_read_are_one_line_and_exit_1(tmp_path, capsys, text):
    facts = tmp_path / "facts.json"
    facts.write_text(text, "utf-8")
    assert main(["rules", "diff", "shipped", "shipped", str(facts)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1


def test_a_whole_rulebook_of_another_time_can_be_named(tmp_path):
    whole = tmp_path / "whole"
    shutil.copytree(resources() / "rulebook", whole)
    assert {path.stem for path in whole.glob("*.toml")} == set(FILES)
    own(whole, "calendars.toml", ("first monday of september", "second monday of september"))
    assert (
        "Calendar US (Federal holidays of the United States) for Labor Day: holiday, day was "
        "first monday of september, is now second monday of september."
        in run("shipped", whole).stdout
    )
