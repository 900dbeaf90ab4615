"""Runs work off the GUI thread and delivers its outcome on it.

``store``: one thread, one unit of work after another; for all that reads or writes the store quickly.
``work``: two threads; for reading files, setting pages, hashing. Shown in the status line where it has a label.
``write``: like ``store``, for what changes requests: tells ``changed`` after it.

An outcome is delivered on the GUI thread and only while its owner lives. What a person must be told
(``UserFacingError``) goes to ``on_error``, else to the nearest ``tell`` of the owner's parents (the window's message
bar); ``Cancelled`` is told to nobody; anything else is a bug and goes to the crash report.
"""

import sys
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from lerdesk.base.errors import Cancelled, UserFacingError
from lerdesk.ui import crash

_TURN = 0.001
"""s after which a thread that computes gives way to one that waits; by Python's own choice 0.005.

The window's thread waits anew after each of its calls into Qt: the drawing of a list is many such calls.
"""

T = TypeVar("T")
OnError = Callable[[UserFacingError], None]

ANY: frozenset[int] = frozenset()
"""What ``changed`` carries when any request may have changed."""


class Job:
    """A piece of long work as the work itself sees it: say how far it is, ask whether to stop.

    Attributes:
        label: in words, as the status line shows it: "Reading 3 of 7 files".
        done: units done, of ``total``; a total of 0 is not known.
    """

    def __init__(self, label: str, moved: Callable[["Job"], None]) -> None:
        self.label = label
        self.done = 0
        self.total = 0
        self._moved = moved
        self._stopped = threading.Event()

    def progress(self, done: int, total: int, label: str = "") -> None:
        """Say how far the work is; callable from any thread."""
        self.done, self.total = done, total
        self.label = label or self.label
        self._moved(self)

    def cancel(self) -> None:
        """Ask the work to stop; it stops where it next asks."""
        self._stopped.set()

    def cancelled(self) -> bool:
        """Whether a person asked it to stop."""
        return self._stopped.is_set()

    def check(self) -> None:
        """Stop here if asked to.

        Raises:
            Cancelled: a person stopped it.
        """
        if self.cancelled():
            raise Cancelled


@dataclass(frozen=True, eq=False)
class _Ticket:
    owner: QObject
    on_done: Callable[[Any], None] | None
    on_error: OnError | None
    on_cancel: Callable[[], None] | None
    lane: tuple[int, str] | None
    number: int
    changes: frozenset[int] | None
    job: Job | None
    future: list["Future[Any]"] = field(default_factory=list)


