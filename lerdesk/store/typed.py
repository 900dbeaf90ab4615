"""What was typed into a field of the review and not yet taken: kept as it is typed, gone once it is."""

from datetime import datetime

from sqlalchemy import delete, insert, select, update

from lerdesk.store.tables import typed as table
from lerdesk.store.unit import Unit


def keep(unit: Unit, request_id: int, field: str, words: str, at: datetime) -> None:
    """Keep a field's words; none let it go."""
    here = (table.c.request_id == request_id) & (table.c.field == field)
    if not words:
        unit.change(delete(table).where(here))
    elif not unit.change(update(table).where(here).values(words=words, at=at)):
        values = {"request_id": request_id, "field": field, "words": words, "at": at}
        unit.change(insert(table), values)


def of_request(unit: Unit, request_id: int) -> dict[str, str]:
    """Each field's words."""
    query = select(table.c.field, table.c.words).where(table.c.request_id == request_id)
    return {row.field: row.words for row in unit.rows(query)}


def last(unit: Unit) -> tuple[int, str, datetime] | None:
    """The request, the field and the moment of what was typed last; None where nothing waits."""
    row = unit.first(select(table).order_by(table.c.at.desc()).limit(1))
    return None if row is None else (row.request_id, row.field, row.at)
