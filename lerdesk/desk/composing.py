"""Compose a letter from the records, see what blocks it, set its page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from lerdesk.base.written import day_words
from lerdesk.desk.assessment import Assessment, assess
from lerdesk.desk.case_file import CaseFile, gather
from lerdesk.desk.customers import address_of, customers
from lerdesk.desk.determination_words import heading_of
from lerdesk.desk.letter_fields import basis_of, letter_fields
from lerdesk.desk.merging import merged
from lerdesk.desk.notice_days import offer_day
from lerdesk.desk.progress import due_of
from lerdesk.desk.session import Desk, Place, Step
from lerdesk.desk.standing import production_of
from lerdesk.desk.views import Blocking
from lerdesk.domain.disclosure import obstacles
from lerdesk.domain.letter import LetterFields
from lerdesk.domain.notice_effect import TELL_FIRST, NoticeEffect
from lerdesk.domain.records import FINDINGS, RecordedLetter
from lerdesk.domain.vocabulary import LetterKind, Outcome

if TYPE_CHECKING:
    from lerdesk.desk.recording import Act
    from lerdesk.store.organisation import OrganisationRow

_TITLES = {
    (LetterKind.ACKNOWLEDGEMENT, ""): "Acknowledgement",
    (LetterKind.DEFICIENCY, ""): "Deficiency letter",
    (LetterKind.OBJECTION, ""): "Objection",
    (LetterKind.PARTIAL, ""): "Partial response",
    (LetterKind.FULL, ""): "Full response",
    (LetterKind.NOTHING_HELD, ""): "Nothing held",
    (LetterKind.PRESERVATION, ""): "Preservation confirmation",
    (LetterKind.NOTICE, ""): "Notice before disclosure",
    (LetterKind.NOTICE, "delayed"): "Delayed notice",
    (LetterKind.NOTICE, "optional"): "Notice of non-content",
}

#: the determination that each answer needs
_NEEDS = {
    LetterKind.FULL: Outcome.PRODUCE_FULL,
    LetterKind.PARTIAL: Outcome.PRODUCE_PARTIAL,
    LetterKind.NOTHING_HELD: Outcome.NO_RECORDS,
    LetterKind.OBJECTION: Outcome.REJECT,
}


def title_of(kind: LetterKind, variant: str = "") -> str:
    """The letter's name on the screen."""
    return _TITLES[kind, variant]


@dataclass(frozen=True)
class Papers:
    """What a letter is made from."""

    case: CaseFile
    found: Assessment
    organisation: "OrganisationRow"
    next_number: str

    @classmethod
    def within(cls, desk: Desk, act: "Act") -> "Papers":
        """From an act that is under way."""
        from lerdesk.store import letters, organisation

        year = act.case.local_day(act.now).year
        return cls(
            act.case,
            assess(desk, act.case, act.now),
            organisation.get(act.unit),
            letters.next_number(act.unit, year),
        )

    def may_go(self, letter: RecordedLetter) -> str:
        """When it may go, in words."""
        if letter.kind == LetterKind.NOTICE:
            if self.found.silenced:
                return self.found.silence_words or "not while silence is ordered"
            if letter.variant:
                return "now"
            release = self.found.earliest_disclosure
            return f"now; disclosure not before {day_words(release)}"
        if letter.kind in {LetterKind.PARTIAL, LetterKind.FULL}:
            waits = obstacles(production_of(self.found), self.found.today)
            return waits[0].words if waits else "now"
        return "now"

    def must_go(self, letter: RecordedLetter) -> str:
        """Until when it must go, in words; empty where nothing fixes it."""
        due = due_of(self.found)
        if letter.state == "issued" or due.urgency == "none":
            return ""
        return f"by {due.exact}"

    def issue_words(self, letter: RecordedLetter) -> str:
        """What issuing does."""
        if letter.number:
            return f"Issued as {letter.number}. It never changes."
        return f"Issuing gives it the number {self.next_number} and freezes it."


def papers_of(desk: Desk, request_id: int) -> Papers:
    """From the records as they stand."""
    from lerdesk.store import letters, organisation

    now = desk.clock.now()
    with desk.store.reading() as unit:
        case = gather(unit, request_id)
        row = organisation.get(unit)
        number = letters.next_number(unit, case.local_day(now).year)
    return Papers(case, assess(desk, case, now), row, number)


def variant_of(found: Assessment, case: CaseFile) -> str:
    """Which notice fits: before disclosure, delayed after silence, or optional for what is not content."""
    if found.disclosed:
        return "delayed" if case.value("nondisclosure") and found.content_numbers else "optional"
    return "" if found.effect in TELL_FIRST else "optional"


