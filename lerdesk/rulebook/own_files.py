"""What is worth a look in the organisation's own folder: files that nothing reads, and copies of an older rulebook."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lerdesk.base.text import clean
from lerdesk.domain.rules import Rulebook
from lerdesk.rulebook.mistake import near
from lerdesk.rulebook.own import rules_of
from lerdesk.rulebook.source import FILES, Source, read

_VERSION = re.compile(r"(\d{4})\.(\d{1,2})(?:\.(\d+))?")


def own_notes(own: Path, sources: Mapping[str, Source], book: Rulebook) -> tuple[str, ...]:
    """What to tell of the folder, a line each.

    Args:
        own: the folder.
        sources: the files that hold, by name.
        book: the rules that they make, as far as they go.
    """
    mine = [each for each in sources.values() if each.own]
    return (
        *_unread(own),
        *(line for each in mine for line in _beside_shipped(each)),
        *(_without_effect(sources["clocks"], book) if sources["clocks"].own else ()),
    )


def _without_effect(clocks: Source, book: Rulebook) -> Iterator[str]:
    """Counts of the clocks' file that the policy's own stand in place of."""
    rows = clocks.values.get("clock")
    for row in rows if isinstance(rows, list) else ():
        rule, count = (row.get("id"), row.get("count")) if isinstance(row, dict) else ("", None)
        held = book.clocks.get(rule) if isinstance(rule, str) else None
        if held is not None and isinstance(count, int) and held.count != count:
            yield f"In clocks.toml the count of {held.id} has no effect: policy.toml says {held.count}."


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


def _beside_shipped(source: Source) -> Iterator[str]:
    """What a copy lacks of the shipped file and has otherwise, and whether it stands on another version."""
    shipped = read(source.name, None)
    file = source.path.name
    mine, theirs = rules_of(source.values), rules_of(shipped.values)
    held = {rule: len(mine.get(rule, ())) for rule in theirs}
    gone = [
        rule if held[rule] == 0 else f"{len(rows) - held[rule]} of the {len(rows)} rows {rule}"
        for rule, rows in theirs.items()
        if held[rule] < len(rows) and isinstance(rows[0], dict)
    ]
    if gone:
        yield clean(f"Your {file} lacks what the shipped one has: {_some(gone)}.")
    other = [
        rule
        for rule, rows in theirs.items()
        if held[rule] == len(rows) and mine[rule] != rows and rule != "version"
    ]
    if other:
        yield clean(
            f"Your {file} has otherwise than the shipped one: {_some(other)}. What of it is no choice of yours was"
            " corrected in the shipped file since you copied it; lerdesk rules diff tells what changes."
        )
    version, latest = source.values.get("version"), shipped.values.get("version")
    if version != latest and isinstance(version, str) and isinstance(latest, str):
        older = "an older rulebook" if _number(version) < _number(latest) else "another rulebook"
        yield clean(
            f"Your {file} is a copy from {older}, {version[:20]}; the shipped one is {latest}. Compare the two, take"
            f' over what is new, and write version = "{latest}".'
        )


def _some(rules: Sequence[str]) -> str:
    return ", ".join(rules[:12]) + (f" and {len(rules) - 12} more" if len(rules) > 12 else "")


def _number(version: str) -> tuple[int, ...]:
    found = _VERSION.fullmatch(version)
    return tuple(int(part or 0) for part in found.groups()) if found else (0,)
