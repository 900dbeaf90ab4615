"""What a person can take back on a request, newest first."""

from sqlalchemy import delete, insert, select

from lerdesk.domain.fact import JsonValue
from lerdesk.store.tables import undo as table
from lerdesk.store.unit import Unit


def push(unit: Unit, request_id: int, person_id: int, words: str, restore: JsonValue) -> None:
    """Remember how to take a step back."""
    values = {
        "request_id": request_id,
        "person_id": person_id,
        "words": words,
        "restore": restore,
    }
    unit.insert(insert(table), values)


def waits(unit: Unit, request_id: int, person_id: int) -> bool:
    """Whether there is anything to take back."""
    here = (table.c.request_id == request_id) & (table.c.person_id == person_id)
    return unit.first(select(table.c.id).where(here).limit(1)) is not None


def pop(unit: Unit, request_id: int, person_id: int) -> tuple[str, JsonValue] | None:
    """The last step's words and what restores it, taken off; None where there is nothing."""
    here = (table.c.request_id == request_id) & (table.c.person_id == person_id)
    row = unit.first(select(table).where(here).order_by(table.c.id.desc()))
    if row is None:
        return None
    unit.change(delete(table).where(table.c.id == row.id))
    return row.words, row.restore


def clear(unit: Unit, request_id: int) -> None:
    """Nothing before this can be taken back, as after a determination."""
    unit.change(delete(table).where(table.c.request_id == request_id))
