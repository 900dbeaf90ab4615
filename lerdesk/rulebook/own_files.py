"""What is worth a look in the organisation's own folder: files that nothing reads, and copies of an older rulebook."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from lerdesk.base.text import clean
from lerdesk.rulebook.mistake import near
from lerdesk.rulebook.source import FILES, Source, read

_VERSION = re.compile(r"(\d{4})\.(\d{1,2})(?:\.(\d+))?")


def own_notes(own: Path, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """What to tell of the folder, a line each."""
    return (*_unread(own), *(line for each in sources.values() for line in _outdated(each)))


def _unread(own: Path) -> Iterator[str]:
    """Files that look as if they were meant to be read: an editor or Windows gave them another ending."""
    known = [f"{name}.toml" for name in FILES]
    for path in sorted(own.iterdir()):
        if path.name in known or path.suffix == ".toml":
            continue
        meant = next((name for name in known if path.name.casefold().startswith(name)), "")
        if meant := meant or near(path.name, known):
            yield clean(
                f"{path.name} is not read. If it is to be used, name it {meant}.", limit=300
            )


def _outdated(source: Source) -> Iterator[str]:
    """A copy that stands on another version than the shipped file, and what it lacks of it."""
    if not source.own:
        return
    shipped = read(source.name, None)
    mine, theirs = source.values.get("version"), shipped.values.get("version")
    if mine == theirs or not isinstance(mine, str) or not isinstance(theirs, str):
        return
    older = _number(mine) < _number(theirs)
    what = "an older" if older else "another"
    lacks = sorted(_ids(shipped.values) - _ids(source.values))
    more = ""
    if lacks:
        some = ", ".join(lacks[:8]) + (f" and {len(lacks) - 8} more" if len(lacks) > 8 else "")
        more = f" It lacks {some}."
    yield clean(
        f"Your {source.path.name} is a copy of {what} rulebook ({mine[:20]}) than the shipped one ({theirs})."
        f"{more} Compare it with the shipped file, take over what is new, and write"
        f' version = "{theirs}".'
    )


def _number(version: str) -> tuple[int, ...]:
    found = _VERSION.fullmatch(version)
    return tuple(int(part or 0) for part in found.groups()) if found else (0,)


def _ids(values: Mapping[str, object]) -> set[str]:
    """Ids of the rows of a file."""
    return {
        str(row.get("id") or row.get("process"))
        for rows in values.values()
        if isinstance(rows, list)
        for row in rows
        if isinstance(row, dict) and (row.get("id") or row.get("process"))
    }
