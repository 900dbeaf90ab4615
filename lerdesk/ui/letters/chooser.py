"""Which letter should be drafted: the kinds that fit the request now, the proposed one first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lerdesk.domain.vocabulary import LetterKind
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import Button, Label, Link

Kinds = tuple[tuple[LetterKind, str, bool], ...]


class KindChooser(QWidget):
    """A sentence and a button for each kind.

    Signals:
        chosen: a ``LetterKind``.
        review_asked: the determination should be seen.
    """

    chosen = Signal(object)
    review_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(metrics.EDGE, metrics.S4, metrics.EDGE, metrics.S4)
        self._column.setSpacing(metrics.S3)
        self.buttons: list[Button] = []
        self.words = Label("", scale=1.2, weight=600)
        self.why = Label("", quiet=True, wrap=True)
        self.review = Link("See the determination")
        self.review.clicked.connect(self.review_asked)
        self._column.addWidget(self.words)
        self._column.addWidget(self.why)
        self._column.addWidget(self.review, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)

    def show_kinds(self, reference: str, kinds: Kinds) -> None:
        """Offer these kinds for this request."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        self.words.setText(
            f"Which letter should be drafted for {reference}?"
            if kinds
            else f"No letter fits {reference} now."
        )
        proposed = next((title for _, title, first in kinds if first), "")
        self.why.setText(
            f"The determination asks for: {proposed}."
            if proposed
            else "The answer can be drafted once the determination is recorded."
        )
        for place, (kind, title, first) in enumerate(kinds):
            button = Button(title, primary=first)
            button.clicked.connect(lambda _=False, kind=kind: self.chosen.emit(kind))
            self._column.insertWidget(2 + place, button, 0, Qt.AlignmentFlag.AlignLeft)
            self.buttons.append(button)
        self.setFocusProxy(self.buttons[0] if self.buttons else self.review)
