"""Letters as PDF, read back: the words are all there, every font is embedded, nothing becomes a box."""

import io
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from lerdesk.base.errors import UserFacingError
from lerdesk.domain.letter import Recipient
from lerdesk.domain.vocabulary import LetterKind
from lerdesk.letters.blocks import Heading, ListBlock, Paragraph, Run, Table, plain
from lerdesk.letters.compose import compose
from lerdesk.letters.parse import parse
from lerdesk.paper.columns import PAD, column_widths
from lerdesk.paper.fonts import width
from lerdesk.paper.letter import letter_pdf
from lerdesk.paper.style import style
from tests.unit.letters.sample_fields import FIELDS, LETTERHEAD, TEMPLATES, fields_for


def words_in(pdf):
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    return [" ".join(page.split()) for page in pages]


def said(blocks):
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield from plain(block.runs).split("\n")
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from said(item)
        elif isinstance(block, Table):
            for row in (block.head, *block.rows):
                yield from (plain(cell) for cell in row)


def fonts_of(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [
            (
                str(thing.BaseFont),
                "/FontDescriptor" in thing and "/FontFile2" in thing.FontDescriptor,
            )
            for thing in document.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"
        ]


@pytest.mark.parametrize("page", ["letter", "a4"])
@pytest.mark.parametrize(("kind", "variant"), TEMPLATES)
def test_every_word_of_every_template_can_be_read_back(kind, variant, page):
    fields = fields_for(kind)
    markdown = compose(kind, fields, variant=variant).markdown
    pdf = letter_pdf(markdown, fields, page=page, number="L-2026-000655")
    everything = "".join("".join(words_in(pdf)).split())
    for text in said(parse(markdown)):
        for word in text.split():
            assert word in everything
    head = LETTERHEAD
    for text in (
        head.company,
        head.department,
        head.telephone,
        head.email,
        *fields.recipient.lines,
    ):
        assert "".join(text.split()) in everything
    assert all(embedded for _, embedded in fonts_of(pdf))
    assert not any("Helvetica" in name or "Times" in name for name, _ in fonts_of(pdf))


def test_a_paragraph_is_read_back_in_its_order():
    markdown = compose(LetterKind.DEFICIENCY, FIELDS).markdown
    text = " ".join(words_in(letter_pdf(markdown, FIELDS, number="L-2026-000655")))
    assert (
        "We make no response to its demands until this is corrected, and we make no statement"
        in text
    )
    assert "first flight of officials affixed" in " ".join(
        words_in(letter_pdf("# S\n\nfirst flight of officials affixed", FIELDS))
    )


def test_bold_is_bold():
    pdf = letter_pdf("# S\n\na **b** *c* ***d***", FIELDS, number="L-2026-000655")
    names = {name.split("+")[1] for name, _ in fonts_of(pdf)}
    assert names == {
        "IBMPlexSerif-Regular",
        "IBMPlexSerif-Bold",
        "IBMPlexSerif-Italic",
        "IBMPlexSerif-BoldItalic",
    }


def test_the_same_letter_gives_the_same_bytes():
    markdown = compose(LetterKind.PARTIAL, FIELDS).markdown
    assert letter_pdf(markdown, FIELDS) == letter_pdf(markdown, FIELDS)


def test_pages_are_numbered_and_carry_the_references():
    markdown = compose(LetterKind.PARTIAL, FIELDS).markdown
    pages = words_in(
        letter_pdf(markdown, FIELDS, number="L-2026-000655", template="en/partial abc")
    )
    assert len(pages) >= 3
    for number, text in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in text
        assert "L-2026-000655 · LER-2026-000412 · IA · en/partial abc" in text
        assert "Draft" not in text
        assert "Sample" not in text
    assert all("LER-2026-000412 · November 24, 2026" in text for text in pages[1:])


def test_drafts_and_samples_say_so_on_every_page():
    markdown = compose(LetterKind.PARTIAL, FIELDS).markdown
    for text in words_in(letter_pdf(markdown, FIELDS, sample=True)):
        assert "Draft, not issued" in text
        assert "Sample · LER-2026-000412" in text


def test_the_file_says_what_it_is():
    pdf = letter_pdf("# A subject\n\nWords.", FIELDS, page="a4", number="L-2026-000655")
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert str(document.Root.Lang) == "en"
        assert str(document.docinfo.Title) == "A subject"
        assert str(document.docinfo.CreationDate) == "D:20261124000000Z"
        assert "anonymous" not in str(document.docinfo)


def _address_box(page):
    pdf = letter_pdf("# S\n\nWords.", FIELDS, page=page, number="L-2026-000655")
    sheet = pypdfium2.PdfDocument(pdf)[0]
    text = sheet.get_textpage()
    height = sheet.get_height()
    boxes = []
    for line in FIELDS.recipient.lines:
        index, count = text.search(line).get_next()
        chars = [text.get_charbox(place) for place in range(index, index + count)]
        boxes += [
            (left, height - top, right, height - bottom) for left, bottom, right, top in chars
        ]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def test_the_address_shows_in_the_windows_of_both_envelopes():
    left, top, right, bottom = (value / 72 for value in _address_box("letter"))
    assert left >= 0.875
    assert right <= 5.375
    assert top >= 2.04
    assert bottom <= 3.17
    left, top, right, bottom = (value / 72 * 25.4 for value in _address_box("a4"))
    assert left >= 20
    assert right <= 105
    assert top >= 62.7
    assert bottom <= 90


@pytest.mark.parametrize(
    "name",
    [
        "Agency A & B <Legal> Unit",
        "<b>bold",
        "<img src='file:///etc/passwd'/>",
        "{{ 7 * 7 }} {% x %}",
        "]]> &amp; &#65;",
        "naïve Łódź Đặng Thị",
        "Наталья Щербакова",
        "Ναταλία Παπαδοπούλου",
        "e\u0301te\u0301",
        "soft\u00adhyphen zero\u200bwidth",
        "x" * 300,
    ],
)
def test_a_hostile_or_foreign_name_comes_out_as_itself_everywhere(name):
    head = replace(
        LETTERHEAD, company=name, department=name, footer=name, lines=(name,), telephone=name
    )
    fields = replace(
        FIELDS,
        letterhead=head,
        recipient=Recipient((name,), name),
        their_reference=name,
        reviewer=name,
        court=name,
        items=tuple(replace(item, demanded=name) for item in FIELDS.items),
    )
    markdown = compose(LetterKind.PARTIAL, fields).markdown
    pdf = letter_pdf(markdown, fields, number="L-2026-000655")
    expected = name.replace("\u00ad", "").replace("\u200b", "").replace("e\u0301", "é")
    everything = "".join("".join(words_in(pdf)).split())
    assert everything.count("".join(expected.split())) >= 5
    assert all(embedded for _, embedded in fonts_of(pdf))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Agent 🙂 Smith", "U+1F642"),
        ("東京", "U+6771"),
        ("שלום", "U+05E9"),
        ("a\u202eb", "U+202E"),
        ("a\u2066b", "U+2066"),
        ("bell \x07 rings", "U+0007"),
        ("private \ue000 use", "U+E000"),
        ("lost \ufffd here", "U+FFFD"),
    ],
)
def test_what_no_face_has_is_named_with_its_place(words, code):
    with pytest.raises(UserFacingError, match=f"{code[:1]}\\{code[1:]}"):
        letter_pdf(f"# S\n\n{words}", FIELDS)
    with pytest.raises(UserFacingError, match="the address") as caught:
        letter_pdf("# S\n\nWords.", replace(FIELDS, recipient=Recipient((words,))))
    assert code in str(caught.value)
    assert str(caught.value).isprintable()


