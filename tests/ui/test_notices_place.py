"""Notices in the real window: the queue, drafting, issuing with its means, why others wait."""

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lerdesk.base.clock import MovableClock
from lerdesk.desk import notices
from lerdesk.desk.session import Desk
from lerdesk.ui.notices.place import NoticesPlace
from lerdesk.ui.shell.desk_view import DeskView
from lerdesk.ui.shell.main_window import MainWindow
from tests.ui.accessibility import unnamed_controls
from tests.ui.worked import determined, open_desk, received

OpenWindow = Callable[[Desk | None], MainWindow]
DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
SUBPOENA, WARRANT, SILENCED = 1, 2, 3


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)


@pytest.fixture
def window(answering: Desk, open_window: OpenWindow) -> MainWindow:
    made = open_window(answering)
    made.resize(1440, 900)
    return made


@pytest.fixture
def view(window: MainWindow) -> DeskView:
    found = window.findChild(DeskView)
    assert isinstance(found, DeskView)
    return found


@pytest.fixture
def place(qtbot: QtBot, window: MainWindow, view: DeskView) -> NoticesPlace:
    view.go("notices")
    settle(qtbot, window)
    found = view.place("notices")
    assert isinstance(found, NoticesPlace)
    return found


def test_the_queue_is_grouped_and_says_what_may_happen_and_when(place: NoticesPlace) -> None:
    items = [str(place.list.notices.index(n).data()) for n in range(place.list.notices.rowCount())]
    assert items[0] == "May go now, 2"
    silence = items.index("Silence ordered, 1")
    assert "May go 4 May 2027." in items[silence + 1]
    assert place.list.hasFocus()
    assert "2 to send or review" in place.head.quiet.text()


def test_keys_step_over_the_heads(qtbot: QtBot, place: NoticesPlace) -> None:
    seen = []
    for _ in range(3):
        row = place.list.current
        assert row is not None
        seen.append(row.request_id)
        qtbot.keyClick(place.list, Qt.Key.Key_Down)
    assert sorted(seen) == [SUBPOENA, WARRANT, SILENCED]


