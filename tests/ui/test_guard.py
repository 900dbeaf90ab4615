"""The guard on Qt overrides: a bug in one reaches the hook, and the program goes on."""

import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lerdesk.ui.guard import guarded


class Broken(QWidget):
    @guarded()
    def paintEvent(self, _event: QPaintEvent) -> None:
        1 / 0  # noqa: B018 - what would be a segmentation fault without the guard

    @guarded(QSize(10, 20))
    def sizeHint(self) -> QSize:
        return ([] if self.isEnabled() else [QSize()])[0]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[type[BaseException]]:
    kinds: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: kinds.append(kind))
    return kinds


def test_a_paint_that_fails_is_told_and_the_program_goes_on(
    qtbot: QtBot, told: list[type[BaseException]]
) -> None:
    widget = Broken()
    qtbot.addWidget(widget)
    widget.grab()
    assert ZeroDivisionError in told


def test_qt_is_given_the_default_when_an_answer_fails(
    qtbot: QtBot, told: list[type[BaseException]]
) -> None:
    widget = Broken()
    qtbot.addWidget(widget)
    assert widget.sizeHint() == QSize(10, 20)
    assert told == [IndexError]
