"""Selecting words of one page: by two places of the pointer, or by a caret that steps from word to word. No Qt."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from lerdesk.desk.pages import PageWords, Word
from lerdesk.domain.fact import Box
from lerdesk.ui.pages.values import Selected


@dataclass(frozen=True)
class Range:
    """Words ``anchor`` to ``caret`` of a page, both included and in either order."""

    paper: int
    page: int
    anchor: int
    caret: int

    @property
    def first(self) -> int:
        """The first word's place."""
        return min(self.anchor, self.caret)

    @property
    def last(self) -> int:
        """The last word's place."""
        return max(self.anchor, self.caret)

    def stretched(self, caret: int) -> "Range":
        """The same anchor, another caret."""
        return replace(self, caret=caret)

    def moved(self, caret: int) -> "Range":
        """Collapsed onto one word."""
        return replace(self, anchor=caret, caret=caret)


def nearest(words: PageWords, x: float, y: float, reach: float = 1e9) -> int | None:
    """Place of the word at a point, in points, or of the nearest within ``reach``; lines count before columns."""
    best, found = reach, None
    for place, word in enumerate(words.words):
        left, top, right, bottom = word.box
        across = max(left - x, 0.0, x - right)
        down = max(top - y, 0.0, y - bottom)
        distance = across + 4 * down
        if distance < best or (distance == 0 and found is None):
            best, found = distance, place
            if distance == 0:
                break
    return found


def step(words: PageWords, place: int, lines: int) -> int:
    """The word above or below another, ``lines`` away, as near in the column as may be."""
    numbers = sorted({word.line for word in words.words})
    here = words.words[place]
    at = bisect_left(numbers, here.line) + lines
    if not 0 <= at < len(numbers):
        return 0 if at < 0 else len(words.words) - 1
    middle = (here.box[0] + here.box[2]) / 2
    on_line = [i for i, word in enumerate(words.words) if word.line == numbers[at]]
    return min(
        on_line, key=lambda i: abs((words.words[i].box[0] + words.words[i].box[2]) / 2 - middle)
    )


def selected(words: PageWords, chosen: Range) -> Selected:
    """The words of a range with one box a line."""
    picked = words.words[chosen.first : chosen.last + 1]
    return Selected(
        chosen.paper,
        chosen.page,
        " ".join(word.text for word in picked),
        tuple(line_boxes(picked)),
    )


def line_boxes(words: tuple[Word, ...]) -> Iterator[Box]:
    """One box for the words of each line."""
    for _, group in groupby(words, key=lambda word: word.line):
        boxes = [word.box for word in group]
        yield (
            min(box[0] for box in boxes),
            min(box[1] for box in boxes),
            max(box[2] for box in boxes),
            max(box[3] for box in boxes),
        )


def finds(words: PageWords, sought: str) -> Iterator[tuple[int, int]]:
    """First and last word of each place where the page says ``sought``, whatever its case and spaces."""
    needle = "".join(sought.casefold().split())
    if not needle:
        return
    starts: list[int] = []
    text = ""
    for word in words.words:
        starts.append(len(text))
        text += "".join(word.text.casefold().split())
    at = text.find(needle)
    while at >= 0:
        end = at + len(needle) - 1
        yield _holding(starts, at), _holding(starts, end)
        at = text.find(needle, at + len(needle))


def _holding(starts: list[int], at: int) -> int:
    place = bisect_left(starts, at + 1) - 1
    return max(place, 0)
