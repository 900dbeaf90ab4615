"""Below the facts: enter one by hand, as for a scan without words or what the reader did not find."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.desk.fact_values import choices
from lerdesk.ui.guard import guarded
from lerdesk.ui.shell.half_typed import Recall, nothing_typed
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import Button, Combo, Field, Label, Line, Link, SignLabel

PROCESS = "process_type"


class FactForm(QWidget):
    """A link until it is opened; then field, value, one button. It stays open for the next fact.

    Attributes:
        recall: gives what was typed into a field and not taken.

    Signals:
        given: field and words.
        left: nothing more is entered, and what was typed goes.
        opened: it takes room now.
        typed: ``entry:field``, ``entry:value`` and what stands there; empty once it is taken or left.
    """

    given = Signal(str, str)
    left = Signal()
    opened = Signal()
    typed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._help = {field: words for field, _, words in choices("")}
        self._missing: tuple[str, ...] = ()
        self.recall: Recall = nothing_typed
        self.link = Link("Add a fact that was not read")
        self.link.setToolTip("Ins")
        self.field = Combo("Field of the new fact")
        self.field.setFixedWidth(176)
        for field, label, _ in choices(""):
            self.field.addItem(label, field)
        self.value = Field("Value of the new fact")
        self.process = Combo("Kind of process")
        self.help = Label("", quiet=True)
        self.refused = SignLabel("triangle", "", "late")
        self.take = Button("Add it", primary=True, hint="Enter")
        self.leave = Button("Leave it", flat=True, hint="Esc")
        self._arrange()
        self.link.clicked.connect(lambda: self.open_for(""))
        self.field.currentIndexChanged.connect(self._on_field)
        self.take.clicked.connect(self.accept)
        self.leave.clicked.connect(self.close_form)
        self.value.textEdited.connect(self._on_typed)
        self._show_open(is_open=False)

    def _arrange(self) -> None:
        self._closed = QWidget()
        row = QHBoxLayout(self._closed)
        row.setContentsMargins(metrics.EDGE, 6, metrics.EDGE, 6)
        row.addWidget(self.link)
        row.addStretch(1)
        self._open = QWidget()
        column = QVBoxLayout(self._open)
        column.setContentsMargins(metrics.EDGE, metrics.S3, metrics.EDGE, metrics.S3)
        column.setSpacing(metrics.S2)
        above = QHBoxLayout()
        above.setSpacing(metrics.S2)
        above.addWidget(self.field)
        above.addWidget(self.value, 1)
        above.addWidget(self.process, 1)
        below = QHBoxLayout()
        below.setSpacing(metrics.S2)
        below.addWidget(self.help, 1)
        below.addWidget(self.refused, 1)
        below.addWidget(self.take)
        below.addWidget(self.leave)
        column.addLayout(above)
        column.addLayout(below)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget in (Line(), self._closed, self._open):
            whole.addWidget(widget)

    def set_processes(self, processes: tuple[tuple[str, str], ...]) -> None:
        """Id and name of each kind of process."""
        for key, name in processes:
            self.process.addItem(name, key)
        self.process.setCurrentIndex(-1)

    def show_missing(self, labels: tuple[str, ...]) -> None:
        """What no fact says yet; the first of it is offered next."""
        self._missing = tuple(field for field, label, _ in choices("") if label in labels)

    def open_for(self, field: str) -> None:
        """Open it, for a field or for the first that is missing."""
        wanted = field or self.recall("entry:field") or next(iter(self._missing), PROCESS)
        self.field.setCurrentIndex(max(self.field.findData(wanted), 0))
        self._on_field()
        self._show_open(is_open=True)
        self.opened.emit()
        self._focus_value()

    def bring_back(self) -> None:
        """Show the value that was typed and not taken, once the form is opened."""
        self.value.setText(self.recall("entry:value"))

    def _on_typed(self, words: str) -> None:
        self.refuse("")
        self.typed.emit("entry:field", str(self.field.currentData()) if words else "")
        self.typed.emit("entry:value", words)

    def _clear(self) -> None:
        self.value.clear()
        self._on_typed("")
        self.process.setCurrentIndex(-1)

    def _focus_value(self) -> None:
        (self.process if self.field.currentData() == PROCESS else self.value).setFocus()

    def _show_open(self, *, is_open: bool) -> None:
        self._closed.setVisible(not is_open)
        self._open.setVisible(is_open)

    def _on_field(self) -> None:
        named = self.field.currentData() == PROCESS
        self.process.setVisible(named)
        self.value.setVisible(not named)
        self.refuse("")
        self.help.setText(self._help.get(str(self.field.currentData()), ""))

    def accept(self) -> None:
        """Hand on what was given."""
        field = str(self.field.currentData())
        chosen = str(self.process.currentData() or "")
        words = chosen if field == PROCESS else self.value.text().strip()
        if not words:
            self.refuse("Choose one." if field == PROCESS else "Type what the order says.")
            self._focus_value()
            return
        self.given.emit(field, words)

    def taken(self, field: str) -> None:
        """It is recorded: the next field that is missing, or the same one again where none is."""
        self._clear()
        at = self._missing.index(field) + 1 if field in self._missing else 0
        left = [each for each in (*self._missing[at:], *self._missing[:at]) if each != field]
        self.open_for(left[0] if left else field)

    def forget(self) -> None:
        """Another request is shown: what was begun for the one before is not for it."""
        self.value.clear()
        self.process.setCurrentIndex(-1)
        self._show_open(is_open=False)

    def close_form(self) -> None:
        """Leave it."""
        self._clear()
        self._show_open(is_open=False)
        self.left.emit()

    def refuse(self, why: str) -> None:
        """Say why it was refused."""
        self.refused.set_words(why)
        self.refused.setVisible(bool(why))
        self.help.setVisible(not why)

    @override
    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        """Enter and Esc are this form's, also in its lists of choices."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes, Esc leaves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.accept()
        elif event.key() == Qt.Key.Key_Escape and self._open.isVisible():
            self.close_form()
        else:
            super().keyPressEvent(event)
