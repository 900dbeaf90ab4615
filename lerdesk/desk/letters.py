"""Letters: draft, save, see the page, issue, export."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from lerdesk.base.errors import Refused
from lerdesk.base.written import day_words
from lerdesk.desk.composing import (
    Papers,
    blocking,
    compose_paper,
    frozen_pdf,
    issued_already,
    page_pdf,
    papers_of,
    recompose_in,
    title_of,
)
from lerdesk.desk.progress import due_of
from lerdesk.desk.recording import acting
from lerdesk.desk.session import Desk, DueView
from lerdesk.desk.views import Blocking
from lerdesk.domain.records import RecordedLetter
from lerdesk.domain.status import answer_kind
from lerdesk.domain.vocabulary import LetterKind, Outcome

if TYPE_CHECKING:
    from lerdesk.desk.recording import Act


@dataclass(frozen=True)
class SpanView:
    """Part of the template's text; kind "template" or "field". Offsets count characters of ``template_text``."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class DraftView:
    """A letter or notice under edit.

    Attributes:
        markdown: the text as it stands.
        template_text: the text as composed, with ``spans``; the rest is the reviewer's.
        may_go: "since today", "when the second person has approved".
        must_go: "by Fri 27 Nov 2026", or empty.
        issue_words: "Issuing gives it the number L-2026-000655 and freezes it."
        outdated: the records changed since it was composed, in words; ``recompose`` takes them in.
    """

    letter_id: int
    request_id: int
    reference: str
    kind: LetterKind
    title: str
    to: str
    language: str
    may_go: str
    must_go: str
    markdown: str
    template_text: str
    spans: tuple[SpanView, ...]
    blocking: tuple[Blocking, ...]
    issue_words: str
    outdated: str | None
    due: DueView
    silence: str | None
    number: str | None = None
    issued_at: datetime | None = None


@dataclass(frozen=True)
class Issued:
    """An issued paper.

    Attributes:
        file_name: "L-2026-000655-partial.pdf".
    """

    letter_id: int
    number: str
    kind: LetterKind
    file_name: str
    pdf: bytes


def kinds(desk: Desk, request_id: int) -> tuple[tuple[LetterKind, str, bool], ...]:
    """The kinds that fit this request now: kind, title, whether it is the one proposed."""
    papers = papers_of(desk, request_id)
    proposed = _proposed(papers)
    fitting = [proposed] if proposed else []
    if not any(papers.case.issued(LetterKind.ACKNOWLEDGEMENT)):
        fitting.append(LetterKind.ACKNOWLEDGEMENT)
    if papers.found.process and papers.found.process.preserves_only:
        fitting.append(LetterKind.PRESERVATION)
    if papers.found.decision and papers.found.failed:
        fitting.append(LetterKind.DEFICIENCY)
    return tuple((kind, title_of(kind), kind is proposed) for kind in dict.fromkeys(fitting))


def _proposed(papers: Papers) -> LetterKind | None:
    standing = papers.case.determination
    if standing is None or not standing.kind:
        return None
    return answer_kind(Outcome(standing.kind), standing.binding, failed=papers.found.failed)


def draft(
    desk: Desk, request_id: int, kind: LetterKind, variant: str = "", to: str = ""
) -> DraftView:
    """Compose the letter, or open the draft or the issued letter that is there.

    Raises:
        Refused: the request is closed.
    """
    papers = papers_of(desk, request_id)
    for letter in reversed(papers.case.letters):
        same = (letter.kind, letter.variant) == (kind, variant) and (not to or letter.to == to)
        if letter.state == "draft" and same:
            return _view(desk, papers, letter)
    if (there := issued_already(papers.case, kind)) is not None:
        return _view(desk, papers, there)
    return draft_anew(desk, papers, kind, variant, to)


def draft_anew(
    desk: Desk, papers: Papers, kind: LetterKind, variant: str = "", to: str = ""
) -> DraftView:
    """Compose a new draft.

    Raises:
        Refused: the request is closed.
    """
    from lerdesk.store import letters

    request_id = papers.case.request.id
    composed = compose_paper(desk, papers, kind, variant, to)
    with acting(desk, request_id, "letter.draft") as act:
        letter = letters.add_draft(
            act.unit,
            request_id,
            kind=kind.value,
            variant=variant,
            language="en",
            title=title_of(kind, variant),
            to=composed.to,
            markdown=composed.markdown,
            composed=composed.markdown,
            spans=composed.spans,
            basis=composed.basis,
            template=composed.template,
            at=act.now,
        )
        act.words = f"Drafted: {letter.title}"
        act.details = {"letter": letter.id, "kind": kind.value, "template": composed.template}
    return load(desk, letter.id)


def load(desk: Desk, letter_id: int) -> DraftView:
    """A draft or issued letter as it stands."""
    from lerdesk.store import letters

    with desk.store.reading() as unit:
        letter = letters.get(unit, letter_id)
    return _view(desk, papers_of(desk, letter.request_id), letter)


def _view(desk: Desk, papers: Papers, letter: RecordedLetter) -> DraftView:
    found = papers.found
    waits = blocking(desk, papers, letter)
    outdated = next((each.words for each in waits if each.rule == "draft"), None)
    return DraftView(
        letter_id=letter.id,
        request_id=letter.request_id,
        reference=papers.case.request.reference,
        kind=LetterKind(letter.kind),
        title=letter.title,
        to=letter.to,
        language="English",
        may_go=papers.may_go(letter),
        must_go=papers.must_go(letter),
        markdown=letter.markdown,
        template_text=letter.composed,
        spans=tuple(SpanView(*span) for span in letter.spans),
        blocking=waits,
        issue_words=papers.issue_words(letter),
        outdated=outdated,
        due=due_of(found),
        silence=found.silence_words,
        number=letter.number,
        issued_at=letter.issued_at,
    )


