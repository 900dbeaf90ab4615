"""What was typed into a field and not yet taken: kept as it is typed, gone once it is."""

from datetime import datetime

from sqlalchemy import ColumnElement, delete, insert, select, update

from lerdesk.store.tables import typed as table
from lerdesk.store.unit import Unit


def _of(request_id: int | None) -> ColumnElement[bool]:
    """The settings' fields belong to no request."""
    column = table.c.request_id
    return column.is_(None) if request_id is None else column == request_id


def keep(unit: Unit, request_id: int | None, field: str, words: str, at: datetime) -> None:
    """Keep a field's words; none let it go."""
    here = _of(request_id) & (table.c.field == field)
    if not words:
        unit.change(delete(table).where(here))
    elif not unit.change(update(table).where(here).values(words=words, at=at)):
        values = {"request_id": request_id, "field": field, "words": words, "at": at}
        unit.change(insert(table), values)


def of_request(unit: Unit, request_id: int | None) -> dict[str, str]:
    """Each field's words."""
    query = select(table.c.field, table.c.words).where(_of(request_id))
    return {row.field: row.words for row in unit.rows(query)}


def last(unit: Unit) -> tuple[int | None, str, datetime] | None:
    """The request, the field and the moment of what was typed last; None where nothing waits."""
    row = unit.first(select(table).order_by(table.c.at.desc(), table.c.id.desc()).limit(1))
    return None if row is None else (row.request_id, row.field, row.at)
