"""The letter's text under the reviewer's hands: plain Markdown in 20 px lines, each word in the ink of who wrote it."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from lerdesk.desk.letter_words import Inks
from lerdesk.ui.guard import guarded
from lerdesk.ui.letters.ink import Highlighter, in_units, units
from lerdesk.ui.theme import fonts, metrics, theme
from lerdesk.ui.widgets import paint, with_scroll_bars

GUTTER = 37
_BAR = 3
_NOTHING = Inks((), (), 0)


class LetterEditor(QTextEdit):
    """Plain text with line numbers; fields lie on a fill, the reviewer's words bear a line and a bar in the gutter.

    Signals:
        left: the keyboard went elsewhere.
    """

    ring_gap = -2
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self.inks = _NOTHING
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("own_focus", True)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setFont(fonts.font(tabular=False))
        with_scroll_bars(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.highlighter = Highlighter(self)
        theme().changed.connect(self.highlighter.rehighlight)

    def set_text(self, text: str) -> None:
        """Show another text; there is nothing to take back yet."""
        document = self.document()
        document.setUndoRedoEnabled(False)
        self.setPlainText(text)
        frame = document.rootFrame().frameFormat()
        frame.setLeftMargin(GUTTER)
        frame.setRightMargin(metrics.EDGE - 4)
        frame.setTopMargin(metrics.S3)
        frame.setBottomMargin(metrics.S6)
        document.rootFrame().setFrameFormat(frame)
        lines = QTextBlockFormat()
        lines.setLineHeight(metrics.EDITOR_LINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(lines)
        document.setUndoRedoEnabled(True)
        document.setModified(False)

    def replace_text(self, text: str) -> None:
        """Show another text as one step that can be taken back."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def set_inks(self, inks: Inks) -> None:
        """Say whose words are whose."""
        text = self.text()
        inks = Inks(in_units(text, inks.fields), in_units(text, inks.mine), inks.sentences)
        before, self.inks = self.inks, inks
        self.highlighter.take(before, inks)
        self.viewport().update()

    def text(self) -> str:
        """The Markdown as it stands; no-break spaces stay what they are."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def find_words(self, words: str) -> bool:
        """Select the first place of these words and go there."""
        found = self.document().find(words)
        if found.isNull():
            return False
        self.setTextCursor(found)
        self.setFocus()
        return True

    # formatting, as Markdown

    def surround(self, mark: str) -> None:
        """Put ``mark`` around the selected words, or take it away where it is."""
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        words = cursor.selection().toPlainText()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        size = len(mark)
        cursor.beginEditBlock()
        if self._stands(start - size, mark) and self._stands(end, mark):
            cursor.setPosition(start - size)
            cursor.setPosition(end + size, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(words)
            start -= size
        else:
            cursor.insertText(f"{mark}{words}{mark}")
            start += size
        cursor.endEditBlock()
        cursor.setPosition(start)
        cursor.setPosition(start + units(words), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _stands(self, at: int, words: str) -> bool:
        document = self.document()
        return at >= 0 and all(
            str(document.characterAt(at + place)) == letter for place, letter in enumerate(words)
        )

    def list_lines(self) -> None:
        """Make the selected lines items of a list, or lines again."""
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        first = self.document().findBlock(cursor.selectionStart()).blockNumber()
        last = self.document().findBlock(cursor.selectionEnd()).blockNumber()
        blocks = [self.document().findBlockByNumber(n) for n in range(first, last + 1)]
        listed = all(block.text().startswith("- ") for block in blocks)
        cursor.beginEditBlock()
        for number in range(first, last + 1):
            block = self.document().findBlockByNumber(number)
            at = QTextCursor(block)
            if listed:
                at.setPosition(block.position() + 2, QTextCursor.MoveMode.KeepAnchor)
                at.removeSelectedText()
            elif not block.text().startswith("- "):
                at.insertText("- ")
        cursor.endEditBlock()

    # painting

    @override
    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        below = QPainter(self.viewport())
        below.fillRect(event.rect(), theme().color("ground"))
        self._paint_fields(below, event.rect().top(), event.rect().bottom())
        below.end()
        super().paintEvent(event)
        above = QPainter(self.viewport())
        self._paint_mine(above, event.rect().top(), event.rect().bottom())
        above.end()

    def _in_view(self, top: int, bottom: int) -> Iterator[tuple[QTextBlock, QRectF]]:
        layout = self.document().documentLayout()
        scrolled = self.verticalScrollBar().value()
        block = self.cursorForPosition(QPointF(0, max(0, top - 60)).toPoint()).block()
        while block.isValid():
            area = layout.blockBoundingRect(block).translated(0, -scrolled)
            if area.top() > bottom:
                return
            yield block, area
            block = block.next()

    @staticmethod
    def _pieces(
        block: QTextBlock, area: QRectF, ranges: tuple[tuple[int, int], ...]
    ) -> Iterator[tuple[QTextLine, QRectF]]:
        """The lines' parts that these ranges cover, in the viewport's pixels."""
        first, last = block.position(), block.position() + block.length() - 1
        layout = block.layout()
        for start, end in ranges:
            if end <= first or start >= last:
                continue
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                begins = line.textStart()
                a = max(start - first, begins)
                b = min(end - first, begins + line.textLength())
                if a >= b:
                    continue
                if str(block.document().characterAt(first + b - 1)) == " " and b - 1 > a:
                    b -= 1
                left, right = _x(line, a), _x(line, b)
                place = line.position()
                yield (
                    line,
                    QRectF(
                        area.left() + left,
                        area.top() + place.y(),
                        right - left,
                        line.height(),
                    ),
                )

    def _paint_fields(self, painter: QPainter, top: int, bottom: int) -> None:
        fill = theme().color("selected_quiet")
        for block, area in self._in_view(top, bottom):
            if block.text().startswith("|"):
                continue  # a table's cells are all the records' own: fills would hide its shape
            for _, place in self._pieces(block, area, self.inks.fields):
                paint.frame(painter, place.adjusted(-2, 1, 2, -1), fill=fill, radius=3)

    def _paint_mine(self, painter: QPainter, top: int, bottom: int) -> None:
        accent, quiet = theme().color("accent"), theme().color("quiet")
        painter.setFont(fonts.font())
        current = self.textCursor().block().blockNumber() if self.hasFocus() else -1
        for block, area in self._in_view(top, bottom):
            ink = theme().color("text") if block.blockNumber() == current else quiet
            painter.setPen(ink)
            shown = str(block.blockNumber() + 1)
            first = block.layout().lineAt(0)
            base = area.top() + first.y() + first.ascent()
            painter.drawText(QPointF(GUTTER - 8 - fonts.width(shown), base), shown)
            touched = False
            for line, place in self._pieces(block, area, self.inks.mine):
                touched = True
                base = place.top() + line.ascent() + 3
                below = QRectF(place.left(), base, place.width(), 2)
                painter.fillRect(paint.snapped(painter, below), accent)
            if touched:
                bar = paint.snapped(painter, QRectF(0, area.top(), _BAR, area.height()))
                painter.fillRect(bar, accent)

    # keys

    @override
    @guarded(False)
    def event(self, event: QEvent) -> bool:
        """Ctrl+B and Ctrl+I are the editor's own while it has the keyboard."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if control and event.key() in {Qt.Key.Key_B, Qt.Key.Key_I}:
                event.accept()
                return True
        return super().event(event)

    @override
    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_B:
            self.surround("**")
        elif control and event.key() == Qt.Key.Key_I:
            self.surround("*")
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    @guarded()
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
        self.left.emit()

    @override
    @guarded()
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    @guarded(False)
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    @override
    @guarded()
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Only words are taken in, whatever else was copied with them."""
        self.textCursor().insertText(source.text().replace("\r\n", "\n").replace("\r", "\n"))

    @override
    @guarded(None)
    def loadResource(self, kind: int, name: object) -> object:
        """A letter's text loads nothing."""
        del kind, name
        return None


def _x(line: QTextLine, place: int) -> float:
    found = cast(
        "tuple[float, int]", line.cursorToX(place)
    )  # the place may move to a letter's edge
    return found[0]
