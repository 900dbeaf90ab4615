"""A real window on a real store, closed and joined after each test."""

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lerdesk.app import bootstrap
from lerdesk.base.clock import MovableClock
from lerdesk.base.folders import Folders
from lerdesk.base.settings import Settings
from lerdesk.desk import stores
from lerdesk.desk.session import Desk
from lerdesk.ui.shell.main_window import MainWindow
from lerdesk.ui.theme import theme
from tests.ui.worked import MORNING, PASSPHRASE, determined, open_desk, received

OpenWindow = Callable[[Desk | None], MainWindow]


@pytest.fixture
def themed(qapp: QApplication) -> None:
    """The program's own looks, light, without a blinking caret."""
    theme().begin(qapp, "light")
    theme().take_font()
    qapp.setCursorFlashTime(0)


@pytest.fixture
def home(tmp_path: Path) -> Folders:
    """Where ``worked.open_desk(tmp_path)`` puts its store."""
    return Folders(tmp_path / "data", tmp_path / "config", tmp_path / "state")


@pytest.fixture(scope="session")
def three_requests(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with three requests: a warrant, a subpoena, a preservation letter. Made once, copied for each."""
    folder = tmp_path_factory.mktemp("three")
    desk = open_desk(folder)
    for name in ("01", "03", "07"):
        received(desk, name)
    desk.close()
    return folder / "data"


@pytest.fixture
def desk(three_requests: Path, home: Folders) -> Desk:
    """The store of three requests, open; the window closes it."""
    shutil.copytree(three_requests, home.data)
    clock = MovableClock(MORNING).clock
    return stores.open_store(home.store, PASSPHRASE, folders=home, clock=clock)


@pytest.fixture
def open_window(qtbot: QtBot, themed: None, home: Folders) -> Iterator[OpenWindow]:
    """Opens the window on a desk, or on the way in; waits until it is settled."""
    windows: list[MainWindow] = []

    def opened(desk: Desk | None) -> MainWindow:
        clock = desk.clock if desk is not None else MovableClock(MORNING).clock
        settings = Settings(home.config / "window.toml", clock.now())
        window = bootstrap.open_window(desk, home, home.store, clock, settings)
        windows.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: window.idle, timeout=20_000)
        return window

    yield opened
    for window in windows:
        window.close()
        window.deleteLater()
    left = [one.name for one in threading.enumerate() if one.name.startswith("lerdesk")]
    assert not left, f"threads are left: {left}"


@pytest.fixture(scope="session")
def determined_requests(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with three requests that are determined: a subpoena, a warrant for content, a silenced warrant."""
    folder = tmp_path_factory.mktemp("determined")
    desk = open_desk(folder)
    for name in ("21", "02", "05"):
        determined(desk, received(desk, name))
    desk.close()
    return folder / "data"


@pytest.fixture
def hand() -> MovableClock:
    """The clock of ``answering``, moved by hand."""
    return MovableClock(MORNING)


@pytest.fixture
def answering(determined_requests: Path, home: Folders, hand: MovableClock) -> Desk:
    """The store of three determined requests, open under ``hand``; the window closes it."""
    shutil.copytree(determined_requests, home.data)
    return stores.open_store(home.store, PASSPHRASE, folders=home, clock=hand.clock)
