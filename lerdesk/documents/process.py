"""One running reader process, as the program sees it."""

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

from lerdesk.base.errors import Cancelled
from lerdesk.documents import confinement, limits
from lerdesk.documents.frames import BrokenFrame, Frame, Kind, read_frame, write_frame
from lerdesk.domain.fact import JsonValue

_LOOK_SECONDS = 0.05


class Died(Exception):
    """The process ended, or was ended for taking too long, before it answered.

    Attributes:
        too_slow: it was ended for its time.
    """

    def __init__(self, *, too_slow: bool) -> None:
        super().__init__("too slow" if too_slow else "ended")
        self.too_slow = too_slow


class Declined(Exception):
    """The process answered that it cannot. ``code`` is one of the reading's error codes."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class ReaderProcess:
    """A started process. One question at a time; not to be shared between threads unlocked."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            confinement.command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=confinement.environment(),
            cwd=Path(sys.executable).anchor,
            start_new_session=True,
        )
        self._answers: queue.Queue[Frame | None] = queue.Queue()
        self._asked = 0
        assert self._process.stdout is not None  # noqa: S101  asked for above
        threading.Thread(
            target=_collect,
            args=(self._process.stdout, self._answers),
            name="lerdesk-reader",
            daemon=True,
        ).start()
        hello = self._wait(limits.START_SECONDS, None)
        if hello.kind is not Kind.HELLO:
            self.end()
            raise Died(too_slow=False)
        self.limited = hello.meta.get("limited") is True

    @property
    def process_id(self) -> int:
        """Of the started process (the walls' own where there are walls)."""
        return self._process.pid

    def ask(
        self,
        kind: Kind,
        meta: dict[str, JsonValue],
        body: bytes = b"",
        *,
        seconds: float = limits.PAGE_SECONDS,
        cancelled: Callable[[], bool] | None = None,
    ) -> Frame:
        """One question and its answer.

        Raises:
            Cancelled: ``cancelled`` said so; the process is ended.
            Died: the process ended, or took longer than ``seconds`` and was ended.
            Declined: the process says that it cannot.
        """
        self._asked += 1
        self._send(Frame(kind, self._asked, meta, body), seconds)
        answer = self._wait(seconds, cancelled)
        if answer.request != self._asked:
            self.end()
            raise Died(too_slow=False)
        if answer.kind is Kind.FAILED:
            raise Declined(str(answer.meta.get("code", "unreadable")))
        return answer

    def end(self) -> None:
        """End the process and everything that it may have started."""
        if self._process.poll() is None:
            if sys.platform == "win32":
                self._process.kill()
            else:
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError, ValueError):
                    pipe.close()

    def _send(self, frame: Frame, seconds: float) -> None:
        # a process that stopped reading would hold the writer for ever
        watch = threading.Timer(seconds, self._process.kill)
        watch.daemon = True
        watch.start()
        try:
            assert self._process.stdin is not None  # noqa: S101  asked for above
            write_frame(self._process.stdin, frame)
        except (OSError, ValueError) as error:
            self.end()
            raise Died(too_slow=False) from error
        finally:
            watch.cancel()

    def _wait(self, seconds: float, cancelled: Callable[[], bool] | None) -> Frame:
        until = time.monotonic() + seconds
        while True:
            if cancelled is not None and cancelled():
                self.end()
                raise Cancelled
            left = until - time.monotonic()
            if left <= 0:
                self.end()
                raise Died(too_slow=True)
            try:
                answer = self._answers.get(timeout=min(_LOOK_SECONDS, left) if cancelled else left)
            except queue.Empty:
                continue
            if answer is None:
                self.end()
                raise Died(too_slow=False)
            return answer


def _collect(source: IO[bytes], answers: "queue.Queue[Frame | None]") -> None:
    """Put what arrives where the asking thread finds it; None at the end."""
    try:
        while (frame := read_frame(source)) is not None:
            answers.put(frame)
    except (BrokenFrame, OSError, ValueError):
        pass
    finally:
        answers.put(None)
