"""Nothing that changes in a rulebook can be missed: each field of each rule shows, in data and in words."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, make_dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

import pytest

from lerdesk.domain import rules as rules_module
from lerdesk.domain.rules import Rulebook
from lerdesk.domain.vocabulary import Severity
from lerdesk.rulebook import load
from lerdesk.rulebook.changes.change_words import change_words
from lerdesk.rulebook.changes.comparison import How, compare, differences
from lerdesk.rulebook.changes.order import moved
from lerdesk.rulebook.field_words import FIELDS

RULES = load()


def altered(value):
    """Another value of the same kind, as little else as can be."""
    if isinstance(value, bool):
        return not value
    if value is None:
        return "something"
    if isinstance(value, StrEnum):
        return next(one for one in type(value) if one is not value)
    if isinstance(value, str):
        return f"{value} otherwise"
    if isinstance(value, int):
        return value + 1
    if isinstance(value, date):
        return value + timedelta(days=1)
    if isinstance(value, frozenset):
        return value | {"something"}
    if isinstance(value, Mapping):
        return {**value, "something": next(iter(value.values()), "something")}
    if isinstance(value, tuple):
        return value[1:] if value else ("something",)
    raise AssertionError(f"no other value of {value!r}")


def everywhere(value, path=()):
    """Every place below a value, with a function that puts another value there and gives the whole anew."""
    if is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            for place, put in everywhere(inner, (*path, field.name)):
                yield (
                    place,
                    lambda new, put=put, field=field: replace(value, **{field.name: put(new)}),
                )
        return
    if isinstance(value, Mapping) and value:
        for key, inner in value.items():
            for place, put in everywhere(inner, (*path, str(key))):
                yield place, lambda new, put=put, key=key: {**value, key: put(new)}
    elif isinstance(value, tuple) and value and is_dataclass(value[0]):
        for number, inner in enumerate(value):
            for place, put in everywhere(inner, (*path, f"#{number}")):
                yield place, lambda new, put=put, n=number: (*value[:n], put(new), *value[n + 1 :])
    if path:
        yield (path, value), lambda new: new


def test_every_field_of_every_rule_shows_when_it_changes():
    places = 0
    for (path, value), put in everywhere(RULES):
        if is_dataclass(value) or (isinstance(value, tuple) and value and is_dataclass(value[0])):
            continue
        changed = put(altered(value))
        found = compare(RULES, changed)
        assert found, path
        assert all(one.path[0] == path[0] for one in found), path
        if path[0] in {"version", "own"}:
            continue
        told = [rule for part in change_words(RULES, changed, found) for rule in part.rules]
        assert told, path
        assert all(rule.sentence(one).strip() for rule in told for one in rule.changes), path
        places += 1
    assert places > 10_000


def test_a_rule_that_comes_or_goes_shows_in_every_part():
    for field in fields(Rulebook):
        rules = getattr(RULES, field.name)
        if isinstance(rules, Mapping):
            key = next(iter(rules))
            fewer = replace(RULES, **{field.name: {k: v for k, v in rules.items() if k != key}})
            gone = (field.name, key)
        elif isinstance(rules, tuple) and is_dataclass(rules[0]):
            fewer = replace(RULES, **{field.name: rules[1:]})
            gone = (field.name, rules[0].id)
        else:
            continue
        (there,) = compare(fewer, RULES)
        (lost,) = compare(RULES, fewer)
        assert (there.path, there.how) == (gone, How.NEW)
        assert (lost.path, lost.how) == (gone, How.GONE)
        (part,) = change_words(RULES, fewer, [lost])
        sentence = part.rules[0].sentence(part.rules[0].changes[0])
        assert sentence.startswith("No longer there: ")
        assert key_words(gone) in sentence


def key_words(path):
    return path[1]


def test_a_field_that_comes_later_is_compared_like_the_others():
    later = make_dataclass("Later", [("id", str), ("what_comes_later", int)], frozen=True)
    (found,) = differences({"X": later("X", 1)}, {"X": later("X", 2)})
    assert found.path == ("X", "what_comes_later")


def test_every_field_has_a_name_in_words():
    for kind, names in FIELDS.items():
        assert {field.name for field in fields(kind)} <= names.keys(), kind
    assert {kind for kind in vars(rules_module).values() if is_rule(kind)} <= FIELDS.keys()


def is_rule(kind):
    return isinstance(kind, type) and is_dataclass(kind)


def test_the_same_rulebook_read_twice_differs_in_nothing():
    assert compare(RULES, load()) == ()


def with_question(question_id, **changes):
    question = replace(RULES.questions[question_id], **changes)
    return replace(RULES, questions={**RULES.questions, question_id: question})


def sentences(old, new):
    return [
        rule.sentence(one)
        for part in change_words(old, new, compare(old, new))
        for rule in part.rules
        for one in rule.changes
    ]


def test_a_severity_for_single_processes_is_told_as_it_holds():
    new = with_question(
        "E001",
        severity_in={
            "US_PRESERVE_2703F": Severity.CURE,
            "US_GJ_FED": Severity.WARN,
            "US_EMERGENCY": Severity.CURE,
        },
    )
    assert sentences(RULES, new) == [
        "Question E001 for Preservation letter (US_PRESERVE_2703F): severity was WARN, is now CURE.",
        "Question E001 for Federal grand jury subpoena (US_GJ_FED): severity was BLOCK, is now WARN.",
    ]


def test_a_period_is_told_with_its_unit_and_sets_by_what_comes_and_goes():
    clocks = {**RULES.clocks, "K27": replace(RULES.clocks["K27"], count=8)}
    assert sentences(RULES, replace(RULES, clocks=clocks)) == [
        "Clock K27 (European Production Order): period was 10 days, is now 8 days."
    ]
    question = RULES.questions["E003"]
    fewer = with_question("E003", processes=question.processes - {"US_SW_FED"})
    assert sentences(RULES, fewer) == [
        "Question E003: processes that are asked: no longer Federal search warrant (US_SW_FED)."
    ]


def test_a_text_that_changed_is_shown_old_and_new():
    new = with_question(
        "E001", text="Is there a written instrument, signed by the one who issued it?"
    )
    (part,) = change_words(RULES, new, compare(RULES, new))
    (change,) = part.rules[0].changes
    assert change.texts == (
        ("was", RULES.questions["E001"].text),
        ("is", "Is there a written instrument, signed by the one who issued it?"),
    )
    assert part.rules[0].citation == RULES.questions["E001"].citation


def test_rules_that_change_alike_are_told_together():
    questions = {
        key: replace(one, processes=one.processes - {"US_NSL"})
        for key, one in RULES.questions.items()
        if one.processes != {"US_NSL"}
    }
    questions = {key: questions.get(key, one) for key, one in RULES.questions.items()}
    new = replace(RULES, questions=questions)
    (told,) = sentences(RULES, new)
    asked = [key for key, one in RULES.questions.items() if {"US_NSL"} < one.processes]
    assert told == (
        f"Questions {', '.join(asked)}: processes that are asked: "
        "no longer National security letter (US_NSL)."
    )


def test_a_row_that_moves_is_told_with_both_places():
    rows = list(RULES.notice)
    rows.insert(2, rows.pop(8))
    new = replace(RULES, notice=tuple(rows))
    assert sentences(RULES, new) == ["Notice row N09 moved (stood after N08, stands after N02)."]
    assert moved(("a", "b"), ("b", "a")) in {
        ("b moved (stood after a, stands before all others)",),
        ("a moved (stood before all others, stands after b)",),
    }


def test_a_new_row_says_where_it_stands():
    row = replace(RULES.notice[5], id="N99")
    new = replace(RULES, notice=(*RULES.notice[:3], row, *RULES.notice[3:]))
    assert sentences(RULES, new) == ["New: Notice row N99, after N03:"]


@pytest.mark.parametrize("part", ["processes", "questions"])
def test_another_order_of_rules_shows(part):
    rules = dict(reversed(getattr(RULES, part).items()))
    (found,) = compare(RULES, replace(RULES, **{part: rules}))
    assert (found.path, found.how) == ((part,), How.ORDER)
