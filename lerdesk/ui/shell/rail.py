"""The rail: places above; the person, Lock, Help and Settings below. Two lists, so two Tab stops; folds to icons."""

from dataclasses import dataclass, replace

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
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.shell.registry import OTHER, PLACES
from lerdesk.ui.theme import metrics, theme
from lerdesk.ui.widgets import RowDelegate, RowList, has_keyboard, paint, painting

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class RailRow:
    """One row: its name is what ``chosen`` tells."""

    name: str
    title: str
    icon: str
    figure: str = ""
    keys: str = ""


class RailModel(QAbstractListModel):
    """The rows of one of the two lists."""

    def __init__(self, rows: tuple[RailRow, ...], parent: QWidget) -> None:
        self.rows = list(rows)
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
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.figure}" if row.figure else row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.title}  {row.keys}".rstrip()
        return None

    def change(self, name: str, **values: str) -> None:
        """Show another figure or title on a row."""
        for number, row in enumerate(self.rows):
            if row.name == name:
                new = replace(row, **values)
                if new != row:
                    self.rows[number] = new
                    index = self.index(number)
                    self.dataChanged.emit(index, index)

    def number_of(self, name: str) -> int:
        """A row's number; -1 where it has none."""
        return next((n for n, row in enumerate(self.rows) if row.name == name), -1)


class _Delegate(RowDelegate):
    def __init__(self, view: "RailList") -> None:
        self._view = view
        super().__init__(view)

    @override
    @guarded(QSize(metrics.RAIL_FOLDED, 34))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(metrics.RAIL_FOLDED, metrics.RAIL_ROW + 2)

    @override
    @guarded()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self._view
        row = view.rows.rows[index.row()]
        held = theme()
        here = row.name == view.here
        folded = view.folded
        inset = 4 if folded else 8
        area = QRectF(option.rect).adjusted(inset, 1, -inset, -1)
        keyboard = has_keyboard(view) and index.row() == view.currentIndex().row()
        if here:
            paint.frame(painter, area, fill=held.color("selected_quiet"))
        elif view.hover.row == index.row():
            paint.frame(painter, area, fill=held.color("hover"))
        if keyboard:
            edge = paint.snapped(
                painter, QRectF(area.left(), area.top() + 6, 2, area.height() - 12)
            )
            painter.fillRect(edge, held.color("accent"))
        left = area.left() + (6 if folded else 8)
        place = QRectF(left, area.top(), metrics.ICON, area.height())
        held.paint_icon(painter, place, row.icon, "accent" if here else "quiet")
        words = place.adjusted(metrics.ICON + (2 if folded else 8), 0, 0, 0)
        words.setRight(view.width() if folded else area.right() - 8)
        if folded:
            if row.name != "review":
                paint.words(painter, words.adjusted(0, 0, 4, 0), row.figure)
            return
        ink = "text" if here else "quiet"
        took = paint.words(painter, words, row.figure, token=ink, align=paint.RIGHT)
        words.setRight(words.right() - took - 6)
        paint.words(painter, words, row.title, weight=600 if here else 400)


class RailList(RowList):
    """One of the rail's two lists: arrows move, Enter or a click goes."""

    chosen = Signal(object)  # str: a row's name

    def __init__(self, name: str, rows: tuple[RailRow, ...], parent: QWidget) -> None:
        self.here = ""
        self.folded = False
        super().__init__(name, parent)
        self.rows = RailModel(rows, self)
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self))
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight((metrics.RAIL_ROW + 2) * len(rows))
        self.setCurrentIndex(self.rows.index(0))

    def set_here(self, name: str) -> None:
        """Mark the place that is shown."""
        self.here = name
        number = self.rows.number_of(name)
        if number >= 0:
            self.setCurrentIndex(self.rows.index(number))
        self.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.rows.rows[index.row()].name)

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    @guarded()
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.indexAt(event.position().toPoint()))


class Rail(QWidget):
    """Both lists; ``chosen`` tells "inbox" ... "settings", "person" or "lock"."""

    chosen = Signal(object)  # str

    def __init__(self, parent: QWidget | None = None) -> None:
        self.folded = False
        super().__init__(parent)
        upper = tuple(
            RailRow(entry.name, entry.title, entry.icon, keys=entry.keys) for entry in PLACES
        )
        lower = (
            RailRow("person", "", "person"),
            RailRow("lock", "Lock", "lock", keys="Ctrl+L"),
            *(RailRow(entry.name, entry.title, entry.icon, keys=entry.keys) for entry in OTHER),
        )
        self.places = RailList("Places", upper, self)
        self.others = RailList("You and the program", lower, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 7, 0, 8)
        column.setSpacing(8)
        column.addWidget(self.places)
        column.addStretch(1)
        column.addWidget(self.others)
        for part in (self.places, self.others):
            part.chosen.connect(self.chosen)
        self.set_folded(False)

    def set_folded(self, folded: bool) -> None:  # noqa: FBT001  a setter
        """Icons alone, or icons and words."""
        self.folded = folded
        for part in (self.places, self.others):
            part.folded = folded
            part.viewport().update()
        self.setFixedWidth(metrics.RAIL_FOLDED if folded else metrics.RAIL)

    def set_here(self, name: str) -> None:
        """Mark the place that is shown."""
        self.places.set_here(name)
        self.others.set_here(name)

    def set_figure(self, name: str, figure: str) -> None:
        """What waits at a place, or the open request's number; empty shows none."""
        self.places.rows.change(name, figure=figure)

    def set_person(self, name: str) -> None:
        """Who is at the desk, with the first name as a letter."""
        self.others.rows.change("person", title=short_name(name))

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme().color("side"))
            right = self.width() - 1
            paint.line(painter, QPointF(right, 0), QPointF(right, self.height()))
            top = self.others.y() - 8
            inset = 12 if self.folded else 16
            paint.line(painter, QPointF(inset, top), QPointF(self.width() - inset, top))


def short_name(name: str) -> str:
    """The first name as a letter: "I. Albrecht"; one word stays."""
    words = name.split()
    if len(words) < 2:
        return name
    return f"{words[0][0]}. {words[-1]}"
