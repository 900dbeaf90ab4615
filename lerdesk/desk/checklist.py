"""Answer the validity questions."""

from lerdesk.base.errors import Refused
from lerdesk.base.text import clean
from lerdesk.desk.assessment import assess
from lerdesk.desk.recording import acting
from lerdesk.desk.session import Desk
from lerdesk.desk.undoing import answer_state
from lerdesk.domain.request import RecordedAnswer
from lerdesk.domain.vocabulary import Answer

_WORDS = {
    Answer.YES: "yes",
    Answer.NO: "no",
    Answer.UNCLEAR: "unclear",
    Answer.NA: "not applicable",
}


def answer(desk: Desk, request_id: int, question: str, given: Answer, note: str = "") -> None:
    """Record a person's answer; an earlier one stays in the history.

    Raises:
        Refused: the request is closed, or the question is not asked of this process.
    """
    from lerdesk.store import answers

    note = clean(note, keep_lines=True, limit=4000)
    with acting(desk, request_id, "answer") as act:
        asked = {each.id: each for each in assess(desk, act.case, act.now).questions}
        if question not in asked:
            raise Refused(f"{question} is not asked of this process.", "Nothing was changed.")
        earlier = act.case.answers.get(question)
        act.restore = answer_state(question, earlier)
        act.words = f"Answered {_WORDS[given]}: {asked[question].text}"
        act.details = {
            "question": question,
            "answer": given.value,
            "note": note,
            "before": earlier.answer.value if earlier else None,
        }
        answers.put(
            act.unit,
            request_id,
            RecordedAnswer(question, given, note, act.actor.name, act.now),
        )
