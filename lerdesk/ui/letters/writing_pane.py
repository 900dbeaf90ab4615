"""A letter or notice on the screen: its terms, what blocks it, the text as it is typed, the real page."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lerdesk.base.errors import UserFacingError
from lerdesk.desk.letter_words import inks
from lerdesk.desk.letters import DraftView
from lerdesk.ui.letters.footer import Footer
from lerdesk.ui.letters.format_bar import FormatBar
from lerdesk.ui.letters.keeping import Keeper
from lerdesk.ui.letters.live_page import LivePage, SetPage
from lerdesk.ui.letters.parts import SignedWords
from lerdesk.ui.letters.terms import BlockingList, Terms
from lerdesk.ui.letters.writing import LetterEditor
from lerdesk.ui.shell.place import Context
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import Splitter

_INK_AFTER = 30


class WritingPane(QWidget):
    """The editor at the left, the page at the right.

    Args:
        context: the place's.
        what: "letter" or "notice".
        head: put above the terms.

    Signals:
        shown: the ``DraftView`` that is shown, whenever it was loaded anew.
        gone: the draft was thrown away.
    """

    shown = Signal(object)
    gone = Signal()

    def __init__(
        self,
        context: Context,
        what: str,
        head: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.view: DraftView | None = None
        self._filling = False
        self._focus_wanted = False
        super().__init__(parent)
        self.context, self.what = context, what
        self.terms = Terms()
        self.blocking = BlockingList()
        self.problem = SignedWords()
        self.problem.layout().setContentsMargins(metrics.EDGE, 8, metrics.EDGE, 8)  # type: ignore[union-attr]  # it has one
        self.editor = LetterEditor(f"Text of the {what}, in Markdown")
        self.bar = FormatBar(self.editor)
        self.footer = Footer(f"Issue {what}")
        self.page = LivePage(f"The {what}", context.jobs)
        self.keeper = Keeper(context, self.editor.text, lambda: self.page.wishes, self)
        self._ink = QTimer(self, singleShot=True, interval=_INK_AFTER)
        self._build(head)
        self._connect()

    def _build(self, head: QWidget | None) -> None:
        self.left = QWidget()
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (head, self.terms, self.blocking, self.bar, self.problem):
            if widget is not None:
                column.addWidget(widget)
        column.addWidget(self.editor, 1)
        column.addWidget(self.footer)
        self.left.setMinimumWidth(300)
        self.split = Splitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.left)
        self.split.addWidget(self.page)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([602, 618])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.split)

    def _connect(self) -> None:
        self.editor.textChanged.connect(self._on_typed)
        self.editor.left.connect(self.keeper.save)
        self._ink.timeout.connect(self._colour)
        self.keeper.saved.connect(self._on_saved)
        self.keeper.page_set.connect(self._on_page)
        self.keeper.page_refused.connect(self.problem.tell)
        self.keeper.save_refused.connect(self.problem.tell)
        self.footer.question.left.connect(self._on_question_left)

    # showing

    def open(
        self,
        work: Callable[[], DraftView],
        request_id: int,
        on_error: Callable[[UserFacingError], None] | None = None,
    ) -> None:
        """Show what ``work`` gives: it composes a draft of this request, or opens the one that is there."""
        self.flush()
        self._focus_wanted = True
        self.context.jobs.write(work, self, self.show_view, on_error, requests=(request_id,))

    def load(self, letter_id: int, *, focus: bool = True) -> None:
        """Show a letter that is there."""
        self.flush()
        self._focus_wanted = focus
        desk = self.context.desk

        def work() -> DraftView:
            from lerdesk.desk import letters

            return letters.load(desk, letter_id)

        self.context.jobs.store(work, self, self.show_view, latest="load")

    def show_view(self, view: DraftView) -> None:
        """Show a letter; its text replaces what stands unless it is the same letter's newer one."""
        same = self.view is not None and self.view.letter_id == view.letter_id
        if not same:
            self.footer.question.close_question()
        if not (same and self.keeper.dirty):
            self._fill(view.markdown, anew=not same)
            self.keeper.open(view)
        self._take(view)
        self._colour()
        self.keeper.set_page()
        if self._focus_wanted:
            self._focus_wanted = False
            self.focus_first()

    def _fill(self, text: str, *, anew: bool) -> None:
        """Put other words into the editor; for the same letter as a step that can be taken back."""
        self._filling = True
        if anew:
            self.editor.set_text(text)
        elif self.editor.text() != text:
            self.editor.replace_text(text)
        self._filling = False

    def _take(self, view: DraftView) -> None:
        self.view = view
        issued = view.number is not None
        self.editor.setReadOnly(issued)
        self.bar.set_possible(not issued)
        self.terms.show_view(view)
        self.blocking.show_blocking(view.blocking)
        if issued:
            self.footer.show_issued(self.issued_words(view), self.issued_buttons(view))
        else:
            self.footer.show_draft(self.draft_words(view), self.why_not(view))
        self.shown.emit(view)

    def clear(self) -> None:
        """Show nothing; what is typed is handed to the store first."""
        self.flush()
        self.keeper.close()
        self.view = None
        self.page.close_page()

    def focus_first(self) -> None:
        """The question that is asked, else the text, or the first button of an issued paper."""
        if not self.footer.question.isHidden():
            self.footer.question.focus_first()
        elif self.view is not None and self.view.number is not None:
            self.footer.export.setFocus()
        else:
            self.editor.setFocus()

    def refresh(self, changed: frozenset[int]) -> None:
        """Load anew what blocks it and when it may go; what is typed stays."""
        if self.view is None or (changed and self.view.request_id not in changed):
            return
        desk, letter_id = self.context.desk, self.view.letter_id

        def work() -> DraftView:
            from lerdesk.desk import letters

            return letters.load(desk, letter_id)

        self.context.jobs.store(work, self, self._on_refreshed, latest="refresh")

    def _on_refreshed(self, view: DraftView) -> None:
        if self.view is not None and self.view.letter_id == view.letter_id and view != self.view:
            self.show_view(view)

    def flush(self) -> None:
        """Hand what is typed to the store."""
        self.keeper.flush()

    # words of this kind of paper, which the notices' own pane says otherwise

    def draft_words(self, view: DraftView) -> str:
        """What issuing does."""
        return view.issue_words

    def why_not(self, view: DraftView) -> str:
        """Why it cannot be issued; empty where nothing blocks it."""
        if not view.blocking:
            return ""
        if len(view.blocking) == 1:
            return view.blocking[0].words
        return f"{len(view.blocking)} things stand in the way, listed above."

    def issued_words(self, view: DraftView) -> str:
        """What is said of an issued one."""
        return view.issue_words

    def issued_buttons(self, view: DraftView) -> "set":  # type: ignore[type-arg]  # of buttons
        """The buttons that an issued one has besides printing and exporting."""
        del view
        return set()

    # typing

    def _on_typed(self) -> None:
        if self._filling or self.view is None:
            return
        self._ink.start()
        if self.editor.text() != self.view.markdown or self.keeper.dirty:
            self.keeper.touched()

    def _colour(self) -> None:
        if self.view is None:
            return
        found = inks(self.view.template_text, self.view.spans, self.editor.text())
        self.editor.set_inks(found)
        self.bar.set_changed(found.sentences)

    def _on_saved(self, view: DraftView) -> None:
        self.problem.tell("")
        self._take(view)

    def _on_page(self, made: SetPage) -> None:
        self.problem.tell("")
        self.page.show_page(made)

    def _on_question_left(self) -> None:
        if self.isVisible():
            self.focus_first()
