"""Close a request; open it again."""

from lerdesk.desk.session import Desk


def close(desk: Desk, request_id: int, note: str = "") -> None:
    """Close.

    Raises:
        Refused: no answer was issued, a disclosure is not recorded, or a delayed notice is still owed.
    """
    raise NotImplementedError


def reopen(desk: Desk, request_id: int, reason: str) -> None:
    """Open it again; journalled."""
    raise NotImplementedError
