"""Take back the last fact, answer or decision: what was before is put in place again; the history keeps both."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any, cast

from lerdesk.desk.recording import Act, acting
from lerdesk.desk.session import Desk, Place
from lerdesk.domain.fact import JsonValue
from lerdesk.domain.request import Demand, FactState, RecordedAnswer, RecordedFact
from lerdesk.domain.vocabulary import Answer, Decision


def fact_state(fact: RecordedFact) -> Mapping[str, JsonValue]:
    """What puts a changed fact back."""
    return {
        "fact": fact.id,
        "state": fact.state.value,
        "value": fact.value,
        "by": fact.by,
        "at": fact.at.isoformat() if fact.at else None,
    }


def new_fact_state(fact_id: int, instead_of: Iterable[RecordedFact]) -> Mapping[str, JsonValue]:
    """What takes an assigned fact away again and puts back those in whose place it stood."""
    before = [dict(fact_state(fact)) for fact in instead_of]
    return {"fact": fact_id, "state": FactState.DISMISSED.value, "instead_of": [*before]}


def answer_state(question: str, earlier: RecordedAnswer | None) -> Mapping[str, JsonValue]:
    """What puts an answer back, or opens the question again."""
    if earlier is None:
        return {"question": question, "answer": None}
    return {
        "question": question,
        "answer": earlier.answer.value,
        "note": earlier.note,
        "by": earlier.by,
        "at": earlier.at.isoformat(),
    }


def demand_state(demand: Demand) -> Mapping[str, JsonValue]:
    """What puts a decision back."""
    kept = asdict(demand)
    names = ("decision", "narrowed_from", "narrowed_to", "reason", "by", "at")
    return {
        "demand": demand.number,
        **{name: _plain(kept[name]) for name in names},
        "scope": _scope_of(demand),
    }


def _scope_of(demand: Demand) -> list[JsonValue]:
    """What a decision was made on; where it changed since, the decision before does not fit any more."""
    return [
        demand.category,
        list(demand.targets),
        _plain(demand.period_from),
        _plain(demand.period_to),
        demand.identified,
    ]


def _plain(value: date | datetime | str | None) -> JsonValue:
    return value.isoformat() if isinstance(value, date | datetime) else value


@dataclass(frozen=True)
class TakenBack:
    """A step that was taken back.

    Attributes:
        words: what it was.
        target: where it was done: ``facts:12``, ``validity:E003``, ``scope:1``.
    """

    words: str
    target: str


def undo(desk: Desk, request_id: int) -> TakenBack | None:
    """Take back this person's last fact, answer or decision on this request; None where there is nothing."""
    from lerdesk.store import undo as undo_table

    with desk.store.reading() as unit:
        if not undo_table.waits(unit, request_id, desk.person.id):
            return None
    with acting(desk, request_id, "undo") as act:
        last = undo_table.pop(act.unit, request_id, desk.person.id)
        while last is not None and not _stands(act, cast("Mapping[str, Any]", last[1])):
            last = undo_table.pop(act.unit, request_id, desk.person.id)
        if last is None:
            act.words = "Took nothing back"
            return None
        words, restore = last
        _put_back(act, cast("Mapping[str, Any]", restore))
        act.words = f"Took back: {words}"
        act.details = {"restored": restore}
        return TakenBack(words, _target(cast("Mapping[str, Any]", restore)))


def _target(restore: Mapping[str, Any]) -> str:
    if "fact" in restore:
        before = restore.get("instead_of") or [restore]
        return f"{Place.FACTS}:{before[0]['fact']}"
    if "question" in restore:
        return f"{Place.VALIDITY}:{restore['question']}"
    return f"{Place.SCOPE}:{restore['demand']}"


def _stands(act: Act, restore: Mapping[str, Any]) -> bool:
    """Whether the step is still the last on its fact, answer or item: what came after it is not undone unseen."""
    from lerdesk.store import answers, facts

    request_id = act.case.request.id
    if "fact" in restore:
        now = facts.get(act.unit, restore["fact"]).at
    elif "question" in restore:
        row = answers.of_request(act.unit, request_id).get(restore["question"])
        now = row.at if row else None
    else:
        demand = next((d for d in act.case.demands if d.number == restore["demand"]), None)
        if demand is None or _scope_of(demand) != restore["scope"]:
            return False
        now = demand.at
    return now is not None and now.isoformat() == restore["done"]


def _put_back(act: Act, restore: Mapping[str, Any]) -> None:
    from lerdesk.store import answers, demands, facts

    request_id = act.case.request.id
    if "fact" in restore:
        fact = facts.get(act.unit, restore["fact"])
        if "value" in restore:
            fact = replace(
                fact, value=restore["value"], by=restore["by"], at=_moment(restore["at"])
            )
        facts.change(act.unit, replace(fact, state=FactState(restore["state"])))
        for each in restore.get("instead_of", ()):
            _put_back(act, each)
    elif "question" in restore:
        if restore["answer"] is None:
            answers.remove(act.unit, request_id, restore["question"])
        else:
            moment = _moment(restore["at"]) or act.now
            row = RecordedAnswer(
                restore["question"],
                Answer(restore["answer"]),
                restore["note"],
                restore["by"],
                moment,
            )
            answers.put(act.unit, request_id, row)
    else:
        demand = demands.get(act.unit, request_id, restore["demand"])
        demands.change(
            act.unit,
            replace(
                demand,
                decision=Decision(restore["decision"]) if restore["decision"] else None,
                narrowed_from=_day(restore["narrowed_from"]),
                narrowed_to=_day(restore["narrowed_to"]),
                reason=restore["reason"],
                by=restore["by"],
                at=_moment(restore["at"]),
            ),
        )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
