"""Letters: draft, save, see the page, issue, export."""

from dataclasses import dataclass
from datetime import date, datetime

from lerdesk.desk.session import Desk, DueView, Step
from lerdesk.domain.vocabulary import LetterKind


@dataclass(frozen=True)
class Blocking:
    """One thing that stands in the way of issuing.

    Attributes:
        words: what is wrong.
        rule: the promise or rule, quiet.
        mend: where it is mended.
    """

    words: str
    rule: str
    mend: Step | None


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
class LetterRow:
    """One row of the Letters place."""

    letter_id: int
    request_id: int
    reference: str
    kind: LetterKind
    title: str
    to: str
    number: str | None
    state: str
    at: datetime


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
    raise NotImplementedError


def draft(desk: Desk, request_id: int, kind: LetterKind) -> DraftView:
    """Compose the letter, or open the draft that is there."""
    raise NotImplementedError


def load(desk: Desk, letter_id: int) -> DraftView:
    """A draft or issued letter as it stands."""
    raise NotImplementedError


def recompose(desk: Desk, letter_id: int) -> DraftView:
    """Compose anew from the records; the reviewer's sentences are kept where their place still is."""
    raise NotImplementedError


def save(desk: Desk, letter_id: int, markdown: str) -> None:
    """Keep the text as typed (called within a second of typing; not journalled)."""
    raise NotImplementedError


def page(desk: Desk, letter_id: int, markdown: str) -> bytes:
    """The real page as PDF, marked as a draft, of text that need not be saved yet.

    Raises:
        UserFacingError: a character that no font has, named.
    """
    raise NotImplementedError


def issue(desk: Desk, letter_id: int) -> Issued:
    """Give the letter its number, freeze its bytes and hash, write the journal.

    Raises:
        Refused: what blocks it. ``partial`` and ``full`` pass the gates of a disclosure.
    """
    raise NotImplementedError


def issued(desk: Desk, letter_id: int) -> Issued:
    """The frozen bytes again."""
    raise NotImplementedError


def discard(desk: Desk, letter_id: int) -> None:
    """Throw a draft away; journalled."""
    raise NotImplementedError


def delivered(desk: Desk, letter_id: int, on: date, means: str) -> None:
    """How and when it went."""
    raise NotImplementedError


def queue(desk: Desk) -> tuple[LetterRow, ...]:
    """Drafts first, then issued letters, newest first."""
    raise NotImplementedError
