"""A page's characters, as PDFium gives them, to words with boxes. Runs in the reader process only.

A long order has a million characters, and each is asked about five times: what is done here for one
character is what reading costs.
"""

import ctypes
import struct
from collections.abc import Callable, Iterator
from typing import Any

import pypdfium2.raw as pdfium

from lerdesk.base.text import clean
from lerdesk.documents import limits
from lerdesk.documents.shown import Shown, rounded
from lerdesk.domain.fact import Box
from lerdesk.intake.words import Word

#: what tells that a word ends, and that its line does
_WORD_ENDS = " "
_LINE_ENDS = "\n"
#: points by which boxes that are not yet rounded can mislead about a distance, and more
_SLACK = 0.05
#: four doubles (left, right, bottom, top), then a rectangle of four floats (left, top, right, bottom)
_BOXES = struct.Struct("=4d4f")


def _lean(name: str) -> Callable[..., Any]:
    """PDFium's function without its declared argument types.

    Their checks take twice as long as the call; what is passed is a pointer, an int and references.
    """
    declared = getattr(pdfium, name)
    plain = ctypes.CFUNCTYPE(declared.restype)
    return plain(ctypes.cast(declared, ctypes.c_void_p).value or 0)


_unicode = _lean("FPDFText_GetUnicode")
_has_no_meaning = _lean("FPDFText_HasUnicodeMapError")
_char_box = _lean("FPDFText_GetCharBox")
_loose_box = _lean("FPDFText_GetLooseCharBox")
_font_size = _lean("FPDFText_GetFontSize")
_char_angle = _lean("FPDFText_GetCharAngle")

_Character = tuple[str, float, float, float, float, bool]


class Characters:
    """The characters of one page.

    Attributes:
        number: characters seen, spaces apart.
        unknown: those of them without a Unicode meaning.
        cut: the page has more than the limits allow.
    """

    def __init__(self, textpage: pdfium.FPDF_TEXTPAGE, shown: Shown) -> None:
        self._shown = shown
        self._page = ctypes.cast(textpage, ctypes.c_void_p)
        self._count = pdfium.FPDFText_CountChars(textpage)
        self.number = self.unknown = 0
        self.cut = self._count > limits.CHARS_PER_PAGE

    def words(self) -> list[Word]:
        """The page's words, line by line; no more than the limits allow."""
        made = _Words()
        letters: list[str] = []
        left = top = right = bottom = 0.0
        askew = False
        for text, x0, y0, x1, y1, turned in self._measured():
            if x1 < 0:
                made.end_word(letters, (left, top, right, bottom), turned=askew)
                if text == _LINE_ENDS:
                    made.end_line()
                letters = []
                continue
            if letters and not askew:
                high = bottom - top if bottom - top > 4.0 else 4.0
                # rounding matters only where it is close
                if not (
                    x0 <= right + 1.2 * high - _SLACK
                    and x1 >= left - 0.5 * high + _SLACK
                    and abs((y0 + y1) - (top + bottom)) <= 2 * high - _SLACK
                ) and _apart((left, top, right, bottom), (x0, y0, x1, y1)):
                    made.end_word(letters, (left, top, right, bottom), turned=askew)
                    letters = []
            if letters:
                left = x0 if x0 < left else left
                top = y0 if y0 < top else top
                right = x1 if x1 > right else right
                bottom = y1 if y1 > bottom else bottom
            else:
                left, top, right, bottom = x0, y0, x1, y1
            letters.append(text)
            askew = turned
        made.end_word(letters, (left, top, right, bottom), turned=askew)
        self.cut = self.cut or made.cut
        return made.words

    def _measured(self) -> Iterator[_Character]:
        """Each character, its box as shown and whether it stands askew; no box where a word ends."""
        page, exact, turn = self._page, self._shown.exact, self._shown.turn
        width, edge = self._shown.width, self._shown.left
        height, base = self._shown.height, self._shown.bottom
        buffer = ctypes.create_string_buffer(_BOXES.size)
        tight = [ctypes.byref(buffer, place) for place in (0, 8, 16, 24)]
        loose, boxes = ctypes.byref(buffer, 32), _BOXES.unpack_from
        high, known, turned = 0, 0.0, _is_turned(0.0, turn)
        for index in range(min(self._count, limits.CHARS_PER_PAGE)):
            code = _unicode(page, index)
            if 32 < code < 127:
                text = chr(code)
            else:
                if 0xD800 <= code < 0xDC00:
                    high = code
                    continue
                code, text = _character(code, high)
                if text.isspace():
                    high = 0
                    yield _LINE_ENDS if code in {10, 13} else _WORD_ENDS, 0.0, 0.0, -1.0, 0.0, False
                    continue
            high = 0
            self.number += 1
            if _has_no_meaning(page, index) == 1 or (not 32 < code < 127 and _is_private(code)):
                self.unknown += 1
            _char_box(page, index, *tight)
            has_loose = _loose_box(page, index, loose)
            left, right, low, tall, _, over, _, under = boxes(buffer)
            if (
                has_loose
                and over - under > 0
                and (
                    over - under <= 3 * (tall - low)
                    or over - under <= 3 * (_font_size(page, index) or 1.0)
                )
            ):
                low, tall = under, over
            if (angle := _char_angle(page, index)) != known:
                known, turned = angle, _is_turned(angle, turn)
            x0, x1 = left - edge, right - edge
            y0, y1 = height - (tall - base), height - (low - base)
            if turn or not (0.0 <= x0 <= x1 <= width and 0.0 <= y0 <= y1 <= height):
                x0, y0, x1, y1 = exact(left, low, right, tall)
            yield text, x0, y0, x1, y1, turned


class _Words:
    """Words as they become whole, with their lines."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self.cut = False
        self._line = 0

    def end_word(self, letters: list[str], box: Box, *, turned: bool) -> None:
        """The word at hand is whole."""
        text = clean("".join(letters), limit=limits.WORD_CHARS).strip()
        if not text:
            return
        if len(self.words) >= limits.WORDS_PER_PAGE:
            self.cut = True
        else:
            self.words.append(Word(text, rounded(box), self._line, turned))

    def end_line(self) -> None:
        """The line at hand is whole."""
        if self.words and self.words[-1].line == self._line:
            self._line += 1


def _apart(word: Box, character: Box) -> bool:
    """Whether a character cannot belong to the word before it."""
    mine, box = rounded(word), rounded(character)
    height = max(4.0, mine[3] - mine[1])
    return (
        box[0] > mine[2] + 1.2 * height
        or box[2] < mine[0] - 0.5 * height
        or abs((box[1] + box[3]) - (mine[1] + mine[3])) > 2 * height
    )


def _character(code: int, high: int) -> tuple[int, str]:
    """A character's code and text; ``high`` is the first half of a pair, or 0."""
    if 0xDC00 <= code < 0xE000 and high:
        code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
    if code == 2:  # PDFium's mark for a hyphen at the end of a line
        return code, "-"
    return code, chr(code) if 0 < code < 0x110000 else "\ufffd"


def _is_private(code: int) -> bool:
    return 0xE000 <= code <= 0xF8FF or code == 0xFFFD or (code < 32 and code != 2)


def _is_turned(angle: float, turn: int) -> bool:
    """``angle`` in radians, counter-clockwise; a page turned by ``/Rotate`` turns its text with it."""
    quarter = 1.5707963
    off = (angle - turn * quarter) % (4 * quarter)
    return min(off, 4 * quarter - off) > 0.12 if angle >= 0 else False
