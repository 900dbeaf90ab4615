"""Who asks: the agent to whom the data go, the attorney who applies, the officer who writes."""

import re

from lerdesk.domain.fact import Fact, JsonValue
from lerdesk.intake.case import Case, one_line, ordinary_case
from lerdesk.intake.papers import Paper
from lerdesk.intake.people import (
    AGENT_TITLE,
    EMAIL,
    NAME,
    NAME_IN_TEXT,
    NOT_A_NAME,
    PHONE,
    Named,
    bare_name,
    name_parts,
    signed,
)
from lerdesk.intake.states import STATE

#: what may stand between a rank and the name
_NUMBER_OF = (
    r"(?:\s*,?\s*(?:Shield|Badge|Star|Serial|I\.?D\.?|\#)\s*(?:Number|No\.?|\#)?\s*:?\s*\#?"
    r"\s*[A-Z]{0,2}\d{2,8},?)?"
)
_LAWYER_TITLE = (
    r"(?:(?:First|Senior|Chief|Deputy|Special|Supervising)\s+)*(?:Assistant\s+(?:United\s+States"
    r"|U\.\s?S\.)\s+Attorney|Assistant\s+(?:District|State[’']?s|County|Prosecuting|Commonwealth[’']?s"
    r"|Attorney)\s+(?:Attorney|General)|Assistant\s+Prosecutor|Deputy\s+(?:District|Prosecuting|County"
    r"|State[’']?s)\s+Attorney|Deputy\s+Attorney\s+General|Prosecuting\s+Attorney|District\s+Attorney"
    r"|State[’']?s\s+Attorney|Commonwealth[’']?s\s+Attorney|United\s+States\s+Attorney"
    r"|Trial\s+Attorney|Prosecutor)"
)
_LAWYER = re.compile(rf"(?P<title>{_LAWYER_TITLE}|AUSA|ADA)\s+(?P<name>{NAME_IN_TEXT})")
_BY_LAWYER = re.compile(rf"\bby\s+(?P<name>{NAME_IN_TEXT}),\s+(?P<title>{_LAWYER_TITLE})\b")
_ANY_TITLE = (
    rf"(?:{AGENT_TITLE}|{_LAWYER_TITLE}|Diversion\s+Investigator|Group\s+Supervisor"
    r"|Resident\s+Agent\s+in\s+Charge|Deputy\s+Clerk|Clerk)"
)
_RANKED = re.compile(rf"[\s:]*(?P<title>{_ANY_TITLE})\s+")
_TEXT_NAME = re.compile(NAME_IN_TEXT)
_AGENT = re.compile(
    rf"(?<![\w])(?P<title>{AGENT_TITLE}){_NUMBER_OF}\s+(?P<name>{NAME_IN_TEXT})"
    rf"|(?P<name2>{NAME})\s*,\s*(?P<title2>{AGENT_TITLE})\b"
)
_AGENT_CAPITALS = re.compile(
    r"\b(?P<title>SPECIAL AGENT|DETECTIVE|INVESTIGATOR|OFFICER|SERGEANT|INSPECTOR|DEPUTY|AGENT)"
    r"\s+(?P<name>[A-Z][A-Z.’'\-]+(?:\s+[A-Z][A-Z.’'\-]*){1,3})"
)
_BADGE = re.compile(
    r"(?:badge|shield|serial|star|I\.?D\.?)\s*(?:number|no\.?|#)?\s*:?\s*#?([A-Z]{0,3}\d[\w\-]{0,8})",
    re.IGNORECASE,
)
#: an office's street, city, State and ZIP code, and its unit, as they follow a name
_ADDRESS = re.compile(
    rf"(?<![\w-])\d{{1,6}}[\w\-]?\s+[A-Z][^;:@]{{4,90}}?(?:\b{STATE}|,\s*[A-Z]{{2}})\s+\d{{5}}(?:-\d{{4}})?\b"
)
_UNIT = re.compile(
    r",\s*(?P<unit>[A-Z][\w.’'&-]*(?:[ \n](?:and|of|[A-Z][\w.’'&-]*)){0,4}[ \n]"
    r"(?:Resident (?:Agency|Office)|Field (?:Office|Division)|District Office|Division|Unit|Squad"
    r"|Task Force|Section))(?=[\s,.;]|$)"
)
_INITIAL_ONLY = re.compile(r"(?P<first>[A-Z])\.\s+(?P<last>[A-Z][\w’'\-]+)")
_NOT_THE_OFFICE = re.compile(
    r"[.;!?]\s+[A-Z][a-z]|\b(?:Inc|LLC|Corp|born|birth|resid\w+|accounts?|customer|subscriber|premises|concern\w*)\b"
)
_GIVES = re.compile(
    (
        r"deliver|disclos|produc|transfer|transmit|return|send|sent\b|submit|provid|furnish|upload"
        r"|case\s+agent|direct(?:ed)?\s+to|contact|forward|e-?mail|respon|compl"
    ),
    re.IGNORECASE,
)


