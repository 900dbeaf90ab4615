"""Names, titles and how to reach the people in a paper: who signed, who asks."""

import re
from dataclasses import dataclass

from lerdesk.domain.fact import Box, Fact
from lerdesk.intake.case import Case, one_line, ordinary_case
from lerdesk.intake.document import Place
from lerdesk.intake.papers import Paper

# a piece is taken whole or not at all, so that long words cost no more than their length
_PIECE = r"(?<![\w’'\-])(?>[A-Z][a-z’'ʼ]?[\w’'ʼ\-]*[a-z][\w’'\-]*|[A-ZÀ-Ý][A-ZÀ-Ý’'\-]+|Mc[A-Z]\w+)"
_PARTICLE = r"(?:van|von|de|der|den|del|della|di|da|la|le|du|dos|ter|bin|al|VAN|VON|DE|DER|DEL|LA|Van|Von|De|Della)"
_INITIAL = r"[A-Z]\.?"
#: a person's name
NAME = (
    rf"(?:{_PIECE}|[A-Z]\.(?:\s?[A-Z]\.)?)(?:[ \t]+(?:{_PARTICLE}|{_INITIAL}(?![\w])"
    rf"|[“\"'(][A-Z]\w+[”\"')]))*(?:[ \t]+{_PARTICLE})*[ \t]+{_PIECE}(?:[ \t]+{_PIECE})?"
    r"(?:,?[ \t]+(?:Jr|Sr|JR|SR|II|III|IV)\b\.?)?"
)
_AGENT_TITLE = (
    r"(?:(?:Senior|Supervisory|Acting|Lead|Chief|Master|First|Postal|Criminal|Financial|Forensic"
    r"|Computer|Deputy|Task\s+Force|Resident)\s+)*"
    r"(?:Special\s+Agent(?:\s+in\s+Charge)?|Agent(?:\s+in\s+Charge)?|Detective(?:\s+(?:Investigator"
    r"|Sergeant|Constable|Lieutenant|Corporal))?|Det\.(?:\s*/?\s*Sgt\.)?|Inspector|Investigator"
    r"|Sergeant|Sgt\.|Lieutenant|Lt\.|Corporal|Cpl\.|Captain|Officer|Ofc\.|Trooper|TFO|SA"
    r"|Deputy(?:\s+Sheriff)?|Marshal|Sheriff|Analyst)"
)
_LAWYER_TITLE = (
    r"(?:(?:First|Senior|Chief|Deputy|Special|Supervising)\s+)*(?:Assistant\s+(?:United\s+States"
    r"|U\.\s?S\.)\s+Attorney|Assistant\s+(?:District|State[’']?s|County|Prosecuting|Commonwealth[’']?s"
    r"|Attorney)\s+(?:Attorney|General)|Assistant\s+Prosecutor|Deputy\s+(?:District|Prosecuting|County"
    r"|State[’']?s)\s+Attorney|Deputy\s+Attorney\s+General|Prosecuting\s+Attorney|District\s+Attorney"
    r"|State[’']?s\s+Attorney|Commonwealth[’']?s\s+Attorney|United\s+States\s+Attorney"
    r"|Trial\s+Attorney|Prosecutor)"
)
_ANY_TITLE = (
    rf"(?:{_AGENT_TITLE}|{_LAWYER_TITLE}|Diversion\s+Investigator|Group\s+Supervisor"
    r"|Resident\s+Agent\s+in\s+Charge|Deputy\s+Clerk|Clerk)"
)
AGENT = re.compile(
    rf"(?<![\w])(?P<title>{_AGENT_TITLE})\s+(?P<name>{NAME})|(?P<name2>{NAME})\s*,\s*(?P<title2>{_AGENT_TITLE})\b"
)
_AGENT_CAPITALS = re.compile(
    r"\b(?P<title>SPECIAL AGENT|DETECTIVE|INVESTIGATOR|OFFICER|SERGEANT|INSPECTOR|DEPUTY|AGENT)"
    r"\s+(?P<name>[A-Z][A-Z.’'\-]+(?:\s+[A-Z][A-Z.’'\-]*){1,3})"
)
EMAIL = re.compile(r"[A-Za-z0-9][\w.+\-’']*@[A-Za-z0-9](?:[\w\-]*\.)+[A-Za-z]{2,}")
PHONE = re.compile(
    r"(?<![\w\-])(?:\+\d{1,3}[\s.\-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.\-])\d{3}[\s.\-]\d{4}(?![\w\-])"
    r"|(?<![\w\-])\+\d[\d\s().\-]{7,16}\d|\b0\d{2,4}\s\d{3,4}\s?\d{3,4}\b"
)
_BADGE = re.compile(
    r"(?:badge|shield|serial|star|I\.?D\.?)\s*(?:number|no\.?|#)?\s*:?\s*#?([A-Z]{0,3}\d[\w\-]{0,8})",
    re.IGNORECASE,
)
_GIVES = re.compile(
    (
        r"deliver|disclos|produc|transfer|transmit|return|send|sent\b|submit|provid|furnish|upload"
        r"|case\s+agent|direct(?:ed)?\s+to|contact|forward|e-?mail|respon|compl"
    ),
    re.IGNORECASE,
)
_RANK = re.compile(
    (
        r"^(?:(?:THE\s+)?HON(?:ORABLE|\.)?|JUDGE|JUSTICE|MAGISTRATE(?:\s+JUDGE)?"
        r"|UNITED\s+STATES\s+MAGISTRATE\s+JUDGE|HIS\s+HONOU?R|HER\s+HONOU?R|MR\.?|MS\.?|MRS\.?|DR\.?"
        r"|DETECTIVE|DET\.|SGT\.|SERGEANT|SPECIAL\s+AGENT|INSPECTOR|BY\s*:)\s+"
    ),
    re.IGNORECASE,
)
_NAME_LINE = re.compile(
    r"^(?:.*\t)?\s*(?:By\s*:\s*)?(?P<name>(?:(?:Hon(?:orable)?|HON(?:ORABLE)?|Judge|JUDGE|Justice"
    r"|JUSTICE|The Honorable|Magistrate|Det\.|Detective|Special Agent|Sgt\.|Sergeant|Inspector"
    rf"|Investigator)\.?\s+)*{NAME})\s*(?:,.*|\(.*|[–—\-]\s.*|\t.*)?$"
)
_NOT_A_NAME = re.compile(
    (
        r"\b(?:COURT|STATES|DISTRICT|COUNTY|JUDGE|CLERK|ATTORNEY|DEPARTMENT|OFFICE|SIGNATURE|PRINTED|TITLE"
        r"|UNITED|SUPERIOR|DIVISION|BUREAU|SERVICE|AGENT|POLICE|SHERIFF|GRAND|JURY|DEPUTY|SINCERELY|TRULY"
        r"|NORTHERN|SOUTHERN|EASTERN|WESTERN|WARRANT|ORDER|SUBPOENA|ENCLOSURES?|INC|LLC|STREET|AVENUE"
        r"|SUITE|FLOOR|PAGE|DATE|ISSUED|REQUESTED|PRESENTED|SUBMITTED|UNDER|SEAL|CITY|STATE|BADGE|PHONE"
        r"|TELEPHONE|MAGISTRATE|DETECTIVE|UNIT|ATTACHMENT|EXHIBIT|FEDERAL|ASSISTANT|ASSOCIATE|GENERAL"
        r"|SECTION|REVIEWED|APPROVED|WITNESS|CRIMES?|RECORDS|CUSTODIAN|LEGAL|COMPLIANCE|PROSECUT\w+"
        r"|RESPECTFULLY|THANK|VERY)\b"
    ),
    re.IGNORECASE,
)
_SLASH = re.compile(rf"(?:^|[\s:])/?\s?[sS]/+\s*\n?\s*(?P<name>{NAME})", re.MULTILINE)
_ELECTRONIC = re.compile(
    r"(?:[Ee]lectronically|[Dd]igitally|ELECTRONICALLY|DIGITALLY)\s+(?:[Ss]igned|SIGNED)\s+(?:[Bb]y"
    rf"|BY)\s*:?\s*(?P<name>(?:(?:Hon\.|Judge|JUDGE|The Honorable)\s+)?{NAME})"
)
_CLOSING = re.compile(
    r"^(?:Sincerely|Respectfully|Very truly|Yours|Best regards|Regards|Kind regards|Thank you|Cordially|Truly)[\w ,]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Named:
    """A name and its place in the text."""

    name: str
    start: int
    end: int


def signatories(case: Case) -> list[Fact]:
    """Printed names of those who signed, each once, in the fullest form."""
    found: list[Named] = []
    for paper in case.relevant:
        for named in _signed(case, paper):
            same = next((n for n in found if _same_person(n.name, named.name)), None)
            if same is None:
                found.append(named)
            elif len(named.name) > len(same.name):
                found[found.index(same)] = named
    return [case.fact("signatory", ordinary_case(n.name), n.start, n.end, 0.9) for n in found]


def _signed(case: Case, paper: Paper) -> list[Named]:
    text = case.masked(paper)
    found: list[Named] = []
    for pattern in (_SLASH, _ELECTRONIC):
        for match in pattern.finditer(text):
            named = _plain(match["name"], paper.start + match.start("name"))
            fuller = _printed_after(case, paper, named)
            found.append(fuller or named)
    lines = [place for place in paper.places if _is_name_line(place)]
    for page in sorted(paper.pages):
        for ink in case.document.pages[page].ink:
            near = _nearest(ink, [p for p in lines if p.line.page == page], paper)
            if near:
                found.append(_from_line(near))
    if not found and paper.is_letter:
        closing = next(
            (
                n
                for n, place in enumerate(paper.places)
                if n > 3 and _CLOSING.match(place.line.text.strip())
            ),
            None,
        )
        if closing is not None:
            after = paper.places[closing + 1 : closing + 6]
            named_place = next((place for place in after if _is_name_line(place)), None)
            if named_place:
                found.append(_from_line(named_place))
    return found


def _nearest(ink: Box, lines: list[Place], paper: Paper) -> Place | None:
    """The first name under a pen stroke, in its column; strokes in a list of demands are initials."""
    if ink[2] - ink[0] < 50:
        return None
    candidates = []
    top_of_page = [p for p in paper.places if p.line.page in paper.pages]
    first = {p.line.page: p.line.box[1] for p in reversed(top_of_page)}
    for place in lines:
        token_box = _name_box(place)
        if first.get(place.line.page, 0) > ink[3]:
            continue
        drop = token_box[1] - ink[1]
        across = min(token_box[2], ink[2]) - max(token_box[0], ink[0])
        if 0 <= drop < 110 and across > -40:
            candidates.append((drop + max(0.0, -across), place))
    return min(candidates, key=lambda each: each[0])[1] if candidates else None


def _name_box(place: Place) -> Box:
    """Of the name alone: what else stands on its height to the left is another column."""
    match = _NAME_LINE.match(place.line.text)
    if not match:
        return place.line.box
    tokens = place.line.tokens
    at = 0
    boxes = []
    for token in tokens:
        if match.start("name") <= at < match.end("name"):
            boxes.append(token.box)
        at += len(token.text) + 1
    if not boxes:
        return place.line.box
    return (min(b[0] for b in boxes), boxes[0][1], max(b[2] for b in boxes), boxes[0][3])


def _is_name_line(place: Place) -> bool:
    text = place.line.text
    if len(text) > 130 or place.line.column == "left":
        return False
    match = _NAME_LINE.match(text)
    return bool(match) and not _NOT_A_NAME.search(_bare(match["name"])) if match else False


def _bare(name: str) -> str:
    while match := _RANK.match(name):
        name = name[match.end() :]
    return name.strip()


def _from_line(place: Place) -> Named:
    match = _NAME_LINE.match(place.line.text)
    assert match is not None  # noqa: S101  only lines that match come here
    return _plain(match["name"], place.start + match.start("name"))


def _plain(name: str, start: int) -> Named:
    bare = _bare(name)
    offset = name.find(bare)
    bare = re.split(r"\n", bare)[0].strip(" ,\t")
    return Named(one_line(bare), start + max(0, offset), start + max(0, offset) + len(bare))


def _printed_after(case: Case, paper: Paper, named: Named) -> Named | None:
    """The printed form of the same name near a ``/s/``, where it says more."""
    here = case.document.line_at(named.start)
    for place in case.document.places[here : here + 4]:
        if place.start >= paper.end:
            break
        if place.start > named.start and _is_name_line(place):
            other = _from_line(place)
            if _same_person(other.name, named.name) and len(other.name) > len(named.name):
                return other
    return None


def _same_person(one: str, other: str) -> bool:
    a, b = _parts(one), _parts(other)
    if not a or not b:
        return False
    return a[-1] == b[-1] and a[0][0] == b[0][0]


def _parts(name: str) -> list[str]:
    return [
        p
        for p in re.sub(r"[^\w\s\-]", "", name).lower().split()
        if p not in {"jr", "sr", "ii", "iii", "iv"}
    ]


def requester(case: Case) -> Fact | None:
    """Who asks: in a warrant or order the agent to whom the data go, else the attorney who applies."""
    process = case.process
    if re.search(r"SUBP|GJ|TRIAL|CIVIL", process):
        found = _asked_by(case) or _signing_attorney(case)
        if found:
            return found
    if process in {"US_PRESERVE_2703F", "US_EMERGENCY"}:
        signed = _signed(case, case.main)
        if signed:
            return _person_fact(case, signed[-1], None, case.main)
    agent = _agent(case)
    if agent:
        return agent
    if process.startswith("US_ADMIN") or "GJ" in process:
        signed = _signed(case, case.main)
        if signed:
            return _person_fact(case, signed[-1], None, case.main)
    return None


def _signing_attorney(case: Case) -> Fact | None:
    """The prosecutor who signed a subpoena that has no line for who asks."""
    for paper in [case.main, *case.relevant]:
        for named in _signed(case, paper):
            below = case.text[named.end : named.end + 120]
            if re.match(rf"[\s,]*{_LAWYER_TITLE}", below):
                return _person_fact(case, named, None, paper)
    return None


_ASKS = re.compile(
    (
        r"(?:who\s+requests?\s+this\s+subpoena|who\s+issues?\s+or\s+requests?\s+this\s+subpoena)"
        r"[^:]{0,80}(?:are|is)\s*:|(?:Issued\s+at\s+the\s+request\s+of|Requested\s+by|Applied\s+for\s+by"
        r"|Submitted\s+by|Applicant)\s*:?"
    ),
    re.IGNORECASE,
)


def _asked_by(case: Case) -> Fact | None:
    for paper in case.relevant:
        text = case.masked(paper)
        for match in _ASKS.finditer(text):
            window = text[match.end() : match.end() + 260]
            for name in re.finditer(NAME, window):
                bare = _bare(name[0])
                if _NOT_A_NAME.search(bare):
                    continue
                named = Named(
                    one_line(bare),
                    paper.start + match.end() + name.start(),
                    paper.start + match.end() + name.end(),
                )
                title = re.search(_ANY_TITLE, window[name.end() : name.end() + 90])
                return _person_fact(case, named, title[0] if title else None, paper)
    return None


def _agent(case: Case) -> Fact | None:
    best: tuple[float, Named, str, Paper] | None = None
    emails = [
        match[0].split("@")[0].lower()
        for paper in case.relevant
        for match in EMAIL.finditer(case.masked(paper))
    ]
    for paper in case.relevant:
        text = case.masked(paper)
        for pattern in (AGENT, _AGENT_CAPITALS):
            for match in pattern.finditer(text):
                groups = match.groupdict()
                which = "name" if groups.get("name") else "name2"
                title = groups.get("title") or groups.get("title2") or ""
                name = _first_name_part(match[which])
                if name is None:
                    continue
                around = text[max(0, match.start() - 170) : match.end() + 40]
                after = text[match.end() : match.end() + 200]
                score = (
                    1.0
                    + 3.0 * bool(_GIVES.search(around))
                    + 2.0 * bool(EMAIL.search(after))
                    + 1.0 * bool(PHONE.search(after))
                )
                surname = re.sub(r"\W", "", _parts(name)[-1])
                if any(surname in re.sub(r"\W", "", email) for email in emails):
                    score += 4
                if re.search(r"affiant|sworn|affidavit", around, re.IGNORECASE):
                    score += 0.5
                if best is None or score > best[0]:
                    start = paper.start + match.start(which)
                    best = (
                        score,
                        Named(ordinary_case(one_line(name)), start, start + len(name)),
                        one_line(title),
                        paper,
                    )
    if best is None:
        return None
    return _person_fact(case, best[1], ordinary_case(best[2]), best[3])


def _first_name_part(name: str) -> str | None:
    words = name.split()
    while words and _NOT_A_NAME.search(words[-1]):
        words.pop()
    kept = " ".join(words)
    if len(words) < 2 or _NOT_A_NAME.search(kept):
        return None
    return name[: name.rfind(words[-1]) + len(words[-1])]


def _person_fact(case: Case, named: Named, title: str | None, paper: Paper) -> Fact:
    window = case.text[named.end : min(paper.end, named.end + 420)]
    before = case.text[max(paper.start, named.start - 60) : named.start]
    if title is None:
        match = re.search(_ANY_TITLE, window[:160])
        title = match[0] if match else None
    surname = re.sub(r"\W", "", _parts(named.name)[-1]) if _parts(named.name) else "?"
    every = [m[0] for p in case.relevant for m in EMAIL.finditer(case.masked(p))]
    near = EMAIL.search(window)
    email = next(
        (each for each in every if surname in re.sub(r"\W", "", each.split("@")[0].lower())),
        near[0] if near else None,
    )
    phone = PHONE.search(window)
    if phone is None and email:
        at = case.text.find(email)
        phone = PHONE.search(case.text, max(0, at - 80), at + len(email) + 80)
    badge = _BADGE.search(window[:160]) or _BADGE.search(before)
    value = {
        "name": ordinary_case(named.name),
        "title": one_line(title) if title else None,
        "email": email,
        "phone": one_line(phone[0]) if phone else None,
        "badge": badge[1] if badge else None,
    }
    return case.fact("requester", value, named.start, named.end, 0.85)
