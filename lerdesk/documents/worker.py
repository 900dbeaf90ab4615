"""The reader process. Takes one file's bytes through its standard input and answers questions about it.

It opens no path and no connection: ``main`` shuts it in before anything that parses is imported.
"""

import gc
import os
import sys
from typing import IO, TYPE_CHECKING, cast

from lerdesk.documents import limits
from lerdesk.documents.frames import BrokenFrame, Frame, Kind, read_frame, write_frame

if TYPE_CHECKING:
    from collections.abc import Callable

    from lerdesk.documents.pdf import Pdf
    from lerdesk.domain.fact import JsonValue
    from lerdesk.intake.words import PageWords

    Answer = tuple[dict[str, JsonValue], bytes]


def main() -> None:
    """Run until the input ends. Never returns to anything but the end of the process."""
    # frames go out through a descriptor of their own; whatever prints, prints beside them
    frames_out = os.dup(1)
    os.dup2(2, 1)
    os.environ.clear()
    # words and boxes hold no cycles: looking through a million of them for some is time lost
    gc.set_threshold(50_000)
    limited = _limit()
    with os.fdopen(frames_out, "wb") as out:
        write_frame(out, Frame(Kind.HELLO, 0, {"limited": limited}))
        _serve(sys.stdin.buffer, out)


def _limit() -> bool:
    """Bound memory, time and files; False where the system has no such limits (Windows)."""
    try:
        import resource
    except ImportError:
        return False
    wanted = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: limits.OPEN_FILES,
        resource.RLIMIT_CPU: limits.CPU_SECONDS,
        resource.RLIMIT_AS: limits.ADDRESS_SPACE,
    }
    done = True
    for kind, value in wanted.items():
        try:
            resource.setrlimit(kind, (value, value))
        except (OSError, ValueError):  # macOS refuses some
            done = False
    return done


def _serve(source: IO[bytes], out: IO[bytes]) -> None:
    desk = _Table()
    while True:
        try:
            frame = read_frame(source)
        except BrokenFrame:
            return
        if frame is None:
            return
        try:
            meta, body = desk.answer(frame)
            answer = Frame(Kind.DONE, frame.request, meta, body)
        except MemoryError:
            # what is left of the heap cannot be relied on
            os._exit(3)
        except Exception as error:  # noqa: BLE001  the main loop: one bad file must not end it
            code = getattr(error, "code", "unreadable")
            answer = Frame(
                Kind.FAILED, frame.request, {"code": str(code), "kind": type(error).__name__}
            )
        write_frame(out, answer)


class _Table:
    """The one file that lies open."""

    def __init__(self) -> None:
        self._data = b""
        self._pdf: Pdf | None = None
        self._kept: dict[int, PageWords] = {}
        self._kept_words = 0

    def answer(self, frame: Frame) -> "Answer":
        """The answer to one question."""
        known: dict[Kind, Callable[[Frame], Answer]] = {
            Kind.OPEN: self._open,
            Kind.WORDS: self._words,
            Kind.RENDER: self._render,
            Kind.INSPECT: self._inspect,
            Kind.FACTS: self._facts,
        }
        return known[frame.kind](frame)

    def _open(self, frame: Frame) -> "Answer":
        from lerdesk.documents.pdf import Pdf

        self._data, self._pdf = frame.body, None
        self._kept, self._kept_words = {}, 0
        self._pdf = Pdf(frame.body)
        return {"sizes": [list(size) for size in self._pdf.sizes()]}, b""

    def _words(self, frame: Frame) -> "Answer":
        from lerdesk.documents.coding import page_to_meta
        from lerdesk.documents.trust import distrust
        from lerdesk.intake.words import PageWords

        layer = self._file.layer(_number(frame, "page"))
        why = distrust(layer)
        page = (
            layer.page
            if why is None
            else PageWords(layer.page.number, layer.page.width, layer.page.height)
        )
        if frame.meta.get("keep") is True:
            self._keep(page)
        return {**page_to_meta(page), "distrust": why, "cut": layer.cut}, b""

    def _keep(self, page: "PageWords") -> None:
        """Hold the page for the facts, as far as words are looked at for them."""
        self._kept_words += len(page.words)
        if self._kept_words <= limits.FACT_WORDS:
            self._kept[page.number] = page

    def _render(self, frame: Frame) -> "Answer":
        scale = float(cast("float", frame.meta["scale"]))
        width, height, stride, pixels = self._file.pixels(
            _number(frame, "page"), scale, _number(frame, "rotation")
        )
        return {"width": width, "height": height, "stride": stride}, pixels

    def _inspect(self, _frame: Frame) -> "Answer":
        from lerdesk.documents.inspection import inspect

        warnings, attachments = inspect(self._data, self._file)
        return {
            "warnings": [[each.code, each.text] for each in warnings],
            "attachments": [[each.file, each.sha256, each.media_type] for each in attachments],
        }, b""

    def _facts(self, frame: Frame) -> "Answer":
        from lerdesk.documents.coding import facts_to_meta, page_from_meta
        from lerdesk.intake.read import read_facts

        pages = [
            self._kept[each] if isinstance(each, int) else page_from_meta(each)
            for each in cast("list[JsonValue]", frame.meta["pages"])
        ]
        facts, demands = read_facts(pages)
        return facts_to_meta(facts, demands), b""

    @property
    def _file(self) -> "Pdf":
        if self._pdf is None:
            raise BrokenFrame("no file is open")
        return self._pdf


def _number(frame: Frame, key: str) -> int:
    return int(cast("int", frame.meta[key]))


if __name__ == "__main__":
    main()
