"""What a demand identifies accounts, orders, devices and persons by. Contact data of the asking side are none."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from lerdesk.domain.fact import Fact
from lerdesk.intake.case import Case, one_line
from lerdesk.intake.codes import CODE, ORDER, coded, looks_like_code
from lerdesk.intake.dates import parse
from lerdesk.intake.document import Place
from lerdesk.intake.found import FoundIdentifier, simple
from lerdesk.intake.papers import Paper
from lerdesk.intake.people import EMAIL, NAME, NOT_A_NAME, PHONE, name_parts
from lerdesk.intake.persons import persons
from lerdesk.intake.requesters import officials
from lerdesk.intake.tables import Cell, cells, head_kind, rows

if TYPE_CHECKING:
    from lerdesk.domain.fact import JsonValue

_CONTACT = re.compile(
    (
        r"special\s+agent|detective|inspector|investigator|sergeant|officer\b|attorney|case\s+agent"
        r"|deliver|transfer|transmit|upload|(?:produce|return|send|submit|respon\w*|disclosed?|forward"
        r"|e-?mail(?:ed)?|directed?|provided?|made|delivered)\s+(?:\w+\s+){0,8}?(?:to|at)\b"
        r"|contact\b(?!\s+(?:address|phone|tele|e-?mail|number))|fax"
        r"|facsimile|clerk|undersigned|questions|telephone\s*:|tel\.|phone\s*:|by\s+secure|attention|attn"
        r"|custodian|prosecut|\bcall\s+(?:me|us|the\s+undersigned|this\s+office)|\breach(?:ed)?\b"
    ),
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    (
        r"\.gov\b|\.mil\b|usdoj|fbi|dea\b|usss|police|sheriff|\bpd\b|pd\.|courts?\.|attorney|\bda\.|doj\."
        r"|uspis|irs|hsi|atf\.|state\.[a-z]{2}\.us"
    ),
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"account|subscriber|customer|user|registered|associated|identified|belong|target|following|held\s+by|used\s+by|mailbox"
    r"|\bD\.?O\.?B\b|date\s+of\s+birth|\brecords\b[^.]{0,60}\b(?:for|of|about|regarding)\b"
    r"|(?:e-?mails?|contents?|messages)\s+(?:of|for|in)\b|order\s+(?:numbers?|nos?\.)",
    re.IGNORECASE,
)
_LOGIN = re.compile(r"log-?\s?in|e-?mail\s+address|mailbox", re.IGNORECASE)
_COMMON = frozenset(
    {
        "example.com",
        "example.org",
        "example.net",
        "gmail.com",
        "yahoo.com",
        "hotmail.com",
        "outlook.com",
        "aol.com",
        "icloud.com",
        "proton.me",
        "protonmail.com",
        "live.com",
        "msn.com",
        "mail.com",
    }
)


def identifiers(case: Case) -> list[FoundIdentifier]:
    """Every identifier of the demand, each once, in the order of the text."""
    found: list[FoundIdentifier] = []
    for paper in _zones(case):
        text = case.masked(paper)
        found += _emails(case, paper, text)
        found += coded(case, paper, text)
        found += _phones(case, paper, text)
        found += _tables(case, paper)
        found += _alone(case, paper)
        found += persons(paper, text)
    theirs = officials(case)
    numbered = {(e.start, e.end) for e in found if e.value["kind"] == "account_id"}
    unique: dict[tuple[str, str], FoundIdentifier] = {}
    for each in sorted(found, key=lambda each: each.start):
        if _is_theirs(each, theirs) or (
            each.value["kind"] == "phone" and (each.start, each.end) in numbered
        ):
            continue
        key = (str(each.value["kind"]), re.sub(r"[\W_]+", "", each.words).lower())
        unique.setdefault(key, each)
    return list(unique.values())


def _is_theirs(each: FoundIdentifier, surnames: set[str]) -> bool:
    """Whether a mailbox or a person is of the asking side: an agent, an attorney, who signed."""
    if each.value["kind"] == "email":
        box = re.sub(r"\W", "", each.words.split("@")[0].lower())
        return any(len(name) > 3 and name in box for name in surnames)
    if each.value["kind"] == "person" and not each.value.get("dob"):
        last = name_parts(each.words)[-1:]
        return bool(last) and re.sub(r"\W", "", last[0]) in surnames
    return False


def facts(case: Case, found: list[FoundIdentifier]) -> list[Fact]:
    """The identifiers as facts."""
    return [case.fact("identifier", each.value, each.start, each.end, 0.92) for each in found]


def _zones(case: Case) -> list[Paper]:
    if case.main.is_letter or any(paper.role == "attachment" for paper in case.papers):
        return case.orders
    return case.relevant if not case.orders else case.orders


def _emails(case: Case, paper: Paper, text: str) -> list[FoundIdentifier]:
    every = [(m, _is_contact(case, paper.start + m.start())) for m in EMAIL.finditer(text)]
    theirs = {m[0].split("@")[1].lower() for m, contact in every if contact} - _COMMON
    kept = []
    for match, contact in every:
        domain = match[0].split("@")[1].lower()
        if contact or domain in theirs or _OFFICIAL.search("." + domain):
            continue
        kept.append(
            simple(
                "email",
                match[0].rstrip("."),
                paper.start + match.start(),
                paper.start + match.end(),
            )
        )
    return kept


def _is_contact(case: Case, start: int) -> bool:
    """Whether an address or number is the asking side's own: the words before it and its line say so."""
    first, _ = case.sentence(start)
    if case.text[max(0, first - 4) : first].rstrip().endswith(":"):
        # what a colon brings in belongs to the words before it
        first, _ = case.sentence(max(0, first - 4))
    place = case.document.places[case.document.line_at(start)]
    paper = next((p for p in case.papers if p.start <= start < p.end), None)
    before = case.text[max(first, start - 260) : start]
    own_line = case.text[place.start : place.end]
    label = re.match(r"\s*([^\t@]{3,40})\t", own_line)
    if label and (_ABOUT.search(label[1]) or _LOGIN.search(label[1])):
        return False
    if re.match(
        (
            r"\s*(?:Account|Customer|Target|E-?mail(?:\s+address)?(?:es)?|User|Subscriber|Registered"
            r"|Telephone\s+(?:number\s+)?on|Mobile|Cell)[^\t]{0,30}[\t:]"
        ),
        own_line,
        re.IGNORECASE,
    ) and not re.match(r"\s*E-?mail\s*:", own_line):
        return False
    if re.match(
        r"\s*(?:Target\s+)?(?:Account|Customer|User|Subscriber)s?\s*:", before, re.IGNORECASE
    ):
        return False
    about = [m.start() for m in _ABOUT.finditer(before)]
    contact = [m.start() for m in _CONTACT.finditer(before)]
    if contact and (not about or max(contact) > max(about)):
        return True
    if paper is not None and (paper.is_letter or paper is case.main):
        # letterheads, signature blocks and forms' lines for the requester
        head = case.document.line_at(paper.start)
        number = case.document.line_at(start)
        if paper.is_letter and not about:
            dear = next(
                (
                    n
                    for n, p in enumerate(paper.places)
                    if p.line.text.startswith(("Dear", "To Whom"))
                ),
                0,
            )
            closing = next(
                (
                    n
                    for n, p in enumerate(paper.places)
                    if n > 5
                    and re.match(r"(?:Sincerely|Respectfully|Very truly|Regards|Best)", p.line.text)
                ),
                10**6,
            )
            if number - head < dear or number - head > closing:
                return True
        previous = " ".join(
            p.line.text for p in case.document.places[max(head, number - 3) : number]
        )
        if not about and re.search(
            (
                r"attorney|agent|detective|who\s+requests|investigator|sergeant|inspector|officer|\bP\.?O\.?\s+Box"
                r"|Floor|Street|Avenue"
            ),
            previous,
            re.IGNORECASE,
        ):
            return True
    return False


