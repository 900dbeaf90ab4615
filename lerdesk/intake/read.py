"""From a file's pages to its proposed facts and demands."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lerdesk.domain.fact import FIELDS, Fact
from lerdesk.intake import identifiers as named
from lerdesk.intake.addressee import addressee
from lerdesk.intake.agencies import agency, issuing_office
from lerdesk.intake.case import Case
from lerdesk.intake.casenumbers import case_numbers
from lerdesk.intake.courts import court, jurisdiction
from lerdesk.intake.demands import demands_of
from lerdesk.intake.document import Document, squeezed
from lerdesk.intake.found import FoundIdentifier
from lerdesk.intake.instruments import instruments
from lerdesk.intake.language import language
from lerdesk.intake.papers import papers
from lerdesk.intake.people import signatories
from lerdesk.intake.periods import FoundPeriod, periods
from lerdesk.intake.proposed import ProposedDemand
from lerdesk.intake.requesters import requester
from lerdesk.intake.silence import nondisclosure, sealed
from lerdesk.intake.statutes import statutes
from lerdesk.intake.terms import date_due, date_issued, due_in
from lerdesk.intake.words import PageWords


def read_facts(pages: Sequence[PageWords]) -> tuple[list[Fact], list[ProposedDemand]]:
    """Every fact that the pages show and every line of scope, in the order of the fields.

    A file without process gives its language alone.
    """
    document = Document(pages)
    if not document.places:
        return [], []
    facts = _language(document)
    found = papers(document)
    process = instruments(found)
    if not process:
        return facts, []
    case = Case(document, found, process)
    issued = date_issued(case)
    spans = periods(case, issued[1] if issued else None)
    targets = named.identifiers(case)
    demands = demands_of(case, targets, spans)
    facts += _who(case)
    facts += case_numbers(case) + statutes(case) + signatories(case)
    facts += _when(case, issued[0] if issued else None, spans)
    facts += named.facts(case, targets) + _categories(demands)
    facts += [
        fact
        for fact in (addressee(case), _asker(case, targets), nondisclosure(case), sealed(case))
        if fact
    ]
    if case.process == "US_EMERGENCY":
        start, end = case.instruments[0].shown
        facts.append(case.fact("emergency", value=True, start=start, end=end, confidence=0.95))
    facts = [fact for fact in facts if _is_on_page(document, fact)]
    return sorted(facts, key=lambda fact: FIELDS.index(fact.field)), demands


def _who(case: Case) -> list[Fact]:
    facts = [
        case.fact("process_type", each.process, *each.shown, 0.95) for each in case.instruments
    ]
    seat = court(case)
    office = agency(case)
    if seat is not None:
        facts.append(case.fact("court", seat.name, seat.start, seat.end, 0.95))
        facts.append(case.fact("issuing_authority", seat.name, seat.start, seat.end, 0.93))
    elif (issuer := _issuer(case, office)) is not None:
        facts.append(case.fact("issuing_authority", *issuer, 0.85))
    if office is not None:
        facts.append(case.fact("agency", *office, 0.85))
    where = jurisdiction(case, seat, office or issuing_office(case))
    return [*facts, where] if where else facts


def _issuer(case: Case, office: tuple[str, int, int] | None) -> tuple[str, int, int] | None:
    """Without a court, whose letterhead it is: a prosecutor's, unless the agency's own stands above."""
    prosecutor = issuing_office(case)
    above = prosecutor is not None and (office is None or prosecutor[1] < office[1])
    return prosecutor if above else office


def _asker(case: Case, targets: Sequence[FoundIdentifier]) -> Fact | None:
    """The requester, without a mailbox or telephone that is a target's: an answer must never go to whom it is about."""
    fact = requester(case)
    if fact is None or not isinstance(fact.value, dict):
        return fact
    asked = {squeezed(each.words) for each in targets}
    value = {
        key: None if key in {"email", "phone"} and squeezed(str(part or "")) in asked else part
        for key, part in fact.value.items()
    }
    return replace(fact, value=value)


def _when(case: Case, issued: Fact | None, spans: list[FoundPeriod]) -> list[Fact]:
    facts = [issued] if issued else []
    due = date_due(case)
    # a preservation letter asks for no answer
    if case.process != "US_PRESERVE_2703F":
        if due is not None:
            facts.append(due[0])
        term = due_in(case)
        if term is not None:
            facts.append(term)
    facts += [
        case.fact("period", each.period.to_json(), each.start, each.end, 0.9) for each in spans
    ]
    return facts


def _categories(demands: Sequence[ProposedDemand]) -> list[Fact]:
    seen: dict[str, Fact] = {}
    for demand in demands:
        for category in demand.categories:
            seen.setdefault(category, Fact("data_category", category, 0.8, demand.evidence))
    return list(seen.values())


def _language(document: Document) -> list[Fact]:
    tokens = re.findall(r"[^\W\d_]+", document.text[:20_000].lower())
    known = language(tokens)
    if known is None:
        return []
    longest = max(document.places[:60], key=lambda place: place.end - place.start)
    code, confidence = known
    return [
        Fact("language", code, round(confidence, 2), document.evidence(longest.start, longest.end))
    ]


def _is_on_page(document: Document, fact: Fact) -> bool:
    """Whether the quote stands on the page that it names: nothing is proposed without."""
    quote = squeezed(fact.evidence.quote)
    return bool(quote) and quote in document.squeezed_page(fact.evidence.page)
