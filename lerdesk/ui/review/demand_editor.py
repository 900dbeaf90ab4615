"""What opens below the current demand: the decision, two dates when narrowing, the reason."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.base.errors import UserFacingError
from lerdesk.desk.review import DemandView
from lerdesk.domain.overbreadth import period_in_words
from lerdesk.ui.guard import guarded
from lerdesk.ui.review.answers import DECISIONS, AnswerControl
from lerdesk.ui.review.days import parse_day, typed_day
from lerdesk.ui.review.demands import proposed_decision
from lerdesk.ui.review.reason_area import ReasonArea
from lerdesk.ui.shell.half_typed import Recall, nothing_typed
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import Button, Field, Label, Link, SignLabel

_LABEL = 96


class DemandEditor(QWidget):
    """One for the table, moved to the current row.

    Attributes:
        recall: gives what was typed into a field and not taken.

    Signals:
        decided: number, decision, first and last day (or None), reason.
        left: narrowing was left, nothing changed, and what was typed goes.
        mend_asked: category, target or period were read wrongly.
        resized: its height changed.
        typed: ``reason:3``, ``narrow:3:first``, ``narrow:3:last`` and what stands there; empty once it is taken or
            left.
    """

    decided = Signal(int, str, object, object, str)
    left = Signal()
    mend_asked = Signal()
    resized = Signal()
    typed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: DemandView | None = None
        self._narrowing = False
        self._offered = ""
        self.recall: Recall = nothing_typed
        self.control = AnswerControl(DECISIONS, "Decision", self)
        self.control.chosen.connect(self.choose)
        self.mend = Link("Mend what was read")
        self.mend.clicked.connect(self.mend_asked)
        self.first = Field("Produce from")
        self.last = Field("Produce to")
        self.hint = Label("", quiet=True)
        self.reason = ReasonArea("Reason", placeholder="Reason, as the letter gives it")
        self.reason.edited.connect(self._on_reason)
        self.reason.grown.connect(self._show_rows)
        self.take = Button("Narrow", primary=True, hint="Enter")
        self.take.clicked.connect(self.accept)
        self.leave = Button("Leave as it was", flat=True, hint="Esc")
        self.leave.clicked.connect(self.cancel)
        self.refused = SignLabel("triangle", "", "late")
        for field in (self.first, self.last):
            field.setFixedWidth(116)
            field.textEdited.connect(lambda _text: self._on_days())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, metrics.EDGE, 12)
        column.setSpacing(8)
        self._rows = [
            self._row("Decision", self.control, self.mend),
            self._row(""),
            self._row("Produce from", self.first, Label("to", quiet=True), self.last, self.hint),
            self._row("Reason", self.reason),
            self._row("", self.take, self.leave),
            self._row("", self.refused),
        ]
        for row in self._rows:
            column.addWidget(row)
        column.addStretch(1)
        self.refuse("")

    @staticmethod
    def _row(label: str, *widgets: QWidget) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        name = Label(label, quiet=True)
        name.setFixedWidth(_LABEL - 8)
        line.addWidget(name)
        for widget in widgets:
            stretch = (
                1 if widget.accessibleName() == "Reason" or isinstance(widget, SignLabel) else 0
            )
            line.addWidget(widget, stretch)
        if len(widgets) != 1:
            line.addStretch(1)
        return row

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The link stands beside the decision, or below it where there is no room."""
        super().resizeEvent(event)
        beside, below = self._rows[:2]
        asked = self.control.width() + self.mend.sizeHint().width() + 8
        home = beside if _LABEL + asked + metrics.EDGE <= self.width() else below
        line, label = home.layout(), beside.findChild(Label)
        if label is not None:  # four decisions go before the word for them
            label.setVisible(_LABEL + self.control.width() + metrics.EDGE <= self.width())
        if self.mend.parentWidget() is not home and isinstance(line, QHBoxLayout):
            line.insertWidget(line.count() - 1, self.mend)
            QWidget.setTabOrder(self.control, self.mend)
            self._show_rows()

    @property
    def narrowing(self) -> bool:
        """Whether dates are being given."""
        return self._narrowing

    def show_demand(self, view: DemandView) -> None:
        """Show a demand; what is being typed for the same one stays."""
        same = self._view is not None and self._view.demand.id == view.demand.id
        self._view = view
        demand = view.demand
        if not same:
            self._narrowing = False
            self.refuse("")
        if not same or not self._dirty():
            self.reason.set_text(demand.reason)
            self.reason.modified = False
        self._show_control()
        self._show_rows()
        if not same:
            self.bring_back()

    def bring_back(self) -> None:
        """Show what was typed for this demand and not taken."""
        number = self._view.demand.number if self._view is not None else 0
        if words := self.recall(f"reason:{number}"):
            self.reason.set_text(words, typed=True)
        days = [self.recall(f"narrow:{number}:{end}") for end in ("first", "last")]
        if any(days) and self._view is not None:
            self._open_days(self._view)
            for field, words in zip((self.first, self.last), days, strict=True):
                field.setText(words)

    def _on_reason(self) -> None:
        if self._view is not None:
            self.typed.emit(f"reason:{self._view.demand.number}", self.reason.text())
        self._show_buttons()

    def _let_go(self, number: int) -> None:
        for field in (f"reason:{number}", f"narrow:{number}:first", f"narrow:{number}:last"):
            self.typed.emit(field, "")

    def _dirty(self) -> bool:
        return self._narrowing or self.reason.modified

    def _show_control(self) -> None:
        view = self._view
        if view is None:
            return
        given = "narrow" if self._narrowing else view.demand.decision
        item = f"Item {view.demand.number}"
        self.control.show_answer(given, proposed_decision(view), item)

    def choose(self, value: str) -> None:
        """Decide; narrowing asks for its dates first."""
        view = self._view
        if view is None:
            return
        if value == "narrow":
            self.begin_narrowing()
            return
        self._narrowing = False
        reason = self.reason.text().strip()
        # why it is not reached; that it is compelled is no reason to object
        if not reason and value == "object":
            reason = view.objection
        self.reason.modified = False
        self._let_go(view.demand.number)
        self.decided.emit(view.demand.number, value, None, None, reason)

    def take_offer(self, words: str) -> None:
        """Put a test's offer into the reason, for a person to change."""
        said = self.reason.text().strip()
        if words not in said:
            self.reason.set_text(f"{said} {words}".strip(), typed=True)
        self._show_buttons()
        self.reason.setFocus()

    def _follow_days(self) -> None:
        """An offer names the days that are chosen: while they are changed, so is it."""
        try:
            days = parse_day(self.first.text()), parse_day(self.last.text())
        except UserFacingError:
            return
        words = period_in_words(*days)
        said = self.reason.text()
        if words and self._offered and self._offered in said:
            self.reason.set_text(said.replace(self._offered, words), typed=True)
            self._offered = words

    def _on_days(self) -> None:
        if self._view is not None:
            for end, field in (("first", self.first), ("last", self.last)):
                self.typed.emit(f"narrow:{self._view.demand.number}:{end}", field.text())
        self._follow_days()
        self._show_buttons()

    def begin_narrowing(self) -> None:
        """Open the two dates, filled with what is proposed."""
        view = self._view
        if view is None:
            return
        self._open_days(view)
        field = self.last if self.first.text() and not self.last.text() else self.first
        field.setFocus()
        field.selectAll()

    def _open_days(self, view: DemandView) -> None:
        demand = view.demand
        self._narrowing = True
        start = demand.narrowed_from or _iso(view.proposed_from) or demand.period_from
        end = demand.narrowed_to or _iso(view.proposed_to) or demand.period_to
        self.first.setText(typed_day(start))
        self.last.setText(typed_day(end))
        self.hint.setText(f"Demanded: {view.period_words}" if view.period_words else "")
        if not self.reason.text().strip():
            self.reason.set_text(view.narrowing)
        self._offered = period_in_words(start, end)
        self._show_control()
        self._show_rows()

    def accept(self) -> None:
        """Narrow to the dates, or keep the reason."""
        view = self._view
        if view is None:
            return
        if not self._narrowing:
            if view.demand.decision is not None:
                demand = view.demand
                self.reason.modified = False
                self._let_go(demand.number)
                self.decided.emit(
                    demand.number,
                    str(demand.decision),
                    demand.narrowed_from,
                    demand.narrowed_to,
                    self.reason.text().strip(),
                )
            return
        days: list[date | None] = []
        for field in (self.first, self.last):
            try:
                day = parse_day(field.text())
                field.set_wrong(day is None)
                if day is None:
                    self.refuse("Narrowing needs both days.")
                    field.setFocus()
                    return
                days.append(day)
            except UserFacingError as error:
                field.set_wrong(True)
                self.refuse(str(error))
                field.setFocus()
                return
        self._narrowing = False
        self.reason.modified = False
        self._let_go(view.demand.number)
        self.decided.emit(view.demand.number, "narrow", *days, self.reason.text().strip())

    def cancel(self) -> None:
        """Leave it as it was."""
        self._narrowing = False
        if self._view is not None:
            self.reason.set_text(self._view.demand.reason)
            self._let_go(self._view.demand.number)
        self.reason.modified = False
        self.refuse("")
        self._show_control()
        self._show_rows()
        self.left.emit()

    def refuse(self, why: str) -> None:
        """Say below the fields why it was refused."""
        self.refused.set_words(why)
        self.refused.wrap_in(self.reason.width())
        if not why:
            self.first.set_wrong(False)
            self.last.set_wrong(False)
        self._show_rows()

    def _show_rows(self) -> None:
        shown = (
            True,
            self.mend.parentWidget() is self._rows[1],
            self._narrowing,
            True,
            self._narrowing or self.reason.modified,
            bool(self.refused.words()),
        )
        before = self.sizeHint().height()
        for row, visible in zip(self._rows, shown, strict=True):
            row.setVisible(visible)
        self._show_buttons(rows=False)
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
        if self.sizeHint().height() != before or self.height() != self.sizeHint().height():
            self.resized.emit()

    def _show_buttons(self, *, rows: bool = True) -> None:
        number = self._view.demand.number if self._view is not None else 0
        self.take.setText(f"Narrow item {number}" if self._narrowing else "Keep the reason")
        self.take.updateGeometry()
        decided = self._view is not None and self._view.demand.decision is not None
        self.take.set_possible(self._narrowing or decided, "Decide first: P, N, O or H")
        if rows:
            self._show_rows()

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes, Esc leaves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.accept()
        elif event.key() == Qt.Key.Key_Escape and self._dirty():
            self.cancel()
        else:
            super().keyPressEvent(event)


def _iso(words: str) -> date | None:
    return date.fromisoformat(words) if words else None
