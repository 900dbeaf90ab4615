"""Periods counted by their regimes: pure arithmetic on dates and moments, with its steps in words."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta

from lerdesk.base.written import weekday_words
from lerdesk.domain.calendar import DueError, HolidaySet, holiday_set
from lerdesk.domain.clock_rules import ClockRule
from lerdesk.domain.rules import Rulebook
from lerdesk.domain.vocabulary import Regime, Side, Standing

HOURS = frozenset({Regime.US_R45_HOURS, Regime.EU_HOURS_STRICT, Regime.EU_HOURS_1182})
_DAYS = {
    Regime.US_R45_DAYS,
    Regime.CAL_DAYS,
    Regime.EU_STRICT,
    Regime.EU_1182,
    Regime.US_R45_MIN,
}
_MONTHS = {Regime.US_R45_MONTHS, Regime.CAL_MONTHS, Regime.INCL_MONTHS}
_ROLLED = {
    Regime.US_R45_DAYS,
    Regime.US_R45_MONTHS,
    Regime.US_R45_YEARS,
    Regime.US_R45_MIN,
    Regime.EU_1182,
}
#: the regimes that a public holiday can lengthen
MEETS_HOLIDAYS = _ROLLED | {
    Regime.US_R45_BACK,
    Regime.US_R45_HOURS,
    Regime.BIZ_DAYS,
    Regime.EU_WORKDAYS,
}
#: longest count in each unit, so that a slip of the pen is told and not counted
MOST = 100_000


@dataclass(frozen=True)
class DueAnswer:
    """When something falls due.

    Attributes:
        due: a date, or a moment in the offset of its start.
        outer: the second reading of a duty.
        release_not_before: first day on which a release is safe; for a gate, the gate.
        steps: how it was counted, in words.
        status: how well the way of counting, or the clock, is established.
    """

    due: date
    steps: tuple[str, ...]
    citation: str
    rule: str
    status: Standing
    outer: date | None = None
    release_not_before: date | None = None

    @property
    def day(self) -> date:
        """The date, in the offset of the start where it is a moment."""
        return as_date(self.due)

    def to_json(self) -> dict[str, object]:
        """The answer as ``lerdesk due`` prints it."""
        out: dict[str, object] = {"format": 1, "due": self.due.isoformat()}
        if self.outer is not None:
            out["outer"] = self.outer.isoformat()
        if self.release_not_before is not None:
            out["release_not_before"] = self.release_not_before.isoformat()
        out["weekday"] = f"{self.day:%a}"
        out["steps"] = list(self.steps)
        out["citation"] = self.citation
        out["rule"] = self.rule
        out["status"] = self.status.value
        return out


def as_date(value: date) -> date:
    """The date of a date or of a moment in its own offset."""
    return value.date() if isinstance(value, datetime) else value


def add_months(day: date, months: int) -> date:
    """The same day so many months later, the month's last day if it has none."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _including_months(start: date, months: int) -> date:
    later = add_months(start, months)
    return later if later.day != start.day else later - timedelta(days=1)


def count(
    regime: Regime,
    start: date,
    number: int | None,
    holidays: HolidaySet,
    *,
    fixed: date | None = None,
) -> tuple[date, tuple[str, ...]]:
    """The last day (or moment) of a period, and the steps in words.

    Args:
        regime: how to count.
        start: the event's day; an aware moment for the hour regimes.
        number: in the regime's unit; ``None`` for a written date.
        holidays: the set that the period meets.
        fixed: the written date of ``US_R45_MIN``.

    Raises:
        DueError: the count leaves the calendar's years, or the regime needs a number or a moment.
    """
    if number is None and regime is not Regime.FIXED_DATE:
        raise DueError(f"count: {regime} needs a number.")
    with _within_years():
        end, steps = _count(regime, start, number or 0, holidays, fixed)
        return end, (*steps, *_said_of_the_list(regime, as_date(end), holidays))


@contextmanager
def _within_years() -> Iterator[None]:
    try:
        yield
    except (OverflowError, ValueError):
        raise DueError(
            f"start: the period leaves the years {MINYEAR} to {MAXYEAR} of the calendar."
        ) from None


def _said_of_the_list(regime: Regime, end: date, holidays: HolidaySet) -> tuple[str, ...]:
    """What a reader must know of the list of holidays that was counted by."""
    if regime not in MEETS_HOLIDAYS:
        return ()
    if holidays.calendar is None:
        return (
            f"the holidays of {holidays.code} are taken from the holiday library as they stand: check them",
        )
    if holidays.doubted(end) and not holidays.release:
        return (
            f"{weekday_words(end)}, the day before a Saturday holiday, is counted as a working day",
        )
    return ()


