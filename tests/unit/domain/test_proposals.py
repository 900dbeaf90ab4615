"""Answers are proposed only where the order's own words show them, each with its place."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from lerdesk.domain.checklist import propose
from lerdesk.domain.fact import Evidence, Fact
from lerdesk.domain.nondisclosure import written_length
from lerdesk.domain.scope import narrowing_offer
from lerdesk.domain.vocabulary import Answer
from tests.unit.domain.rulebook_fixture import shipped

ZONE = ZoneInfo("America/Los_Angeles")
RECEIVED = datetime.fromisoformat("2026-11-24T06:00:00+00:00")


def fact(field, value, quote="words"):
    return Fact(field, value, 0.9, Evidence(1, quote))


def proposed(process, *facts, served=None):
    found = propose(shipped(), process, facts, received_at=RECEIVED, served_on=served, zone=ZONE)
    return {key: value.answer for key, value in found.items()}


WARRANT = (
    fact("court", "United States District Court"),
    fact("case_number", "3:26-mj-70412"),
    fact("statute", "18 U.S.C. § 2703(a)"),
    fact("signatory", "Ada Lowe"),
    fact("date_issued", "2026-11-18"),
    fact("identifier", {"kind": "email", "value": "a@example.com"}),
    fact("data_category", "C14"),
    fact("period", {"from": "2026-01-01", "to": "2026-06-30", "words": ""}),
    fact("requester", {"name": "B. Roe", "phone": "555-0100", "email": None}),
)


def test_a_whole_warrant_answers_what_text_can_show():
    answers = proposed("US_SW_FED", *WARRANT, served=date(2026, 11, 20))
    shown = [
        "E002",
        "E003",
        "E004",
        "E007",
        "E008",
        "E009",
        "E011",
        "E012",
        "E013",
        "E102",
        "E104",
        "E106",
        "E110",
    ]
    assert {key: answers.get(key) for key in shown} == dict.fromkeys(shown, Answer.YES)


def test_nothing_is_proposed_on_authenticity_or_adequacy_or_without_facts():
    rules = shipped()
    for process in rules.processes:
        assert not {"E006", "E020", "E101", "E103", "E014", "E401"} & set(
            proposed(process, *WARRANT)
        )
        assert proposed(process) == {}


def test_every_proposal_belongs_to_a_question_that_says_so_and_shows_its_place():
    found = propose(
        shipped(), "US_SW_FED", WARRANT, received_at=RECEIVED, served_on=None, zone=ZONE
    )
    for key, value in found.items():
        assert shipped().questions[key].proposes
        assert value.reason.endswith(".")
        assert value.evidence is not None


@pytest.mark.parametrize(
    ("process", "facts", "question", "answer"),
    [
        ("US_GJ_FED", [fact("date_issued", "2026-11-23")], "E004", Answer.YES),
        # received on the 23rd in the organisation's zone
        ("US_GJ_FED", [fact("date_issued", "2026-11-24")], "E004", Answer.NO),
        (
            "US_SW_FED",
            [fact("period", {"from": None, "to": None, "words": "inception to present"})],
            "E110",
            Answer.UNCLEAR,
        ),
        (
            "US_SW_FED",
            [fact("data_category", "C14", "any and all records")],
            "E008",
            Answer.UNCLEAR,
        ),
        ("US_2703D", [fact("data_category", "C13")], "E205", Answer.YES),
        ("US_2703D", [fact("data_category", "C24")], "E206", Answer.YES),
        ("US_GJ_FED", [fact("nondisclosure", {"kind": "request"})], "E016", Answer.NO),
        ("US_GJ_FED", [fact("nondisclosure", {"kind": "request"})], "E305", Answer.YES),
        (
            "US_GJ_FED",
            [fact("nondisclosure", {"kind": "order", "duration": "1 year"})],
            "E985",
            Answer.NO,
        ),
        (
            "US_GJ_FED",
            [fact("nondisclosure", {"kind": "order", "duration": "two (2) years"})],
            "E985",
            Answer.YES,
        ),
        (
            "US_GJ_FED",
            [fact("nondisclosure", {"kind": "order", "indefinite": True})],
            "E984",
            Answer.NO,
        ),
        (
            "US_SW_STATE_OOS",
            [fact("statute", "RCW 10.96.020"), fact("jurisdiction", "US-WA")],
            "E121",
            Answer.YES,
        ),
        # the other half of the question, whether the agency is there, is not shown
        ("US_SW_STATE_OOS", [fact("statute", "RCW 10.96.020")], "E121", None),
        (
            "US_SW_STATE_OOS",
            [fact("statute", "Cal. Penal Code § 1524.2"), fact("jurisdiction", "US-WA")],
            "E121",
            None,
        ),
        ("US_ADMIN", [fact("court", "UNITED STATES DISTRICT COURT")], "E002", None),
        ("US_FISA_702", [fact("date_issued", "2026-07-01")], "E922", Answer.UNCLEAR),
        ("US_FISA_702", [fact("date_issued", "2026-06-12")], "E922", None),
        (
            "US_CALECPA_WARRANT",
            [fact("nondisclosure", {"kind": "order", "duration": "ninety (90) days"})],
            "E125",
            Answer.YES,
        ),
        (
            "US_CALECPA_WARRANT",
            [fact("nondisclosure", {"kind": "order", "duration": "180 days"})],
            "E125",
            Answer.NO,
        ),
        ("US_SW_FED", [fact("data_category", "C18")], "E701", Answer.YES),
    ],
)
def test_the_text_shows(process, facts, question, answer):
    assert proposed(process, *facts).get(question) is answer


@pytest.mark.parametrize(
    ("received", "answer"),
    [("2026-08-17T23:59:00-07:00", Answer.NO), ("2026-08-18T00:01:00-07:00", None)],
)
def test_a_law_that_does_not_apply_yet_is_told_by_its_day(received, answer):
    found = propose(
        shipped(),
        "EU_EPOC_SUBS_ID",
        [],
        received_at=datetime.fromisoformat(received),
        served_on=None,
        zone=ZONE,
    )
    assert (found["X01"].answer if "X01" in found else None) is answer


@pytest.mark.parametrize(
    ("served", "answer"),
    [
        (date(2026, 11, 18), Answer.YES),
        (date(2026, 12, 2), Answer.YES),
        (date(2026, 12, 3), Answer.NO),
        (None, None),
    ],
)
def test_a_warrant_is_served_within_14_days_of_its_date(served, answer):
    assert proposed("US_SW_FED", *WARRANT, served=served).get("E106") is answer


@pytest.mark.parametrize(
    ("until", "answer"),
    [
        ("2027-11-19", Answer.NO),
        ("2027-11-20", Answer.YES),
        # a day that no calendar has shows no length
        ("2027-02-30", None),
    ],
)
def test_a_silence_until_a_day_is_measured_from_the_orders_date(until, answer):
    facts = [
        fact("date_issued", "2026-11-18"),
        fact("nondisclosure", {"kind": "order", "until": until}),
    ]
    assert proposed("US_GJ_FED", *facts).get("E985") is answer


@pytest.mark.parametrize(
    ("facts", "question"),
    [
        ([fact("date_issued", "18 November 2026")], "E004"),
        ([fact("requester", "Agent B. Roe")], "E013"),
        ([fact("requester", {"name": "B. Roe"})], "E013"),
        ([fact("requester", {"email": "b.roe@example.gov"})], "E013"),
        ([fact("period", "all of 2026")], "E009"),
        ([fact("nondisclosure", "not to be told")], "E016"),
        ([fact("data_category", "C99")], "E701"),
    ],
)
def test_a_fact_that_does_not_say_it_answers_nothing(facts, question):
    assert question not in proposed("US_GJ_FED", *facts)


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("one (1) year", (1, "year")),
        ("ninety (90) days", (90, "day")),
        ("180 days", (180, "day")),
        ("six months", (6, "month")),
        ("until further order", None),
    ],
)
def test_a_length_as_written(words, length):
    assert written_length(words) == length


def test_an_offer_shows_what_is_not_filled_in():
    text = narrowing_offer(shipped(), {"identifier": "a@example.com"})
    assert "account(s) a@example.com" in text
    assert "‹period›" in text
