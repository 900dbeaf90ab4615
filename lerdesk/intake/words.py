"""A page's words and where they stand: what reading starts from."""

from dataclasses import dataclass

from lerdesk.domain.fact import Box


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a page.

    Attributes:
        text: the characters as printed; never empty.
        box: PDF points from the top left of the page as shown: left, top, right, bottom.
        line: number of the line that it stands on, from 0, in the file's own order.
        turned: it does not stand upright on the page (a seal, a note along the margin).
    """

    text: str
    box: Box
    line: int
    turned: bool = False


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of one page, in reading order.

    Attributes:
        number: page number from 1.
        width: points, as shown (after rotation).
        height: points, as shown.
        words: in the file's own order, line by line.
        struck: lines drawn through text or under it (left, top, right, bottom).
        ink: small pictures and curved lines that may be a signature.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    struck: tuple[Box, ...] = ()
    ink: tuple[Box, ...] = ()

    @property
    def text(self) -> str:
        """The page's words as lines."""
        lines: dict[int, list[str]] = {}
        for word in self.words:
            lines.setdefault(word.line, []).append(word.text)
        return "\n".join(" ".join(words) for words in lines.values())
