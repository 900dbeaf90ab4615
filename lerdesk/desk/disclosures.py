"""Record a disclosure with its manifest."""

from datetime import datetime
from pathlib import Path

from lerdesk.desk.session import Desk
from lerdesk.domain.disclosure import ProducedFile


def describe(path: Path, demand_number: int) -> ProducedFile:
    """Name, size and SHA-256 of a file; the file itself is not taken in.

    Raises:
        UserFacingError: the file cannot be read.
    """
    raise NotImplementedError


def record(
    desk: Desk,
    request_id: int,
    *,
    recipient: str,
    means: str,
    files: tuple[ProducedFile, ...],
    at: datetime | None = None,
) -> None:
    """Record what was given.

    Raises:
        Refused: not valid and binding; content before the notice's waiting period passed; a file that belongs
            to no item decided "produce" or "narrow"; each with its reason.
    """
    raise NotImplementedError
