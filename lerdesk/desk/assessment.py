"""One request weighed: the rulebook's answer to its records on this day, and what it waits for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from lerdesk.desk.case_file import CaseFile
from lerdesk.desk.customers import standing_notices, untold
from lerdesk.desk.rule_input import case_facts, demanded_by, read_facts
from lerdesk.desk.session import Desk
from lerdesk.desk.silence import Silence, silence_of
from lerdesk.domain.case_facts import CaseFacts
from lerdesk.domain.checklist import ProposedAnswer, propose, questions_for
from lerdesk.domain.determination import Decided, decide, doubtful
from lerdesk.domain.notice import NoticeAnswer, inputs_of, notice
from lerdesk.domain.notice_effect import TELL_FIRST, NoticeEffect
from lerdesk.domain.overbreadth import Demanded
from lerdesk.domain.policy import Policy
from lerdesk.domain.records import FINDINGS, RecordedNotice
from lerdesk.domain.request import Demand
from lerdesk.domain.rules import Process, Question, Rulebook
from lerdesk.domain.scope import ItemAnswer
from lerdesk.domain.vocabulary import (
    CONTENT_CLASSES,
    Binding,
    DataClass,
    DeadlineKind,
    Decision,
    Family,
    NoticeData,
    Outcome,
    Severity,
)


@dataclass(frozen=True)
class Assessment:
    """What the rules say of one request on one day.

    Attributes:
        questions: those asked, without reminders, in the reviewer's order.
        proposals: answers that the text shows, by question.
        decision: the rulebook's whole answer; None while the process is unknown.
        facts: what the rulebook was asked; None while the process is unknown.
        reminders: what has no passing or failing answer, in the reviewer's order.
    """

    case: CaseFile
    rules: Rulebook
    now: datetime
    process: Process | None
    silence: Silence
    questions: tuple[Question, ...]
    proposals: Mapping[str, ProposedAnswer]
    decision: Decided | None
    facts: CaseFacts | None = None
    reminders: tuple[Question, ...] = ()

    @property
    def state(self) -> str | None:
        """The issuing State, ``US`` for a federal issuer; None where it is unknown."""
        return self.facts.state if self.facts else None

    def demanded(self, demand: Demand) -> Demanded:
        """A demand as the tests of overbreadth see it: as the order has it, before any narrowing."""
        return demanded_by(self.rules, self.facts, demand)

    @property
    def today(self) -> date:
        """The organisation's day."""
        return self.case.local_day(self.now)

    def item(self, number: int) -> ItemAnswer | None:
        """The rulebook's answer for a demand; None while its category is open."""
        items = self.decision.items if self.decision else ()
        return next((each for each in items if each.id == str(number)), None)

    def severity(self, question: Question) -> Severity:
        """What failing this question does here."""
        return question.severity_for(self.process.id) if self.process else question.severity

    def deadline(self, kind: DeadlineKind) -> date | None:
        """The day of a deadline of this kind."""
        for each in self.decision.deadlines if self.decision else ():
            if each.kind == kind:
                return each.due.date() if isinstance(each.due, datetime) else each.due
        return None

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """Questions without a person's answer."""
        return tuple(q for q in self.questions if q.id not in self.case.answers)

    @property
    def failed(self) -> bool:
        """Whether an answer fails a question that a letter would have to name."""
        severe = {Severity.BLOCK, Severity.CURE}
        return any(
            each.severity in severe for each in (self.decision.defects if self.decision else ())
        )

    @property
    def items_needed(self) -> bool:
        """Whether the answer depends on the items: the instrument itself neither fails nor preserves only."""
        if self.decision is None or self.process is None:
            return True
        if self.process.preserves_only or self.process.silence_only:
            return False
        return self.decision.binding is not Binding.NO and self.decision.outcome is not Outcome.CURE

    @cached_property
    def produced_numbers(self) -> frozenset[int]:
        """Demands decided "produce" or "narrow"."""
        chosen = {Decision.PRODUCE, Decision.NARROW}
        return frozenset(d.number for d in self.case.demands if d.decision in chosen)

    @cached_property
    def content_numbers(self) -> frozenset[int]:
        """Of those, the ones that reach content; an open category counts as content."""
        return frozenset(
            demand.number
            for demand in self.case.demands
            if demand.number in self.produced_numbers and self._is_content(demand.category)
        )

    def _is_content(self, category: str | None) -> bool:
        known = self.rules.categories.get(category or "")
        return known is None or known.data_class in CONTENT_CLASSES

    @cached_property
    def notice(self) -> NoticeAnswer | None:
        """The notice by what a person decided, once determined; by the rulebook's proposals before."""
        standing = self.case.determination
        if self.process is None or self.decision is None:
            return None
        if standing is None or self.process.family is None:
            return self.decision.notice
        data = NoticeData.NONCONTENT if self.produced_numbers else NoticeData.NONE
        if self.content_numbers:
            data = NoticeData.CONTENT
        return notice(
            self.rules,
            inputs_of(
                self.process,
                self.process.family,
                data,
                self.silence.gag,
                self.case.request.flags,
                fake=self.doubtful,
            ),
        )

    @property
    def doubtful(self) -> bool:
        """Whether the authenticity is in doubt."""
        answers = {key: row.answer for key, row in self.case.answers.items()}
        return self.case.request.flags.suspected_fake or doubtful(self.rules, answers)

    @property
    def effect(self) -> NoticeEffect:
        """What the notice's outcome means."""
        if self.notice is None:
            return NoticeEffect.NOTHING_TO_TELL
        return self.rules.effects.get(self.notice.outcome, NoticeEffect.LOCKED)

    @property
    def told(self) -> RecordedNotice | None:
        """The notice that holds disclosure longest, once every customer was told; None before."""
        held = self.effect in TELL_FIRST and not self.disclosed
        if not self.case.notices or untold(self.case, held=held):
            return None
        stand = standing_notices(self.case)
        return max(stand, key=lambda each: (each.release_on or date.min, each.id), default=None)

    def waiting_days(self, policy: Policy) -> int:
        """The waiting period between the notice and a disclosure."""
        civil = self.process is not None and self.process.family is Family.US_CIVIL
        return policy.waiting_days_civil if civil else policy.waiting_days

    @property
    def earliest_disclosure(self) -> date:
        """The first day of disclosure, were the customer told today."""
        if self.told and self.told.release_on:
            return self.told.release_on
        return self.today + timedelta(days=self.waiting_days(self.rules.policy))

    @property
    def waiting_approvals(self) -> tuple[str, ...]:
        """What a second person has not approved, in words; it blocks letters and disclosure."""
        out = []
        standing = self.case.determination
        for each in self.case.approvals:
            if each.state == "waiting":
                out.append(f"A second person has not approved: {each.ground}")
            elif (
                each.state == "declined"
                and each.kind not in FINDINGS
                and standing
                and each.asked_at >= standing.at
            ):
                out.append(f"{each.answered_by} declined: {each.answer_reason or each.ground}")
        return tuple(out)

    @property
    def approved_by(self) -> str:
        """Who approved the finding of illegal conduct, in words."""
        for each in self.case.approvals:
            if each.kind == "illegal_conduct" and each.state == "approved":
                return f"Approved by {each.answered_by}."
        return ""

    @property
    def silenced(self) -> bool:
        """Whether the customer may not be told today."""
        return self.effect in {NoticeEffect.SILENT, NoticeEffect.TELL_LATER}

    @property
    def silence_until(self) -> date | None:
        """The last silent day."""
        return self.silence.until

    @property
    def silence_words(self) -> str | None:
        """The silence in words; None where there is none."""
        return self.silence.words

    @property
    def notify_on(self) -> date | None:
        """The first day on which a delayed notice may go."""
        return self.silence.until + timedelta(days=1) if self.silence.until else None

    @property
    def preserved_until(self) -> date | None:
        """The last day of a preservation."""
        return self.deadline(DeadlineKind.PRESERVATION_END)

    @property
    def went(self) -> frozenset[int]:
        """Numbers of the items of which something was disclosed."""
        return frozenset(file.demand_number for one in self.case.disclosures for file in one.files)

    @property
    def disclosed(self) -> bool:
        """Whether a production is recorded; where content is to be produced, that content went."""
        went = self.went
        return bool(went) and (not self.content_numbers or bool(went & self.content_numbers))

    @property
    def closed(self) -> bool:
        """Whether the request is closed."""
        return self.case.request.closed_at is not None

    @property
    def notice_outcome(self) -> str | None:
        """The notice table's outcome."""
        return self.notice.outcome if self.notice else None

    @property
    def notice_rule(self) -> str | None:
        """The notice table's rule."""
        return self.notice.rule if self.notice else None

    @property
    def notice_reason(self) -> str:
        """Why, in words."""
        return self.notice.reason if self.notice else ""

    @property
    def notice_citation(self) -> str:
        """The notice rule's citation."""
        return self.notice.citation if self.notice else ""


