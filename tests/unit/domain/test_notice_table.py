"""The notice table answers every combination once, and tells nobody whom the law keeps silent."""

import itertools
import json

import pytest

from lerdesk.base.errors import Refused
from lerdesk.domain.notice import (
    FLAGS,
    NoticeAnswer,
    NoticeInputs,
    most_silent,
    notice,
    parse_inputs,
)
from lerdesk.domain.vocabulary import SILENT_GAGS, Family, Gag, NoticeData, Standing
from tests.shared import SHARED
from tests.unit.domain.rulebook_fixture import shipped

SILENT_FAMILIES = {
    Family.NSL,
    Family.FISA,
    Family.US_WIRETAP,
    Family.US_PRTT,
    Family.EPOC,
    Family.EPOC_PR,
}


def combinations():
    for family, data, gag in itertools.product(Family, NoticeData, Gag):
        for values in itertools.product((False, True), repeat=len(FLAGS)):
            yield NoticeInputs(family, data, gag, **dict(zip(FLAGS, values, strict=True)))


def test_nobody_is_told_under_a_gag_or_a_secret_process():
    rules, asked = shipped(), 0
    for inputs in combinations():
        asked += 1
        answer = notice(rules, inputs)
        if inputs.gag in SILENT_GAGS or inputs.family in SILENT_FAMILIES:
            assert not answer.outcome.startswith(("NOTIFY", "OFFER", "REDIRECT", "NOTICE_")), inputs
        if inputs.fake:
            assert answer.rule == "N01"
    assert asked == 22_848


def test_content_is_never_produced_without_a_word_about_the_customer():
    for inputs in combinations():
        if inputs.data is NoticeData.CONTENT:
            assert notice(shipped(), inputs).outcome != "NOTICE_OPTIONAL", inputs


CASES = [
    ("US_WARRANT", "CONTENT", "NONE", {}, "N26", "NOTIFY_BEFORE"),
    ("US_WARRANT", "NONCONTENT", "NONE", {}, "N28", "NOTICE_OPTIONAL"),
    ("US_WARRANT", "CONTENT", "EXPIRED", {}, "N24", "NOTIFY_NOW"),
    ("US_SUBPOENA", "NONCONTENT", "EXPIRED", {}, "N24", "NOTICE_OPTIONAL"),
    ("US_WARRANT", "CONTENT", "COURT_FIXED", {"illegal": True}, "N08", "DELAY_UNTIL_EXPIRY"),
    ("US_WARRANT", "CONTENT", "NONE", {"illegal": True}, "N20", "NO_NOTICE_POLICY_ILLEGAL_USE"),
    (
        "US_WARRANT",
        "CONTENT",
        "NONE",
        {"consent": True, "compromised": True},
        "N22",
        "ESCALATE_ALT_CHANNEL",
    ),
    ("US_WARRANT", "NONE", "NONE", {}, "N13", "NO_NOTICE_NO_DISCLOSURE"),
    (
        "US_2703D",
        "NONCONTENT",
        "COURT_INDEFINITE",
        {},
        "N09",
        "NO_NOTICE_PERIODIC_REVIEW_AND_ESCALATE",
    ),
    ("PRESERVATION_US", "CONTENT", "NONE", {}, "N13", "NO_NOTICE_NO_DISCLOSURE"),
    ("US_PRTT", "NONCONTENT", "EXPIRED", {}, "N05", "ESCALATE"),
    ("US_CIVIL", "NONCONTENT", "NONE", {}, "N27", "NOTIFY_BEFORE_COMPANY_PRACTICE"),
]


@pytest.mark.parametrize(("family", "data", "gag", "flags", "rule", "outcome"), CASES)
def test_the_first_row_that_matches_stands(family, data, gag, flags, rule, outcome):
    inputs, _ = parse_inputs({"family": family, "data": data, "gag": gag, **flags})
    answer = notice(shipped(), inputs)
    assert (answer.rule, answer.outcome) == (rule, outcome)


def test_of_several_instruments_the_most_silent_stands():
    answers = [
        NoticeAnswer(outcome, None, "", "", Standing.COMPANY)
        for outcome in (
            "NOTICE_OPTIONAL",
            "NOTIFY_BEFORE",
            "DELAY_UNTIL_EXPIRY",
            "ESCALATE_FRAUD",
            "NO_NOTICE_STATUTORY",
        )
    ]
    rules = shipped()
    while answers:
        stands = most_silent(rules, answers)
        assert stands is answers[-1]
        answers.pop()


def test_an_outcome_without_a_place_in_the_order_of_silence_is_the_most_silent():
    new = NoticeAnswer("HOLD_EVERYTHING", None, "", "", Standing.VERIFIED)
    tells = NoticeAnswer("NOTIFY_BEFORE", None, "", "", Standing.VERIFIED)
    assert most_silent(shipped(), [tells, new]) is new
    with pytest.raises(ValueError, match="empty"):
        most_silent(shipped(), [])


WHOLE = {"family": "US_WARRANT", "data": "CONTENT", "gag": "NONE"}


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"family": "US_SW"}, "family"),
        ({"family": None}, "family"),
        ({"data": "BSI"}, "data"),
        ({"data": 3}, "data"),
        ({"gag": "COURT"}, "gag"),
        ({"fake": "no"}, "fake"),
        ({"enterprise": 1}, "enterprise"),
        ({"illegal": None}, "illegal"),
    ],
)
def test_an_input_that_the_table_does_not_know_is_refused_by_its_key(change, key):
    with pytest.raises(Refused, match=f"^{key}: "):
        parse_inputs({**WHOLE, **change})


@pytest.mark.parametrize("missing", WHOLE)
def test_no_input_is_guessed(missing):
    with pytest.raises(Refused, match=f"^{missing}: "):
        parse_inputs({key: value for key, value in WHOLE.items() if key != missing})


@pytest.mark.parametrize("value", [None, [], "US_WARRANT", 3])
def test_inputs_are_an_object(value):
    with pytest.raises(Refused, match=r"^facts: "):
        parse_inputs(value)


def test_an_unknown_key_is_ignored_with_a_warning():
    inputs, warnings = parse_inputs({**WHOLE, "colour": "red"})
    assert warnings == ["colour: unknown, ignored"]
    assert inputs == parse_inputs(WHOLE)[0]


@pytest.mark.shared
def test_the_shared_vectors():
    assert SHARED is not None
    for vector in json.loads((SHARED / "vectors" / "notice.json").read_text("utf-8")):
        inputs, _ = parse_inputs(vector)
        answer = notice(shipped(), inputs)
        assert (answer.rule, answer.outcome) == (vector["rule"], vector["outcome"]), vector["id"]
