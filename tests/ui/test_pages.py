"""The page view: pages come without the window waiting, words are selected, marks are clicked, words are found."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from lerdesk.desk.pages import PageWords, RenderedPage
from lerdesk.ui.jobs import JobRunner
from lerdesk.ui.pages.layout import GAP, column
from lerdesk.ui.pages.pane import PagePane
from lerdesk.ui.pages.selection import finds
from lerdesk.ui.pages.values import Mark, Paper, Selected
from lerdesk.ui.theme import theme
from tests.ui.review_views import DrawnPages


@pytest.fixture
def jobs(qapp: object) -> Iterator[JobRunner]:
    theme().begin(qapp, "light")
    runner = JobRunner()
    yield runner
    runner.shutdown()


def paper(pages: int = 3, key: int = 7) -> Paper:
    return Paper(key, f"paper {key}", ((612.0, 792.0),) * pages)


def shown(qtbot: QtBot, jobs: JobRunner, source: object, *papers: Paper) -> PagePane:
    pane = PagePane(jobs)
    qtbot.addWidget(pane)
    pane.resize(640, 900)
    with qtbot.waitActive(pane):
        pane.show()
    pane.show_papers(papers or (paper(),), source)
    pane.view.setFocus()
    return pane


def settled(qtbot: QtBot, jobs: JobRunner) -> None:
    qtbot.waitUntil(lambda: jobs.idle)


def at_word(pane: PagePane, line: int, place: int, page: int = 1) -> QPoint:
    """The middle of a drawn word, in the viewport."""
    view = pane.view
    spot = view.layout_now.find(7, page)
    assert spot is not None
    box = view.layout_now.place(
        spot, (72 + 46 * place, 100 + 20 * line, 108 + 46 * place, 112 + 20 * line)
    )
    y = (box[1] + box[3]) / 2 - view.verticalScrollBar().value()
    return QPoint(round((box[0] + box[2]) / 2), round(y))


def test_pages_stand_in_one_column_on_device_pixels() -> None:
    made = column(
        ((1, 1, 612, 792), (1, 2, 500, 700)), zoom=0.93, rotation=0, view_width=801, ratio=1.5
    )
    first, second = made.spots
    assert second.top - first.bottom == pytest.approx(GAP, abs=0.7)
    for spot in made.spots:
        for edge in (spot.left, spot.top, spot.across, spot.down):
            assert (edge * 1.5) == pytest.approx(round(edge * 1.5))
        assert spot.left + spot.across / 2 == pytest.approx(801 / 2, abs=1)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_point_of_a_turned_page_is_the_point_of_the_page(rotation: int) -> None:
    made = column(((1, 1, 612, 792),), zoom=1.3, rotation=rotation, view_width=900, ratio=1)
    left, top, right, bottom = made.place(made.spots[0], (100, 200, 140, 212))
    x, y = made.point(made.spots[0], (left + right) / 2, (top + bottom) / 2)
    assert (x, y) == (pytest.approx(120), pytest.approx(206))


def test_the_first_of_300_pages_is_there_while_hardly_any_other_was_asked_for(
    qtbot: QtBot, jobs: JobRunner
) -> None:
    source = DrawnPages()
    pane = shown(qtbot, jobs, source, paper(300))
    view = pane.view
    first = view.layout_now.spots[0]
    qtbot.waitUntil(lambda: view.feed.picture(view.wish_for(first)) is not None)
    settled(qtbot, jobs)
    assert source.asked[0] == ("render", 7, 1)
    whole = {page for what, _, page in source.asked if what == "words"}
    assert whole <= {1, 2}
    assert len(source.asked) < 40


class SlowPages(DrawnPages):
    """Pages that stay in the reader until they are let go."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()

    def render(self, paper: int, page: int, scale: float, rotation: int) -> RenderedPage:
        self.go.wait(20)
        return super().render(paper, page, scale, rotation)


def test_scrolling_never_waits_and_pages_passed_by_are_not_fetched(
    qtbot: QtBot, jobs: JobRunner
) -> None:
    source = SlowPages()
    pane = shown(qtbot, jobs, source, paper(200))
    for _ in range(150):
        qtbot.keyClick(pane.view, Qt.Key.Key_PageDown)
    assert pane.view.here[1] > 50
    assert source.asked == []
    source.go.set()
    settled(qtbot, jobs)
    passed = {page for what, _, page in source.asked if what == "render"} - {1}
    assert min(passed) > 40


