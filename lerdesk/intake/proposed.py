"""A line of scope as the order words it, before a person decided anything about it."""

from dataclasses import dataclass
from datetime import date

from lerdesk.domain.fact import Evidence, JsonValue


@dataclass(frozen=True)
class ProposedPeriod:
    """The time that a demand reaches over.

    Attributes:
        start: first day, where the document gives one.
        end: last day, where the document gives one.
        words: as written.
    """

    start: date | None
    end: date | None
    words: str

    def to_json(self) -> JsonValue:
        """As the field ``period`` writes it."""
        return {
            "from": self.start.isoformat() if self.start else None,
            "to": self.end.isoformat() if self.end else None,
            "words": self.words,
        }


@dataclass(frozen=True)
class ProposedDemand:
    """One item of what is asked for.

    Attributes:
        number: as numbered in the order (``a``, ``1``, ``B.3``), else the place in the list.
        words: the order's words, without the number and the closing mark.
        category: the data category that leads (an id such as ``C13``), where one is recognised.
        categories: every category that the words touch, the leading one first.
        evidence: page, quote and boxes.
        identifiers: the accounts, orders or persons that it reaches, as written.
        period: the time that it reaches over, where one is given.
    """

    number: str
    words: str
    category: str | None
    categories: tuple[str, ...]
    evidence: Evidence
    identifiers: tuple[str, ...] = ()
    period: ProposedPeriod | None = None
