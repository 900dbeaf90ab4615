"""The queue of notices, grouped by what can be done now; two lines a row."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from typing_extensions import override

from lerdesk.desk.notices import NoticeRow
from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import fonts, metrics, theme
from lerdesk.ui.widgets import RowDelegate, RowList, has_keyboard, is_selected, paint
from lerdesk.ui.widgets.tips import tip

Index = QModelIndex | QPersistentModelIndex
_BAR = (56.0, 4.0)
_WORDS = 36.0
_PRESSING = "Due today"


@dataclass(frozen=True)
class Head:
    """The head of a group, with how many rows it has."""

    words: str
    count: int


def matches(row: NoticeRow, words: str) -> bool:
    """Whether every word stands somewhere in the row."""
    text = " ".join((row.group, row.title, row.reference, row.line, row.why)).casefold()
    return all(word in text for word in words.casefold().split())


class NoticeModel(QAbstractListModel):
    """Heads and rows that the filter leaves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.items: list[Head | NoticeRow] = []
        self.all: tuple[NoticeRow, ...] = ()
        self._words = ""
        super().__init__(parent)

    def set_rows(self, rows: tuple[NoticeRow, ...]) -> None:
        """Show these."""
        self.all = rows
        self._show()

    def narrow(self, words: str) -> None:
        """Show those that have these words."""
        self._words = words
        self._show()

    def _show(self) -> None:
        rows = [row for row in self.all if matches(row, self._words)]
        groups = list(dict.fromkeys(row.group for row in rows))
        self.beginResetModel()
        self.items = []
        for group in groups:
            inside = [row for row in rows if row.group == group]
            self.items += [Head(group, len(inside)), *inside]
        self.endResetModel()

    def place_of(self, request_id: int | None) -> int:
        """The item that shows this request; the first row without one, -1 where there is none."""
        rows = [place for place, item in enumerate(self.items) if isinstance(item, NoticeRow)]
        for place in rows:
            item = self.items[place]
            if isinstance(item, NoticeRow) and item.request_id == request_id:
                return place
        return rows[0] if rows else -1

    @override
    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.items)

    @override
    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.items):
            return None
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return item
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            if isinstance(item, Head):
                return f"{item.words}, {item.count}"
            return f"{item.group}: {item.title}, {item.reference}. {item.line} {item.why}".strip()
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(item, NoticeRow):
            return tip(f"{item.line} {item.why}".strip())
        return None

    @override
    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        inside = index.isValid() and index.row() < len(self.items)
        if inside and isinstance(self.items[index.row()], NoticeRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class _Delegate(RowDelegate):
    @override
    @guarded(QSize(200, metrics.NOTICE_ROW))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if isinstance(index.data(Qt.ItemDataRole.UserRole), Head):
            return QSize(200, metrics.GROUP_HEAD + 4)
        return QSize(200, metrics.NOTICE_ROW)

    @override
    @guarded()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item, area = index.data(Qt.ItemDataRole.UserRole), QRectF(option.rect)
        view = option.widget
        if isinstance(item, Head):
            room = area.adjusted(metrics.EDGE, 0, -metrics.EDGE, 0)
            room.setTop(room.bottom() - metrics.GROUP_HEAD)
            paint.words(painter, room, item.words, weight=600)
            paint.words(painter, room, str(item.count), token="quiet", align=paint.RIGHT)
        elif isinstance(item, NoticeRow) and isinstance(view, NoticeList):
            paint.row_background(
                painter,
                area,
                selected=is_selected(option),
                focused=has_keyboard(view),
                hovered=view.hover.row == index.row(),
            )
            _paint_row(painter, area, item)


def _paint_row(painter: QPainter, area: QRectF, row: NoticeRow) -> None:
    pressing = row.group == _PRESSING
    token = "warning" if pressing or row.sign == "triangle" else "text"
    quiet_sign = row.sign in {"bars", "silence", "check"}
    mark = QRectF(area.left() + metrics.EDGE, area.top() + 5, metrics.SIGN, metrics.LINE)
    theme().paint_sign(painter, mark, row.sign, "quiet" if quiet_sign else token)
    first = QRectF(
        area.left() + _WORDS, area.top() + 5, area.width() - _WORDS - metrics.EDGE, metrics.LINE
    )
    reference = fonts.width(row.reference)
    paint.words(painter, first, row.reference, token="quiet", align=paint.RIGHT)
    paint.words(painter, first.adjusted(0, 0, -reference - metrics.S3, 0), row.title, weight=500)
    second = first.translated(0, metrics.LINE)
    took = paint.words(painter, second, row.line, token=token, weight=500 if pressing else 400)
    if row.why and took + 4 < second.width():
        room = second.adjusted(took + 4, 0, 0, 0)
        took += 4 + paint.words(painter, room, row.why, token="quiet")
    if row.progress is not None and took + 8 + _BAR[0] <= second.width():
        left = second.left() + took + 8
        _paint_progress(painter, QRectF(left, second.center().y() - 1, *_BAR), row.progress)


def _paint_progress(painter: QPainter, area: QRectF, progress: tuple[int, int]) -> None:
    done, whole = progress
    paint.frame(painter, area, fill=theme().color("line"), radius=2)
    part = QRectF(area)
    part.setWidth(area.width() * min(max(done, 0), whole) / max(whole, 1))
    if part.width() >= 2:
        paint.frame(painter, part, fill=theme().color("accent"), radius=2)


class NoticeList(RowList):
    """The rows; Enter works on the one that is current.

    Signals:
        chosen: the ``NoticeRow`` that became current, or None.
        worked: Enter or two clicks on a row.
    """

    chosen = Signal(object)
    worked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.notices = NoticeModel()
        super().__init__("Notices", parent)
        self.notices.setParent(self)
        self.setModel(self.notices)
        self.setItemDelegate(_Delegate(self))
        self.setMinimumWidth(260)
        self.doubleClicked.connect(self._work)

    @property
    def current(self) -> NoticeRow | None:
        """The row that is current."""
        item = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        return item if isinstance(item, NoticeRow) else None

    def select_request(self, request_id: int | None) -> None:
        """Make the row of this request current, else the first."""
        place = self.notices.place_of(request_id)
        if place >= 0:
            self.setCurrentIndex(self.notices.index(place))
            self.scrollTo(self.notices.index(place))

    def step(self, steps: int) -> None:
        """Go on to the next row, or back."""
        place = self.currentIndex().row() + steps
        while 0 <= place < len(self.notices.items):
            if isinstance(self.notices.items[place], NoticeRow):
                self.setCurrentIndex(self.notices.index(place))
                return
            place += steps

    @override
    @guarded()
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.current)

    def _work(self, _index: object = None) -> None:
        if self.current is not None:
            self.worked.emit(self.current)

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not (event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self._work()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_J} and plain:
            self.step(1)
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_K} and plain:
            self.step(-1)
        else:
            super().keyPressEvent(event)