def officials(case: Case) -> set[str]:
    """Surnames, in small letters, of those who act for the asking side."""
    names = [named.name for paper in case.relevant for named in signed(case, paper)]
    for paper in case.relevant:
        agents = _AGENT.finditer(case.masked(paper))
        found = (_first_name_part(match["name"] or match["name2"]) for match in agents)
        names += [name for name in found if name]
    parts = [name_parts(name) for name in names]
    last = [each[-1] for each in parts if each]
    return {re.sub(r"\W", "", name) for name in [*last, *(p for n in last for p in n.split("-"))]}


def requester(case: Case) -> Fact | None:
    """Who asks: in a warrant or order the agent to whom the data go, else the attorney who applies."""
    process = case.process
    if re.search(r"SUBP|GJ|TRIAL|CIVIL", process):
        found = _asked_by(case) or _signing_attorney(case)
        if found:
            return found
    if process in {"US_PRESERVE_2703F", "US_EMERGENCY"}:
        hands = signed(case, case.main)
        if hands:
            return _person_fact(case, hands[-1], None, case.main)
    agent = _agent(case)
    if agent:
        return agent
    if match := _BY_LAWYER.search(case.masked(case.main)):
        at = case.main.start + match.start("name")
        named = Named(one_line(match["name"]), at, at + len(match["name"]))
        return _person_fact(case, named, match["title"], case.main)
    if process.startswith("US_ADMIN") or "GJ" in process:
        hands = signed(case, case.main)
        if hands:
            return _person_fact(case, hands[-1], None, case.main)
    return None


def _signing_attorney(case: Case) -> Fact | None:
    """The prosecutor who signed a subpoena that has no line for who asks."""
    for paper in [case.main, *case.relevant]:
        for named in signed(case, paper):
            below = case.text[named.end : named.end + 120]
            again = rf"(?:{re.escape(named.name)}[\s,]*)?"
            if re.match(rf"[\s,]*{again}{_LAWYER_TITLE}", below) or _is_below(case, named):
                return _person_fact(case, named, None, paper)
    return None


def _is_below(case: Case, named: Named) -> bool:
    """Whether a prosecutor's title stands below a name in its column, whatever stands beside."""
    left = case.document.tokens(named.start, named.end)[0].box
    number = case.document.line_at(named.end)
    for place in case.document.places[number + 1 : number + 5]:
        for title in re.finditer(_LAWYER_TITLE, case.text[place.start : place.end]):
            first = case.document.tokens(place.start + title.start(), place.start + title.end())[0]
            if first.page == place.line.page and abs(first.box[0] - left[0]) < 40:
                return True
    return False


_ASKS = re.compile(
    (
        r"(?:who\s+requests?\s+this\s+subpoena|who\s+issues?\s+or\s+requests?\s+this\s+subpoena)"
        r"[^:]{0,80}(?:are|is)\s*:|(?:Issued\s+at\s+the\s+request\s+of|Requested\s+by|Applied\s+for\s+by"
        r"|(?:person|party|attorney)\s+applying(?:\s+for\s+(?:the\s+)?subpoena)?\s*(?=:)|issued\s+(?:up)?on\s+(?:the\s+)?(?:application|request)\s+of|Submitted\s+by|Applicant)\s*:?"
        r"|PHONE\s+NUMBER\s+OF\s+(?:THE\s+)?(?:ASSISTANT\s+)?(?:U\.\s?S\.|UNITED\s+STATES)\s+ATTORNEY\s*:?"
    ),
    re.IGNORECASE,
)


