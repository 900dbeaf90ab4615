"""Which rules are the organisation's own, and what is said where no word fits."""

import tomllib
from dataclasses import replace

import pytest

from lerdesk.domain.rules import Rulebook
from lerdesk.rulebook import RulebookError, load
from lerdesk.rulebook.changes.change_words import change_words
from lerdesk.rulebook.changes.comparison import compare
from lerdesk.rulebook.mistake import one_of
from lerdesk.rulebook.own import own_rules
from lerdesk.rulebook.source import Source, misnamed, shipped_folder


def own(name, change):
    path = shipped_folder() / f"{name}.toml"
    data = change(path.read_text("utf-8")).encode()
    return Source(name, path, own=True, data=data, values=tomllib.loads(data.decode()))


@pytest.mark.parametrize(
    ("name", "change", "rules"),
    [
        ("clocks", lambda text: text, set()),
        ("clocks", lambda text: "# a note\n" + text, set()),
        ("clocks", lambda text: text.replace("count = 3\n", "count = 2\n", 1), {"K03"}),
        (
            "policy",
            lambda text: text.replace("waiting_days = 7", "waiting_days = 9"),
            {"policy.waiting_days"},
        ),
        # a row without an id, which the loader refuses, goes by its place
        ("clocks", lambda text: text + '\n[[clock]]\nname = "Another"\n', {"clock 47"}),
        ("places", lambda text: text.replace('"ZW"', '"ZW", "XK"'), {"places.countries"}),
    ],
)
def test_a_rule_is_ones_own_where_the_shipped_one_is_otherwise(name, change, rules):
    assert own_rules([own(name, change)]) == rules


def test_a_shipped_file_has_no_rules_of_ones_own():
    source = own("clocks", lambda text: text.replace("count = 3\n", "count = 2\n", 1))
    assert own_rules([replace(source, own=False)]) == set()


def test_a_later_version_alone_is_no_change_of_a_rule():
    rules = load()
    later = replace(rules, version="2027.1")
    found = compare(rules, later)
    assert [one.path for one in found] == [("version",)]
    assert change_words(rules, later, found) == ()
    assert isinstance(later, Rulebook)


def test_what_would_be_right_names_all_that_is_known_unless_it_is_too_much():
    assert one_of("rd", ["red", "blue"]) == "Did you mean red? Use one of red, blue"
    assert one_of("red", []) == "None is known here; leave it out"
    many = [f"E{n:03}" for n in range(1, 200)]
    assert one_of("E9999", many).endswith("Use a known one, from E001 to E199 (199 of them)")


def test_a_folder_that_is_none_is_told(tmp_path):
    (tmp_path / "rules").write_text("", "utf-8")
    with pytest.raises(RulebookError, match=r"rules .*cannot be opened"):
        misnamed(tmp_path / "rules")
