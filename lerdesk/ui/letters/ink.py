"""The colours of a letter's words: the template's quiet, the records' and the reviewer's in the text's own.

A table's marks stand back, so that its cells are read; its head is strong as on the page.
"""

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat
from typing_extensions import override

from lerdesk.desk.letter_words import Inks
from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import fonts, theme

if TYPE_CHECKING:
    from lerdesk.ui.letters.writing import LetterEditor


_RULE = re.compile(r"\|[ :|-]*-[ :|-]*")
_BAR = re.compile(r"(?<!\\)\|")


class Highlighter(QSyntaxHighlighter):
    """Colours what the editor's ``inks`` say; only blocks whose ranges changed are coloured anew."""

    def __init__(self, editor: "LetterEditor") -> None:
        self._editor = editor
        super().__init__(editor.document())

    def take(self, before: Inks, inks: Inks) -> None:
        """Colour the blocks whose inks differ from those before."""
        differing = set(before.mine) ^ set(inks.mine) | set(before.fields) ^ set(inks.fields)
        document = self._editor.document()
        seen: set[int] = set()
        for start, end in differing:
            block = document.findBlock(start)
            while block.isValid() and block.position() < end:
                if block.blockNumber() not in seen:
                    seen.add(block.blockNumber())
                    self.rehighlightBlock(block)
                block = block.next()

    @override
    @guarded()
    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        quiet = QTextCharFormat()
        quiet.setForeground(theme().color("quiet"))
        self.setFormat(0, units(text), quiet)
        plain = QTextCharFormat()
        plain.setForeground(theme().color("text"))
        self._colour(block, self._editor.inks.fields, plain)
        mine = QTextCharFormat()
        mine.setFont(fonts.font(1.0, 500, tabular=False))
        mine.setForeground(theme().color("text"))
        self._colour(block, self._editor.inks.mine, mine)
        if text.startswith("|"):
            self._colour_row(block, text)

    def _colour_row(self, block: QTextBlock, text: str) -> None:
        """One line of a table: the rule below its head is hardly seen, the bars stand behind the cells."""
        faint, bar = QTextCharFormat(), QTextCharFormat()
        faint.setForeground(theme().color("line"))
        bar.setForeground(theme().color("field"))
        if _RULE.fullmatch(text):
            self.setFormat(0, units(text), faint)
            return
        if _RULE.fullmatch(block.next().text()):
            head = QTextCharFormat()
            head.setFont(fonts.font(1.0, 600, tabular=False))
            head.setForeground(theme().color("text"))
            self.setFormat(0, units(text), head)
        for found in _BAR.finditer(text):
            self.setFormat(units(text[: found.start()]), 1, bar)

    def _colour(
        self,
        block: QTextBlock,
        ranges: tuple[tuple[int, int], ...],
        form: QTextCharFormat,
    ) -> None:
        first = block.position()
        for start, end in ranges:
            a, b = max(start - first, 0), min(end - first, block.length() - 1)
            if a < b:
                self.setFormat(a, b - a, form)


def units(text: str) -> int:
    """How long Qt finds these words: in units of UTF-16."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def in_units(text: str, ranges: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Ranges of characters as ranges of Qt's units."""
    if not text or max(text) <= "\uffff":
        return ranges
    at = [0]
    for letter in text:
        at.append(at[-1] + (2 if letter > "\uffff" else 1))
    return tuple((at[start], at[end]) for start, end in ranges)
