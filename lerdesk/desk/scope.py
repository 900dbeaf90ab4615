"""Decide each demand; add and mend demands."""

from dataclasses import replace
from datetime import date

from lerdesk.base.errors import Refused
from lerdesk.base.text import clean
from lerdesk.base.written import day_words
from lerdesk.desk.assessment import assess
from lerdesk.desk.recording import Act, acting
from lerdesk.desk.refusals import item_refusal
from lerdesk.desk.session import Desk
from lerdesk.desk.undoing import demand_state
from lerdesk.domain.fact import Evidence
from lerdesk.domain.request import Demand
from lerdesk.domain.vocabulary import Decision

_WORDS = {
    Decision.PRODUCE: "to produce",
    Decision.NARROW: "to narrow",
    Decision.OBJECT: "to object to",
    Decision.NOTHING_HELD: "that nothing is held for",
}


def decide(
    desk: Desk,
    request_id: int,
    number: int,
    decision: Decision,
    *,
    narrowed_from: date | None = None,
    narrowed_to: date | None = None,
    reason: str = "",
) -> None:
    """Record what a person decided about one demand.

    Raises:
        Refused: produce or narrow where the process does not compel the category; produce or narrow where
            a lawyer decides, or produce where narrowing is proposed, and no reason is given; narrow
            without two dates inside the demanded period; determined already.
    """
    from lerdesk.store import demands

    reason = clean(reason, keep_lines=True, limit=4000).strip()
    with acting(desk, request_id, "decide") as act:
        demand = _demand(act, number)
        _not_determined(act)
        _may_produce(desk, act, demand, decision, reason)
        if decision is Decision.NARROW:
            _check_period(demand, narrowed_from, narrowed_to)
        else:
            narrowed_from = narrowed_to = None
        act.restore = demand_state(demand)
        demands.change(
            act.unit,
            replace(
                demand,
                decision=decision,
                narrowed_from=narrowed_from,
                narrowed_to=narrowed_to,
                reason=reason,
                by=act.actor.name,
                at=act.now,
            ),
        )
        period = (
            f" to {day_words(narrowed_from)} – {day_words(narrowed_to)}"
            if narrowed_from and narrowed_to
            else ""
        )
        act.words = f"Decided {_WORDS[decision]} item {number}{period}"
        act.details = {
            "demand": number,
            "decision": decision.value,
            "from": narrowed_from.isoformat() if narrowed_from else None,
            "to": narrowed_to.isoformat() if narrowed_to else None,
            "reason": reason,
            "before": demand.decision.value if demand.decision else None,
        }


def _demand(act: Act, number: int) -> Demand:
    for demand in act.case.demands:
        if demand.number == number:
            return demand
    raise Refused(f"There is no item {number}.", "Nothing was changed.")


def _not_determined(act: Act) -> None:
    if act.case.determination:
        raise Refused(
            "The determination is recorded.",
            "Nothing was changed.",
            "Take the determination back first.",
        )


def _may_produce(desk: Desk, act: Act, demand: Demand, decision: Decision, reason: str) -> None:
    open_again = replace(demand, decision=None)
    demands = tuple(open_again if d.number == demand.number else d for d in act.case.demands)
    found = assess(desk, replace(act.case, demands=demands), act.now)
    refusal = item_refusal(found, open_again, decision, reason)
    if refusal is not None:
        what, do = refusal
        raise Refused(what, "Nothing was changed.", do)


def _check_period(demand: Demand, start: date | None, end: date | None) -> None:
    if start is None or end is None:
        raise Refused("Narrowing needs two dates.", "Nothing was changed.", "Give from and to.")
    if start > end:
        raise Refused("The narrowed period ends before it begins.", "Nothing was changed.")
    early = demand.period_from and start < demand.period_from
    late = demand.period_to and end > demand.period_to
    if early or late:
        raise Refused(
            "The narrowed period reaches outside the period demanded.", "Nothing was changed."
        )


def add_demand(
    desk: Desk,
    request_id: int,
    words: str,
    category: str,
    *,
    targets: tuple[str, ...] = (),
    period_from: date | None = None,
    period_to: date | None = None,
    document_id: int | None = None,
    evidence: Evidence | None = None,
) -> int:
    """Add a line that the reader did not find; its number.

    Raises:
        Refused: the category is not in the rulebook, or the period ends before it begins.
    """
    from lerdesk.store import demands

    with acting(desk, request_id, "demand.add") as act:
        _not_determined(act)
        _check_category(desk, category)
        _check_order(period_from, period_to)
        demand = demands.add(
            act.unit,
            request_id,
            words=clean(words, keep_lines=True, limit=8000).strip(),
            category=category,
            targets=tuple(clean(target, limit=400) for target in targets),
            period_from=period_from,
            period_to=period_to,
            identified=bool(targets),
            document_id=document_id,
            evidence=evidence,
        )
        act.words = f"Added item {demand.number}: {clean(words, limit=120)}"
        act.details = {"demand": demand.number, "category": category}
        return demand.number


def _check_category(desk: Desk, category: str) -> None:
    if category not in desk.rulebook.categories:
        raise Refused(f"There is no data category {category}.", "Nothing was changed.")


def _check_order(start: date | None, end: date | None) -> None:
    if start and end and start > end:
        raise Refused("The period ends before it begins.", "Nothing was changed.")


def change_demand(
    desk: Desk,
    request_id: int,
    number: int,
    *,
    category: str | None = None,
    targets: tuple[str, ...] | None = None,
    period: tuple[date | None, date | None] | None = None,
    identified: bool | None = None,
) -> None:
    """Mend what the reader read of a demand; a decision on it is opened again.

    Raises:
        Refused: as ``add_demand``; determined already.
    """
    from lerdesk.store import demands

    with acting(desk, request_id, "demand.change") as act:
        demand = _demand(act, number)
        _not_determined(act)
        if category is not None:
            _check_category(desk, category)
        start, end = period or (demand.period_from, demand.period_to)
        _check_order(start, end)
        changed = replace(
            demand,
            category=category or demand.category,
            targets=demand.targets if targets is None else targets,
            period_from=start,
            period_to=end,
            identified=demand.identified if identified is None else identified,
            decision=None,
            narrowed_from=None,
            narrowed_to=None,
            reason="",
            by=act.actor.name,
            at=act.now,
        )
        demands.change(act.unit, changed)
        act.words = f"Changed item {number}"
        act.details = {
            "demand": number,
            "category": [demand.category, changed.category],
            "targets": [list(demand.targets), list(changed.targets)],
            "from": start.isoformat() if start else None,
            "to": end.isoformat() if end else None,
        }


def remove_demand(desk: Desk, request_id: int, number: int, reason: str) -> None:
    """The order does not ask this; journalled, numbers are not given again.

    Raises:
        Refused: no reason; determined already.
    """
    from lerdesk.store import demands

    reason = clean(reason, limit=2000).strip()
    with acting(desk, request_id, "demand.remove") as act:
        _demand(act, number)
        _not_determined(act)
        if not reason:
            raise Refused("Removing an item needs a reason.", "Nothing was changed.", "Say why.")
        demands.remove(act.unit, request_id, number)
        act.words = f"Removed item {number}: {reason}"
        act.details = {"demand": number, "reason": reason}


def categories(desk: Desk) -> tuple[tuple[str, str, str], ...]:
    """Id, name and class of each data category, for the chooser."""
    return tuple(
        (each.id, each.name, each.data_class.value if each.data_class else "")
        for each in desk.rulebook.categories.values()
    )
