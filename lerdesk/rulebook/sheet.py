"""One rule by its id: what it says, in words, what it touches, and in which file it stands."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from lerdesk.base.written import sentence_start
from lerdesk.domain.clock_rules import Calendar
from lerdesk.domain.policy import Policy
from lerdesk.domain.rules import Process, Question, Rulebook
from lerdesk.domain.vocabulary import Cell, DataClass, EuClass, Standing
from lerdesk.rulebook.field_words import NOTHING, field_words, words
from lerdesk.rulebook.lines import Lines
from lerdesk.rulebook.mistake import nearest
from lerdesk.rulebook.source import FILES, Source, own_folder, read
from lerdesk.rulebook.table import Table

if TYPE_CHECKING:
    from lerdesk.domain.matrix_rules import MatrixCell

#: what stands in a file under which head
_HEADS = {
    "process": "Process",
    "category": "Data category",
    "question": "Validity question",
    "clock": "Clock",
    "factor": "Test of overbreadth",
    "flag": "Flag on data",
    "rule": "Row of the notice table",
    "calendar": "Calendar",
    "exception": "Exception from the matrix",
}
#: what the head of the page says already
_TOLD = {
    "id",
    "name",
    "text",
    "citation",
    "status",
    "in_force",
    "in_force_until",
    "letter",
    "reason",
}


@dataclass(frozen=True)
class Sheet:
    """One rule to be read.

    Attributes:
        id: as the rulebook has it.
        kind: ``Validity question``.
        value: the rule itself; what is not one value (a policy key) is the policy.
        wording: what it says, in its own words.
        lines: its further fields in words, each with its name.
        citation: its source.
        status: how sure it is.
        touches: what has to do with it, each with its name.
        path: the file.
        line: where in it, from 1.
        own: whether the file is the organisation's own.
    """

    id: str
    kind: str
    value: object
    wording: str
    lines: tuple[tuple[str, str], ...]
    citation: str
    status: Standing
    touches: tuple[tuple[str, str], ...]
    path: Path
    line: int | None
    own: bool


@dataclass(frozen=True)
class _Entry:
    """A rule and where it stands: file, head and id there."""

    id: str
    kind: str
    value: object
    file: str
    head: str
    key: str


def find(book: Rulebook, overrides: Path | None, rule: str) -> tuple[Sheet, ...]:
    """The rule of an id; several parts of one row are several sheets.

    Args:
        book: the rulebook that is used.
        overrides: the folder of the organisation's own rules with which it was loaded.
        rule: an id in large or small letters, a process's number too; ``P05/CONTENT`` is a cell of the matrix. As
            a proposal names its rule: ``P05 CONTENT``, ``note 3y``, ``P40 in the Union``.

    Raises:
        KeyError: there is none; the argument says which ids are like it.
    """
    own = own_folder(overrides)
    sources = {name: read(name, own) for name in FILES}
    entries = list(_entries(book, sources))
    wanted = " ".join(rule.split()).casefold().removesuffix(" in the union")
    found = [each for each in entries if wanted in _names(each)]
    sheets = [_sheet(book, sources[each.file], each, n) for n, each in enumerate(found)]
    sheets = [*_notes(book, sources["matrix"], wanted), *sheets]
    if not sheets and (cell := _cell(book, sources, wanted.replace(" ", "/"))) is not None:
        sheets = [cell]
    if sheets:
        return tuple(sheets)
    numbers = (process.number for process in book.processes.values())
    raise KeyError(near_ids(rule, (*(each.id for each in entries), *numbers)))


def near_ids(rule: str, known: Iterable[str]) -> str:
    """What to ask instead of an id that is not there: up to three that are like it."""
    ids = list(dict.fromkeys(known))
    asked = rule.strip().upper()
    if "/" in asked:
        return f"A cell is such as P05/CONTENT; the classes are {', '.join(DataClass)}."
    same = [each for each in ids if _number(each) == _number(asked) != ("", 0)]
    begin = [each for each in ids if each[:3].upper() == asked[:3]]
    like = list(dict.fromkeys([*same, *nearest(asked, ids, 3), *begin]))[:3]
    return f"Ids like it: {', '.join(like)}." if like else "An id is such as US_SW_FED or E009."


def _number(rule: str) -> tuple[str, int]:
    """``E9`` and ``E009`` are one: the letter and the number."""
    letter, digits = rule[:1].upper(), rule[1:]
    return (letter, int(digits)) if digits.isdecimal() and len(digits) < 5 else ("", 0)


def _names(entry: _Entry) -> set[str]:
    names = {entry.id.casefold()}
    if isinstance(entry.value, Process):
        names.add(entry.value.number.casefold())
    return names


def _entries(book: Rulebook, sources: Mapping[str, Source]) -> Iterator[_Entry]:
    rows: tuple[tuple[str, str, Mapping[str, object]], ...] = (
        ("processes", "process", book.processes),
        ("categories", "category", book.categories),
        ("clocks", "clock", book.clocks),
        ("overbreadth", "factor", book.factors),
        ("flags", "flag", book.flags),
        ("calendars", "calendar", book.calendars),
    )
    for file, head, values in rows:
        for key, value in values.items():
            yield _Entry(key, _HEADS[head], value, file, head, key)
    where = {
        str(row.get("id")): name
        for name in FILES
        if name.startswith("questions")
        for row in _rows(sources[name], "question")
    }
    for key, question in book.questions.items():
        yield _Entry(key, _HEADS["question"], question, where[key], "question", key)
    for rule in book.notice:
        yield _Entry(rule.id, _HEADS["rule"], rule, "notice", "rule", rule.id)
    for exception in book.matrix.exceptions:
        yield _Entry(
            exception.id, _HEADS["exception"], exception, "matrix", "exception", exception.id
        )
    for field in fields(Policy):
        if field.name != "citation":
            yield _Entry(field.name, "Policy", book.policy, "policy", "policy", field.name)


def _rows(source: Source, head: str) -> list[Mapping[str, object]]:
    rows = source.values.get(head)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _sheet(book: Rulebook, source: Source, entry: _Entry, part: int) -> Sheet:
    value = entry.value
    lines = Lines(source.data.decode("utf-8-sig"), source.values)
    if isinstance(value, Policy):
        held = source.values[entry.head]
        table = Table(source.path.name, "", held if isinstance(held, dict) else {})
        return Sheet(
            id=entry.id,
            kind=entry.kind,
            value=getattr(value, entry.id),
            wording=f"{sentence_start(field_words(Policy, entry.id))}: {words(getattr(value, entry.id))}",
            lines=(),
            citation=value.citation,
            status=Standing.COMPANY,
            touches=(),
            path=source.path,
            line=lines.of(table, entry.key),
            own=source.own,
        )
    same = [row for row in _rows(source, entry.head) if row.get("id") == entry.key]
    row = same[min(part, len(same) - 1)]
    text = str(getattr(value, "text", "") or getattr(value, "reason", ""))
    name = str(getattr(value, "name", ""))
    return Sheet(
        id=entry.id,
        kind=entry.kind,
        value=value,
        wording=" · ".join(dict.fromkeys(each for each in (name, text) if each)),
        lines=tuple(_lines(book, value)),
        citation=str(getattr(value, "citation", "")),
        status=Standing(str(getattr(value, "status", Standing.COMPANY))),
        touches=tuple(touches(book, entry.id, value)),
        path=source.path,
        line=lines.of(Table(source.path.name, entry.id, row), "id"),
        own=source.own,
    )


def _lines(book: Rulebook, value: object) -> Iterator[tuple[str, str]]:
    """Each field that says something, with its name."""
    for field in fields(value):  # type: ignore[arg-type]  # every rule is a dataclass
        held = getattr(value, field.name)
        if field.name in _TOLD or held is False or held == 0:
            continue
        if isinstance(value, Calendar) and field.name == "rows":
            yield "holidays", "; ".join(f"{day.name} ({day.on})" for day in value.rows)
            continue
        said = (
            "every process" if held == frozenset(book.processes) else words(held, book.matrix.names)
        )
        if said != NOTHING:
            yield field_words(type(value), field.name), said


def _eased_by(question: Question) -> str:
    return "" if question.eased is None else question.eased.clock


def _cell(book: Rulebook, sources: Mapping[str, Source], wanted: str) -> Sheet | None:
    name, _, data_class = (part.strip() for part in wanted.partition("/"))
    kinds = [
        kind
        for kind in book.processes.values()
        if name in {kind.id.casefold(), kind.number.casefold()}
    ]
    cell: MatrixCell | None = None
    if kinds and data_class.upper() in DataClass.__members__:
        cell = book.matrix.cells[kinds[0].id][DataClass(data_class.upper())]
    elif kinds and data_class in set(EuClass) and kinds[0].id in book.matrix.eu_cells:
        cell = book.matrix.eu_cells[kinds[0].id][EuClass(data_class)]
    if cell is None:
        return None
    process, source = kinds[0], sources["matrix"]
    head = "elsewhere" if data_class in set(EuClass) else "row"
    row = next(row for row in _rows(source, head) if row.get("process") == process.id)
    lines = Lines(source.data.decode("utf-8-sig"), source.values)
    shown = data_class if head == "elsewhere" else data_class.upper()
    return Sheet(
        id=f"{process.number}/{shown}",
        kind="Cell of the matrix",
        value=cell,
        wording=cell.reason,
        lines=(
            ("process", f"{process.name} ({process.number}, {process.id})"),
            *_lines(book, cell),
        ),
        citation=cell.citation,
        status=cell.status,
        touches=(),
        path=source.path,
        line=lines.of(Table(source.path.name, process.id, row), "process"),
        own=source.own,
    )


def _notes(book: Rulebook, source: Source, wanted: str) -> Iterator[Sheet]:
    """The matrix's note of that name: what a cell says that bears it."""
    notes = source.values["note"]
    lines = Lines(source.data.decode("utf-8-sig"), source.values)
    for key, row in notes.items() if isinstance(notes, dict) else ():
        name = f"note {key}"
        if wanted != name.casefold() or not isinstance(row, dict):
            continue
        bearing = [
            f"{book.processes[process].number}/{data_class}"
            for process, cells in book.matrix.cells.items()
            for data_class, cell in cells.items()
            if cell.rule == name
        ]
        yield Sheet(
            id=name,
            kind="Note of the matrix",
            value=row,
            wording=str(row["text"]),
            lines=(),
            citation=str(row["citation"]),
            status=Standing(str(row["status"])),
            touches=(("cells that bear it", ", ".join(bearing)),) if bearing else (),
            path=source.path,
            line=lines.of(Table(source.path.name, name, row), "text"),
            own=source.own,
        )


