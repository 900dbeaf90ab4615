"""Keeps what is typed: saved within a second, the page set anew after a pause, each off the window's thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from lerdesk.base.errors import UserFacingError
from lerdesk.desk.letters import DraftView
from lerdesk.ui.letters.live_page import SetPage, set_page
from lerdesk.ui.pages.feed import Picture
from lerdesk.ui.shell.half_typed import AGAIN_AFTER, KEEP_AFTER
from lerdesk.ui.shell.place import Context

PAGE_AFTER = 150
"""Milliseconds from the last key."""


class Keeper(QObject):
    """Saves one draft's text and sets its page.

    Signals:
        saved: the ``DraftView`` after the save.
        page_set: a ``SetPage``.
        page_refused: why it could not be set, in words.
        save_refused: why it could not be saved, in words.
    """

    saved = Signal(object)
    page_set = Signal(object)
    page_refused = Signal(str)
    save_refused = Signal(str)

    def __init__(
        self,
        context: Context,
        text: Callable[[], str],
        wishes: Callable[[], tuple[Picture, ...]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._text, self._wishes = context, text, wishes
        self._letter: tuple[int, int] | None = None
        self._kept = ""
        self._saving = False
        self._setting = False
        self._set_again = False
        self._save = QTimer(self, singleShot=True)
        self._save.timeout.connect(self.save)
        self._page = QTimer(self, singleShot=True, interval=PAGE_AFTER)
        self._page.timeout.connect(self.set_page)

    @property
    def dirty(self) -> bool:
        """Whether something typed is not in the store yet."""
        return self._letter is not None and self._text() != self._kept

    def open(self, view: DraftView) -> None:
        """Keep this letter from now on; its text as shown is what the store has."""
        self._letter = (view.letter_id, view.request_id)
        self._kept = view.markdown
        self._save.stop()

    def close(self) -> None:
        """Keep nothing any more."""
        self._letter = None
        self._save.stop()
        self._page.stop()

    def touched(self) -> None:
        """A key changed the text."""
        if not self._save.isActive():
            self._save.start(KEEP_AFTER)
        self._page.start()

    def save(self) -> None:
        """Save what is not saved yet."""
        if self._letter is None or self._saving or not self.dirty:
            return
        self._save.stop()
        self._saving = True
        desk, (letter_id, _), text = self._context.desk, self._letter, self._text()

        def work() -> DraftView:
            from lerdesk.desk import letters

            letters.save(desk, letter_id, text)
            return letters.load(desk, letter_id)

        self._context.jobs.store(work, self, self._on_saved, self._on_not_saved)

    def flush(self) -> None:
        """Hand what is not saved yet to the store's writers, which run even when the window goes."""
        if self._letter is None or not (self.dirty or self._saving):
            return
        self._save.stop()
        desk, (letter_id, request_id), text = self._context.desk, self._letter, self._text()

        def work() -> None:
            from lerdesk.desk import letters

            letters.save(desk, letter_id, text)

        def done(_none: None) -> None:
            if self._letter is not None and self._letter[0] == letter_id:
                self._kept = text

        self._context.jobs.write(work, self, done, self._on_not_saved, requests=(request_id,))

    def _on_saved(self, view: DraftView) -> None:
        self._saving = False
        if self._letter is None or self._letter[0] != view.letter_id:
            return
        self._kept = view.markdown
        self._context.saved()
        self.saved.emit(view)
        if self.dirty:
            self._save.start(KEEP_AFTER)

    def _on_not_saved(self, error: UserFacingError) -> None:
        self._saving = False
        if self._letter is not None:
            self.save_refused.emit(f"Not saved yet. {error}")
            self._save.start(AGAIN_AFTER)

    def set_page(self) -> None:
        """Set the page of the text as it stands."""
        self._page.stop()
        if self._letter is None:
            return
        if self._setting:
            self._set_again = True
            return
        self._setting = True
        desk, (letter_id, _), text = self._context.desk, self._letter, self._text()
        wishes = self._wishes()

        def make() -> bytes:
            from lerdesk.desk import letters

            return letters.page(desk, letter_id, text)

        self._context.jobs.work(
            lambda: set_page(desk, make, wishes),
            self,
            lambda made: self._on_page(letter_id, made),
            lambda error: self._on_no_page(letter_id, error),
        )

    def _on_page(self, letter_id: int, made: SetPage) -> None:
        if self._next_page(letter_id):
            self.page_set.emit(made)
        else:
            self._context.jobs.work(made.source.close, self)

    def _on_no_page(self, letter_id: int, error: UserFacingError) -> None:
        if self._next_page(letter_id):
            self.page_refused.emit(str(error))

    def _next_page(self, letter_id: int) -> bool:
        """Whether the page is still asked for; begins the next where one is."""
        self._setting = False
        again, self._set_again = self._set_again, False
        if again:
            self.set_page()
        return self._letter is not None and self._letter[0] == letter_id
