"""Where a lawyer decides: binding or not, with the reason, in the determination bar."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.review.answers import AnswerControl, Cell
from lerdesk.ui.shell.half_typed import Recall, nothing_typed
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import Field

_CELLS = (Cell("yes", "Binding", "", "Binding"), Cell("no", "Not binding", "", "Not binding"))


class BindingLine(QWidget):
    """Two words and a reason.

    Attributes:
        recall: gives the reason that was typed and not taken.

    Signals:
        given: "yes" or "no", and the reason.
        left: Escape; what was typed goes.
        typed: ``binding`` and the reason as it stands; empty once it is taken or left.
    """

    given = Signal(str, str)
    left = Signal()
    typed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = ""
        self.control = AnswerControl(_CELLS, "Binding", self)
        self.control.chosen.connect(self._on_chosen)
        self.reason = Field("Reason of the decision", placeholder="Who decided, and why")
        self.recall: Recall = nothing_typed
        self.reason.textEdited.connect(lambda words: self.typed.emit("binding", words))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, metrics.S1, 0, 0)
        row.setSpacing(metrics.S2)
        row.addWidget(self.control)
        row.addWidget(self.reason, 1)

    def open(self) -> None:
        """Begin."""
        self._word = ""
        self.control.show_answer(None, None, "Is the order legally valid and binding?")
        self.show()
        self.control.setFocus()

    def bring_back(self) -> None:
        """Show the reason that was typed and not taken."""
        self.reason.setText(self.recall("binding"))

    def _on_chosen(self, value: str) -> None:
        self._word = value
        self.reason.setFocus()

    def accept(self) -> bool:
        """Hand it on; False where something is missing."""
        reason = self.reason.text().strip()
        if not self._word:
            self.control.setFocus()
            return False
        if not reason:
            self.reason.setFocus()
            return False
        self.given.emit(self._word, reason)
        self.typed.emit("binding", "")
        return True

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes, Esc leaves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.reason.clear()
            self.typed.emit("binding", "")
            self.left.emit()
        else:
            super().keyPressEvent(event)
