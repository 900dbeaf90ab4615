"""A person's answers to the validity questions."""

from collections.abc import Mapping

from sqlalchemy import delete, insert, select, update

from lerdesk.domain.request import RecordedAnswer
from lerdesk.domain.vocabulary import Answer
from lerdesk.store.tables import answer as table
from lerdesk.store.unit import Unit


def of_request(unit: Unit, request_id: int) -> Mapping[str, RecordedAnswer]:
    """The answers that stand, by question."""
    found = unit.rows(
        select(table).where(table.c.request_id == request_id).order_by(table.c.question)
    )
    return {
        row.question: RecordedAnswer(row.question, Answer(row.answer), row.note, row.by, row.at)
        for row in found
    }


def put(unit: Unit, request_id: int, answer: RecordedAnswer) -> None:
    """Record an answer in the place of an earlier one."""
    values = {"answer": answer.answer.value, "note": answer.note, "by": answer.by, "at": answer.at}
    here = (table.c.request_id == request_id) & (table.c.question == answer.question)
    if not unit.change(update(table).where(here).values(**values)):
        unit.change(
            insert(table), {"request_id": request_id, "question": answer.question, **values}
        )


def remove(unit: Unit, request_id: int, question: str) -> None:
    """The question stands open again."""
    here = (table.c.request_id == request_id) & (table.c.question == question)
    unit.change(delete(table).where(here))