def test_long_tables_break_and_repeat_their_head():
    items = tuple(
        replace(
            FIELDS.items[2], number=str(number), demanded=f"Demand {number} " + "of many words " * 8
        )
        for number in range(1, 120)
    )
    fields = replace(FIELDS, items=items)
    pages = words_in(letter_pdf(compose(LetterKind.PARTIAL, fields).markdown, fields))
    everything = " ".join(pages)
    for number in range(1, 120):
        assert everything.count(f"Demand {number} of") == 1
    with_table = [page for page in pages if "Demand " in page]
    assert len(with_table) > 3
    assert all(page.count("Demanded Answer Period Ground") == 1 for page in with_table)


def test_no_line_ends_inside_a_date_or_a_citation():
    held = "We are silent until November 23, 2026, by 18 U.S.C. § 2705(b)."
    words = "\n\n".join("a " * more + held for more in range(26, 56))
    document = pypdfium2.PdfDocument(letter_pdf(f"# S\n\n{words}", FIELDS))
    lines = [
        line.strip()
        for number in range(len(document))
        for line in document[number].get_textpage().get_text_range().splitlines()
    ]
    assert any(line.endswith("until") for line in lines)
    assert not any(line.endswith((" November", "November 23,", " 18", "§")) for line in lines)


def test_of_two_tables_as_short_the_one_with_fewer_parted_cells_is_set():
    demanded = (
        "Name, postal addresses and telephone numbers of the holder, and the dates of opening and last use",
        "Orders, returns and refunds, with the goods, dates, amounts and ship-to addresses",
        "Messages between the account and the company’s customer service, and recordings of their calls",
    )
    rows = [("Item", "Demanded", "Answer", "Period", "Ground")] + [
        ("1", each, "Produced", "Jun 1, 2026 – Aug 25, 2026", "18 U.S.C. § 2703(a), (c)(1)(A)")
        for each in demanded
    ]
    widths = column_widths([tuple((Run(cell),) for cell in row) for row in rows], 468)
    assert sum(widths) == pytest.approx(468)
    second_line = width("§ 2703(a), (c)(1)(A)", style("cell").fontSize)
    assert widths[-1] - 2 * PAD >= second_line, "the section is parted once, not twice"


