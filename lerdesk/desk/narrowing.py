"""What a letter offers instead of a demand that reaches too far, with the case's own values."""

from collections.abc import Mapping
from datetime import date, timedelta

from lerdesk.desk.assessment import Assessment
from lerdesk.desk.case_file import CaseFile
from lerdesk.desk.session import Desk
from lerdesk.desk.typography import cited, running
from lerdesk.domain.letter import mask
from lerdesk.domain.overbreadth import (
    Demanded,
    in_words,
    offer,
    period_in_words,
    shorter_period,
    shown,
)
from lerdesk.domain.request import Demand
from lerdesk.domain.rules import Rulebook
from lerdesk.domain.scope import cell_for_class
from lerdesk.domain.vocabulary import Binding, Cell, DataClass

#: what a class of data is called in a letter
CLASSES: Mapping[DataClass, str] = {
    DataClass.BSI: "basic subscriber information",
    DataClass.BUSINESS: "our own records of orders and sales",
    DataClass.NONCONTENT: "records other than content",
    DataClass.VIEWING: "video-viewing records",
    DataClass.LOCATION: "location records",
    DataClass.CONTENT: "content",
}
#: of several processes that reach a class the least is named: in this order
_RISING = ("US_ADMIN", "US_GJ_FED", "US_2703D", "US_PRTT", "US_SW_FED", "US_TRACKING", "US_T3")


def offered(rules: Rulebook, case: CaseFile, demand: Demand) -> tuple[date | None, date]:
    """The dates that a narrowing starts from: the order's own period elsewhere, else what the demand says.

    Never longer than what is not questioned.
    """
    start, end = demand.period_from, demand.period_to
    others = [
        other for other in case.demands if other.period_from and other.number != demand.number
    ]
    if start is None and others:
        start = min(other.period_from for other in others if other.period_from)
    if end is None:
        ends = [other.period_to for other in others if other.period_to]
        end = max(ends) if ends else case.local_day(case.request.received_at)
    end = min(end, case.local_day(case.request.received_at))
    category = rules.categories.get(demand.category or "")
    if start and category:
        start = max(start, shorter_period(rules.policy, category, end)[0])
    return min(start, end) if start else None, end


def offers(
    desk: Desk, case: CaseFile, found: Assessment, demand: Demand, asked: Demanded
) -> Mapping[str, str]:
    """Each test's offer for one demand, as letter text, by the test's id."""
    rules = desk.rulebook
    values = _values(desk, case, found, demand, asked)
    said = {one.factor.id: one.quote for one in shown(rules, asked)}
    return {
        factor.id: offer(factor, {**values, "words": said.get(factor.id, "")})
        for factor in rules.factors.values()
    }


def supported(rules: Rulebook, process: str) -> tuple[str, ...]:
    """What a process reaches, in a letter's words."""
    cells = rules.matrix.cells.get(process, {})
    return tuple(words for name, words in CLASSES.items() if cells[name].cell is Cell.YES)


def reaching(rules: Rulebook, data_class: DataClass | None) -> str:
    """The least process of the United States that compels a class, "a search warrant"; empty where none does."""
    if data_class is None:
        return ""
    for process in _RISING:
        if process not in rules.processes:
            continue
        kind = rules.processes[process]
        if kind.binding.get("US") is Binding.YES and (
            cell_for_class(rules, process, data_class).cell is Cell.YES
        ):
            return with_article(cited(kind.noun or running(kind.name)))
    return ""


def with_article(noun: str) -> str:
    """``a federal search warrant``, ``an order``."""
    return f"{'an' if noun[:1].lower() in 'aeio' else 'a'} {noun}"


def _values(
    desk: Desk, case: CaseFile, found: Assessment, demand: Demand, asked: Demanded
) -> dict[str, str]:
    rules, category = desk.rulebook, asked.category
    received = case.local_day(case.request.received_at)
    start, end = offered(rules, case, demand)
    many = len(demand.targets) > rules.policy.many_accounts
    days = rules.policy.least_days_many if many else rules.policy.least_days
    process = found.process
    reached = supported(rules, process.id) if process else ()
    shown_accounts = [mask(target) for target in demand.targets[:3]]
    more = len(demand.targets) - len(shown_accounts)
    if more > 0:
        shown_accounts.append(f"{more} more")
    return {
        "item": str(demand.number),
        "category": running(category.name) if category else "",
        "account": _listed(shown_accounts),
        "accounts": str(len(demand.targets)) if demand.targets else "",
        "period": period_in_words(demand.period_from, demand.period_to or received),
        "offered period": period_in_words(start, end),
        "process": cited(process.noun or running(process.name)) if process else "",
        "reaching process": reaching(rules, category.data_class if category else None),
        "supported": _listed(reached),
        "receipt date": in_words(received),
        "due date": in_words(asked.return_on) if asked.return_on else "",
        "production date": in_words(max(found.today, received) + timedelta(days=days)),
        "subpoenas": str(asked.subpoenas) if asked.subpoenas else "",
    }


def _listed(parts: list[str] | tuple[str, ...]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
