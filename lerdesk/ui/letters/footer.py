"""Below the text: what issuing means, the buttons, and the one question that is asked in their place."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.base.errors import UserFacingError
from lerdesk.ui.guard import guarded
from lerdesk.ui.letters.parts import SignedWords
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import Button, Label, paint, painting

#: least room for the words beside buttons
_WORDS = 200

W = TypeVar("W", bound=QWidget)


class Question(QWidget):
    """Asks once, in the window: a sentence, what it needs to know, one button that does it, one that leaves it.

    Signals:
        left: it was answered or left.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._run: Callable[[], None] = lambda: None
        self._fields: list[QWidget] = []
        super().__init__(parent)
        self.setAccessibleName("Question")
        column = QVBoxLayout(self)
        column.setContentsMargins(metrics.EDGE, 10, metrics.EDGE, 10)
        column.setSpacing(metrics.S2)
        self.words = Label("", wrap=True, weight=500)
        self.refused = SignedWords()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(metrics.S2)
        self.confirm = Button("", primary=True, hint="Enter")
        self.confirm.clicked.connect(self._on_confirm)
        self.leave = Button("Not yet", hint="Esc")
        self.leave.clicked.connect(self.close_question)
        column.addWidget(self.words)
        column.addWidget(self.refused)
        column.addLayout(self._rows)

    def ask(
        self,
        words: str,
        confirm: str,
        run: Callable[[], None],
        fields: Sequence[QWidget] = (),
    ) -> None:
        """Show the question.

        Args:
            words: the consequence, named.
            confirm: a verb.
            run: does it; ``close_question`` when it is done, ``refuse`` when it is not.
            fields: what it needs to know; they belong to the question from now on.
        """
        for field in self._fields:
            field.hide()
            field.deleteLater()
        self._fields = list(fields)
        for field in fields:
            field.setParent(self)
        self.words.setText(words)
        self.setAccessibleDescription(words)
        self.confirm.setText(confirm)
        self.confirm.setAccessibleDescription(words)
        self.confirm.set_possible(True)
        self.refused.tell("")
        self._run = run
        self._arrange()
        self.show()
        previous: QWidget | None = None
        for widget in (*fields, self.confirm, self.leave):
            widget.show()
            if previous is not None:
                QWidget.setTabOrder(previous, widget)
            previous = widget
        self.focus_first()

    def focus_first(self) -> None:
        """What it needs to know first, else its verb."""
        (self._fields[0] if self._fields else self.confirm).setFocus()

    def refuse(self, error: UserFacingError | str) -> None:
        """Say why it was not done; it can be tried again."""
        self.refused.tell(str(error))
        self.confirm.set_possible(True)
        self.confirm.setFocus()

    def close_question(self) -> None:
        """Leave it."""
        self.hide()
        self.left.emit()

    def _arrange(self) -> None:
        """What it needs to know beside its buttons where there is room, else above them."""
        wide = self.width() - 2 * metrics.EDGE
        _empty(self._rows)
        buttons: list[QWidget] = [self.leave, self.confirm]
        if _wide([*self._fields, *buttons], metrics.S2) <= wide:
            self._row(self._fields, buttons)
        else:
            for some in _lines(self._fields, wide, metrics.S2):
                self._row(some, [])
            self._row([], buttons)
        # every line of the consequence is seen: in a narrow pane the layout would count too few
        self.words.setMinimumHeight(self.words.heightForWidth(max(wide, _WORDS)))

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _row(self, left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        row = QHBoxLayout()
        row.setSpacing(metrics.S2)
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        for widget in right:
            row.addWidget(widget)
        self._rows.addLayout(row)

    def _on_confirm(self) -> None:
        self.confirm.set_possible(False, "Under way")
        self._run()

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_question()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.confirm.isEnabled():
            self.confirm.click()
        else:
            super().keyPressEvent(event)


class Footer(QWidget):
    """The words and buttons below a letter, or the question in their place.

    Args:
        issue: "Issue letter", "Issue notice".

    Attributes:
        prints_drafts: whether a draft has a button for printing it; the key prints it anyway.
    """

    def __init__(self, issue: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label("", quiet=True, wrap=True)
        self.print_draft = Button("Print a draft")
        self.issue = Button(issue, primary=True, hint="Ctrl+Enter")
        self.prints_drafts = True
        self.more: list[Button] = []
        self.print = Button("Print", hint="Ctrl+P")
        self.export = Button("Export PDF", hint="Ctrl+S", primary=True)
        self.rest = QWidget()
        self._lines = QVBoxLayout(self.rest)
        self._lines.setContentsMargins(metrics.EDGE, 8, metrics.EDGE, 7)
        self._lines.setSpacing(metrics.S2)
        self._shown: list[Button] = []
        self._hints = {button: button.hint for button in (self.issue, self.print, self.export)}
        for widget in (self.words, self.print_draft, self.issue, self.print, self.export):
            widget.setParent(self.rest)
        self.question = Question()
        self.question.hide()
        self.question.left.connect(self._on_left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.rest)
        column.addWidget(self.question)

    def add(self, words: str) -> Button:
        """A button more, for an issued paper."""
        made = Button(words, self.rest)
        self.more.append(made)
        return made

    def show_draft(self, words: str, why_not: str) -> None:
        """The buttons of a draft.

        Args:
            words: what issuing does.
            why_not: why it cannot be issued yet; empty where it can.
        """
        self.words.setText(why_not or words)
        self.issue.set_possible(not why_not, why_not)
        self._hints[self.issue] = "" if why_not else "Ctrl+Enter"
        self._show_buttons([self.print_draft, self.issue] if self.prints_drafts else [self.issue])

    def show_issued(self, words: str, more: set[Button]) -> None:
        """The buttons of an issued paper."""
        self.words.setText(words)
        self._show_buttons([each for each in self.more if each in more] + [self.print, self.export])

    def _show_buttons(self, shown: list[Button]) -> None:
        self._shown = shown
        for button in (self.print_draft, self.issue, self.print, self.export, *self.more):
            button.setVisible(button in shown)
        self._arrange()

    def _arrange(self) -> None:
        """One line where there is room; else the words, what comes later and the rest, each on a line of its own."""
        room = self.width() - 2 * metrics.EDGE
        for button, hint in self._hints.items():
            button.set_hint(hint)
        if self._shown and _wide(self._shown[-2:]) > room:
            for button in self._hints:
                button.set_hint("")
        _empty(self._lines)
        words = min(self.words.sizeHint().width(), _WORDS)
        main, more = self._shown[-2:], self._shown[:-2]
        if words + metrics.S3 + _wide(self._shown) <= room:
            self._line([self.words, *self._shown])
        elif not more:
            self._line([self.words])
            self._line(main)
        else:
            self._line([self.words])
            if _wide(self._shown) <= room:
                self._line(self._shown)
            else:
                for some in _lines(more, room):
                    self._line(some)
                self._line(main)

    def _line(self, widgets: Sequence[QWidget]) -> None:
        row = QHBoxLayout()
        row.setSpacing(metrics.S3)
        if widgets[0] is not self.words:
            row.addStretch(1)
        for widget in widgets:
            if widget is self.words:
                middle = QVBoxLayout()
                middle.addStretch(1)
                middle.addWidget(widget)
                middle.addStretch(1)
                row.addLayout(middle, 1)
            else:
                row.addWidget(widget)
        self._lines.addLayout(row)

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def ask(
        self, words: str, confirm: str, run: Callable[[], None], fields: Sequence[QWidget] = ()
    ) -> None:
        """Ask in place of the buttons."""
        self.rest.hide()
        self.question.ask(words, confirm, run, fields)

    def _on_left(self) -> None:
        self.rest.show()

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            paint.line(painter, QPointF(0, 0), QPointF(self.width(), 0))


def _empty(layout: QLayout) -> None:
    """Take everything out of a layout; the widgets stay where they are."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            _empty(inner)


def _lines(widgets: Sequence[W], room: int, gap: int = metrics.S3) -> list[list[W]]:
    """As many on each line as have room."""
    lines: list[list[W]] = []
    for widget in widgets:
        if lines and _wide([*lines[-1], widget], gap) <= room:
            lines[-1].append(widget)
        else:
            lines.append([widget])
    return lines


def _wide(widgets: Sequence[QWidget], gap: int = metrics.S3) -> int:
    gaps = max(0, len(widgets) - 1) * gap
    return gaps + sum(
        min(max(each.sizeHint().width(), each.minimumWidth()), each.maximumWidth())
        for each in widgets
    )
