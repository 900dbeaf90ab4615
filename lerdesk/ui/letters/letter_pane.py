"""A letter under edit, and how it went once it is issued."""

from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from lerdesk.base.errors import UserFacingError
from lerdesk.base.written import day_words
from lerdesk.desk.fact_values import parse_date
from lerdesk.desk.letters import DraftView
from lerdesk.ui.letters.draft_pane import DraftPane
from lerdesk.ui.shell.place import Context
from lerdesk.ui.widgets import Button, Combo, Field

MEANS = ("the portal", "e-mail", "post", "e-mail and post", "fax", "courier")


class LetterPane(DraftPane):
    """Letters to the requester."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, "letter", parent=parent)
        self.record = self.footer.add("Record how it went")
        self.correct = self.footer.add("Correct it")
        self.add_to = self.footer.add("Add to it")
        self.record.clicked.connect(self.ask_record)
        self.correct.clicked.connect(lambda: self.name_earlier("correction"))
        self.add_to.clicked.connect(lambda: self.name_earlier("further"))

    def issued_buttons(self, view: DraftView) -> set[Button]:
        """How it went can be recorded; another letter can correct it or add to it."""
        del view
        return {self.record, self.correct, self.add_to}

    def ask_record(self) -> None:
        """Ask by what means and on which day it went."""
        means, day = means_field(MEANS), day_field(self.context)
        self.footer.ask(
            "How did it go, and on which day?",
            "Record it",
            lambda: self._record(means.currentText(), day.text()),
            (means, day),
        )

    def _record(self, means: str, typed: str) -> None:
        view, question = self.view, self.footer.question
        if view is None:
            return
        try:
            on = parse_date(typed)
        except UserFacingError as error:
            question.refuse(error)
            return
        desk, letter_id = self.context.desk, view.letter_id

        def work() -> None:
            from lerdesk.desk import letters

            letters.delivered(desk, letter_id, on, means)

        def done(_none: None) -> None:
            question.close_question()
            self.context.tell(f"{view.number} went on {day_words(on)}, by {means}.")

        self.context.jobs.write(work, self, done, question.refuse, requests=(view.request_id,))


def means_field(means: tuple[str, ...]) -> Combo:
    """A choice of how a paper goes."""
    made = Combo("How it goes")
    made.addItems(list(means))
    return made


def day_field(context: Context) -> Field:
    """A field for a day, with today in it."""
    made = Field("Day", placeholder="24 Nov 2026", text=day_words(today(context)))
    made.setFixedWidth(120)
    return made


def today(context: Context, zone: str | None = None) -> date:
    """Today, in this zone or the machine's."""
    now = context.clock.now()
    return now.astimezone(ZoneInfo(zone)).date() if zone else now.astimezone().date()
