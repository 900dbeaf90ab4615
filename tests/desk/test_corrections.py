"""A second letter of a kind never goes by itself: it corrects the issued one or adds to it, and names it."""

import pytest

from lerdesk.base.clock import MovableClock
from lerdesk.base.errors import Refused
from lerdesk.desk import corrections, determination, letters
from lerdesk.desk.corrections import Purpose
from lerdesk.desk.session import Desk
from lerdesk.domain.vocabulary import LetterKind
from lerdesk.store import verification
from tests.desk.builders import (
    NAME,
    YEAR,
    a_request,
    answered,
    case_of,
    decided,
    determined,
    disclosed,
    filled,
    sent,
)
from tests.desk.test_letters import _text

SUBPOENA = "US_GJ_FED"
_DECIDED = {
    LetterKind.FULL: "produce",
    LetterKind.OBJECTION: "object",
    LetterKind.NOTHING_HELD: "nothing_held",
}


def _numbers(desk: Desk, request: int) -> list[str | None]:
    return [each.number for each in case_of(desk, request).letters if each.number]


def _answered_by(desk: Desk, kind: LetterKind) -> int:
    if kind is LetterKind.PRESERVATION:
        return answered(desk, a_request(desk, "US_PRESERVE_2703F"))
    if kind is LetterKind.DEFICIENCY:
        request = answered(desk, a_request(desk, SUBPOENA), E003="no")
        determination.determine(desk, request)
        return request
    asked = ((NAME, *YEAR), ("C08", *YEAR))
    if kind is LetterKind.PARTIAL:
        return determined(desk, a_request(desk, SUBPOENA, asked), "produce", "object")
    word = _DECIDED.get(kind, "produce")
    return determined(desk, a_request(desk, SUBPOENA, asked), word, word)


@pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind is not LetterKind.NOTICE])
def test_a_second_letter_of_a_kind_opens_the_issued_one_and_goes_only_as_a_correction(
    desk: Desk, kind: LetterKind
) -> None:
    request = _answered_by(desk, kind)
    first = sent(desk, request, kind)
    again = letters.draft(desk, request, kind)
    assert (again.letter_id, again.number) == (first.letter_id, first.number)
    with pytest.raises(Refused, match="issued already"):
        letters.issue(desk, again.letter_id)
    assert _numbers(desk, request) == [first.number]
    view = corrections.again(desk, first.letter_id, "correction")
    assert view.title.endswith(f"corrects {first.number}")
    paper = letters.issue(desk, filled(desk, view.letter_id))
    said = (
        f"This letter corrects our letter {first.number} of November 24, 2026 and takes its place."
    )
    assert said in _text(paper.pdf)
    assert letters.issued(desk, first.letter_id).pdf == first.pdf
    assert verification.verify(desk.store).broken is None


def test_a_draft_that_was_begun_before_is_blocked_until_it_names_the_issued_one(desk: Desk) -> None:
    request = _answered_by(desk, LetterKind.FULL)
    first = sent(desk, request, LetterKind.FULL)
    papers = letters.papers_of(desk, request)
    second = letters.draft_anew(desk, papers, LetterKind.FULL)
    (obstacle,) = [each for each in second.blocking if each.rule == "issued"]
    assert f"{first.number} was issued on 24 Nov 2026." in obstacle.words
    assert obstacle.mend is not None
    assert obstacle.other is not None
    assert (obstacle.mend.target, obstacle.other.target) == ("correction", "further")
    with pytest.raises(Refused, match="A correction is a new letter that names it"):
        letters.issue(desk, filled(desk, second.letter_id))
    view = corrections.name_earlier(desk, second.letter_id, "further")
    assert f"This letter adds to our letter {first.number}" in view.markdown
    letters.save(desk, view.letter_id, view.markdown.replace(str(first.number), "L-1"))
    with pytest.raises(Refused, match=f"does not name {first.number}"):
        letters.issue(desk, view.letter_id)
    letters.recompose(desk, view.letter_id)
    letters.save(desk, view.letter_id, view.markdown)
    third = letters.issue(desk, filled(desk, view.letter_id))
    assert _numbers(desk, request) == [first.number, third.number]


@pytest.mark.parametrize("purpose", ["correction", "further"])
def test_nothing_is_named_where_nothing_was_issued(desk: Desk, purpose: Purpose) -> None:
    request = _answered_by(desk, LetterKind.FULL)
    view = letters.draft(desk, request, LetterKind.FULL)
    with pytest.raises(Refused, match="No letter of this kind was issued"):
        corrections.again(desk, view.letter_id, purpose)


def test_a_further_letter_after_the_disclosure_carries_the_files_and_the_certificate(
    desk: Desk,
) -> None:
    request = _answered_by(desk, LetterKind.FULL)
    first = sent(desk, request, LetterKind.FULL)
    assert "Annex" not in _text(first.pdf)
    disclosed(desk, request, 1, 2)
    view = corrections.again(desk, first.letter_id, "further")
    text = _text(letters.issue(desk, filled(desk, view.letter_id)).pdf)
    for words in (f"adds to our letter {first.number}", "Annex 1", "Annex 2", "item-1.zip"):
        assert words in text


def test_the_answer_to_another_determination_goes_by_itself(
    desk: Desk, clock: MovableClock
) -> None:
    request = _answered_by(desk, LetterKind.FULL)
    sent(desk, request, LetterKind.FULL)
    clock.advance(days=1)
    determination.reopen(desk, request, "Looked at again.")
    decided(desk, request, "produce", "produce")
    determination.determine(desk, request)
    clock.advance(days=1)
    assert sent(desk, request, LetterKind.FULL).number == "L-2026-000002"
