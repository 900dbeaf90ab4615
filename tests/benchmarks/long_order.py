"""A search warrant of 300 pages, made when it is asked for."""

from io import BytesIO

from reportlab.lib.pagesizes import LETTER
from reportlab.pdfgen.canvas import Canvas

_FIRST = (
    "UNITED STATES DISTRICT COURT",
    "for the Northern District of California",
    "In the Matter of the Search of information associated with the account",
    "long.order@example.com that is stored at premises controlled by Northwind Marketplace, Inc.",
    "Case No. 3:26-mj-70999",
    "SEARCH AND SEIZURE WARRANT",
    "To: Any authorized law enforcement officer",
    "YOU ARE COMMANDED to execute this warrant on or before November 30, 2026.",
    "Date and time issued: November 16, 2026, 10:15 a.m.",
    "Hon. Laurel Aguirre, United States Magistrate Judge",
)
_LINE = (
    "{0}. The transaction of order {1} placed by seller {2} on the platform was shipped to an address in "
    "Oakland"
)


def long_order(pages: int = 300) -> bytes:
    """The PDF, 42 lines a page."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=LETTER, invariant=1)
    for page in range(1, pages + 1):
        canvas.setFont("Times-Roman", 10)
        lines = _FIRST if page == 1 else ()
        for number in range(42):
            words = lines[number] if number < len(lines) else _LINE.format(
                number + 1, 410_000 + page * 50 + number, 77_000 + page
            )  # fmt: skip
            canvas.drawString(72, 730 - number * 15.5, words)
        canvas.drawCentredString(306, 40, f"Page {page} of {pages}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()
