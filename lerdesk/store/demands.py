"""Demands, line by line, and what was decided about each."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, func, insert, select, update

from lerdesk.domain.fact import Evidence
from lerdesk.domain.request import Demand
from lerdesk.domain.vocabulary import Decision
from lerdesk.store.tables import demand as table
from lerdesk.store.unit import Unit, missing


def _value(row: Row[Any]) -> Demand:
    return Demand(
        id=row.id,
        request_id=row.request_id,
        number=row.number,
        words=row.words,
        category=row.category,
        targets=tuple(row.targets),
        period_from=row.period_from,
        period_to=row.period_to,
        identified=bool(row.identified),
        document_id=row.document_id,
        evidence=row.evidence,
        decision=None if row.decision is None else Decision(row.decision),
        narrowed_from=row.narrowed_from,
        narrowed_to=row.narrowed_to,
        reason=row.reason,
        by=row.by,
        at=row.at,
    )


def add(
    unit: Unit,
    request_id: int,
    *,
    words: str,
    category: str | None,
    targets: Sequence[str] = (),
    period_from: date | None = None,
    period_to: date | None = None,
    identified: bool = True,
    document_id: int | None = None,
    evidence: Evidence | None = None,
) -> Demand:
    """Add a line under the next number; a removed line's number is not given again."""
    last = unit.number(select(func.max(table.c.number)).where(table.c.request_id == request_id))
    values = {
        "request_id": request_id,
        "number": last + 1,
        "words": words,
        "category": category,
        "targets": list(targets),
        "period_from": period_from,
        "period_to": period_to,
        "identified": int(identified),
        "document_id": document_id,
        "evidence": evidence,
        "reason": "",
    }
    unit.insert(insert(table), values)
    return get(unit, request_id, last + 1)


def get(unit: Unit, request_id: int, number: int) -> Demand:
    """One line, removed or not.

    Raises:
        UserFacingError: there is none.
    """
    here = (table.c.request_id == request_id) & (table.c.number == number)
    row = unit.first(select(table).where(here))
    if row is None:
        raise missing("item")
    return _value(row)


def of_request(unit: Unit, request_id: int) -> tuple[Demand, ...]:
    """The lines that stand, in the order's sequence."""
    here = (table.c.request_id == request_id) & (table.c.removed == 0)
    found = unit.rows(select(table).where(here).order_by(table.c.number))
    return tuple(_value(row) for row in found)


def change(unit: Unit, demand: Demand) -> None:
    """Put a line in the place of the one that bears its id."""
    values = {
        "words": demand.words,
        "category": demand.category,
        "targets": list(demand.targets),
        "period_from": demand.period_from,
        "period_to": demand.period_to,
        "identified": int(demand.identified),
        "document_id": demand.document_id,
        "evidence": demand.evidence,
        "decision": None if demand.decision is None else demand.decision.value,
        "narrowed_from": demand.narrowed_from,
        "narrowed_to": demand.narrowed_to,
        "reason": demand.reason,
        "by": demand.by,
        "at": demand.at,
    }
    if not unit.change(update(table).where(table.c.id == demand.id).values(**values)):
        raise missing("item")


def _remove(unit: Unit, request_id: int, number: int, *, removed: bool) -> None:
    here = (table.c.request_id == request_id) & (table.c.number == number)
    if not unit.change(update(table).where(here).values(removed=int(removed))):
        raise missing("item")


def remove(unit: Unit, request_id: int, number: int) -> None:
    """The order does not ask this; the line is kept aside."""
    _remove(unit, request_id, number, removed=True)


def restore(unit: Unit, request_id: int, number: int) -> None:
    """A removed line stands again."""
    _remove(unit, request_id, number, removed=False)
