"""One request under review: everything the page, the tabs and the determination bar show, and the facts' writers."""

from lerdesk.base.written import day_words, sentence_start
from lerdesk.desk import fact_values
from lerdesk.desk.approvals import KINDS, may_withdraw, why_waiting
from lerdesk.desk.assessment import Assessment, assess
from lerdesk.desk.case_file import CaseFile, gather
from lerdesk.desk.composing import title_of
from lerdesk.desk.deadline_views import deadline_views
from lerdesk.desk.demand_rows import period_of
from lerdesk.desk.determination_words import action_of, heading_of, items_words, sentence_of
from lerdesk.desk.facts import (
    assign_fact,
    confirm_fact,
    correct_fact,
    dismiss_fact,
    fact_words,
    set_flags,
)
from lerdesk.desk.missing import missing_of
from lerdesk.desk.progress import due_of, step_of, step_view
from lerdesk.desk.question_views import question_views, reminder_views
from lerdesk.desk.review_views import (
    ApprovalView,
    DeadlineView,
    DemandView,
    DeterminationView,
    FactorView,
    FactView,
    FlagView,
    PaperView,
    ProposalView,
    QuestionView,
    ReadPlace,
    ReminderView,
    RequestView,
)
from lerdesk.desk.scope_views import demand_views
from lerdesk.desk.session import Desk
from lerdesk.desk.targets import accounts
from lerdesk.desk.undoing import undo
from lerdesk.domain.disclosure import Disclosure
from lerdesk.domain.fact import FIELDS, JsonValue
from lerdesk.domain.request import FactState, HistoryEntry, RecordedFact
from lerdesk.domain.vocabulary import LetterKind

__all__ = [
    "ApprovalView",
    "DeadlineView",
    "DemandView",
    "DeterminationView",
    "FactView",
    "FactorView",
    "FlagView",
    "PaperView",
    "ProposalView",
    "QuestionView",
    "ReadPlace",
    "ReminderView",
    "RequestView",
    "assign_fact",
    "confirm_fact",
    "correct_fact",
    "dismiss_fact",
    "document_bytes",
    "field_choices",
    "load",
    "look",
    "parse_value",
    "set_flags",
    "undo",
]


def load(desk: Desk, request_id: int) -> RequestView:
    """The request as it stands now; the first look marks it read (journalled)."""
    from lerdesk.store import requests

    with desk.store.reading() as unit:
        unread = requests.get(unit, request_id).opened_at is None
    if unread:
        _mark_read(desk, request_id)
    return look(desk, request_id)


def look(desk: Desk, request_id: int) -> RequestView:
    """The request as it stands now, without marking it read."""
    from lerdesk.store import journal, related

    with desk.store.reading() as unit:
        case = gather(unit, request_id)
        found = assess(desk, case, desk.clock.now())
        return _view(
            desk,
            case,
            found,
            journal.of_request(unit, request_id, 500),
            related.related(unit, request_id),
        )


def _mark_read(desk: Desk, request_id: int) -> None:
    from lerdesk.desk.index import refresh_index
    from lerdesk.store import journal, requests

    now = desk.clock.now()
    with desk.store.writing() as unit:
        requests.mark_opened(unit, request_id, now)
        journal.append(
            unit,
            at=now,
            actor=desk.person,
            action="open",
            request_id=request_id,
            words="Opened for the first time",
        )
        refresh_index(desk, unit, request_id)


