"""How wide a table's columns are: room for every word, and as few lines as that allows."""

import re
from math import ceil

from lerdesk.base.errors import UserFacingError
from lerdesk.letters.blocks import Run, plain
from lerdesk.paper.fonts import width
from lerdesk.paper.markup import held
from lerdesk.paper.style import style

PAD = 5.0  # points to the left and right of a cell's words
_NARROWEST = 24.0  # points
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
    lengths = [[width(text, size) for text in row] for row in texts]
    tried = [_shared(least, most, measure, power) for power in (0.5, 1, 2)]
    tried.append(_all_but_the_widest(least, most, measure))
    return min(tried, key=lambda widths: _lines(lengths, widths))


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


def _lines(lengths: list[list[float]], widths: list[float]) -> int:
    """About how many lines the table takes; a line is filled to nine tenths."""
    return sum(
        max(
            max(1, ceil(long / max(1.0, (wide - 2 * PAD) * (0.9 if long > wide - 2 * PAD else 1))))
            for long, wide in zip(row, widths, strict=True)
        )
        for row in lengths
    )
