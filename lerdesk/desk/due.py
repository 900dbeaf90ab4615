"""A due day or moment in words, as the inbox and the review say it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from lerdesk.base.written import day_words
from lerdesk.desk.session import DueView

NO_DATE = DueView("none", "no date", "Nothing fixes a date.", "9999")


def due_view(due: str, now: datetime, zone: ZoneInfo, rule: str = "") -> DueView:
    """Words and urgency of what is due.

    Args:
        due: an ISO day or an ISO moment with offset; empty for nothing.
        now: the present moment, aware.
        zone: the organisation's, in which days begin and end.
        rule: what fixes it, told with the exact day.
    """
    if not due:
        return NO_DATE
    tail = f", {rule}" if rule else ""
    local = now.astimezone(zone)
    if "T" in due:
        return _moment_view(datetime.fromisoformat(due).astimezone(zone), local, tail)
    day = date.fromisoformat(due)
    urgency, words = _day_words((day - local.date()).days)
    return DueView(urgency, words, f"{day:%a} {day_words(day)}{tail}", due)


def _moment_view(moment: datetime, local: datetime, tail: str) -> DueView:
    exact = f"{moment:%a} {day_words(moment.date())}, {moment:%H:%M} {moment:%Z}{tail}"
    hours = (moment - local).total_seconds() / 3600
    if 0 <= hours < 12:
        words = f"in {int(hours)} hours" if hours >= 2 else f"in {int(hours * 60)} minutes"
        return DueView("hours", words, exact, moment.isoformat())
    urgency, words = _day_words((moment.date() - local.date()).days)
    if hours < 0:
        urgency, words = "late", words if words.endswith("late") else "hours late"
    elif urgency == "today":
        words = f"today, {moment:%H:%M}"
    return DueView(urgency, words, exact, moment.isoformat())


def _day_words(days: int) -> tuple[str, str]:
    if days < 0:
        return "late", f"{-days} day{'s' if days < -1 else ''} late"
    if days == 0:
        return "today", "today"
    if days == 1:
        return "soon", "tomorrow"
    return "later", f"in {days} days"
