"""From the records to what the rulebook is asked."""

from lerdesk.desk.case_file import CaseFile
from lerdesk.desk.return_day import return_day
from lerdesk.desk.silence import Silence
from lerdesk.domain.case_facts import CaseFacts, CaseItem
from lerdesk.domain.fact import Evidence, Fact
from lerdesk.domain.overbreadth import Demanded
from lerdesk.domain.request import Demand
from lerdesk.domain.rules import Process, Question, Rulebook
from lerdesk.domain.scope import demanded
from lerdesk.domain.vocabulary import Decision, Family

_NOWHERE = Evidence(1, "")


def read_facts(case: CaseFile) -> tuple[Fact, ...]:
    """The facts as answers are proposed from them; the demands bring the categories."""
    facts = [
        Fact(row.field, row.value, row.confidence, row.evidence or _NOWHERE) for row in case.facts
    ]
    facts += [
        Fact("data_category", demand.category, 1.0, demand.evidence or _NOWHERE)
        for demand in case.demands
        if demand.category
    ]
    return tuple(facts)


def case_facts(
    rules: Rulebook,
    case: CaseFile,
    process: Process,
    silence: Silence,
    state: str | None,
    questions: tuple[Question, ...],
) -> CaseFacts:
    """What ``decide`` is given: the records of the case, apart from answers to questions not asked."""
    asked = {question.id for question in questions}
    served, issued = case.request.served_on, case.day("date_issued")
    return CaseFacts(
        process=process.id,
        entity_in=case.request.entity_in,
        state=state,
        received_at=case.request.received_at.astimezone(case.zone),
        served_on=served,
        issued_on=issued if not (served and issued and issued > served) else None,
        return_on=return_day(case, rules),
        gag=silence.facts,
        flags=case.request.flags,
        answers={key: row.answer for key, row in case.answers.items() if key in asked},
        items=tuple(
            _item(demand, demand.category, narrowed=demand.decision is Decision.NARROW)
            for demand in case.demands
            if demand.category
        ),
        subpoenas=_subpoenas(rules, case, process),
        company_state=case.company_state,
    )


def _item(demand: Demand, category: str, *, narrowed: bool) -> CaseItem:
    return CaseItem(
        str(demand.number),
        category,
        demand.narrowed_from if narrowed else demand.period_from,
        demand.narrowed_to if narrowed else demand.period_to,
        demand.identified,
        demand.decision is Decision.NOTHING_HELD,
        demand.words,
        len(demand.targets) if demand.targets else None,
    )


def demanded_by(rules: Rulebook, facts: CaseFacts | None, demand: Demand) -> Demanded:
    """A demand as the tests of overbreadth see it, with the order's own period."""
    category = demand.category
    if facts is not None and category is not None and category in rules.categories:
        return demanded(rules, facts, _item(demand, category, narrowed=False))
    return Demanded(
        words=demand.words,
        start=demand.period_from,
        end=demand.period_to,
        accounts=len(demand.targets) if demand.targets else None,
        identified=demand.identified,
    )


def _subpoenas(rules: Rulebook, case: CaseFile, process: Process) -> int:
    """How many subpoenas name the case, with this one; 0 where this is none."""
    if process.family is not Family.US_SUBPOENA:
        return 0
    kinds = (rules.processes.get(each) for each in case.same_case)
    return 1 + sum(kind is not None and kind.family is Family.US_SUBPOENA for kind in kinds)
