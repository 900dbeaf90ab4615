"""What is being typed into a field and was not taken yet: kept within a second, as drafts of letters are."""

from collections.abc import Mapping

from lerdesk.base.text import clean
from lerdesk.desk.session import Desk

_LIMIT = 100_000
#: a field's first word, in the words that a person is told; ``{}`` is the item's number
_FIELDS = {
    "binding": "the reason of the decision",
    "conduct": "the ground of a finding",
    "decline": "a reason for declining",
    "demand": "what was mended of item {}",
    "disclosure": "the disclosure that was being recorded",
    "entry": "a fact that was being added",
    "fact": "the correction of a fact",
    "flags": "a change of what was found",
    "history": "a reason for the history",
    "letterhead": "the letterhead as it was being changed",
    "narrow": "the days of item {}",
    "note": "the note to a question",
    "person": "a name that was not taken",
    "reason": "the reason of item {}",
}


def keep(desk: Desk, request_id: int | None, fields: Mapping[str, str]) -> None:
    """Keep what stands in fields that are not taken yet; empty words let one go. Not journalled.

    Args:
        desk: the desk.
        request_id: whose papers; None for the settings.
        fields: words as typed, by field: ``reason:3`` (an item's), ``conduct``, ``history:close``,
            ``demand:0:words`` (0: of a new item), ``letterhead:company``.
    """
    from lerdesk.store import typed

    with desk.store.writing(journalled=False) as unit:
        for field, words in fields.items():
            cleaned = clean(words, keep_lines=True, limit=_LIMIT)
            typed.keep(unit, request_id, field, cleaned, desk.clock.now())


def kept(desk: Desk, request_id: int | None) -> dict[str, str]:
    """What waits in the fields of a request's papers, or of the settings."""
    from lerdesk.store import typed

    with desk.store.reading() as unit:
        return typed.of_request(unit, request_id)


def field_words(field: str) -> str:
    """A field in words: "the reason of item 3"."""
    name, _, rest = field.partition(":")
    number = rest.partition(":")[0]
    if (name, number) == ("demand", "0"):
        return "a demand that was being added"
    return _FIELDS[name].format(number)
