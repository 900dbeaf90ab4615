"""Determine: valid and binding or not; the outcome follows from the items."""

from lerdesk.desk.session import Desk


def determine(desk: Desk, request_id: int, *, binding: str | None = None, reason: str = "") -> None:
    """Record the determination under the rulebook's present version.

    Args:
        binding: "yes" or "no", a person's own word where the rulebook escalates; needs a reason.

    Raises:
        Refused: a fact is unconfirmed, a question open, a demand undecided, an approval waiting; or the
            rulebook says not binding and a production is decided.
    """
    raise NotImplementedError


def reopen(desk: Desk, request_id: int, reason: str) -> None:
    """Take the determination back, before anything was disclosed; the history keeps both."""
    raise NotImplementedError
