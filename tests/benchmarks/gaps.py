"""The longest gap between two ticks of a 5 ms timer, and what the window's thread did in it."""

import signal
import time
from collections import Counter
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QObject, Qt, QTimer

TICK = 5  # ms
_LONG = 0.03  # s; from here on a gap is looked into
_PACKAGE = Path(__file__).resolve().parents[2] / "lerdesk"


class Gaps(QObject):
    """Made on the window's thread, which is the main one.

    A signal asks it where it is while a tick is overdue. A second thread must not: it would hold the frame, and with
    it a painter beyond its paint event.

    Attributes:
        longest: in ms, since ``reset``.
        cause: the places in the program at which the thread was found most in it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._last = time.perf_counter()
        self._seen: Counter[str] = Counter()
        self.longest, self.cause = 0.0, ""
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK)
        if hasattr(signal, "setitimer"):  # not on Windows, where no cause is told
            signal.signal(signal.SIGALRM, self._look)
            signal.setitimer(signal.ITIMER_REAL, 0.005, 0.005)

    def reset(self) -> None:
        """Begin anew."""
        self._last = time.perf_counter()
        self.longest, self.cause = 0.0, ""
        self._seen.clear()

    def end(self) -> None:
        """Stop."""
        self._timer.stop()
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, signal.SIG_IGN)  # one may be on its way

    def _tick(self) -> None:
        now = time.perf_counter()
        gap = (now - self._last) * 1000
        self._last = now
        if gap > self.longest:
            self.longest = gap
            self.cause = ", ".join(
                f"{place} ×{times}" for place, times in self._seen.most_common(2)
            )
        self._seen.clear()

    def _look(self, _number: int, frame: FrameType | None) -> None:
        if time.perf_counter() - self._last > _LONG:
            self._seen[_place(frame)] += 1


def _place(frame: FrameType | None) -> str:
    """The innermost function of the program itself on the stack."""
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(_PACKAGE):
            return f"{path.relative_to(_PACKAGE.parent)}:{frame.f_lineno} {frame.f_code.co_name}"
        frame = frame.f_back
    return "outside the program"
