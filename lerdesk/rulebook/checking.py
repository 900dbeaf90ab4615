"""Every mistake of a rulebook at once, and what is worth a look without being one."""

from dataclasses import dataclass, replace
from pathlib import Path

from lerdesk.domain.rules import Rulebook
from lerdesk.rulebook.lines import Lines
from lerdesk.rulebook.load import assembled, own_mark
from lerdesk.rulebook.mistake import Mistake, RulebookError
from lerdesk.rulebook.own_files import own_notes
from lerdesk.rulebook.soundness import soundness
from lerdesk.rulebook.source import FILES, Source, misnamed, read
from lerdesk.rulebook.table import Table


@dataclass(frozen=True)
class Checked:
    """What a check found.

    Attributes:
        mistakes: in the order of the files and their lines; none: the rulebook can be used.
        notes: what is worth a look and hinders nothing, a line each.
        book: the rulebook, where it can be used.
        own: the organisation's own files, by name.
    """

    mistakes: tuple[Mistake, ...]
    notes: tuple[str, ...]
    book: Rulebook | None
    own: tuple[str, ...]

    @property
    def files(self) -> int:
        """How many files make it."""
        return len(FILES)

    @property
    def rules(self) -> int:
        """How many rules there are."""
        return 0 if self.book is None else count(self.book)


class Collected:
    """Takes every mistake with its line."""

    def __init__(self, sources: dict[str, Source]) -> None:
        self.found: list[Mistake] = []
        self._sources = {each.path.name: each for each in sources.values()}
        self._lines: dict[str, Lines] = {}

    def note(self, table: Table, key: str, mistake: Mistake) -> None:
        """Take one mistake."""
        lines = self._lines.get(table.file)
        if lines is None:
            source = self._sources[table.file]
            lines = Lines(source.data.decode("utf-8-sig"), source.values)
            self._lines[table.file] = lines
        self.found.append(replace(mistake, line=lines.of(table, key)))


def check(overrides: Path | None = None) -> Checked:
    """Check the rulebook as it would be used, whole.

    A file that cannot be read is told, and the shipped one stands in for it, so that the others are checked.

    Args:
        overrides: folder of the organisation's own rules.

    Raises:
        RulebookError: a shipped file cannot be read.
    """
    own = overrides if overrides is not None and overrides.is_dir() else None
    unread = misnamed(own) if own is not None else []
    sources: dict[str, Source] = {}
    for name in FILES:
        try:
            sources[name] = read(name, own)
        except RulebookError as error:
            unread.append(error.mistake)
            sources[name] = read(name, None)
    collected = Collected(sources)
    files = {
        name: Table(each.path.name, "the file", each.values, collected)
        for name, each in sources.items()
    }
    book = assembled(files, own_mark(sources.values()))
    soundness(book, files, {Path(each.file).stem for each in collected.found})
    order = {f"{name}.toml": number for number, name in enumerate(FILES)}
    mistakes = sorted(
        dict.fromkeys([*unread, *collected.found]),
        key=lambda each: (order.get(each.file, -1), each.line or 0),
    )
    return Checked(
        mistakes=tuple(mistakes),
        notes=() if own is None else own_notes(own, sources, book),
        book=None if mistakes else book,
        own=tuple(each.path.name for each in sources.values() if each.own),
    )


def count(book: Rulebook) -> int:
    """How many rules a rulebook has: everything that has an id and a citation of its own."""
    return (
        len(book.processes)
        + len(book.categories)
        + len(book.questions)
        + len(book.notice)
        + len(book.clocks)
        + len(book.calendars)
        + len(book.factors)
        + len(book.flags)
        + len(book.matrix.cells)
        + len(book.matrix.exceptions)
    )
