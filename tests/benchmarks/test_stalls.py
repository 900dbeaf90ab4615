"""The real window on 1,000 requests, driven by keys: how long its thread is deaf at most in each step."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from lerdesk.app import bootstrap
from lerdesk.base.clock import MovableClock
from lerdesk.base.settings import Settings
from lerdesk.desk.sample.making import DAY
from lerdesk.ui.screens import settle
from lerdesk.ui.shell.main_window import MainWindow
from lerdesk.ui.theme import theme
from tests.benchmarks.figures import figure, heading
from tests.benchmarks.made_stores import PASSPHRASE, home_of, working_copy
from tests.gaps import Gaps

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
TYPING = 2500  # ms that a person takes to type a passphrase
PAUSE = 60  # ms between two keys


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    folders = home_of(working_copy(1000, tmp_path))
    theme().begin(qapp, "light")
    clock = MovableClock(DAY).clock
    settings = Settings(tmp_path / "window.toml", clock.now())
    made = bootstrap.open_window(None, folders, folders.store, clock, settings)
    made.resize(1600, 1000)
    made.show()
    made.activateWindow()
    bootstrap.begin(made)
    settle(made)
    QTest.qWait(TYPING)
    yield made
    made.close()
    made.deleteLater()


class Person:
    """Presses keys and prints the longest gap of each step."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.gaps = window, Gaps(looking=True)

    def step(self, what: str, act: Callable[[], object]) -> None:
        settle(self.window)
        self.gaps.reset()
        act()
        settle(self.window)
        worst = self.gaps.worst
        note = f"own {worst.own:3.0f}, others {worst.others:3.0f}"
        if worst.wall > 50 and worst.cause:
            note += f" in {worst.cause}"
        figure(what, worst.wall, "ms", note)

    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def keys(self, key: Qt.Key, times: int = 1, modifier: Qt.KeyboardModifier = NONE) -> None:
        for _ in range(times):
            QTest.keyClick(self.focus(), key, modifier)
            QTest.qWait(PAUSE)

    def type(self, words: str) -> None:
        for letter in words:
            QTest.keyClicks(self.focus(), letter)
            QTest.qWait(PAUSE)

    def wheel(self, widget: QWidget, turns: int, modifier: Qt.KeyboardModifier = NONE) -> None:
        middle = QPointF(widget.rect().center())
        for _ in range(turns):
            event = QWheelEvent(
                middle,
                widget.mapToGlobal(middle),
                QPoint(),
                QPoint(0, -120),
                Qt.MouseButton.NoButton,
                modifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(widget, event)
            QTest.qWait(20)


def _opened(window: MainWindow) -> None:
    window.unlock_view.unlock.emit(PASSPHRASE)
    settle(window, until=lambda: window.desk is not None)


def test_stalls(window: MainWindow) -> None:
    person = Person(window)
    heading(
        "Longest gaps between two ticks of 5 ms on the window's thread (aim: 50 ms at most), "
        "what it computed in them itself, and what other threads did"
    )
    step, keys = person.step, person.keys
    step("unlock, to the inbox's rows", lambda: _opened(window))
    table = window.shown.table
    step("inbox: down 40 rows by key", lambda: keys(Qt.Key.Key_Down, 40))
    step("inbox: scroll 60 turns of the wheel", lambda: person.wheel(table.viewport(), 60))
    step("inbox: End and Home", lambda: (keys(Qt.Key.Key_End), keys(Qt.Key.Key_Home)))
    step(
        "inbox: preview, then down 10", lambda: (keys(Qt.Key.Key_Space), keys(Qt.Key.Key_Down, 10))
    )
    step(
        "inbox: type a filter",
        lambda: (keys(Qt.Key.Key_F, 1, CONTROL), person.type("from:fbi warrant")),
    )
    step("inbox: leave the filter", lambda: keys(Qt.Key.Key_Escape))
    step("palette: search", lambda: (keys(Qt.Key.Key_K, 1, CONTROL), person.type("castellano")))
    step("palette: leave", lambda: keys(Qt.Key.Key_Escape))
    number = next(each for each, name in _papers(window).items() if name.startswith("16_"))
    step("open a review, the first in the process", lambda: window.go("review", number, "facts"))
    step(
        "open another, and back",
        lambda: (
            window.go("review", number - 1),
            settle(window),
            window.go("review", number, "facts"),
        ),
    )
    place = window.shown
    step("facts: Tab through 4", lambda: keys(Qt.Key.Key_Tab, 4))
    step("validity: to the tab", lambda: keys(Qt.Key.Key_2, 1, ALT))
    step("questions: J 8, K 4", lambda: (keys(Qt.Key.Key_J, 8), keys(Qt.Key.Key_K, 4)))
    step("questions: answer 3", lambda: keys(Qt.Key.Key_Y, 3))
    step(
        "scope: to the tab, down 3", lambda: (keys(Qt.Key.Key_3, 1, ALT), keys(Qt.Key.Key_Down, 3))
    )
    step(
        "tabs: all and back",
        lambda: [keys(Qt.Key(Qt.Key.Key_1 + one), 1, ALT) for one in (0, 1, 2, 1, 0)],
    )
    view = place.pages.view
    step(
        "pages: zoom in 4, out 4",
        lambda: (
            person.wheel(view.viewport(), 4, CONTROL),
            [view.zoom_by(1) or QTest.qWait(PAUSE) for _ in range(4)],
        ),
    )
    step("pages: scroll 40 turns", lambda: person.wheel(view.viewport(), 40))
    step("pages: fit", view.fit)
    letter = next(each for each, name in _papers(window).items() if name.startswith("13_"))
    step("letters: open the editor with its page", lambda: window.go("letters", letter, "full"))
    step(
        "letters: type a sentence",
        lambda: person.type("We have kept a copy of all that was sent. "),
    )
    step("notices", lambda: window.go("notices"))
    step("report of the half-year", lambda: window.go("reports"))
    step("settings", lambda: window.go("settings"))
    step("help", lambda: window.go("help"))
    step("back to the inbox", lambda: window.go("inbox"))
    step(
        "dark and light",
        lambda: (
            theme().set_appearance("dark"),
            QTest.qWait(PAUSE),
            theme().set_appearance("light"),
        ),
    )
    step("lock", lambda: (window.lock(), settle(window, until=lambda: window.desk is None)))
    step("unlock again", lambda: _opened(window))
    person.gaps.stop()


def _papers(window: MainWindow) -> dict[int, str]:
    """The sample papers' names by request."""
    from lerdesk.desk import review

    return {number: review.look(window.desk, number).documents[0].name for number in range(1, 23)}
