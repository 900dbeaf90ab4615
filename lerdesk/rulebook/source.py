"""The rulebook's files as they lie on the disk: which one stands for each name, read without trusting it."""

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lerdesk.base.resources import resources
from lerdesk.rulebook.mistake import Mistake, RulebookError, one_of

FILES = (
    "processes",
    "categories",
    "flags",
    "matrix",
    "questions-us",
    "questions-eu",
    "questions-abroad",
    "notice",
    "clocks",
    "calendars",
    "overbreadth",
    "policy",
    "places",
)
#: largest rulebook file, in bytes: far above the largest shipped one
LARGEST = 2_000_000
#: what the parser says, in words for a person who writes rules and not programs
_PLAIN = {
    "Cannot overwrite a value": "a key or a table stands twice",
    "Cannot declare": "a key or a table stands twice",
    "Illegal character '\\n'": "a quotation mark is missing at the end of the line",
    "Invalid value": "a value is no TOML: a text stands in quotation marks, true and false do not",
    "Invalid date or datetime": "there is no such day",
    "Unclosed array": "a list has no closing bracket",
    "Unterminated string": "a text has no closing quotation mark",
    "Invalid statement": "this is neither a key nor a table",
    "Expected '=' after a key": "a key has no = after it",
    "Expected newline or end of document": "something stands behind the value",
}
_LINE = re.compile(r"\(at line (\d+)")


@dataclass(frozen=True)
class Source:
    """One rulebook file.

    Attributes:
        name: ``policy``.
        path: the file itself.
        own: whether it is the organisation's own.
        data: its bytes.
        values: what TOML makes of them.
    """

    name: str
    path: Path
    own: bool
    data: bytes
    values: Mapping[str, object]


def shipped_folder() -> Path:
    """Where the shipped rulebook lies."""
    return resources() / "rulebook"


def own_folder(overrides: Path | None) -> Path | None:
    """The organisation's folder, where it is there; a file of another name in it is refused.

    Raises:
        RulebookError: a TOML file has a name that no rulebook file has.
    """
    if overrides is None or not overrides.is_dir():
        return None
    for mistake in misnamed(overrides):
        raise RulebookError(mistake)
    return overrides


def misnamed(own: Path) -> list[Mistake]:
    """TOML files of the folder that stand for nothing.

    Raises:
        RulebookError: the folder cannot be opened.
    """
    known = [f"{name}.toml" for name in FILES]
    try:
        names = sorted(each.name for each in own.iterdir())
    except OSError as error:
        raise _wrong(
            own, f"cannot be opened: {error.strerror}", "Give yourself the right"
        ) from None
    return [
        Mistake(name, "", "has a name that no rulebook file has", one_of(name, known))
        for name in names
        if name.endswith(".toml") and name not in known
    ]


def read(name: str, own: Path | None) -> Source:
    """The file that stands for a name: the organisation's own, else the shipped one.

    Raises:
        RulebookError: it is no file, too large, no text or no TOML.
    """
    path = shipped_folder() / f"{name}.toml"
    mine = own is not None and os.path.lexists(own / path.name)
    if own is not None and mine:
        path = own / path.name
    data = _bytes(path)
    try:
        return Source(name, path, mine, data, tomllib.loads(data.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _wrong(path, "is no UTF-8 text", "Save it as UTF-8", line) from None
    except RecursionError:
        raise _wrong(path, "nests too deep", "Take the brackets away") from None
    except ValueError as error:
        found = _LINE.search(str(error))
        at = int(found[1]) if found else None
        raise _wrong(path, _plain(str(error)), "Correct that place", at) from None


def _bytes(path: Path) -> bytes:
    try:
        if path.is_symlink() and not path.exists():
            raise _wrong(path, "is a link to nothing", "Put the file itself there")
        if not path.is_file():
            raise _wrong(path, "is no file", "Put a file there, or take it away")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise _wrong(
            path,
            f"cannot be opened: {error.strerror}",
            "Restore the file or install the program again",
        ) from None
    if len(data) > LARGEST:
        raise _wrong(path, f"is larger than {LARGEST // 1_000_000} MB", "No rulebook file is")
    return data


def _wrong(path: Path, what: str, right: str, line: int | None = None) -> RulebookError:
    return RulebookError(Mistake(path.name, "", what, right, line))


def _plain(words: str) -> str:
    """``cannot be read: a key or a table stands twice``."""
    for said, meant in _PLAIN.items():
        if words.startswith(said):
            return f"cannot be read: {meant}"
    return f"cannot be read: {words.split(' (at ', maxsplit=1)[0]}"
