"""The window around the places: by the keys that a person uses, on a real store."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from lerdesk.base.errors import UserFacingError
from lerdesk.base.folders import Folders
from lerdesk.base.resources import resources
from lerdesk.desk.receive import Received
from lerdesk.desk.session import Desk
from lerdesk.store import requests
from lerdesk.ui.inbox.place import InboxPlace
from lerdesk.ui.review.place import ReviewPlace
from lerdesk.ui.shell.adding import Added, outcome
from lerdesk.ui.shell.main_window import MainWindow
from lerdesk.ui.theme import metrics
from tests.ui.accessibility import unnamed_controls
from tests.ui.conftest import OpenWindow
from tests.ui.worked import PASSPHRASE

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """A key as it comes from the keyboard: to whatever has it."""
    focus = QApplication.focusWidget() or window
    if modifier is None:
        QTest.keyClick(focus, key)
    else:
        QTest.keyClick(focus, key, modifier)


@pytest.fixture
def window(desk: Desk, open_window: OpenWindow) -> MainWindow:
    """Open on three requests."""
    return open_window(desk)


def settled(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)


def inbox_of(window: MainWindow) -> InboxPlace:
    place = window.view.place("inbox")
    assert isinstance(place, InboxPlace)
    return place


def test_it_opens_at_the_inbox_with_the_keyboard_in_the_table(
    qtbot: QtBot, window: MainWindow
) -> None:
    assert window.shown.name == "inbox"
    assert QApplication.focusWidget() is inbox_of(window).table
    assert window.view.status.words.text().startswith("Saved 09:00")
    assert "Rulebook 20" in window.view.status.words.text()
    assert window.view.status.words.text().endswith("Sample store")


@pytest.mark.parametrize("name", ["inbox", "settings", "help"])
def test_every_control_has_a_name(qtbot: QtBot, window: MainWindow, name: str) -> None:
    window.go(name)
    settled(qtbot, window)
    assert unnamed_controls(window) == []


def test_keys_go_to_places_and_the_rail_follows(qtbot: QtBot, window: MainWindow) -> None:
    press(window, KEY.Key_F1)
    assert window.shown.name == "help"
    assert window.view.rail.others.here == "help"
    press(window, KEY.Key_Comma, CTRL)
    assert window.shown.name == "settings"
    press(window, KEY.Key_1, CTRL)
    assert window.shown.name == "inbox"


def test_the_review_is_made_ahead_and_nobody_is_taken_to_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.waitUntil(lambda: window.view.findChild(ReviewPlace) is not None)
    made = window.view.findChild(ReviewPlace)
    assert window.shown.name == "inbox"
    assert QApplication.focusWidget() is inbox_of(window).table
    window.go("review", 1)
    assert window.shown is made


def test_review_without_a_request_says_where_to_choose_one(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.go("help")
    press(window, KEY.Key_2, CTRL)
    assert window.shown.name == "inbox"
    assert "Choose a request" in window.view.messages.words()


def test_what_was_said_of_one_request_is_not_said_of_another(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.go("review", 1)
    window.view.tell("Taken back: an answer")
    window.go("review", 1, "facts")
    assert window.view.messages.words()
    window.go("review", 2)
    assert not window.view.messages.words()
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)


def test_the_rail_works_by_arrows_and_enter(qtbot: QtBot, window: MainWindow) -> None:
    rail = window.view.rail.others
    rail.setFocus()
    for _ in range(rail.rows.number_of("help") - rail.currentIndex().row()):
        press(window, KEY.Key_Down)
    press(window, KEY.Key_Return)
    assert window.shown.name == "help"


def test_the_rail_folds_when_the_window_is_narrow_and_by_hand(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: window.view.rail.width() == metrics.RAIL)
    window.resize(metrics.RAIL_FOLDS_BELOW - 1, 900)
    qtbot.waitUntil(lambda: window.view.rail.width() == metrics.RAIL_FOLDED)
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: window.view.rail.width() == metrics.RAIL)
    press(window, KEY.Key_B, CTRL)
    assert window.view.rail.folded
    press(window, KEY.Key_B, CTRL)
    assert not window.view.rail.folded


def test_f11_gives_the_place_the_whole_window(qtbot: QtBot, window: MainWindow) -> None:
    press(window, KEY.Key_F11)
    assert not window.view.rail.isVisible()
    press(window, KEY.Key_F11)
    assert window.view.rail.isVisible()


def test_the_search_finds_an_order_by_a_word_in_it(qtbot: QtBot, window: MainWindow) -> None:
    bar = window.view.bar
    press(window, KEY.Key_K, CTRL)
    assert QApplication.focusWidget() is bar.field
    QTest.keyClicks(bar.field, "Drug Enf")
    settled(qtbot, window)
    lines = [(line.words, line.quiet) for line in bar.list.lines.lines if line.run is not None]
    assert bar.list.isVisible()
    assert any("LER-2026-000002" in quiet for _words, quiet in lines)
    assert lines[-1][0] == "Search every request for “Drug Enf”"
    assert bar.list.lines.lines[bar.list.at].run is not None
    press(window, KEY.Key_Escape)
    assert not bar.list.isVisible()
    assert QApplication.focusWidget() is inbox_of(window).table


def test_a_command_is_found_by_its_words_and_run_by_enter(qtbot: QtBot, window: MainWindow) -> None:
    press(window, KEY.Key_K, CTRL)
    QTest.keyClicks(window.view.bar.field, "sett")
    settled(qtbot, window)
    press(window, KEY.Key_Return)
    qtbot.waitUntil(lambda: window.shown.name == "settings")
    assert not window.view.bar.list.isVisible()


def test_the_list_opens_with_the_head_of_its_first_group(qtbot: QtBot, window: MainWindow) -> None:
    press(window, KEY.Key_K, CTRL)
    listed = window.view.bar.list
    assert len(listed.lines.lines) > 15, "more than it shows at once"
    top = listed.rows.indexAt(QPoint(20, 4))
    assert listed.lines.lines[top.row()].run is None


def test_the_list_steps_over_the_heads_of_groups(qtbot: QtBot, window: MainWindow) -> None:
    press(window, KEY.Key_K, CTRL)
    listed = window.view.bar.list
    seen = [listed.at]
    for _ in range(len(listed.lines.lines) * 2):
        press(window, KEY.Key_Down)
        assert listed.lines.lines[listed.at].run is not None
        seen.append(listed.at)
    assert len(set(seen)) == sum(line.run is not None for line in listed.lines.lines)


def drop(window: MainWindow, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    point = QPointF(QPoint(300, 300))
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(point, copy, data, left, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(event)


def test_files_dropped_anywhere_become_requests(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.go("help")
    drop(window, [next((resources() / "samples").glob("12*.pdf"))])
    settled(qtbot, window)
    assert window.view.messages.words() == "LER-2026-000004 was added."
    window.view.messages.action.click()
    settled(qtbot, window)
    assert window.shown.name == "inbox"
    assert len(inbox_of(window).model.ids) == 4
    row = inbox_of(window).model.row(inbox_of(window).table.currentIndex().row())
    assert row.reference == "LER-2026-000004", "the new one is selected"


def test_several_bad_files_are_told_once_and_the_good_ones_are_taken_in(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    empty, text, folder = tmp_path / "empty.pdf", tmp_path / "notes.pdf", tmp_path / "folder"
    empty.touch()
    text.write_text("not a PDF")
    folder.mkdir()
    good = next((resources() / "samples").glob("12*.pdf"))
    drop(window, [empty, good, text, folder, tmp_path / "gone.pdf"])
    settled(qtbot, window)
    words = window.view.messages.words()
    assert words.startswith("4 of 5 files were not taken in. 1 taken in.")
    for name in ("empty.pdf", "notes.pdf", "folder", "gone.pdf"):
        assert name in words
    assert len(inbox_of(window).model.ids) == 4


def test_what_is_here_already_is_said_and_not_taken_in_again(
    qtbot: QtBot, window: MainWindow
) -> None:
    drop(window, [next((resources() / "samples").glob("01*.pdf"))])
    settled(qtbot, window)
    assert "already here as LER-2026-000001" in window.view.messages.words()
    assert len(inbox_of(window).model.ids) == 3


def unlock(qtbot: QtBot, window: MainWindow, passphrase: str) -> None:
    QTest.keyClicks(window.unlock_view.passphrase, passphrase)
    QTest.keyClick(window.unlock_view.passphrase, KEY.Key_Return)


def test_locking_hides_all_and_unlocking_brings_back_what_was_there(
    qtbot: QtBot, window: MainWindow
) -> None:
    inbox = inbox_of(window)
    press(window, KEY.Key_F, CTRL)
    QTest.keyClicks(inbox.filter, "drug")
    qtbot.waitUntil(lambda: inbox.model.ids == (2,), timeout=5000)
    window.go("help", target="keys")
    with qtbot.waitSignal(window.locked, timeout=10_000):
        press(window, KEY.Key_L, CTRL)
    settled(qtbot, window)
    assert window.desk is None
    assert window.stack.currentWidget() is window.unlock_view
    assert window.unlock_view.why.text() == "Locked 09:00. Everything was saved."
    assert window.unlock_view.reviewer.currentText() == "Ines Albrecht"
    assert unnamed_controls(window.unlock_view) == []

    unlock(qtbot, window, "not the one")
    qtbot.waitUntil(window.unlock_view.warning.isVisible, timeout=10_000)
    assert window.desk is None
    assert window.unlock_view.passphrase.wrong
    window.unlock_view.passphrase.clear()
    with qtbot.waitSignal(window.opened, timeout=10_000):
        unlock(qtbot, window, PASSPHRASE)
    settled(qtbot, window)
    assert window.unlock_view.passphrase.text() == ""
    assert window.shown.name == "help"
    assert window.shown.state() == {"page": "keys"}
    window.go("inbox")
    settled(qtbot, window)
    assert inbox_of(window).filter.text() == "drug"
    assert inbox_of(window).model.ids == (2,)


def test_what_time_moved_on_is_worked_out_once_the_inbox_is_there(
    qtbot: QtBot, desk: Desk, open_window: OpenWindow
) -> None:
    with desk.store.writing(journalled=False) as unit:
        of_before = replace(
            requests.index(unit, 1), status="waiting", step="Wait for a day that is gone"
        )
        requests.set_index(unit, 1, of_before)
    window = open_window(desk)
    model = inbox_of(window).model
    number = model.number_of(1)
    qtbot.waitUntil(lambda: "Wait" not in model.row(number).step.words, timeout=20_000)


def test_it_locks_by_itself_when_nobody_is_there(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.locked, timeout=10_000):
        window._idle.start(0.0005)
    settled(qtbot, window)
    assert "after 15 minutes without use" in window.unlock_view.why.text()


def test_an_error_says_what_was_kept_and_what_to_do(qtbot: QtBot, window: MainWindow) -> None:
    window.tell(UserFacingError("The disk is full.", "Your text is kept.", "Make room."))
    bar = window.view.messages
    assert bar.what.text() == "The disk is full."
    assert bar.rest.text() == "Your text is kept. Make room."
    bar._close.setFocus()
    press(window, KEY.Key_Escape)
    assert bar.words() == ""
    assert QApplication.focusWidget() is inbox_of(window).table


def test_hostile_words_stay_words(qtbot: QtBot, window: MainWindow) -> None:
    window.tell(UserFacingError("<b>x</b> <img src='http://example.com'>\u202etxt"))
    assert window.view.messages.what.textFormat() == Qt.TextFormat.PlainText
    assert "\u202e" not in window.view.messages.words()


def test_the_focus_ring_follows_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    window.view.bar.add_button.setFocus()
    assert window.ring.around is window.view.bar.add_button
    inbox_of(window).table.setFocus()
    assert window.ring.around is None, "rows show the keyboard by their own accent"


def test_the_size_is_kept_and_the_settings_name_no_case(
    qtbot: QtBot, window: MainWindow, home: Folders
) -> None:
    window.resize(1234, 789)
    settled(qtbot, window)
    window.close()
    text = (home.config / "window.toml").read_text()
    assert "[1234, 789]" in text
    assert "LER-" not in text


@pytest.mark.parametrize("key", [KEY.Key_O, KEY.Key_N])
def test_files_are_chosen_by_keyboard(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    press(window, key, CTRL)
    (dialog,) = window.findChildren(QFileDialog)
    assert dialog.isVisible()
    path = next((resources() / "samples").glob("12*.pdf"))
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    field.setText(str(path))
    QTest.keyClick(field, KEY.Key_Return)
    qtbot.waitUntil(lambda: len(inbox_of(window).model.ids) == 4, timeout=20_000)
    settled(qtbot, window)
    assert not window.findChildren(QFileDialog)
    assert QApplication.focusWidget() is inbox_of(window).table


def test_of_several_files_it_is_said_first_how_many_were_taken_in() -> None:
    several = (
        Received(1, "LER-2026-000001"),
        Received(2, "LER-2026-000002", "two.pdf: It has no text. Its facts are entered by hand."),
        Received(3, "LER-2026-000003", "It was not taken in again.", "LER-2026-000003"),
    )
    told = outcome(Added(several, (), stopped=False, asked=3))
    assert isinstance(told, UserFacingError)
    assert told.what == "2 of 3 files were taken in."
    assert told.do.splitlines()[0].startswith("two.pdf: It has no text.")
    assert outcome(Added(several[:1], (), stopped=False, asked=1)) == ""
