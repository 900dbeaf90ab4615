"""What the rulebook makes of a case: binding, items, outcome, notice and deadlines."""

from dataclasses import replace

import pytest

from lerdesk.domain.case_facts import CaseFacts, CaseItem, parse
from lerdesk.domain.determination import decide
from lerdesk.domain.vocabulary import Outcome, Proposal, Severity
from tests.unit.domain.rulebook_fixture import shipped

NAME = {"id": "1", "category": "C01"}
MAIL = {"id": "2", "category": "C14", "from": "2026-01-01", "to": "2026-06-30"}


def decided(process, *items, **facts):
    case, _ = parse({"process": process, "items": list(items), **facts}, shipped())
    return decide(case, shipped()).to_json()


def short(answer):
    return answer["binding"], answer["outcome"], [item["proposal"] for item in answer["items"]]


def test_a_grand_jury_asks_for_a_name_and_for_messages():
    answer = decided(
        "US_GJ_FED",
        NAME,
        {
            "id": "2",
            "category": "C13",
            "from": "2025-01-01",
            "to": "2025-12-31",
            "identified": True,
        },
        received_at="2026-11-23T09:15:00-08:00",
        served_on="2026-11-20",
        issued_on="2026-11-18",
        return_on="2026-12-07",
        gag={"kind": "COURT_FIXED", "until": "2027-11-20"},
        answers={"E003": "yes", "E009": "no"},
    )
    assert short(answer) == ("yes", "PRODUCE_PARTIAL", ["PRODUCE", "BLOCK"])
    assert [(d["question"], d["severity"]) for d in answer["defects"]] == [("E009", "WARN")]
    assert [item["citation"] for item in answer["items"]] == [
        "18 U.S.C. 2703(c)(2)",
        "18 U.S.C. 2703(a)",
    ]
    notice = answer["notice"]
    assert (notice["outcome"], notice["rule"], notice["until"]) == (
        "DELAY_UNTIL_EXPIRY",
        "N08",
        "2027-11-20",
    )
    assert [(d["kind"], d["due"]) for d in answer["deadlines"]] == [
        ("response", "2026-12-07"),
        ("silence_end", "2027-11-20"),
    ]
    assert "E003" not in answer["open_questions"]
    assert "E301" in answer["open_questions"]
    assert "E303" not in answer["open_questions"]


