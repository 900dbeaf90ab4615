"""What happens to a bug: the window goes on, and a report without any word of a case is offered.

The report names versions, the kind of error and the lines of code; never a message or a value, which may hold what a
served paper says. A hard end of the process leaves its threads' lines in a file, which the next start tells.
"""

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Signal

from lerdesk.base import bug_report

_LOG = logging.getLogger("lerdesk.ui")


class _Reports(QObject):
    reported = Signal(object)  # str: the report


_REPORTS: list[_Reports] = []
_FILE: list[TextIOWrapper] = []


def _reports() -> _Reports:
    if not _REPORTS:
        _REPORTS.append(_Reports())
    return _REPORTS[0]


def listen(tell: Callable[[str], None]) -> None:
    """Have each report handed to ``tell``, on the GUI thread; the window's own, a bound method."""
    _reports().reported.connect(tell)


def described(error: BaseException) -> str:
    """The report: versions, kind of error, lines of code; no message, no value."""
    return bug_report.described(error, f"PySide6 {PySide6.__version__}")


def report(error: BaseException) -> None:
    """Log a bug and offer its report; the program goes on."""
    words = described(error)
    _LOG.error("A part of the program failed.\n%s", words)
    _reports().reported.emit(words)


def _hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    report(error.with_traceback(trace))


def _thread_hook(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        report(args.exc_value)


def install(state: Path, now: datetime) -> str:
    """Take every unhandled error from now on.

    Args:
        state: the folder for the file that a hard end of the process writes.
        now: the present moment, for the name of the file set aside.

    Returns:
        A sentence about the last run, if it ended hard; else nothing.
    """
    _reports()
    sys.excepthook = _hook
    threading.excepthook = _thread_hook
    file = state / "ended.txt"
    words = ""
    try:
        state.mkdir(parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size:
            aside = state / f"ended-{now:%Y-%m-%d-%H%M%S}.txt"
            file.replace(aside)
            words = f"LERDesk ended without being closed the last time. Where it stood is written in {aside}."
        _FILE.append(file.open("w", encoding="utf-8"))
        faulthandler.enable(_FILE[-1])
    except OSError:
        _LOG.info("The state folder cannot be written; a hard end will leave no trace.")
    return words