def assess(desk: Desk, case: CaseFile, now: datetime) -> Assessment:
    """Weigh one request's records on the day of ``now``."""
    rules = desk.rulebook
    process = rules.processes.get(case.process or "")
    silence = silence_of(case, rules, case.local_day(now))
    if process is None:
        return Assessment(case, rules, now, None, silence, (), {}, None)
    state = case.text("jurisdiction") or None
    state = state if state in rules.places.states or state == "US" else None
    viewing = any(
        known.data_class is DataClass.VIEWING
        for demand in case.demands
        if (known := rules.categories.get(demand.category or "")) is not None
    )
    every = questions_for(
        rules, process.id, gag_claimed=silence.claimed, state=state, viewing=viewing
    )
    questions = tuple(question for question in every if not question.reminder)
    proposals = propose(
        rules,
        process.id,
        read_facts(case),
        received_at=case.request.received_at,
        served_on=case.request.served_on,
        zone=case.zone,
    )
    facts = case_facts(rules, case, process, silence, state, questions)
    asked = {question.id for question in questions}
    kept = {key: value for key, value in proposals.items() if key in asked}
    return Assessment(
        case,
        rules,
        now,
        process,
        silence,
        questions,
        kept,
        decide(facts, rules),
        facts,
        tuple(question for question in every if question.reminder),
    )
