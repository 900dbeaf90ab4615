"""Imports ahead what the window needs next, while it has nothing else to do."""

import pkgutil
import sys
from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from lerdesk.base.zones import known_zones
from lerdesk.ui.shell.registry import BY_NAME

_TICK_MS = 10


def desk_modules() -> None:
    """Import what opening a store takes; for the store's thread, since none of it touches Qt."""
    for name in ("lerdesk.store.opening", "lerdesk.store.inbox", "lerdesk.desk.index"):
        import_module(name)
    known_zones()  # for the settings' list


class LoadAhead(QObject):
    """Imports the places' modules one at a time, so that the window stays awake between them.

    On the window's own thread: classes of Qt that another thread makes end in a segmentation fault now and then.

    Args:
        parent: it ends with it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._names = _modules()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)
        self._timer.start(_TICK_MS)

    def _next(self) -> None:
        name = next((one for one in self._names if one not in sys.modules), None)
        if name is None:
            self._timer.stop()
            self.deleteLater()
        else:
            import_module(name)


def _modules() -> Iterator[str]:
    """Every module of the places' packages, in the order of the places."""
    for entry in BY_NAME.values():
        package = entry.where.rpartition(".")[0]
        paths = import_module(package).__path__
        yield from sorted(one.name for one in pkgutil.iter_modules(paths, f"{package}."))
