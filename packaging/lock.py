"""Makes the lock: ``packaging/requirements.txt`` (to run) and ``packaging/requirements-dev.txt`` (to run and to check).

    .venv/bin/python packaging/lock.py [--upgrade | --upgrade-package NAME]

Each pins every package by version and by the hashes of all its files, for every system and Python from 3.11 on, and
names no address: packages come from whatever registry the machine's own pip is set to. It needs ``uv``
(``pip install uv``), which ``bootstrap.py`` does not. Without a word the versions that stand are kept.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = "hatchling\neditables\n"  # what building the project itself takes, so that nothing is fetched unpinned
COMPILE = [
    *("pip", "compile", "pyproject.toml", "-", "--no-config", "--quiet"),
    *("--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
]


def main() -> int:
    """Write both files; the second keeps to the versions of the first."""
    for name, more in (
        ("requirements.txt", []),
        ("requirements-dev.txt", ["--group", "dev", "--constraint", "packaging/requirements.txt"]),
    ):
        command = [
            *(sys.executable, "-m", "uv", *COMPILE, *more),
            *("--output-file", f"packaging/{name}", *sys.argv[1:]),
        ]
        subprocess.run(command, cwd=ROOT, input=BUILD, text=True, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
