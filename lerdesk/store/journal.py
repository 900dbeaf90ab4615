"""The journal: a chain of entries that the database refuses to change, and that ``verify`` recomputes.

What it shows: a changed, removed or reordered entry, a cut tail, a served file or issued letter other than the
one taken in, and an older copy of the database put in the place of the newer (by ``journal.head`` beside it).
What it cannot show before entries are signed: a chain made anew by somebody who holds the data key and also
replaces ``journal.head``.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from lerdesk.domain.fact import JsonValue
from lerdesk.domain.journal import BEGINNING, JournalEntry, canonical, hash_of
from lerdesk.domain.request import HistoryEntry, Person
from lerdesk.store.tables import journal as table
from lerdesk.store.tables import journal_head as head_table
from lerdesk.store.unit import Unit


@dataclass(frozen=True)
class Entry:
    """An entry that waits for the end of its unit."""

    at: datetime
    actor: Person
    action: str
    request_id: int | None
    words: str
    details: Mapping[str, JsonValue]


def append(
    unit: Unit,
    *,
    at: datetime,
    actor: Person,
    action: str,
    request_id: int | None,
    words: str,
    details: Mapping[str, JsonValue] | None = None,
) -> None:
    """Add an entry; it is chained when the unit ends, or when the journal is read in it."""
    if not unit.writing:
        raise RuntimeError("a reading unit changes nothing")
    unit.entries.append(Entry(at, actor, action, request_id, words, dict(details or {})))


def flush(unit: Unit) -> None:
    """Chain the entries that wait; the last one carries the hashes of the unit's papers."""
    if not unit.entries:
        return
    count, previous = head(unit)
    waiting, unit.entries = unit.entries, []
    papers: list[JsonValue] = [[kind, number, sha] for kind, number, sha in unit.papers]
    if papers:
        last = waiting[-1]
        waiting[-1] = replace(last, details={**last.details, "papers": papers})
        unit.papers = []
    for entry in waiting:
        count += 1
        chained = JournalEntry(
            number=count,
            at=entry.at,
            actor_id=entry.actor.id,
            actor=entry.actor.name,
            action=entry.action,
            request_id=entry.request_id,
            words=entry.words,
            details=entry.details,
            previous=previous,
        )
        previous = hash_of(chained)
        values = {
            "number": count,
            "at": entry.at,
            "actor_id": entry.actor.id,
            "actor": entry.actor.name,
            "action": entry.action,
            "request_id": entry.request_id,
            "words": entry.words,
            "details": canonical(entry.details),
            "previous": chained.previous,
            "hash": previous,
        }
        unit.change(insert(table), values)
    if not unit.change(update(head_table).values(entries=count, hash=previous)):
        unit.change(insert(head_table), {"id": 1, "entries": count, "hash": previous})
    unit.written += len(waiting)


def head(unit: Unit) -> tuple[int, str]:
    """How many entries there are, and the last one's hash."""
    row = unit.first(select(head_table))
    return (0, BEGINNING) if row is None else (int(row.entries), str(row.hash))


def of_request(unit: Unit, request_id: int, limit: int | None = None) -> tuple[HistoryEntry, ...]:
    """A request's history, newest first."""
    flush(unit)
    found = unit.rows(
        select(table.c.number, table.c.at, table.c.actor, table.c.words)
        .where(table.c.request_id == request_id)
        .order_by(table.c.number.desc())
        .limit(limit)
    )
    return tuple(HistoryEntry(row.number, row.at, row.actor, row.words) for row in found)


def last_moment(unit: Unit) -> datetime | None:
    """When the last entry was written; None in an empty journal."""
    flush(unit)
    row = unit.first(select(table.c.at).order_by(table.c.number.desc()).limit(1))
    return None if row is None else row.at


@dataclass(frozen=True)
class ChainCheck:
    """What recomputing the chain found.

    Attributes:
        count: entries read.
        broken: the first broken place in words, None where all is whole.
        papers: SHA-256 by kind and id, as the entries carry them.
        hashes: each entry's hash, for ``journal.head``.
    """

    count: int
    broken: str | None
    papers: Mapping[tuple[str, int], str]
    hashes: tuple[str, ...]


def verify(unit: Unit) -> ChainCheck:
    """Recompute the chain from its first entry."""
    flush(unit)
    papers: dict[tuple[str, int], str] = {}
    hashes: list[str] = []
    previous = BEGINNING
    for row in unit.rows(select(table).order_by(table.c.number)):
        place = len(hashes) + 1
        if row.number != place:
            return ChainCheck(
                len(hashes), f"Journal entry {place} is missing.", papers, tuple(hashes)
            )
        if broken := _broken(row, previous):
            return ChainCheck(len(hashes), broken, papers, tuple(hashes))
        previous = row.hash
        hashes.append(row.hash)
        for kind, number, sha in json.loads(row.details).get("papers", []):
            papers[kind, number] = sha
    count, hash_ = head(unit)
    broken = None
    if (count, hash_) != (len(hashes), previous):
        broken = f"The journal ends at entry {len(hashes)}, but {count} were written."
    return ChainCheck(len(hashes), broken, papers, tuple(hashes))


def _broken(row: Row[Any], previous: str) -> str | None:
    if row.previous != previous:
        return f"Journal entry {row.number} does not follow the one before it."
    try:
        entry = JournalEntry(
            number=row.number,
            at=row.at,
            actor_id=row.actor_id,
            actor=row.actor,
            action=row.action,
            request_id=row.request_id,
            words=row.words,
            details=json.loads(row.details),
            previous=row.previous,
        )
        whole = hash_of(entry) == row.hash
    except ValueError:
        whole = False
    return None if whole else f"Journal entry {row.number} was changed after it was written."
