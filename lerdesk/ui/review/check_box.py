"""A check box in the window's own colours: Fusion's own has no edge on a dark ground."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import fonts, metrics, theme
from lerdesk.ui.widgets import paint, painting

_SIDE = 16


class CheckBox(QCheckBox):
    """A box of 16 px and its words."""

    ring_gap = 2

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setFont(fonts.font())

    @override
    @guarded(default=QSize(120, 22))
    def sizeHint(self) -> QSize:
        return QSize(round(fonts.width(self.text())) + _SIDE + metrics.S2 + 2, 22)

    @override
    @guarded(default=False)
    def hitButton(self, pos: object) -> bool:
        """All of it."""
        del pos
        return True

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        with painting(self) as painter:
            held = theme()
            middle = self.height() / 2
            box = QRectF(0, middle - _SIDE / 2, _SIDE, _SIDE)
            on = self.isChecked()
            fill = "accent" if on else "hover" if self.underMouse() else "ground"
            paint.frame(
                painter,
                box,
                border=held.color("accent" if on else "field" if self.isEnabled() else "line"),
                fill=held.color(fill),
                radius=3,
            )
            if on:
                held.paint_sign(painter, box, "check", "on_accent")
            room = QRectF(_SIDE + metrics.S2, 0, self.width() - _SIDE - metrics.S2, self.height())
            paint.words(painter, room, self.text(), token="text" if self.isEnabled() else "quiet")
