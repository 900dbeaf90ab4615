"""What the way in asks of the program: put together once, by ``lerdesk.app.bootstrap``."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lerdesk.desk.session import Desk
    from lerdesk.ui.jobs import Job


@dataclass(frozen=True)
class Look:
    """What lies in a store's folder, as far as it shows without a passphrase.

    Attributes:
        there: a store is there.
        reviewers: the names on its key slots.
        sample: it is a sample store.
        hints: name and passphrase, where they may be shown: the sample store's own defaults.
    """

    there: bool
    reviewers: tuple[str, ...] = ()
    sample: bool = False
    hints: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class FirstStart:
    """What a person gives to make a store."""

    folder: Path
    passphrase: str
    company: str
    lines: tuple[str, ...]
    department: str
    telephone: str
    email: str
    logo: bytes | None
    reviewer: str
    zone: str


@dataclass(frozen=True)
class Door:
    """Each is called off the GUI thread and may raise a ``UserFacingError``.

    Attributes:
        look: what lies in a folder.
        open: opens a store with a passphrase.
        make: makes a store, with its letterhead, and opens it.
        sample: makes the sample store if need be; gives its folder.
        strength: 0 to 4 and a word for a passphrase; below 2 is refused.
    """

    look: Callable[[Path], Look]
    open: Callable[[Path, str], "Desk"]
    make: Callable[[FirstStart], "Desk"]
    sample: Callable[["Job"], Path]
    strength: Callable[[str], tuple[int, str]]
