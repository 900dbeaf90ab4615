"""From words with boxes to lines in reading order: captions in columns, struck words left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from lerdesk.domain.fact import Box
from lerdesk.intake.words import PageWords, Word

#: no word of a paper is longer; what is, was made to hold the patterns up
_WORD_CHARS = 160
#: marks that legal captions divide their two columns with
_DIVIDERS = frozenset({")", "§", ":", "|", "}", "]", "(", "*", "):", "//", "¦", "│"})


class Token(NamedTuple):
    """A word on its page: ``page`` is its number, ``place`` its number in the file's own order."""

    text: str
    box: Box
    page: int
    place: int


@dataclass(frozen=True)
class Line:
    """Words side by side on one line.

    Attributes:
        tokens: from left to right; never empty.
        column: ``left`` or ``right`` of a caption's divider, else empty.
        gaps: places in ``tokens`` before which a wide space stands.
        part: what the line belongs to; see ``lerdesk.intake.furniture``.
    """

    tokens: tuple[Token, ...]
    column: str = ""
    gaps: frozenset[int] = frozenset()
    part: str = "body"

    @property
    def page(self) -> int:
        """Number of the page."""
        return self.tokens[0].page

    @cached_property
    def box(self) -> Box:
        """The place of the whole line."""
        return around(token.box for token in self.tokens)

    @cached_property
    def text(self) -> str:
        """The words, wide spaces as tabulators."""
        out = [self.tokens[0].text]
        for number, token in enumerate(self.tokens[1:], 1):
            out += ["\t" if number in self.gaps else " ", token.text]
        return "".join(out)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around others."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def lines_of(page: PageWords) -> list[Line]:
    """The page's lines in reading order, without struck and turned words."""
    upright = [
        (place, word)
        for place, word in enumerate(page.words)
        if not word.turned and not _is_struck(word, page.struck)
    ]
    upright = _without_line_numbers(upright, page)
    tokens = [
        Token(word.text[:_WORD_CHARS], word.box, page.number, place) for place, word in upright
    ]
    raw_lines = {place: word.line for place, word in upright}
    divider = _divider(tokens)
    rows = _file_order(tokens, raw_lines)
    if _is_scrambled(rows):
        rows = _rows(tokens)
    lines = [_line(row) for row in _side_by_side(rows)]
    return _with_caption(lines, divider) if divider else lines


def _is_struck(word: Word, struck: Sequence[Box]) -> bool:
    left, top, right, bottom = word.box
    high = bottom - top
    for line in struck:
        middle = (line[1] + line[3]) / 2
        if top + 0.32 * high < middle < top + 0.7 * high and min(right, line[2]) - max(
            left, line[0]
        ) > 0.6 * (right - left):
            return True
    return False


