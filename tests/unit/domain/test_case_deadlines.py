"""The deadlines of a case: whose holidays count, what a written date on a closed day asks, and both readings."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from lerdesk.domain.case_deadlines import case_deadlines
from lerdesk.domain.case_facts import CaseFacts, GagFacts
from lerdesk.domain.vocabulary import Answer, DeadlineKind, Gag
from tests.unit.domain.rulebook_fixture import shipped

RECEIVED = datetime.fromisoformat("2026-11-23T09:15:00-08:00")


def deadlines(process, gag=Gag.NONE, **facts):
    case = CaseFacts(process, gag=GagFacts(gag, facts.pop("until", None)), **facts)
    found = case_deadlines(shipped(), shipped().processes[process], case, gag)
    return {each.kind: each for each in found}


@pytest.mark.parametrize(
    ("process", "entity", "return_on", "deliver"),
    [
        ("US_GJ_FED", "US", date(2026, 11, 28), "Friday 27 November 2026"),
        ("US_GJ_FED", "US", date(2026, 11, 26), "Wednesday 25 November 2026"),
        ("US_GJ_FED", "US", date(2026, 12, 7), None),
        # the holidays of the Member State where the data is produced, and Luxembourg's for the Union
        ("EU_EPOC_SUBS_ID", "DE", date(2027, 3, 26), "Thursday 25 March 2027"),
        ("EU_EPOC_SUBS_ID", "LU", date(2027, 3, 26), None),
        ("EU_EPOC_SUBS_ID", "EU", date(2027, 6, 23), "Tuesday 22 June 2027"),
        ("EU_EPOC_SUBS_ID", "LU", date(2026, 11, 26), None),
        # a year that no list of holidays reaches
        ("EU_EPOC_SUBS_ID", "DE", date(2206, 11, 30), None),
        ("US_GJ_FED", "US", date.min, None),
    ],
)
def test_a_written_date_never_moves_and_is_met_before_a_closed_day(
    process, entity, return_on, deliver
):
    response = deadlines(process, entity_in=entity, return_on=return_on)[DeadlineKind.RESPONSE]
    assert response.due == return_on
    assert response.reason.endswith(
        f"deliver by {deliver}." if deliver else "The instrument fixes this date."
    )


@pytest.mark.parametrize(
    ("entity", "release"),
    [("LU", date(2027, 3, 27)), ("DE", date(2027, 3, 31)), ("US", date(2027, 3, 27))],
)
def test_a_preservation_is_released_by_the_holidays_of_the_place(entity, release):
    # day 60 is Good Friday, a working day in Luxembourg alone
    received = datetime.fromisoformat("2027-01-25T10:00:00+01:00")
    end = deadlines("EU_EPOC_PR", entity_in=entity, received_at=received)
    assert end[DeadlineKind.PRESERVATION_END].due == date(2027, 3, 26)
    assert end[DeadlineKind.PRESERVATION_END].release_not_before == release


def test_the_gate_on_a_closed_day_is_a_lawyers_question():
    friday = datetime.fromisoformat("2026-12-16T10:00:00+01:00")
    gate = deadlines("EU_EPOC_TRAFFIC_CONTENT", entity_in="LU", received_at=friday)
    assert gate[DeadlineKind.GATE].due == date(2026, 12, 26)
    assert "a lawyer decides" in gate[DeadlineKind.GATE].reason
    monday = deadlines("EU_EPOC_TRAFFIC_CONTENT", entity_in="LU", received_at=RECEIVED)
    assert "lawyer" not in monday[DeadlineKind.GATE].reason


@pytest.mark.parametrize(
    ("answer", "gate"), [(None, True), ("yes", True), ("no", False), ("na", False)]
)
def test_the_gate_stands_unless_no_authority_was_to_be_notified(answer, gate):
    answers = {} if answer is None else {"X21": Answer(answer)}
    found = deadlines(
        "EU_EPOC_TRAFFIC_CONTENT", entity_in="LU", received_at=RECEIVED, answers=answers
    )
    assert (DeadlineKind.GATE in found) is gate


def test_a_civil_objection_without_a_day_of_service_comes_before_the_compliance_date():
    objection = deadlines("US_CIVIL_SUBP", return_on=date(2026, 12, 15))[DeadlineKind.OBJECTION]
    assert (objection.due, objection.rule) == (date(2026, 12, 15), "K02")
    assert "Before" in objection.reason
    assert DeadlineKind.OBJECTION not in deadlines("US_CIVIL_SUBP")
    served = deadlines("US_CIVIL_SUBP", served_on=date(2026, 11, 16), return_on=date(2026, 12, 15))
    assert served[DeadlineKind.OBJECTION].due == date(2026, 11, 30)


def test_a_conflict_with_foreign_law_is_moved_within_14_days_of_service():
    answers = {"E018": Answer.YES}
    served = deadlines("US_SW_FED", served_on=date(2026, 12, 11), answers=answers)
    assert (served[DeadlineKind.OBJECTION].due, served[DeadlineKind.OBJECTION].rule) == (
        date(2026, 12, 28),
        "K01",
    )
    # without a day of service from receipt, the earlier of the two
    received = deadlines("US_SW_FED", received_at=RECEIVED, answers=answers)
    assert received[DeadlineKind.OBJECTION].due == date(2026, 12, 7)
    assert deadlines("US_SW_FED", answers=answers) == {}
    assert deadlines("US_SW_FED", received_at=RECEIVED, answers={"E018": Answer.NO}) == {}


@pytest.mark.parametrize(
    ("gag", "shown"),
    [
        (Gag.COURT_FIXED, True),
        (Gag.COURT_DEFECTIVE, True),
        (Gag.STATUTORY, True),
        (Gag.REQUEST_ONLY, False),
        (Gag.EXPIRED, False),
    ],
)
def test_the_end_of_a_silence_in_force_is_a_deadline(gag, shown):
    found = deadlines("US_SW_FED", gag, until=date(2027, 11, 20))
    assert (DeadlineKind.SILENCE_END in found) is shown
    assert deadlines("US_SW_FED", gag) == {}


def test_a_clock_for_one_state_alone_counts_nothing_for_another():
    rules = shipped()
    process = rules.processes["US_SW_STATE_OOS"]
    texas = replace(CaseFacts(process.id), state="US-TX", received_at=RECEIVED)
    assert case_deadlines(rules, process, texas, Gag.NONE) == ()