def test_closing_cancels_what_waits_and_lets_the_source_go(qtbot: QtBot, jobs: JobRunner) -> None:
    source = SlowPages()
    pane = shown(qtbot, jobs, source, paper(50))
    pane.close_source()
    source.go.set()
    qtbot.waitUntil(lambda: source.closed == 1)
    settled(qtbot, jobs)
    assert len(source.asked) == 1


class BrokenPages(DrawnPages):
    def render(self, paper: int, page: int, scale: float, rotation: int) -> RenderedPage:
        from lerdesk.base.errors import UserFacingError

        if page == 1:
            raise UserFacingError("The page took too long.")
        return super().render(paper, page, scale, rotation)


def test_a_page_that_cannot_be_shown_says_so_and_the_others_come(
    qtbot: QtBot, jobs: JobRunner
) -> None:
    pane = shown(qtbot, jobs, BrokenPages())
    settled(qtbot, jobs)
    view = pane.view
    assert view.feed.refusal(view.wish_for(view.layout_now.spots[0])) == "The page took too long."
    assert view.feed.picture(view.wish_for(view.layout_now.spots[1])) is not None


def test_keys_zoom_fit_and_go_through_the_pages(qtbot: QtBot, jobs: JobRunner) -> None:
    pane = shown(qtbot, jobs, DrawnPages(), paper(9))
    view, control = pane.view, Qt.KeyboardModifier.ControlModifier
    before = view.layout_now.zoom
    qtbot.keyClick(view, Qt.Key.Key_Plus, control)
    assert view.layout_now.zoom > before
    assert not view.fitted
    qtbot.keyClick(view, Qt.Key.Key_0, control)
    assert view.layout_now.zoom == pytest.approx(before)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.here == (7, 9)
    assert pane.toolbar.page.text() == "9"
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.here == (7, 1)
    pane.toolbar.page.setFocus()
    pane.toolbar.page.selectAll()
    qtbot.keyClicks(pane.toolbar.page, "4")
    qtbot.keyClick(pane.toolbar.page, Qt.Key.Key_Return)
    assert view.here == (7, 4)
    assert view.hasFocus()


def test_zooming_keeps_the_place(qtbot: QtBot, jobs: JobRunner) -> None:
    pane = shown(qtbot, jobs, DrawnPages(), paper(9))
    pane.view.go_to(7, 5)
    for _ in range(4):
        pane.view.zoom_by(1)
    assert pane.view.here == (7, 5)


def test_words_are_selected_by_dragging(qtbot: QtBot, jobs: JobRunner) -> None:
    pane = shown(qtbot, jobs, DrawnPages())
    settled(qtbot, jobs)
    told: list[Selected | None] = []
    pane.view.words_selected.connect(told.append)
    viewport, left = pane.view.viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(viewport, left, pos=at_word(pane, 2, 3))
    for place in (4, 5):
        qtbot.mouseMove(viewport, at_word(pane, 2, place))
        from PySide6.QtCore import QEvent, QPointF
        from PySide6.QtGui import QMouseEvent
        from PySide6.QtWidgets import QApplication

        spot = QPointF(at_word(pane, 2, place))
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(
            viewport,
            QMouseEvent(QEvent.Type.MouseMove, spot, viewport.mapToGlobal(spot), left, left, none),
        )
    qtbot.mouseRelease(viewport, left, pos=at_word(pane, 2, 5))
    chosen = pane.view.selection
    assert chosen is not None
    assert chosen.words == "w23 w24 w25"
    assert (chosen.paper, chosen.page, len(chosen.boxes)) == (7, 1, 1)
    assert told[-1] == chosen


def test_words_are_selected_by_keyboard_alone(qtbot: QtBot, jobs: JobRunner) -> None:
    pane = shown(qtbot, jobs, DrawnPages())
    settled(qtbot, jobs)
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(pane.view, Qt.Key.Key_Right)
    assert pane.view.selection.words == "w00"
    qtbot.keyClick(pane.view, Qt.Key.Key_Down, control)
    qtbot.keyClick(pane.view, Qt.Key.Key_Right)
    qtbot.keyClick(pane.view, Qt.Key.Key_Right, shift)
    assert pane.view.selection.words == "w11 w12"
    qtbot.keyClick(pane.view, Qt.Key.Key_Down, shift)
    assert len(pane.view.selection.boxes) == 2
    assert "w22" in pane.view.accessibleDescription()
    with qtbot.waitSignal(pane.view.choose_asked):
        qtbot.keyClick(pane.view, Qt.Key.Key_F)
    qtbot.keyClick(pane.view, Qt.Key.Key_Escape)
    assert pane.view.selection is None


