"""Paints the validity questions: one line and its place, or, for the current one, its whole reason."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from lerdesk.desk.review import QuestionView, ReminderView
from lerdesk.ui.guard import guarded
from lerdesk.ui.review.answers import ANSWERS, paint_quiet, quiet_cells
from lerdesk.ui.review.inline import Inline, Run
from lerdesk.ui.review.questions import (
    Head,
    QuestionsModel,
    proposed_answer,
    reason_lines,
    second_line,
    sign_of,
)
from lerdesk.ui.theme import fonts, metrics, theme

Index = QModelIndex | QPersistentModelIndex

TEXT = 40  #: left edge of the words
LABEL = 80  #: from the words' edge to a reason's words
PITCH = 21  #: from one line of the reason to the next
CONTROL_TOP = 8
_ROW_TOP = 5
NOTE_LINE = 34
#: least room for the current question's words beside its control
_LEAST_WORDS = 160


class QuestionDelegate(QStyledItemDelegate):
    """Two heights: ``QUESTION_ROW``, and what the current row's reason takes."""

    def __init__(self, view: QListView, model: QuestionsModel) -> None:
        self._view = view
        self._model = model
        self.open_reason = True
        self.control_width = 300
        self.hovered: tuple[int, int] = (-1, -1)
        self._laid_out: tuple[object, Inline, list[tuple[str, Inline]]] | None = None
        super().__init__(view)

    def takes_note(self, question: QuestionView) -> bool:
        """Whether the current row has a field for a note: a person said no or unclear, or left one."""
        given = question.answer.value if question.answer is not None else ""
        return given in {"no", "unclear"} or question.warns or bool(question.note)

    def note_top(self, question: QuestionView, width: int) -> int:
        """Where the note's field stands, from the row's top."""
        return self._head_height(question, width) + self._reason_height(question, width)

    def question_width(self, width: int) -> int:
        """Room for the current question's words: beside its control, or above it where that leaves too little."""
        whole = width - TEXT - metrics.EDGE
        beside = whole - self.control_width - 16
        return beside if beside >= _LEAST_WORDS else whole

    def control_place(self, question: QuestionView, width: int) -> QPoint:
        """Where the control stands, from the row's top left."""
        whole = width - TEXT - metrics.EDGE
        if self.question_width(width) < whole:
            return QPoint(width - metrics.EDGE - self.control_width, CONTROL_TOP)
        return QPoint(TEXT, self._words_height(question, width))

    def _words_height(self, question: QuestionView, width: int) -> int:
        lines = self._question_lines(question, width).height / metrics.LINE
        return max(41, round(CONTROL_TOP + 5 + lines * metrics.LINE + 10))

    def _head_height(self, question: QuestionView, width: int) -> int:
        control = self.control_place(question, width).y()
        below = metrics.CONTROL + 8 if control > CONTROL_TOP else 0
        return self._words_height(question, width) + below

    def _question_lines(self, question: QuestionView, width: int) -> Inline:
        return self._laid(question, width)[0]

    def _reason(self, question: QuestionView, width: int) -> list[tuple[str, Inline]]:
        return self._laid(question, width)[1]

    def _laid(self, question: QuestionView, width: int) -> tuple[Inline, list[tuple[str, Inline]]]:
        """Laid out once for the current question: its height is asked for many times a step."""
        beside = self.question_width(width)
        key = (question, width, beside, theme().colours)
        if self._laid_out is None or self._laid_out[0] != key:
            room = width - TEXT - LABEL - metrics.EDGE
            words = Inline([Run(question.question, weight=600)], beside, 0)
            lines = [(label, Inline(runs, room, 0)) for label, runs in reason_lines(question)]
            self._laid_out = (key, words, lines)
        return self._laid_out[1:]

    def _reason_height(self, question: QuestionView, width: int) -> int:
        if not self.open_reason:
            return 0
        return sum(
            round(line.height) + PITCH - metrics.LINE for _, line in self._reason(question, width)
        )

    @guarded(default=QSize(100, metrics.QUESTION_ROW))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The row's height."""
        del option
        width = self._view.viewport().width()
        row = self._model.row_at(index)
        if isinstance(row, QuestionView):
            if index.row() != self._view.currentIndex().row():
                return QSize(width, metrics.QUESTION_ROW)
            height = self._head_height(row, width) + self._reason_height(row, width)
            note = NOTE_LINE if self.takes_note(row) else 0
            return QSize(width, height + note + (8 if self.open_reason or note else 2))
        if isinstance(row, ReminderView):
            return QSize(width, round(self._note_lines(row, width).height) + 10)
        return QSize(width, metrics.GROUP_HEAD)

    @staticmethod
    def _note_lines(row: ReminderView, width: int) -> Inline:
        law = Run(f"  {row.citation} · {row.law}", "quiet")
        return Inline([Run(row.words), law], width - TEXT - metrics.EDGE, 0)

    @guarded()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A head, a question, or the current question."""
        row = self._model.row_at(index)
        rect = QRectF(option.rect)
        painter.save()
        if isinstance(row, Head):
            painter.setFont(fonts.font(1.0, 600))
            painter.setPen(theme().color("text"))
            painter.drawText(
                rect.adjusted(metrics.EDGE, 5, -metrics.EDGE, 0),
                Qt.AlignmentFlag.AlignVCenter,
                row.words,
            )
        elif isinstance(row, ReminderView):
            sign = QRectF(metrics.EDGE, rect.top() + 5, 16, metrics.LINE)
            theme().paint_sign(painter, sign, "dot", "quiet")
            self._note_lines(row, int(rect.width())).paint(painter, TEXT, rect.top() + 5)
        elif isinstance(row, QuestionView):
            if index.row() == self._view.currentIndex().row():
                self._paint_current(painter, rect, row)
            else:
                self._paint_row(painter, rect, row, index.row())
        painter.restore()

    def _paint_row(self, painter: QPainter, rect: QRectF, row: QuestionView, place: int) -> None:
        colours = theme()
        first, second = rect.top() + _ROW_TOP, rect.top() + _ROW_TOP + 20
        sign, token = sign_of(row)
        colours.paint_sign(painter, QRectF(metrics.EDGE, first, 16, metrics.LINE), sign, token)
        right = rect.right() - metrics.EDGE + 1
        cells = quiet_cells(ANSWERS, right, first + metrics.LINE / 2)
        room = cells[0].left() - 12 - TEXT
        Inline([Run(row.question)], room).paint(painter, TEXT, first)
        paint_quiet(
            painter,
            cells,
            ANSWERS,
            given=row.answer.value if row.answer is not None else None,
            proposed=offered.value if (offered := proposed_answer(row)) is not None else None,
            hovered=self.hovered[1] if self.hovered[0] == place else -1,
        )
        law = f" · {row.grade} · {row.law}"
        room = (rect.width() - TEXT) * 0.55 - fonts.width(law)
        cited = fonts.elided(row.citation, max(60.0, room)) + law
        across = fonts.width(cited)
        Inline([Run(cited, "quiet")], across + 2).paint(painter, right - across, second)
        room = right - across - 16 - TEXT
        Inline(second_line(row), room).paint(painter, TEXT, second)

    def _paint_current(self, painter: QPainter, rect: QRectF, row: QuestionView) -> None:
        colours, width = theme(), int(rect.width())
        painter.fillRect(rect, colours.color("current"))
        painter.fillRect(QRectF(rect.left(), rect.top(), 2, rect.height()), colours.color("accent"))
        sign, token = sign_of(row)
        top = rect.top() + CONTROL_TOP + 5
        colours.paint_sign(painter, QRectF(metrics.EDGE, top, 16, metrics.LINE), sign, token)
        self._question_lines(row, width).paint(painter, TEXT, top)
        at = rect.top() + self._head_height(row, width)
        if self.open_reason:
            for label, line in self._reason(row, width):
                Inline([Run(label, "quiet")], LABEL).paint(painter, TEXT, at)
                line.paint(painter, TEXT + LABEL, at)
                at += line.height + PITCH - metrics.LINE
        if self.takes_note(row):
            Inline([Run("Note", "quiet")], LABEL).paint(painter, TEXT, at + 8)

    def answer_at(self, place: QPointF, rect: QRectF) -> int:
        """The cell of a row that is not current under a point of the viewport; -1 for none."""
        right = rect.right() - metrics.EDGE + 1
        cells = quiet_cells(ANSWERS, right, rect.top() + _ROW_TOP + metrics.LINE / 2)
        for number, cell in enumerate(cells):
            if cell.contains(place):
                return number
        return -1

    def link_at(self, place: QPointF, rect: QRectF, row: QuestionView, *, current: bool) -> str:
        """The link under a point of the viewport."""
        x, y = place.x() - TEXT, place.y() - rect.top()
        if not current:
            return Inline(second_line(row), rect.width()).link_at(x, y - _ROW_TOP - 20)
        if not self.open_reason:
            return ""
        at = float(self._head_height(row, int(rect.width())))
        for _, line in self._reason(row, int(rect.width())):
            if at <= y < at + line.height:
                return line.link_at(x - LABEL, y - at)
            at += line.height + PITCH - metrics.LINE
        return ""
