"""Small parts of the letter view: a part with a line below, a sign alone, words behind a sign."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import metrics, theme
from lerdesk.ui.widgets import Label, paint, painting


class Lined(QWidget):
    """A part with a line below."""

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            below = self.height() - 1
            paint.line(painter, QPointF(0, below), QPointF(self.width(), below))


class Sign(QWidget):
    """A sign alone; its words stand beside it."""

    def __init__(self, width: int = metrics.SIGN) -> None:
        self._sign, self._token = "", "text"
        super().__init__()
        self.setFixedSize(width, metrics.LINE)

    def set_sign(self, sign: str, token: str) -> None:
        """Another sign."""
        self._sign, self._token = sign, token
        self.update()

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            place = QRectF(0, 0, metrics.SIGN, self.height())
            theme().paint_sign(painter, place, self._sign, self._token)


class SignedWords(QWidget):
    """A sign and words that may need several lines; hidden while there are none."""

    def __init__(
        self, sign: str = "triangle", token: str = "late", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.S2)
        self._sign = Sign()
        self._sign.set_sign(sign, token)
        self.words = Label("", wrap=True)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.hide()

    def tell(self, words: str) -> None:
        """Show these words; none hide it."""
        self.words.setText(words)
        self.setVisible(bool(words))
