"""First pages of served papers as small pictures: rendered by the confined reader, kept in memory alone."""

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from lerdesk.ui.jobs import JobRunner

if TYPE_CHECKING:
    from lerdesk.desk.pages import RenderedPage
    from lerdesk.desk.session import Desk

_KEPT = 60
_SCALE = 0.45


class FirstPages(QObject):
    """Asks for a document's first page; ``came`` tells it. A page that cannot be shown stays an empty paper."""

    came = Signal(object)  # int: the document

    def __init__(self, desk: "Desk", jobs: JobRunner, parent: QObject) -> None:
        self._desk, self._jobs = desk, jobs
        self._images: OrderedDict[int, QImage] = OrderedDict()
        super().__init__(parent)

    def image(self, document_id: int) -> QImage | None:
        """The page, or None and ``came`` later."""
        if (found := self._images.get(document_id)) is not None:
            self._images.move_to_end(document_id)
            return found
        desk = self._desk

        def render() -> tuple[int, "RenderedPage"]:
            from lerdesk.desk.pages import ServedPages

            pages = ServedPages(desk)
            try:
                return document_id, pages.render(document_id, 1, _SCALE, 0)
            finally:
                pages.close()

        self._jobs.work(render, self, self._on_page, self._on_none, latest="page")
        return None

    def _on_page(self, page: "tuple[int, RenderedPage]") -> None:
        document_id, pixels = page
        image = QImage(
            pixels.data, pixels.width, pixels.height, pixels.stride, QImage.Format.Format_RGB32
        ).copy()
        self._images[document_id] = image
        while len(self._images) > _KEPT:
            self._images.popitem(last=False)
        self.came.emit(document_id)

    def _on_none(self, _error: object) -> None:
        """The paper stays empty: the review says why."""
