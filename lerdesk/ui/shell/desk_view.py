"""The window while a store is open: rail, top bar, message bar, the places, status line."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.base.errors import UserFacingError
from lerdesk.base.settings import Settings
from lerdesk.desk.session import Desk
from lerdesk.ui.guard import guarded
from lerdesk.ui.jobs import ANY, JobRunner
from lerdesk.ui.shell.adding import Added, Adding, outcome
from lerdesk.ui.shell.build_ahead import BuildAhead
from lerdesk.ui.shell.palette import Palette
from lerdesk.ui.shell.passing_time import PassingTime
from lerdesk.ui.shell.place import Command, Context, Place
from lerdesk.ui.shell.rail import Rail
from lerdesk.ui.shell.registry import BY_NAME, OTHER, PLACES, place_class
from lerdesk.ui.shell.status_line import StatusLine
from lerdesk.ui.shell.top_bar import TopBar
from lerdesk.ui.theme import metrics, theme
from lerdesk.ui.widgets import MessageBar


class DeskView(QWidget):
    """Made when a store was opened, gone when it is locked.

    Args:
        desk: the open desk.
        jobs: the window's runner.
        settings: the window's own.
    """

    lock = Signal()
    place_shown = Signal(object)  # str: the place's name

    def __init__(
        self, desk: Desk, jobs: JobRunner, settings: Settings, parent: QWidget | None = None
    ) -> None:
        self._places: dict[str, Place] = {}
        self._states: dict[str, dict[str, object]] = {}  # of places not gone to since the unlock
        self._shown: Place | None = None
        self._open_request: int | None = None
        self._open_reference = ""
        self._bare = False
        self._zone: ZoneInfo | None = None  # the organisation's own, once it is read
        self.desk, self.jobs, self.settings = desk, jobs, settings
        super().__init__(parent)
        self.context = Context(
            desk, jobs, theme(), settings, desk.clock, self.go, self.tell, self.saved
        )
        self._build()
        self._connect()
        self.adding = Adding(self, desk, jobs, self._on_added)
        self.rail.set_person(desk.person.name)
        QTimer.singleShot(0, self, self._ask)  # the first place's rows come before it
        self._time = PassingTime(desk, jobs, self)
        self._time.new_hour.connect(self._on_new_hour)
        BuildAhead(self)

    def _build(self) -> None:
        self.rail = Rail()
        self.bar = TopBar(self)
        self.messages = MessageBar()
        self.stack = QStackedWidget()
        self.status = StatusLine(self.jobs)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        for widget in (self.bar, self.messages, self.stack, self.status):
            column.addWidget(widget, 1 if widget is self.stack else 0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)

    def _connect(self) -> None:
        self.rail.chosen.connect(self._on_rail)
        self.jobs.changed.connect(self._on_changed)
        self.messages.closed.connect(self._focus_place)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._on_focus)
        self.palette_ = Palette(
            self.bar, self.context, lambda: self._shown, self._about, self._own_commands
        )
        self.bar.add.connect(self.add_files)
        self.bar.left.connect(self._focus_place)
        for command in self._own_commands():
            for keys in command.keys.split(" or "):
                self._shortcut(keys, command.run)
        for entry in (*PLACES, *OTHER):
            self._shortcut(entry.keys, partial(self.go, entry.name))
        self._shortcut("Ctrl+K", self.bar.enter)
        self._shortcut("Ctrl+Shift+F", self._search_every)

    def _shortcut(self, keys: str, run: Callable[[], None]) -> None:
        QShortcut(QKeySequence(keys), self, run)

    def _own_commands(self) -> list[Command]:
        return [
            Command("Add served files", "Ctrl+O or Ctrl+N", self.add_files, "add"),
            Command("Lock the desk", "Ctrl+L", self.lock.emit, "lock"),
            Command("Fold or unfold the rail", "Ctrl+B", self.toggle_rail, "own_window"),
        ]

    # places

    @property
    def shown(self) -> Place | None:
        """The place that is shown."""
        return self._shown

    def place(self, name: str) -> Place:
        """A place, made if need be."""
        if name not in self._places:
            made = place_class(name)(self.context)
            self._places[name] = made
            self.stack.addWidget(made)
            if name in self._states:
                made.restore(self._states.pop(name))
        return self._places[name]

    def make_ahead(self, name: str) -> None:
        """Make a place to which nobody goes yet; one that brings something back is made when it is gone to."""
        if name not in self._states:
            self.place(name)

    def go(self, place: str, request_id: int | None = None, target: str | None = None) -> None:
        """Show a place, and in it a request or what belongs to none; see ``place.Go``."""
        if place == "review":
            if request_id is None and (request_id := self._open_request) is None:
                request_id = self._shown.request if self._shown is not None else None
            if request_id is None:
                self.go("inbox")
                self.tell("Choose a request here, then Enter opens it.")
                return
            if request_id != self._open_request:
                self.messages.clear()  # it was about the other one
                self._open_request, self._open_reference = request_id, ""
                self._ask_reference(request_id)
        if place not in BY_NAME:
            raise KeyError(place)
        self._time.look()
        # where it is said where to go, nothing of before the lock comes in between
        self._states.pop(place if target is not None else "", None)
        shown = self.place(place)
        changed = shown is not self._shown
        if self._shown is not None and changed:
            if self._bare:
                self.toggle_bare()
            self._shown.flush()
            self.messages.clear()
        self._shown = shown
        self.stack.setCurrentWidget(shown)
        self.rail.set_here(place)
        self._fold()
        if changed:
            shown.focus_first()  # before the target, which knows better where the keyboard belongs
        if request_id is not None:
            shown.show_request(request_id, target)
        elif target is not None:
            shown.show_target(target)
        if changed:
            self.place_shown.emit(place)

    def _focus_place(self) -> None:
        if self._shown is not None:
            self._shown.focus_first()

    @guarded()
    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """What had the keyboard in a place went away: Qt hands it on along the whole window, to the rail as a rule."""
        place = self._shown
        if old is None or place is None or not place.isVisible() or not place.isAncestorOf(old):
            return
        gone = not old.isVisible()
        if gone and (new is None or not place.isAncestorOf(new)):
            QTimer.singleShot(0, self, self._bring_back_focus)

    def _bring_back_focus(self) -> None:
        place, now = self._shown, QApplication.focusWidget()
        elsewhere = now is not None and (now is self.bar.field or now.window() is not self.window())
        lost = now is None or (place is not None and not place.isAncestorOf(now))
        if place is not None and place.isVisible() and lost and not elsewhere:
            place.focus_first()

    def _ask_reference(self, request_id: int) -> None:
        desk = self.desk

        def ask() -> str:
            from lerdesk.desk import inbox

            return next((row.reference for row in inbox.rows(desk, (request_id,))), "")

        self.jobs.store(ask, self, self._on_reference, latest="reference")

    def _on_reference(self, reference: str) -> None:
        self._open_reference = reference
        self.rail.set_figure("review", reference.rpartition("-")[2])

    def _about(self) -> str:
        here = self._shown is not None and self._shown.name == "review"
        return self._open_reference if here else ""

    def _on_rail(self, name: str) -> None:
        if name == "lock":
            self.lock.emit()
        elif name == "person":
            self.go("settings", target="person")
        else:
            self.go(name)

    # what waits, what is saved

    def _on_changed(self, changed: frozenset[int]) -> None:
        self.saved()
        for place in self._places.values():
            place.refresh(changed)
        self._count()
        self.rail.set_person(self.desk.person.name)

    def _count(self) -> None:
        desk = self.desk

        def count() -> tuple[int, int, int]:
            from lerdesk.desk import inbox

            figures = inbox.counts(desk)
            return figures.inbox, figures.notices, figures.letters

        self.jobs.store(count, self, self._on_counted, latest="count")

    def _on_counted(self, figures: tuple[int, int, int]) -> None:
        for name, figure in zip(("inbox", "notices", "letters"), figures, strict=True):
            self.rail.set_figure(name, str(figure) if figure else "")

    def _on_new_hour(self) -> None:
        for place in self._places.values():
            place.refresh(ANY)
        self._count()

    def saved(self) -> None:
        """Say that everything is saved as of now."""
        self.status.set_part("saved", f"Saved {self.now():%H:%M}")

    def now(self) -> datetime:
        """The present moment in the organisation's zone."""
        return self.desk.clock.now().astimezone(self._zone)

    def _ask(self) -> None:
        desk = self.desk
        self.status.set_part("rulebook", f"Rulebook {desk.rulebook.version}")
        self.status.set_part("sample", "Sample store" if desk.sample else "")

        def zone() -> ZoneInfo:
            from lerdesk.desk import settings

            return settings.zone(desk)

        self.jobs.store(zone, self, self._on_zone)
        self._count()
        self.jobs.became_idle.connect(self._ask_reader, Qt.ConnectionType.SingleShotConnection)

    def _on_zone(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self.saved()

    def _ask_reader(self) -> None:
        """Found out by starting a process: once the first place stands."""
        desk = self.desk
        self.jobs.work(
            lambda: f"Reader: {desk.reader.isolation} isolation",
            self,
            lambda words: self.status.set_part("reader", words),
        )

    # files, messages

    def add_files(self) -> None:
        """Let a person choose served files."""
        self.adding.choose()

    def _on_added(self, added: Added) -> None:
        said = outcome(added)
        first = next(iter(added.received), None)
        if first is not None:
            inbox = self.place("inbox")
            inbox.show_request(first.request_id)
        if said:
            self.tell(said)
        elif first is not None and (self._shown is None or self._shown.name != "inbox"):
            words = (
                f"{first.reference} was added."
                if len(added.received) == 1
                else f"{len(added.received)} requests were added."
            )
            self.messages.tell(words, action="Show in the inbox", run=lambda: self.go("inbox"))

    def tell(self, message: UserFacingError | str) -> None:
        """Show an error or a sentence in the message bar."""
        self.messages.tell(message)

    def _search_every(self) -> None:
        typed = self.bar.field.text().strip()
        self.bar.leave()
        self.go("inbox", target=f"words:{typed}")

    # looks

    def toggle_bare(self) -> None:
        """Give the place the whole window, or take it back; one with ``toggle_whole`` shows its page alone."""
        self._bare = not self._bare
        for widget in (self.rail, self.bar, self.status):
            widget.setVisible(not self._bare)
        whole = getattr(self._shown, "toggle_whole", None)
        if callable(whole):
            whole()

    def toggle_rail(self) -> None:
        """Fold the rail to icons by hand, or unfold it."""
        self.settings.set("rail_folded", not self.settings.flag("rail_folded"))
        self._fold()

    def _fold(self) -> None:
        wide = self.width()
        need = self._shown.narrow_below if self._shown is not None else 0
        folded = (
            self.settings.flag("rail_folded")
            or wide < metrics.RAIL_FOLDS_BELOW
            or (need > 0 and wide - metrics.RAIL < need)
        )
        if folded != self.rail.folded:
            self.rail.set_folded(folded)

    @override
    @guarded(False)
    def event(self, event: QEvent) -> bool:
        """F11 comes here from everywhere: a part that knows it too would make the shortcut ambiguous."""
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F11:
            event.accept()
            return True
        return super().event(event)

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F11:
            self.toggle_bare()
        else:
            super().keyPressEvent(event)

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
        if self.bar.list.isVisible():
            self.bar.leave()

    # lock, close

    def flush(self) -> None:
        """Hand everything typed to the store."""
        for place in self._places.values():
            place.flush()

    def state(self) -> dict[str, object]:
        """What is on the screen."""
        return {
            "here": self._shown.name if self._shown is not None else "inbox",
            "request": self._open_request,
            "reference": self._open_reference,
            "places": self._states | {name: one.state() for name, one in self._places.items()},
        }

    def restore(self, state: dict[str, object]) -> None:
        """Bring back what ``state`` told."""
        request = state.get("request")
        self._open_request = request if isinstance(request, int) else None
        self._on_reference(str(state.get("reference") or ""))
        places = state.get("places")
        self._states = {
            str(name): inner
            for name, inner in (places.items() if isinstance(places, dict) else ())
            if isinstance(inner, dict)
        }
        here = str(state.get("here") or "inbox")
        shown = self.place(here)
        self._shown = shown
        self.stack.setCurrentWidget(shown)
        self.rail.set_here(here)
        self._fold()
        shown.focus_first()
