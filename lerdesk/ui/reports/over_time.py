"""How many requests came in each half-year and were answered: one bar each, the shown one strong."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import fonts, metrics, theme
from lerdesk.ui.widgets import Label, paint, painting

_ROW = 24
_BAR = 14
_NAMES = 72


class _Bars(QWidget):
    def __init__(self) -> None:
        self.rows: tuple[tuple[str, int], ...] = ()
        self.shown = ""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    @guarded(QSize(200, _ROW))
    def sizeHint(self) -> QSize:
        return QSize(200, max(1, len(self.rows)) * _ROW)

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        most = max((count for _, count in self.rows), default=0)
        figures = max((fonts.width(f"{count:,}", 1.0, 600) for _, count in self.rows), default=0)
        room = max(20.0, self.width() - _NAMES - figures - metrics.S2)
        colours = theme().colours
        with painting(self) as painter:
            for place, (name, count) in enumerate(self.rows):
                top = float(place * _ROW)
                strong = name == self.shown
                weight = 600 if strong else 400
                paint.words(painter, QRectF(0, top, _NAMES, _ROW), name, weight=weight)
                wide = room * count / most if most else 0.0
                bar = QRectF(_NAMES, top + (_ROW - _BAR) / 2, wide, _BAR)
                fill = QColor(colours.bar_full if strong else colours.bar_partial)
                painter.fillRect(paint.snapped(painter, bar), fill)
                after = QRectF(_NAMES + wide + metrics.S2, top, figures + metrics.S2, _ROW)
                paint.words(painter, after, f"{count:,}", weight=weight)


class OverTime(QWidget):
    """Hidden until there are two half-years to compare."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars = _Bars()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, metrics.EDGE, metrics.S3)
        column.setSpacing(metrics.S2)
        column.addWidget(Label("Received and answered, by half-year", weight=600))
        column.addWidget(self.bars)
        column.addStretch(1)
        self.hide()

    def show_counts(self, counts: tuple[tuple[str, int], ...], shown: str) -> None:
        """Show these, oldest first."""
        self.bars.rows, self.bars.shown = counts, shown
        self.bars.setAccessibleName(
            "Received and answered, by half-year: "
            + ", ".join(f"{name} {count:,}" for name, count in counts)
        )
        self.bars.updateGeometry()
        self.bars.update()
        self.setVisible(len(counts) > 1)
