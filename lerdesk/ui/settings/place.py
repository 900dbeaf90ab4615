"""The settings as a place."""

from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from lerdesk.base.errors import UserFacingError
from lerdesk.desk.settings import Organisation
from lerdesk.ui.settings.letterhead import LetterheadForm
from lerdesk.ui.settings.people import PeopleForm
from lerdesk.ui.settings.window_form import WindowForm
from lerdesk.ui.shell.half_typed import HalfTyped
from lerdesk.ui.shell.place import Context, Place
from lerdesk.ui.theme import metrics
from lerdesk.ui.widgets import Button, Label, PlaceHeader, Scrolled


class SettingsTyped(HalfTyped):
    """What is being typed into the settings and was not saved."""

    def __init__(self, place: "SettingsPlace") -> None:
        super().__init__(place.context, place)
        self._place = place
        self.join(place.letterhead, place.people)

    @override
    def reveal(self, field: str) -> None:
        name, _, key = field.partition(":")
        place, people = self._place, self._place.people
        shown: QWidget = people.name if key == "name" else people.new_name
        if name == "letterhead":
            shown = place.letterhead.fields[key]
        place.scrolled.ensureWidgetVisible(shown)
        shown.setFocus()


class SettingsPlace(Place):
    """Letterhead, people, window, folders: one page that scrolls."""

    name = "settings"
    title = "Settings"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._set: Organisation | None = None
        super().__init__(context, parent)
        store = getattr(context.desk.store, "folder", None) or context.desk.folders.store
        self.header = PlaceHeader("Settings")
        self.state_words = Label("", quiet=True)
        self.save = Button("Save the letterhead", primary=True, hint="Ctrl+S")
        self.save.set_possible(False, "Nothing was changed.")
        self.leave = Button("Leave as it was", flat=True)
        self.leave.hide()
        self.leave.clicked.connect(self._on_leave)
        self.header.add(self.state_words)
        self.header.add(self.leave)
        self.header.add(self.save)
        self.letterhead = LetterheadForm()
        self.people = PeopleForm(context.desk, context.jobs)
        self.window_form = WindowForm(
            context.desk, context.theme, context.settings, Path(str(store))
        )
        page = QWidget()
        inner = QVBoxLayout(page)
        inner.setContentsMargins(metrics.EDGE, metrics.S2, metrics.EDGE, metrics.S6)
        inner.setSpacing(metrics.S4)
        for form in (self.letterhead, self.people, self.window_form):
            form.setMaximumWidth(720)
            row = QHBoxLayout()
            row.addWidget(form, 1)
            row.addStretch(0)
            inner.addLayout(row)
        inner.addStretch(1)
        self.scrolled = Scrolled(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.scrolled, 1)
        self.letterhead.edited.connect(self._on_edited)
        self.save.clicked.connect(self._on_save)
        QShortcut(QKeySequence("Ctrl+S"), self, self._on_save)
        self.half_typed = SettingsTyped(self)
        self._load()
        self.people.load()

    def _load(self) -> None:
        desk = self.context.desk

        def load() -> Organisation:
            from lerdesk.desk import settings

            return settings.organisation(desk)

        self.context.jobs.store(load, self, self._on_loaded, latest="organisation")

    def _on_loaded(self, organisation: Organisation) -> None:
        self._set = organisation
        self.letterhead.show_organisation(organisation)
        self._on_edited()
        self.half_typed.open(None)

    def _on_edited(self) -> None:
        changed = self._set is not None and self.letterhead.organisation() != self._set
        self.save.set_possible(changed, "Nothing was changed.")
        self.state_words.setText("Changed, not saved" if changed else "")
        self.leave.setVisible(changed)

    def _on_leave(self) -> None:
        if self._set is not None:
            self.letterhead.clear_refusals()
            self.letterhead.show_organisation(self._set)
            self._on_edited()
            self.focus_first()

    @override
    def flush(self) -> None:
        self.half_typed.flush()

    def _on_save(self) -> None:
        if not self.save.isEnabled():
            return
        desk, wanted = self.context.desk, self.letterhead.organisation()
        self.letterhead.clear_refusals()

        def save() -> Organisation:
            from lerdesk.desk import settings

            settings.set_organisation(desk, wanted)
            return settings.organisation(desk)

        self.context.jobs.write(save, self, self._on_loaded, self._on_refused)

    def _on_refused(self, error: UserFacingError) -> None:
        if self.letterhead.knows(error):
            self.letterhead.refuse_save(error)
        else:
            self.context.tell(error)

    def refresh(self, changed: frozenset[int]) -> None:
        """Others changed something: load anew unless a person is typing here."""
        if not changed and not self.save.isEnabled():
            self._load()
            self.people.load()

    def show_target(self, target: str) -> None:
        """Bring the reviewer's name ("person"), the company's ("letterhead") or a ``typed:`` field into view."""
        name, _, field = target.partition(":")
        if name == "typed":
            self.half_typed.show(field)
        elif name == "person":
            self.scrolled.ensureWidgetVisible(self.people)
            self.people.name.setFocus()
        else:
            self.focus_first()

    def show_request(self, request_id: int, target: str | None = None) -> None:  # noqa: ARG002  a place's own form
        """A step of a request is done here: the letterhead."""
        self.show_target(target or "letterhead")

    def focus_first(self) -> None:
        """The company's name."""
        self.letterhead.company.setFocus()
