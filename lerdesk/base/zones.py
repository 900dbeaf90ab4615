"""The time zones that there are."""

from functools import cache
from zoneinfo import available_timezones


@cache
def known_zones() -> frozenset[str]:
    """Their IANA names; looked up once, since some 600 files are opened for it."""
    return frozenset(available_timezones())
