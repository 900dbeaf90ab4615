"""Finding words in all pages of the documents, while the pages are still being read."""

from PySide6.QtCore import QObject, Signal

from lerdesk.ui.pages.feed import PageFeed, Text
from lerdesk.ui.pages.selection import finds, line_boxes
from lerdesk.ui.pages.values import Mark


class Finder(QObject):
    """Keeps what was sought and where it stands.

    Signals:
        changed: more was found, or another find became the current one.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._feed: PageFeed | None = None
        self._order: tuple[tuple[int, int], ...] = ()
        self._sought = ""
        self._found: dict[tuple[int, int], tuple[tuple[int, int], ...]] = {}
        self._at: tuple[int, int, int] | None = None

    def set_pages(self, pages: tuple[tuple[int, int, float, float], ...], feed: PageFeed) -> None:
        """Look in these."""
        if self._feed is not None:
            self._feed.words_ready.disconnect(self._on_words)
        self._feed = feed
        self._order = tuple((paper, page) for paper, page, _, _ in pages)
        feed.words_ready.connect(self._on_words)
        self.seek("")

    def seek(self, sought: str) -> None:
        """Look for these words from now on; empty ones find nothing."""
        self._sought = sought.strip()
        self._found = {}
        self._at = None
        if self._feed is None:
            return
        if not self._sought:
            self._feed.wish("find", ())
        else:
            self._feed.wish("find", [Text(paper, page) for paper, page in self._order])
            for paper, page in self._order:
                self._look_in(paper, page)
        self.changed.emit()

    @property
    def waiting(self) -> int:
        """Pages that were not looked into yet."""
        return len(self._order) - len(self._found) if self._sought else 0

    @property
    def count(self) -> int:
        """Places found so far."""
        return sum(len(found) for found in self._found.values())

    @property
    def place(self) -> int:
        """Which one is current, from 1; 0 for none."""
        if self._at is None:
            return 0
        before = 0
        for key in self._order:
            if key == self._at[:2]:
                return before + self._at[2] + 1
            before += len(self._found.get(key, ()))
        return 0

    @property
    def current(self) -> tuple[int, int, int, int] | None:
        """Paper, page, first and last word of the current find."""
        if self._at is None:
            return None
        paper, page, number = self._at
        return paper, page, *self._found[paper, page][number]

    def step(self, step: int, here: tuple[int, int]) -> None:
        """The next find, or the previous; the first one at or after the page that is shown."""
        flat = [
            (paper, page, number)
            for paper, page in self._order
            for number in range(len(self._found.get((paper, page), ())))
        ]
        if not flat:
            return
        if self._at in flat:
            self._at = flat[(flat.index(self._at) + step) % len(flat)]
        else:
            places = {key: place for place, key in enumerate(self._order)}
            from_here = places.get(here, 0)
            later = [find for find in flat if places[find[:2]] >= from_here]
            self._at = later[0] if later else flat[0]
        self.changed.emit()

    def marks(self) -> tuple[Mark, ...]:
        """Every find as a mark."""
        made = []
        for (paper, page), found in self._found.items():
            words = self._feed.words(paper, page) if self._feed is not None else None
            if words is None:
                continue
            for first, last in found:
                boxes = tuple(line_boxes(words.words[first : last + 1]))
                made.append(Mark("find", paper, page, boxes))
        return tuple(made)

    def _on_words(self, paper: int, page: int) -> None:
        if self._sought and self._look_in(paper, page):
            self.changed.emit()

    def _look_in(self, paper: int, page: int) -> bool:
        words = self._feed.words(paper, page) if self._feed is not None else None
        if words is None:
            return False
        self._found[paper, page] = tuple(finds(words, self._sought))
        return True