def test_only_what_can_be_drafted_offers_to_be(
    qtbot: QtBot, window: MainWindow, place: NoticesPlace, answering: Desk
) -> None:
    place.list.select_request(SILENCED)
    settle(qtbot, window)
    assert place.side.currentWidget() is place.standing
    assert not place.standing.draft.isVisible()
    qtbot.keyClick(place.list, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert place.standing.link.hasFocus()
    place.list.select_request(WARRANT)
    settle(qtbot, window)
    assert place.standing.draft.isVisible()
    assert (
        next(row for row in notices.queue(answering) if row.request_id == WARRANT).letter_id is None
    )


def test_drafted_issued_with_its_means_the_waiting_period_runs_from_this_moment(
    qtbot: QtBot, window: MainWindow, place: NoticesPlace, answering: Desk
) -> None:
    place.list.select_request(WARRANT)
    settle(qtbot, window)
    qtbot.keyClick(place.list, Qt.Key.Key_Return)
    settle(qtbot, window)
    pane = place.pane
    qtbot.waitUntil(lambda: pane.page.shown is not None, timeout=20_000)
    assert place.side.currentWidget() is pane
    assert pane.editor.hasFocus()
    qtbot.keyClick(pane.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    question = pane.footer.question
    assert question.isVisible()
    assert "1 Dec 2026" in question.words.text()
    means = window.focusWidget()
    assert means is not None
    assert means.accessibleName() == "How it goes"
    qtbot.keyClick(means, Qt.Key.Key_Down)
    qtbot.keyClick(question.confirm, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.view is not None and pane.view.number is not None, timeout=20_000)
    settle(qtbot, window)
    row = next(row for row in notices.queue(answering) if row.request_id == WARRANT)
    assert row.group == "Waiting period runs"
    assert row.line == "Disclosure not before 1 Dec 2026."
    shown = place.list.current
    assert shown is not None
    assert (shown.request_id, shown.progress) == (WARRANT, (0, 7))


def sent(qtbot: QtBot, window: MainWindow, view: DeskView, desk: Desk) -> NoticesPlace:
    drafted = notices.draft(desk, WARRANT)
    notices.issue(desk, drafted.letter_id, "e-mail")
    view.go("notices", WARRANT)
    settle(qtbot, window)
    place = view.place("notices")
    assert isinstance(place, NoticesPlace)
    return place


def test_a_notice_that_went_later_runs_from_that_day(
    qtbot: QtBot, window: MainWindow, view: DeskView, answering: Desk, hand: MovableClock
) -> None:
    place = sent(qtbot, window, view, answering)
    hand.advance(days=2)
    place.pane.later.click()
    question = place.pane.footer.question
    field = window.focusWidget()
    assert field is not None
    assert field.accessibleName() == "Day"
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, "31 Feb 2026")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert question.refused.isVisible()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, "25 Nov 2026")
    qtbot.keyClick(question.confirm, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert not question.isVisible()
    row = next(row for row in notices.queue(answering) if row.request_id == WARRANT)
    assert row.line == "Disclosure not before 2 Dec 2026."


@pytest.mark.parametrize("width", [1280, 1440, 1920])
def test_what_a_question_needs_to_know_stands_clear_of_its_buttons(
    qtbot: QtBot, window: MainWindow, view: DeskView, answering: Desk, width: int
) -> None:
    window.resize(width, 800)
    place = sent(qtbot, window, view, answering)
    for opens in (place.pane.later, place.pane.back):
        opens.click()
        question = place.pane.footer.question
        qtbot.waitUntil(question.isVisible)
        settle(qtbot, window)
        controls = [
            each
            for each in question.findChildren(QWidget, options=DIRECT)
            if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert len(controls) == 4
        for control in controls:
            name = control.accessibleName()
            assert question.rect().contains(control.geometry()), f"{name} is cut off"
            least = min(control.sizeHint().width(), control.maximumWidth())
            assert control.width() >= least, f"{name} is squeezed"
        for one, other in combinations(controls, 2):
            assert not one.geometry().intersects(other.geometry())
        question.close_question()


def test_a_notice_that_came_back_stands_open_again(
    qtbot: QtBot, window: MainWindow, view: DeskView, answering: Desk
) -> None:
    place = sent(qtbot, window, view, answering)
    place.pane.back.click()
    day = window.focusWidget()
    assert day is not None
    qtbot.keyClick(day, Qt.Key.Key_Tab)
    why = window.focusWidget()
    assert why is not None
    assert why.accessibleName() == "Why it came back"
    qtbot.keyClicks(why, "mailbox unknown")
    qtbot.keyClick(why, Qt.Key.Key_Return)
    settle(qtbot, window)
    row = next(row for row in notices.queue(answering) if row.request_id == WARRANT)
    assert row.group == "May go now"


def test_going_there_from_a_request_drafts_its_notice(
    qtbot: QtBot, window: MainWindow, view: DeskView
) -> None:
    view.go("notices", WARRANT, "notice")
    settle(qtbot, window)
    place = view.place("notices")
    assert isinstance(place, NoticesPlace)
    assert place.pane.view is not None
    assert place.pane.view.request_id == WARRANT
    assert place.pane.editor.isVisible()


def test_each_customer_is_told_in_turn(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    desk = open_desk(tmp_path)
    request = received(desk, "17")
    determined(desk, request)
    window = open_window(desk)
    view = window.findChild(DeskView)
    assert isinstance(view, DeskView)
    view.go("notices", request)
    settle(qtbot, window)
    place = view.place("notices")
    assert isinstance(place, NoticesPlace)
    pane = place.pane
    assert pane.view is not None
    first = pane.view.to
    pane.ask_issue()
    qtbot.keyClick(pane.footer.question.confirm, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert pane.view.number is not None
    assert pane.footer.export.isVisible()
    assert pane.next.isVisible()
    pane.next.click()
    settle(qtbot, window)
    assert pane.view.number is None
    assert pane.view.to != first
    assert not pane.next.isVisible()


def test_the_filter_narrows_the_queue_and_escape_brings_it_back(
    qtbot: QtBot, place: NoticesPlace
) -> None:
    whole = place.list.notices.rowCount()
    qtbot.keyClick(place.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(place.filter, "silence")
    assert place.list.notices.rowCount() == 2
    qtbot.keyClick(place.filter, Qt.Key.Key_Escape)
    assert place.list.notices.rowCount() == whole
    assert place.list.hasFocus()


def test_every_control_has_a_name(
    qtbot: QtBot, window: MainWindow, view: DeskView, place: NoticesPlace
) -> None:
    view.go("notices", WARRANT)
    settle(qtbot, window)
    place.pane.ask_issue()
    assert unnamed_controls(place) == []


def test_the_review_opens_the_notices_request_where_none_is_open(
    qtbot: QtBot, window: MainWindow, view: DeskView, place: NoticesPlace
) -> None:
    qtbot.keyClick(place.list, Qt.Key.Key_Down)
    row = place.list.current
    assert row is not None
    view.go("review")
    settle(qtbot, window)
    assert view.shown is view.place("review")
    assert view.shown.state()["request"] == row.request_id
