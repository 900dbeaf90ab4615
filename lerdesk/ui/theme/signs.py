"""The signs, 10 px, by meaning; each stands beside a word, never alone.

check: taken by a person, or holds · proposed: dashed ring · open: ring · half: under way · triangle: late, or warning ·
diamond: soon · cross: not reached, objected · corrected: pen · bars: clock stopped · dot: unread · lock: sealed ·
silence: crossed eye.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from lerdesk.ui.theme import icons, metrics

_STROKE = 1.7


def _pen(colour: QColor, width: float = _STROKE) -> QPen:
    return QPen(
        colour,
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )


def _lines(painter: QPainter, colour: QColor, *points: tuple[float, float]) -> None:
    painter.setPen(_pen(colour))
    painter.drawPolyline([QPointF(x, y) for x, y in points])


def _filled(painter: QPainter, colour: QColor, *points: tuple[float, float]) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))


def _check(painter: QPainter, colour: QColor) -> None:
    _lines(painter, colour, (1.2, 5.4), (3.9, 8.1), (8.9, 2.2))


def _cross(painter: QPainter, colour: QColor) -> None:
    _lines(painter, colour, (1.8, 1.8), (8.2, 8.2))
    _lines(painter, colour, (8.2, 1.8), (1.8, 8.2))


def _ring(painter: QPainter, colour: QColor) -> None:
    painter.setPen(_pen(colour))
    painter.drawEllipse(QPointF(5, 5), 3.9, 3.9)


def _proposed(painter: QPainter, colour: QColor) -> None:
    pen = _pen(colour, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.36, 1.36])
    painter.setPen(pen)
    painter.drawEllipse(QPointF(5, 5), 3.9, 3.9)


def _half(painter: QPainter, colour: QColor) -> None:
    _ring(painter, colour)
    path = QPainterPath(QPointF(5, 1.1))
    path.arcTo(QRectF(1.1, 1.1, 7.8, 7.8), 90, -180)
    path.closeSubpath()
    painter.fillPath(path, QBrush(colour))


def _triangle(painter: QPainter, colour: QColor) -> None:
    _filled(painter, colour, (5, 1), (9.7, 9.2), (0.3, 9.2))


def _diamond(painter: QPainter, colour: QColor) -> None:
    _filled(painter, colour, (5, 0.4), (9.6, 5), (5, 9.6), (0.4, 5))


def _corrected(painter: QPainter, colour: QColor) -> None:
    _filled(painter, colour, (0.8, 9.2), (1.5, 6.5), (7, 1), (9, 3), (3.5, 8.5))


def _bars(painter: QPainter, colour: QColor) -> None:
    painter.fillRect(QRectF(2, 1.5, 2, 7), colour)
    painter.fillRect(QRectF(6, 1.5, 2, 7), colour)


def _dot(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(5, 5), 4, 4)


_SIGNS: dict[str, Callable[[QPainter, QColor], None]] = {
    "check": _check,
    "cross": _cross,
    "open": _ring,
    "ring": _ring,
    "proposed": _proposed,
    "half": _half,
    "triangle": _triangle,
    "diamond": _diamond,
    "corrected": _corrected,
    "bars": _bars,
    "dot": _dot,
}
_ICONS = {"lock": ("lock", 16), "silence": ("silence", 16)}

NAMES = (*_SIGNS, *_ICONS)
"""Every sign."""


def paint(painter: QPainter, rect: QRectF, sign: str, colour: QColor) -> None:
    """Paint a sign centred in ``rect``; an empty name paints nothing.

    Raises:
        KeyError: there is no such sign.
    """
    if not sign:
        return
    if sign in _ICONS:
        name, size = _ICONS[sign]
        icons.paint_icon(painter, rect, name, colour, size)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = metrics.SIGN / 2
    painter.translate(rect.center().x() - half, rect.center().y() - half)
    _SIGNS[sign](painter, colour)
    painter.restore()
