"""Make, open and verify a store; the people who hold its key slots."""

from dataclasses import dataclass
from pathlib import Path

from lerdesk.base.clock import Clock
from lerdesk.base.folders import Folders
from lerdesk.desk.session import Desk
from lerdesk.domain.request import Person


@dataclass(frozen=True)
class Verification:
    """What `lerdesk verify` found.

    Attributes:
        whole: nothing is broken.
        entries: journal entries checked.
        broken: the first broken place, in words.
    """

    whole: bool
    entries: int
    broken: str | None


def exists(folder: Path) -> bool:
    """Whether a store lies in ``folder``."""
    raise NotImplementedError


def reviewers(folder: Path) -> tuple[str, ...]:
    """The names on the key slots (``keys.json`` holds no secret), for the unlock view."""
    raise NotImplementedError


def is_sample(folder: Path) -> bool:
    """Whether ``keys.json`` marks the store as a sample store, for good."""
    raise NotImplementedError


def create(
    folder: Path,
    passphrase: str,
    *,
    company: str,
    reviewer: str,
    folders: Folders,
    clock: Clock,
    zone: str = "America/Los_Angeles",
    sample: bool = False,
    rulebook: Path | None = None,
) -> Desk:
    """Make a store with one key slot and open it.

    Raises:
        UserFacingError: a store is there already, the folder cannot be written, the passphrase is too weak.
    """
    raise NotImplementedError


def open_store(
    folder: Path,
    passphrase: str,
    *,
    folders: Folders,
    clock: Clock,
    rulebook: Path | None = None,
) -> Desk:
    """Open a store with whichever key slot the passphrase fits.

    Raises:
        UserFacingError: wrong passphrase, held by another program, newer store, no store, damaged.
    """
    raise NotImplementedError


def people(desk: Desk) -> tuple[Person, ...]:
    """Everybody who holds a slot."""
    raise NotImplementedError


def add_person(desk: Desk, name: str, passphrase: str) -> Person:
    """Give a second person a slot of their own; journalled."""
    raise NotImplementedError


def verify(desk: Desk) -> Verification:
    """Check the journal's chain, the documents' and letters' hashes and the references."""
    raise NotImplementedError


def strength(passphrase: str) -> tuple[int, str]:
    """0 to 4 and a word for it, for the first start; below 2 is refused."""
    raise NotImplementedError
