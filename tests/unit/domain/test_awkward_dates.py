"""Awkward dates: month ends, leap days, clock changes, runs of holidays and the ends of the calendar.

Each end is worked out by hand from the rule of counting, not by another program.
"""

from datetime import date, datetime

import pytest

from lerdesk.domain.calendar import DueError
from lerdesk.domain.deadline import by_clock
from lerdesk.domain.due_query import due
from lerdesk.domain.vocabulary import Regime
from tests.unit.domain.rulebook_fixture import shipped


def end_of(regime, start, number, calendar="US", **more):
    query = {"regime": regime, "start": start, "count": number, "calendar": calendar, **more}
    return due(query, shipped()).to_json()["due"]


@pytest.mark.parametrize(
    ("regime", "start", "number", "end"),
    [
        # a month that lacks the day ends it; Rule 45 then rolls (28 February 2027 is a Sunday)
        ("CAL_MONTHS", "2027-01-31", 1, "2027-02-28"),
        ("CAL_MONTHS", "2027-01-30", 1, "2027-02-28"),
        ("CAL_MONTHS", "2028-01-30", 1, "2028-02-29"),
        ("CAL_MONTHS", "2026-12-31", 2, "2027-02-28"),
        ("CAL_MONTHS", "2027-02-28", 1, "2027-03-28"),
        ("CAL_MONTHS", "2026-12-31", 12, "2027-12-31"),
        ("US_R45_MONTHS", "2027-01-31", 1, "2027-03-01"),
        ("US_R45_MONTHS", "2028-01-31", 1, "2028-02-29"),
        ("US_R45_MONTHS", "2026-11-25", 1, "2026-12-28"),
        # leap days: 2100 has none
        ("CAL_YEARS", "2028-02-29", 4, "2032-02-29"),
        ("CAL_YEARS", "2096-02-29", 4, "2100-02-28"),
        ("CAL_YEARS", "2027-02-28", 1, "2028-02-28"),
        ("US_R45_YEARS", "2028-02-29", 1, "2029-02-28"),
        ("US_R45_YEARS", "2028-02-29", 2, "2030-02-28"),
        ("CAL_DAYS", "2028-02-28", 1, "2028-02-29"),
        ("CAL_DAYS", "2100-02-28", 1, "2100-03-01"),
        ("CAL_MONTHS", "2099-11-30", 3, "2100-02-28"),
        ("CAL_DAYS", "2026-11-23", 90, "2027-02-21"),
        # the corresponding date: the day before it, or the last day of a month that lacks it
        ("INCL_MONTHS", "2026-11-30", 3, "2027-02-28"),
        ("INCL_MONTHS", "2027-01-29", 1, "2027-02-28"),
        ("INCL_MONTHS", "2027-01-28", 1, "2027-02-27"),
        ("INCL_MONTHS", "2027-02-28", 1, "2027-03-27"),
        ("INCL_MONTHS", "2028-02-29", 12, "2029-02-28"),
        ("INCL_MONTHS", "2027-01-01", 12, "2027-12-31"),
        ("INCL_DAYS", "2028-02-28", 2, "2028-02-29"),
        ("INCL_DAYS", "2026-11-23", 1, "2026-11-23"),
    ],
)
def test_month_ends_and_leap_days(regime, start, number, end):
    assert end_of(regime, start, number) == end


