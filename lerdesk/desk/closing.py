"""Close a request; open it again."""

from lerdesk.base.errors import Refused
from lerdesk.base.text import clean
from lerdesk.desk.assessment import assess
from lerdesk.desk.progress import step_of
from lerdesk.desk.recording import acting
from lerdesk.desk.session import Desk
from lerdesk.domain.vocabulary import Outcome, Status


def close(desk: Desk, request_id: int, note: str = "") -> None:
    """Close.

    Raises:
        Refused: no answer was issued, a disclosure is not recorded, or a delayed notice is still owed; a paper
            of no kind of process (an application, an invoice) has no note that says what it is.
    """
    from lerdesk.store import requests

    note = clean(note, keep_lines=True, limit=2000).strip()
    with acting(desk, request_id, "close") as act:
        found = assess(desk, act.case, act.now)
        step = step_of(found)
        standing = act.case.determination
        waits = (
            step.status is Status.WAITING
            and standing is not None
            and standing.kind in {Outcome.CURE, Outcome.PRESERVE_ONLY}
        )
        no_request = found.process is None and not act.case.letters
        if no_request and not note:
            raise Refused(
                "A paper that is no request is closed with a note.",
                "Nothing was changed.",
                "Say what it is, or name the kind of process.",
            )
        if step.place != "close" and not waits and not no_request:
            raise Refused(
                f"It cannot be closed yet: {step.words[0].lower()}{step.words[1:]}.",
                "Nothing was changed.",
            )
        requests.close(act.unit, request_id, act.now)
        act.words = "Closed" + (f": {note}" if note else "")
        act.details = {"note": note}


def reopen(desk: Desk, request_id: int, reason: str) -> None:
    """Open it again.

    Raises:
        Refused: it is open, or no reason is given.
    """
    from lerdesk.store import requests

    reason = clean(reason, keep_lines=True, limit=2000).strip()
    with acting(desk, request_id, "reopen", closed=True) as act:
        if act.case.request.closed_at is None:
            raise Refused("It is open.", "Nothing was changed.")
        if not reason:
            raise Refused("Opening it again needs a reason.", "Nothing was changed.", "Say why.")
        requests.reopen(act.unit, request_id)
        act.words = f"Opened again: {reason}"
        act.details = {"reason": reason}
