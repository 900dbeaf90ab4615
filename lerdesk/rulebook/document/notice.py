"""The notice table, what each outcome does, and which of several answers stands."""

from collections.abc import Iterator, Mapping, Sequence

from lerdesk.base.written import sentence_start
from lerdesk.domain.notice_effect import NoticeEffect
from lerdesk.domain.rules import NoticeRule, Rulebook
from lerdesk.domain.vocabulary import Family
from lerdesk.rulebook.document.blocks import (
    Block,
    Heading,
    Paragraph,
    Row,
    Table,
    Words,
    bold,
    head,
    lines,
    plain,
    standing,
)
from lerdesk.rulebook.document.processes import named

_FLAGS = {
    "fake": ("authenticity not confirmed", "authenticity confirmed"),
    "consent": ("the customer consents", "no consent"),
    "illegal": ("clear indication of illegal conduct", "no indication of illegal conduct"),
    "safety": ("a person’s safety at risk", "no person’s safety at risk"),
    "compromised": ("account likely taken over", "account not taken over"),
    "enterprise": ("an enterprise’s account", "no enterprise’s account"),
}


def notice(rules: Rulebook) -> Iterator[Block]:
    """The rows in order, first match wins."""
    yield Heading(1, "Notice to the customer", "notice")
    yield Paragraph(
        plain(
            "What the customer is told. The first row that matches stands; an empty condition is any value. The last "
            "row has none, so that every combination has an answer."
        )
    )
    yield Table(
        head(
            "No.",
            "Family of process",
            "Data",
            "Silence",
            "Condition",
            "Outcome and reason",
            "Citation",
        ),
        tuple(_row(row, rules.notice[:number]) for number, row in enumerate(rules.notice)),
        (6.5, 13, 13.5, 12.5, 14.5, 24, 16),
    )
    yield Heading(2, "What each outcome does", "outcomes")
    yield Table(
        head("Outcome", "What the desk does"),
        tuple(
            Row((plain(outcome), plain(f"{sentence_start(effect.value)}.")), outcome)
            for outcome, effect in _effects(rules).items()
        ),
        (60, 40),
    )
    yield Paragraph(plain("“Lawyer first” locks the production until a lawyer has decided."))
    yield Heading(2, "Which of several answers stands", "most-silent")
    yield Paragraph(
        plain(
            "Of several instruments in one file the most silent answer stands, in this order (a star is any ending): "
            + ", ".join(rules.most_silent)
            + "."
        )
    )
    yield Heading(2, "Families of process", "families")
    yield Table(
        head("Family", "Processes"),
        tuple(Row((plain(family.value), _members(rules, family))) for family in Family),
        (40, 60),
    )


def _effects(rules: Rulebook) -> Mapping[str, NoticeEffect]:
    """What every outcome does; one that the table gives and nothing is said of locks the production."""
    unsaid = {row.outcome: NoticeEffect.LOCKED for row in rules.notice}
    return {
        **rules.effects,
        **{key: one for key, one in unsaid.items() if key not in rules.effects},
    }


def _row(row: NoticeRule, above: Sequence[NoticeRule]) -> Row:
    return Row(
        (
            bold(row.id),
            plain("\n".join(_spaced(one) for one in sorted(row.families))),
            plain("\n".join(_spaced(one) for one in sorted(row.data))),
            plain("\n".join(_spaced(one) for one in sorted(row.gags))),
            plain("\n".join(_condition(name, value) for name, value in row.flags.items())),
            lines(bold(sentence_start(_spaced(row.outcome).lower())), plain(row.reason)),
            standing(row.status, row.citation),
        ),
        "" if any(one.id == row.id for one in above) else row.id,
    )


def _condition(name: str, value: bool) -> str:  # noqa: FBT001  a flag of the table
    return _FLAGS[name][0 if value else 1] if name in _FLAGS else f"{name}: {value}"


def _spaced(word: str) -> str:
    """A word of a closed list with spaces, so that a narrow column can part it."""
    return word.replace("_", " ")


def _members(rules: Rulebook, family: Family) -> Words:
    return named(
        rules, {one.id for one in rules.processes.values() if one.family is family}
    ) or plain("asked with this family alone where a process names no other")
