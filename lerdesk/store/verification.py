"""Whether the store is whole: file, chain, served files, issued letters, references."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from sqlalchemy import select

from lerdesk.store import documents, journal, letters, sqlite
from lerdesk.store.tables import document, letter, request
from lerdesk.store.unit import Unit

if TYPE_CHECKING:
    from lerdesk.store.store import Store


@dataclass(frozen=True)
class Checked:
    """What was found.

    Attributes:
        entries: journal entries whose chain holds.
        broken: the first broken place in words, None where all is whole.
    """

    entries: int
    broken: str | None


def verify(store: "Store") -> Checked:
    """Check everything; reads all of the store."""
    with store.reading() as unit:
        if words := sqlite.damage(unit.connection, thorough=True):
            return Checked(0, words)
        chain = journal.verify(unit)
        broken = (
            chain.broken
            or _beside(store, chain)
            or next(_papers(unit, chain), None)
            or next(_gaps(unit), None)
        )
        return Checked(chain.count, broken)


def _beside(store: "Store", chain: journal.ChainCheck) -> str | None:
    """The head kept beside the database must be an entry of this chain: an older copy has not got it."""
    head = store.head_beside()
    if head is None:
        return (
            "journal.head is missing or damaged: nothing shows whether the journal's end was cut."
        )
    if head.count > chain.count:
        return (
            f"The journal ends at entry {chain.count}, but journal.head knows of {head.count}: "
            "its end was cut, or an older copy of the database was put in place."
        )
    if not head.count >= 1 or not store.head_fits(head, chain.hashes[head.count - 1]):
        return f"Journal entry {head.count} is not the one that journal.head was written for."
    return None


def _papers(unit: Unit, chain: journal.ChainCheck) -> Iterator[str]:
    """Bytes, row and journal must name the same SHA-256 for every served file and issued letter."""
    seen = set()
    for row in unit.rows(select(document.c.id, document.c.name, document.c.sha256)):
        seen.add(("document", row.id))
        found = sha256(documents.data(unit, row.id)).hexdigest()
        if not (row.sha256 == found and row.sha256 == chain.papers.get(("document", row.id))):
            yield f"The served file {json.dumps(row.name)} is not the one that was taken in."
    issued = select(letter.c.id, letter.c.number, letter.c.sha256).where(letter.c.state == "issued")
    for row in unit.rows(issued):
        seen.add(("letter", row.id))
        found = sha256(letters.pdf(unit, row.id)).hexdigest()
        if not (row.sha256 == found and row.sha256 == chain.papers.get(("letter", row.id))):
            yield f"Letter {row.number} is not the one that was issued."
    for kind, number in chain.papers:
        if (kind, number) not in seen:
            yield f"A {kind} that the journal tells of is gone (number {number} in the store)."


def _gaps(unit: Unit) -> Iterator[str]:
    """References and numbers run from 1 in each year."""
    columns = (
        ("LER", request.c.year, request.c.number, request.c.reference),
        ("L", letter.c.year, letter.c.place, letter.c.number),
    )
    for prefix, year, place, shown in columns:
        last: dict[int, int] = {}
        query = select(year, place, shown).where(place.is_not(None)).order_by(year, place)
        for in_year, number, bears in map(tuple, unit.rows(query)):
            expected = last.get(in_year, 0) + 1
            if number != expected:
                yield f"{prefix}-{in_year:04d}-{expected:06d} is missing."
            if bears != f"{prefix}-{in_year:04d}-{number:06d}":
                yield f"{json.dumps(bears)} does not bear the number that it was given."
            last[in_year] = number
