"""One line that asks for a reason, in place, before something that the history must explain."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.shell.half_typed import Recall, nothing_typed
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import Button, Field, SignLabel, beside


class ReasonLine(QWidget):
    """Field, button, what was refused.

    Attributes:
        recall: gives what was typed for a field and not taken.

    Signals:
        typed: the field, ``history:close``, and what stands in it; empty once it is taken or left.
    """

    typed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._take: Callable[[str], None] | None = None
        self._needed = True
        self._what = ""
        self.recall: Recall = nothing_typed
        self.field = Field("Reason")
        self.field.textEdited.connect(lambda words: self.typed.emit(self._what, words))
        self.field.setMinimumWidth(320)
        self.button = Button("Keep it", hint="Enter")
        self.button.clicked.connect(self.accept)
        leave = Button("Leave it", flat=True, hint="Esc")
        leave.clicked.connect(self.leave)
        self.refused = SignLabel("triangle", "", "late")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.S1)
        column.addWidget(beside(self.field, self.button, leave))
        column.addWidget(self.refused)
        self.refused.hide()

    def open_for(self, what: str, words: str, take: Callable[[str], None], *, needed: bool) -> None:
        """Ask.

        Args:
            what: it is a reason for: "close", "reopen".
            words: the button's.
            take: gets the reason.
            needed: it cannot be left out.
        """
        self._take, self._needed = take, needed
        self._what = f"history:{what}"
        self.field.setText(self.recall(self._what))
        self.field.setPlaceholderText(
            "Why" if needed else "A note for the history, where there is one"
        )
        self.button.setText(words)
        self.button.updateGeometry()
        self.refuse("")
        self.show()
        self.field.setFocus()

    def bring_back(self) -> None:
        """What was typed comes back when it is asked again."""

    def accept(self) -> None:
        """Hand the reason on."""
        reason = self.field.text().strip()
        if self._needed and not reason:
            self.refuse("The history keeps why: give the reason.")
            return
        if self._take is not None:
            self._take(reason)
            self.typed.emit(self._what, "")

    def leave(self) -> None:
        """Nothing is done, and what was typed goes."""
        self.typed.emit(self._what, "")
        self.hide()

    def refuse(self, why: str) -> None:
        """Say why it was refused."""
        self.refused.set_words(why)
        self.refused.setVisible(bool(why))

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes, Esc leaves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
