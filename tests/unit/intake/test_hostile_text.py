"""Words made to hold the patterns up: every page is answered."""

import pytest

from lerdesk.intake.read import read_facts
from lerdesk.intake.words import PageWords, Word

HEAD = "UNITED STATES DISTRICT COURT\nSEARCH AND SEIZURE WARRANT\nYOU ARE COMMANDED to produce the following records"
UNITS = [
    "A" * 380,
    "1-" * 190,
    "☐ [ ] ( )",
    ") ) ) )",
    "18 U.S.C. § 1343 and",
    "shall not disclose until",
    "Anna Bella Carla",
    "a" * 60 + "@" + "b." * 30,
    "a:b:c:d:e:f:1:2:3",
    "January 1, 2026 to",
    "\u202e\u0000§§§",
]


def page(text, number=1):
    words, top = [], 50.0
    for row, line in enumerate(text.split("\n")):
        left = 72.0
        for word in line.split():
            words.append(Word(word, (left, top, left + 5 * len(word), top + 11), row))
            left += 5 * len(word) + 3
        top = 50.0 if top > 740 else top + 13
    return PageWords(number, 612, 792, tuple(words))


@pytest.mark.parametrize("unit", UNITS)
def test_a_page_of_nothing_else_is_answered(unit):
    filler = "\n".join(" ".join([unit] * 4) for _ in range(150))
    facts, _ = read_facts([page(HEAD), page(filler, 2)])
    assert any(fact.field == "process_type" for fact in facts)


def test_no_words_give_no_facts():
    assert read_facts([]) == ([], [])
    assert read_facts([PageWords(1, 612, 792)]) == ([], [])
