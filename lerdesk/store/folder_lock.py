"""The lock on a store's folder: one program at a time, and the others are told which."""

import os
import socket
import sys
from pathlib import Path

from lerdesk.base.errors import UserFacingError
from lerdesk.base.text import clean

NAME = "store.lock"
_GUARD = 1 << 30  # Windows locks bytes against reading too: lock one far behind the words


class FolderLock:
    """Held until it is let go, or until the process ends.

    Attributes:
        unclean: the last holder did not let go: it was killed, or the machine stopped.
    """

    def __init__(self, folder: Path) -> None:
        """Take the lock.

        Raises:
            UserFacingError: another program has it, or the folder cannot be written.
        """
        path = folder / NAME
        try:
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except FileNotFoundError:
            raise UserFacingError("There is no store in this folder.") from None
        except OSError as error:
            raise UserFacingError(
                "The store's folder cannot be written.",
                "Nothing was changed.",
                "Make the folder writable for you, or copy the store to one that is.",
            ) from error
        try:
            _lock(self._descriptor)
        except OSError:
            os.close(self._descriptor)
            raise UserFacingError(
                f"The store is open in another program: {_holder(path)}.",
                "Nothing was changed.",
                "Close it there first.",
            ) from None
        self.unclean = bool(os.read(self._descriptor, 1))
        self._write(f"LERDesk, process {os.getpid()} on {socket.gethostname()}")

    def _write(self, words: str) -> None:
        try:
            os.ftruncate(self._descriptor, 0)
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, words.encode())
        except OSError:
            # a full disk: the lock holds all the same, only the holder's name is missing
            return

    def let_go(self, *, clean_end: bool = True) -> None:
        """Let the folder go; may be called again."""
        if self._descriptor < 0:
            return
        if clean_end:
            self._write("")
        os.close(self._descriptor)
        self._descriptor = -1


def _holder(path: Path) -> str:
    try:
        return clean(path.read_text("utf-8", "replace"), limit=200).strip() or "unknown"
    except OSError:
        return "unknown"


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        os.lseek(descriptor, _GUARD, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
