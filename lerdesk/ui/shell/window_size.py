"""The window's size, from one start to the next."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from lerdesk.base.settings import Settings


def take(window: QWidget, settings: "Settings") -> None:
    """Give it the size that it had last, as far as the screen has room."""
    size = settings.numbers("window")
    if len(size) == 2:
        wide, high = size
        if QGuiApplication.platformName() != "offscreen":
            room = QGuiApplication.primaryScreen().availableGeometry()
            wide, high = min(wide, room.width()), min(high, room.height())
        window.resize(wide, high)


def keep(window: QWidget, settings: "Settings") -> None:
    """Remember it; of a maximised window the size that it comes back to."""
    if not window.isFullScreen() and not window.isMaximized():
        settings.set("window", [window.width(), window.height()])
    settings.set("maximised", window.isMaximized())
