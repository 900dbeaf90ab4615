"""Everything that is proposed says how well it is established, and nothing unverified looks certain."""

import json

import pytest
from click.testing import CliRunner

from lerdesk.cli import decide as decide_command
from lerdesk.cli import due as due_command
from lerdesk.domain.case_facts import parse
from lerdesk.domain.determination import decide
from lerdesk.domain.vocabulary import Cell, Standing, least_sure
from lerdesk.rulebook import load


@pytest.fixture(scope="module")
def rules():
    return load()


def decided(rules, facts):
    return decide(parse(facts, rules)[0], rules).to_json()


def test_the_least_sure_of_several_stands():
    order = [Standing.VERIFIED, Standing.COMPANY, Standing.SECONDARY, Standing.UNVERIFIED]
    for number, one in enumerate(order):
        for other in order[: number + 1]:
            assert least_sure(one, other) is least_sure(other, one) is one


def test_no_process_that_is_not_verified_compels_anything(rules):
    for process in rules.processes.values():
        if process.status is Standing.UNVERIFIED:
            cells = rules.matrix.cells[process.id].values()
            assert Cell.YES not in {cell.cell for cell in cells}, process.id


def test_what_is_produced_is_no_surer_than_its_process_and_its_category(rules):
    seen = set()
    for process in rules.processes.values():
        items = [
            {"id": category, "category": category, "from": "2026-01-01"}
            for category in rules.categories
        ]
        for item in decided(rules, {"process": process.id, "items": items})["items"]:
            said = Standing(item["status"])
            if item["proposal"] == "PRODUCE":
                category = rules.categories[item["id"]]
                assert said is least_sure(said, process.status, category.status), (process, item)
                seen.add(said)
    assert seen == set(Standing)


@pytest.mark.parametrize(
    ("process", "category", "status"),
    [
        ("US_SW_FED", "C13", "secondary"),
        ("US_SW_FED", "C21", "verified"),
        ("US_CALECPA_WARRANT", "C13", "secondary"),
        ("US_GJ_FED", "C29", "unverified"),
        ("US_SW_FED", "C17", "unverified"),
        ("US_SW_FED", "C34", "company"),
        ("US_SW_FED", "C25", "unverified"),
        ("US_2703D", "C24", "secondary"),
        ("US_GJ_FED", "C14", "verified"),
    ],
)
def test_an_item_says_it(rules, process, category, status):
    items = [{"id": "1", "category": category, "from": "2026-01-01"}]
    assert decided(rules, {"process": process, "items": items})["items"][0]["status"] == status


def test_defects_notice_and_deadlines_say_it(rules):
    answer = decided(
        rules,
        {
            "process": "US_SW_STATE_OOS",
            "received_at": "2026-11-23T09:00:00-08:00",
            "answers": {"E014": "no", "E003": "no", "E020": "yes", "E005": "no"},
            "gag": {"kind": "COURT_FIXED", "until": "2027-01-01"},
        },
    )
    assert {one["question"]: one["status"] for one in answer["defects"]} == {
        "E014": "unverified",
        "E003": "verified",
        "E020": "secondary",
        "E005": "verified",
    }
    assert answer["notice"]["status"] == "company"
    assert {one["kind"]: one["status"] for one in answer["deadlines"]} == {
        "response": "secondary",
        "silence_end": "verified",
    }


def test_the_tables_and_the_clocks_say_it(tmp_path):
    asked = [
        (
            decide_command.command,
            ["--table", "notice"],
            {"family": "US_WARRANT", "data": "CONTENT", "gag": "NONE", "enterprise": True},
            "unverified",
        ),
        (
            decide_command.command,
            ["--table", "matrix"],
            {"process": "US_2703D", "data_class": "LOCATION"},
            "secondary",
        ),
        (due_command.command, [], {"clock": "K46", "start": "2026-11-23"}, "unverified"),
    ]
    for command, words, facts, status in asked:
        file = tmp_path / "facts.json"
        file.write_text(json.dumps(facts), "utf-8")
        out = CliRunner().invoke(command, [str(file), *words], standalone_mode=False)
        assert json.loads(out.stdout)["status"] == status
