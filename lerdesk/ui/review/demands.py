"""The demands as a table: the order's words, category, target, period, compelled, decision."""

from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from lerdesk.base.written import day_words
from lerdesk.desk.review import DemandView
from lerdesk.domain.vocabulary import Decision
from lerdesk.ui.guard import guarded

Index = QModelIndex | QPersistentModelIndex

COLUMNS = (
    "",
    "Demanded",
    "Category",
    "Target",
    "Period",
    "Compelled?",
    "Decision",
)
DECISION_WORDS = {
    Decision.PRODUCE: "Produce",
    Decision.NARROW: "Narrow",
    Decision.OBJECT: "Object",
    Decision.NOTHING_HELD: "Nothing held",
}
DECISION_SIGNS = {
    Decision.PRODUCE: ("check", "good"),
    Decision.NARROW: ("half", "accent"),
    Decision.OBJECT: ("cross", "text"),
    Decision.NOTHING_HELD: ("open", "quiet"),
}
_CLASSES = {
    "BSI": "Subscriber record",
    "NONCONTENT": "Not content",
    "BUSINESS": "Business record",
    "LOCATION": "Location",
    "CONTENT": "Content",
    "VIEWING": "Viewing record",
    "LIVE_DRAS": "Not stored data",
    "LIVE_LOCATION": "Not stored data",
    "LIVE_CONTENT": "Not stored data",
}
PROPOSED = {"PRODUCE": "produce", "NARROW": "narrow", "BLOCK": "object", "ESCALATE": None}


def class_words(data_class: str) -> str:
    """A class of data as a reader reads it."""
    return _CLASSES.get(data_class, data_class)


def suggested_decision(view: DemandView) -> str | None:
    """The decision that the rulebook's proposal comes to, however sure it is; None where a lawyer decides."""
    return PROPOSED.get(view.proposal)


def proposed_decision(view: DemandView) -> str | None:
    """The same where it is certain: what is not is never set before a person."""
    return suggested_decision(view) if view.certain else None


def wide(view: DemandView) -> bool:
    """Whether words or facts show that it reaches too far."""
    return any(factor.proposed for factor in view.factors)


def compelled_look(view: DemandView) -> tuple[str, str, str]:
    """Sign, colour and words of the "Compelled?" cell."""
    if view.compelled.casefold().startswith("yes"):
        if wide(view) or view.proposal == "NARROW":
            return "triangle", "warning", "Yes, but wide"
        return "check", "good", "Yes"
    if view.compelled.casefold().startswith("no"):
        return "cross", "late", "No"
    return "diamond", "warning", view.compelled


def narrowed_words(view: DemandView) -> str:
    """The dates to which a demand was narrowed."""
    demand = view.demand
    if demand.decision is not Decision.NARROW:
        return ""
    return " to ".join(day_words(day) for day in (demand.narrowed_from, demand.narrowed_to) if day)


def spoken(view: DemandView) -> str:
    """A demand as a screen reader says it."""
    demand = view.demand
    offered = suggested_decision(view)
    if demand.decision is not None:
        decided = (
            f"Decided: {DECISION_WORDS[demand.decision]} {narrowed_words(view)} {demand.reason}"
        )
    else:
        doubt = "" if view.certain else f", {view.law}, to be confirmed by hand"
        decided = f"Open, proposed {offered}{doubt}" if offered else "Open"
    parts = (
        f"Item {demand.number}: {demand.words}",
        view.category_words,
        view.target_words,
        view.period_words,
        f"Compelled: {compelled_look(view)[2]}, {view.citation}, {view.law}",
        *(f"{factor.name}: {factor.why}" for factor in view.factors if factor.proposed),
        *(f"{flag.name}: {flag.follows}" for flag in view.flags),
        decided.strip(),
    )
    return ". ".join(part for part in parts if part)


class DemandsModel(QAbstractTableModel):
    """One row a demand."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._rows: list[DemandView] = []
        super().__init__(parent)

    def show(self, demands: tuple[DemandView, ...]) -> None:
        """Show these; rows that stay keep their selection."""
        same = [view.demand.number for view in demands] == [v.demand.number for v in self._rows]
        if same:
            self._rows = list(demands)
            if demands:
                self.dataChanged.emit(
                    self.index(0, 0), self.index(len(demands) - 1, len(COLUMNS) - 1)
                )
            return
        self.beginResetModel()
        self._rows = list(demands)
        self.endResetModel()

    def demand_at(self, index: Index) -> DemandView | None:
        """The row's demand."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def find(self, number: int) -> QModelIndex:
        """Where a demand stands; invalid if there is none of this number."""
        for place, view in enumerate(self._rows):
            if view.demand.number == number:
                return self.index(place, 1)
        return QModelIndex()

    def next_open(self, after: int) -> QModelIndex:
        """The next demand without a decision; invalid at the end."""
        for place in range(after + 1, len(self._rows)):
            if self._rows[place].demand.decision is None:
                return self.index(place, 1)
        return QModelIndex()

    def take(self, number: int, decision: Decision, reason: str = "") -> None:
        """Paint a decision before the store has it; the next ``show`` is what holds."""
        index = self.find(number)
        view = self.demand_at(index)
        if view is None:
            return
        demand = replace(view.demand, decision=decision, reason=reason)
        self._rows[index.row()] = replace(view, demand=demand)
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(COLUMNS) - 1))

    @guarded(default=0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """The demands."""
        return 0 if parent.isValid() else len(self._rows)

    @guarded(default=0)
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Always the same."""
        return 0 if parent.isValid() else len(COLUMNS)

    @guarded(default=None)
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The columns' names."""
        if orientation == Qt.Orientation.Horizontal and role in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        }:
            return COLUMNS[section] or ("Number" if role != Qt.ItemDataRole.DisplayRole else "")
        return None

    @guarded(default=None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for the eye and for a screen reader; the first cell speaks the whole row."""
        view = self.demand_at(index)
        if view is None:
            return None
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() <= 1:
            return spoken(view)
        demand = view.demand
        decided = DECISION_WORDS[demand.decision] if demand.decision is not None else "Open"
        return (
            str(demand.number),
            demand.words,
            view.category_words,
            view.target_words,
            view.period_words,
            compelled_look(view)[2],
            decided,
        )[index.column()]
