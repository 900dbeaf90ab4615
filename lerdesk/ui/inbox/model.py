"""The inbox's model: all ids at once, rows a page at a time, so that size costs nothing."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from lerdesk.desk.inbox import InboxRow
from lerdesk.ui.guard import guarded
from lerdesk.ui.widgets.tips import tip

Index = QModelIndex | QPersistentModelIndex

PAGE = 200

COLUMNS = (
    ("due", "Due"),
    ("reference", "Reference"),
    ("process", "Process"),
    ("agency", "Agency"),
    ("targets", "Targets"),
    ("step", "Next step"),
)
"""The sort key of each column and its head."""

DUE, REFERENCE, PROCESS, AGENCY, TARGETS, STEP = range(len(COLUMNS))


class InboxModel(QAbstractTableModel):
    """Ids in order; ``wanted`` is asked for the rows of a page that is shown and not there yet.

    Rows of the time before a reload are shown until the new ones come.
    """

    def __init__(
        self, wanted: Callable[[tuple[int, ...]], None], parent: QObject | None = None
    ) -> None:
        self._wanted = wanted
        self._ids: tuple[int, ...] = ()
        self._numbers: dict[int, int] = {}
        self._rows: dict[int, InboxRow] = {}
        self._asked: set[int] = set()
        self._fresh: set[int] = set()
        super().__init__(parent)

    @property
    def ids(self) -> tuple[int, ...]:
        """All ids, in the order shown."""
        return self._ids

    def set_ids(self, ids: tuple[int, ...], rows: tuple[InboxRow, ...] = ()) -> None:
        """Show these; rows that are known already come along."""
        self.beginResetModel()
        self._ids = ids
        self._numbers = {request_id: number for number, request_id in enumerate(ids)}
        self._asked.clear()
        kept = self._numbers.keys()
        self._rows = {key: row for key, row in self._rows.items() if key in kept}
        self._rows.update((row.id, row) for row in rows)
        self._fresh = {row.id for row in rows}
        self.endResetModel()

    def take(self, rows: tuple[InboxRow, ...]) -> None:
        """Rows that were wanted have come."""
        for row in rows:
            number = self._numbers.get(row.id)
            if number is not None:
                self._rows[row.id] = row
                self._fresh.add(row.id)
                self.dataChanged.emit(self.index(number, 0), self.index(number, STEP))

    def number_of(self, request_id: int) -> int:
        """Where a request stands; -1 where it is not shown."""
        return self._numbers.get(request_id, -1)

    def row(self, number: int) -> InboxRow | None:
        """A row; None while it is on its way."""
        if not 0 <= number < len(self._ids):
            return None
        self._want(number)
        return self._rows.get(self._ids[number])

    def _want(self, number: int) -> None:
        page = number // PAGE
        if page in self._asked or self._ids[number] in self._fresh:
            return
        self._asked.add(page)
        self._wanted(self._ids[page * PAGE : (page + 1) * PAGE])

    @override
    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._ids)

    @override
    @guarded(0)
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    @guarded(None)
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section][1] if 0 <= section < len(COLUMNS) else None
        return None

    @override
    @guarded(None)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(row, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row) if index.column() == DUE else _words(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(row.due.exact if index.column() == DUE else _words(row, index.column()))
        return None


def _words(row: InboxRow, column: int) -> str:
    return (
        row.due.words,
        row.reference,
        row.process,
        row.agency,
        str(row.targets),
        row.step.words,
    )[column]


def spoken(row: InboxRow) -> str:
    """The whole row as a screen reader says it."""
    parts = [
        row.reference,
        "unread" if row.unread else "",
        f"due {row.due.words}" if row.due.words else "",
        row.process,
        row.agency,
        f"next step: {row.step.words}",
    ]
    return ", ".join(part for part in parts if part)
