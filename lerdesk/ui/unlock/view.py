"""Unlock: the reviewer, the passphrase, why it was locked."""

from pathlib import Path

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.base.errors import UserFacingError
from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import metrics, theme
from lerdesk.ui.unlock.door import Look
from lerdesk.ui.widgets import (
    Button,
    Combo,
    Field,
    IconButton,
    Label,
    Link,
    SignLabel,
    paint,
    painting,
)

_WIDE = 360


class PassphraseField(Field):
    """A field that hides what is typed, with an eye that shows it, and knows whether Caps Lock seems to be on."""

    caps_lock = Signal(object)  # bool

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
        )
        self.setTextMargins(metrics.FIELD_PADDING, 0, 34, 0)
        self.eye = IconButton("silence", "Show what is typed", self)
        self.eye.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.eye.setFixedSize(24, 24)
        self.eye.clicked.connect(self.toggle_shown)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 3, 0)
        row.addStretch(1)
        row.addWidget(self.eye)

    def toggle_shown(self) -> None:
        """Show what is typed, or hide it again."""
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        mode = QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        if hidden:
            self.eye.set_icon_name("eye", "Hide what is typed")
        else:
            self.eye.set_icon_name("silence", "Show what is typed")

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        typed = event.text()
        if len(typed) == 1 and typed.isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(typed.isupper() != shifted)

    @override
    @guarded()
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.caps_lock.emit(False)


class UnlockView(QWidget):
    """A column of 360 in the middle; at the foot why it was locked, and the way to another store."""

    unlock = Signal(object)  # str: the passphrase
    other_store = Signal()
    sample_store = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._folder = Path()
        super().__init__(parent)
        self._build()
        self._arrange()
        self.passphrase.caps_lock.connect(self._on_caps)
        self.passphrase.returnPressed.connect(self._on_unlock)
        self.passphrase.textEdited.connect(self._on_typed)
        self.button.clicked.connect(self._on_unlock)
        self.other.clicked.connect(self.other_store)
        self.sample.clicked.connect(self.sample_store)

    def _build(self) -> None:
        self.title = Label("Unlock LERDesk", scale=1.5, weight=600)
        self.store = Label("", quiet=True)
        self.reviewer = Combo("Reviewer")
        self.passphrase = PassphraseField("Passphrase")
        self.warning = SignLabel("triangle", "", "warning")
        self.warning.setFixedHeight(metrics.LINE)
        self.button = Button("Unlock", primary=True, hint="Enter")
        self.sample = Link("Open the sample store")
        self.hints = Label("", quiet=True, wrap=True)
        self.why = Label("", quiet=True)
        self.other = Link("Open another store")

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        middle = QWidget()
        middle.setFixedWidth(_WIDE)
        inner = QVBoxLayout(middle)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.title)
        inner.addSpacing(6)
        inner.addWidget(self.store)
        inner.addSpacing(25)
        for words, field in (("Reviewer", self.reviewer), ("Passphrase", self.passphrase)):
            name = Label(words)
            name.setBuddy(field)
            inner.addWidget(name)
            inner.addSpacing(4)
            inner.addWidget(field)
            inner.addSpacing(metrics.S3 if field is self.reviewer else metrics.S2)
        inner.addWidget(self.warning)
        inner.addSpacing(metrics.S4)
        row = QHBoxLayout()
        row.setSpacing(metrics.S4)
        row.addWidget(self.button)
        row.addWidget(self.sample)
        row.addStretch(1)
        inner.addLayout(row)
        inner.addSpacing(metrics.S4)
        inner.addWidget(self.hints)
        column.addStretch(10)
        column.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(11)
        foot = _Foot()
        foot_row = QHBoxLayout(foot)
        foot_row.setContentsMargins(metrics.EDGE, 1, metrics.EDGE, 0)
        foot_row.addWidget(self.why, 1)
        foot_row.addWidget(self.other)
        column.addWidget(foot)

    def show_store(self, folder: Path, look: Look, why: str = "", last: str = "") -> None:
        """Show whose store it is.

        Args:
            folder: where it lies.
            look: what shows of it without a passphrase.
            why: why it is locked, in words.
            last: the reviewer who was here last.
        """
        self._folder = folder
        kind = "Sample store" if look.sample else "Store"
        self.store.setText(f"{kind} in {folder}")
        self.reviewer.clear()
        self.reviewer.addItems(list(look.reviewers))
        self.reviewer.setEnabled(bool(look.reviewers))
        if last in look.reviewers:
            self.reviewer.setCurrentText(last)
        self.why.setText(why)
        self.sample.setVisible(not look.sample)
        self.hints.setVisible(bool(look.hints))
        self.hints.setText(
            "The sample store’s passphrases\n"
            + "\n".join(f"{name}: {passphrase}" for name, passphrase in look.hints)
        )
        self.clear()
        self.passphrase.setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        self.passphrase.clear()
        self.passphrase.set_wrong(False)
        self.warning.set_words("")
        self.warning.setVisible(False)
        self.set_busy(False)

    def refuse(self, error: UserFacingError) -> None:
        """Say beside the field why the store was not opened."""
        self.set_busy(False)
        self.passphrase.set_wrong(True)
        words = " ".join(part for part in (error.what, error.do) if part)
        self._warn(words, "late")
        self.passphrase.setFocus()
        self.passphrase.selectAll()

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001  a setter
        """While the passphrase is being tried."""
        for widget in (self.passphrase, self.button, self.reviewer):
            widget.setEnabled(not busy)
        self.button.setText("Opening" if busy else "Unlock")

    def _warn(self, words: str, token: str) -> None:
        self.warning.set_words(words, "triangle", token)
        self.warning.wrap_in(_WIDE)
        self.warning.setVisible(bool(words))

    def _on_caps(self, on: object) -> None:
        if not self.passphrase.wrong:
            self._warn("Caps Lock is on" if on else "", "warning")

    def _on_typed(self) -> None:
        if self.passphrase.wrong:
            self.passphrase.set_wrong(False)
            self._warn("", "warning")

    def _on_unlock(self) -> None:
        passphrase = self.passphrase.text()
        if not passphrase:
            self.refuse(UserFacingError("Type the passphrase."))
            return
        self.set_busy(True)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        QTimer.singleShot(0, self, lambda: self.unlock.emit(passphrase))
        QGuiApplication.inputMethod().reset()


class _Foot(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(metrics.STATUS_LINE)

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme().color("side"))
            paint.line(painter, QPointF(0, 0), QPointF(self.width(), 0))
