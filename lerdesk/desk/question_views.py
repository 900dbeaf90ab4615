"""The Validity tab's rows from the rulebook's questions, the proposals and the answers."""

from lerdesk.base.written import sentence_start
from lerdesk.desk.assessment import Assessment
from lerdesk.desk.case_file import CaseFile
from lerdesk.desk.certainty import UNSURE, doubt, mark, sentence
from lerdesk.desk.fact_values import label, value_words
from lerdesk.desk.review_views import ProposalView, QuestionView, ReadPlace, ReminderView
from lerdesk.desk.session import Desk
from lerdesk.desk.typography import cited
from lerdesk.domain.checklist import ProposedAnswer
from lerdesk.domain.rules import Question
from lerdesk.domain.vocabulary import Severity

#: what a failed question or a test does, beside it
SEVERITY = {
    Severity.BLOCK: "Not answered with data",
    Severity.ESCALATE: "A lawyer decides",
    Severity.CURE: "Curable by letter",
    Severity.WARN: "Warning",
    Severity.INFO: "For information",
}
_GRADE = {
    Severity.BLOCK: "blocks",
    Severity.ESCALATE: "lawyer",
    Severity.CURE: "curable",
    Severity.WARN: "warning",
    Severity.INFO: "note",
}
#: of what was read, as much as a reader takes in
_MOST = 3


def question_views(desk: Desk, case: CaseFile, found: Assessment) -> tuple[QuestionView, ...]:
    """One row a question that is asked, in the order in which a reviewer works."""
    return tuple(_view(desk, case, found, question) for question in found.questions)


def reminder_views(found: Assessment) -> tuple[ReminderView, ...]:
    """What the process calls to mind, in the order in which a reviewer works."""
    return tuple(
        ReminderView(
            each.group,
            each.text,
            sentence_start(cited(each.citation)),
            mark(found.rules, each.id, each.status),
        )
        for each in found.reminders
    )


def _view(desk: Desk, case: CaseFile, found: Assessment, question: Question) -> QuestionView:
    rules = desk.rulebook
    given = case.answers.get(question.id)
    proposed = found.proposals.get(question.id)
    severity = found.severity(question)
    citation = cited(question.citation)
    return QuestionView(
        id=question.id,
        group=question.group,
        question=question.text,
        citation=sentence_start(citation),
        proposal=_proposal(proposed) if proposed else None,
        answer=given.answer if given else None,
        note=given.note if given else "",
        by=given.by if given else None,
        warns=bool(given and question.failed(given.answer)),
        severity=SEVERITY[severity],
        grade=_GRADE[severity],
        rule_words=question.note or SEVERITY[severity],
        law=mark(rules, question.id, question.status),
        law_words=f"{sentence_start(citation).rstrip('.')}. {sentence(rules, question.id, question.status)} "
        f"Rule {question.id}, {rules.version}",
        if_failed=f"{SEVERITY[severity]}: “{cited(question.letter)}”"
        if question.letter
        else SEVERITY[severity],
        evidence=_places(desk, case, question, proposed),
    )


def _proposal(proposed: ProposedAnswer) -> ProposalView:
    reason = " ".join(part for part in (proposed.reason, doubt(proposed.status)) if part)
    return ProposalView(
        proposed.answer, reason, proposed.evidence, certain=proposed.status not in UNSURE
    )


def _places(
    desk: Desk, case: CaseFile, question: Question, proposed: ProposedAnswer | None
) -> tuple[ReadPlace, ...]:
    """What was read for a question: first what its proposal stands on, then the facts that bear on it."""
    shown = proposed.evidence if proposed else None
    facts = [fact for fact in case.facts if fact.evidence is not None and fact.evidence.quote]
    places: list[ReadPlace] = []
    for fact in facts:
        if fact.evidence is not None and (fact.evidence == shown or fact.field in question.fields):
            words = _words(desk, fact.field, fact.value)
            place = ReadPlace(label(fact.field), words, fact.evidence, fact.document_id)
            places.insert(0, place) if fact.evidence == shown else places.append(place)
    if shown is not None and shown.quote and all(each.evidence != shown for each in places):
        document = next((d.document_id for d in case.demands if d.evidence == shown), None)
        places.insert(0, ReadPlace("", "", shown, document))
    # one of each kind before a second of any: many accounts leave room for the period
    first = {place.label: place for place in reversed(places)}
    order = [place for place in places if first[place.label] is place]
    return tuple((order + [place for place in places if place not in order])[:_MOST])


def _words(desk: Desk, field: str, value: object) -> str:
    if field == "process_type" and str(value) in desk.rulebook.processes:
        return desk.rulebook.processes[str(value)].name
    return value_words(field, value)  # type: ignore[arg-type]  # a fact's value is JSON
