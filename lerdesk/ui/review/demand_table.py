"""The table of demands: P N O H decide the current one; narrowing opens in place."""

from collections.abc import Callable
from functools import partial
from math import ceil

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QPainter, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget
from typing_extensions import override

from lerdesk.desk.review import DemandView
from lerdesk.domain.vocabulary import Decision
from lerdesk.ui.guard import guarded
from lerdesk.ui.review.demand_delegate import DemandDelegate
from lerdesk.ui.review.demand_editor import DemandEditor
from lerdesk.ui.review.demands import COLUMNS, DemandsModel, Index
from lerdesk.ui.theme import fonts, metrics, theme
from lerdesk.ui.widgets import paint, set_up_rows

#: share of the width beyond the number's column
_SHARES = (0.235, 0.13, 0.165, 0.12, 0.175, 0.175)
_NUMBER = 48
#: what the period's, the law's and the decision's columns hold in one line at least: a day, a section, a decision
_LEAST = {4: "– 30 Nov 2026", 5: "18 U.S.C. § 2703(a),", 6: "Nothing held"}
_SIGN = 24  #: beside a decision
_LAW = 80  #: least of the law's column in a small window
_WRAPPED = 70  #: of those whose words wrap
_NARROW = 560  #: room for the columns beyond the number's under which one of them goes


class _Header(QHeaderView):
    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(metrics.TABLE_HEADER)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName("Columns")

    @override
    @guarded()
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        area = QRectF(rect)
        painter.fillRect(area, theme().color("ground"))
        below = paint.snapped(painter, QRectF(area.left(), area.bottom() - 1, area.width(), 1))
        below.setHeight(paint.pixel(painter))
        painter.fillRect(below, theme().color("line"))
        paint.words(painter, area.adjusted(0, 0, -12, 0), COLUMNS[logicalIndex], token="quiet")