@pytest.mark.parametrize(
    ("process", "items", "facts", "expected"),
    [
        ("US_SW_FED", [NAME, MAIL], {}, ("yes", "PRODUCE_FULL", ["PRODUCE", "PRODUCE"])),
        ("US_SW_FED", [], {}, ("yes", None, [])),
        ("US_SW_FED", [{"category": "C14"}], {}, ("yes", "ESCALATE", ["ESCALATE"])),
        (
            "US_SW_FED",
            [{"category": "C07"}, NAME],
            {},
            ("yes", "PRODUCE_PARTIAL", ["NARROW", "PRODUCE"]),
        ),
        ("US_SW_FED", [{"category": "C32"}], {}, ("yes", "REJECT", ["BLOCK"])),
        ("US_2703D", [MAIL, NAME], {}, ("yes", "PRODUCE_PARTIAL", ["BLOCK", "PRODUCE"])),
        ("US_GJ_FED", [MAIL], {}, ("yes", "REJECT", ["BLOCK"])),
        # a block of the instrument
        ("US_SW_FED", [MAIL], {"answers": {"E102": "no"}}, ("no", "REJECT", ["PRODUCE"])),
        (
            "US_SW_FED",
            [MAIL],
            {"answers": {"E102": "unclear"}},
            ("escalate", "ESCALATE", ["PRODUCE"]),
        ),
        # a block of one class
        (
            "US_SW_FED",
            [NAME, MAIL],
            {"answers": {"E103": "no"}},
            ("yes", "PRODUCE_PARTIAL", ["PRODUCE", "BLOCK"]),
        ),
        (
            "US_SW_FED",
            [NAME, MAIL],
            {"answers": {"E108": "unclear"}},
            ("yes", "ESCALATE", ["PRODUCE", "ESCALATE"]),
        ),
        ("US_2703D", [NAME], {"answers": {"E205": "yes"}}, ("yes", "PRODUCE_FULL", ["PRODUCE"])),
        (
            "US_GJ_STATE",
            [{"category": "C06"}, NAME],
            {"answers": {"E126": "yes"}},
            ("yes", "PRODUCE_PARTIAL", ["BLOCK", "PRODUCE"]),
        ),
        (
            "US_SW_FED",
            [{"category": "C18", "from": "2026-01-01"}],
            {"answers": {"E702": "no"}},
            ("yes", "REJECT", ["BLOCK"]),
        ),
        (
            "US_PRTT",
            [{"category": "C37"}],
            {"answers": {"E804": "no"}},
            ("yes", "ESCALATE", ["ESCALATE"]),
        ),
        ("US_PRTT", [{"category": "C37"}], {}, ("yes", "PRODUCE_FULL", ["PRODUCE"])),
        # cure, escalate, warn
        ("US_SW_FED", [MAIL], {"answers": {"E104": "no"}}, ("yes", "CURE", ["PRODUCE"])),
        ("US_SW_FED", [MAIL], {"answers": {"E010": "no"}}, ("yes", "PRODUCE_FULL", ["PRODUCE"])),
        ("US_GJ_FED", [NAME], {"answers": {"E010": "no"}}, ("yes", "CURE", ["PRODUCE"])),
        ("US_SW_FED", [MAIL], {"answers": {"E017": "yes"}}, ("escalate", "ESCALATE", ["PRODUCE"])),
        (
            "US_SW_FED",
            [MAIL],
            {"answers": {"E004": "unclear"}},
            ("yes", "PRODUCE_FULL", ["PRODUCE"]),
        ),
        (
            "US_SW_FED",
            [{"category": "C14", "identified": False, "from": "2026-01-01"}],
            {},
            ("yes", "CURE", ["BLOCK"]),
        ),
        # authenticity
        (
            "US_SW_FED",
            [MAIL],
            {"flags": {"suspected_fake": True}},
            ("yes", "ESCALATE", ["PRODUCE"]),
        ),
        ("US_SW_FED", [MAIL], {"answers": {"E020": "unclear"}}, ("yes", "ESCALATE", ["PRODUCE"])),
        (
            "US_SW_FED",
            [MAIL],
            {"answers": {"E006": "no", "E102": "no"}},
            ("no", "ESCALATE", ["PRODUCE"]),
        ),
        # other kinds
        ("US_PRESERVE_2703F", [MAIL], {}, ("yes", "PRESERVE_ONLY", ["BLOCK"])),
        ("US_PRESERVE_2703F", [], {"answers": {"E003": "no"}}, ("yes", "PRESERVE_ONLY", [])),
        ("US_PRESERVE_2703F", [], {"answers": {"E961": "no"}}, ("yes", "CURE", [])),
        ("US_NDO_2705B", [], {}, ("yes", None, [])),
        ("US_NDO_2705B", [], {"answers": {"E981": "no"}}, ("yes", None, [])),
        ("US_EMERGENCY", [MAIL], {}, ("no", "ESCALATE", ["ESCALATE"])),
        ("US_EMERGENCY", [MAIL], {"answers": {"E953": "no"}}, ("no", "REJECT", ["ESCALATE"])),
        ("US_EMERGENCY", [MAIL], {"answers": {"E955": "no"}}, ("no", "ESCALATE", ["ESCALATE"])),
        ("US_INFORMAL", [NAME], {}, ("no", "REJECT", ["BLOCK"])),
        ("US_CONSENT", [NAME], {}, ("no", "ESCALATE", ["ESCALATE"])),
        ("US_CONGRESS", [NAME], {}, ("escalate", "ESCALATE", ["ESCALATE"])),
        ("FOREIGN_OTHER", [NAME], {}, ("no", "REJECT", ["BLOCK"])),
        ("FOREIGN_OTHER", [NAME], {"entity_in": "JP"}, ("escalate", "ESCALATE", ["ESCALATE"])),
        ("EU_EPOC_SUBS_ID", [NAME], {}, ("escalate", "ESCALATE", ["ESCALATE"])),
        ("EU_EPOC_SUBS_ID", [NAME], {"entity_in": "LU"}, ("yes", "PRODUCE_FULL", ["PRODUCE"])),
        ("EU_EPOC_PR", [MAIL], {"entity_in": "LU"}, ("yes", "PRESERVE_ONLY", ["BLOCK"])),
        (
            "EU_EPOC_TRAFFIC_CONTENT",
            [NAME, MAIL],
            {"entity_in": "LU", "answers": {"X07": "no"}},
            ("yes", "PRODUCE_PARTIAL", ["PRODUCE", "BLOCK"]),
        ),
        ("UK_IPA_CD", [NAME], {"entity_in": "GB"}, ("yes", "ESCALATE", ["ESCALATE"])),
        ("UK_IPA_CD", [NAME], {}, ("escalate", "ESCALATE", ["ESCALATE"])),
    ],
)
def test_a_case_comes_to(process, items, facts, expected):
    assert short(decided(process, *items, **facts)) == expected


