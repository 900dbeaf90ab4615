"""A line or paragraph of words in several weights and colours, some of them links; laid out, painted, hit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from lerdesk.ui.theme import fonts, metrics, theme


@dataclass(frozen=True)
class Run:
    """Some words in one weight and colour.

    Attributes:
        link: what a click on them means; empty for plain words.
    """

    words: str
    token: str = "text"
    weight: int = 400
    link: str = ""


class Inline:
    """Runs, laid out.

    Args:
        runs: the words; a closing quotation mark survives an ellipsis.
        width: logical pixels.
        lines: lines at most; 0 for as many as it takes.
    """

    def __init__(self, runs: Sequence[Run], width: float, lines: int = 1) -> None:
        runs = [replace(run, words=fonts.printed(run.words)) for run in runs]
        self._runs = _shortened(runs, width) if lines == 1 else tuple(runs)
        self._width, self._lines = width, lines
        self._lay_out()
        if lines > 1 and self._left_over():
            self._cut_last_line()
            self._lay_out()

    def _lay_out(self) -> None:
        one = self._lines == 1
        layout = QTextLayout(words_of(self._runs), fonts.font())
        option = QTextOption()
        option.setWrapMode(
            QTextOption.WrapMode.NoWrap
            if one
            else QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        )
        layout.setTextOption(option)
        self._layout = layout
        self._set_formats()
        layout.beginLayout()
        count = 0
        while not self._lines or count < self._lines:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(1e6 if one else max(self._width, 1.0))
            line.setPosition(QPointF(0, count * metrics.LINE + (metrics.LINE - line.height()) / 2))
            count += 1
        layout.endLayout()
        self.height = count * metrics.LINE
        self.width = layout.lineAt(0).naturalTextWidth() if count else 0.0

    def _left_over(self) -> bool:
        last = self._layout.lineAt(self._layout.lineCount() - 1)
        return last.isValid() and last.textStart() + last.textLength() < len(words_of(self._runs))

    def _cut_last_line(self) -> None:
        """End the last line with an ellipsis; what follows it is dropped."""
        at = self._layout.lineAt(self._layout.lineCount() - 1).textStart()
        kept: list[Run] = []
        for run in self._runs:
            if at >= len(run.words):
                kept.append(run)
                at -= len(run.words)
                continue
            measure = fonts.figures(1.0, run.weight)
            rest = " ".join(run.words[at:].split()) + " …"
            rest = measure.elidedText(rest, Qt.TextElideMode.ElideRight, self._width - 4)
            kept.append(Run(run.words[:at] + rest, run.token, run.weight, run.link))
            break
        self._runs = tuple(kept)

    def _set_formats(self) -> None:
        ranges = []
        at = 0
        for run in self._runs:
            range_ = QTextLayout.FormatRange()
            range_.start, range_.length = at, len(run.words)
            format_ = QTextCharFormat()
            format_.setFont(fonts.font(1.0, run.weight))
            format_.setForeground(theme().color(run.token))
            range_.format = format_
            ranges.append(range_)
            at += len(run.words)
        self._layout.setFormats(ranges)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint it with its top left corner here."""
        self._layout.draw(painter, QPointF(left, top))

    def link_at(self, x: float, y: float) -> str:
        """The link under a point, counted from the top left corner; empty for none."""
        index = int(y // metrics.LINE)
        if not 0 <= index < self._layout.lineCount():
            return ""
        line = self._layout.lineAt(index)
        if not 0 <= x <= line.naturalTextWidth():
            return ""
        at = line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        for run in self._runs:
            if at < len(run.words):
                return run.link
            at -= len(run.words)
        return ""


def words_of(runs: Sequence[Run]) -> str:
    """The words alone."""
    return "".join(run.words for run in runs)


def _shortened(runs: Sequence[Run], width: float) -> tuple[Run, ...]:
    kept: list[Run] = []
    room = width
    for run in runs:
        measure = fonts.figures(1.0, run.weight)
        needed = measure.horizontalAdvance(run.words)
        if needed <= room:
            kept.append(run)
            room -= needed
            continue
        kept.append(Run(_cut(run.words, room, measure), run.token, run.weight, run.link))
        break
    return tuple(kept)


def _cut(words: str, room: float, measure: QFontMetricsF) -> str:
    closing = words[-1] if words[-1:] in {"”", "’"} else ""
    inner = words[: len(words) - len(closing)]
    room -= measure.horizontalAdvance(closing)
    return measure.elidedText(inner, Qt.TextElideMode.ElideRight, max(room, 0.0)) + closing