def _phones(case: Case, paper: Paper, text: str) -> list[FoundIdentifier]:
    found = []
    for match in PHONE.finditer(text):
        start, end = paper.start + match.start(), paper.start + match.end()
        if ORDER.search(text[max(0, match.start() - 4) : match.end() + 10]) or re.search(
            r"\d{7}-\d", text[match.start() : match.end() + 9]
        ):
            continue
        first, _ = case.sentence(start)
        place = case.document.places[case.document.line_at(start)]
        before = case.text[min(first, max(place.start, start - 160)) : start]
        about = [
            m.start()
            for m in re.finditer(
                (
                    r"account|subscriber|target|customer|subject|associated|registered|identified|number\s+on|user"
                    r"|mobile|cell|following|used\s+by|suspect|(?:from|for|by|with)\s+(?:the\s+)?(?:tele)?phone\b"
                ),
                before,
                re.IGNORECASE,
            )
        ]
        contact = [m.start() for m in _CONTACT.finditer(before)]
        # what an attachment lists without a word of delivery is what is asked about
        listed = paper.role == "attachment" and not contact
        if (listed or (about and (not contact or max(about) > max(contact)))) and not _is_contact(
            case, start
        ):
            found.append(simple("phone", one_line(match[0]), start, end))
    return found


_ALONE = re.compile(r"@?(?=[\w.\-]*[\d_.\-])[A-Za-z0-9][\w.\-]{3,40}\w")


