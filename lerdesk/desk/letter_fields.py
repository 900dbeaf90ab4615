"""From the records to the fields that a letter's template may use."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from lerdesk.base.text import clean
from lerdesk.desk.assessment import Assessment
from lerdesk.desk.case_file import CaseFile
from lerdesk.desk.customers import account_of, address_of, customers, untold
from lerdesk.desk.index import targets_of
from lerdesk.desk.narrowing import ground_of, offer_block, reason_of, supported
from lerdesk.desk.recipients import requester
from lerdesk.desk.session import Desk
from lerdesk.desk.typography import cited, running
from lerdesk.domain.checklist import said_in_letter
from lerdesk.domain.letter import (
    LetterDefect,
    LetterFields,
    Letterhead,
    LetterItem,
    Recipient,
)
from lerdesk.domain.records import RecordedLetter
from lerdesk.domain.request import Demand
from lerdesk.domain.rules import Process
from lerdesk.domain.vocabulary import (
    DeadlineKind,
    Decision,
    LetterKind,
    Proposal,
)

if TYPE_CHECKING:
    from lerdesk.store.organisation import OrganisationRow

_CHANNELS = {
    "portal": "through our portal",
    "e-mail": "by e-mail",
    "registered agent": "through our registered agent",
    "post": "by post",
    "fax": "by fax",
}
#: letters that ask for a reply
_REPLIES = {LetterKind.DEFICIENCY, LetterKind.OBJECTION, LetterKind.PARTIAL}
_ANSWERS = {
    Decision.PRODUCE: "Produced",
    Decision.NARROW: "Produced in part",
    Decision.OBJECT: "Not produced",
    Decision.NOTHING_HELD: "Nothing held",
    None: "Not answered yet",
}


def letterhead_of(row: "OrganisationRow") -> Letterhead:
    """The organisation's letterhead as letters set it."""
    return Letterhead(
        row.company, row.lines, row.department, row.telephone, row.email, row.footer, row.logo
    )


def letter_fields(
    desk: Desk,
    case: CaseFile,
    found: Assessment,
    organisation: "OrganisationRow",
    kind: LetterKind,
    variant: str = "",
    to: str = "",
    earlier: tuple[RecordedLetter, bool] | None = None,
) -> LetterFields:
    """Everything that a letter of this kind may say, from the records of this day.

    Args:
        desk: the desk.
        case: the records.
        found: what the rules say of them.
        organisation: letterhead and page.
        kind: which letter.
        variant: of the notice.
        to: which customer's notice, by their line; the first who is still to be told where it is empty.
        earlier: the issued letter that it names, and whether it corrects that one.
    """
    notice = kind is LetterKind.NOTICE
    recipient = _customer(case, to) if notice else requester(case)
    account = account_of(case, recipient)
    silence = case.value("nondisclosure")
    silence = silence if isinstance(silence, Mapping) else {}
    disclosed = case.disclosures[-1] if case.disclosures else None
    service = f"our mailbox {organisation.email}" if organisation.email else "the address above"
    answer_by = found.deadline(DeadlineKind.RESPONSE)
    return LetterFields(
        letterhead=letterhead_of(organisation),
        recipient=recipient,
        our_reference=case.request.reference,
        dated=found.today,
        reviewer=desk.person.name,
        process=process_words(found),
        their_reference=case.text("case_number"),
        court=case.text("court") or case.text("issuing_authority"),
        agency=case.text("agency"),
        agency_type=_agency_type(case),
        issued_on=case.day("date_issued"),
        received_at=case.request.received_at.astimezone(case.zone),
        served_on=case.request.served_on,
        channel=_CHANNELS.get(case.request.channel, f"through {case.request.channel}"),
        service_channel=service,
        accounts=(account,) if notice and account else _accounts(case),
        answer_by=answer_by if answer_by and answer_by >= found.today else None,
        cure_by=found.today + timedelta(days=desk.rulebook.policy.cure_days)
        if kind in _REPLIES
        else None,
        preserved_from=case.local_day(case.request.received_at)
        if kind is LetterKind.PRESERVATION
        else None,
        preserved_until=found.preserved_until,
        items=tuple(_item(desk, found, demand) for demand in case.demands),
        defects=_defects(found, case, organisation) if kind is LetterKind.DEFICIENCY else (),
        categories=_categories(desk, case, found, after=notice and bool(variant)),
        supported=_supported(desk, found),
        narrowing=offer_block(desk, case, found) if kind is LetterKind.OBJECTION else "",
        files=tuple(each for one in case.disclosures for each in one.files),
        searched_for=_accounts(case),
        searched_from=_searched_from(case),
        searched_until=max((d.period_to for d in case.demands if d.period_to), default=None)
        or case.local_day(case.request.received_at),
        disclose_on=found.earliest_disclosure if notice and variant == "" else None,
        disclosed_on=case.local_day(disclosed.at) if disclosed else None,
        silence_issued_on=case.day("date_issued") if silence.get("kind") == "order" else None,
        silence_from=case.day("date_issued") if silence else None,
        silence_until=found.silence_until,
        silent=found.silenced,
        policy=organisation.policy if notice else "",
        earlier_number=(earlier[0].number or "") if earlier else "",
        earlier_on=case.local_day(earlier[0].issued_at)
        if earlier and earlier[0].issued_at
        else None,
        correction=bool(earlier and earlier[1]),
        silence_citation=clean(str(silence.get("statute") or "18 U.S.C. § 2705(b)")),
    )


