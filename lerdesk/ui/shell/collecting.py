"""Frees what refers to itself in circles, on the window's thread, and the old of it while nobody touches the window.

Left to itself Python does so on whatever thread makes the next object: every thread then stands still, a tenth of a
second when all that was ever made is gone through, and objects of Qt may end on a thread that is not theirs.
"""

import gc
from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer

_BEGIN_MS = 1000  # what is made while a window and its store open is kept
_TICK_MS = 100
_YOUNG = 700  # new objects, from which on they are gone through: a millisecond or two
_ROUNDS = 10  # of the youngest, until those that outlived them are gone through too
_ABSENT = 30.0  # s without a key or the pointer: nobody waits for the window


class Collecting(QObject):
    """Python's own collector rests while one of these lives.

    What was there before it (the program's own modules, most of all) is never gone through.

    Args:
        parent: it ends with it.
        untouched: for how many seconds nobody has touched keyboard or pointer.
    """

    _living: ClassVar[int] = 0

    def __init__(self, parent: QObject, untouched: Callable[[], float]) -> None:
        super().__init__(parent)
        self._untouched = untouched
        self._all_done = False
        Collecting._living += 1
        gc.disable()
        gc.freeze()
        self.destroyed.connect(Collecting._ended)  # it is gone when this is called
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_BEGIN_MS)

    def _tick(self) -> None:
        self._timer.setInterval(_TICK_MS)
        absent = self._untouched() >= _ABSENT
        young, middle, _old = gc.get_count()
        if absent and not self._all_done:
            gc.collect()
        elif middle >= _ROUNDS:
            gc.collect(1)
        elif young >= _YOUNG:
            gc.collect(0)
        self._all_done = absent

    @classmethod
    def _ended(cls) -> None:
        cls._living -= 1
        if not cls._living:
            gc.unfreeze()
            gc.enable()
