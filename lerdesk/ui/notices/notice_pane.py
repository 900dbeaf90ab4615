"""A notice under edit: issuing asks how it goes; afterwards, that it went later or came back."""

from datetime import datetime, time
from functools import partial

from PySide6.QtWidgets import QWidget

from lerdesk.base.errors import UserFacingError
from lerdesk.base.written import day_words, sentence_start
from lerdesk.desk.fact_values import parse_date
from lerdesk.desk.letters import DraftView, Issued
from lerdesk.desk.session import Desk
from lerdesk.ui.letters.draft_pane import DraftPane
from lerdesk.ui.letters.letter_pane import day_field, means_field
from lerdesk.ui.shell.place import Command, Context
from lerdesk.ui.widgets import Button, Field

MEANS = ("e-mail", "post", "e-mail and post", "a message in the account", "courier")


class NoticePane(DraftPane):
    """Notices to customers."""

    def __init__(
        self, context: Context, head: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, "notice", head, parent)
        self.footer.prints_drafts = False
        self.another_waits = False
        self.next = self.footer.add("Draft the next notice")
        self.later = self.footer.add("It went later")
        self.back = self.footer.add("It came back")
        self.later.clicked.connect(self.ask_later)
        self.back.clicked.connect(self.ask_back)

    def draft_words(self, view: DraftView) -> str:
        """Nothing blocks it; what issuing does is said in the question."""
        del view
        return "Nothing blocks it."

    def issued_buttons(self, view: DraftView) -> set[Button]:
        """What can be told of it later; and the next customer's notice, where another is to be told."""
        del view
        return {self.later, self.back, self.next} if self.another_waits else {self.later, self.back}

    def set_another_waits(self, waits: bool) -> None:  # noqa: FBT001  a setter
        """Whether another customer of the same request is still to be told."""
        if waits != self.another_waits:
            self.another_waits = waits
            if self.view is not None and self.view.number is not None:
                self.footer.show_issued(
                    self.issued_words(self.view), self.issued_buttons(self.view)
                )

    def ask_how(self) -> None:
        """By what means it goes; this moment is taken as sent."""
        view = self.view
        if view is None:
            return
        means = means_field(MEANS)
        waiting = view.may_go.partition(";")[2].strip()
        after = f" {sentence_start(waiting)}." if waiting else ""
        self.footer.ask(
            f"{view.issue_words} This moment is taken as sent.{after} How does it go?",
            "Issue notice",
            lambda: self.issue_by(partial(_issue, means=means.currentText())),
            (means,),
        )

    def ask_later(self) -> None:
        """It went on a later day than it was issued: the waiting period runs from that."""
        means, day = means_field(MEANS), day_field(self.context)
        self.footer.ask(
            "On which day did it go, and how? The waiting period runs from that day.",
            "Record it",
            lambda: self._record_later(day.text(), means.currentText()),
            (day, means),
        )

    def _record_later(self, typed: str, means: str) -> None:
        view, question = self.view, self.footer.question
        if view is None:
            return
        try:
            on = parse_date(typed)
        except UserFacingError as error:
            question.refuse(error)
            return
        desk, letter_id, issued_at = self.context.desk, view.letter_id, view.issued_at

        def work() -> None:
            from lerdesk.desk import notices, settings

            noon = datetime.combine(on, time(12), settings.zone(desk))
            now = desk.clock.now()
            moment = now if now.astimezone(noon.tzinfo).date() == on else noon
            if issued_at is not None and issued_at.astimezone(noon.tzinfo).date() == on:
                moment = max(moment, issued_at)
            notices.record_sent(desk, letter_id, moment, means)

        def done(_none: None) -> None:
            question.close_question()
            self.context.tell(f"{view.number} went on {day_words(on)}, by {means}.")

        self.context.jobs.write(work, self, done, question.refuse, requests=(view.request_id,))

    def ask_back(self) -> None:
        """It could not be delivered: the notice stands open again."""
        day = day_field(self.context)
        why = Field("Why it came back", placeholder="Why, such as: mailbox unknown")
        why.setMinimumWidth(200)
        self.footer.ask(
            "When and why did it come back? The notice then stands open again.",
            "Record it",
            lambda: self._record_back(day.text(), why.text()),
            (day, why),
        )

    def _record_back(self, typed: str, why: str) -> None:
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
            from lerdesk.desk import notices

            notices.came_back(desk, letter_id, on, why)

        def done(_none: None) -> None:
            question.close_question()
            self.context.tell(f"{view.number} came back; the notice stands open again.")

        self.context.jobs.write(work, self, done, question.refuse, requests=(view.request_id,))

    def commands(self) -> list[Command]:
        """What can be done with it."""
        found = super().commands()
        if self.view is not None and self.view.number is not None:
            found += [
                Command("Record that the notice went later", "", self.ask_later, "clock"),
                Command("Record that the notice came back", "", self.ask_back, "back"),
            ]
        return found


def _issue(desk: Desk, letter_id: int, *, means: str) -> Issued:
    from lerdesk.desk import notices

    return notices.issue(desk, letter_id, means)