class DemandTable(QTableView):
    """The demands.

    Signals:
        decided: number, decision, first and last day, reason.
        current_changed: a ``DemandView`` or None.
        mend_asked: a ``DemandView``.
    """

    decided = Signal(int, str, object, object, str)
    current_changed = Signal(object)
    mend_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.demands = DemandsModel()
        self._editor: DemandEditor | None = None
        super().__init__(parent)
        self.demands.setParent(self)
        self._delegate = DemandDelegate(self, self.demands)
        self.setHorizontalHeader(_Header(self))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(20)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        set_up_rows(self, "Demands")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        self.setItemDelegate(self._delegate)
        self.setModel(self.demands)
        self._editor = DemandEditor(self.viewport())
        self._editor.hide()
        self._editor.decided.connect(self._on_decided)
        self._editor.left.connect(self.setFocus)
        self._editor.resized.connect(self._lay_out_soon)
        self._editor.mend_asked.connect(self._on_mend)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.lay_out)
        QWidget.setTabOrder(self, self._editor)
        for key, value in (
            ("P", "produce"),
            ("N", "narrow"),
            ("O", "object"),
            ("H", "nothing_held"),
        ):
            self._shortcut(key, partial(self._give, value))
        self._shortcut("J", lambda: self.step(1))
        self._shortcut("K", lambda: self.step(-1))

    def _shortcut(self, keys: str, run: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(run)

    @property
    def editor(self) -> DemandEditor | None:
        """What is open below the current row."""
        return self._editor

    @property
    def demand(self) -> DemandView | None:
        """The current demand."""
        return self.demands.demand_at(self.currentIndex())

    def show_demands(self, demands: tuple[DemandView, ...]) -> None:
        """Show these; the current one stays current, at first the first open one is."""
        before = self.demand
        self.demands.show(demands)
        if self.demand is None and demands:
            index = self.demands.find(before.demand.number) if before else QModelIndex()
            index = index if index.isValid() else self.demands.next_open(-1)
            self.setCurrentIndex(index if index.isValid() else self.demands.index(0, 1))
        view, editor = self.demand, self._editor
        if view is not None and editor is not None:
            editor.show_demand(view)
        self.lay_out()

    def show_number(self, number: int) -> None:
        """Make a demand the current one."""
        index = self.demands.find(number)
        if index.isValid():
            self.setCurrentIndex(index)

    def next_open(self) -> bool:
        """Go to the next demand without a decision; False where none is."""
        index = self.demands.next_open(self.currentIndex().row())
        if not index.isValid():
            index = self.demands.next_open(-1)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        return True

    def step(self, step: int) -> None:
        """The next or the previous demand."""
        row = self.currentIndex().row() + step
        if 0 <= row < self.demands.rowCount():
            self.setCurrentIndex(self.demands.index(row, 1))

    def refuse(self, number: int, why: str) -> None:
        """Say at a demand why it was refused."""
        self.show_number(number)
        if self._editor is not None:
            self._editor.refuse(why)
            self._editor.reason.setFocus()

    def take_offer(self, words: str) -> None:
        """Put a test's offer into the current demand's reason."""
        if self._editor is not None and self.demand is not None:
            self._editor.take_offer(words)

    def _give(self, value: str) -> None:
        if self._editor is not None and self.demand is not None:
            self._editor.choose(value)

    def _on_decided(
        self, number: int, value: str, first: object, last: object, reason: str
    ) -> None:
        self.demands.take(number, Decision(value), reason)
        self.decided.emit(number, value, first, last, reason)
        self.setFocus()
        following = self.demands.next_open(self.currentIndex().row())
        if following.isValid():
            self.setCurrentIndex(following)

    def _on_mend(self) -> None:
        if self.demand is not None:
            self.mend_asked.emit(self.demand)

    # layout

    def _lay_out_soon(self) -> None:
        self._soon.start(0)

    def lay_out(self) -> None:
        """Give each row its height and the editor its place, once they are seen."""
        editor = self._editor
        if editor is None or not self.isVisible():
            return
        self._delegate.narrowing = editor.narrowing
        self._delegate.editor_height = editor.sizeHint().height() + 2
        for row in range(self.demands.rowCount()):
            height = self._delegate.words_height(row)
            if row == self.currentIndex().row():
                height += self._delegate.editor_height
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)
        self._place()
        self._bring()
        self.viewport().update()

    def _bring(self) -> None:
        """The whole of the open row into view, or of what opens below it where the window is short."""
        editor, row = self._editor, self.currentIndex().row()
        if editor is None or row < 0:
            return
        top, bar = self.rowViewportPosition(row), self.verticalScrollBar()
        beyond = top + self.rowHeight(row) - self.viewport().height()
        if beyond > 0:
            # when not all of it fits, what is being done now goes before the order's words
            room = (
                max(top, 0)
                if not editor.isAncestorOf(QApplication.focusWidget() or self)
                else beyond
            )
            bar.setValue(bar.value() + min(beyond, room))

    def _place(self) -> None:
        editor, row = self._editor, self.currentIndex().row()
        if editor is None:
            return
        if row < 0:
            editor.hide()
            return
        top = self.rowViewportPosition(row) + self._delegate.words_height(row)
        editor.setGeometry(
            _NUMBER, top, self.viewport().width() - _NUMBER, editor.sizeHint().height()
        )
        editor.show()

    @override
    @guarded()
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.lay_out()

    @override
    @guarded()
    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place()

    @override
    @guarded()
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place()

    @override
    @guarded()
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() == previous.row():
            return
        view, editor = self.demand, self._editor
        if editor is not None and view is not None:
            focused = QApplication.focusWidget()
            if focused is not None and editor.isAncestorOf(focused):
                self.setFocus()
            editor.show_demand(view)
        self.lay_out()
        if current.isValid():
            self.scrollTo(current)
        self.current_changed.emit(view)

    @override
    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A row becomes current; what is typed in its editor is not lost by a click beside it."""
        super().mousePressEvent(event)
        self.setFocus()

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width() - _NUMBER
        self.setColumnWidth(0, _NUMBER)
        least = {column: round(fonts.width(words)) + 16 for column, words in _LEAST.items()}
        least[6] += _SIGN
        widths = {
            column: max(round(room * share), least.get(column, 0))
            for column, share in enumerate(_SHARES, start=1)
        }
        # in a small window the accounts, which the facts list too, leave their room to the order's words
        self.setColumnHidden(3, room < _NARROW)
        if room < _NARROW:
            widths[1] += widths.pop(3)
        # what these take beyond their share is taken from the columns that wrap, then from the law's, which wraps too
        for columns, floor in (({1, 2, 3} & widths.keys(), _WRAPPED), ({5}, _LAW)):
            beyond = sum(widths.values()) - room
            shared = sum(widths[each] for each in columns)
            for column in columns if beyond > 0 else ():
                cut = ceil(beyond * widths[column] / shared)
                widths[column] = max(widths[column] - cut, floor)
        widths[6] += max(0, room - sum(widths.values()))
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self._lay_out_soon()
