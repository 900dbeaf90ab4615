"""What a demand identifies accounts, orders, devices and persons by. Contact data of the asking side are none."""

import re
from dataclasses import dataclass

from lerdesk.domain.fact import Fact, JsonValue
from lerdesk.intake.case import Case, one_line, ordinary_case
from lerdesk.intake.dates import DATE, parse
from lerdesk.intake.instruments import Paper
from lerdesk.intake.people import EMAIL, NAME, PHONE

_CONTACT = re.compile(
    (
        r"special\s+agent|detective|inspector|investigator|sergeant|officer\b|attorney|case\s+agent"
        r"|deliver|transfer|transmit|upload|(?:produce|return|send|submit|respon\w*|disclosed?|forward"
        r"|e-?mail(?:ed)?|directed?|provided?|made|delivered)\s+(?:\w+\s+){0,8}?(?:to|at)\b|contact\b|fax"
        r"|facsimile|clerk|undersigned|questions|telephone\s*:|tel\.|phone\s*:|by\s+secure|attention|attn"
        r"|custodian|prosecut"
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
    r"account|subscriber|customer|user|registered|associated|identified|belong|target|following|held\s+by|used\s+by",
    re.IGNORECASE,
)
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
_ORDER = re.compile(
    r"(?<![\d\-])\d{3}-\d{7}-\d{7}(?![\d\-])|(?<![\w\-])D\d{2}-\d{7}-\d{7}(?![\d\-])"
)
_CODE = r"(?=[\w\-]*\d)[A-Z0-9][A-Z0-9_\-]{3,30}[A-Z0-9]"
_WHO = (
    r"(?:customer|account|seller|buyer|merchant|subscriber|user|member|advertis\w+|store|publisher"
    r"|vendor|client|profile|Northwind|marketplace|shopper)"
)
_ACCOUNT = re.compile(
    (
        rf"\b{_WHO}(?:\s+{_WHO})?\s*(?:account\s*)?(?:ID|Id|id|identifier|identification"
        r"|identification\s+number|number|no\.?|num\.?|\#)(?:s|\(s\))?(?:\s+(?:is|of|numbers?))"
        rf"?\s*[:#]?[\s\t]*(?P<value>{_CODE}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+){_CODE})*)"
    ),
    re.IGNORECASE,
)
_AWS = re.compile(
    (
        r"\b(?:AWS|Amazon\s+Web\s+Services|cloud)\s+account\s*(?:ID|number|no\.?|\#)"
        r"?s?\s*[:#]?\s*(?P<value>\d{4}-?\d{4}-?\d{4})\b"
    ),
    re.IGNORECASE,
)
_USER = re.compile(
    (
        r"\b(?:user\s?names?|screen\s?names?|handles?|login(?:\s+name)?|user\s*-?id)\s*(?:is|of)"
        r"?\s*[:\t]?\s*[“\"'@]?(?P<value>[A-Za-z][\w.\-]{2,30}[A-Za-z0-9])[”\"']?"
    ),
    re.IGNORECASE,
)
_SHOP = re.compile(
    (
        r"\b(?:seller\s+account|display\s+names?|shop(?:\s+name)?|store\s?front|store\s+name|seller\s+name"
        r"|business\s+name|trading\s+(?:as|name)|doing\s+business\s+as|d/b/a|reviewer|listing)\s*(?:is|of"
        r"|named|called|known\s+as)?\s*[:\t]?\s*[“\"](?P<value>[^”\"\n]{2,50}(?:\n[^”\"\n]{1,40})?)"
        r"[,.]?[”\"]"
    ),
    re.IGNORECASE,
)
_SERIAL = re.compile(
    (
        r"\b(?:serial\s*(?:number|no\.?|\#)?s?(?:\s*\(DSN\))?|DSN|IMEI|device\s+ID|MAC(?:\s+address)?)"
        rf"\s*(?:is|of)?\s*[:#]?\s*(?P<value>(?:[0-9A-F]{{2}}:){{5}}[0-9A-F]{{2}}|{_CODE})"
    ),
    re.IGNORECASE,
)
_DEVICE_LABEL = re.compile(
    (
        rf"(?:^|\n)[^\n\t]{{0,40}}(?:device|speaker|camera|tablet|e-?reader|doorbell)"
        rf"[^\n\t]{{0,30}}\t\s*(?P<value>{_CODE})"
    ),
    re.IGNORECASE,
)
_IP = re.compile(
    r"(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)"
    r"|(?<![\w:])(?:[0-9a-fA-F]{1,4}:){2,7}(?::?[0-9a-fA-F]{1,4}){1,6}(?![\w:])|(?<![\w:])"
    r"(?:[0-9a-fA-F]{1,4}:){1,6}:(?:[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4}){0,5})(?![\w:])"
)
_GIFT = re.compile(
    r"(?<![\w\-])(?:GC[\-\s]?[A-Z0-9]{3,6}(?:-[A-Z0-9]{3,6}){1,4}"
    r"|[A-Z0-9]{4}-[A-Z0-9]{4,6}-[A-Z0-9]{4}(?:-[A-Z0-9]{4})?)(?![\w\-])"
)
_TRACK = re.compile(
    r"(?<![\w\-])(?:1Z[A-Z0-9]{16}|TBA\d{9,14}|[A-Z]{2,4}\d{8,16}[A-Z]{0,3}|9[1-5]\d{18,24}|\d{12,22})(?![\w\-])"
)
_URL = re.compile(r"https?://[^\s<>“”\"]+|(?<![\w@.])www\.[^\s<>“”\"]+")
_BORN = r"(?:\(?\s*(?:DOB|D\.O\.B\.|[Dd]ate\s+of\s+[Bb]irth|DATE OF BIRTH|[Bb]orn(?:\s+on)?|year\s+of\s+birth)\s*:?\s*)"
_PERSON = re.compile(
    rf"(?P<name>{NAME})\s*[,;(]?\s*{_BORN}(?P<dob>{DATE}|(?:XX|xx)[/\-](?:XX|xx)[/\-]\d{{4}}|\d{{4}})\)?"
)
_LABELLED_PERSON = re.compile(
    r"(?:^|\n)\s*(?:[\-•]\s*)?(?:Subject|SUBJECT|Target|Suspect|SUSPECT|Name|Account\s+[Hh]older"
    r"|Subscriber(?:\s+[Nn]ame)?|Customer(?:\s+[Nn]ame)?|User|Registered\s+(?:to|user))\s*(?:\(s\))"
    rf"?\s*[:\t]\s*(?P<name>{NAME})(?=\s*(?:[,;(\n\t]|$))"
)
_PROSE_PERSON = re.compile(
    r"(?:subscribed\s+(?:to\s+)?by|registered\s+(?:to|in\s+the\s+name\s+of)|used\s+by|belonging\s+to"
    r"|in\s+the\s+name\s+of|held\s+by|controlled\s+by|believed\s+to\s+be|account\s+holder|customer"
    rf"|name(?:d)?)\s+(?P<name>{NAME})(?=\s*[,;(.])"
)
_ADDRESS = re.compile(
    r"^[\s,;)]*(?:(?:and\s+)?(?:of|residing\s+at|who\s+resides\s+at|at|address|last\s+known\s+address"
    r"|with\s+(?:an?\s+)?address(?:\s+(?:at|of))?)\s*:?\s*)?(?P<address>(?:Flat\s+\d+,?\s+)"
    r"?\d{1,6}[\w\-]?\s+[A-Z][^;\n]{4,60}(?:\n[^;\n]{2,60}?)?(?:\b\d{5}(?:-\d{4})?\b"
    r"|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\b))"
)
_COMPANY = re.compile(
    (
        r"\b(?:Inc|LLC|Corp|Ltd|Department|Office|Court|Bureau|Provider|Police|Sheriff|Marketplace|Company"
        r"|Service|Attorney|Judge|Bank)\b"
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True)
class FoundIdentifier:
    """An identifier and its place in the text."""

    value: dict[str, JsonValue]
    start: int
    end: int

    @property
    def words(self) -> str:
        """As written."""
        return str(self.value["value"])


def identifiers(case: Case) -> list[FoundIdentifier]:
    """Every identifier of the demand, each once, in the order of the text."""
    found: list[FoundIdentifier] = []
    for paper in _zones(case):
        text = case.masked(paper)
        found += _emails(case, paper, text)
        found += _labelled(paper, text)
        found += _coded(case, paper, text)
        found += _phones(case, paper, text)
        found += _tables(case, paper)
        found += _persons(case, paper, text)
    unique: dict[tuple[str, str], FoundIdentifier] = {}
    for each in sorted(found, key=lambda each: each.start):
        key = (str(each.value["kind"]), re.sub(r"[\W_]+", "", each.words).lower())
        unique.setdefault(key, each)
    return list(unique.values())


def facts(case: Case, found: list[FoundIdentifier]) -> list[Fact]:
    """The identifiers as facts."""
    return [case.fact("identifier", each.value, each.start, each.end, 0.92) for each in found]


def _zones(case: Case) -> list[Paper]:
    if case.main.is_letter or any(paper.role == "attachment" for paper in case.papers):
        return case.orders
    return case.relevant if not case.orders else case.orders


def _simple(kind: str, value: str, start: int, end: int) -> FoundIdentifier:
    return FoundIdentifier({"kind": kind, "value": value}, start, end)


def _emails(case: Case, paper: Paper, text: str) -> list[FoundIdentifier]:
    every = [
        (m, _is_contact(case, paper.start + m.start(), paper.start + m.end()))
        for m in EMAIL.finditer(text)
    ]
    theirs = {m[0].split("@")[1].lower() for m, contact in every if contact} - _COMMON
    kept = []
    for match, contact in every:
        domain = match[0].split("@")[1].lower()
        if contact or domain in theirs or _OFFICIAL.search("." + domain):
            continue
        kept.append(
            _simple(
                "email",
                match[0].rstrip("."),
                paper.start + match.start(),
                paper.start + match.end(),
            )
        )
    return kept


def _is_contact(case: Case, start: int, end: int) -> bool:
    """Whether an address or number is the asking side's own: the words before it and its line say so."""
    first, _ = case.sentence(start)
    place = case.document.places[case.document.line_at(start)]
    paper = next((p for p in case.papers if p.start <= start < p.end), None)
    before = case.text[max(first, start - 260) : start]
    own_line = case.text[place.start : place.end]
    if re.match(
        (
            r"\s*(?:Account|Customer|Target|E-?mail(?:\s+address)?(?:es)?|User|Subscriber|Registered"
            r"|Telephone\s+(?:number\s+)?on|Mobile|Cell)[^\t]{0,30}[\t:]"
        ),
        own_line,
        re.IGNORECASE,
    ) and not re.match(r"\s*E-?mail\s*:", own_line):
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


def _labelled(paper: Paper, text: str) -> list[FoundIdentifier]:
    found = []
    base = paper.start
    for match in _ACCOUNT.finditer(text):
        if re.match(r"AWS", text[max(0, match.start() - 4) : match.start()].strip() or "-"):
            continue
        for code in re.finditer(_CODE, match["value"]):
            if _looks_like_code(code[0]):
                at = base + match.start("value") + code.start()
                found.append(_simple("account_id", code[0], at, at + len(code[0])))
    for match in _AWS.finditer(text):
        found.append(
            _simple(
                "aws_account_id",
                match["value"],
                base + match.start("value"),
                base + match.end("value"),
            )
        )
    for match in _USER.finditer(text):
        if (
            re.search(r"[\d_.\-]", match["value"])
            and "@" not in text[match.end("value") : match.end("value") + 1]
        ):
            found.append(
                _simple(
                    "account_id",
                    match["value"],
                    base + match.start("value"),
                    base + match.end("value"),
                )
            )
    for match in _SHOP.finditer(text):
        value = one_line(match["value"]).rstrip(",.")
        found.append(
            _simple(
                "other",
                ordinary_case(value),
                base + match.start("value"),
                base + match.end("value"),
            )
        )
    for pattern in (_SERIAL, _DEVICE_LABEL):
        for match in pattern.finditer(text):
            if re.search(
                r"officer|detective|deputy|department|agent|badge",
                text[max(0, match.start() - 60) : match.start()],
                re.IGNORECASE,
            ):
                continue
            if re.search(r"\d", match["value"]) and not re.match(
                r"number", match["value"], re.IGNORECASE
            ):
                found.append(
                    _simple(
                        "device_serial",
                        match["value"],
                        base + match.start("value"),
                        base + match.end("value"),
                    )
                )
    return found


def _looks_like_code(value: str) -> bool:
    return (
        len(re.sub(r"\W", "", value)) >= 5
        and bool(re.search(r"\d", value))
        and not re.fullmatch(DATE, value)
        and not _ORDER.fullmatch(value)
        and not re.fullmatch(r"\d{12}", value)
    )


def _coded(case: Case, paper: Paper, text: str) -> list[FoundIdentifier]:
    found = []
    base = paper.start
    for match in _ORDER.finditer(text):
        found.append(_simple("order_number", match[0], base + match.start(), base + match.end()))
    for match in _GIFT.finditer(text):
        before = text[max(0, match.start() - 200) : match.start()]
        if (
            match[0].startswith("GC")
            or re.search(r"gift|claim\s+code|redempt", before, re.IGNORECASE)
        ) and re.search(r"\d", match[0]):
            if not re.search(r"serial|device|speaker", before[-40:], re.IGNORECASE):
                found.append(
                    _simple("gift_card", match[0], base + match.start(), base + match.end())
                )
    for match in _TRACK.finditer(text):
        before = text[max(0, match.start() - 160) : match.start()]
        if match[0].startswith(("1Z", "TBA")) or re.search(
            r"track|waybill|shipment|parcel", before, re.IGNORECASE
        ):
            if re.search(r"\d{6}", match[0]) and not re.search(
                r"account\s*(?:ID|number)?\s*$", before, re.IGNORECASE
            ):
                found.append(
                    _simple("tracking_number", match[0], base + match.start(), base + match.end())
                )
    for match in _IP.finditer(text):
        if re.fullmatch(r"\d{1,2}(?::\d{2}){1,3}", match[0]):  # an hour
            continue
        moment = _moment(text[match.end() : match.end() + 90])
        value: dict[str, JsonValue] = {"kind": "ip_address", "value": match[0]}
        if moment:
            value["at"] = moment
        found.append(FoundIdentifier(value, base + match.start(), base + match.end()))
    for match in _URL.finditer(text):
        start, _ = case.sentence(base + match.start())
        if not re.search(
            r"upload|portal|via|submit|secure|deliver|produc\w+\s+to|located\s+at|available\s+at|form",
            case.text[start : base + match.start()],
            re.IGNORECASE,
        ):
            found.append(
                _simple("url", match[0].rstrip(".,;)"), base + match.start(), base + match.end())
            )
    return found


_CLOCK = re.compile(
    r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?\s*\(?(UTC|GMT|Z\b|[ECMP][SD]T)?",
    re.IGNORECASE,
)
_OFFSETS = {
    "UTC": "+00:00",
    "GMT": "+00:00",
    "Z": "+00:00",
    "EST": "-05:00",
    "EDT": "-04:00",
    "CST": "-06:00",
    "CDT": "-05:00",
    "MST": "-07:00",
    "MDT": "-06:00",
    "PST": "-08:00",
    "PDT": "-07:00",
}


def _moment(after: str) -> str | None:
    """A moment right after an address: date, hour and zone; without a zone it is none."""
    day = re.match(
        rf"[\s,]*(?:port\s+\d+[\s,]*)?(?:on|at)?\s*(?P<date>{DATE})", after, re.IGNORECASE
    )
    if not day:
        return None
    clock = _CLOCK.search(after, day.end(), day.end() + 40)
    parsed = parse(day["date"])
    if not parsed or not clock:
        return None
    hour = int(clock[1]) % 24
    if clock[4]:
        hour = hour % 12 + (12 if clock[4].lower().startswith("p") else 0)
    offset = _OFFSETS.get((clock[5] or "").upper(), "")
    return f"{parsed.isoformat()}T{hour:02}:{clock[2]}:{clock[3] or '00'}{offset}"


def _phones(case: Case, paper: Paper, text: str) -> list[FoundIdentifier]:
    found = []
    for match in PHONE.finditer(text):
        start, end = paper.start + match.start(), paper.start + match.end()
        if _ORDER.search(text[max(0, match.start() - 4) : match.end() + 10]) or re.search(
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
                    r"|mobile|cell|following|used\s+by|suspect"
                ),
                before,
                re.IGNORECASE,
            )
        ]
        contact = [m.start() for m in _CONTACT.finditer(before)]
        if (
            about
            and (not contact or max(about) > max(contact))
            and not _is_contact(case, start, end)
        ):
            found.append(_simple("phone", one_line(match[0]), start, end))
    return found


_COLUMN = (
    (re.compile(r"e-?mail", re.IGNORECASE), "email"),
    (re.compile(r"phone|mobile|cell", re.IGNORECASE), "phone"),
    (
        re.compile(
            r"(?:customer|account|seller|user|merchant|member)\s*(?:ID|number|no|identifier|#)",
            re.IGNORECASE,
        ),
        "account_id",
    ),
    (re.compile(r"order", re.IGNORECASE), "order_number"),
    (re.compile(r"serial|device", re.IGNORECASE), "device_serial"),
    (re.compile(r"display|shop|store", re.IGNORECASE), "other"),
    (re.compile(r"^name|account\s*holder|subscriber|registered", re.IGNORECASE), "person"),
)


def _tables(case: Case, paper: Paper) -> list[FoundIdentifier]:
    """Cells under a heading that names what they are; and values beside their label."""
    found: list[FoundIdentifier] = []
    kinds: dict[float, str] = {}
    for place in paper.places:
        cells = _cells(case, place.start, place.end)
        if len(cells) < 2:
            kinds = (
                kinds
                if len(cells) == 1 and kinds and len(case.text[place.start : place.end]) < 60
                else {}
            )
        heads = {
            x: kind
            for x, _, _, words in cells
            for pattern, kind in _COLUMN
            if pattern.search(words) and not re.search(r"\d{3}|@", words)
        }
        if len(heads) >= 2:
            kinds = dict(reversed(list(heads.items())))
            for x, _, _, words in cells:
                kind = next((k for pattern, k in _COLUMN if pattern.search(words)), None)
                if kind:
                    kinds[x] = kind
            continue
        if kinds:
            found += _under(cells, kinds)
        elif len(cells) == 2:
            kind = next(
                (
                    k
                    for pattern, k in _COLUMN[2:5]
                    if pattern.search(cells[0][3]) and len(cells[0][3]) < 40
                ),
                None,
            )
            if kind:
                found += _under([cells[1]], {cells[1][0]: kind})
    return found


def _cells(case: Case, start: int, end: int) -> list[tuple[float, int, int, str]]:
    cells = []
    for match in re.finditer(r"[^\t]+", case.text[start:end]):
        tokens = case.document.tokens(start + match.start(), start + match.end())
        if tokens and match[0].strip():
            cells.append(
                (tokens[0].box[0], start + match.start(), start + match.end(), match[0].strip())
            )
    return cells


def _under(
    cells: list[tuple[float, int, int, str]], kinds: dict[float, str]
) -> list[FoundIdentifier]:
    found = []
    for x, start, end, words in cells:
        nearest = min(kinds, key=lambda each: abs(each - x))
        kind = kinds[nearest]
        if abs(nearest - x) > 40:
            continue
        if kind == "account_id" and re.fullmatch(_CODE, words) and _looks_like_code(words):
            found.append(_simple(kind, words, start, end))
        elif kind == "phone" and PHONE.fullmatch(words):
            found.append(_simple(kind, words, start, end))
        elif kind == "device_serial" and re.fullmatch(_CODE, words) and re.search(r"\d", words):
            found.append(_simple(kind, words, start, end))
        elif kind == "other" and 2 < len(words) < 50:
            found.append(_simple(kind, words, start, end))
        elif kind == "person" and re.fullmatch(NAME, words):
            found.append(
                FoundIdentifier(
                    {"kind": kind, "value": words, "dob": None, "address": None}, start, end
                )
            )
    return found


def _persons(case: Case, paper: Paper, text: str) -> list[FoundIdentifier]:
    found = []
    for pattern in (_PERSON, _LABELLED_PERSON, _PROSE_PERSON):
        for match in pattern.finditer(text):
            name = one_line(match["name"])
            name = re.sub(
                r"^(?:Subject|Target|Suspect|By|Of|The|And|Mr\.?|Ms\.?|Mrs\.?|Name|User)\s+",
                "",
                name,
            )
            if _COMPANY.search(name) or len(name.split()) < 2:
                continue
            dob = match.groupdict().get("dob")
            if dob is None:
                born = re.search(rf"^\s*[,;(]?\s*{_BORN}(?P<dob>{DATE})", text[match.end() :][:80])
                dob = born["dob"] if born else None
            rest = text[match.end() : match.end() + 220]
            address = _ADDRESS.match(rest)
            if pattern is _PROSE_PERSON and not dob and not address:
                continue
            start = paper.start + match.start("name") + match["name"].find(name.split()[0])
            value: dict[str, JsonValue] = {
                "kind": "person",
                "value": ordinary_case(name),
                "dob": dob,
                "address": one_line(address["address"]) if address else None,
            }
            found.append(FoundIdentifier(value, start, paper.start + match.end()))
    return found
