"""Takes figures and prints them: medians, ratios of pairs, the longest gaps. None of them is ever judged."""

import gc
import re
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path


def heading(words: str) -> None:
    """A line above the figures that follow."""
    print(f"\n{words}", flush=True)


def figure(what: str, value: float, unit: str, note: str = "") -> None:
    """One figure in its line.

    Args:
        what: what was measured.
        value: in ``unit``.
        unit: "ms", "s", "MB", "x".
        note: what it stands beside, such as the value aimed at.
    """
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    print(f"  {what:<58} {value:>9,.{digits}f} {unit:<4} {note}".rstrip(), flush=True)


def ms(work: Callable[[], object], times: int = 7) -> float:
    """The median time of one call in ms, after one that is not counted."""
    work()
    taken = []
    gc.collect()
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


def each_ms(works: Sequence[Callable[[], object]]) -> tuple[float, float]:
    """Median and longest time in ms of calls that cannot be made twice."""
    taken = []
    for work in works:
        began = time.perf_counter()
        work()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken), max(taken)


def memory_mb(process_id: int | str = "self") -> float:
    """Resident memory in MB of a process and those below it; not a number where the system does not tell."""
    if sys.platform != "linux":
        return float("nan")
    process = Path(f"/proc/{process_id}")
    try:
        status = process.joinpath("status").read_text("ascii", errors="replace")
        below = process.joinpath("task", process.resolve().name, "children").read_text("ascii")
    except OSError:
        return float("nan")
    own = re.search(r"VmRSS:\s+(\d+)", status)
    return (int(own[1]) / 1024 if own else 0.0) + sum(memory_mb(each) for each in below.split())


class Watch:
    """How long a block took: ``with Watch() as watch: …``, then ``watch.ms``."""

    ms = 0.0

    def __enter__(self) -> "Watch":
        self._began = time.perf_counter()
        return self

    def __exit__(self, *_: object) -> None:
        self.ms = (time.perf_counter() - self._began) * 1000
