"""Days as a reviewer types and reads them: 9 Nov 2026, 11/9/2026, 2026-11-09."""

import calendar
import re
from datetime import date

from lerdesk.base.errors import UserFacingError
from lerdesk.base.written import day_words

_MONTHS = {name[:3].casefold(): number for number, name in enumerate(calendar.month_name) if name}
_FORMS = (
    (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})"), "ymd"),
    (re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})"), "mdy"),
    (re.compile(r"(\d{1,2})\.?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})"), "dmy"),
    (re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})"), "mdy"),
)


def typed_day(day: date | None) -> str:
    """As it stands in a field: "9 Nov 2026"; empty for none."""
    return day_words(day) if day is not None else ""


def parse_day(typed: str) -> date | None:
    """What was typed as a day; None for nothing.

    Raises:
        UserFacingError: it is no day.
    """
    words = typed.strip()
    if not words:
        return None
    for pattern, order in _FORMS:
        found = pattern.fullmatch(words)
        if found is None:
            continue
        parts = dict(zip(order, found.groups(), strict=True))
        month = int(parts["m"]) if parts["m"].isdigit() else _MONTHS.get(parts["m"][:3].casefold())
        if month is None or not 1 <= month <= 12:
            break
        year, day = int(parts["y"]), int(parts["d"])
        longest = calendar.monthrange(year, month)[1] if 1 <= year <= 9999 else 0
        if not 1 <= day <= longest:
            raise UserFacingError(f"{calendar.month_name[month]} has {longest} days.")
        return date(year, month, day)
    raise UserFacingError(f"“{words}” is no day.", do="Write it as 9 Nov 2026.")
