"""The reason of a decision, as the letter gives it: one line that grows with its words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets.fields import TextArea

_MOST = 5


class ReasonArea(TextArea):
    """Enter is for whoever holds it; Shift+Enter begins a line.

    Signals:
        edited: a person typed.
        grown: it became higher or lower.
    """

    edited = Signal()
    grown = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, placeholder: str = "") -> None:
        self._given = False
        super().__init__(name, parent, lines=1)
        self.setPlaceholderText(placeholder)
        self.textChanged.connect(self._on_changed)

    def text(self) -> str:
        """The words."""
        return self.toPlainText()

    def set_text(self, words: str, *, typed: bool = False) -> None:
        """Put words there; ``typed``: as if a person had typed them, so that they can be taken back."""
        if words == self.text():
            return
        self._given = not typed
        if typed:
            cursor = self.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(words)
        else:
            self.setPlainText(words)
        self._given = False
        self._fit()

    @property
    def modified(self) -> bool:
        """Whether a person changed it since it was shown or taken."""
        return self.document().isModified()

    @modified.setter
    def modified(self, modified: bool) -> None:
        self.document().setModified(modified)

    def _on_changed(self) -> None:
        self._fit()
        if not self._given:
            self.edited.emit()

    def _fit(self) -> None:
        lines = round(self.document().size().height())
        height = min(max(lines, 1), _MOST) * metrics.LINE + self.AROUND
        if height != self.height():
            self.setFixedHeight(height)
            self.grown.emit()

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if (enter and not event.modifiers()) or event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)