@pytest.mark.parametrize(
    ("served", "severity"),
    [("2026-11-29", "WARN"), ("2026-11-30", "WARN"), ("2026-12-01", "CURE"), (None, "CURE")],
)
def test_a_stale_warrant_is_a_warning_up_to_the_rolled_day(served, severity):
    # issued on a Saturday: day 14 is a Saturday, rolled to Monday 30 November
    answer = decided(
        "US_SW_FED", MAIL, issued_on="2026-11-14", served_on=served, answers={"E106": "no"}
    )
    assert answer["defects"][0]["severity"] == severity


@pytest.mark.parametrize(
    ("kind", "answers", "rule"),
    [
        ("COURT_FIXED", {}, "N08"),
        ("COURT_FIXED", {"E982": "no"}, "N10"),
        ("COURT_FIXED", {"E983": "no", "E984": "no"}, "N10"),
        ("COURT_FIXED", {"E984": "no"}, "N09"),
        ("COURT_FIXED", {"E981": "no"}, "N23"),
        ("COURT_FIXED", {"E987": "yes"}, "N23"),
        ("COURT_FIXED", {"E985": "yes", "E986": "yes", "E988": "no"}, "N08"),
        ("COURT_FIXED", {"E981": "unclear"}, "N08"),
        ("COURT_INDEFINITE", {}, "N09"),
        ("COURT_DEFECTIVE", {"E016": "no"}, "N10"),
        ("STATUTORY", {"E016": "no"}, "N11"),
        ("REQUEST_ONLY", {"E016": "no"}, "N23"),
        ("EXPIRED", {"E982": "no"}, "N24"),
    ],
)
def test_questions_on_silence_set_the_gag_and_never_touch_binding(kind, answers, rule):
    gag = {"kind": kind} | ({"until": "2027-05-01"} if kind == "COURT_FIXED" else {})
    answer = decided("US_SW_FED", MAIL, gag=gag, answers=answers)
    assert answer["notice"]["rule"] == rule
    assert answer["binding"] == "yes"
    assert (answer["notice"]["until"] is not None) == (rule == "N08")


@pytest.mark.parametrize(
    ("process", "facts", "notice"),
    [
        ("US_SW_FED", {}, ("N26", "NOTIFY_BEFORE")),
        ("US_SW_FED", {"answers": {"E102": "no"}}, ("N13", "NO_NOTICE_NO_DISCLOSURE")),
        ("US_GJ_FED", {}, ("N13", "NO_NOTICE_NO_DISCLOSURE")),
        ("US_INFORMAL", {}, ("N13", "NO_NOTICE_NO_DISCLOSURE")),
        ("US_READER_ORDER", {}, (None, "ESCALATE")),
        ("US_NCMEC", {}, (None, "ESCALATE")),
        ("US_CONSENT", {}, ("N21", "NO_NOTICE_CUSTOMER_AWARE")),
        ("US_BACKUP_2704", {}, ("N11", "NO_NOTICE_STATUTORY")),
        ("US_PRESERVE_2703F", {}, ("N13", "NO_NOTICE_NO_DISCLOSURE")),
    ],
)
def test_the_notice_is_asked_with_what_may_still_be_produced(process, facts, notice):
    answer = decided(process, MAIL, **facts)["notice"]
    assert (answer["rule"], answer["outcome"]) == notice


