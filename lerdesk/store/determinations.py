"""Determinations; one stands at a time, revoked ones are kept."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from lerdesk.domain.fact import JsonValue
from lerdesk.domain.records import RecordedDetermination
from lerdesk.store.tables import determination as table
from lerdesk.store.unit import Unit, missing


def _value(row: Row[Any]) -> RecordedDetermination:
    return RecordedDetermination(
        id=row.id,
        request_id=row.request_id,
        rulebook=row.rulebook,
        binding=row.binding,
        outcome=row.outcome,
        kind=row.kind,
        decision=row.decision,
        reason=row.reason,
        by=row.by,
        at=row.at,
        revoked_at=row.revoked_at,
    )


def add(
    unit: Unit,
    request_id: int,
    *,
    rulebook: str,
    binding: str,
    outcome: str | None,
    kind: str,
    decision: Mapping[str, JsonValue],
    reason: str,
    by: str,
    at: datetime,
) -> RecordedDetermination:
    """Record a determination."""
    values = {
        "request_id": request_id,
        "rulebook": rulebook,
        "binding": binding,
        "outcome": outcome,
        "kind": kind,
        "decision": decision,
        "reason": reason,
        "by": by,
        "at": at,
    }
    made = unit.insert(insert(table), values)
    row = unit.first(select(table).where(table.c.id == made))
    if row is None:
        raise missing("determination")
    return _value(row)


def of_request(unit: Unit, request_id: int) -> tuple[RecordedDetermination, ...]:
    """All of them, revoked ones too, oldest first."""
    found = unit.rows(select(table).where(table.c.request_id == request_id).order_by(table.c.id))
    return tuple(_value(row) for row in found)


def current(unit: Unit, request_id: int) -> RecordedDetermination | None:
    """The one that stands."""
    here = (table.c.request_id == request_id) & table.c.revoked_at.is_(None)
    row = unit.first(select(table).where(here).order_by(table.c.id.desc()))
    return None if row is None else _value(row)


def current_of(unit: Unit, request_ids: Sequence[int]) -> dict[int, RecordedDetermination]:
    """Those that stand, of a few hundred requests at once, by the request's id."""
    here = table.c.request_id.in_(request_ids) & table.c.revoked_at.is_(None)
    found = unit.rows(select(table).where(here).order_by(table.c.id))
    return {row.request_id: _value(row) for row in found}


def revoke(unit: Unit, determination_id: int, at: datetime) -> None:
    """Take it back; it is kept."""
    if not unit.change(update(table).where(table.c.id == determination_id).values(revoked_at=at)):
        raise missing("determination")
