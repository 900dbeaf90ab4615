"""Search everything: references, agents, accounts, case numbers, the orders' text, letters."""

from dataclasses import dataclass

from lerdesk.desk.session import Desk


@dataclass(frozen=True)
class Hit:
    """One find.

    Attributes:
        where: "Agent", "Account", "Order, page 3", "Letter L-2026-000655".
        words: the words around it.
    """

    request_id: int
    reference: str
    title: str
    where: str
    words: str


def find(desk: Desk, words: str, limit: int = 30) -> tuple[Hit, ...]:
    """Parts of names, and numbers with or without their dashes; best first."""
    raise NotImplementedError