def touches(book: Rulebook, rule: str, value: object) -> Iterator[tuple[str, str]]:
    """What asks a rule or hangs on it, each with its name."""
    if isinstance(value, Process):
        asked = [
            question.id
            for question in book.questions.values()
            if rule in question.processes or rule in question.also
        ]
        yield f"validity questions asked ({len(asked)})", ", ".join(asked)
        for cell in Cell:
            cells = book.matrix.cells[rule]
            reached = [name for name in DataClass if cells[name].cell is cell]
            if reached:
                yield words(cell), ", ".join(reached)
        return
    if rule in book.clocks:
        users = [
            f"{kind} of {process.id}"
            for process in book.processes.values()
            for kind, by_state in process.clocks.items()
            if rule in by_state.values()
        ]
        users += [f"execution of {p.id}" for p in book.processes.values() if p.execution == rule]
        for question in book.questions.values():
            users += [f"objection of {question.id}"] if question.objection == rule else []
            users += [f"easing of {question.id}"] if _eased_by(question) == rule else []
        if users:
            yield "gives", ", ".join(users)
    if rule in book.categories:
        flags = [flag.id for flag in book.flags.values() if rule in flag.categories]
        if flags:
            yield "flags", ", ".join(flags)
        stopping = [q.id for q in book.questions.values() if rule in q.stops.categories]
        if stopping:
            yield "questions that stop it alone", ", ".join(stopping)
