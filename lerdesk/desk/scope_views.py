"""The Scope tab's rows: what is demanded, what the process compels, what was decided."""

import re

from lerdesk.desk.assessment import Assessment
from lerdesk.desk.case_file import CaseFile
from lerdesk.desk.fact_values import day_words
from lerdesk.desk.review_views import DemandView
from lerdesk.desk.session import Desk
from lerdesk.desk.typography import cited, sentence_start
from lerdesk.domain.request import Demand
from lerdesk.domain.scope import overbreadth
from lerdesk.domain.vocabulary import Proposal

_COMPELLED = {
    Proposal.PRODUCE: "Yes",
    Proposal.NARROW: "Yes, too wide",
    Proposal.BLOCK: "No",
    Proposal.ESCALATE: "A lawyer decides",
}


def demand_views(desk: Desk, case: CaseFile, found: Assessment) -> tuple[DemandView, ...]:
    """One row a demand, in the order's sequence."""
    return tuple(_view(desk, case, found, demand) for demand in case.demands)


def _view(desk: Desk, case: CaseFile, found: Assessment, demand: Demand) -> DemandView:
    category = desk.rulebook.categories.get(demand.category or "")
    answer = found.item(demand.number)
    start, end = _offered(case, demand)
    return DemandView(
        demand=demand,
        category_words=category.name if category else "Choose a category",
        data_class=category.data_class.value if category and category.data_class else "",
        target_words=", ".join(demand.targets) or "No account named",
        period_words=period_words(demand),
        compelled=_COMPELLED[answer.proposal] if answer else "Category open",
        compelled_rule=answer.rule if answer else "",
        citation=sentence_start(cited(answer.citation)) if answer else "",
        reason=cited(answer.reason) if answer else "",
        proposal=answer.proposal.value if answer else "",
        overbroad=_overbroad(desk, case, demand),
        proposed_from=start,
        proposed_to=end,
    )


def period_words(demand: Demand) -> str:
    """The period as the screen says it."""
    start, end = demand.period_from, demand.period_to
    if start and end:
        return f"{day_words(start)} – {day_words(end)}"
    if start:
        return f"since {day_words(start)}"
    return f"until {day_words(end)}" if end else "No limit in time"


def _offered(case: CaseFile, demand: Demand) -> tuple[str, str]:
    """The dates that a narrowing starts from: the order's own period elsewhere, else what the demand says."""
    start, end = demand.period_from, demand.period_to
    others = [
        other for other in case.demands if other.period_from and other.number != demand.number
    ]
    if start is None and others:
        start = min(other.period_from for other in others if other.period_from)
    if end is None:
        ends = [other.period_to for other in others if other.period_to]
        end = max(ends) if ends else case.local_day(case.request.received_at)
    return start.isoformat() if start else "", end.isoformat()


def _overbroad(desk: Desk, case: CaseFile, demand: Demand) -> tuple[str, ...]:
    factors = overbreadth(
        desk.rulebook,
        words=demand.words,
        category=demand.category,
        start=demand.period_from,
        end=demand.period_to,
        accounts=len(demand.targets),
        received_on=case.local_day(case.request.received_at),
    )
    return tuple(_sentences(each.name, each.response) for each in factors)


def _sentences(name: str, response: str) -> str:
    """What is wide, then what to do about it, without the code of the letter that does it."""
    do = re.sub(r"^L\d+(:\s*|$)", "", response).rstrip(".")
    return f"{name}. {do[:1].upper()}{do[1:]}." if do else f"{name}."
