"""Words marked on the page become a fact or a demand: by F and the chooser, or dragged onto a row."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect

from lerdesk.base.errors import UserFacingError
from lerdesk.desk import review
from lerdesk.domain.fact import Evidence
from lerdesk.ui.pages.values import Selected
from lerdesk.ui.review.field_chooser import FieldChooser

if TYPE_CHECKING:
    from lerdesk.ui.review.place import ReviewPlace

_DEMAND = ("demand", "A demand, a new one", "Its category is asked next.")


class Assigning(QObject):
    """The gesture, for one review place."""

    def __init__(self, place: "ReviewPlace") -> None:
        super().__init__(place)
        self._place = place
        self._selected: Selected | None = None
        self._awaited = False
        self.chooser = FieldChooser(place)
        self.chooser.chosen.connect(self._on_chosen)
        place.pages.view.choose_asked.connect(self.choose)
        place.tabs.facts.dropped.connect(self._on_dropped)
        place.tabs.scope.selection_asked.connect(self.add_demand)

    def close(self) -> None:
        """Another request is shown."""
        self.chooser.close()
        self._selected = None

    def choose(self) -> None:
        """Ask which field the marked words belong to."""
        self._selected = selected = self._place.pages.view.selection
        if selected is None:
            return
        words = selected.words
        self._place.context.jobs.work(
            lambda: review.field_choices(words), self._place, self._open, latest="choices"
        )

    def _open(self, choices: tuple[tuple[str, str, str], ...]) -> None:
        if self._selected is None or not self._place.isVisible():
            return
        scope = self._place.tabs.tab == "scope"
        offered = (_DEMAND, *choices) if scope else (*choices, _DEMAND)
        viewport = self._place.pages.view.viewport()
        rect = self._place.pages.view.selection_rect()
        at = QRect(viewport.mapToGlobal(rect.topLeft()), rect.size())
        self.chooser.open_for(self._selected.words, offered, at, self._place.window())

    def _on_chosen(self, field: str) -> None:
        selected, self._selected = self._selected, None
        if selected is None:
            return
        if field == _DEMAND[0]:
            self._place.tabs.show_tab("scope")
            self._place.tabs.scope.add(selected)
        else:
            self._assign(field, selected)

    def _on_dropped(self, field: str) -> None:
        selected = self._place.pages.view.selection
        if selected is None:
            return
        if field:
            self._assign(field, selected)
        else:
            self.choose()

    def _assign(self, field: str, selected: Selected) -> None:
        evidence = Evidence(selected.page, selected.words, selected.boxes)
        place = self._place
        # a mark that only joins the words to the next ones belongs to no value
        words = selected.words.strip(" ,;:") or selected.words

        def refused(error: UserFacingError) -> None:
            self._awaited = False
            place.context.tell(error)

        self._awaited = True
        place.acts.run(
            lambda desk, request_id: review.assign_fact(
                desk, request_id, selected.paper, field, words, evidence
            ),
            refused,
            lambda _none: place.pages.view.clear_selection(),
        )

    def show_new(self, known: set[int]) -> None:
        """Make a fact that was just assigned the current one."""
        view = self._place.view
        if not self._awaited or view is None:
            return
        for fact in view.facts:
            if fact.fact.id not in known:
                self._awaited = False
                self._place.tabs.show_tab("facts")
                self._place.tabs.facts.show_fact(fact.fact.id)
                return

    def add_demand(self) -> None:
        """Open the form for a demand that was not read, with the words that are marked."""
        self._place.tabs.show_tab("scope")
        self._place.tabs.scope.add(self._place.pages.view.selection)
