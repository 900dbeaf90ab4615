"""Public holidays and working days, for the counting of periods."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from lerdesk.base.errors import UserFacingError
from lerdesk.domain.clock_rules import Calendar

_ONE = timedelta(days=1)
_ORDINALS = ("first", "second", "third", "fourth")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)


class DueError(UserFacingError):
    """A period that cannot be counted as asked."""


@dataclass(frozen=True)
class HolidaySet:
    """The holidays that a period meets.

    Attributes:
        calendar: the rulebook's list; ``None``: the holiday library's for ``code``.
        code: ISO 3166 code of the country, or of a part of it (``GB-SCT``).
        release: the reading in which a Friday before a Saturday holiday is one too.
    """

    code: str
    calendar: Calendar | None = None
    release: bool = False

    def holds(self, day: date) -> bool:
        """Whether the day is a public holiday.

        Raises:
            DueError: the holiday library does not know the country's holidays of that year.
        """
        if self.calendar is None:
            return day in _library_year(self.code, day.year)
        if day in _listed_year(self.calendar, day.year):
            return True
        if self.calendar.sunday_to_monday and day.weekday() == 0:
            before = day - _ONE
            if before in _listed_year(self.calendar, before.year):
                return True
        return self.release and self.doubted(day)

    def doubted(self, day: date) -> bool:
        """Whether it is a Friday before a Saturday holiday that a release alone keeps as a holiday."""
        if self.calendar is None or not self.calendar.saturday_to_friday_for_release:
            return False
        after = day + _ONE
        return day.weekday() == 4 and after in _listed_year(self.calendar, after.year)

    def works(self, day: date) -> bool:
        """Whether the day is neither Saturday, Sunday nor a holiday."""
        return day.weekday() < 5 and not self.holds(day)

    def roll(self, day: date) -> date:
        """The day itself if it is a working day, else the next that is one."""
        while not self.works(day):
            day += _ONE
        return day

    def roll_back(self, day: date) -> date:
        """The day itself if it is a working day, else the last one before."""
        while not self.works(day):
            day -= _ONE
        return day

    def count(self, start: date, working_days: int) -> date:
        """The ``working_days``-th working day after the start."""
        day = start
        while working_days > 0:
            day += _ONE
            if self.works(day):
                working_days -= 1
        return day


def holiday_set(
    calendars: Mapping[str, Calendar], code: str, *, release: bool = False
) -> HolidaySet:
    """The set for a calendar's code; the rulebook's list wins over the library's.

    A part of a country (``GB-SCT``) has the library's days. A part of a country that has a list in the rulebook has
    none unless the rulebook lists it too: the holidays of a State of the United States lengthen no time unasked.

    Raises:
        DueError: neither knows the code.
    """
    known = calendars.get(code)
    if known is None and (code not in library_codes() or code.partition("-")[0] in calendars):
        raise DueError(
            f"calendar: no holidays are known for {code!r}.",
            do="Use a country's code such as US or LU, or list its holidays in calendars.toml.",
        )
    return HolidaySet(code, known, release)


@lru_cache(maxsize=1)
def library_codes() -> frozenset[str]:
    """The countries, and their parts (``GB-SCT``), that the holiday library knows."""
    import holidays

    countries = holidays.list_supported_countries(include_aliases=False)
    parts = (f"{code}-{part}" for code in countries for part in countries[code])
    return frozenset((*countries, *parts))


@lru_cache(maxsize=512)
def _library_year(code: str, year: int) -> frozenset[date]:
    import holidays

    country, _, part = code.partition("-")
    days = holidays.country_holidays(country, subdiv=part or None, years=year)
    if not days.start_year <= year <= days.end_year:
        # the library answers such a year with no holiday at all
        raise DueError(
            f"calendar: the holidays of {code} are known from {days.start_year} to {days.end_year} alone, "
            f"and the period meets {year}.",
            do="List the holidays in calendars.toml.",
        )
    return frozenset(days)


@lru_cache(maxsize=512)
def _listed_year(calendar: Calendar, year: int) -> frozenset[date]:
    return frozenset(
        day_in_year(holiday.on, year) for holiday in calendar.rows if year >= holiday.since
    )


def day_in_year(form: str, year: int) -> date:
    """The date of a holiday's form: ``07-04``, ``third monday of january``, ``easter+1``.

    Raises:
        ValueError: the year has no such day, or there is no such month.
    """
    if form.startswith("easter"):
        return easter(year) + timedelta(days=int(form.removeprefix("easter")))
    if form[0].isdigit():
        return date(year, int(form[:2]), int(form[3:]))
    ordinal, weekday, _, month = form.split()
    number = WEEKDAYS.index(weekday)
    first = date(year, _MONTHS.index(month) + 1, 1)
    if ordinal == "last":
        day = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - _ONE
        return day - timedelta(days=(day.weekday() - number) % 7)
    day = first + timedelta(days=(number - first.weekday()) % 7)
    return day + timedelta(weeks=_ORDINALS.index(ordinal))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Butcher's rule)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    p = (32 + 2 * e + 2 * i - h - k) % 7
    q = (a + 11 * h + 22 * p) // 451
    month, day = divmod(h + p - 7 * q + 114, 31)
    return date(year, month, day + 1)
