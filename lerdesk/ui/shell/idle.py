"""Knows when nobody has touched keyboard or pointer for a while."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.shell.collecting import Collecting

_TOUCHED = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class IdleWatch(QObject):
    """Tells ``idle`` once after so many minutes without a key or the pointer; looks at the windows, not at widgets."""

    idle = Signal()

    def __init__(self, parent: QObject) -> None:
        self._touched = time.monotonic()
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        Collecting(self, self.untouched)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.watch)

    def start(self, minutes: float) -> None:
        """Count anew; 0 minutes never tells."""
        self._timer.stop()
        if minutes > 0:
            self._timer.start(round(minutes * 60_000))

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    def untouched(self) -> float:
        """For how many seconds nobody has touched keyboard or pointer."""
        return time.monotonic() - self._touched

    def watch(self, window: QWindow | None) -> None:
        """Look at this window too; those that get the keyboard are looked at by themselves."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHED:
            self._touched = time.monotonic()
            if self._timer.isActive():
                self._timer.start()
            # without a window manager nobody gives the keyboard back after a dialog: shortcuts would sleep
            if isinstance(watched, QWindow) and QGuiApplication.focusWindow() is None:
                watched.requestActivate()
        return False
