"""Pages in one column, rendered elsewhere; scrolling never waits for them."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.pages.column import PageColumn
from lerdesk.ui.pages.feed import PageFeed, Picture
from lerdesk.ui.pages.layout import Spot
from lerdesk.ui.pages.look import look
from lerdesk.ui.pages.marks import MarkPainter
from lerdesk.ui.pages.pointer import Pointer
from lerdesk.ui.pages.values import Mark, Paper, Selected


class PageView(PageColumn):
    """The column of pages with its marks and the words selected in it.

    Signals:
        mark_clicked: a mark's id.
        words_selected: a ``Selected``, or None when nothing is selected any more.
        choose_asked: F was pressed while words are selected.
    """

    mark_clicked = Signal(str)
    words_selected = Signal(object)
    choose_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._look = look()
        self._marks: dict[tuple[int, int], list[Mark]] = {}
        self._current: str | None = None
        self._finds: dict[tuple[int, int], list[Mark]] = {}
        super().__init__(parent)
        self._pointer = Pointer(self)
        self.setAccessibleName("Pages of the document")
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)

    @override
    def set_papers(self, papers: tuple[Paper, ...], feed: PageFeed) -> None:
        """Show these documents from their first page."""
        super().set_papers(papers, feed)
        self._pointer.clear()
        self._finds.clear()

    def set_marks(self, marks: tuple[Mark, ...], current: str | None) -> None:
        """Quiet marks for all, a strong one for the current id."""
        self._marks = {}
        for mark in marks:
            self._marks.setdefault((mark.paper, mark.page), []).append(mark)
        self._current = current
        self.viewport().update()

    def set_finds(self, finds: tuple[Mark, ...]) -> None:
        """Where the searched words stand."""
        self._finds = {}
        for mark in finds:
            self._finds.setdefault((mark.paper, mark.page), []).append(mark)
        self.viewport().update()

    def marks_on(self, spot: Spot) -> list[Mark]:
        """The marks of one page; the current ones last, so that they lie on top."""
        marks = self._marks.get((spot.paper, spot.page), [])
        return sorted(marks, key=lambda mark: mark.id == self._current)

    @property
    def selection(self) -> Selected | None:
        """The words that are selected."""
        return self._pointer.selected()

    def select(self, paper: int, page: int, first: int, last: int) -> None:
        """Select the words from ``first`` to ``last`` of a page whose words are here."""
        self._pointer.select(paper, page, first, last)

    def clear_selection(self) -> None:
        """Select nothing."""
        self._pointer.clear()

    # painting

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages in view with their marks."""
        painter = QPainter(self.viewport())
        self._look = look()
        painter.fillRect(event.rect(), self._look.desk)
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        for index in self._column.between(top + event.rect().top(), top + event.rect().bottom()):
            self._paint_page(painter, self._column.spots[index], QPoint(left, top))

    def _paint_page(self, painter: QPainter, spot: Spot, origin: QPoint) -> None:
        rect = QRectF(spot.left - origin.x(), spot.top - origin.y(), spot.across, spot.down)
        edge = 1 / self.devicePixelRatioF()
        painter.fillRect(rect.adjusted(-edge, -edge, edge, edge), self._look.edge)
        painter.fillRect(rect, self._look.paper)
        bare: QImage | None = None
        wish = self.wish_for(spot)
        shown = self._feed.picture(wish) if self._feed is not None else None
        stretched = self._feed.stand_in(wish) if self._feed is not None and shown is None else None
        if shown is not None:
            image = shown.plain
            if self._look.dimmed:
                if shown.dimmed is None:
                    shown.dimmed = _dim(image, self._look.paper)
                bare, image = image, shown.dimmed
            # pixel for pixel: the renderer may round a page's size otherwise, and a stretched page shows seams
            ratio = self.devicePixelRatioF()
            whole = QRectF(rect.topLeft(), QSizeF(image.size()) / ratio)
            painter.drawImage(whole, image, QRectF(image.rect()))
        elif stretched is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            image = stretched.plain
            if self._look.dimmed:
                stretched.dimmed = stretched.dimmed or _dim(image, self._look.paper)
                image = stretched.dimmed
            painter.drawImage(rect, image, QRectF(image.rect()))
        else:
            self._placeholder(painter, spot, rect, wish)
        self._paint_marks(painter, spot, origin, rect, bare)

    def _placeholder(self, painter: QPainter, spot: Spot, rect: QRectF, wish: Picture) -> None:
        refused = self._feed.refusal(wish) if self._feed is not None else None
        painter.setPen(self._look.quiet)
        words = refused or f"Page {spot.page}"
        painter.drawText(
            rect.adjusted(24, 24, -24, -24),
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap,
            words,
        )

    def _paint_marks(
        self, painter: QPainter, spot: Spot, origin: QPoint, rect: QRectF, bare: QImage | None
    ) -> None:
        ratio = self.devicePixelRatioF()
        marker = MarkPainter(painter, self._look.inks, rect, bare, ratio)

        def placed(mark: Mark) -> list[tuple[float, float, float, float]]:
            return [self._in_view(spot, box, origin) for box in mark.boxes]

        marks = self.marks_on(spot)
        for mark in marks:
            if mark.id != self._current:
                marker.quiet(placed(mark))
        for mark in self._finds.get((spot.paper, spot.page), []):
            marker.selected(placed(mark))
        for mark in marks:
            if mark.id == self._current:
                marker.strong(placed(mark))
        chosen = self._pointer.selected()
        if chosen is not None and (chosen.paper, chosen.page) == (spot.paper, spot.page):
            boxes = [self._in_view(spot, box, origin) for box in chosen.boxes]
            marker.selected(boxes)
            caret = self._pointer.caret_box()
            if caret is not None and self.hasFocus():
                marker.caret(self._in_view(spot, caret, origin))

    def _in_view(
        self, spot: Spot, box: tuple[float, float, float, float], origin: QPoint
    ) -> tuple[float, float, float, float]:
        left, top, right, bottom = self._column.place(spot, box)
        return left - origin.x(), top - origin.y(), right - origin.x(), bottom - origin.y()

    def selection_rect(self) -> QRect:
        """Where the selected words stand, in the viewport's pixels; empty without any."""
        chosen = self._pointer.selected()
        spot = self._column.find(chosen.paper, chosen.page) if chosen else None
        if chosen is None or spot is None:
            return QRect()
        origin = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        whole = QRectF()
        for box in chosen.boxes:
            left, top, right, bottom = self._in_view(spot, box, origin)
            whole = whole.united(QRectF(left, top, right - left, bottom - top))
        return whole.toAlignedRect()

    # events

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys, zoom, and the caret among the words."""
        if not (self._page_key(event) or self._pointer.key(event)):
            super().keyPressEvent(event)

    def _page_key(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_PageDown:
                bar.setValue(bar.value() + bar.pageStep() - 48)
            case Qt.Key.Key_PageUp:
                bar.setValue(bar.value() - bar.pageStep() + 48)
            case Qt.Key.Key_Home if not shift:
                bar.setValue(0)
            case Qt.Key.Key_End if not shift:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal if control:
                self.zoom_by(1)
            case Qt.Key.Key_Minus if control:
                self.zoom_by(-1)
            case Qt.Key.Key_0 if control:
                self.fit()
            case _:
                return False
        return True

    @guarded()
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begins a selection, or a drag of what is selected."""
        self._pointer.pressed(event)

    @guarded()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stretches the selection."""
        self._pointer.moved(event)

    @guarded()
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends a selection, or clicks a mark."""
        self._pointer.released(event)

    @guarded()
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Selects a word."""
        self._pointer.doubled(event)

    @guarded()
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The chooser, for words that are selected."""
        if self.selection is not None:
            self.choose_asked.emit()
        event.accept()


def _dim(image: QImage, paper: QColor) -> QImage:
    dimmed = QImage(image.size(), image.format())
    dimmed.setDevicePixelRatio(image.devicePixelRatio())
    painter = QPainter(dimmed)
    painter.drawImage(0, 0, image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(dimmed.rect(), paper)
    painter.end()
    return dimmed
