"""The Scope tab: the table of demands, and below it how wide the current one is, or a form to mend it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

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
from lerdesk.ui.review.width_pane import WidthPane
from lerdesk.ui.widgets import Button, EmptyState, Line, Scrolled

_LEAST = 116


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
        self.width_of = WidthPane()
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
        self.below.setFixedHeight(_LEAST)
        self.setFocusProxy(self.table)
        self.table.decided.connect(self._on_decided)
        self.table.current_changed.connect(self._on_current)
        self.table.mend_asked.connect(self.mend)
        self.width_of.add.clicked.connect(self.selection_asked)
        self.width_of.offer_taken.connect(self.table.take_offer)
        self.width_of.grown.connect(self._fit_below)
        self.add_first.clicked.connect(self.selection_asked)
        self.form.changed.connect(self._on_changed)
        self.form.removed.connect(self._on_removed)
        self.form.left.connect(self.leave_form)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less room below in a short window."""
        super().resizeEvent(event)
        self._fit_below()

    def _below_height(self) -> int:
        """What its words take, up to two fifths of the place; less in a short window."""
        column = self.width_of.layout()
        if column is not None:
            column.activate()
        wanted = self.width_of.heightForWidth(self.width() - 16)
        most = self.height() * 2 // 5
        return max(_LEAST if self.height() >= 520 else 76, min(wanted + 4, most))

    def _fit_below(self) -> None:
        if self.below.currentIndex() == 0:
            self.below.setFixedHeight(self._below_height())

    def show_request(self, view: RequestView) -> None:
        """Show its demands; a form that is open for another request's demand closes."""
        if self._request not in {None, view.id}:
            self._close_form()
        self._request = view.id
        self.form.asked = view.asked
        self._documents = tuple(document.id for document in view.documents)
        self.stack.setCurrentIndex(0 if view.demands else 1)
        self.width_of.add.setVisible(bool(view.demands))
        self.setFocusProxy(self.table if view.demands else self.add_first)
        self.table.show_demands(view.demands)
        self.width_of.show_demand(self.table.demand)
        self._fit_below()

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

    def reopen(self, number: int) -> None:
        """Open the form for a demand by its number, 0 for one that was being added."""
        self.table.show_number(number)
        view = self.table.demand
        if view is not None and view.demand.number == number:
            self.mend(view)
        else:
            self.add(None)

    def _open_form(self) -> None:
        self.below.setCurrentIndex(1)
        self.below.setFixedHeight(min(self.form.sizeHint().height() + 8, self.height() * 2 // 3))

    def leave_form(self) -> None:
        """Close the form; what was typed in it is taken, or goes."""
        self.form.let_go()
        self._close_form()
        self.setFocus()

    def _close_form(self) -> None:
        self.form.close_form()
        self.below.setCurrentIndex(0)
        self.below.setFixedHeight(self._below_height())

    def _on_current(self, view: DemandView | None) -> None:
        self.width_of.show_demand(view)
        self._fit_below()
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
