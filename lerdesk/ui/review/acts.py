"""What the review place does to the store: each a call of the desk on the store's thread, then the request loaded anew.

An act that is refused says so beside what caused it; the view is loaded anew then too, so that what was painted
before the store had it is put right.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from lerdesk.base.errors import UserFacingError
from lerdesk.desk import review
from lerdesk.desk.review import RequestView
from lerdesk.desk.session import Desk
from lerdesk.ui.shell.place import Context

Refusal = Callable[[UserFacingError], None]


class Acts(QObject):
    """Runs the writers of one request, in the order in which they were asked.

    Signals:
        loaded: a ``RequestView``, after each act and when something else changed the request.
    """

    loaded = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._request_id: int | None = None
        self._own = 0

    @property
    def request_id(self) -> int | None:
        """The request that is open."""
        return self._request_id

    def open(self, request_id: int) -> None:
        """Load another request."""
        self._request_id = request_id
        self.load()

    def load(self) -> None:
        """Load the request as it stands now."""
        request_id, desk = self._request_id, self._context.desk
        if request_id is None:
            return
        self._context.jobs.store(
            lambda: review.load(desk, request_id), self, self._on_loaded, latest="load"
        )

    def _on_loaded(self, view: RequestView) -> None:
        if view.id == self._request_id and not self._own:
            self.loaded.emit(view)

    @property
    def busy(self) -> bool:
        """Whether an act of this place is still under way: its own load follows it."""
        return self._own > 0

    def run(
        self,
        work: Callable[[Desk, int], Any],
        refused: Refusal | None = None,
        done: Callable[[Any], None] | None = None,
    ) -> None:
        """Run ``work(desk, request_id)``; then load the request."""
        request_id, desk = self._request_id, self._context.desk
        if request_id is None:
            return
        self._own += 1

        def finished(result: object) -> None:
            self._own -= 1
            self._context.saved()
            if done is not None:
                done(result)
            self.load()

        def stopped(error: UserFacingError) -> None:
            self._own -= 1
            self.load()
            (refused or self._context.tell)(error)

        self._context.jobs.write(
            lambda: work(desk, request_id), self, finished, stopped, requests=(request_id,)
        )
