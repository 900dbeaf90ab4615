"""One PDF through PDFium: sizes, words with boxes, pixels. Runs in the reader process only."""

import ctypes
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from lerdesk.documents import limits
from lerdesk.documents.characters import Characters
from lerdesk.documents.shown import Shown
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
            shown = Shown(page)
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


def _words(page: pypdfium2.PdfPage, shown: Shown) -> tuple[list[Word], int, int, bool]:
    textpage = page.get_textpage()
    try:
        characters = Characters(textpage.raw, shown)
        words = characters.words()
    finally:
        textpage.close()
    return words, characters.unknown, characters.number, characters.cut


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


def _marks(page: pypdfium2.PdfPage, shown: Shown) -> tuple[list[Box], list[Box], float]:
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
