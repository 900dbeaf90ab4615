"""What a place of the window is, and what it is given. Every place builds on this and on nothing else of the shell."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from lerdesk.base.clock import Clock
from lerdesk.base.errors import UserFacingError

if TYPE_CHECKING:
    from lerdesk.base.settings import Settings
    from lerdesk.desk.session import Desk
    from lerdesk.ui.jobs import JobRunner
    from lerdesk.ui.theme import Theme


class Go(Protocol):
    """Goes to a place: ``go("review", request_id, target="validity:E105")``."""

    def __call__(
        self, place: str, request_id: int | None = None, target: str | None = None
    ) -> None:
        """Show ``place`` and, where one is named, the request and what in it to bring into view."""


@dataclass(frozen=True)
class Context:
    """What a place is given, once, when it is made.

    Attributes:
        desk: the open desk; its functions run through ``jobs.store`` or ``jobs.work``, never on the GUI thread.
        jobs: runs work and delivers its outcome on the GUI thread.
        theme: colours, fonts, icons; ``theme.changed`` after light turned dark.
        settings: the window's own settings (splitter sizes, fit); ``settings.set(...)`` keeps one.
        clock: the present moment.
        go: goes to another place: "inbox", "review", "notices", "letters", "reports", "settings", "help".
        tell: shows an error or a sentence in the message bar, until it is closed or the next one comes.
        saved: says in the status line that everything is saved as of now.
    """

    desk: "Desk"
    jobs: "JobRunner"
    theme: "Theme"
    settings: "Settings"
    clock: Clock
    go: Go
    tell: Callable[[UserFacingError | str], None]
    saved: Callable[[], None]


@dataclass(frozen=True)
class Command:
    """One line of the command list.

    Attributes:
        words: what it does, beginning with a verb: "Draft the answer".
        keys: the shortcut as shown, "Ctrl+Enter"; may be empty.
        run: does it.
        icon: an icon's name, see ``lerdesk.ui.theme.icons``.
    """

    words: str
    keys: str
    run: Callable[[], None]
    icon: str = "document"


class Place(QWidget):
    """One place of the window. Made when it is first gone to, and again after an unlock.

    A place paints its own header (``lerdesk.ui.widgets.PlaceHeader``) and loads what it shows through
    ``context.jobs``, so that making one is quick.

    Attributes:
        name: the word that ``go`` takes.
        title: the word on the rail.
        narrow_below: the width of the place itself, in logical pixels, under which the rail folds; 0 never asks.
    """

    name = ""
    title = ""
    narrow_below = 0

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName(f"place-{self.name}")

    def show_request(self, request_id: int, target: str | None = None) -> None:
        """Show this request, and bring ``target`` ("facts", "validity:E105", "scope:3") into view.

        Targets are a ``desk.session.Place`` value, with ``:`` and the step's own target where it has one.
        """

    @property
    def request(self) -> int | None:
        """The request that what is shown belongs to, which the review opens where no other is open in it."""
        return None

    def show_target(self, target: str) -> None:
        """Show something that belongs to no request: "2026-H2" in the reports, "keys" in the help."""

    def refresh(self, changed: frozenset[int]) -> None:
        """A writer changed these requests (empty: anything may have changed): load anew what shows them."""

    def focus_first(self) -> None:
        """Put the keyboard where work begins."""
        self.setFocus()

    def state(self) -> dict[str, object]:
        """What is on the screen (request, tab, selection, scrolling), kept in memory while locked."""
        return {}

    def restore(self, state: dict[str, object]) -> None:
        """Bring back what ``state`` told."""

    def flush(self) -> None:
        """Hand what was typed and is not saved yet to ``jobs.store``, now: the window closes or is locked."""

    def commands(self) -> list[Command]:
        """What can be done here now, for the command list."""
        return []
