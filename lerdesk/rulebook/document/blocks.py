"""What a printed rulebook consists of, for paper and for a screen alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from lerdesk.domain.vocabulary import Standing
from lerdesk.rulebook.field_words import STANDING


@dataclass(frozen=True)
class Piece:
    """Words in one style.

    Attributes:
        text: plain text, never markup; a newline breaks the line.
        link: anchor of the rule that the words name; empty where they name none.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


Words: TypeAlias = tuple[Piece, ...]


@dataclass(frozen=True)
class Heading:
    """A heading.

    Attributes:
        level: 1 chapter, 2 rule or part of a chapter, 3 part of a rule.
        anchor: by which it can be reached; empty: not in the contents.
    """

    level: int
    text: str
    anchor: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    words: Words
    anchor: str = ""


@dataclass(frozen=True)
class Row:
    """One row of a table."""

    cells: tuple[Words, ...]
    anchor: str = ""


@dataclass(frozen=True)
class Table:
    """A table.

    Attributes:
        head: empty: a table of labels and values.
        shares: of each column in the width.
        centred: columns whose words stand in the middle.
    """

    head: tuple[Words, ...]
    rows: tuple[Row, ...]
    shares: tuple[float, ...]
    centred: frozenset[int] = frozenset()


Block: TypeAlias = Heading | Paragraph | Table


@dataclass(frozen=True)
class Document:
    """The rulebook to be read.

    Attributes:
        lines: below the title: version, date, what it is.
    """

    title: str
    version: str
    made_on: date
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]


def plain(text: str, link: str = "") -> Words:
    """Words in the ordinary style; none of an empty text."""
    return (Piece(text, link=link),) if text else ()


def bold(text: str, link: str = "") -> Words:
    """Words in bold."""
    return (Piece(text, bold=True, link=link),) if text else ()


def italic(text: str) -> Words:
    """Words in italics."""
    return (Piece(text, italic=True),) if text else ()


def lines(*parts: Words) -> Words:
    """Several phrases, each on a line of its own; empty ones are left out."""
    out: list[Piece] = []
    for part in parts:
        if part:
            out += [Piece("\n"), *part] if out else part
    return tuple(out)


def labelled(label: str, text: str | Words) -> Words:
    """``Citation: …``; nothing where there is no text."""
    words = plain(text) if isinstance(text, str) else text
    return (*italic(f"{label}: "), *words) if words else ()


def linked(ids: Iterable[str]) -> Words:
    """Ids in a row, each a link to its rule."""
    out: list[Piece] = []
    for one in ids:
        out += [Piece(", "), Piece(one, link=one)] if out else [Piece(one, link=one)]
    return tuple(out)


def standing(status: Standing, citation: str) -> Words:
    """The citation with how well the rule is established, the unsure ones in bold."""
    sure = status in {Standing.VERIFIED, Standing.COMPANY}
    mark = Piece(STANDING[status], bold=not sure, italic=sure)
    return lines(plain(citation), (mark,))


def head(*names: str) -> tuple[Words, ...]:
    """A table's head."""
    return tuple(plain(name) for name in names)
