"""The determination bar in words: what comes out, why, and the one button."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lerdesk.base.written import day_words, sentence_start
from lerdesk.desk.missing import missing_of
from lerdesk.desk.progress import step_of
from lerdesk.desk.refusals import word_needed
from lerdesk.desk.session import Place, Step
from lerdesk.desk.typography import cited
from lerdesk.domain.scope_outcome import outcome_of
from lerdesk.domain.vocabulary import Binding, Decision, Outcome, Proposal

if TYPE_CHECKING:
    from lerdesk.desk.assessment import Assessment

_HEADINGS = {
    Outcome.PRODUCE_FULL: "Full response",
    Outcome.PRODUCE_PARTIAL: "Partial response",
    Outcome.REJECT: "No response",
    Outcome.CURE: "To be corrected first",
    Outcome.PRESERVE_ONLY: "Preserve only",
    Outcome.NO_RECORDS: "Nothing held",
    Outcome.ESCALATE: "A lawyer decides",
}
_BUTTONS = {
    "determination": "Record the determination",
    "notice": "Draft the notice",
    "disclosure": "Record the disclosure",
    "close": "Close the request",
    "approval": "Ask the second person",
}


def outcome_now(found: "Assessment") -> Outcome | None:
    """The outcome recorded; else the one that answers and decisions come to so far."""
    standing = found.case.determination
    if standing is not None:
        return Outcome(standing.kind) if standing.kind else None
    if found.decision is None:
        return None
    if not found.items_needed:
        return found.decision.outcome
    decided = [Decision(d.decision) for d in found.case.demands if d.decision]
    return outcome_of([*decided, *_to_come(found)]) if decided else None


def _to_come(found: "Assessment") -> list[Decision]:
    """What the open items come to as proposed, so that neither a full response nor none is foretold beside them."""
    proposals = {each.id: each.proposal for each in found.decision.items} if found.decision else {}
    met = {proposals.get(str(demand.number)) for demand in found.case.undecided}
    come = {
        Decision.PRODUCE: {Proposal.PRODUCE},
        Decision.NARROW: {Proposal.NARROW},
        Decision.OBJECT: {Proposal.BLOCK, Proposal.ESCALATE},
    }
    return [decision for decision, proposed in come.items() if met & proposed]


def heading_of(found: "Assessment") -> str:
    """The outcome in two words, or that nothing is decided yet."""
    outcome = outcome_now(found)
    if outcome is None:
        return "Nothing to answer" if found.case.determination else "Not decided yet"
    return _HEADINGS[outcome]


def sentence_of(found: "Assessment") -> str:
    """Valid and binding or not, what is not reached, and what stands against telling the customer."""
    if found.decision is None:
        return "The kind of process is not known yet; the rules are asked once it is."
    standing = found.case.determination
    binding = standing.binding if standing else found.decision.binding.value
    tail = "" if standing else " so far"
    first = {
        "yes": f"Valid and binding{tail}.",
        "no": "Not valid and binding: " + _why_not(found),
        "escalate": "A lawyer decides whether it binds: " + _why_not(found),
    }[binding]
    parts = (first, *_not_reached(found), _customer(found), _undisclosed(found))
    parts = (*parts, _other_rulebook(found))
    return " ".join(part for part in parts if part)


def _why_not(found: "Assessment") -> str:
    defects = found.decision.defects if found.decision else ()
    severe = [each for each in defects if each.severity.value in {"BLOCK", "ESCALATE"}]
    if severe:
        question = found.rules.questions[severe[0].question]
        return f"{question.text} {sentence_start(cited(question.citation)).rstrip('.')}."
    if found.process is None or found.decision is None:
        return ""
    if found.process.permits_only:
        return f"{found.process.name} permits and does not compel."
    if found.decision.binding is Binding.NO:
        return f"{found.process.name} does not bind the company."
    return f"{found.process.name}: whether it binds the company is a lawyer’s question."


def _not_reached(found: "Assessment") -> list[str]:
    if found.decision is None or not found.items_needed:
        return []
    out = []
    for each in found.decision.items:
        if each.proposal is Proposal.BLOCK:
            out.append(f"Item {each.id} is not reached by this process: {cited(each.citation)}.")
        elif each.proposal is Proposal.ESCALATE:
            out.append(f"Item {each.id}: a lawyer decides.")
    return out[:2]


def _customer(found: "Assessment") -> str:
    if found.case.determination is None:
        return ""
    told = found.told
    if told and told.release_on:
        return f"The customer was told; content not before {day_words(told.release_on)}."
    reason = found.notice_reason.strip() if found.notice_reason else ""
    return f"Notice: {reason.rstrip('.')}." if reason else ""


def _undisclosed(found: "Assessment") -> str:
    """What is still to go, once something went: a second disclosure is not asked for without saying of what."""
    went = found.went
    left = sorted(found.produced_numbers - went)
    if not went or not left or found.case.determination is None:
        return ""
    if found.closed:
        return f"Not disclosed: {items_words(left)}."
    return f"{sentence_start(items_words(left))} {'is' if len(left) == 1 else 'are'} not disclosed yet."


def items_words(numbers: Sequence[int]) -> str:
    """``item 3``; ``items 2, 3 and 5``."""
    if len(numbers) == 1:
        return f"item {numbers[0]}"
    return f"items {', '.join(map(str, numbers[:-1]))} and {numbers[-1]}"


def _other_rulebook(found: "Assessment") -> str:
    """A determination stands under the rulebook that it was made under; said where another holds by now."""
    standing = found.case.determination
    if standing is None or standing.rulebook == found.rules.version:
        return ""
    return f"Decided under rulebook {standing.rulebook}; {found.rules.version} holds now."


def action_of(found: "Assessment") -> Step | None:
    """The one button; while things are missing it is None or drafts, never issues."""
    request_id = found.case.request.id
    if found.closed:
        return None
    step = step_of(found)
    if found.case.determination is None:
        if missing_of(found):
            return None
        target = "binding" if word_needed(found) else None
        return Step(_BUTTONS["determination"], Place.DETERMINATION, target, request_id)
    if step.place == "letter":
        return Step("Draft answer", Place.LETTER, step.target, request_id)
    if step.place in _BUTTONS:
        return Step(_BUTTONS[step.place], Place(step.place), step.target or None, request_id)
    return None
