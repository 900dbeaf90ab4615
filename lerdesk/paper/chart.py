"""Stacked bars with their figures on them: told apart in grey, without a key to look up."""

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable
from typing_extensions import override

from lerdesk.paper.columns import PAD
from lerdesk.paper.fonts import base_face, width
from lerdesk.paper.markup import plain_paragraph
from lerdesk.paper.style import INK, QUIET, style

#: full, partial, none: the fill, and the ink that reads on it
FILLS = (("#2F4E73", "#FFFFFF"), ("#A9BFD9", INK), ("#E4E8ED", INK))
_BAR, _GAP, _SIZE, _LABELS = 17.0, 7.0, 8.0, 150.0


class ShareBars(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """One bar of 100 percent a row.

    Attributes:
        rows: label, the three shares in whole percent (all 0: nothing to show), whether it is the total.
        labels: the three words, set on the first bar that has room for all.
        nothing: what stands in the place of an empty bar.
    """

    def __init__(
        self,
        rows: tuple[tuple[str, tuple[int, int, int], bool], ...],
        labels: tuple[str, str, str],
        nothing: str,
    ) -> None:
        super().__init__()
        self.rows, self.labels, self.nothing = rows, labels, nothing
        self.spaceAfter = 10

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        del availHeight
        self.width, self.height = availWidth, len(self.rows) * (_BAR + _GAP)
        return self.width, self.height

    @override
    def draw(self) -> None:
        canvas: Any = self.canv
        worded = self._worded()
        for number, (label, parts, is_total) in enumerate(self.rows):
            bottom = self.height - number * (_BAR + _GAP) - _BAR
            name = plain_paragraph(label, style("cell"), where="the chart", bold=is_total)
            _, high = name.wrap(_LABELS - 8 - PAD, _BAR)
            name.drawOn(canvas, PAD, bottom + (_BAR - high) / 2 + 0.5)
            if not any(parts):
                self._words(self.nothing, _LABELS, bottom, QUIET)
                continue
            left = _LABELS
            for word, share, (fill, ink) in zip(self.labels, parts, FILLS, strict=True):
                wide = (self.width - _LABELS) * share / 100
                canvas.setFillColor(HexColor(fill))
                canvas.rect(left, bottom, max(0, wide - 0.75), _BAR, stroke=0, fill=1)
                text = f"{word} {share}" if number == worded else f"{share}"
                if width(text, _SIZE) + 8 <= wide:
                    self._words(text, left + 5, bottom, ink)
                left += wide

    def _worded(self) -> int:
        """The bar that bears the words: the first with room for each, else the one with the most."""

        def room(parts: tuple[int, int, int]) -> int:
            wide = self.width - _LABELS
            pairs = zip(self.labels, parts, strict=True)
            return sum(
                width(f"{word} {part}", _SIZE) + 8 <= wide * part / 100 for word, part in pairs
            )

        rooms = [room(parts) for _, parts, _ in self.rows]
        return rooms.index(max(rooms)) if rooms else 0

    def _words(self, text: str, left: float, bottom: float, ink: str) -> None:
        canvas: Any = self.canv
        canvas.setFont(base_face(), _SIZE)
        canvas.setFillColor(HexColor(ink))
        canvas.drawString(left, bottom + (_BAR - _SIZE) / 2 + 1.4, text)
