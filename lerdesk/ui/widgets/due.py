"""When something falls due: a sign in a column of its own, then words, so that words align below each other."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from lerdesk.base.written import sentence_start
from lerdesk.desk.session import DueView
from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import fonts, metrics, theme
from lerdesk.ui.widgets import paint
from lerdesk.ui.widgets.painter import painting
from lerdesk.ui.widgets.tips import tip

SIGN_COLUMN = 18
"""From the sign's left edge to the words."""

_LOOKS = {
    "late": ("triangle", "late", 600),
    "hours": ("diamond", "warning", 600),
    "today": ("diamond", "warning", 400),
    "soon": ("", "text", 400),
    "later": ("", "text", 400),
    "stopped": ("bars", "quiet", 400),
    "answered": ("check", "quiet", 400),
    "sealed": ("lock", "quiet", 400),
    "none": ("", "quiet", 400),
}


def looks(urgency: str) -> tuple[str, str, int]:
    """Sign, token and weight of an urgency of ``DueView``."""
    return _LOOKS.get(urgency, _LOOKS["later"])


def paint_due(painter: QPainter, rect: QRectF, due: DueView) -> None:
    """Paint a due cell: the sign at the left edge of ``rect``, the words 18 right of it."""
    sign, token, weight = looks(due.urgency)
    place = QRectF(rect.left(), rect.top(), metrics.SIGN, rect.height())
    theme().paint_sign(painter, place, sign, token)
    paint.words(painter, rect.adjusted(SIGN_COLUMN, 0, 0, 0), due.words, token=token, weight=weight)


class DueLabel(QWidget):
    """A due cell that stands alone, or an icon with words, in a header: "Due in 3 days, Fri 27 Nov"."""

    def __init__(self, icon: str = "clock", words: str = "", parent: QWidget | None = None) -> None:
        self._icon, self._words, self._token, self._weight = icon, words, "text", 400
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_words(words)

    def set_due(self, due: DueView) -> None:
        """Show when it falls due, the exact moment in the tooltip."""
        _, token, weight = looks(due.urgency)
        self._token, self._weight = token, weight
        lead = "Due " if due.urgency in {"hours", "today", "soon", "later"} else ""
        words = f"{lead}{due.words}" if due.words else ""
        self.set_words(sentence_start(words), due.exact)

    def set_words(self, words: str, exact: str = "") -> None:
        """Show these words; none hides it."""
        self._words = words
        self.setAccessibleName(f"{words}. {exact}" if exact else words)
        self.setToolTip(tip(exact))
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    @override
    @guarded(QSize(40, metrics.CONTROL))
    def sizeHint(self) -> QSize:
        wide = fonts.width(self._words, 1.0, self._weight) + metrics.ICON + 8
        return QSize(round(wide + 1), metrics.CONTROL)

    @override
    @guarded(QSize(24, metrics.CONTROL))
    def minimumSizeHint(self) -> QSize:
        return QSize(24, metrics.CONTROL)

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            area = QRectF(self.rect())
            place = QRectF(0, 0, metrics.ICON, area.height())
            theme().paint_icon(painter, place, self._icon, self._token)
            room = area.adjusted(metrics.ICON + 8, 0, 0, 0)
            paint.words(painter, room, self._words, token=self._token, weight=self._weight)