def basis_of(fields: LetterFields) -> str:
    """A hash of what a letter says, apart from its own day, so that a change of the records shows."""
    parts = [f"{name}={value!r}" for name, value in sorted(vars(fields).items()) if name != "dated"]
    return sha256("\n".join(parts).encode()).hexdigest()


def process_words(found: Assessment) -> str:
    """The process as a noun in running text: "federal search warrant"."""
    if found.process is None:
        return "legal process"
    name = found.process.name
    return cited(found.process.noun or running(name))


def _customer(case: CaseFile, to: str) -> Recipient:
    everyone = customers(case)
    named = [each for each in everyone if address_of(each) == to]
    return (named or list(untold(case)) or list(everyone))[0]


def _agency_type(case: CaseFile) -> str:
    place = case.text("jurisdiction")
    if place == "US":
        return "a federal law enforcement agency"
    return "a state or local law enforcement agency" if place.startswith("US-") else ""


def _accounts(case: CaseFile) -> tuple[str, ...]:
    return tuple(clean(target) for target in targets_of(case))


def _searched_from(case: CaseFile) -> date | None:
    """The first day searched; None where an item names no beginning: the letter then leaves it to the reviewer."""
    starts = [demand.period_from for demand in case.demands]
    known = [start for start in starts if start]
    return min(known) if known and len(known) == len(starts) else None


def _item(desk: Desk, found: Assessment, demand: Demand) -> LetterItem:
    category = desk.rulebook.categories.get(demand.category or "")
    return LetterItem(
        number=str(demand.number),
        demanded=" ".join(clean(demand.words).split()),
        answer=_ANSWERS[demand.decision],
        period=_period(demand),
        ground=ground_of(desk, found, demand),
        reason=reason_of(desk, found.case, found, demand),
        categories=(running(category.name),) if category else (),
    )


def _period(demand: Demand) -> str:
    start, end = demand.period_from, demand.period_to
    if demand.decision is Decision.NARROW:
        start, end = demand.narrowed_from, demand.narrowed_to
    elif demand.decision is not Decision.PRODUCE:
        return ""
    if start and end:
        return f"{start:%b} {start.day}, {start.year} – {end:%b} {end.day}, {end.year}"
    if start:
        return f"since {start:%b} {start.day}, {start.year}"
    return f"until {end:%b} {end.day}, {end.year}" if end else ""


def _categories(desk: Desk, case: CaseFile, found: Assessment, *, after: bool) -> tuple[str, ...]:
    """What is to be disclosed; in a notice after the disclosure what went, and nothing that did not go."""
    chosen = found.produced_numbers or {demand.number for demand in case.demands}
    if after and found.went:
        chosen = found.went
    names = [
        running(known.name)
        for demand in case.demands
        if demand.number in chosen
        and (known := desk.rulebook.categories.get(demand.category or "")) is not None
    ]
    return tuple(dict.fromkeys(names))


def _supported(desk: Desk, found: Assessment) -> tuple[str, ...]:
    """What the process does reach, told where it was the wrong one for something that it asks."""
    if found.decision is None or found.process is None:
        return ()
    if not any(each.proposal is Proposal.BLOCK for each in found.decision.items):
        return ()
    return supported(desk.rulebook, found.process.id)


def _in_letters(citation: str, process: Process | None) -> str:
    """A citation as a requester is given it: no company's policy, nor another legal order's law beside their own."""
    parts = [each for each in citation.split("; ") if not each.startswith("company policy")]
    union = process is not None and process.column == "eu"
    own = [each for each in parts if each.startswith("Reg. (EU)") is union]
    return cited("; ".join(own or parts))


def _defects(
    found: Assessment, case: CaseFile, organisation: "OrganisationRow"
) -> tuple[LetterDefect, ...]:
    if found.decision is None:
        return ()
    known = {
        "‹X›": case.text("addressee"),
        "‹Y›": organisation.company,
        " ‹/sealed›": "",
        "‹/sealed›": "",
        "‹statute›": case.text("statute"),
        "‹warrant›": process_words(found),
    }
    rows = []
    failed = ((each.question, each.severity) for each in found.decision.defects)
    for question in said_in_letter(found.rules, failed):
        sentence = question.letter
        for mark, words in known.items():
            if words or mark.strip() == "‹/sealed›":
                sentence = sentence.replace(mark, words)
        rows.append(
            LetterDefect(
                cited(re.sub(r"\s+", " ", sentence)),
                _in_letters(question.citation, found.process),
            )
        )
    return tuple(rows)
