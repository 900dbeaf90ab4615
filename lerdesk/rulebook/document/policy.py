"""The organisation's own choices and the places that the rules speak of."""

from collections.abc import Iterator
from dataclasses import fields

from lerdesk.base.written import sentence_start
from lerdesk.domain.policy import Policy
from lerdesk.domain.rules import Rulebook
from lerdesk.rulebook.document.blocks import (
    Block,
    Heading,
    Paragraph,
    Row,
    Table,
    bold,
    head,
    plain,
)
from lerdesk.rulebook.field_words import field_words, words


def policy(rules: Rulebook) -> Iterator[Block]:
    """Every parameter with its name in words and in the file; long texts below the table."""
    choices = rules.policy
    yield Heading(1, "Policy", "policy")
    yield Paragraph(
        plain(
            "The organisation’s own choices: stricter than the law, or where the law leaves room. "
            f"Citation: {choices.citation}."
        )
    )
    values = [(field.name, words(getattr(choices, field.name))) for field in fields(choices)]
    rows = [
        Row(
            (
                plain(sentence_start(field_words(Policy, name))),
                bold(value),
                plain(f"policy.{name}"),
            ),
            name,
        )
        for name, value in values
        if len(value) < 200 and name != "citation"
    ]
    yield Table(head("Choice", "Value", "In the file"), tuple(rows), (48, 25, 27))
    for name, value in values:
        if len(value) >= 200:
            yield Heading(3, sentence_start(field_words(Policy, name)))
            yield Paragraph(plain(value), name)


def places(rules: Rulebook) -> Iterator[Block]:
    """The known countries and States, by their codes."""
    yield Heading(1, "Places", "places")
    for field in fields(rules.places):
        yield Heading(
            2, sentence_start(field_words(type(rules.places), field.name)), f"places-{field.name}"
        )
        yield Paragraph(plain(", ".join(sorted(getattr(rules.places, field.name))) + "."))