def _without_line_numbers(words: list[tuple[int, Word]], page: PageWords) -> list[tuple[int, Word]]:
    """Pleading paper numbers its lines down the left margin: 1 to 28."""
    edge = 0.16 * page.width
    numbers = [
        (place, word)
        for place, word in words
        if word.text.isdigit() and int(word.text[:3]) <= 32 and word.box[2] < edge
    ]
    if len(numbers) < 15:
        return words
    lefts = sorted(word.box[2] for _, word in numbers)
    usual = lefts[len(lefts) // 2]
    drop = {place for place, word in numbers if abs(word.box[2] - usual) < 8}
    return (
        [(place, word) for place, word in words if place not in drop] if len(drop) >= 15 else words
    )


def _divider(tokens: Sequence[Token]) -> tuple[float, float, float] | None:
    """Where a caption's dividing marks stand: x, top, bottom; None where there are none."""
    marks = [token for token in tokens if token.text in _DIVIDERS]
    brackets = [token for token in tokens if token.text in _BRACKETS]
    marks = [mark for mark in marks if not _is_box(mark, brackets)]
    columns: dict[tuple[str, int], list[Token]] = {}
    for mark in marks:
        # a column's marks may stand on either side of a rounding
        for slot in {round(mark.box[0] / 6), round(mark.box[0] / 6 + 0.5)}:
            columns.setdefault((mark.text, slot), []).append(mark)
    best: list[Token] = []
    for same in columns.values():
        same.sort(key=lambda each: each.box[1])
        run: list[Token] = []
        for each in same:
            if run and each.box[1] - run[-1].box[1] >= 46:
                run = []
            run.append(each)
            if len(run) > len(best):
                best = run
    if len(best) < 3:
        return None
    return best[0].box[0], best[0].box[1] - 4, best[-1].box[3] + 4


_BRACKETS = {"(": ")", ")": "(", "[": "]", "]": "["}


def _is_box(mark: Token, brackets: Sequence[Token]) -> bool:
    """Whether a bracket is one of a box's two: ( X )."""
    return any(
        other.text == _BRACKETS.get(mark.text)
        and abs(other.box[1] - mark.box[1]) < 3
        and abs(other.box[0] - mark.box[0]) < 34
        for other in brackets
    )


def _file_order(tokens: Sequence[Token], raw_lines: dict[int, int]) -> list[list[Token]]:
    rows: list[list[Token]] = []
    last = None
    for token in tokens:
        if last is not None and raw_lines[token.place] == raw_lines[last.place]:
            rows[-1].append(token)
        else:
            rows.append([token])
        last = token
    return rows


def _is_scrambled(rows: Sequence[Sequence[Token]]) -> bool:
    """Whether the file's own order jumps up the page too often to be a reading order."""
    tops = [row[0].box[1] for row in rows]
    back = sum(later < earlier - 20 for earlier, later in pairwise(tops))
    return len(rows) > 8 and back > 0.3 * len(rows)


def _rows(tokens: Sequence[Token]) -> list[list[Token]]:
    """Words to rows by their height on the page alone."""
    rows: list[list[Token]] = []
    for token in sorted(tokens, key=lambda each: (_middle(each.box), each.box[0])):
        if rows and abs(_middle(rows[-1][-1].box) - _middle(token.box)) < 0.4 * _high(token.box):
            rows[-1].append(token)
        else:
            rows.append([token])
    return [sorted(row, key=lambda each: each.box[0]) for row in rows]


def _side_by_side(rows: Sequence[list[Token]]) -> list[list[Token]]:
    """Pieces that follow each other on one height become one line (cells of a table's row)."""
    joined: list[list[Token]] = []
    for row in rows:
        if joined:
            before, here = joined[-1][-1].box, row[0].box
            if (
                abs(_middle(before) - _middle(here)) < 0.35 * max(_high(before), _high(here))
                and here[0] >= before[2] - 1
            ):
                joined[-1] = [*joined[-1], *row]
                continue
        joined.append(list(row))
    return joined


def _line(row: Sequence[Token], column: str = "") -> Line:
    spaces = [later.box[0] - earlier.box[2] for earlier, later in pairwise(row)]
    # a line set to both margins may stretch all its spaces alike: none of them is a column's
    even = len(spaces) >= 4 and max(spaces) - min(spaces) < 0.25 * _high(row[0].box)
    gaps = {
        number
        for number, space in enumerate(spaces, 1)
        if space > 1.3 * _high(row[number].box) and not even
    }
    return Line(tuple(row), column, frozenset(gaps))


def _with_caption(lines: list[Line], divider: tuple[float, float, float]) -> list[Line]:
    """The caption's left column whole, then its right column, where its first line stood."""
    x, top, bottom = divider
    inside: list[Token] = []
    rest: list[Line] = []
    place = None
    for line in lines:
        middle = _middle(line.box)
        crosses = any(t.box[0] < x - 2 and t.box[2] > x + 8 for t in line.tokens)
        if top <= middle <= bottom and not crosses:
            place = len(rest) if place is None else place
            inside += [t for t in line.tokens if not _is_mark(t, x)]
        else:
            rest.append(line)
    if place is None:
        return lines
    left = [_line(row, "left") for row in _rows([t for t in inside if t.box[0] < x])]
    right = [_line(row, "right") for row in _rows([t for t in inside if t.box[0] >= x])]
    return [*rest[:place], *left, *right, *rest[place:]]


def _is_mark(token: Token, x: float) -> bool:
    return token.text in _DIVIDERS and abs(token.box[0] - x) < 6


def belonging(line: Line, part: str) -> Line:
    """The same line, known to belong to ``part``."""
    return line if line.part == part else replace(line, part=part)


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2


def _high(box: Box) -> float:
    return max(4.0, box[3] - box[1])
