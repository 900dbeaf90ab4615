"""A letter or notice under edit, and what is done with it: mended, issued, printed, exported, thrown away."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from lerdesk.base.errors import UserFacingError
from lerdesk.desk.letters import DraftView, Issued
from lerdesk.desk.session import Desk, Step
from lerdesk.desk.session import Place as Where
from lerdesk.ui.letters.writing_pane import WritingPane
from lerdesk.ui.shell.place import Command, Context

if TYPE_CHECKING:
    from lerdesk.desk.corrections import Purpose

#: where a step that is mended in Review stands there
_IN_REVIEW = {where.value for where in Where} - {"notice", "letter", "settings"}


class DraftPane(WritingPane):
    """The writing pane with its acts."""

    def __init__(
        self,
        context: Context,
        what: str,
        head: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, what, head, parent)
        self.blocking.mend_asked.connect(self.mend)
        footer = self.footer
        footer.issue.clicked.connect(self.ask_issue)
        footer.print_draft.clicked.connect(self.print)
        footer.print.clicked.connect(self.print)
        footer.export.clicked.connect(self.export)
        for keys, run in (
            ("Ctrl+Return", self.ask_issue),
            ("Ctrl+Enter", self.ask_issue),
            ("Ctrl+S", self.export),
            ("Ctrl+E", self.export),
            ("Ctrl+P", self.print),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def mend(self, step: Step) -> None:
        """Go where what blocks is mended, or mend it here."""
        view, where = self.view, step.place
        if view is None or where is None:
            return
        if where is Where.LETTER and step.target == "recompose":
            self.recompose()
        elif where is Where.LETTER and step.target == "correction":
            self.name_earlier("correction")
        elif where is Where.LETTER and step.target == "further":
            self.name_earlier("further")
        elif where is Where.LETTER:
            self._show_words(step.target or "")
        elif where is Where.SETTINGS:
            self.context.go("settings", target="letterhead")
        elif where is Where.NOTICE:
            self.context.go("notices", view.request_id)
        elif where.value in _IN_REVIEW:
            target = f"{where.value}:{step.target}" if step.target else where.value
            self.context.go("review", step.request_id or view.request_id, target)

    def _show_words(self, words: str) -> None:
        placeholder = words.partition("›")[0] + "›" if "›" in words else ""
        if not (placeholder and self.editor.find_words(placeholder)):
            self.editor.setFocus()

    def recompose(self) -> None:
        """Take the present records in; the reviewer's sentences stay."""
        if self.view is None:
            return
        desk, letter_id, text = self.context.desk, self.view.letter_id, self.editor.text()

        def work() -> DraftView:
            from lerdesk.desk import letters

            letters.save(desk, letter_id, text)
            return letters.recompose(desk, letter_id)

        self._compose(work)

    def name_earlier(self, purpose: "Purpose") -> None:
        """Let it correct the issued letter of its kind, or add to it; a new draft where this one is issued."""
        if self.view is None:
            return
        desk, letter_id, text = self.context.desk, self.view.letter_id, self.editor.text()
        issued = self.view.number is not None

        def work() -> DraftView:
            from lerdesk.desk import corrections, letters

            if not issued:
                letters.save(desk, letter_id, text)
            return corrections.again(desk, letter_id, purpose)

        self._compose(work)

    def _compose(self, work: Callable[[], DraftView]) -> None:
        if self.view is None:
            return
        self._focus_wanted = True
        self.editor.setReadOnly(True)  # until it is done: no key may fall between
        self.context.jobs.write(
            work, self, self._on_done, self._on_not_done, requests=(self.view.request_id,)
        )

    def _on_done(self, view: DraftView) -> None:
        """The store has other words than the editor: they hold."""
        self._fill(view.markdown, anew=False)
        self.keeper.open(view)
        self.show_view(view)

    def _on_not_done(self, error: UserFacingError) -> None:
        self.editor.setReadOnly(self.view is not None and self.view.number is not None)
        if self.footer.question.isVisible():
            self.footer.question.refuse(error)
        else:
            self.context.tell(error)

    def ask_issue(self) -> None:
        """Ask once whether to issue it; where something blocks it, go to what mends that."""
        view = self.view
        if view is None or view.number is not None:
            return
        if self.footer.question.isVisible():
            self.footer.question.focus_first()
            return
        if view.blocking:
            for link in self.blocking.links[:1]:
                link.setFocus()
            return
        self.keeper.save()
        self.ask_how()

    def ask_how(self) -> None:
        """The question before issuing."""
        view = self.view
        if view is None:
            return
        self.footer.ask(
            f"{view.issue_words} Its words cannot be changed after that.",
            f"Issue {self.what}",
            lambda: self.issue_by(_issue),
        )

    def issue_by(self, issue: "Callable[..., Issued]") -> None:
        """Save the text as it stands and issue it."""
        view = self.view
        if view is None:
            return
        desk, letter_id, text = self.context.desk, view.letter_id, self.editor.text()

        def work() -> DraftView:
            from lerdesk.desk import letters

            letters.save(desk, letter_id, text)
            issue(desk, letter_id)
            return letters.load(desk, letter_id)

        self.editor.setReadOnly(True)
        self.context.jobs.write(
            work, self, self._on_issued, self._on_not_done, requests=(view.request_id,)
        )

    def _on_issued(self, view: DraftView) -> None:
        self.footer.question.close_question()
        self._on_done(view)
        self.footer.export.setFocus()
        self.context.saved()

    def ask_discard(self) -> None:
        """Ask once whether to throw the draft away."""
        view = self.view
        if view is not None and view.number is None:
            self.footer.ask(
                "Its words are gone after that; the history keeps that there was a draft.",
                "Throw it away",
                self._discard,
            )

    def _discard(self) -> None:
        view = self.view
        if view is None:
            return
        desk, letter_id = self.context.desk, view.letter_id

        def work() -> None:
            from lerdesk.desk import letters

            letters.discard(desk, letter_id)

        def done(_none: None) -> None:
            self.footer.question.close_question()
            self.keeper.close()
            self.view = None
            self.gone.emit()

        self.context.jobs.write(
            work, self, done, self.footer.question.refuse, requests=(view.request_id,)
        )

    def paper_name(self) -> str:
        """Its name without an ending: "L-2026-000655-partial", or the draft's."""
        view = self.view
        if view is None:
            return ""
        return f"{view.number or f'{view.reference}-draft'}-{view.kind.value}"

    def pdf_maker(self) -> Callable[[], bytes]:
        """What gives the PDF as it stands, off the window's thread."""
        view = self.view
        if view is None:
            raise UserFacingError(f"No {self.what} is open.")
        desk, letter_id, text = self.context.desk, view.letter_id, self.editor.text()

        def make() -> bytes:
            from lerdesk.desk import letters

            return letters.page(desk, letter_id, text)

        return make

    def print(self) -> None:
        """Print it, a draft too."""
        from lerdesk.ui.printing import ask_and_print

        if self.view is not None:
            ask_and_print(self, self.context, self.paper_name(), self.pdf_maker())

    def export(self) -> None:
        """Export an issued one as PDF."""
        from lerdesk.ui.printing import ask_and_export

        if self.view is None:
            return
        if self.view.number is None:
            self.context.tell(f"A draft is not exported. Issue the {self.what} first, or print it.")
            return
        ask_and_export(
            self,
            self.context,
            f"Export the {self.what}",
            f"{self.paper_name()}.pdf",
            self.pdf_maker(),
        )

    def commands(self) -> list[Command]:
        """What can be done with it, for the command list."""
        view = self.view
        if view is None:
            return []
        if view.number is not None:
            return [
                Command(f"Export the {self.what} as PDF", "Ctrl+S", self.export, "export"),
                Command(f"Print the {self.what}", "Ctrl+P", self.print, "print"),
            ]
        return [
            Command(f"Issue the {self.what}", "Ctrl+Enter", self.ask_issue, "letter"),
            Command("Print a draft", "Ctrl+P", self.print, "print"),
            Command("Take the present records into the draft", "", self.recompose, "document"),
            Command("Throw the draft away", "", self.ask_discard, "close"),
        ]


def _issue(desk: Desk, letter_id: int) -> Issued:
    from lerdesk.desk import letters

    return letters.issue(desk, letter_id)
