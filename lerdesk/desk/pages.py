"""A request's pages as pixels and words, through the confined reader. Reads only; never on the window's thread."""

from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING

from typing_extensions import override

from lerdesk.base.errors import UserFacingError
from lerdesk.desk.review import document_bytes
from lerdesk.desk.session import Desk
from lerdesk.documents.reading import PageWords, RenderedPage, Word

if TYPE_CHECKING:
    from lerdesk.documents.reader import OpenDocument

__all__ = ["PageWords", "Pages", "RenderedPage", "ServedPages", "Word"]


class Pages:
    """Pages of PDFs given as bytes, such as a letter's draft. One call at a time; the lock sees to it.

    Args:
        desk: whose reader opens them.
        files: bytes by key; empty where they come from elsewhere.
    """

    def __init__(self, desk: Desk, files: dict[int, bytes] | None = None) -> None:
        self._desk = desk
        self._files = files or {}
        self._open: dict[int, OpenDocument] = {}
        self._lock = Lock()

    def sizes(self, paper: int) -> tuple[tuple[float, float], ...]:
        """Width and height of each page, in points as shown.

        Raises:
            UserFacingError: the reader cannot open it.
        """
        with self._lock:
            return self._opened(paper).sizes

    def render(self, paper: int, page: int, scale: float, rotation: int) -> RenderedPage:
        """The page at ``scale`` pixels a point, turned by ``rotation`` degrees clockwise.

        Raises:
            UserFacingError: the reader cannot show it.
        """
        with self._lock:
            return self._opened(paper).render(page, scale, rotation)

    def words(self, paper: int, page: int) -> PageWords:
        """The page's words with their boxes, in points from the top left of the page as shown.

        Raises:
            UserFacingError: the reader cannot read it.
        """
        with self._lock:
            return self._opened(paper).words(page)

    def close(self) -> None:
        """Let the reader's processes go; a later call opens them anew."""
        with self._lock:
            for document in self._open.values():
                with suppress(UserFacingError):
                    document.close()
            self._open.clear()

    def data(self, paper: int) -> bytes:
        """The file itself."""
        return self._files[paper]

    def _opened(self, paper: int) -> "OpenDocument":
        found = self._open.get(paper)
        if found is None:
            found = self._open[paper] = self._desk.reader.open(self.data(paper))
        return found


class ServedPages(Pages):
    """Pages of served documents, by their ids; each is fetched from the store when it is first shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)

    @override
    def data(self, paper: int) -> bytes:
        """The file as served, decrypted in memory alone."""
        return document_bytes(self._desk, paper)
