"""The matrix of processes and classes of data, with its notes below it."""

from collections.abc import Iterable, Iterator

from lerdesk.domain.matrix_rules import MatrixCell
from lerdesk.domain.rules import Rulebook
from lerdesk.domain.vocabulary import Cell, DataClass, EuClass
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
    labelled,
    lines,
    linked,
    plain,
    standing,
)
from lerdesk.rulebook.document.processes import named

#: short enough for a narrow column
_SHORT = {
    DataClass.BSI: "Sub-\nscriber",
    DataClass.NONCONTENT: "Other\nrecords",
    DataClass.BUSINESS: "Busi-\nness",
    DataClass.LOCATION: "Loca-\ntion",
    DataClass.CONTENT: "Con-\ntent",
    DataClass.VIEWING: "View-\ning",
    DataClass.LIVE_DRAS: "Live\ndialing",
    DataClass.LIVE_LOCATION: "Live\nlocation",
    DataClass.LIVE_CONTENT: "Live\ncontent",
}
_EU = {
    EuClass.SUBSCRIBER: "(a) subscriber",
    EuClass.SOLE_ID: "(b) sole identification",
    EuClass.TRAFFIC: "(c) traffic",
    EuClass.CONTENT: "(d) content",
}
_CENTRED = frozenset(range(1, 10))


def matrix(rules: Rulebook) -> Iterator[Block]:
    """The table, its notes, then what differs elsewhere and for single categories."""
    table = rules.matrix
    yield Heading(1, "Process by class of data", "matrix")
    yield Paragraph(
        plain(
            "For data that the entity in the United States holds. Y: the process compels the class if it is valid on "
            "its face. N: it does not reach it. L: a lawyer decides. A number names a note below; without one the "
            "reason is that of the class."
        )
    )
    yield Table(
        (plain("Process"), *(plain(_SHORT[one]) for one in DataClass)),
        tuple(
            Row(
                (
                    (Piece(f"{process.number} {process.name}", link=process.id),),
                    *(_letter(table.cells[process.id][one]) for one in DataClass),
                )
            )
            for process in rules.processes.values()
        ),
        (28, *(8.0,) * 9),
        _CENTRED,
    )
    yield Heading(2, "Notes to the table", "matrix-notes")
    yield _notes(rules)
    yield Heading(2, "What each class needs", "matrix-needs")
    yield _needs(rules)
    yield from _in_the_union(rules)
    yield from _abroad(rules)
    yield Heading(2, "What changes for single categories", "matrix-exceptions")
    yield _exceptions(rules)
    yield Heading(2, "A process that the table does not know", "matrix-unknown")
    unknown = table.unknown
    yield Paragraph(
        lines(
            (*bold(unknown.cell.value), *plain(f": {unknown.reason}")),
            standing(unknown.status, unknown.citation),
        )
    )


def _letter(cell: MatrixCell) -> Words:
    note = cell.rule.removeprefix("note ") if cell.rule.startswith("note") else ""
    return (*bold(cell.cell.value), *plain(f"\N{NO-BREAK SPACE}{note}" if note else ""))


def _notes(rules: Rulebook) -> Table:
    seen: dict[tuple[str, str], MatrixCell] = {}
    for row in rules.matrix.cells.values():
        for cell in row.values():
            if cell.rule.startswith("note"):
                seen.setdefault((cell.rule, cell.reason), cell)
    ordered = sorted(seen.values(), key=lambda cell: _place(cell.rule))
    return Table(
        head("Note", "Reason", "Citation"),
        tuple(
            Row(
                (
                    bold(cell.rule.removeprefix("note ")),
                    plain(cell.reason),
                    standing(cell.status, cell.citation),
                )
            )
            for cell in ordered
        ),
        (8, 57, 35),
    )


def _place(rule: str) -> tuple[int, str]:
    digits = "".join(char for char in rule.split(",", maxsplit=1)[0] if char.isdigit())
    return (int(digits or 0), rule)