def test_a_row_taller_than_a_page_is_parted():
    fields = replace(FIELDS, items=(replace(FIELDS.items[0], demanded="word " * 2500),))
    pages = words_in(letter_pdf(compose(LetterKind.PARTIAL, fields).markdown, fields))
    assert " ".join(pages).count("word") >= 2500


def test_a_signature_never_stands_alone_on_its_page():
    for lines in range(10, 50):
        markdown = (
            "# S\n\n" + "A line.\n\n" * lines + "The last words.\n\nSincerely,\n\nInes Albrecht\n"
        )
        pages = words_in(letter_pdf(markdown, FIELDS))
        page = next(text for text in pages if "Sincerely," in text)
        assert "The last words." in page
        assert "Ines Albrecht" in page


def _picture(form, size=(120, 60)):
    out = io.BytesIO()
    Image.new("RGB", size, (31, 95, 166)).save(out, form)
    return out.getvalue()


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_logo_stands_in_the_letterhead(form):
    fields = replace(FIELDS, letterhead=replace(LETTERHEAD, logo=_picture(form)))
    pdf = letter_pdf("# S\n\nWords.", fields)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert len(document.pages[0].get_images()) == 1
    assert pdf == letter_pdf("# S\n\nWords.", fields)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        b"%PDF-1.7",
        _picture("GIF"),
        _picture("PNG")[:60],
        _picture("JPEG")[:200],
    ],
)
def test_a_logo_that_is_no_picture_is_one_clear_message(data):
    fields = replace(FIELDS, letterhead=replace(LETTERHEAD, logo=data))
    with pytest.raises(UserFacingError, match="The logo is no PNG or JPEG picture"):
        letter_pdf("# S\n\nWords.", fields)


def test_a_logo_that_unpacks_to_a_bomb_is_refused():
    fields = replace(FIELDS, letterhead=replace(LETTERHEAD, logo=_picture("PNG", (9000, 9000))))
    with pytest.raises(UserFacingError, match="40 million"):
        letter_pdf("# S\n\nWords.", fields)


def test_the_reviewers_own_words_are_tinted_in_the_preview_alone():
    markdown = "# S\n\nTheirs. Mine."
    at = markdown.index("Mine.")
    plain_bytes = letter_pdf(markdown, FIELDS)
    tinted = letter_pdf(markdown, FIELDS, marked=((at, at + 5),))
    assert tinted != plain_bytes
    assert words_in(tinted) == words_in(plain_bytes)
