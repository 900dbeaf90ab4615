"""What the reviewer found about the request: flags, and the finding of illegal conduct that needs a second person."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.domain.request import Flags
from lerdesk.ui.guard import guarded
from lerdesk.ui.review.check_box import CheckBox
from lerdesk.ui.shell.half_typed import Recall, nothing_typed
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import Button, Field, GroupHead, Label, SignLabel, TextArea, beside

FLAGS = (
    (
        "suspected_fake",
        "It may not be genuine",
        "The requester is confirmed by an independent call.",
    ),
    ("consent", "The customer consented", "A recorded, lawful consent is on file."),
    (
        "safety_risk",
        "Somebody’s life or health is at risk",
        "Telling the customer could endanger a person.",
    ),
    ("account_compromised", "The account was taken over", "Its holder is not the one asked about."),
    (
        "enterprise_tenant",
        "The account belongs to an enterprise customer",
        "That customer is asked first.",
    ),
)


class FlagsForm(QWidget):
    """Check boxes, and the reason for a change.

    Attributes:
        recall: gives what was typed into a field and not taken.

    Signals:
        changed: ``Flags`` and reason.
        typed: ``flags:ticked``, which boxes differ from what is recorded, or ``flags:reason``; empty once it is taken.
    """

    changed = Signal(object, str)
    typed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flags = Flags()
        self.recall: Recall = nothing_typed
        self.boxes: dict[str, CheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, metrics.S2)
        column.setSpacing(4)
        for name, words, help_words in FLAGS:
            box = CheckBox(words)
            box.setToolTip(help_words)
            box.setAccessibleDescription(help_words)
            box.toggled.connect(self._on_toggled)
            self.boxes[name] = box
            column.addWidget(box)
        self.reason = Field("Reason for the change", placeholder="Why, for the history")
        self.reason.setMinimumWidth(320)
        self.reason.textEdited.connect(lambda words: self.typed.emit("flags:reason", words))
        self.take = Button("Keep the change", hint="Enter")
        self.take.clicked.connect(self.accept)
        self.refused = SignLabel("triangle", "", "late")
        self._row = beside(self.reason, self.take)
        column.addWidget(self._row)
        column.addWidget(self.refused)
        self._row.hide()
        self.refused.hide()

    def show_flags(self, flags: Flags) -> None:
        """Show what is recorded; what is being changed stays."""
        if not self._row.isHidden() and flags == self._flags:
            return
        self._flags = flags
        self.bring_back()
        self.refuse("")

    def bring_back(self) -> None:
        """Show what is recorded, with what was begun to be changed."""
        turned = self.recall("flags:ticked").split()
        for name, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(bool(getattr(self._flags, name)) != (name in turned))
            box.blockSignals(False)
        self.reason.setText(self.recall("flags:reason"))
        self._row.setVisible(bool(turned))

    def _given(self) -> Flags:
        ticked = {name: box.isChecked() for name, box in self.boxes.items()}
        return Flags(**ticked, illegal_use=self._flags.illegal_use)

    def _on_toggled(self) -> None:
        turned = [n for n, box in self.boxes.items() if box.isChecked() != getattr(self._flags, n)]
        self._row.setVisible(bool(turned))
        self.typed.emit("flags:ticked", " ".join(turned))
        self.typed.emit("flags:reason", self.reason.text() if turned else "")

    def accept(self) -> None:
        """Hand on what was ticked."""
        reason = self.reason.text().strip()
        if not reason:
            self.refuse("The history keeps why: give the reason.")
            self.reason.setFocus()
            return
        self.reason.clear()
        self._row.hide()
        self.changed.emit(self._given(), reason)
        for field in ("flags:ticked", "flags:reason"):
            self.typed.emit(field, "")

    def refuse(self, why: str) -> None:
        """Say why it was refused."""
        self.refused.set_words(why)
        self.refused.setVisible(bool(why))

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the reason keeps the change."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._row.isVisible():
            self.accept()
        else:
            super().keyPressEvent(event)


class ConductForm(QWidget):
    """The ground of a finding of illegal conduct.

    Attributes:
        recall: gives the ground that was typed and not recorded.

    Signals:
        found: the ground.
        left: nothing is recorded, and what was typed goes.
        typed: ``conduct`` and the ground as it stands.
    """

    found = Signal(str)
    left = Signal()
    typed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recall: Recall = nothing_typed
        self.ground = TextArea("Ground of the finding", lines=4)
        self.ground.textChanged.connect(
            lambda: self.typed.emit("conduct", self.ground.toPlainText())
        )
        self.refused = SignLabel("triangle", "", "late")
        self.refused.hide()
        take = Button("Record the finding", hint="Ctrl+Enter")
        take.clicked.connect(self.accept)
        leave = Button("Leave it", flat=True, hint="Esc")
        leave.clicked.connect(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, metrics.S3)
        column.setSpacing(metrics.S2)
        column.addWidget(GroupHead("Clear indication of illegal conduct"))
        column.addWidget(
            Label(
                "The customer is then not told before content is disclosed. Say what shows it, in connection "
                "with the use of the service. A second person approves it by their own passphrase.",
                quiet=True,
                wrap=True,
            )
        )
        column.addWidget(self.ground)
        column.addWidget(self.refused)
        column.addWidget(beside(take, leave))

    def bring_back(self) -> None:
        """Show the ground that was typed and not recorded."""
        self.ground.setPlainText(self.recall("conduct"))

    def leave(self) -> None:
        """Nothing is recorded."""
        self.ground.clear()
        self.left.emit()

    def accept(self) -> None:
        """Hand on the ground."""
        ground = self.ground.toPlainText().strip()
        if not ground:
            self.refuse("A finding needs its ground.")
            self.ground.setFocus()
            return
        self.found.emit(ground)

    def refuse(self, why: str) -> None:
        """Say why it was refused."""
        self.refused.set_words(why)
        self.refused.setVisible(bool(why))

    @override
    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        """In here Ctrl+Enter records the finding and nothing else."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter records, Esc leaves."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and control:
            self.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
