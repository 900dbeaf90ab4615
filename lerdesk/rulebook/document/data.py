"""Data categories with what is to be heeded about them, and the tests of overbreadth."""

from collections.abc import Iterator

from lerdesk.domain.rules import DataCategory, Rulebook
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
    linked,
    plain,
    standing,
)
from lerdesk.rulebook.document.processes import named

_COLUMNS = {
    "us": "United States",
    "california": "California",
    "other": "Civil, foreign",
    "eu": "Union",
}
_SHOWN_BY = {"words": "the order’s words", "facts": "the facts read", "person": "a person alone"}


def categories(rules: Rulebook) -> Iterator[Block]:
    """Every category in one table, then the flags."""
    yield Heading(1, "Data categories", "categories")
    yield Table(
        head("No.", "Category", "Class", "Least process that compels it", "Citation"),
        tuple(
            Row(
                (
                    bold(one.id),
                    lines(bold(one.name), plain(one.examples), labelled("Heed", one.flags)),
                    lines(*_class(rules, one)),
                    lines(*_least(rules, one)),
                    standing(one.status, one.citation),
                ),
                one.id,
            )
            for one in rules.categories.values()
        ),
        (7, 25, 14, 32, 22),
    )
    yield Heading(2, "What more there is to heed", "flags")
    yield Table(
        head("Flag", "What follows", "Categories", "Citation"),
        tuple(
            Row(
                (
                    lines(bold(flag.name), plain(flag.id)),
                    plain(flag.follows),
                    lines(
                        linked(sorted(flag.categories)),
                        labelled("Issued in", ", ".join(sorted(flag.states))),
                        labelled("Under", named(rules, flag.processes)),
                    ),
                    standing(flag.status, flag.citation),
                ),
                f"flag-{flag.id}",
            )
            for flag in rules.flags.values()
        ),
        (18, 38, 19, 25),
    )


def _class(rules: Rulebook, one: DataCategory) -> Iterator[Words]:
    named_class = one.data_class and rules.matrix.names[one.data_class]
    yield bold("never produced") if named_class is None else plain(named_class)
    if one.eu_class is not None:
        yield plain(f"Union: ({one.eu_class.value})")


def _least(rules: Rulebook, one: DataCategory) -> Iterator[Words]:
    for column, words in one.least.items():
        yield labelled(_COLUMNS.get(column, column), words)
    for column, but in one.escalate.items():
        place = _COLUMNS.get(column, column)
        save = (*plain(", save under "), *named(rules, but)) if but else ()
        yield (*bold("A lawyer decides"), *plain(f" ({place})"), *save)


def factors(rules: Rulebook) -> Iterator[Block]:
    """The tests with what to do and the offer that a letter makes."""
    yield Heading(1, "Overbreadth", "overbreadth")
    yield Paragraph(
        plain(
            "Tests of a demand that asks for more than the process supports. Each is a flag for a person; what only a "
            "person can see is never proposed. Marks such as ‹category› stand for the case’s own values."
        )
    )
    yield Table(
        head("No.", "Test", "What to do, and the narrowing offer", "Citation"),
        tuple(
            Row(
                (
                    bold(one.id),
                    lines(
                        bold(one.name),
                        plain(one.text),
                        plain(one.severity),
                        labelled(
                            "Shown by", ", ".join(sorted(_SHOWN_BY[each] for each in one.shown_by))
                        ),
                        labelled("Of the facts", one.measure or ""),
                    ),
                    lines(
                        plain(one.response),
                        plain(f"“{one.offer}”" if one.offer else ""),
                        labelled("Cited in letters", one.ground),
                    ),
                    standing(one.status, one.citation),
                ),
                one.id,
            )
            for one in rules.factors.values()
        ),
        (7, 29, 37, 27),
    )
