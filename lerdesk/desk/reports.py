"""The half-year's Information Request Report."""

from typing import TYPE_CHECKING

from lerdesk.desk.session import Desk

if TYPE_CHECKING:
    from lerdesk.domain.half_year import HalfYear
    from lerdesk.reports.table import ReportTable


def half_years(desk: Desk) -> tuple["HalfYear", ...]:
    """Those that have requests, and the present one, newest first."""
    raise NotImplementedError


def table(desk: Desk, half_year: "HalfYear") -> "ReportTable":
    """The figures, each with the requests behind it."""
    raise NotImplementedError


def pdf(desk: Desk, half_year: "HalfYear") -> bytes:
    """The report as PDF, with its chart."""
    raise NotImplementedError


def csv(desk: Desk, half_year: "HalfYear") -> str:
    """The report as CSV."""
    raise NotImplementedError
