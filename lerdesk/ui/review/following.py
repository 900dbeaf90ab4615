"""The page follows what is current on the right; a mark that is clicked becomes current there."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lerdesk.ui.pages.values import Mark
from lerdesk.ui.review.places import counterpart, place_name

if TYPE_CHECKING:
    from lerdesk.ui.review.place import ReviewPlace

_TABS = {"fact": "facts", "question": "validity", "demand": "scope"}


class Following(QObject):
    """Joins the page and the tabs of one place."""

    def __init__(self, place: "ReviewPlace") -> None:
        super().__init__(place)
        self._place = place
        self._still = False
        tabs = place.tabs
        tabs.facts.current_changed.connect(lambda _view: self._on_current("facts"))
        tabs.questions.current_changed.connect(lambda _view: self._on_current("validity"))
        tabs.scope.current_changed.connect(lambda _view: self._on_current("scope"))
        tabs.facts.link_clicked.connect(lambda _fact: self.bring())
        tabs.questions.link_clicked.connect(self._on_link)
        place.pages.view.mark_clicked.connect(self._on_clicked)

    @contextmanager
    def still(self) -> Iterator[None]:
        """While rows are shown anew the page does not move."""
        self._still = True
        try:
            yield
        finally:
            self._still = False

    def current(self) -> Mark | None:
        """The place of what is current on the tab that is shown."""
        tabs = self._place.tabs
        name = ""
        if tabs.tab == "facts" and tabs.facts.fact is not None:
            name = f"fact:{tabs.facts.fact.fact.id}"
        elif tabs.tab == "validity" and tabs.questions.question is not None:
            name = f"question:{tabs.questions.question.id}"
        elif tabs.tab == "scope" and tabs.scope.table.demand is not None:
            name = f"demand:{tabs.scope.table.demand.demand.number}"
        return next((mark for mark in self._place.marks if mark.id == name), None)

    def show(self, current: Mark | None = None) -> None:
        """Paint all marks, the current one strong; the page stays where it is."""
        current = current or self.current()
        marks = self._place.quiet()
        if current is not None and all(mark.id != current.id for mark in marks):
            shared = {current.boxes}
            marks = (*(mark for mark in marks if mark.boxes not in shared), current)
        self._place.pages.view.set_marks(marks, current.id if current is not None else None)

    def bring(self) -> None:
        """Paint, and bring the current mark into view."""
        self.show()
        current = self.current()
        if current is not None:
            self._place.pages.view.show_mark(current)

    def _on_link(self, question: str, link: str) -> None:
        """The place that was clicked, of the several that a question may have."""
        number = link.rpartition(":")[2]
        name = place_name(question, int(number) if number.isdigit() else 0)
        mark = next((mark for mark in self._place.marks if mark.id == name), None)
        if mark is not None:
            self.show(mark)
            self._place.pages.view.show_mark(mark)

    def _on_current(self, tab: str) -> None:
        if not self._still and self._place.tabs.tab == tab:
            self.bring()

    def _on_clicked(self, mark_id: str) -> None:
        place = self._place
        clicked = next((mark for mark in place.marks if mark.id == mark_id), None)
        if clicked is None:
            return
        mark = counterpart(clicked, place.marks, place.tabs.tab)
        kind, _, key = mark.id.partition(":")
        place.tabs.show_tab(_TABS[kind])
        with self.still():
            if kind == "fact":
                place.tabs.facts.show_fact(int(key))
            elif kind == "question":
                place.tabs.questions.show_question(key.partition(":")[0])
            else:
                place.tabs.scope.table.show_number(int(key))
        self.show()
        place.tabs.focus_tab()
