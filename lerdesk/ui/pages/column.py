"""A column of pages that scrolls, zooms and turns without waiting for them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from lerdesk.ui.guard import guarded
from lerdesk.ui.pages.feed import PageFeed, Picture, Text
from lerdesk.ui.pages.layout import GAP, Column, Spot, column
from lerdesk.ui.pages.values import LETTER, Mark, Paper

#: logical pixels a point at 100 %
FULL = 96 / 72
#: fitting shows the whole page where it stays readable, else the page's width
READABLE = 0.66
ZOOMS = (0.25, 0.33, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)


class PageColumn(QAbstractScrollArea):
    """Lays pages out, asks the feed for those in view and tells which one is at the top.

    Signals:
        page_changed: paper and page number at the top of the view.
        zoom_changed: percent, and whether the page is fitted.
    """

    page_changed = Signal(int, int)
    zoom_changed = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._feed: PageFeed | None = None
        self._papers: tuple[Paper, ...] = ()
        self._pages: tuple[tuple[int, int, float, float], ...] = ()
        self._column: Column = column((), zoom=1, rotation=0, view_width=1, ratio=1)
        self._zoom = 1.0
        self._fit = True
        self._rotation = 0
        self._here = (-1, -1)
        super().__init__(parent)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(48)
        self.horizontalScrollBar().setSingleStep(48)

    def set_papers(self, papers: tuple[Paper, ...], feed: PageFeed) -> None:
        """Show these documents from their first page."""
        if self._feed is not None:
            self._feed.picture_ready.disconnect(self._on_ready)
            self._feed.words_ready.disconnect(self._on_ready)
            self._feed.failed.disconnect(self._on_ready)
        self._feed = feed
        self._papers = papers
        self._pages = tuple(
            (paper.key, number, *(size if min(size) > 1 else LETTER))
            for paper in papers
            for number, size in enumerate(paper.sizes, start=1)
        )
        feed.picture_ready.connect(self._on_ready)
        feed.words_ready.connect(self._on_ready)
        feed.failed.connect(self._on_ready)
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._moved()

    @property
    def feed(self) -> PageFeed | None:
        """Where its pages come from."""
        return self._feed

    @property
    def layout_now(self) -> Column:
        """Where each page stands."""
        return self._column

    @property
    def pages(self) -> tuple[tuple[int, int, float, float], ...]:
        """Paper, page, width and height of every page of the column."""
        return self._pages

    @property
    def here(self) -> tuple[int, int]:
        """Paper and page at the top of the view."""
        return self._here

    def go_to(self, paper: int, page: int, top: float | None = None) -> None:
        """Bring a page to the top, or its point ``top`` (in points) to a third from the top."""
        spot = self._column.find(paper, page)
        if spot is None:
            return
        if top is None:
            self.verticalScrollBar().setValue(round(spot.top - GAP))
            return
        y = self._column.place(spot, (0.0, top, 0.0, top))[1]
        self.verticalScrollBar().setValue(round(y - self.viewport().height() / 3))

    def show_mark(self, mark: Mark) -> None:
        """Bring a mark to a third from the top, unless it can be seen well already."""
        spot = self._column.find(mark.paper, mark.page)
        if spot is None:
            return
        if not mark.boxes:
            self.go_to(mark.paper, mark.page)
            return
        at = self._column.place(spot, mark.boxes[0])
        scroll, height = self.verticalScrollBar().value(), self.viewport().height()
        if not scroll + 24 <= at[1] <= scroll + height * 0.75:
            self.verticalScrollBar().setValue(round(at[1] - height / 3))
        across = self.horizontalScrollBar()
        if not across.value() <= at[0] <= across.value() + self.viewport().width() - 40:
            across.setValue(round(at[0] - self.viewport().width() / 3))

    def step_page(self, pages: int) -> None:
        """Bring the page before or after to the top."""
        at = self._column.at(self.verticalScrollBar().value() + GAP + 2) + pages
        if self._column.spots:
            at = min(max(at, 0), len(self._column.spots) - 1)
            self.verticalScrollBar().setValue(round(self._column.spots[at].top - GAP))

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller by so many steps."""
        present = self._zoom / FULL
        larger = [zoom for zoom in ZOOMS if zoom > present + 0.005]
        smaller = [zoom for zoom in ZOOMS if zoom < present - 0.005]
        chosen = (larger[:1] or [present]) if steps > 0 else (smaller[-1:] or [present])
        self._set_zoom(chosen[0] * FULL, fit=False)

    def fit(self) -> None:
        """Fit the page to the pane: whole where that stays readable, else its width."""
        self._set_zoom(self._zoom, fit=True)

    @property
    def fitted(self) -> bool:
        """Whether the page follows the pane's size."""
        return self._fit

    def rotate(self) -> None:
        """A quarter clockwise."""
        self._rotation = (self._rotation + 90) % 360
        self._keep_place(self._lay_out)

    def _set_zoom(self, zoom: float, *, fit: bool) -> None:
        self._fit = fit
        if not fit:
            self._zoom = zoom
        self._keep_place(self._lay_out)
        self.zoom_changed.emit(round(self._zoom / FULL * 100), self._fit)

    def _keep_place(self, change: Callable[[], None]) -> None:
        """Run a change of layout so that the same spot of the same page stays at the top."""
        bar = self.verticalScrollBar()
        at = self._column.at(bar.value() + GAP)
        before = self._column.spots[at] if at >= 0 else None
        part = (bar.value() - before.top) / before.down if before else 0.0
        change()
        if before is not None:
            after = self._column.spots[before.index]
            bar.setValue(round(after.top + part * after.down))
        self._moved()

    def _lay_out(self) -> None:
        ratio = self.devicePixelRatioF()
        view = self.viewport().size()
        if self._fit:
            self._zoom = self._fitting(view.width(), view.height())
        self._column = column(
            self._pages,
            zoom=self._zoom,
            rotation=self._rotation,
            view_width=view.width(),
            ratio=ratio,
        )
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, round(self._column.height - view.height())))
        down.setPageStep(view.height())
        across.setRange(0, max(0, round(self._column.width - view.width())))
        across.setPageStep(view.width())
        self.viewport().update()

    def _fitting(self, width: int, height: int) -> float:
        if not self._pages:
            return FULL
        sideways = self._rotation in {90, 270}
        widths = sorted(page[3] if sideways else page[2] for page in self._pages)
        heights = sorted(page[2] if sideways else page[3] for page in self._pages)
        middle = len(widths) // 2
        by_width = max(40, width - 2 * GAP) / widths[middle]
        by_height = max(40, height - 2 * GAP) / heights[middle]
        if by_height >= READABLE * FULL:
            return min(by_width, by_height)
        return min(by_width, FULL)

    def wish_for(self, spot: Spot) -> Picture:
        """The picture that a page needs at this zoom and ratio."""
        scale = round(self._zoom * self.devicePixelRatioF(), 4)
        return Picture(spot.paper, spot.page, scale, self._rotation)

    def _on_ready(self, *_: object) -> None:
        self.viewport().update()

    def _moved(self) -> None:
        """Ask for what is in view, then for its neighbours; tell which page is at the top."""
        view, bar = self.viewport(), self.verticalScrollBar()
        if self._feed is None or not self._column.spots:
            return
        seen = self._column.between(bar.value(), bar.value() + view.height())
        last = len(self._column.spots) - 1
        near = [i for i in (seen.stop, seen.start - 1, seen.stop + 1) if 0 <= i <= last]
        spots = [self._column.spots[i] for i in seen]
        around = [self._column.spots[i] for i in near]
        self._feed.wish(
            "view",
            [
                *(self.wish_for(spot) for spot in spots),
                *(Text(spot.paper, spot.page) for spot in spots),
            ],
        )
        self._feed.wish("near", [self.wish_for(spot) for spot in around])
        at = self._column.spots[self._column.at(bar.value() + view.height() / 3)]
        if (at.paper, at.page) != self._here:
            self._here = (at.paper, at.page)
            self.page_changed.emit(*self._here)

    @guarded()
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Only paints and asks; nothing waits."""
        del dx, dy
        self.viewport().update()
        self._moved()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """A fitted page follows the pane."""
        super().resizeEvent(event)
        self._keep_place(self._lay_out)
        if self._fit:
            self.zoom_changed.emit(round(self._zoom / FULL * 100), True)
