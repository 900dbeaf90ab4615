"""Everything recorded about one request, gathered once: what every decision of the desk is made from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from lerdesk.domain.disclosure import Disclosure
from lerdesk.domain.fact import MANY, JsonValue
from lerdesk.domain.nondisclosure import asking
from lerdesk.domain.records import (
    Approval,
    RecordedDetermination,
    RecordedLetter,
    RecordedNotice,
)
from lerdesk.domain.request import (
    Demand,
    Document,
    FactState,
    RecordedAnswer,
    RecordedFact,
    Request,
)

if TYPE_CHECKING:
    from lerdesk.store.store import Unit

_TAKEN = frozenset({FactState.CONFIRMED, FactState.CORRECTED, FactState.ASSIGNED})
_OWN = frozenset({FactState.CORRECTED, FactState.ASSIGNED})


@dataclass(frozen=True)
class CaseFile:
    """One request's records as they stand.

    Attributes:
        facts: dismissed ones are left out.
        same_case: the processes of other requests that name the same case.
        zone: the organisation's, in which its days begin.
        company_state: the State under whose law it is organised; empty where the settings do not say.
    """

    request: Request
    documents: tuple[Document, ...]
    facts: tuple[RecordedFact, ...]
    answers: Mapping[str, RecordedAnswer]
    demands: tuple[Demand, ...]
    determination: RecordedDetermination | None
    approvals: tuple[Approval, ...]
    letters: tuple[RecordedLetter, ...]
    notices: tuple[RecordedNotice, ...]
    disclosures: tuple[Disclosure, ...]
    same_case: tuple[str, ...]
    zone: ZoneInfo
    company_state: str = ""

    def values(self, field: str) -> tuple[JsonValue, ...]:
        """The field's values, what a person took before what is only proposed.

        Of a field that has one value, what a person typed or marked last comes before what was read and confirmed.
        """
        rows = [fact for fact in self.facts if fact.field == field]
        rows.sort(key=lambda fact: (fact.state not in _TAKEN, fact.id))
        if field not in MANY or field == "process_type":
            own = [fact for fact in rows if fact.state in _OWN]
            rows = own[::-1] + [fact for fact in rows if fact.state not in _OWN]
        return tuple(fact.value for fact in rows)

    def value(self, field: str) -> JsonValue:
        """The field's first value, None where the order does not say."""
        return next(iter(self.values(field)), None)

    def text(self, field: str) -> str:
        """The field's first value as text, empty where the order does not say."""
        value = self.value(field)
        return value if isinstance(value, str) else ""

    def day(self, field: str) -> date | None:
        """The field's first value as a date."""
        try:
            return date.fromisoformat(self.text(field))
        except ValueError:
            return None

    @property
    def process(self) -> str | None:
        """The process that asks; a silence order that came with it is none, unless it came alone."""
        return asking([str(value) for value in self.values("process_type")])

    @property
    def unconfirmed(self) -> tuple[RecordedFact, ...]:
        """Facts that no person has looked at."""
        return tuple(fact for fact in self.facts if fact.state is FactState.PROPOSED)

    @property
    def undecided(self) -> tuple[Demand, ...]:
        """Demands that no person has decided."""
        return tuple(demand for demand in self.demands if demand.decision is None)

    def local_day(self, moment: datetime) -> date:
        """The organisation's day of a moment."""
        return moment.astimezone(self.zone).date()

    def issued(self, *kinds: str) -> Iterator[RecordedLetter]:
        """Issued letters of these kinds, oldest first."""
        return (
            letter for letter in self.letters if letter.state == "issued" and letter.kind in kinds
        )


def gather(unit: "Unit", request_id: int) -> CaseFile:
    """Read one request's records.

    Raises:
        UserFacingError: there is no such request.
    """
    from lerdesk.store import (
        answers,
        approvals,
        demands,
        determinations,
        disclosures,
        documents,
        facts,
        letters,
        notices,
        organisation,
        related,
        requests,
    )

    own = organisation.get(unit)
    return CaseFile(
        request=requests.get(unit, request_id),
        documents=documents.of_request(unit, request_id),
        facts=tuple(
            fact
            for fact in facts.of_request(unit, request_id)
            if fact.state is not FactState.DISMISSED
        ),
        answers=answers.of_request(unit, request_id),
        demands=demands.of_request(unit, request_id),
        determination=determinations.current(unit, request_id),
        approvals=approvals.of_request(unit, request_id),
        letters=letters.of_request(unit, request_id),
        notices=notices.of_request(unit, request_id),
        disclosures=disclosures.of_request(unit, request_id),
        same_case=related.same_case(unit, request_id),
        zone=ZoneInfo(own.zone),
        company_state=own.company_state or "",
    )
