"""The answer control: four cells, painted by the delegate on every row, real radio buttons on the current one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QWidget

from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import fonts, metrics, theme


@dataclass(frozen=True)
class Cell:
    """One answer.

    Attributes:
        value: what it stands for.
        words: as shown.
        key: the letter that gives it.
        spoken: for a screen reader.
    """

    value: str
    words: str
    key: str
    spoken: str


ANSWERS = (
    Cell("yes", "Yes", "Y", "Yes"),
    Cell("no", "No", "N", "No"),
    Cell("unclear", "Unclear", "U", "Unclear"),
    Cell("na", "n/a", "A", "Not applicable"),
)
DECISIONS = (
    Cell("produce", "Produce", "P", "Produce"),
    Cell("narrow", "Narrow", "N", "Narrow"),
    Cell("object", "Object", "O", "Object"),
    Cell("nothing_held", "Nothing held", "H", "Nothing held"),
)
_PADDING = 12.0
QUIET_HEIGHT = 22.0


def quiet_cells(cells: Sequence[Cell], right: float, middle: float) -> list[QRectF]:
    """Where the cells of a row that is not current stand; the last one's words end at ``right``."""
    widths = [fonts.width(cell.words) + 2 * _PADDING for cell in cells]
    left = right + _PADDING - sum(widths)
    top = middle - QUIET_HEIGHT / 2
    rects = []
    for width in widths:
        rects.append(QRectF(round(left), top, round(width), QUIET_HEIGHT))
        left += width
    return rects


def paint_quiet(
    painter: QPainter,
    rects: Sequence[QRectF],
    cells: Sequence[Cell],
    *,
    given: str | None,
    proposed: str | None,
    hovered: int = -1,
) -> None:
    """The control of a row that is not current: words, and a box around what is given or proposed."""
    colours = theme()
    for index, (rect, cell) in enumerate(zip(rects, cells, strict=True)):
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, offered = cell.value == given, given is None and cell.value == proposed
        if chosen or index == hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.color("selected_quiet" if chosen else "hover"))
            painter.drawRoundedRect(rect, 4, 4)
        elif offered:
            _dashed(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), "accent", 4)
        painter.setFont(fonts.font(1.0, 600 if chosen else 400))
        painter.setPen(colours.color("text" if chosen else "accent" if offered else "quiet"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, cell.words)
        painter.restore()


def _dashed(painter: QPainter, rect: QRectF, token: str, radius: float) -> None:
    pen = QPen(theme().color(token), 1)
    pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, radius, radius)


class _Radio(QRadioButton):
    """Paints nothing; arrow keys move the focus and give no answer, Space gives it."""

    def __init__(self, cell: Cell, parent: "AnswerControl") -> None:
        super().__init__(parent)
        self.setAccessibleName(cell.spoken)
        self.setToolTip(f"{cell.spoken} ({cell.key})")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        """The parent paints all."""

    @guarded(default=False)
    def hitButton(self, pos: object) -> bool:
        """All of it."""
        del pos
        return True

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the focus only."""
        parent = self.parent()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps and isinstance(parent, AnswerControl):
            parent.move_focus(self, steps[Qt.Key(event.key())])
            return
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
            return
        super().keyPressEvent(event)


class AnswerControl(QWidget):
    """The real control of the current row, moved from row to row.

    Signals:
        chosen: the value that a person gave.
    """

    chosen = Signal(str)

    def __init__(self, cells: Sequence[Cell], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = tuple(cells)
        self._given: str | None = None
        self._proposed: str | None = None
        self._radios: list[_Radio] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for cell in self._cells:
            radio = _Radio(cell, self)
            radio.setFixedSize(self._width(cell), metrics.CONTROL)
            radio.clicked.connect(lambda _=False, value=cell.value: self._on_clicked(value))
            radio.installEventFilter(self)
            row.addWidget(radio)
            self._radios.append(radio)
        self.setFixedHeight(metrics.CONTROL)
        self.setFixedWidth(sum(radio.width() for radio in self._radios))
        self.setAccessibleName(name)
        self.setFocusProxy(self._radios[0])
        theme().changed.connect(self.update)

    @staticmethod
    def _width(cell: Cell) -> int:
        return round(
            max(fonts.width(cell.words), fonts.width(cell.words, 1.0, 600))
            + 5
            + fonts.width(cell.key)
            + 2 * 15
        )

    @property
    def radios(self) -> tuple[QRadioButton, ...]:
        """The real buttons, in order."""
        return tuple(self._radios)

    @property
    def given(self) -> str | None:
        """What is checked."""
        return self._given

    def show_answer(self, given: str | None, proposed: str | None, question: str) -> None:
        """Show what a person gave and what is proposed; gives nothing."""
        self._given, self._proposed = given, proposed
        group_was = [radio.autoExclusive() for radio in self._radios]
        for radio in self._radios:
            radio.setAutoExclusive(False)
        for radio, cell in zip(self._radios, self._cells, strict=True):
            radio.setChecked(cell.value == given)
            state = ", proposed" if given is None and cell.value == proposed else ""
            radio.setAccessibleName(f"{cell.spoken}{state}")
            radio.setAccessibleDescription(question)
        for radio, was in zip(self._radios, group_was, strict=True):
            radio.setAutoExclusive(was)
        self.update()

    def move_focus(self, radio: QRadioButton, step: int) -> None:
        """Put the focus on a neighbour."""
        at = [id(each) for each in self._radios].index(id(radio)) + step
        if 0 <= at < len(self._radios):
            self._radios[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self, value: str) -> None:
        self._given = value
        self.update()
        self.chosen.emit(value)

    @guarded(default=False)
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """The hovered cell is painted here."""
        del watched
        if event.type() in {QEvent.Type.Enter, QEvent.Type.Leave, QEvent.Type.FocusIn}:
            self.update()
        return False

    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Between the cells nothing happens."""
        event.accept()

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        """Border, cells, words with their keys."""
        del event
        colours, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color("ground"))
        painter.drawRoundedRect(whole, 4, 4)
        for radio, cell in zip(self._radios, self._cells, strict=True):
            self._paint_cell(painter, QRectF(radio.geometry()), cell, radio)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.color("field"), 1))
        painter.drawRoundedRect(whole, 4, 4)
        for radio in self._radios[1:]:
            painter.fillRect(QRectF(radio.x(), 1, 1, self.height() - 2), colours.color("field"))

    def _paint_cell(self, painter: QPainter, rect: QRectF, cell: Cell, radio: QRadioButton) -> None:
        colours = theme()
        given = cell.value == self._given
        offered = self._given is None and cell.value == self._proposed
        if given:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.color("accent"))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        elif radio.underMouse():
            painter.fillRect(rect.adjusted(1, 1, -1, -1), colours.color("hover"))
        if offered:
            _dashed(painter, rect.adjusted(4, 4, -3.5, -4), "accent", 2)
        words_token = "on_accent" if given else "accent" if offered else "text"
        key = colours.color("on_accent" if given else "accent" if offered else "quiet")
        if given:
            key.setAlphaF(0.82)
        font = fonts.font(1.0, 600 if given else 400)
        across = fonts.width(cell.words, 1.0, 600 if given else 400)
        total = across + 5 + fonts.width(cell.key)
        left = rect.left() + (rect.width() - total) / 2
        base = rect.center().y() + (fonts.figures().ascent() - fonts.figures().descent()) / 2
        painter.setFont(font)
        painter.setPen(colours.color(words_token))
        painter.drawText(QPointF(left, base), cell.words)
        painter.setFont(fonts.font())
        painter.setPen(key)
        painter.drawText(QPointF(left + across + 5, base), cell.key)