def _count(
    regime: Regime, start: date, number: int, holidays: HolidaySet, fixed: date | None
) -> tuple[date, tuple[str, ...]]:
    if regime is Regime.FIXED_DATE:
        return start, (f"the date as written: {weekday_words(as_date(start))}",)
    if regime in HOURS:
        if not isinstance(start, datetime):
            raise DueError(f"start: {regime} needs a moment with an offset.")
        return _hours(regime, start, number, holidays)
    day = as_date(start)
    if regime in {Regime.BIZ_DAYS, Regime.EU_WORKDAYS}:
        end = holidays.count(day, number)
        return end, _first_and_last("working day", holidays.count(day, 1), number, end)
    if regime is Regime.US_R45_BACK:
        end = day - timedelta(days=number)
        back = holidays.roll_back(end)
        return back, (
            f"{number} days before {weekday_words(day)} is {weekday_words(end)}",
            *_rolled(end, back, "the last working day before"),
        )
    end, steps = _plain(regime, day, number)
    if regime in _ROLLED:
        last = holidays.roll(end)
        if regime is Regime.EU_1182 and number > 1:
            # Art. 3(5): a period of two days or more includes at least two working days
            last = max(last, holidays.count(day, 2))
        steps = (*steps, *_rolled(end, last, "the next working day"))
        end = last
    if regime is Regime.US_R45_MIN and fixed is not None:
        steps = (
            *steps,
            f"the written date is {weekday_words(fixed)}; the earlier of the two stands",
        )
        end = min(end, fixed)
        target = holidays.roll_back(end - timedelta(days=1))
        steps = (*steps, f"the word is before: aim at {weekday_words(target)}")
    return end, steps


def _first_and_last(unit: str, first: date, number: int, last: date) -> tuple[str, ...]:
    """The two ends of a count; a count of one has one."""
    ends = (f"{unit} 1 is {weekday_words(first)}", f"{unit} {number} is {weekday_words(last)}")
    return ends if number > 1 else ends[:1]


def _plain(regime: Regime, day: date, number: int) -> tuple[date, tuple[str, ...]]:
    if regime in _DAYS:
        end = day + timedelta(days=number)
        return end, _first_and_last("day", day + timedelta(days=1), number, end)
    if regime is Regime.INCL_DAYS:
        end = day + timedelta(days=number - 1)
        return end, _first_and_last("day", day, number, end)
    if regime is Regime.INCL_MONTHS:
        end = _including_months(day, number)
        return end, (
            f"the period begins with {weekday_words(day)} and ends with {weekday_words(end)}",
        )
    months = number if regime in _MONTHS else 12 * number
    end = add_months(day, months)
    unit = "month" if regime in _MONTHS else "year"
    plural = "" if number == 1 else "s"
    return end, (f"{number} {unit}{plural} after {weekday_words(day)} is {weekday_words(end)}",)


def _rolled(end: date, last: date, where: str) -> tuple[str, ...]:
    if last == end:
        return ()
    return (f"that is no working day; {where} is {weekday_words(last)}",)


def _hours(
    regime: Regime, start: datetime, number: int, holidays: HolidaySet
) -> tuple[date, tuple[str, ...]]:
    begin, steps = start, [f"the time begins at {start.isoformat(timespec='minutes')}"]
    if regime is Regime.EU_HOURS_1182:
        begin = start.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        steps = [f"the hour of receipt is not counted; the time begins at {begin:%H:%M}"]
    end = (begin + timedelta(hours=number)).replace(microsecond=0)
    later = "hour" if number == 1 else "hours"
    steps.append(f"{number} {later} later is {weekday_words(end.date())}, {end:%H:%M}")
    if regime is Regime.US_R45_HOURS:
        last = holidays.roll(end.date())
        steps.extend(_rolled(end.date(), last, "the same time on"))
        end = datetime.combine(last, end.timetz())
    return end, tuple(steps)


def by_regime(
    rules: Rulebook,
    regime: Regime,
    start: date,
    number: int | None,
    calendar: str = "US",
    fixed: date | None = None,
) -> DueAnswer:
    """One period counted by a regime alone."""
    end, steps = count(regime, start, number, holiday_set(rules.calendars, calendar), fixed=fixed)
    citation, status = REGIME_SOURCES[regime]
    return DueAnswer(end, steps, citation, regime.value, status)


