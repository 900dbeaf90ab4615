"""Every kind of legal process: what it is, what it compels and why, and what it is asked."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from lerdesk.base.written import full_day_words, sentence_start
from lerdesk.domain.checklist import questions_for
from lerdesk.domain.rules import Process, Question, Rulebook
from lerdesk.domain.vocabulary import DataClass
from lerdesk.rulebook.document.blocks import (
    Block,
    Heading,
    Paragraph,
    Piece,
    Row,
    Table,
    Words,
    bold,
    head,
    lines,
    plain,
    standing,
)
from lerdesk.rulebook.field_words import BINDING

_PLACES = {"US": "in the United States", "EU": "in the Union", "other": "elsewhere"}


def processes(rules: Rulebook) -> Iterator[Block]:
    """A section for each process, in the order of the file."""
    yield Heading(1, "Kinds of legal process", "processes")
    yield Paragraph(
        plain(
            f"{len(rules.processes)} kinds of process. For each: who issues it, whether it binds, what it compels "
            "and why, and the validity questions in the order in which a reviewer works; the questions themselves "
            "stand in a chapter of their own."
        )
    )
    for process in rules.processes.values():
        yield Heading(2, f"{process.number}  {process.name}", process.id)
        yield _facts(rules, process)
        yield Heading(3, "Data compelled")
        yield _compelled(rules, process)
        yield Heading(3, "Validity questions in working order")
        yield _asked(rules, process)


def _facts(rules: Rulebook, process: Process) -> Table:
    pairs: list[tuple[str, Words]] = [
        ("Id", bold(process.id)),
        ("What it is", plain(process.text)),
        ("Name in letters", plain(process.noun)),
        ("Issuer", plain(process.issuer)),
        ("Binding", plain(_binds(process))),
        ("Compels", plain(process.compels)),
        ("Standard", plain(process.standard)),
        ("Notice", plain(process.notice)),
        ("Silence", plain(process.silence)),
        ("Time to respond", plain(process.response)),
        ("Clock", _clocks(rules, process)),
        ("Expiry", plain(process.expiry)),
        ("In force", plain(_in_force(process))),
        ("Special", plain(" ".join(_special(process)))),
        ("Notice table", plain(_family(process))),
        ("Citation", standing(process.status, process.citation)),
    ]
    return Table((), tuple(Row((bold(a), _sentence(b))) for a, b in pairs if b), (19, 81))


def _sentence(words: Words) -> Words:
    """The words with a first capital, where they begin with an ordinary word."""
    first = words[0]
    start = first.text.split(" ", 1)[0]
    if first.link or not start.rstrip(",;:").isalpha():
        return words
    return (replace(first, text=sentence_start(first.text)), *words[1:])


def _binds(process: Process) -> str:
    said = [(place, BINDING[binding]) for place, binding in process.binding.items()]
    if len({words for _, words in said}) == 1:
        return f"{said[0][1]}, wherever the data are held"
    return "; ".join(
        f"{_PLACES.get(place, f'on an entity in {place}')}: {words}" for place, words in said
    )


def _clocks(rules: Rulebook, process: Process) -> Words:
    told = []
    for kind, by_state in process.clocks.items():
        for state, clock in by_state.items():
            where = {"*": "", "unknown": ", State not known"}.get(state, f", issued in {state}")
            name = rules.clocks[clock].period
            words = f"{kind.value.replace('_', ' ')}{where}: "
            told.append((Piece(words), Piece(clock, link=clock), Piece(f", {name}")))
    if process.execution:
        name = rules.clocks[process.execution].period
        link = Piece(process.execution, link=process.execution)
        told.append((Piece("execution: "), link, Piece(f", {name}")))
    return lines(*told)


def _in_force(process: Process) -> str:
    since = f"from {full_day_words(process.in_force)}" if process.in_force else ""
    until = f"until {full_day_words(process.in_force_until)}" if process.in_force_until else ""
    return " ".join(part for part in (since, until) if part)


def _special(process: Process) -> Iterator[str]:
    if process.permits_only:
        yield "It permits and does not compel; a named lawyer decides."
    if process.preserves_only:
        yield "It preserves and compels no production."
    if process.silence_only:
        yield "It orders silence and demands nothing."
    if process.notice_gag is not None:
        yield f"The notice table is always asked with {process.notice_gag.value}."
    if process.notice_consent:
        yield "The notice table is asked with the customer’s consent given."


def _family(process: Process) -> str:
    if process.silence_only:
        return ""
    return (
        f"family {process.family.value}" if process.family else "a lawyer decides about the notice"
    )


def _compelled(rules: Rulebook, process: Process) -> Table:
    """A row for each class of data; classes with the same answer and reason in one."""
    cells = rules.matrix.cells[process.id]
    rows = []
    alike: dict[object, list[DataClass]] = {}
    for data_class in DataClass:
        alike.setdefault(cells[data_class], []).append(data_class)
    for classes in alike.values():
        cell = cells[classes[0]]
        note = f" ({cell.rule})" if cell.rule.startswith("note") else ""
        rows.append(
            Row(
                (
                    plain(", ".join(rules.matrix.names[one] for one in classes)),
                    bold(cell.cell.value),
                    lines(plain(cell.reason + note)),
                    standing(cell.status, cell.citation),
                )
            )
        )
    return Table(
        head("Class", "", "Reason", "Citation"), tuple(rows), (23, 5, 44, 28), frozenset({1})
    )


def _asked(rules: Rulebook, process: Process) -> Table:
    asked = questions_for(rules, process.id, gag_claimed=True, state=None, viewing=True)
    rows = [
        Row((plain(group), _numbers(tuple(same), process)))
        for group, same in groupby(asked, key=lambda question: question.group)
    ]
    return Table((), tuple(rows), (19, 81))


def _numbers(asked: Iterable[Question], process: Process) -> Words:
    """``E001 BLOCK · E014 BLOCK``, each number a link."""
    out: list[Piece] = []
    for question in asked:
        if out:
            out.append(Piece("  ·  "))
        severity = "reminder" if question.reminder else question.severity_for(process.id).value
        held = f"\N{NO-BREAK SPACE}{severity}"
        out += [Piece(question.id, link=question.id), Piece(held)]
    return tuple(out)


def named(rules: Rulebook, ids: Iterable[str]) -> Words:
    """Processes by their numbers, each a link; all of them in one word."""
    known = [process for process in rules.processes.values() if process.id in set(ids)]
    if len(known) == len(rules.processes):
        return plain("all processes")
    out: list[Piece] = []
    for process in known:
        out += [Piece(", ")] if out else []
        out.append(Piece(process.number, link=process.id))
    return tuple(out)
