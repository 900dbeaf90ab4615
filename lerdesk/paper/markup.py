"""Words to ReportLab's paragraphs, never through its mini-XML: nothing in a text can be a tag, a link or a picture."""

import re
from typing import TYPE_CHECKING, Any

from lerdesk.letters.blocks import Run
from lerdesk.paper.fonts import face_runs

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph
    from reportlab.platypus.paraparser import ParaFrag


_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
)
_HELD = re.compile(
    r"(§§?|\bP\.) (?=\d)"
    rf"|\b({_MONTHS}) (?=\d{{1,2}}(?:, \d{{4}})?\b)"
    r"|(?<=\d)(,) (?=(?:19|20)\d\d\b)"
    r"|\b(\d+) (?=U\.S\.C\.)"
)


def held(text: str) -> str:
    """The text with what no line end may part: a section from its sign, a title from its code, a date in itself."""
    return _HELD.sub(lambda found: f"{found[0][:-1]}\N{NO-BREAK SPACE}", text)


def paragraph(
    runs: tuple[Run, ...],
    style: "ParagraphStyle",
    *,
    where: str = "",
    bullet: str = "",
    bold: bool = False,
) -> "Paragraph":
    """A paragraph of these words.

    Args:
        runs: the words; a newline in them breaks the line.
        style: its measures.
        where: the part of the paper, for an error.
        bullet: a list item's mark or number.
        bold: all of it in bold.

    Raises:
        UserFacingError: characters that no face has.
    """
    from reportlab.platypus import Paragraph

    fragments = [
        fragment for run in runs for fragment in _fragments(run, style, where=where, bold=bold)
    ]
    if not fragments:
        fragments = [_fragment("", style.fontName, style)]
    bullets = (
        [_fragment(words, name, style) for name, words in face_runs(bullet, where=where)]
        if bullet
        else None
    )
    return Paragraph("", style, frags=fragments, bulletText=bullets)


def plain_paragraph(
    text: str, style: "ParagraphStyle", *, where: str = "", bold: bool = False
) -> "Paragraph":
    """A paragraph in one style."""
    return paragraph((Run(text),), style, where=where, bold=bold)


def _fragments(run: Run, style: "ParagraphStyle", *, where: str, bold: bool) -> list[Any]:
    out: list[Any] = []
    for number, line in enumerate(run.text.split("\n")):
        if number:
            out.append(_fragment("", style.fontName, style, lineBreak=True))
        for name, words in face_runs(
            held(line), bold=run.bold or bold, italic=run.italic, where=where
        ):
            more = {"backColor": style.markColor} if run.marked else {}
            out.append(_fragment(words, name, style, **more))
    return out


def _fragment(text: str, face: str, style: "ParagraphStyle", **more: object) -> "ParaFrag":
    from reportlab.platypus.paraparser import ParaFrag

    return ParaFrag(
        text=text,
        fontName=face,
        fontSize=style.fontSize,
        textColor=style.textColor,
        rise=0,
        greek=0,
        link=[],
        us_lines=[],
        bold=0,
        italic=0,
        **more,
    )
