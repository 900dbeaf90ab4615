"""The window with a request open, as the review's tests take it into their hands."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lerdesk.desk import review
from lerdesk.desk.session import Desk
from lerdesk.ui.review.place import ReviewPlace
from lerdesk.ui.shell.main_window import MainWindow


class Reviewing:
    """The window with a request open, and what a person does to it."""

    def __init__(self, qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
        self.qtbot, self.window, self.desk = qtbot, window, desk
        view = window.view
        assert view is not None
        view.go("review", 1)
        self.settle()
        place = view.shown
        assert isinstance(place, ReviewPlace)
        self.place = place
        qtbot.waitUntil(lambda: place.view is not None)
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.window.idle, timeout=20_000)

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifier)

    def type(self, words: str) -> None:
        for letter in words:
            widget = QApplication.focusWidget()
            assert widget is not None
            QTest.keyClicks(widget, letter)

    def tab(self, number: int) -> None:
        self.key(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
        self.settle()

    def recorded(self) -> review.RequestView:
        self.settle()
        return review.look(self.desk, 1)
