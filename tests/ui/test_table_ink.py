"""A table in a letter's text: its marks stand back behind its cells."""

from PySide6.QtGui import QTextCharFormat
from pytestqt.qtbot import QtBot

from lerdesk.ui.letters.writing import LetterEditor
from lerdesk.ui.theme import fonts, theme

LINES = (
    "| Item | Demanded |",
    "|:-----|:---------|",
    "| 1 | messages \\| \U0001f4e6 | x |",
    "No | table",
)


def formats(editor: LetterEditor, line: int) -> list[QTextCharFormat]:
    """The format of each of a line's characters, of UTF-16."""
    block = editor.document().findBlockByNumber(line)
    found = [QTextCharFormat()] * (block.length() - 1)
    for each in block.layout().formats():
        found[each.start : each.start + each.length] = [QTextCharFormat(each.format)] * each.length
    return found


def colours(editor: LetterEditor, line: int) -> list[str]:
    return [each.foreground().color().name() for each in formats(editor, line)]


def test_the_bars_and_the_rule_of_a_table_stand_back(qtbot: QtBot, themed: None) -> None:
    editor = LetterEditor("Letter")
    qtbot.addWidget(editor)
    editor.set_text("\n".join(LINES))
    quiet, text, bar, line = (
        theme().color(token).name() for token in ("quiet", "text", "field", "line")
    )
    head = colours(editor, 0)
    assert [at for at, each in enumerate(head) if each == bar] == [0, 7, 18]
    assert {each for at, each in enumerate(head) if at not in {0, 7, 18}} == {text}
    assert formats(editor, 0)[2].font() == fonts.font(1.0, 600, tabular=False)
    assert set(colours(editor, 1)) == {line}
    row = colours(editor, 2)
    assert [at for at, each in enumerate(row) if each == bar] == [0, 4, 21, 25]
    assert row[16] == quiet, "a bar that is a cell's own"
    assert set(colours(editor, 3)) == {quiet}
