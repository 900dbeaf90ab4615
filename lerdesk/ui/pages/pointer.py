"""What mouse and keyboard do to the words of a page view: select, stretch, drag away, click a mark."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from lerdesk.desk.pages import PageWords
from lerdesk.domain.fact import Box
from lerdesk.ui.pages.layout import Spot
from lerdesk.ui.pages.selection import Range, nearest, selected, step
from lerdesk.ui.pages.values import Mark, Selected

if TYPE_CHECKING:
    from lerdesk.ui.pages.view import PageView

#: what a drag of selected words carries beside their text
WORDS = "application/x-lerdesk-words"
#: points from a word at which the pointer still means it
_NEAR = 6.0


class Pointer:
    """Keeps one view's selection. The view hands it its events."""

    def __init__(self, view: "PageView") -> None:
        self._view = view
        self._range: Range | None = None
        self._chosen: Selected | None = None
        self._pressed: QPointF | None = None
        self._selecting = False
        self._dragging = False

    def selected(self) -> Selected | None:
        """The words that are selected."""
        return self._chosen

    def caret_box(self) -> Box | None:
        """The word on which the keyboard stands."""
        if self._range is None:
            return None
        words = self._words(self._range.paper, self._range.page)
        return words.words[self._range.caret].box if words is not None else None

    def clear(self) -> None:
        """Select nothing."""
        self._set(None)

    def select(self, paper: int, page: int, first: int, last: int) -> None:
        """Select words by their places on the page."""
        words = self._words(paper, page)
        if words is not None and 0 <= first <= last < len(words.words):
            self._set(Range(paper, page, first, last))

    def _words(self, paper: int, page: int) -> PageWords | None:
        feed = self._view.feed
        return feed.words(paper, page) if feed is not None else None

    def _set(self, chosen: Range | None) -> None:
        if chosen == self._range:
            return
        self._range = chosen
        words = self._words(chosen.paper, chosen.page) if chosen is not None else None
        self._chosen = selected(words, chosen) if words is not None and chosen is not None else None
        self._view.viewport().update()
        self._view.setAccessibleDescription(
            f"Selected: {self._chosen.words}" if self._chosen is not None else ""
        )
        self._view.words_selected.emit(self._chosen)

    # the mouse

    def _at(self, position: QPointF) -> tuple[Spot, float, float] | None:
        view = self._view
        x = position.x() + view.horizontalScrollBar().value()
        y = position.y() + view.verticalScrollBar().value()
        index = view.layout_now.at(y)
        if index < 0:
            return None
        spot = view.layout_now.spots[index]
        return spot, *view.layout_now.point(spot, x, y)

    def _word_at(self, position: QPointF, reach: float) -> tuple[Spot, int] | None:
        at = self._at(position)
        if at is None:
            return None
        spot, x, y = at
        words = self._words(spot.paper, spot.page)
        place = nearest(words, x, y, reach) if words is not None else None
        return (spot, place) if place is not None else None

    def mark_at(self, position: QPointF) -> Mark | None:
        """The mark under the pointer; the smallest where several lie."""
        at = self._at(position)
        if at is None:
            return None
        spot, x, y = at
        under = [
            mark
            for mark in self._view.marks_on(spot)
            if any(b[0] - 2 <= x <= b[2] + 2 and b[1] - 2 <= y <= b[3] + 2 for b in mark.boxes)
        ]
        return min(under, key=_area) if under else None

    def pressed(self, event: QMouseEvent) -> None:
        """Begin."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = event.position()
        self._selecting = False
        self._dragging = self._over_selection(event.position())
        found = self._word_at(event.position(), _NEAR)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._range and found:
            spot, place = found
            if (spot.paper, spot.page) == (self._range.paper, self._range.page):
                self._set(self._range.stretched(place))
                self._selecting = True

    def moved(self, event: QMouseEvent) -> None:
        """Stretch, or drag away what is selected."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_cursor(event.position())
            return
        travelled = (event.position() - self._pressed).manhattanLength()
        if travelled < QApplication.startDragDistance() and not self._selecting:
            return
        if self._dragging:
            self._pressed = None
            self._drag()
            return
        if not self._selecting:
            start = self._word_at(self._pressed, 1e9)
            if start is None:
                return
            spot, place = start
            self._selecting = True
            self._set(Range(spot.paper, spot.page, place, place))
        self._stretch(event.position())

    def _stretch(self, position: QPointF) -> None:
        if self._range is None:
            return
        view = self._view
        spot = view.layout_now.find(self._range.paper, self._range.page)
        words = self._words(self._range.paper, self._range.page)
        if spot is None or words is None:
            return
        x = position.x() + view.horizontalScrollBar().value()
        y = position.y() + view.verticalScrollBar().value()
        place = nearest(words, *view.layout_now.point(spot, x, y))
        if place is not None:
            self._set(self._range.stretched(place))

    def released(self, event: QMouseEvent) -> None:
        """End; a click without a way selects nothing and goes to the mark below."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        if not self._selecting:
            self.clear()
            mark = self.mark_at(event.position())
            if mark is not None:
                self._view.mark_clicked.emit(mark.id)
        self._pressed = None
        self._selecting = self._dragging = False

    def doubled(self, event: QMouseEvent) -> None:
        """Select the word."""
        found = self._word_at(event.position(), _NEAR)
        if found is not None:
            spot, place = found
            self._set(Range(spot.paper, spot.page, place, place))

    def _over_selection(self, position: QPointF) -> bool:
        at = self._at(position)
        if at is None or self._chosen is None:
            return False
        spot, x, y = at
        if (spot.paper, spot.page) != (self._chosen.paper, self._chosen.page):
            return False
        return any(b[0] <= x <= b[2] and b[1] <= y <= b[3] for b in self._chosen.boxes)

    def _drag(self) -> None:
        if self._chosen is None:
            return
        carried = QMimeData()
        carried.setText(self._chosen.words)
        carried.setData(WORDS, b"1")
        drag = QDrag(self._view)
        drag.setMimeData(carried)
        drag.exec(Qt.DropAction.CopyAction)

    def _show_cursor(self, position: QPointF) -> None:
        if self._over_selection(position):
            shape = Qt.CursorShape.OpenHandCursor
        elif self.mark_at(position) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif self._word_at(position, _NEAR) is not None:
            shape = Qt.CursorShape.IBeamCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        if self._view.viewport().cursor().shape() != shape:
            self._view.viewport().setCursor(shape)

    # the keyboard

    def key(self, event: QKeyEvent) -> bool:
        """Left and Right step from word to word, with Ctrl Up and Down from line to line; Shift stretches."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Left:
                return self._step(-1, 0, stretch=shift)
            case Qt.Key.Key_Right:
                return self._step(1, 0, stretch=shift)
            case Qt.Key.Key_Up if shift or control:
                return self._step(0, -1, stretch=shift)
            case Qt.Key.Key_Down if shift or control:
                return self._step(0, 1, stretch=shift)
            case Qt.Key.Key_Escape if self._range is not None:
                self.clear()
                return True
            case Qt.Key.Key_F if self._chosen is not None and not control:
                self._view.choose_asked.emit()
                return True
            case Qt.Key.Key_C if control and self._chosen is not None:
                QApplication.clipboard().setText(self._chosen.words)
                return True
        return False

    def _step(self, words_on: int, lines: int, *, stretch: bool) -> bool:
        if self._range is None:
            return self._start()
        words = self._words(self._range.paper, self._range.page)
        if words is None or not words.words:
            return False
        caret = self._range.caret
        caret = step(words, caret, lines) if lines else caret + words_on
        caret = min(max(caret, 0), len(words.words) - 1)
        self._set(self._range.stretched(caret) if stretch else self._range.moved(caret))
        self._follow()
        return True

    def _start(self) -> bool:
        """The first word in view."""
        view = self._view
        top = view.verticalScrollBar().value()
        for index in view.layout_now.between(top, top + view.viewport().height()):
            spot = view.layout_now.spots[index]
            words = self._words(spot.paper, spot.page)
            for place, word in enumerate(words.words if words is not None else ()):
                if view.layout_now.place(spot, word.box)[1] >= top:
                    self._set(Range(spot.paper, spot.page, place, place))
                    return True
        return False

    def _follow(self) -> None:
        box, chosen = self.caret_box(), self._range
        if box is not None and chosen is not None:
            self._view.show_mark(Mark("caret", chosen.paper, chosen.page, (box,)))


def _area(mark: Mark) -> float:
    return sum((b[2] - b[0]) * (b[3] - b[1]) for b in mark.boxes)