@pytest.mark.parametrize(
    ("regime", "start", "number", "end"),
    [
        # Christmas Day and New Year's Day on Friday, Saturday and Sunday
        ("US_R45_DAYS", "2026-12-11", 14, "2026-12-28"),
        ("US_R45_DAYS", "2027-12-10", 14, "2027-12-24"),
        ("US_R45_DAYS", "2027-12-11", 14, "2027-12-27"),
        ("US_R45_DAYS", "2027-12-17", 14, "2027-12-31"),
        ("US_R45_DAYS", "2027-12-18", 14, "2028-01-03"),
        ("US_R45_DAYS", "2033-12-11", 14, "2033-12-27"),
        ("US_R45_DAYS", "2033-12-17", 14, "2034-01-03"),
        # holidays on a Monday; a State's holiday and Inauguration Day are working days
        ("US_R45_DAYS", "2027-01-04", 14, "2027-01-19"),
        ("US_R45_DAYS", "2026-09-28", 14, "2026-10-13"),
        ("US_R45_DAYS", "2027-05-17", 14, "2027-06-01"),
        ("US_R45_DAYS", "2027-04-05", 14, "2027-04-19"),
        ("US_R45_DAYS", "2026-11-13", 14, "2026-11-27"),
        ("US_R45_DAYS", "2037-01-06", 14, "2037-01-20"),
        # Juneteenth is kept from 2021 on; in 2022 it fell on a Sunday
        ("US_R45_DAYS", "2020-06-05", 14, "2020-06-19"),
        ("US_R45_DAYS", "2022-06-06", 14, "2022-06-21"),
        # backward, over Thanksgiving and over an observed Independence Day
        ("US_R45_BACK", "2026-12-10", 14, "2026-11-25"),
        ("US_R45_BACK", "2027-07-19", 14, "2027-07-02"),
        ("US_R45_BACK", "2026-12-14", 14, "2026-11-30"),
        # business days over both holidays of the turn of the year, from a Saturday
        ("BIZ_DAYS", "2026-12-19", 10, "2027-01-05"),
        ("BIZ_DAYS", "2027-12-24", 5, "2027-12-31"),
        ("BIZ_DAYS", "2027-07-02", 1, "2027-07-06"),
    ],
)
def test_federal_holidays(regime, start, number, end):
    assert end_of(regime, start, number) == end


@pytest.mark.parametrize(
    ("calendar", "start", "number", "end"),
    [
        # Japan: Golden Week; a substitute day after it; a day between two holidays
        ("JP", "2027-04-28", 3, "2027-05-07"),
        ("JP", "2026-05-01", 1, "2026-05-07"),
        ("JP", "2026-09-18", 1, "2026-09-24"),
        # Australia and one State's own day; Christmas on a Saturday
        ("AU", "2027-03-25", 1, "2027-03-30"),
        ("AU", "2027-03-05", 1, "2027-03-08"),
        ("AU-VIC", "2027-03-05", 1, "2027-03-09"),
        ("AU-NSW", "2027-12-24", 1, "2027-12-29"),
        # New Zealand: Waitangi and Anzac Day on a weekend, Matariki
        ("NZ", "2027-02-05", 1, "2027-02-09"),
        ("NZ", "2027-04-23", 1, "2027-04-27"),
        ("NZ", "2027-06-24", 1, "2027-06-28"),
        ("BR", "2026-11-19", 1, "2026-11-23"),
        ("BR", "2027-04-20", 1, "2027-04-22"),
        # the parts of the United Kingdom keep days of their own
        ("GB-ENG", "2027-03-25", 1, "2027-03-30"),
        ("GB-SCT", "2027-03-25", 1, "2027-03-29"),
        ("GB-SCT", "2026-11-27", 1, "2026-12-01"),
        ("GB-WLS", "2026-11-27", 1, "2026-11-30"),
        ("GB-NIR", "2027-07-09", 1, "2027-07-13"),
        ("GB-ENG", "2026-12-31", 1, "2027-01-04"),
        ("GB-SCT", "2026-12-31", 1, "2027-01-05"),
        ("GB", "2027-12-24", 1, "2027-12-29"),
        ("CA", "2027-06-30", 1, "2027-07-02"),
    ],
)
def test_working_days_on_both_sides_of_the_world(calendar, start, number, end):
    assert end_of("BIZ_DAYS", start, number, calendar) == end


