"""The strip below the table: the first page, what it asks, what is decided, the last events."""

from datetime import date, datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.base.text import clean
from lerdesk.desk.inbox import Preview
from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import metrics, theme
from lerdesk.ui.widgets import Label, Link, Pair, Picture, paint, painting

HEIGHT = metrics.PREVIEW_MOST
PAGE_SIZE = QSize(132, 170)
NO_BREAK = "\u00a0"
_PAGE_FROM = 900  # width of the strip that also has room for the first page
_LONG = 110  # characters of an event; the history has it whole


class FirstPage(QWidget):
    """The first page, small; dimmed in dark as every page is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._image: QImage | None = None
        super().__init__(parent)
        self.setFixedSize(PAGE_SIZE)
        self.setAccessibleName("First page")

    def set_image(self, image: QImage | None) -> None:
        """Show a page, or the empty paper."""
        self._image = image
        self.update()

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            held = theme()
            area = QRectF(self.rect())
            if self._image is not None:
                size = self._image.size().scaled(PAGE_SIZE, Qt.AspectRatioMode.KeepAspectRatio)
                area.setSize(size.toSizeF())
            area = paint.snapped(painter, area)
            painter.fillRect(area, held.color("paper"))
            if self._image is not None:
                mode = QPainter.CompositionMode
                painter.setCompositionMode(mode.CompositionMode_Multiply)
                painter.drawImage(area, self._image)
                painter.setCompositionMode(mode.CompositionMode_SourceOver)
            paint.frame(painter, area, border=held.color("line"), radius=0)


class PreviewStrip(QWidget):
    """At most 210 high; shown for the current row."""

    open_request = Signal(object)  # int: a related request

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Preview")
        self.setFixedHeight(HEIGHT)
        self.page = FirstPage()
        self._asks = _Column("What it asks")
        self._decided = _Column("Decided so far")
        self._events = _Column("Last events")
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.EDGE, metrics.EDGE, metrics.EDGE, metrics.S2)
        row.setSpacing(metrics.S6)
        row.addWidget(self.page, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._asks, 37)
        row.addWidget(self._decided, 28)
        row.addWidget(self._events, 35)

    def show_preview(self, preview: Preview, now: datetime) -> None:
        """Tell about one request.

        Args:
            preview: from the desk.
            now: the present moment in the organisation's zone, in which events are told; those of today by their time.
        """
        asks = self._asks
        asks.empty()
        asks.add(Label(clean(preview.asks), wrap=True))
        asks.leave_room()
        for words in preview.deadlines[:2]:
            asks.add(_WithIcon("clock", Label(words, wrap=True)))
        if preview.silence:
            asks.add(_WithIcon("silence", Label(preview.silence, wrap=True)))
        for request_id, reference, how in preview.related[:2]:
            asks.add(_WithIcon("link", self._related(request_id, reference, how)))
        self._decided.empty()
        for label, words in preview.decided[:6]:
            self._decided.add(Pair(label, words, label_width=84))
        self._events.empty()
        for event in preview.events:
            told = Pair(
                _when(event.at.astimezone(now.tzinfo), now.date()),
                _told(event.actor, event.words),
                label_width=92,
            )
            self._events.add(told)

    def _related(self, request_id: int, reference: str, how: str) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(metrics.S2)
        link = Link(reference)
        link.clicked.connect(lambda: self.open_request.emit(request_id))
        row.addWidget(link)
        row.addWidget(Label(how[:1].lower() + how[1:], quiet=True), 1)
        return box

    def show_nothing(self) -> None:
        """No row is current."""
        for column in (self._asks, self._decided, self._events):
            column.empty()
        self.page.set_image(None)

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words come before the picture where both have no room."""
        super().resizeEvent(event)
        self.page.setVisible(self.width() >= _PAGE_FROM)

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme().color("side"))
            paint.line(painter, QPointF(0, 0), QPointF(self.width(), 0))


class _Column(QWidget):
    def __init__(self, head: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(3)
        self._rows.addWidget(Label(head, quiet=True, weight=500))
        self._rows.addSpacing(3)
        self._rows.addStretch(1)

    def add(self, widget: QWidget) -> None:
        self._rows.insertWidget(self._rows.count() - 1, widget)

    def leave_room(self) -> None:
        self._rows.insertSpacing(self._rows.count() - 1, metrics.S1)

    def empty(self) -> None:
        while self._rows.count() > 3:
            item = self._rows.takeAt(2)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class _WithIcon(QWidget):
    def __init__(self, icon: str, words: QWidget) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(metrics.S2)
        row.addWidget(Picture(icon), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)


def _when(at: datetime, today: date) -> str:
    if at.date() == today:
        return f"{at:%H:%M}"
    if at.year == today.year:
        return f"{at.day} {at:%b}, {at:%H:%M}"
    return f"{at.day} {at:%b %Y}"


def _told(actor: str, words: str) -> str:
    from lerdesk.ui.shell.rail import short_name

    words = clean(words, limit=_LONG)
    if not actor:
        return words
    return f"{words}, {short_name(actor).replace(' ', NO_BREAK)}"