class JobRunner(QObject):
    """The window's one runner of work. Made on the GUI thread; ``shutdown`` before the window goes."""

    changed = Signal(object)  # frozenset[int]: requests that a writer changed; empty: any
    moved = Signal()  # a labelled job began, moved on or ended
    became_idle = Signal()
    _finished = Signal(object)  # _Ticket
    _progressed = Signal(object)  # Job

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_TURN)
        self._store = ThreadPoolExecutor(1, "lerdesk-store")
        self._work = ThreadPoolExecutor(2, "lerdesk-work")
        self._open: set[_Ticket] = set()
        self._abandoned: set[_Ticket] = set()
        self._numbers: dict[tuple[int, str], int] = {}
        self._closed = False
        # queued, since a future that is cancelled here ends here, in the middle of something else
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._on_progress)

    @property
    def idle(self) -> bool:
        """Nothing runs, waits or is still to be delivered."""
        return not self._open

    @property
    def jobs(self) -> tuple[Job, ...]:
        """The labelled jobs under way, oldest first."""
        tickets = sorted(self._open, key=lambda ticket: ticket.number)
        return tuple(ticket.job for ticket in tickets if ticket.job is not None)

    def store(
        self,
        work: Callable[[], T],
        owner: QObject,
        on_done: Callable[[T], None] | None = None,
        on_error: OnError | None = None,
        *,
        latest: str = "",
    ) -> None:
        """Run ``work`` on the store thread.

        Args:
            work: called without arguments; touches nothing of Qt.
            owner: the widget that asks; when it is gone the answer is dropped.
            on_done: gets what ``work`` returned.
            on_error: gets a ``UserFacingError`` instead of the message bar.
            latest: a name for work that may be overtaken (search while typing): of one owner's calls with the same
                name only the last is answered.
        """
        self._begin(self._store, work, self._ticket(owner, on_done, on_error, latest=latest))

    def write(
        self,
        work: Callable[[], T],
        owner: QObject,
        on_done: Callable[[T], None] | None = None,
        on_error: OnError | None = None,
        *,
        requests: Iterable[int] = (),
    ) -> None:
        """Run a writer on the store thread, then emit ``changed`` with ``requests`` (none named: any)."""
        ticket = self._ticket(owner, on_done, on_error, changes=frozenset(requests))
        self._begin(self._store, work, ticket)

    def work(
        self,
        work: Callable[[], T],
        owner: QObject,
        on_done: Callable[[T], None] | None = None,
        on_error: OnError | None = None,
        *,
        latest: str = "",
    ) -> None:
        """Run ``work`` on one of two threads, for what takes longer and needs no turn in the store's row."""
        self._begin(self._work, work, self._ticket(owner, on_done, on_error, latest=latest))

    def long(
        self,
        work: Callable[[Job], T],
        owner: QObject,
        label: str,
        on_done: Callable[[T], None] | None = None,
        on_error: OnError | None = None,
        *,
        on_cancel: Callable[[], None] | None = None,
        requests: Iterable[int] | None = None,
    ) -> Job:
        """Run long work, shown in the status line with its progress and a way to stop it.

        Args:
            label: in words: "Reading 7 files".
            on_cancel: called on the GUI thread when it stopped because a person asked.
            requests: where it writes, as ``write`` has it.
        """
        job = Job(label, self._progressed.emit)
        changes = None if requests is None else frozenset(requests)
        ticket = self._ticket(
            owner, on_done, on_error, on_cancel=on_cancel, changes=changes, job=job
        )
        self._begin(self._work, lambda: work(job), ticket)
        self.moved.emit()
        return job

    def cancel_all(self) -> None:
        """Ask every labelled job to stop."""
        for job in self.jobs:
            job.cancel()

    def abandon(self) -> None:
        """Stop labelled jobs and drop every answer that is still to come: what asked for them goes away."""
        self.cancel_all()
        self._abandoned.update(self._open)
        for ticket in tuple(self._open):
            if ticket.changes is None and ticket.future:
                ticket.future[0].cancel()

    def shutdown(self, last: Callable[[], None] | None = None) -> None:
        """Let what runs end, drop what waits save the store's writers, join the threads; nothing is delivered any more.

        Args:
            last: run on the store thread after everything else, such as closing the desk.
        """
        self._closed = True
        self.cancel_all()
        self._work.shutdown(wait=True, cancel_futures=True)
        if last is not None:
            self._store.submit(last)
        self._store.shutdown(wait=True)
        self._open.clear()

    def _ticket(
        self,
        owner: QObject,
        on_done: Callable[[Any], None] | None,
        on_error: OnError | None,
        *,
        latest: str = "",
        on_cancel: Callable[[], None] | None = None,
        changes: frozenset[int] | None = None,
        job: Job | None = None,
    ) -> _Ticket:
        lane = (id(owner), latest) if latest else None
        number = self._numbers.get((0, ""), 0) + 1
        self._numbers[0, ""] = number
        if lane is not None:
            self._numbers[lane] = number
            for other in tuple(self._open):
                if other.lane == lane and other.future:
                    other.future[0].cancel()
        return _Ticket(owner, on_done, on_error, on_cancel, lane, number, changes, job)

    def _begin(self, pool: ThreadPoolExecutor, work: Callable[[], Any], ticket: _Ticket) -> None:
        if self._closed:
            return
        self._open.add(ticket)
        future = pool.submit(work)
        ticket.future.append(future)
        future.add_done_callback(lambda _done: self._tell_finished(ticket))

    def _tell_finished(self, ticket: _Ticket) -> None:
        if not self._closed and shiboken6.isValid(self):
            self._finished.emit(ticket)

    @Slot(object)
    def _on_progress(self, _job: object) -> None:
        self.moved.emit()

    @Slot(object)
    def _deliver(self, ticket: _Ticket) -> None:
        if self._closed or ticket not in self._open:
            return
        try:
            self._hand_over(ticket, ticket.future[0])
        finally:
            self._open.discard(ticket)
            self._abandoned.discard(ticket)
            if ticket.job is not None:
                self.moved.emit()
            if self.idle:
                self.became_idle.emit()

    def _hand_over(self, ticket: _Ticket, future: "Future[Any]") -> None:
        if ticket in self._abandoned:
            return
        error = None if future.cancelled() else future.exception()
        if ticket.changes is not None and error is None:
            self.changed.emit(ticket.changes)
        if future.cancelled() or not shiboken6.isValid(ticket.owner):
            return
        if ticket.lane is not None and self._numbers.get(ticket.lane) != ticket.number:
            return
        if error is None:
            if ticket.on_done is not None:
                ticket.on_done(future.result())
        elif isinstance(error, Cancelled):
            if ticket.on_cancel is not None:
                ticket.on_cancel()
        elif isinstance(error, UserFacingError):
            (ticket.on_error or _nearest_tell(ticket.owner))(error)
        else:
            crash.report(error)


def _nearest_tell(owner: QObject) -> OnError:
    """The first ``tell`` among the owner and its parents: the window's message bar."""
    at: QObject | None = owner
    while at is not None:
        tell = getattr(at, "tell", None)
        if callable(tell):
            return tell  # type: ignore[no-any-return]  # found by name: every window has it
        at = at.parent()
    return crash.report
