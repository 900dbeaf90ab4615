"""Record a disclosure: to whom, how, and which files, each with the item that it belongs to."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.desk.review import RequestView
from lerdesk.domain.disclosure import ProducedFile
from lerdesk.domain.request import FactState
from lerdesk.domain.vocabulary import Decision
from lerdesk.ui.guard import guarded
from lerdesk.ui.shell.half_typed import Recall, nothing_typed
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
        self.item.activated.connect(self.changed)
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


def _recipient(view: RequestView) -> str:
    """Who asks, and for whom; what a person said last stands."""
    stands = [each for each in view.facts if each.fact.state is not FactState.DISMISSED]
    people = [each.fact.value for each in stands if each.fact.field == "requester"]
    agencies = [each.words for each in stands if each.fact.field == "agency"]
    person = people[-1] if people else None
    name = str(person.get("name") or "") if isinstance(person, dict) else ""
    return ", ".join(part for part in (name, *agencies[-1:]) if part)


_PARTS = 4  # of a file's line; the last of very many may be cut off


def _files_of(words: str) -> tuple[ProducedFile, ...]:
    """The files as ``disclosure:files`` has them: item, bytes, SHA-256 and name, one a line."""
    lines = [line.split(" ", 3) for line in words.splitlines()]
    return tuple(
        ProducedFile(name=name, size=int(size), sha256=sha256, demand_number=int(number))
        for number, size, sha256, name in (line for line in lines if len(line) == _PARTS)
    )


def size_words(size: int) -> str:
    """Bytes in words."""
    for unit, step in (("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10)):
        if size >= step:
            return f"{size / step:.1f} {unit}"
    return f"{size} bytes"


class DisclosureForm(QWidget):
    """Inline, in the Documents tab.

    Attributes:
        recall: gives what was given in a field and not recorded.

    Signals:
        files_asked: choose files to describe.
        recorded: recipient, means, files.
        left: nothing is recorded, and what was given goes.
        typed: ``disclosure:recipient``, ``disclosure:means``, ``disclosure:files`` and what stands there; empty once
            it is recorded or left.
    """

    files_asked = Signal()
    recorded = Signal(str, str, object)
    left = Signal()
    typed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[tuple[int, str], ...] = ()
        self._first = 0
        self._rows: list[_FileRow] = []
        self.recall: Recall = nothing_typed
        self.recipient = Field("Recipient", placeholder="Name, agency")
        self.means = Combo("Means")
        self.means.setEditable(False)
        for words in MEANS:
            self.means.addItem(words)
        self.recipient.textEdited.connect(partial(self._tell, "recipient"))
        self.means.activated.connect(lambda _at: self._tell("means", self.means.currentText()))
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
        leave.clicked.connect(self.leave)
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

    def open_for(self, request: RequestView) -> None:
        """Begin, with whom the order names and the items that are produced."""
        demands, recipient = request.demands, _recipient(request)
        produced = [
            view for view in demands if view.demand.decision in {Decision.PRODUCE, Decision.NARROW}
        ]
        self._items = tuple(
            (view.demand.number, view.category_words or "not recognised")
            for view in produced or demands
        )
        left = [number for number, _words in self._items if number not in request.went]
        self._first = left[0] if left else 0
        self.bring_back()
        if not self.recipient.text():
            self.recipient.setText(recipient)
            self.recipient.setCursorPosition(0)
        self.refuse("")
        (self.add if self.recipient.text() else self.recipient).setFocus()

    def _tell(self, name: str, words: str) -> None:
        self.typed.emit(f"disclosure:{name}", words)

    def _tell_files(self) -> None:
        files = [row.produced() for row in self._rows]
        lines = [f"{each.demand_number} {each.size} {each.sha256} {each.name}" for each in files]
        self._tell("files", "\n".join(lines))

    def bring_back(self) -> None:
        """Show what was given and not recorded, in the form that is open."""
        if self.isHidden():
            return
        if words := self.recall("disclosure:recipient"):
            self.recipient.setText(words)
        if words := self.recall("disclosure:means"):
            self.means.setCurrentText(words)
        if not self._rows:
            self.add_files(_files_of(self.recall("disclosure:files")))

    def let_go(self) -> None:
        """It was recorded, or is not."""
        self.clear()
        for name in ("recipient", "means", "files"):
            self._tell(name, "")

    def leave(self) -> None:
        """Nothing is recorded."""
        self.let_go()
        self.left.emit()

    def add_files(self, files: tuple[ProducedFile, ...]) -> None:
        """Take in what was described; each belongs to the first item not disclosed yet until another is chosen."""
        for file in files:
            own = replace(file, demand_number=file.demand_number or self._first)
            row = _FileRow(own, self._items)
            row.gone.connect(lambda row=row: self._take_away(row))
            row.changed.connect(self._tell_files)
            self._rows.append(row)
            self._files.addWidget(row)
            row.show()  # now: only what is seen is given the keyboard when the file dialog leaves
        self._count()
        self._tell_files()
        self.refuse("")
        if self._rows:
            self._rows[-1].item.setFocus()

    def _take_away(self, row: _FileRow) -> None:
        self._remove(row)
        self._tell_files()

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
            self.leave()
        else:
            super().keyPressEvent(event)
