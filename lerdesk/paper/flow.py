"""From a letter's blocks to what flows down its pages."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lerdesk.letters.blocks import (
    Block,
    Heading,
    ListBlock,
    Paragraph,
    Rule,
    Table,
    plain,
)
from lerdesk.paper.columns import PAD, column_widths
from lerdesk.paper.markup import paragraph
from lerdesk.paper.style import FAINT, INK, LINE, style

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

_ALIGN = {"left": 0, "center": 1, "right": 2}
_KEPT = 120.0  # the tallest that stays with what follows it
_PAGEFUL = 400.0  # a row taller than this may be parted between pages


@dataclass(frozen=True)
class Signing:
    """Words that ask for room to sign: closings before it, the label under a line."""

    closings: tuple[str, ...] = ()
    label: str = ""


def flow(
    blocks: tuple[Block, ...], measure: float, signing: Signing, close: float = 1.0
) -> list[Any]:
    """The flowables of a letter.

    Args:
        blocks: its words.
        measure: width of the lines, in points.
        signing: where room to sign is left.
        close: how much of the usual space stands between paragraphs and rows, at most all of it.

    Raises:
        UserFacingError: characters that no face has.
    """
    from reportlab.platypus import PageBreak

    out: list[Any] = []
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if isinstance(block, Rule) and isinstance(following, Heading):
            out.append(PageBreak())
        elif isinstance(block, Paragraph) and plain(block.runs) in signing.closings:
            out.append(_spaced(block, 38 if close == 1 else 30))
            _keep_before(out)
        elif isinstance(block, Paragraph) and signing.label and plain(block.runs) == signing.label:
            out += _line_to_sign(block)
        else:
            out += _set(block, measure, 0, close)
    for part in out:
        # what is as tall as this is parted like any other: kept whole it would fit nowhere
        if getattr(part, "keepWithNext", False) and part.wrap(measure, 10_000)[1] > _KEPT:
            part.keepWithNext = False
    return out or [paragraph((), style("body"))]


def _keep_before(out: list[Any]) -> None:
    """What stands before the closing goes with it: the last block, and the paragraph before that one."""
    for part in out[-2:-1]:
        part.keepWithNext = True
    for part in out[-3:-2]:
        part.keepWithNext = _is_words(part)


def _is_words(part: "Flowable") -> bool:
    return getattr(getattr(part, "style", None), "name", "") == "body"


def _set(block: Block, measure: float, indent: float, close: float = 1.0) -> list[Any]:
    from reportlab.platypus import HRFlowable

    if isinstance(block, Heading):
        name = ("subject", "heading", "minor")[min(block.level, 3) - 1]
        set_heading = paragraph(
            block.runs, style(name, indent=indent), where="a heading", bold=True
        )
        set_heading.keepWithNext = True
        return [set_heading]
    if isinstance(block, ListBlock):
        return _list(block, measure, indent, close)
    if isinstance(block, Table):
        return [table(block, measure - indent, close=close)]
    if isinstance(block, Rule):
        return [HRFlowable(width="100%", thickness=0.5, color=LINE, spaceBefore=4, spaceAfter=10)]
    words = paragraph(block.runs, style("body", indent=indent), where="the letter")
    words.spaceAfter = words.style.spaceAfter * close
    return [words]


def _list(block: ListBlock, measure: float, indent: float, close: float) -> list[Any]:
    out: list[Any] = []
    for number, item in enumerate(block.items):
        mark = "•" if block.start is None else f"{block.start + number}."
        inner = indent + (16 if block.start is None else 20)
        for place, part in enumerate(item):
            if isinstance(part, Paragraph):
                bullet = mark if place == 0 else ""
                measures = style("item", indent=inner)
                out.append(paragraph(part.runs, measures, where="a list", bullet=bullet))
            else:
                if place == 0:
                    out.append(paragraph((), style("item", indent=inner), bullet=mark))
                out += _set(part, measure, inner, close)
    if out:
        out[-1].spaceAfter = 8 * close
    return out


def _spaced(block: Paragraph, after: float) -> "Flowable":
    closing = paragraph(block.runs, style("body"), where="the closing")
    closing.spaceBefore, closing.spaceAfter, closing.keepWithNext = 4, after, True
    return closing


def _line_to_sign(block: Paragraph) -> list[Any]:
    from reportlab.platypus import HRFlowable

    line = HRFlowable(
        width=220, thickness=0.6, color=INK, hAlign="LEFT", spaceBefore=44, spaceAfter=3
    )
    label = paragraph(block.runs, style("small"), where="the signature")
    line.keepWithNext = label.keepWithNext = True
    label.spaceAfter = 6
    return [line, label]


def table(
    block: Table,
    measure: float,
    shares: tuple[float, ...] = (),
    *,
    total: bool = False,
    close: float = 1.0,
    size: float = 0,
) -> "Flowable":
    """A table that breaks over pages, its head on each.

    Args:
        block: its cells.
        measure: its width in points.
        shares: of each column in that width; without, they follow from the words.
        total: the last row is the sum of those above it.
        close: how much of the usual space stands in and around its rows.
        size: of its words, where it is not that of the other tables.
    """
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import LongTable

    head = any(plain(cell).strip() for cell in block.head)
    rows = [block.head, *block.rows] if head else list(block.rows)
    columns = [measure * one / sum(shares) for one in shares] or column_widths(rows, measure)
    cells = [
        [
            paragraph(
                row[column],
                style("cell", align=_ALIGN[block.align[column]], size=size),
                where="a table",
                bold=head and number == 0,
            )
            for column in range(len(columns))
        ]
        for number, row in enumerate(rows)
    ]
    made = LongTable(
        cells,
        colWidths=columns,
        repeatRows=1 if head else 0,
        splitInRow=int(_tallest(cells, columns) > _PAGEFUL),
        spaceBefore=3,
        spaceAfter=10 * close,
        hAlign="LEFT",
    )
    rules = [
        ("FONTNAME", (0, 0), (-1, -1), style("cell").fontName),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 3.5 * close),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4 * close),
        ("LEFTPADDING", (0, 0), (-1, -1), PAD),
        ("RIGHTPADDING", (0, 0), (-1, -1), PAD),
        ("LINEBELOW", (0, 0), (-1, -2), 0.4, HexColor(FAINT)),
        ("LINEABOVE", (0, 0), (-1, 0), 0.8, HexColor(INK)),
        ("LINEBELOW", (0, -1), (-1, -1), 0.8, HexColor(INK)),
    ]
    if head:
        rules.append(("LINEBELOW", (0, 0), (-1, 0), 0.6, HexColor(INK)))
    if total:
        rules.append(("LINEABOVE", (0, -1), (-1, -1), 0.8, HexColor(INK)))
    made.setStyle(rules)
    return made


def _tallest(cells: list[list["Flowable"]], columns: list[float]) -> float:
    return max(
        float(cell.wrap(wide - 2 * PAD, 10_000)[1])
        for row in cells
        for cell, wide in zip(row, columns, strict=True)
    )
