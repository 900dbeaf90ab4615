"""What a request waits for and what comes next: worked out from what is recorded, so that it cannot contradict it."""

from dataclasses import dataclass
from datetime import date

from lerdesk.base.written import day_words
from lerdesk.domain.notice_effect import TELL_FIRST, NoticeEffect
from lerdesk.domain.vocabulary import DeadlineKind, LetterKind, Outcome, Status


@dataclass(frozen=True)
class Progress:
    """How far the work on a request has come.

    Attributes:
        today: the organisation's day.
        touched: a person did something beyond looking.
        items_needed: the answer depends on the items (the instrument itself did not fail).
        waiting_approval: somebody asked for a second person.
        outcome: of the recorded determination; ``determined`` is false where none stands.
        binding: of the recorded determination.
        answered: kinds of letter already issued under this determination.
        content: content is to be produced or was.
        offer_until: last day of the requester's time to bring a court's order.
        notify_on: first day on which a delayed notice may go.
        response_due: ISO day or moment of the answer's deadline, empty for none.
        cure_by: last day for a corrected order.
        preserved_until: last day of a preservation.
        failed: an answer fails a question that a deficiency letter would name.
        lapsed: what changed since the determination, so that nothing goes out on it; empty where it stands.
        lapsed_place: where that is mended.
        review_on: when a silence without end is looked at again.
    """

    today: date
    closed: bool = False
    touched: bool = False
    process_known: bool = True
    unconfirmed: int = 0
    open_questions: int = 0
    undecided: int = 0
    demands: int = 0
    items_needed: bool = True
    waiting_approval: bool = False
    determined: bool = False
    binding: str = ""
    outcome: Outcome | None = None
    answered: frozenset[str] = frozenset()
    disclosed: bool = False
    content: bool = False
    effect: NoticeEffect = NoticeEffect.NOTHING_TO_TELL
    told: bool = False
    release_on: date | None = None
    notify_on: date | None = None
    offer_until: date | None = None
    response_due: str = ""
    cure_by: date | None = None
    preserved_until: date | None = None
    review_on: date | None = None
    failed: bool = True
    lapsed: str = ""
    lapsed_place: str = ""


@dataclass(frozen=True)
class NextStep:
    """The one thing to do next.

    Attributes:
        words: for the inbox.
        place: where it is done: facts, validity, scope, determination, approval, notice, letter, disclosure,
            close; empty where there is only waiting.
        target: a letter's kind, where the place needs one.
        due: ISO day or moment; empty for none.
    """

    status: Status
    words: str
    place: str = ""
    target: str = ""
    due: str = ""


def next_step(progress: Progress) -> NextStep:
    """What the request waits for."""
    if progress.closed:
        return NextStep(Status.CLOSED, "Closed")
    return _facts_step(progress) or (
        _after_determination(progress) if progress.determined else _review_step(progress)
    )


def answer_kind(outcome: Outcome | None, binding: str, *, failed: bool = True) -> LetterKind:
    """The letter that answers a determination; a deficiency letter only where there is a deficiency to name."""
    if outcome is Outcome.REJECT:
        deficient = binding == "no" and failed
        return LetterKind.DEFICIENCY if deficient else LetterKind.OBJECTION
    return {
        Outcome.PRODUCE_FULL: LetterKind.FULL,
        Outcome.PRODUCE_PARTIAL: LetterKind.PARTIAL,
        Outcome.CURE: LetterKind.DEFICIENCY,
        Outcome.NO_RECORDS: LetterKind.NOTHING_HELD,
        Outcome.PRESERVE_ONLY: LetterKind.PRESERVATION,
    }.get(outcome or Outcome.ESCALATE, LetterKind.ACKNOWLEDGEMENT)


def met_deadlines(progress: Progress) -> frozenset[DeadlineKind]:
    """What no longer runs: the time to answer, once the letter that answers the determination is issued."""
    kind = answer_kind(progress.outcome, progress.binding, failed=progress.failed)
    done = progress.determined and kind in progress.answered
    return frozenset({DeadlineKind.RESPONSE}) if done else frozenset()


def _facts_step(progress: Progress) -> NextStep | None:
    due = progress.response_due
    if not progress.process_known:
        return NextStep(Status.NEW, "Name the kind of process", "facts", "process_type", due)
    if progress.unconfirmed and not progress.determined:
        words = (
            f"Confirm {_count(progress.unconfirmed, 'fact')}"
            if progress.touched
            else "Read and confirm"
        )
        return NextStep(Status.NEW, words, "facts", "", due)
    return None


def _review_step(progress: Progress) -> NextStep:
    due = progress.response_due
    if progress.open_questions:
        words = f"Answer {_count(progress.open_questions, 'question')}"
        return NextStep(Status.REVIEW, words, "validity", "", due)
    if progress.items_needed and not progress.demands:
        return NextStep(Status.REVIEW, "Enter what it demands", "scope", "", due)
    if progress.items_needed and progress.undecided:
        words = f"Decide {progress.undecided} of {_count(progress.demands, 'item')}"
        return NextStep(Status.REVIEW, words, "scope", "", due)
    if progress.waiting_approval:
        return NextStep(Status.APPROVAL, "Second person: approve or decline", "approval", "", due)
    return NextStep(Status.REVIEW, "Record the determination", "determination", "", due)


