"""What a letter says: the values that its template may use and that its page frame sets."""

from dataclasses import dataclass
from datetime import date, datetime

from lerdesk.domain.disclosure import ProducedFile


@dataclass(frozen=True)
class Letterhead:
    """The sender, as it stands at the head and foot of every page.

    Attributes:
        company: the company's full name.
        lines: its postal address, one line each.
        department: the team that writes, e.g. "Legal Process Response".
        telephone: for the reference block; empty leaves the line out.
        email: likewise.
        footer: one sentence at the foot, e.g. the form of incorporation.
        logo: a PNG or JPEG, or None.
    """

    company: str
    lines: tuple[str, ...] = ()
    department: str = ""
    telephone: str = ""
    email: str = ""
    footer: str = ""
    logo: bytes | None = None


@dataclass(frozen=True)
class Recipient:
    """To whom the letter goes.

    Attributes:
        lines: name and postal address as they stand in the envelope's window.
        salutation: what follows "Dear", e.g. "Special Agent Castellano"; empty where no name is known.
    """

    lines: tuple[str, ...]
    salutation: str = ""


@dataclass(frozen=True)
class LetterItem:
    """One demand of the order and what was decided about it.

    Attributes:
        number: as the review numbers it, e.g. "3".
        demanded: in the order's words.
        answer: "Produced", "Produced in part", "Not produced", "Nothing held".
        period: the period produced, in words; empty where none.
        ground: the citation that carries the answer.
        reason: the rulebook's sentence for the requester; empty where the answer needs none.
        categories: the data categories, in words.
    """

    number: str
    demanded: str
    answer: str
    period: str = ""
    ground: str = ""
    reason: str = ""
    categories: tuple[str, ...] = ()


@dataclass(frozen=True)
class LetterReason:
    """One reason and the items that it holds for, by their numbers in the order's sequence."""

    numbers: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class LetterDefect:
    """One failed question of validity: the rulebook's sentence for the requester and its citation."""

    sentence: str
    citation: str = ""


@dataclass(frozen=True)
class LetterFields:
    """Everything that a template may use. What is None or empty and yet needed stands in the draft as ‹words›.

    Attributes:
        letterhead: the sender.
        recipient: the requester, or in a notice the customer.
        our_reference: e.g. "LER-2026-000412".
        dated: the letter's day.
        reviewer: who signs.
        process: in words, lower case, without article, e.g. "search warrant", "grand jury subpoena".
        their_reference: the case or file number of the order.
        court: the issuing court or authority in words.
        agency: the agency that asks, in words.
        agency_type: for the customer, e.g. "a federal law enforcement agency"; says less than the name.
        issued_on: the order's own date.
        received_at: aware moment in the organisation's zone.
        served_on: the day on which service counts.
        channel: how it reached us, as an adverbial: "through our portal", "by e-mail".
        service_channel: where corrections and later process go, as a noun: "our law enforcement portal".
        accounts: identifiers as the order gives them; only letters that produce show them.
        answer_by: when we expect to answer.
        cure_by: until when a correction or reply is asked for.
        preserved_from: the day from which records are preserved.
        preserved_until: the last day of preservation.
        items: every demand with its answer.
        defects: what failed on the face of the order, with the rulebook's words.
        supported: what the process does support, in words, where it was the wrong one for the data.
        narrowing: the offer to answer on conditions, in words; empty where none is made.
        categories: data categories in words: to be disclosed (before), or disclosed (after).
        files: what is produced.
        redactions: what was left out of the files, and why, one sentence each.
        custodian: who signs the certificate, where it is not the reviewer.
        certificate: whether a custodian's certificate goes with the production.
        searched_for: the search terms of a search that found nothing.
        systems: the systems searched, in words.
        searched_from: first day of the period searched.
        searched_until: last day of the period searched.
        disclose_on: the earliest day of disclosure that the customer is told.
        disclosed_on: the day on which records were disclosed.
        silence_issued_on: date of the order that forbids telling the customer.
        silence_from: first day of silence.
        silence_until: last day of silence; None where none is stated or none is ordered.
        silent: whether an order forbids telling the customer today.
        silence_citation: the statute of that order.
        policy: where our notice policy can be read, e.g. "northwind.example.com/legal/requests".
        summary: a short summary of the demand for the customer, where lawful.
        earlier_number: the issued letter that this one names, e.g. "L-2026-000655".
        earlier_on: its day.
        correction: this letter takes its place; else it adds to it.
        demand_enclosed: whether a copy of the demand is enclosed with the customer's notice.
    """

    letterhead: Letterhead
    recipient: Recipient
    our_reference: str
    dated: date
    reviewer: str
    process: str
    their_reference: str = ""
    court: str = ""
    agency: str = ""
    agency_type: str = ""
    issued_on: date | None = None
    received_at: datetime | None = None
    served_on: date | None = None
    channel: str = ""
    service_channel: str = ""
    accounts: tuple[str, ...] = ()
    answer_by: date | None = None
    cure_by: date | None = None
    preserved_from: date | None = None
    preserved_until: date | None = None
    items: tuple[LetterItem, ...] = ()
    defects: tuple[LetterDefect, ...] = ()
    supported: tuple[str, ...] = ()
    narrowing: str = ""
    categories: tuple[str, ...] = ()
    files: tuple[ProducedFile, ...] = ()
    redactions: tuple[str, ...] = ()
    custodian: str = ""
    certificate: bool = True
    searched_for: tuple[str, ...] = ()
    systems: str = ""
    searched_from: date | None = None
    searched_until: date | None = None
    disclose_on: date | None = None
    disclosed_on: date | None = None
    silence_issued_on: date | None = None
    silence_from: date | None = None
    silence_until: date | None = None
    silent: bool = False
    silence_citation: str = ""
    policy: str = ""
    summary: str = ""
    demand_enclosed: bool = False
    earlier_number: str = ""
    earlier_on: date | None = None
    correction: bool = False

    @property
    def masked_accounts(self) -> tuple[str, ...]:
        """The accounts as every letter but a production shows them."""
        return tuple(mask(account) for account in self.accounts)

    @property
    def reasons(self) -> tuple[LetterReason, ...]:
        """Each reason once, with the items that it holds for."""
        numbers: dict[str, list[str]] = {}
        for item in self.items:
            if item.reason:
                numbers.setdefault(item.reason, []).append(item.number)
        return tuple(LetterReason(tuple(each), reason) for reason, each in numbers.items())


_DOT = "•"


def mask(identifier: str) -> str:
    """An identifier that its owner recognises and nobody else learns.

    A mailbox keeps its first character and its host (not its length), an IP address its first half, anything else its
    last four characters or fewer: never more than two fifths of it.

    >>> mask("jane.doe@example.com")
    'j•••••@example.com'
    >>> mask("+1 206 555 0142")
    '+• ••• ••• 0142'
    """
    text = identifier.strip()
    local, at, host = text.rpartition("@")
    if at and local and host:
        return local[0] + _DOT * 5 + "@" + host
    octets = text.split(".")
    if len(octets) == 4 and all(part.isdigit() for part in octets):
        return ".".join((*octets[:2], _DOT, _DOT))
    letters = sum(char.isalnum() for char in text)
    kept = min(4, letters * 2 // 5)
    hidden = letters - kept
    out = []
    for char in text:
        if char.isalnum() and hidden > 0:
            out.append(_DOT)
            hidden -= 1
        else:
            out.append(char)
    return "".join(out)
