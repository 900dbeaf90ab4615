"""Dates and counts as papers write them."""

from datetime import date

import pytest

from lerdesk.intake.dates import count, find_dates, parse


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("November 16, 2026", date(2026, 11, 16)),
        ("Nov. 16, 2026", date(2026, 11, 16)),
        ("11/16/2026", date(2026, 11, 16)),
        ("11/16/26", date(2026, 11, 16)),
        ("16 November 2026", date(2026, 11, 16)),
        ("9th day of November, 2026", date(2026, 11, 9)),
        ("twenty-first day of May, 2026", date(2026, 5, 21)),
        ("16th of November, 2026", date(2026, 11, 16)),
        ("19th day of November, Two Thousand Twenty-Six", date(2026, 11, 19)),
        ("first day of March, two thousand and twenty", date(2020, 3, 1)),
        ("2026-11-16", date(2026, 11, 16)),
        ("February 30, 2026", None),
        ("13/45/2026", None),
    ],
)
def test_dates(text, day):
    assert parse(text) == day


def test_a_docket_number_is_no_date():
    assert find_dates("Case 3:26-mj-05417, order 114-0082173-5519046") == []


@pytest.mark.parametrize(
    ("text", "number"),
    [("fourteen (14)", 14), ("10", 10), ("twenty", 20), ("ninety (90)", 90), ("thirty-five", 35)],
)
def test_counts(text, number):
    assert count(text) == number
