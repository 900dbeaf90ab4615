"""The focus ring: one overlay a window that follows the keyboard, so that it is never lost.

Lists, tables and the page are left out: their rows show the keyboard by their own accent. A widget says by ``ring_gap``
how far outside its edge the ring lies: 0 replaces its border, 2 leaves a gap.
"""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import metrics, theme
from lerdesk.ui.widgets import paint
from lerdesk.ui.widgets.painter import painting

_THICK = 2
_WATCHED = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.EnabledChange,
    QEvent.Type.ZOrderChange,
}


class FocusRing(QWidget):
    """One a top-level window; made with it and kept as its child."""

    def __init__(self, window: QWidget) -> None:
        self._around: QWidget | None = None
        self._watched: list[QWidget] = []
        self._clip = QRect()
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    @property
    def around(self) -> QWidget | None:
        """The widget that bears the ring now."""
        return self._around if self.isVisible() else None

    def _on_focus(self, _old: object, now: QWidget | None) -> None:
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        window = self.parentWidget()
        inside = now is not None and window is not None and window.isAncestorOf(now)
        self._around = now if inside and now is not None and _wants_ring(now) else None
        at = self._around
        while at is not None and at is not window:
            at.installEventFilter(self)
            self._watched.append(at)
            at = at.parentWidget()
        self._place()

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _WATCHED:
            self._place()
        elif event.type() == QEvent.Type.Destroy and watched is self._around:
            self._around = None
            self.hide()
        return False

    def _place(self) -> None:
        around, window = self._around, self.parentWidget()
        if around is None or window is None or not around.isVisible():
            self.hide()
            return
        gap = int(getattr(around, "ring_gap", 1))
        grow = gap + _THICK if gap > 0 else 1 if gap == 0 else gap
        corner = around.mapTo(window, around.rect().topLeft())
        area = QRect(corner, around.size()).adjusted(-grow, -grow, grow, grow)
        clip = window.rect()
        at = around.parentWidget()
        while at is not None and at is not window:
            above = at.parentWidget()
            if isinstance(above, QAbstractScrollArea) and above.viewport() is at:
                clip &= QRect(at.mapTo(window, at.rect().topLeft()), at.size())
            at = above
        shown = area & clip
        if shown.isEmpty():
            self.hide()
            return
        self.setGeometry(area)
        self._clip = shown.translated(-area.topLeft())
        hole = self.rect().adjusted(4, 4, -4, -4)
        self.setMask(QRegion(self._clip).subtracted(QRegion(hole)))
        self.show()
        self.raise_()
        self.update()

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = paint.snapped(painter, QRectF(self.rect()))
            painter.setPen(QPen(theme().color("accent"), _THICK))
            half = _THICK / 2
            radius = metrics.RADIUS + 1
            painter.drawRoundedRect(area.adjusted(half, half, -half, -half), radius, radius)


def _wants_ring(widget: QWidget) -> bool:
    if isinstance(widget, QAbstractItemView) or widget.property("own_focus"):
        return False
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not widget.isWindow()