def _view(
    desk: Desk,
    case: CaseFile,
    found: Assessment,
    history: tuple[HistoryEntry, ...],
    related: tuple[tuple[int, str, str], ...],
) -> RequestView:
    said = {fact.field for fact in case.facts}
    return RequestView(
        id=case.request.id,
        reference=case.request.reference,
        title=_title(case, found),
        status=step_of(found).status,
        process=case.process,
        process_words=found.process.name if found.process else "Not named yet",
        due=due_of(found),
        deadlines=deadline_views(found),
        silence=sentence_start(found.silence_words) if found.silence_words else None,
        documents=case.documents,
        facts=_fact_views(desk, case),
        not_said=tuple(
            fact_values.label(field)
            for field in FIELDS
            if field not in said and field not in {"data_category", "language", "emergency"}
        ),
        questions=question_views(desk, case, found),
        reminders=reminder_views(found),
        demands=demand_views(desk, case, found),
        determination=_determination(case, found),
        flags=case.request.flags,
        approvals=_approval_views(desk, case),
        papers=tuple(
            PaperView(
                each.id,
                each.kind,
                title_of(LetterKind(each.kind), each.variant),
                each.number,
                each.state,
            )
            for each in case.letters
            if each.state != "discarded"
        ),
        disclosures=tuple(_disclosed(case, each) for each in case.disclosures),
        related=related,
        history=history,
        step=step_view(found),
        closed=case.request.closed_at is not None,
        asked=(accounts(case.values("identifier")), *period_of(case.values("period"))),
        went=found.went,
    )


def _disclosed(case: CaseFile, each: Disclosure) -> str:
    items = items_words(sorted({file.demand_number for file in each.files}))
    files = "1 file" if len(each.files) == 1 else f"{len(each.files)} files"
    day = day_words(case.local_day(each.at))
    return f"{day}: {files} for {items} to {each.recipient}, {each.means}"


def _title(case: CaseFile, found: Assessment) -> str:
    parts = [found.process.name if found.process else "Not named yet"]
    parts += [case.text("agency") or case.text("issuing_authority"), case.text("case_number")]
    return " · ".join(part for part in parts if part)


def _fact_views(desk: Desk, case: CaseFile) -> tuple[FactView, ...]:
    order = {field: place for place, field in enumerate(FIELDS)}
    rows = sorted(case.facts, key=lambda fact: (order.get(fact.field, 99), fact.id))
    labels = _labels(rows)
    return tuple(
        FactView(
            fact=fact,
            label=labels[fact.id],
            words=fact_words(desk, fact.field, fact.value),
            read_words=fact_words(desk, fact.field, fact.read_value)
            if fact.state is FactState.CORRECTED
            else None,
            editable=fact_words(desk, fact.field, fact.value),
            help=fact_values.help_line(fact.field),
        )
        for fact in rows
    )


def _labels(rows: list[RecordedFact]) -> dict[int, str]:
    """Each fact's label; several accounts or periods are numbered in the order's sequence."""
    labels = {fact.id: fact_values.label(fact.field) for fact in rows}
    for field in ("identifier", "period"):
        same = [fact.id for fact in rows if fact.field == field]
        if len(same) > 1:
            labels |= {key: f"{labels[key]} {place}" for place, key in enumerate(same, start=1)}
    return labels


def _determination(case: CaseFile, found: Assessment) -> DeterminationView:
    standing = case.determination
    binding = standing.binding if standing else (found.decision.binding if found.decision else "")
    return DeterminationView(
        heading=heading_of(found),
        sentence=sentence_of(found),
        missing=missing_of(found),
        recorded=standing is not None,
        binding=str(binding),
        outcome=standing.kind if standing else None,
        action=action_of(found),
    )


def _approval_views(desk: Desk, case: CaseFile) -> tuple[ApprovalView, ...]:
    return tuple(
        ApprovalView(
            id=each.id,
            kind=each.kind,
            words=KINDS.get(each.kind, each.kind.replace("_", " ").capitalize()),
            ground=each.ground,
            asked_by=each.asked_by,
            state=each.state,
            approved_by=each.answered_by,
            why_waiting=why_waiting(desk, each),
            can_withdraw=may_withdraw(desk, each),
        )
        for each in case.approvals
    )


def document_bytes(desk: Desk, document_id: int) -> bytes:
    """The served file, for the reader process alone."""
    from lerdesk.store import documents

    with desk.store.reading() as unit:
        return documents.data(unit, document_id)


def field_choices(words: str) -> tuple[tuple[str, str, str], ...]:
    """For words marked on the page: field, label and one line of help, best guesses first."""
    return fact_values.choices(words)


def parse_value(field: str, words: str) -> JsonValue:
    """What a person typed or marked, as the field's value.

    Raises:
        UserFacingError: the words are no value of this field ("31 June 2026 is no date").
    """
    return fact_values.parse(field, words)
