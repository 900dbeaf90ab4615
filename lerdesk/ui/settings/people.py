"""The people who hold a key slot: their names, the reviewer's own, and a second person."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lerdesk.base.errors import UserFacingError
from lerdesk.base.written import sentence_start
from lerdesk.desk.session import Desk
from lerdesk.domain.request import Person
from lerdesk.ui.jobs import JobRunner
from lerdesk.ui.shell.half_typed import Recall, nothing_typed
from lerdesk.ui.unlock.view import PassphraseField
from lerdesk.ui.widgets import Button, Field, Form, Label, SignLabel, beside

_ENOUGH = 2


class PeopleForm(QWidget):
    """Your name; who else holds a slot; a new person types a passphrase of their own.

    Attributes:
        recall: gives what was typed into a field and not taken.

    Signals:
        changed: a name is another, or a person was added.
        typed: ``person:name`` or ``person:new`` and the name as it stands; empty once it is taken.
    """

    changed = Signal()
    typed = Signal(str, str)

    def __init__(self, desk: Desk, jobs: JobRunner) -> None:
        self._desk, self._jobs = desk, jobs
        self.recall: Recall = nothing_typed
        super().__init__()
        self.name = Field("Your name", text=desk.person.name)
        self.rename = Button("Take this name")
        self.others = Label("", wrap=True)
        self.new_name = Field("New person's name")
        self.passphrase = PassphraseField("Their passphrase")
        self.again = PassphraseField("Their passphrase again")
        self.strength = SignLabel("open", "", "quiet")
        self.add = Button("Add this person")
        for field in (self.name, self.new_name, self.passphrase, self.again):
            field.setFixedWidth(280)
        form = self.form = Form()
        form.head("You")
        form.row("Your name", beside(self.name, self.rename), "It stands under your letters.")
        form.head("People")
        form.row("Hold a key", self.others, wide=True)
        form.row(
            "A second person",
            self.new_name,
            "Approves what needs two people, by a passphrase that they alone know.",
        )
        form.row("Their passphrase", self.passphrase)
        form.under(self.strength)
        form.row("The same again", self.again)
        form.under(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        self.rename.clicked.connect(self._on_rename)
        self.name.returnPressed.connect(self._on_rename)
        self.name.textEdited.connect(self._on_name)
        self.new_name.textEdited.connect(partial(self.typed.emit, "person:new"))
        self.add.clicked.connect(self._on_add)
        self.again.returnPressed.connect(self._on_add)
        self.passphrase.textChanged.connect(self._ask_strength)

    def bring_back(self) -> None:
        """Show the names that were typed and not taken."""
        self.name.setText(self.recall("person:name") or self._desk.person.name)
        self.new_name.setText(self.recall("person:new"))

    def _on_name(self, words: str) -> None:
        self.typed.emit("person:name", words if words != self._desk.person.name else "")

    def load(self) -> None:
        """Show who holds a slot."""
        desk = self._desk

        def people() -> tuple[Person, ...]:
            from lerdesk.desk import stores

            return stores.people(desk)

        self._jobs.store(people, self, self._on_people, latest="people")

    def _on_people(self, people: tuple[Person, ...]) -> None:
        you = self._desk.person.id
        names = [f"{one.name} (you)" if one.id == you else one.name for one in people]
        self.others.setText(", ".join(names))
        if not self.name.hasFocus():
            self.name.setText(self.recall("person:name") or self._desk.person.name)

    def _on_rename(self) -> None:
        desk, name = self._desk, self.name.text().strip()
        holder = self.name.parentWidget()
        if not name:
            self.form.refuse(holder, "Type your name.")
            return
        self.form.refuse(holder, "")

        def rename() -> None:
            from lerdesk.desk import stores

            stores.rename_person(desk, name)

        def renamed(_none: object) -> None:
            self.typed.emit("person:name", "")
            self._on_changed()

        self._jobs.write(
            rename,
            self,
            renamed,
            lambda error: self.form.refuse(holder, error.what),
        )

    def _ask_strength(self) -> None:
        typed = self.passphrase.text()

        def estimate() -> tuple[int, str]:
            from lerdesk.desk import stores

            return stores.strength(typed)

        self._jobs.store(estimate, self, self._on_strength, latest="strength")

    def _on_strength(self, told: tuple[int, str]) -> None:
        score, words = told
        if not self.passphrase.text():
            self.strength.set_words("")
            return
        sign, token = ("check", "good") if score >= _ENOUGH else ("triangle", "warning")
        self.strength.set_words(sentence_start(words), sign, token)

    def _on_add(self) -> None:
        desk = self._desk
        name, passphrase = self.new_name.text().strip(), self.passphrase.text()
        checks = (
            (self.new_name, not name, "Type their name."),
            (self.passphrase, not passphrase, "They choose a passphrase."),
            (self.again, passphrase != self.again.text(), "The two are not the same."),
        )
        for field, wrong, why in checks:
            self.form.refuse(field, why if wrong else "")
        if any(wrong for _field, wrong, _why in checks):
            return

        def add() -> Person:
            from lerdesk.desk import stores

            return stores.add_person(desk, name, passphrase)

        self._jobs.write(
            add,
            self,
            self._on_added,
            lambda error: self.form.refuse(self._about(error), error.what),
        )

    def _about(self, error: UserFacingError) -> QWidget:
        return self.new_name if error.field == "name" else self.passphrase

    def _on_added(self, _person: Person) -> None:
        for field in (self.new_name, self.passphrase, self.again):
            field.clear()
        self.typed.emit("person:new", "")
        self._on_changed()

    def _on_changed(self) -> None:
        self.load()
        self.changed.emit()
