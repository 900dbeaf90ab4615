"""The list of facts: Tab confirms and goes on, typing corrects, Delete dismisses, words may be dropped on a row."""

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from lerdesk.desk.review import FactView
from lerdesk.domain.request import FactState
from lerdesk.ui.guard import guarded
from lerdesk.ui.pages.pointer import WORDS
from lerdesk.ui.review.fact_delegate import FactDelegate
from lerdesk.ui.review.facts import FactsModel, Index
from lerdesk.ui.shell.half_typed import Recall, nothing_typed
from lerdesk.ui.widgets.scroll import ScrollBar


class FactList(QListView):
    """The facts.

    Attributes:
        recall: gives what was typed into a field and not taken.

    Signals:
        confirmed: fact id.
        corrected: fact id, words.
        dismissed: fact id.
        dropped: a field's name, for the words selected on the page.
        current_changed: a ``FactView`` or None.
        link_clicked: fact id.
        typed: ``fact:12`` and what stands in its editor; empty once it is taken or left.
    """

    confirmed = Signal(int)
    corrected = Signal(int, str)
    dismissed = Signal(int)
    dropped = Signal(str)
    current_changed = Signal(object)
    link_clicked = Signal(int)
    typed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.facts = FactsModel()
        super().__init__(parent)
        self.facts.setParent(self)
        self.recall: Recall = nothing_typed
        self._delegate = FactDelegate(self, self.facts)
        self._delegate.taken.connect(self._on_taken)
        self._delegate.left.connect(self._on_left)
        self._delegate.typed.connect(self.typed)
        self._delegate.recall = lambda field: self.recall(field)  # noqa: PLW0108  as it is then
        self.setModel(self.facts)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical, self))
        self.verticalScrollBar().setSingleStep(24)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setAccessibleName("Facts")
        self.setAcceptDrops(True)
        self.setMouseTracking(True)

    @property
    def fact(self) -> FactView | None:
        """The current fact."""
        return self.facts.fact_at(self.currentIndex())

    @property
    def editing(self) -> bool:
        """Whether a value is being typed."""
        return self.state() == QAbstractItemView.State.EditingState

    def show_facts(self, facts: tuple[FactView, ...], not_said: tuple[str, ...]) -> None:
        """Show these; the current one stays current, or what stood next to it; at first the first proposed one is."""
        before, row = self.fact, self.currentIndex().row()
        self.facts.show(facts, not_said)
        if self.fact is None:
            index = self.facts.find(before.fact.id) if before is not None else QModelIndex()
            if not index.isValid() and before is not None:
                index = self.facts.next_fact(min(row, self.facts.rowCount()), -1)
            for open_only in (True, False):
                if not index.isValid():
                    index = self.facts.next_fact(-1, open_only=open_only)
            if index.isValid():
                self.setCurrentIndex(index)
        self.scheduleDelayedItemsLayout()

    def show_fact(self, fact_id: int) -> None:
        """Make a fact the current one."""
        index = self.facts.find(fact_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def bring_back(self) -> None:
        """What was typed comes back when its fact is edited again."""

    def show_error(self, words: str) -> None:
        """Say below the current value why it was refused."""
        self._delegate.error = words
        self.scheduleDelayedItemsLayout()  # its row is as high as the reason needs
        self.viewport().update()

    def next_open(self) -> bool:
        """Go to the next proposed fact, from the top again after the last; False where none is left."""
        index = self.facts.next_fact(self.currentIndex().row(), open_only=True)
        if not index.isValid():
            index = self.facts.next_fact(-1, open_only=True)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        return True

    def _on_taken(self, fact_id: int, words: str) -> None:
        view = self.facts.fact_at(self.facts.find(fact_id))
        if view is None:
            return
        self.show_error("")
        self.setFocus()
        if words.strip() and words.strip() != view.editable.strip():
            self.facts.take(fact_id, FactState.CORRECTED, words.strip())
            self.corrected.emit(fact_id, words.strip())
        elif view.fact.state is FactState.PROPOSED:
            self.facts.take(fact_id, FactState.CONFIRMED)
            self.confirmed.emit(fact_id)
        if self.currentIndex() == self.facts.find(fact_id):
            self.next_open()

    def _on_left(self) -> None:
        self.show_error("")
        self.setFocus()

    def _confirm(self) -> bool:
        """Confirm the current fact and go on; False where nothing is left to confirm."""
        view = self.fact
        if view is not None and view.fact.state is FactState.PROPOSED:
            self.facts.take(view.fact.id, FactState.CONFIRMED)
            self.confirmed.emit(view.fact.id)
            self.typed.emit(f"fact:{view.fact.id}", "")
            self.next_open()
            return True
        return self.next_open()

    @guarded(default=False)
    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  Qt's own names
        """Tab confirms as long as there is something to confirm, then goes on through the window."""
        if next and not self.editing and self._confirm():
            return True
        return super().focusNextPrevChild(next)

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        view = self.fact
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if plain and view is not None:
                self.edit(self.currentIndex())
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if plain and view is not None:
                self.facts.take(view.fact.id, FactState.DISMISSED)
                self.dismissed.emit(view.fact.id)
                self.typed.emit(f"fact:{view.fact.id}", "")
                self.next_open()
            case Qt.Key.Key_Down | Qt.Key.Key_Up if plain:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                index = self.facts.next_fact(self.currentIndex().row(), step)
                if index.isValid():
                    self.setCurrentIndex(index)
            case _:
                super().keyPressEvent(event)

    @guarded()
    def keyboardSearch(self, search: str) -> None:
        """Typing edits; it does not search."""

    @override
    @guarded()
    def currentChanged(self, current: Index, previous: Index) -> None:
        self._delegate.error = ""
        super().currentChanged(current, previous)
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        if current.isValid():
            self.scrollTo(current)
        self.current_changed.emit(self.fact)

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes to the fact and its place; on the current value it edits, on the sign it confirms."""
        index = self.indexAt(event.position().toPoint())
        view = self.facts.fact_at(index)
        if view is None:
            super().mousePressEvent(event)
            return
        again = index == self.currentIndex()
        super().mousePressEvent(event)
        row = QRectF(self.visualRect(index))
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self._delegate.confirms(row, event.position(), view):
            self._confirm()
            return
        on_value = self._delegate.value_rect(self.visualRect(index)).contains(
            event.position().toPoint()
        )
        if again and on_value and event.button() == Qt.MouseButton.LeftButton:
            self.edit(index)
        else:
            self.link_clicked.emit(view.fact.id)

    @override
    @guarded()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        view = self.facts.fact_at(index)
        hovered = index.row() if view is not None else -1
        over = view is not None and self._delegate.page_rect(
            QRectF(self.visualRect(index)), view
        ).contains(event.position())
        over = over or (
            view is not None
            and self._delegate.confirms(QRectF(self.visualRect(index)), event.position(), view)
        )
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        )
        if hovered != self._delegate.hovered:
            self._delegate.hovered = hovered
            self.viewport().update()

    # words dragged from the page

    @override
    @guarded()
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(WORDS):
            event.acceptProposedAction()

    @override
    @guarded()
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not event.mimeData().hasFormat(WORDS):
            return
        index = self.indexAt(event.position().toPoint())
        self._delegate.drop_row = index.row() if self.facts.fact_at(index) is not None else -1
        self.viewport().update()
        event.acceptProposedAction()

    @override
    @guarded()
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._delegate.drop_row = -1
        self.viewport().update()
        event.accept()

    @guarded()
    def dropEvent(self, event: QDropEvent) -> None:
        """On a fact: its field gets the words; beside one: the chooser asks."""
        if not event.mimeData().hasFormat(WORDS):
            return
        view = self.facts.fact_at(self.indexAt(event.position().toPoint()))
        self._delegate.drop_row = -1
        event.acceptProposedAction()
        self.dropped.emit(view.fact.field if view is not None else "")
