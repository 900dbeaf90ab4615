"""The Information Request Report: requests by process, answered in full, in part, not at all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal, TypeAlias

from lerdesk.domain.half_year import HalfYear

Outcome: TypeAlias = Literal["full", "partial", "none"]


class ReportKind(StrEnum):
    """The row under which a request is counted."""

    SUBPOENA = "subpoena"
    SEARCH_WARRANT = "search-warrant"
    ORDER_2703D = "2703d-order"
    OTHER_ORDER = "other-court-order"
    PRESERVATION = "preservation"
    UNNAMED = "unnamed"
    NOT_COUNTED = "not-counted"


@dataclass(frozen=True)
class CountedRequest:
    """What the report needs to know of one request.

    Attributes:
        reference: ``LER-2026-000123``.
        received_on: the day of receipt in the organisation's zone.
        kind: its row; a silence order alone is ``NOT_COUNTED``; ``UNNAMED`` while nobody said what was served.
        outcome: None while it is open.
        process: the rulebook's id, for the JSON.
    """

    reference: str
    received_on: date
    kind: ReportKind
    outcome: Outcome | None = None
    process: str = ""


@dataclass(frozen=True)
class Cell:
    """One figure, with the references behind it in order."""

    references: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """The figure."""
        return len(self.references)


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes:
        key: "subpoenas", "search-warrants", "other-court-orders", "2703d-orders", "total".
        label: in words.
        within: the key of the row that this one is part of (the 2703(d) orders); None for a row of its own.
    """

    key: str
    label: str
    received: Cell
    full: Cell
    partial: Cell
    none: Cell
    within: str | None = None


@dataclass(frozen=True)
class Check:
    """One check of the figures: whether it holds, in words."""

    holds: bool
    words: str


@dataclass(frozen=True)
class ReportTable:
    """The report of one half-year.

    Attributes:
        half_year: its period.
        rows: subpoenas, search warrants, other court orders, of which 2703(d) orders.
        total: the rows of their own, added.
        still_open: received in the half-year, without an outcome yet; not in the rows.
        preservation: preservation letters received in the half-year; not in the rows.
        checks: what was checked.
    """

    half_year: HalfYear
    rows: tuple[Row, ...]
    total: Row
    still_open: Cell
    preservation: Cell
    checks: tuple[Check, ...]


#: the rows in their order: key, label, the kinds in it, the row that it is part of
_ROWS: tuple[tuple[str, str, frozenset[ReportKind], str | None], ...] = (
    ("subpoenas", "Subpoenas", frozenset({ReportKind.SUBPOENA}), None),
    ("search-warrants", "Search warrants", frozenset({ReportKind.SEARCH_WARRANT}), None),
    (
        "other-court-orders",
        "Other court orders",
        frozenset({ReportKind.ORDER_2703D, ReportKind.OTHER_ORDER}),
        None,
    ),
    (
        "2703d-orders",
        "of which 2703(d) orders",
        frozenset({ReportKind.ORDER_2703D}),
        "other-court-orders",
    ),
)
_APART = frozenset({ReportKind.PRESERVATION, ReportKind.NOT_COUNTED})


def report_table(half_year: HalfYear, requests: Iterable[CountedRequest]) -> ReportTable:
    """Count the requests of a half-year.

    A request counts by its day of receipt, once it has an outcome; until then it stands with those still open.
    A reference that comes twice is counted once, as it came last.
    """
    once = {request.reference: request for request in requests}
    there = [once[key] for key in sorted(once) if once[key].received_on in half_year]
    counted: list[CountedRequest] = []
    still_open: list[CountedRequest] = []
    for one in (one for one in there if one.kind not in _APART):
        unanswered = one.outcome is None or one.kind is ReportKind.UNNAMED
        (still_open if unanswered else counted).append(one)
    rows = tuple(
        _row(key, label, [one for one in counted if one.kind in kinds], within)
        for key, label, kinds, within in _ROWS
    )
    total = _row("total", "All answered requests", counted, None)
    kept = [one for one in there if one.kind is ReportKind.PRESERVATION]
    return ReportTable(
        half_year,
        rows,
        total,
        _cell(still_open),
        _cell(kept),
        checks(rows, total, _cell(still_open)),
    )


def _row(key: str, label: str, requests: list[CountedRequest], within: str | None) -> Row:
    by: dict[str, Cell] = {
        outcome: _cell([one for one in requests if one.outcome == outcome])
        for outcome in ("full", "partial", "none")
    }
    return Row(key, label, _cell(requests), by["full"], by["partial"], by["none"], within)


def _cell(requests: list[CountedRequest]) -> Cell:
    return Cell(tuple(one.reference for one in requests))


def checks(rows: tuple[Row, ...], total: Row, still_open: Cell) -> tuple[Check, ...]:
    """What must hold of the figures, each in words."""
    own = [row for row in rows if row.within is None]
    parts = {row.key: row for row in rows}
    across = all(_adds_up(row) for row in (*rows, total))
    down = all(
        sum(getattr(row, part).count for row in own) == getattr(total, part).count
        for part in ("received", "full", "partial", "none")
    )
    within = all(
        set(getattr(row, part).references) <= set(getattr(parts[row.within], part).references)
        for row in rows
        if row.within is not None
        for part in ("received", "full", "partial", "none")
    )
    named = [reference for row in own for reference in row.received.references]
    named += still_open.references
    return (
        Check(across, "Full, partial and none add up to received in every row."),
        Check(down, f"The rows add up to {total.received.count:,}."),
        Check(within, "The 2703(d) orders are among the other court orders."),
        Check(len(named) == len(set(named)), "No request is counted twice."),
    )


def _adds_up(row: Row) -> bool:
    parts = (*row.full.references, *row.partial.references, *row.none.references)
    return sorted(parts) == sorted(row.received.references)


def shares(row: Row) -> tuple[int, int, int]:
    """Full, partial and none in whole percent, by largest remainder: they add up to 100; all 0 without requests."""
    counts = (row.full.count, row.partial.count, row.none.count)
    whole = sum(counts)
    if not whole:
        return (0, 0, 0)
    floors = [100 * count // whole for count in counts]
    order = sorted(range(3), key=lambda place: (-(100 * counts[place] % whole), place))
    for place in order[: 100 - sum(floors)]:
        floors[place] += 1
    return (floors[0], floors[1], floors[2])
