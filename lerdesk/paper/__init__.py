"""Fonts, markup and page frame; letters and reports as PDF. Owns ReportLab."""
