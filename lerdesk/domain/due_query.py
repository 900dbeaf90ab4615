"""A question about one clock, as JSON gives it."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from lerdesk.domain.calendar import DueError
from lerdesk.domain.deadline import MOST, DueAnswer, by_clock, by_regime
from lerdesk.domain.rules import Rulebook
from lerdesk.domain.vocabulary import Regime

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)")
KEYS = frozenset({"regime", "clock", "start", "count", "calendar", "fixed"})


def due(query: Mapping[str, object], rules: Rulebook) -> DueAnswer:
    """One period by regime or by clock.

    Args:
        query: ``regime`` with ``count``, or ``clock``; ``start``; ``calendar`` (``US`` by default);
            ``fixed``, the written date that stands if it is earlier.
        rules: the rulebook.

    Raises:
        DueError: names the key that is wrong.
    """
    calendar = query.get("calendar")
    if calendar is None:
        calendar = "US"
    if not isinstance(calendar, str):
        raise DueError("calendar: give a country's code, such as US or LU.")
    start = _start(query.get("start"))
    fixed = None if query.get("fixed") is None else _day("fixed", query["fixed"])
    regime = _regime(query.get("regime"))
    number = _number(query.get("count"))
    clock = query.get("clock")
    if clock is not None:
        if not isinstance(clock, str) or clock not in rules.clocks:
            raise DueError(f"clock: {clock!r} is not a clock of the rulebook.")
        return by_clock(rules, clock, start, calendar, number=number, regime=regime, fixed=fixed)
    if regime is None:
        raise DueError("regime: name a regime, or a clock.")
    return by_regime(rules, regime, start, number, calendar, fixed)


def _regime(value: object) -> Regime | None:
    if value is None:
        return None
    if isinstance(value, str) and value in Regime.__members__:
        return Regime(value)
    raise DueError(f"regime: {value!r} is not one of {', '.join(Regime)}.")


def _number(value: object) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= MOST:
        raise DueError(f"count: give a whole number from 1 to {MOST}.")
    return value


def _start(value: object) -> date:
    if isinstance(value, str) and not _DAY.fullmatch(value):
        return moment("start", value)
    return _day("start", value)


def _day(key: str, value: object) -> date:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise DueError(f"{key}: there is no date {value}.") from None
    raise DueError(f"{key}: give a date as 2026-11-23.")


def moment(key: str, value: object) -> datetime:
    """An aware moment from ISO 8601 text.

    Raises:
        DueError: names the key.
    """
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            raise DueError(f"{key}: there is no moment {value}.") from None
    raise DueError(f"{key}: give a moment with an offset as 2026-11-23T09:15:00-08:00.")