@dataclass(frozen=True)
class ComposedPaper:
    """A letter's text as its template gives it."""

    markdown: str
    spans: tuple[tuple[int, int, str], ...]
    basis: str
    template: str
    to: str


def compose_paper(
    desk: Desk, papers: Papers, kind: LetterKind, variant: str = "", to: str = ""
) -> ComposedPaper:
    """Fill the template from the records."""
    found, row = papers.found, papers.organisation
    return _composed(kind, variant, letter_fields(desk, papers.case, found, row, kind, variant, to))


def recompose_paper(desk: Desk, papers: Papers, letter: RecordedLetter) -> ComposedPaper:
    """Fill a letter's template anew."""
    return _composed(LetterKind(letter.kind), letter.variant, _fields(desk, papers, letter))


def recompose_in(
    desk: Desk, act: "Act", papers: Papers, letter: RecordedLetter, title: str
) -> None:
    """Compose a draft anew within an act; the reviewer's sentences are kept where their place still is."""
    from lerdesk.store import letters

    composed = recompose_paper(desk, papers, letter)
    letters.recompose(
        act.unit,
        letter.id,
        title=title,
        to=composed.to,
        markdown=merged(letter.composed, letter.markdown, composed.markdown),
        composed=composed.markdown,
        spans=composed.spans,
        basis=composed.basis,
        template=composed.template,
        at=act.now,
    )


def _fields(desk: Desk, papers: Papers, letter: RecordedLetter) -> LetterFields:
    """What this letter may say, with the letter that it names."""
    named = next((each for each in papers.case.letters if each.id == letter.earlier_id), None)
    return letter_fields(
        desk,
        papers.case,
        papers.found,
        papers.organisation,
        LetterKind(letter.kind),
        letter.variant,
        letter.to,
        (named, letter.purpose == "correction") if named else None,
    )


def _composed(kind: LetterKind, variant: str, fields: LetterFields) -> ComposedPaper:
    from lerdesk.letters.compose import compose

    draft = compose(kind, fields, variant=variant or None)
    spans = tuple((span.start, span.end, span.kind) for span in draft.spans)
    return ComposedPaper(
        draft.markdown,
        spans,
        basis_of(fields),
        f"{draft.template} {draft.version}",
        address_of(fields.recipient),
    )


def _page(papers: Papers) -> Literal["letter", "a4"]:
    return cast("Literal['letter', 'a4']", papers.organisation.page)


def page_pdf(desk: Desk, papers: Papers, letter: RecordedLetter, markdown: str) -> bytes:
    """The draft's page, with the reviewer's own words tinted."""
    from lerdesk.letters.draft import Draft, changed
    from lerdesk.paper.letter import letter_pdf

    fields = _fields(desk, papers, letter)
    return letter_pdf(
        markdown,
        fields,
        page=_page(papers),
        sample=desk.sample,
        template=letter.template,
        marked=changed(Draft(letter.composed, (), letter.template, ""), markdown),
    )


def frozen_pdf(desk: Desk, papers: Papers, letter: RecordedLetter, number: str) -> bytes:
    """The page as it goes out."""
    from lerdesk.paper.letter import letter_pdf

    fields = _fields(desk, papers, letter)
    return letter_pdf(
        letter.markdown,
        fields,
        page=_page(papers),
        number=number,
        sample=desk.sample,
        template=letter.template,
    )


def blocking(desk: Desk, papers: Papers, letter: RecordedLetter) -> tuple[Blocking, ...]:
    """What stands in the way of issuing, each with where it is mended."""
    from lerdesk.letters.problems import problems

    if letter.state != "draft":
        return ()
    kind = LetterKind(letter.kind)
    request_id = letter.request_id
    found: list[Blocking] = []
    if recompose_paper(desk, papers, letter).basis != letter.basis:
        found.append(
            Blocking(
                "The records changed since this was drafted.",
                "draft",
                Step("Take them in", Place.LETTER, "recompose", request_id),
            )
        )
    found += [
        Blocking(words, "template", Step("Go there", Place.LETTER, words, request_id))
        for words in problems(kind, letter.markdown)
    ]
    if not papers.organisation.lines:
        found.append(
            Blocking("The letterhead has no address.", "letterhead", Step("Set it", Place.SETTINGS))
        )
    found += _said_already(papers, letter)
    found += _kind_blocking(papers, kind, letter, request_id)
    return tuple(found)


