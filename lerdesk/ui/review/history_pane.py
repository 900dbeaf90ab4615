"""The History tab: when, who, what, as the journal has it."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.base.written import day_words
from lerdesk.domain.request import HistoryEntry
from lerdesk.ui.guard import guarded
from lerdesk.ui.review.inline import Inline, Run
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import RowDelegate, RowList, has_keyboard, is_selected, paint

Index = QModelIndex | QPersistentModelIndex
_WHO, _WORDS = 176, 292


class _Entries(QAbstractListModel):
    def __init__(self) -> None:
        self.rows: tuple[HistoryEntry, ...] = ()
        self.zone: ZoneInfo | None = None
        super().__init__()

    def show(self, rows: tuple[HistoryEntry, ...]) -> None:
        if rows == self.rows:
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    @guarded(default=0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    @override
    @guarded(default=None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.rows):
            return None
        entry = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.at.astimezone(self.zone):%d %b %Y %H:%M}, {entry.actor}: {entry.words}"
        return None


class _Delegate(RowDelegate):
    def __init__(self, view: RowList, model: _Entries) -> None:
        self._view, self._entries = view, model
        super().__init__(view)

    def _words(self, entry: HistoryEntry, width: float) -> Inline:
        return Inline([Run(entry.words)], max(60, width - _WORDS - metrics.EDGE), 0)

    @override
    @guarded(default=QSize(100, metrics.ROW))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        width = self._view.viewport().width()
        height = self._words(self._entries.rows[index.row()], width).height
        return QSize(width, round(height) + 12)

    @override
    @guarded()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(option.rect)
        entry = self._entries.rows[index.row()]
        paint.row_background(
            painter,
            rect,
            selected=is_selected(option),
            focused=has_keyboard(self._view),
            hovered=self._view.hover.row == index.row(),
        )
        at = entry.at.astimezone(self._entries.zone)
        line = QRectF(rect.left(), rect.top() + 6, rect.width(), metrics.LINE)
        when = f"{day_words(at)} {at:%H:%M}"
        paint.words(painter, line.adjusted(metrics.EDGE, 0, 0, 0), when, token="quiet")
        who = QRectF(line.left() + _WHO, line.top(), _WORDS - _WHO - 12, metrics.LINE)
        paint.words(painter, who, entry.actor, token="quiet")
        self._words(entry, rect.width()).paint(painter, rect.left() + _WORDS, line.top())


class HistoryPane(QWidget):
    """Newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = _Entries()
        self.list = RowList("History")
        self.list.setModel(self.entries)
        self.list.setItemDelegate(_Delegate(self.list, self.entries))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)

    def set_zone(self, zone: ZoneInfo) -> None:
        """Show moments in the organisation's zone."""
        self.entries.zone = zone
        self.list.viewport().update()

    def show_history(self, entries: tuple[HistoryEntry, ...]) -> None:
        """Show these."""
        self.entries.show(tuple(sorted(entries, key=lambda entry: entry.number, reverse=True)))
