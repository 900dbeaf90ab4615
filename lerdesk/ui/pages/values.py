"""What the page view is given and what it tells: frozen values."""

from dataclasses import dataclass
from typing import Protocol

from lerdesk.desk.pages import PageWords, RenderedPage
from lerdesk.domain.fact import Box

#: width and height in points of a page whose file could not be read
LETTER = (612.0, 792.0)


@dataclass(frozen=True)
class Paper:
    """One document of the column.

    Attributes:
        key: what tells it apart, such as the document's id in the store.
        sizes: width and height of each page in points, as shown.
        error: in words, why it has no pages to show.
    """

    key: int
    title: str
    sizes: tuple[tuple[float, float], ...]
    error: str | None = None


@dataclass(frozen=True)
class Mark:
    """A place on a page that shows something.

    Attributes:
        id: what it shows, such as ``fact:12``; several marks may share one.
        paper: the document's key.
        page: number from 1 within that document.
        boxes: PDF points from the top left of the page as shown.
        words: what it marks, for a tooltip and a screen reader.
    """

    id: str
    paper: int
    page: int
    boxes: tuple[Box, ...]
    words: str = ""


@dataclass(frozen=True)
class Selected:
    """Words selected on one page, in reading order.

    Attributes:
        boxes: one a line.
    """

    paper: int
    page: int
    words: str
    boxes: tuple[Box, ...]


class PageSource(Protocol):
    """Where pages come from; asked one call at a time, never on the window's thread."""

    def render(self, paper: int, page: int, scale: float, rotation: int) -> RenderedPage:
        """The page at ``scale`` pixels a point, turned by ``rotation`` degrees clockwise."""

    def words(self, paper: int, page: int) -> PageWords:
        """The page's words with their boxes."""

    def close(self) -> None:
        """Let go of what is open; later calls open it anew."""
