"""The tab bar: words, a quiet count after them, 2 px accent below the chosen; nothing moves when another is chosen."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import fonts, metrics, theme
from lerdesk.ui.widgets import paint
from lerdesk.ui.widgets.painter import painting

_PADDING = 10
_GAP = 6


class TabBar(QTabBar):
    """Tabs of a place. Its first tab's words begin ``PADDING`` (10) right of the bar's own left edge.

    Args:
        name: for the screen reader.
        height: ``metrics.VIEWS_STRIP`` or ``metrics.TOOLBAR``.
    """

    ring_gap = -3
    PADDING = _PADDING

    def __init__(
        self, name: str, parent: QWidget | None = None, *, height: int = metrics.VIEWS_STRIP
    ) -> None:
        self._height = height
        self._counts: dict[int, str] = {}
        self._over = -1
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFont(fonts.font())
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(height)

    def add(self, words: str, count: str = "") -> int:
        """Add a tab; its number."""
        index = self.addTab(words)
        self.set_count(index, count)
        return index

    def set_count(self, index: int, count: str) -> None:
        """Show a figure after a tab's words: "14", "8/11"; empty shows none."""
        self._counts[index] = count
        words = f"{self.tabText(index)}, {count}" if count else self.tabText(index)
        self.setAccessibleTabName(index, words)
        self.setTabToolTip(index, "")
        self.updateGeometry()
        self.setIconSize(self.iconSize())  # asks Qt to lay the tabs out anew
        self.update()

    def count_of(self, index: int) -> str:
        """The figure after a tab's words."""
        return self._counts.get(index, "")

    @override
    @guarded(QSize(60, metrics.VIEWS_STRIP))
    def tabSizeHint(self, index: int) -> QSize:
        wide = fonts.width(self.tabText(index), 1.0, 600) + 2 * _PADDING
        if count := self._counts.get(index, ""):
            wide += _GAP + fonts.width(count)
        return QSize(round(wide), self._height)

    @override
    @guarded(QSize(20, metrics.VIEWS_STRIP))
    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    @override
    @guarded()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_over(self.tabAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    @override
    @guarded()
    def leaveEvent(self, event: QEvent) -> None:
        self._set_over(-1)
        super().leaveEvent(event)

    def _set_over(self, index: int) -> None:
        if index != self._over:
            self._over = index
            self.update()

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            for index in range(self.count()):
                area = QRectF(self.tabRect(index))
                chosen = index == self.currentIndex()
                if index == self._over and not chosen:
                    fill = theme().color("hover")
                    paint.frame(painter, area.adjusted(2, 5, -2, -5), fill=fill)
                weight = 600 if chosen else 400
                room = area.adjusted(_PADDING, 0, 0, 0)
                words = self.tabText(index)
                took = paint.words(painter, room, words, weight=weight)
                paint.words(
                    painter,
                    room.adjusted(took + _GAP, 0, 0, 0),
                    self._counts.get(index, ""),
                    token="quiet",
                )
                if chosen:
                    below = paint.snapped(
                        painter, QRectF(area.left(), area.bottom() - 2, area.width(), 2)
                    )
                    painter.fillRect(below, theme().color("accent"))


class TabStrip(QWidget):
    """A tab bar with its line below, and room for more at its right (``layout()`` is a row)."""

    def __init__(self, tabs: TabBar, parent: QWidget | None = None) -> None:
        from PySide6.QtWidgets import QHBoxLayout

        super().__init__(parent)
        self.tabs = tabs
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.EDGE - _PADDING, 0, metrics.EDGE, 0)
        row.setSpacing(metrics.S2)
        row.addWidget(tabs)
        row.addStretch(1)
        self.setFixedHeight(tabs.height())

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            below = self.height() - 1
            paint.line(painter, QPointF(0, below), QPointF(self.width(), below))
