"""The quick filter's words: ``from:fbi due:<7d process:warrant ref:412 status:waiting smith``."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from lerdesk.store.inbox import Filter

_WORD = re.compile(r'(?:([a-z]+):("[^"]*"?|\S*))|("[^"]*"?|\S+)', re.IGNORECASE)
_DAYS = re.compile(r"([<>]=?)?(\d{1,4})([dw])")
_DAY = re.compile(r"([<>]=?)?(\d{4}-\d{2}-\d{2})")
_KEYS = {
    "from": "agency",
    "agency": "agency",
    "process": "process",
    "ref": "reference",
    "reference": "reference",
    "status": "status",
}
_FORM = "%Y-%m-%dT%H:%M:%S"
_LAST = timedelta(hours=23, minutes=59, seconds=59)


def narrowed(asked: "Filter", words: str, now: datetime, zone: ZoneInfo) -> "Filter":
    """``asked`` with what the words say; a word that is still being typed narrows nothing."""
    for key, keyed, bare in _WORD.findall(words):
        value = (keyed or bare).strip('" ')
        name = key.lower()
        if name == "due":
            asked = _due(asked, value.lower(), now, zone)
        elif name in _KEYS:
            if value:
                asked = _with(asked, _KEYS[name], value)
        elif whole := f"{key}:{value}" if key else value:
            asked = replace(asked, words=(*asked.words, whole.lower()))
    return asked


def _with(asked: "Filter", place: str, value: str) -> "Filter":
    if place == "agency":
        return replace(asked, agency=(*asked.agency, value))
    if place == "process":
        return replace(asked, process=(*asked.process, value))
    if place == "reference":
        return replace(asked, reference=(*asked.reference, value))
    return replace(asked, status=(*asked.status, value.lower()))


def _due(asked: "Filter", value: str, now: datetime, zone: ZoneInfo) -> "Filter":
    today = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    if value in {"late", "overdue"}:
        return replace(asked, due_to=now.astimezone(zone).strftime(_FORM))
    if value in {"none", "never"}:
        return replace(asked, due_to="9999", due_from="")
    if value == "today":
        sign, day = "=", today
    elif found := _DAYS.fullmatch(value):
        weeks = 7 if found[3] == "w" else 1
        sign, day = found[1] or "<=", today + timedelta(days=int(found[2]) * weeks)
    elif found := _DAY.fullmatch(value):
        try:
            day = datetime.fromisoformat(found[2])
        except ValueError:
            return asked
        sign = found[1] or "="
    else:
        return asked
    return _bounded(asked, sign, day)


def _bounded(asked: "Filter", sign: str, day: datetime) -> "Filter":
    """Bounds that are written as the index is: local time, a day counting to its end."""
    before, end = (moment.strftime(_FORM) for moment in (day - timedelta(seconds=1), day + _LAST))
    if sign == "<":
        return replace(asked, due_to=before)
    if sign == "<=":
        return replace(asked, due_to=end)
    if sign == ">":
        return replace(asked, due_from=end)
    if sign == ">=":
        return replace(asked, due_from=before)
    return replace(asked, due_from=before, due_to=end)
