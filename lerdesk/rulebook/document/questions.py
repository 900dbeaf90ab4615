"""The validity questions, in the order in which a reviewer works, each once."""

from collections.abc import Iterator
from itertools import groupby

from lerdesk.domain.rules import Question, Rulebook
from lerdesk.domain.vocabulary import Tells
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
from lerdesk.rulebook.field_words import words

_WHEN = {"silence": "a silence is claimed", "viewing": "viewing records are demanded"}
_EASED = {
    "served by rolled day": "served by the day to which the time for execution rolls",
    "company state": "the law of the company’s State makes it obey another State’s process",
}
#: what follows from a failing answer, beside its severity
_TELLS = {
    Tells.NO_ACCOUNT: "no account is identified: the item is blocked until that is cured",
    Tells.DOUBT: "the authenticity is in doubt, as by “unclear”: a lawyer decides the whole",
    Tells.VIEWING: "viewing records are demanded, as by “unclear”",
    Tells.NO_ORDER: "no order for silence stands, whatever else is answered",
    Tells.FOREIGN: "the requester is a foreign one: what is only permitted goes to a lawyer and is not refused",
}


def questions(rules: Rulebook) -> Iterator[Block]:
    """A table for each heading of the checklist."""
    yield Heading(1, "Validity questions", "questions")
    yield Paragraph(
        plain(
            f"{len(rules.questions)} questions under the headings of the checklist, in the order in which a reviewer "
            "works. “No” fails a question unless it says otherwise; “unclear” warns, or goes to a lawyer where failing "
            "blocks. What stands in quotation marks is the sentence that a letter gives as reason."
        )
    )
    for number, (group, same) in enumerate(
        groupby(rules.questions.values(), key=lambda question: question.group), 1
    ):
        yield Heading(2, group, f"questions-{number}")
        yield Table(
            head("No.", "Question", "Failing", "Citation"),
            tuple(_row(rules, question) for question in same),
            (8, 51, 16, 25),
        )


def _row(rules: Rulebook, question: Question) -> Row:
    return Row(
        (
            bold(question.id),
            lines(
                plain(question.text),
                plain(f"“{question.letter}”" if question.letter else ""),
                labelled("In a letter it stands for", linked(sorted(question.covers))),
                labelled("Note", question.note),
                labelled("Asked of", _asked_of(rules, question)),
                labelled("Only where", _WHEN.get(question.when, question.when)),
            ),
            lines(*_failing(rules, question)),
            standing(question.status, question.citation),
        ),
        question.id,
    )


def _asked_of(rules: Rulebook, question: Question) -> Words:
    words = named(rules, question.processes)
    if question.states:
        words += plain(f", issued in {', '.join(sorted(question.states))} or a State not known")
    for process_id, states in question.also.items():
        words += (*plain("; "), *named(rules, {process_id}))
        words += plain(f" where issued in {', '.join(sorted(states))}")
    return words


def _failing(rules: Rulebook, question: Question) -> Iterator[Words]:
    if question.reminder:
        yield plain("reminder")
        return
    yield bold(question.severity.value)
    if question.reversed:
        yield plain("“yes” fails")
    for severity in dict.fromkeys(question.severity_in.values()):
        of = frozenset(key for key, one in question.severity_in.items() if one is severity)
        yield (*bold(severity.value), *plain(" for "), *named(rules, of))
    if question.eased:
        eased = question.eased
        yield (
            *bold(eased.severity.value),
            *plain(f" if {_EASED.get(eased.when, eased.when)}"),
            *(plain(" (") + linked([eased.clock]) + plain(")") if eased.clock else ()),
        )
    yield from _stops(rules, question)
    if question.gag is not None:
        alone = "; beside another it contradicts the case" if question.gag_only else ""
        yield plain(f"the silence becomes {question.gag.value.replace('_', ' ').lower()}{alone}")
    if question.tells is not None:
        yield plain(_TELLS[question.tells])
    if question.objection:
        yield (*plain("an objection is open until "), *linked([question.objection]))
    if question.lifts is not None:
        yield plain(
            f"lifts the process’s {question.lifts.value.replace('_', ' ')}, as “not applicable” does"
        )


def _stops(rules: Rulebook, question: Question) -> Iterator[Words]:
    stops = question.stops
    if stops.classes:
        yield plain(f"stops {words(stops.classes, rules.matrix.names)} alone")
    if stops.categories:
        yield (*plain("stops "), *linked(sorted(stops.categories)), *plain(" alone"))
    if stops.eu_classes:
        yield plain(f"in the Union stops ({'), ('.join(sorted(stops.eu_classes))}) alone")
    if stops.excess:
        yield plain("stops the excess alone")
    if stops.release:
        yield plain("stops an early release alone")
