"""Mend what was read of a demand, or add one that the reader did not find."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.base.errors import UserFacingError
from lerdesk.desk.review import DemandView
from lerdesk.ui.guard import guarded
from lerdesk.ui.pages.values import Selected
from lerdesk.ui.review.days import parse_day, typed_day
from lerdesk.ui.review.demands import class_words
from lerdesk.ui.shell.half_typed import Recall, nothing_typed
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import Button, Combo, Field, Form, GroupHead, Label, beside

if TYPE_CHECKING:
    from datetime import date


class DemandForm(QWidget):
    """Category, targets and period of one demand.

    Attributes:
        recall: gives what was typed into a field and not taken.
        asked: accounts and period of the whole order, with which a new demand begins.

    Signals:
        changed: number (0 for a new one), words, category, targets, first day, last day.
        removed: number, reason.
        left: nothing is changed.
        typed: ``demand:3:targets`` and what stands there; empty once it is taken or left.
    """

    changed = Signal(int, str, str, object, object, object)
    removed = Signal(int, str)
    left = Signal()
    typed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._open = False
        self.recall: Recall = nothing_typed
        self.selected: Selected | None = None
        self.asked: tuple[tuple[str, ...], date | None, date | None] = ((), None, None)
        self.head = GroupHead("")
        self.words = Field("The order’s words")
        self.category = Combo("Category")
        self.targets = Field("Targets", placeholder="As the order writes them, separated by commas")
        self.first, self.last = Field("From"), Field("To")
        for field in (self.first, self.last):
            field.setFixedWidth(116)
        self.why = Field("Why it is removed", placeholder="Why the order does not ask this")
        self._fields = {
            "words": self.words,
            "targets": self.targets,
            "first": self.first,
            "last": self.last,
            "why": self.why,
        }
        for name, field in self._fields.items():
            field.textEdited.connect(lambda words, name=name: self._tell(name, words))
        self.category.activated.connect(
            lambda _at: self._tell("category", str(self.category.currentData() or ""))
        )
        self.take = Button("Mend it", primary=True, hint="Enter")
        self.take.clicked.connect(self.accept)
        leave = Button("Leave as it was", flat=True, hint="Esc")
        leave.clicked.connect(self.left)
        self.remove = Button("Remove it")
        self.remove.clicked.connect(self._on_remove)
        self._form = Form(label_width=96)
        self._form.row("Words", self.words, wide=True)
        self._form.row("Category", self.category)
        self._form.row("Targets", self.targets, wide=True)
        self._period = beside(self.first, Label("to", quiet=True), self.last)
        self._form.row("Period", self._period)
        self._form.under(beside(self.take, leave))
        self._removing = beside(self.remove, self.why)
        self.why.setMinimumWidth(280)
        self._form.under(self._removing)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.EDGE, 4, metrics.EDGE, 12)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self._form)
        column.addStretch(1)

    def set_categories(self, categories: tuple[tuple[str, str, str], ...]) -> None:
        """Id, name and class of each."""
        kept = self.category.currentData()
        self.category.clear()
        for key, name, data_class in categories:
            self.category.addItem(
                f"{name} ({class_words(data_class)})" if data_class else name, key
            )
        self._choose(kept)

    def _choose(self, category: str | None) -> None:
        at = self.category.findData(category) if category else -1
        self.category.setCurrentIndex(at)

    def open_for(self, view: DemandView) -> None:
        """Mend this demand."""
        demand = view.demand
        self._number, self.selected = demand.number, None
        self.head.setText(f"What was read of item {demand.number}")
        self.words.setText(demand.words)
        self.words.setReadOnly(True)
        self._choose(demand.category)
        self.targets.setText(", ".join(demand.targets))
        self.first.setText(typed_day(demand.period_from))
        self.last.setText(typed_day(demand.period_to))
        for field in (self.words, self.targets):
            field.setCursorPosition(0)
        self.take.setText("Mend it")
        self._removing.show()
        self._clear_errors()
        self._open = True
        self.bring_back()
        self.category.setFocus()

    def open_new(self, selected: Selected | None) -> None:
        """Add a demand, from words marked on the page where there are any."""
        self._number, self.selected = 0, selected
        self.head.setText("A demand that was not read")
        self.words.setReadOnly(False)
        self.words.setText(selected.words if selected is not None else "")
        self._choose(None)
        targets, first, last = self.asked
        self.targets.setText(", ".join(targets))
        self.targets.setCursorPosition(0)
        self.first.setText(typed_day(first))
        self.last.setText(typed_day(last))
        self.take.setText("Add it")
        self._removing.hide()
        self._clear_errors()
        if selected is not None:  # these words and no others
            self.let_go()
            self._tell("words", selected.words)
        self._open = True
        self.bring_back()
        (self.category if selected is not None else self.words).setFocus()

    def _tell(self, name: str, words: str) -> None:
        self.typed.emit(f"demand:{self._number}:{name}", words)

    def bring_back(self) -> None:
        """Show what was typed for this demand and not taken, in the form that is open."""
        if not self._open:
            return
        kept = {name: self.recall(f"demand:{self._number}:{name}") for name in self._fields}
        for name, words in kept.items():
            if words:
                self._fields[name].setText(words)
        if category := self.recall(f"demand:{self._number}:category"):
            self._choose(category)

    def let_go(self) -> None:
        """It was taken or left."""
        for name in (*self._fields, "category"):
            self._tell(name, "")

    def close_form(self) -> None:
        """It is not shown any more."""
        self._open = False

    def _clear_errors(self) -> None:
        self.take.updateGeometry()
        self.why.clear()
        for field in (self.words, self.category, self._period):
            self._form.refuse(field, "")

    def refuse(self, why: str) -> None:
        """Say why it was refused."""
        self._form.refuse(self._period, why)

    def accept(self) -> None:
        """Hand on what was given."""
        self._clear_errors()
        if not self.words.text().strip():
            self._form.refuse(self.words, "Which words of the order ask for it?")
            self.words.setFocus()
            return
        category = self.category.currentData()
        if not category:
            self._form.refuse(self.category, "Choose a category.")
            self.category.setFocus()
            return
        try:
            first, last = parse_day(self.first.text()), parse_day(self.last.text())
        except UserFacingError as error:
            self.refuse(str(error))
            return
        targets = tuple(part.strip() for part in self.targets.text().split(",") if part.strip())
        self.changed.emit(
            self._number, self.words.text().strip(), str(category), targets, first, last
        )

    def _on_remove(self) -> None:
        why = self.why.text().strip()
        if not why:
            self.refuse("Say why it is removed; the history keeps it.")
            self.why.setFocus()
            return
        self.removed.emit(self._number, why)

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes, Esc leaves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
