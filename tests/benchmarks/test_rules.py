"""The rulebook: loading it, and deciding many facts in one run of the command."""

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

from lerdesk.rulebook import load
from tests.benchmarks.figures import Watch, figure, heading, ms

MANY = 10_000
FACTS = {
    "process": "US_SW_FED",
    "received_at": "2026-11-20T10:00:00-08:00",
    "issued_on": "2026-11-16",
    "items": [
        {"id": "1", "category": "C01"},
        {"id": "2", "category": "C20"},
    ],
}


def test_rules(tmp_path: Path) -> None:
    own = tmp_path / "rulebook"
    one, many = tmp_path / "one.json", tmp_path / "many.json"
    one.write_text(json.dumps([FACTS]), "utf-8")
    many.write_text(json.dumps([FACTS] * MANY), "utf-8")
    taken: dict[Path, list[float]] = {one: [], many: []}
    for _ in range(3):
        for file, runs in taken.items():
            with Watch() as watch:
                done = subprocess.run(
                    [sys.executable, "-m", "lerdesk", "decide", str(file)],
                    env=os.environ | {"LERDESK_HOME": str(tmp_path)},
                    capture_output=True,
                    text=True,
                )
            assert done.returncode == 0, done.stderr[:400]
            runs.append(watch.ms / 1000)
    heading("Rulebook")
    figure("load it", ms(lambda: load(own)), "ms")
    figure("decide one case, whole process", statistics.median(taken[one]), "s")
    figure(f"decide {MANY:,} cases, whole process", statistics.median(taken[many]), "s")