#: what kind of account it is
_KIND_AFTER = re.compile(r"\s+\([a-z ]{4,20}\)$")
_NO_NAME = re.compile(r"[\d.:]+")


def _alone(case: Case, paper: Paper) -> list[FoundIdentifier]:
    """A user name that has a line for itself in a list of mailboxes and telephone numbers."""
    places = paper.places
    known = [_is_listed(case, place) for place in places]
    found = []
    for number, place in enumerate(places):
        words = _KIND_AFTER.sub(
            "", case.text[place.start : place.end].split("\t")[0].strip(" •-*,;")
        )
        beside = known[max(0, number - 1)] or known[min(len(places) - 1, number + 1)]
        if (
            not beside
            or known[number]
            or not _ALONE.fullmatch(words)
            or _NO_NAME.fullmatch(words)
            or parse(words)
        ):
            continue
        start = place.start + case.text[place.start : place.end].find(words)
        if not _is_contact(case, start):
            found.append(simple("account_id", words, start, start + len(words)))
    return found


def _is_listed(case: Case, place: Place) -> bool:
    """Whether a line is no more than a mailbox or a telephone number."""
    words = case.text[place.start : place.end].split("\t")[0].strip(" •-*,;")
    return bool(EMAIL.fullmatch(words) or PHONE.fullmatch(words)) and not _is_contact(
        case, place.start
    )


def _tables(case: Case, paper: Paper) -> list[FoundIdentifier]:
    """Cells under a heading that names what they are; and values beside their label."""
    found: list[FoundIdentifier] = []
    in_rows: set[int] = set()
    for row in rows(case, paper):
        in_rows.add(case.document.line_at(row[0].start))
        for cell in row:
            found += _in_cell(cell)
    for place in paper.places:
        pieces = cells(case, place)
        if len(pieces) == 2 and case.document.line_at(place.start) not in in_rows:
            kind = head_kind(pieces[0][3])
            if kind in _BESIDE:
                found += _in_cell(Cell(kind, pieces[1][3], pieces[1][1], pieces[1][2]))
    return found


#: a telephone's own number, which its label names
_IMEI = re.compile(r"\d{14,16}")
#: kinds that a label beside the value is enough for
_BESIDE = frozenset({"account_id", "handle", "order_number", "device_serial"})
_CELLS: dict[str, Callable[[str], bool]] = {
    "account_id": lambda words: (
        bool(re.fullmatch(CODE, words, re.IGNORECASE)) and looks_like_code(words)
    ),
    "email": lambda words: bool(EMAIL.fullmatch(words)),
    "phone": lambda words: bool(PHONE.fullmatch(words)),
    "device_serial": lambda words: bool(re.fullmatch(CODE, words) and re.search(r"\d", words)),
    "other": lambda words: 2 < len(words) < 50,
}


def _in_cell(cell: Cell) -> list[FoundIdentifier]:
    words, start, end = cell.words, cell.start, cell.end
    if cell.kind == "handle" and re.fullmatch(r"@?[A-Za-z0-9][\w.\-]{2,40}", words):
        return [simple("account_id", words, start, end)]
    if cell.kind == "account":
        if (
            _ALONE.fullmatch(words)
            and len(words) >= 5
            and not (parse(words) or PHONE.fullmatch(words) or _IMEI.fullmatch(words))
        ):
            return [simple("account_id", words, start, end)]
        return []
    if cell.kind == "person" and re.fullmatch(NAME, words) and not NOT_A_NAME.search(words):
        value: dict[str, JsonValue] = {
            "kind": "person",
            "value": words,
            "dob": None,
            "address": None,
        }
        return [FoundIdentifier(value, start, end)]
    if cell.kind in _CELLS and _CELLS[cell.kind](words):
        return [simple(cell.kind, words, start, end)]
    return []
