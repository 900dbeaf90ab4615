"""The customer's notice: whether, when, drafted, sent; and the finding of illegal conduct."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lerdesk.base.errors import Refused
from lerdesk.base.text import clean
from lerdesk.base.written import day_words
from lerdesk.desk import letters as letter_desk
from lerdesk.desk.assessment import Assessment, assess
from lerdesk.desk.case_file import CaseFile
from lerdesk.desk.composing import papers_of, variant_of
from lerdesk.desk.customers import address_of, untold
from lerdesk.desk.letters import DraftView, Issued
from lerdesk.desk.notice_queue import NoticeRow, queue
from lerdesk.desk.recording import acting
from lerdesk.desk.session import Desk
from lerdesk.desk.standing import production_of
from lerdesk.domain.records import RecordedNotice
from lerdesk.domain.vocabulary import LetterKind

__all__ = [
    "NoticeRow",
    "NoticeState",
    "came_back",
    "draft",
    "find_illegal_conduct",
    "issue",
    "queue",
    "record_sent",
    "state",
    "variant_of",
]


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
        release_on=production_of(found).release_on,
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