def _asked_by(case: Case) -> Fact | None:
    for paper in case.relevant:
        text = case.masked(paper)
        for match in _ASKS.finditer(text):
            window = text[match.end() : match.end() + 260]
            if lawyer := _LAWYER.search(window):
                at = paper.start + match.end() + lawyer.start("name")
                named = Named(one_line(lawyer["name"]), at, at + len(lawyer["name"]))
                return _person_fact(case, named, lawyer["title"], paper)
            rank = _RANKED.match(window)
            for name in _TEXT_NAME.finditer(window, rank.end() if rank else 0):
                bare = bare_name(name[0])
                if NOT_A_NAME.search(bare):
                    continue
                named = Named(
                    one_line(bare),
                    paper.start + match.end() + name.start(),
                    paper.start + match.end() + name.end(),
                )
                title = re.search(_ANY_TITLE, window[name.end() : name.end() + 90])
                words = rank["title"] if rank else title[0] if title else None
                return _person_fact(case, named, words, paper)
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
        for pattern in (_AGENT, _AGENT_CAPITALS):
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
                surname = re.sub(r"\W", "", name_parts(name)[-1])
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
    while words and NOT_A_NAME.search(words[-1]):
        words.pop()
    kept = " ".join(words)
    if len(words) < 2 or NOT_A_NAME.search(kept):
        return None
    return name[: name.rfind(words[-1]) + len(words[-1])]


def _in_full(case: Case, name: str) -> str:
    """A name of which only the first letter is written, as another place of the papers has it in full."""
    short = _INITIAL_ONLY.fullmatch(name)
    if short is None:
        return name
    full = re.compile(
        rf"(?<![\w’'\-]){short['first']}[a-z]+[ \t]+(?:[A-Z]\.[ \t]+)?{re.escape(short['last'])}(?![\w\-])"
    )
    found = (full.search(case.masked(paper)) for paper in case.relevant)
    return next((one_line(match[0]) for match in found if match), name)


def _badge_elsewhere(case: Case, name: str) -> re.Match[str] | None:
    """The number that stands right after another place of the same name."""
    again = re.compile(rf"{re.escape(name)},?\s+(?:\(\s*)?{_BADGE.pattern}", re.IGNORECASE)
    found = (again.search(case.masked(paper)) for paper in case.relevant)
    return next((match for match in found if match), None)


def _person_fact(case: Case, named: Named, title: str | None, paper: Paper) -> Fact:
    window = case.text[named.end : min(paper.end, named.end + 420)]
    before = case.text[max(paper.start, named.start - 60) : named.start]
    if title is None:
        match = re.search(_ANY_TITLE, window[:160])
        title = match[0] if match else None
    surname = re.sub(r"\W", "", name_parts(named.name)[-1]) if name_parts(named.name) else "?"
    every = [m[0] for p in case.relevant for m in EMAIL.finditer(case.masked(p))]
    near = EMAIL.search(window)
    email = next(
        (each for each in every if surname in re.sub(r"\W", "", each.split("@")[0].lower())),
        near[0] if near else None,
    )
    phone = None
    if email:  # the number beside the person's own mailbox, before a target's that stands nearer
        at = case.text.find(email)
        after = PHONE.search(case.text, at, at + len(email) + 80)
        phone = after or PHONE.search(case.text, max(0, at - 80), at)
    phone = phone or PHONE.search(window)
    badge = (
        _BADGE.search(window[:160]) or _BADGE.search(before) or _badge_elsewhere(case, named.name)
    )
    value: dict[str, JsonValue] = {
        "name": _in_full(case, ordinary_case(named.name)),
        "title": one_line(title) if title else None,
        "email": email,
        "phone": one_line(phone[0]) if phone else None,
        "badge": badge[1] if badge else None,
    }
    unit = _UNIT.search(window[:160])
    if unit and not _NOT_THE_OFFICE.search(window[: unit.start()]):
        value["unit"] = one_line(unit["unit"])
    address = _ADDRESS.search(window[:320])
    if address and not _NOT_THE_OFFICE.search(window[: address.start()]):
        value["address"] = one_line(address[0])
    return case.fact("requester", value, named.start, named.end, 0.85)
