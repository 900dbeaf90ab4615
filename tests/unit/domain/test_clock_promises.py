"""What holds for every clock and every way of counting, whatever day it starts on."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lerdesk.domain.calendar import holiday_set
from lerdesk.domain.deadline import HOURS, as_date, by_clock, count
from lerdesk.domain.vocabulary import Regime, Side
from tests.unit.domain.rulebook_fixture import shipped

pytestmark = pytest.mark.thorough
some = settings(max_examples=40, deadline=None)

DAYS = st.dates(date(2021, 1, 1), date(2045, 12, 31)) | st.sampled_from(
    [date(2028, 2, 29), date(2027, 1, 31), date(2026, 12, 24), date(2027, 12, 31), date(2027, 7, 4)]
)
CALENDARS = st.sampled_from(["US", "LU", "DE", "GB-SCT", "JP", "NZ"])
#: in years they stay in what the holiday library knows
NUMBERS = st.integers(1, 50)
UNCOUNTED = {Regime.FIXED_DATE}
COUNTED = [regime for regime in Regime if regime not in UNCOUNTED]
FORWARD = [regime for regime in COUNTED if regime is not Regime.US_R45_BACK]
#: their last day is always a working day
OPEN_DAYS = [
    Regime.US_R45_DAYS,
    Regime.US_R45_MONTHS,
    Regime.US_R45_YEARS,
    Regime.US_R45_HOURS,
    Regime.US_R45_BACK,
    Regime.US_R45_MIN,
    Regime.BIZ_DAYS,
    Regime.EU_1182,
    Regime.EU_WORKDAYS,
]
CLOCKS = sorted(key for key, clock in shipped().clocks.items() if clock.regime is not None)


def begun(regime, day, at=time(16, 30)):
    return datetime.combine(day, at, UTC) if regime in HOURS else day


def ends(regime, day, number, calendar):
    return count(regime, begun(regime, day), number, holiday_set(shipped().calendars, calendar))[0]


@pytest.mark.parametrize("regime", COUNTED)
@some
@given(DAYS, st.integers(1, 40), NUMBERS, CALENDARS)
def test_a_later_start_never_ends_earlier(regime, start, by, number, calendar):
    later = start + timedelta(days=by)
    assert ends(regime, start, number, calendar) <= ends(regime, later, number, calendar)


@pytest.mark.parametrize("regime", COUNTED)
@some
@given(DAYS, NUMBERS, st.integers(1, 4), CALENDARS)
def test_a_longer_period_never_ends_nearer_to_its_start(regime, start, number, more, calendar):
    # by days: an hour on Sunday is moved to an earlier hour of Monday than one on Saturday
    short, long = (as_date(ends(regime, start, n, calendar)) for n in (number, number + more))
    assert (long <= short) if regime is Regime.US_R45_BACK else (short <= long)


@pytest.mark.parametrize("regime", FORWARD)
@some
@given(DAYS, NUMBERS, CALENDARS)
def test_nothing_is_due_before_it_began(regime, start, number, calendar):
    assert ends(regime, start, number, calendar) >= begun(regime, start)


@pytest.mark.parametrize("regime", OPEN_DAYS)
@some
@given(DAYS, NUMBERS, CALENDARS)
def test_a_way_of_counting_that_heeds_closed_days_never_ends_on_one(
    regime, start, number, calendar
):
    assert holiday_set(shipped().calendars, calendar).works(
        as_date(ends(regime, start, number, calendar))
    )


@pytest.mark.parametrize("regime", [Regime.BIZ_DAYS, Regime.EU_WORKDAYS])
@some
@given(DAYS, NUMBERS, CALENDARS)
def test_so_many_working_days_lie_between_as_were_counted(regime, start, number, calendar):
    set_of = holiday_set(shipped().calendars, calendar)
    last = ends(regime, start, number, calendar)
    between = [start + timedelta(days=n) for n in range(1, (last - start).days + 1)]
    assert sum(set_of.works(day) for day in between) == number


@pytest.mark.parametrize(
    ("plain", "rolled"),
    [
        (Regime.CAL_DAYS, Regime.US_R45_DAYS),
        (Regime.CAL_MONTHS, Regime.US_R45_MONTHS),
        (Regime.CAL_YEARS, Regime.US_R45_YEARS),
        (Regime.EU_HOURS_STRICT, Regime.US_R45_HOURS),
    ],
)
@some
@given(DAYS, NUMBERS, CALENDARS)
def test_only_closed_days_lie_between_the_last_day_and_the_rolled_one(
    plain, rolled, start, number, calendar
):
    set_of = holiday_set(shipped().calendars, calendar)
    first, last = (as_date(ends(regime, start, number, calendar)) for regime in (plain, rolled))
    assert first <= last
    jumped = [first + timedelta(days=n) for n in range((last - first).days)]
    assert not any(set_of.works(day) for day in jumped)


@some
@given(DAYS, st.integers(2, 120), CALENDARS)
def test_a_period_of_two_days_or_more_has_two_working_days_in_the_union(start, number, calendar):
    set_of = holiday_set(shipped().calendars, calendar)
    last = ends(Regime.EU_1182, start, number, calendar)
    assert last >= ends(Regime.EU_STRICT, start, number, calendar)
    between = [start + timedelta(days=n) for n in range(1, (last - start).days + 1)]
    assert sum(set_of.works(day) for day in between) >= 2


@some
@given(DAYS, NUMBERS, DAYS)
def test_the_earlier_of_two_is_the_written_date_or_the_counted_one(start, number, written):
    set_of = holiday_set(shipped().calendars, "US")
    end, steps = count(Regime.US_R45_MIN, start, number, set_of, fixed=written)
    assert end == min(written, ends(Regime.US_R45_DAYS, start, number, "US"))
    assert any("aim at" in step for step in steps)


@pytest.mark.parametrize("clock_id", CLOCKS)
@some
@given(DAYS, st.integers(1, 40), st.sampled_from(["US", "LU", "DE"]))
def test_the_readings_of_a_clock_stand_in_their_order_and_move_with_its_start(
    clock_id, start, by, calendar
):
    clock = shipped().clocks[clock_id]
    one, two = (
        by_clock(shipped(), clock_id, begun(clock.regime, day), calendar)
        for day in (start, start + timedelta(days=by))
    )
    assert begun(clock.regime, start) <= one.due <= two.due
    assert (one.outer is not None) == (clock.outer is not None)
    if one.outer is not None and two.outer is not None:
        assert one.due <= one.outer <= two.outer
    if one.release_not_before is None or two.release_not_before is None:
        assert clock.side not in {Side.RELEASE, Side.GATE}
        return
    assert one.release_not_before <= two.release_not_before
    # a gate opens at the end of its last day, a release comes the day after the latest reading
    waits = 0 if clock.gate else 1
    assert (one.release_not_before - one.day).days >= waits
    assert one.outer is None or one.release_not_before >= as_date(one.outer)
    assert any("released from" in step for step in one.steps) != clock.gate
