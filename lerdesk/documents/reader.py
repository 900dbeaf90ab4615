"""Reads served files in confined processes. Thread-safe; called from worker threads, never from Qt."""

import hashlib
import threading
import weakref
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self, cast

from lerdesk.base.errors import UserFacingError
from lerdesk.documents import confinement, limits
from lerdesk.documents.coding import facts_from_meta, page_from_meta, page_to_meta
from lerdesk.documents.frames import BrokenFrame, Frame, Kind
from lerdesk.documents.kinds import media_type
from lerdesk.documents.process import Declined, Died, ReaderProcess
from lerdesk.documents.reading import (
    PageSummary,
    PageWords,
    ReadError,
    Reading,
    ReadWarning,
    RenderedPage,
)
from lerdesk.domain.fact import Fact, JsonValue
from lerdesk.intake.proposed import ProposedDemand

Progress = Callable[[int, int], None]
OnPage = Callable[[PageWords], None]
IsCancelled = Callable[[], bool]

_PDF = "application/pdf"
_ERRORS = {
    "unreadable": "This file cannot be read: it is damaged, empty or not what its name says.",
    "encrypted": "This PDF is locked with a password. Ask the sender for one that opens.",
    "too_large": (
        f"This file is too large: at most {limits.FILE_BYTES // 1024 // 1024} MB "
        f"and {limits.PAGES:,} pages are read."
    ),
    "too_slow": "Reading this file took too long and was stopped.",
    "unsupported": "Files of this kind are not read yet. Only PDF files are.",
    "missing": "There is no such file, or it may not be opened.",
}
_DISTRUST = {
    "empty": "Page {0} has no text that can be read. It is shown and worked by hand.",
    "stamp": "Page {0} is a picture; its only text is a stamp. It is shown and worked by hand.",
    "garbage": "The text behind page {0} is not what the page shows. It is worked by hand.",
}


def failed(
    name: str, code: str, digest: str = "", kind: str = "application/octet-stream"
) -> Reading:
    """A reading that says why there is none."""
    return Reading(name, digest, kind, error=ReadError(code, _ERRORS[code]))


class DocumentFailed(UserFacingError):
    """A document that cannot be opened or shown. ``code`` is one of the reading's error codes."""

    def __init__(self, code: str) -> None:
        super().__init__(_ERRORS[code])
        self.code = code


