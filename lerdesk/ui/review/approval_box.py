"""Something that waits for a second person, approved in place by that person's own passphrase."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.desk.review import ApprovalView
from lerdesk.ui.guard import guarded
from lerdesk.ui.letters.parts import SignedWords
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import Button, Field, Label, Link, SignLabel

_STATES = {
    "approved": ("check", "good", "Approved"),
    "declined": ("cross", "late", "Declined"),
    "waiting": ("half", "warning", "Waits for a second person"),
}


class ApprovalBox(QWidget):
    """One approval.

    Signals:
        approved: approval id, passphrase.
        declined: approval id, passphrase, reason.
        withdrawn: approval id.
    """

    approved = Signal(int, str)
    declined = Signal(int, str, str)
    withdrawn = Signal(int)

    def __init__(self, view: ApprovalView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        sign, token, words = _STATES.get(view.state, _STATES["waiting"])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label(view.words, weight=500))
        by = f" by {view.approved_by}" if view.approved_by else ""
        head.addWidget(SignLabel(sign, f"{words}{by}", token))
        head.addStretch(1)
        if view.can_withdraw:
            withdraw = Link("Withdraw the finding")
            withdraw.clicked.connect(lambda: self.withdrawn.emit(view.id))
            head.addWidget(withdraw)
        column.addLayout(head)
        if view.ground:
            column.addWidget(Label(view.ground, wrap=True, selectable=True))
        column.addWidget(Label(f"Asked by {view.asked_by}", quiet=True))
        self.passphrase = Field(
            "The second person’s passphrase", placeholder="Second person’s passphrase"
        )
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setMaximumWidth(320)
        self.reason = Field("Reason for declining", placeholder="Reason, where it is declined")
        self.refused = SignedWords()
        if view.state != "waiting":
            return
        if view.why_waiting:
            column.addWidget(Label(view.why_waiting, wrap=True))
        approve = Button("Approve", primary=True, hint="Enter")
        approve.clicked.connect(self.approve)
        decline = Button("Decline")
        decline.clicked.connect(self.decline)
        row = QHBoxLayout()
        row.setSpacing(metrics.S2)
        row.addWidget(self.passphrase, 2)
        row.addWidget(approve)
        row.addWidget(self.reason, 2)
        row.addWidget(decline)
        column.addLayout(row)
        column.addWidget(self.refused)

    def approve(self) -> None:
        """Approve as whoever the passphrase fits."""
        if not self.passphrase.text():
            self.refuse("The second person gives their own passphrase here.")
            self.passphrase.setFocus()
            return
        self.approved.emit(self.view.id, self.passphrase.text())
        self.passphrase.clear()

    def decline(self) -> None:
        """Decline, with a reason."""
        if not self.passphrase.text() or not self.reason.text().strip():
            self.refuse("Declining needs the passphrase and a reason.")
            return
        self.declined.emit(self.view.id, self.passphrase.text(), self.reason.text().strip())
        self.passphrase.clear()

    def refuse(self, why: str) -> None:
        """Say why it was refused."""
        self.refused.tell(why)

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the passphrase approves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.passphrase.hasFocus():
            self.approve()
        else:
            super().keyPressEvent(event)
