"""What stands around the words on every page: letterhead, continuation line, footer, page numbers, marks."""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from lerdesk.domain.letter import Letterhead
from lerdesk.letters.blocks import Run, plain
from lerdesk.letters.words import Words
from lerdesk.paper.fonts import base_face
from lerdesk.paper.logo import logo_image
from lerdesk.paper.markup import paragraph, plain_paragraph
from lerdesk.paper.sheet import Sheet
from lerdesk.paper.style import INK, LATE, LINE, QUIET, style

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

_HEAD_HEIGHT = 34.0


@dataclass(frozen=True)
class Pages:
    """A paper that is set page by page.

    Attributes:
        sheet: its size and places.
        letterhead: whose it is.
        words: the language's labels.
        title: for the PDF's own record.
        language: likewise.
        dated: year, month, day, likewise.
        codes: references at the foot, quiet.
        draft: every page is marked as one.
        sample: the foot says so.
        first: draws what else stands on the first page, around the words.
        later: the line at the head of the later pages, left and right; by the page's number where it changes.
    """

    sheet: Sheet
    letterhead: Letterhead
    words: Words
    title: str
    language: str
    dated: tuple[int, int, int]
    codes: str = ""
    draft: bool = False
    sample: bool = False
    later: "tuple[str, str] | Callable[[int], tuple[str, str]]" = ("", "")
    first: "Callable[[Canvas], None] | None" = None

    def set(self, story: list[Any], body: float) -> bytes:
        """The PDF alone; see ``counted``."""
        return self.counted(story, body)[0]

    def counted(self, story: list[Any], body: float) -> tuple[bytes, int]:
        """The PDF and how many pages it has. The same input gives the same bytes.

        Args:
            story: what flows down the pages.
            body: where it begins on the first page, from the top.
        """
        from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

        sheet, bottom = self.sheet, self._foot_height() + 20

        def column(top: float) -> Frame:
            height = sheet.height - top - bottom
            return Frame(sheet.left, bottom, sheet.measure, height, 0, 0, 0, 0)

        out = BytesIO()
        document = BaseDocTemplate(
            out,
            pagesize=(sheet.width, sheet.height),
            title=self.title,
            author=self.letterhead.company,
            subject=self.codes,
            creator="LERDesk",
            producer="LERDesk",
            lang=self.language,
        )
        document.addPageTemplates(
            [
                PageTemplate(
                    "first",
                    [column(body)],
                    onPage=lambda canvas, _: self._opened(canvas),
                    autoNextPageTemplate="later",
                ),
                PageTemplate(
                    "later",
                    [column(sheet.later_body)],
                    onPage=lambda canvas, _: self._continued(canvas),
                ),
            ]
        )
        document.build(story, canvasmaker=self._canvas)
        return out.getvalue(), int(document.page)

    def _canvas(self, *arguments: Any, **named: Any) -> "Canvas":
        from lerdesk.paper.numbered import NumberedCanvas

        # ReportLab's own first font would put Helvetica, not embedded, into every file.
        named |= {"invariant": 1, "initialFontName": base_face(), "initialFontSize": 10}
        canvas = NumberedCanvas(*arguments, **named)
        canvas.foot = self._foot
        year, month, day = self.dated
        canvas.setDateFormatter(lambda *_: f"D:{year:04d}{month:02d}{day:02d}000000Z")
        return canvas

    def _opened(self, canvas: "Canvas") -> None:
        self._letterhead(canvas)
        if self.first is not None:
            self.first(canvas)

    def _letterhead(self, canvas: "Canvas") -> None:
        """The letterhead, whose rule stands at one height whatever it holds."""
        sheet, head = self.sheet, self.letterhead
        rule = sheet.head + _HEAD_HEIGHT + 6
        left, department = sheet.left, 0.0
        if head.logo is not None:
            from reportlab.lib.utils import ImageReader

            picture = logo_image(head.logo)
            scale = min(_HEAD_HEIGHT / picture.height, 150 / picture.width)
            wide, high = picture.width * scale, picture.height * scale
            at = sheet.height - rule + 6 + (_HEAD_HEIGHT - high) / 2
            canvas.drawImage(ImageReader(picture), left, at, wide, high)
            left += wide + 12
        if head.department:
            department = min(170.0, sheet.measure / 3)
            fit(
                canvas,
                head.department,
                sheet.right - department,
                rule - 6,
                department,
                8.5,
                align=2,
            )
        fit(canvas, head.company, left, rule - 6, sheet.right - left - department - 14, 15)
        line(canvas, sheet, rule, INK, 0.8)
        self._marks(canvas)

    def _continued(self, canvas: "Canvas") -> None:
        sheet = self.sheet
        half = sheet.measure / 2 - 6
        left, right = self.later(canvas.getPageNumber()) if callable(self.later) else self.later
        fit(canvas, left, sheet.left, 62, half, 8.5)
        fit(canvas, right, sheet.right - half, 62, half, 8.5, align=2)
        line(canvas, sheet, 68, LINE, 0.5)
        self._marks(canvas)

    def _marks(self, canvas: "Canvas") -> None:
        if self.draft:
            words = self.words.frame["draft"]
            fit(
                canvas,
                words,
                self.sheet.left,
                32,
                self.sheet.measure,
                9,
                align=2,
                ink=LATE,
                bold=True,
            )

    def _foot_lines(self) -> list[Any]:
        codes = [Run(self.codes)]
        if self.sample:
            codes = [Run(self.words.frame["sample"], bold=True), Run(" · "), *codes]
        lines = [(Run(self.letterhead.footer),), tuple(codes)]
        measures = style("foot", ink=QUIET)
        return [
            paragraph(runs, measures, where="the footer") for runs in lines if plain(runs).strip()
        ]

    def _foot_height(self) -> float:
        wide = self.sheet.measure - 90
        return 36 + sum(float(part.wrap(wide, 1000)[1]) for part in self._foot_lines())

    def _foot(self, canvas: "Canvas", page: int, pages: int) -> None:
        sheet = self.sheet
        top = sheet.height - self._foot_height() - 4
        line(canvas, sheet, top, LINE, 0.5)
        at = top + 6
        for part in self._foot_lines():
            at += place(canvas, part, sheet, sheet.left, at, sheet.measure - 90)
        number = self.words.frame["page"].format(page=page, pages=pages)
        part = plain_paragraph(number, style("foot", align=2), where="the footer")
        place(canvas, part, sheet, sheet.right - 90, top + 6, 90)


