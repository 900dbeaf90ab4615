"""Whether what a person decided stands by what the records say now.

Facts and answers stay open to correction after a decision: silence is extended, an answer turns out wrong. What was
decided before is then weighed again, so that nothing goes out on ground that is gone.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lerdesk.desk.missing import missing_of
from lerdesk.domain.disclosure import Obstacle, ProductionCase
from lerdesk.domain.vocabulary import Binding, Proposal

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


def lapses(found: "Assessment") -> tuple[Obstacle, ...]:
    """What changed since the determination so that no data may go out on it; nothing where it stands."""
    standing = found.case.determination
    if standing is None or standing.binding != "yes":
        return ()
    for missing in missing_of(found):
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


def production_of(found: "Assessment") -> ProductionCase:
    """What the gates of a disclosure ask."""
    standing, told = found.case.determination, found.told
    return ProductionCase(
        binding=standing.binding if standing else None,
        outcome=standing.outcome if standing else None,
        produced=found.produced_numbers,
        content=found.content_numbers,
        effect=found.effect,
        release_on=told.release_on if told else None,
        told=told is not None,
        lapses=lapses(found),
    )
