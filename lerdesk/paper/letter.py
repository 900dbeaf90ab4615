"""A letter as PDF."""

from threading import Lock
from typing import TYPE_CHECKING, Any

from lerdesk.domain.letter import LetterFields
from lerdesk.letters.blocks import Heading, plain
from lerdesk.letters.parse import parse
from lerdesk.letters.words import Words, words_of
from lerdesk.paper.flow import Signing, flow
from lerdesk.paper.fonts import width
from lerdesk.paper.frame import Pages, place
from lerdesk.paper.markup import plain_paragraph
from lerdesk.paper.sheet import Page, Sheet, sheet
from lerdesk.paper.style import LINE, QUIET, style

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Flowable

# ReportLab keeps the faces' subsets in the faces themselves: one paper at a time.
SETTING = Lock()
_LABEL = 64.0  # width of the reference block's labels
_CLOSER, _CLOSEST = 0.75, 0.5  # of the space between paragraphs and rows, where that saves a page
_FEW = 60  # blocks; a longer letter has its pages anyway
_RISE = 20.0  # by which the words of US Letter may begin higher, where that saves a page


def letter_pdf(
    markdown: str,
    fields: LetterFields,
    *,
    page: Page = "letter",
    language: str = "en",
    number: str | None = None,
    sample: bool = False,
    template: str = "",
    marked: tuple[tuple[int, int], ...] = (),
) -> bytes:
    """Set a letter. The same input gives the same bytes.

    Args:
        markdown: the letter's words.
        fields: letterhead, recipient, references, date.
        page: US Letter with a #10 envelope's window, or A4 with that of DIN 5008.
        language: of the words on the frame, and the PDF's.
        number: an issued letter's number; None marks every page as a draft.
        sample: "Sample" stands in the footer.
        template: the draft's template and version, for the footer.
        marked: ranges of ``markdown`` tinted as the reviewer's own (for the preview alone).

    Raises:
        UserFacingError: a character that no face has, named with its place; a logo that is no image.
    """
    words, places = words_of(language), sheet(page)
    blocks = parse(markdown, marked)
    subject = next((plain(block.runs) for block in blocks if isinstance(block, Heading)), "")
    initials = "".join(part[0] for part in fields.reviewer.split() if part[0].isalpha())
    codes = (number or "", fields.our_reference, initials, template)
    with SETTING:
        around = _FirstPage(fields, places, words)
        pages = Pages(
            sheet=places,
            letterhead=fields.letterhead,
            words=words,
            title=subject,
            language=language,
            dated=(fields.dated.year, fields.dated.month, fields.dated.day),
            codes=" · ".join(code for code in codes if code),
            draft=number is None,
            sample=sample,
            first=around.draw,
            later=(
                fields.letterhead.company,
                f"{fields.our_reference} · {words.day(fields.dated)}",
            ),
        )
        frame = words.frame
        signing = Signing(tuple(frame["closings"]), frame["signature"])
        return _fewest_pages(
            lambda close: pages.counted(
                flow(blocks, places.measure, signing, close), around.body_at(close)
            ),
            few=len(blocks) <= _FEW,
        )


def _fewest_pages(made: "Callable[[float], tuple[bytes, int]]", *, few: bool) -> bytes:
    """As airy as it may be without a page more: a second page that holds little but the name is a page too many."""
    pdf, pages = made(1.0)
    if pages == 1 or not few:
        return pdf
    closest, fewer = made(_CLOSEST)
    if fewer >= pages:
        return pdf
    between, also = made(_CLOSER)
    return between if also == fewer else closest


class _FirstPage:
    """Address, reference block and fold marks; ``body_at`` is where the words may begin."""

    def __init__(self, fields: LetterFields, places: Sheet, words: Words) -> None:
        self._places = places
        head = fields.letterhead
        self._sender = plain_paragraph(
            " · ".join((head.company, *head.lines)),
            style("foot", ink=QUIET, size=6.5),
            where="the sender's address",
        )
        self._address = _smaller_until_it_fits(
            fields.recipient.lines, places.address_width, places.address_end - places.address
        )
        labels = words.frame
        wide = places.reference_end - places.reference - _LABEL
        self._references = [
            (plain_paragraph(label, style("small", ink=QUIET)), _in_width(value, wide, label))
            for label, value in (
                (labels["our_reference"], fields.our_reference),
                (labels["your_reference"], fields.their_reference),
                (labels["date"], words.day(fields.dated)),
                (labels["telephone"], head.telephone),
                (labels["email"], head.email),
            )
            if value
        ]
        end = places.address + sum(
            part.wrap(places.address_width, 10_000)[1] for part in self._address
        )
        references = places.reference_top + sum(
            max(label.wrap(_LABEL, 10_000)[1], value.wrap(wide, 10_000)[1]) + 1
            for label, value in self._references
        )
        self._least = max(end, references) + 28

    def body_at(self, close: float) -> float:
        """Where the words begin; A4 keeps to DIN 5008."""
        rise = _RISE if close < 1 and self._places.width == sheet("letter").width else 0.0
        return float(max(self._places.body - rise, self._least))

    def draw(self, canvas: "Canvas") -> None:
        from reportlab.lib.colors import HexColor

        places = self._places
        _, high = self._sender.wrap(places.address_width, 10_000)
        place(canvas, self._sender, places, places.left, places.sender - high, places.address_width)
        canvas.setStrokeColor(HexColor(LINE))
        canvas.setLineWidth(0.4)
        rule = places.height - places.sender - 1.5
        canvas.line(places.left, rule, places.left + places.address_width, rule)
        at = places.address
        for part in self._address:
            at += place(canvas, part, places, places.left, at, places.address_width)
        at = places.reference_top
        wide = places.reference_end - places.reference - _LABEL
        for label, value in self._references:
            first = place(canvas, label, places, places.reference, at, _LABEL)
            second = place(canvas, value, places, places.reference + _LABEL, at, wide)
            at += max(first, second) + 1
        for top, length in places.marks:
            canvas.line(14, places.height - top, 14 + length, places.height - top)


def _in_width(value: str, wide: float, label: str) -> "Flowable":
    """A reference's value, smaller where its longest word would break."""
    longest = max(value.split(), key=len, default="")
    fits = (size for size in (8, 7.5, 7, 6.5) if width(longest, size) <= wide)
    return plain_paragraph(value, style("small", size=next(fits, 6.5)), where=label.lower())


def _smaller_until_it_fits(lines: tuple[str, ...], wide: float, high: float) -> list[Any]:
    """Address lines as large as the window allows; what fits in none runs on below it and is still whole."""
    parts: list[Any] = []
    for size in (9.5, 9, 8.5, 8, 7.5, 7):
        measures = style("address", size=size)
        parts = [
            plain_paragraph(text, measures, where="the address") for text in lines if text.strip()
        ]
        if sum(part.wrap(wide, 10_000)[1] for part in parts) <= high:
            break
    return parts
