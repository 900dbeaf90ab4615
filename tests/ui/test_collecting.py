"""What refers to itself is freed on the window's thread, and the old of it only while nobody touches the window."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from lerdesk.ui.shell.collecting import Collecting


class Ring:
    """Refers to itself, and tells on which thread it ends."""

    ended_on: list[threading.Thread]

    def __init__(self, ended_on: list[threading.Thread]) -> None:
        self.ring = self
        self.ended_on = ended_on

    def __del__(self) -> None:
        self.ended_on.append(threading.current_thread())


@pytest.fixture
def untouched() -> list[float]:
    """For how many seconds nobody touched the window."""
    return [0.0]


@pytest.fixture
def collecting(qapp: object, untouched: list[float]) -> Iterator[QObject]:
    parent = QObject()
    Collecting(parent, lambda: untouched[0])
    yield parent
    parent.deleteLater()


def test_what_another_thread_left_ends_on_the_windows_own(
    collecting: QObject, qtbot: QtBot
) -> None:
    ended: list[threading.Thread] = []
    worker = threading.Thread(target=lambda: [Ring(ended) for _ in range(2000)] and None)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: len(ended) == 2000)
    assert set(ended) == {threading.main_thread()}


def test_what_grew_old_ends_when_nobody_is_there(
    collecting: QObject, untouched: list[float], qtbot: QtBot
) -> None:
    ended: list[threading.Thread] = []
    kept = [Ring(ended)]
    gc.collect()
    kept.clear()
    gc.collect(1)
    assert not ended
    untouched[0] = 60.0
    qtbot.waitUntil(lambda: len(ended) == 1)


def test_python_collects_by_itself_again_after_the_last(qtbot: QtBot) -> None:
    first, second = QObject(), QObject()
    for parent in (first, second):
        Collecting(parent, lambda: 0.0)
    first.deleteLater()
    qtbot.wait(0)
    assert not gc.isenabled()
    second.deleteLater()
    qtbot.waitUntil(gc.isenabled)
    assert gc.get_freeze_count() == 0
