"""The facts as rows: group heads, facts, and the line of what the order does not say."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from lerdesk.desk.review import FactView
from lerdesk.domain.request import FactState
from lerdesk.ui.guard import guarded
from lerdesk.ui.review.questions import Head

Index = QModelIndex | QPersistentModelIndex

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Process", ("process_type", "case_number", "statute", "language")),
    ("Issued", ("court", "issuing_authority", "jurisdiction", "signatory", "date_issued")),
    ("Who asks", ("agency", "requester", "addressee")),
    ("About whom", ("identifier", "data_category", "period")),
    ("When, and silence", ("date_due", "due_in", "nondisclosure", "sealed", "emergency")),
)

SIGNS: dict[FactState, tuple[str, str, str]] = {
    FactState.PROPOSED: ("proposed", "accent", "Proposed"),
    FactState.CONFIRMED: ("check", "good", "Confirmed"),
    FactState.CORRECTED: ("corrected", "text", "Corrected"),
    FactState.ASSIGNED: ("corrected", "text", "Assigned"),
    FactState.DISMISSED: ("cross", "quiet", "Not so"),
}


@dataclass(frozen=True)
class NotSaid:
    """What the order does not say, in one line."""

    words: str


FactRow = Head | FactView | NotSaid


def spoken(view: FactView) -> str:
    """A fact as a screen reader says it."""
    state = SIGNS[view.fact.state][2]
    place = f", page {view.fact.evidence.page}" if view.fact.evidence is not None else ""
    read = f", read as {view.read_words}" if view.read_words else ""
    return f"{view.label}: {view.words}. {state}{read}{place}"


def grouped(facts: tuple[FactView, ...], not_said: tuple[str, ...]) -> list[FactRow]:
    """Rows in the order in which a reviewer confirms them."""
    rows: list[FactRow] = []
    left = list(facts)
    for words, fields in GROUPS:
        members = sorted(
            (view for view in left if view.fact.field in fields),
            key=lambda view: fields.index(view.fact.field),
        )
        if members:
            rows.append(Head(words))
            rows.extend(members)
            left = [view for view in left if view.fact.field not in fields]
    if left:
        rows.append(Head("More"))
        rows.extend(left)
    if not_said:
        rows.append(NotSaid(", ".join(not_said)))
    return rows


class FactsModel(QAbstractListModel):
    """Heads, facts and the closing line."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._rows: list[FactRow] = []
        super().__init__(parent)

    def show(self, facts: tuple[FactView, ...], not_said: tuple[str, ...]) -> None:
        """Show these; rows that stay keep their selection."""
        rows = grouped(facts, not_said)
        if [_key(row) for row in rows] == [_key(row) for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, index: Index) -> FactRow | None:
        """The row's value."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def fact_at(self, index: Index) -> FactView | None:
        """The row's fact, if it is one."""
        row = self.row_at(index)
        return row if isinstance(row, FactView) else None

    def find(self, fact_id: int) -> QModelIndex:
        """Where a fact stands; invalid if it is gone."""
        for place, row in enumerate(self._rows):
            if isinstance(row, FactView) and row.fact.id == fact_id:
                return self.index(place)
        return QModelIndex()

    def next_fact(self, after: int, step: int = 1, *, open_only: bool = False) -> QModelIndex:
        """The next fact in a direction; invalid at the end."""
        place = after + step
        while 0 <= place < len(self._rows):
            row = self._rows[place]
            if isinstance(row, FactView) and (
                not open_only or row.fact.state is FactState.PROPOSED
            ):
                return self.index(place)
            place += step
        return QModelIndex()

    def take(self, fact_id: int, state: FactState, words: str | None = None) -> None:
        """Paint a change before the store has it; the next ``show`` is what holds."""
        index = self.find(fact_id)
        view = self.fact_at(index)
        if view is None:
            return
        read = view.read_words
        if state is FactState.CORRECTED and read is None:
            read = view.words
        shown = words if words is not None else view.words
        self._rows[index.row()] = replace(
            view,
            fact=replace(view.fact, state=state),
            words=shown,
            editable=words if words is not None else view.editable,
            read_words=read,
        )
        self.dataChanged.emit(index, index)

    @guarded(default=0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """All rows."""
        return 0 if parent.isValid() else len(self._rows)

    @guarded(default=None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for the eye and for a screen reader; the text that an editor opens with."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.label} {row.words}" if isinstance(row, FactView) else row.words
        if role == Qt.ItemDataRole.EditRole and isinstance(row, FactView):
            return row.editable
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if isinstance(row, FactView):
                return spoken(row)
            return f"Not found: {row.words}" if isinstance(row, NotSaid) else row.words
        return None

    @guarded(default=Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        """Facts are edited and take words dropped on them."""
        if isinstance(self.row_at(index), FactView):
            return (
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsEditable
                | Qt.ItemFlag.ItemIsDropEnabled
            )
        return Qt.ItemFlag.ItemIsEnabled


def _key(row: FactRow) -> str:
    if isinstance(row, FactView):
        return f"fact:{row.fact.id}"
    return f"{type(row).__name__}:{row.words}"
