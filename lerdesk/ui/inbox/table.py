"""The inbox's table: its delegate, its head, its keys."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QTableView, QWidget
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.inbox.model import (
    AGENCY,
    COLUMNS,
    DUE,
    PROCESS,
    REFERENCE,
    STEP,
    TARGETS,
    InboxModel,
)
from lerdesk.ui.theme import metrics, theme
from lerdesk.ui.widgets import (
    RowDelegate,
    has_keyboard,
    is_selected,
    paint,
    paint_due,
    painting,
    set_up_rows,
)

Index = QModelIndex | QPersistentModelIndex

_PADDING = 8
_DOT = 16
_DUE_SIGN = 42
_WIDTHS = {DUE: 166, REFERENCE: 148, PROCESS: 212, TARGETS: 76}
#: where the table is narrower than this, what never needs its whole column gives way to agency and next step
_SHORT, _SHORTER = 1200, 960
_LESS = {DUE: 152, REFERENCE: 142, PROCESS: 196, TARGETS: 70}
_AGENCY_SHARE = 0.44
_AGENCY_LESS = 0.41


class InboxDelegate(RowDelegate):
    """Paints every cell: faster than Qt's own, and the selection is one row's."""

    def __init__(self, table: "InboxTable", model: InboxModel) -> None:
        self._table, self._model = table, model
        super().__init__(table)

    @override
    @guarded(QSize(80, metrics.ROW))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, metrics.ROW)

    @override
    @guarded()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area = QRectF(option.rect)
        selected = is_selected(option)
        focused = has_keyboard(self._table)
        paint.row_background(
            painter,
            area,
            selected=selected,
            focused=focused,
            hovered=self._table.hover.row == index.row(),
            edge=index.column() == DUE,
        )
        row = self._model.row(index.row())
        if row is None:
            return
        inner = area.adjusted(_PADDING, 0, -_PADDING, 0)
        column = index.column()
        if column == DUE:
            if row.unread:
                dot = QRectF(area.left() + _DOT, area.top(), metrics.SIGN, area.height())
                theme().paint_sign(painter, dot, "dot", "accent")
            paint_due(painter, area.adjusted(_DUE_SIGN, 0, -_PADDING, 0), row.due)
        elif column == REFERENCE:
            weight = 600 if row.unread else 400
            paint.words(painter, inner, row.reference, weight=weight)
        elif column == PROCESS:
            paint.words(painter, inner, row.process)
        elif column == AGENCY:
            paint.words(painter, inner, row.agency)
        elif column == TARGETS:
            paint.words(painter, inner, str(row.targets), align=paint.RIGHT)
        elif column == STEP:
            inner.adjust(_PADDING, 0, -metrics.S2, 0)
            one = index.row() == self._table.currentIndex().row()
            if selected and focused and one and row.step.place is not None:
                took = paint.words(painter, inner, "Enter", token="quiet", align=paint.RIGHT)
                inner.setRight(inner.right() - took - metrics.S3)
            paint.words(painter, inner, row.step.words, weight=500)


class InboxHead(QHeaderView):
    """The table's head: 28 high, the sorted column in text colour with its direction."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.setAccessibleName("Columns")
        self.setSectionsClickable(True)
        self.setSortIndicatorShown(True)
        self.setHighlightSections(False)
        self.setFixedHeight(metrics.TABLE_HEADER)
        self.setMinimumSectionSize(40)

    @override
    @guarded()
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if not rect.isValid():
            return
        area = QRectF(rect)
        painter.fillRect(area, theme().color("ground"))
        sorted_by = logicalIndex == self.sortIndicatorSection()
        words = COLUMNS[logicalIndex][1]
        token, weight = ("text", 500) if sorted_by else ("quiet", 400)
        left = _DUE_SIGN + 18 if logicalIndex == DUE else _PADDING
        left += _PADDING if logicalIndex == STEP else 0
        inner = area.adjusted(left, 0, -_PADDING, 0)
        align = paint.LEFT
        if logicalIndex == TARGETS:
            align = paint.RIGHT
        took = paint.words(painter, inner, words, token=token, weight=weight, align=align)
        if sorted_by and align == paint.LEFT:
            up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            place = QRectF(inner.left() + took + 4, area.top(), metrics.ICON, area.height())
            theme().paint_icon(painter, place, "sort_up" if up else "sort_down")

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with painting(self.viewport()) as painter:
            below = self.height() - 1
            paint.line(painter, QPointF(0, below), QPointF(self.viewport().width(), below))


class InboxTable(QTableView):
    """Rows of 30; Enter does the next step, Space shows or hides the preview."""

    do_step = Signal(object)  # int: row
    toggle_preview = Signal()

    def __init__(self, model: InboxModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalHeader(InboxHead(self))
        self.setModel(model)
        self.hover = set_up_rows(self, "Requests")
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setItemDelegate(InboxDelegate(self, model))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(metrics.ROW)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSortIndicator(DUE, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(lambda index: self.do_step.emit(index.row()))

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out(self.viewport().width())

    def _share_out(self, wide: int) -> None:
        """Agency and next step share what the others leave; short of room, process gives way first."""
        short = wide < _SHORT
        widths = dict(_LESS if short else _WIDTHS)
        if wide < _SHORTER:
            widths[PROCESS] = 160
        rest = max(240, wide - sum(widths.values()))
        widths[AGENCY] = round(rest * (_AGENCY_LESS if short else _AGENCY_SHARE))
        widths[STEP] = rest - widths[AGENCY]
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            if self.currentIndex().isValid():
                self.do_step.emit(self.currentIndex().row())
        elif key == Qt.Key.Key_Space and plain:
            self.toggle_preview.emit()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and plain:
            last = self.model().rowCount() - 1
            self.selectRow(0 if key == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(event)

    @override
    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.viewport().update()
