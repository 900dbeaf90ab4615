"""Opens the window. It is painted before anything heavy is imported; the store's thread imports the rest."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from lerdesk.app import bootstrap
from lerdesk.base.clock import Clock
from lerdesk.base.folders import folders
from lerdesk.base.settings import Settings
from lerdesk.ui import crash
from lerdesk.ui.application import application, run


def main(argv: Sequence[str]) -> int:
    """Run the window until it is closed.

    Args:
        argv: ``--store DIR``, ``--home DIR``, ``--rulebook DIR``, ``--passphrase-file FILE``.

    Returns:
        The exit code: 0 closed, 1 refused with one line, 2 wrong usage.
    """
    words = _parsed(argv)
    where = folders(words.home)
    now = Clock().now()
    told = crash.install(where.state, now)
    settings = Settings(where.config / "window.toml", now)
    try:
        passphrase = _passphrase(words.passphrase_file)
    except OSError as error:
        sys.stderr.write(f"The passphrase file cannot be read: {error.strerror}.\n")
        return 1
    application(settings)
    store = words.store or Path(settings.text("store") or where.store)
    window = bootstrap.main_window(
        where, store, settings, rulebook=words.rulebook, passphrase_given=bool(passphrase)
    )
    window.remember = words.store is None
    for sentence in (told, settings.told):
        if sentence:
            window.tell(sentence)
    return run(window, lambda: bootstrap.begin(window, passphrase))


def _parsed(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("lerdesk", add_help=False, allow_abbrev=False)
    for option in ("--store", "--home", "--rulebook", "--passphrase-file"):
        parser.add_argument(option, type=Path, metavar="DIR")
    return parser.parse_args(argv)


def _passphrase(file: Path | None) -> str:
    if file is not None:
        lines = file.read_text(encoding="utf-8").splitlines()
        return lines[0] if lines else ""
    return os.environ.get("LERDESK_PASSPHRASE", "")
