"""What lists and tables share: the hovered row, one selection look, Enter and the words a screen reader says."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import fonts
from lerdesk.ui.widgets.scroll import with_scroll_bars

Index = QModelIndex | QPersistentModelIndex


class HoverRow(QObject):
    """Keeps the row under the pointer, since Qt's own hover is one cell; repaints old and new row.

    Attributes:
        row: the hovered row, -1 for none.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        self.row = -1
        self._view = view
        super().__init__(view)
        view.setMouseTracking(True)
        view.viewport().installEventFilter(self)

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._set(self._view.indexAt(event.position().toPoint()).row())
        elif event.type() in {QEvent.Type.Leave, QEvent.Type.Wheel}:
            self._set(-1)
        return False

    def _set(self, row: int) -> None:
        if row != self.row:
            self.row = row
            self._view.viewport().update()


def has_keyboard(view: QWidget) -> bool:
    """Whether a list, or something inside it, has the keyboard and its window is in front."""
    if view.hasFocus():
        return True
    inside = QApplication.focusWidget()
    return inside is not None and view.isAncestorOf(inside)


def is_selected(option: QStyleOptionViewItem) -> bool:
    """Whether a delegate paints a selected item."""
    return bool(option.state & QStyle.StateFlag.State_Selected)


class RowDelegate(QStyledItemDelegate):
    """Base of the window's delegates: override ``paint`` and ``sizeHint``, each with ``@guarded``."""

    @override
    @guarded()
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)


def set_up_rows(view: QAbstractItemView, name: str) -> HoverRow:
    """Give a list or table its name, scroll bars, selection by row and a hovered row."""
    view.setAccessibleName(name)
    view.setFont(fonts.font())
    with_scroll_bars(view)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)
    return HoverRow(view)


class RowList(QListView):
    """A list with the window's looks; ``hover.row`` is the row under the pointer."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hover = set_up_rows(self, name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(False)

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew: a scroll bar that comes after the first layout makes the rows narrower too."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
