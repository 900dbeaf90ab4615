"""A page's words and where they stand: what reading starts from."""

from dataclasses import dataclass

from lerdesk.domain.fact import Box


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a page.

    Attributes:
        text: the characters as printed; never empty.
        box: PDF points from the top left of the page as shown: left, top, right, bottom.
        line: number of the line that it stands on, from 0, in reading order.
    """

    text: str
    box: Box
    line: int


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of one page, in reading order.

    Attributes:
        number: page number from 1.
        width: points, as shown (after rotation).
        height: points, as shown.
        words: in reading order, line by line.
        struck: places of lines drawn through text (left, top, right, bottom).
        ticked: places of marks drawn inside a check box.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    struck: tuple[Box, ...] = ()
    ticked: tuple[Box, ...] = ()

    @property
    def text(self) -> str:
        """The page's words as lines."""
        lines: dict[int, list[str]] = {}
        for word in self.words:
            lines.setdefault(word.line, []).append(word.text)
        return "\n".join(" ".join(words) for words in lines.values())
