"""Qt's own beginning, which ends the process where it fails: what a person is told then, in one line."""

import os
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler
from PySide6.QtWidgets import QApplication


def begun() -> QApplication:
    """Make the application; a display that refuses it ends the program with exit code 1 and one clear line."""
    said: list[str] = []

    def told(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind is not QtMsgType.QtFatalMsg:
            said.append(qFormatLogMessage(kind, context, message))
            return
        sys.stderr.write(f"{_why(said)} Nothing was changed. {_DO}\n")
        sys.stderr.flush()
        os._exit(1)  # what follows is an abort, with a trace that says less

    qInstallMessageHandler(told)
    try:
        return QApplication([sys.argv[0]])
    finally:
        qInstallMessageHandler(None)
        sys.stderr.write("".join(f"{line}\n" for line in said))


_DO = "See lerdesk --help for the commands that need no window."


def _why(said: list[str]) -> str:
    if any("could not connect to display" in line for line in said):
        return (
            f"The display {os.environ.get('DISPLAY', '')} refuses the window: it belongs to another session, or "
            "XAUTHORITY does not name its key."
        )
    return "The window cannot begin: a system library that Qt needs is missing, as a rule libxcb-cursor0."
