"""Sizes, leading and ink of everything on paper, in one scale."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lerdesk.paper.fonts import base_face

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle

INK = "#14171A"
QUIET = "#5A6470"
LINE = "#8A939E"
FAINT = "#C9CFD6"
LATE = "#A8231A"
MARK = "#E2ECF7"

#: name: size, leading, space before, space after
_SCALE: dict[str, tuple[float, float, float, float]] = {
    "body": (9.5, 13.25, 0, 6.5),
    "item": (9.5, 13.25, 0, 2.5),
    "subject": (10.75, 14.5, 0, 9),
    "heading": (10.75, 14.5, 14, 6),
    "minor": (9.5, 13.25, 6, 4),
    "cell": (8.4, 11, 0, 0),
    "small": (8, 10.5, 0, 0),
    "foot": (7, 9, 0, 0),
    "address": (9.75, 12.5, 0, 0),
    "title": (20, 25, 0, 4),
}


@lru_cache(maxsize=64)
def style(
    name: str, *, ink: str = INK, align: int = 0, size: float = 0, indent: float = 0
) -> "ParagraphStyle":
    """A paragraph's measures.

    Args:
        name: of the scale.
        ink: its colour.
        align: 0 left, 1 centre, 2 right.
        size: another size than the scale's, where words must fit; the leading follows.
        indent: of the words from the left, a list item's mark standing before them.
    """
    from reportlab.lib.colors import HexColor
    from reportlab.lib.styles import ParagraphStyle

    points, leading, before, after = _SCALE[name]
    if size:
        points, leading = size, size * leading / points
    more: dict[str, Any] = {"markColor": HexColor(MARK)}
    return ParagraphStyle(
        name,
        fontName=base_face(),
        fontSize=points,
        leading=leading,
        textColor=HexColor(ink),
        alignment=align,
        spaceBefore=before,
        spaceAfter=after,
        leftIndent=indent,
        bulletIndent=max(0, indent - 16),
        bulletFontName=base_face(),
        bulletFontSize=points,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
        **more,
    )
