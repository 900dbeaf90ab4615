"""Marks that people and machines leave on papers: hands, seals, stamps, boxes, headers."""

import math
import random

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable

from served.sheet import TALL, WIDE, Furniture, Place

INK = HexColor("#1b2a6b")
BLACK_INK = HexColor("#22242a")
STAMP_RED = HexColor("#a32525")
STAMP_BLUE = HexColor("#27408b")


def _scrawl(canvas: Canvas, name: str, x: float, y: float, wide: float, ink: Color) -> None:
    """A signature: one tall opening loop a word, then a run of waves of that hand's own slant, and a tail."""
    dice = random.Random(name)  # the same name writes the same hand
    words = name.split()
    step = wide / (sum(len(word) for word in words) + 2 * len(words))
    small, tight = dice.uniform(2.0, 6.5), dice.uniform(0.45, 1.1)
    canvas.saveState()
    canvas.setStrokeColor(ink)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.setLineWidth(dice.uniform(0.8, 1.5))
    canvas.translate(x, y)
    canvas.rotate(dice.uniform(-2, 4))
    canvas.skew(0, dice.uniform(-6, 22))
    at = 0.0
    for number, word in enumerate(words):
        path = canvas.beginPath()
        high, base = dice.uniform(16, 28), dice.uniform(-1, 2)
        at = _capital(path, dice.randrange(3), at, base, step, high)
        for place in range(1, len(word)):
            # a wave a letter; some rise or fall as l, f and y do
            tall = dice.random() < 0.28
            reach = (
                dice.choice((high * 0.7, high * 0.55, -9.0))
                if tall
                else small * dice.uniform(0.5, 1.2)
            )
            run = step * dice.uniform(0.6, 1.3) * (1 if place < 4 else tight)
            path.curveTo(
                at + 0.2 * run,
                base + reach,
                at + 0.75 * run,
                base + reach,
                at + 0.5 * run,
                base + 1,
            )
            path.curveTo(
                at + 0.45 * run,
                base - 1.5,
                at + 0.8 * run,
                base - 0.6,
                at + run,
                base + small * 0.3,
            )
            at += run
        if number == len(words) - 1:
            tail = dice.uniform(10, 40)
            path.curveTo(
                at + tail * 0.3, base - 5, at + tail, base + dice.uniform(0, 9), at + tail, base - 3
            )
        at += step * dice.uniform(0.6, 1.4)
        canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()


def _capital(
    path: PDFPathObject, kind: int, at: float, base: float, step: float, high: float
) -> float:
    """A word's opening stroke in one of three shapes; where it ends is handed back."""
    path.moveTo(at, base + high * 0.35)
    if kind == 0:
        path.curveTo(
            at + step, base + high * 1.3, at + 3.2 * step, base + high, at + step, base - 2
        )
        path.curveTo(
            at + 0.6 * step, base - 7, at + 2.2 * step, base + high * 0.6, at + 2.5 * step, base + 2
        )
        return at + 2.5 * step
    if kind == 1:
        path.curveTo(at + 0.3 * step, base - 4, at + step, base - 3, at + 1.4 * step, base + high)
        path.curveTo(
            at + 1.5 * step, base + high * 1.1, at + 1.1 * step, base, at + 1.9 * step, base + 1
        )
        path.curveTo(
            at + 2.6 * step,
            base + 2,
            at + 2.8 * step,
            base + high,
            at + 3.0 * step,
            base + high * 0.9,
        )
        path.curveTo(
            at + 3.1 * step, base + high * 0.7, at + 2.7 * step, base, at + 3.4 * step, base + 1
        )
        return at + 3.4 * step
    path.curveTo(
        at + 3.6 * step,
        base + high * 1.4,
        at - 2.2 * step,
        base + high * 0.9,
        at + 1.2 * step,
        base + 4,
    )
    path.curveTo(at + 2.8 * step, base - 5, at - 1.2 * step, base - 9, at + 2.2 * step, base + 2)
    return at + 2.2 * step


