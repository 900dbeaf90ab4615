"""The longest times in which the window's thread did not come round, and what it did in them. Printed, never judged."""

import signal
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QObject, Qt, QTimer

TICK = 5  # ms between two ticks of the timer
_LONG = 0.03  # s; from here on a gap is looked into
_KEPT = 8
_PACKAGE = Path(__file__).resolve().parents[1] / "lerdesk"


@dataclass(frozen=True, order=True)
class Gap:
    """A time between two ticks.

    Attributes:
        wall: ms by the clock.
        own: ms in which the window's thread itself computed. What is missing to ``wall`` it waited.
        others: ms in which the program's other threads computed, often holding Python's lock. Where both are small
            the machine was busy with something else, which is no stall of the program's.
        doing: what the person did then.
        cause: the places in the program at which the thread was found most in it.
    """

    wall: float = 0.0
    own: float = 0.0
    others: float = 0.0
    doing: str = ""
    cause: str = ""


class Gaps(QObject):
    """Made on the window's thread, which is the main one.

    Args:
        parent: it ends with it.
        looking: a signal asks the thread where it is while a tick is overdue. A second thread must not: it would hold
            the frame, and with it a painter beyond its paint event.

    Attributes:
        longest: since ``reset``, the longest first.
        doing: what the person does now.
    """

    def __init__(self, parent: QObject | None = None, *, looking: bool = False) -> None:
        super().__init__(parent)
        self._seen: Counter[str] = Counter()
        self.longest: list[Gap] = []
        self.doing = "start"
        self.skip()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK)
        self._looking = looking and hasattr(signal, "setitimer")  # not on Windows: no cause is told
        if self._looking:
            signal.signal(signal.SIGALRM, self._look)
            signal.setitimer(signal.ITIMER_REAL, 0.005, 0.005)

    @property
    def worst(self) -> Gap:
        """The longest since ``reset``."""
        return self.longest[0] if self.longest else Gap()

    def reset(self) -> None:
        """Begin anew."""
        self.longest.clear()
        self.skip()

    def skip(self) -> None:
        """What was done until now was the test's own work."""
        self._last = _now()
        self._seen.clear()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        if self._looking:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, signal.SIG_IGN)  # one may be on its way

    def words(self) -> str:
        """The longest, each with what the thread itself computed in it."""
        return "; ".join(
            f"{gap.wall:.0f} ms (own {gap.own:.0f}, others {gap.others:.0f}) at {gap.doing}"
            for gap in self.longest
        )

    def _tick(self) -> None:
        now = _now()
        wall, own, all_of_it = (
            1000 * (new - old) for new, old in zip(now, self._last, strict=True)
        )
        self._last = now
        cause = ", ".join(f"{place} ×{times}" for place, times in self._seen.most_common(2))
        self._seen.clear()
        self.longest.append(Gap(wall, own, max(0.0, all_of_it - own), self.doing, cause))
        self.longest = sorted(self.longest, reverse=True)[:_KEPT]

    def _look(self, _number: int, frame: FrameType | None) -> None:
        if time.perf_counter() - self._last[0] > _LONG:
            self._seen[_place(frame)] += 1


def _now() -> tuple[float, float, float]:
    """By the clock, of this thread and of all threads together, in seconds."""
    return time.perf_counter(), time.thread_time(), time.process_time()


def _place(frame: FrameType | None) -> str:
    """The innermost function of the program itself on the stack."""
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(_PACKAGE):
            return f"{path.relative_to(_PACKAGE.parent)}:{frame.f_lineno} {frame.f_code.co_name}"
        frame = frame.f_back
    return "outside the program"
