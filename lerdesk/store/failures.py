"""What the database refuses, told to a person in one line; what is nobody's doing but ours stays a bug."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from lerdesk.base.errors import UserFacingError

_KEPT = "Everything recorded before is kept; the last change was not."

_TOLD = (
    (
        ("database or disk is full",),
        UserFacingError, "The disk is full.", _KEPT, "Make room on the disk, then do it again.",
    ),
    (
        ("disk i/o error",),
        UserFacingError, "The disk refused to read or write.", _KEPT,
        "Check that the disk has room and is well, then do it again.",
    ),
    (
        ("readonly database", "unable to open database file"),
        UserFacingError, "The store's folder cannot be written.", _KEPT,
        "Make the folder writable for you, then do it again.",
    ),
    (
        ("file is not a database", "malformed", "file is encrypted"),
        UserFacingError, "The store's database is damaged.", "Nothing was changed.",
        "Put back the store from a backup; keep this folder for whoever examines it.",
    ),
    (
        ("database is locked",),
        UserFacingError, "Another program uses the store's database.", _KEPT, "Close it there first.",
    ),
)  # fmt: skip


def told(error: DBAPIError) -> UserFacingError | None:
    """The error for a person; None where it is a bug."""
    words = str(error.orig).lower()
    for signs, kind, what, kept, do in _TOLD:
        if any(sign in words for sign in signs):
            return kind(what, kept, do)
    return None


@contextmanager
def failures_told() -> Iterator[None]:
    """Turn what the database refuses within into the error for a person."""
    try:
        yield
    except DBAPIError as error:
        if (mine := told(error)) is not None:
            raise mine from error
        raise
