"""The half-year: the period of the Information Request Report."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo

_FORM = re.compile(r"(\d{4})-H([12])")


@dataclass(frozen=True, order=True)
class HalfYear:
    """January to June (half 1) or July to December (half 2) of a year.

    Attributes:
        year: 1 to 9999.
        half: 1 or 2.
    """

    year: int
    half: int

    def __post_init__(self) -> None:
        if self.half not in {1, 2} or not 1 <= self.year <= 9999:
            raise ValueError(f"no half-year: {self.year}, {self.half}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2026-H1``.

        Raises:
            ValueError: it is written otherwise.
        """
        found = _FORM.fullmatch(text.strip().upper())
        if found is None:
            raise ValueError(f"a half-year is written like 2026-H1, not {text!r}")
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def of(cls, day: date) -> Self:
        """The half-year in which ``day`` lies."""
        return cls(day.year, 1 if day.month <= 6 else 2)

    @classmethod
    def at(cls, moment: datetime, zone: ZoneInfo) -> Self:
        """The half-year in which an aware moment lies, by the calendar of ``zone``."""
        return cls.of(day_in(moment, zone))

    @property
    def text(self) -> str:
        """As it is written: ``2026-H1``."""
        return f"{self.year:04d}-H{self.half}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 1 if self.half == 1 else 7, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, 6, 30) if self.half == 1 else date(self.year, 12, 31)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def bounds(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """The first moment in it and the first after it, in UTC, by the calendar of ``zone``."""
        after = self.last + timedelta(days=1)
        start, end = (datetime.combine(day, time(), zone) for day in (self.first, after))
        return start.astimezone(UTC), end.astimezone(UTC)

    @property
    def previous(self) -> "HalfYear":
        """The half-year before."""
        return HalfYear(self.year - 1, 2) if self.half == 1 else HalfYear(self.year, 1)

    @property
    def next(self) -> "HalfYear":
        """The half-year after."""
        return HalfYear(self.year, 2) if self.half == 1 else HalfYear(self.year + 1, 1)


def day_in(moment: datetime, zone: ZoneInfo) -> date:
    """The calendar day of an aware moment in ``zone``.

    Raises:
        ValueError: the moment carries no offset.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs an offset")
    return moment.astimezone(zone).date()
