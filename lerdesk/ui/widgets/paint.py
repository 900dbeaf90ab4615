"""Painting that stays crisp at every scale: borders and lines of exactly one device pixel, words on one line."""

from functools import lru_cache
from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextLayout, QTextOption

from lerdesk.ui.theme import fonts, metrics, theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def snapped(painter: QPainter, rect: QRectF) -> QRectF:
    """``rect`` moved to whole device pixels, in the painter's own coordinates."""
    transform = painter.deviceTransform()
    there = transform.mapRect(rect)
    # halves go up, as they do where Qt clips: Python's own round() would lose a border's row
    left, top = floor(there.left() + 0.5), floor(there.top() + 0.5)
    right, bottom = floor(there.right() + 0.5), floor(there.bottom() + 0.5)
    back, _ = transform.inverted()
    return back.mapRect(QRectF(left, top, right - left, bottom - top))


def pixel(painter: QPainter) -> float:
    """One device pixel (two at 200 %) in logical pixels: the thickness of a line."""
    ratio = painter.deviceTransform().m11() or 1.0
    return max(1, int(ratio)) / ratio


def frame(
    painter: QPainter,
    rect: QRectF,
    *,
    border: QColor | None = None,
    fill: QColor | None = None,
    radius: float = metrics.RADIUS,
    width: float = 1,
    dashed: bool = False,
) -> None:
    """A rounded rectangle whose border of ``width`` logical pixels lies inside ``rect``, on whole device pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = snapped(painter, rect)
    thick = pixel(painter) * width
    inner = area.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(area, radius, radius)
    else:
        pen = QPen(border, thick)
        if dashed:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawRoundedRect(inner, max(0.0, radius - thick / 2), max(0.0, radius - thick / 2))
    painter.restore()


def line(painter: QPainter, start: QPointF, end: QPointF, colour: QColor | None = None) -> None:
    """A straight line, level or upright, one device pixel thick."""
    thick = pixel(painter)
    area = snapped(
        painter, QRectF(start, QPointF(max(end.x(), start.x()), max(end.y(), start.y())))
    )
    if abs(end.x() - start.x()) >= abs(end.y() - start.y()):
        area.setHeight(thick)
    else:
        area.setWidth(thick)
    painter.fillRect(area, colour if colour is not None else theme().color("line"))


def words(
    painter: QPainter,
    rect: QRectF,
    text: str,
    *,
    token: str = "text",
    weight: int = 400,
    scale: float = 1.0,
    align: Qt.AlignmentFlag = LEFT,
    colour: QColor | None = None,
) -> float:
    """One line of words in ``rect``, elided where it is too narrow.

    Returns:
        The width that the words took, so that more can follow them.
    """
    shown = fonts.elided(text, rect.width(), scale, weight)
    painter.setFont(fonts.font(scale, weight))
    painter.setPen(colour if colour is not None else theme().color(token))
    painter.drawText(rect, int(align | Qt.TextFlag.TextSingleLine), shown)
    return min(fonts.width(shown, scale, weight), rect.width())


def lines_of(text: str, wide: float, scale: float = 1.0, weight: int = 400) -> list[str]:
    """The words broken into lines of at most ``wide`` logical pixels, as ``printed``."""
    return list(_lines_of(text, wide, scale, weight))


@lru_cache(512)  # a layout asks for the same words' height many times over
def _lines_of(text: str, wide: float, scale: float, weight: int) -> tuple[str, ...]:
    made: list[str] = []
    for part in fonts.printed(text).split("\n"):
        layout = QTextLayout(part, fonts.font(scale, weight))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (row := layout.createLine()).isValid():
            row.setLineWidth(max(wide, 8))
            made.append(part[row.textStart() : row.textStart() + row.textLength()].rstrip())
        layout.endLayout()
        if not part:
            made.append("")
    return tuple(made)


def dashed_underline(
    painter: QPainter, left: float, baseline: float, length: float, token: str = "accent"
) -> None:
    """The dashed line under a proposed value."""
    painter.save()
    pen = QPen(theme().color(token), pixel(painter))
    pen.setDashPattern([3, 2])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    at = snapped(painter, QRectF(left, baseline + 3, length, 1))
    middle = at.top() + pixel(painter) / 2
    painter.drawLine(QPointF(at.left(), middle), QPointF(at.right(), middle))
    painter.restore()


def row_background(
    painter: QPainter,
    rect: QRectF,
    *,
    selected: bool = False,
    focused: bool = True,
    hovered: bool = False,
    current: bool = False,
    edge: bool = True,
) -> None:
    """What lies behind a row: hover, selected (2 px accent at its left while the list is focused), current.

    Args:
        painter: paints on the list's viewport.
        rect: the whole row, or one cell of it.
        selected: the selected row.
        focused: its list has the keyboard.
        hovered: the pointer is over it.
        current: the current question, fact or demand.
        edge: this is the row's first cell, which bears the accent.
    """
    token = ""
    if selected:
        token = "selected" if focused else "selected_quiet"
    elif current:
        token = "current"
    elif hovered:
        token = "hover"
    area = snapped(painter, rect)
    if token:
        painter.fillRect(area, theme().color(token))
    if edge and ((selected and focused) or current):
        area.setWidth(2)
        painter.fillRect(area, theme().color("accent"))


def rounded(rect: QRectF, radius: float) -> QPainterPath:
    """The path of a rounded rectangle."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path
