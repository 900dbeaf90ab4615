"""Record a disclosure: to whom, how, and which files, each with the item that it belongs to."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.desk.review import DemandView
from lerdesk.domain.disclosure import ProducedFile
from lerdesk.domain.vocabulary import Decision
from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import (
    Button,
    Combo,
    Field,
    Form,
    GroupHead,
    IconButton,
    Label,
    SignLabel,
    beside,
)

MEANS = (
    "Secure portal",
    "Encrypted e-mail",
    "Encrypted medium by courier",
    "In person",
)


class _FileRow(QWidget):
    """One file with its item."""

    changed = Signal()
    gone = Signal()

    def __init__(self, file: ProducedFile, items: tuple[tuple[int, str], ...]) -> None:
        super().__init__()
        self.file = file
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.S2)
        name = Label(file.name)
        size = Label(f"{size_words(file.size)} · {file.sha256[:12]}…", quiet=True)
        size.setToolTip(f"SHA-256 {file.sha256}")
        self.item = Combo(f"Item of {file.name}")
        for number, words in items:
            self.item.addItem(f"Item {number}, {words}", number)
        at = self.item.findData(file.demand_number)
        self.item.setCurrentIndex(max(at, 0))
        self.item.setMaximumWidth(240)
        remove = IconButton("close", f"Remove {file.name}")
        remove.clicked.connect(self.gone)
        row.addWidget(name, 2)
        row.addWidget(size, 1)
        row.addWidget(self.item)
        row.addWidget(remove)

    def produced(self) -> ProducedFile:
        """The file with the item that is chosen."""
        number = self.item.currentData()
        return replace(self.file, demand_number=int(number) if number is not None else 0)


def size_words(size: int) -> str:
    """Bytes in words."""
    for unit, step in (("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10)):
        if size >= step:
            return f"{size / step:.1f} {unit}"
    return f"{size} bytes"


class DisclosureForm(QWidget):
    """Inline, in the Documents tab.

    Signals:
        files_asked: choose files to describe.
        recorded: recipient, means, files.
        left: nothing is recorded.
    """

    files_asked = Signal()
    recorded = Signal(str, str, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[tuple[int, str], ...] = ()
        self._rows: list[_FileRow] = []
        self.recipient = Field("Recipient", placeholder="Name, agency")
        self.means = Combo("Means")
        self.means.setEditable(False)
        for words in MEANS:
            self.means.addItem(words)
        self.add = Button("Add files", icon="add", hint="Ctrl+O")
        self.add.clicked.connect(self.files_asked)
        self._files = QVBoxLayout()
        self._files.setSpacing(4)
        self.kept = Label("", quiet=True)
        self.refused = SignLabel("triangle", "", "late")
        self.refused.hide()
        self.take = Button("Record the disclosure", hint="Enter")
        self.take.clicked.connect(self.accept)
        leave = Button("Leave it", flat=True, hint="Esc")
        leave.clicked.connect(self.left)
        form = Form(label_width=96)
        form.row("Recipient", self.recipient, wide=True)
        form.row("Means", self.means)
        form.row("Files", self.kept)
        self._count()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, metrics.S3)
        column.setSpacing(metrics.S2)
        column.addWidget(GroupHead("Record a disclosure"))
        column.addWidget(form)
        column.addLayout(self._files)
        foot = QVBoxLayout()  # on the fields' edge; a file's row takes the whole width
        foot.setContentsMargins(96 + metrics.S3, 0, 0, 0)
        foot.setSpacing(metrics.S3)
        foot.addWidget(beside(self.add))
        foot.addWidget(self.refused)
        foot.addWidget(beside(self.take, leave))
        column.addLayout(foot)

    def open_for(self, recipient: str, demands: tuple[DemandView, ...]) -> None:
        """Begin, with whom the order names and the items that are produced."""
        produced = [
            view for view in demands if view.demand.decision in {Decision.PRODUCE, Decision.NARROW}
        ]
        self._items = tuple(
            (view.demand.number, view.category_words or "not recognised")
            for view in produced or demands
        )
        if not self.recipient.text():
            self.recipient.setText(recipient)
            self.recipient.setCursorPosition(0)
        self.refuse("")
        (self.add if self.recipient.text() else self.recipient).setFocus()

    def add_files(self, files: tuple[ProducedFile, ...]) -> None:
        """Take in what was described; each belongs to the first item until another is chosen."""
        for file in files:
            row = _FileRow(file, self._items)
            row.gone.connect(lambda row=row: self._remove(row))
            self._rows.append(row)
            self._files.addWidget(row)
            row.show()  # now: only what is seen is given the keyboard when the file dialog leaves
        self._count()
        self.refuse("")
        if self._rows:
            self._rows[-1].item.setFocus()

    def _remove(self, row: _FileRow) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self._count()

    def _count(self) -> None:
        none = "" if self._rows else "No files yet. "
        self.kept.setText(f"{none}Only name, size and SHA-256 are kept.")

    def clear(self) -> None:
        """Forget what was given."""
        for row in list(self._rows):
            self._remove(row)
        self.recipient.clear()
        self.refuse("")

    def refuse(self, why: str) -> None:
        """Say why it was refused."""
        self.refused.set_words(why)
        self.refused.setVisible(bool(why))

    def accept(self) -> None:
        """Hand on what was given."""
        if not self.recipient.text().strip():
            self.refuse("To whom was it given?")
            self.recipient.setFocus()
            return
        if not self._rows:
            self.refuse("Add the files that were given.")
            self.add.setFocus()
            return
        files = tuple(row.produced() for row in self._rows)
        self.recorded.emit(self.recipient.text().strip(), self.means.currentText(), files)

    @override
    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        """In here Ctrl+O adds files that were given, not a served one."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Open)
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter records, Ctrl+O adds files, Esc leaves."""
        if event.matches(QKeySequence.StandardKey.Open):
            self.files_asked.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
