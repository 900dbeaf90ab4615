"""The shipped rulebook loads whole, and a mistake in a file is told with file, rule and what would be right."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from lerdesk.base.resources import resources
from lerdesk.domain.fact import FIELDS
from lerdesk.domain.vocabulary import DataClass, Severity, Standing
from lerdesk.rulebook import RulebookError, load
from lerdesk.rulebook.load import FILES, own_mark
from lerdesk.rulebook.source import read

SHIPPED = resources() / "rulebook"


@pytest.fixture(scope="module")
def rules():
    return load()


def test_every_family_of_the_law_is_there(rules):
    assert rules.version == "2026.11"
    assert len(rules.processes) == 50
    assert len(rules.categories) == 37
    assert len(rules.clocks) == 46
    assert {f"O{n:02}" for n in range(1, 23)} == set(rules.factors)
    assert {rule.id for rule in rules.notice} == {f"N{n:02}" for n in range(1, 29)}


def test_every_rule_has_its_citation_and_no_mark_of_a_source(rules):
    cited = [
        *rules.processes.values(),
        *rules.categories.values(),
        *rules.questions.values(),
        *rules.notice,
        *rules.clocks.values(),
        *rules.factors.values(),
    ]
    for rule in cited:
        assert rule.citation.strip()
        assert not re.search(r"\[(V|U|CO)\b|\bS\d\d?\b|\bPOL-\d", rule.citation), rule
        assert isinstance(rule.status, Standing)


def test_every_cell_of_the_matrix_gives_a_reason(rules):
    for process in rules.processes:
        for data_class in DataClass:
            cell = rules.matrix.cells[process][data_class]
            assert cell.reason.endswith(".")
            assert cell.citation


def test_questions_come_in_the_reviewers_order(rules):
    groups = list(dict.fromkeys(question.group for question in rules.questions.values()))
    assert groups == [
        "Instrument",
        "Issuer",
        "Signature",
        "Requester’s identity",
        "Particularity",
        "Scope",
        "Protected data",
        "Service and time",
        "Silence",
    ]


def test_what_blocks_or_is_to_be_cured_has_its_sentence_for_a_letter(rules):
    for question in rules.questions.values():
        grades = {question.severity, *question.severity_in.values()}
        if not question.reminder and grades & {Severity.BLOCK, Severity.CURE}:
            assert question.letter.endswith((".", "?")), question.id
            assert "‹" not in question.letter, question.id


def test_a_warrant_need_not_print_what_a_subpoena_must(rules):
    for question in ("E010", "E011", "E012", "E013"):
        assert rules.questions[question].severity_for("US_SW_FED") is Severity.WARN
        assert rules.questions[question].severity_for("US_GJ_FED") is Severity.CURE


def test_only_read_facts_are_evidence(rules):
    for question in rules.questions.values():
        assert set(question.fields) <= set(FIELDS)


def test_as_shipped_two_persons_find_illegal_conduct_alone(rules):
    assert rules.policy.two_persons == {"illegal_conduct"}


def test_an_own_file_stands_in_the_place_of_the_shipped_one(tmp_path):
    own = (
        (SHIPPED / "policy.toml")
        .read_text("utf-8")
        .replace("waiting_days = 7", "waiting_days = 14")
    )
    (tmp_path / "policy.toml").write_text(own, "utf-8")
    book = load(tmp_path)
    assert book.policy.waiting_days == 14
    assert book.clocks["K41"].count == 14
    assert load(tmp_path / "nowhere").policy.waiting_days == 7


def test_the_version_says_that_own_rules_stand_in_and_which(tmp_path, rules):
    shipped = (SHIPPED / "policy.toml").read_text("utf-8")
    versions = []
    for days in ("waiting_days = 7", "waiting_days = 14", "waiting_days = 21"):
        own = shipped.replace("waiting_days = 7", days)
        (tmp_path / "policy.toml").write_text(own, "utf-8")
        versions.append(load(tmp_path).version)
    assert versions[0] == rules.version
    assert len(set(versions)) == 3
    assert all(each.startswith(f"{rules.version}+") for each in versions[1:])


def test_own_rules_beside_another_shipped_rulebook_go_by_another_version(tmp_path):
    text = (SHIPPED / "policy.toml").read_text("utf-8")
    own = text.replace("waiting_days = 7", "waiting_days = 14")
    (tmp_path / "policy.toml").write_text(own, "utf-8")
    here = [read(name, tmp_path) for name in FILES]
    later = [
        replace(each, data=each.data.replace(b'"ZW"', b'"ZW", "XK"')) if not each.own else each
        for each in here
    ]
    assert load(tmp_path).version.endswith(own_mark(here))
    assert own_mark(later) not in {"", own_mark(here)}
    assert own_mark([read(name, None) for name in FILES]) == ""


def test_line_ends_alone_are_no_rules_of_ones_own(tmp_path, rules):
    text = (SHIPPED / "policy.toml").read_bytes().replace(b"\n", b"\r\n")
    (tmp_path / "policy.toml").write_bytes(text)
    assert load(tmp_path).version == rules.version


def test_a_file_of_an_unknown_name_is_refused(tmp_path):
    (tmp_path / "polices.toml").write_text('version = "1"\n', "utf-8")
    with pytest.raises(RulebookError, match=r"polices\.toml.*policy\.toml"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("policy", "waiting_days = 7", 'waiting_days = "seven"', r"policy\.toml.*waiting_days"),
        ("policy", "waiting_days = 7", "wating_days = 7", r"policy\.toml.*waiting_days"),
        (
            "clocks",
            'regime = "EU_WORKDAYS"',
            'regime = "EU_WORKDAY"',
            r"clocks\.toml, K34.*EU_WORKDAYS",
        ),
        ("clocks", "count = 90\n", "", r"clocks\.toml, K\d\d: count"),
        ("categories", 'class = "VIEWING"', 'class = "VIEWED"', r"categories\.toml, C18.*VIEWING"),
        ("processes", 'family = "NSL"', 'family = "NSA"', r"processes\.toml, US_NSL.*NSL"),
        ("processes", 'response = "K27"', 'response = "K99"', r"processes\.toml, EU_EPOC.*K99"),
        ("notice", 'id = "N28"\n', 'id = "N28"\ndata = ["CONTENT"]\n', r"notice\.toml.*open row"),
        ("questions-us", 'fields = ["process_type"]', 'fields = ["procss"]', r"E014.*procss"),
        (
            "questions-us",
            'asked_of = ["US_SW_FED"]',
            'asked_of = ["US_SW"]',
            r"E107.*US_SW|US_SW.*not known",
        ),
        ("matrix", 'yes = ["VIEWING"]\n', "", r"matrix\.toml, US_VPPA_ORDER.*VIEWING"),
        ("calendars", 'on = "07-04"', 'on = "fourth of July"', r"calendars\.toml.*fourth of July"),
        ("overbreadth", "pattern = '''", "pattern = '''(", r"overbreadth\.toml.*pattern"),
        ("places", "[places]", "[places", r"places\.toml cannot be read"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path, file, old, new, told):
    text = (SHIPPED / f"{file}.toml").read_text("utf-8")
    assert old in text
    (tmp_path / f"{file}.toml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(RulebookError, match=told):
        load(tmp_path)


def test_the_folder_holds_nothing_that_is_not_loaded(tmp_path):
    assert {path.stem for path in SHIPPED.glob("*.toml")} == set(FILES)
    shutil.copytree(SHIPPED, tmp_path / "own")
    assert load(tmp_path / "own").version == load().version


def test_a_folder_is_named_when_a_file_is_not_text(tmp_path: Path):
    (tmp_path / "notice.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RulebookError, match=r"notice\.toml"):
        load(tmp_path)
