"""The list that drops below the search and command field. It is never focused: the field keeps the keyboard."""

from collections.abc import Callable
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
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import fonts, metrics, theme
from lerdesk.ui.widgets import RowDelegate, RowList, paint, paint_popup

Index = QModelIndex | QPersistentModelIndex
_MOST_ROWS = 15
_QUIET_SHARE = 0.42


@dataclass(frozen=True)
class Line:
    """One line of the list; one without ``run`` is the head of a group.

    Attributes:
        words: shown, with what was typed in 600.
        quiet: after the words.
        keys: at the right edge.
    """

    words: str
    icon: str = ""
    quiet: str = ""
    keys: str = ""
    run: Callable[[], None] | None = None


class _Lines(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        self.lines: list[Line] = []
        super().__init__(parent)

    @override
    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    @override
    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{line.words} {line.quiet}".strip()
        return None

    def set_lines(self, lines: list[Line]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()


class _Delegate(RowDelegate):
    def __init__(self, view: "CommandList") -> None:
        self._view = view
        super().__init__(view)

    @override
    @guarded(QSize(200, metrics.ROW))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, metrics.ROW)

    @override
    @guarded()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self._view
        line = view.lines.lines[index.row()]
        area = QRectF(option.rect)
        if line.run is None:
            paint.words(painter, area.adjusted(16, 4, -16, 0), line.words, token="quiet")
            return
        here = index.row() == view.at
        hovered = view.rows.hover.row == index.row()
        paint.row_background(painter, area, selected=here, hovered=hovered, edge=False)
        place = QRectF(area.left() + 16, area.top(), metrics.ICON, area.height())
        theme().paint_icon(painter, place, line.icon or "document", "accent" if here else "quiet")
        words = area.adjusted(44, 0, -16, 0)
        if line.keys:
            took = paint.words(painter, words, line.keys, token="quiet", align=paint.RIGHT)
            words.setRight(words.right() - took - 12)
        if line.quiet:
            least = QRectF(words)
            least.setLeft(words.right() - words.width() * _QUIET_SHARE)
            took = paint.words(painter, least, line.quiet, token="quiet", align=paint.RIGHT)
            words.setRight(words.right() - took - 12)
        _paint_matched(painter, words, line.words, view.typed)


def _paint_matched(painter: QPainter, rect: QRectF, words: str, typed: str) -> None:
    """The words, with what was typed in 600."""
    words = fonts.elided(words, rect.width() - 6)
    start = words.casefold().find(fonts.printed(typed.casefold())) if typed else -1
    if start < 0:
        paint.words(painter, rect, words)
        return
    taken = 0.0
    end = start + len(typed)
    for part, weight in ((words[:start], 400), (words[start:end], 600), (words[end:], 400)):
        if part:
            painter.setFont(fonts.font(1.0, weight))
            painter.setPen(theme().color("text"))
            painter.drawText(rect.adjusted(taken, 0, 0, 0), int(paint.LEFT), part)
            taken += fonts.width(part, 1.0, weight)


class CommandList(QFrame):
    """A child of the window, placed below its field; ``stepped`` and ``run_current`` are called by the field."""

    ran = Signal()
    spoke = Signal(object)  # str: the current line, for the field's description

    def __init__(self, parent: QWidget) -> None:
        self.at = -1
        self.typed = ""
        self._stepped = False
        super().__init__(parent)
        self.setAccessibleName("Commands and finds")
        self.rows = RowList("Commands and finds", self)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.viewport().setAutoFillBackground(False)
        self.lines = _Lines(self)
        self.rows.setModel(self.lines)
        self.rows.setItemDelegate(_Delegate(self))
        self.rows.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 6)
        column.addWidget(self.rows)
        self.hide()

    def set_lines(self, lines: list[Line], typed: str) -> None:
        """Show these lines; the first that does something is current."""
        kept = self.lines.lines[self.at].words if 0 <= self.at < len(self.lines.lines) else ""
        same = self.typed == typed and self._stepped
        self._stepped = same
        self.typed = typed
        self.lines.set_lines(lines)
        numbers = [n for n, line in enumerate(lines) if line.run is not None]
        again = [n for n in numbers if same and lines[n].words == kept]
        self.setFixedHeight(min(len(lines), _MOST_ROWS) * metrics.ROW + 12)
        self._set_at((again or numbers or [-1])[0])
        if not again:
            self.rows.scrollToTop()  # the head of the first group is no line to step to

    def step(self, by: int) -> None:
        """Move to the next or the previous line that does something; round at the ends."""
        numbers = [n for n, line in enumerate(self.lines.lines) if line.run is not None]
        if not numbers:
            return
        self._stepped = True
        place = numbers.index(self.at) if self.at in numbers else -1 if by > 0 else 0
        self._set_at(numbers[(place + by) % len(numbers)])
        if self.at == numbers[0]:
            self.rows.scrollToTop()

    def _set_at(self, row: int) -> None:
        self.at = row
        if row >= 0:
            index = self.lines.index(row)
            self.rows.scrollTo(index)
            self.spoke.emit(str(index.data() or ""))
        self.rows.viewport().update()

    def run_current(self) -> None:
        """Do what the current line says."""
        if 0 <= self.at < len(self.lines.lines):
            self._run(self.lines.lines[self.at])

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            self._run(self.lines.lines[index.row()])

    def _run(self, line: Line) -> None:
        if line.run is not None:
            self.ran.emit()
            line.run()

    @override
    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press between the lines closes nothing."""

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_popup(self)
