"""The popup that asks which field the words marked on the page belong to."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import fonts, metrics
from lerdesk.ui.widgets import (
    Label,
    Line,
    Popup,
    RowDelegate,
    RowList,
    SearchField,
    is_selected,
    paint,
)
from lerdesk.ui.widgets.tips import tip

Index = QModelIndex | QPersistentModelIndex
Choice = tuple[str, str, str]
_MOST_ROWS = 8


class _Choices(QAbstractListModel):
    def __init__(self) -> None:
        self.rows: tuple[Choice, ...] = ()
        super().__init__()

    def show(self, rows: tuple[Choice, ...]) -> None:
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
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.rows[index.row()][1]
        return None


class _Delegate(RowDelegate):
    @override
    @guarded(default=QSize(200, metrics.ROW))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(200, metrics.ROW)

    @override
    @guarded()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, chosen = QRectF(option.rect), is_selected(option)
        paint.row_background(painter, rect, selected=chosen, edge=False)
        room = rect.adjusted(12, 0, -12, 0)
        paint.words(painter, room, str(index.data() or ""))
        if chosen:
            paint.words(painter, room, "Enter", token="quiet", align=paint.RIGHT)


class FieldChooser(Popup):
    """Filter, rows, one line of help.

    Signals:
        chosen: the field's name, or what else a choice is called.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Field for the marked words", parent)
        self._all: tuple[Choice, ...] = ()
        self._rows = _Choices()
        self.field = SearchField("Field", placeholder="Which field?")
        self.field.textChanged.connect(self._filter)
        self.field.stepped.connect(self._step)
        self.field.left.connect(self.close)
        self.field.returnPressed.connect(self._take)
        self.list = RowList("Fields")
        self.list.setModel(self._rows)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.viewport().setAutoFillBackground(False)  # it lies on the popup's own ground
        self.list.clicked.connect(lambda _index: self._take())
        self.help = Label("The marked words become its evidence.", quiet=True)
        self.help.setContentsMargins(4, 0, 4, 0)
        self.help.setFixedHeight(28)
        self.column.setContentsMargins(8, 8, 8, 2)
        self.column.addWidget(self.field)
        self.column.addSpacing(8)
        self.column.addWidget(Line())
        self.column.addSpacing(2)
        self.column.addWidget(self.list)
        self.column.addSpacing(2)
        self.column.addWidget(Line())
        self.column.addWidget(self.help)
        self.setFixedWidth(312)
        selection = self.list.selectionModel()
        selection.currentChanged.connect(lambda _now, _then: self._tell_help())

    def open_for(self, words: str, choices: tuple[Choice, ...], at: QRect, within: QWidget) -> None:
        """Ask for these words.

        Args:
            words: marked on the page.
            choices: field, label, help; best guesses first.
            at: where they stand, in global pixels.
            within: what the popup stays inside of.
        """
        self._all = choices
        shown = " ".join(words.split())
        short = fonts.elided(f"“{shown}”", 130)
        self.field.hint = self.field.focused_hint = short
        self.field.setTextMargins(32, 0, round(fonts.width(short)) + 16, 0)
        self.field.clear()
        self._filter("")
        self.show_below(QRectF(at), within)
        self.field.setFocus()

    def _filter(self, typed: str) -> None:
        parts = typed.casefold().split()
        rows = tuple(row for row in self._all if all(part in row[1].casefold() for part in parts))
        self._rows.show(rows)
        self.list.setFixedHeight(max(1, min(len(rows), _MOST_ROWS)) * metrics.ROW)
        if rows:
            self.list.setCurrentIndex(self._rows.index(0))
        self._tell_help()
        self.adjustSize()

    def _tell_help(self) -> None:
        at = self.list.currentIndex().row()
        help_words = self._rows.rows[at][2] if 0 <= at < len(self._rows.rows) else ""
        if not self._rows.rows:
            help_words = "No field is called that."
        shown = help_words or "The marked words become its evidence."
        self.help.setText(fonts.elided(shown, self.width() - 26))
        self.help.setToolTip(tip(shown))

    def _step(self, step: int) -> None:
        at = self.list.currentIndex().row() + step
        if 0 <= at < len(self._rows.rows):
            self.list.setCurrentIndex(self._rows.index(at))

    def _take(self) -> None:
        at = self.list.currentIndex().row()
        if 0 <= at < len(self._rows.rows):
            field = self._rows.rows[at][0]
            self.close()
            self.chosen.emit(field)
