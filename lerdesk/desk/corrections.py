"""A second letter of a kind never goes by itself: it corrects the issued one or adds to it, and names it."""

from dataclasses import replace
from typing import Literal, TypeAlias

from lerdesk.base.errors import Refused
from lerdesk.desk import letters as letter_desk
from lerdesk.desk.case_file import gather
from lerdesk.desk.composing import Papers, papers_of, recompose_in, title_of
from lerdesk.desk.letters import DraftView
from lerdesk.desk.recording import acting
from lerdesk.desk.session import Desk
from lerdesk.domain.vocabulary import LetterKind

Purpose: TypeAlias = Literal["correction", "further"]
_VERBS = {"correction": "corrects", "further": "adds to"}


def name_earlier(desk: Desk, letter_id: int, purpose: Purpose) -> DraftView:
    """Let a draft correct the last issued letter of its kind, or add to it; the draft then names that letter.

    Raises:
        Refused: none of its kind was issued; it is no draft; it is a notice.
    """
    from lerdesk.store import letters

    with desk.store.reading() as unit:
        letter = letters.get(unit, letter_id)
    with acting(desk, letter.request_id, "letter.names") as act:
        if letter.kind == LetterKind.NOTICE:
            raise Refused("A notice names no other.", "Nothing was changed.", "Issue it anew.")
        if letter.state != "draft":
            raise Refused("An issued letter never changes.", "It stands.", "Draft a new one.")
        issued = tuple(act.case.issued(letter.kind))
        if not issued:
            raise Refused(
                "No letter of this kind was issued.", "Nothing was changed.", "Issue it as it is."
            )
        earlier = issued[-1]
        letters.set_earlier(act.unit, letter_id, earlier.id, purpose)
        letter = letters.get(act.unit, letter_id)
        papers = Papers.within(desk, replace(act, case=gather(act.unit, letter.request_id)))
        said = f"{_VERBS[purpose]} {earlier.number}"
        title = f"{title_of(LetterKind(letter.kind))}, {said}"
        recompose_in(desk, act, papers, letter, title)
        act.words = f"The draft {said}"
        act.details = {"letter": letter_id, "earlier": earlier.id, "purpose": purpose}
    return letter_desk.load(desk, letter_id)


def again(desk: Desk, letter_id: int, purpose: Purpose) -> DraftView:
    """A draft that corrects the issued letter of this one's kind, or adds to it: this one, or a new draft.

    Raises:
        Refused: as ``name_earlier``; the request is closed.
    """
    from lerdesk.store import letters

    with desk.store.reading() as unit:
        letter = letters.get(unit, letter_id)
        drafts = [
            each.id
            for each in letters.of_request(unit, letter.request_id)
            if (each.kind, each.variant, each.state) == (letter.kind, letter.variant, "draft")
        ]
    if letter.state == "draft":
        return name_earlier(desk, letter_id, purpose)
    if drafts:
        return name_earlier(desk, drafts[-1], purpose)
    if letter.kind == LetterKind.NOTICE:
        raise Refused("A notice names no other.", "Nothing was drafted.", "Issue it anew.")
    papers = papers_of(desk, letter.request_id)
    draft = letter_desk.draft_anew(desk, papers, LetterKind(letter.kind), letter.variant)
    return name_earlier(desk, draft.letter_id, purpose)
