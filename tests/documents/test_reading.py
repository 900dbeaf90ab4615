"""What the reader gives back from real PDFs."""

import io
import threading

import pikepdf
import pytest
from reportlab.pdfgen import canvas

from lerdesk.base.errors import Cancelled
from lerdesk.documents.reader import DocumentFailed, Reader
from tests.documents.papers import lines, pdf, raw

reader = Reader()


def test_words_come_with_boxes_from_the_top_left():
    reading = reader.read("a.pdf", pdf([[(100, 50, "Warrant"), (300, 700, "Foot")]]))
    first, last = reading.words[0].words
    assert (first.text, last.text) == ("Warrant", "Foot")
    assert abs(first.box[0] - 100) < 2
    assert 35 < first.box[1] < 50 < first.box[3] < 56
    assert 685 < last.box[1] < 700


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_boxes_follow_the_page_as_it_is_shown(turn):
    source = pikepdf.open(io.BytesIO(pdf([[(100, 50, "Warrant")]])))
    source.pages[0].Rotate = turn
    out = io.BytesIO()
    source.save(out)
    data = out.getvalue()
    reading = reader.read("a.pdf", data)
    page, word = reading.words[0], reading.words[0].words[0]
    assert (page.width, page.height) == ((792, 612) if turn != 180 else (612, 792))
    expected = {90: (742, 100), 180: (512, 742), 270: (50, 512)}[turn]
    left, top, right, bottom = word.box
    assert left - 12 <= expected[0] <= right + 12
    assert top - 12 <= expected[1] <= bottom + 12
    # dark pixels stand where the box says
    with reader.open(data) as document:
        shown = document.render(1, 1.0)
    rows = [
        shown.data[y * shown.stride : y * shown.stride + shown.width * 4]
        for y in range(shown.height)
    ]
    dark = [(x, y) for y, row in enumerate(rows) for x in range(shown.width) if row[4 * x] < 100]
    assert dark
    assert all(left - 3 <= x <= right + 3 and top - 3 <= y <= bottom + 3 for x, y in dark)


def test_a_crop_box_moves_the_origin():
    source = pikepdf.open(io.BytesIO(pdf([[(100, 150, "Warrant")]])))
    source.pages[0].cropbox = [50, 100, 562, 742]
    out = io.BytesIO()
    source.save(out)
    reading = reader.read("a.pdf", out.getvalue())
    word = reading.words[0].words[0]
    assert (reading.pages[0].width, reading.pages[0].height) == (512, 642)
    assert abs(word.box[0] - 50) < 2
    assert abs(word.box[3] - 102) < 6


def test_pages_arrive_one_by_one_with_progress():
    seen, steps = [], []
    reader.read(
        "a.pdf",
        pdf([lines(f"page {n}") for n in range(1, 6)]),
        progress=lambda done, of: steps.append((done, of)),
        on_page=lambda page: seen.append(page.number),
    )
    assert seen == [1, 2, 3, 4, 5]
    assert steps == [(n, 5) for n in range(1, 6)]


def test_a_person_can_stop_it():
    stop = threading.Event()
    with pytest.raises(Cancelled):
        reader.read(
            "a.pdf",
            pdf([lines("word") for _ in range(40)]),
            on_page=lambda page: stop.set() if page.number == 3 else None,
            cancelled=stop.is_set,
        )


def test_a_page_can_be_shown_while_the_file_is_read():
    data = pdf([lines(f"page {n}") for n in range(60)])
    shown = []

    def on_page(page):
        if page.number == 1:
            with reader.open(data) as document:
                shown.append(document.render(1, 0.5))

    reading = reader.read("a.pdf", data, on_page=on_page)
    assert len(reading.pages) == 60
    assert shown[0].width == 306
    assert len(shown[0].data) >= shown[0].stride * shown[0].height


def test_a_page_without_text_says_so():
    out = io.BytesIO()
    sheet = canvas.Canvas(out)
    sheet.rect(100, 100, 200, 200, fill=1)
    sheet.save()
    reading = reader.read("a.pdf", out.getvalue())
    assert reading.pages[0].text_source == "none"
    assert "no_text" in {warning.code for warning in reading.warnings}
    assert reading.error is None


def test_scripts_actions_forms_and_files_are_named_and_not_run():
    source = pikepdf.open(io.BytesIO(pdf([lines("hello")])))
    source.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    source.pages[0].AA = pikepdf.Dictionary(
        O=pikepdf.Dictionary(S=pikepdf.Name.Launch, F="calc.exe")
    )
    source.attachments["secret.exe"] = b"MZ"
    out = io.BytesIO()
    source.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    reading = reader.read("a.pdf", out.getvalue())
    assert {"javascript", "launch", "embedded_files"} <= {each.code for each in reading.warnings}
    assert [each.file for each in reading.attachments] == ["secret.exe"]
    assert reading.attachments[0].error is not None


@pytest.mark.parametrize(("owner", "user", "code"), [("o", "", None), ("o", "u", "encrypted")])
def test_a_password_to_open_is_an_error_and_one_to_change_is_not(owner, user, code):
    source = pikepdf.open(io.BytesIO(pdf([lines("hello")])))
    out = io.BytesIO()
    source.save(out, encryption=pikepdf.Encryption(owner=owner, user=user))
    error = reader.read("a.pdf", out.getvalue()).error
    assert (error.code if error else None) == code


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.pdf", b"", "unreadable"),
        ("a.pdf", b"just words", "unreadable"),
        ("a.pdf", b"%PDF-1.7\nnothing else", "unreadable"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "unsupported"),
        ("a.eml", b"From: x@example.com", "unsupported"),
    ],
)
def test_what_cannot_be_read_is_one_clear_error(name, data, code):
    reading = reader.read(name, data)
    assert reading.error is not None
    assert reading.error.code == code
    assert reading.to_json()["error"] == {"code": code, "text": reading.error.text}


def test_a_missing_file_is_told(tmp_path):
    reading = reader.read_path(tmp_path / "nothing.pdf")
    assert reading.error is not None
    assert reading.error.code == "missing"
    assert reading.to_json()["sha256"] is None


def test_typed_fields_and_marked_text_are_read():
    reading = reader.read("a.pdf", raw(b"BT /F1 12 Tf 72 700 Td (Case No. 26-mj-1) Tj ET"))
    assert reading.words[0].text == "Case No. 26-mj-1"


def test_opening_what_is_no_pdf_is_refused():
    with pytest.raises(DocumentFailed):
        reader.open(b"no pdf")
