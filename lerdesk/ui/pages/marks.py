"""Paints marks over a rendered page: multiplied on the undimmed page, also in the dark."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from lerdesk.domain.fact import Box
from lerdesk.ui.pages.layout import snap

#: around the words, in logical pixels
ROOM_X, ROOM_Y = 2.0, 1.0


@dataclass(frozen=True)
class Inks:
    """The colours of marks in one appearance."""

    quiet: QColor
    quiet_line: QColor
    strong: QColor
    ring: QColor
    selected: QColor


def around(box: Box, ratio: float) -> QRectF:
    """A box in the viewport's pixels, a little larger, with its edges on device pixels."""
    left = snap(box[0] - ROOM_X, ratio)
    top = snap(box[1] - ROOM_Y, ratio)
    right = snap(box[2] + ROOM_X, ratio)
    bottom = snap(box[3] + ROOM_Y, ratio)
    return QRectF(left, top, right - left, bottom - top)


class MarkPainter:
    """Paints the marks of one page.

    Args:
        painter: on the viewport.
        inks: the colours.
        page: the page's rectangle in the viewport.
        bare: the undimmed page where the painter shows a dimmed one, else None.
    """

    def __init__(
        self, painter: QPainter, inks: Inks, page: QRectF, bare: QImage | None, ratio: float
    ) -> None:
        self._painter = painter
        self._inks = inks
        self._page = page
        self._bare = bare
        self._ratio = ratio

    def quiet(self, boxes: Iterable[Box]) -> None:
        """Found: a fill with two pixels below."""
        for box in boxes:
            rect = around(box, self._ratio)
            self._fill(rect, self._inks.quiet)
            self._painter.fillRect(
                QRectF(rect.left(), rect.bottom() - 1, rect.width(), 2), self._inks.quiet_line
            )

    def strong(self, boxes: Iterable[Box]) -> None:
        """The current one: a fill with a ring, each line its own box."""
        rects = [around(box, self._ratio).adjusted(0, -1, 0, 1) for box in boxes]
        for rect in rects:
            self._fill(rect, self._inks.strong)
        self._painter.save()
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(QPen(self._inks.ring, 2, Qt.PenStyle.SolidLine))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in rects:
            self._painter.drawRoundedRect(rect, 2.5, 2.5)
        self._painter.restore()

    def selected(self, boxes: Iterable[Box]) -> None:
        """Words that a person marked."""
        for box in boxes:
            self._fill(around(box, self._ratio).adjusted(1, 0, -1, 0), self._inks.selected)

    def caret(self, box: Box) -> None:
        """The word on which the keyboard stands."""
        rect = around(box, self._ratio)
        self._painter.fillRect(
            QRectF(rect.left(), rect.bottom() - 1, rect.width(), 2), self._inks.ring
        )

    def _fill(self, rect: QRectF, colour: QColor) -> None:
        rect = rect.intersected(self._page)
        if rect.isEmpty():
            return
        if self._bare is not None:
            scale = self._ratio
            source = QRectF(
                (rect.left() - self._page.left()) * scale,
                (rect.top() - self._page.top()) * scale,
                rect.width() * scale,
                rect.height() * scale,
            )
            self._painter.drawImage(rect, self._bare, source)
        mode = self._painter.compositionMode()
        self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        self._painter.fillRect(rect, colour)
        self._painter.setCompositionMode(mode)
