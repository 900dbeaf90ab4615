"""The report in the real window: figures that open their requests, bars, checks, papers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from lerdesk.desk import letters
from lerdesk.desk.session import Desk
from lerdesk.domain.vocabulary import LetterKind
from lerdesk.ui.reports.figures import Figure
from lerdesk.ui.reports.place import ReportsPlace
from lerdesk.ui.shell.desk_view import DeskView
from lerdesk.ui.shell.main_window import MainWindow
from tests.ui.accessibility import unnamed_controls

OpenWindow = Callable[[Desk | None], MainWindow]
SUBPOENA, WARRANT, SILENCED = 1, 2, 3


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)


@pytest.fixture
def window(answering: Desk, open_window: OpenWindow) -> MainWindow:
    made = letters.draft(answering, SUBPOENA, LetterKind.FULL)
    letters.issue(answering, made.letter_id)
    window = open_window(answering)
    window.resize(1440, 900)
    return window


@pytest.fixture
def view(window: MainWindow) -> DeskView:
    found = window.findChild(DeskView)
    assert isinstance(found, DeskView)
    return found


@pytest.fixture
def place(qtbot: QtBot, window: MainWindow, view: DeskView) -> ReportsPlace:
    view.go("reports", target="2026-H2")
    settle(qtbot, window)
    found = view.place("reports")
    assert isinstance(found, ReportsPlace)
    return found


def figure(place: ReportsPlace, name: str) -> Figure:
    return next(each for each in place.figures.figures if each.name == name)


def test_each_figure_stands_in_its_row_and_what_is_open_stands_apart(place: ReportsPlace) -> None:
    shown = {each.name: each.text() for each in place.figures.figures}
    assert shown == {
        "Subpoenas, received": "1",
        "Subpoenas, full": "1",
        "All answered requests, received": "1",
        "All answered requests, full": "1",
        "Still open": "2",
    }
    assert place.chooser.currentText() == "2026-H2"


def test_a_figure_opens_its_requests_and_enter_opens_one_in_review(
    qtbot: QtBot, window: MainWindow, view: DeskView, place: ReportsPlace
) -> None:
    chosen = figure(place, "Still open")
    chosen.setFocus()
    qtbot.keyClick(chosen, Qt.Key.Key_Return)
    settle(qtbot, window)
    behind = place.behind
    assert behind is not None
    model = behind.list.model()
    references = [str(model.index(n, 0).data())[:15] for n in range(model.rowCount())]
    assert references == ["LER-2026-000002", "LER-2026-000003"]
    qtbot.keyClick(behind.list, Qt.Key.Key_Down)
    qtbot.keyClick(behind.list, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert view.shown is not None
    assert view.shown.name == "review"
    assert view.state()["request"] == SILENCED


def test_the_bars_say_percent_of_answers_in_words(place: ReportsPlace) -> None:
    names = [bar.accessibleName() for bar in place.figures.bars]
    assert names[0] == "Subpoenas: full 100, partial 0, none 0 percent"
    assert names[1] == "Search warrants: no answers"


def test_the_figures_follow_what_is_issued(
    qtbot: QtBot, window: MainWindow, view: DeskView, place: ReportsPlace, answering: Desk
) -> None:
    made = letters.draft(answering, SILENCED, LetterKind.FULL)
    letters.issue(answering, made.letter_id)
    view.jobs.changed.emit(frozenset({SILENCED}))
    settle(qtbot, window)
    assert figure(place, "Search warrants, full").text() == "1"
    assert figure(place, "Still open").text() == "1"


def test_an_empty_half_year_has_no_links_and_says_so(
    qtbot: QtBot, window: MainWindow, view: DeskView, place: ReportsPlace
) -> None:
    view.go("reports", target="2025-H1")
    settle(qtbot, window)
    assert place.chooser.currentText() == "2025-H1"
    assert place.figures.figures == []
    assert "1 January to 30 June 2025" in place.head.quiet.text()
    place.focus_first()
    assert place.chooser.hasFocus()


@pytest.mark.parametrize(("ending", "begins"), [("pdf", b"%PDF"), ("csv", b"half_year,process")])
def test_the_report_is_exported(
    qtbot: QtBot,
    window: MainWindow,
    place: ReportsPlace,
    tmp_path: Path,
    ending: str,
    begins: bytes,
) -> None:
    (place.export_pdf if ending == "pdf" else place.export_csv)()
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    out = tmp_path / f"report.{ending}"
    dialog.fileSelected.emit(str(out))
    dialog.close()
    qtbot.waitUntil(out.exists, timeout=20_000)
    settle(qtbot, window)
    assert out.read_bytes().startswith(begins)


def test_every_control_has_a_name_and_tab_walks_the_figures_in_their_order(
    qtbot: QtBot, window: MainWindow, place: ReportsPlace
) -> None:
    assert unnamed_controls(place) == []
    figures = place.figures.figures
    figures[0].setFocus()
    for following in figures[1:]:
        now = window.focusWidget()
        assert now is not None
        qtbot.keyClick(now, Qt.Key.Key_Tab)
        assert following.hasFocus()
