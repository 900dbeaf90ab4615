"""Notices that were issued: how they went, and until when disclosure waits."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from lerdesk.domain.records import RecordedNotice
from lerdesk.store.tables import notice as table
from lerdesk.store.tables import request
from lerdesk.store.unit import Unit, missing


def _value(row: Row[Any]) -> RecordedNotice:
    return RecordedNotice(
        id=row.id,
        request_id=row.request_id,
        letter_id=row.letter_id,
        outcome=row.outcome,
        rule=row.rule,
        means=row.means,
        sent_at=row.sent_at,
        release_on=row.release_on,
        came_back_on=row.came_back_on,
        came_back_why=row.came_back_why,
    )


def add(
    unit: Unit,
    request_id: int,
    *,
    letter_id: int,
    outcome: str,
    rule: str,
    means: str,
    sent_at: datetime,
    release_on: date | None,
) -> RecordedNotice:
    """Record that a notice went."""
    values = {
        "request_id": request_id,
        "letter_id": letter_id,
        "outcome": outcome,
        "rule": rule,
        "means": means,
        "sent_at": sent_at,
        "release_on": release_on,
        "came_back_why": "",
    }
    return get(unit, unit.insert(insert(table), values))


def get(unit: Unit, notice_id: int) -> RecordedNotice:
    """One notice.

    Raises:
        UserFacingError: there is none.
    """
    row = unit.first(select(table).where(table.c.id == notice_id))
    if row is None:
        raise missing("notice")
    return _value(row)


def of_request(unit: Unit, request_id: int) -> tuple[RecordedNotice, ...]:
    """All of a request, oldest first."""
    found = unit.rows(select(table).where(table.c.request_id == request_id).order_by(table.c.id))
    return tuple(_value(row) for row in found)


def by_letter(unit: Unit, letter_id: int) -> RecordedNotice | None:
    """The notice that a letter carried."""
    row = unit.first(select(table).where(table.c.letter_id == letter_id))
    return None if row is None else _value(row)


def all_open(unit: Unit) -> tuple[RecordedNotice, ...]:
    """The notices of all requests that are not closed, oldest first."""
    found = unit.rows(
        select(table)
        .join(request, request.c.id == table.c.request_id)
        .where(request.c.closed_at.is_(None))
        .order_by(table.c.id)
    )
    return tuple(_value(row) for row in found)


def record_sent(
    unit: Unit, notice_id: int, at: datetime, means: str, release_on: date | None
) -> None:
    """It went at another moment than was recorded."""
    values = {"sent_at": at, "means": means, "release_on": release_on}
    if not unit.change(update(table).where(table.c.id == notice_id).values(**values)):
        raise missing("notice")


def came_back(unit: Unit, notice_id: int, on: date, why: str) -> None:
    """It could not be delivered."""
    values = {"came_back_on": on, "came_back_why": why}
    if not unit.change(update(table).where(table.c.id == notice_id).values(**values)):
        raise missing("notice")
