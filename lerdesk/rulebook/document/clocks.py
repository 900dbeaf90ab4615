"""Clocks with both readings and an example counted in steps, and the calendars that they meet."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from lerdesk.base.errors import UserFacingError
from lerdesk.base.written import full_day_words, sentence_start
from lerdesk.domain.clock_rules import Calendar, ClockRule
from lerdesk.domain.deadline import HOURS, by_clock
from lerdesk.domain.rules import Rulebook
from lerdesk.domain.vocabulary import Regime, Side
from lerdesk.rulebook.document.blocks import (
    Block,
    Heading,
    Paragraph,
    Row,
    Table,
    Words,
    bold,
    head,
    labelled,
    lines,
    plain,
    standing,
)
from lerdesk.rulebook.field_words import COUNTED

_MANY = re.compile(r"\b(day|month|year|hour)s\b")
_SIDES = {
    Side.DUTY: "our duty",
    Side.RELEASE: "a release of data",
    Side.CHECK: "a check of the instrument",
    Side.GATE: "a gate before production",
    Side.WATCH: "a time to watch",
    Side.FLAG: "a flag",
    Side.PUBLISH: "a time to publish",
}


def clocks(rules: Rulebook, made_on: date) -> Iterator[Block]:
    """Every clock in one table."""
    yield Heading(1, "Clocks", "clocks")
    yield Paragraph(
        plain(
            "Where the law can be read in two ways, both readings stand: the first gives the target, the second the "
            "outer limit; what is released waits for the later one. The examples begin on "
            f"{full_day_words(made_on)}, at noon UTC where hours run, and count federal holidays or, in the Union, "
            "those of Luxembourg."
        )
    )
    yield Table(
        head("No.", "Clock", "Counting, with an example", "Citation"),
        tuple(
            Row(
                (
                    bold(clock.id),
                    lines(
                        bold(clock.name),
                        labelled("Starts with", clock.start),
                        labelled("Period", clock.period),
                        labelled("It is", _SIDES.get(clock.side, clock.side.value)),
                    ),
                    lines(*_counting(rules, clock, made_on)),
                    standing(clock.status, clock.citation),
                ),
                clock.id,
            )
            for clock in rules.clocks.values()
        ),
        (7, 30, 39, 24),
    )


def _counting(rules: Rulebook, clock: ClockRule, made_on: date) -> Iterator[Words]:
    if clock.regime is None:
        yield plain("No period is counted.")
        return
    yield labelled("First reading", _reading(clock, clock.regime))
    if clock.stated is not None:
        yield labelled("A length that the instrument states", COUNTED[clock.stated])
    if clock.outer is not None:
        yield labelled("Outer reading", _reading(clock, clock.outer))
    if clock.release is not None:
        yield labelled("Release", _reading(clock, clock.release))
    if clock.grace:
        yield plain(f"{clock.grace} working days of grace before a release.")
    if clock.policy:
        yield labelled("Its count is the policy’s", clock.policy)
    if clock.silence:
        yield plain("A court’s silence ends with it.")
    if clock.internal:
        yield plain("The company’s own target where the law says “promptly”.")
    if clock.gate:
        yield plain("A gate: nothing goes before it.")
    yield labelled("Example", _example(rules, clock, made_on))


def _reading(clock: ClockRule, regime: Regime) -> str:
    said = COUNTED[regime]
    if clock.count == 1:
        said = _MANY.sub(r"\1", said, count=1)
    return f"{clock.count} {said}" if clock.count else said


def _example(rules: Rulebook, clock: ClockRule, made_on: date) -> str:
    """The steps in words; nothing where the clock waits for a date on the instrument."""
    start: date = made_on
    if clock.regime in HOURS:
        start = datetime.combine(made_on, time(12), UTC)
    union = clock.regime is not None and clock.regime.value.startswith("EU_")
    try:
        answer = by_clock(
            rules, clock.id, start, "LU" if union and "LU" in rules.calendars else "US"
        )
    except UserFacingError:
        return ""
    words = "; ".join(answer.steps)
    outer = f"; outer limit {full_day_words(answer.outer)}" if answer.outer is not None else ""
    return f"{sentence_start(words)}{outer}."


def calendars(rules: Rulebook) -> Iterator[Block]:
    """The holidays that the rulebook lists."""
    yield Heading(1, "Calendars", "calendars")
    yield Paragraph(
        plain(
            "Holidays that the rulebook lists; where the library of holidays differs, the list wins. Other countries’ "
            "holidays are taken from the library as they stand."
        )
    )
    for calendar in rules.calendars.values():
        yield Heading(2, f"{calendar.id}  {calendar.name}", f"calendar-{calendar.id}")
        yield Table((), tuple(_rows(calendar)), (42, 58))


def _rows(calendar: Calendar) -> Iterator[Row]:
    for day in calendar.rows:
        since = f", since {day.since}" if day.since else ""
        yield Row((plain(day.name), plain(f"{_on(day.on)}{since}")))
    if calendar.sunday_to_monday:
        yield Row((bold("Rule"), plain("A holiday on a Sunday is kept on Monday too.")))
    if calendar.saturday_to_friday_for_release:
        yield Row(
            (bold("Rule"), plain("For a release the Friday before a Saturday holiday is free."))
        )
    for one in calendar.differs:
        kept = "kept here" if one.holiday_here else "kept by the library"
        told = f"{one.name} on a {one.weekday}, {kept} alone: {one.reason}"
        yield Row((bold("Differs from the library"), plain(told)))
    yield Row((bold("Citation"), standing(calendar.status, calendar.citation)))


def _on(day: str) -> str:
    """``07-04`` as ``4 July``, ``easter+1`` as days after Easter Sunday."""
    if day[:2].isdigit():
        month, number = day.split("-")
        return f"{int(number)} {date(2000, int(month), 1):%B}"
    if day.startswith("easter"):
        days = int(day.removeprefix("easter"))
        unit = "day" if abs(days) == 1 else "days"
        return f"{abs(days)} {unit} {'after' if days > 0 else 'before'} Easter Sunday"
    ordinal, weekday, _, month = day.split(" ")
    return f"{ordinal} {weekday.capitalize()} of {month.capitalize()}"
