"""The review place: one request, its pages left, its facts, validity and scope right, the determination below."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.desk import facts, letters, review, scope, settings
from lerdesk.desk.pages import ServedPages
from lerdesk.desk.review import RequestView
from lerdesk.desk.undoing import TakenBack
from lerdesk.ui.pages.pane import PagePane
from lerdesk.ui.pages.values import Mark
from lerdesk.ui.review.acts import Acts
from lerdesk.ui.review.assigning import Assigning
from lerdesk.ui.review.following import Following
from lerdesk.ui.review.half_typed import ReviewTyped
from lerdesk.ui.review.header import ReviewHeader
from lerdesk.ui.review.places import marks_of, papers_of, quiet_marks, starts_of
from lerdesk.ui.review.steps import Steps
from lerdesk.ui.review.tabs import NAMES, ReviewTabs
from lerdesk.ui.review.writing import connect_writers
from lerdesk.ui.shell.place import Command, Context, Place
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import Button, EmptyState, Splitter

#: share of the width, in thousandths, that the page has: beside facts and questions, beside the wider table
_SHARES = (466, 320)


class ReviewPlace(Place):
    """See the module."""

    name = "review"
    title = "Review"
    narrow_below = 2 * metrics.PANE_LEAST + 1

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.view: RequestView | None = None
        self.marks: tuple[Mark, ...] = ()
        self._target: str | None = None
        self._restored: dict[str, object] = {}
        self._window: QWidget | None = None
        self._shares = list(context.settings.numbers("review_split")) or list(_SHARES)
        self.acts = Acts(context, self)
        self.header = ReviewHeader(lambda: context.go("inbox"))
        self.pages = PagePane(context.jobs)
        self.tabs = ReviewTabs(context, self.acts)
        self.splitter = Splitter()
        self.splitter.addWidget(self.pages)
        self.splitter.addWidget(self.tabs)
        self.splitter.splitterMoved.connect(self._on_split)
        self.pages.setMinimumWidth(280)
        self._work = QWidget()
        column = QVBoxLayout(self._work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.splitter, 1)
        button = Button("Go to the inbox", primary=True)
        button.clicked.connect(lambda: context.go("inbox"))
        self._stack = QStackedWidget()
        self._stack.addWidget(
            EmptyState("No request is open. Choose one in the inbox.", button=button)
        )
        self._stack.addWidget(self._work)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.following = Following(self)
        self.steps = Steps(self)
        self.assigning = Assigning(self)
        self.half_typed = ReviewTyped(self)
        connect_writers(self)
        self._connect()
        context.jobs.store(
            lambda: scope.categories(context.desk), self, self.tabs.scope.show_categories
        )
        context.jobs.store(
            lambda: facts.process_choices(context.desk), self, self.tabs.fact_form.set_processes
        )
        context.jobs.store(lambda: settings.zone(context.desk), self, self.tabs.history.set_zone)

    def _connect(self) -> None:
        self.acts.loaded.connect(self._on_loaded)
        self.tabs.tab_changed.connect(self._on_tab)
        self.tabs.documents.document_asked.connect(lambda key: self.pages.view.go_to(key, 1))
        self.header.related_asked.connect(lambda: self.tabs.show_tab("documents"))
        self.pages.own_window_asked.connect(self.toggle_window)
        self.pages.whole_asked.connect(self.toggle_whole)
        for keys, run in (
            ("Ctrl+Z", self.undo),
            ("Ctrl+Return", self.tabs.bar.press),
            ("Ctrl+Enter", self.tabs.bar.press),
            ("Ctrl+PgDown", lambda: self.tabs.step_tab(1)),
            ("Ctrl+PgUp", lambda: self.tabs.step_tab(-1)),
            ("F6", self.change_side),
            ("Ins", lambda: self.steps.new_fact("")),
            ("Alt+Left", lambda: self.context.go("inbox")),
        ):
            self._shortcut(keys, run)
        # the pane has these while the keyboard is in it
        for keys, run in (
            ("Ctrl+F", self.pages.open_find),
            ("F11", self.toggle_whole),
            ("Ctrl++", lambda: self.pages.view.zoom_by(1)),
            ("Ctrl+=", lambda: self.pages.view.zoom_by(1)),
            ("Ctrl+-", lambda: self.pages.view.zoom_by(-1)),
            ("Ctrl+0", self.pages.view.fit),
        ):
            self._shortcut(keys, run, self.tabs)
        for number, name in enumerate(NAMES, start=1):
            self._shortcut(f"Alt+{number}", partial(self._go_to_tab, name))

    def _shortcut(
        self, keys: str, run: Callable[[], object], within: QWidget | None = None
    ) -> None:
        shortcut = QShortcut(QKeySequence(keys), within or self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(run)

    # the contract of a place

    @override
    def show_request(self, request_id: int, target: str | None = None) -> None:
        """Open a request, at what waits in it."""
        self._target = target
        if request_id == self.acts.request_id and self.view is not None:
            self._go_to_target()
        if request_id != self.acts.request_id:
            self.assigning.close()
        self.acts.open(request_id)

    @override
    def refresh(self, changed: frozenset[int]) -> None:
        """Load anew what another place changed; an act of this one is followed by its own load."""
        if self.acts.request_id is None or self.acts.busy:
            return
        if not changed or self.acts.request_id in changed:
            self.acts.load()

    @override
    def focus_first(self) -> None:
        """Where the next step is done."""
        if self.view is not None:
            self.tabs.focus_tab()
        else:
            self.setFocus()

    @override
    def state(self) -> dict[str, object]:
        """Request, tab, current rows, page."""
        fact, question, demand = (
            self.tabs.facts.fact,
            self.tabs.questions.question,
            self.tabs.scope.table.demand,
        )
        return {
            "request": self.acts.request_id,
            "tab": self.tabs.tab,
            "fact": fact.fact.id if fact is not None else None,
            "question": question.id if question is not None else None,
            "demand": demand.demand.number if demand is not None else None,
            "scroll": self.pages.view.verticalScrollBar().value(),
        }

    @override
    def restore(self, state: dict[str, object]) -> None:
        """Bring them back."""
        request_id = state.get("request")
        if isinstance(request_id, int):
            self._restored = dict(state)
            self._target = None
            self.acts.open(request_id)

    @override
    def flush(self) -> None:
        """What is being typed is taken as it stands."""
        widget = QApplication.focusWidget()
        if isinstance(widget, QLineEdit) and self.isAncestorOf(widget):
            widget.clearFocus()
        self.half_typed.flush()

    @override
    def commands(self) -> list[Command]:
        """What can be done here now."""
        if self.view is None:
            return []
        made = [
            Command(f"Show {name}", f"Alt+{number}", partial(self._go_to_tab, name), "review")
            for number, name in enumerate(NAMES, start=1)
        ]
        action = self.tabs.bar.action
        if action is not None:
            made.insert(0, Command(action.words, "Ctrl+Enter", self.tabs.bar.press, "letter"))
        made += [
            Command("Take back the last step", "Ctrl+Z", self.undo, "back"),
            Command("Show the deadlines", "", self.header.show_deadlines, "clock"),
            Command("Find in the order", "Ctrl+F", self.pages.open_find, "search"),
            Command("Show the page alone", "F11", self.toggle_whole, "fit"),
            Command("Add a fact", "Ins", lambda: self.steps.new_fact(""), "add"),
            Command("Add a demand", "", self.assigning.add_demand, "add"),
            Command("Record a disclosure", "", self.steps.disclosure, "export"),
        ]
        return made

    # showing

    def _on_loaded(self, view: RequestView) -> None:
        other = self.view is None or self.view.id != view.id
        first = other or self._stack.currentIndex() == 0
        known = {fact.fact.id for fact in self.view.facts} if self.view and not other else None
        self.view = view
        self._stack.setCurrentIndex(1)
        self.header.show_request(view)
        papers = papers_of(view)
        if other or papers != self.pages.papers:
            self.pages.show_papers(papers, ServedPages(self.context.desk), starts_of(view))
            self.pages.view.setAccessibleName(f"Pages of {view.reference}")
        else:
            self.pages.set_starts(starts_of(view))
        self.marks = marks_of(view)
        self.half_typed.open(view.id)  # first: what was typed for the one before is not this one's
        with self.following.still():
            self.tabs.show_request(view)
        if known is not None:
            self.assigning.show_new(known)
        if self.tabs.tab == "documents":
            self._load_kinds()
        if first:
            self._begin(view)
        elif self._target is not None:
            self._go_to_target()
        self.following.show()

    def _begin(self, view: RequestView) -> None:
        restored, self._restored = self._restored, {}
        if restored.get("request") == view.id:
            self._bring_back(restored)
        elif self._target is not None:
            self._go_to_target()
        else:
            self.steps.go(view.step)
        self._apply_shares()

    def _bring_back(self, state: dict[str, object]) -> None:
        self.tabs.show_tab(str(state.get("tab", "facts")))
        if isinstance(fact := state.get("fact"), int):
            self.tabs.facts.show_fact(fact)
        if isinstance(question := state.get("question"), str):
            self.tabs.questions.show_question(question)
        if isinstance(demand := state.get("demand"), int):
            self.tabs.scope.table.show_number(demand)
        if isinstance(scroll := state.get("scroll"), int):
            self.pages.view.verticalScrollBar().setValue(scroll)
        self.tabs.focus_tab()

    def _load_kinds(self) -> None:
        desk, request_id = self.context.desk, self.acts.request_id
        if request_id is not None:
            self.context.jobs.store(
                lambda: letters.kinds(desk, request_id),
                self,
                self.tabs.documents.show_kinds,
                latest="kinds",
            )

    def _go_to_target(self) -> None:
        target, self._target = self._target, None
        name, _, field = (target or "").partition(":")
        if name == "typed":
            self.half_typed.show(field)
        elif target is not None:
            self.steps.go_to(target)

    def _go_to_tab(self, name: str) -> None:
        self.tabs.show_tab(name)
        self.tabs.focus_tab()

    def _on_tab(self, name: str) -> None:
        if name == "documents":
            self._load_kinds()
        self._apply_shares()
        self.following.bring()

    def quiet(self) -> tuple[Mark, ...]:
        """The marks that the page always shows."""
        return quiet_marks(self.marks)

    # acting

    def undo(self) -> None:
        """Take back the last fact, answer or decision, and go there: the next key is meant for it."""

        def taken(back: TakenBack | None) -> None:
            self._target = back.target if back is not None else None
            self.context.tell(
                f"Taken back: {back.words}" if back else "There is nothing to take back."
            )

        self.acts.run(review.undo, done=taken)

    # the split

    def _share(self) -> int:
        return 1 if self.tabs.tab == "scope" else 0

    def _on_split(self) -> None:
        sizes = self.splitter.sizes()
        if sum(sizes) > 0 and len(self._shares) > 1:
            self._shares[self._share()] = round(sizes[0] * 1000 / sum(sizes))
            self.context.settings.set("review_split", list(self._shares))

    def _apply_shares(self) -> None:
        width = self.splitter.width()
        if len(self._shares) < 2 or not self.tabs.isVisible():
            return
        page = width * self._shares[self._share()] // 1000
        if self.splitter.sizes()[0] != page:
            self.splitter.setSizes([page, width - page])

    def toggle_whole(self) -> None:
        """Give the page the whole place, or take it back."""
        self.tabs.setVisible(not self.tabs.isVisible())
        self.header.setVisible(self.tabs.isVisible())
        self._apply_shares()
        self.pages.view.setFocus()

    def toggle_window(self) -> None:
        """Put the pages into a window of their own, or back."""
        if self._window is not None:
            self._window.close()
            return
        reference = self.view.reference if self.view is not None else ""
        self._window = self.pages.own_window(f"{reference} · pages")
        self._window.closed.connect(self._on_window_closed)  # type: ignore[attr-defined]  # the pane's own window

    def _on_window_closed(self) -> None:
        self.splitter.insertWidget(0, self.pages)
        self.pages.show()
        if self._window is not None:
            self._window.deleteLater()
            self._window = None
        self._apply_shares()

    def change_side(self) -> None:
        """The keyboard from the pages to the tab, and back."""
        if self.pages.isAncestorOf(QApplication.focusWidget() or self):
            self.tabs.focus_tab()
        else:
            self.pages.view.setFocus()
