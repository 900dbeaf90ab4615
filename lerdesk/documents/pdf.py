"""One PDF through PDFium: sizes, words with boxes, pixels. Runs in the reader process only."""

import ctypes
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from lerdesk.base.text import clean
from lerdesk.documents import limits
from lerdesk.domain.fact import Box
from lerdesk.intake.words import PageWords, Word

_WIDGETS_AT_MOST = 2_000
_OBJECTS_AT_MOST = 20_000


class CannotOpen(Exception):
    """PDFium does not open the file; ``code`` is one of the reading's error codes."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Layer:
    """A page's text layer and what is needed to judge it.

    Attributes:
        page: the words.
        picture: share of the page that pictures cover, 0 to 1.
        unknown: characters without a Unicode meaning.
        characters: characters in all, spaces apart.
        cut: there was more than the limits allow.
    """

    page: PageWords
    picture: float
    unknown: int
    characters: int
    cut: bool


class Pdf:
    """An open PDF. Not thread-safe; one a process."""

    def __init__(self, data: bytes) -> None:
        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            code = getattr(error, "err_code", None)
            locked = code == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower()
            raise CannotOpen("encrypted" if locked else "unreadable") from error
        if len(self._document) > limits.PAGES:
            raise CannotOpen("too_large")
        if not len(self._document):
            raise CannotOpen("unreadable")

    @property
    def raw(self) -> pypdfium2.PdfDocument:
        """The library's own document."""
        return self._document

    def sizes(self) -> list[tuple[float, float]]:
        """Width and height of each page as shown, in points; 612 by 792 where PDFium has none."""
        sizes = []
        for index in range(len(self._document)):
            try:
                width, height = self._document.get_page_size(index)
            except pypdfium2.PdfiumError:
                width, height = 612.0, 792.0
            sizes.append((max(1.0, width), max(1.0, height)))
        return sizes

    def layer(self, number: int) -> Layer:
        """The text layer of page ``number`` (from 1)."""
        page = self._document[number - 1]
        try:
            if _has_widgets(page):
                # typed-in fields become part of the page, so that they are read like print
                pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
                page.close()
                page = self._document[number - 1]
            shown = _Shown(page)
            words, unknown, characters, cut = _words(page, shown)
            struck, ink, picture = _marks(page, shown)
        finally:
            page.close()
        width, height = shown.width, shown.height
        return Layer(
            PageWords(number, width, height, tuple(words), tuple(struck), tuple(ink)),
            picture,
            unknown,
            characters,
            cut,
        )

    def pixels(self, number: int, scale: float, rotation: int) -> tuple[int, int, int, bytes]:
        """Width, height, stride and bytes (blue, green, red, unused) of a page.

        The scale is lowered where the picture would pass the limit.
        """
        width, height = self._document.get_page_size(number - 1)
        wanted = max(1.0, width * scale) * max(1.0, height * scale)
        if wanted > limits.PIXELS:
            scale *= (limits.PIXELS / wanted) ** 0.5 * 0.999
        page = self._document[number - 1]
        try:
            bitmap = page.render(
                scale=scale,
                rotation=rotation,
                may_draw_forms=False,
                force_bitmap_format=pdfium.FPDFBitmap_BGRx,
                fill_color=(255, 255, 255, 255),
            )
            answer = (bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            bitmap.close()
        finally:
            page.close()
        return answer


class _Shown:
    """Turns PDFium's page coordinates into points from the top left of the page as shown."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        rect = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page.raw, rect)
        self.left, self.bottom = rect.left, rect.bottom
        self.w, self.h = abs(rect.right - rect.left), abs(rect.top - rect.bottom)
        self.turn = pdfium.FPDFPage_GetRotation(page.raw) % 4
        self.width, self.height = (self.w, self.h) if self.turn % 2 == 0 else (self.h, self.w)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box as shown, kept on the page."""
        (x0, y0), (x1, y1) = self._point(left, bottom), self._point(right, top)
        return (
            round(min(max(min(x0, x1), 0.0), self.width), 2),
            round(min(max(min(y0, y1), 0.0), self.height), 2),
            round(min(max(x0, x1, 0.0), self.width), 2),
            round(min(max(y0, y1, 0.0), self.height), 2),
        )

    def _point(self, x: float, y: float) -> tuple[float, float]:
        u, v = x - self.left, y - self.bottom
        if self.turn == 1:
            return v, u
        if self.turn == 2:
            return self.w - u, v
        if self.turn == 3:
            return self.h - v, self.w - u
        return u, self.h - v


class _Assembly:
    """Characters to words, with their lines."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self.line = 0
        self._text: list[str] = []
        self._box: Box | None = None
        self._turned = False
        self.cut = False

    def add(self, text: str, box: Box, *, turned: bool) -> None:
        """One more character of the word at hand."""
        self._text.append(text)
        self._turned = turned
        mine = self._box
        self._box = (
            box
            if mine is None
            else (
                min(mine[0], box[0]),
                min(mine[1], box[1]),
                max(mine[2], box[2]),
                max(mine[3], box[3]),
            )
        )

    def apart(self, box: Box) -> bool:
        """Whether a character at ``box`` cannot belong to the word at hand."""
        mine = self._box
        if mine is None or self._turned:
            return False
        height = max(4.0, mine[3] - mine[1])
        return (
            box[0] > mine[2] + 1.2 * height
            or box[2] < mine[0] - 0.5 * height
            or abs((box[1] + box[3]) - (mine[1] + mine[3])) > 2 * height
        )

    def end_word(self) -> None:
        """The word at hand is whole."""
        text = clean("".join(self._text), limit=limits.WORD_CHARS).strip()
        if text and self._box is not None:
            if len(self.words) >= limits.WORDS_PER_PAGE:
                self.cut = True
            else:
                self.words.append(Word(text, self._box, self.line, self._turned))
        self._text, self._box, self._turned = [], None, False

    def end_line(self) -> None:
        """The line at hand is whole."""
        self.end_word()
        if self.words and self.words[-1].line == self.line:
            self.line += 1


def _words(page: pypdfium2.PdfPage, shown: _Shown) -> tuple[list[Word], int, int, bool]:
    textpage = page.get_textpage()
    try:
        return _read_words(textpage.raw, shown)
    finally:
        textpage.close()


def _read_words(raw: pdfium.FPDF_TEXTPAGE, shown: _Shown) -> tuple[list[Word], int, int, bool]:
    made = _Assembly()
    unknown = characters = 0
    count = pdfium.FPDFText_CountChars(raw)
    loose = pdfium.FS_RECTF()
    edges = [ctypes.c_double() for _ in range(4)]
    high = 0
    for index in range(min(count, limits.CHARS_PER_PAGE)):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        if code in {10, 13}:
            made.end_line()
            continue
        text = chr(code) if 0 < code < 0x110000 else "\ufffd"
        if code == 2:  # PDFium's mark for a hyphen at the end of a line
            text = "-"
        if text.isspace():
            made.end_word()
            continue
        characters += 1
        if code == 0 or pdfium.FPDFText_HasUnicodeMapError(raw, index) == 1 or _is_private(code):
            unknown += 1
        left, right, bottom, top = edges
        pdfium.FPDFText_GetCharBox(raw, index, left, right, bottom, top)
        low, tall = bottom.value, top.value
        if pdfium.FPDFText_GetLooseCharBox(raw, index, loose):
            size = pdfium.FPDFText_GetFontSize(raw, index) or 1.0
            if 0 < loose.top - loose.bottom <= 3 * max(size, tall - low):
                low, tall = loose.bottom, loose.top
        angle = pdfium.FPDFText_GetCharAngle(raw, index)
        box = shown.box(left.value, low, right.value, tall)
        turned = _is_turned(angle, shown.turn)
        if made.apart(box):
            made.end_word()
        made.add(text, box, turned=turned)
    made.end_line()
    return made.words, unknown, characters, made.cut or count > limits.CHARS_PER_PAGE


def _is_private(code: int) -> bool:
    return 0xE000 <= code <= 0xF8FF or code == 0xFFFD or (code < 32 and code != 2)


def _is_turned(angle: float, turn: int) -> bool:
    """``angle`` in radians, counter-clockwise; a page turned by ``/Rotate`` turns its text with it."""
    quarter = 1.5707963
    off = (angle - turn * quarter) % (4 * quarter)
    return min(off, 4 * quarter - off) > 0.12 if angle >= 0 else False


def _has_widgets(page: pypdfium2.PdfPage) -> bool:
    count = pdfium.FPDFPage_GetAnnotCount(page.raw)
    for index in range(min(count, _WIDGETS_AT_MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind in {pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT}:
            return True
    return False


def _marks(page: pypdfium2.PdfPage, shown: _Shown) -> tuple[list[Box], list[Box], float]:
    """Thin level lines (they may strike text through), pen strokes, and what pictures cover."""
    struck: list[Box] = []
    ink: list[Box] = []
    covered = 0.0
    total = pdfium.FPDFPage_CountObjects(page.raw)
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(min(total, _OBJECTS_AT_MOST)):
        item = pdfium.FPDFPage_GetObject(page.raw, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind not in {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE}:
            continue
        if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            continue
        box = shown.box(left.value, bottom.value, right.value, top.value)
        wide, high = box[2] - box[0], box[3] - box[1]
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            covered = max(covered, wide * high / max(1.0, shown.width * shown.height))
        if _like_a_signature(item, kind, wide, high) and len(ink) < 200:
            ink.append(box)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and high <= 3.0 and wide >= 8.0 and len(struck) < 500:
            struck.append(box)
    return struck, ink, covered


def _like_a_signature(item: pdfium.FPDF_PAGEOBJECT, kind: int, wide: float, high: float) -> bool:
    """A small picture or a curved line, wider than high."""
    if not (20 <= wide <= 320 and 5 <= high <= 110 and wide > 1.2 * high):
        return False
    if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        return True
    count = pdfium.FPDFPath_CountSegments(item)
    curved = 0
    for index in range(min(count, 200)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        curved += pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_BEZIERTO
    return count >= 8 and (curved >= 3 or count >= 14)
