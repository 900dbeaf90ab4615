"""The tests of overbreadth: what words and facts show, what is left to a person, what a letter offers."""

from datetime import date, datetime, timedelta, timezone

import pytest

from lerdesk.domain.case_facts import CaseFacts, CaseItem
from lerdesk.domain.determination import decide
from lerdesk.domain.overbreadth import (
    OFFER_MARKS,
    Demanded,
    longest,
    offer,
    period_in_words,
    severity,
    shorter_period,
    shown,
)
from lerdesk.domain.vocabulary import DataClass, Outcome, Proposal, Severity, ShownBy
from tests.unit.domain.rulebook_fixture import shipped

RECEIVED = date(2026, 11, 23)
YEAR = {"start": date(2025, 12, 1), "end": date(2026, 11, 1)}


def _demanded(category=None, **given):
    known = shipped().categories[category] if category else None
    return Demanded(category=known, **{"received_on": RECEIVED, **given})


#: by test: a demand that shows it, and words of why
CRAFTED = {
    "O01": ({"category": "C14"}, "No period is stated."),
    "O02": ({"words": "any and all records of the account"}, "“any and all”"),
    "O03": (
        {"category": "C14", "start": date(2024, 1, 1), "end": date(2026, 1, 1)},
        "January 1, 2024 to January 1, 2026 is more than 1 year.",
    ),
    "O04": ({"identified": False}, "No account is named."),
    "O05": ({"accounts": 11}, "It names 11 accounts, more than 10."),
    "O06": ({"words": "devices within 100 meters of the store"}, "“within 100 meters”"),
    "O07": ({"words": "all users who searched for the address"}, "“all users who”"),
    "O08": ({"words": "a tower dump for the site"}, "“tower dump”"),
    "O10": ({"category": "C14", "reached": False, **YEAR}, "does not compel"),
    "O12": ({"words": "and, on an ongoing basis, new messages"}, "“ongoing”"),
    "O13": ({"words": "decrypt the contents of the drive"}, "“decrypt”"),
    "O14": ({"category": "C18", "expressive": True, **YEAR}, "Video viewing records"),
    "O16": ({"words": "a full copy of the mailbox"}, "“full copy of the mailbox”"),
    "O18": ({"return_on": RECEIVED + timedelta(days=2)}, "2 days after it came"),
    "O20": ({"subpoenas": 3}, "3 subpoenas name this case"),
}


@pytest.mark.parametrize("factor", sorted(CRAFTED))
def test_a_crafted_demand_shows_its_test_and_says_why(factor):
    given, why = CRAFTED[factor]
    found = {one.factor.id: one.why for one in shown(shipped(), _demanded(**given))}
    assert list(found) == [factor]
    assert why in found[factor]


@pytest.mark.parametrize(
    "given",
    [
        {"words": "records for the ongoing criminal investigation"},
        {"words": "records of the devices registered to the account", "accounts": 1},
        {"words": "the IP addresses from which the account was used"},
        {"category": "C07", "start": date(2024, 1, 1), "end": date(2026, 1, 1)},
        {"category": "C01"},
        {"accounts": 10},
        {"return_on": RECEIVED + timedelta(days=14)},
        {"return_on": RECEIVED - timedelta(days=1)},
        {"subpoenas": 1},
        {"category": "C25", "start": RECEIVED, "end": RECEIVED + timedelta(days=30)},
    ],
)
def test_what_is_not_wide_shows_nothing(given):
    assert shown(shipped(), _demanded(**given)) == ()


@pytest.mark.parametrize(
    "words",
    [
        "all devices connected to the access point",
        "every subscriber registered on the network",
        "a range of IP addresses",
        "203.0.113.0/24",
        "cell site dump",
    ],
)
def test_a_network_or_a_range_is_everyone_on_it(words):
    assert "O08" in {one.factor.id for one in shown(shipped(), _demanded(words=words))}


def test_what_a_person_alone_can_see_is_never_shown():
    everything = _demanded(
        "C18",
        words="everything: any and all records, lawyers, doctors, children, political opinions, burden",
        accounts=5000,
        identified=False,
        reached=False,
        expressive=True,
        subpoenas=9,
        return_on=RECEIVED,
    )
    for one in shown(shipped(), everything):
        assert one.factor.shown_by - {ShownBy.PERSON}
    asked = {f.id for f in shipped().factors.values() if f.shown_by == {ShownBy.PERSON}}
    assert asked == {"O09", "O11", "O15", "O17", "O19", "O21", "O22"}