def _after_determination(progress: Progress) -> NextStep:
    if progress.waiting_approval:
        return NextStep(
            Status.APPROVAL,
            "Second person: approve or decline",
            "approval",
            "",
            progress.response_due,
        )
    if progress.outcome in {Outcome.PRODUCE_FULL, Outcome.PRODUCE_PARTIAL}:
        return _lapsed_step(progress) or _telling_step(progress) or _production_step(progress)
    kind = answer_kind(progress.outcome, progress.binding, failed=progress.failed)
    if progress.outcome is not None and kind not in progress.answered:
        return NextStep(Status.ANSWER, _issue_words(kind), "letter", kind, progress.response_due)
    if progress.outcome is Outcome.CURE and progress.cure_by and progress.today <= progress.cure_by:
        words = f"Wait for a corrected order, until {day_words(progress.cure_by)}"
        return NextStep(Status.WAITING, words, "", "", progress.cure_by.isoformat())
    kept = progress.preserved_until
    if progress.outcome is Outcome.PRESERVE_ONLY and kept and progress.today <= kept:
        words = f"Wait for process, until {day_words(kept)}"
        return NextStep(Status.WAITING, words, "", "", kept.isoformat())
    return NextStep(Status.ANSWER, "Close the request", "close")


def _lapsed_step(progress: Progress) -> NextStep | None:
    """Facts or answers changed after the determination: it is looked at again before anything goes out."""
    if not progress.lapsed or progress.disclosed:
        return None
    due = progress.response_due
    return NextStep(Status.REVIEW, progress.lapsed, progress.lapsed_place, "", due)


def _telling_step(progress: Progress) -> NextStep | None:
    """What stands between the determination and the answer: the customer's notice."""
    due = progress.response_due
    effect = progress.effect
    if progress.disclosed:
        return None
    if effect is NoticeEffect.LOCKED:
        return NextStep(Status.NOTICE, "Ask a lawyer about the notice", "notice", "", due)
    if effect not in TELL_FIRST or not (progress.content or effect is NoticeEffect.TELL_BEFORE_ANY):
        return None
    if not progress.told:
        offered = progress.offer_until
        if effect is NoticeEffect.OFFER_THEN_TELL and offered and progress.today <= offered:
            words = f"Wait: the requester may bring an order until {day_words(offered)}"
            return NextStep(Status.WAITING, words, "", "", offered.isoformat())
        return NextStep(Status.NOTICE, "Send the notice", "notice", "", due)
    if progress.release_on and progress.today < progress.release_on:
        left = (progress.release_on - progress.today).days
        words = f"Wait: customer told, {_count(left, 'day')} left"
        return NextStep(Status.WAITING, words, "", "", progress.release_on.isoformat())
    return None


def _production_step(progress: Progress) -> NextStep:
    due = progress.response_due
    kind = answer_kind(progress.outcome, progress.binding)
    if kind not in progress.answered:
        return NextStep(Status.ANSWER, _issue_words(kind), "letter", kind, due)
    if not progress.disclosed:
        return NextStep(Status.DISCLOSE, "Record the disclosure", "disclosure", "", due)
    return _owed_step(progress) or NextStep(Status.DISCLOSE, "Close the request", "close")


def _owed_step(progress: Progress) -> NextStep | None:
    """A delayed notice that is still owed after the answer."""
    tell_any = progress.effect is NoticeEffect.TELL_BEFORE_ANY
    if progress.told or not (progress.content or tell_any):
        return None
    if progress.effect is NoticeEffect.LOCKED:
        return NextStep(Status.NOTICE, "Ask a lawyer about the notice", "notice")
    if progress.effect in TELL_FIRST:
        due = progress.notify_on or progress.today
        return NextStep(Status.NOTICE, "Send the delayed notice", "notice", "", due.isoformat())
    if progress.effect is NoticeEffect.TELL_LATER and progress.notify_on:
        words = f"Silence; tell the customer on {day_words(progress.notify_on)}"
        return NextStep(Status.SILENT, words, "", "", progress.notify_on.isoformat())
    if progress.review_on:
        words = f"Silence without an end; review on {day_words(progress.review_on)}"
        return NextStep(Status.SILENT, words, "", "", progress.review_on.isoformat())
    return None


_ISSUE = {
    LetterKind.ACKNOWLEDGEMENT: "Issue the acknowledgement",
    LetterKind.DEFICIENCY: "Answer the deficiency",
    LetterKind.OBJECTION: "Issue the objection",
    LetterKind.PARTIAL: "Issue the partial response",
    LetterKind.FULL: "Issue the full response",
    LetterKind.NOTHING_HELD: "Answer that nothing is held",
    LetterKind.PRESERVATION: "Confirm the preservation",
    LetterKind.NOTICE: "Send the notice",
}


def _issue_words(kind: LetterKind) -> str:
    return _ISSUE[kind]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
