"""What needs a second person."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from lerdesk.domain.records import Approval
from lerdesk.store.tables import approval as table
from lerdesk.store.unit import Unit, missing


def _value(row: Row[Any]) -> Approval:
    return Approval(
        id=row.id,
        request_id=row.request_id,
        kind=row.kind,
        ground=row.ground,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        state=row.state,
        answered_by=row.answered_by,
        answered_at=row.answered_at,
        answer_reason=row.answer_reason,
    )


def add(
    unit: Unit, request_id: int, *, kind: str, ground: str, asked_by: str, asked_at: datetime
) -> Approval:
    """Ask for a second person."""
    values = {
        "request_id": request_id,
        "kind": kind,
        "ground": ground,
        "asked_by": asked_by,
        "asked_at": asked_at,
        "state": "waiting",
        "answer_reason": "",
    }
    return get(unit, unit.insert(insert(table), values))


def get(unit: Unit, approval_id: int) -> Approval:
    """One approval.

    Raises:
        UserFacingError: there is none.
    """
    row = unit.first(select(table).where(table.c.id == approval_id))
    if row is None:
        raise missing("approval")
    return _value(row)


def of_request(unit: Unit, request_id: int) -> tuple[Approval, ...]:
    """All of a request, oldest first."""
    found = unit.rows(select(table).where(table.c.request_id == request_id).order_by(table.c.id))
    return tuple(_value(row) for row in found)


def answer(
    unit: Unit, approval_id: int, *, state: str, by: str, at: datetime, reason: str = ""
) -> None:
    """Record what the second person said: ``approved`` or ``declined``."""
    values = {"state": state, "answered_by": by, "answered_at": at, "answer_reason": reason}
    if not unit.change(update(table).where(table.c.id == approval_id).values(**values)):
        raise missing("approval")


def renamed(unit: Unit, before: str, name: str) -> None:
    """Who asked is called otherwise now: nobody approves their own finding under a new name."""
    here = (table.c.asked_by == before) & (table.c.state == "waiting")
    unit.change(update(table).where(here).values(asked_by=name))
