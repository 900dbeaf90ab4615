"""Reasons and grounds that are being typed in the review: kept within a second, as drafts of letters are."""

from lerdesk.base.text import clean
from lerdesk.desk.session import Desk

_LIMIT = 8000
_FIELDS = {
    "conduct": ("the ground of a finding", "documents"),
    "binding": ("the reason of the decision", "determination"),
    "history": ("a reason for the history", "documents"),
    "reason": ("the reason of item", "scope"),
}


def keep(desk: Desk, request_id: int, field: str, words: str) -> None:
    """Keep what stands in a field that is not taken yet; empty words let it go. Not journalled.

    Args:
        desk: the desk.
        request_id: whose review.
        field: ``reason:3`` (an item's), ``conduct``, ``binding``, ``history:close``.
        words: as typed.
    """
    from lerdesk.store import typed

    words = clean(words, keep_lines=True, limit=_LIMIT)
    with desk.store.writing(journalled=False) as unit:
        typed.keep(unit, request_id, field, words, desk.clock.now())


def kept(desk: Desk, request_id: int) -> dict[str, str]:
    """What waits in the fields of a request's review."""
    from lerdesk.store import typed

    with desk.store.reading() as unit:
        return typed.of_request(unit, request_id)


def field_words(field: str) -> tuple[str, str]:
    """A field in words, and where it is typed: ``("the reason of item 3", "scope:3")``."""
    name, _, number = field.partition(":")
    words, place = _FIELDS.get(name, ("a reason", "documents"))
    return (f"{words} {number}", f"{place}:{number}") if name == "reason" else (words, place)
