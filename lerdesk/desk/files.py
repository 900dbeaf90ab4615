"""Take in served files by their path: the size is asked before a byte is read."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from lerdesk.base.errors import UserFacingError
from lerdesk.base.text import clean
from lerdesk.desk.receive import Received, receive
from lerdesk.desk.session import Desk


def receive_path(
    desk: Desk,
    path: Path,
    *,
    received_at: datetime | None = None,
    served_on: date | None = None,
    channel: str = "portal",
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Received:
    """Take in a file from disk, as ``receive``.

    Raises:
        UserFacingError: it is missing, no file, empty, too large, unreadable, or no PDF that can be read.
        Cancelled: a person stopped it; nothing is taken in.
    """
    from lerdesk.documents.limits import FILE_BYTES

    name = clean(path.name, limit=120)
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise UserFacingError(f"{name} is no file.", "Nothing was taken in.", "Choose a PDF.")
        if size > FILE_BYTES:
            raise UserFacingError(
                f"{name} is larger than {FILE_BYTES // 1_000_000} MB.",
                "Nothing was taken in.",
                "Ask the sender for a smaller PDF, or split it.",
            )
        data = path.read_bytes()
    except OSError as error:
        raise UserFacingError(
            f"{name} cannot be read: {error.strerror or 'it is not there'}.",
            "Nothing was taken in.",
        ) from error
    if not data:
        raise UserFacingError(f"{name} is empty.", "Nothing was taken in.", "Ask for it again.")
    return receive(
        desk,
        path.name,
        data,
        received_at=received_at,
        served_on=served_on,
        channel=channel,
        progress=progress,
        cancelled=cancelled,
    )
