"""Answer the validity questions."""

from lerdesk.desk.session import Desk
from lerdesk.domain.vocabulary import Answer


def answer(desk: Desk, request_id: int, question: str, given: Answer, note: str = "") -> None:
    """Record a person's answer; an earlier one stays in the history.

    Raises:
        Refused: the request is closed, or the question is not asked of this process.
    """
    raise NotImplementedError
