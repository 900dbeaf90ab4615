"""A canvas that knows how many pages there are before it writes their feet. Imported when a paper is set."""

from collections.abc import Callable
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override


class NumberedCanvas(Canvas):  # type: ignore[misc]  # ReportLab carries no types
    """Keeps each page until all are there, then draws ``foot(canvas, page, pages)`` on each.

    Attributes:
        foot: what draws a page's foot.
        marks: places on the present page that can be reached: key, title and level in the outline (empty: not in
            it), height on the page.
    """

    foot: Callable[[Any, int, int], None]

    def __init__(self, *arguments: Any, **named: Any) -> None:
        self._kept: list[dict[str, Any]] = []
        self.marks: list[tuple[str, str, int, float]] = []
        super().__init__(*arguments, **named)

    @override
    def showPage(self) -> None:
        self._kept.append(dict(self.__dict__))
        self.marks = []
        self._startPage()

    @override
    def save(self) -> None:
        for number, page in enumerate(self._kept, start=1):
            self.__dict__.update(page)
            self.foot(self, number, len(self._kept))
            # a bookmark takes the page that is being written, which none is before this
            for key, title, level, top in self.marks:
                self.bookmarkPage(key, fit="XYZ", left=0, top=top)
                if title:
                    self.addOutlineEntry(title, key, level, closed=True)
            super().showPage()
        super().save()
