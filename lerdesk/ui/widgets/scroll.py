"""The scroll bar (6 px thumb, no arrows), the splitter (a 1 px line) and lines between parts."""

from typing import cast

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QSplitter,
    QSplitterHandle,
    QWidget,
)
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import theme
from lerdesk.ui.widgets import paint
from lerdesk.ui.widgets.painter import painting

_BAR = 10


class ScrollBar(QScrollBar):
    """A bar of 10 px with a rounded thumb of 6."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self._restyle()
        theme().changed.connect(self._restyle)

    def _restyle(self) -> None:
        thumb = theme().colours.thumb
        over = theme().colours.field
        upright = self.orientation() == Qt.Orientation.Vertical
        size, least = ("width", "min-height") if upright else ("height", "min-width")
        self.setStyleSheet(
            f"QScrollBar {{ background: transparent; {size}: {_BAR}px; margin: 0; border: none; }}"
            f"QScrollBar::handle {{ background: {thumb}; border-radius: 3px; margin: 2px; {least}: 28px; }}"
            f"QScrollBar::handle:hover {{ background: {over}; }}"
            "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }"
            "QScrollBar::add-page, QScrollBar::sub-page { background: none; }"
        )


def with_scroll_bars(area: QAbstractScrollArea) -> None:
    """Give a list, table, editor or page the window's scroll bars, and take its frame away."""
    area.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical, area))
    area.setHorizontalScrollBar(ScrollBar(Qt.Orientation.Horizontal, area))
    area.setFrameShape(QFrame.Shape.NoFrame)


class Scrolled(QScrollArea):
    """A page of widgets that scrolls up and down.

    Args:
        inside: the page.
        hugging: it is no higher than the page, so that what stands below follows the page's end.
    """

    def __init__(
        self, inside: QWidget, parent: QWidget | None = None, *, hugging: bool = False
    ) -> None:
        self._hugging = hugging
        super().__init__(parent)
        with_scroll_bars(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        if hugging:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    @override
    @guarded(QSize(200, 200))
    def sizeHint(self) -> QSize:
        hint, inside = super().sizeHint(), self.widget()
        if self._hugging and inside is not None:
            of_width = inside.heightForWidth(self.width()) if inside.hasHeightForWidth() else -1
            hint.setHeight(of_width if of_width > 0 else inside.sizeHint().height())
        return hint

    @override
    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if self._hugging and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)


class Line(QWidget):
    """A line between two parts, one device pixel thick."""

    def __init__(
        self,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
        *,
        length: int = 0,
    ) -> None:
        self._orientation = orientation
        super().__init__(parent)
        if orientation == Qt.Orientation.Horizontal:
            self.setFixedHeight(1)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        else:
            self.setFixedWidth(1)
            if length:
                self.setFixedHeight(length)

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            level = self._orientation == Qt.Orientation.Horizontal
            end = QPointF(self.width(), 0) if level else QPointF(0, self.height())
            paint.line(painter, QPointF(0, 0), end)


class _Handle(QSplitterHandle):
    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            upright = self.orientation() == Qt.Orientation.Horizontal
            area = QRectF(self.rect())
            end = QPointF(0, area.height()) if upright else QPointF(area.width(), 0)
            paint.line(painter, QPointF(0, 0), end)

    @override
    @guarded()
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks share the room evenly."""
        splitter = self.splitter()
        splitter.setSizes([1000] * splitter.count())

    @override
    @guarded(QSize(1, 1))
    def sizeHint(self) -> QSize:
        return QSize(1, 1)


class Splitter(QSplitter):
    """Two panes with a line between them that is dragged; nothing folds away by dragging."""

    def __init__(
        self,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(orientation, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    @override
    @guarded(cast("QSplitterHandle", None))
    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)
