"""What needs a second person: approved in place, by that person's own passphrase."""

from lerdesk.desk.session import Desk


def approve(desk: Desk, approval_id: int, passphrase: str) -> str:
    """Approve as whoever the passphrase fits.

    Returns:
        The approver's name.

    Raises:
        Refused: the passphrase fits nobody, or the person who asked; the store has one slot only.
    """
    raise NotImplementedError


def decline(desk: Desk, approval_id: int, passphrase: str, reason: str) -> str:
    """Decline, likewise."""
    raise NotImplementedError
