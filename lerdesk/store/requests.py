"""Requests, and the index columns that the inbox sorts by."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, exists, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from lerdesk.domain.records import InboxIndex
from lerdesk.domain.request import Flags, Request
from lerdesk.store import organisation, search
from lerdesk.store.tables import FLAGS, determination, letter
from lerdesk.store.tables import request as table
from lerdesk.store.tables import request_words as words_table
from lerdesk.store.unit import Unit, missing

_INDEX = (
    "status",
    "process",
    "process_words",
    "agency",
    "case_number",
    "targets",
    "due",
    "step",
    "place",
    "target",
    "waits",
)


def _value(row: Row[Any]) -> Request:
    return Request(
        id=row.id,
        reference=row.reference,
        received_at=row.received_at,
        served_on=row.served_on,
        channel=row.channel,
        flags=Flags(**{flag: bool(getattr(row, flag)) for flag in FLAGS}),
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        entity_in=row.entity_in,
    )


def add(
    unit: Unit,
    *,
    year: int,
    received_at: datetime,
    served_on: date | None = None,
    channel: str = "portal",
    entity_in: str = "US",
) -> Request:
    """Open a request under the next reference of ``year``, the recording moment's in the organisation's zone."""
    last = unit.number(select(func.max(table.c.number)).where(table.c.year == year))
    values = {
        "year": year,
        "number": last + 1,
        "reference": f"LER-{year:04d}-{last + 1:06d}",
        "received_at": received_at,
        "served_on": served_on,
        "channel": channel,
        "entity_in": entity_in,
    }
    return get(unit, unit.insert(insert(table), values))


def get(unit: Unit, request_id: int) -> Request:
    """One request.

    Raises:
        UserFacingError: there is none.
    """
    row = unit.first(select(table).where(table.c.id == request_id))
    if row is None:
        raise missing("request")
    return _value(row)


def by_reference(unit: Unit, reference: str) -> Request | None:
    """The request that bears a reference, in any case."""
    row = unit.first(select(table).where(table.c.reference == reference.strip().upper()))
    return None if row is None else _value(row)


def all_ids(unit: Unit) -> tuple[int, ...]:
    """Every request's id, oldest first."""
    return tuple(row.id for row in unit.rows(select(table.c.id).order_by(table.c.id)))


def ids_by_status(unit: Unit, statuses: Sequence[str]) -> tuple[int, ...]:
    """Ids of the requests that wait for one of these, oldest first."""
    found = unit.rows(
        select(table.c.id)
        .where(table.c.status.in_([str(status) for status in statuses]))
        .order_by(table.c.id)
    )
    return tuple(row.id for row in found)


def with_notice(unit: Unit) -> tuple[int, ...]:
    """Ids of the open requests that are determined, or have a notice or a draft of one, oldest first."""
    determined = exists().where(
        determination.c.request_id == table.c.id, determination.c.revoked_at.is_(None)
    )
    written = exists().where(
        letter.c.request_id == table.c.id,
        letter.c.kind == "notice",
        letter.c.state != "discarded",
    )
    found = unit.rows(
        select(table.c.id)
        .where(table.c.closed_at.is_(None), determined | written)
        .order_by(table.c.id)
    )
    return tuple(row.id for row in found)


def received_between(unit: Unit, start: datetime, end: datetime) -> tuple[Request, ...]:
    """Requests received from ``start`` to before ``end``, by receipt."""
    found = unit.rows(
        select(table)
        .where(table.c.received_at >= start, table.c.received_at < end)
        .order_by(table.c.received_at, table.c.id)
    )
    return tuple(_value(row) for row in found)


def _set(unit: Unit, request_id: int, **values: object) -> None:
    if not unit.change(update(table).where(table.c.id == request_id).values(**values)):
        raise missing("request")


def mark_opened(unit: Unit, request_id: int, at: datetime) -> None:
    """A reviewer looked at it for the first time."""
    _set(unit, request_id, opened_at=at)


def close(unit: Unit, request_id: int, at: datetime) -> None:
    """Close it."""
    _set(unit, request_id, closed_at=at)


def reopen(unit: Unit, request_id: int) -> None:
    """Open it again."""
    _set(unit, request_id, closed_at=None)


def set_flags(unit: Unit, request_id: int, flags: Flags) -> None:
    """What a reviewer found."""
    _set(unit, request_id, **{name: int(value) for name, value in asdict(flags).items()})


def set_index(unit: Unit, request_id: int, index: InboxIndex) -> None:
    """Keep what the inbox sorts and filters by; the desk calls it after every change."""
    zone = ZoneInfo(organisation.zone(unit))
    values = {name: getattr(index, name) for name in _INDEX}
    _set(unit, request_id, due_order=due_order(index.due, zone), **values)
    made = upsert(words_table).values(request_id=request_id, words=index.words)
    unit.change(
        made.on_conflict_do_update(index_elements=["request_id"], set_={"words": index.words})
    )
    search.put(unit, request_id, "request", request_id, [("Request", 0, index.words)])


def due_order(due: str, zone: ZoneInfo) -> str:
    """What sorts days and moments together: local time of the organisation; a day counts to its end."""
    if not due:
        return "9999"
    if "T" in due:
        local = datetime.fromisoformat(due).astimezone(zone)
    else:
        local = datetime.combine(date.fromisoformat(due), time(23, 59, 59))
    return local.strftime("%Y-%m-%dT%H:%M:%S")


def now_order(now: datetime, zone: ZoneInfo) -> str:
    """The present moment in the form of ``due_order``."""
    return now.astimezone(UTC).astimezone(zone).strftime("%Y-%m-%dT%H:%M:%S")


def index(unit: Unit, request_id: int) -> InboxIndex:
    """What was kept last; of a request that has none yet, an empty one of status ``new``."""
    row = unit.first(
        select(table, func.coalesce(words_table.c.words, "").label("words"))
        .join(words_table, words_table.c.request_id == table.c.id, isouter=True)
        .where(table.c.id == request_id)
    )
    if row is None:
        raise missing("request")
    return InboxIndex(words=row.words, **{name: getattr(row, name) for name in _INDEX})
