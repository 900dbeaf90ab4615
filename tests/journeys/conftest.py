"""A person before a window without a store, in a home of their own."""

import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lerdesk.base.clock import MovableClock
from lerdesk.base.folders import Folders
from lerdesk.ui.theme import fonts, theme
from tests.gaps import TICK
from tests.journeys.person import Person
from tests.ui.worked import PASSPHRASE, open_desk

_SCANNED = (
    "UNITED STATES DEPARTMENT OF JUSTICE",
    "Drug Enforcement Administration",
    "SUBPOENA",
    "No. S7-26-0418",
    "To: Northwind Marketplace, Inc.",
    "Name, address and telephone number of",
    "the customer who used k.ostrander@example.com",
)
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
    request: pytest.FixtureRequest,
    qtbot: QtBot,
    qapp: QApplication,
    folders: Folders,
    hand: MovableClock,
) -> Iterator[Person]:
    """At the keyboard of a window that found no store, or for ``at_work`` a locked one."""
    if "at_work" in request.fixturenames:
        open_desk(folders.data.parent, hand).close()
    theme().begin(qapp, "light")
    qapp.setCursorFlashTime(0)
    made = Person(qtbot, folders, hand)
    yield made
    print(f"\nlongest gaps between two ticks of {TICK} ms: {made.gaps.words()}")
    made.gaps.stop()
    made.window.close()
    made.window.deleteLater()
    left = [one.name for one in threading.enumerate() if one.name.startswith("lerdesk")]
    assert not left, f"threads are left: {left}"


@pytest.fixture
def at_work(person: Person) -> Person:
    """The same person with their store open, at the inbox."""
    person.type(PASSPHRASE)
    person.press("Enter")
    person.until(lambda: person.window.desk is not None)
    person.look()
    return person


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """An administrative subpoena as a scanner leaves it: one picture, no text."""
    image = QImage(1275, 1650, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(fonts.font(3.0))
    for number, line in enumerate(_SCANNED):
        painter.drawText(150, 200 + 60 * number, line)
    painter.end()
    file = tmp_path / "scan.pdf"
    writer = QPdfWriter(str(file))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    painter = QPainter(writer)
    painter.drawImage(QRect(0, 0, writer.width(), writer.height()), image)
    painter.end()
    return file
