"""The blocks that court forms share: captions, ticked lines, ruled tables."""

from reportlab.lib.colors import HexColor, black
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Table, TableStyle

from served.marks import Box
from served.sheet import Hand

COMPANY = "Northwind Marketplace, Inc."
STREET = "400 Alder Street"
TOWN = "Seattle, WA 98101"

#: without it each cell would name Helvetica, which is not embedded
FACE = ("FONTNAME", (0, 0), (-1, -1), "PT")


def caption(
    hand: Hand,
    left: list[str],
    right: list[str],
    mark: str = ")",
    widths: tuple[float, float] = (230, 210),
) -> Table:
    """A case's caption: the matter at the left, a column of marks, numbers and title at the right."""
    matter = [hand.p(line or "&nbsp;", spaceAfter=0) for line in left]
    numbers = [hand.p(line or "&nbsp;", spaceAfter=0) for line in right]
    sides = ((matter, widths[0]), (numbers, widths[1]))
    high = max(sum(piece.wrap(wide - 8, 999)[1] for piece in side) for side, wide in sides)
    rows = round(high / hand.lead) + 1
    marks = [hand.mid("<br/>".join([mark] * rows), spaceAfter=0)]
    table = Table([[matter, marks, numbers]], colWidths=[widths[0], 18, widths[1]])
    table.setStyle(
        TableStyle([
            FACE,
            ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4), ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ])
    )  # fmt: skip
    return table


def tick(hand: Hand, text: str, *, ticked: bool, left: float = 0, wide: float = 468) -> Table:
    """A line of a form with its box."""
    row = [["", Box(ticked=ticked), hand.p(text, spaceAfter=0)]]
    table = Table(row, colWidths=[left, 15, wide - left - 15])
    table.setStyle(
        TableStyle([
            FACE,
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (1, 0), (1, 0), 0.5), ("TOPPADDING", (2, 0), (2, 0), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ])
    )  # fmt: skip
    table.hAlign = "LEFT"
    return table


def ruled(
    hand: Hand, rows: list[list[str]], widths: list[float], head: bool = True, pad: float = 3
) -> Table:
    """A table with rules; the first row is its head."""
    cells = [
        [
            hand.p(f"<b>{cell}</b>" if head and not number else cell, spaceAfter=0)
            for cell in row
        ]
        for number, row in enumerate(rows)
    ]  # fmt: skip
    table = Table(cells, colWidths=widths, repeatRows=1 if head else 0, spaceBefore=4, spaceAfter=8)
    style: list[tuple[object, ...]] = [
        FACE,
        ("GRID", (0, 0), (-1, -1), 0.5, black), ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), pad), ("BOTTOMPADDING", (0, 0), (-1, -1), pad + 1),
    ]  # fmt: skip
    if head:
        style.append(("BACKGROUND", (0, 0), (-1, 0), HexColor("#ececec")))
    table.setStyle(TableStyle(style))
    return table


def framed(
    cells: list[list[Flowable | list[Flowable]]], widths: list[float], grid: bool = True
) -> Table:
    """Flowables in a frame of rules, as an agency's form has them."""
    table = Table(cells, colWidths=widths)
    style: list[tuple[object, ...]] = [
        FACE,
        ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 5),
        ("RIGHTPADDING", (0, 0), (-1, -1), 5), ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ]  # fmt: skip
    style.append(("GRID" if grid else "BOX", (0, 0), (-1, -1), 0.7, black))
    table.setStyle(TableStyle(style))
    return table


def pair(
    left: Flowable | list[Flowable], right: Flowable | list[Flowable], widths: tuple[float, float]
) -> Table:
    """Two blocks side by side without rules."""
    table = Table([[left, right]], colWidths=list(widths))
    table.setStyle(
        TableStyle([
            FACE,
            ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ])
    )  # fmt: skip
    return table


def letters(hand: Hand, texts: list[str], style: str = "1.", left: float = 36) -> list[Paragraph]:
    """Demands one below the other, numbered ``1.`` ``(1)`` ``a.`` ``(a)`` or ``A.``."""
    marks = []
    for number in range(1, len(texts) + 1):
        letter = chr(96 + number)
        marks.append(
            style.replace("1", str(number)).replace("a", letter).replace("A", letter.upper())
        )
    return [hand.item(mark, text, left) for mark, text in zip(marks, texts, strict=True)]


def whole(*pieces: Flowable) -> KeepTogether:
    """Pieces that no page break may part."""
    return KeepTogether(list(pieces))
