"""The Letters place's rows: what waits to be written, what is begun, what went out."""

from dataclasses import dataclass
from datetime import datetime

from lerdesk.desk.composing import title_of
from lerdesk.desk.session import Desk
from lerdesk.domain.vocabulary import LetterKind


@dataclass(frozen=True)
class LetterRow:
    """One row of the Letters place.

    Attributes:
        letter_id: 0 for an answer that waits to be written.
        state: "due" for such a one, else the letter's.
        at: when it was issued, or saved; None for such a one.
    """

    letter_id: int
    request_id: int
    reference: str
    kind: LetterKind
    title: str
    to: str
    number: str | None
    state: str
    at: datetime | None


def queue(desk: Desk) -> tuple[LetterRow, ...]:
    """What waits to be written, then drafts, then issued letters, newest first; notices have their own queue."""
    from lerdesk.store import inbox, letters, requests

    with desk.store.reading() as unit:
        rows = [each for each in letters.all(unit) if each.kind != LetterKind.NOTICE]
        names = {each.request_id: requests.get(unit, each.request_id).reference for each in rows}
        waiting = inbox.rows(unit, inbox.waiting_for_letter(unit))
    begun = {(each.request_id, each.kind) for each in rows if each.state == "draft"}
    due = tuple(
        LetterRow(
            0,
            each.id,
            each.reference,
            LetterKind(each.target),
            title_of(LetterKind(each.target)),
            each.agency,
            None,
            "due",
            None,
        )
        for each in waiting
        if each.place == "letter" and (each.id, each.target) not in begun
    )
    return due + tuple(
        LetterRow(
            each.id,
            each.request_id,
            names[each.request_id],
            LetterKind(each.kind),
            each.title,
            each.to,
            each.number,
            each.state,
            each.issued_at or each.saved_at,
        )
        for each in rows
    )
