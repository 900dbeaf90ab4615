"""Pictures of the real window: the size asked for, both themes, no word cut that has room."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from lerdesk.app import screens
from lerdesk.desk.session import Desk
from lerdesk.ui.theme import theme
from tests.ui.conftest import OpenWindow, desk, home, open_window, themed, three_requests

__all__ = ["desk", "home", "open_window", "themed", "three_requests"]


@pytest.mark.parametrize("name", ["inbox", "settings", "help"])
def test_pictures_are_of_their_size_and_differ_by_theme(
    qtbot: QtBot, desk: Desk, open_window: OpenWindow, tmp_path: Path, name: str
) -> None:
    window = open_window(desk)
    window.go(name)
    light, dark = screens.take_both(window, name, tmp_path / "screens")
    wide, high = screens.SIZES[name]
    for path in (light, dark):
        image = QImage(str(path))
        assert (image.width(), image.height()) == (wide, high)
    corner = [QImage(str(path)).pixelColor(wide // 2, 4).lightness() for path in (light, dark)]
    assert corner[0] > 200 > 60 > corner[1]
    assert theme().appearance == "light"


@pytest.mark.parametrize("size", [(1280, 720), (1280, 800), (1920, 1080)])
def test_no_button_is_narrower_than_its_words(
    qtbot: QtBot, desk: Desk, open_window: OpenWindow, size: tuple[int, int]
) -> None:
    window = open_window(desk)
    for name in ("inbox", "settings", "help"):
        window.go(name)
        window.resize(*size)
        screens.settle(window)
        narrow = [
            button.text()
            for button in window.findChildren(QPushButton)
            if button.isVisible() and button.width() < button.sizeHint().width()
        ]
        assert narrow == [], name


def test_the_same_view_gives_the_same_picture(
    qtbot: QtBot, desk: Desk, open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window(desk)
    one = screens.take(window, "inbox", tmp_path / "one").read_bytes()
    assert screens.take(window, "inbox", tmp_path / "two").read_bytes() == one
