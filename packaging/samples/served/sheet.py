"""Fonts, text styles and the setting of a paper's pages."""

import io
from collections.abc import Callable
from dataclasses import dataclass

import fontpkg
from reportlab import rl_config
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import letter
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)

#: the faces that stand in for a court's Times, an office's slab and an agency's sans
FAMILIES = {"PT": "PT Serif", "PX": "IBM Plex Serif", "FS": "Fira Sans"}
WIDE, TALL = letter


def register_fonts() -> None:
    """Makes the three families known to ReportLab, embedded, and no other the default."""
    for short, family in FAMILIES.items():
        faces = {
            "": (400, "normal"),
            "-B": (700, "normal"),
            "-I": (400, "italic"),
            "-BI": (700, "italic"),
        }
        for suffix, (weight, style) in faces.items():
            place = fontpkg.path(family, weight=weight, style=style)
            pdfmetrics.registerFont(TTFont(short + suffix, str(place)))
        pdfmetrics.registerFontFamily(
            short, normal=short, bold=f"{short}-B", italic=f"{short}-I", boldItalic=f"{short}-BI"
        )
    # ReportLab names its base font on every page, used or not: that must be an embedded one
    rl_config.canvas_basefontname = "PT"


@dataclass(frozen=True)
class Place:
    """Where a page stands: its number in the paper and in its part, each with the total."""

    number: int
    total: int
    part_number: int
    part_total: int


Furniture = Callable[[Canvas, Place], None]


@dataclass(frozen=True)
class Part:
    """A run of pages with the same margins and furniture.

    Attributes:
        story: what flows on the pages.
        furniture: drawn on each page before the text: stamps, line numbers, footers.
        margins: left, right, top, bottom in points.
        size: width and height in points.
    """

    story: list[Flowable]
    furniture: Furniture | None = None
    margins: tuple[float, float, float, float] = (72, 72, 64, 64)
    size: tuple[float, float] = letter


class _Counted(BaseDocTemplate):
    """Notes the part to which each page belongs, so that a second run can print totals."""

    def __init__(self, target: io.BytesIO, title: str, parts: list[Part], pages: list[int]) -> None:
        super().__init__(target, title=title, author="", invariant=1, initialFontName="PT")
        self.seen: list[int] = []
        for index, part in enumerate(parts):
            left, right, top, bottom = part.margins
            wide, tall = part.size
            frame = Frame(left, bottom, wide - left - right, tall - top - bottom, 0, 0, 0, 0)
            self.addPageTemplates(
                PageTemplate(
                    f"p{index}", [frame], onPage=self._page(index, part, pages), pagesize=part.size
                )
            )

    def _page(self, index: int, part: Part, pages: list[int]) -> Callable[[Canvas, object], None]:
        def begin(canvas: Canvas, _doc: object) -> None:
            self.seen.append(index)
            number = len(self.seen)
            place = Place(number, len(pages), self.seen.count(index), pages.count(index))
            if part.furniture:
                canvas.saveState()
                part.furniture(canvas, place)
                canvas.restoreState()

        return begin


def press(title: str, make_parts: Callable[[], list[Part]]) -> bytes:
    """The paper's PDF, the same bytes at every run.

    Args:
        title: the document's title in its metadata.
        make_parts: gives the parts afresh; it is called twice, as flowables serve one run only.
    """
    pages: list[int] = []
    target = io.BytesIO()
    for _ in range(2):
        parts = make_parts()
        target = io.BytesIO()
        doc = _Counted(target, title, parts, pages)
        story: list[Flowable] = []
        for index, part in enumerate(parts):
            story += [NextPageTemplate(f"p{index}"), PageBreak()] if index else []
            story += part.story
        doc.build(story)
        pages = doc.seen
    return target.getvalue()


@dataclass(frozen=True)
class Hand:
    """A paper's way with text: its face, size and leading in points, and whether its right edge is even."""

    face: str = "PT"
    size: float = 11.5
    lead: float = 14.5
    even: bool = True

    def style(self, **change: object) -> ParagraphStyle:
        """The body style with changes."""
        base: dict[str, object] = {
            "fontName": self.face, "fontSize": self.size, "leading": self.lead,
            "alignment": TA_LEFT, "bulletFontName": self.face,
        }  # fmt: skip
        return ParagraphStyle("s", **{**base, **change})

    def p(self, text: str, **change: object) -> Paragraph:
        """A plain paragraph with space below."""
        return Paragraph(text, self.style(**{"spaceAfter": self.lead * 0.55, **change}))

    def ind(self, text: str, **change: object) -> Paragraph:
        """A paragraph whose first line is drawn in, as courts write."""
        return self.p(
            text,
            **{"firstLineIndent": 36, "alignment": TA_JUSTIFY if self.even else TA_LEFT, **change},
        )

    def mid(self, text: str, **change: object) -> Paragraph:
        """A centred line."""
        return self.p(text, **{"alignment": TA_CENTER, **change})

    def right(self, text: str, **change: object) -> Paragraph:
        """A line set to the right."""
        return self.p(text, **{"alignment": TA_RIGHT, **change})

    def item(self, mark: str, text: str, left: float = 36, **change: object) -> Paragraph:
        """A numbered or lettered demand with a hanging indent."""
        base = {
            "leftIndent": left, "bulletIndent": left - 22, "bulletFontName": self.face,
            "bulletFontSize": self.size, "spaceAfter": self.lead * 0.4,
        }  # fmt: skip
        return Paragraph(text, self.style(**{**base, **change}), bulletText=mark)


def gap(points: float) -> Spacer:
    """Empty space."""
    return Spacer(1, points)
