"""The report for other programs."""

import csv
import io

from lerdesk.reports.table import Cell, ReportTable, Row

_HEAD = ("half_year", "process", "received", "full", "partial", "none")


def to_csv(table: ReportTable) -> str:
    """One line a row, one column a figure; numbers without separators; what stands apart has no answers."""
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\r\n")
    lines.writerow(_HEAD)
    period = table.half_year.text
    for row in (*table.rows, table.total):
        figures = (row.received, row.full, row.partial, row.none)
        lines.writerow([period, row.label, *(cell.count for cell in figures)])
    for label, cell in (
        ("Preservation letters", table.preservation),
        ("Still open", table.still_open),
    ):
        lines.writerow([period, label, cell.count, "", "", ""])
    return out.getvalue()


def to_json(table: ReportTable) -> dict[str, object]:
    """The same, with the references behind each figure."""
    return {
        "format": 1,
        "half_year": table.half_year.text,
        "from": table.half_year.first.isoformat(),
        "to": table.half_year.last.isoformat(),
        "rows": [_row(row) for row in table.rows],
        "total": _row(table.total),
        "preservation": _cell(table.preservation),
        "still_open": _cell(table.still_open),
        "checks": [{"holds": check.holds, "words": check.words} for check in table.checks],
    }


def _row(row: Row) -> dict[str, object]:
    figures: dict[str, object] = {"key": row.key, "label": row.label, "within": row.within}
    for name in ("received", "full", "partial", "none"):
        figures[name] = _cell(getattr(row, name))
    return figures


def _cell(cell: Cell) -> dict[str, object]:
    return {"count": cell.count, "references": list(cell.references)}