@pytest.mark.parametrize(
    ("regime", "calendar", "start", "number", "end"),
    [
        # Good Friday is a holiday in Germany and a working day in Luxembourg
        ("EU_1182", "DE", "2027-03-16", 10, "2027-03-30"),
        ("EU_1182", "LU", "2027-03-16", 10, "2027-03-26"),
        ("EU_STRICT", "DE", "2027-03-16", 10, "2027-03-26"),
        ("EU_1182", "IE", "2027-01-22", 10, "2027-02-02"),
        ("EU_WORKDAYS", "FR", "2027-05-05", 1, "2027-05-07"),
        # Easter of the Eastern churches
        ("EU_WORKDAYS", "RO", "2027-04-29", 1, "2027-05-04"),
        # the last day on Saturday, on Sunday; holidays in between count
        ("EU_1182", "LU", "2026-11-18", 10, "2026-11-30"),
        ("EU_1182", "LU", "2026-11-19", 10, "2026-11-30"),
        ("EU_1182", "LU", "2026-12-21", 10, "2026-12-31"),
        ("EU_1182", "LU", "2026-12-22", 10, "2027-01-04"),
        # two working days at least in a period of two days or more; one day has none to spare
        ("EU_1182", "LU", "2027-12-24", 2, "2027-12-28"),
        ("EU_1182", "LU", "2026-12-24", 3, "2026-12-29"),
        ("EU_1182", "LU", "2026-12-24", 1, "2026-12-28"),
        ("EU_1182", "LU", "2026-11-24", 2, "2026-11-26"),
        # Europe Day and the Assumption on a Sunday have no substitute day
        ("EU_WORKDAYS", "LU", "2027-05-07", 1, "2027-05-10"),
        ("EU_WORKDAYS", "LU", "2027-08-13", 1, "2027-08-16"),
        ("EU_WORKDAYS", "LU", "2026-06-22", 2, "2026-06-25"),
    ],
)
def test_the_union(regime, calendar, start, number, end):
    assert end_of(regime, start, number, calendar) == end


@pytest.mark.parametrize(
    ("regime", "start", "number", "end"),
    [
        # a clock that was put forward or back does not move what was counted in the start's offset
        ("EU_HOURS_STRICT", "2027-03-27T23:30:00+01:00", 8, "2027-03-28T07:30:00+01:00"),
        ("EU_HOURS_STRICT", "2026-10-24T23:30:00+02:00", 8, "2026-10-25T07:30:00+02:00"),
        ("EU_HOURS_STRICT", "2027-04-03T22:15:00+11:00", 8, "2027-04-04T06:15:00+11:00"),
        ("EU_HOURS_STRICT", "2026-09-26T23:30:00+12:00", 8, "2026-09-27T07:30:00+12:00"),
        ("EU_HOURS_STRICT", "2026-10-31T22:00:00-07:00", 24, "2026-11-01T22:00:00-07:00"),
        ("EU_HOURS_STRICT", "2028-02-28T20:00:00Z", 8, "2028-02-29T04:00:00+00:00"),
        ("EU_HOURS_STRICT", "2026-12-31T23:00:00+14:00", 2, "2027-01-01T01:00:00+14:00"),
        ("EU_HOURS_STRICT", "2026-11-28T22:47:31+05:30", 96, "2026-12-02T22:47:31+05:30"),
        # the day is that of the start's own offset: still Friday there
        ("US_R45_HOURS", "2026-11-26T23:30:00-08:00", 24, "2026-11-27T23:30:00-08:00"),
        ("US_R45_HOURS", "2026-10-30T22:00:00-07:00", 48, "2026-11-02T22:00:00-07:00"),
        ("US_R45_HOURS", "2026-12-31T23:00:00-05:00", 2, "2027-01-04T01:00:00-05:00"),
        ("US_R45_HOURS", "2027-07-02T12:00:00-04:00", 48, "2027-07-06T12:00:00-04:00"),
        # the hour of receipt is not counted, and no weekend is jumped
        ("EU_HOURS_1182", "2026-12-31T23:00:01+01:00", 8, "2027-01-01T08:00:00+01:00"),
        ("EU_HOURS_1182", "2027-03-27T23:59:59+01:00", 1, "2027-03-28T01:00:00+01:00"),
    ],
)
def test_hours_over_clock_changes_and_the_turn_of_the_year(regime, start, number, end):
    assert end_of(regime, start, number, "US" if regime.startswith("US") else "LU") == end


