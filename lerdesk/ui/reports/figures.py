"""The table: every figure a link to its requests, bars on its own rows."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from lerdesk.desk.report_values import Cell, ReportTable, Row, shares
from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import fonts, metrics, theme
from lerdesk.ui.widgets import Label, Link, paint, painting

HEADS = ("Received", "Full", "Partial", "None")
_PARTS = ("received", "full", "partial", "none")
_FIGURE = 78
_NAMES = 208
_GAP = 40
#: where the bars begin, from the place's left edge
BARS_AT = metrics.EDGE + _NAMES + 4 * _FIGURE + _GAP
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Figure(Link):
    """A figure that opens its requests; 600 in the total."""

    def __init__(self, cell: Cell, name: str, weight: int = 400) -> None:
        self.cell, self.name, self._weight = cell, name, weight
        super().__init__(f"{cell.count:,}")
        requests = "1 request" if cell.count == 1 else f"{cell.count:,} requests"
        self.setAccessibleName(f"{name}: {requests}")
        self.setToolTip("Show the requests")

    @override
    @guarded(QSize(20, metrics.LINE))
    def sizeHint(self) -> QSize:
        return QSize(round(fonts.width(self.text(), 1.0, self._weight) + 1), metrics.LINE)

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            area = QRectF(self.rect())
            paint.words(painter, area, self.text(), token="accent", weight=self._weight)
            if self.underMouse():
                below = area.center().y() + fonts.base_size() * 0.55
                start = QPointF(area.left(), below)
                end = QPointF(area.right(), below)
                paint.line(painter, start, end, theme().color("accent"))


class Bar(QWidget):
    """Full, partial and none of one row, in percent of its answers; the words stand on the first bar alone."""

    def __init__(self, row: Row, *, words: bool) -> None:
        self.shares = shares(row)
        self._named = words
        super().__init__()
        full, partial, none = self.shares
        self.setFixedHeight(20)
        self.setMinimumWidth(120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            f"{row.label}: full {full}, partial {partial}, none {none} percent"
            if sum(self.shares)
            else f"{row.label}: no answers"
        )
        self.setToolTip(f"Full {full} %, partial {partial} %, none {none} %")

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        if not sum(self.shares):
            return
        with painting(self) as painter:
            colours = theme().colours
            looks = (
                (colours.bar_full, colours.on_bar_full, "Full"),
                (colours.bar_partial, colours.bar_words, "Partial"),
                (colours.bar_none, colours.bar_words, "None"),
            )
            whole, left = float(self.width()), 0.0
            for share, (fill, ink, name) in zip(self.shares, looks, strict=True):
                wide = whole * share / 100
                part = QRectF(left, 0, wide, self.height())
                left += wide
                if share:
                    self._part(painter, part, share, fill, ink, name)

    def _part(
        self, painter: QPainter, part: QRectF, share: int, fill: str, ink: str, name: str
    ) -> None:
        area = paint.snapped(painter, part)
        gap = paint.pixel(painter) if area.right() < self.width() - 1 else 0.0
        painter.fillRect(area.adjusted(0, 0, -gap, 0), QColor(fill))
        words = f"{name} {share}" if self._named else str(share)
        for shown in (words, str(share)):
            if fonts.width(shown) + 12 <= area.width():
                room = area.adjusted(8 if area.width() > 40 else 4, 0, 0, 0)
                paint.words(painter, room, shown, colour=QColor(ink))
                return


class FiguresTable(QWidget):
    """The rows as they could be printed.

    Signals:
        figure_chosen: a ``Figure``.
    """

    figure_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._lines: list[tuple[int, str]] = []
        super().__init__(parent)
        self.setAccessibleName("Requests by process")
        self.figures: list[Figure] = []
        self.bars: list[Bar] = []
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(metrics.EDGE, 8, metrics.EDGE, 8)
        self.grid.setHorizontalSpacing(0)
        self.grid.setVerticalSpacing(0)
        self.grid.setColumnMinimumWidth(0, _NAMES)
        for column in range(1, 5):
            self.grid.setColumnMinimumWidth(column, _FIGURE)
        self.grid.setColumnMinimumWidth(5, _GAP)
        self.grid.setColumnStretch(6, 1)

    def show_table(self, table: ReportTable) -> None:
        """Show these figures in place of those before."""
        while (item := self.grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.figures, self.bars, self._lines = [], [], []
        self._heads()
        named = False
        place = 1
        for row in table.rows:
            answered = bool(row.received.count)
            self._row(place, row, words=answered and not named)
            named = named or answered
            place += 1
        self._lines.append((place, "text"))
        self._row(place, table.total, words=answered_alone(table) and not named, weight=600)
        apart = (
            ("Still open", table.still_open, "no answer yet, in no row above"),
            ("Preservation letters", table.preservation, "kept, not answered"),
        )
        for name, cell, why in apart:
            place += 1
            self._apart(place, name, cell, why)
        previous: QWidget | None = None
        for figure in self.figures:
            if previous is not None:
                QWidget.setTabOrder(previous, figure)
            previous = figure
        self.updateGeometry()
        self.update()

    def _heads(self) -> None:
        self.grid.setRowMinimumHeight(0, metrics.ROW)
        self.grid.addWidget(Label("Process", weight=500), 0, 0)
        for column, words in enumerate(HEADS, start=1):
            self.grid.addWidget(Label(words, weight=500), 0, column, _RIGHT)
        self.grid.addWidget(Label("Share of answers, percent", weight=500), 0, 6)
        self._lines.append((1, "line"))

    def _row(self, place: int, row: Row, *, words: bool, weight: int = 400) -> None:
        self.grid.setRowMinimumHeight(place, metrics.ROW)
        label = Label(row.label, weight=weight, quiet=row.within is not None)
        if row.within is not None:
            label.setContentsMargins(metrics.S4, 0, 0, 0)
        self.grid.addWidget(label, place, 0)
        for column, part in enumerate(_PARTS, start=1):
            cell: Cell = getattr(row, part)
            name = f"{row.label}, {HEADS[column - 1].lower()}"
            self._figure(place, column, cell, name, weight)
        bar = Bar(row, words=words)
        self.bars.append(bar)
        self.grid.addWidget(bar, place, 6, Qt.AlignmentFlag.AlignVCenter)

    def _figure(self, place: int, column: int, cell: Cell, name: str, weight: int) -> None:
        if not cell.count:
            nothing = Label("0", quiet=True, weight=weight)
            nothing.setAccessibleName(f"{name}: none")
            self.grid.addWidget(nothing, place, column, _RIGHT)
            return
        figure = Figure(cell, name, weight)
        figure.clicked.connect(lambda _=False, chosen=figure: self.figure_chosen.emit(chosen))
        self.figures.append(figure)
        self.grid.addWidget(figure, place, column, _RIGHT)

    def _apart(self, place: int, name: str, cell: Cell, why: str) -> None:
        self.grid.setRowMinimumHeight(place, metrics.ROW)
        self.grid.addWidget(Label(name), place, 0)
        self._figure(place, 1, cell, name, 400)
        self.grid.addWidget(Label(why, quiet=True), place, 2, 1, 3, _RIGHT)

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            for row, token in self._lines:
                top = self.grid.cellRect(row, 0).top()
                start, end = QPointF(0, top), QPointF(self.width(), top)
                paint.line(painter, start, end, theme().color(token))
            below = self.height() - 1
            paint.line(painter, QPointF(0, below), QPointF(self.width(), below))


def answered_alone(table: ReportTable) -> bool:
    """Whether there is any answer at all."""
    return bool(table.total.received.count)
