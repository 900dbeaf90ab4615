"""The inbox's queries: all ids in order at once, rows by the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    and_,
    case,
    cast,
    func,
    literal_column,
    or_,
    select,
)

from lerdesk.store import sqlite
from lerdesk.store.tables import fact as fact_table
from lerdesk.store.tables import request as table
from lerdesk.store.tables import request_words as words_table
from lerdesk.store.unit import Unit

VIEWS = ("all", "open", "overdue", "week", "unread", "closed")
_NONE = "9999"
_CHUNK = 500


@dataclass(frozen=True)
class Filter:
    """What is shown.

    Attributes:
        now: local time of the organisation, as ``requests.now_order`` writes it; ``week`` the same seven days on.
        due_from, due_to: bounds of what is due, written likewise; empty is no bound.
        agency: each stands in the agency's name, or in the name or the mailbox of the person who asks.
        process, reference, status, words: each must be found, case apart.
    """

    view: str
    now: str
    week: str
    due_from: str = ""
    due_to: str = ""
    agency: tuple[str, ...] = ()
    process: tuple[str, ...] = ()
    reference: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class IndexRow:
    """One row of the index."""

    id: int
    reference: str
    opened_at: datetime | None
    received_at: datetime
    status: str
    process_words: str
    agency: str
    case_number: str
    targets: int
    due: str
    step: str
    place: str
    target: str


def _view(view: str, now: str, week: str) -> ColumnElement[bool]:
    is_open = table.c.status != "closed"
    conditions = {
        "all": table.c.id > 0,
        "open": is_open,
        "overdue": and_(is_open, table.c.due_order < now),
        "week": and_(is_open, table.c.due_order >= now, table.c.due_order <= week),
        "unread": and_(is_open, table.c.opened_at.is_(None)),
        "closed": table.c.status == "closed",
    }
    return conditions[view]


def _order(sort: str, *, descending: bool) -> list[ColumnElement[Any]]:
    columns: dict[str, tuple[ColumnElement[Any], ...]] = {
        "due": (table.c.due_order,),
        "reference": (table.c.year, table.c.number),
        "process": (table.c.process_words,),
        "agency": (table.c.agency,),
        "targets": (table.c.targets,),
        "step": (table.c.step,),
        "received": (table.c.received_at,),
    }
    by = columns[sort]
    if not descending:
        return [*by, *(() if sort == "due" else (table.c.due_order,)), table.c.id]
    # what has no date comes last either way
    undated = [table.c.due_order == _NONE] if sort == "due" else []
    return [*undated, *(column.desc() for column in by), table.c.id.desc()]


def ids(unit: Unit, asked: Filter, sort: str, *, descending: bool) -> tuple[int, ...]:
    """The ids of all rows, in order."""
    query: Select[tuple[int]] = select(table.c.id).where(_view(asked.view, asked.now, asked.week))
    if asked.due_from:
        query = query.where(table.c.due_order > asked.due_from, table.c.due_order < _NONE)
    if asked.due_to:
        query = query.where(table.c.due_order <= asked.due_to)
    for word in asked.agency:
        query = query.where(or_(table.c.agency.icontains(word, autoescape=True), _asks(word)))
    for word in asked.process:
        named = table.c.process_words.icontains(word, autoescape=True)
        query = query.where(or_(named, table.c.process.icontains(word, autoescape=True)))
    for word in asked.reference:
        query = query.where(_refers(word))
    for word in asked.status:
        query = query.where(table.c.status == word)
    if asked.words:
        held = (sqlite.holds(words_table.c.words, word) for word in asked.words)
        query = query.where(table.c.id.in_(select(words_table.c.request_id).where(*held)))
    ordered = query.order_by(*_order(sort, descending=descending))
    return tuple(row[0] for row in unit.rows(ordered))


def _refers(word: str) -> ColumnElement[bool]:
    """Whether a reference is meant: digits alone begin its number, or are its year or the whole number."""
    if not (word.isascii() and word.isdigit()) or len(word) > 9:
        return table.c.reference.icontains(word, autoescape=True)
    whole = or_(table.c.number == int(word), table.c.year == int(word))
    if word.startswith("0"):
        return whole
    return or_(whole, cast(table.c.number, String).startswith(word))


def _asks(word: str) -> ColumnElement[bool]:
    """Whether a word stands in the name or the mailbox of who asks."""
    stands = fact_table.c.state != "dismissed"
    requester = fact_table.c.field == literal_column("'requester'")  # as its index has it
    asked = select(fact_table.c.request_id).where(requester, stands)
    said = (sqlite.json_text(fact_table.c.value, key) for key in ("name", "email"))
    return table.c.id.in_(
        asked.where(or_(*(each.icontains(word, autoescape=True) for each in said)))
    )


def rows(unit: Unit, request_ids: Sequence[int]) -> tuple[IndexRow, ...]:
    """The rows of these ids, in their order; ids that are not there are left out."""
    names = tuple(IndexRow.__dataclass_fields__)
    found: dict[int, IndexRow] = {}
    for start in range(0, len(request_ids), _CHUNK):
        part = request_ids[start : start + _CHUNK]
        query = select(*(table.c[name] for name in names)).where(table.c.id.in_(part))
        found |= {row.id: IndexRow(**row._asdict()) for row in unit.rows(query)}
    return tuple(found[each] for each in request_ids if each in found)


def waiting_for_letter(unit: Unit) -> tuple[int, ...]:
    """The ids of what waits for a letter, the first to fall due first."""
    waits = and_(table.c.status != "closed", table.c.waits == "letter")
    ordered = select(table.c.id).where(waits).order_by(*_order("due", descending=False))
    return tuple(row[0] for row in unit.rows(ordered))


def counts(unit: Unit, now: str, week: str) -> tuple[dict[str, int], int, int, int]:
    """Rows of each view; then what waits for somebody at all, for a notice, for a letter."""
    is_open = table.c.status != "closed"
    wanted = [
        *(_view(view, now, week) for view in VIEWS),
        and_(is_open, table.c.place != ""),
        and_(is_open, table.c.waits == "notice"),
        and_(is_open, table.c.waits == "letter"),
    ]
    row = unit.first(
        select(*(func.coalesce(func.sum(case((each, 1), else_=0)), 0) for each in wanted))
    )
    numbers = [0] * len(wanted) if row is None else [int(number) for number in row]
    inbox, notices, letters = numbers[len(VIEWS) :]
    return dict(zip(VIEWS, numbers, strict=False)), inbox, notices, letters