def by_clock(
    rules: Rulebook,
    clock_id: str,
    start: date,
    calendar: str = "US",
    *,
    number: int | None = None,
    regime: Regime | None = None,
    fixed: date | None = None,
) -> DueAnswer:
    """One clock of the rulebook.

    Args:
        rules: the rulebook.
        clock_id: ``K27``.
        start: the event that starts it.
        calendar: the country whose holidays count.
        number: instead of the clock's own count, where the instrument states another.
        regime: instead of the clock's own, where the instrument states a period and not a date.
        fixed: the written date, for a clock that takes the earlier of two.

    Raises:
        DueError: the clock counts nothing, or needs a moment.
    """
    clock = rules.clocks[clock_id]
    counted = regime or clock.regime
    if regime is None and number is not None and clock.count is None and clock.stated is not None:
        counted = clock.stated
    if counted is None:
        raise DueError(f"clock: {clock_id} counts no period: {clock.period}.")
    if counted is Regime.FIXED_DATE and number is not None:
        raise DueError(f"count: {clock_id} is a written date; give the date as start alone.")
    if counted is not clock.regime:  # the second readings are readings of the clock's own period
        rolled = counted if counted in _ROLLED and clock.side is Side.RELEASE else None
        clock = replace(clock, outer=None, release=rolled)
    holidays = holiday_set(rules.calendars, calendar)
    span = number if number is not None else clock.count
    end, steps = count(counted, start, span, holidays, fixed=fixed)
    answer = DueAnswer(end, steps, clock.citation, clock.id, clock.status)
    if clock.outer is not None:
        answer = replace(answer, outer=count(clock.outer, start, span, holidays)[0])
    if clock.gate:
        # gate and duty on one day leave no other day to choose
        closed = clock.side is Side.DUTY and not holidays.works(answer.day)
        more = ("that is no working day: a lawyer decides what is done",) if closed else ()
        return replace(answer, release_not_before=end, steps=(*steps, *more))
    if clock.side in {Side.RELEASE, Side.GATE} or clock.release is not None:
        with _within_years():
            return _released(answer, clock, start, span, replace(holidays, release=True))
    return answer


def _released(
    answer: DueAnswer, clock: ClockRule, start: date, span: int | None, holidays: HolidaySet
) -> DueAnswer:
    """The answer with the day after its latest reading."""
    latest = answer.day
    if clock.release is not None:
        latest = max(latest, as_date(count(clock.release, start, span, holidays)[0]))
    release = latest + timedelta(days=1)
    more = [f"released from {weekday_words(release)} on"]
    if clock.grace:
        purged = holidays.count(release, clock.grace)
        more.append(
            f"{clock.grace} working days of grace: nothing is purged before {weekday_words(purged)}"
        )
    return replace(answer, release_not_before=release, steps=(*answer.steps, *more))


REGIME_SOURCES: Mapping[Regime, tuple[str, Standing]] = {
    Regime.US_R45_DAYS: ("Fed. R. Crim. P. 45(a)(1); Fed. R. Civ. P. 6(a)(1)", Standing.VERIFIED),
    Regime.US_R45_MONTHS: ("Fed. R. Crim. P. 45(a)(1)", Standing.VERIFIED),
    Regime.US_R45_YEARS: ("Fed. R. Crim. P. 45(a)(1)", Standing.VERIFIED),
    Regime.US_R45_HOURS: ("Fed. R. Crim. P. 45(a)(2)", Standing.VERIFIED),
    Regime.US_R45_BACK: ("Fed. R. Crim. P. 45(a)(5)", Standing.VERIFIED),
    Regime.US_R45_MIN: ("Fed. R. Civ. P. 45(d)(2)(B)", Standing.VERIFIED),
    Regime.FIXED_DATE: (
        "the date as written; Committee Note of 2009 to Fed. R. Crim. P. 45",
        Standing.VERIFIED,
    ),
    Regime.CAL_DAYS: (
        "the statute is silent on counting: no roll (company policy)",
        Standing.COMPANY,
    ),
    Regime.CAL_MONTHS: (
        "the statute is silent on counting: no roll (company policy)",
        Standing.COMPANY,
    ),
    Regime.CAL_YEARS: (
        "the statute is silent on counting: no roll (company policy)",
        Standing.COMPANY,
    ),
    Regime.INCL_DAYS: ("beginning with the day: day 1 is the event's day", Standing.VERIFIED),
    Regime.INCL_MONTHS: ("beginning with the day: the corresponding-date rule", Standing.VERIFIED),
    Regime.BIZ_DAYS: (
        "business days, federal holidays excepted (company policy)",
        Standing.COMPANY,
    ),
    Regime.EU_STRICT: ("Reg. (EU) 2023/1543: days following receipt, no roll", Standing.COMPANY),
    Regime.EU_1182: ("Reg. 1182/71 Art. 3(1) to (5)", Standing.VERIFIED),
    Regime.EU_HOURS_STRICT: ("elapsed hours, no roll", Standing.VERIFIED),
    Regime.EU_HOURS_1182: ("Reg. 1182/71 Art. 3(1), (2)", Standing.VERIFIED),
    Regime.EU_WORKDAYS: ("Reg. 1182/71 Art. 2(2)", Standing.VERIFIED),
}
