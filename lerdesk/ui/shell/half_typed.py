"""Keeps what is being typed into a place's fields within a second, and brings it back."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer

from lerdesk.base.errors import UserFacingError
from lerdesk.ui.shell.place import Context

KEEP_AFTER, AGAIN_AFTER = 600, 3_000
"""Milliseconds: from the first key that is not kept; after a save that failed."""


Recall = Callable[[str], str]
"""Gives what was typed into a field and not taken."""


def nothing_typed(_field: str) -> str:
    """What a form recalls before it is joined to what is kept."""
    return ""


class Form(Protocol):
    """Something with fields.

    Attributes:
        typed: a signal: the field (``desk.half_typed`` names them) and what stands in it, none once that is taken or
            left.
        recall: gives what was typed into a field and not taken.
    """

    typed: Any
    recall: Recall

    def bring_back(self) -> None:
        """Show what ``recall`` gives in the fields that are shown now."""


class HalfTyped(QObject):
    """What stands in the fields of one request's papers, or of the settings, and is not taken yet."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._forms: list[Form] = []
        self._request: int | None = None
        self._open = False
        self._kept: dict[str, str] = {}
        self._waiting: dict[str, str] = {}
        self._wanted = ""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.flush)

    def join(self, *forms: Form) -> None:
        """Keep the fields of these."""
        for form in forms:
            form.typed.connect(self._typed)
            form.recall = self.words
            self._forms.append(form)

    def words(self, field: str) -> str:
        """What was typed into a field and not taken."""
        return self._kept.get(field, "")

    def open(self, request_id: int | None) -> None:
        """Another request is shown, or the settings are: bring back what was typed there."""
        if self._open and request_id == self._request:
            return
        self.flush()
        self._open, self._request, self._kept = False, request_id, {}
        desk = self._context.desk

        def load() -> tuple[int | None, dict[str, str]]:
            from lerdesk.desk import half_typed

            return request_id, half_typed.kept(desk, request_id)

        self._context.jobs.store(load, self, self._on_loaded, latest="typed")

    def _on_loaded(self, told: tuple[int | None, dict[str, str]]) -> None:
        request_id, self._kept = told
        if request_id != self._request:
            return
        for form in self._forms:
            form.bring_back()
        self._open = True  # from now on what changes is a person's
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.reveal(wanted)

    def show(self, field: str) -> None:
        """Bring a field into view, with what was typed into it."""
        if self._open:
            self.reveal(field)
        else:
            self._wanted = field

    def reveal(self, field: str) -> None:
        """Bring a field of this place into view."""
        raise NotImplementedError

    def _typed(self, field: str, words: str) -> None:
        if not self._open or self._kept.get(field, "") == words:
            return
        self._kept[field] = self._waiting[field] = words
        if not self._timer.isActive():
            self._timer.start(KEEP_AFTER)

    def flush(self) -> None:
        """Hand what is not kept yet to the store's thread, which runs even when the window goes."""
        self._timer.stop()
        request_id, waiting = self._request, self._waiting
        if not waiting:
            return
        self._waiting = {}
        desk = self._context.desk

        def work() -> None:
            from lerdesk.desk import half_typed

            half_typed.keep(desk, request_id, waiting)

        def refused(error: UserFacingError) -> None:
            if request_id == self._request:
                self._waiting = waiting | self._waiting
                self._timer.start(AGAIN_AFTER)
            self._context.tell(error)

        self._context.jobs.store(work, self, lambda _none: self._context.saved(), refused)
