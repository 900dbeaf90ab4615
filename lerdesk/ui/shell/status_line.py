"""The status line: what is saved, how the reader is confined, which rulebook; long work with progress and a stop."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.jobs import JobRunner
from lerdesk.ui.theme import metrics, theme
from lerdesk.ui.widgets import IconButton, Label, paint, painting

_BETWEEN = "  ·  "


class ProgressBar(QWidget):
    """A bar 72 by 4; ``set_share`` between 0 and 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._share = 0.0
        super().__init__(parent)
        self.setFixedSize(72, metrics.STATUS_LINE)
        self.setAccessibleName("Progress")

    def set_share(self, share: float) -> None:
        """How much of the work is done."""
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleDescription(f"{round(self._share * 100)} percent")
        self.update()

    @override
    @guarded(QSize(72, metrics.STATUS_LINE))
    def sizeHint(self) -> QSize:
        return QSize(72, metrics.STATUS_LINE)

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            middle = (self.height() - 4) / 2
            area = QRectF(0, middle, self.width(), 4)
            paint.frame(painter, area, fill=theme().color("line"), radius=2)
            area.setWidth(self.width() * self._share)
            if area.width() >= 1:
                paint.frame(painter, area, fill=theme().color("accent"), radius=2)


class StatusLine(QWidget):
    """28 high, below every place; it never takes the keyboard by itself."""

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        self._jobs = jobs
        self._parts: dict[str, str] = {}
        super().__init__(parent)
        self.setFixedHeight(metrics.STATUS_LINE)
        self.words = Label("", quiet=True)
        self.figure = Label("", quiet=True)
        self.bar = ProgressBar()
        self.label = Label("", quiet=True)
        self.stop = IconButton("close", "Stop this work")
        self.stop.clicked.connect(self._on_stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.EDGE, 1, metrics.S2, 0)
        row.setSpacing(metrics.S2)
        row.addWidget(self.words, 1)
        for widget in (self.figure, self.bar, self.label, self.stop):
            row.addWidget(widget)
        jobs.moved.connect(self._on_moved)
        self._on_moved()

    def set_part(self, name: str, words: str) -> None:
        """Set one part: "saved", "reader", "rulebook", "sample", in this order; empty takes it away."""
        self._parts[name] = words
        order = ("saved", "reader", "rulebook", "sample")
        self.words.setText(_BETWEEN.join(self._parts[key] for key in order if self._parts.get(key)))

    def _on_moved(self) -> None:
        running = self._jobs.jobs
        for widget in (self.bar, self.label, self.stop):
            widget.setVisible(bool(running))
        self.figure.setVisible(len(running) > 1)
        if not running:
            return
        first = running[0]
        self.figure.setText(f"{len(running)} jobs")
        self.label.setText("Stopping" if first.cancelled() else first.label)
        self.bar.set_share(first.done / first.total if first.total else 0.0)
        self.stop.setEnabled(not first.cancelled())

    def _on_stop(self) -> None:
        if running := self._jobs.jobs:
            running[0].cancel()
            self._on_moved()

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme().color("side"))
            paint.line(painter, QPointF(0, 0), QPointF(self.width(), 0))
