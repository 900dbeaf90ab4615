"""A choice is made by typing its name, spaces and all."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lerdesk.ui.widgets import Combo

NAMES = ("Federal search warrant", "State search warrant", "Federal grand jury subpoena")


def shown(qtbot: QtBot) -> Combo:
    combo = Combo("Kind of process")
    qtbot.addWidget(combo)
    combo.addItems(NAMES)
    combo.setCurrentIndex(-1)
    combo.show()
    combo.setFocus()
    return combo


def test_a_name_with_spaces_is_typed_to_its_end(qtbot: QtBot) -> None:
    combo = shown(qtbot)
    chosen: list[int] = []
    combo.activated.connect(chosen.append)
    QTest.keyClicks(combo, "federal g")
    assert combo.currentText() == "Federal grand jury subpoena"
    assert not combo.view().isVisible(), "the space opened the list"
    assert chosen[-1] == 2


def test_a_name_is_found_by_a_word_within_it(qtbot: QtBot) -> None:
    combo = shown(qtbot)
    combo.addItem("Government trial subpoena")
    QTest.keyClicks(combo, "g")
    assert combo.currentText() == "Government trial subpoena"
    QTest.keyClicks(combo, "rand jury")
    assert combo.currentText() == "Federal grand jury subpoena"


def test_one_letter_again_goes_on_to_the_next_entry(qtbot: QtBot) -> None:
    combo = shown(qtbot)
    passed = []
    for _time in range(3):
        QTest.keyClicks(combo, "f")
        passed.append(combo.currentText())
    assert passed == [NAMES[0], NAMES[2], NAMES[0]]


def test_a_space_at_rest_opens_the_list(qtbot: QtBot) -> None:
    combo = shown(qtbot)
    QTest.keyClick(combo, Qt.Key.Key_Space)
    assert combo.view().isVisible()
    combo.hidePopup()
