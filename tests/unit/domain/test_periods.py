"""Periods end on the day that the law's own way of counting gives."""

import json
from datetime import date

import pytest

from lerdesk.domain.calendar import DueError
from lerdesk.domain.due_query import due
from tests.shared import SHARED
from tests.unit.domain.rulebook_fixture import shipped


def asked(**query):
    return due(query, shipped()).to_json()


@pytest.mark.parametrize(
    ("regime", "start", "number", "calendar", "end"),
    [
        ("US_R45_DAYS", "2026-11-26", 1, "US", "2026-11-27"),
        ("US_R45_DAYS", "2026-11-12", 14, "US", "2026-11-27"),
        ("US_R45_DAYS", "2027-06-20", 14, "US", "2027-07-06"),
        ("US_R45_DAYS", "2027-06-04", 14, "US", "2027-06-18"),
        ("US_R45_MONTHS", "2026-08-31", 6, "US", "2027-03-01"),
        ("US_R45_YEARS", "2025-11-28", 1, "US", "2026-11-30"),
        ("CAL_MONTHS", "2026-08-31", 6, "US", "2027-02-28"),
        ("CAL_YEARS", "2028-02-29", 1, "US", "2029-02-28"),
        ("INCL_DAYS", "2026-11-23", 7, "GB", "2026-11-29"),
        ("INCL_MONTHS", "2026-10-31", 1, "GB", "2026-11-30"),
        ("INCL_MONTHS", "2026-03-01", 1, "GB", "2026-03-31"),
        ("INCL_MONTHS", "2026-01-31", 1, "GB", "2026-02-28"),
        ("BIZ_DAYS", "2026-11-25", 2, "US", "2026-11-30"),
        ("BIZ_DAYS", "2026-11-28", 1, "US", "2026-11-30"),
        ("US_R45_BACK", "2027-01-15", 14, "US", "2026-12-31"),
        ("EU_1182", "2026-11-27", 2, "LU", "2026-12-01"),
        ("EU_1182", "2027-03-19", 10, "LU", "2027-03-30"),
        ("EU_WORKDAYS", "2026-12-22", 5, "LU", "2026-12-30"),
    ],
)
def test_a_period_ends(regime, start, number, calendar, end):
    answer = asked(regime=regime, start=start, count=number, calendar=calendar)
    assert answer["due"] == end
    assert answer["weekday"] == f"{date.fromisoformat(end):%a}"


@pytest.mark.parametrize(
    ("regime", "start", "number", "end"),
    [
        ("EU_HOURS_STRICT", "2027-03-27T23:30:00+01:00", 8, "2027-03-28T07:30:00+01:00"),
        ("EU_HOURS_1182", "2026-11-28T22:47:00+01:00", 8, "2026-11-29T07:00:00+01:00"),
        ("EU_HOURS_1182", "2026-11-28T22:00:00+01:00", 8, "2026-11-29T07:00:00+01:00"),
        ("US_R45_HOURS", "2026-11-27T16:00-05:00", 24, "2026-11-30T16:00:00-05:00"),
        ("US_R45_HOURS", "2026-11-24T10:30-05:00", 48, "2026-11-27T10:30:00-05:00"),
    ],
)
def test_hours_run_in_the_offset_of_their_start(regime, start, number, end):
    calendar = "LU" if regime.startswith("EU") else "US"
    assert asked(regime=regime, start=start, count=number, calendar=calendar)["due"] == end


def test_the_earlier_of_two_is_never_rolled():
    query = {"regime": "US_R45_MIN", "start": "2026-11-16", "count": 14}
    assert asked(**query, fixed="2026-12-15")["due"] == "2026-11-30"
    saturday = asked(**query, fixed="2026-11-28")
    assert saturday["due"] == "2026-11-28"
    assert "aim at Friday 27 November 2026" in saturday["steps"][-1]


@pytest.mark.parametrize(
    ("clock", "start", "calendar", "expected"),
    [
        ("K27", "2026-12-16", "LU", {"due": "2026-12-26", "outer": "2026-12-28"}),
        ("K06", "2026-11-23", "US", {"due": "2027-02-21", "release_not_before": "2027-02-23"}),
        ("K07", "2026-11-23", "US", {"due": "2027-05-22", "release_not_before": "2027-05-25"}),
        ("K28", "2026-11-23", "LU", {"due": "2026-12-03", "release_not_before": "2026-12-03"}),
        ("K33", "2026-11-23", "LU", {"due": "2027-01-22", "release_not_before": "2027-01-23"}),
        ("K13", "2026-11-28", "US", {"due": "2026-11-28", "release_not_before": "2026-11-29"}),
        ("K10", "2026-12-18", "US", {"due": "2027-01-01", "release_not_before": "2027-01-02"}),
        ("K19", "2026-11-23", "US", {"due": "2026-12-01"}),
        ("K20", "2026-12-01", "US", {"due": "2026-12-30"}),
        ("K41", "2026-11-20", "US", {"due": "2026-11-27", "release_not_before": "2026-11-27"}),
    ],
)
def test_a_clock_gives_both_readings(clock, start, calendar, expected):
    answer = asked(clock=clock, start=start, calendar=calendar)
    readings = {"due", "outer", "release_not_before"}
    assert {key: answer[key] for key in readings if key in answer} == expected


