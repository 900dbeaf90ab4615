"""The top bar: the field that searches everything and takes commands (Ctrl+K), and Add."""

import shiboken6
from PySide6.QtCore import QPoint, QPointF, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.shell.command_list import CommandList, Line
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import Button, SearchField, paint, painting

_FIELD_SHARE = 0.46


class CommandField(SearchField):
    """Tells when the keyboard comes and goes."""

    entered = Signal()
    gone = Signal()

    @override
    @guarded()
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()
        self.update()

    @override
    @guarded()
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.gone.emit()
        self.update()


class TopBar(QWidget):
    """44 high. ``asked`` tells what is typed; ``set_lines`` answers it.

    Args:
        over: the widget that the list is a child of, so that it lies over the place.
    """

    asked = Signal(str)
    add = Signal()
    left = Signal()  # the keyboard has no place to go back to

    def __init__(self, over: QWidget, parent: QWidget | None = None) -> None:
        self._before: QWidget | None = None
        super().__init__(parent)
        self.setFixedHeight(metrics.TOP_BAR)
        self.field = CommandField(
            "Search everything, or type a command",
            placeholder="Search everything, or type a command",
            hint="Ctrl+K",
            focused_hint="Esc",
            quiet=True,
        )
        self.list = CommandList(over)
        self.add_button = Button("Add", icon="add")
        self.add_button.setToolTip("Add served files  Ctrl+O")
        self.add_button.setAccessibleDescription("Add served files")
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.EDGE, 0, metrics.EDGE, 0)
        row.setSpacing(metrics.S4)
        row.addWidget(self.field)
        row.addStretch(1)
        row.addWidget(self.add_button)
        self.field.entered.connect(self._on_entered)
        self.field.gone.connect(self._on_gone)
        self.field.textEdited.connect(self.asked)
        self.field.stepped.connect(self.list.step)
        self.field.returnPressed.connect(self.list.run_current)
        self.field.left.connect(self.leave)
        self.list.ran.connect(self.leave)
        self.list.spoke.connect(self.field.setAccessibleDescription)
        self.add_button.clicked.connect(self.add)

    def enter(self) -> None:
        """Give the field the keyboard, with what it holds marked."""
        now = QApplication.focusWidget()
        if now is not self.field:
            self._before = now
        self.field.setFocus()
        self.field.selectAll()

    def leave(self) -> None:
        """Close the list, empty the field and give the keyboard back."""
        self.field.clear()
        self.list.hide()
        before, self._before = self._before, None
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus()
        else:
            self.left.emit()

    def set_lines(self, lines: list[Line], typed: str) -> None:
        """Show these lines while the field has the keyboard."""
        if not self.field.hasFocus() or typed != self.field.text().strip():
            return
        self.list.set_lines(lines, typed)
        self._place()
        self.list.show()
        self.list.raise_()

    def _place(self) -> None:
        over = self.list.parentWidget()
        if over is not None:
            corner = self.field.mapTo(over, QPoint(0, self.field.height() + 4))
            self.list.setFixedWidth(self.field.width())
            self.list.move(corner)

    def _on_entered(self) -> None:
        self.asked.emit(self.field.text())

    def _on_gone(self) -> None:
        # a press on the list must still find it; the field loses the keyboard first where a widget takes it
        QTimer.singleShot(0, self._hide_if_gone)

    def _hide_if_gone(self) -> None:
        if not self.field.hasFocus():
            self.list.hide()

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.field.setFixedWidth(min(metrics.SEARCH_MOST, round(self.width() * _FIELD_SHARE)))

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            below = self.height() - 1
            paint.line(painter, QPointF(0, below), QPointF(self.width(), below))
