"""The half-year's Information Request Report as PDF."""

from datetime import date
from typing import Literal

from lerdesk.domain.letter import Letterhead
from lerdesk.reports.table import ReportTable


def report_pdf(
    table: ReportTable,
    letterhead: Letterhead,
    *,
    made_on: date,
    page: Literal["letter", "a4"] = "letter",
    language: str = "en",
    sample: bool = False,
) -> bytes:
    """Set the report: summary, table, chart, definitions, how it was counted. The same input gives the same bytes.

    Raises:
        UserFacingError: a character that no face has, named with its place; a logo that is no image.
    """
    raise NotImplementedError
