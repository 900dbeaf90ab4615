"""Fetches pages and words off the window's thread, one call at a time, what is on the screen first.

The queue is made of wishes that each part of the window replaces as it scrolls, so that a page nobody looks at any
more is never fetched, and closing cancels everything but the one call that is under way.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from lerdesk.desk.pages import PageWords, RenderedPage
from lerdesk.ui.pages.values import PageSource

if TYPE_CHECKING:
    from lerdesk.ui.jobs import JobRunner

#: memory for page images, in bytes; at 1600 × 1000 about twenty pages
ROOM = 96 << 20


@dataclass(frozen=True)
class Picture:
    """Wish for a page's pixels at ``scale`` pixels a point."""

    paper: int
    page: int
    scale: float
    rotation: int


@dataclass(frozen=True)
class Text:
    """Wish for a page's words."""

    paper: int
    page: int


class Shown:
    """A page's pixels, whole and dimmed. The bytes are kept as long as the image looks into them."""

    def __init__(self, rendered: RenderedPage) -> None:
        self._data = rendered.data
        self.plain = QImage(
            self._data,
            rendered.width,
            rendered.height,
            rendered.stride,
            QImage.Format.Format_RGB32,
        )
        self.dimmed: QImage | None = None


class PageFeed(QObject):
    """Fetches for one set of documents.

    Args:
        source: where pages come from.
        jobs: runs the calls.
        parent: owns it.
    """

    picture_ready = Signal(int, int)
    words_ready = Signal(int, int)
    failed = Signal(int, int, str)

    def __init__(self, source: PageSource, jobs: "JobRunner", parent: QObject) -> None:
        super().__init__(parent)
        self._source = source
        self._jobs = jobs
        self._pictures: OrderedDict[Picture, Shown] = OrderedDict()
        self._thumbs: dict[Picture, Shown] = {}
        self._words: dict[tuple[int, int], PageWords] = {}
        self._refused: dict[Picture | Text, str] = {}
        self._wishes: dict[str, tuple[Picture | Text, ...]] = {}
        self._under_way: Picture | Text | None = None
        self._held = 0
        self._closed = False

    def wish(self, who: str, wishes: Iterable[Picture | Text]) -> None:
        """Replace what ``who`` waits for; "view" goes before "near", that before "thumbs" and "find"."""
        self._wishes[who] = tuple(wishes)
        self._next()

    def put(self, wish: Picture, rendered: RenderedPage) -> None:
        """Take a page that is here already, so that it is shown without waiting."""
        self._keep(wish, Shown(rendered))

    def picture(self, wish: Picture) -> Shown | None:
        """The page in just this size, if it is here."""
        found = self._thumbs.get(wish) or self._pictures.get(wish)
        if found is not None and wish in self._pictures:
            self._pictures.move_to_end(wish)
        return found

    def stand_in(self, wish: Picture) -> Shown | None:
        """The page in another size, to be shown stretched until the right one is here."""
        for key in reversed(self._pictures):
            if (key.paper, key.page, key.rotation) == (wish.paper, wish.page, wish.rotation):
                return self._pictures[key]
        for small, shown in self._thumbs.items():
            if (small.paper, small.page, small.rotation) == (
                wish.paper,
                wish.page,
                wish.rotation,
            ):
                return shown
        return None

    def words(self, paper: int, page: int) -> PageWords | None:
        """The page's words, if they are here."""
        return self._words.get((paper, page))

    def refusal(self, wish: Picture | Text) -> str | None:
        """Why this wish cannot be met."""
        return self._refused.get(wish)

    def forget(self) -> None:
        """Drop every wish; what is here stays."""
        self._wishes.clear()

    def close(self) -> None:
        """Cancel what waits and let the source go."""
        self._closed = True
        self.forget()
        if self._under_way is None:
            self._let_go()

    def _let_go(self) -> None:
        self._jobs.work(self._source.close, self)

    def _next(self) -> None:
        if self._under_way is not None or self._closed:
            return
        for who in ("view", "near", "thumbs", "find"):
            for wish in self._wishes.get(who, ()):
                if not self._met(wish):
                    self._ask(wish, thumb=who == "thumbs")
                    return

    def _met(self, wish: Picture | Text) -> bool:
        if wish in self._refused:
            return True
        if isinstance(wish, Text):
            return (wish.paper, wish.page) in self._words
        return wish in self._pictures or wish in self._thumbs

    def _ask(self, wish: Picture | Text, *, thumb: bool) -> None:
        self._under_way = wish
        source = self._source
        work: Callable[[], RenderedPage | PageWords]
        if isinstance(wish, Text):
            asked = wish
            work = lambda: source.words(asked.paper, asked.page)  # noqa: E731  one of two calls
        else:
            picture = wish
            work = lambda: source.render(  # noqa: E731
                picture.paper, picture.page, picture.scale, picture.rotation
            )
        self._jobs.work(
            work,
            self,
            lambda result: self._take(wish, result, thumb=thumb),
            lambda error: self._refuse(wish, str(error)),
        )

    def _take(self, wish: Picture | Text, result: object, *, thumb: bool) -> None:
        self._under_way = None
        if isinstance(result, PageWords):
            self._words[wish.paper, wish.page] = result
            self.words_ready.emit(wish.paper, wish.page)
        elif isinstance(result, RenderedPage) and isinstance(wish, Picture):
            shown = Shown(result)
            if thumb:
                self._thumbs[wish] = shown
            else:
                self._keep(wish, shown)
            self.picture_ready.emit(wish.paper, wish.page)
        self._after()

    def _keep(self, wish: Picture, shown: Shown) -> None:
        self._pictures[wish] = shown
        self._held += 2 * shown.plain.sizeInBytes()
        while self._held > ROOM and len(self._pictures) > 3:
            _, gone = self._pictures.popitem(last=False)
            self._held -= 2 * gone.plain.sizeInBytes()

    def _refuse(self, wish: Picture | Text, words: str) -> None:
        self._under_way = None
        self._refused[wish] = words
        self.failed.emit(wish.paper, wish.page, words)
        self._after()

    def _after(self) -> None:
        if self._closed:
            self._let_go()
        else:
            self._next()
