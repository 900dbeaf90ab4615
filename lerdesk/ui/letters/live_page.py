"""The real page beside the text: set off the window's thread after each pause in typing, shown without a flicker."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QIntValidator, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.base.errors import UserFacingError
from lerdesk.desk.pages import Pages, PageWords, RenderedPage
from lerdesk.desk.session import Desk
from lerdesk.ui.guard import guarded
from lerdesk.ui.jobs import JobRunner
from lerdesk.ui.pages.feed import PageFeed, Picture
from lerdesk.ui.pages.values import Paper
from lerdesk.ui.pages.view import PageView
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import Field, IconButton, Label, Line, paint, painting, with_scroll_bars

_SHEETS = {(612, 792): "US Letter", (595, 842): "A4"}


class _Once:
    """Pages of one setting of the letter; once closed it opens no reader any more."""

    def __init__(self, pages: Pages | None = None) -> None:
        self._pages = pages
        self._closed = pages is None

    def render(self, paper: int, page: int, scale: float, rotation: int) -> RenderedPage:
        return self._open().render(paper, page, scale, rotation)

    def words(self, paper: int, page: int) -> PageWords:
        return self._open().words(paper, page)

    def close(self) -> None:
        self._closed = True
        if self._pages is not None:
            self._pages.close()

    def _open(self) -> Pages:
        if self._closed or self._pages is None:
            raise UserFacingError("This page was set anew.")
        return self._pages


class _Held:
    """The source that is open now, so that its reader ends with the widget, whatever ends that."""

    def __init__(self) -> None:
        self.source = _Once()

    def close(self) -> None:
        self.source.close()


@dataclass(frozen=True)
class SetPage:
    """A letter set as pages, with those in view rendered already."""

    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    source: _Once
    ready: tuple[tuple[Picture, RenderedPage], ...]


def set_page(desk: Desk, make: Callable[[], bytes], wishes: tuple[Picture, ...]) -> SetPage:
    """Make the PDF and render what was in view; off the window's thread.

    Raises:
        UserFacingError: it cannot be set, such as a character that no font has.
    """
    pdf = make()
    pages = Pages(desk, {0: pdf})
    sizes = pages.sizes(0)
    ready = tuple(
        (wish, pages.render(0, wish.page, wish.scale, wish.rotation))
        for wish in wishes
        if wish.page <= len(sizes)
    )
    return SetPage(pdf, sizes, _Once(pages), ready)


class _Bar(QWidget):
    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(metrics.TOOLBAR)
        self.title = Label(title, weight=500)
        self.line = Line(Qt.Orientation.Vertical, length=20)
        self.page_word = Label("Page")
        self.page = Field("Page", text="1")
        self.page.setFixedWidth(36)
        self.page.setTextMargins(0, 0, 0, 0)
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page.setValidator(QIntValidator(1, 9999, self.page))
        self.of = Label("")
        self.smaller = IconButton("zoom_out", "Smaller", keys="Ctrl+−")
        self.percent = Label("100 %")
        self.percent.setFixedWidth(44)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.larger = IconButton("zoom_in", "Larger", keys="Ctrl++")
        self.fit = IconButton("fit", "Fit the page", keys="Ctrl+0")
        self.fit.setCheckable(True)
        self.fit.setChecked(True)
        self.sheet = Label("", quiet=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.EDGE, 0, metrics.EDGE, 0)
        row.setSpacing(metrics.S2)
        self._paging: tuple[QWidget, ...] = (self.line, self.page_word, self.page, self.of)
        zooming: tuple[QWidget, ...] = (self.smaller, self.percent, self.larger, self.fit)
        paging: tuple[QWidget, ...] = (self.title, *self._paging)
        for part in paging:
            row.addWidget(part)
        row.addStretch(1)
        for tool in (*zooming, self.sheet):
            row.addWidget(tool)

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for part in self._paging:
            part.setVisible(self.width() >= 420)
        self.sheet.setVisible(self.width() >= 520)

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            below = self.height() - 1
            paint.line(painter, QPointF(0, below), QPointF(self.width(), below))


class LivePage(QWidget):
    """The letter's pages with a short toolbar.

    Args:
        title: "The letter", "The notice".
        jobs: fetches pages that come into view later.
    """

    def __init__(self, title: str, jobs: JobRunner, parent: QWidget | None = None) -> None:
        self._jobs = jobs
        self._feed: PageFeed | None = None
        self._held = _Held()
        self.shown: SetPage | None = None
        super().__init__(parent)
        self.destroyed.connect(self._held.close)
        self.bar = _Bar(title)
        self.view = PageView()
        self.view.setAccessibleName(f"{title} as it will look")
        with_scroll_bars(self.view)
        self.setMinimumWidth(280)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        bar, view = self.bar, self.view
        bar.smaller.clicked.connect(lambda: view.zoom_by(-1))
        bar.larger.clicked.connect(lambda: view.zoom_by(1))
        bar.fit.clicked.connect(view.fit)
        bar.page.returnPressed.connect(self._to_page)
        view.zoom_changed.connect(self._on_zoom)
        view.page_changed.connect(self._on_page)

    @property
    def wishes(self) -> tuple[Picture, ...]:
        """The pages in view, in the size they are seen in; the first page before there are any."""
        column, bar = self.view.layout_now, self.view.verticalScrollBar()
        seen = column.between(bar.value(), bar.value() + self.view.viewport().height())
        return tuple(self.view.wish_for(column.spots[index]) for index in seen)

    def show_page(self, made: SetPage) -> None:
        """Show the pages in place of those before, at the same place."""
        across, down = self.view.horizontalScrollBar(), self.view.verticalScrollBar()
        at = across.value(), down.value()
        feed = PageFeed(made.source, self._jobs, self)
        for wish, rendered in made.ready:
            feed.put(wish, rendered)
        self._show(feed, made.source, made.sizes)
        self.shown = made
        across.setValue(at[0])
        down.setValue(at[1])
        self.bar.of.setText(f"of {len(made.sizes)}")
        first = tuple(round(side) for side in made.sizes[0]) if made.sizes else (0, 0)
        self.bar.sheet.setText(_SHEETS.get((first[0], first[1]), ""))
        self._on_zoom(round(self.view.layout_now.zoom * 75), self.view.fitted)

    def close_page(self) -> None:
        """Show nothing and let the reader's process go."""
        self.shown = None
        self.bar.of.setText("")
        source = _Once()
        self._show(PageFeed(source, self._jobs, self), source, ())

    def _show(self, feed: PageFeed, source: _Once, sizes: tuple[tuple[float, float], ...]) -> None:
        """Give the view another feed, and only then let the one before go."""
        before, old = self._feed, self._held.source
        self._feed, self._held.source = feed, source
        papers = (Paper(0, self.bar.title.text(), sizes),) if sizes else ()
        self.view.set_papers(papers, feed)
        self._jobs.work(old.close, self)
        if before is not None:
            before.forget()
            before.deleteLater()

    def _to_page(self) -> None:
        if self.bar.page.text():
            self.view.go_to(0, int(self.bar.page.text()))
            self.view.setFocus()

    def _on_page(self, _paper: int, page: int) -> None:
        if not self.bar.page.hasFocus():
            self.bar.page.setText(str(page))

    def _on_zoom(self, percent: int, fitted: bool) -> None:  # noqa: FBT001  a signal's argument
        self.bar.percent.setText(f"{percent} %")
        self.bar.fit.setChecked(fitted)
