"""All notices by what can be done now: told, to be told, silent, not told."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from lerdesk.base.written import day_words, sentence_start
from lerdesk.desk.assessment import Assessment, assess
from lerdesk.desk.case_file import CaseFile, gather
from lerdesk.desk.notice_days import offer_day, review_day
from lerdesk.desk.progress import due_of
from lerdesk.desk.session import Desk
from lerdesk.domain.notice_effect import TELL_FIRST, NoticeEffect
from lerdesk.domain.vocabulary import LetterKind

if TYPE_CHECKING:
    from lerdesk.store.unit import Unit


@dataclass(frozen=True)
class NoticeRow:
    """One row of the queue.

    Attributes:
        group: "Due today", "May go now", "Waiting period runs", "Silence ordered", "Not told, decided", "Sent".
        title: "Notice before disclosure", "Delayed notice", "Notice sent 20 Nov".
        line: what must or may happen and when; ``why`` after it, quiet.
        sign: "diamond", "ring", "half", "bars", "silence", "cross", "check".
        progress: days passed and days in all of a running period.
    """

    request_id: int
    reference: str
    letter_id: int | None
    group: str
    title: str
    line: str
    why: str
    sign: str
    progress: tuple[int, int] | None
    can_draft: bool


def queue(desk: Desk) -> tuple[NoticeRow, ...]:
    """All notices by what can be done now."""
    from lerdesk.store import requests

    now = desk.clock.now()
    rows: list[NoticeRow] = []
    with desk.store.reading() as unit:
        for request_id in requests.with_notice(unit):
            row = _row(desk, unit, request_id, now)
            if row is not None:
                rows.append(row)
    order = (
        "Due today",
        "May go now",
        "Waiting period runs",
        "Silence ordered",
        "Not told, decided",
    )
    return tuple(
        sorted(
            rows,
            key=lambda row: (order.index(row.group) if row.group in order else 9, row.reference),
        )
    )


def _row(desk: Desk, unit: "Unit", request_id: int, now: datetime) -> NoticeRow | None:
    case = gather(unit, request_id)
    found = assess(desk, case, now)
    if case.determination is None or not found.produced_numbers:
        return None
    drafted = [
        each for each in case.letters if each.kind == LetterKind.NOTICE and each.state == "draft"
    ]
    sent = found.told
    letter_id = sent.letter_id if sent else drafted[-1].id if drafted else None
    group, title, line, why, sign, progress = _told(found, case) if sent else _untold(found)
    if not group:
        return None
    can = not sent and group in {"Due today", "May go now"}
    reference = case.request.reference
    return NoticeRow(request_id, reference, letter_id, group, title, line, why, sign, progress, can)


_Row = tuple[str, str, str, str, str, tuple[int, int] | None]


def _told(found: Assessment, case: CaseFile) -> _Row:
    told = found.told
    assert told is not None  # noqa: S101  the caller asked for it
    sent_on = case.local_day(told.sent_at)
    title = f"Notice sent {sent_on.day} {sent_on:%b}"
    release = told.release_on
    if release and found.today < release and not found.disclosed:
        days, whole = (found.today - sent_on).days, (release - sent_on).days
        line = f"Disclosure not before {day_words(release)}."
        return "Waiting period runs", title, line, f"Day {days} of {whole}.", "half", (days, whole)
    if case.request.closed_at:
        return "", "", "", "", "", None
    return "Sent", title, "The waiting period is over." if release else "Sent.", "", "check", None


def _untold(found: Assessment) -> _Row:
    effect, again, offered = found.effect, review_day(found), offer_day(found)
    if effect is NoticeEffect.TELL_LATER and found.notify_on:
        return (
            "Silence ordered",
            "Notice waits",
            f"May go {day_words(found.notify_on)}.",
            _sentence(found.silence_words),
            "silence",
            None,
        )
    if effect is NoticeEffect.SILENT:
        review = f"Review on {day_words(again)}." if again else "Not told, by law."
        return (
            "Silence ordered",
            "Notice waits",
            review,
            f"{found.notice_citation}.",
            "silence",
            None,
        )
    if effect is NoticeEffect.NOT_TOLD:
        return (
            "Not told, decided",
            "Illegal use found",
            "Not told.",
            found.approved_by,
            "cross",
            None,
        )
    if effect is NoticeEffect.LOCKED:
        return (
            "Due today",
            "A lawyer decides",
            f"{found.notice_reason.rstrip('.')}.",
            f"Held until {day_words(again)} at most, then looked at again."
            if again
            else found.notice_citation,
            "triangle",
            None,
        )
    if effect is NoticeEffect.TELL_NOW and found.disclosed:
        why = found.silence_words or "Silence ended."
        return (
            "Due today",
            "Delayed notice",
            "Must go today.",
            _sentence(why),
            "diamond",
            None,
        )
    if effect is NoticeEffect.OFFER_THEN_TELL and offered and found.today <= offered:
        line = f"May go after {day_words(offered)}."
        return (
            "Silence ordered",
            "Notice waits",
            line,
            "Silence is asked for without an order.",
            "silence",
            None,
        )
    if effect in TELL_FIRST and (found.content_numbers or effect is NoticeEffect.TELL_BEFORE_ANY):
        release = found.earliest_disclosure
        why = f"Disclosure not before {day_words(release)}, if it goes today."
        due = due_of(found)
        line = f"Answer due {due.words}." if due.urgency != "none" else "May go now."
        return "May go now", "Notice before disclosure", line, why, "ring", None
    if effect is NoticeEffect.OPTIONAL and not found.closed:
        return "May go now", "Notice of non-content", "May be sent; not owed.", "", "ring", None
    return "", "", "", "", "", None


def _sentence(words: str | None) -> str:
    return f"{sentence_start(words).rstrip('.')}." if words else ""
