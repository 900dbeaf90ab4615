"""The faces that letters are set in, and which of them has which character.

Static TrueType faces with PostScript names of their own: ReportLab sets a variable font's bold in the regular face
without a word. Registered when first used; a PDF embeds the subset of each that it shows.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from lerdesk.base.errors import UserFacingError

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

# In the order in which a character is looked for: Latin and Cyrillic; more Cyrillic; Greek and phonetic signs.
_FAMILIES = ("IBM Plex Serif", "PT Serif", "Fira Sans")
# They carry no words: a soft hyphen, joiners, marks of direction, a byte order mark.
_UNSEEN: dict[int, str | None] = dict.fromkeys(
    (0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF)
)

# White space of all widths is set as a space; a line break that is meant is "\n" and never comes here.
_SPACES = dict.fromkeys((*range(0x09, 0x0E), *range(0x2000, 0x200B), 0x2028, 0x2029, 0x3000), " ")


@dataclass(frozen=True)
class Face:
    """One registered face.

    Attributes:
        name: its PostScript name, under which ReportLab knows it.
        glyphs: the code points that it has.
    """

    name: str
    glyphs: frozenset[int]


def settable(text: str) -> str:
    """The text composed (NFC), without characters that carry no words, with one kind of space."""
    return unicodedata.normalize("NFC", text.translate(_UNSEEN | _SPACES | {0x202F: "\u00a0"}))


def face_runs(
    text: str, *, bold: bool = False, italic: bool = False, where: str = ""
) -> list[tuple[str, str]]:
    """The text as stretches that one face each can show: the face's name and the words.

    Args:
        text: one paragraph's words; white space goes with the face before it.
        bold: in the bold faces.
        italic: in the italic ones.
        where: the part of the paper, for the error.

    Raises:
        UserFacingError: characters that no face has, each named with its code point and its place.
    """
    text = settable(text)
    if not text:
        return []
    first = _face(_FAMILIES[0], bold, italic)
    if first.glyphs.issuperset(map(ord, text)):
        return [(first.name, text)]
    names = [_name_for(char, bold, italic) for char in text]
    lost = [char for char, name in zip(text, names, strict=True) if name is None]
    if lost:
        raise _lost(text, lost, where)
    pairs = zip(names, text, strict=True)
    return [
        (str(name), "".join(char for _, char in group))
        for name, group in groupby(pairs, key=lambda pair: pair[0])
    ]


def width(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """How wide the text is set, in points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    runs = face_runs(text, bold=bold, italic=italic)
    return sum(float(stringWidth(words, name, size)) for name, words in runs)


def base_face(*, bold: bool = False, italic: bool = False) -> str:
    """The name of the first family's face."""
    return _face(_FAMILIES[0], bold, italic).name


def _name_for(char: str, bold: bool, italic: bool) -> str | None:  # noqa: FBT001  a style's two halves
    for family in _FAMILIES:
        face = _face(family, bold, italic)
        if ord(char) in face.glyphs:
            return face.name
    return None


@lru_cache(maxsize=16)
def _face(family: str, bold: bool, italic: bool) -> Face:  # noqa: FBT001  a style's two halves
    import fontpkg
    from reportlab.lib.fonts import addMapping
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    place = fontpkg.path(
        family, weight=700 if bold else 400, style="italic" if italic else "normal"
    )
    font: TTFont = TTFont("LERDesk-" + place.stem, str(place))
    pdfmetrics.registerFont(font)
    for as_bold in (0, 1):
        for as_italic in (0, 1):
            addMapping(font.fontName, as_bold, as_italic, font.fontName)
    return Face(font.fontName, frozenset(_drawn(font)))


def _drawn(font: "TTFont") -> Iterator[int]:
    """Code points with a glyph that says something: no box (glyph 0, U+FFFD), no control or private character."""
    for code, glyph in font.face.charToGlyph.items():
        category = unicodedata.category(chr(code))
        if glyph and code != 0xFFFD and category[0] != "C" and category not in {"Zl", "Zp"}:
            yield code


def _lost(text: str, lost: list[str], where: str) -> UserFacingError:
    named = [f"{_shown(char)} (U+{ord(char):04X} {_called(char)})" for char in dict.fromkeys(lost)]
    shown, more = named[:8], len(named) - 8
    words = ", ".join(shown) + (f" and {more} more" if more > 0 else "")
    at = text.index(lost[0])
    start, end = max(0, at - 20), at + 20
    around = "".join(_shown(char) for char in text[start:end])
    context = ("…" if start else "") + around + ("…" if end < len(text) else "")
    place = f"In {where}, at" if where else "At"
    return UserFacingError(
        f"{place} “{context}”, the letter faces have no way to show {words}.",
        do="Write it in letters that they have, or take it out.",
    )


def _shown(char: str) -> str:
    return char if char.isprintable() else "�"


def _called(char: str) -> str:
    unnamed = "control character" if unicodedata.category(char) == "Cc" else "without a name"
    return unicodedata.name(char, unnamed).lower()
