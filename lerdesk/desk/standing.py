"""Whether what a person decided stands by what the records say now.

Facts and answers stay open to correction after a decision: silence is extended, an answer turns out wrong. What was
decided before is then weighed again, so that nothing goes out on ground that is gone.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lerdesk.domain.disclosure import Obstacle
from lerdesk.domain.request import Demand
from lerdesk.domain.vocabulary import Binding, Decision, Proposal, Severity

if TYPE_CHECKING:
    from lerdesk.desk.assessment import Assessment

_BINDING = {Binding.YES: 0, Binding.ESCALATE: 1, Binding.NO: 2}
_PROPOSAL = {
    Proposal.PRODUCE: 0,
    Proposal.NARROW: 1,
    Proposal.ESCALATE: 2,
    Proposal.BLOCK: 3,
}
_AGAIN = "Take the determination back and determine anew."


def item_refusal(
    found: "Assessment", demand: Demand, decision: Decision, reason: str
) -> tuple[str, str] | None:
    """Why this item cannot be produced or narrowed, and what to do; None where it can."""
    if decision not in {Decision.PRODUCE, Decision.NARROW}:
        return None
    answer = found.item(demand.number)
    if answer is None or demand.category is None:
        return f"Item {demand.number} has no data category yet.", "Choose its category first."
    if answer.proposal is Proposal.BLOCK:
        return (
            f"Item {demand.number} is not compelled: {answer.reason}",
            "Object, or correct the facts that this follows from.",
        )
    stands_above = answer.proposal is Proposal.ESCALATE or (
        answer.proposal is Proposal.NARROW and decision is Decision.PRODUCE
    )
    if stands_above and not reason:
        what = (
            "a lawyer decides" if answer.proposal is Proposal.ESCALATE else "narrowing is proposed"
        )
        return (
            f"For item {demand.number} {what}: {answer.reason}",
            "Give the reason for deciding above the rulebook.",
        )
    return None


def refused_items(found: "Assessment") -> tuple[int, ...]:
    """Demands decided "produce" or "narrow" that could not be decided so by the records of now."""
    return tuple(
        demand.number
        for demand in found.case.demands
        if demand.decision and item_refusal(found, demand, demand.decision, demand.reason)
    )


def word_needed(found: "Assessment") -> bool:
    """Whether a determination needs a person's own word and reason.

    It does where the rulebook escalates; and where a production would pass over a doubt of authenticity or a failed
    question that is to be corrected.
    """
    if found.decision is None or found.decision.binding is Binding.ESCALATE:
        return True
    if found.decision.binding is Binding.NO or not found.items_needed:
        return False
    return bool(found.produced_numbers) and (found.doubtful or _to_be_cured(found))


def _to_be_cured(found: "Assessment") -> bool:
    return any(
        each.severity is Severity.CURE and not found.rules.questions[each.question].silence
        for each in (found.decision.defects if found.decision else ())
    )


def lapses(found: "Assessment") -> tuple[Obstacle, ...]:
    """What changed since the determination so that no data may go out on it; nothing where it stands."""
    standing = found.case.determination
    if standing is None or standing.binding != "yes":
        return ()
    for missing in found.missing:
        place = missing.place.value if missing.place else "determination"
        words = f"{missing.words[:1].lower()}{missing.words[1:]}"
        return (Obstacle(1, f"Since the determination this is open again: {words}.", place),)
    if found.decision is None:
        return ()
    before = Binding(str(standing.decision.get("binding") or Binding.ESCALATE.value))
    if _BINDING[found.decision.binding] > _BINDING[before]:
        return (
            Obstacle(1, f"By the answers of now the order does not stand. {_AGAIN}", "validity"),
        )
    if not found.items_needed:
        return (
            Obstacle(
                1, f"By the answers of now the order is to be corrected. {_AGAIN}", "validity"
            ),
        )
    return _item_lapses(found, _proposed_before(standing.decision))


def _item_lapses(found: "Assessment", before: Mapping[str, int]) -> tuple[Obstacle, ...]:
    return tuple(
        Obstacle(3, f"Item {number} is not compelled as it was determined. {_AGAIN}", "scope")
        for number in sorted(found.produced_numbers)
        if (answer := found.item(number)) is None
        or _PROPOSAL[answer.proposal] > before.get(str(number), 0)
    )


def _proposed_before(decision: Mapping[str, object]) -> dict[str, int]:
    items = decision.get("items")
    return {
        str(item.get("id")): _PROPOSAL[Proposal(str(item.get("proposal")))]
        for item in (items if isinstance(items, list) else [])
    }
