"""What a determination still waits for, each a link to the place where it is done."""

from typing import TYPE_CHECKING

from lerdesk.desk.refusals import refused_items
from lerdesk.desk.session import Place, Step

if TYPE_CHECKING:
    from lerdesk.desk.assessment import Assessment


def missing_of(found: "Assessment") -> tuple[Step, ...]:
    """What a determination still waits for, each a link."""
    case = found.case
    request_id = case.request.id
    out: list[Step] = []
    if found.process is None:
        out.append(Step("the kind of process", Place.FACTS, "process_type", request_id))
    if case.unconfirmed:
        first = str(case.unconfirmed[0].id)
        out.append(Step(_count(len(case.unconfirmed), "fact"), Place.FACTS, first, request_id))
    if found.open_questions:
        first = found.open_questions[0].id
        words = _count(len(found.open_questions), "question")
        out.append(Step(words, Place.VALIDITY, first, request_id))
    if found.items_needed:
        out += _scope_missing(found, request_id)
    if any(each.state == "waiting" for each in case.approvals) and not case.determination:
        out.append(Step("a second person’s approval", Place.APPROVAL, None, request_id))
    return tuple(out)


def _scope_missing(found: "Assessment", request_id: int) -> list[Step]:
    demands, undecided = found.case.demands, found.case.undecided
    if not demands:
        return [Step("what it demands", Place.SCOPE, None, request_id)]
    if not undecided:
        return [
            Step(f"another decision on item {each}", Place.SCOPE, str(each), request_id)
            for each in refused_items(found)
        ]
    number = undecided[0].number
    words = (
        f"a decision on item {number}"
        if len(undecided) == 1
        else f"decisions on {_count(len(undecided), 'item')}"
    )
    return [Step(words, Place.SCOPE, str(number), request_id)]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
