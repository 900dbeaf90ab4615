"""The half-year: its form, its days, its bounds by the calendar of a zone."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lerdesk.domain.half_year import HalfYear, day_in

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
ZONES = st.sampled_from(
    [
        "America/Los_Angeles",
        "UTC",
        "Europe/Berlin",
        "Pacific/Kiritimati",
        "Pacific/Niue",
        "Asia/Kathmandu",
    ]
)


def test_its_form():
    assert HalfYear.parse("2026-H1") == HalfYear(2026, 1)
    assert HalfYear.parse(" 2026-h2 ").text == "2026-H2"
    for wrong in ("2026", "2026-H3", "26-H1", "2026H1", "", "0000-H1"):
        with pytest.raises(ValueError, match="half-year"):
            HalfYear.parse(wrong)


def test_its_days():
    first, second = HalfYear(2026, 1), HalfYear(2026, 2)
    assert (first.first, first.last) == (date(2026, 1, 1), date(2026, 6, 30))
    assert (second.first, second.last) == (date(2026, 7, 1), date(2026, 12, 31))
    assert second > first


@given(DAYS)
def test_every_day_lies_in_one_half_year_and_its_neighbours_do_not_have_it(day):
    half = HalfYear.of(day)
    assert day in half
    assert day not in half.previous
    assert day not in half.next
    assert half.previous.next == half == half.next.previous
    assert half.last + timedelta(days=1) == half.next.first


@given(DAYS, ZONES)
def test_bounds_meet_without_a_gap_in_any_zone(day, name):
    half, zone = HalfYear.of(day), ZoneInfo(name)
    start, end = half.bounds(zone)
    assert end == half.next.bounds(zone)[0]
    assert HalfYear.at(start, zone) == half
    assert HalfYear.at(end, zone) == half.next
    assert HalfYear.at(start - timedelta(microseconds=1), zone) == half.previous


def test_the_same_moment_lies_in_two_half_years_by_zone():
    moment = datetime(2026, 7, 1, 3, 0, tzinfo=UTC)
    assert HalfYear.at(moment, ZoneInfo("America/Los_Angeles")).text == "2026-H1"
    assert HalfYear.at(moment, ZoneInfo("Europe/Berlin")).text == "2026-H2"
    with pytest.raises(ValueError, match="offset"):
        day_in(datetime(2026, 7, 1, 3, 0), ZoneInfo("UTC"))  # noqa: DTZ001  that is the fault
