"""What an answer does beyond its severity is the rulebook's: a question of one's own does it as the shipped ones do."""

import pytest

from lerdesk.domain.case_facts import FactsError, parse
from lerdesk.domain.determination import decide
from lerdesk.rulebook import load
from lerdesk.rulebook.source import shipped_folder

QUESTION = """
[[question]]
id = "Z001"
group = "Instrument"
text = "Is it as our counsel wants it?"
asked_of = "all"
severity = "INFO"
citation = "company policy"
status = "company"
"""
ITEM = {"id": "1", "category": "C01", "from": "2026-01-01", "to": "2026-02-01"}
RECEIVED = {"received_at": "2026-11-23T09:15:00-08:00"}


@pytest.fixture
def decided(tmp_path):
    """Decides facts by the shipped rulebook with one question more."""

    def by(keys, process="US_GJ_FED", **facts):
        shipped = (shipped_folder() / "questions-abroad.toml").read_text("utf-8")
        (tmp_path / "questions-abroad.toml").write_text(f"{shipped}{QUESTION}{keys}\n", "utf-8")
        rules = load(tmp_path)
        return decide(parse({"process": process, "items": [ITEM], **facts}, rules)[0], rules)

    return by


def test_a_question_of_ones_own_casts_doubt(decided):
    for answer, outcome in (("yes", "PRODUCE_FULL"), ("no", "ESCALATE"), ("unclear", "ESCALATE")):
        assert decided('tells = "doubt"', answers={"Z001": answer}).outcome == outcome
        assert decided("", answers={"Z001": answer}).outcome == "PRODUCE_FULL"


def test_a_question_of_ones_own_opens_those_on_viewing_records(decided):
    assert "E702" in decided('tells = "viewing"', answers={"Z001": "no"}).open_questions
    assert "E702" not in decided('tells = "viewing"', answers={"Z001": "yes"}).open_questions


def test_a_question_of_ones_own_opens_an_objection(decided):
    for answer, due in (("no", ["2026-12-07"]), ("yes", [])):
        found = decided('objection = "K01"', answers={"Z001": answer}, **RECEIVED).deadlines
        assert [one.due.isoformat() for one in found if one.kind == "objection"] == due


def test_a_question_of_ones_own_lifts_a_deadline(decided):
    for answer, kinds in (
        ("no", {"response"}),
        ("na", {"response"}),
        ("yes", {"response", "gate"}),
    ):
        found = decided(
            'lifts = "gate"',
            "EU_EPOC_TRAFFIC_CONTENT",
            answers={"Z001": answer},
            entity_in="LU",
            **RECEIVED,
        )
        assert {one.kind.value for one in found.deadlines} == kinds


def test_a_question_of_ones_own_says_that_no_order_stands(decided):
    gag = {"kind": "COURT_DEFECTIVE"}
    keys = 'when = "silence"\ntells = "no order"'
    assert decided(keys, gag=gag, answers={"Z001": "no"}).gag == "REQUEST_ONLY"
    assert decided(keys, gag=gag, answers={"Z001": "yes"}).gag == "COURT_DEFECTIVE"


def test_a_question_of_ones_own_fits_one_silence_alone(decided):
    keys = 'when = "silence"\ngag = "COURT_INDEFINITE"\ngag_only = true'
    with pytest.raises(FactsError, match=r"answers\.Z001: no needs gag\.kind COURT_INDEFINITE"):
        decided(keys, gag={"kind": "COURT_DEFECTIVE"}, answers={"Z001": "no"})
    assert decided(keys, gag={"kind": "COURT_DEFECTIVE"}, answers={"Z001": "yes"}).binding


def test_the_answer_that_identifies_the_account_may_be_no(decided):
    keys = 'reversed = true\ntells = "no account"'
    unnamed = [{**ITEM, "identified": False}]
    with pytest.raises(FactsError, match=r"answers\.Z001: no contradicts an item"):
        decided(keys, items=unnamed, answers={"Z001": "no"})
    assert decided(keys, items=unnamed, answers={"Z001": "yes"}).items[0].proposal == "BLOCK"


def test_the_day_by_which_a_warrant_is_served_is_the_clocks(tmp_path):
    before, found, after = (shipped_folder() / "clocks.toml").read_text("utf-8").partition('"K15"')
    (tmp_path / "clocks.toml").write_text(
        before + found + after.replace("count = 14", "count = 7", 1), "utf-8"
    )
    facts = {"process": "US_SW_FED", "issued_on": "2026-10-31", "answers": {"E106": "no"}}
    # the last day is a Saturday, 7 days and 14 days after the issue: by Monday it is milder
    for served, severities in (("2026-11-09", ["CURE", "WARN"]), ("2026-11-16", ["WARN", "CURE"])):
        said = [
            decide(parse({**facts, "served_on": served}, rules)[0], rules).defects[0].severity
            for rules in (load(), load(tmp_path))
        ]
        assert said == severities
