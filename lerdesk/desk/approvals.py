"""What needs a second person: approved in place, by that person's own passphrase."""

from dataclasses import replace

from lerdesk.base.errors import Refused
from lerdesk.base.text import clean
from lerdesk.desk.recording import acting
from lerdesk.desk.session import Desk
from lerdesk.domain.records import FINDINGS, Approval

#: kinds of approval in words; the policy says which of them need two persons
KINDS = {
    "illegal_conduct": "Finding of illegal conduct",
    "consent": "The customer’s consent",
    "safety_risk": "Risk to somebody’s life or health",
    "account_compromised": "An account that was taken over",
    "enterprise_tenant": "An enterprise customer’s account",
    "determination": "Determination",
    "disclosure_of_content": "Disclosure of content",
    "wide_demand": "A demand that reaches far",
}


def approve(desk: Desk, approval_id: int, passphrase: str) -> str:
    """Approve as whoever the passphrase fits.

    Returns:
        The approver's name.

    Raises:
        Refused: the passphrase fits nobody, or the person who asked; the store has one slot only.
    """
    return _answer(desk, approval_id, passphrase, "approved", "")


def decline(desk: Desk, approval_id: int, passphrase: str, reason: str) -> str:
    """Decline, likewise; it needs a reason."""
    reason = clean(reason, limit=2000).strip()
    if not reason:
        raise Refused("Declining needs a reason.", "Nothing was changed.", "Say why.")
    return _answer(desk, approval_id, passphrase, "declined", reason)


def withdraw(desk: Desk, approval_id: int) -> None:
    """Take back a finding that waits, by the person who made it: what it stood in the way of goes on.

    Raises:
        Refused: it was answered already, another person made it, or it is no finding.
    """
    from lerdesk.store import approvals

    with desk.store.reading() as unit:
        approval = approvals.get(unit, approval_id)
    if not may_withdraw(desk, approval):
        raise Refused(
            "Only a finding that waits is withdrawn, by the person who made it.",
            "Nothing was changed.",
            "A determination is taken back as a whole; the second person declines the rest.",
        )
    with acting(desk, approval.request_id, "approval.withdrawn") as act:
        approvals.answer(
            act.unit,
            approval_id,
            state="declined",
            by=act.actor.name,
            at=act.now,
            reason="The finding was withdrawn.",
        )
        act.words = f"Withdrew: {KINDS[approval.kind]}"
        act.details = {"approval": approval_id, "kind": approval.kind}


def may_withdraw(desk: Desk, approval: Approval) -> bool:
    """Whether the desk's person can take it back."""
    return (
        approval.state == "waiting"
        and approval.kind in FINDINGS
        and approval.asked_by == desk.person.name
    )


def why_waiting(desk: Desk, approval: Approval) -> str | None:
    """Why an approval waits, in words; None when it was answered."""
    from lerdesk.store import people

    if approval.state != "waiting":
        return None
    with desk.store.reading() as unit:
        others = [each.name for each in people.all(unit) if each.name != approval.asked_by]
    if not others:
        return "This store has one key slot. Add a second person in Settings; it waits until then."
    return f"It waits for {' or '.join(others)}."


def _answer(desk: Desk, approval_id: int, passphrase: str, state: str, reason: str) -> str:
    from lerdesk.store import approvals, requests

    person = desk.store.person_for(passphrase)
    with desk.store.reading() as unit:
        approval = approvals.get(unit, approval_id)
    if person is None:
        raise Refused("This passphrase fits no key slot.", "It still waits.", "Try again.")
    if person.name == approval.asked_by:
        raise Refused(
            f"{person.name} asked for it and cannot approve it.",
            "It still waits.",
            "Another person approves with their own passphrase.",
        )
    if approval.state != "waiting":
        raise Refused(f"It was {approval.state} already.", "Nothing was changed.")
    with acting(desk, approval.request_id, f"approval.{state}") as act:
        act.actor = person
        approvals.answer(
            act.unit, approval_id, state=state, by=person.name, at=act.now, reason=reason
        )
        if approval.kind in FINDINGS and state == "approved":
            flags = replace(act.case.request.flags, **{FINDINGS[approval.kind]: True})
            requests.set_flags(act.unit, approval.request_id, flags)
        what = KINDS.get(approval.kind, approval.kind)
        act.words = f"{state.capitalize()}: {what}" + (f". {reason}" if reason else "")
        act.details = {"approval": approval_id, "kind": approval.kind, "reason": reason}
    return person.name