def test_a_silence_order_alone_has_no_notice():
    assert decided("US_NDO_2705B")["notice"] is None


MONDAY = {"received_at": "2026-11-23T23:30:00-08:00"}


@pytest.mark.parametrize(
    ("process", "facts", "deadlines"),
    [
        ("US_SW_FED", MONDAY, []),
        ("US_SW_FED", {"return_on": "2026-12-07"}, [("response", "2026-12-07")]),
        ("US_SW_STATE", MONDAY, []),
        ("US_SW_STATE_OOS", MONDAY, [("response", "2026-12-01")]),
        ("US_SW_STATE_OOS", {**MONDAY, "state": "US-CA"}, [("response", "2026-12-01")]),
        ("US_SW_STATE_OOS", {**MONDAY, "state": "US-WA"}, [("response", "2026-12-22")]),
        (
            "US_SW_STATE_OOS",
            {**MONDAY, "state": "US-WA", "return_on": "2026-12-04"},
            [("response", "2026-12-04")],
        ),
        ("US_CALECPA_WARRANT", {**MONDAY, "return_on": "2026-12-14"}, [("response", "2026-12-01")]),
        ("US_PRESERVE_2703F", MONDAY, [("preservation_end", "2027-02-21")]),
        (
            "US_CIVIL_SUBP",
            {"served_on": "2026-11-16", "return_on": "2026-12-15"},
            [("response", "2026-12-15"), ("objection", "2026-11-30")],
        ),
        ("EU_EPOC_SUBS_ID", {**MONDAY, "entity_in": "LU"}, [("response", "2026-12-03")]),
        (
            "EU_EPOC_TRAFFIC_CONTENT",
            {**MONDAY, "entity_in": "LU"},
            [("response", "2026-12-03"), ("gate", "2026-12-03")],
        ),
        (
            "EU_EPOC_EMERG",
            {**MONDAY, "entity_in": "LU"},
            [("response", "2026-11-24T07:30:00-08:00")],
        ),
        ("EU_EPOC_PR", {**MONDAY, "entity_in": "LU"}, [("preservation_end", "2027-01-22")]),
        ("UK_OPO", {"served_on": "2026-11-23"}, [("response", "2026-11-29")]),
    ],
)
def test_deadlines(process, facts, deadlines):
    answer = decided(process, **facts)["deadlines"]
    assert [(each["kind"], each["due"]) for each in answer] == deadlines
    assert all(each["rule"] and each["citation"] for each in answer)


def test_nothing_held_for_any_item_is_known_to_the_desk():
    case = CaseFacts("US_SW_FED", items=(CaseItem("1", "C01", nothing_held=True),))
    assert decide(case, shipped()).outcome is Outcome.NO_RECORDS


def test_viewing_questions_are_asked_where_viewing_records_are_demanded():
    viewing = {"category": "C18", "from": "2026-01-01"}
    assert "E702" in decided("US_SW_FED", viewing)["open_questions"]
    assert "E702" not in decided("US_SW_FED", NAME)["open_questions"]
    assert "E702" in decided("US_SW_FED", NAME, answers={"E701": "yes"})["open_questions"]


def test_a_milder_rule_of_ones_own_about_one_class_leaves_that_class_alone():
    rules = shipped()
    facts = {"process": "US_SW_FED", "items": [MAIL], "answers": {"E103": "no"}}
    case, _ = parse(facts, rules)
    assert decide(case, rules).items[0].proposal is Proposal.BLOCK
    milder = replace(rules.questions["E103"], severity=Severity.WARN, severity_in={})
    own = replace(rules, questions={**rules.questions, "E103": milder})
    answer = decide(case, own)
    assert answer.items[0].proposal is Proposal.PRODUCE
    assert [defect.severity for defect in answer.defects] == [Severity.WARN]
