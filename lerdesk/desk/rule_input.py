"""From the records to what the rulebook is asked."""

from lerdesk.desk.case_file import CaseFile
from lerdesk.desk.return_day import return_day
from lerdesk.desk.silence import Silence
from lerdesk.domain.case_facts import CaseFacts, CaseFlags, CaseItem
from lerdesk.domain.fact import Evidence, Fact
from lerdesk.domain.rules import Process, Question, Rulebook
from lerdesk.domain.vocabulary import Decision

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
    flags = case.request.flags
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
        flags=CaseFlags(
            flags.suspected_fake,
            flags.consent,
            flags.illegal_use,
            flags.safety_risk,
            flags.account_compromised,
            flags.enterprise_tenant,
        ),
        answers={key: row.answer for key, row in case.answers.items() if key in asked},
        items=tuple(
            CaseItem(
                str(demand.number),
                demand.category,
                demand.narrowed_from if demand.decision is Decision.NARROW else demand.period_from,
                demand.narrowed_to if demand.decision is Decision.NARROW else demand.period_to,
                demand.identified,
                demand.decision is Decision.NOTHING_HELD,
            )
            for demand in case.demands
            if demand.category
        ),
    )
