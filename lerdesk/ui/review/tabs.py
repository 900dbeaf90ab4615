"""The right half of the review place: five tabs above the determination bar."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lerdesk.desk.review import RequestView
from lerdesk.domain.request import FactState
from lerdesk.ui.review.acts import Acts
from lerdesk.ui.review.determination_bar import DeterminationBar
from lerdesk.ui.review.documents_pane import DocumentsPane
from lerdesk.ui.review.fact_form import FactForm
from lerdesk.ui.review.fact_list import FactList
from lerdesk.ui.review.history_pane import HistoryPane
from lerdesk.ui.review.question_list import QuestionList
from lerdesk.ui.review.scope_pane import ScopePane
from lerdesk.ui.shell.place import Context
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import TabBar, TabStrip

NAMES = ("facts", "validity", "scope", "documents", "history")


class ReviewTabs(QWidget):
    """Facts, validity, scope, documents, history.

    Signals:
        tab_changed: one of ``NAMES``.
    """

    tab_changed = Signal(str)

    def __init__(self, context: Context, acts: Acts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: RequestView | None = None
        self._stale: set[str] = set()
        self.facts = FactList()
        self.fact_form = FactForm()
        facts = QWidget()
        below = QVBoxLayout(facts)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.facts, 1)
        below.addWidget(self.fact_form)
        facts.setFocusProxy(self.facts)
        self.questions = QuestionList()
        self.scope = ScopePane(acts)
        self.documents = DocumentsPane(context, acts)
        self.history = HistoryPane()
        self.bar = DeterminationBar()
        self.tabs = TabBar("Parts of the review", height=metrics.TOOLBAR)
        self.stack = QStackedWidget()
        for words, widget in (
            ("Facts", facts),
            ("Validity", self.questions),
            ("Scope", self.scope),
            ("Documents", self.documents),
            ("History", self.history),
        ):
            self.tabs.add(words)
            self.stack.addWidget(widget)
        self.tabs.currentChanged.connect(self._on_tab)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(TabStrip(self.tabs))
        column.addWidget(self.stack, 1)
        column.addWidget(self.bar)
        self.setMinimumWidth(470)
        QWidget.setTabOrder(self.tabs, self.stack)
        QWidget.setTabOrder(self.stack, self.bar)

    @property
    def tab(self) -> str:
        """The tab that is shown."""
        return NAMES[max(self.tabs.currentIndex(), 0)]

    def show_tab(self, name: str) -> None:
        """Show one of ``NAMES``."""
        self.tabs.setCurrentIndex(NAMES.index(name))

    def focus_tab(self) -> None:
        """Put the keyboard into what the tab shows."""
        widget = self.stack.currentWidget()
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_tab(self, step: int) -> None:
        """The next tab or the one before, with the keyboard in it."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % len(NAMES))
        self.focus_tab()

    def show_request(self, view: RequestView) -> None:
        """Show everything of a request; of one that is open already only what is seen, the rest when it is."""
        same = self._view is not None and self._view.id == view.id
        if self._view is not None and not same:
            self.fact_form.forget()
        self._view = view
        self._stale = set(NAMES)
        for name in (self.tab,) if same else NAMES:
            self._freshen(name)
        self.bar.show_determination(view.determination)
        settled = sum(fact.fact.state is not FactState.PROPOSED for fact in view.facts)
        answered = sum(question.answer is not None for question in view.questions)
        decided = sum(demand.demand.decision is not None for demand in view.demands)
        demands = len(view.demands)
        self.tabs.set_count(0, f"{settled}/{len(view.facts)}")
        self.tabs.set_count(1, f"{answered}/{len(view.questions)}")
        self.tabs.set_count(2, f"{decided}/{demands}" if decided else str(demands or ""))
        self.tabs.set_count(3, str(len(view.documents) + len(view.papers)))

    def _freshen(self, name: str) -> None:
        view = self._view
        if view is None or name not in self._stale:
            return
        self._stale.discard(name)
        match name:
            case "facts":
                self.facts.show_facts(view.facts, view.not_said)
                self.fact_form.show_missing(view.not_said)
            case "validity":
                self.questions.show_questions(view.questions, view.reminders)
            case "scope":
                self.scope.show_request(view)
            case "documents":
                self.documents.show_request(view)
            case _:
                self.history.show_history(view.history)

    def _on_tab(self, index: int) -> None:
        self.stack.setCurrentIndex(index)
        self._freshen(NAMES[index])
        self.tab_changed.emit(NAMES[index])
