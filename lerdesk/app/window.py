"""Opens the window. It is painted before anything heavy is imported; the store's thread imports the rest."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from lerdesk.app import bootstrap
from lerdesk.base import display
from lerdesk.base.clock import Clock
from lerdesk.base.folders import folders
from lerdesk.base.settings import Settings
from lerdesk.ui.application import application, run

_OPTIONS = ("--store", "--home", "--rulebook", "--passphrase-file")


def main(argv: Sequence[str]) -> int:
    """Run the window until it is closed.

    Args:
        argv: ``--store DIR``, ``--home DIR``, ``--rulebook DIR``, ``--passphrase-file FILE``.

    Returns:
        The exit code: 0 closed, 1 refused with one line, 2 wrong usage.
    """
    words = _parsed(argv)
    if words is None:
        sys.stderr.write(
            "usage: lerdesk [--store DIR] [--home DIR] [--rulebook DIR] [--passphrase-file FILE]\n"
        )
        return 2
    where = folders(words.get("--home"))
    now = Clock().now()
    settings = Settings(where.config / "window.toml", now)
    try:
        passphrase = _passphrase(words.get("--passphrase-file"))
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no text"
        sys.stderr.write(f"The passphrase file cannot be read: {why}.\n")
        return 1
    if not display.reachable():
        sys.stderr.write(
            "There is no display to open the window on. Nothing was changed. "
            "Start it in a desktop session, or see lerdesk --help for the commands that need none.\n"
        )
        return 1
    application(settings)
    store = words.get("--store") or Path(settings.text("store") or where.store)
    window = bootstrap.main_window(
        where, store, settings, rulebook=words.get("--rulebook"), passphrase_given=bool(passphrase)
    )
    window.remember = "--store" not in words

    def painted() -> None:
        from lerdesk.ui import crash

        told = crash.install(where.state, now)
        bootstrap.begin(window, passphrase)
        for sentence in (told, settings.told):
            if sentence:
                window.tell(sentence)

    return run(window, painted)


def _parsed(argv: Sequence[str]) -> dict[str, Path] | None:
    """The options and what they name; None for anything else."""
    found: dict[str, Path] = {}
    rest = iter(argv)
    for word in rest:
        name, equals, value = word.partition("=")
        value = value if equals else next(rest, "")
        if name not in _OPTIONS or not value:
            return None
        found[name] = Path(value)
    return found


def _passphrase(file: Path | None) -> str:
    if file is not None:
        lines = file.read_text(encoding="utf-8").splitlines()
        return lines[0] if lines else ""
    return os.environ.get("LERDESK_PASSPHRASE", "")