class OpenDocument:
    """A PDF in a process of its own, for showing. Use as a context; thread-safe.

    A process that dies over a page is replaced, three times at most.
    """

    def __init__(self, data: bytes, *, cancelled: IsCancelled | None = None) -> None:
        self._data = data
        self._lock = threading.RLock()
        self._process: ReaderProcess | None = None
        self._deaths = 0
        self._cancelled = cancelled
        self.sizes: tuple[tuple[float, float], ...] = ()
        with self._lock:
            self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def page_count(self) -> int:
        """How many pages it has."""
        return len(self.sizes)

    @property
    def process_id(self) -> int | None:
        """Of the process that holds it, for those who watch."""
        return self._process.process_id if self._process else None

    def render(self, page: int, scale: float, rotation: int = 0) -> RenderedPage:
        """Page ``page`` (from 1) as pixels, ``scale`` pixels a point, turned clockwise by ``rotation``.

        Raises:
            DocumentFailed: the page takes too long or ends its reader.
        """
        answer = self.ask(Kind.RENDER, {"page": page, "scale": scale, "rotation": rotation % 360})
        width, height, stride = (
            int(cast("int", answer.meta[key])) for key in ("width", "height", "stride")
        )
        if min(width, height) < 1 or stride < width * 4 or len(answer.body) < stride * height:
            raise DocumentFailed("unreadable")
        return RenderedPage(width, height, stride, answer.body)

    def words(self, page: int) -> PageWords:
        """The words of page ``page`` (from 1); none where its text layer is not trusted.

        Raises:
            DocumentFailed: the page takes too long or ends its reader.
        """
        try:
            return page_from_meta(self.ask(Kind.WORDS, {"page": page}).meta)
        except BrokenFrame as error:
            raise DocumentFailed("unreadable") from error

    def ask(self, kind: Kind, meta: dict[str, JsonValue], seconds: float | None = None) -> Frame:
        """Ask the process, starting it anew where an earlier question ended it.

        Raises:
            Cancelled: a person stopped it.
            DocumentFailed: no answer; ``code`` says why.
        """
        with self._lock:
            process = self._process or self._start()
            try:
                return process.ask(
                    kind,
                    meta,
                    seconds=seconds or limits.PAGE_SECONDS,
                    cancelled=self._cancelled,
                )
            except Died as death:
                self._process = None
                self._deaths += 1
                raise DocumentFailed("too_slow" if death.too_slow else "unreadable") from death
            except Declined as refusal:
                raise DocumentFailed(_known(refusal.code)) from refusal

    @property
    def deaths(self) -> int:
        """How many of its processes it has ended."""
        return self._deaths

    @property
    def given_up(self) -> bool:
        """It ended its process as often as is allowed."""
        return self._deaths >= limits.DEATHS

    def close(self) -> None:
        """End the process."""
        with self._lock:
            if self._process is not None:
                self._process.end()
                self._process = None

    def _start(self) -> ReaderProcess:
        if self.given_up:
            raise DocumentFailed("unreadable")
        process = None
        try:
            process = ReaderProcess()
            answer = process.ask(Kind.OPEN, {}, self._data, cancelled=self._cancelled)
        except Died as death:
            self._deaths += 1
            raise DocumentFailed("too_slow" if death.too_slow else "unreadable") from death
        except Declined as refusal:
            if process is not None:
                process.end()
            raise DocumentFailed(_known(refusal.code)) from refusal
        sizes = cast("list[list[float]]", answer.meta["sizes"])
        self.sizes = tuple((float(size[0]), float(size[1])) for size in sizes[: limits.PAGES])
        self._process = process
        return process


class Reader:
    """Reads and opens served files."""

    def __init__(self) -> None:
        self._shown: weakref.WeakSet[OpenDocument] = weakref.WeakSet()

    @property
    def isolation(self) -> str:
        """``full`` (no network, nothing of the disk) or ``reduced`` (bounded memory and time)."""
        return confinement.isolation()

    def open(self, data: bytes) -> OpenDocument:
        """Open a PDF for showing, in a process of its own.

        Raises:
            DocumentFailed: it cannot be opened.
        """
        if len(data) > limits.FILE_BYTES:
            raise DocumentFailed("too_large")
        if media_type("", data) != _PDF:
            raise DocumentFailed("unsupported")
        document = OpenDocument(data)
        self._shown.add(document)
        return document

    def close(self) -> None:
        """End the processes of documents that are still open; the reader can be used again."""
        for document in tuple(self._shown):
            document.close()

    def read_path(
        self,
        path: Path,
        *,
        progress: Progress | None = None,
        cancelled: IsCancelled | None = None,
        on_page: OnPage | None = None,
    ) -> Reading:
        """Read the file at ``path``; its size is asked before its bytes are taken.

        Raises:
            Cancelled: ``cancelled`` said so.
        """
        try:
            if not path.is_file():
                return failed(path.name, "missing")
            if path.stat().st_size > limits.FILE_BYTES:
                return failed(path.name, "too_large")
            with path.open("rb") as source:
                data = source.read(limits.FILE_BYTES + 1)
        except OSError:
            return failed(path.name, "missing")
        return self.read(path.name, data, progress=progress, cancelled=cancelled, on_page=on_page)

    def read(
        self,
        name: str,
        data: bytes,
        *,
        progress: Progress | None = None,
        cancelled: IsCancelled | None = None,
        on_page: OnPage | None = None,
    ) -> Reading:
        """Read one served file: its words, its facts, its warnings.

        Args:
            name: the file's name, for the answer.
            data: its bytes.
            progress: told (pages done, pages in all).
            cancelled: asked twenty times a second whether to stop.
            on_page: given each page's words as soon as they are there.

        Raises:
            Cancelled: ``cancelled`` said so.
        """
        if len(data) > limits.FILE_BYTES:
            return failed(name, "too_large")
        digest, kind = hashlib.sha256(data).hexdigest(), media_type(name, data)
        if not data or (kind != _PDF and name.lower().endswith(".pdf")):
            return failed(name, "unreadable", digest, kind)
        if kind != _PDF:
            return failed(name, "unsupported", digest, kind)
        try:
            with OpenDocument(data, cancelled=cancelled) as document:
                return _Pass(document, progress, on_page).run(name, digest)
        except DocumentFailed as failure:
            return failed(name, failure.code, digest, kind)


