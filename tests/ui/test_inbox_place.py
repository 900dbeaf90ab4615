"""The inbox as a place, by its keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lerdesk.desk.session import Desk, Place, Step
from lerdesk.ui.inbox.model import COLUMNS, DUE, PROCESS, STEP
from lerdesk.ui.inbox.place import InboxPlace, go_to_step
from lerdesk.ui.theme import fonts
from lerdesk.ui.widgets import Label
from tests.ui.conftest import OpenWindow
from tests.ui.worked import open_desk, received

KEY = Qt.Key


@pytest.fixture
def inbox(desk: Desk, open_window: OpenWindow) -> InboxPlace:
    place = open_window(desk).shown
    assert isinstance(place, InboxPlace)
    return place


def settled(qtbot: QtBot, inbox: InboxPlace) -> None:
    qtbot.waitUntil(lambda: inbox.context.jobs.idle, timeout=20_000)


def references(inbox: InboxPlace) -> list[str]:
    rows = [inbox.model.row(number) for number in range(len(inbox.model.ids))]
    return [row.reference if row is not None else "" for row in rows]


def test_the_views_bear_their_figures(qtbot: QtBot, inbox: InboxPlace) -> None:
    assert inbox.tabs.count_of(0) == "3"
    assert inbox.tabs.accessibleTabName(1) == "Open, 3"
    inbox.tabs.setCurrentIndex(5)
    settled(qtbot, inbox)
    assert inbox.body.currentWidget() is inbox.nothing
    assert inbox.nothing.sentence.text() == "No request is closed yet."
    inbox.filter.setText("nobody")
    qtbot.waitUntil(lambda: inbox.nothing.sentence.text() == "No request fits.", timeout=5000)
    QTest.keyClick(inbox.clear_button, KEY.Key_Return)
    settled(qtbot, inbox)
    assert len(inbox.model.ids) == 3


def test_the_filter_narrows_while_it_is_typed_and_escape_takes_it_away(
    qtbot: QtBot, inbox: InboxPlace
) -> None:
    QTest.keyClick(inbox.table, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is inbox.filter
    QTest.keyClicks(inbox.filter, "process:subpoena")
    qtbot.waitUntil(lambda: len(inbox.model.ids) == 1, timeout=5000)
    QTest.keyClick(inbox.filter, KEY.Key_Down)
    assert QApplication.focusWidget() is inbox.table
    inbox.filter.setFocus()
    QTest.keyClick(inbox.filter, KEY.Key_Escape)
    qtbot.waitUntil(lambda: len(inbox.model.ids) == 3, timeout=5000)


def test_a_click_on_a_head_sorts(qtbot: QtBot, inbox: InboxPlace) -> None:
    head = inbox.table.horizontalHeader()
    column = [key for key, _words in COLUMNS].index("reference")
    head.setSortIndicator(column, Qt.SortOrder.DescendingOrder)
    settled(qtbot, inbox)
    assert references(inbox) == ["LER-2026-000003", "LER-2026-000002", "LER-2026-000001"]


def test_space_shows_and_hides_the_preview(qtbot: QtBot, inbox: InboxPlace) -> None:
    assert inbox.preview.isVisible()
    QTest.keyClick(inbox.table, KEY.Key_Space)
    assert not inbox.preview.isVisible()
    assert not inbox.context.settings.flag("preview")
    QTest.keyClick(inbox.table, KEY.Key_Space)
    assert inbox.preview.isVisible()
    settled(qtbot, inbox)
    assert inbox.preview.page._image is not None, "the first page, through the confined reader"


def test_the_current_row_stays_when_something_changes(qtbot: QtBot, inbox: InboxPlace) -> None:
    inbox.table.selectRow(1)
    kept = inbox._current
    inbox.refresh(frozenset())
    settled(qtbot, inbox)
    assert inbox._current == kept
    assert inbox.table.currentIndex().row() == 1


def test_a_figure_of_the_report_shows_its_requests_alone(qtbot: QtBot, inbox: InboxPlace) -> None:
    inbox.show_target("requests:3,1|2026-H2, subpoenas")
    settled(qtbot, inbox)
    assert inbox.model.ids == (3, 1)
    assert inbox.header.quiet.text() == "2 requests · 2026-H2, subpoenas"
    inbox.filter.setFocus()
    QTest.keyClick(inbox.filter, KEY.Key_Escape)
    qtbot.waitUntil(lambda: len(inbox.model.ids) == 3, timeout=5000)
    assert inbox.header.quiet.text() == ""


@pytest.mark.parametrize(
    ("step", "gone_to"),
    [
        (Step("Decide 1 of 5 items", Place.SCOPE, "3"), ("review", 7, "scope:3")),
        (Step("Confirm 4 facts", Place.FACTS), ("review", 7, "facts")),
        (Step("Send the notice", Place.NOTICE), ("notices", 7, "notice")),
        (Step("Finish the letter", Place.LETTER, "12"), ("letters", 7, "letter:12")),
        (Step("Wait: customer told, 6 days left", None), ("review", 7)),
    ],
)
def test_enter_goes_where_the_step_is_done(step: Step, gone_to: tuple[object, ...]) -> None:
    went: list[tuple[object, ...]] = []
    go_to_step(lambda *words: went.append(words), 7, step)
    assert went == [gone_to]


def test_an_empty_inbox_says_what_to_do_in_one_sentence(
    qtbot: QtBot, tmp_path: Path, open_window: OpenWindow
) -> None:
    window = open_window(open_desk(tmp_path))
    inbox = window.shown
    assert isinstance(inbox, InboxPlace)
    assert inbox.body.currentWidget() is inbox.empty
    assert not inbox.filter.isVisible()
    assert QApplication.focusWidget() is inbox.add_button
    received(window.desk, "07")
    inbox.refresh(frozenset())
    settled(qtbot, inbox)
    assert inbox.body.currentWidget() is inbox.listing
    assert QApplication.focusWidget() is inbox.table


def test_at_1280_the_longest_step_and_process_stand_whole(inbox: InboxPlace) -> None:
    window = inbox.window()
    window.resize(1280, 720)
    QApplication.processEvents()
    table = inbox.table
    step = fonts.width("Silence; tell the customer on 24 Nov 2027", 1.0, 500)
    process = fonts.width("Federal grand jury subpoena")
    assert table.columnWidth(STEP) - 34 >= step
    assert table.columnWidth(PROCESS) - 16 >= process
    assert table.columnWidth(DUE) - 42 - 16 - 10 >= fonts.width("in 161 days")
    widths = [table.columnWidth(column) for column in range(len(COLUMNS))]
    assert sum(widths) == table.viewport().width()


@pytest.mark.parametrize("size", [(900, 600), (1280, 800)])
def test_the_preview_cuts_none_of_what_it_says(
    qtbot: QtBot, inbox: InboxPlace, size: tuple[int, int]
) -> None:
    settled(qtbot, inbox)
    inbox.window().resize(*size)

    def cut() -> list[str]:
        return [
            label.text()
            for label in inbox.preview.findChildren(Label)
            if label.isVisible() and label.height() < label.heightForWidth(label.width())
        ]

    qtbot.waitUntil(lambda: inbox.preview.width() <= size[0] and not cut())
