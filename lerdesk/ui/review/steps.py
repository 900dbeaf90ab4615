"""Goes to what a step names: a fact, a question, an item, a form, another place; or does it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lerdesk.desk import closing, determination
from lerdesk.desk.session import Place as StepPlace
from lerdesk.desk.session import Step
from lerdesk.domain.request import FactState

if TYPE_CHECKING:
    from lerdesk.ui.review.place import ReviewPlace


class Steps(QObject):
    """The steps of one review place."""

    def __init__(self, place: "ReviewPlace") -> None:
        super().__init__(place)
        self._place = place
        place.tabs.bar.step_asked.connect(self.do)
        place.tabs.bar.binding_given.connect(self._determine)

    def go(self, step: Step) -> None:
        """Bring into view where a step is done; do nothing else."""
        if step.place is None:
            self._place.tabs.focus_tab()
            return
        self.go_to(f"{step.place}:{step.target}" if step.target else str(step.place))

    def go_to(self, target: str) -> None:
        """Bring a target into view: "facts", "validity:E105", "scope:3", "approval", "disclosure"."""
        place, tabs = self._place, self._place.tabs
        name, _, key = target.partition(":")
        match name:
            case StepPlace.FACTS:
                tabs.show_tab("facts")
                if not self._fact(key):
                    tabs.focus_tab()
            case StepPlace.VALIDITY:
                tabs.show_tab("validity")
                self._question(key)
                tabs.focus_tab()
            case StepPlace.SCOPE:
                tabs.show_tab("scope")
                if place.view is not None and not place.view.demands:
                    place.assigning.add_demand()
                    return
                if key.isdigit():
                    tabs.scope.table.show_number(int(key))
                elif (item := tabs.scope.table.demand) and item.demand.decision is not None:
                    tabs.scope.table.next_open()
                tabs.focus_tab()
            case StepPlace.APPROVAL:
                tabs.show_tab("documents")
                tabs.documents.open_approval()
            case StepPlace.DISCLOSURE:
                self.disclosure()
            case "documents" | "history":
                tabs.show_tab(name)
                tabs.focus_tab()
            case StepPlace.SETTINGS:
                place.context.go("settings")
            case _:
                tabs.bar.button.setFocus()

    def _fact(self, key: str) -> bool:
        """Go to a fact; True where there is none of this field and its form has the keyboard."""
        facts = self._place.tabs.facts
        if key.isdigit():
            facts.show_fact(int(key))
            return False
        view = self._place.view
        for fact in view.facts if view is not None else ():
            if key and fact.fact.field == key:
                facts.show_fact(fact.fact.id)
                return False
        if key:
            self._place.tabs.fact_form.open_for(key)
            return True
        if facts.fact is not None and facts.fact.fact.state is not FactState.PROPOSED:
            facts.next_open()
        return False

    def new_fact(self, field: str) -> None:
        """Open the form for a fact that was not read."""
        self._place.tabs.show_tab("facts")
        self._place.tabs.fact_form.open_for(field)

    def _question(self, key: str) -> None:
        questions = self._place.tabs.questions
        if key and questions.questions.find(key).isValid():
            questions.show_question(key)
        elif questions.question is not None and questions.question.answer is not None:
            questions.next_open()

    def disclosure(self) -> None:
        """Open the form for a disclosure."""
        self._place.tabs.show_tab("documents")
        self._place.tabs.documents.open_disclosure()

    def do(self, step: Step) -> None:
        """Do a step, or go where it is done."""
        place, view = self._place, self._place.view
        if view is None:
            return
        match step.place:
            case StepPlace.DETERMINATION:
                self._determine(None, "")
            case StepPlace.LETTER:
                target = f"letter:{step.target}" if step.target else "letter"
                place.context.go("letters", view.id, target)
            case StepPlace.NOTICE:
                target = f"notice:{step.target}" if step.target else "notice"
                place.context.go("notices", view.id, target)
            case StepPlace.CLOSE:
                place.acts.run(closing.close, lambda error: place.tabs.bar.refuse(str(error)))
            case _:
                self.go(step)

    def _determine(self, binding: str | None, reason: str) -> None:
        bar = self._place.tabs.bar
        self._place.acts.run(
            lambda desk, request_id: determination.determine(
                desk, request_id, binding=binding, reason=reason
            ),
            lambda error: bar.refuse(str(error)),
        )
