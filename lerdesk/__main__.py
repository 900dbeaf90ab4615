"""Chooses between the window, the command line and the reader process, before anything else is imported."""

import gc
import os
import sys

_WITH_VALUE = frozenset({"--store", "--home", "--passphrase-file", "--rulebook"})


def main(argv: list[str] | None = None) -> int:
    """Run what the words ask for.

    ``--reader`` is the confined reader process; ``--pictures`` takes the pictures of a store's views; options of the
    window alone (or nothing) open the window; whatever else there is goes to the command line, which refuses what it
    does not know.

    Args:
        argv: the words after the program's name; ``None`` takes the process's own.

    Returns:
        The exit code: 0 done, 1 refused, 2 wrong usage.
    """
    os.umask(0o077)
    _leave_no_core_file()
    words = sys.argv[1:] if argv is None else list(argv)
    if words[:1] == ["--reader"]:
        from lerdesk.documents import worker

        worker.main()
        return 0
    if words[:1] == ["--pictures"]:
        from lerdesk.app import pictures

        return pictures.main(words[1:])
    if _asks_for_window(words):
        gc.disable()  # what a start makes is kept; the window collects by itself once it is there
        from lerdesk.app import window

        return window.main(_without_home(words))
    from lerdesk.cli import main as command_line

    return command_line.main(words)


def _leave_no_core_file() -> None:
    """A hard end must not write the memory, in which cases stand in plain text, to the disk."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _asks_for_window(words: list[str]) -> bool:
    rest = iter(words)
    for word in rest:
        name, equals, _ = word.partition("=")
        if name not in _WITH_VALUE:
            return False
        if not equals and next(rest, None) is None:
            return False
    return True


def _without_home(words: list[str]) -> list[str]:
    """The words without ``--home DIR``, which goes to the environment, where every folder is looked up."""
    kept: list[str] = []
    rest = iter(words)
    for word in rest:
        name, equals, value = word.partition("=")
        if name == "--home":
            os.environ["LERDESK_HOME"] = value if equals else next(rest)
        else:
            kept.append(word)
    return kept


if __name__ == "__main__":
    sys.exit(main())
