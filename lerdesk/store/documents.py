"""Served files, kept whole, with the words of their pages for the search."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, insert, select

from lerdesk.domain.request import Document
from lerdesk.store import pieces, search
from lerdesk.store.tables import document as table
from lerdesk.store.tables import document_piece
from lerdesk.store.unit import Unit, missing


def _value(row: Row[Any]) -> Document:
    return Document(
        id=row.id,
        request_id=row.request_id,
        name=row.name,
        sha256=row.sha256,
        size=row.size,
        media_type=row.media_type,
        page_sizes=tuple((size[0], size[1]) for size in row.page_sizes),
        text_sources=tuple(row.text_sources),
        warnings=tuple((code, words) for code, words in row.warnings),
        error=row.error,
    )


def add(
    unit: Unit,
    request_id: int,
    *,
    name: str,
    data: bytes,
    sha256: str,
    media_type: str,
    page_sizes: Sequence[tuple[float, float]] = (),
    text_sources: Sequence[str] = (),
    warnings: Sequence[tuple[str, str]] = (),
    error: str | None = None,
    page_texts: Sequence[str] = (),
) -> Document:
    """Take in a served file; ``page_texts`` are the words of each page."""
    values = {
        "request_id": request_id,
        "name": name,
        "sha256": sha256,
        "size": len(data),
        "media_type": media_type,
        "page_sizes": [list(size) for size in page_sizes],
        "text_sources": list(text_sources),
        "warnings": [list(warning) for warning in warnings],
        "error": error,
    }
    document_id = unit.insert(insert(table), values)
    pieces.put(unit, document_piece, "document_id", document_id, data)
    unit.papers.append(("document", document_id, sha256))
    pages = [
        (f"{name}, page {number}", number, words)
        for number, words in enumerate(page_texts, 1)
        if words
    ]
    search.put(unit, request_id, "document", document_id, pages)
    return get(unit, document_id)


def get(unit: Unit, document_id: int) -> Document:
    """One served file, without its bytes.

    Raises:
        UserFacingError: there is none.
    """
    row = unit.first(select(table).where(table.c.id == document_id))
    if row is None:
        raise missing("document")
    return _value(row)


def of_request(unit: Unit, request_id: int) -> tuple[Document, ...]:
    """The files of a request, in the order in which they were taken in."""
    found = unit.rows(select(table).where(table.c.request_id == request_id).order_by(table.c.id))
    return tuple(_value(row) for row in found)


def every(unit: Unit) -> tuple[Document, ...]:
    """All served files, oldest first, for verification."""
    return tuple(_value(row) for row in unit.rows(select(table).order_by(table.c.id)))


def by_sha256(unit: Unit, sha256: str) -> Document | None:
    """The first served file of these very bytes."""
    row = unit.first(select(table).where(table.c.sha256 == sha256).order_by(table.c.id))
    return None if row is None else _value(row)


def data(unit: Unit, document_id: int) -> bytes:
    """The file's bytes, as they were served."""
    return pieces.get(unit, document_piece, "document_id", get(unit, document_id).id)