def place(
    canvas: "Canvas", part: "Flowable", sheet: Sheet, left: float, top: float, wide: float
) -> float:
    """Draw a flowable at a place; its height."""
    _, high = part.wrap(wide, 10_000)
    part.drawOn(canvas, left, sheet.height - top - high)
    return float(high)


def line(canvas: "Canvas", sheet: Sheet, top: float, ink: str, thick: float) -> None:
    """A line over the whole measure."""
    from reportlab.lib.colors import HexColor

    canvas.setStrokeColor(HexColor(ink))
    canvas.setLineWidth(thick)
    canvas.line(sheet.left, sheet.height - top, sheet.right, sheet.height - top)


def fit(
    canvas: "Canvas",
    text: str,
    left: float,
    bottom: float,
    wide: float,
    size: float,
    *,
    align: int = 0,
    ink: str = INK,
    bold: bool = False,
    high: float = _HEAD_HEIGHT,
) -> None:
    """Words that stand on ``bottom``, as large as they may be and still fit: smaller, then on several lines."""
    page_height = float(canvas._pagesize[1])  # noqa: SLF001  ReportLab offers no other way
    sizes = [size, *(points for points in (12, 10, 8.5, 7.5, 6.5, 5.5, 4.5) if points < size)]
    for points in sizes:
        measures = style("small", ink=ink, align=align, size=points)
        part = plain_paragraph(text, measures, where="the letterhead", bold=bold)
        _, needed = part.wrap(wide, 10_000)
        one_line = needed < measures.leading * 1.5
        if ((one_line or points < size) and needed <= high) or points == sizes[-1]:
            lift = (measures.leading - points) * 0.4
            part.drawOn(canvas, left, page_height - bottom - lift)
            return
