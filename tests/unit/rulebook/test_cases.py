"""Cases worked out by hand from the law and the command line's forms: what the rulebook makes of each."""

import json
from pathlib import Path

import pytest

from lerdesk.base.errors import Refused
from lerdesk.domain.case_facts import parse
from lerdesk.domain.determination import decide
from lerdesk.rulebook import load

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "reference" / "cases.jsonl")
    .read_text("utf-8")
    .splitlines()
]


@pytest.fixture(scope="module")
def rules():
    return load()


def said(answer, key, wanted):
    """What the answer says under a key of the case."""
    items = {"items": "proposal", "rules": "rule", "classes": "data_class"}
    if key in items:
        return [item[items[key]] for item in answer["items"]]
    if key == "defects":
        return {one["question"]: one["severity"] for one in answer["defects"]}
    if key == "deadlines":
        return {one["kind"]: one["due"] for one in answer["deadlines"]}
    readings = {"outer": "outer", "not before": "release_not_before"}
    if key in readings:
        name = readings[key]
        return {one["kind"]: one[name] for one in answer["deadlines"] if one[name]}
    if key == "notice" and wanted is not None:
        found = answer["notice"]
        return [found["rule"], found["outcome"], found["until"]][: len(wanted)]
    return answer[key]


@pytest.mark.parametrize(
    "case", [one for one in CASES if "says" in one], ids=lambda one: one["why"]
)
def test_it_is_decided_as_by_hand(rules, case):
    facts, warnings = parse(case["facts"], rules)
    answer = decide(facts, rules).to_json()
    assert not warnings
    wanted = case["says"]
    assert {key: said(answer, key, value) for key, value in wanted.items()} == wanted


@pytest.mark.parametrize(
    "case", [one for one in CASES if "refused" in one], ids=lambda one: one["why"]
)
def test_it_is_refused_by_its_key(rules, case):
    with pytest.raises(Refused) as told:
        parse(case["facts"], rules)
    assert str(told.value).startswith(f"{case['refused']}:")
