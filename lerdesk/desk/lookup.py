"""Find a request by its reference."""

from lerdesk.base.errors import UserFacingError
from lerdesk.base.text import clean
from lerdesk.desk.session import Desk


def by_reference(desk: Desk, reference: str) -> int:
    """The request's id.

    Raises:
        UserFacingError: there is none.
    """
    from lerdesk.store import requests

    with desk.store.reading() as unit:
        found = requests.by_reference(unit, reference.strip().upper())
    if found is None:
        raise UserFacingError(
            f"There is no request {clean(reference, limit=40)}.", do="See lerdesk list."
        )
    return found.id
