"""Facts that contradict themselves are refused, and the refusal names the key."""

import pytest

from lerdesk.domain.case_facts import FactsError, parse
from lerdesk.domain.vocabulary import Gag
from tests.unit.domain.rulebook_fixture import shipped

WHOLE = {
    "process": "US_GJ_FED",
    "entity_in": "US",
    "state": "US-WA",
    "received_at": "2026-11-23T09:15:00-08:00",
    "served_on": "2026-11-20",
    "issued_on": "2026-11-18",
    "return_on": "2026-12-07",
    "gag": {"kind": "COURT_FIXED", "until": "2027-11-20"},
    "flags": {"consent": False},
    "answers": {"E003": "yes", "E016": "yes"},
    "items": [{"id": "1", "category": "C01", "from": "2025-01-01", "to": None, "identified": True}],
}


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"process": "US_GJ"}, "process"),
        ({"process": "P05"}, "process"),
        ({"process": None}, "process"),
        ({"entity_in": "ZZ"}, "entity_in"),
        ({"entity_in": 1}, "entity_in"),
        ({"state": "WA"}, "state"),
        ({"state": "US-XX"}, "state"),
        ({"received_at": "2026-11-23"}, "received_at"),
        ({"received_at": "2026-11-23T09:15:00"}, "received_at"),
        ({"received_at": "2026-13-23T09:15:00-08:00"}, "received_at"),
        ({"served_on": "2026-02-30"}, "served_on"),
        ({"served_on": 20261120}, "served_on"),
        ({"issued_on": "18 November 2026"}, "issued_on"),
        ({"return_on": "20261207"}, "return_on"),
        ({"served_on": "2026-11-17"}, "served_on"),
        # a slip of the pen that no period is counted from
        ({"received_at": "0206-11-23T09:15:00-08:00"}, "received_at"),
        ({"served_on": "3026-11-20"}, "served_on"),
        ({"issued_on": "1026-11-18"}, "issued_on"),
        ({"return_on": "9999-12-31"}, "return_on"),
        ({"gag": "NONE"}, "gag"),
        ({"gag": {"kind": "COURT"}}, "gag.kind"),
        ({"gag": {"until": "2027-01-01"}}, "gag.kind"),
        ({"gag": {"kind": "COURT_FIXED"}}, "gag.until"),
        ({"gag": {"kind": "NONE", "until": "2027-01-01"}, "answers": {}}, "gag.until"),
        ({"gag": {"kind": "COURT_FIXED", "until": "soon"}}, "gag.until"),
        ({"flags": {"consent": "no"}}, "flags.consent"),
        ({"flags": []}, "flags"),
        ({"answers": {"E9999": "yes"}}, "answers.E9999"),
        ({"answers": {"E003": "maybe"}}, "answers.E003"),
        ({"answers": {"E003": True}}, "answers.E003"),
        ({"answers": {"E201": "yes"}}, "answers.E201"),
        ({"answers": {"X01": "yes"}}, "answers.X01"),
        ({"answers": ["E003"]}, "answers"),
        ({"gag": {"kind": "NONE"}, "answers": {"E016": "no"}}, "answers.E016"),
        ({"items": {}}, "items"),
        ({"items": ["C01"]}, "items[0]"),
        ({"items": [None]}, "items[0]"),
        ({"items": [{"id": "1"}]}, "items[0].category"),
        ({"items": [{"id": "1", "category": "C99"}]}, "items[0].category"),
        ({"items": [{"id": 1, "category": "C01"}]}, "items[0].id"),
        (
            {"items": [{"id": "1", "category": "C01", "from": "2026-02-02", "to": "2026-02-01"}]},
            "items[0].from",
        ),
        ({"items": [{"id": "1", "category": "C01", "from": "2026-02-31"}]}, "items[0].from"),
        ({"items": [{"id": "1", "category": "C01", "identified": "yes"}]}, "items[0].identified"),
        (
            {
                "answers": {"E007": "yes"},
                "items": [{"id": "1", "category": "C01", "identified": False}],
            },
            "answers.E007",
        ),
    ],
)
def test_a_refusal_names_its_key(change, key):
    with pytest.raises(FactsError) as refused:
        parse({**WHOLE, **change}, shipped())
    assert refused.value.key == key
    assert str(refused.value).startswith(f"{key}: ")


@pytest.mark.parametrize(
    ("process", "question"), [("US_CALECPA_WARRANT", "E125"), ("US_ADMIN_3486", "E406")]
)
def test_a_defect_of_the_silence_order_stands_beside_its_own_kind_alone(process, question):
    facts = {"process": process, "answers": {question: "no"}}
    for gag in ({"kind": "COURT_FIXED", "until": "2027-06-01"}, {"kind": "REQUEST_ONLY"}):
        with pytest.raises(FactsError, match=question):
            parse({**facts, "gag": gag}, shipped())
    parsed, _ = parse({**facts, "gag": {"kind": "COURT_DEFECTIVE"}}, shipped())
    assert parsed.gag.kind is Gag.COURT_DEFECTIVE


@pytest.mark.parametrize("value", [None, [], "US_GJ_FED", 3])
def test_facts_are_an_object(value):
    with pytest.raises(FactsError):
        parse(value, shipped())


def test_only_the_process_is_required():
    facts, warnings = parse({"process": "US_GJ_FED"}, shipped())
    assert (facts.entity_in, facts.gag.kind, facts.items, warnings) == ("US", Gag.NONE, (), [])
    nulls = dict.fromkeys(WHOLE, None) | {"process": "US_GJ_FED"}
    assert parse(nulls, shipped())[0] == facts


def test_unknown_keys_are_ignored_with_a_warning():
    facts = {
        "process": "US_GJ_FED",
        "note": 1,
        "gag": {"kind": "NONE", "why": 1},
        "flags": {"odd": True},
        "items": [{"id": "1", "category": "C01", "words": "…"}],
    }
    _, warnings = parse(facts, shipped())
    assert [warning.split(":")[0] for warning in warnings] == [
        "note",
        "gag.why",
        "flags.odd",
        "items[0].words",
    ]


def test_questions_of_one_state_are_asked_where_the_state_is_not_known():
    for state in (None, "US-CA"):
        parse({"process": "US_GJ_STATE", "state": state, "answers": {"E126": "no"}}, shipped())
    with pytest.raises(FactsError, match="E126"):
        parse({"process": "US_GJ_STATE", "state": "US-WA", "answers": {"E126": "no"}}, shipped())
