"""From the start of the process to the first paint, and to the inbox of 1,000 requests, beside an empty window."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from lerdesk.store import keys
from tests.benchmarks.figures import figure, heading, ms
from tests.benchmarks.made_stores import PASSPHRASE, home_of, working_copy

PAIRS = 9
DRIVER = Path(__file__).with_name("start_driver.py")


def _seconds(what: str, home: Path) -> float:
    """From the process's start to the moment that it tells."""
    environment = os.environ | {"LERDESK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    if what == "ready":
        environment["LERDESK_PASSPHRASE"] = PASSPHRASE
    words = [sys.executable, str(DRIVER), what]
    began = time.time()
    done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return float(done.stdout.splitlines()[-1]) - began


def test_start(tmp_path: Path) -> None:
    home = working_copy(1000, tmp_path)
    found = keys.load(home_of(home).store)
    passphrase = ms(lambda: keys.unwrap(found, PASSPHRASE), 5) / 1000
    taken: dict[str, list[float]] = {"empty": [], "first": [], "ready": []}
    for number in range(PAIRS + 1):
        for what, seconds in taken.items():
            one = _seconds(what, home)
            if number:  # the first warms the disk
                seconds.append(one)
    heading(
        f"Start, whole processes, medians of {PAIRS} interleaved runs (a shared machine is noisy)"
    )
    for what, words in (
        ("empty", "empty PySide6 window, painted"),
        ("first", "LERDesk, first paint"),
        ("ready", "LERDesk, the inbox of 1,000 requests painted"),
    ):
        figure(words, statistics.median(taken[what]) * 1000, "ms")
    figure("of which the passphrase's derivation (taken off below)", passphrase * 1000, "ms")
    trios = list(zip(taken["empty"], taken["first"], taken["ready"], strict=True))
    first = statistics.median(one / empty for empty, one, _ in trios)
    ready = statistics.median((one - passphrase) / empty for empty, _, one in trios)
    figure("first paint beside the empty window", first, "x", "aim: 1.5 at most")
    figure("ready beside the empty window", ready, "x", "aim: 5 at most")
