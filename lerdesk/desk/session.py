"""The open desk: one person, one store, one rulebook, one clock, one reader."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from lerdesk.base.clock import Clock
from lerdesk.base.folders import Folders
from lerdesk.domain.request import Person

if TYPE_CHECKING:
    from lerdesk.documents.reader import Reader
    from lerdesk.domain.rules import Rulebook
    from lerdesk.store.store import Store


@dataclass(eq=False)
class Desk:
    """Handed to every desk function.

    Those may be called from any thread but the window's own: the store serialises units of work by itself.

    Attributes:
        person: who acts; a new name takes its place at once.
        sample: the store is a sample store; its letters say so.
    """

    store: "Store"
    rulebook: "Rulebook"
    clock: Clock
    reader: "Reader"
    person: Person
    folders: Folders
    sample: bool = False

    def close(self) -> None:
        """Forget the keys, close the store and let its folder go; may be called again."""
        self.reader.close()
        self.store.close()


class Place(StrEnum):
    """Where in the window a step is done."""

    FACTS = "facts"
    VALIDITY = "validity"
    SCOPE = "scope"
    DETERMINATION = "determination"
    APPROVAL = "approval"
    NOTICE = "notice"
    LETTER = "letter"
    DISCLOSURE = "disclosure"
    CLOSE = "close"
    SETTINGS = "settings"


@dataclass(frozen=True)
class Step:
    """One thing to do, in words, and where.

    Attributes:
        words: "Decide 1 of 5 items", "Confirm 4 facts", "Wait: customer told, 6 days left".
        place: None where there is only waiting.
        target: a fact's id, question's id, demand's number, letter's kind or id, as the place needs.
        request_id: None for settings.
    """

    words: str
    place: Place | None
    target: str | None = None
    request_id: int | None = None


@dataclass(frozen=True)
class DueView:
    """When something falls due, in words.

    Attributes:
        urgency: "late", "hours", "today", "soon", "later", "stopped" or "none".
        words: "1 day late", "in 3 hours", "today, 17:00", "in 3 days".
        exact: "Fri 27 Nov 2026" with time and zone where they matter, and the rule behind it.
    """

    urgency: str
    words: str
    exact: str
    order: str
