"""Buttons: primary, plain, flat, link, icon; each with its words as accessible name and its key as a quiet hint."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import fonts, metrics, theme
from lerdesk.ui.widgets import paint
from lerdesk.ui.widgets.painter import painting
from lerdesk.ui.widgets.tips import tip

_GAP = 6


class _Hovering(QPushButton):
    """A push button that knows whether the pointer is over it and paints itself whole."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        self._over = False
        super().__init__(text, parent)
        self.setFont(fonts.font())
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAutoDefault(False)

    @override
    @guarded()
    def enterEvent(self, event: QEnterEvent) -> None:
        self._over = True
        self.update()
        super().enterEvent(event)

    @override
    @guarded()
    def leaveEvent(self, event: QEvent) -> None:
        self._over = False
        self.update()
        super().leaveEvent(event)

    @override
    @guarded()
    def keyPressEvent(self, event: object) -> None:
        """Enter presses a focused button, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():  # type: ignore[attr-defined]  # a QKeyEvent
            self.click()
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]  # the same event


class Button(_Hovering):
    """A button of the window, 28 high.

    Attributes:
        primary: accent ground; one in a view.
        flat: no border; the words alone.
        hint: the key, quiet after the words: "Ctrl+Enter".
        icon_name: an icon before the words.
        opens_list: a chevron after the words; ``setMenu`` sets it too.
    """

    ring_gap = 2

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        primary: bool = False,
        flat: bool = False,
        hint: str = "",
        icon: str = "",
        opens_list: bool = False,
    ) -> None:
        self.primary = primary
        self.flat = flat
        self.hint = hint
        self.icon_name = icon
        self.opens_list = opens_list
        self._why_off = ""
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_hint(self, hint: str) -> None:
        """Change the key that is shown."""
        self.hint = hint
        self.updateGeometry()
        self.update()

    def set_possible(self, possible: bool, why: str = "") -> None:  # noqa: FBT001  a setter
        """Enable it, or disable it with the reason as its tooltip and description."""
        self.setEnabled(possible)
        self._why_off = "" if possible else why
        self.setToolTip(tip(self._why_off))
        self.setAccessibleDescription(self._why_off)

    def _weight(self) -> int:
        return 500 if self.primary else 400

    def _content(self) -> float:
        total = fonts.width(self.text(), 1.0, self._weight())
        if self.icon_name:
            total += metrics.ICON + _GAP
        if self.hint:
            total += _GAP + fonts.width(self.hint)
        if self.opens_list or self.menu() is not None:
            total += _GAP + metrics.ICON
        return total

    @override
    @guarded(QSize(80, metrics.CONTROL))
    def sizeHint(self) -> QSize:
        padding = metrics.S2 if self.flat else metrics.BUTTON_PADDING
        return QSize(round(self._content() + 2 * padding + 0.5), metrics.CONTROL)

    @override
    @guarded(QSize(40, metrics.CONTROL))
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Border, fill, words."""
        held = theme()
        if not self.isEnabled():
            if self.flat:
                return None, None, held.color("quiet")
            return held.color("line"), held.color("selected_quiet"), held.color("quiet")
        pressed = self.isDown() or self.isChecked()
        if self.primary:
            fill = held.color("accent")
            if self._over or pressed:
                fill = fill.darker(112) if not held.dark else fill.lighter(108)
            return None, fill, held.color("on_accent")
        token = "selected_quiet" if pressed else "hover" if self._over else ""
        ground = held.color(token) if token else None
        border = None if self.flat else held.color("field")
        return border, ground, held.color("text")

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            border, fill, ink = self._colours()
            area = QRectF(self.rect())
            paint.frame(painter, area, border=border, fill=fill)
            left = area.left() + (area.width() - self._content()) / 2
            if self.icon_name:
                place = QRectF(left, area.top(), metrics.ICON, area.height())
                theme().paint_icon(painter, place, self.icon_name, self._ink_token(), metrics.ICON)
                left += metrics.ICON + _GAP
            room = QRectF(left, area.top(), area.right() - left, area.height())
            left += paint.words(painter, room, self.text(), weight=self._weight(), colour=ink)
            if self.hint:
                left += _GAP
                room = QRectF(left, area.top(), area.right() - left, area.height())
                left += paint.words(painter, room, self.hint, colour=self._hint_ink(ink))
            if self.opens_list or self.menu() is not None:
                place = QRectF(left + _GAP, area.top(), metrics.ICON, area.height())
                theme().paint_icon(painter, place, "open_list", self._ink_token())

    def _ink_token(self) -> str:
        if not self.isEnabled():
            return "quiet"
        return "on_accent" if self.primary else "text"

    def _hint_ink(self, ink: QColor) -> QColor:
        if not self.primary or not self.isEnabled():
            return theme().color("quiet")
        over, under = ink, theme().color("accent")
        return QColor(
            *(
                round(0.82 * a + 0.18 * b)
                for a, b in zip(
                    (over.red(), over.green(), over.blue()),
                    (under.red(), under.green(), under.blue()),
                    strict=True,
                )
            )
        )


class Link(_Hovering):
    """Words in accent that go somewhere; a real button, so that the keyboard and screen readers reach it."""

    ring_gap = 2

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @override
    @guarded(QSize(40, metrics.LINE))
    def sizeHint(self) -> QSize:
        return QSize(round(fonts.width(self.text()) + 1), metrics.LINE)

    @override
    @guarded(QSize(16, metrics.LINE))
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 130), metrics.LINE)

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            area = QRectF(self.rect())
            token = "accent" if self.isEnabled() else "quiet"
            took = paint.words(painter, area, self.text(), token=token)
            if self._over and self.isEnabled():
                below = area.center().y() + fonts.base_size() * 0.55
                paint.line(
                    painter,
                    area.topLeft() + type(area.topLeft())(0, below - area.top()),
                    area.topLeft() + type(area.topLeft())(took, below - area.top()),
                    theme().color("accent"),
                )


class IconButton(QToolButton):
    """An icon alone, 28 by 28; its name is its tooltip and what a screen reader says.

    A checkable one shows its checked state by the quiet-selected fill.
    """

    ring_gap = 1

    def __init__(
        self, icon: str, name: str, parent: QWidget | None = None, *, keys: str = ""
    ) -> None:
        self.icon_name = icon
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(tip(f"{name}  {keys}".rstrip()))
        self.setFixedSize(metrics.CONTROL, metrics.CONTROL)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_icon_name(self, icon: str, name: str = "") -> None:
        """Show another icon, under another name."""
        self.icon_name = icon
        if name:
            self.setAccessibleName(name)
            self.setToolTip(tip(name))
        self.update()

    @override
    @guarded()
    def keyPressEvent(self, event: object) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():  # type: ignore[attr-defined]  # a QKeyEvent
            self.click()
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]  # the same event

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            token = ""
            if self.isEnabled():
                if self.isDown() or self.isChecked():
                    token = "selected_quiet"
                elif self.underMouse():
                    token = "hover"
            if token:
                paint.frame(painter, QRectF(self.rect()), fill=theme().color(token))
            ink = "text" if self.isEnabled() else "quiet"
            theme().paint_icon(painter, QRectF(self.rect()), self.icon_name, ink)
