"""The window: the way in, and the desk once it is open; locks, unlocks, closes."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from lerdesk.base.errors import UserFacingError
from lerdesk.ui.guard import guarded, override
from lerdesk.ui.shell import window_size

if TYPE_CHECKING:
    # what follows is imported by ``build``, after the first paint
    from lerdesk.base.clock import Clock
    from lerdesk.base.folders import Folders
    from lerdesk.base.settings import Settings
    from lerdesk.desk.session import Desk
    from lerdesk.ui.jobs import JobRunner
    from lerdesk.ui.shell.desk_view import DeskView
    from lerdesk.ui.shell.idle import IdleWatch
    from lerdesk.ui.shell.place import Place
    from lerdesk.ui.unlock.door import Door, FirstStart, Look
    from lerdesk.ui.unlock.first_start import FirstStartView
    from lerdesk.ui.unlock.view import UnlockView
    from lerdesk.ui.widgets import FocusRing


class MainWindow(QWidget):
    """One window. It can be shown at once, empty; ``build`` then brings in what it shows.

    Args:
        door: the ways into a store.
        folders: the program's.
        store_folder: the store to open.
        clock: the program's, until a store brings its own.
        settings: the window's own.
        zone: proposed for a new store.
    """

    opened = Signal()  # a desk is open and its first place is shown
    locked = Signal()
    first_painted = Signal()  # it is on the screen: the heavy imports may begin

    jobs: "JobRunner"
    ring: "FocusRing"
    _idle: "IdleWatch"

    def __init__(
        self,
        door: "Door",
        folders: "Folders",
        store_folder: Path,
        clock: "Clock",
        settings: "Settings",
        zone: str = "America/Los_Angeles",
    ) -> None:
        self.door, self.folders, self.store_folder = door, folders, store_folder
        self.clock, self.settings, self._zone = clock, settings, zone
        self.remember = False  # whether the store opened now is the one that the next start opens
        self.view: DeskView | None = None
        self._kept: tuple[str, dict[str, object]] | None = None
        self._locking = False
        self._last_person = ""
        self._told = ""
        super().__init__()
        self.setWindowTitle("LERDesk")
        self.setAcceptDrops(True)
        self.setMinimumSize(800, 560)
        self.first_start: FirstStartView | None = None
        self._unlock_view: UnlockView | None = None
        self._given = ""
        self.stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        window_size.take(self, settings)
        self._built = False
        self._painted = False

    def build(self) -> None:
        """Bring in the way in and the runner of work; once, after the first paint or before the window is used."""
        if self._built:
            return
        from lerdesk.ui import crash
        from lerdesk.ui.jobs import JobRunner
        from lerdesk.ui.shell.idle import IdleWatch
        from lerdesk.ui.theme import Theme
        from lerdesk.ui.widgets import FocusRing

        self._built = True
        Theme.take_font()
        self.jobs = JobRunner(self)
        self._idle = IdleWatch(self)
        self._idle.idle.connect(self._on_idle)
        self._idle.watch(self.windowHandle())
        self.ring = FocusRing(self)
        crash.listen(self._on_crash)

    # the way in

    @property
    def unlock_view(self) -> "UnlockView":
        """Where the passphrase is typed; made when it is first needed, which a given passphrase spares the start."""
        if self._unlock_view is None:
            from lerdesk.ui.unlock.view import UnlockView

            made = self._unlock_view = UnlockView()
            self.stack.addWidget(made)
            made.unlock.connect(self._on_unlock)
            made.other_store.connect(self._choose_store)
            made.sample_store.connect(self._on_sample)
        return self._unlock_view

    def look_at(self, folder: Path, why: str = "", *, passphrase: str = "") -> None:
        """Ask what lies in a folder, then show its unlock view, or the first start where there is no store.

        Args:
            folder: the store's.
            why: it is locked, in words.
            passphrase: one that was given: it opens the store at once, and only if it is refused is it asked for.
        """
        self.store_folder, self._given = folder, passphrase
        self.jobs.store(
            lambda: self.door.look(folder),
            self,
            lambda look: self._on_look(look, why),
            self._on_refused,
            latest="look",
        )

    def _on_look(self, look: "Look", why: str) -> None:
        if not look.there:
            self._show_first_start()
            return
        given, self._given = self._given, ""
        if given:
            folder = self.store_folder

            def refused(error: UserFacingError) -> None:
                self._show_unlock(look, why)
                self.unlock_view.refuse(error)

            self.jobs.store(lambda: self.door.open(folder, given), self, self.open_desk, refused)
        else:
            self._show_unlock(look, why)

    def _show_unlock(self, look: "Look", why: str) -> None:
        self.unlock_view.show_store(self.store_folder, look, why, self._last_person)
        self.stack.setCurrentWidget(self.unlock_view)

    def _show_first_start(self) -> None:
        if self.first_start is None:
            from lerdesk.ui.unlock.first_start import FirstStartView

            made = self.first_start = FirstStartView(
                self.door, self.jobs, self.store_folder, self._zone
            )
            made.make.connect(self._on_make)
            made.sample_store.connect(self._on_sample)
            made.other_store.connect(self._choose_store)
            self.stack.addWidget(made)
        self.first_start.where.setText(str(self.store_folder))
        self.stack.setCurrentWidget(self.first_start)
        self.first_start.focus_first()

    def _on_refused(self, error: UserFacingError) -> None:
        if self.stack.currentWidget() is self.first_start and self.first_start is not None:
            self.first_start.tell(error)
        else:
            self.unlock_view.refuse(error)

    def _on_unlock(self, passphrase: str) -> None:
        folder = self.store_folder
        self.jobs.store(
            lambda: self.door.open(folder, passphrase), self, self.open_desk, self._on_refused
        )

    def _on_make(self, first: "FirstStart") -> None:
        self.store_folder = first.folder
        self.jobs.store(lambda: self.door.make(first), self, self.open_desk, self._on_refused)

    def _choose_store(self) -> None:
        from lerdesk.ui import files

        files.choose_folder(self, "Open another store", self.look_at)

    def _on_sample(self) -> None:
        if self.first_start is not None:
            self.first_start.set_busy(True)
        self.jobs.long(
            self.door.sample,
            self,
            "Making the sample store",
            self._on_sample_made,
            self._on_refused,
            on_cancel=self._on_sample_stopped,
        )

    def _on_sample_made(self, folder: Path) -> None:
        if self.first_start is not None:
            self.first_start.set_busy(False)
        self.look_at(folder)

    def _on_sample_stopped(self) -> None:
        if self.first_start is not None:
            self.first_start.set_busy(False)

    def open_desk(self, desk: "Desk") -> None:
        """Show an open desk: what was on the screen when this person locked it, else the inbox."""
        from lerdesk.ui.shell.desk_view import DeskView
        from lerdesk.ui.shell.recovered import tell_recovered

        if self._unlock_view is not None:
            self._unlock_view.clear()
        if self.view is not None:
            self._drop_view()
        view = DeskView(desk, self.jobs, self.settings)
        view.lock.connect(self._on_lock)
        self.view = view
        self.stack.addWidget(view)
        self.stack.setCurrentWidget(view)
        self._last_person = desk.person.name
        if self.remember and not desk.sample:
            self.settings.set("store", str(self.store_folder))
        kept, self._kept = self._kept, None
        if kept is not None and kept[0] == desk.person.name:
            view.restore(kept[1])
        else:
            view.go("inbox")
        told, self._told = self._told, ""
        tell_recovered(view, told)
        self._idle.start(self.settings.number("lock_after_minutes"))
        self.opened.emit()

    # what others use of it

    @property
    def desk(self) -> "Desk | None":
        """The open desk; None while it is locked."""
        return self.view.desk if self.view is not None else None

    @property
    def shown(self) -> "Place | None":
        """The place that is shown."""
        return self.view.shown if self.view is not None else None

    @property
    def idle(self) -> bool:
        """Nothing is loading: what is shown is settled (``jobs.became_idle`` tells it)."""
        return self.jobs.idle

    def go(self, place: str, request_id: int | None = None, target: str | None = None) -> None:
        """Show a place of the open desk.

        Raises:
            RuntimeError: the desk is locked.
        """
        if self.view is None:
            raise RuntimeError("the desk is locked")
        self.view.go(place, request_id, target)

    def tell(self, message: UserFacingError | str) -> None:
        """Show an error or a sentence where a person sees it now; one told before the desk opens waits."""
        if self.view is not None:
            self.view.tell(message)
        elif isinstance(message, UserFacingError):
            self._on_refused(message)
        else:
            self._told = f"{self._told} {message}".strip()

    # locking

    def _on_idle(self) -> None:
        minutes = self.settings.number("lock_after_minutes")
        self.lock(f"after {minutes} minutes without use")

    def _on_lock(self) -> None:
        QTimer.singleShot(0, self, self.lock)

    def lock(self, why: str = "") -> None:
        """Hide everything, save it, close the store; what was on the screen is kept in memory for its person."""
        view = self.view
        if view is None or self._locking:
            return
        from lerdesk.ui.unlock.door import Look

        self._locking = True
        self._idle.stop()
        self._kept = (view.desk.person.name, view.state())
        view.flush()
        reason = f" {why}" if why else ""
        words = f"Locked {view.now():%H:%M}{reason}. Everything was saved."
        self.unlock_view.show_store(self.store_folder, Look(there=True), words)
        self.unlock_view.set_busy(True)
        self.stack.setCurrentWidget(self.unlock_view)
        self.jobs.cancel_all()
        self.jobs.store(lambda: None, self, lambda _none: self._on_flushed(words))

    def _on_flushed(self, words: str) -> None:
        view = self.view
        if view is None:
            return
        lost = view.messages.words()
        desk = view.desk
        self._drop_view()
        self.jobs.store(desk.close, self, lambda _none: self._on_closed(words, lost))

    def _on_closed(self, words: str, lost: str) -> None:
        self._locking = False
        self.look_at(self.store_folder, words)
        self.locked.emit()
        if lost:
            self._told = lost

    def _drop_view(self) -> None:
        view, self.view = self.view, None
        if view is not None:
            self.jobs.abandon()
            self.stack.removeWidget(view)
            import shiboken6  # costs a third of the first paint

            shiboken6.delete(view)

    # files, size, the end

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        """The first tells that the window is there."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)

    @override
    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        """From now on there is a window to look at."""
        super().showEvent(event)
        if self._built:
            self._idle.watch(self.windowHandle())

    @override
    @guarded()
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome anywhere."""
        if self.view is not None and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    @guarded()
    def dropEvent(self, event: QDropEvent) -> None:
        """Take them in."""
        paths = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        if self.view is not None and paths:
            event.acceptProposedAction()
            self.view.adding.add(paths)

    def _on_crash(self, report: str) -> None:
        if self.view is None:
            self._on_refused(
                UserFacingError(
                    "A part of LERDesk failed.",
                    "What was saved is safe.",
                    "Close LERDesk and open it again.",
                )
            )
            return

        def copy() -> None:
            QApplication.clipboard().setText(report)

        self.view.messages.tell(
            UserFacingError(
                "A part of LERDesk failed. What was saved is safe.",
                "",
                "The report names lines of the program and no case.",
            ),
            action="Copy the report",
            run=copy,
        )

    @override
    @guarded()
    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what was typed, let writers end, close the store, join the threads."""
        window_size.keep(self, self.settings)
        event.accept()
        if not self._built:
            return
        self._idle.stop()
        view = self.view
        if view is not None:
            view.flush()
        self.jobs.shutdown(view.desk.close if view is not None else None)
