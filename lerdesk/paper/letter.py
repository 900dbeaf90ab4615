"""A letter as PDF."""

from typing import Literal

from lerdesk.domain.letter import LetterFields


def letter_pdf(
    markdown: str,
    fields: LetterFields,
    *,
    page: Literal["letter", "a4"] = "letter",
    language: str = "en",
    number: str | None = None,
    sample: bool = False,
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
        marked: ranges of ``markdown`` tinted as the reviewer's own (for the preview alone).

    Raises:
        UserFacingError: a character that no face has, named with its place; a logo that is no image.
    """
    raise NotImplementedError
