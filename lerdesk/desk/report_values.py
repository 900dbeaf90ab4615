"""The report's values, for those who show them."""

from lerdesk.reports.table import Cell, Check, ReportTable, Row, shares

__all__ = ["Cell", "Check", "ReportTable", "Row", "shares"]
