"""PDFium's functions say the same called without their argument types, and words keep their distance."""

import ctypes
import io

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from lerdesk.documents import characters
from lerdesk.documents.pdf import Pdf
from tests.documents.papers import pdf

PAGE = [(100, 50, "Warrant no. 7,"), (100, 64, "issued – today"), (300, 700, "Foot")]


def turned(quarter):
    source = pikepdf.open(io.BytesIO(pdf([PAGE])))
    source.pages[0].Rotate = quarter
    out = io.BytesIO()
    source.save(out)
    return out.getvalue()


def test_a_function_without_its_types_says_what_it_says_with_them():
    page = pypdfium2.PdfDocument(pdf([PAGE]))[0]
    textpage = page.get_textpage()
    raw, lean = textpage.raw, ctypes.cast(textpage.raw, ctypes.c_void_p)
    count = pdfium.FPDFText_CountChars(raw)
    assert count > 20
    for index in range(count):
        for name, plain in (
            ("FPDFText_GetUnicode", characters._unicode),
            ("FPDFText_HasUnicodeMapError", characters._has_no_meaning),
            ("FPDFText_GetFontSize", characters._font_size),
            ("FPDFText_GetCharAngle", characters._char_angle),
        ):
            assert plain(lean, index) == getattr(pdfium, name)(raw, index), name
        typed, untyped = ([ctypes.c_double() for _ in range(4)] for _ in range(2))
        pdfium.FPDFText_GetCharBox(raw, index, *typed)
        characters._char_box(lean, index, *map(ctypes.byref, untyped))
        assert [each.value for each in untyped] == [each.value for each in typed]
        loose, plain_loose = pdfium.FS_RECTF(), pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(raw, index, loose)
        characters._loose_box(lean, index, ctypes.byref(plain_loose))
        assert bytes(plain_loose) == bytes(loose)


@pytest.mark.parametrize("quarter", [0, 90, 180, 270])
def test_words_are_the_same_however_the_page_is_turned(quarter):
    words = Pdf(turned(quarter)).layer(1).page.words
    # PDFium gives a turned page's lines in another order
    rows = {each.line: [] for each in words}
    for each in words:
        rows[each.line].append(each.text)
    assert sorted(rows.values()) == [["Foot"], ["Warrant", "no.", "7,"], ["issued", "–", "today"]]
    for word in words:
        left, top, right, bottom = word.box
        assert left < right
        assert top < bottom
        assert all(edge == round(edge, 2) for edge in word.box)


def test_letters_far_apart_are_words_of_their_own():
    words = Pdf(pdf([[(100, 50, "A"), (160, 50, "B"), (100, 300, "C")]])).layer(1).page.words
    assert [each.text for each in words] == ["A", "B", "C"]
