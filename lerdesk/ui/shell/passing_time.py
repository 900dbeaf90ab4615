"""What the passing of time asks of an open desk: once after the unlock, and each hour that the window stays open."""

from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from lerdesk.desk.session import Desk
from lerdesk.ui.jobs import ANY, Job, JobRunner
from lerdesk.ui.shell.load_ahead import LoadAhead

_MINUTE = 60_000  # ms


class PassingTime(QObject):
    """Works out what has come due, once what is shown first is there: nobody waits for it.

    Args:
        desk: just opened.
        jobs: the window's runner.
        parent: the desk's view.

    Signals:
        new_hour: what is shown in words of time is not true any more.
    """

    new_hour = Signal()

    def __init__(self, desk: Desk, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._jobs = desk, jobs
        self._hour = self._hour_now()
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self.look)
        self._minute.start()
        jobs.became_idle.connect(self._begin, Qt.ConnectionType.SingleShotConnection)

    def look(self) -> None:
        """A window that stays open over hours and nights says what is due now, and what a night brought."""
        now = self._hour_now()
        if now != self._hour:
            self._hour = now
            self.new_hour.emit()
            self._move_on()

    def _begin(self) -> None:
        LoadAhead(self)
        self._move_on()

    def _hour_now(self) -> datetime:
        return self._desk.clock.now().replace(minute=0, second=0, microsecond=0)

    def _move_on(self) -> None:
        """Bring to this day what time changed since it was looked at last."""
        desk = self._desk

        def look(job: Job) -> int:
            from lerdesk.desk.index import refresh_stale

            return refresh_stale(desk, job.cancelled)

        self._jobs.long(look, self, "Looking at what has come due", self._on_moved_on)

    def _on_moved_on(self, changed: int) -> None:
        if changed:
            self._jobs.changed.emit(ANY)
