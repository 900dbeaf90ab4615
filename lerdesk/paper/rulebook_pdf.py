"""The whole rulebook as PDF: title, contents with pages, chapters; every heading in the outline."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from lerdesk.domain.letter import Letterhead
from lerdesk.letters.blocks import Align, Run
from lerdesk.letters.blocks import Table as SetTable
from lerdesk.letters.words import words_of
from lerdesk.paper.flow import table
from lerdesk.paper.frame import Pages
from lerdesk.paper.letter import SETTING
from lerdesk.paper.markup import paragraph, plain_paragraph
from lerdesk.paper.sheet import Page, Sheet, sheet
from lerdesk.paper.style import QUIET, style
from lerdesk.rulebook.document.blocks import Block, Document, Heading, Paragraph, Table, Words

_MARGIN = 54.0
_SMALL = 7.6
#: a table with more columns than this is set smaller still
_MANY, _SMALLER = 6, 7.0
#: a heading's own height with its space, rows that stay below it, and the most room that it asks for
_HEADING, _FIRST_ROWS, _MOST_ROOM = 36.0, 2, 420.0
_STYLES = {1: "title", 2: "heading", 3: "minor"}


def rulebook_pdf(document: Document, *, page: Page = "letter") -> bytes:
    """Set the rulebook. The same input gives the same bytes.

    Args:
        document: what it says.
        page: paper size.

    Raises:
        UserFacingError: a character that no face has, named with its place.
    """
    places = sheet(page)
    places = replace(places, left=_MARGIN, right=places.width - _MARGIN)
    with SETTING:
        # set twice: the contents need the pages, and their own length is known without them
        pages: dict[str, int] = {}
        _set(document, places, pages, {})
        return _set(document, places, {}, pages)


def _set(document: Document, places: Sheet, found: dict[str, int], known: dict[str, int]) -> bytes:
    chapters = [
        (known.get(block.anchor, 0), block.text)
        for block in document.blocks
        if isinstance(block, Heading) and block.level == 1
    ]

    def later(number: int) -> tuple[str, str]:
        here = [title for first, title in chapters if first and first <= number]
        return f"{document.title}, {document.version}", here[-1] if here else "Contents"

    day = document.made_on
    pages = Pages(
        sheet=places,
        letterhead=Letterhead("LERDesk"),
        words=words_of("en"),
        title=f"{document.title} {document.version}",
        language="en",
        dated=(day.year, day.month, day.day),
        codes=f"Rulebook {document.version} · {day.isoformat()}",
        later=later,
    )
    return pages.set(list(_story(document, places, found, known)), places.head + 150)


def _story(
    document: Document, places: Sheet, found: dict[str, int], known: dict[str, int]
) -> Iterator[Any]:
    yield plain_paragraph(document.title, style("title", size=26), bold=True)
    yield _space(14)
    for line in document.lines:
        yield plain_paragraph(line, style("address", ink=QUIET), where="the title")
        yield _space(4)
    yield from _contents(document, known)
    set_blocks = [_laid(block, places.measure) for block in document.blocks]
    for number, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            below = set_blocks[number + 1 :]
            following = document.blocks[number + 1 :]
            yield from _heading(block, _needed(following, below, places.measure), found)
        else:
            yield set_blocks[number]


def _laid(block: Block, measure: float) -> Any:  # noqa: ANN401  ReportLab carries no types
    if isinstance(block, Heading):
        return None
    if isinstance(block, Paragraph):
        return paragraph(_runs(block.words), style("body"), where="the rulebook")
    return _table(block, measure)


def _needed(following: Sequence[Block], below: Sequence[Any], measure: float) -> float:
    """Room that a heading asks for below it, so that it never stands alone: headings, words, a table's first rows."""
    room = 0.0
    for block, laid in zip(following, below, strict=True):
        if isinstance(block, Heading):
            room += _HEADING
            continue
        _, high = laid.wrap(measure, 100_000)
        if isinstance(block, Paragraph):
            return room + min(float(high), _MOST_ROOM)
        rows = laid._rowHeights[: _FIRST_ROWS + laid.repeatRows]  # noqa: SLF001  ReportLab offers no other way
        return room + min(float(sum(rows)), _MOST_ROOM)
    return room


def _contents(document: Document, known: dict[str, int]) -> Iterator[Any]:
    from reportlab.platypus import PageBreak

    from lerdesk.paper.contents import ContentsLine

    yield PageBreak()
    yield plain_paragraph("Contents", style("title"), bold=True)
    for block in document.blocks:
        if isinstance(block, Heading) and block.anchor:
            yield ContentsLine(
                block.text, block.anchor, block.level - 1, known.get(block.anchor, 0)
            )


def _heading(block: Heading, room: float, found: dict[str, int]) -> Iterator[Any]:
    from reportlab.platypus import CondPageBreak, PageBreak

    from lerdesk.paper.contents import Mark

    if block.level == 1:
        yield PageBreak()
    else:
        yield CondPageBreak(_HEADING + room)
    if block.anchor:
        yield Mark(block.anchor, block.text, block.level - 1, found)
    yield plain_paragraph(block.text, style(_STYLES[block.level]), where="a heading", bold=True)


def _table(block: Table, measure: float) -> Any:  # noqa: ANN401  a LongTable; ReportLab carries no types
    align: tuple[Align, ...] = tuple(
        "center" if place in block.centred else "left" for place in range(len(block.shares))
    )
    size = _SMALLER if len(block.shares) > _MANY else _SMALL
    cells = SetTable(
        tuple(_runs(cell) for cell in block.head) or tuple(() for _ in block.shares),
        tuple(tuple(_runs(cell) for cell in row.cells) for row in block.rows),
        align,
    )
    return table(cells, measure, shares=block.shares, close=0.75, size=size)


def _runs(words: Words) -> tuple[Run, ...]:
    return tuple(Run(piece.text, bold=piece.bold, italic=piece.italic) for piece in words)


def _space(points: float) -> Any:  # noqa: ANN401  a Spacer; ReportLab carries no types
    from reportlab.platypus import Spacer

    return Spacer(1, points)
