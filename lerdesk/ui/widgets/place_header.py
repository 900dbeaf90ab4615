"""The head of a place: its name or the request's reference, what is quiet beside it, controls at its right."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import paint
from lerdesk.ui.widgets.buttons import Button, IconButton
from lerdesk.ui.widgets.labels import Label
from lerdesk.ui.widgets.painter import painting
from lerdesk.ui.widgets.picture import Picture


class PlaceHeader(QWidget):
    """44 high: title (1.2, 600), quiet words after it, and widgets at the right edge.

    Args:
        title: the place's name.
        back: what the back arrow before the title does; None shows no arrow.
        line: a line below.
    """

    def __init__(
        self,
        title: str,
        parent: QWidget | None = None,
        *,
        back: Callable[[], None] | None = None,
        line: bool = True,
    ) -> None:
        self._line = line
        super().__init__(parent)
        self.setFixedHeight(metrics.PLACE_HEADER)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(metrics.EDGE, 0, metrics.EDGE, 0)
        self._row.setSpacing(metrics.S3)
        if back is not None:
            arrow = IconButton("back", "Back to the list", self)
            arrow.clicked.connect(back)
            self._row.setContentsMargins(metrics.S2 + 2, 0, metrics.EDGE, 0)
            self._row.setSpacing(metrics.S2)
            self._row.addWidget(arrow)
        self.title = Label(title, scale=1.2, weight=600)
        self.quiet = Label("", quiet=True)
        self._row.addWidget(self.title)
        self._row.addWidget(self.quiet, 1)
        self._row.addStretch(0)

    def set_title(self, title: str, quiet: str = "") -> None:
        """Other words."""
        self.title.setText(title)
        self.quiet.setText(quiet)

    def add(self, widget: QWidget) -> None:
        """Put a control at the right edge, after those that are there."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_after_title(self, widget: QWidget) -> None:
        """Put a control between the title and the quiet words."""
        self._row.insertWidget(
            self._row.indexOf(self.quiet), widget, 0, Qt.AlignmentFlag.AlignVCenter
        )

    def add_wide(self, widget: QWidget, most: int) -> None:
        """Put a field at the right edge that takes room up to ``most``."""
        widget.setMaximumWidth(most)
        self._row.addWidget(widget, 2)

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._line:
            with painting(self) as painter:
                below = self.height() - 1
                paint.line(painter, QPointF(0, below), QPointF(self.width(), below))


class EmptyState(QWidget):
    """Nothing here yet: one picture at most, one sentence, one button at most."""

    def __init__(
        self,
        sentence: str,
        parent: QWidget | None = None,
        *,
        picture: str = "",
        button: Button | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.S6, 0, metrics.S6, 0)
        column.setSpacing(0)
        column.addStretch(10)
        middle = Qt.AlignmentFlag.AlignHCenter
        if picture:
            column.addWidget(Picture(picture, 96, "field"), 0, middle)
            column.addSpacing(metrics.S4)
        self.sentence = Label(sentence, scale=1.2, wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.sentence)
        if button is not None:
            column.addSpacing(metrics.S4)
            column.addWidget(button, 0, middle)
        column.addStretch(15)
