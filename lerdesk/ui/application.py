"""The one Qt application of the process: its name, its looks, its loop."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from lerdesk.base.settings import Settings
from lerdesk.ui import files
from lerdesk.ui.shell.main_window import MainWindow
from lerdesk.ui.theme import theme


def application(settings: Settings) -> QApplication:
    """The application, made at the first call, in the looks that the settings say; before the first window."""
    files.keep_no_traces()
    made = QApplication.instance() or QApplication([sys.argv[0]])
    if not isinstance(made, QApplication):
        raise TypeError("another kind of Qt application runs already")
    made.setApplicationName("LERDesk")
    made.setApplicationDisplayName("LERDesk")
    theme().begin(made, settings.text("appearance"))
    return made


def run(window: MainWindow, painted: Callable[[], None]) -> int:
    """Show the window as it was left and run until it is closed.

    Args:
        window: not shown yet.
        painted: called once the window is on the screen.

    Returns:
        The exit code.
    """
    if window.settings.flag("maximised"):
        window.showMaximized()
    else:
        window.show()
    QTimer.singleShot(0, window, painted)
    return QApplication.exec()
