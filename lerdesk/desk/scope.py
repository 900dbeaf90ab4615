"""Decide each demand; add and mend demands."""

from datetime import date

from lerdesk.desk.session import Desk
from lerdesk.domain.fact import Evidence
from lerdesk.domain.vocabulary import Decision


def decide(
    desk: Desk,
    request_id: int,
    number: int,
    decision: Decision,
    *,
    narrowed_from: date | None = None,
    narrowed_to: date | None = None,
    reason: str = "",
) -> None:
    """Record what a person decided about one demand.

    Raises:
        Refused: produce or narrow where the process does not compel the category (``BLOCK``); produce or
            narrow where a lawyer decides and no reason is given; narrow without two dates inside the period.
    """
    raise NotImplementedError


def add_demand(
    desk: Desk,
    request_id: int,
    words: str,
    category: str,
    *,
    targets: tuple[str, ...] = (),
    period_from: date | None = None,
    period_to: date | None = None,
    document_id: int | None = None,
    evidence: Evidence | None = None,
) -> int:
    """Add a line that the reader did not find; its number."""
    raise NotImplementedError


def change_demand(
    desk: Desk,
    request_id: int,
    number: int,
    *,
    category: str | None = None,
    targets: tuple[str, ...] | None = None,
    period: tuple[date | None, date | None] | None = None,
    identified: bool | None = None,
) -> None:
    """Mend what the reader read of a demand; a decision on it is opened again."""
    raise NotImplementedError


def remove_demand(desk: Desk, request_id: int, number: int, reason: str) -> None:
    """The order does not ask this; journalled, numbers are not given again."""
    raise NotImplementedError


def categories(desk: Desk) -> tuple[tuple[str, str, str], ...]:
    """Id, name and class of each data category, for the chooser."""
    raise NotImplementedError
