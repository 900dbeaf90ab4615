"""Paints the facts: sign, field, value, page, state; a field with one line of help in the current row."""

from functools import partial
from typing import cast

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from lerdesk.desk.review import FactView
from lerdesk.domain.request import FactState
from lerdesk.ui.guard import guarded
from lerdesk.ui.review.facts import SIGNS, FactsModel, NotSaid
from lerdesk.ui.review.questions import Head
from lerdesk.ui.shell.half_typed import Recall, nothing_typed
from lerdesk.ui.theme import fonts, metrics, theme
from lerdesk.ui.widgets import paint
from lerdesk.ui.widgets.fields import Field

Index = QModelIndex | QPersistentModelIndex

LABEL, VALUE = 40, 164
_PAGE_RIGHT, _STATE = 116, 84
_NARROW = 470
HELP = "Tab confirms and goes on. Type to correct. Del: the order does not say it."


class FactDelegate(QStyledItemDelegate):
    """Two heights: ``FACT_ROW``, and ``FACT_ROW_EDITED`` for the current row.

    Signals:
        taken: fact id and the editor's text; Tab or Enter in the editor.
        left: Escape in the editor; what was read is put back.
        typed: ``fact:12`` and what stands in its editor; empty once it is taken or left.
    """

    taken = Signal(int, str)
    left = Signal()
    typed = Signal(str, str)

    def __init__(self, view: QListView, model: FactsModel) -> None:
        self.recall: Recall = nothing_typed
        self._view = view
        self._model = model
        self.error = ""
        self.hovered = -1
        self.drop_row = -1
        super().__init__(view)

    def _is_current(self, index: Index) -> bool:
        return index.row() == self._view.currentIndex().row()

    @override
    @guarded(default=QSize(100, metrics.FACT_ROW))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        width = self._view.viewport().width()
        row = self._model.row_at(index)
        if isinstance(row, Head):
            return QSize(width, metrics.GROUP_HEAD)
        if isinstance(row, NotSaid):
            return QSize(width, 46)
        if not self._is_current(index):
            return QSize(width, metrics.FACT_ROW)
        more = max(len(self._error_lines(QRectF(0, 0, width, 0))) - 1, 0)
        return QSize(width, metrics.FACT_ROW_EDITED + more * metrics.LINE)

    def _error_lines(self, rect: QRectF) -> list[str]:
        """Why the current value was refused, in lines that its row has room for."""
        wide = rect.width() - VALUE - metrics.EDGE - 16
        return paint.lines_of(self.error, wide) if self.error else []

    def value_rect(self, rect: QRect) -> QRect:
        """Where the value's field stands in the current row."""
        left = rect.left() + VALUE
        right = rect.right() - (_PAGE_RIGHT + 50 if rect.width() >= _NARROW else 74)
        return QRect(left - 1, rect.top() + 6, right - left, metrics.CONTROL)

    def page_rect(self, rect: QRectF, view: FactView) -> QRectF:
        """Where the link to the page stands."""
        if view.fact.evidence is None:
            return QRectF()
        across = fonts.width(f"p. {view.fact.evidence.page}")
        right = rect.right() + 1 - (_PAGE_RIGHT if rect.width() >= _NARROW else metrics.EDGE)
        return QRectF(right - across, rect.top(), across, metrics.FACT_ROW)

    def confirms(self, rect: QRectF, at: QPointF, view: FactView) -> bool:
        """Whether a click there confirms: on the sign of a proposed fact, or on its word at the right edge."""
        if view.fact.state is not FactState.PROPOSED:
            return False
        edge = rect.right() - metrics.EDGE - _STATE
        on_word = rect.width() >= _NARROW and at.x() > edge
        return at.x() < rect.left() + LABEL or on_word

    @override
    @guarded()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(option.rect)
        row = self._model.row_at(index)
        painter.save()
        if isinstance(row, Head):
            area = rect.adjusted(metrics.EDGE, 5, -metrics.EDGE, 0)
            paint.words(painter, area, row.words, weight=600)
        elif isinstance(row, NotSaid):
            top = rect.top() + 6
            paint.line(painter, rect.topLeft() + QPointF(0, 6), rect.topRight() + QPointF(0, 6))
            area = QRectF(rect.left() + LABEL, top, VALUE - LABEL - 8, 40)
            paint.words(painter, area, "Not found", token="quiet")
            area = QRectF(rect.left() + VALUE, top, rect.width() - VALUE - metrics.EDGE, 40)
            paint.words(painter, area, row.words, token="quiet")
        elif isinstance(row, FactView):
            self._paint_fact(painter, rect, row, index)
        painter.restore()

    def _paint_fact(self, painter: QPainter, rect: QRectF, row: FactView, index: Index) -> None:
        current = self._is_current(index)
        paint.row_background(
            painter, rect, current=current, hovered=index.row() in {self.hovered, self.drop_row}
        )
        sign, token, state = SIGNS[row.fact.state]
        height = 40 if current else metrics.FACT_ROW
        line = QRectF(rect.left(), rect.top(), rect.width(), height)
        theme().paint_sign(
            painter, QRectF(rect.left() + metrics.EDGE, line.top(), 16, height), sign, token
        )
        label = QRectF(rect.left() + LABEL, line.top(), VALUE - LABEL - 8, height)
        paint.words(painter, label, row.label, token="quiet")
        page = self.page_rect(rect, row)
        if not page.isEmpty() and row.fact.evidence is not None:
            page.setHeight(height)
            paint.words(painter, page, f"p. {row.fact.evidence.page}", token="accent")
        if rect.width() >= _NARROW:
            area = QRectF(rect.right() + 1 - metrics.EDGE - _STATE, line.top(), _STATE, height)
            settled = row.fact.state in {FactState.CONFIRMED, FactState.DISMISSED}
            ink, weight = ("quiet", 400) if settled else ("text", 500)
            paint.words(painter, area, state, token=ink, weight=weight, align=paint.RIGHT)
        field = self.value_rect(rect.toRect())
        if current:
            self._paint_field(painter, QRectF(field), rect, row)
            return
        room = QRectF(rect.left() + VALUE, line.top(), field.width() + 16, height)
        self._paint_value(painter, room, row)

    def _paint_value(self, painter: QPainter, room: QRectF, row: FactView) -> None:
        gone = row.fact.state is FactState.DISMISSED
        took = paint.words(painter, room, row.words, token="quiet" if gone else "text")
        measure = fonts.figures()
        base = room.center().y() + (measure.ascent() - measure.descent()) / 2
        if row.fact.state is FactState.PROPOSED:
            paint.dashed_underline(painter, room.left(), base, took)
        if gone:
            middle = room.left(), base - measure.ascent() / 3
            painter.fillRect(QRectF(*middle, took, 1), theme().color("quiet"))
        if row.read_words and room.width() - took > 60:
            rest = room.adjusted(took + 8, 0, 0, 0)
            paint.words(painter, rest, f"read as {row.read_words}", token="quiet")

    def _paint_field(self, painter: QPainter, field: QRectF, rect: QRectF, row: FactView) -> None:
        held = theme()
        focused = self._view.hasFocus()
        paint.frame(
            painter,
            field,
            border=held.color("accent" if focused else "field"),
            fill=held.color("ground"),
            width=2 if focused else 1,
        )
        inner = field.adjusted(metrics.FIELD_PADDING, 0, -metrics.FIELD_PADDING, 0)
        gone = row.fact.state is FactState.DISMISSED
        paint.words(painter, inner, row.words, token="quiet" if gone else "text")
        below = QRectF(
            field.left() + 1, field.bottom() + 2, rect.right() - field.left() - metrics.EDGE, 20
        )
        if self.error:
            held.paint_sign(painter, QRectF(below.left(), below.top(), 12, 20), "triangle", "late")
            for at, words in enumerate(self._error_lines(rect)):
                line = below.adjusted(16, at * metrics.LINE, 0, at * metrics.LINE)
                paint.words(painter, line, words, token="late")
            return
        words = HELP if row.fact.state is FactState.PROPOSED else row.help or HELP
        if row.read_words:
            words = f"Read as {row.read_words}. {row.help}".strip()
        paint.words(painter, below, words, token="quiet")

    # the editor

    @override
    @guarded(default=cast("QWidget", None))
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option
        row = self._model.fact_at(index)
        if row is None:
            return Field("", parent)
        editor = Field(row.label, parent)
        editor.setAccessibleDescription(row.help or HELP)
        editor.setProperty("fact", row.fact.id)
        editor.textEdited.connect(partial(self.typed.emit, _field(row.fact.id)))
        return editor

    @override
    @guarded()
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        row = self._model.fact_at(index)
        if isinstance(editor, Field) and row is not None and not editor.isModified():
            typed = self.recall(_field(row.fact.id))
            editor.setText(typed or row.editable)
            editor.setModified(bool(typed))

    @guarded()
    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """What was typed and left without Tab, Enter or Escape is taken too."""
        del model
        row = self._model.fact_at(index)
        if isinstance(editor, Field) and row is not None and editor.isModified():
            if editor.text().strip() != row.editable.strip():
                self.taken.emit(row.fact.id, editor.text())
            self.typed.emit(_field(row.fact.id), "")
            editor.setModified(False)

    @override
    @guarded()
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        del index
        editor.setGeometry(self.value_rect(option.rect))

    @override
    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(watched, Field)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
        ):
            if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                fact, words = watched.property("fact"), watched.text()
                watched.setModified(False)
                self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
                self.taken.emit(fact, words)
                self.typed.emit(_field(fact), "")
                return True
            if event.key() == Qt.Key.Key_Escape:
                watched.setModified(False)
                self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.RevertModelCache)
                self.left.emit()
                self.typed.emit(_field(watched.property("fact")), "")
                return True
        return super().eventFilter(watched, event)


def _field(fact_id: int) -> str:
    return f"fact:{fact_id}"
