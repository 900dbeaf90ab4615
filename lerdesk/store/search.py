"""Words to search in: parts of names, and numbers with or without their dashes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import delete, insert, select

from lerdesk.store import sqlite
from lerdesk.store.tables import search_text as table
from lerdesk.store.unit import Unit

_DIGIT = re.compile(r"\d")
_SPACED = re.compile(r"\+?\(?\d[\d\s().\-]{4,}\d")


@dataclass(frozen=True)
class Found:
    """One find.

    Attributes:
        source: "document", "fact", "letter" or "request"; ``source_id`` is its id.
        label: where the words stand ("Agent", "Letter L-2026-000655", "order.pdf, page 3").
        words: those around the find.
    """

    request_id: int
    reference: str
    process_words: str
    agency: str
    source: str
    source_id: int
    page: int
    label: str
    words: str


def squeezed(words: str) -> str:
    """The numbers in ``words`` without dashes, spaces, dots and brackets; empty where that changes none.

    >>> squeezed("Case No. 3:26-mj-70412, call (206) 555-0142")
    '326mj70412 2065550142'
    """
    out: dict[str, None] = {}
    # word by word: one pattern for "a word with a digit" takes the square of an endless word's length
    parted = (word for word in words.split() if _DIGIT.search(word))
    for found in (*parted, *_SPACED.findall(words)):
        bare = "".join(char for char in found if char.isalnum())
        if bare != found and len(bare) >= 4:
            out[bare] = None
    return " ".join(out)


def put(
    unit: Unit,
    request_id: int,
    source: str,
    source_id: int,
    rows: Sequence[tuple[str, int, str]],
) -> None:
    """Keep label, page and words of one source, in the place of what was kept of it before."""
    unit.change(delete(table).where(table.c.source == source, table.c.source_id == source_id))
    values = [
        {
            "request_id": request_id,
            "source": source,
            "source_id": source_id,
            "page": page,
            "label": label,
            "words": words,
            "numbers": squeezed(words),
        }
        for label, page, words in rows
    ]
    if values:
        unit.change(insert(table), values)


def find(unit: Unit, words: str, limit: int) -> tuple[Found, ...]:
    """Rows that hold every word, best first: facts, then the request's line, letters, orders; newest first.

    Words under three characters are looked for beside longer ones; alone, in the requests' lines only.
    """
    asked = words.split()
    if not asked or limit <= 0:
        return ()
    long = [(word, squeezed(word)) for word in asked if len(word) >= 3]
    short = [word for word in asked if len(word) < 3]
    statement, values = sqlite.search(long, short, limit)
    return tuple(
        replace(found, words=around(found.words, asked))
        for found in (Found(**row._asdict()) for row in unit.rows(statement, values))
    )


def around(words: str, asked: Sequence[str], reach: int = 60) -> str:
    """The first place in ``words`` that holds one of the words asked for, with what stands around it."""
    plain = words.lower()
    places = [place for word in asked if (place := plain.find(word.lower())) >= 0]
    start = max(0, min(places, default=0) - reach)
    end = start + 2 * reach + 20
    shown = " ".join(words[start:end].split())
    return f"{'…' if start else ''}{shown}{'…' if end < len(words) else ''}"


def words_of(unit: Unit, source: str, source_id: int) -> tuple[str, ...]:
    """What was kept of one source, page by page."""
    found = unit.rows(
        select(table.c.words)
        .where(table.c.source == source, table.c.source_id == source_id)
        .order_by(table.c.id)
    )
    return tuple(row.words for row in found)
