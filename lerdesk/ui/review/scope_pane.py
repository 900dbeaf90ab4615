"""The Scope tab: the table of demands, and below it how wide the current one is, or a form to mend it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lerdesk.base.errors import UserFacingError
from lerdesk.desk import scope
from lerdesk.desk.review import DemandView, RequestView
from lerdesk.domain.fact import Evidence
from lerdesk.domain.vocabulary import Decision
from lerdesk.ui.guard import guarded
from lerdesk.ui.pages.values import Selected
from lerdesk.ui.review.acts import Acts
from lerdesk.ui.review.demand_form import DemandForm
from lerdesk.ui.review.demand_table import DemandTable
from lerdesk.ui.theme import metrics, theme
from lerdesk.ui.widgets import Button, EmptyState, GroupHead, Label, Line, Link, Scrolled, painting


class _Sign(QWidget):
    """A sign beside a sentence that may take several lines."""

    def __init__(self, sign: str, token: str) -> None:
        self._sign, self._token = sign, token
        super().__init__()
        self.setFixedSize(metrics.SIGN + 2, metrics.LINE)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign alone; the sentence says it in words."""
        del event
        with painting(self) as painter:
            theme().paint_sign(painter, QRectF(self.rect()), self._sign, self._token)


class _Width(QWidget):
    """How wide is item 3?"""

    def __init__(self) -> None:
        super().__init__()
        self.head = GroupHead("")
        self.add = Link("Add a demand that was not read")
        top = QHBoxLayout()
        top.addWidget(self.head)
        top.addStretch(1)
        top.addWidget(self.add)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.EDGE, 4, metrics.EDGE, 12)
        column.setSpacing(4)
        column.addLayout(top)
        column.addLayout(self._lines)
        column.addStretch(1)

    def show_demand(self, view: DemandView | None) -> None:
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if view is None:
            self.head.setText("")
            return
        number = view.demand.number
        wide = bool(view.overbroad)
        self.head.setText(f"How wide is item {number}?" if wide else f"Item {number}")
        for sentence in view.overbroad:
            self._line("triangle", "warning", sentence)
        if view.reason:
            sign, token = {"y": ("check", "good"), "n": ("cross", "late")}.get(
                view.compelled[:1].casefold(), ("diamond", "warning")
            )
            rule = view.compelled_rule.split(" ", 1)[0]
            self._line(sign, token, view.reason, f"Rule {rule}" if rule else "")

    def _line(self, sign: str, token: str, words: str, rule: str = "") -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(4, 0, 0, 0)
        line.setSpacing(12)
        mark = _Sign(sign, token)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(words, wrap=True), 1)
        if rule:
            line.addWidget(Label(rule, quiet=True), 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addWidget(row)


class ScopePane(QWidget):
    """Demands and their decisions.

    Signals:
        current_changed: the current ``DemandView`` or None, for the page.
        selection_asked: the form for a new demand opens: hand it the words marked on the page.
    """

    current_changed = Signal(object)
    selection_asked = Signal()

    def __init__(self, acts: Acts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self._documents: tuple[int, ...] = ()
        self._request: int | None = None
        self.table = DemandTable()
        self.width_of = _Width()
        self.form = DemandForm()
        self.below = QStackedWidget()
        self.below.addWidget(Scrolled(self.width_of))
        self.below.addWidget(Scrolled(self.form))
        self.add_first = Button("Add a demand", primary=True)
        self.empty = EmptyState(
            "No demands were read. Mark the words of one in the order, or type them.",
            button=self.add_first,
        )
        self.stack = QStackedWidget()
        filled = QWidget()
        inner = QVBoxLayout(filled)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.table, 1)
        self.stack.addWidget(filled)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addWidget(Line())
        column.addWidget(self.below)
        self.below.setFixedHeight(116)
        self.setFocusProxy(self.table)
        self.table.decided.connect(self._on_decided)
        self.table.current_changed.connect(self._on_current)
        self.table.mend_asked.connect(self.mend)
        self.width_of.add.clicked.connect(self.selection_asked)
        self.add_first.clicked.connect(self.selection_asked)
        self.form.changed.connect(self._on_changed)
        self.form.removed.connect(self._on_removed)
        self.form.left.connect(self.leave_form)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less room below in a short window."""
        super().resizeEvent(event)
        if self.below.currentIndex() == 0:
            self.below.setFixedHeight(self._below_height())

    def _below_height(self) -> int:
        return 116 if self.height() >= 520 else 76

    def show_request(self, view: RequestView) -> None:
        """Show its demands; a form that is open for another request's demand closes."""
        if self._request not in {None, view.id}:
            self._close_form()
        self._request = view.id
        self._documents = tuple(document.id for document in view.documents)
        self.stack.setCurrentIndex(0 if view.demands else 1)
        self.width_of.add.setVisible(bool(view.demands))
        self.setFocusProxy(self.table if view.demands else self.add_first)
        self.table.show_demands(view.demands)
        self.width_of.show_demand(self.table.demand)

    def show_categories(self, categories: tuple[tuple[str, str, str], ...]) -> None:
        """For the form's chooser."""
        self.form.set_categories(categories)

    def mend(self, view: DemandView) -> None:
        """Open the form for a demand."""
        self.form.open_for(view)
        self._open_form()

    def add(self, selected: Selected | None) -> None:
        """Open the form for a new demand."""
        self.form.open_new(selected)
        self._open_form()

    def _open_form(self) -> None:
        self.below.setCurrentIndex(1)
        self.below.setFixedHeight(min(self.form.sizeHint().height() + 8, self.height() * 2 // 3))

    def leave_form(self) -> None:
        """Close the form."""
        self._close_form()
        self.setFocus()

    def _close_form(self) -> None:
        self.below.setCurrentIndex(0)
        self.below.setFixedHeight(self._below_height())

    def _on_current(self, view: DemandView | None) -> None:
        self.width_of.show_demand(view)
        self.current_changed.emit(view)

    def _on_decided(
        self, number: int, value: str, first: object, last: object, reason: str
    ) -> None:
        def refused(error: UserFacingError) -> None:
            self.table.refuse(number, str(error))

        self._acts.run(
            lambda desk, request_id: scope.decide(
                desk,
                request_id,
                number,
                Decision(value),
                narrowed_from=first,  # type: ignore[arg-type]  # a signal carries objects
                narrowed_to=last,  # type: ignore[arg-type]
                reason=reason,
            ),
            refused,
        )

    def _on_changed(
        self, number: int, words: str, category: str, targets: object, first: object, last: object
    ) -> None:
        if number:
            self._acts.run(
                lambda desk, request_id: scope.change_demand(
                    desk,
                    request_id,
                    number,
                    category=category,
                    targets=targets,  # type: ignore[arg-type]
                    period=(first, last),  # type: ignore[arg-type]
                ),
                lambda error: self.form.refuse(str(error)),
                lambda _none: self.leave_form(),
            )
            return
        chosen = self.form.selected
        evidence = Evidence(chosen.page, chosen.words, chosen.boxes) if chosen else None
        document = chosen.paper if chosen is not None else None
        self._acts.run(
            lambda desk, request_id: scope.add_demand(
                desk,
                request_id,
                words,
                category,
                targets=targets,  # type: ignore[arg-type]
                period_from=first,  # type: ignore[arg-type]
                period_to=last,  # type: ignore[arg-type]
                document_id=document,
                evidence=evidence,
            ),
            lambda error: self.form.refuse(str(error)),
            lambda _number: self.leave_form(),
        )

    def _on_removed(self, number: int, reason: str) -> None:
        self._acts.run(
            lambda desk, request_id: scope.remove_demand(desk, request_id, number, reason),
            lambda error: self.form.refuse(str(error)),
            lambda _none: self.leave_form(),
        )
