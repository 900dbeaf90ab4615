"""From what the reader proposes to rows of scope: two rows where a line asks for more than is compelled."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from lerdesk.base.text import clean
from lerdesk.desk.session import Desk
from lerdesk.desk.targets import accounts
from lerdesk.domain.fact import Evidence, JsonValue
from lerdesk.domain.nondisclosure import asking
from lerdesk.domain.rules import Rulebook
from lerdesk.domain.vocabulary import Cell, DataClass

if TYPE_CHECKING:
    from lerdesk.documents.reading import Reading
    from lerdesk.store.store import Unit

#: from the least to the most protected
_RISING = (
    DataClass.BSI,
    DataClass.BUSINESS,
    DataClass.NONCONTENT,
    DataClass.LIVE_DRAS,
    DataClass.VIEWING,
    DataClass.LOCATION,
    DataClass.LIVE_LOCATION,
    DataClass.CONTENT,
    DataClass.LIVE_CONTENT,
)


def demand_rows(
    desk: Desk, unit: "Unit", request_id: int, document_id: int, reading: "Reading"
) -> None:
    """Add the proposed demands of one file, and of what the facts say where no line was found."""
    from lerdesk.store import demands

    kinds = [str(fact.value) for fact in reading.facts if fact.field == "process_type"]
    process = asking(kinds)
    everyone = _targets(reading)
    start, end = _period(reading)
    for proposed in reading.demands:
        for group in groups(desk.rulebook, process, proposed.categories):
            period = proposed.period
            demands.add(
                unit,
                request_id,
                words=clean(proposed.words, keep_lines=True, limit=8000),
                category=group,
                targets=_own(reading, proposed.identifiers) or everyone,
                period_from=period.start if period else start,
                period_to=period.end if period else end,
                identified=bool(proposed.identifiers or everyone),
                document_id=document_id,
                evidence=proposed.evidence,
            )
    if not reading.demands:
        for category, evidence in _from_facts(reading, desk.rulebook, process):
            demands.add(
                unit,
                request_id,
                words=clean(evidence.quote, limit=8000),
                category=category,
                targets=everyone,
                period_from=start,
                period_to=end,
                identified=bool(everyone),
                document_id=document_id,
                evidence=evidence,
            )


def groups(
    rulebook: Rulebook, process: str | None, categories: tuple[str, ...]
) -> tuple[str | None, ...]:
    """The categories that stand for a line: the most protected of those that the process answers alike.

    So what is compelled is not lost with what is not.
    """
    known = [each for each in categories if each in rulebook.categories]
    if not known:
        return (None,)
    cells = rulebook.matrix.cells.get(process or "", {})
    by_cell: dict[Cell, list[str]] = {}
    for each in known:
        data_class = rulebook.categories[each].data_class
        cell = cells.get(data_class) if data_class else None
        answer = cell.cell if cell else Cell.LAWYER
        by_cell.setdefault(answer, []).append(each)
    return tuple(max(same, key=lambda each: _rank(rulebook, each)) for same in by_cell.values())


def _rank(rulebook: Rulebook, category: str) -> int:
    data_class = rulebook.categories[category].data_class
    return _RISING.index(data_class) if data_class else len(_RISING)


def _targets(reading: "Reading") -> tuple[str, ...]:
    return accounts(fact.value for fact in reading.facts if fact.field == "identifier")


def _own(reading: "Reading", named: tuple[str, ...]) -> tuple[str, ...]:
    """The accounts among the identifiers that one demand names."""
    inside = set(named)
    return accounts(
        fact.value
        for fact in reading.facts
        if fact.field == "identifier"
        and isinstance(fact.value, dict)
        and fact.value.get("value") in inside
    )


def _period(reading: "Reading") -> tuple[date | None, date | None]:
    return period_of(fact.value for fact in reading.facts if fact.field == "period")


def period_of(values: Iterable[JsonValue]) -> tuple[date | None, date | None]:
    """First and last day of the first of a field ``period``'s values; None where it has no such end."""
    for value in values:
        if isinstance(value, dict):
            start, end = value.get("from"), value.get("to")
            return (
                date.fromisoformat(str(start)) if start else None,
                date.fromisoformat(str(end)) if end else None,
            )
    return None, None


def _from_facts(
    reading: "Reading", rulebook: Rulebook, process: str | None
) -> list[tuple[str, Evidence]]:
    rows: dict[tuple[str, int], list[tuple[str, Evidence]]] = {}
    for fact in reading.facts:
        if fact.field == "data_category" and str(fact.value) in rulebook.categories:
            place = (fact.evidence.quote, fact.evidence.page)
            rows.setdefault(place, []).append((str(fact.value), fact.evidence))
    return [
        (chosen, same[0][1])
        for same in rows.values()
        for chosen in groups(rulebook, process, tuple(category for category, _ in same))
        if chosen is not None
    ]
