"""The inbox as a place: views, quick filter, table, preview; Enter goes where the next step is done."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lerdesk.desk.inbox import InboxQuery, InboxRow, Preview
from lerdesk.desk.session import Place as StepPlace
from lerdesk.desk.session import Step
from lerdesk.ui.inbox.first_pages import FirstPages
from lerdesk.ui.inbox.model import COLUMNS, PAGE, InboxModel
from lerdesk.ui.inbox.preview import PreviewStrip
from lerdesk.ui.inbox.table import InboxTable
from lerdesk.ui.shell.place import Command, Context, Place
from lerdesk.ui.widgets import Button, EmptyState, PlaceHeader, SearchField, TabBar, TabStrip

VIEWS = (
    ("all", "All"),
    ("open", "Open"),
    ("overdue", "Overdue"),
    ("week", "Due this week"),
    ("unread", "Unread"),
    ("closed", "Closed"),
)
_NO_FIT = "No request fits."
_NONE = {
    "open": "No request is open.",
    "overdue": "No request is overdue.",
    "week": "No request is due this week.",
    "unread": "Every request was opened.",
    "closed": "No request is closed yet.",
}
_ELSEWHERE = {
    StepPlace.NOTICE: "notices",
    StepPlace.LETTER: "letters",
    StepPlace.SETTINGS: "settings",
}
_Loaded = tuple[tuple[int, ...], tuple[InboxRow, ...], dict[str, int], ZoneInfo]


class InboxPlace(Place):
    """What waits."""

    name = "inbox"
    title = "Inbox"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._query = InboxQuery(view="open")
        self._only: tuple[int, ...] | None = None
        self._wanted: int | None = None
        self._current: int | None = None
        self._document: int | None = None
        self._zone: ZoneInfo | None = None
        super().__init__(context, parent)
        self._build()
        self._arrange()
        self._connect()
        self._load()

    def _build(self) -> None:
        self.header = PlaceHeader("Inbox", line=False)
        self.filter = SearchField(
            "Filter",
            placeholder="Filter, such as from:fbi due:<7d process:warrant",
            icon="filter",
            hint="Ctrl+F",
        )
        self.header.add_wide(self.filter, 420)
        self.tabs = TabBar("Views")
        for _name, words in VIEWS:
            self.tabs.add(words)
        self.tabs.setCurrentIndex(1)
        self.model = InboxModel(self._want_rows, self)
        self.table = InboxTable(self.model)
        self.preview = PreviewStrip()
        if not self.context.settings.flag("preview"):
            self.preview.hide()  # never ``show``: without a parent yet it would be a window of its own
        self.pages = FirstPages(self.context.desk, self.context.jobs, self)
        self.add_button = Button("Add a request", primary=True, hint="Ctrl+N", icon="add")
        self.empty = EmptyState(
            "Drop a served file here, or add one, and its facts and dates appear.",
            picture="empty_inbox",
            button=self.add_button,
        )
        self.clear_button = Button("Show all requests", hint="Esc")
        self.nothing = EmptyState(_NO_FIT, button=self.clear_button)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(60)

    def _arrange(self) -> None:
        self.strip = TabStrip(self.tabs)
        self.body = QStackedWidget()
        listing = QWidget()
        inner = QVBoxLayout(listing)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.preview)
        for page in (listing, self.empty, self.nothing):
            self.body.addWidget(page)
        self.listing = listing
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.strip)
        column.addWidget(self.body, 1)

    def _connect(self) -> None:
        self._typing.timeout.connect(self._on_filter)
        self.filter.textChanged.connect(self._typing.start)
        self.filter.left.connect(self._on_filter_left)
        self.filter.stepped.connect(self._on_filter_stepped)
        self.filter.returnPressed.connect(self.focus_first)
        self.tabs.currentChanged.connect(self._on_view)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._on_sort)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.table.do_step.connect(self._do_step)
        self.table.toggle_preview.connect(self._toggle_preview)
        self.preview.open_request.connect(lambda number: self.context.go("review", number))
        self.pages.came.connect(self._on_page)
        self.add_button.clicked.connect(self._add)
        self.clear_button.clicked.connect(self._show_all)
        QShortcut(QKeySequence("Ctrl+F"), self, self._enter_filter)

    # loading

    def _load(self) -> None:
        desk, query, only, wanted = self.context.desk, self._query, self._only, self._wanted
        near = self.table.rowAt(0) if self.table.isVisible() else 0

        def load() -> _Loaded:
            from lerdesk.desk import inbox, settings

            ids = inbox.ids(desk, query)
            if only is not None:
                ids = tuple(one for one in ids if one in only) if query.words else only
            at = ids.index(wanted) if wanted in ids else max(near, 0)
            first = at // PAGE * PAGE
            shown = inbox.rows(desk, ids[first : first + PAGE])
            zone = settings.zone(desk)
            return ids, shown, inbox.counts(desk).views, zone

        self.context.jobs.store(load, self, self._on_loaded, latest="load")

    def _on_loaded(self, loaded: _Loaded) -> None:
        ids, rows, views, self._zone = loaded
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted not in ids and (self._query.words or self._only):
            self._wanted = wanted
            self._show_all()
            return
        for number, (name, _words) in enumerate(VIEWS):
            self.tabs.set_count(number, str(views.get(name, 0)))
        keep = wanted if wanted is not None else self._current
        scroll = self.table.verticalScrollBar().value()
        self.model.set_ids(ids, rows)
        self._show_body(any(views.values()))
        number = self.model.number_of(keep) if keep is not None else -1
        if ids:
            index = self.model.index(max(number, 0), 0)
            flags = QItemSelectionModel.SelectionFlag
            selection = self.table.selectionModel()
            selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            if wanted is not None or number < 0:
                self.table.scrollTo(index)
            else:
                self.table.verticalScrollBar().setValue(scroll)
        self._on_current()

    def _show_body(self, has_any: bool) -> None:  # noqa: FBT001  one fact
        for widget in (self.strip, self.filter):
            widget.setVisible(has_any)
        had_keyboard = self.table.hasFocus()
        if not has_any:
            self.body.setCurrentWidget(self.empty)
            if had_keyboard or self.isVisible():
                self.add_button.setFocus()
        elif not self.model.ids:
            plain = not self.filter.text().strip() and self._only is None
            view = VIEWS[max(self.tabs.currentIndex(), 0)][0]
            self.nothing.sentence.setText(_NONE[view] if plain and view in _NONE else _NO_FIT)
            self.body.setCurrentWidget(self.nothing)
        else:
            was_empty = self.body.currentWidget() is self.empty
            self.body.setCurrentWidget(self.listing)
            if was_empty and self.isVisible():
                self.table.setFocus()

    def _want_rows(self, ids: tuple[int, ...]) -> None:
        desk = self.context.desk

        def load() -> tuple[InboxRow, ...]:
            from lerdesk.desk import inbox

            return inbox.rows(desk, ids)

        self.context.jobs.store(load, self, self.model.take)

    # the current row

    def _on_current(self, *_indexes: QModelIndex) -> None:
        number = self.table.currentIndex().row()
        ids = self.model.ids
        self._current = ids[number] if 0 <= number < len(ids) else None
        self.table.viewport().update()
        if self._current is None:
            self.preview.show_nothing()
        elif self.preview.isVisibleTo(self):
            self._load_preview(self._current)

    def _load_preview(self, request_id: int) -> None:
        desk = self.context.desk

        def load() -> Preview:
            from lerdesk.desk import inbox

            return inbox.preview(desk, request_id)

        self.context.jobs.store(load, self, self._on_preview, latest="preview")

    def _on_preview(self, preview: Preview) -> None:
        if preview.request_id != self._current:
            return
        now = self.context.clock.now().astimezone(self._zone)
        self.preview.show_preview(preview, now)
        self._document = preview.document_id
        image = self.pages.image(self._document) if self._document is not None else None
        self.preview.page.set_image(image)

    def _on_page(self, document_id: int) -> None:
        if document_id == self._document:
            self.preview.page.set_image(self.pages.image(document_id))

    def _toggle_preview(self) -> None:
        shown = not self.preview.isVisibleTo(self)
        self.preview.setVisible(shown)
        self.context.settings.set("preview", shown)
        if shown and self._current is not None:
            self._load_preview(self._current)
            self.table.scrollTo(self.table.currentIndex())

    def _do_step(self, number: int) -> None:
        row = self.model.row(number)
        if row is not None:
            go_to_step(self.context.go, row.id, row.step)

    # filter, views, sorting

    def _enter_filter(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def _on_filter(self) -> None:
        self._ask(words=self.filter.text().strip())

    def _on_filter_left(self) -> None:
        had, self._only = self._only, None
        self.filter.clear()
        self.header.quiet.setText("")
        self.focus_first()
        if had is not None:
            self._load()

    def _on_filter_stepped(self, by: int) -> None:
        if by > 0:
            self.focus_first()

    def _on_view(self, number: int) -> None:
        self._only = None
        self.header.quiet.setText("")
        self._ask(view=VIEWS[number][0])

    def _on_sort(self, column: int, order: Qt.SortOrder) -> None:
        descending = order == Qt.SortOrder.DescendingOrder
        self._ask(sort=COLUMNS[column][0], descending=descending)

    def _ask(self, **changed: str | bool) -> None:
        values = {
            "view": self._query.view,
            "words": self._query.words,
            "sort": self._query.sort,
            "descending": self._query.descending,
        }
        new = InboxQuery(**{**values, **changed})  # type: ignore[arg-type]  # the same four fields
        if new != self._query or self._only is not None:
            self._query = new
            self._load()

    def _show_all(self) -> None:
        self._only = None
        self.header.quiet.setText("")
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.blockSignals(False)
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(0)
        self.tabs.blockSignals(False)
        self._query = InboxQuery(
            sort=self._query.sort, descending=self._query.descending, view="all"
        )
        self._load()
        self.table.setFocus()

    def _add(self) -> None:
        window = self.window()
        view = getattr(window, "view", None)
        if view is not None:
            view.add_files()

    # what a place does

    def show_request(self, request_id: int, target: str | None = None) -> None:  # noqa: ARG002  a place's own form
        """Select a request, also one that the present view or filter hides."""
        self._wanted = request_id
        self._load()

    def show_target(self, target: str) -> None:
        """Filter ("words:fbi"), or show some requests alone ("requests:3,5,9|2026-H1, full" says of what)."""
        kind, _, what = target.partition(":")
        if kind == "words":
            self._only = None
            self.filter.setText(what)
            self._typing.stop()
            self._on_filter()
        elif kind == "requests":
            numbers, _, words = what.partition("|")
            self._only = tuple(int(one) for one in numbers.split(",") if one.strip().isdigit())
            self._query = InboxQuery(view="all", sort=self._query.sort)
            self.tabs.blockSignals(True)
            self.tabs.setCurrentIndex(0)
            self.tabs.blockSignals(False)
            self.filter.blockSignals(True)
            self.filter.clear()
            self.filter.blockSignals(False)
            figure = "1 request" if len(self._only) == 1 else f"{len(self._only)} requests"
            self.header.quiet.setText(f"{figure} · {words}" if words else figure)
            self._load()

    def refresh(self, changed: frozenset[int]) -> None:  # noqa: ARG002  any change may sort it anew
        """Load anew; the current row and the scrolling stay."""
        self._load()

    def focus_first(self) -> None:
        """The table, or the button of an empty inbox."""
        if self.body.currentWidget() is self.empty:
            self.add_button.setFocus()
        else:
            self.table.setFocus()

    def state(self) -> dict[str, object]:
        """View, filter, sorting, row and scrolling."""
        return {
            "query": self._query,
            "current": self._current,
            "only": self._only,
            "scroll": self.table.verticalScrollBar().value(),
        }

    def restore(self, state: dict[str, object]) -> None:
        """Bring them back."""
        query, current, only = state.get("query"), state.get("current"), state.get("only")
        if isinstance(query, InboxQuery):
            names = [name for name, _words in VIEWS]
            self.tabs.blockSignals(True)
            self.tabs.setCurrentIndex(names.index(query.view))
            self.tabs.blockSignals(False)
            self.filter.blockSignals(True)
            self.filter.setText(query.words)
            self.filter.blockSignals(False)
            self._query = query
        self._only = only if isinstance(only, tuple) else None
        self._current = current if isinstance(current, int) else None
        self._load()

    def commands(self) -> list[Command]:
        """The next step of the current row, and the inbox's own."""
        made: list[Command] = []
        row = self.model.row(self.table.currentIndex().row())
        if row is not None and row.step.place is not None:
            step = row.step
            run: Callable[[], None] = lambda: go_to_step(self.context.go, row.id, step)  # noqa: E731
            made.append(Command(f"{row.reference}: {step.words}", "Enter", run, "review"))
        made.append(Command("Filter the inbox", "Ctrl+F", self._enter_filter, "filter"))
        made.append(Command("Show or hide the preview", "Space", self._toggle_preview, "document"))
        return made


def go_to_step(go: Callable[..., None], request_id: int, step: Step) -> None:
    """Go where a step is done; one that only waits opens the request."""
    if step.place is None:
        go("review", request_id)
        return
    target = f"{step.place.value}:{step.target}" if step.target else step.place.value
    go(_ELSEWHERE.get(step.place, "review"), request_id, target)
