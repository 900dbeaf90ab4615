"""Keeps the reasons that are being typed in the review within a second, and brings them back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from lerdesk.ui.letters.keeping import SAVE_AFTER
from lerdesk.ui.shell.place import Context

if TYPE_CHECKING:
    from lerdesk.ui.review.tabs import ReviewTabs


class HalfTyped(QObject):
    """What stands in the fields of one request's review and is not taken yet."""

    def __init__(self, context: Context, tabs: "ReviewTabs", parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._tabs = context, tabs
        self._request: int | None = None
        self._kept: dict[str, str] = {}
        self._waiting: dict[str, str] = {}
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._timer.timeout.connect(self.flush)
        scope, documents, bar = tabs.scope, tabs.documents, tabs.bar
        editor = scope.table.editor
        if editor is not None:
            reason = editor.reason
            reason.edited.connect(lambda: self._typed(self._item(), reason.text()))
            editor.left.connect(lambda: self._typed(self._item(), ""))
        scope.table.decided.connect(lambda number, *_: self._typed(f"reason:{number}", ""))
        scope.current_changed.connect(lambda _view: self._recall_item())
        ground = documents.conduct.ground
        ground.textChanged.connect(lambda: self._typed("conduct", ground.toPlainText()))
        documents.conduct.found.connect(lambda _ground: self._typed("conduct", ""))
        bar.binding.reason.textEdited.connect(lambda words: self._typed("binding", words))
        bar.binding_given.connect(lambda *_: self._typed("binding", ""))
        documents.reason.typed.connect(self._typed)
        documents.reason.recall = lambda field: self._kept.get(field, "")

    def _item(self) -> str:
        view = self._tabs.scope.table.demand
        return f"reason:{view.demand.number}" if view is not None else ""

    def open(self, request_id: int) -> None:
        """Another request is shown: bring back what was typed in its review."""
        if request_id == self._request:
            return
        self.flush()
        self._request = None
        desk = self._context.desk

        def load() -> tuple[int, dict[str, str]]:
            from lerdesk.desk import half_typed

            return request_id, half_typed.kept(desk, request_id)

        self._context.jobs.store(load, self, self._on_loaded, latest="typed")

    def _on_loaded(self, told: tuple[int, dict[str, str]]) -> None:
        request_id, kept = told
        self._kept = kept
        self._tabs.documents.conduct.ground.setPlainText(kept.get("conduct", ""))
        self._tabs.bar.binding.reason.setText(kept.get("binding", ""))
        self._request = request_id  # from now on what changes is a person's
        self._recall_item()

    def _recall_item(self) -> None:
        editor, words = self._tabs.scope.table.editor, self._kept.get(self._item())
        if editor is not None and words and self._request is not None:
            editor.reason.set_text(words, typed=True)

    def _typed(self, field: str, words: str) -> None:
        if self._request is None or not field or self._kept.get(field, "") == words:
            return
        self._kept[field] = self._waiting[field] = words
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Hand what is not kept yet to the store's thread, which runs even when the window goes."""
        self._timer.stop()
        request_id, waiting = self._request, self._waiting
        if request_id is None or not waiting:
            return
        self._waiting = {}
        desk = self._context.desk

        def work() -> None:
            from lerdesk.desk import half_typed

            for field, words in waiting.items():
                half_typed.keep(desk, request_id, field, words)

        self._context.jobs.store(work, self, lambda _none: self._context.saved())
