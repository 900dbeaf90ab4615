"""The Validity tab's rows from the rulebook's questions, the proposals and the answers."""

from lerdesk.desk.assessment import Assessment
from lerdesk.desk.case_file import CaseFile
from lerdesk.desk.review_views import ProposalView, QuestionView
from lerdesk.desk.session import Desk
from lerdesk.desk.typography import cited, sentence_start
from lerdesk.domain.rules import Question
from lerdesk.domain.vocabulary import Severity, Standing

STANDING = {
    Standing.VERIFIED: "The primary text was read.",
    Standing.SECONDARY: "Known from a secondary source.",
    Standing.UNVERIFIED: "Not verified: ask counsel before relying on it.",
    Standing.COMPANY: "The company’s own choice, not law.",
}
_SEVERITY = {
    Severity.BLOCK: "Not answered with data",
    Severity.ESCALATE: "A lawyer decides",
    Severity.CURE: "Curable by letter",
    Severity.WARN: "Warning",
    Severity.INFO: "For information",
}


def question_views(desk: Desk, case: CaseFile, found: Assessment) -> tuple[QuestionView, ...]:
    """One row a question that is asked, in the order in which a reviewer works."""
    documents = [document.id for document in case.documents]
    first = documents[0] if documents else None
    return tuple(_view(desk, case, found, question, first) for question in found.questions)


def _view(
    desk: Desk, case: CaseFile, found: Assessment, question: Question, document_id: int | None
) -> QuestionView:
    given = case.answers.get(question.id)
    proposed = found.proposals.get(question.id)
    severity = found.severity(question)
    citation = cited(question.citation)
    return QuestionView(
        id=question.id,
        group=question.group,
        question=question.text,
        citation=sentence_start(citation),
        proposal=ProposalView(proposed.answer, proposed.reason, proposed.evidence)
        if proposed
        else None,
        answer=given.answer if given else None,
        note=given.note if given else "",
        by=given.by if given else None,
        warns=bool(given and question.failed(given.answer)),
        severity=_SEVERITY[severity],
        rule_words=question.note or _SEVERITY[severity],
        law_words=f"{sentence_start(citation)}. {STANDING[question.status]} "
        f"Rule {question.id}, {desk.rulebook.version}",
        if_failed=f"{_SEVERITY[severity]}: “{question.letter}”"
        if question.letter
        else _SEVERITY[severity],
        document_id=document_id,
    )
