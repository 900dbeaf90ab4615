"""The customer's notice: whether, when, drafted, sent; and the finding of illegal conduct."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from lerdesk.base.errors import Refused
from lerdesk.base.text import clean
from lerdesk.desk import letters as letter_desk
from lerdesk.desk.assessment import Assessment, assess
from lerdesk.desk.case_file import CaseFile, gather
from lerdesk.desk.composing import papers_of, variant_of
from lerdesk.desk.customers import address_of, untold
from lerdesk.desk.fact_values import day_words
from lerdesk.desk.letters import DraftView, Issued
from lerdesk.desk.recording import acting
from lerdesk.desk.session import Desk
from lerdesk.domain.notice_effect import TELL_FIRST, NoticeEffect
from lerdesk.domain.records import RecordedNotice
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


@dataclass(frozen=True)
class NoticeState:
    """What the rules and the records say of one request's notice now.

    Attributes:
        outcome: a notice outcome of the rulebook ("NOTIFY_BEFORE", "DELAY_UNTIL_EXPIRY" ...).
        rule: its id; with reason and citation.
        release_on: first day on which content may be disclosed; None where notice stands open.
    """

    outcome: str | None
    rule: str | None
    reason: str
    citation: str
    sent_at: datetime | None
    release_on: date | None
    notify_on: date | None
    words: str


def state(desk: Desk, request_id: int) -> NoticeState:
    """The notice of a request, by the rules of this day."""
    papers = papers_of(desk, request_id)
    found = papers.found
    told = found.told
    return NoticeState(
        outcome=found.notice_outcome,
        rule=found.notice_rule,
        reason=found.notice_reason,
        citation=found.notice_citation,
        sent_at=told.sent_at if told else None,
        release_on=found.production.release_on,
        notify_on=found.notify_on,
        words=found.silence_words or found.notice_reason,
    )


def draft(desk: Desk, request_id: int) -> DraftView:
    """Compose the notice that fits (before disclosure, delayed, optional), or open its draft.

    Raises:
        Refused: nothing is determined yet, or every customer was told.
    """
    papers = papers_of(desk, request_id)
    if papers.case.determination is None:
        raise Refused("Nothing is determined yet.", do="Record the determination first.")
    variant = variant_of(papers.found, papers.case)
    waiting = untold(papers.case, held=variant == "")
    if not waiting:
        raise Refused("Every customer was told already.", "Nothing was drafted.")
    return letter_desk.draft(desk, request_id, LetterKind.NOTICE, variant, address_of(waiting[0]))


def issue(desk: Desk, letter_id: int, means: str, sent_at: datetime | None = None) -> Issued:
    """Number and freeze the notice and take this moment (or ``sent_at``) as sent: the waiting period runs from it.

    Raises:
        Refused: a prohibition is in force; the rules do not allow notice now; no means is given; this
            customer was told already.
    """
    from lerdesk.store import letters, notices

    with desk.store.reading() as unit:
        letter = letters.get(unit, letter_id)
    if letter.kind != LetterKind.NOTICE:
        raise Refused("This is no notice.", "Nothing was issued.")
    means = clean(means, limit=120).strip()
    if not means:
        raise Refused("A notice says how it goes.", "Nothing was issued.", "Say e-mail or post.")
    with acting(desk, letter.request_id, "notice.issue") as act:
        moment = sent_at or act.now
        if moment > act.now:
            raise Refused("It cannot have been sent after this moment.", "Nothing was issued.")
        if act.case.local_day(moment) < act.case.local_day(act.now):
            raise Refused(
                "A notice that is issued today was not sent before today.", "Nothing was issued."
            )
        still = untold(act.case, held=letter.variant == "")
        if letter.to not in {address_of(each) for each in still}:
            raise Refused("This customer was told already.", "Nothing was issued.")
        found = assess(desk, act.case, act.now)
        paper = letter_desk.issue_in(desk, act, letter_id)
        release = _release(desk, act.case, found, moment) if letter.variant == "" else None
        notices.add(
            act.unit,
            request_id=letter.request_id,
            letter_id=letter_id,
            outcome=found.notice_outcome or "",
            rule=found.notice_rule or "",
            means=means,
            sent_at=moment,
            release_on=release,
        )
        act.words = f"Told the customer, {paper.number}, {means}"
        if release:
            act.words += f"; disclosure not before {day_words(release)}"
        act.details = {**act.details, "means": means, "sent_at": moment.isoformat()}
        return paper


def _release(desk: Desk, case: CaseFile, found: Assessment, sent_at: datetime) -> date:
    return case.local_day(sent_at) + timedelta(days=found.waiting_days(desk.rulebook.policy))


def record_sent(desk: Desk, letter_id: int, at: datetime, means: str) -> None:
    """It went later than it was issued: the waiting period runs from ``at``.

    Raises:
        Refused: it was not issued, or the moment lies before the issue or after now.
    """
    from lerdesk.store import letters, notices

    notice, request_id = _issued_notice(desk, letter_id)
    with acting(desk, request_id, "notice.sent") as act:
        if notice.came_back_on is not None:
            raise Refused(
                "This notice came back.", "Nothing was changed.", "Draft and issue another."
            )
        issued_at = letters.get(act.unit, letter_id).issued_at
        if at > act.now or (issued_at is not None and at < issued_at):
            raise Refused(
                "It went between its issue and this moment.",
                "Nothing was changed.",
                "Mend the day.",
            )
        found = assess(desk, act.case, act.now)
        release = _release(desk, act.case, found, at) if notice.release_on else None
        notices.record_sent(act.unit, notice.id, at, clean(means, limit=120), release)
        act.words = f"The notice went on {day_words(act.case.local_day(at))}, {means}"
        act.details = {"notice": notice.id, "sent_at": at.isoformat(), "means": means}


def came_back(desk: Desk, letter_id: int, on: date, why: str) -> None:
    """It could not be delivered: the notice stands open again.

    Raises:
        Refused: it was not issued, or no reason is given.
    """
    from lerdesk.store import notices

    why = clean(why, limit=400).strip()
    notice, request_id = _issued_notice(desk, letter_id)
    with acting(desk, request_id, "notice.back") as act:
        if not why:
            raise Refused("Say why it came back.", "Nothing was changed.")
        if notice.came_back_on is not None:
            raise Refused("It came back already.", "Nothing was changed.")
        if not act.case.local_day(notice.sent_at) <= on <= act.case.local_day(act.now):
            raise Refused(
                "It came back between its sending and today.",
                "Nothing was changed.",
                "Mend the day.",
            )
        notices.came_back(act.unit, notice.id, on, why)
        act.words = f"The notice came back: {why}"
        act.details = {"notice": notice.id, "on": on.isoformat(), "why": why}


def _issued_notice(desk: Desk, letter_id: int) -> tuple[RecordedNotice, int]:
    from lerdesk.store import notices

    with desk.store.reading() as unit:
        notice = notices.by_letter(unit, letter_id)
    if notice is None:
        raise Refused("This notice was not issued.", "Nothing was changed.", "Issue it first.")
    return notice, notice.request_id


def find_illegal_conduct(desk: Desk, request_id: int, ground: str) -> int:
    """Record a finding of clear indication of illegal conduct; it waits for a second person.

    Returns:
        The approval's id.

    Raises:
        Refused: no ground is given, or a finding waits already.
    """
    from dataclasses import replace

    from lerdesk.store import approvals, requests

    ground = clean(ground, keep_lines=True, limit=4000).strip()
    with acting(desk, request_id, "illegal_conduct") as act:
        if len(ground) < 20:
            raise Refused(
                "The finding needs its ground: what was done with the service, and how it is known.",
                "Nothing was recorded.",
            )
        if any(a.kind == "illegal_conduct" and a.state == "waiting" for a in act.case.approvals):
            raise Refused("A finding waits for a second person already.", "Nothing was changed.")
        approval = approvals.add(
            act.unit,
            request_id=request_id,
            kind="illegal_conduct",
            ground=ground,
            asked_by=act.actor.name,
            asked_at=act.now,
        )
        act.words = f"Found clear indication of illegal conduct: {ground}"
        act.details = {"approval": approval.id}
        if "illegal_conduct" not in desk.rulebook.policy.two_persons:
            flags = replace(act.case.request.flags, illegal_use=True)
            requests.set_flags(act.unit, request_id, flags)
            approvals.answer(
                act.unit,
                approval.id,
                state="approved",
                by=act.actor.name,
                at=act.now,
                reason="The policy asks for one person.",
            )
        return approval.id


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
    effect = found.effect
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
        review = (
            f"Review on {day_words(found.review_on)}." if found.review_on else "Not told, by law."
        )
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
            f"{found.notice_reason}.",
            found.notice_citation,
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
    if (
        effect is NoticeEffect.OFFER_THEN_TELL
        and found.offer_until
        and found.today <= found.offer_until
    ):
        line = f"May go after {day_words(found.offer_until)}."
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
        due = f"Answer due {found.due.words}." if found.due.urgency != "none" else "May go now."
        return "May go now", "Notice before disclosure", due, why, "ring", None
    if effect is NoticeEffect.OPTIONAL and not found.closed:
        return "May go now", "Notice of non-content", "May be sent; not owed.", "", "ring", None
    return "", "", "", "", "", None


def _sentence(words: str | None) -> str:
    return f"{words[0].upper()}{words[1:].rstrip('.')}." if words else ""
