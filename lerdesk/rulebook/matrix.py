"""The process by data-class matrix, from its file; every process has a cell for every class."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from lerdesk.domain.matrix_rules import CellException, Matrix, MatrixCell
from lerdesk.domain.policy import Places
from lerdesk.domain.rules import Process, Question
from lerdesk.domain.vocabulary import Cell, DataClass, EuClass, Standing, least_sure
from lerdesk.rulebook.mistake import one_of, shown
from lerdesk.rulebook.table import Table

#: in words, with its citation and how well it is established
Reason: TypeAlias = tuple[str, str, Standing]
_KEYS = {"yes": Cell.YES, "no": Cell.NO, "lawyer": Cell.LAWYER}


def matrix(
    file: Table,
    processes: Mapping[str, Process],
    categories: Iterable[str],
    questions: Mapping[str, Question],
    places: Places,
) -> Matrix:
    """The matrix, its notes resolved into the reason of each cell."""
    known = frozenset(categories)
    notes = _texts(file.table("note"))
    classes = file.table("class")
    needs, names, in_letters = {}, {}, {}
    for data_class in DataClass:
        table = classes.table(data_class)
        names[data_class] = table.text("name")
        if table.has("in_letters"):
            in_letters[data_class] = table.text("in_letters")
        needs[data_class] = _reason(table, "needs")
        table.done()
    cells: dict[str, Mapping[DataClass, MatrixCell]] = {}
    noted: dict[str, dict[str, frozenset[DataClass]]] = {}
    for row in file.tables("row"):
        row.new_id(cells, "process")
        process = _known_process(row, processes)
        by_note, letters = _notes(row.table("notes"), notes), _letters(row)
        cited, no_cited = row.text("citation"), row.text("no_citation", "")
        no_reason = row.text("no_reason", "")
        row.done()
        if process is None:
            continue
        # a row's own words go before what its class needs in general
        own = (no_reason, no_cited or cited, process.status)
        refused = dict.fromkeys(DataClass, own) if no_reason else needs
        cells[process.id] = {
            data_class: _cell(process, data_class, cell, cited, refused, names)
            if data_class not in by_note
            else _noted(process, cell, by_note[data_class], notes)
            for data_class, cell in letters.items()
        }
        noted[process.id] = {
            note: frozenset(c for c, n in by_note.items() if n == note)
            for note in set(by_note.values())
        }
    for process_id in processes:
        if process_id not in cells:
            file.refuse(
                process_id, "has no row", "Add a [[row]] for it, with a cell for each class"
            )
    eu_cells, eu_by_class, eu_lawyer = _elsewhere(file, processes, known)
    affiliate = file.table("abroad_reason")
    countries = file.table("abroad")
    abroad = {name: _country(countries, name, processes, places) for name in countries.keys()}  # noqa: SIM118
    note = affiliate.among("note", notes)
    unknown = file.table("unknown")
    found = Matrix(
        cells=cells,
        eu_cells=eu_cells,
        eu_by_class=eu_by_class,
        eu_lawyer=eu_lawyer,
        abroad=abroad,
        abroad_cell=MatrixCell(Cell.LAWYER, f"note {note}", *_reason(affiliate, "text")),
        abroad_classes={name: noted.get(name, {}).get(note, frozenset()) for name in abroad},
        exceptions=_exceptions(file, processes, known, questions, places),
        unknown=MatrixCell(Cell.LAWYER, "unknown process", *_reason(unknown, "text")),
        names=names,
        in_letters=in_letters,
    )
    for table in (classes, affiliate, unknown):
        table.done()
    return found


def _notes(own: Table, notes: Iterable[str]) -> Mapping[DataClass, str]:
    """The note of each class of a row that has one."""
    found = {name: own.among(name, tuple(notes)) for name in DataClass if own.has(name)}
    own.done()
    return {name: note for name, note in found.items() if note}


def _cell(
    process: Process,
    data_class: DataClass,
    cell: Cell,
    cited: str,
    needs: Mapping[DataClass, Reason],
    names: Mapping[DataClass, str],
) -> MatrixCell:
    rule = f"{process.number} {data_class}"
    if cell is Cell.NO:
        return MatrixCell(cell, rule, *needs[data_class])
    if cell is Cell.YES:
        reason = f"{process.name}: compels {names[data_class]} if it is valid on its face."
    else:
        reason = f"{process.name}: whether it obtains {names[data_class]} is a lawyer's question."
    return MatrixCell(cell, rule, reason, cited, process.status)


def _noted(process: Process, cell: Cell, note: str, notes: Mapping[str, Reason]) -> MatrixCell:
    reason, cited, status = notes[note]
    # what a process obtains is no surer than the process itself; what it does not, needs the note alone
    if cell is not Cell.NO:
        status = least_sure(status, process.status)
    return MatrixCell(cell, f"note {note}", reason, cited, status)


def _reason(table: Table, key: str) -> Reason:
    return table.text(key), table.text("citation"), table.one("status", Standing)


def _letters(row: Table) -> Mapping[DataClass, Cell]:
    found: dict[DataClass, Cell] = {}
    for key, cell in _KEYS.items():
        for data_class in row.many(key, DataClass):
            if data_class in found:
                row.refuse(key, f"repeats {data_class}", "Name each class once")
            found[data_class] = cell
    for data_class in DataClass:
        if data_class not in found:
            row.refuse(data_class, "has no cell", "Name it under yes, no or lawyer")
            found[data_class] = Cell.LAWYER
    return found


def _texts(table: Table) -> Mapping[str, Reason]:
    found = {}
    for key in table.keys():  # noqa: SIM118
        inside = table.table(key)
        found[key] = _reason(inside, "text")
        inside.done()
    return found


def _known_process(table: Table, processes: Mapping[str, Process]) -> Process | None:
    name = table.among("process", processes)
    return processes[name] if name else None


def _country(table: Table, name: str, processes: Mapping[str, Process], places: Places) -> str:
    value = table.text(name)
    if name not in processes:
        table.refuse(name, "is no process of processes.toml", one_of(name, processes))
    if value and value != "*" and value not in places.countries:
        table.refuse(name, f"names {shown(value)}", "Use a country's code such as DE, or *")
    return value


def _elsewhere(
    file: Table, processes: Mapping[str, Process], categories: frozenset[str]
) -> tuple[
    Mapping[str, Mapping[EuClass, MatrixCell]],
    Mapping[str, Mapping[DataClass, MatrixCell]],
    Mapping[str, frozenset[str]],
]:
    cells: dict[str, Mapping[EuClass, MatrixCell]] = {}
    by_class: dict[str, Mapping[DataClass, MatrixCell]] = {}
    lawyer: dict[str, frozenset[str]] = {}
    for row in file.tables("elsewhere"):
        row.new_id(cells, "process")
        process = _known_process(row, processes)
        if process is None:
            continue
        row.among("where", ("EU",))
        plain = _reason(row, "reason")
        reasons = {
            cell: (row.text(f"{key}_reason", plain[0]), *plain[1:]) for key, cell in _KEYS.items()
        }
        rule = f"{process.number} in the Union"
        marks = {
            eu_class: MatrixCell(cell, rule, *reasons[cell])
            for key, cell in _KEYS.items()
            for eu_class in row.many(key, EuClass)
        }
        if len(marks) != len(EuClass):
            row.refuse("yes", "leaves a class out", "Name a, b, c and d under yes, no, lawyer")
        inside = row.table("by_class")
        by_class[process.id] = {
            data_class: MatrixCell(cell, rule, *reasons[cell])
            for data_class, cell in _letters(inside).items()
        }
        inside.done()
        cells[process.id] = marks
        lawyer[process.id] = frozenset(row.texts("lawyer_categories", categories))
        row.done()
    return cells, by_class, lawyer


def _exceptions(
    file: Table,
    processes: Mapping[str, Process],
    categories: frozenset[str],
    questions: Mapping[str, Question],
    places: Places,
) -> tuple[CellException, ...]:
    found = []
    for row in file.tables("exception"):
        state, unless = row.text("state", ""), row.text("unless", "")
        if state and state not in places.states:
            row.refuse("state", f"names {shown(state)}", "Use a State such as US-CA")
        if unless and unless not in questions:
            row.refuse("unless", f"names {shown(unless)}", one_of(unless, questions))
        found.append(
            CellException(
                id=row.text("id"),
                processes=frozenset(row.texts("processes", processes)),
                categories=frozenset(row.texts("categories", categories)),
                cell=row.one("cell", Cell),
                reason=row.text("reason"),
                citation=row.text("citation"),
                status=row.one("status", Standing),
                state=state,
                unless=unless,
            )
        )
        row.done()
    return tuple(found)