class Signature(Flowable):
    """A signature block: the hand, a rule, the printed lines below it.

    Args:
        name: whose hand; empty leaves the line unsigned.
        lines: printed below the rule, the first in ordinary or bold face.
        indent: distance of the block from the left edge in points.
        wide: width of the rule in points.
        face: font of the printed lines.
        size: their size in points.
    """

    def __init__(
        self, name: str, lines: tuple[str, ...], indent: float = 234, wide: float = 220, face: str = "PT",
        size: float = 11, ink: Color = INK, rule: bool = True,
    ) -> None:  # fmt: skip
        super().__init__()
        self.name, self.lines, self.indent, self.wide_rule = name, lines, indent, wide
        self.face, self.size, self.ink, self.rule = face, size, ink, rule

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Room for the hand above the printed lines."""
        self.high = 36 + len(self.lines) * (self.size + 2.5) + 4
        return available_width, self.high

    def draw(self) -> None:
        """Draws the block."""
        top = self.high - 34
        if self.rule:
            self.canv.setLineWidth(0.6)
            self.canv.line(self.indent, top, self.indent + self.wide_rule, top)
        if self.name:
            _scrawl(
                self.canv, self.name, self.indent + 10, top + 6, self.wide_rule * 0.72, self.ink
            )
        for number, line in enumerate(self.lines):
            self.canv.setFont(self.face, self.size)
            self.canv.drawString(self.indent, top - (number + 1) * (self.size + 2.5) + 1, line)


def seal(
    canvas: Canvas, x: float, y: float, radius: float, ring: str, middle: tuple[str, ...] = ()
) -> None:
    """A round seal with its legend along the ring."""
    canvas.saveState()
    canvas.setStrokeColor(HexColor("#4a4f5a"))
    canvas.setFillColor(HexColor("#4a4f5a"))
    for share, width in ((1.0, 1.1), (0.95, 0.4), (0.66, 0.6)):
        canvas.setLineWidth(width)
        canvas.circle(x, y, radius * share, stroke=1, fill=0)
    size = radius * 0.18
    canvas.setFont("PT-B", size)
    around = radius * 0.75
    angle = math.pi / 2 + math.pi * 0.93
    # each letter takes its own share of the ring, as broad as it is
    turn = 2 * math.pi * 0.93 / stringWidth(ring, "PT-B", size)
    for character in ring:
        broad = turn * stringWidth(character, "PT-B", size)
        angle -= broad / 2
        canvas.saveState()
        canvas.translate(x + around * math.cos(angle), y + around * math.sin(angle))
        canvas.rotate(math.degrees(angle) - 90)
        canvas.drawCentredString(0, 0, character)
        canvas.restoreState()
        angle -= broad / 2
    if middle:
        canvas.setFont("PT-B", size * 0.95)
        for number, line in enumerate(middle):
            canvas.drawCentredString(x, y + size * (len(middle) / 2 - number - 0.8) * 1.15, line)
    else:
        star(canvas, x, y, radius * 0.42)
    canvas.restoreState()


def star(canvas: Canvas, x: float, y: float, radius: float) -> None:
    """A five-pointed star, filled."""
    path = canvas.beginPath()
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.4
        angle = math.pi / 2 + corner * math.pi / 5
        point = (x + reach * math.cos(angle), y + reach * math.sin(angle))
        path.lineTo(*point) if corner else path.moveTo(*point)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


class Seal(Flowable):
    """A seal at the left or right of the text."""

    def __init__(
        self, radius: float, ring: str, middle: tuple[str, ...] = (), x: float = 40
    ) -> None:
        super().__init__()
        self.radius, self.ring, self.middle, self.x = radius, ring, middle, x

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Takes no room: it stands over what follows, as a seal does."""
        return available_width, 0

    def draw(self) -> None:
        """Draws the seal above the current line."""
        seal(self.canv, self.x, self.radius - 6, self.radius, self.ring, self.middle)


