"""Determine: valid and binding or not; the outcome follows from the items."""

from collections.abc import Mapping
from typing import cast

from lerdesk.base.errors import Refused
from lerdesk.base.text import clean
from lerdesk.desk.assessment import Assessment, assess
from lerdesk.desk.missing import missing_of
from lerdesk.desk.recording import Act, acting
from lerdesk.desk.refusals import word_needed
from lerdesk.desk.scope_views import wide_numbers
from lerdesk.desk.session import Desk
from lerdesk.domain.fact import JsonValue
from lerdesk.domain.records import FINDINGS
from lerdesk.domain.scope_outcome import outcome_of, published
from lerdesk.domain.vocabulary import Binding, Decision, Outcome


def determine(desk: Desk, request_id: int, *, binding: str | None = None, reason: str = "") -> None:
    """Record the determination under the rulebook's present version.

    Args:
        desk: the desk.
        request_id: the request.
        binding: "yes" or "no", a person's own word where the rulebook escalates; needs a reason.
        reason: why a person decides above the rulebook.

    Raises:
        Refused: a fact is unconfirmed, a question open, a demand undecided; or the rulebook says not binding,
            or escalates and no person's word and reason are given.
    """
    from lerdesk.store import approvals, determinations
    from lerdesk.store import undo as undo_table

    reason = clean(reason, keep_lines=True, limit=4000).strip()
    with acting(desk, request_id, "determine") as act:
        found = assess(desk, act.case, act.now)
        if act.case.determination:
            raise Refused("The determination is recorded already.", "Nothing was changed.")
        for missing in missing_of(found):
            raise Refused(
                f"The determination waits: {missing.words[0].lower()}{missing.words[1:]}.",
                "Nothing was changed.",
                "Do that first.",
            )
        word = _binding(found, binding, reason)
        outcome = _outcome(act, found, word)
        determinations.add(
            act.unit,
            request_id=request_id,
            rulebook=desk.rulebook.version,
            binding=word.value,
            outcome=published(outcome),
            kind=outcome.value if outcome else "",
            decision=_as_printed(found),
            reason=reason,
            by=act.actor.name,
            at=act.now,
        )
        undo_table.clear(act.unit, request_id)
        for kind, ground in _seconds(desk, act, outcome):
            approvals.add(
                act.unit,
                request_id=request_id,
                kind=kind,
                ground=ground,
                asked_by=act.actor.name,
                asked_at=act.now,
            )
        under = f" (rulebook {desk.rulebook.version})"
        act.words = f"Determined: {_WORDS[outcome]}{under}" + (f". {reason}" if reason else "")
        act.details = {
            "binding": word.value,
            "outcome": outcome.value if outcome else None,
            "rulebook": desk.rulebook.version,
            "proposed": found.decision.binding.value if found.decision else None,
            "reason": reason,
        }


_WORDS = {
    Outcome.PRODUCE_FULL: "valid and binding, full response",
    Outcome.PRODUCE_PARTIAL: "valid and binding, partial response",
    Outcome.REJECT: "no response",
    Outcome.CURE: "to be corrected first",
    Outcome.PRESERVE_ONLY: "preserve, nothing to disclose",
    Outcome.NO_RECORDS: "nothing held",
    Outcome.ESCALATE: "a lawyer decides",
    None: "nothing to answer",
}


def _as_printed(found: Assessment) -> Mapping[str, JsonValue]:
    return cast("Mapping[str, JsonValue]", found.decision.to_json()) if found.decision else {}


def _binding(found: Assessment, given: str | None, reason: str) -> Binding:
    proposed = found.decision.binding if found.decision else Binding.ESCALATE
    if given is not None and given not in {"yes", "no"}:
        raise Refused(f"Binding is yes or no, not {given}.", "Nothing was changed.")
    word = Binding(given) if given else proposed
    if proposed is Binding.NO and word is Binding.YES:
        raise Refused(
            "The order fails a question that no determination can set aside.",
            "Nothing was changed.",
            "Correct the answer that it follows from, or answer with a deficiency.",
        )
    given_above = word is not proposed or (word is Binding.YES and word_needed(found))
    if word is Binding.ESCALATE or (given_above and not (given and reason)):
        raise Refused(
            "A lawyer decides whether this binds.",
            "Nothing was changed.",
            "Say yes or no, and give the reason.",
        )
    return word


def _outcome(act: Act, found: Assessment, word: Binding) -> Outcome | None:
    proposed = found.decision.outcome if found.decision else None
    if word is Binding.NO:
        return Outcome.REJECT
    if not found.items_needed:
        return proposed
    decisions = [demand.decision for demand in act.case.demands if demand.decision]
    return outcome_of([Decision(each) for each in decisions])


def _seconds(desk: Desk, act: Act, outcome: Outcome | None) -> list[tuple[str, str]]:
    """What the policy gives to a second person at this point."""
    needed = desk.rulebook.policy.two_persons
    asked = []
    if "determination" in needed:
        asked.append(("determination", f"Determination: {_WORDS[outcome]}."))
    producing = outcome in {Outcome.PRODUCE_FULL, Outcome.PRODUCE_PARTIAL}
    found = assess(desk, act.case, act.now)
    if "disclosure_of_content" in needed and producing and found.content_numbers:
        items = ", ".join(map(str, sorted(found.content_numbers)))
        asked.append(("disclosure_of_content", f"Disclosure of content, item {items}."))
    wide = wide_numbers(desk, found) if "wide_demand" in needed and producing else ()
    if wide:
        items = ", ".join(map(str, wide))
        asked.append(("wide_demand", f"Production of a demand that reaches far, item {items}."))
    return asked


def reopen(desk: Desk, request_id: int, reason: str) -> None:
    """Take the determination back, before anything was disclosed; the history keeps both.

    Raises:
        Refused: nothing is determined, something was disclosed, or no reason is given.
    """
    from lerdesk.store import approvals, determinations

    reason = clean(reason, keep_lines=True, limit=2000).strip()
    with acting(desk, request_id, "determination.revoke") as act:
        standing = act.case.determination
        if standing is None:
            raise Refused("Nothing is determined.", "Nothing was changed.")
        if act.case.disclosures:
            raise Refused(
                "Records were disclosed under this determination.",
                "It stands.",
                "Record what follows as a new request.",
            )
        if not reason:
            raise Refused("Taking it back needs a reason.", "It stands.", "Say why.")
        determinations.revoke(act.unit, standing.id, act.now)
        for approval in act.case.approvals:
            if approval.kind not in FINDINGS and approval.state == "waiting":
                approvals.answer(
                    act.unit,
                    approval.id,
                    state="declined",
                    by=act.actor.name,
                    at=act.now,
                    reason="The determination was taken back.",
                )
        act.words = f"Took the determination back: {reason}"
        act.details = {"determination": standing.id, "reason": reason}
