"""The rulebook's values: what the law and the policy say, each with its citation. Data only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lerdesk.domain.clock_rules import Calendar, ClockRule
from lerdesk.domain.notice_effect import NoticeEffect
from lerdesk.domain.policy import Places, Policy
from lerdesk.domain.vocabulary import (
    Answer,
    Binding,
    Cell,
    DataClass,
    DeadlineKind,
    EuClass,
    Family,
    Gag,
    NoticeData,
    Severity,
    ShownBy,
    Standing,
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
        eased: the milder severity and the condition that gives it (``served by rolled day``,
            ``company state``); without the input the stricter holds.
        gag: what a failing answer makes of the gag.
        fields: the read facts that are evidence for it.
        proposes: whether the text of an order can propose an answer.
        letter: the reason's wording in a letter.
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
    eased: tuple[Severity, str] | None = None
    gag: Gag | None = None
    fields: tuple[str, ...] = ()
    proposes: bool = False
    letter: str = ""
    note: str = ""

    @property
    def silence(self) -> bool:
        """Whether it is a question on silence: it sets the gag and never touches binding."""
        return self.when == "silence"

    def failed(self, answer: Answer) -> bool:
        """Whether this answer fails the question."""
        if self.reminder:
            return False
        return answer is (Answer.YES if self.reversed else Answer.NO)

    def severity_for(self, process_id: str) -> Severity:
        """Severity for a process, before anything eases it."""
        return self.severity_in.get(process_id, self.severity)


@dataclass(frozen=True)
class MatrixCell:
    """One cell of the matrix with its reason, and how well that is established."""

    cell: Cell
    rule: str
    reason: str
    citation: str
    status: Standing


@dataclass(frozen=True)
class CellException:
    """What a note to the matrix changes for single categories.

    Attributes:
        state: only where the issuing State is this one (or the question below was answered so).
        unless: question whose answer "no" or "not applicable" lifts it.
    """

    id: str
    processes: frozenset[str]
    categories: frozenset[str]
    cell: Cell
    reason: str
    citation: str
    status: Standing
    state: str = ""
    unless: str = ""


@dataclass(frozen=True)
class Matrix:
    """Process by data class.

    Attributes:
        cells: for the entity in the United States, by process and class.
        eu_cells: for an entity in the Union, by process and EU class.
        eu_by_class: the same by class of data, for categories without an EU class and for the
            table asked by class.
        eu_lawyer: categories that are a lawyer's question there all the same, by process.
        abroad: country of the affiliate (``*``: any but the United States), by process, on which
            the cells in ``abroad_classes`` become a lawyer's question.
        names: what each class is called.
    """

    cells: Mapping[str, Mapping[DataClass, MatrixCell]]
    eu_cells: Mapping[str, Mapping[EuClass, MatrixCell]]
    eu_by_class: Mapping[str, Mapping[DataClass, MatrixCell]]
    eu_lawyer: Mapping[str, frozenset[str]]
    abroad: Mapping[str, str]
    abroad_cell: MatrixCell
    abroad_classes: Mapping[str, frozenset[DataClass]]
    exceptions: tuple[CellException, ...]
    unknown: MatrixCell
    names: Mapping[DataClass, str]


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
    own: frozenset[str] = frozenset()
