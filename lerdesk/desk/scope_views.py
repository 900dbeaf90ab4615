"""The Scope tab's rows: what is demanded, what the process compels, how wide it is, what was decided."""

from lerdesk.base.written import day_words, sentence_start
from lerdesk.desk.assessment import Assessment
from lerdesk.desk.case_file import CaseFile
from lerdesk.desk.certainty import UNSURE, doubt, mark
from lerdesk.desk.narrowing import objection, offered, offers, together
from lerdesk.desk.question_views import SEVERITY
from lerdesk.desk.review_views import DemandView, FactorView, FlagView
from lerdesk.desk.session import Desk
from lerdesk.desk.typography import cited, running
from lerdesk.domain.overbreadth import Demanded, severity, shown
from lerdesk.domain.request import Demand
from lerdesk.domain.rules import Factor
from lerdesk.domain.vocabulary import Proposal, Severity, ShownBy

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
    rules = desk.rulebook
    category = rules.categories.get(demand.category or "")
    answer = found.item(demand.number)
    start, end = offered(rules, case, demand)
    factors = _factors(desk, case, found, demand)
    said = {each.id: each.offer for each in factors if each.proposed}
    reason = cited(answer.reason) if answer else ""
    if answer and doubt(answer.status):
        reason = f"{reason.rstrip('.')}. {doubt(answer.status)}"
    return DemandView(
        demand=demand,
        category_words=category.name if category else "Choose a category",
        data_class=category.data_class.value if category and category.data_class else "",
        target_words=", ".join(demand.targets) or "No account named",
        period_words=period_words(demand),
        compelled=_COMPELLED[answer.proposal] if answer else "Category open",
        compelled_rule=answer.rule if answer else "",
        citation=sentence_start(cited(answer.citation)) if answer else "",
        law=mark(rules, answer.rule, answer.status) if answer else "",
        certain=answer is None or answer.status not in UNSURE,
        reason=reason,
        objection=cited(objection(rules, answer, said)),
        narrowing=cited(together(said.values())),
        proposal=answer.proposal.value if answer else "",
        factors=factors,
        senior=points(desk, found.demanded(demand)) >= rules.policy.senior_points,
        flags=_flags(desk, found, demand),
        proposed_from=start.isoformat() if start else "",
        proposed_to=end.isoformat(),
    )


def period_words(demand: Demand) -> str:
    """The period as the screen says it."""
    start, end = demand.period_from, demand.period_to
    if start and end:
        return f"{day_words(start)} – {day_words(end)}"
    if start:
        return f"since {day_words(start)}"
    return f"until {day_words(end)}" if end else "No limit in time"


def _factors(
    desk: Desk, case: CaseFile, found: Assessment, demand: Demand
) -> tuple[FactorView, ...]:
    """First the tests that words and facts show, then those that a person alone can answer."""
    rules = desk.rulebook
    asked = found.demanded(demand)
    by_words = {one.factor.id: one for one in shown(rules, asked)}
    text = offers(desk, case, found, demand, asked)
    rows = [
        _factor(desk, one.factor, asked, one.why, text[one.factor.id], proposed=True)
        for one in by_words.values()
    ]
    hours = str(rules.policy.burden_hours)
    rows += [
        _factor(
            desk,
            factor,
            asked,
            factor.text.replace("‹burden hours›", hours),
            text[factor.id],
            proposed=False,
        )
        for factor in rules.factors.values()
        if factor.id not in by_words and ShownBy.PERSON in factor.shown_by
    ]
    return tuple(rows)


def points(desk: Desk, asked: Demanded) -> int:
    """What the tests that words and facts show count together, by the policy."""
    rules = desk.rulebook
    done = (
        Severity.BLOCK if one.factor.blocks else severity(rules, one.factor, asked)
        for one in shown(rules, asked)
    )
    return sum(rules.policy.points.get(each, 0) for each in done)


def wide_numbers(desk: Desk, found: Assessment) -> tuple[int, ...]:
    """Demands to be produced that are a senior reviewer's."""
    least = desk.rulebook.policy.senior_points
    return tuple(
        demand.number
        for demand in found.case.demands
        if demand.number in found.produced_numbers and points(desk, found.demanded(demand)) >= least
    )


def _factor(
    desk: Desk, factor: Factor, asked: Demanded, why: str, text: str, *, proposed: bool
) -> FactorView:
    rules = desk.rulebook
    return FactorView(
        id=factor.id,
        name=factor.name,
        why=why,
        severity=running(SEVERITY[severity(rules, factor, asked)]),
        response=factor.response,
        citation=sentence_start(cited(factor.citation)),
        law=mark(rules, factor.id, factor.status),
        offer=cited(text),
        proposed=proposed,
        certain=factor.status not in UNSURE,
    )


def _flags(desk: Desk, found: Assessment, demand: Demand) -> tuple[FlagView, ...]:
    rules = desk.rulebook
    if demand.category is None or found.process is None:
        return ()
    return tuple(
        FlagView(
            flag.id,
            flag.name,
            flag.follows,
            cited(flag.citation),
            mark(rules, flag.id, flag.status),
        )
        for flag in rules.flags.values()
        if flag.holds(demand.category, found.process.id, found.state)
    )
