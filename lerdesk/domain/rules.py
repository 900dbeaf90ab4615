"""The rulebook's values: what the law and the policy say, each with its citation. Data only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from lerdesk.domain.clock_rules import Calendar, ClockRule
from lerdesk.domain.matrix_rules import Matrix
from lerdesk.domain.notice_effect import NoticeEffect
from lerdesk.domain.policy import Places, Policy
from lerdesk.domain.vocabulary import (
    Answer,
    Binding,
    DataClass,
    DeadlineKind,
    EuClass,
    Family,
    Gag,
    Measure,
    NoticeData,
    Reads,
    Severity,
    ShownBy,
    Standing,
    Tells,
)


@dataclass(frozen=True)
class Process:
    """One kind of legal process.

    Attributes:
        id: as in facts, ``US_SW_FED``.
        number: as in the reference tables, ``P01``.
        name: for the screen and the letters.
        binding: whether it binds, by where the entity sits: keys ``US``, a country, ``EU``, ``other``.
        family: family in the notice table; ``None``: the notice is a lawyer's question.
        notice_gag: gag that this process always carries in the notice table.
        notice_consent: whether the notice table is asked with consent given.
        preserves_only: it compels no production (preservation).
        permits_only: permitted, not compelled; a named lawyer decides.
        silence_only: silences and demands nothing.
        compels, standard, notice, silence, response, expiry: what the law says, in words.
        clocks: clock for each kind of deadline, by issuing State; ``*`` is any State, ``unknown``
            an unknown one.
        column: the column of the data categories that speaks for it: ``us``, ``other``, ``california``, ``eu``.
        report: its row in the half-year's report.
        noun: the name in running text, where it is not the name with a small first letter.
        rank: place among the processes that a letter names as the one that would reach a class, the least first;
            0: it is not named so.
        execution: the clock from its issue within which it must be served; empty: no law of the rulebook says so.
    """

    id: str
    number: str
    name: str
    text: str
    citation: str
    status: Standing
    issuer: str
    binding: Mapping[str, Binding]
    compels: str
    standard: str
    notice: str
    silence: str
    response: str
    expiry: str
    family: Family | None
    report: str
    column: str
    notice_gag: Gag | None = None
    notice_consent: bool = False
    preserves_only: bool = False
    permits_only: bool = False
    silence_only: bool = False
    clocks: Mapping[DeadlineKind, Mapping[str, str]] = field(default_factory=dict)
    in_force: date | None = None
    in_force_until: date | None = None
    noun: str = ""
    rank: int = 0
    execution: str = ""


@dataclass(frozen=True)
class DataCategory:
    """One kind of data.

    Attributes:
        data_class: its class, ``None`` where it is never produced.
        eu_class: the higher of its classes in Annex I, Section F; ``None`` where it has none.
        least: least process that compels it, in words, by column (``us``, ``california``, ``other``).
        escalate: columns in which a cell that says yes becomes a lawyer's question, each with the
            ids of processes that are excepted.
    """

    id: str
    name: str
    examples: str
    data_class: DataClass | None
    eu_class: EuClass | None
    never: bool
    least: Mapping[str, str]
    escalate: Mapping[str, frozenset[str]]
    flags: str
    citation: str
    status: Standing


@dataclass(frozen=True)
class DataFlag:
    """What more there is to heed about kinds of data: other people's, expressive, under a special law.

    Attributes:
        follows: what follows from it, in a sentence or two.
        states: issuing States for whose orders alone it holds; empty: all.
        processes: processes for which alone it holds; empty: all.
    """

    id: str
    name: str
    follows: str
    categories: frozenset[str]
    states: frozenset[str]
    processes: frozenset[str]
    citation: str
    status: Standing

    def holds(self, category: str, process: str, state: str | None) -> bool:
        """Whether it holds for a category demanded by such an order."""
        return (
            category in self.categories
            and (not self.states or state in self.states)
            and (not self.processes or process in self.processes)
        )


@dataclass(frozen=True)
class Stops:
    """How far a failed BLOCK reaches. All empty: the whole instrument.

    Attributes:
        classes: the classes of data that it stops alone.
        categories: the categories that it stops alone.
        eu_classes: the same for an EU entity.
        excess: it stops what is in excess (a period); the items become a lawyer's question.
        release: it stops an early release only.
    """

    classes: frozenset[DataClass] = frozenset()
    categories: frozenset[str] = frozenset()
    eu_classes: frozenset[EuClass] = frozenset()
    excess: bool = False
    release: bool = False

    @property
    def instrument(self) -> bool:
        """Whether the whole instrument is stopped."""
        return not (
            self.classes or self.categories or self.eu_classes or self.excess or self.release
        )


@dataclass(frozen=True)
class Eased:
    """What makes a failed question milder.

    Attributes:
        when: ``served by rolled day`` or ``company state``; without the input the stricter holds.
        clock: the clock whose literal and rolled last day are meant; empty where none is.
    """

    severity: Severity
    when: str
    clock: str = ""


@dataclass(frozen=True)
class Question:
    """One validity question.

    Attributes:
        text: one sentence for the screen.
        group: heading on the checklist, in the order in which a reviewer works.
        processes: ids of the processes that are asked.
        states: issuing States that alone are asked; empty: all. An unknown State is asked too.
        also: processes asked only where the issuing State is known to be one of these.
        when: ``silence`` (a gag is claimed), ``viewing`` (viewing records are demanded) or empty.
        reversed: an answer "yes" fails.
        reminder: has no passing or failing answer and is never open.
        severity: what failing does; ``severity_in`` says so for single processes.
        eased: the milder severity and the condition that gives it.
        gag: what a failing answer makes of the gag.
        gag_only: a failing answer contradicts a case that states another gag than that.
        tells: what a failing answer tells of the case as a whole.
        objection: the clock of an objection that a failing answer opens; empty: none.
        lifts: the process's deadline that a failing answer, or "not applicable", lifts.
        fields: the read facts that are evidence for it.
        proposes: what of an order's text proposes an answer; ``None``: nothing does.
        letter: the reason's wording in a letter.
        covers: questions whose wording says no more in a letter that has this one's.
    """

    id: str
    text: str
    group: str
    citation: str
    status: Standing
    processes: frozenset[str]
    severity: Severity
    severity_in: Mapping[str, Severity]
    reversed: bool = False
    reminder: bool = False
    stops: Stops = Stops()
    states: frozenset[str] = frozenset()
    also: Mapping[str, frozenset[str]] = field(default_factory=dict)
    when: str = ""
    eased: Eased | None = None
    gag: Gag | None = None
    gag_only: bool = False
    tells: Tells | None = None
    objection: str = ""
    lifts: DeadlineKind | None = None
    fields: tuple[str, ...] = ()
    proposes: Reads | None = None
    letter: str = ""
    covers: frozenset[str] = frozenset()
    note: str = ""

    @property
    def silence(self) -> bool:
        """Whether it is a question on silence: it sets the gag and never touches binding."""
        return self.when == "silence"

    @property
    def failing(self) -> Answer:
        """The answer that fails it, unless it is a reminder."""
        return Answer.YES if self.reversed else Answer.NO

    @property
    def passing(self) -> Answer:
        """The answer that is the good one."""
        return Answer.NO if self.reversed else Answer.YES

    def failed(self, answer: Answer) -> bool:
        """Whether this answer fails the question."""
        return not self.reminder and answer is self.failing

    def severity_for(self, process_id: str) -> Severity:
        """Severity for a process, before anything eases it."""
        return self.severity_in.get(process_id, self.severity)


@dataclass(frozen=True)
class NoticeRule:
    """One row of the notice table. An empty condition is any value."""

    id: str
    outcome: str
    reason: str
    citation: str
    status: Standing
    families: frozenset[Family] = frozenset()
    data: frozenset[NoticeData] = frozenset()
    gags: frozenset[Gag] = frozenset()
    flags: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True)
class Factor:
    """One test of overbreadth.

    Attributes:
        text: its question.
        severity: as the reference has it, ``WARN; ESCALATE if content``.
        response: what to do about it, for the reviewer.
        offer: what a letter offers or asks for, with marks ``‹category›`` for the case's own values.
        shown_by: what can show it; what a person alone can see is never proposed.
        pattern: a hint on the words of a demand.
        measure: by what facts show it; ``None`` where they do not.
        ground: what a letter cites for it; empty where it cites nothing.
        refusal: where nothing is produced, its offer stands in the place of the answer's reason.
    """

    id: str
    name: str
    text: str
    severity: str
    response: str
    offer: str
    shown_by: frozenset[ShownBy]
    citation: str
    status: Standing
    pattern: str = ""
    measure: Measure | None = None
    ground: str = ""
    refusal: bool = False

    @property
    def blocks(self) -> bool:
        """Whether nothing is produced before a lawyer saw it."""
        return self.severity.startswith("BLOCK +")


@dataclass(frozen=True, eq=False)
class Rulebook:
    """The law and the policy, checked. Lookups are by id; unknown ids raise ``KeyError``.

    Attributes:
        questions: in the order in which a reviewer works.
        notice: first row that matches wins.
        most_silent: outcomes from the most silent on (``*`` at the end: any ending).
        effects: what each notice outcome does; see ``effect``.
        state_columns: the column of the data categories that speaks too for the orders of a State.
        own: ids of the rules that the organisation itself wrote or changed.
    """

    version: str
    processes: Mapping[str, Process]
    categories: Mapping[str, DataCategory]
    matrix: Matrix
    questions: Mapping[str, Question]
    notice: tuple[NoticeRule, ...]
    most_silent: tuple[str, ...]
    effects: Mapping[str, NoticeEffect]
    clocks: Mapping[str, ClockRule]
    calendars: Mapping[str, Calendar]
    factors: Mapping[str, Factor]
    flags: Mapping[str, DataFlag]
    policy: Policy
    places: Places
    state_columns: Mapping[str, str] = field(default_factory=dict)
    own: frozenset[str] = frozenset()

    def tell(self, answers: Mapping[str, Answer], what: Tells, *, unclear: bool = False) -> bool:
        """Whether an answer tells this of the case: a failing one, and with ``unclear`` an unclear one too."""
        return any(
            question.failed(answer) or (unclear and answer is Answer.UNCLEAR)
            for key, answer in answers.items()
            if (question := self.questions.get(key)) is not None and question.tells is what
        )

    @cached_property
    def identifies(self) -> Question:
        """The question whether an account is identified."""
        return next(one for one in self.questions.values() if one.tells is Tells.NO_ACCOUNT)

    @cached_property
    def silence_end(self) -> ClockRule:
        """The clock with which a court's silence ends."""
        return next(clock for clock in self.clocks.values() if clock.silence)

    @cached_property
    def open_period(self) -> Factor:
        """The test that a demand without a first day shows."""
        return next(one for one in self.factors.values() if one.measure is Measure.OPEN)
