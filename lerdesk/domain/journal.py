"""The journal as a chain: each entry's hash covers the one before, so that no change goes unseen."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256

from lerdesk.domain.fact import JsonValue

#: what the first entry names as the one before
BEGINNING = "0" * 64


@dataclass(frozen=True)
class JournalEntry:
    """One writing act.

    Attributes:
        number: from 1, without gaps.
        at: moment in UTC.
        actor_id: of the person who acted; ``actor`` is the name they had then.
        action: a word for the act, such as ``fact.confirm``.
        details: what the words leave out; ``papers`` in it carries the SHA-256 of each file taken in or issued.
        previous: hash of the entry before.
        hash: of this one; empty until it is chained.
    """

    number: int
    at: datetime
    actor_id: int
    actor: str
    action: str
    request_id: int | None
    words: str
    details: Mapping[str, JsonValue]
    previous: str
    hash: str = ""


def canonical(value: object) -> str:
    """One spelling for one value, for hashing: JSON with sorted keys and no spaces.

    Raises:
        TypeError: it holds what JSON cannot say.
    """
    return json.dumps(
        value,
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        allow_nan=False,
        default=_plain,
    )


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON value: {type(value).__name__}")


def moment_text(moment: datetime) -> str:
    """UTC with microseconds, so that text sorts as time does.

    Raises:
        ValueError: the moment carries no offset.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs an offset")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def hash_of(entry: JournalEntry) -> str:
    """SHA-256, hexadecimal, over everything in the entry but its own hash."""
    content = {
        "number": entry.number,
        "at": moment_text(entry.at),
        "actor": [entry.actor_id, entry.actor],
        "action": entry.action,
        "request": entry.request_id,
        "words": entry.words,
        "details": entry.details,
        "previous": entry.previous,
    }
    return sha256(canonical(content).encode("utf-8", "surrogatepass")).hexdigest()
