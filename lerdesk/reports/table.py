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
    NOT_COUNTED = "not-counted"


@dataclass(frozen=True)
class CountedRequest:
    """What the report needs to know of one request.

    Attributes:
        reference: ``LER-2026-000123``.
        received_on: the day of receipt in the organisation's zone.
        kind: its row; a silence order alone is ``NOT_COUNTED``.
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


def report_table(half_year: HalfYear, requests: Iterable[CountedRequest]) -> ReportTable:
    """Count. A reference that comes twice (an amended order under one reference) is counted once, as it came last."""
    raise NotImplementedError
