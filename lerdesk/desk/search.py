"""Search everything: references, agents, accounts, case numbers, the orders' text, letters."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lerdesk.desk.session import Desk

if TYPE_CHECKING:
    from lerdesk.store.search import Found

_MARKS = re.compile(r"(?<![^\s…])#{1,3}\s|\*\*|\|[-:|\s]*")  # a heading's, bold words', a table's


@dataclass(frozen=True)
class Hit:
    """One find.

    Attributes:
        where: "Agent", "Account", "order.pdf, page 3", "Letter L-2026-000655".
        words: the words around it.
        document_id: of a find in a served file, with its ``page``.
    """

    request_id: int
    reference: str
    title: str
    where: str
    words: str
    document_id: int | None = None
    page: int | None = None


def find(desk: Desk, words: str, limit: int = 30) -> tuple[Hit, ...]:
    """Parts of names, and numbers with or without their dashes; best first."""
    from lerdesk.store import requests, search

    with desk.store.reading() as unit:
        # more than asked for: a request's own line gives way to the fact that it repeats
        found = search.find(unit, words, limit * 3)
        named = requests.by_reference(unit, words)
    told = {each.request_id for each in found if each.source != "request"}
    hits = [
        Hit(
            request_id=each.request_id,
            reference=each.reference,
            title=_title(each),
            where=each.label,
            words=_shown(each),
            document_id=each.source_id if each.source == "document" else None,
            page=each.page if each.source == "document" else None,
        )
        for each in found
        if each.source != "request" or each.request_id not in told
    ]
    if named is not None:
        hits.sort(key=lambda hit: hit.request_id != named.id)
    return tuple(hits[:limit])


def _shown(found: "Found") -> str:
    if found.source == "request":
        return _title(found)
    if found.source == "letter":  # as its page has it, without Markdown's marks
        return " ".join(_MARKS.sub(" ", found.words).split())
    return found.words


def _title(found: "Found") -> str:
    return " · ".join(part for part in (found.process_words, found.agency) if part)
