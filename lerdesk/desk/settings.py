"""What the organisation sets: letterhead, zone; and the reviewer's own name."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lerdesk.desk.session import Desk

if TYPE_CHECKING:
    from lerdesk.domain.letter import Letterhead


@dataclass(frozen=True)
class Organisation:
    """Kept in the store."""

    letterhead: "Letterhead"
    zone: str
    company_state: str | None
    page: str


def organisation(desk: Desk) -> Organisation:
    """As set."""
    raise NotImplementedError


def set_organisation(desk: Desk, organisation: Organisation) -> None:
    """Set it; journalled.

    Raises:
        UserFacingError: the logo is no image, the zone is unknown.
    """
    raise NotImplementedError


def rename_reviewer(desk: Desk, name: str) -> None:
    """The name that letters and the journal bear from now on."""
    raise NotImplementedError
