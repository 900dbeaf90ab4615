"""The Notices place: the queue at the left, the notice under edit and its page, or why it waits."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.base.errors import UserFacingError
from lerdesk.desk.letters import DraftView
from lerdesk.desk.notices import NoticeRow, NoticeState
from lerdesk.ui.guard import guarded
from lerdesk.ui.letters.parts import Lined
from lerdesk.ui.notices.notice_pane import NoticePane
from lerdesk.ui.notices.queue import NoticeList
from lerdesk.ui.notices.standing import StandingView
from lerdesk.ui.shell.place import Command, Context, Place
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import EmptyState, IconButton, Label, PlaceHeader, SearchField, Splitter

_ACTIVE = {"Due today", "May go now"}
#: a place narrower than this shows list or page beside the text, not both
_NARROW = 1000
#: from this width on the queue has the room it would like
_ROOMY = 1200


class NoticesPlace(Place):
    """Only a row that can be drafted opens the editor; the others say why and until when."""

    name = "notices"
    title = "Notices"
    narrow_below = 1000

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._wanted: int | None = None
        self._draft_wanted: int | None = None
        super().__init__(context, parent)
        self._stale = True
        self._moved: list[int] = []
        self.setMinimumWidth(560)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.head = PlaceHeader("Notices")
        self.filter = SearchField(
            "Filter the notices", placeholder="Filter", icon="filter", hint="Ctrl+F"
        )
        self.head.add_wide(self.filter, 280)
        self.list = NoticeList()
        self.pane_title = Label("", scale=1.2, weight=600)
        title = Lined()
        title.setFixedHeight(metrics.PLACE_HEADER)
        row = QHBoxLayout(title)
        row.setContentsMargins(metrics.EDGE, 0, metrics.EDGE, 0)
        row.addWidget(self.pane_title, 1)
        self.page_wanted = IconButton("document", "Show the page in place of the list")
        self.page_wanted.setCheckable(True)
        self.page_wanted.toggled.connect(self._share_room)
        row.addWidget(self.page_wanted)
        self.pane = NoticePane(self.context, title)
        self.pane.page.bar.setFixedHeight(metrics.PLACE_HEADER)
        self.pane.split.setSizes([393, 455])
        self.standing = StandingView()
        self.nothing = QWidget()
        self.side = QStackedWidget()
        for view in (self.nothing, self.standing, self.pane):
            self.side.addWidget(view)
        self.split = Splitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.list)
        self.split.addWidget(self.side)
        self.split.setStretchFactor(0, 0)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([416, 848])
        self.empty = EmptyState(
            "No customer has to be told of anything now. Notices appear here once a request is determined."
        )
        self.rows = QStackedWidget()
        self.rows.addWidget(self.empty)
        self.rows.addWidget(self.split)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.rows, 1)
        self._moved = self.context.settings.numbers("notices_split")
        if self._moved:
            self.split.setSizes(self._moved)

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.list.worked.connect(self._on_worked)
        self.filter.textChanged.connect(self._narrow)
        self.filter.stepped.connect(self._on_stepped)
        self.filter.returnPressed.connect(self.list.setFocus)
        self.filter.left.connect(self._leave_filter)
        self.standing.draft_asked.connect(self._draft_current)
        self.standing.review_asked.connect(self._to_review)
        self.pane.next.clicked.connect(self._draft_current)
        self.pane.shown.connect(self._on_shown)
        self.pane.gone.connect(self._on_gone)
        self.split.splitterMoved.connect(self._on_moved)
        for keys, run in (("Ctrl+F", self._enter_filter), ("Esc", self._leave)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    # the queue

    def _load(self) -> None:
        self._stale = False
        desk = self.context.desk

        def work() -> tuple[NoticeRow, ...]:
            from lerdesk.desk import notices

            return notices.queue(desk)

        self.context.jobs.store(work, self, self._on_rows, latest="queue")

    def _on_rows(self, rows: tuple[NoticeRow, ...]) -> None:
        current = self.list.current
        wanted = self._wanted or (current.request_id if current is not None else None)
        self._wanted = None
        self.list.notices.set_rows(rows)
        self.rows.setCurrentWidget(self.split if rows else self.empty)
        active = sum(row.group in _ACTIVE for row in rows)
        waits = len(rows) - active
        said = f"{active} to send or review, {waits} that wait or are decided" if rows else ""
        self.head.set_title("Notices", said)
        if not rows:
            self.pane.clear()
            return
        self.list.select_request(wanted)
        drafting, self._draft_wanted = self._draft_wanted, None
        row = self.list.current
        if drafting is not None and (row is None or row.request_id != drafting):
            self._not_in_queue(drafting)
        elif drafting is not None and row is not None and row.can_draft:
            self._draft(row)

    def _not_in_queue(self, request_id: int) -> None:
        """A request whose customer is not told of anything now: the rules say why."""
        desk = self.context.desk

        def work() -> NoticeState:
            from lerdesk.desk import notices

            return notices.state(desk, request_id)

        def done(state: NoticeState) -> None:
            self.context.tell(state.reason or "There is no notice to draft for this request now.")

        self.context.jobs.store(work, self, done)

    def _narrow(self, words: str) -> None:
        current = self.list.current
        self.list.notices.narrow(words)
        self.list.select_request(current.request_id if current is not None else None)

    def _on_stepped(self, step: object) -> None:
        self.list.step(int(str(step)))

    def _enter_filter(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def _leave_filter(self) -> None:
        self.filter.clear()
        self.list.setFocus()

    def _leave(self) -> None:
        if self.pane.footer.question.isVisible():
            self.pane.footer.question.close_question()
        elif self.filter.hasFocus():
            self._leave_filter()
        else:
            self.list.setFocus()

    # one notice

    def _on_chosen(self, row: NoticeRow | None) -> None:
        if row is None:
            return
        view = self.pane.view
        issued = view is not None and view.number is not None and view.request_id == row.request_id
        self.pane.set_another_waits(issued and row.can_draft)
        if issued and row.letter_id is None:
            self.side.setCurrentWidget(self.pane)  # just issued, and another customer waits
            return
        if row.letter_id is not None:
            self.side.setCurrentWidget(self.pane)
            if view is None or view.letter_id != row.letter_id:
                self.pane.load(row.letter_id, focus=False)
            return
        if view is not None:
            self.pane.clear()
        self.standing.show_row(row)
        self.side.setCurrentWidget(self.standing)
        self._ask_state(row)

    def _ask_state(self, row: NoticeRow) -> None:
        desk = self.context.desk

        def work() -> tuple[int, NoticeState]:
            from lerdesk.desk import notices

            return row.request_id, notices.state(desk, row.request_id)

        self.context.jobs.store(work, self, self._on_state, latest="state")

    def _on_state(self, told: tuple[int, NoticeState]) -> None:
        request_id, state = told
        if self.standing.row is not None and self.standing.row.request_id == request_id:
            self.standing.show_state(state)

    def _on_worked(self, row: NoticeRow) -> None:
        if row.letter_id is not None:
            self.pane.focus_first()
        elif row.can_draft:
            self._draft(row)
        else:
            self.standing.setFocus()

    def _draft_current(self) -> None:
        if self.list.current is not None:
            self._draft(self.list.current)

    def _draft(self, row: NoticeRow) -> None:
        desk, request_id = self.context.desk, row.request_id

        def work() -> DraftView:
            from lerdesk.desk import notices

            return notices.draft(desk, request_id)

        self._wanted = request_id
        self.pane.open(work, request_id, self._on_refused)

    def _on_refused(self, error: UserFacingError) -> None:
        self.context.tell(error)
        self.list.setFocus()

    def _on_shown(self, view: DraftView) -> None:
        whom = view.to.split(",")[0]
        self.pane_title.setText(f"{view.title}, {whom}" if whom else view.title)
        self.side.setCurrentWidget(self.pane)

    def _on_gone(self) -> None:
        self._load()
        self.list.setFocus()

    def _to_review(self, target: str) -> None:
        if self.list.current is not None:
            self.context.go("review", self.list.current.request_id, target)

    # the contract

    @property
    @override
    def request(self) -> int | None:
        current = self.list.current
        return current.request_id if current is not None else None

    def show_request(self, request_id: int, target: str | None = None) -> None:
        """Select its notice, and draft it where that can be done now."""
        del target
        self._wanted = self._draft_wanted = request_id
        self._load()

    def refresh(self, changed: frozenset[int]) -> None:
        """Load the queue anew, once it is seen, and what is open."""
        self._stale = True
        if self.isVisible():
            self._load()
        self.pane.refresh(changed)

    def focus_first(self) -> None:
        """The queue."""
        self.list.setFocus()

    def state(self) -> dict[str, object]:
        """Which notice is selected, and the filter."""
        current = self.list.current
        return {
            "request": current.request_id if current is not None else None,
            "filter": self.filter.text(),
        }

    def restore(self, state: dict[str, object]) -> None:
        """Select it again."""
        self.filter.setText(str(state.get("filter") or ""))
        request = state.get("request")
        self._wanted = request if isinstance(request, int) else None

    def flush(self) -> None:
        """Hand what is typed to the store."""
        self.pane.flush()

    def commands(self) -> list[Command]:
        """What can be done with the notice that is selected."""
        row = self.list.current
        if row is None:
            return []
        found = self.pane.commands()
        if row.letter_id is None and row.can_draft:
            found.append(Command("Draft the notice", "Enter", self._draft_current, "notice"))
        to_review = partial(self.context.go, "review", row.request_id)
        return [*found, Command(f"Open {row.reference} in Review", "", to_review, "review")]

    @override
    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        """Weighing every notice takes its time: done when somebody looks."""
        super().showEvent(event)
        if self._stale:
            self._load()

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _on_moved(self) -> None:
        self._moved = self.split.sizes()
        self.context.settings.set("notices_split", self._moved)

    def _share_room(self) -> None:
        """A narrow window shows the list or the page beside the text, as is wanted."""
        narrow = self.width() < _NARROW
        if not self._moved:
            queue = 416 if self.width() >= _ROOMY else 352
            self.split.setSizes([queue, self.width() - queue])
        self.page_wanted.setVisible(narrow)
        wanted = self.page_wanted.isChecked() and self.side.currentWidget() is self.pane
        self.pane.page.setVisible(not narrow or wanted)
        self.list.setVisible(not (narrow and wanted))
