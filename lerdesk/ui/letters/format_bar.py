"""Bold, slanted, list; and how much of the template was changed."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from lerdesk.ui.guard import guarded
from lerdesk.ui.letters.parts import Lined
from lerdesk.ui.letters.writing import LetterEditor
from lerdesk.ui.theme import fonts, metrics
from lerdesk.ui.widgets import Button, Label, paint, painting

#: least width at which the whole sentence stands beside the buttons
_ROOMY = 370


class _Letter(Button):
    """A button whose one letter looks like what it does."""

    def __init__(self, letter: str, name: str, keys: str, *, weight: int, italic: bool) -> None:
        self._own = (weight, italic)
        super().__init__(letter, flat=True)
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  {keys}")

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            _, fill, ink = self._colours()
            paint.frame(painter, QRectF(self.rect()), fill=fill)
            weight, italic = self._own
            letter = fonts.font(1.0, weight)
            letter.setItalic(italic)
            painter.setFont(letter)
            painter.setPen(ink)
            painter.drawText(QRectF(self.rect()), int(paint.CENTRE), self.text())


class FormatBar(Lined):
    """Above the text. What it does is Markdown, so that it can be typed as well."""

    def __init__(self, editor: LetterEditor, parent: QWidget | None = None) -> None:
        self._sentences = 0
        super().__init__(parent)
        self.setFixedHeight(36)
        self.bold = _Letter("B", "Bold", "Ctrl+B", weight=600, italic=False)
        self.slanted = _Letter("I", "Slanted", "Ctrl+I", weight=400, italic=True)
        self.list = Button("List", flat=True)
        self.list.setToolTip("Make the lines a list")
        self.bold.clicked.connect(lambda: self._do(editor, lambda: editor.surround("**")))
        self.slanted.clicked.connect(lambda: self._do(editor, lambda: editor.surround("*")))
        self.list.clicked.connect(lambda: self._do(editor, editor.list_lines))
        self.changed = Label("", quiet=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.EDGE - metrics.S2, 0, metrics.EDGE - 4, 0)
        row.setSpacing(metrics.S1)
        for button in (self.bold, self.slanted, self.list):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.changed)

    @staticmethod
    def _do(editor: LetterEditor, run: Callable[[], None]) -> None:
        run()
        editor.setFocus()

    def set_possible(self, possible: bool) -> None:  # noqa: FBT001  a setter
        """An issued paper's words stay as they are."""
        for button in (self.bold, self.slanted, self.list):
            button.setVisible(possible)

    def set_changed(self, sentences: int) -> None:
        """Say how many sentences differ from the template's."""
        self._sentences = sentences
        self._say()

    def _say(self) -> None:
        if not self._sentences:
            words = "As the template has it"
        else:
            count = "1 sentence" if self._sentences == 1 else f"{self._sentences} sentences"
            words = f"{count} changed"
            if self.width() >= _ROOMY:
                words += " from the template"
        if words != self.changed.text():
            self.changed.setText(words)

    @override
    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()
