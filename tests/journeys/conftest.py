"""A person before a window without a store, in a home of their own."""

import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lerdesk.base.clock import MovableClock
from lerdesk.base.folders import Folders
from lerdesk.ui.theme import theme
from tests.journeys.person import Person

MORNING = datetime.fromisoformat("2026-11-24T09:00:00-08:00")


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    """The program's, where nothing lies yet; the person's own home stands beside them."""
    own = tmp_path / "home"
    own.mkdir()
    monkeypatch.setenv("HOME", str(own))
    return Folders(tmp_path / "data", tmp_path / "config", tmp_path / "state")


@pytest.fixture
def hand() -> MovableClock:
    """The program's clock, moved by hand."""
    return MovableClock(MORNING)


@pytest.fixture
def person(
    qtbot: QtBot, qapp: QApplication, folders: Folders, hand: MovableClock
) -> Iterator[Person]:
    """At the keyboard of a window that found no store."""
    theme().begin(qapp, "light")
    qapp.setCursorFlashTime(0)
    made = Person(qtbot, folders, hand)
    yield made
    print(f"\nlongest gaps between two ticks of {5} ms: {made.gaps.words()}")
    made.window.close()
    made.window.deleteLater()
    left = [one.name for one in threading.enumerate() if one.name.startswith("lerdesk")]
    assert not left, f"threads are left: {left}"
