"""A served file's text as one string in which every character knows its place on the page."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from lerdesk.domain.fact import Box, Evidence
from lerdesk.intake.furniture import sort_out
from lerdesk.intake.layout import Line, Token, around, lines_of
from lerdesk.intake.words import PageWords

_QUOTE_CHARS = 400


def squeezed(text: str) -> str:
    """Letters and digits alone, for comparing what was printed in different ways."""
    return re.sub(r"[\W_]+", "", text).casefold()


@dataclass(frozen=True)
class Place:
    """Where a line begins and ends in the text."""

    start: int
    end: int
    line: Line


class Document:
    """Lines, their text, and evidence for any stretch of it.

    Attributes:
        pages: the pages as given.
        places: the lines of the text, in reading order, with their places in it.
        aside: lines that are not text: headers, stamps, form numbers.
        text: the lines joined by line breaks; wide spaces are tabulators.
    """

    def __init__(self, pages: Sequence[PageWords]) -> None:
        self.pages = {page.number: page for page in pages}
        lines = sort_out([(page.height, lines_of(page)) for page in pages])
        self.aside = [line for line in lines if line.part != "body"]
        self.places: list[Place] = []
        self._starts: list[int] = []
        self._tokens: list[Token] = []
        parts: list[str] = []
        at = 0
        for line in lines:
            if line.part != "body":
                continue
            start = at
            for number, token in enumerate(line.tokens):
                if number:
                    parts.append("\t" if number in line.gaps else " ")
                    at += 1
                self._starts.append(at)
                self._tokens.append(token)
                parts.append(token.text)
                at += len(token.text)
            self.places.append(Place(start, at, line))
            parts.append("\n")
            at += 1
        self.text = "".join(parts)

    @cached_property
    def line_starts(self) -> list[int]:
        """Where each line begins in the text."""
        return [place.start for place in self.places]

    def line_at(self, offset: int) -> int:
        """The number of the line that holds the character at ``offset``."""
        return max(0, bisect_right(self.line_starts, offset) - 1)

    def tokens(self, start: int, end: int) -> list[Token]:
        """The words that the stretch touches."""
        first = max(0, bisect_right(self._starts, start) - 1)
        found = []
        for number in range(first, len(self._tokens)):
            if self._starts[number] >= end:
                break
            if self._starts[number] + len(self._tokens[number].text) > start:
                found.append(self._tokens[number])
        return found

    def evidence(self, start: int, end: int) -> Evidence:
        """The place of a stretch of the text."""
        return self.evidence_of(self.tokens(start, end))

    def evidence_of(self, tokens: Sequence[Token]) -> Evidence:
        """The place of some words: their page, the longest run that the file holds in one piece.

        Raises:
            ValueError: no words are given.
        """
        if not tokens:
            raise ValueError("evidence needs words")
        runs: list[list[Token]] = [[tokens[0]]]
        for token in tokens[1:]:
            last = runs[-1][-1]
            if token.page == last.page and token.place == last.place + 1:
                runs[-1].append(token)
            else:
                runs.append([token])
        run = max(runs, key=lambda each: sum(len(t.text) for t in each))
        page = run[0].page
        quote = ""
        for token in run:
            if len(quote) + len(token.text) > _QUOTE_CHARS:
                break
            quote = f"{quote} {token.text}" if quote else token.text
        same_page = [token for token in tokens if token.page == page]
        return Evidence(page, quote, tuple(_line_boxes(same_page)))

    def squeezed_page(self, number: int) -> str:
        """A page's words without spaces and marks, in the file's own order."""
        return squeezed(self.pages[number].text)


def _line_boxes(tokens: Sequence[Token]) -> list[Box]:
    rows: list[list[Token]] = []
    for token in tokens:
        if rows:
            last = rows[-1][-1].box
            middle = (token.box[1] + token.box[3]) / 2
            if last[1] <= middle <= last[3] and token.box[0] >= last[0]:
                rows[-1].append(token)
                continue
        rows.append([token])
    return [around(token.box for token in row) for row in rows[:40]]