def test_a_day_is_taken_in_the_offset_of_its_moment():
    assert end_of("CAL_DAYS", "2026-11-23T23:30:00-08:00", 1) == "2026-11-24"
    assert end_of("CAL_DAYS", "2026-11-24T07:30:00Z", 1) == "2026-11-25"


@pytest.mark.parametrize("number", [0, -1, -90, 1.5, "14", True, 100_001])
def test_a_count_is_a_whole_number_of_one_or_more(number):
    with pytest.raises(DueError, match=r"^count: "):
        end_of("CAL_DAYS", "2026-11-23", number)


@pytest.mark.parametrize("start", ["2027-02-29", "2100-02-29", "2026-11-31", "2026-13-01", "23/11"])
def test_a_day_that_no_calendar_has_is_refused(start):
    with pytest.raises(DueError, match=r"^start: "):
        end_of("CAL_DAYS", start, 1)


@pytest.mark.parametrize(
    ("regime", "start", "number"),
    [
        ("CAL_DAYS", "9999-12-31", 1),
        ("CAL_MONTHS", "9999-12-01", 1),
        ("CAL_YEARS", "2026-11-23", 8000),
        ("US_R45_DAYS", "9999-12-31", 1),
        ("BIZ_DAYS", "9999-12-31", 1),
        ("US_R45_BACK", "0001-01-05", 10),
        ("INCL_MONTHS", "9999-12-31", 1),
        ("EU_HOURS_STRICT", "9999-12-31T23:00:00+00:00", 2),
    ],
)
def test_a_period_that_leaves_the_calendar_is_refused(regime, start, number):
    with pytest.raises(DueError, match=r"^start: .*9999"):
        end_of(regime, start, number)


def test_the_last_day_of_the_calendar_can_be_due_and_nothing_is_released_after_it():
    assert end_of("CAL_DAYS", "9999-12-30", 1) == "9999-12-31"
    with pytest.raises(DueError, match=r"^start: "):
        by_clock(shipped(), "K13", date(9999, 12, 31))


def test_a_period_that_the_order_states_itself_has_no_second_reading_of_the_clocks():
    stated = by_clock(
        shipped(),
        "K27",
        datetime.fromisoformat("2026-11-28T22:47:00+01:00"),
        "LU",
        number=8,
        regime=Regime.EU_HOURS_STRICT,
    )
    assert stated.to_json()["due"] == "2026-11-29T06:47:00+01:00"
    assert stated.outer is None
    ninety = by_clock(shipped(), "K13", date(2026, 11, 23), number=90, regime=Regime.US_R45_DAYS)
    assert (ninety.due, ninety.release_not_before) == (date(2027, 2, 22), date(2027, 2, 23))
    with pytest.raises(DueError, match=r"^count: "):
        by_clock(shipped(), "K13", date(2026, 11, 23), regime=Regime.US_R45_DAYS)


def test_a_longer_preservation_of_the_same_count():
    ninety = due({"clock": "K33", "start": "2026-11-23", "count": 90, "calendar": "LU"}, shipped())
    assert (ninety.due, ninety.release_not_before) == (date(2027, 2, 21), date(2027, 2, 23))
    assert ninety.steps[-1].endswith("nothing is purged before Friday 26 February 2027")


def test_a_stated_length_counts_by_its_own_rule_and_a_written_date_takes_no_length():
    stated = due({"clock": "K13", "start": "2026-11-23", "count": 90}, shipped())
    assert (stated.due, stated.release_not_before) == (date(2027, 2, 22), date(2027, 2, 23))
    with pytest.raises(DueError, match=r"^count: K04 is a written date"):
        due({"clock": "K04", "start": "2026-11-23", "count": 3}, shipped())
