"""The rulebook's values on what a process reaches: the matrix and what its notes change. Data only."""

from collections.abc import Mapping
from dataclasses import dataclass

from lerdesk.domain.vocabulary import Cell, DataClass, EuClass, Standing


@dataclass(frozen=True)
class MatrixCell:
    """One cell of the matrix with its reason, and how well that is established."""

    cell: Cell
    rule: str
    reason: str
    citation: str
    status: Standing


@dataclass(frozen=True)
class CellException:
    """What a note to the matrix changes for single categories.

    Attributes:
        state: only where the issuing State is this one (or the question below was answered so).
        unless: question whose answer "no" or "not applicable" lifts it.
    """

    id: str
    processes: frozenset[str]
    categories: frozenset[str]
    cell: Cell
    reason: str
    citation: str
    status: Standing
    state: str = ""
    unless: str = ""


@dataclass(frozen=True)
class Matrix:
    """Process by data class.

    Attributes:
        cells: for the entity in the United States, by process and class.
        eu_cells: for an entity in the Union, by process and EU class.
        eu_by_class: the same by class of data, for categories without an EU class and for the
            table asked by class.
        eu_lawyer: categories that are a lawyer's question there all the same, by process.
        abroad: country of the affiliate (``*``: any but the United States), by process, on which
            the cells in ``abroad_classes`` become a lawyer's question.
        names: what each class is called.
        in_letters: what a letter calls the classes that it says a process does reach.
    """

    cells: Mapping[str, Mapping[DataClass, MatrixCell]]
    eu_cells: Mapping[str, Mapping[EuClass, MatrixCell]]
    eu_by_class: Mapping[str, Mapping[DataClass, MatrixCell]]
    eu_lawyer: Mapping[str, frozenset[str]]
    abroad: Mapping[str, str]
    abroad_cell: MatrixCell
    abroad_classes: Mapping[str, frozenset[DataClass]]
    exceptions: tuple[CellException, ...]
    unknown: MatrixCell
    names: Mapping[DataClass, str]
    in_letters: Mapping[DataClass, str]