class _Pass:
    """One way through a file, page by page."""

    def __init__(
        self, document: OpenDocument, progress: Progress | None, on_page: OnPage | None
    ) -> None:
        self._document = document
        self._progress = progress
        self._on_page = on_page
        self._warnings: list[ReadWarning] = []
        # by page: how many processes had ended when it was read
        self._read_after: dict[int, int] = {}

    def run(self, name: str, digest: str) -> Reading:
        """Everything that the file gives."""
        summaries, words = [], []
        count = self._document.page_count
        for number in range(1, count + 1):
            page = self._page(number)
            source = "layer" if page.words else "none"
            summaries.append(PageSummary(number, page.width, page.height, len(page.words), source))
            words.append(page)
            if self._on_page is not None:
                self._on_page(page)
            if self._progress is not None:
                self._progress(number, count)
        attachments = self._inspect()
        facts, demands = self._facts(words)
        return Reading(
            name,
            digest,
            _PDF,
            tuple(summaries),
            tuple(words),
            facts,
            tuple(self._warnings),
            attachments,
            None,
            demands,
        )

    def _page(self, number: int) -> PageWords:
        try:
            answer = self._document.ask(Kind.WORDS, {"page": number, "keep": True})
            page = page_from_meta(answer.meta)
            self._read_after[number] = self._document.deaths
        except (DocumentFailed, BrokenFrame) as failure:
            if self._document.given_up:
                raise (
                    failure if isinstance(failure, DocumentFailed) else DocumentFailed("unreadable")
                ) from failure
            self._warn("page_unreadable", f"Page {number} cannot be read. The others were.")
            return PageWords(number, *self._document.sizes[number - 1])
        why = answer.meta.get("distrust")
        if isinstance(why, str) and why in _DISTRUST:
            self._warn(
                f"text_{why}" if why != "empty" else "no_text", _DISTRUST[why].format(number)
            )
        if answer.meta.get("cut") is True:
            self._warn("page_cut", f"Page {number} holds more words than are read.")
        return page

    def _inspect(self) -> tuple[Reading, ...]:
        try:
            meta = self._document.ask(Kind.INSPECT, {}).meta
        except DocumentFailed:
            self._warn("not_inspected", "What the file carries besides its pages is not known.")
            return ()
        for code, text in cast("list[list[str]]", meta["warnings"]):
            self._warn(str(code), str(text))
        return tuple(
            failed(str(name), "unsupported", str(digest), str(kind))
            for name, digest, kind in cast("list[list[str]]", meta["attachments"])
        )

    def _facts(self, words: list[PageWords]) -> tuple[tuple[Fact, ...], tuple[ProposedDemand, ...]]:
        pages: list[JsonValue] = []
        total = 0
        for page in words:
            total += len(page.words)
            if total > limits.FACT_WORDS:
                self._warn("facts_cut", f"Facts were looked for up to page {page.number - 1}.")
                break
            if page.words:
                # the process that read the page still holds it; another is given it
                held = self._read_after.get(page.number) == self._document.deaths
                pages.append(page.number if held else page_to_meta(page))
        if not pages:
            return (), ()
        try:
            meta = self._document.ask(Kind.FACTS, {"pages": pages}, limits.FACT_SECONDS).meta
            return facts_from_meta(meta)
        except (DocumentFailed, BrokenFrame):
            self._warn("no_facts", "No facts could be taken from the words. Enter them by hand.")
            return (), ()

    def _warn(self, code: str, text: str) -> None:
        self._warnings.append(ReadWarning(code, text))


def _known(code: str) -> str:
    return code if code in _ERRORS else "unreadable"
