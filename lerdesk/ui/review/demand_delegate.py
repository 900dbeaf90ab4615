"""Paints the demands: three lines of the order's words, all of them in the current row."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from lerdesk.desk.review import DemandView
from lerdesk.ui.guard import guarded
from lerdesk.ui.review.demands import (
    DECISION_SIGNS,
    DECISION_WORDS,
    DemandsModel,
    class_words,
    compelled_look,
    narrowed_words,
    proposed_decision,
    suggested_decision,
)
from lerdesk.ui.review.inline import Inline, Run, words_of
from lerdesk.ui.theme import metrics, theme
from lerdesk.ui.widgets import RowDelegate, paint

Index = QModelIndex | QPersistentModelIndex
Blocks = list[tuple[Inline, float]]

_TOP = 9
_LINES = 3
_RIGHT_ROOM = 12
_AFTER_SIGN = 18.0


class DemandDelegate(RowDelegate):
    """The current row opens below itself by ``editor_height``."""

    def __init__(self, view: QTableView, model: DemandsModel) -> None:
        self._view = view
        self._model = model
        self.editor_height = 0
        self.narrowing = False
        self._laid_out: dict[tuple[int, int, bool], tuple[object, Blocks]] = {}
        super().__init__(view)

    def words_height(self, row: int) -> int:
        """Height of a row's words, without what opens below them."""
        view = self._model.demand_at(self._model.index(row, 0))
        if view is None:
            return metrics.ROW
        current = row == self._view.currentIndex().row()
        highest = 2 * metrics.LINE
        for column in range(1, 7):
            highest = max(highest, self._height_of(view, column, current=current))
        return highest + 2 * _TOP

    def _height_of(self, view: DemandView, column: int, *, current: bool) -> int:
        return sum(round(block.height) for block, _ in self._blocks(view, column, current=current))

    def _blocks(self, view: DemandView, column: int, *, current: bool) -> Blocks:
        """Laid out once, each with its indent: heights are asked for at every step, and most words stay."""
        room = 24.0 if not column else max(20.0, self._view.columnWidth(column) - _RIGHT_ROOM)
        place = (view.demand.number, column, current)
        held = (view, room, self.narrowing, theme().colours)
        known = self._laid_out.get(place)
        if known is None or known[0] != held:
            known = self._laid_out[place] = (held, self._made(view, column, room, current=current))
        return known[1]

    def _made(self, view: DemandView, column: int, room: float, *, current: bool) -> Blocks:
        """The first block stands after its sign."""
        made = []
        for number, (runs, lines) in enumerate(self._cell(view, column, current=current)):
            if not words_of(runs):
                continue
            indent = _AFTER_SIGN if column in {5, 6} and number == 0 else 0.0
            made.append((Inline(runs, room - indent, lines), indent))
        return made

    def _cell(self, view: DemandView, column: int, *, current: bool) -> list[tuple[list[Run], int]]:
        """The cell's blocks, each with the lines that it may take."""
        demand = view.demand
        match column:
            case 1:
                return [([Run(demand.words)], 0 if current else _LINES)]
            case 2:
                words = view.category_words or "Not recognised"
                flags = "; ".join(flag.name for flag in view.flags)
                return [
                    ([Run(words)], 0 if current else _LINES),
                    ([Run(class_words(view.data_class), "quiet")], 2),
                    ([Run(flags, "warning")], 0 if current else _LINES),
                ]
            case 3:
                return self._targets(view, current=current)
            case 4:
                return [([Run(_unbroken(view.period_words) or "None stated")], 2)]
            case 5:
                _, token, words = compelled_look(view)
                law = [] if view.law in {"", "verified"} else [([Run(view.law, "quiet")], 2)]
                return [([Run(words, token)], 2), ([Run(view.citation, "quiet")], 2), *law]
            case 6:
                return self._decision(view, current=current, narrowing=self.narrowing)
            case _:
                return [([Run(str(demand.number), weight=600 if current else 400)], 1)]

    @staticmethod
    def _targets(view: DemandView, *, current: bool) -> list[tuple[list[Run], int]]:
        targets = view.demand.targets
        if "@" not in view.target_words and len(view.target_words) <= 40:
            return [([Run(view.target_words or "None named")], 3)]
        shown = targets[: 4 if current else 1] or (view.target_words,)
        more = f"and {len(targets) - len(shown)} more" if len(targets) > len(shown) else ""
        return [*(([Run(target)], 1) for target in shown), ([Run(more, "quiet")], 1)]

    @staticmethod
    def _decision(
        view: DemandView, *, current: bool, narrowing: bool
    ) -> list[tuple[list[Run], int]]:
        demand = view.demand
        if current and narrowing:
            return [([Run("Narrowing", "accent")], 1)]
        if demand.decision is None:
            offered = suggested_decision(view)
            if offered is None:
                return [([Run("Open")], 1), ([Run("A lawyer decides", "quiet")], 1)]
            words = offered.replace("_", " ").capitalize()
            if not view.certain:  # it is said, and not set
                said = f"{words} suggested; confirm it by hand"
                return [([Run("Open")], 1), ([Run(said, "quiet")], 3)]
            return [([Run(words, "accent")], 1), ([Run("Proposed", "text", 500)], 1)]
        blocks = [([Run(DECISION_WORDS[demand.decision])], 1)]
        reason = " · ".join(part for part in (narrowed_words(view), demand.reason) if part)
        if reason:
            blocks.append(([Run(reason, "quiet")], 0 if current else 2))
        return blocks

    @guarded(default=QSize(60, 60))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The row's height, with what opens below the current one."""
        del option
        height = self.words_height(index.row())
        if index.row() == self._view.currentIndex().row():
            height += self.editor_height
        return QSize(60, height)

    @guarded()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        view = self._model.demand_at(index)
        if view is None:
            return
        rect = QRectF(option.rect)
        current = index.row() == self._view.currentIndex().row()
        column = index.column()
        painter.save()
        paint.row_background(painter, rect, current=current, edge=column == 0)
        below = paint.snapped(painter, QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1))
        below.setHeight(paint.pixel(painter))
        painter.fillRect(below, theme().color("line"))
        left, top = rect.left(), rect.top() + _TOP
        if column == 0:
            left += metrics.EDGE
        if column in {5, 6}:
            self._paint_sign(painter, QRectF(left, top, metrics.SIGN, metrics.LINE), view, column)
        for block, indent in self._blocks(view, column, current=current):
            block.paint(painter, left + indent, top)
            top += block.height
        painter.restore()

    def _paint_sign(self, painter: QPainter, rect: QRectF, view: DemandView, column: int) -> None:
        if column == 5:
            sign, token, _ = compelled_look(view)
        elif self.narrowing and view is self._model.demand_at(self._view.currentIndex()):
            sign, token = "half", "accent"
        elif view.demand.decision is not None:
            sign, token = DECISION_SIGNS[view.demand.decision]
        elif proposed_decision(view) is not None:
            sign, token = "proposed", "accent"
        else:
            sign, token = "open", "quiet"
        theme().paint_sign(painter, rect, sign, token)


def _unbroken(words: str) -> str:
    """A period's dash stays with its first date."""
    return words.replace(" –", "\N{NO-BREAK SPACE}–")
