"""``journal.head``: how many entries the journal has, beside the database, so that an older copy of it shows.

It holds the count and a keyed hash of the last entry's; without the data key it can neither be made nor read
back to anything.
"""

import hmac
import json
import logging
from dataclasses import dataclass
from pathlib import Path

from lerdesk.store.files import write_whole

NAME = "journal.head"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Head:
    """The number of the last entry and what proves which one it was."""

    count: int
    proof: str


def _proof(data_key: bytes, count: int, hash_: str) -> str:
    key = hmac.digest(data_key, b"lerdesk journal head", "sha256")
    return hmac.digest(key, f"{count} {hash_}".encode(), "sha256").hex()


def write(folder: Path, data_key: bytes, count: int, hash_: str) -> None:
    """Keep the head. What it tells of is already recorded: that it cannot be written is only logged."""
    value = {"count": count, "proof": _proof(data_key, count, hash_)}
    try:
        write_whole(folder / NAME, json.dumps(value).encode())
    except OSError as error:
        _log.warning("the journal's head was not written: %s", type(error).__name__)


def read(folder: Path) -> Head | None:
    """The head as kept; None where it is missing or no head."""
    try:
        value = json.loads((folder / NAME).read_bytes())
        return Head(int(value["count"]), str(value["proof"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def fits(head: Head, data_key: bytes, hash_: str) -> bool:
    """Whether ``head`` tells of an entry with this hash."""
    return hmac.compare_digest(head.proof, _proof(data_key, head.count, hash_))
