"""Places that can be reached, and the lines of a table of contents that lead to them. Imported when a paper is set."""

from typing import Any

from reportlab.platypus import Flowable
from typing_extensions import override

from lerdesk.paper.fonts import base_face, width
from lerdesk.paper.markup import plain_paragraph
from lerdesk.paper.style import INK, LINE, QUIET, style


class Mark(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """A place without height: remembers its page, and stands in the PDF's outline."""

    def __init__(self, key: str, title: str, level: int, pages: dict[str, int]) -> None:
        super().__init__()
        self.key, self.title, self.level, self.pages = key, title, level, pages

    @override
    def wrap(self, *_: float) -> tuple[float, float]:
        return 0, 0

    @override
    def draw(self) -> None:
        _, height = self.canv.absolutePosition(0, 0)
        self.pages[self.key] = self.canv.getPageNumber()
        self.canv.marks.append((self.key, self.title, self.level, height + 30))


class ContentsLine(Flowable):  # type: ignore[misc]  # ReportLab carries no types
    """A title, dots and its page; the whole line leads there."""

    def __init__(self, title: str, key: str, level: int, page: int) -> None:
        super().__init__()
        self.title, self.key, self.level, self.page = title, key, level, page

    @override
    def wrap(self, wide: float, _high: float) -> tuple[float, float]:
        self.wide = wide
        name = "item" if self.level == 0 else "small"
        self.measures = style(name, ink=INK)
        self.lead = self.measures.leading + (5 if self.level == 0 else 0.5)
        return wide, self.lead

    @override
    def draw(self) -> None:
        canvas: Any = self.canv
        size, bold, indent = self.measures.fontSize, self.level == 0, 14 * self.level
        words = plain_paragraph(self.title, self.measures, where="the contents", bold=bold)
        number = str(self.page) if self.page else ""
        room = self.wide - indent - 40
        words.wrap(room, 1000)
        words.drawOn(canvas, indent, 0)
        base = self.measures.leading - size
        canvas.setFont(base_face(), size)
        canvas.setFillColor(QUIET)
        canvas.drawRightString(self.wide, base, number)
        start = indent + min(room, width(self.title, size, bold=bold)) + 6
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.5)
        canvas.setDash(0.5, 3)
        canvas.line(start, base, self.wide - width(number, size) - 6, base)
        canvas.setDash()
        canvas.linkRect("", self.key, (0, 0, self.wide, self.lead), relative=1, Border="[0 0 0]")
