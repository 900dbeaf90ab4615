"""How wide a table's columns are: room for every word, and as few lines as that allows."""

import re

from lerdesk.base.errors import UserFacingError
from lerdesk.letters.blocks import Run, plain
from lerdesk.paper.fonts import width
from lerdesk.paper.markup import held
from lerdesk.paper.style import style

PAD = 5.0  # points to the left and right of a cell's words
_NARROWEST = 24.0  # points
_ENOUGH = 60  # rows that are looked at for it
_POWERS = (1, 0.9, 0.8, 0.7, 0.6, 0.5, 1.5, 2)
_Rows = list[tuple[tuple[Run, ...], ...]]


def column_widths(rows: _Rows, measure: float) -> list[float]:
    """Widths in points that add up to ``measure``.

    Each column has room for its longest word, where all of them fit; the rest goes where the table becomes shortest.

    Raises:
        UserFacingError: there are more columns than the page has room for.
    """
    if measure / len(rows[0]) < _NARROWEST:
        raise UserFacingError(
            f"A table with {len(rows[0])} columns has no room on the page.",
            do="Part it into several tables.",
        )
    size = style("cell").fontSize
    texts = [[held(plain(cell)) for cell in row] for row in rows]
    least, most = [], []
    for column in zip(*texts, strict=True):
        words = {word for text in column for word in re.split(r"[ \n]+", text)}
        room = 2 * PAD + 1
        least.append(max((width(word, size, bold=True) for word in words), default=0) + room)
        most.append(max(width(text, size, bold=True) for text in column) + room)
    if sum(most) <= measure:
        return [one * measure / sum(most) for one in most]
    if sum(least) >= measure:
        even = measure / len(least)
        return _shared([min(one, even) for one in least], least, measure, 1)
    words_of_cells = [[_words(text, size) for text in row] for row in texts[:_ENOUGH]]
    tried = [_shared(least, most, measure, power) for power in _POWERS]
    tried.append(_all_but_the_widest(least, most, measure))
    return min(tried, key=lambda widths: _lines(words_of_cells, widths))


def _shared(least: list[float], most: list[float], measure: float, power: float) -> list[float]:
    """What is left over ``least`` goes to the columns by what they still want."""
    spare = measure - sum(least)
    want = [max(0.0, upper - lower) ** power for lower, upper in zip(least, most, strict=True)]
    return [one + spare * more / sum(want) for one, more in zip(least, want, strict=True)]


def _all_but_the_widest(least: list[float], most: list[float], measure: float) -> list[float]:
    widest = most.index(max(most))
    rest = measure - sum(most) + most[widest]
    if rest < least[widest]:
        return _shared(least, most, measure, 0.5)
    return [rest if place == widest else one for place, one in enumerate(most)]


def _words(text: str, size: float) -> list[list[float]]:
    """How wide each word is, line by line."""
    return [[width(word, size) for word in line.split(" ")] for line in text.split("\n")]


def _lines(rows: list[list[list[list[float]]]], widths: list[float]) -> tuple[int, int]:
    """How many lines the table takes, then those of all its cells: of two as short the calmer one."""
    space = width(" ", style("cell").fontSize)
    lines = [
        [_filled(cell, wide - 2 * PAD, space) for cell, wide in zip(row, widths, strict=True)]
        for row in rows
    ]
    return sum(max(row) for row in lines), sum(sum(row) for row in lines)


def _filled(cell: list[list[float]], room: float, space: float) -> int:
    """The lines that a cell's words fill."""
    count = 0
    for line in cell:
        count, left = count + 1, room
        for word in line:
            if word > left and left < room:
                count, left = count + 1, room
            left -= word + space
    return count
