"""What a person's decision may not do by the records of now, and where it needs a word of their own."""

from typing import TYPE_CHECKING

from lerdesk.domain.request import Demand
from lerdesk.domain.vocabulary import Binding, Decision, Proposal, Severity

if TYPE_CHECKING:
    from lerdesk.desk.assessment import Assessment


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
