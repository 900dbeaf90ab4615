"""The Letters place: the list of all letters, and one letter under edit beside its page."""

from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.base.errors import UserFacingError
from lerdesk.base.written import sentence_start
from lerdesk.desk.letter_queue import LetterRow
from lerdesk.desk.letters import DraftView
from lerdesk.domain.vocabulary import LetterKind
from lerdesk.ui.letters.chooser import KindChooser, Kinds
from lerdesk.ui.letters.letter_list import LetterTable
from lerdesk.ui.letters.letter_pane import LetterPane
from lerdesk.ui.shell.place import Command, Context, Place
from lerdesk.ui.widgets import DueLabel, EmptyState, Line, PlaceHeader, SearchField

Letters = tuple[tuple[LetterRow, ...], ZoneInfo]


class LettersPlace(Place):
    """A list when nothing is open; ``show_request`` drafts a kind, opens a letter or asks which kind."""

    name = "letters"
    title = "Letters"
    narrow_below = 900

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._request: int | None = None
        super().__init__(context, parent)
        self.setMinimumWidth(560)
        self._build()
        self._connect()
        self._load_list()

    def _build(self) -> None:
        self.head = PlaceHeader("Letters")
        self.filter = SearchField(
            "Filter the letters", placeholder="Filter", icon="filter", hint="Ctrl+F"
        )
        self.head.add_wide(self.filter, 280)
        self.table = LetterTable()
        self.list = self.table.list
        self.empty = EmptyState(
            "No letter has been drafted yet. Letters are drafted from a request in Review."
        )
        self.rows = QStackedWidget()
        self.rows.addWidget(self.empty)
        self.rows.addWidget(self.table)
        self.list_view = _column(self.head, self.rows)
        self.pane_head = PlaceHeader("", back=self.show_list)
        self.due = DueLabel("clock")
        self.silence = DueLabel("silence")
        self._between = Line(Qt.Orientation.Vertical, length=20)
        for widget in (self.due, self._between, self.silence):
            self.pane_head.add(widget)
        self.pane = LetterPane(self.context)
        self.pane_view = _column(self.pane_head, self.pane)
        self.chooser_head = PlaceHeader("New letter", back=self.show_list)
        self.chooser = KindChooser()
        self.chooser_view = _column(self.chooser_head, self.chooser)
        self.stack = QStackedWidget()
        for view in (self.list_view, self.pane_view, self.chooser_view):
            self.stack.addWidget(view)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        if sizes := self.context.settings.numbers("letters_split"):
            self.pane.split.setSizes(sizes)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._narrow)
        self.filter.stepped.connect(self._step)
        self.filter.returnPressed.connect(self.list.setFocus)
        self.filter.left.connect(self._leave_filter)
        self.list.opened.connect(self._open_row)
        self.pane.shown.connect(self._on_shown)
        self.pane.gone.connect(self._on_gone)
        self.pane.split.splitterMoved.connect(
            lambda *_: self.context.settings.set("letters_split", self.pane.split.sizes())
        )
        self.chooser.chosen.connect(self._draft)
        self.chooser.review_asked.connect(
            lambda: self.context.go("review", self._request, "determination")
        )
        for keys, run in (("Ctrl+F", self._enter_filter), ("Esc", self._leave)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    # the list

    def _load_list(self) -> None:
        desk = self.context.desk

        def work() -> Letters:
            from lerdesk.desk import letter_queue, settings

            return letter_queue.queue(desk), settings.zone(desk)

        self.context.jobs.store(work, self, self._on_list, latest="list")

    def _on_list(self, told: Letters) -> None:
        rows, zone = told
        model = self.list.letters
        row = self.list.currentIndex().row()
        model.zone = zone
        model.set_rows(rows)
        self.list.select_row(row)
        self.rows.setCurrentWidget(self.table if rows else self.empty)
        due, drafts = model.due, model.drafts
        begun = [f"{due} to write"] if due else []
        begun += [f"{drafts} to finish"] if drafts else []
        issued = f"{model.count - due - drafts} issued"
        said = ", ".join([*(begun or ["No draft"]), issued]) if rows else ""
        self.head.set_title("Letters", said)
        if self.list.hasFocus() or not rows:
            return
        if self.isVisible() and self.stack.currentWidget() is self.list_view and self.hasFocus():
            self.list.setFocus()

    def _narrow(self, words: str) -> None:
        self.list.letters.narrow(words)
        self.list.select_row(0)

    def _step(self, step: object) -> None:
        self.list.select_row(self.list.currentIndex().row() + int(str(step)))
        self.list.setFocus()

    def _enter_filter(self) -> None:
        if self.stack.currentWidget() is self.list_view:
            self.filter.setFocus()
            self.filter.selectAll()

    def _leave_filter(self) -> None:
        self.filter.clear()
        self.list.setFocus()

    def _leave(self) -> None:
        if self.stack.currentWidget() is self.list_view:
            self._leave_filter()
        elif self.pane.footer.question.isVisible():
            self.pane.footer.question.close_question()
        else:
            self.show_list()

    def show_list(self) -> None:
        """Back to all letters."""
        self.pane.clear()
        self._request = None
        self.stack.setCurrentWidget(self.list_view)
        self._load_list()
        self.list.setFocus()

    # one letter

    def _open_row(self, row: LetterRow) -> None:
        if row.letter_id:
            self.open_letter(row.letter_id)
        else:
            self.show_request(row.request_id, f"letter:{row.kind.value}")

    def open_letter(self, letter_id: int) -> None:
        """Show a letter that is there."""
        self.stack.setCurrentWidget(self.pane_view)
        self.pane.load(letter_id)

    @property
    @override
    def request(self) -> int | None:
        return self._request

    def show_request(self, request_id: int, target: str | None = None) -> None:
        """Draft a kind ("letter:partial", "partial"), open a letter by its id ("letter:12"), or ask which kind."""
        self._request = request_id
        wanted = (target or "").rpartition(":")[2]
        if wanted.isdigit():
            self.open_letter(int(wanted))
        elif wanted in {kind.value for kind in LetterKind}:
            self._draft(LetterKind(wanted))
        else:
            self._ask_kind(request_id)

    def _draft(self, kind: LetterKind) -> None:
        request_id = self._request
        if request_id is None:
            return
        if kind is LetterKind.NOTICE:
            self.context.go("notices", request_id)
            return
        desk = self.context.desk

        def work() -> DraftView:
            from lerdesk.desk import letters

            return letters.draft(desk, request_id, kind)

        self.stack.setCurrentWidget(self.pane_view)
        self.pane.open(work, request_id, self._on_refused)

    def _on_refused(self, error: UserFacingError) -> None:
        self.show_list()
        self.context.tell(error)

    def _ask_kind(self, request_id: int) -> None:
        desk = self.context.desk

        def work() -> tuple[str, Kinds]:
            from lerdesk.desk import inbox, letters

            reference = next((row.reference for row in inbox.rows(desk, (request_id,))), "")
            return reference, letters.kinds(desk, request_id)

        self.context.jobs.store(work, self, self._on_kinds, latest="kinds")

    def _on_kinds(self, told: tuple[str, Kinds]) -> None:
        reference, kinds = told
        self.chooser_head.set_title("New letter", reference)
        self.chooser.show_kinds(reference, kinds)
        self.stack.setCurrentWidget(self.chooser_view)
        self.chooser.setFocus()

    def _on_shown(self, view: DraftView) -> None:
        self._request = view.request_id
        whom = view.to.split(",")[0]
        self.pane_head.set_title(view.title, f"{view.reference} · to {whom}")
        if view.due.urgency == "none" or view.number is not None:
            self.due.set_words("")
        else:
            self.due.set_due(view.due)
        silence = view.silence or ""
        self.silence.set_words(sentence_start(silence))
        self._between.setVisible(not self.due.isHidden() and not self.silence.isHidden())

    def _on_gone(self) -> None:
        self.show_list()

    # the contract

    def refresh(self, changed: frozenset[int]) -> None:
        """Load anew what is shown."""
        if self.stack.currentWidget() is self.list_view:
            self._load_list()
        elif self.stack.currentWidget() is self.pane_view:
            self.pane.refresh(changed)

    def focus_first(self) -> None:
        """The text that is open, else the list."""
        if self.stack.currentWidget() is self.pane_view:
            self.pane.focus_first()
        elif self.stack.currentWidget() is self.chooser_view:
            self.chooser.setFocus()
        else:
            self.list.setFocus()

    def state(self) -> dict[str, object]:
        """Which letter is open, or the filter."""
        view = self.pane.view
        return {
            "letter": view.letter_id if view is not None else None,
            "filter": self.filter.text(),
            "row": self.list.currentIndex().row(),
            "at": self.pane.editor.textCursor().position(),
        }

    def restore(self, state: dict[str, object]) -> None:
        """Open it again."""
        self.filter.setText(str(state.get("filter") or ""))
        letter = state.get("letter")
        if isinstance(letter, int):
            self.open_letter(letter)

    def flush(self) -> None:
        """Hand what is typed to the store."""
        self.pane.flush()

    def commands(self) -> list[Command]:
        """What can be done with the letter that is open."""
        view = self.pane.view
        if view is None:
            return []
        found = [
            Command(
                f"Open {view.reference} in Review",
                "",
                partial(self.context.go, "review", view.request_id),
                "review",
            ),
            Command("Draft another letter", "", partial(self._ask_kind, view.request_id), "letter"),
        ]
        return [*self.pane.commands(), *found]


def _column(*widgets: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for place, widget in enumerate(widgets):
        column.addWidget(widget, 1 if place else 0)
    return box
