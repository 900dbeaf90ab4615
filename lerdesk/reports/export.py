"""The report for other programs."""

from lerdesk.reports.table import ReportTable


def to_csv(table: ReportTable) -> str:
    """One line a row, one column a figure; numbers without separators."""
    raise NotImplementedError


def to_json(table: ReportTable) -> dict[str, object]:
    """The same, with the references behind each figure."""
    raise NotImplementedError