def _needs(rules: Rulebook) -> Table:
    """The reason that a class gives wherever a process does not reach it and no note says another."""
    rows = []
    for data_class in DataClass:
        plainly = {
            (cell.reason, cell.citation, cell.status): cell
            for row in rules.matrix.cells.values()
            if (cell := row[data_class]).cell.value == "N" and not cell.rule.startswith("note")
        }
        rows += [
            Row(
                (
                    plain(str(rules.matrix.names[data_class])),
                    plain(cell.reason),
                    standing(cell.status, cell.citation),
                )
            )
            for cell in plainly.values()
        ]
    return Table(head("Class", "Needs", "Citation"), tuple(rows), (25, 45, 30))


def _in_the_union(rules: Rulebook) -> Iterator[Block]:
    table = rules.matrix
    yield Heading(2, "An entity in the Union", "matrix-union")
    yield Paragraph(
        plain(
            "European orders on an entity in a Member State bound by Regulation (EU) 2023/1543, by the classes of "
            f"Annex I, Section F: {', '.join(_EU.values())}. The classes of data hold for categories without such a "
            "class."
        )
    )
    rows = []
    for process_id, cells in table.eu_cells.items():
        process = rules.processes[process_id]
        first = next(iter(cells.values()))
        by_class = table.eu_by_class[process_id]
        answers = "; ".join(
            f"{answer.value} for {', '.join(names)}"
            for answer in Cell
            if (names := [table.names[one] for one in DataClass if by_class[one].cell is answer])
        )
        lawyer = table.eu_lawyer[process_id]
        rows.append(
            Row(
                (
                    (Piece(f"{process.number} {process.name}", link=process.id),),
                    *(bold(cells[one].cell.value) for one in EuClass),
                    lines(
                        plain(first.reason),
                        labelled("By class of data", answers),
                        labelled("A lawyer’s question all the same", linked(sorted(lawyer))),
                        standing(first.status, first.citation),
                    ),
                )
            )
        )
    yield Table(
        head("Process", *(f"({one.value})" for one in EuClass), "Reason"),
        tuple(rows),
        (23, 6, 6, 6, 6, 53),
        frozenset({1, 2, 3, 4}),
    )


def _abroad(rules: Rulebook) -> Iterator[Block]:
    table = rules.matrix
    yield Heading(2, "An affiliate abroad", "matrix-abroad")
    cell = table.abroad_cell
    yield Paragraph(
        lines(
            (*bold(cell.cell.value), *plain(f" ({cell.rule}): {cell.reason}")),
            standing(cell.status, cell.citation),
        )
    )
    rows = []
    for process_id, country in table.abroad.items():
        process = rules.processes[process_id]
        classes: Iterable[str] = (
            table.names[one] for one in DataClass if one in table.abroad_classes[process_id]
        )
        rows.append(
            Row(
                (
                    (Piece(f"{process.number} {process.name}", link=process.id),),
                    plain("any but the United States" if country == "*" else country),
                    plain("; ".join(classes)),
                )
            )
        )
    yield Table(
        head("Process", "Affiliate in", "Classes that local counsel decides"),
        tuple(rows),
        (35, 20, 45),
    )


def _exceptions(rules: Rulebook) -> Table:
    rows = [
        Row(
            (
                bold(one.id),
                named(rules, one.processes),
                linked(sorted(one.categories)),
                bold(one.cell.value),
                lines(
                    plain(one.reason),
                    labelled("Only where the issuing State is", one.state),
                    labelled(
                        "Lifted by “no” or “not applicable” to",
                        linked(filter(None, [one.unless])),
                    ),
                ),
                standing(one.status, one.citation),
            )
        )
        for one in rules.matrix.exceptions
    ]
    return Table(
        head("Note", "Processes", "Categories", "", "Reason", "Citation"),
        tuple(rows),
        (9, 14, 14, 5, 35, 23),
        frozenset({3}),
    )
