"""The requests behind a figure, in a popup below it: Enter opens one in Review."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from typing_extensions import override

from lerdesk.desk.inbox import InboxRow
from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import fonts, metrics
from lerdesk.ui.widgets import (
    Label,
    Popup,
    RowDelegate,
    RowList,
    has_keyboard,
    is_selected,
    paint,
)

Index = QModelIndex | QPersistentModelIndex
_WIDE = 620
_MOST = 12
_COLUMNS = (0, 132, 340)


class _Model(QAbstractListModel):
    def __init__(self, rows: tuple[InboxRow, ...], parent: QWidget) -> None:
        self.rows = rows
        super().__init__(parent)

    @override
    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    @override
    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{row.reference}, {row.process}, {row.agency}"
        return None


class _Delegate(RowDelegate):
    @override
    @guarded(QSize(200, metrics.ROW))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, metrics.ROW)

    @override
    @guarded()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, view, area = (
            index.data(Qt.ItemDataRole.UserRole),
            option.widget,
            QRectF(option.rect),
        )
        if not isinstance(row, InboxRow) or not isinstance(view, RowList):
            return
        paint.row_background(
            painter,
            area,
            selected=is_selected(option),
            focused=has_keyboard(view),
            hovered=view.hover.row == index.row(),
        )
        inner = area.adjusted(metrics.S3, 0, -metrics.S3, 0)
        ends = (*_COLUMNS[1:], round(inner.width()))
        for left, end, words in zip(
            _COLUMNS, ends, (row.reference, row.process, row.agency), strict=True
        ):
            room = QRectF(inner.left() + left, inner.top(), end - left - 8, inner.height())
            paint.words(painter, room, words, token="text" if left == 0 else "quiet")


class _List(RowList):
    def __init__(self, name: str, run: Callable[[], None], parent: QWidget) -> None:
        self._run = run
        super().__init__(name, parent)

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._run()
        else:
            super().keyPressEvent(event)


class Behind(Popup):
    """The list.

    Args:
        name: of the figure: "Subpoenas, partial".
        rows: its requests.
        go: opens a request by its id.
        parent: over which it drops.
    """

    def __init__(
        self, name: str, rows: tuple[InboxRow, ...], go: Callable[[int], None], parent: QWidget
    ) -> None:
        super().__init__(name, parent)
        self._go = go
        count = "1 request" if len(rows) == 1 else f"{len(rows):,} requests"
        head = Label(f"{name}: {count}", weight=600)
        head.setContentsMargins(metrics.S3, 0, metrics.S3, 0)
        head.setFixedHeight(metrics.ROW)
        self.list = _List(f"Requests behind {name}", self._open, self)
        self.list.setModel(_Model(rows, self.list))
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setFixedHeight(metrics.ROW * min(max(len(rows), 1), _MOST))
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.clicked.connect(self._open)
        hint = Label("Enter opens it  ·  Esc closes", quiet=True)
        hint.setContentsMargins(metrics.S3, 0, metrics.S3, 0)
        hint.setFixedHeight(metrics.ROW)
        self.column.setContentsMargins(1, 4, 1, 2)
        for widget in (head, self.list, hint):
            self.column.addWidget(widget)
        longest = max((fonts.width(row.agency) for row in rows), default=0)
        self.setFixedWidth(round(min(max(_WIDE, _COLUMNS[-1] + longest + 40), 860)))

    def _open(self, _index: object = None) -> None:
        row = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        if isinstance(row, InboxRow):
            self.close()
            self._go(row.id)
