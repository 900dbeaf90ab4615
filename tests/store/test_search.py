"""Search: parts of names, numbers with or without their dashes, hostile words, nothing stale."""

from dataclasses import replace

import pytest

from lerdesk.domain.request import FactState
from lerdesk.store import facts, search
from lerdesk.store.store import Store
from tests.store.making import note, take_in

PAGES = (
    "UNITED STATES DISTRICT COURT Case No. 3:26-mj-70412 LB",
    "Agent María Castellano, (206) 555-0142, order 113-4567890-1234567, account jane.doe@example.com",
)


@pytest.fixture
def filled(store: Store) -> Store:
    with store.writing() as unit:
        document = take_in(unit, b"%PDF", PAGES)
        facts.add(
            unit,
            request_id=document.request_id,
            document_id=document.id,
            field="requester",
            value={"name": "María Castellano", "email": "m.castellano@fbi.example"},
            state=FactState.PROPOSED,
            evidence=None,
            confidence=0.9,
        )
        note(unit)
    return store


def _labels(store: Store, words: str) -> list[str]:
    with store.reading() as unit:
        return [found.label for found in search.find(unit, words, 10)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("astell", "Agent"),
        ("CASTELLANO", "Agent"),
        ("maria", "Agent"),
        ("3:26-mj-70412", "order.pdf, page 1"),
        ("326mj70412", "order.pdf, page 1"),
        ("70412", "order.pdf, page 1"),
        ("2065550142", "order.pdf, page 2"),
        ("206-555-0142", "order.pdf, page 2"),
        ("206.555.0142", "order.pdf, page 2"),
        ("113-4567890-1234567", "order.pdf, page 2"),
        ("11345678901234567", "order.pdf, page 2"),
        ("jane.doe@example.com", "order.pdf, page 2"),
        ("doe@exam", "order.pdf, page 2"),
        ("mj 70412", "order.pdf, page 1"),
        ("castellano 0142", "order.pdf, page 2"),
    ],
)
def test_it_is_found(filled: Store, words: str, first: str) -> None:
    assert _labels(filled, words)[:1] == [first]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "  ",
        "castellano nobody",
        '"',
        '""""',
        "words:castellano",
        "NEAR(a b)",
        "***",
        "AND OR NOT",
        "%%%",
        "___",
        "'; DROP TABLE request; --",
        "\\\\\\",
        "\x00\x00\x00",
        "zz",
    ],
)
def test_hostile_words_find_nothing_and_break_nothing(filled: Store, words: str) -> None:
    assert _labels(filled, words) == []


def test_what_no_longer_holds_is_not_found(filled: Store) -> None:
    with filled.writing() as unit:
        facts.change(unit, replace(facts.get(unit, 1), state=FactState.DISMISSED))
        note(unit)
    assert _labels(filled, "m.castellano") == []
    assert _labels(filled, "castellano") == ["order.pdf, page 2"]


def test_the_find_is_shown_among_its_words() -> None:
    words = "x " * 100 + "the Castellano file " + "y " * 100
    shown = search.around(words, ["CASTELL"])
    assert "the Castellano file" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) < 150


def test_an_endless_word_takes_no_longer_than_its_length() -> None:
    """Were it the square of it, this would not end today."""
    assert search.squeezed("x" * 3_000_000) == ""
    assert search.squeezed("x" * 3_000_000 + " 3:26-mj-70412") == "326mj70412"
