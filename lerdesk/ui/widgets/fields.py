"""Fields: one line, search, combo, several lines. All 28 high with a 1 px border; an error makes the border late."""

from PySide6.QtCore import (
    QElapsedTimer,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import fonts, metrics, theme
from lerdesk.ui.widgets import paint
from lerdesk.ui.widgets.painter import painting
from lerdesk.ui.widgets.scroll import ScrollBar

_BARE = "background: transparent; border: none; padding: 0;"
_BULLET = "lineedit-password-character: 8226;"


class Field(QLineEdit):
    """One line of text.

    Attributes:
        wrong: the value is refused: the border turns late (say why beside it, with a sign).
        ring_gap: where the focus ring lies; 0 replaces the border.
    """

    ring_gap = 0

    def __init__(
        self, name: str, parent: QWidget | None = None, *, placeholder: str = "", text: str = ""
    ) -> None:
        self.wrong = False
        super().__init__(text, parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFont(fonts.font(tabular=False))  # what is typed keeps its own hyphens
        self._restyle()
        theme().changed.connect(self._restyle)
        self.setAcceptDrops(False)  # a file dropped anywhere is a request, never a path in a field
        self.setFixedHeight(metrics.CONTROL)
        self.setTextMargins(metrics.FIELD_PADDING, 0, metrics.FIELD_PADDING, 0)

    def _restyle(self) -> None:
        quiet = theme().colours.quiet
        self.setStyleSheet(f"QLineEdit {{ {_BARE} placeholder-text-color: {quiet}; {_BULLET} }}")

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001  a setter
        """Mark or unmark the value as refused."""
        self.wrong = wrong
        self.update()

    def _border(self) -> str:
        return "late" if self.wrong else "field"

    def _fill(self) -> str:
        return "ground"

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            held = theme()
            paint.frame(
                painter,
                QRectF(self.rect()),
                border=held.color(self._border() if self.isEnabled() else "line"),
                fill=held.color(self._fill()),
            )
            self._decorate(painter)
        super().paintEvent(event)

    def _decorate(self, painter: QPainter) -> None:
        """Icons and hints inside the border, below the words."""


class SearchField(Field):
    """A field with an icon before the words and a key hint at its right edge.

    ``quiet``: side fill and light border while it is not focused, as the command field has.
    Down and Up in it are told by ``stepped``, Escape in it by ``left``: the list below it is never focused.
    """

    stepped = Signal(object)  # int: 1 down, -1 up
    left = Signal()

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        placeholder: str = "",
        icon: str = "search",
        hint: str = "",
        focused_hint: str = "",
        quiet: bool = False,
    ) -> None:
        self.icon_name = icon
        self.hint = hint
        self.focused_hint = focused_hint or hint
        self.quiet = quiet
        super().__init__(name, parent, placeholder=placeholder)
        right = max(fonts.width(self.hint), fonts.width(self.focused_hint))
        self.setTextMargins(32, 0, round(right) + 2 * metrics.FIELD_PADDING, 0)
        self.setMaximumWidth(metrics.SEARCH_MOST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def _border(self) -> str:
        return "line" if self.quiet else super()._border()

    @override
    def _fill(self) -> str:
        return "side" if self.quiet and not self.hasFocus() else "ground"

    @override
    def _decorate(self, painter: QPainter) -> None:
        area = QRectF(self.rect())
        ink = "text" if self.hasFocus() else "quiet"
        theme().paint_icon(painter, QRectF(9, 0, metrics.ICON, area.height()), self.icon_name, ink)
        hint = self.focused_hint if self.hasFocus() else self.hint
        if hint and self.width() > 220:
            room = area.adjusted(0, 0, -9, 0)
            paint.words(painter, room, hint, token="quiet", align=paint.RIGHT)

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if (key := Qt.Key(event.key())) in steps:
            self.stepped.emit(steps[key])
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _ChoiceDelegate(QStyledItemDelegate):
    """Rows of a combo's list: 30 px, the window's own selection."""

    @override
    @guarded(QSize(80, metrics.ROW))
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(round(fonts.width(str(index.data() or ""))) + 24, metrics.ROW)

    @override
    @guarded()
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        area = QRectF(option.rect)
        painter.fillRect(area, theme().color("ground"))
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        paint.row_background(painter, area, selected=selected, edge=False)
        paint.words(painter, area.adjusted(9, 0, -9, 0), str(index.data() or ""))


class Combo(QComboBox):
    """A choice of one; the list drops below it."""

    ring_gap = 0

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFont(fonts.font())
        self.setFixedHeight(metrics.CONTROL)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        choices = QListView(self)
        choices.setAccessibleName(name)
        choices.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical, choices))
        self.setView(choices)
        self.setItemDelegate(_ChoiceDelegate(self))
        self._words = ""  # of a name, as far as it is typed
        self._typed = QElapsedTimer()  # since their last letter; not valid: none yet

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A space within a name that is being typed belongs to it; at rest it opens the list."""
        rest = QApplication.keyboardInputInterval()
        if not self._typed.isValid() or self._typed.hasExpired(rest):
            self._words = ""
        letter = bool(event.text()) and event.text().isprintable()
        command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if letter and not event.modifiers() & command and (self._words or event.text().strip()):
            self._typed.start()
            self._search_on(event.text())
            return
        self._words = ""
        super().keyPressEvent(event)

    def _search_on(self, text: str) -> None:
        """The next entry that begins so, else the first that has words which begin so."""
        again = self._words == text  # one letter again and again goes from entry to entry
        self._words = self._words if again else self._words + text
        sought = self._words.casefold()
        begun = len(sought) == 1 and self.currentIndex() >= 0
        at = max(self.currentIndex(), 0) + (again or begun)
        rows = [(at + step) % self.count() for step in range(self.count())]
        names = {row: self.itemText(row).casefold() for row in rows}
        fits = [row for row in rows if names[row].startswith(sought)]
        fits += [row for row in sorted(rows) if f" {sought}" in f" {names[row]}"]
        if fits and fits[0] != self.currentIndex():
            self.setCurrentIndex(fits[0])
            self.activated.emit(fits[0])

    @override
    @guarded(QSize(120, metrics.CONTROL))
    def sizeHint(self) -> QSize:
        widest = max((fonts.width(self.itemText(i)) for i in range(self.count())), default=80)
        return QSize(round(widest) + 9 + 8 + metrics.ICON + 9, metrics.CONTROL)

    @override
    @guarded(QSize(80, metrics.CONTROL))
    def minimumSizeHint(self) -> QSize:
        return QSize(80, metrics.CONTROL)

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            held = theme()
            area = QRectF(self.rect())
            off = not self.isEnabled()
            fill = "hover" if self.underMouse() and not off else "ground"
            border = held.color("line" if off else "field")
            paint.frame(painter, area, border=border, fill=held.color(fill))
            ink = "quiet" if off else "text"
            room = area.adjusted(9, 0, -(9 + metrics.ICON + 4), 0)
            paint.words(painter, room, self.currentText(), token=ink)
            place = QRectF(area.right() - 8 - metrics.ICON, 0, metrics.ICON, area.height())
            held.paint_icon(painter, place, "open_list", ink)


class TextArea(QPlainTextEdit):
    """Several lines of plain text; Tab leaves it."""

    ring_gap = 0
    #: height beside its lines: one line is as high as a field
    AROUND = metrics.CONTROL - metrics.LINE

    def __init__(self, name: str, parent: QWidget | None = None, *, lines: int = 3) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFont(fonts.font(tabular=False))
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical, self))
        self.viewport().setAutoFillBackground(False)
        self._restyle()
        theme().changed.connect(self._restyle)
        self.setViewportMargins(metrics.FIELD_PADDING - 1, 3, 2, 1)  # words on the fields' edge
        self.document().setDocumentMargin(3)
        self.setFixedHeight(lines * metrics.LINE + self.AROUND)

    def _restyle(self) -> None:
        """A sheet keeps the colours of the moment in which it was set."""
        held = theme().colours
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: transparent; border: none; color: {held.text};"
            f" placeholder-text-color: {held.quiet}; }}"
        )

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)

    @override
    @guarded(False)
    def event(self, event: object) -> bool:
        """The border is painted on the frame, around the viewport."""
        if isinstance(event, QPaintEvent):
            with painting(self) as painter:
                held = theme()
                paint.frame(
                    painter,
                    QRectF(self.rect()),
                    border=held.color("field"),
                    fill=held.color("ground"),
                )
            return True
        return super().event(event)  # type: ignore[arg-type]  # the same event