def stamp(
    canvas: Canvas, x: float, y: float, lines: tuple[str, ...], turn: float = -4, ink: Color = STAMP_RED,
    wide: float = 128,
) -> None:  # fmt: skip
    """A rubber stamp: framed lines, a little askew; the first line is the big one."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate(turn)
    canvas.setStrokeColor(ink)
    canvas.setFillColor(ink)
    high = 24 + 10 * (len(lines) - 1)
    canvas.setLineWidth(1.4)
    canvas.rect(0, 0, wide, high)
    canvas.setLineWidth(0.5)
    canvas.rect(2.5, 2.5, wide - 5, high - 5)
    canvas.setFont("FS-B", 13)
    canvas.drawCentredString(wide / 2, high - 17, lines[0])
    canvas.setFont("FS", 7.2)
    for number, line in enumerate(lines[1:]):
        canvas.drawCentredString(wide / 2, high - 27 - 9.5 * number, line)
    canvas.restoreState()


def box(canvas: Canvas, x: float, y: float, size: float, *, ticked: bool) -> None:
    """A form's box; a ticked one holds an X that is text."""
    canvas.saveState()
    canvas.setLineWidth(0.8)
    canvas.rect(x, y, size, size)
    if ticked:
        # the capital's height is 0.69 of the face's size: it stands in the middle of the box
        canvas.setFont("FS-B", size)
        canvas.drawCentredString(x + size / 2, y + size * (1 - 0.69) / 2, "X")
    canvas.restoreState()


class Box(Flowable):
    """A form's box in a table cell."""

    def __init__(self, *, ticked: bool, size: float = 8.5) -> None:
        super().__init__()
        self.ticked, self.size = ticked, size

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Its own size."""
        return self.size, self.size + 2

    def draw(self) -> None:
        """Draws the box."""
        box(self.canv, 0, 0, self.size, ticked=self.ticked)


def centred(canvas: Canvas, y: float, text: str, face: str = "PT", size: float = 9) -> None:
    """A centred line at a height from the foot."""
    canvas.setFont(face, size)
    canvas.drawCentredString(WIDE / 2, y, text)


def ecf(case: str, document: str, filed: str, first_id: int | None = None) -> Furniture:
    """The blue line that a court's electronic filing prints on each page."""

    def draw(canvas: Canvas, place: Place) -> None:
        line = f"Case {case}   Document {document}   Filed {filed}   Page {place.number} of {place.total}"
        if first_id is not None:
            line += f"   PageID.{first_id + place.number - 1}"
        canvas.setFillColor(HexColor("#1a3fb0"))
        centred(canvas, TALL - 26, line, "FS", 8.5)
        canvas.setFillColor(HexColor("#000000"))

    return draw


def fax(line: str, pages: bool = True) -> Furniture:
    """The line that a fax machine prints at the head of each page."""

    def draw(canvas: Canvas, place: Place) -> None:
        canvas.setFont("FS", 8)
        canvas.drawString(28, TALL - 20, line)
        if pages:
            end = f"P. {place.number:02d}/{place.total:02d}"
            canvas.drawString(WIDE - 28 - stringWidth(end, "FS", 8), TALL - 20, end)

    return draw


def together(*pieces: Furniture) -> Furniture:
    """Several pieces of furniture on one page."""

    def draw(canvas: Canvas, place: Place) -> None:
        for piece in pieces:
            canvas.saveState()
            piece(canvas, place)
            canvas.restoreState()

    return draw


def on_first(piece: Furniture) -> Furniture:
    """Furniture for the first page of its part alone."""

    def draw(canvas: Canvas, place: Place) -> None:
        if place.part_number == 1:
            piece(canvas, place)

    return draw


def stamped(x: float, y: float, lines: tuple[str, ...], **how: object) -> Furniture:
    """A stamp on a page."""
    return lambda canvas, _place: stamp(canvas, x, y, lines, **how)  # type: ignore[arg-type] # passed on


def foot(text: str, face: str = "PT", size: float = 9, y: float = 34) -> Furniture:
    """A centred footer; {n} and {of} are the page within its part, {N} and {OF} in the paper."""

    def draw(canvas: Canvas, place: Place) -> None:
        line = text.format(n=place.part_number, of=place.part_total, N=place.number, OF=place.total)
        centred(canvas, y, line, face, size)

    return draw


def initials(text: str, x: float, y: float, name: str) -> Furniture:
    """A judge's initials in the margin, by hand beside a printed label."""

    def draw(canvas: Canvas, _place: Place) -> None:
        canvas.setFont("FS", 7)
        canvas.drawString(x, y, text)
        _scrawl(canvas, name, x + 30, y, 34, INK)

    return draw
