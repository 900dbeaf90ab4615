"""What in a letter's words stands in the way of issuing it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lerdesk.domain.vocabulary import LetterKind


def problems(kind: "LetterKind", markdown: str) -> tuple[str, ...]:
    """Each in one sentence; empty where the words may go out."""
    raise NotImplementedError
