"""The looks of the help's list of pages."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListWidget, QStyleOptionViewItem
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import HoverRow, RowDelegate, has_keyboard, is_selected, paint, set_up_rows


class _Delegate(RowDelegate):
    def __init__(self, view: QListWidget, hover: HoverRow) -> None:
        self._view, self._hover = view, hover
        super().__init__(view)

    @override
    @guarded(QSize(160, metrics.ROW))
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(160, metrics.ROW)

    @override
    @guarded()
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        area = QRectF(option.rect)
        selected = is_selected(option)
        paint.row_background(
            painter,
            area,
            selected=selected,
            focused=has_keyboard(self._view),
            hovered=self._hover.row == index.row(),
        )
        weight = 600 if selected else 400
        paint.words(painter, area.adjusted(16, 0, -8, 0), str(index.data() or ""), weight=weight)


def style_contents(view: QListWidget) -> None:
    """Give the list the window's rows."""
    hover = set_up_rows(view, "Help pages")
    view.setItemDelegate(_Delegate(view, hover))
    view.setFixedWidth(200)
    view.setViewportMargins(0, metrics.S2, 0, 0)
