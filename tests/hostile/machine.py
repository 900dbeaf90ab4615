"""The program as a person starts it: a process of its own, in folders of its own, watched from outside."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
DRIVER = Path(__file__).with_name("window_driver.py")
PASSPHRASE = "harbour kettle violet ladder"
MOMENT = "2026-11-24T09:00:00-08:00"


class Machine:
    """One account on one machine: home, temporary files, settings and stores all lie under ``root``."""

    def __init__(self, root: Path, **environ: str) -> None:
        self.root = root
        self.home, self.temporary = root / "home", root / "tmp"
        self.program, self.papers = root / "program", root / "papers"
        runtime = root / "runtime"
        for folder in (self.home, self.temporary, self.papers, runtime):
            folder.mkdir(parents=True)
        runtime.chmod(0o700)
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        self.environ = kept | {
            "HOME": str(self.home),
            "USERPROFILE": str(self.home),
            "TMPDIR": str(self.temporary),
            "TMP": str(self.temporary),
            "TEMP": str(self.temporary),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_STATE_HOME": str(self.home / "state"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "XDG_RUNTIME_DIR": str(runtime),
            "LERDESK_HOME": str(self.program),
            "LERDESK_PASSPHRASE": PASSPHRASE,
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "QT_QPA_PLATFORM": "offscreen",
            "LC_ALL": "C.UTF-8",
            **environ,
        }

    @property
    def store(self) -> Path:
        """The account's own store."""
        return self.program / "data" / "store"

    def run(self, *words: object, **environ: str) -> subprocess.CompletedProcess[str]:
        """``lerdesk`` with these words, to its end."""
        return self.call([sys.executable, "-m", "lerdesk", *map(str, words)], **environ)

    def call(self, words: Iterable[str], **environ: str) -> subprocess.CompletedProcess[str]:
        """Any command in this account."""
        return subprocess.run(
            list(words),
            cwd=self.home,
            env=self.environ | environ,
            capture_output=True,
            encoding="utf-8",
            errors="backslashreplace",
        )

    def window(self, act: str, *words: object, **environ: str) -> subprocess.Popen[str]:
        """The program's window, offscreen, with hands on it: an act of ``window_driver``, under way."""
        return subprocess.Popen(
            [sys.executable, "-u", str(DRIVER), act, *map(str, words)],
            cwd=self.home,
            env=self.environ | environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="backslashreplace",
        )

    def hands(self, act: str, *words: object, **environ: str) -> subprocess.CompletedProcess[str]:
        """An act of the window, to its end."""
        child = self.window(act, *words, **environ)
        out, err = child.communicate()
        return subprocess.CompletedProcess(act, child.returncode, out, err)

    def files(self) -> Iterator[Path]:
        """Every file of the account but the papers that somebody else put there."""
        for path in sorted(self.root.rglob("*")):
            if path.is_file() and not path.is_relative_to(self.papers):
                yield path


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    """What a refused command said: one clear line and no trace."""
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].endswith("."), lines[0]
    return lines[0]
