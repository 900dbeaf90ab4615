"""Wording of orders to data categories."""

import pytest

from lerdesk.intake.categories import categories


@pytest.mark.parametrize(
    ("words", "leading"),
    [
        ("Names (including subscriber names, user names, and screen names)", "C01"),
        ("The contents of all messages sent to or from the account", "C13"),
        ("All files, photographs and videos stored in the Drive space", "C14"),
        ("Records of session times and durations", "C06"),
        ("Length of service (including start date) and types of service utilized", "C04"),
        ("Means and source of payment for such service", "C05"),
        ("The search queries entered", "C11"),
        ("A list of video titles rented, purchased or streamed", "C18"),
        ("All historical location information recorded by any device", "C24"),
        ("Audio recordings and transcripts of voice requests", "C21"),
        ("For each gift card, the purchaser and the order to which it was redeemed", "C30"),
        ("Purchase history, including the date and price", "C08"),
    ],
)
def test_the_leading_category(words, leading):
    assert categories(words)[0] == leading


def test_what_is_excluded_is_not_asked_for():
    words = "All records (not including the contents of communications), including log files"
    assert "C13" not in categories(words)
    assert "C07" in categories(words)
