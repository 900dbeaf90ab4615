"""The determination: whether a process binds, what each demand comes to, the outcome, notice and deadlines.

Pure: the same facts and rulebook always give the same answer. It proposes; a person decides.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lerdesk.domain.case_deadlines import CaseDeadline, case_deadlines
from lerdesk.domain.case_facts import CaseFacts
from lerdesk.domain.checklist import Finding, findings, questions_for
from lerdesk.domain.nondisclosure import gag_kind
from lerdesk.domain.notice import NoticeAnswer, inputs_of, notice
from lerdesk.domain.rules import Process, Rulebook
from lerdesk.domain.scope import ItemAnswer, highest_proposals, in_union, propose_item
from lerdesk.domain.vocabulary import (
    CONTENT_CLASSES,
    Answer,
    Binding,
    DataClass,
    Gag,
    NoticeData,
    Outcome,
    Proposal,
    Severity,
    Standing,
    Tells,
)

__all__ = ["Decided", "Defect", "ItemAnswer", "decide", "doubtful"]


@dataclass(frozen=True)
class Defect:
    """A question that failed or is unclear.

    Attributes:
        question: its id.
        severity: what it does; an unclear one is ``WARN``, or ``ESCALATE`` where failing blocks.
        status: how well the rule that asks it is established.
        failed: ``False``: it is unclear.
    """

    question: str
    severity: Severity
    reason: str
    citation: str
    status: Standing
    failed: bool = True


@dataclass(frozen=True)
class Decided:
    """What the rulebook makes of the facts.

    Attributes:
        outcome: ``None`` where nothing is demanded.
        gag: the gag's kind after the questions on silence.
        notice: ``None`` for a non-disclosure order that came alone.
        open_questions: ids of the questions without an answer.
    """

    rulebook: str
    binding: Binding
    outcome: Outcome | None
    defects: tuple[Defect, ...]
    items: tuple[ItemAnswer, ...]
    notice: NoticeAnswer | None
    deadlines: tuple[CaseDeadline, ...]
    open_questions: tuple[str, ...]
    gag: Gag

    def to_json(self) -> dict[str, object]:
        """The answer as ``lerdesk decide`` prints it."""
        return {
            "format": 1,
            "rulebook": self.rulebook,
            "binding": self.binding.value,
            "outcome": None if self.outcome is None else self.outcome.value,
            "defects": [
                {
                    "question": defect.question,
                    "severity": defect.severity.value,
                    "reason": defect.reason,
                    "citation": defect.citation,
                    "status": defect.status.value,
                }
                for defect in self.defects
            ],
            "items": [
                {
                    "id": item.id,
                    "data_class": None if item.data_class is None else item.data_class.value,
                    "proposal": item.proposal.value,
                    "rule": item.rule,
                    "citation": item.citation,
                    "reason": item.reason,
                    "status": item.status.value,
                    "factors": list(item.factors),
                }
                for item in self.items
            ],
            "notice": None
            if self.notice is None
            else {
                "outcome": self.notice.outcome,
                "rule": self.notice.rule,
                "until": _iso(self.notice.until),
                "citation": self.notice.citation,
                "reason": self.notice.reason,
                "status": self.notice.status.value,
            },
            "deadlines": [
                {
                    "kind": deadline.kind.value,
                    "due": deadline.due.isoformat(),
                    "rule": deadline.rule,
                    "citation": deadline.citation,
                    "reason": deadline.reason,
                    "status": deadline.status.value,
                    "outer": _iso(deadline.outer),
                    "release_not_before": _iso(deadline.release_not_before),
                }
                for deadline in self.deadlines
            ],
            "open_questions": list(self.open_questions),
        }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def decide(facts: CaseFacts, rules: Rulebook) -> Decided:
    """Apply the rulebook to the facts of one case."""
    process = rules.processes[facts.process]
    answers = dict(facts.answers)
    if not all(item.identified for item in facts.items):
        answers[rules.identifies.id] = rules.identifies.failing
    found = findings(
        rules,
        facts.process,
        answers,
        issued_on=facts.issued_on,
        served_on=facts.served_on,
        company_state=facts.company_state,
    )
    gag = gag_kind(rules, facts.gag.kind, facts.answers)
    items = tuple(propose_item(rules, facts, item, found) for item in facts.items)
    fake = facts.flags.suspected_fake or doubtful(rules, facts.answers)
    binding = _binding(rules, process, facts, found)
    outcome = _outcome(process, facts, binding, found, items, fake=fake)
    viewing = rules.tell(answers, Tells.VIEWING, unclear=True) or any(
        item.data_class is DataClass.VIEWING for item in items
    )
    asked = questions_for(
        rules,
        facts.process,
        gag_claimed=facts.gag.kind is not Gag.NONE,
        state=facts.state,
        viewing=viewing,
    )
    return Decided(
        rulebook=rules.version,
        binding=binding,
        outcome=outcome,
        defects=tuple(
            Defect(
                one.question.id,
                one.severity,
                one.reason,
                one.question.citation,
                one.question.status,
                failed=one.failed,
            )
            for one in found
        ),
        items=items,
        notice=_notice(rules, process, facts, gag, outcome, items, fake=fake),
        deadlines=case_deadlines(rules, process, facts, gag),
        open_questions=tuple(
            question.id
            for question in asked
            if not question.reminder and question.id not in answers
        ),
        gag=gag,
    )


def doubtful(rules: Rulebook, answers: Mapping[str, Answer]) -> bool:
    """Whether answers leave the authenticity in doubt: the call-back or the signs do not clear it."""
    return rules.tell(answers, Tells.DOUBT, unclear=True)


def _stops_instrument(finding: Finding) -> bool:
    return finding.blocks and finding.question.stops.instrument and not finding.question.silence


def _binding(
    rules: Rulebook, process: Process, facts: CaseFacts, found: Sequence[Finding]
) -> Binding:
    place = facts.entity_in
    written = process.binding.get(place)
    if written is None and in_union(rules, place):
        written = process.binding.get("EU")
    binding = written or process.binding["other"]
    if binding is Binding.NO or any(one.failed and _stops_instrument(one) for one in found):
        return Binding.NO
    escalated = any(
        _stops_instrument(one) or (one.failed and one.severity is Severity.ESCALATE)
        for one in found
        if not one.question.silence
    )
    return Binding.ESCALATE if escalated else binding


def _outcome(
    process: Process,
    facts: CaseFacts,
    binding: Binding,
    found: Sequence[Finding],
    items: Sequence[ItemAnswer],
    *,
    fake: bool,
) -> Outcome | None:
    blocked = [one for one in found if one.failed and _stops_instrument(one)]
    if fake:
        return Outcome.ESCALATE
    if blocked:
        # a foreign requester in an emergency has other routes: a lawyer's question, no rejection
        foreign = process.permits_only and any(
            one.question.tells is Tells.FOREIGN for one in blocked
        )
        return Outcome.ESCALATE if foreign else Outcome.REJECT
    if process.permits_only:
        return Outcome.ESCALATE
    if binding is Binding.NO:
        return Outcome.REJECT
    if binding is Binding.ESCALATE or any(i.proposal is Proposal.ESCALATE for i in items):
        return Outcome.ESCALATE
    if any(one.failed and one.severity is Severity.CURE for one in found):
        return Outcome.CURE
    if process.preserves_only:
        return Outcome.PRESERVE_ONLY
    if process.silence_only or not items:
        return None
    return _from_items(facts, items)


def _from_items(facts: CaseFacts, items: Sequence[ItemAnswer]) -> Outcome:
    if all(item.nothing_held for item in facts.items):
        return Outcome.NO_RECORDS
    proposals = {item.proposal for item in items}
    if proposals == {Proposal.PRODUCE}:
        return Outcome.PRODUCE_FULL
    if proposals & {Proposal.PRODUCE, Proposal.NARROW}:
        return Outcome.PRODUCE_PARTIAL
    return Outcome.REJECT


def _notice(
    rules: Rulebook,
    process: Process,
    facts: CaseFacts,
    gag: Gag,
    outcome: Outcome | None,
    items: Sequence[ItemAnswer],
    *,
    fake: bool,
) -> NoticeAnswer | None:
    if process.silence_only:
        return None
    if process.family is None:
        return NoticeAnswer(
            "ESCALATE",
            None,
            f"{process.name}: a lawyer decides what the customer is told.",
            process.citation,
            process.status,
        )
    classes = highest_proposals(items)
    data = NoticeData.NONE
    if classes and outcome not in {Outcome.REJECT, Outcome.PRESERVE_ONLY}:
        data = NoticeData.CONTENT if classes & CONTENT_CLASSES else NoticeData.NONCONTENT
    answer = notice(rules, inputs_of(process, process.family, data, gag, facts.flags, fake=fake))
    until: date | None = facts.gag.until if answer.outcome == "DELAY_UNTIL_EXPIRY" else None
    return answer if until is None else answer.with_until(until)
