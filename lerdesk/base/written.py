"""How a day is written and a sentence begins, wherever a person reads them."""

from datetime import date


def sentence_start(words: str) -> str:
    """The same words with a first capital, for where they stand alone."""
    return words[:1].upper() + words[1:]


def day_words(day: date) -> str:
    """``3 Nov 2026``, the form of every date on the screen."""
    return f"{day.day} {day:%b %Y}"


def full_day_words(day: date) -> str:
    """``3 November 2026``, as the rulebook's pages have it."""
    return f"{day.day} {day:%B %Y}"


def weekday_words(day: date) -> str:
    """``Tuesday 3 November 2026``, as the steps of a clock have it."""
    return f"{day:%A} {full_day_words(day)}"


def letter_day_words(day: date) -> str:
    """``November 3, 2026``, as letters have it."""
    return f"{day:%B} {day.day}, {day.year}"