def recompose(desk: Desk, letter_id: int) -> DraftView:
    """Compose anew from the records; the reviewer's sentences are kept where their place still is."""
    from lerdesk.store import letters

    with desk.store.reading() as unit:
        letter = letters.get(unit, letter_id)
    papers = papers_of(desk, letter.request_id)
    with acting(desk, letter.request_id, "letter.recompose") as act:
        recompose_in(desk, act, papers, letter, letter.title)
        act.words = f"Took the present records into the draft: {letter.title}"
        act.details = {"letter": letter_id}
    return load(desk, letter_id)


def save(desk: Desk, letter_id: int, markdown: str) -> None:
    """Keep the text as typed (called within a second of typing; not journalled)."""
    from lerdesk.store import letters

    with desk.store.writing(journalled=False) as unit:
        letters.save_text(unit, letter_id, markdown, desk.clock.now())


def page(desk: Desk, letter_id: int, markdown: str) -> bytes:
    """The real page as PDF, marked as a draft, of text that need not be saved yet.

    Raises:
        UserFacingError: a character that no font has, named.
    """
    from lerdesk.store import letters

    with desk.store.reading() as unit:
        letter = letters.get(unit, letter_id)
        if letter.state == "issued":
            return letters.pdf(unit, letter_id)
    return page_pdf(desk, papers_of(desk, letter.request_id), letter, markdown)


def issue(desk: Desk, letter_id: int) -> Issued:
    """Give the letter its number, freeze its bytes and hash, write the journal.

    Raises:
        Refused: what blocks it. ``partial`` and ``full`` pass the gates of a disclosure.
    """
    from lerdesk.store import letters

    with desk.store.reading() as unit:
        letter = letters.get(unit, letter_id)
    if letter.kind == LetterKind.NOTICE:
        raise Refused("A notice says how it goes.", "Nothing was issued.", "Issue it as a notice.")
    with acting(desk, letter.request_id, "letter.issue") as act:
        return issue_in(desk, act, letter_id)


def issue_in(desk: Desk, act: "Act", letter_id: int) -> Issued:
    """Issue within an act that is under way (a notice adds when it was sent)."""
    from hashlib import sha256

    from lerdesk.store import letters

    letter = letters.get(act.unit, letter_id)
    if letter.state != "draft":
        raise Refused(f"It is {letter.state} already.", "Nothing was issued.")
    papers = Papers.within(desk, act)
    for obstacle in blocking(desk, papers, letter):
        raise Refused(obstacle.words, "Nothing was issued; the draft is kept.")
    number = letters.next_number(act.unit, act.case.local_day(act.now).year)
    pdf = frozen_pdf(desk, papers, letter, number)
    digest = sha256(pdf).hexdigest()
    letters.issue(
        act.unit,
        letter_id,
        number=number,
        at=act.now,
        by=act.actor.name,
        pdf=pdf,
        sha256=digest,
    )
    act.words = f"Issued {number}: {letter.title}"
    act.details = {"letter": letter_id, "number": number, "kind": letter.kind, "sha256": digest}
    return _issued(letter, number, pdf)


def _issued(letter: RecordedLetter, number: str, pdf: bytes) -> Issued:
    kind = LetterKind(letter.kind)
    return Issued(letter.id, number, kind, f"{number}-{kind.value}.pdf", pdf)


def issued(desk: Desk, letter_id: int) -> Issued:
    """The frozen bytes again.

    Raises:
        Refused: it is not issued.
    """
    from lerdesk.store import letters

    with desk.store.reading() as unit:
        letter = letters.get(unit, letter_id)
        if letter.number is None:
            raise Refused("It is a draft and has no number.", do="Issue it first.")
        return _issued(letter, letter.number, letters.pdf(unit, letter_id))


def issued_papers(desk: Desk) -> tuple[Issued, ...]:
    """Every issued letter and notice with its frozen bytes, in the order of their numbers."""
    from lerdesk.store import letters

    with desk.store.reading() as unit:
        rows = sorted((each.number, each) for each in letters.all(unit) if each.number)
        return tuple(_issued(each, number, letters.pdf(unit, each.id)) for number, each in rows)


def discard(desk: Desk, letter_id: int) -> None:
    """Throw a draft away; journalled.

    Raises:
        Refused: it is issued.
    """
    from lerdesk.store import letters

    with desk.store.reading() as unit:
        letter = letters.get(unit, letter_id)
    with acting(desk, letter.request_id, "letter.discard") as act:
        if letter.state != "draft":
            raise Refused("An issued letter is never thrown away.", "It stands.")
        letters.discard(act.unit, letter_id)
        act.words = f"Threw the draft away: {letter.title}"
        act.details = {"letter": letter_id}


def delivered(desk: Desk, letter_id: int, on: date, means: str) -> None:
    """How and when it went.

    Raises:
        Refused: it is not issued.
    """
    from lerdesk.base.text import clean
    from lerdesk.store import letters

    with desk.store.reading() as unit:
        letter = letters.get(unit, letter_id)
    with acting(desk, letter.request_id, "letter.delivered", closed=True) as act:
        if letter.number is None:
            raise Refused("It is a draft and went nowhere.", "Nothing was changed.")
        letters.delivered(act.unit, letter_id, on, clean(means, limit=120))
        act.words = f"{letter.number} went on {day_words(on)}, {clean(means, limit=120)}"
        act.details = {"letter": letter_id, "on": on.isoformat(), "means": means}
