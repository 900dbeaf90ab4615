"""The strip of small pages, grouped by document with a line between."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from lerdesk.ui.guard import guarded
from lerdesk.ui.pages.feed import PageFeed, Picture
from lerdesk.ui.pages.look import look
from lerdesk.ui.theme import fonts, metrics, theme
from lerdesk.ui.widgets import paint, with_scroll_bars

WIDE, NARROW = 42, 34
HEIGHT = 76
_GAP, _BETWEEN = 8, 24


class Thumbnails(QAbstractScrollArea):
    """Small pages; a click goes to one.

    Signals:
        chosen: paper and page.
    """

    chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._feed: PageFeed | None = None
        self._pages: tuple[tuple[int, int, float, float], ...] = ()
        self._starts: frozenset[tuple[int, int]] = frozenset()
        self._here = (-1, -1)
        self._rects: list[QRectF] = []
        super().__init__(parent)
        with_scroll_bars(self)
        self.setFixedHeight(HEIGHT)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Small pages")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_pages(
        self,
        pages: tuple[tuple[int, int, float, float], ...],
        feed: PageFeed,
        starts: frozenset[tuple[int, int]] = frozenset(),
    ) -> None:
        """Show these; a line stands before every page in ``starts``."""
        if self._feed is not None:
            self._feed.picture_ready.disconnect(self._on_ready)
        self._feed, self._pages, self._starts = feed, pages, starts
        feed.picture_ready.connect(self._on_ready)
        self._lay_out()

    def set_starts(self, starts: frozenset[tuple[int, int]]) -> None:
        """Where groups begin."""
        if starts != self._starts:
            self._starts = starts
            self._lay_out()

    def set_here(self, paper: int, page: int) -> None:
        """Ring this page and bring it into view."""
        self._here = (paper, page)
        for (key, number, _, _), rect in zip(self._pages, self._rects, strict=False):
            if (key, number) == self._here:
                bar, across = self.horizontalScrollBar(), self.viewport().width()
                if rect.left() - 24 < bar.value():
                    bar.setValue(round(rect.left()) - 60)
                elif rect.right() + 24 > bar.value() + across:
                    bar.setValue(round(rect.right()) + 60 - across)
        self.viewport().update()

    @property
    def _across(self) -> int:
        return WIDE if self.width() >= 480 else NARROW

    def _lay_out(self) -> None:
        self._rects = []
        left = float(metrics.EDGE)
        for place, (paper, page, width, height) in enumerate(self._pages):
            if place and (paper, page) in self._starts:
                left += _BETWEEN - _GAP
            tall = min(54.0, self._across * height / width)
            self._rects.append(
                QRectF(left, (HEIGHT - tall) / 2, self._across, tall).toRect().toRectF()
            )
            left += self._across + _GAP
        self.horizontalScrollBar().setRange(0, max(0, round(left + 8) - self.viewport().width()))
        self.horizontalScrollBar().setPageStep(self.viewport().width())
        self.horizontalScrollBar().setSingleStep(50)
        self._ask()
        self.viewport().update()

    def _wish(self, place: int) -> Picture:
        paper, page, width, _ = self._pages[place]
        scale = round(self._across * self.devicePixelRatioF() * 1.5 / width, 4)
        return Picture(paper, page, scale, 0)

    def _in_view(self) -> list[int]:
        left = self.horizontalScrollBar().value()
        right = left + self.viewport().width()
        return [
            i for i, rect in enumerate(self._rects) if rect.right() > left and rect.left() < right
        ]

    def _ask(self) -> None:
        if self._feed is not None and self.isVisible():
            self._feed.wish("thumbs", [self._wish(place) for place in self._in_view()])

    def _on_ready(self, *_: object) -> None:
        self.viewport().update()

    @guarded()
    def showEvent(self, event: object) -> None:
        """What is in view is fetched once the strip is seen."""
        del event
        self._ask()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow panes have smaller pages."""
        super().resizeEvent(event)
        self._lay_out()

    @guarded()
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Ask for what comes into view."""
        del dx, dy
        self._ask()
        self.viewport().update()

    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the page."""
        x = event.position().x() + self.horizontalScrollBar().value()
        for (paper, page, _, _), rect in zip(self._pages, self._rects, strict=True):
            if rect.adjusted(-4, -20, 4, 20).contains(x, event.position().y()):
                self.chosen.emit(paper, page)
                return

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page view has the keys."""
        event.ignore()

    @guarded(default=QSize(200, HEIGHT))
    def sizeHint(self) -> QSize:
        """As high as it is."""
        return QSize(200, HEIGHT)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages in view; the current one ringed."""
        del event
        painter, shown, held = QPainter(self.viewport()), look(), theme()
        painter.fillRect(self.viewport().rect(), held.color("side"))
        paint.line(painter, QPointF(0, 0), QPointF(self.viewport().width(), 0))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        left = self.horizontalScrollBar().value()
        for place in self._in_view():
            paper, page, _, _ = self._pages[place]
            rect = self._rects[place].translated(-left, 0)
            if place and (paper, page) in self._starts:
                x = rect.left() - _BETWEEN / 2
                paint.line(painter, QPointF(x, 18), QPointF(x, HEIGHT - 18))
            painter.fillRect(rect.adjusted(-1, -1, 1, 1), shown.edge)
            painter.fillRect(rect, shown.paper)
            picture = self._feed.picture(self._wish(place)) if self._feed is not None else None
            if picture is not None:
                self._paint_small(painter, rect, picture.plain, dimmed=shown.dimmed)
            else:
                painter.setPen(shown.quiet)
                painter.setFont(fonts.font())
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(page))
            if (paper, page) == self._here:
                painter.save()
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(held.color("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), 2, 2)
                painter.restore()

    def _paint_small(self, painter: QPainter, rect: QRectF, image: QImage, *, dimmed: bool) -> None:
        if not dimmed:
            painter.drawImage(rect, image, QRectF(image.rect()))
            return
        painter.drawImage(rect, image, QRectF(image.rect()))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(rect, look().paper)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
