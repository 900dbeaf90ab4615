"""The report as PDF, read back."""

from datetime import date

from lerdesk.domain.half_year import HalfYear
from lerdesk.paper.report import report_pdf
from lerdesk.reports.table import CountedRequest, ReportKind, report_table
from tests.paper.test_letter_pdf import fonts_of, words_in
from tests.unit.letters.sample_fields import LETTERHEAD

H2 = HalfYear(2026, 2)
KINDS = (
    ReportKind.SUBPOENA,
    ReportKind.SEARCH_WARRANT,
    ReportKind.ORDER_2703D,
    ReportKind.PRESERVATION,
)
OUTCOMES = ("full", "partial", "none", "full", None)
TABLE = report_table(
    H2,
    [
        CountedRequest(f"LER-2026-{n:06d}", date(2026, 9, 1), KINDS[n % 4], OUTCOMES[n % 5])
        for n in range(1, 41)
    ],
)


def _set(table, **more):
    return report_pdf(table, LETTERHEAD, made_on=date(2026, 11, 24), **more)


def test_the_figures_their_meaning_and_the_period_stand_in_it():
    text = " ".join(words_in(_set(TABLE, zone="America/Los_Angeles", sample=True)))
    for words in (
        "Information Request Report",
        "July 1, 2026 to December 31, 2026",
        "Subpoenas 8 4 2 2",
        "of which 2703(d) orders 8 4 2 2",
        "All answered requests 24 12 6 6",
        "Preservation letters 10",
        "Still open 6",
        "Full response. We answered valid legal process by providing all",
        "Partial response.",
        "No response.",
        "by the calendar of Los Angeles",
        "Full 50",
        "Partial 25",
        "None 25",
        "Page 1 of",
        "Sample",
    ):
        assert words in text


def test_it_is_the_same_twice_and_brings_its_fonts():
    for page in ("letter", "a4"):
        pdf = _set(TABLE, page=page)
        assert pdf == _set(TABLE, page=page)
        assert fonts_of(pdf)
        assert all(embedded for _, embedded in fonts_of(pdf))


def test_an_empty_half_year_is_a_report_too():
    text = " ".join(words_in(_set(report_table(HalfYear(2026, 1), []))))
    assert "answered no legal process" in text
    assert text.count("No answers") == 5
