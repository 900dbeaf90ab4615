"""All letters as a list: drafts first, then what was issued, newest first."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.base.written import day_words
from lerdesk.desk.letter_queue import LetterRow
from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import metrics, theme
from lerdesk.ui.widgets import (
    SIGN_COLUMN,
    RowDelegate,
    RowList,
    has_keyboard,
    is_selected,
    paint,
    painting,
)
from lerdesk.ui.widgets.tips import tip

Index = QModelIndex | QPersistentModelIndex
_STATES = {
    "due": ("open", "To write", "text", 500),
    "draft": ("corrected", "Draft", "text", 500),
    "issued": ("check", "Issued", "quiet", 400),
}
_COLUMNS = ("State", "Letter", "Request", "To", "Number", "Date")


def columns(width: float) -> tuple[tuple[float, float], ...]:
    """Left edge and width of each column; what is left over goes to the addressee."""
    parts = [104.0, 208.0, 140.0, 0.0, 120.0, 100.0]
    parts[3] = max(120.0, width - 2 * metrics.EDGE - sum(parts))
    left, found = float(metrics.EDGE), []
    for part in parts:
        found.append((left, part))
        left += part
    return tuple(found)


def matches(row: LetterRow, words: str) -> bool:
    """Whether every word stands somewhere in the row."""
    text = " ".join(
        (row.state, row.title, row.reference, row.to, row.number or "", row.kind.value)
    ).casefold()
    return all(word in text for word in words.casefold().split())


class LetterModel(QAbstractListModel):
    """The letters that the filter leaves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows: tuple[LetterRow, ...] = ()
        self._all: tuple[LetterRow, ...] = ()
        self._words = ""
        self.zone = ZoneInfo("UTC")
        super().__init__(parent)

    @property
    def count(self) -> int:
        """How many there are without the filter."""
        return len(self._all)

    @property
    def drafts(self) -> int:
        """How many are drafts."""
        return sum(row.state == "draft" for row in self._all)

    @property
    def due(self) -> int:
        """How many wait to be written."""
        return sum(row.state == "due" for row in self._all)

    def set_rows(self, rows: tuple[LetterRow, ...]) -> None:
        """Show these."""
        self._all = rows
        self._show()

    def narrow(self, words: str) -> None:
        """Show those that have these words."""
        self._words = words
        self._show()

    def _show(self) -> None:
        self.beginResetModel()
        self.rows = tuple(row for row in self._all if matches(row, self._words))
        self.endResetModel()

    def day(self, moment: datetime | None) -> str:
        """A moment's day in the organisation's zone."""
        return day_words(moment.astimezone(self.zone).date()) if moment is not None else ""

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
            state = _STATES.get(row.state, ("", row.state.capitalize(), "quiet", 400))[1]
            number = f", {row.number}" if row.number else ""
            when = f", {self.day(row.at)}" if row.at is not None else ""
            return f"{state}: {row.title}, {row.reference}, to {row.to}{number}{when}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(row.to)
        return None


class _Delegate(RowDelegate):
    @override
    @guarded(QSize(200, metrics.ROW))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, metrics.ROW)

    @override
    @guarded()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        view = option.widget
        if not isinstance(row, LetterRow) or not isinstance(view, LetterList):
            return
        area = QRectF(option.rect)
        selected = is_selected(option)
        paint.row_background(
            painter,
            area,
            selected=selected,
            focused=has_keyboard(view),
            hovered=view.hover.row == index.row(),
        )
        sign, word, token, weight = _STATES.get(
            row.state, ("", row.state.capitalize(), "quiet", 400)
        )
        day = view.letters.day(row.at)
        cells = (word, row.title, row.reference, row.to, row.number or "", day)
        for place, (left, wide) in enumerate(columns(area.width())):
            cell = QRectF(area.left() + left, area.top(), wide - metrics.S3, area.height())
            if place == 0:
                mark = QRectF(cell.left(), cell.top(), metrics.SIGN, cell.height())
                theme().paint_sign(painter, mark, sign, "good" if sign == "check" else token)
                cell.adjust(SIGN_COLUMN, 0, 0, 0)
                paint.words(painter, cell, word, token=token, weight=weight)
            elif place == 1:
                paint.words(painter, cell, row.title, weight=weight)
            else:
                paint.words(painter, cell, cells[place], token="quiet" if place == 5 else "text")


class LetterList(RowList):
    """The rows. Enter or two clicks open one.

    Signals:
        opened: the ``LetterRow``.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.letters = LetterModel()
        super().__init__("Letters", parent)
        self.letters.setParent(self)
        self.setModel(self.letters)
        self.setItemDelegate(_Delegate(self))
        self.doubleClicked.connect(self._open)

    def select_row(self, row: int) -> None:
        """Make a row current, where it is there."""
        if self.letters.rows:
            place = min(max(row, 0), len(self.letters.rows) - 1)
            self.setCurrentIndex(self.letters.index(place))

    def _open(self, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(row, LetterRow):
            self.opened.emit(row)

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)


class Heads(QWidget):
    """The columns' names above the rows."""

    def __init__(self, rows: LetterList, parent: QWidget | None = None) -> None:
        self._rows = rows
        super().__init__(parent)
        self.setFixedHeight(metrics.TABLE_HEADER)

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            for place, (left, wide) in enumerate(columns(self._rows.viewport().width())):
                cell = QRectF(left, 0, wide - metrics.S3, self.height() - 1)
                if place == 0:
                    cell.adjust(SIGN_COLUMN, 0, 0, 0)
                paint.words(painter, cell, _COLUMNS[place], token="quiet")
            below = self.height() - 1
            paint.line(painter, QPointF(0, below), QPointF(self.width(), below))


class LetterTable(QWidget):
    """Heads and rows as one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = LetterList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Heads(self.list))
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