def test_a_click_on_a_mark_tells_which(qtbot: QtBot, jobs: JobRunner) -> None:
    pane = shown(qtbot, jobs, DrawnPages())
    settled(qtbot, jobs)
    box = (72 + 46 * 4, 120.0, 108 + 46 * 4, 132.0)
    pane.view.set_marks(
        (Mark("fact:1", 7, 1, (box,)), Mark("fact:2", 7, 1, ((70, 90, 560, 300),))), "fact:2"
    )
    with qtbot.waitSignal(pane.view.mark_clicked) as told:
        qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=at_word(pane, 1, 4))
    assert told.args == ["fact:1"]


def test_a_mark_comes_to_a_third_from_the_top(qtbot: QtBot, jobs: JobRunner) -> None:
    pane = shown(qtbot, jobs, DrawnPages(), paper(9))
    pane.view.show_mark(Mark("fact:1", 7, 6, ((72, 400, 200, 412),)))
    spot = pane.view.layout_now.find(7, 6)
    y = pane.view.layout_now.place(spot, (72, 400, 200, 412))[1]
    seen = y - pane.view.verticalScrollBar().value()
    assert seen == pytest.approx(pane.view.viewport().height() / 3, abs=2)


@pytest.mark.parametrize(
    ("appearance", "quiet", "strong"),
    [("light", "#fff8df", "#ffe27a"), ("dark", "#efe4be", "#ffdd6b")],
)
def test_marks_have_just_their_colours_on_the_page(
    qtbot: QtBot, jobs: JobRunner, appearance: str, quiet: str, strong: str
) -> None:
    theme().set_appearance(appearance)
    try:
        pane = shown(qtbot, jobs, DrawnPages())
        settled(qtbot, jobs)
        boxes = ((72.0, 100.0, 300.0, 130.0),), ((72.0, 160.0, 300.0, 190.0),)
        pane.view.set_marks((Mark("a", 7, 1, boxes[0]), Mark("b", 7, 1, boxes[1])), "b")
        image: QImage = pane.view.viewport().grab().toImage()
        spot = pane.view.layout_now.find(7, 1)
        colours = []
        for box in (boxes[0][0], boxes[1][0]):
            placed = pane.view.layout_now.place(spot, box)
            y = (placed[1] + placed[3]) / 2 - pane.view.verticalScrollBar().value()
            colours.append(image.pixelColor(round((placed[0] + placed[2]) / 2), round(y)).name())
        assert colours == [quiet, strong]
    finally:
        theme().set_appearance("light")


def test_words_are_found_across_words_and_cases(qtbot: QtBot, jobs: JobRunner) -> None:
    words = DrawnPages().words(7, 1)
    assert list(finds(words, "W03 w04")) == [(3, 4)]
    assert list(finds(PageWords(1, 612, 792), "x")) == []
    pane = shown(qtbot, jobs, DrawnPages(), paper(4))
    settled(qtbot, jobs)
    qtbot.keyClick(pane.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(pane.find_bar.field.hasFocus)
    qtbot.keyClicks(pane.find_bar.field, "w77 w78")
    qtbot.waitUntil(lambda: pane.find_bar.told.text() == "1 of 4")
    qtbot.keyClick(pane.find_bar.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.find_bar.told.text() == "2 of 4")
    assert pane.view.here[1] == 2
    qtbot.keyClick(pane.find_bar.field, Qt.Key.Key_Escape)
    assert not pane.find_bar.isVisible()
    assert pane.view.hasFocus()
    assert pane.view.selection.words == "w77 w78"


def test_a_short_pane_has_no_thumbnails_and_a_narrow_one_no_arrows(
    qtbot: QtBot, jobs: JobRunner
) -> None:
    pane = shown(qtbot, jobs, DrawnPages())
    assert pane.thumbnails.isVisible()
    assert pane.toolbar.back.isVisible()
    pane.resize(420, 500)
    qtbot.waitUntil(lambda: not pane.thumbnails.isVisible())
    assert not pane.toolbar.back.isVisible()
    assert not pane.toolbar.percent.isVisible()


def test_a_click_on_a_small_page_goes_there(qtbot: QtBot, jobs: JobRunner) -> None:
    pane = shown(qtbot, jobs, DrawnPages(), paper(2, 7), paper(2, 8))
    viewport = pane.thumbnails.viewport()
    rect = pane.thumbnails._rects[2]
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert pane.view.here == (8, 1)
    assert pane.toolbar.document.accessibleName() == "Document: paper 8"
