"""The message bar: what happened, what was kept, what to do; it stays until it is closed or the next one comes."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.base.errors import UserFacingError
from lerdesk.base.text import clean
from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import metrics, theme
from lerdesk.ui.widgets import paint
from lerdesk.ui.widgets.buttons import Button, IconButton
from lerdesk.ui.widgets.labels import Label
from lerdesk.ui.widgets.painter import painting


class _Sign(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        self.sign, self.token = "triangle", "warning"
        super().__init__(parent)
        self.setFixedSize(metrics.SIGN, metrics.LINE)

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme().paint_sign(painter, QRectF(self.rect()), self.sign, self.token)


class MessageBar(QWidget):
    """Hidden while there is nothing to say."""

    closed = Signal()  # it was closed while the keyboard was in it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Message")
        self._run: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.EDGE, metrics.S2, metrics.S3, metrics.S2)
        row.setSpacing(metrics.S3)
        self._sign = _Sign()
        self.what = Label("", weight=500, wrap=True, selectable=True)
        self.rest = Label("", quiet=True, wrap=True, selectable=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.what)
        words.addWidget(self.rest)
        self.action = Button("Show")
        self.action.clicked.connect(self._act)
        self._close = IconButton("close", "Close this message", keys="Esc")
        self._close.clicked.connect(self.clear)
        beside = (metrics.CONTROL - metrics.LINE) // 2  # the first line is level with the button
        sign = QVBoxLayout()
        sign.addSpacing(beside)
        sign.addWidget(self._sign)
        sign.addStretch(1)
        row.addLayout(sign)
        words.setContentsMargins(0, beside, 0, beside)
        row.addLayout(words, 1)
        row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(
        self,
        message: UserFacingError | str,
        *,
        action: str = "",
        run: Callable[[], None] | None = None,
    ) -> None:
        """Show an error, or a sentence that is none.

        Args:
            message: an error has its three parts shown; a sentence stands alone.
            action: the words of a button that mends it.
            run: what that button does.
        """
        is_error = isinstance(message, UserFacingError)
        self._sign.sign, self._sign.token = (
            ("triangle", "warning") if is_error else ("check", "good")
        )
        if isinstance(message, UserFacingError):
            what = message.what
            rest = " ".join(part for part in (message.kept, message.do) if part)
        else:
            what, rest = message, ""
        self.what.setText(clean(what, keep_lines=True, limit=1200))
        self.rest.setText(clean(rest, keep_lines=True, limit=1200))
        self.rest.setVisible(bool(rest))
        self._run = run
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.setAccessibleDescription(f"{what} {rest}".strip())
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self.update()

    def clear(self) -> None:
        """Take the message away."""
        inside = QApplication.focusWidget()
        had_focus = inside is not None and self.isAncestorOf(inside)
        self.hide()
        if had_focus:
            self.closed.emit()

    def words(self) -> str:
        """What is shown, in one line; empty while hidden."""
        if self.isHidden():
            return ""
        return f"{self.what.text()} {self.rest.text()}".strip()

    def _act(self) -> None:
        run, self._run = self._run, None
        self.clear()
        if run is not None:
            run()

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme().color("side"))
            below = self.height() - 1
            paint.line(painter, QPointF(0, below), QPointF(self.width(), below))
