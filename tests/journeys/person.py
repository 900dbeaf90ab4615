"""A person at the keyboard: every key goes to the window that has the keyboard, as the system would send it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from lerdesk.app import bootstrap
from lerdesk.base.clock import MovableClock
from lerdesk.base.folders import Folders
from lerdesk.base.settings import Settings
from lerdesk.desk.session import Desk
from lerdesk.ui.shell.build_ahead import BuildAhead
from lerdesk.ui.shell.load_ahead import LoadAhead
from lerdesk.ui.shell.main_window import MainWindow
from lerdesk.ui.shell.place import Place
from tests.gaps import Gaps

_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}
_KEYS = {",": "Comma", "Enter": "Return", "Esc": "Escape", "PgUp": "PageUp", "PgDown": "PageDown"}


class Strays(QObject):
    """Widgets that became windows of their own for a moment: each takes the keyboard away and flickers."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.met: list[str] = []
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only the window, dialogs and popups are windows."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            kind = watched.windowType()
            welcome = (Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.Dialog)
            if kind not in welcome and not isinstance(watched, MainWindow):
                self.met.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


class Person:
    """Presses keys in the real window and waits, as a person does, until it has settled."""

    def __init__(self, qtbot: QtBot, folders: Folders, hand: MovableClock) -> None:
        self.qtbot, self.folders, self.hand = qtbot, folders, hand
        settings = Settings(folders.config / "window.toml", hand.clock.now())
        self.window: MainWindow = bootstrap.open_window(
            None, folders, folders.store, hand.clock, settings
        )
        self.window.resize(1280, 800)
        self.window.show()
        self.window.activateWindow()
        bootstrap.begin(self.window)
        # in the time that a person takes to begin
        qtbot.waitUntil(lambda: self.window.findChild(LoadAhead) is None, timeout=30_000)
        self.gaps = Gaps(self.window)
        self.strays = Strays(self.window)
        self.settle()
        self.gaps.reset()

    # keys

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each named as in the help: "Ctrl+Enter", "Tab", "Y"."""
        for name in keys:
            *held, last = name.replace("++", "+Plus").split("+")
            modifiers = Qt.KeyboardModifier.NoModifier
            for each in held:
                modifiers |= _MODIFIERS[each]
            key = getattr(Qt.Key, f"Key_{_KEYS.get(last, last)}")
            self._send(key, modifiers, name)
            self.settle()

    def type(self, words: str) -> None:
        """Type ASCII words at the speed of a fast hand; line ends are Enter."""
        for letter in words:
            key: object = Qt.Key.Key_Return if letter == "\n" else letter
            self._send(key, Qt.KeyboardModifier.NoModifier, f"typing {words[:20]!r}")
        self.settle()

    def over(self, words: str) -> None:
        """Select what stands in the field and type over it."""
        self.press("Ctrl+A")
        self.type(words)

    def _send(self, key: object, modifiers: Qt.KeyboardModifier, doing: str) -> None:
        assert QGuiApplication.focusWindow() is not None, f"no window has the keyboard at {doing}"
        self.gaps.doing = f"{doing} on {self.on}"
        QTest.keyClick(QGuiApplication.focusWindow(), key, modifiers)
        QApplication.processEvents()

    def settle(self) -> None:
        """Wait until nothing is loading."""
        self.gaps.skip()
        self.qtbot.waitUntil(lambda: self.window.idle, timeout=30_000)
        assert not self.strays.met, f"became windows of their own: {self.strays.met}"

    def look(self) -> None:
        """Look at the inbox after unlocking, as long as it takes to make the review ahead."""
        self.until(lambda: self.window.findChild(BuildAhead) is None)

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait for a condition."""
        self.qtbot.waitUntil(holds, timeout=30_000)
        self.settle()

    # the mouse

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget, in its middle or at a place in it; the window's system sends it, as with keys."""
        assert widget.isVisible(), f"{widget.accessibleName()} is not seen"
        spot = widget.mapTo(widget.window(), at or widget.rect().center())
        assert widget.window().rect().contains(spot), f"{spot} lies outside the window"
        self.gaps.doing = f"click on {widget.accessibleName() or type(widget).__name__}"
        handle = widget.window().windowHandle()
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        self.settle()

    def drop(self, *files: Path) -> None:
        """Drop files on the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        middle = QPointF(self.window.rect().center())
        how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
        none = Qt.KeyboardModifier.NoModifier
        entering = QDragEnterEvent(middle.toPoint(), *how, none)
        QApplication.sendEvent(self.window, entering)
        assert entering.isAccepted(), "the window takes no files"
        QApplication.sendEvent(self.window, QDropEvent(middle, *how, none))
        self.settle()

    # what the person sees

    @property
    def focus(self) -> QWidget:
        """What has the keyboard."""
        found = QApplication.focusWidget()
        assert found is not None, "the keyboard is nowhere"
        return found

    @property
    def on(self) -> str:
        """The accessible name of what has the keyboard."""
        widget = QApplication.focusWidget()
        if widget is None:
            return "nothing"
        words = widget.accessibleName() or getattr(widget, "text", lambda: "")()
        return str(words) or type(widget).__name__

    @property
    def place(self) -> Place:
        """The place that is shown."""
        assert self.window.shown is not None, "the desk is locked"
        return self.window.shown

    @property
    def desk(self) -> Desk:
        """The open desk."""
        assert self.window.desk is not None, "the desk is locked"
        return self.window.desk

    @property
    def told(self) -> str:
        """The message bar's words."""
        return self.window.view.messages.words() if self.window.view is not None else ""

    @contextmanager
    def looking(self) -> Iterator[None]:
        """The test reads the store on this thread: none of the window's time."""
        yield
        self.gaps.skip()

    def tab_to(self, name: str, *, back: bool = False) -> None:
        """Press Tab until what has the keyboard is called so, or starts so.

        Raises:
            AssertionError: Tab came round without meeting it.
        """
        met = []
        for _ in range(80):
            if self.on.startswith(name):
                return
            met.append(self.on)
            self.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"Tab does not reach {name!r}; it met {list(dict.fromkeys(met))}")

    def choose(self, words: str) -> None:
        """In a list of choices, by its arrow keys, the first that begins so."""
        box = self.focus
        assert isinstance(box, QComboBox), f"{self.on} is no list of choices"
        self.press("Home")
        for _ in range(box.count()):
            if box.currentText().startswith(words):
                return
            self.press("Down")
        raise AssertionError(f"there is no {words!r} to choose")

    # Qt's own dialogs, by their keys

    def name_files(self, *paths: Path) -> None:
        """In the open file dialog, type the names and press Enter."""
        self.until(
            lambda: isinstance(QApplication.focusWidget(), QWidget) and self._dialog() is not None
        )
        words = str(paths[0]) if len(paths) == 1 else " ".join(f'"{path}"' for path in paths)
        self.over(words)
        self.press("Enter")
        self.until(lambda: self._dialog() is None)

    def _dialog(self) -> QDialog | None:
        found = [d for d in self.window.findChildren(QFileDialog) if d.isVisible()]
        return found[0] if found else None

    def command(self, words: str) -> None:
        """By Ctrl+K."""
        self.press("Ctrl+K")
        self.type(words)
        self.press("Enter")

    def see(self, name: str) -> None:
        """Keep a picture, where ``LERDESK_JOURNEY_PICTURES`` names a folder."""
        if folder := os.environ.get("LERDESK_JOURNEY_PICTURES"):
            Path(folder).mkdir(parents=True, exist_ok=True)
            self.until(lambda: self.window.idle)
            self.window.grab().save(str(Path(folder) / f"{name}.png"))
            self.gaps.skip()
