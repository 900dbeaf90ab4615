"""Reasons that are being typed: kept as they are typed, told after a program that was killed."""

import pytest

from lerdesk.base.clock import MovableClock
from lerdesk.desk import half_typed, letters
from lerdesk.desk.recovery import recovered
from lerdesk.desk.session import Desk
from lerdesk.domain.vocabulary import LetterKind
from lerdesk.store import journal
from tests.desk.builders import a_request


def test_words_are_kept_until_they_are_let_go(desk: Desk) -> None:
    request, other = a_request(desk), a_request(desk)
    for words in ("T", "Too", "Too wide:\nall of it"):
        half_typed.keep(desk, request, {"reason:2": words})
    half_typed.keep(desk, request, {"conduct": "Sold"})
    half_typed.keep(desk, None, {"letterhead:company": "North", "letterhead:footer": "One"})
    half_typed.keep(desk, None, {"letterhead:company": "Northwind", "letterhead:footer": ""})
    assert half_typed.kept(desk, None) == {"letterhead:company": "Northwind"}
    assert half_typed.kept(desk, request) == {"reason:2": "Too wide:\nall of it", "conduct": "Sold"}
    assert half_typed.kept(desk, other) == {}
    half_typed.keep(desk, request, {"reason:2": ""})
    assert half_typed.kept(desk, request) == {"conduct": "Sold"}
    with desk.store.reading() as unit:
        assert journal.verify(unit).broken is None


def test_what_was_typed_last_is_told_after_a_bad_end(desk: Desk, clock: MovableClock) -> None:
    request = a_request(desk)
    letter = letters.draft(desk, request, LetterKind.ACKNOWLEDGEMENT).letter_id
    clock.advance(minutes=1)
    half_typed.keep(desk, request, {"reason:2": "Too wide"})
    assert recovered(desk) is None
    desk.store.ended_unclean = True
    told = recovered(desk)
    assert told is not None
    assert "The reason of item 2 in LER-2026-000001, saved at 09:01 is here." in str(told.words)
    assert (told.place, told.request_id, told.target) == ("review", request, "typed:reason:2")
    clock.advance(minutes=1)
    letters.save(desk, letter, "# Typed after it")
    told = recovered(desk)
    assert told is not None
    assert (told.place, told.target) == ("letters", str(letter))
    clock.advance(minutes=1)
    half_typed.keep(desk, None, {"letterhead:footer": "Begun"})
    told = recovered(desk)
    assert told is not None
    assert "The letterhead as it was being changed, saved at 09:03 is here." in str(told.words)
    assert (told.place, told.request_id) == ("settings", None)


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("narrow:3:first", "the days of item 3"),
        ("demand:3:targets", "what was mended of item 3"),
        ("demand:0:words", "a demand that was being added"),
        ("history:close", "a reason for the history"),
        ("note:E105", "the note to a question"),
    ],
)
def test_a_field_is_told_in_words(field: str, words: str) -> None:
    assert half_typed.field_words(field) == words
