"""A letter's words as a small tree that the page is set from."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Align: TypeAlias = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Run:
    """Words in one style; a line break within a paragraph is a newline.

    Attributes:
        text: plain text, never markup.
        bold: set in bold.
        italic: set in italic.
        marked: written by the reviewer (tinted in the preview alone).
    """

    text: str
    bold: bool = False
    italic: bool = False
    marked: bool = False


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the letter's subject."""

    level: int
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    runs: tuple[Run, ...]


@dataclass(frozen=True)
class ListBlock:
    """A list; ``start`` is its first number, None where it has bullets."""

    items: tuple[tuple["Block", ...], ...]
    start: int | None = None


@dataclass(frozen=True)
class Table:
    """A table; every row has as many cells as there are columns."""

    head: tuple[tuple[Run, ...], ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    align: tuple[Align, ...]


@dataclass(frozen=True)
class Rule:
    """A line across; before a heading it starts a new page."""


Block: TypeAlias = Heading | Paragraph | ListBlock | Table | Rule


def plain(runs: tuple[Run, ...]) -> str:
    """The words alone."""
    return "".join(run.text for run in runs)
