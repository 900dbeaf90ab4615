"""The one Qt application of the process: its name, its looks, its loop."""

import builtins
import os
from collections.abc import Callable

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from lerdesk.base.settings import Settings
from lerdesk.ui.beginning import begun
from lerdesk.ui.shell.main_window import MainWindow
from lerdesk.ui.theme import theme


def application(settings: Settings) -> QApplication:
    """The application, made at the first call, in the looks that the settings say; before the first window."""
    made = QApplication.instance() or begun()
    if not isinstance(made, QApplication):
        raise TypeError("another kind of Qt application runs already")
    made.setApplicationName("LERDesk")
    made.setApplicationDisplayName("LERDesk")
    _keep_no_traces()
    _import_plainly()
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
    window.first_painted.connect(painted)
    if window.settings.flag("maximised"):
        window.showMaximized()
    else:
        window.show()
    return QApplication.exec()


def _keep_no_traces() -> None:
    """Have Qt write no settings of its own, such as the folders that its file dialog showed."""
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, os.devnull)


def _import_plainly() -> None:
    """Take Python's own import back.

    PySide6 puts one in its place that reads the source of every module, looking for its ``__feature__`` switches. No
    module here has one, and it costs a sixth of the start.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
