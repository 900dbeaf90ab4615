"""Joins what a person does in the lists to the desk's writers, each refusal told beside its row."""

from typing import TYPE_CHECKING

from lerdesk.base.errors import UserFacingError
from lerdesk.desk import checklist, review
from lerdesk.domain.vocabulary import Answer

if TYPE_CHECKING:
    from lerdesk.ui.review.place import ReviewPlace


def connect_writers(place: "ReviewPlace") -> None:
    """Connect the facts' and the questions' signals."""
    facts, acts = place.tabs.facts, place.acts

    def refused_fact(fact_id: int, error: UserFacingError) -> None:
        facts.show_fact(fact_id)
        facts.show_error(str(error))

    def confirm(fact_id: int) -> None:
        acts.run(
            lambda desk, _request: review.confirm_fact(desk, fact_id),
            lambda error: refused_fact(fact_id, error),
        )

    def correct(fact_id: int, words: str) -> None:
        acts.run(
            lambda desk, _request: review.correct_fact(desk, fact_id, words),
            lambda error: refused_fact(fact_id, error),
        )

    def dismiss(fact_id: int) -> None:
        acts.run(
            lambda desk, _request: review.dismiss_fact(desk, fact_id),
            lambda error: refused_fact(fact_id, error),
        )

    def answer(question: str, given: str, note: str) -> None:
        def refused(error: UserFacingError) -> None:
            place.tabs.questions.show_question(question)
            place.context.tell(error)

        acts.run(
            lambda desk, request_id: checklist.answer(
                desk, request_id, question, Answer(given), note
            ),
            refused,
        )

    form = place.tabs.fact_form

    def enter(field: str, words: str) -> None:
        view = place.view
        first = view.documents[0].id if view is not None and view.documents else None
        acts.run(
            lambda desk, request_id: review.assign_fact(
                desk, request_id, first, field, words, None
            ),
            lambda error: form.refuse(str(error)),
            lambda _none: form.taken(field),
        )

    form.given.connect(enter)
    form.left.connect(facts.setFocus)
    facts.confirmed.connect(confirm)
    facts.corrected.connect(correct)
    facts.dismissed.connect(dismiss)
    place.tabs.questions.answered.connect(answer)
