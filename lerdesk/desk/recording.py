"""One act of a reviewer: one transaction, one journal entry, and the inbox's index brought up to date."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from lerdesk.base.errors import Refused
from lerdesk.desk.case_file import CaseFile, gather
from lerdesk.desk.session import Desk
from lerdesk.domain.fact import JsonValue
from lerdesk.domain.request import Person

if TYPE_CHECKING:
    from lerdesk.store.store import Unit


@dataclass
class Act:
    """What is being done, while it is done.

    Attributes:
        unit: the open transaction.
        case: the records before it.
        now: the moment of the act, UTC.
        actor: who acts.
        words: what the history says; the act must set it.
        details: figures and old values that the journal keeps.
        restore: what ``undo`` needs to take it back; None where it cannot be taken back.
    """

    unit: "Unit"
    case: CaseFile
    now: datetime
    actor: Person
    words: str = ""
    details: Mapping[str, JsonValue] = field(default_factory=dict)
    restore: Mapping[str, JsonValue] | None = None


@contextmanager
def acting(desk: Desk, request_id: int, action: str, *, closed: bool = False) -> Iterator[Act]:
    """Open the transaction, hand out the act, then write its journal entry and the index, all or nothing.

    Args:
        desk: the desk.
        request_id: whose records change.
        action: the journal's word for it, such as ``fact.confirm``.
        closed: whether it may be done on a closed request.

    Raises:
        Refused: the request is closed.
    """
    from lerdesk.desk.index import refresh_index
    from lerdesk.store import journal, undo

    with desk.store.writing() as unit:
        act = Act(unit, gather(unit, request_id), desk.clock.now(), desk.person)
        if act.case.request.closed_at and not closed:
            raise Refused(
                f"{act.case.request.reference} is closed.",
                "Nothing was changed.",
                "Open it again first.",
            )
        yield act
        journal.append(
            unit,
            at=act.now,
            actor=act.actor,
            action=action,
            request_id=request_id,
            words=act.words,
            details=act.details,
        )
        if act.restore is not None:
            restore = {**act.restore, "done": act.now.isoformat()}
            undo.push(unit, request_id, desk.person.id, act.words, restore)
        refresh_index(desk, unit, request_id)
