"""A request under review as frozen values, valid by default, one keyword to differ: what the unit views are shown."""

from dataclasses import replace
from datetime import UTC, date, datetime

from lerdesk.desk.pages import PageWords, RenderedPage, Word
from lerdesk.desk.review import (
    ApprovalView,
    DemandView,
    DeterminationView,
    FactorView,
    FactView,
    FlagView,
    PaperView,
    ProposalView,
    QuestionView,
    ReadPlace,
    RequestView,
)
from lerdesk.desk.session import DueView, Place, Step
from lerdesk.domain.fact import Evidence
from lerdesk.domain.request import (
    Demand,
    Document,
    FactState,
    Flags,
    HistoryEntry,
    RecordedFact,
)
from lerdesk.domain.vocabulary import Answer, Decision, Status

DOCUMENT = 7


class DrawnPages:
    """Pages that draw themselves: ten lines of ten numbered words, so that every place on them is known."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int, int]] = []
        self.closed = 0

    def render(self, paper: int, page: int, scale: float, rotation: int) -> RenderedPage:
        self.asked.append(("render", paper, page))
        width, height = round(612 * scale), round(792 * scale)
        if rotation in {90, 270}:
            width, height = height, width
        return RenderedPage(width, height, width * 4, b"\xff" * (width * height * 4))

    def words(self, paper: int, page: int) -> PageWords:
        self.asked.append(("words", paper, page))
        words = tuple(
            Word(
                f"w{line}{place}",
                (72 + 46 * place, 100 + 20 * line, 72 + 46 * place + 36, 112 + 20 * line),
                line,
            )
            for line in range(10)
            for place in range(10)
        )
        return PageWords(page, 612, 792, words)

    def close(self) -> None:
        self.closed += 1


def a_fact(
    number: int = 1,
    field: str = "case_number",
    words: str = "3:26-mj-70412",
    *,
    label: str = "Case number",
    state: FactState = FactState.PROPOSED,
    page: int = 1,
    read: str | None = None,
    box: tuple[float, float, float, float] = (72, 100, 154, 112),
) -> FactView:
    return FactView(
        fact=RecordedFact(
            id=number,
            request_id=1,
            document_id=DOCUMENT,
            field=field,
            value=words,
            state=state,
            evidence=Evidence(page, words, (box,)),
            confidence=0.9,
        ),
        label=label,
        words=words,
        read_words=read,
        editable=words,
        help="As the order writes it.",
    )


def a_question(
    name: str = "E105",
    question: str = "Is the time to execute 14 days or less?",
    *,
    group: str = "Time",
    answer: Answer | None = None,
    proposal: Answer | None = Answer.YES,
    reason: str = "19 November to 3 December is 14 days.",
    quote: str = "on or before December 3, 2026 (not to exceed 14 days)",
    page: int = 1,
    warns: bool = False,
    citation: str = "Fed. R. Crim. P. 41(e)(2)(A)(i)",
    note: str = "",
    box: tuple[float, float, float, float] = (72, 140, 200, 152),
) -> QuestionView:
    evidence = Evidence(page, quote, (box,)) if quote else None
    return QuestionView(
        id=name,
        group=group,
        question=question,
        citation=citation,
        proposal=ProposalView(proposal, reason, evidence) if proposal else None,
        answer=answer,
        note=note,
        by="I. Albrecht" if answer else None,
        warns=warns,
        severity="Curable by letter",
        grade="curable",
        rule_words="A federal warrant fixes the time to execute it, at most 14 days.",
        law="verified",
        law_words=f"{citation}. Settled, checked 2026.11. Rule {name}",
        if_failed="Curable by letter: “The warrant states no execution period, or one longer than 14 days.”",
        evidence=(ReadPlace("Issued on", "19 Nov 2026", evidence, DOCUMENT),) if evidence else (),
    )


def a_factor(
    name: str = "No limit in time", why: str = "No period is stated.", *, proposed: bool = True
) -> FactorView:
    return FactorView(
        id="O01",
        name=name,
        why=why,
        severity="warning",
        response="Propose dates.",
        citation="US v. Blake (11th Cir. 2017)",
        law="secondary source",
        offer="We offer January 1, 2025 to November 9, 2026.",
        proposed=proposed,
        certain=False,
    )


def a_demand(
    number: int = 1,
    words: str = "The contents of all messages sent to or from the Accounts through the buyer-seller messaging service",
    *,
    category: str = "Private messages",
    data_class: str = "Content",
    compelled: str = "Yes",
    proposal: str = "PRODUCE",
    decision: Decision | None = None,
    factors: tuple[FactorView, ...] = (),
    flags: tuple[FlagView, ...] = (),
    certain: bool = True,
    citation: str = "18 U.S.C. § 2703(a)",
    reason: str = "",
    period: tuple[date | None, date | None] = (date(2025, 1, 1), date(2026, 11, 9)),
    period_words: str = "1 Jan 2025 to 9 Nov 2026",
    box: tuple[float, float, float, float] = (72, 180, 400, 192),
    page: int = 2,
) -> DemandView:
    return DemandView(
        demand=Demand(
            id=number,
            request_id=1,
            number=number,
            words=words,
            category="C13",
            targets=("mreyes.studio@example.com",),
            period_from=period[0],
            period_to=period[1],
            document_id=DOCUMENT,
            evidence=Evidence(page, words, (box,)),
            decision=decision,
        ),
        category_words=category,
        data_class=data_class,
        target_words="Both accounts",
        period_words=period_words,
        compelled=compelled,
        compelled_rule="M-12",
        citation=citation,
        reason=reason,
        proposal=proposal,
        law="verified" if certain else "secondary source",
        certain=certain,
        objection="",
        narrowing=" ".join(each.offer for each in factors if each.proposed),
        factors=factors,
        senior=False,
        flags=flags,
        proposed_from="2025-01-01",
        proposed_to="2026-11-09",
    )


def a_view(**changes: object) -> RequestView:
    """A search warrant with three facts, three questions and three demands."""
    view = RequestView(
        id=1,
        reference="LER-2026-000412",
        title="Search warrant · FBI, N.D. Cal. · 3:26-mj-70412",
        status=Status.REVIEW,
        process="US_SW_FED",
        process_words="Search warrant",
        due=DueView("soon", "in 3 days", "Fri 27 Nov 2026", "2026-11-27"),
        deadlines=(),
        silence="Silence until 3 Nov 2027",
        documents=(
            Document(
                DOCUMENT,
                1,
                "warrant.pdf",
                "ab" * 32,
                182_000,
                "application/pdf",
                ((612.0, 792.0),) * 3,
                ("layer",) * 3,
            ),
        ),
        facts=(
            a_fact(1),
            a_fact(
                2,
                "court",
                "Northern District of California",
                label="Court",
                box=(72, 120, 200, 132),
            ),
            a_fact(3, "agency", "FBI", label="Agency", page=2, box=(72, 160, 120, 172)),
        ),
        not_said=("Badge number",),
        questions=(
            a_question(
                "E101", "Did a court with jurisdiction issue it?", group="Court and signature"
            ),
            a_question("E105"),
            a_question("E109", "Is it dated?", proposal=None, quote=""),
        ),
        reminders=(),
        demands=(
            a_demand(1),
            a_demand(2, "All records of orders", category="Order history"),
            a_demand(3, "The search queries", proposal="NARROW", factors=(a_factor(),)),
        ),
        determination=DeterminationView(
            "Partial response",
            "Valid and binding so far.",
            (
                Step("3 questions", Place.VALIDITY, "E101", 1),
                Step("A decision on item 3", Place.SCOPE, "3", 1),
            ),
            recorded=False,
            binding="yes",
            outcome=None,
            action=None,
        ),
        flags=Flags(),
        approvals=(),
        papers=(PaperView(4, "acknowledgement", "Acknowledgement", "L-2026-000655", "issued"),),
        disclosures=(),
        related=((2, "LER-2026-000398", "the same case number"),),
        history=(
            HistoryEntry(1, datetime(2026, 11, 20, 17, 14, tzinfo=UTC), "I. Albrecht", "Received"),
        ),
        step=Step("Answer 3 questions", Place.VALIDITY, "E101", 1),
        closed=False,
    )
    return replace(view, **changes)  # type: ignore[arg-type]


def an_approval(**changes: object) -> ApprovalView:
    """A finding that waits."""
    view = ApprovalView(
        5,
        "illegal_conduct",
        "Illegal conduct",
        "Sold stolen goods.",
        "I. Albrecht",
        "waiting",
        None,
        None,
    )
    return replace(view, **changes)  # type: ignore[arg-type]
