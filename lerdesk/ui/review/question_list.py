"""The list of validity questions with its one real control, moved from row to row."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from lerdesk.desk.review import QuestionView, ReminderView
from lerdesk.domain.vocabulary import Answer
from lerdesk.ui.guard import guarded
from lerdesk.ui.review.answers import ANSWERS, AnswerControl
from lerdesk.ui.review.question_delegate import (
    LABEL,
    TEXT,
    QuestionDelegate,
)
from lerdesk.ui.review.questions import Index, QuestionsModel, proposed_answer
from lerdesk.ui.shell.half_typed import Recall, nothing_typed
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets.fields import Field
from lerdesk.ui.widgets.scroll import ScrollBar


class QuestionList(QListView):
    """Y N U A answer the current question and go on; J and K move; Enter opens and closes its reason.

    Attributes:
        recall: gives what was typed into a field and not taken.

    Signals:
        answered: question id, answer, note.
        current_changed: a ``QuestionView`` or None.
        link_clicked: question id and the link's meaning.
        typed: ``note:E105`` and the note as it stands; empty once it is taken.
    """

    answered = Signal(str, str, str)
    current_changed = Signal(object)
    link_clicked = Signal(str, str)
    typed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.questions = QuestionsModel()
        self._control: AnswerControl | None = None
        self._note: Field | None = None
        self._note_of = ""  # the question whose note stands in the field
        self.recall: Recall = nothing_typed
        super().__init__(parent)
        self.questions.setParent(self)
        self._delegate = QuestionDelegate(self, self.questions)
        self.setModel(self.questions)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical, self))
        self.verticalScrollBar().setSingleStep(24)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName("Validity questions")
        self.setMouseTracking(True)
        self._control = AnswerControl(ANSWERS, "Answer", self.viewport())
        self._control.chosen.connect(self._on_chosen)
        self._control.hide()
        self._delegate.control_width = self._control.width()
        self._note = Field(
            "Note to this answer", self.viewport(), placeholder="Why, in a few words"
        )
        self._note.editingFinished.connect(self._on_note)
        self._note.textEdited.connect(lambda words: self.typed.emit(f"note:{self._note_of}", words))
        self._note.hide()
        QWidget.setTabOrder(self, self._control)
        QWidget.setTabOrder(self._control, self._note)
        for cell in ANSWERS:
            self._shortcut(cell.key, partial(self._give, cell.value))
        self._shortcut("J", lambda: self.step(1))
        self._shortcut("K", lambda: self.step(-1))

    def _shortcut(self, keys: str, run: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(run)

    @property
    def control(self) -> AnswerControl | None:
        """The real control."""
        return self._control

    @property
    def note(self) -> Field | None:
        """The current answer's note."""
        return self._note

    @property
    def question(self) -> QuestionView | None:
        """The current question."""
        return self.questions.question_at(self.currentIndex())

    def show_questions(
        self, questions: tuple[QuestionView, ...], reminders: tuple[ReminderView, ...] = ()
    ) -> None:
        """Show these; the current one stays current, at first the first open one is."""
        before = self.question
        self.questions.show(questions, reminders)
        if self.question is None:
            index = self.questions.find(before.id) if before is not None else QModelIndex()
            if not index.isValid():
                index = self.questions.next_open(-1)
            if not index.isValid():
                index = self.questions.next_open(-1, any_state=True)
            if index.isValid():
                self.setCurrentIndex(index)
        self.scheduleDelayedItemsLayout()
        self._place()

    def show_question(self, question_id: str) -> None:
        """Make a question the current one."""
        index = self.questions.find(question_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def next_open(self) -> bool:
        """Go to the next open question, from the top again after the last; False where none is open."""
        index = self.questions.next_open(self.currentIndex().row())
        if not index.isValid():
            index = self.questions.next_open(-1)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        return True

    def step(self, step: int) -> None:
        """The next or the previous question, whatever its state."""
        index = self.questions.next_open(self.currentIndex().row(), step, any_state=True)
        if index.isValid():
            self.setCurrentIndex(index)

    def _give(self, value: str) -> None:
        question = self.question
        if question is None:
            return
        self.questions.take(question.id, Answer(value))
        self.answered.emit(question.id, value, question.note)
        following = self.questions.next_open(self.currentIndex().row())
        self.setFocus()
        if following.isValid():
            self.setCurrentIndex(following)
        else:
            self._grow()

    def _grow(self) -> None:
        """The current row may have got a line for its note: it comes into view with it."""
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self._bring(self.currentIndex())
        self._place()

    def _on_chosen(self, value: str) -> None:
        """A click or Space on the real control answers; a person who reached it by Tab stays there."""
        question = self.question
        if question is None:
            return
        self.questions.take(question.id, Answer(value))
        self.answered.emit(question.id, value, question.note)
        self._grow()

    def _on_note(self) -> None:
        question = self.questions.question_at(self.questions.find(self._note_of))
        note = self._note
        if question is None or note is None or question.answer is None:
            return
        if note.text().strip() != question.note:
            self.answered.emit(question.id, question.answer.value, note.text().strip())
        self.typed.emit(f"note:{question.id}", "")

    def _leave_note(self, *, keep: bool) -> None:
        """Back to the questions, with what was typed or as it was before."""
        question, note = self.question, self._note
        if note is not None and question is not None and not keep:
            note.setText(question.note)
        self.setFocus()

    def bring_back(self) -> None:
        """Show the note that was typed and not taken."""
        self._place()

    # the placed controls

    def _place(self) -> None:
        control, note = self._control, self._note
        if control is None or note is None:
            return
        index, question = self.currentIndex(), self.question
        if question is None:
            control.hide()
            note.hide()
            return
        rect = self.visualRect(index)
        control.move(rect.topLeft() + self._delegate.control_place(question, rect.width()))
        offered = proposed_answer(question)
        proposed = offered.value if offered is not None else None
        given = question.answer.value if question.answer is not None else None
        control.show_answer(given, proposed, question.question)
        control.show()
        if self._delegate.takes_note(question):
            left = TEXT + LABEL
            note.setGeometry(
                QRect(
                    left,
                    rect.top() + self._delegate.note_top(question, self.viewport().width()) + 3,
                    rect.width() - left - metrics.EDGE,
                    metrics.CONTROL,
                )
            )
            if not note.hasFocus():
                self._note_of = question.id
                note.setText(self.recall(f"note:{question.id}") or question.note)
            note.show()
        else:
            note.hide()

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
        if self._note is not None and self._note.hasFocus():
            self.setFocus()
        super().currentChanged(current, previous)
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        if current.isValid():
            self._bring(current)
        self._place()
        self.current_changed.emit(self.question)

    def _bring(self, index: Index) -> None:
        """Into view, with the row after it where there is room."""
        self.scrollTo(index)
        rect, bar = self.visualRect(index), self.verticalScrollBar()
        beyond = rect.bottom() + metrics.QUESTION_ROW - self.viewport().height()
        if 0 < beyond < rect.top():
            bar.setValue(bar.value() + beyond)

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The current question stays in view: a window that becomes lower hides what lies below it first."""
        current = self.currentIndex()
        seen = current.isValid() and self.visualRect(current).top() < event.oldSize().height()
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if seen:
            self.executeDelayedItemsLayout()
            self._bring(current)

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers()
        if self._note is not None and self._note.hasFocus():
            if enter or event.key() == Qt.Key.Key_Escape:
                self._leave_note(keep=enter)
            else:
                super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if enter:
                self._delegate.open_reason = not self._delegate.open_reason
                self.scheduleDelayedItemsLayout()
            case Qt.Key.Key_Down:
                self.step(1)
            case Qt.Key.Key_Up:
                self.step(-1)
            case _:
                super().keyPressEvent(event)

    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A cell of any row answers it at once; a link goes; elsewhere the row becomes current."""
        index = self.indexAt(event.position().toPoint())
        question = self.questions.question_at(index)
        if question is None or event.button() != Qt.MouseButton.LeftButton:
            self.setFocus()
            return
        rect, current = QRectF(self.visualRect(index)), index == self.currentIndex()
        cell = -1 if current else self._delegate.answer_at(event.position(), rect)
        link = self._delegate.link_at(event.position(), rect, question, current=current)
        self.setFocus()
        if not current:
            self.setCurrentIndex(index)
        if cell >= 0:
            self.questions.take(question.id, Answer(ANSWERS[cell].value))
            self.answered.emit(question.id, ANSWERS[cell].value, question.note)
            self._place()
        elif link:
            self.link_clicked.emit(question.id, link)

    @override
    @guarded()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        hovered, link = (-1, -1), ""
        question = self.questions.question_at(index)
        if question is not None:
            rect, current = QRectF(self.visualRect(index)), index == self.currentIndex()
            link = self._delegate.link_at(event.position(), rect, question, current=current)
            if not current:
                hovered = (index.row(), self._delegate.answer_at(event.position(), rect))
        shape = Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        if hovered != self._delegate.hovered:
            self._delegate.hovered = hovered
            self.viewport().update()
