"""Where in a TOML file a table or a key stands, for messages: the parser itself keeps no lines."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import TypeAlias

from lerdesk.rulebook.table import Table

#: keys and places in lists, from the file's root inward
Path: TypeAlias = tuple[str | int, ...]
_HEAD = re.compile(r"\s*\[(\[?)\s*([^\]]+?)\s*\]")
_KEY = re.compile(r"""\s*("(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)\s*=""")
_LONG = re.compile(r"'''|\"\"\"")


class Lines:
    """The lines of one file's tables and keys.

    Args:
        text: the file's text.
        root: what TOML made of it; tables are found by being the very same.
    """

    def __init__(self, text: str, root: Mapping[str, object]) -> None:
        self._root, self._lines = root, text.replace("\r\n", "\n").split("\n")
        #: line of each head (and of the file's begin) by its name and number among those of its name
        self._heads: dict[tuple[str, int], int] = {("", 0): 1}
        self._keys: list[tuple[int, str]] = []
        seen: dict[str, int] = {}
        inside = ""
        for number, line in enumerate(self._lines, 1):
            if inside:
                inside = "" if inside in line else inside
                continue
            if head := _HEAD.match(line):
                name = _bare(head[2])
                self._heads[name, seen.get(name, 0)] = number
                seen[name] = seen.get(name, 0) + 1
            elif key := _KEY.match(line):
                self._keys.append((number, _bare(key[1])))
            opened = _LONG.findall(line)
            if len(opened) % 2:
                inside = opened[-1]
        self._starts = sorted(self._heads.values())

    def of(self, table: Table, key: str) -> int | None:
        """Line of a key of a table; of the table where the key does not stand there; ``None`` for the file."""
        path = self._path(table.values, self._root, ())
        if path is None:  # a table that is absent: the one around it
            return self.of(table.above, key) if table.above is not None else None
        head, rest = self._head((*path, key))
        line = self._key(head, str(rest[0])) if rest else head
        if line is None:
            return head if head > 1 else None
        if len(rest) > 1 and isinstance(rest[1], int):
            return self._entry(line, rest[1])
        return line

    def _head(self, steps: Path) -> tuple[int, Path]:
        """The line of the innermost head around the steps, and the steps inside it."""
        row = next((n for n, step in enumerate(steps) if isinstance(step, int)), None)
        if row is not None:
            name, number = ".".join(map(str, steps[:row])), int(steps[row])
            found = self._heads.get((name, number))
            if found is not None:
                rest = steps[row + 1 :]
                inner = self._inner(f"{name}.{rest[0]}", found, self._heads.get((name, number + 1)))
                return (inner, rest[1:]) if inner is not None else (found, rest)
        for depth in range(len(steps) if row is None else row, 0, -1):
            found = self._heads.get((".".join(map(str, steps[:depth])), 0))
            if found is not None:
                return found, steps[depth:]
        return 1, steps

    def _inner(self, name: str, head: int, following: int | None) -> int | None:
        """The line of a head of a rule's own table, ``[process.clocks]``, between the rule's head and the next one."""
        for (each, _number), line in self._heads.items():
            if each == name and head < line and (following is None or line < following):
                return line
        return None

    def _key(self, head: int, name: str) -> int | None:
        place = bisect_right(self._starts, head)
        end = self._starts[place] if place < len(self._starts) else len(self._lines) + 1
        for number, key in self._keys:
            if head <= number < end and key == name:
                return number
        return None

    def _entry(self, line: int, number: int) -> int:
        """The line of an entry of a list of tables that is written in braces."""
        braces = accumulate(each.count("{") for each in self._lines[line - 1 :])
        return next((at for at, opened in enumerate(braces, line) if opened > number), line)

    def _path(
        self,
        wanted: Mapping[str, object],
        there: Mapping[str, object] | list[object],
        path: Path,
    ) -> Path | None:
        if there is wanted:
            return path
        steps: Iterable[tuple[str | int, object]] = (
            enumerate(there) if isinstance(there, list) else there.items()
        )
        for step, value in steps:
            if isinstance(value, (dict, list)):
                found = self._path(wanted, value, (*path, step))
                if found is not None:
                    return found
        return None


def _bare(name: str) -> str:
    """A key without its quotation marks: ``note."1"`` is ``note.1``."""
    return ".".join(part.strip().strip("\"'") for part in name.split("."))
