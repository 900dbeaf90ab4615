"""Take in a served file."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from lerdesk.desk.session import Desk


@dataclass(frozen=True)
class Received:
    """What became of a file.

    Attributes:
        note: in words, when it was taken in but could not be read (worked by hand), or is a duplicate.
        duplicate_of: the reference that holds the same bytes; the file is then not taken in again.
    """

    request_id: int
    reference: str
    note: str | None = None
    duplicate_of: str | None = None


def receive(
    desk: Desk,
    name: str,
    data: bytes,
    *,
    received_at: datetime | None = None,
    served_on: date | None = None,
    channel: str = "portal",
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Received:
    """Read a file in the confined process and open a request with its proposed facts and demands.

    Raises:
        UserFacingError: not a PDF, encrypted, empty, too large: one clear message, nothing is taken in.
        Cancelled: a person stopped it; nothing is taken in.
    """
    raise NotImplementedError
