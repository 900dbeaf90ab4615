"""``keys.json``: the data key, wrapped once for each person. It holds no secret in clear.

A slot's wrapping key comes from the passphrase by Argon2id (64 MiB, 3 passes, 4 lanes, written in the slot); it
wraps the store's random data key and the person's Ed25519 signing key by AES-256-GCM. Store, slot number and
the sample mark are authenticated with them, so that none can be changed without the passphrase failing.
"""

import base64
import json
import os
import secrets
import unicodedata
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lerdesk.base.errors import UserFacingError
from lerdesk.store.files import write_whole

NAME = "keys.json"
FORMAT = 1


@dataclass(frozen=True)
class Cost:
    """What one guess of a passphrase costs; only tests take less."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


@dataclass(frozen=True)
class Slot:
    """One person's slot; ``id`` is the person's."""

    id: int
    name: str
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes = field(repr=False)
    signing_public: bytes
    signing_nonce: bytes
    signing_wrapped: bytes = field(repr=False)


@dataclass(frozen=True)
class Keys:
    """What ``keys.json`` says."""

    store: str
    sample: bool
    slots: tuple[Slot, ...]


def _damaged() -> UserFacingError:
    return UserFacingError(
        "The key file keys.json of this store is damaged.",
        "Nothing was changed.",
        "Put back a copy of keys.json from a backup.",
    )


def load(folder: Path) -> Keys:
    """Read ``keys.json``.

    Raises:
        UserFacingError: it is missing or damaged.
    """
    try:
        untrusted = json.loads((folder / NAME).read_text("utf-8"))
        if untrusted["format"] != FORMAT:
            raise UserFacingError(
                "This store was made by a newer LERDesk.",
                "Nothing was changed.",
                "Open it with that version.",
            )
        slots = tuple(_slot(each) for each in untrusted["slots"])
        keys = Keys(str(untrusted["store"]), untrusted["sample"] is True, slots)
    except FileNotFoundError:
        raise UserFacingError(
            "The key file keys.json of this store is missing.",
            "Nothing was changed.",
            "Put back a copy of keys.json from a backup.",
        ) from None
    except OSError as error:
        raise UserFacingError(
            "The key file keys.json of this store cannot be read.", "Nothing was changed."
        ) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _damaged() from error
    if not keys.slots or len({slot.id for slot in keys.slots}) != len(keys.slots):
        raise _damaged()
    return keys


def _slot(untrusted: dict[str, Any]) -> Slot:
    raw = untrusted["kdf"]
    cost = Cost(int(raw["memory_kib"]), int(raw["passes"]), int(raw["lanes"]))
    # a changed file must not be able to ask for all memory or all day
    if raw["name"] != "argon2id" or not (
        8 <= cost.memory_kib <= 2**21 and 1 <= cost.passes <= 64 and 1 <= cost.lanes <= 64
    ):
        raise ValueError("unknown derivation")
    signing = untrusted["signing"]
    return Slot(
        id=int(untrusted["id"]),
        name=str(untrusted["name"]),
        cost=cost,
        salt=_bytes(untrusted["salt"], 16),
        nonce=_bytes(untrusted["nonce"], 12),
        wrapped=_bytes(untrusted["key"], 48),
        signing_public=_bytes(signing["public"], 32),
        signing_nonce=_bytes(signing["nonce"], 12),
        signing_wrapped=_bytes(signing["key"], 48),
    )


def _bytes(untrusted: str, size: int) -> bytes:
    found = base64.b64decode(untrusted, validate=True)
    if len(found) != size:
        raise ValueError("wrong size")
    return found


def save(folder: Path, keys: Keys) -> None:
    """Write ``keys.json`` beside and move it into place.

    Raises:
        UserFacingError: it cannot be written; the one before stands.
    """

    def text(value: bytes) -> str:
        return base64.b64encode(value).decode("ascii")

    slots = [
        {
            "id": slot.id,
            "name": slot.name,
            "kdf": {
                "name": "argon2id",
                "memory_kib": slot.cost.memory_kib,
                "passes": slot.cost.passes,
                "lanes": slot.cost.lanes,
            },
            "salt": text(slot.salt),
            "nonce": text(slot.nonce),
            "key": text(slot.wrapped),
            "signing": {
                "public": text(slot.signing_public),
                "nonce": text(slot.signing_nonce),
                "key": text(slot.signing_wrapped),
            },
        }
        for slot in keys.slots
    ]
    value = {"format": FORMAT, "store": keys.store, "sample": keys.sample, "slots": slots}
    try:
        write_whole(folder / NAME, (json.dumps(value, indent=1) + "\n").encode())
    except OSError as error:
        raise UserFacingError(
            "The key file keys.json cannot be written.",
            "Nothing was changed.",
            "Make room on the disk and the folder writable for you, then do it again.",
        ) from error


def fresh(*, sample: bool) -> tuple[Keys, bytes]:
    """Keys without a slot, and a new random data key of 32 bytes."""
    return Keys(secrets.token_hex(16), sample, ()), os.urandom(32)


def _wrapping_key(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass"),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=32,
        type=Type.ID,
    )


def _bound_to(keys: Keys, slot_id: int, what: str) -> bytes:
    return json.dumps([FORMAT, keys.store, keys.sample, slot_id, what]).encode()


def add_slot(
    keys: Keys, slot_id: int, name: str, passphrase: str, data_key: bytes, cost: Cost
) -> Keys:
    """The keys with one more slot, which has a new signing key of its own."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce, signing_nonce = os.urandom(16), os.urandom(12), os.urandom(12)
    cipher = AESGCM(_wrapping_key(passphrase, salt, cost))
    signing = Ed25519PrivateKey.generate()
    slot = Slot(
        id=slot_id,
        name=name,
        cost=cost,
        salt=salt,
        nonce=nonce,
        wrapped=cipher.encrypt(nonce, data_key, _bound_to(keys, slot_id, "data")),
        signing_public=signing.public_key().public_bytes_raw(),
        signing_nonce=signing_nonce,
        signing_wrapped=cipher.encrypt(
            signing_nonce, signing.private_bytes_raw(), _bound_to(keys, slot_id, "signing")
        ),
    )
    return replace(keys, slots=(*keys.slots, slot))


def unwrap(keys: Keys, passphrase: str) -> tuple[Slot, bytes] | None:
    """The slot that a passphrase fits and the data key; None where it fits none."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    for slot in keys.slots:
        cipher = AESGCM(_wrapping_key(passphrase, slot.salt, slot.cost))
        try:
            return slot, cipher.decrypt(slot.nonce, slot.wrapped, _bound_to(keys, slot.id, "data"))
        except InvalidTag:
            continue
    return None


def renamed(keys: Keys, names: dict[int, str]) -> Keys:
    """The keys with other names on these slots."""
    slots = tuple(replace(slot, name=names.get(slot.id, slot.name)) for slot in keys.slots)
    return replace(keys, slots=slots)
