"""Takes in served files: chosen, or dropped anywhere on the window; one job, several errors told once."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from lerdesk.base.errors import Cancelled, UserFacingError
from lerdesk.ui import files
from lerdesk.ui.jobs import Job, JobRunner

if TYPE_CHECKING:
    from lerdesk.desk.receive import Received
    from lerdesk.desk.session import Desk

_SHOWN_PROBLEMS = 6


@dataclass(frozen=True)
class Added:
    """What became of several files.

    Attributes:
        received: those taken in, and those that were here already.
        problems: why each of the others was not taken in.
        stopped: a person stopped it; what was taken in until then stays.
    """

    received: tuple["Received", ...]
    problems: tuple[UserFacingError, ...]
    stopped: bool
    asked: int


def receive_all(desk: "Desk", paths: list[Path], job: Job) -> Added:
    """Read and take in each file; on a work thread."""
    from lerdesk.desk.files import receive_path

    received: list[Received] = []
    problems: list[UserFacingError] = []
    for number, path in enumerate(paths):
        label = f"Reading {number + 1} of {len(paths)} files"

        def progress(done: int, total: int, number: int = number, label: str = label) -> None:
            share = round(100 * done / total) if total else 0
            words = f"{label}, page {done} of {total}" if total > 20 else label
            job.progress(100 * number + share, 100 * len(paths), words)

        progress(0, 0)
        try:
            job.check()
            received.append(receive_path(desk, path, progress=progress, cancelled=job.cancelled))
        except UserFacingError as error:
            problems.append(error)
        except Cancelled:
            return Added(tuple(received), tuple(problems), stopped=True, asked=len(paths))
    return Added(tuple(received), tuple(problems), stopped=False, asked=len(paths))


def outcome(added: Added) -> UserFacingError | str:
    """What the message bar says of it; empty where there is nothing to say but the new rows."""
    new = [one for one in added.received if one.duplicate_of is None]
    notes = [one.note for one in added.received if one.note]
    lines = [*(each.what for each in added.problems), *notes]
    shown = lines[:_SHOWN_PROBLEMS]
    if len(lines) > len(shown):
        shown.append(f"and {len(lines) - len(shown)} more")
    if added.problems:
        if added.asked == 1:
            return added.problems[0]
        kept = f"{len(new)} taken in." if new else "Nothing was taken in."
        what = f"{len(added.problems)} of {added.asked} files were not taken in."
        return UserFacingError(what, kept, "\n" + "\n".join(shown))
    if added.stopped:
        return f"Stopped. {len(new)} of {added.asked} files were taken in."
    if notes and added.asked > 1:
        what = f"{len(new)} of {added.asked} files were taken in."
        return UserFacingError(what, "", "\n".join(shown))
    if notes:
        return UserFacingError("\n".join(shown))
    return ""


class Adding:
    """The window's one way to take in files.

    Args:
        owner: whose message bar tells.
        desk: the open desk.
        jobs: the window's runner.
        done: told what became of them.
    """

    def __init__(
        self, owner: QWidget, desk: "Desk", jobs: JobRunner, done: Callable[[Added], None]
    ) -> None:
        self._owner, self._desk, self._jobs, self._done = owner, desk, jobs, done

    def choose(self) -> None:
        """Let a person choose files."""
        files.choose_files(self._owner, "Add served files", "Served files (*.pdf)", self.add)

    def add(self, paths: list[Path]) -> None:
        """Take in these files, in their order."""
        if not paths:
            return
        desk = self._desk
        words = "Reading 1 file" if len(paths) == 1 else f"Reading {len(paths)} files"
        self._jobs.long(
            lambda job: receive_all(desk, paths, job), self._owner, words, self._done, requests=()
        )
