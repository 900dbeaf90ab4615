"""The start: nothing heavy before the first paint; a store is made on one page; the sample store is one button away."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lerdesk.app import bootstrap
from lerdesk.base.clock import Clock
from lerdesk.base.folders import Folders
from lerdesk.desk import settings, stores
from lerdesk.desk.sample import making
from lerdesk.desk.session import Desk
from tests.ui.accessibility import unnamed_controls
from tests.ui.conftest import OpenWindow
from tests.ui.worked import PASSPHRASE, open_desk

HEAVY = (
    "sqlalchemy",
    "alembic",
    "sqlcipher3",
    "reportlab",
    "pypdfium2",
    "jinja2",
    "holidays",
    "PIL",
)
OURS = ("lerdesk.store", "lerdesk.documents", "lerdesk.paper", "lerdesk.letters")


def test_the_window_brings_in_nothing_heavy_before_it_is_painted() -> None:
    script = (
        "import sys; import lerdesk.app.window, lerdesk.ui.shell.main_window;"
        f"print([name for name in {HEAVY + OURS!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert done.stdout.strip() == "[]"


def test_a_store_is_made_on_one_page_by_keyboard(
    qtbot: QtBot, open_window: OpenWindow, home: Folders
) -> None:
    window = open_window(None)
    first = window.first_start
    assert first is not None
    assert window.stack.currentWidget() is first
    assert unnamed_controls(first) == []
    assert QApplication.focusWidget() is first.passphrase

    QTest.keyClick(first.passphrase, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert first.form._errors[first.passphrase].words() == "Choose a passphrase."
    assert not stores.exists(home.store)

    QTest.keyClicks(first.passphrase, "abc")
    qtbot.waitUntil(lambda: window.idle)
    assert first.strength.words() == "Very weak"
    first.passphrase.clear()
    QTest.keyClicks(first.passphrase, PASSPHRASE)
    qtbot.waitUntil(lambda: window.idle)
    assert first.strength.words() == "Strong"
    QTest.keyClicks(first.again, PASSPHRASE)
    QTest.keyClicks(first.reviewer, "Ines Albrecht")
    QTest.keyClicks(first.company, "Northwind Marketplace, Inc.")
    QTest.keyClicks(first.lines, "400 Alder Street")
    with qtbot.waitSignal(window.opened, timeout=20_000):
        QTest.keyClick(first.company, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
    assert window.shown.name == "inbox"
    head = settings.organisation(window.desk).letterhead
    assert head.company == "Northwind Marketplace, Inc."
    assert head.lines == ("400 Alder Street",)
    assert window.settings.text("store") == "", "a test's window remembers no store"


def test_two_passphrases_that_differ_are_refused_beside_the_field(
    qtbot: QtBot, open_window: OpenWindow, home: Folders
) -> None:
    first = open_window(None).first_start
    QTest.keyClicks(first.passphrase, PASSPHRASE)
    QTest.keyClicks(first.again, PASSPHRASE + "x")
    QTest.keyClicks(first.reviewer, "Ines")
    QTest.keyClicks(first.company, "Northwind")
    first.button.click()
    assert first.form._errors[first.again].words() == "The two are not the same."
    assert first.again.wrong
    assert not stores.exists(home.store)


def test_a_weak_passphrase_is_refused_in_words_and_the_page_stays(
    qtbot: QtBot, open_window: OpenWindow, home: Folders
) -> None:
    window = open_window(None)
    first = window.first_start
    for field in (first.passphrase, first.again):
        QTest.keyClicks(field, "password")
    QTest.keyClicks(first.reviewer, "Ines")
    QTest.keyClicks(first.company, "Northwind")
    first.button.click()
    qtbot.waitUntil(lambda: window.idle, timeout=10_000)
    assert "passphrase is" in first.messages.words()
    assert first.button.isEnabled()
    assert not stores.exists(home.store)


def test_a_first_start_with_a_logo_that_is_none_makes_no_store_and_goes_on(
    qtbot: QtBot, open_window: OpenWindow, home: Folders, tmp_path: Path
) -> None:
    window = open_window(None)
    first = window.first_start
    text, gif, good = (tmp_path / name for name in ("text.png", "gif.png", "good.png"))
    text.write_text("no picture")
    gif.write_bytes(
        bytes.fromhex("47494638396101000100800000000000ffffff2c00000000010001000002024401003b")
    )
    image = QImage(60, 20, QImage.Format.Format_RGB32)
    image.fill(0x1F5FA6)
    image.save(str(good))
    for field in (first.passphrase, first.again):
        QTest.keyClicks(field, PASSPHRASE)
    QTest.keyClicks(first.reviewer, "Ines")
    QTest.keyClicks(first.company, "Northwind")

    first.logo.take([text])
    assert "is no picture" in first.form._errors[first.logo].words()
    first.logo.take([gif])
    first.button.click()
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
    assert "no PNG or JPEG" in first.messages.words()
    assert not stores.exists(home.store), "what was refused left half a store behind"

    first.logo.take([good])
    with qtbot.waitSignal(window.opened, timeout=20_000):
        first.button.click()
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
    assert settings.organisation(window.desk).letterhead.logo == good.read_bytes()


@pytest.mark.parametrize("size", [(1280, 800), (853, 533)], ids=["small", "small at 150 %"])
def test_the_first_starts_buttons_are_in_sight_in_a_small_window(
    qtbot: QtBot, open_window: OpenWindow, size: tuple[int, int]
) -> None:
    window = open_window(None)
    window.resize(*size)
    first = window.first_start
    qtbot.waitUntil(lambda: first.width() == window.width())
    for button in (first.button, first.sample, first.other):
        assert button.visibleRegion().boundingRect() == button.rect(), button.text()
    assert first.messages.isHidden()


def test_the_sample_store_shows_its_two_passphrases(
    qtbot: QtBot, tmp_path: Path, open_window: OpenWindow
) -> None:
    desk = open_desk(tmp_path)
    stores.add_person(desk, making.SECOND, "sample second person")
    desk.close()
    window = open_window(None)
    view = window.unlock_view
    assert window.stack.currentWidget() is view
    assert [view.reviewer.itemText(i) for i in range(view.reviewer.count())] == [
        "Ines Albrecht",
        making.SECOND,
    ]
    assert "Ines Albrecht: sample store" in view.hints.text()
    assert f"{making.SECOND}: sample second person" in view.hints.text()
    assert view.hints.isVisible()
    assert bootstrap.SAMPLE_PASSPHRASES == {
        making.REVIEWER: making.PASSPHRASE,
        making.SECOND: making.SECOND_PASSPHRASE,
    }


def test_a_store_that_a_person_made_under_a_set_clock_shows_no_passphrase(
    qtbot: QtBot, open_window: OpenWindow, home: Folders
) -> None:
    stores.create(
        home.store,
        PASSPHRASE,
        company="Northwind",
        reviewer="Ana Reviewer",
        folders=home,
        clock=Clock(),
        sample=True,
    ).close()
    view = open_window(None).unlock_view
    assert view.reviewer.currentText() == "Ana Reviewer"
    assert not view.hints.isVisible()


def test_caps_lock_is_said_while_the_passphrase_is_typed(
    qtbot: QtBot, tmp_path: Path, open_window: OpenWindow
) -> None:
    open_desk(tmp_path).close()
    view = open_window(None).unlock_view
    QTest.keyClick(view.passphrase, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not view.warning.isVisible()
    QTest.keyClick(view.passphrase, "A", Qt.KeyboardModifier.NoModifier)
    assert view.warning.words() == "Caps Lock is on"
    assert view.warning.isVisible()


def test_a_passphrase_that_was_given_opens_the_store_or_is_asked_for(
    qtbot: QtBot, tmp_path: Path, open_window: OpenWindow, home: Folders
) -> None:
    open_desk(tmp_path).close()
    window = open_window(None)
    window.look_at(home.store, passphrase="of another store")
    qtbot.waitUntil(window.unlock_view.warning.isVisible, timeout=20_000)
    assert window.unlock_view.warning.words() == "The passphrase is wrong. Type it again."
    assert window.view is None

    window.look_at(home.store, passphrase=PASSPHRASE)
    qtbot.waitUntil(lambda: window.view is not None and window.idle, timeout=20_000)
    assert window.shown.name == "inbox"


def test_a_passphrase_that_was_given_for_no_store_leads_to_the_first_start(
    qtbot: QtBot, open_window: OpenWindow, home: Folders
) -> None:
    window = open_window(None)
    window.look_at(home.data / "elsewhere", passphrase=PASSPHRASE)
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)
    assert window.stack.currentWidget() is window.first_start


def _bug(*_given: object) -> NoReturn:
    raise KeyError("Harbour Lane 4")


@pytest.mark.logs("A part of the program failed")
def test_a_bug_while_a_store_opens_is_told_and_the_passphrase_can_be_typed_again(
    qtbot: QtBot, open_window: OpenWindow, desk: Desk, home: Folders
) -> None:
    desk.close()
    window = open_window(None)
    view = window.unlock_view
    whole, window.door = window.door, replace(window.door, open=_bug)
    QTest.keyClicks(view.passphrase, PASSPHRASE)
    QTest.keyClick(view.passphrase, Qt.Key.Key_Return)
    assert not view.button.isEnabled()
    qtbot.waitUntil(lambda: window.idle and view.button.isEnabled(), timeout=10_000)
    assert view.warning.isVisible()
    assert view.warning.words() == ("A part of LERDesk failed. Close LERDesk and open it again."), (
        "and nothing of what it failed at"
    )
    assert view.passphrase.isEnabled()
    window.door = whole
    with qtbot.waitSignal(window.opened, timeout=20_000):
        QTest.keyClick(view.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)


@pytest.mark.logs("A part of the program failed")
def test_a_bug_while_a_given_passphrase_opens_the_store_is_told(
    qtbot: QtBot, open_window: OpenWindow, desk: Desk, home: Folders
) -> None:
    desk.close()
    window = open_window(None)
    window.door = replace(window.door, open=_bug)
    window.look_at(home.store, passphrase=PASSPHRASE)
    qtbot.waitUntil(lambda: window.idle, timeout=10_000)
    assert window.stack.currentWidget() is window.unlock_view
    assert window.unlock_view.warning.words().startswith("A part of LERDesk failed.")


@pytest.mark.logs("A part of the program failed")
def test_a_bug_while_a_store_is_made_is_told_and_the_page_stays(
    qtbot: QtBot, open_window: OpenWindow, home: Folders
) -> None:
    window = open_window(None)
    first = window.first_start
    window.door = replace(window.door, make=_bug)
    for field in (first.passphrase, first.again):
        QTest.keyClicks(field, PASSPHRASE)
    QTest.keyClicks(first.reviewer, "Ines")
    QTest.keyClicks(first.company, "Northwind")
    first.button.click()
    qtbot.waitUntil(lambda: window.idle and first.button.isEnabled(), timeout=10_000)
    assert window.stack.currentWidget() is first
    assert "A part of LERDesk failed." in first.messages.words()
    assert first.company.text() == "Northwind"
