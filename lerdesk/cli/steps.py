"""Show what long work is doing: a bar on a terminal, plain lines elsewhere; of a case only files and references."""

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn


class Steps:
    """The steps of a command, on standard error."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, highlight=False)
        self._bars = Progress(
            TextColumn("{task.description}"),
            BarColumn(24),
            TextColumn("{task.completed}/{task.total} {task.fields[what]}"),
            TimeElapsedColumn(),
            console=self._console,
        )
        self._tasks: dict[str, TaskID] = {}
        self._shown: dict[str, int] = {}

    def __enter__(self) -> Self:
        if self._console.is_terminal:
            self._bars.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bars.stop()

    def show(self, step: str, done: int, whole: int, what: str) -> None:
        """How far a step is; elsewhere than on a terminal a line at each tenth."""
        if self._console.is_terminal:
            if step not in self._tasks:
                self._tasks[step] = self._bars.add_task(step, total=whole, what=what)
            self._bars.update(self._tasks[step], completed=done, total=whole, what=what)
            return
        tenth = done * 10 // max(whole, 1)
        if self._shown.get(step) != tenth:
            self._shown[step] = tenth
            self._console.print(f"{step}: {done} of {whole} {what}".rstrip(), markup=False)

    def say(self, line: str) -> None:
        """One line."""
        self._console.print(line, markup=False)