@pytest.mark.parametrize(
    ("regime", "steps"),
    [
        ("US_R45_DAYS", ["day 1 is Tuesday 17 November 2026"]),
        ("INCL_DAYS", ["day 1 is Monday 16 November 2026"]),
        ("BIZ_DAYS", ["working day 1 is Tuesday 17 November 2026"]),
    ],
)
def test_a_count_of_one_is_told_once(regime, steps):
    assert asked(regime=regime, start="2026-11-16", count=1)["steps"] == steps


def test_a_release_waits_for_the_friday_before_a_saturday_holiday():
    # day 90 is Friday 18 June 2027; Juneteenth falls on the Saturday after
    answer = asked(clock="K06", start="2027-03-20")
    assert answer["due"] == "2027-06-18"
    assert answer["release_not_before"] == "2027-06-22"


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ({"regime": "US_R45_DAY", "start": "2026-11-23", "count": 1}, "regime"),
        ({"start": "2026-11-23", "count": 1}, "regime"),
        ({"regime": "CAL_DAYS", "start": "2026-02-30", "count": 1}, "start"),
        ({"regime": "CAL_DAYS", "count": 1}, "start"),
        ({"regime": "CAL_DAYS", "start": "2026-11-23"}, "count"),
        ({"regime": "CAL_DAYS", "start": "2026-11-23", "count": True}, "count"),
        ({"regime": "CAL_DAYS", "start": "2026-11-23", "count": -1}, "count"),
        ({"regime": "CAL_DAYS", "start": "2026-11-23", "count": 1, "calendar": "XX"}, "calendar"),
        ({"regime": "EU_HOURS_STRICT", "start": "2026-11-23", "count": 8}, "start"),
        ({"regime": "EU_HOURS_STRICT", "start": "2026-11-23T08:00", "count": 8}, "start"),
        ({"regime": "CAL_DAYS", "start": "2026-11-23T25:00:00Z", "count": 1}, "start"),
        ({"regime": "CAL_DAYS", "start": 20261123, "count": 1}, "start"),
        ({"regime": "CAL_DAYS", "start": "2026-11-23", "count": 1, "fixed": "soon"}, "fixed"),
        ({"regime": 45, "start": "2026-11-23", "count": 1}, "regime"),
        ({"clock": 27, "start": "2026-11-23"}, "clock"),
        ({"clock": "K27", "start": "2026-11-23", "calendar": "US-CA"}, "calendar"),
        ({"clock": "K99", "start": "2026-11-23"}, "clock"),
        ({"clock": "K39", "start": "2026-11-23"}, "K39"),
        ({"clock": "K29", "start": "2026-11-23"}, "start: EU_HOURS_STRICT"),
    ],
)
def test_a_question_that_cannot_be_counted_names_its_key(query, key):
    with pytest.raises(DueError, match=key):
        due(query, shipped())


def test_a_period_beyond_the_calendar_is_told():
    with pytest.raises(DueError, match="calendar"):
        due({"regime": "CAL_YEARS", "start": "2026-11-23", "count": 9000}, shipped())


@pytest.mark.shared
def test_the_shared_vectors():
    assert SHARED is not None
    for vector in json.loads((SHARED / "vectors" / "deadlines.json").read_text("utf-8")):
        assert due(vector["facts"], shipped()).to_json()["due"] == vector["due"], vector


def test_a_length_that_a_silence_order_states_is_counted_from_its_date():
    told = due({"clock": "K13", "start": "2026-11-23", "count": 90}, shipped())
    assert told.due == date(2027, 2, 22)
    assert told.release_not_before == date(2027, 2, 23)
    # day 90 is the Friday before a Saturday holiday: a day for a duty, none for a release
    told = due({"clock": "K13", "start": "2027-03-20", "count": 90}, shipped())
    assert told.due == date(2027, 6, 18)
    assert told.release_not_before == date(2027, 6, 22)


def test_a_stated_date_stands_as_written_and_a_written_date_is_not_counted():
    told = due({"clock": "K13", "start": "2026-11-28"}, shipped())
    assert (told.due, told.release_not_before) == (date(2026, 11, 28), date(2026, 11, 29))
    with pytest.raises(DueError, match="count: K04 is a written date"):
        due({"clock": "K04", "start": "2026-11-28", "count": 3}, shipped())