def test_severity_turns_on_content_and_on_the_number_of_accounts():
    rules = shipped()
    limit, many = rules.factors["O01"], rules.factors["O05"]
    assert severity(rules, limit, _demanded("C14")) is Severity.ESCALATE
    assert severity(rules, limit, _demanded("C08")) is Severity.WARN
    assert severity(rules, many, _demanded(accounts=100)) is Severity.WARN
    assert severity(rules, many, _demanded(accounts=101)) is Severity.ESCALATE
    assert severity(rules, rules.factors["O06"], _demanded()) is Severity.ESCALATE
    assert severity(rules, rules.factors["O10"], _demanded()) is Severity.BLOCK
    assert severity(rules, rules.factors["O04"], _demanded()) is Severity.CURE


def test_an_offer_leaves_out_a_sentence_without_its_value_and_keeps_no_mark():
    rules = shipped()
    full = {mark: f"the {mark}" for mark in OFFER_MARKS}
    for factor in rules.factors.values():
        text = offer(factor, full)
        assert text
        assert "‹" not in text
        assert text.endswith((".", "?"))
        assert "‹" not in offer(factor, {})
    limit = offer(rules.factors["O01"], {"category": "search history"})
    assert limit == (
        "The demand for search history states no beginning. "
        "Please state the dates that the matter concerns."
    )
    assert offer(rules.factors["O14"], {"category": "reading records"}).startswith(
        "Reading records"
    )


def test_a_demand_for_everyone_somewhere_is_a_lawyers_question_whatever_the_process():
    item = CaseItem(
        "1", "C06", date(2026, 11, 1), date(2026, 11, 2), words="all devices within 50 m"
    )
    facts = CaseFacts(
        "US_SW_FED",
        received_at=datetime(2026, 11, 23, 9, tzinfo=timezone(timedelta(hours=-8))),
        items=(item,),
    )
    answer = decide(facts, shipped())
    assert answer.items[0].proposal is Proposal.ESCALATE
    assert answer.items[0].rule == "O06"
    assert answer.outcome is Outcome.ESCALATE
    assert answer.items[0].data_class is DataClass.BSI


@pytest.mark.parametrize("category", ["C14", "C07"])
@pytest.mark.parametrize("end", [date(2026, 6, 30), date(2028, 2, 29), date(2027, 1, 1)])
def test_the_shorter_period_is_the_longest_that_is_not_questioned(category, end):
    policy, known = shipped().policy, shipped().categories[category]
    start, last = shorter_period(policy, known, end)
    assert last == end
    assert not any(
        one.factor.id == "O03"
        for one in shown(shipped(), _demanded(category, start=start, end=end))
    )
    years = longest(policy, known)
    longer = (
        date(end.year - years, 2, 28)
        if (end.month, end.day) == (2, 29)
        else end.replace(year=end.year - years)
    )
    over = _demanded(category, start=longer - timedelta(days=1), end=end)
    assert any(one.factor.id == "O03" for one in shown(shipped(), over))


def test_a_period_is_worded_only_where_both_its_days_are_known():
    assert period_in_words(date(2025, 7, 1), date(2026, 6, 30)) == "July 1, 2025 to June 30, 2026"
    assert period_in_words(None, date(2026, 6, 30)) == period_in_words(date(2025, 7, 1), None) == ""


@pytest.mark.parametrize(
    ("flag", "category", "process", "state", "holds"),
    [
        ("third party", "C14", "US_SW_FED", None, True),
        ("third party", "C01", "US_SW_FED", None, False),
        # California's law is heeded for its own orders alone
        ("california", "C14", "US_SW_STATE", "US-CA", True),
        ("california", "C14", "US_SW_STATE", "US-WA", False),
        ("california", "C14", "US_SW_STATE", None, False),
        ("california payment", "C05", "US_GJ_STATE", "US-CA", True),
        # the Union's order for a lower class is noted under the Union's processes alone
        ("purchase history", "C08", "EU_EPOC_SUBS_ID", None, True),
        ("purchase history", "C08", "US_SW_FED", None, False),
        ("purchase history", "C01", "EU_EPOC_SUBS_ID", None, False),
    ],
)
def test_a_flag_holds_for_its_own_categories_processes_and_states_alone(
    flag, category, process, state, holds
):
    assert shipped().flags[flag].holds(category, process, state) is holds
