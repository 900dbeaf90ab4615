"""One request as JSON: facts as read or corrected, the decision, what was sent, whether records went out."""

from typing import TYPE_CHECKING

from lerdesk.desk.assessment import Assessment, assess
from lerdesk.desk.case_file import CaseFile, gather
from lerdesk.desk.progress import step_of
from lerdesk.desk.session import Desk
from lerdesk.desk.standing import lapses
from lerdesk.domain.fact import Evidence
from lerdesk.domain.request import FactState, RecordedFact

if TYPE_CHECKING:
    from collections.abc import Mapping

#: how sure the reader is of a category that it read
_READ_CATEGORY = 0.8


def request_json(desk: Desk, request_id: int) -> dict[str, object]:
    """What ``lerdesk show --json`` prints, and the demonstration's summary says per sample."""
    with desk.store.reading() as unit:
        case = gather(unit, request_id)
    found = assess(desk, case, desk.clock.now())
    standing = case.determination
    decision: Mapping[str, object] | None = found.decision.to_json() if found.decision else None
    return {
        "file": case.documents[0].name if case.documents else None,
        "reference": case.request.reference,
        "received_at": case.request.received_at.astimezone(case.zone).isoformat(),
        "served_on": case.request.served_on.isoformat() if case.request.served_on else None,
        "facts": [*(_fact(fact) for fact in case.facts), *_categories(case)],
        "demands": _demands(case),
        "answers": {key: row.answer.value for key, row in case.answers.items()},
        "decision": dict(standing.decision) if standing and standing.decision else decision,
        "decision_now": decision,
        "notice_now": _notice(found),
        "changed_since": [each.words for each in lapses(found)],
        "determination": {
            "binding": standing.binding,
            "outcome": standing.outcome,
            "kind": standing.kind,
            "rulebook": standing.rulebook,
            "by": standing.by,
        }
        if standing
        else None,
        "sent": [
            {
                "number": letter.number,
                "kind": letter.kind,
                "file": f"{letter.number}-{letter.kind}.pdf",
            }
            for letter in case.letters
            if letter.number
        ],
        "disclosed": bool(case.disclosures),
        "status": step_of(found).status.value,
        "next_step": step_of(found).words,
    }


def _notice(found: Assessment) -> dict[str, object] | None:
    """The notice by the records of now and by what a person decided; ``decision`` has it as determined."""
    if found.notice is None:
        return None
    told = found.told
    return {
        "outcome": found.notice.outcome,
        "rule": found.notice.rule,
        "until": found.notice.until.isoformat() if found.notice.until else None,
        "citation": found.notice.citation,
        "reason": found.notice.reason,
        "sent_at": told.sent_at.astimezone(found.case.zone).isoformat() if told else None,
        "release_on": told.release_on.isoformat() if told and told.release_on else None,
    }


def _demands(case: CaseFile) -> list[dict[str, object]]:
    return [
        {
            "number": demand.number,
            "words": demand.words,
            "category": demand.category,
            "targets": list(demand.targets),
            "from": demand.period_from.isoformat() if demand.period_from else None,
            "to": demand.period_to.isoformat() if demand.period_to else None,
            "decision": demand.decision.value if demand.decision else None,
            "narrowed_from": demand.narrowed_from.isoformat() if demand.narrowed_from else None,
            "narrowed_to": demand.narrowed_to.isoformat() if demand.narrowed_to else None,
            "reason": demand.reason,
        }
        for demand in case.demands
    ]


def _fact(fact: RecordedFact) -> dict[str, object]:
    return {
        "field": fact.field,
        "value": fact.value,
        "confidence": fact.confidence,
        "state": fact.state.value,
        "evidence": _evidence(fact.evidence) if fact.evidence else None,
    }


def _categories(case: CaseFile) -> list[dict[str, object]]:
    """The data asked for, as ``lerdesk read`` gives them: kept with the demands, each category once."""
    found: dict[str, dict[str, object]] = {}
    for demand in case.demands:
        if demand.category and demand.category not in found:
            read = demand.evidence is not None
            found[demand.category] = {
                "field": "data_category",
                "value": demand.category,
                "confidence": _READ_CATEGORY if read else 1.0,
                "state": (FactState.CONFIRMED if demand.decision else FactState.PROPOSED).value,
                "evidence": _evidence(demand.evidence) if demand.evidence else None,
            }
    return list(found.values())


def _evidence(evidence: Evidence) -> dict[str, object]:
    boxes = [[round(edge, 1) for edge in box] for box in evidence.boxes]
    return {"page": evidence.page, "quote": evidence.quote, "boxes": boxes}
