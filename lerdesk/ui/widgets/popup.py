"""What drops over the window: a popup frame without shadow, and menus in the window's own looks."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import fonts, metrics, theme
from lerdesk.ui.widgets import paint
from lerdesk.ui.widgets.painter import painting


def paint_popup(widget: QWidget) -> None:
    """The ground and border of a popup: side in dark, ground in light, 1 px field border, radius 6."""
    with painting(widget) as painter:
        held = theme()
        area = QRectF(widget.rect())
        painter.fillRect(area, held.color("ground"))
        paint.frame(
            painter,
            area,
            border=held.color("field"),
            fill=held.color("side" if held.dark else "ground"),
            radius=metrics.POPUP_RADIUS,
        )


class Popup(QFrame):
    """A popup that takes the keyboard: Esc closes it alone and the keyboard goes back to where it was."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(8, 8, 8, 8)
        self.column.setSpacing(0)

    def show_below(self, at: QRectF, within: QWidget) -> None:
        """Show it below ``at`` (global), moved so that it stays inside ``within``."""
        self.adjustSize()
        corner = within.mapToGlobal(QPoint(0, 0))
        right = corner.x() + within.width() - self.width() - 4
        left = max(corner.x() + 4, min(round(at.left()), right))
        top = round(at.bottom()) + 4
        if top + self.height() > corner.y() + within.height() - 4:
            top = max(corner.y() + 4, round(at.top()) - self.height() - 4)
        self.move(left, top)
        self.show()

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_popup(self)


class Menu(QMenu):
    """A menu with 30 px rows."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFont(fonts.font())
        self._restyle()
        theme().changed.connect(self._restyle)

    def _restyle(self) -> None:
        held = theme().colours
        ground = held.side if theme().dark else held.ground
        self.setStyleSheet(
            f"QMenu {{ background: {ground}; border: 1px solid {held.field}; padding: 4px 0; }}"
            f"QMenu::item {{ padding: 6px 16px; color: {held.text}; }}"
            f"QMenu::item:selected {{ background: {held.selected}; }}"
            f"QMenu::item:disabled {{ color: {held.quiet}; }}"
            f"QMenu::separator {{ height: 1px; background: {held.line}; margin: 4px 0; }}"
        )