def issued_already(case: CaseFile, kind: str) -> RecordedLetter | None:
    """The last issued letter that another of this kind would only say again.

    The answer to another determination is no repetition; a notice is another customer's, or came back.
    """
    standing = case.determination
    issued = [each for each in case.issued(kind) if kind != LetterKind.NOTICE]
    if kind != LetterKind.ACKNOWLEDGEMENT and standing:
        issued = [each for each in issued if each.issued_at and each.issued_at >= standing.at]
    return issued[-1] if issued else None


def _said_already(papers: Papers, letter: RecordedLetter) -> list[Blocking]:
    last, request_id = issued_already(papers.case, letter.kind), letter.request_id
    if last is None or last.issued_at is None or last.number is None:
        return []
    if letter.earlier_id == last.id:
        if last.number in letter.markdown:
            return []
        step = Step("Take it in", Place.LETTER, "recompose", request_id)
        return [Blocking(f"It does not name {last.number}.", "issued", step)]
    day = day_words(papers.case.local_day(last.issued_at))
    return [
        Blocking(
            f"{last.number} was issued on {day}. A correction is a new letter that names it.",
            "issued",
            Step("Correct it", Place.LETTER, "correction", request_id),
            Step("Add to it", Place.LETTER, "further", request_id),
        )
    ]


def _kind_blocking(
    papers: Papers, kind: LetterKind, letter: RecordedLetter, request_id: int
) -> list[Blocking]:
    if kind is LetterKind.NOTICE:
        return _notice_blocking(papers, letter, request_id)
    if kind is LetterKind.DEFICIENCY:
        if papers.found.failed:
            return []
        step = Step("Answer the questions", Place.VALIDITY, None, request_id)
        return [Blocking("No question is answered so that it fails.", "validity", step)]
    if kind is LetterKind.PRESERVATION:
        if papers.found.process and papers.found.process.preserves_only:
            return []
        step = Step("See the facts", Place.FACTS, "process_type", request_id)
        return [Blocking("The process is no preservation request.", "facts", step)]
    if kind not in _NEEDS:
        return []
    standing = papers.case.determination
    if standing is None or standing.kind != _NEEDS[kind].value:
        words = (
            f"The determination is another: {heading_of(papers.found).lower()}."
            if standing
            else "Nothing is determined yet."
        )
        step = Step("See the determination", Place.DETERMINATION, None, request_id)
        return [Blocking(words, "determination", step)]
    found = [
        Blocking(words, "two persons", Step("See who", Place.APPROVAL, None, request_id))
        for words in papers.found.waiting_approvals
    ]
    if kind in {LetterKind.FULL, LetterKind.PARTIAL}:
        found += [
            Blocking(
                each.words,
                f"promise {each.promise}",
                Step("Mend it", Place(each.place), None, request_id),
            )
            for each in obstacles(production_of(papers.found), papers.found.today)
        ]
    return found


def _notice_blocking(papers: Papers, letter: RecordedLetter, request_id: int) -> list[Blocking]:
    found = papers.found
    step = Step("See why", Place.DETERMINATION, None, request_id)
    silent = {NoticeEffect.SILENT, NoticeEffect.TELL_LATER, NoticeEffect.LOCKED}
    if found.silenced or found.effect in silent:
        words = f"Nobody may be told: {found.silence_words or found.notice_reason}."
        return [Blocking(words, found.notice_rule or "notice", step)]
    if papers.case.determination is None:
        return [Blocking("Nothing is determined yet.", "determination", step)]
    if found.effect is NoticeEffect.NOT_TOLD:
        return [
            Blocking(
                "The finding of illegal conduct stands: the customer is not told.",
                found.notice_rule or "notice",
                step,
            )
        ]
    if any(each.kind in FINDINGS and each.state == "waiting" for each in papers.case.approvals):
        # a word to the customer cannot be taken back
        see = Step("See who", Place.APPROVAL, None, request_id)
        words = "A finding about the customer waits for a second person."
        return [Blocking(words, "two persons", see)]
    fitting = variant_of(found, papers.case)
    if letter.variant != fitting:
        words = (
            f"The notice that fits now is another: {title_of(LetterKind.NOTICE, fitting).lower()}."
        )
        return [Blocking(words, found.notice_rule or "notice", step)]
    if not papers.found.produced_numbers:
        return [Blocking("Nothing is to be produced: there is nothing to tell.", "notice", step)]
    if letter.to not in {address_of(each) for each in customers(papers.case) if each.lines}:
        words = "The order names no customer whom this notice could reach."
        facts = Step("See the facts", Place.FACTS, "identifier", request_id)
        return [Blocking(words, "recipient", facts)]
    offered = offer_day(found)
    if letter.variant == "" and offered and found.today <= offered:
        words = f"The requester may bring a court's order until {day_words(offered)}."
        return [Blocking(words, found.notice_rule or "notice", step)]
    return []
