"""The settings: letterhead with its logo, the reviewer's name, a second person, the window's looks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lerdesk.desk import settings as organisation_settings
from lerdesk.desk import stores
from lerdesk.desk.session import Desk
from lerdesk.ui.settings.place import SettingsPlace
from lerdesk.ui.shell.main_window import MainWindow
from lerdesk.ui.theme import theme
from tests.ui.conftest import OpenWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(desk: Desk, open_window: OpenWindow) -> Iterator[MainWindow]:
    opened = open_window(desk)
    opened.go("settings")
    yield opened
    theme().set_appearance("light")


@pytest.fixture
def place(qtbot: QtBot, window: MainWindow) -> SettingsPlace:
    shown = window.shown
    assert isinstance(shown, SettingsPlace)
    qtbot.waitUntil(lambda: window.idle, timeout=10_000)
    return shown


def settled(qtbot: QtBot, place: SettingsPlace) -> None:
    qtbot.waitUntil(lambda: place.context.jobs.idle, timeout=10_000)


def test_the_letterhead_is_changed_and_saved_by_keyboard(
    qtbot: QtBot, place: SettingsPlace
) -> None:
    assert QApplication.focusWidget() is place.letterhead.company
    assert not place.save.isEnabled()
    assert place.save.toolTip() == "Nothing was changed."
    place.letterhead.telephone.clear()
    QTest.keyClicks(place.letterhead.telephone, "(206) 555-0199")
    assert place.save.isEnabled()
    assert place.state_words.text() == "Changed, not saved"
    QTest.keyClick(place.letterhead.telephone, Qt.Key.Key_S, CTRL)
    settled(qtbot, place)
    assert not place.save.isEnabled()
    kept = organisation_settings.organisation(place.context.desk)
    assert kept.letterhead.telephone == "(206) 555-0199"
    assert kept.letterhead.lines == ("400 Alder Street", "Seattle, WA 98101")


def test_a_logo_is_taken_and_one_that_is_no_picture_is_refused_beside_it(
    qtbot: QtBot, place: SettingsPlace, tmp_path: Path
) -> None:
    good, bad = tmp_path / "logo.png", tmp_path / "logo.txt.png"
    image = QImage(120, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#1F5FA6"))
    assert image.save(str(good))
    bad.write_text("no picture")
    place.letterhead.logo.take([bad])
    holder = place.letterhead.logo
    assert "is no picture" in place.letterhead._errors[holder].words()
    assert not place.save.isEnabled()
    place.letterhead.logo.take([good])
    assert place.letterhead._errors[holder].words() == ""
    place.save.click()
    settled(qtbot, place)
    kept = organisation_settings.organisation(place.context.desk)
    assert kept.letterhead.logo == good.read_bytes()
    assert place.letterhead.logo.choose.y() == place.letterhead.logo.take_away.y() == 0, (
        "level with the row's label, however high the picture"
    )


def test_an_empty_company_is_refused_and_nothing_is_lost(
    qtbot: QtBot, place: SettingsPlace, window: MainWindow
) -> None:
    place.letterhead.company.clear()
    place.letterhead.edited.emit()
    place.save.click()
    settled(qtbot, place)
    assert not window.view.messages.words()
    assert "The company has no name." in place.letterhead._errors[place.letterhead.company].words()
    assert QApplication.focusWidget() is place.letterhead.company
    assert place.save.isEnabled(), "what was typed is still there to be mended"
    kept = organisation_settings.organisation(place.context.desk)
    assert kept.letterhead.company == "Northwind Marketplace, Inc."


def test_the_reviewer_takes_another_name_and_the_rail_says_it(
    qtbot: QtBot, place: SettingsPlace, window: MainWindow
) -> None:
    place.people.name.clear()
    QTest.keyClicks(place.people.name, "Ines Moreau")
    QTest.keyClick(place.people.name, Qt.Key.Key_Return)
    settled(qtbot, place)
    assert window.desk.person.name == "Ines Moreau"
    rail = window.view.rail.others.rows
    assert rail.rows[rail.number_of("person")].title == "I. Moreau"


def test_a_second_person_gets_a_key_of_their_own(qtbot: QtBot, place: SettingsPlace) -> None:
    people = place.people
    QTest.keyClicks(people.new_name, "Tunde Okonkwo")
    QTest.keyClicks(people.passphrase, "sample second person")
    QTest.keyClicks(people.again, "sample second persons")
    people.add.click()
    assert people.form._errors[people.again].words() == "The two are not the same."
    QTest.keyClick(people.again, Qt.Key.Key_Backspace)
    QTest.keyClick(people.again, Qt.Key.Key_Return)
    settled(qtbot, place)
    names = [person.name for person in stores.people(place.context.desk)]
    assert names == ["Ines Albrecht", "Tunde Okonkwo"]
    assert people.others.text() == "Ines Albrecht (you), Tunde Okonkwo"
    assert people.passphrase.text() == ""
    for field, words in (
        (people.new_name, "tunde okonkwo"),
        (people.passphrase, "another sample person"),
        (people.again, "another sample person"),
    ):
        QTest.keyClicks(field, words)
    people.add.click()
    settled(qtbot, place)
    assert "another person's name" in people.form._errors[people.new_name].words()
    assert people.form._errors[people.passphrase].words() == ""


def test_the_appearance_holds_at_once_and_is_kept(
    qtbot: QtBot, place: SettingsPlace, window: MainWindow
) -> None:
    looks = place.window_form.looks
    looks.setFocus()
    looks.setCurrentIndex(looks.findData("dark"))
    looks.activated.emit(looks.currentIndex())
    assert theme().dark
    assert window.settings.text("appearance") == "dark"
    window.view.go("inbox")
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(window.view.bar.field, "light app")
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
    qtbot.keyClick(window.view.bar.field, Qt.Key.Key_Return)
    assert not theme().dark, "the appearance is a word away in every place"
    window.view.go("settings")
    assert looks.currentData() == "light"


def test_the_notice_policy_is_set_and_a_zone_is_chosen_by_its_place(
    qtbot: QtBot, place: SettingsPlace
) -> None:
    form = place.letterhead
    QTest.keyClicks(form.policy, "example.com/legal/requests")
    assert form.zone.currentText() == "Los Angeles, America"
    form.zone.setCurrentIndex(form.zone.findText("Berlin, Europe"))
    form.zone.activated.emit(form.zone.currentIndex())
    place.save.click()
    settled(qtbot, place)
    kept = organisation_settings.organisation(place.context.desk)
    assert (kept.policy, kept.zone) == ("example.com/legal/requests", "Europe/Berlin")
