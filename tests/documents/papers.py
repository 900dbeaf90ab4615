"""Small PDFs made for tests: served papers and files that break their reader."""

import io
from collections.abc import Sequence

from reportlab.lib.pagesizes import letter
from reportlab.pdfgen import canvas


def pdf(
    pages: Sequence[Sequence[tuple[float, float, str]]], *, size: tuple[float, float] = letter
) -> bytes:
    """A PDF whose pages hold words at (x from the left, y from the top)."""
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=size, invariant=1)
    for page in pages:
        sheet.setFont("Helvetica", 10)
        for x, y, words in page:
            sheet.drawString(x, size[1] - y, words)
        sheet.showPage()
    sheet.save()
    return out.getvalue()


def lines(
    *texts: str, top: float = 60, left: float = 72, step: float = 14
) -> list[tuple[float, float, str]]:
    """Texts one under the other."""
    return [(left, top + step * number, text) for number, text in enumerate(texts) if text]


def raw(body: bytes, *extra: bytes, box: bytes = b"[0 0 612 792]") -> bytes:
    """A PDF of one page written by hand: ``body`` is its content, ``extra`` goes into the catalogue."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R " + b" ".join(extra) + b" >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox " + box + b" /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n" % len(body) + body + b"\nendstream",
    ]
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    return bytes(out)
