"""When it was issued, when it must be answered."""

import re
from dataclasses import dataclass
from datetime import date

from lerdesk.domain.fact import Fact, JsonValue
from lerdesk.intake.case import Case, one_line
from lerdesk.intake.dates import COUNT, DATE, Found, count, find_dates, parse
from lerdesk.intake.papers import Paper

_ISSUED = (
    (
        (
            r"(?:[Dd]ate\s+and\s+time\s+(?:warrant\s+)?issued|DATE AND TIME ISSUED|[Dd]ate\s+(?:of\s+)"
            r"?(?:[Ii]ssued?|[Ii]ssuance)|DATE ISSUED|Issued\s+on|ISSUED|Issued)\s*(?:\(.*?\))"
            rf"?\s*:?\s*(?:on\s+|this\s+)?(?P<date>{DATE})"
        ),
        9,
    ),
    (
        rf"(?:[Gg]iven|GIVEN|[Ww]itness|WITNESS)\s+(?:under\s+)?(?:my|MY)\s+hand.{{0,120}}?(?P<date>{DATE})",
        8,
    ),
    (
        rf"(?:affixed|set\s+(?:his|her|my|their)\s+hand)[^.;]{{0,60}}?\b(?P<date>{DATE})",
        7,
    ),
    (
        (
            r"(?:[Ii]ssued|ISSUED)\s+(?:under|by|pursuant\s+to)\s+(?:the\s+)?authority\b[^.;]{0,60}"
            rf"(?:[A-Z0-9]\.[^.;]{{0,40}}){{0,4}}this\s+(?P<date>{DATE})"
        ),
        8,
    ),
    (
        (
            r"(?<!\w)(?:SO\s+ORDERED|[Ss]o\s+ordered|SIGNED|[Ss]igned|DATED|[Dd]ated|DONE|[Dd]one|ENTERED|[Ee]ntered"
            r"|ORDERED|ISSUED|[Ii]ssued|EXECUTED|[Ss]ubscribed|SUBSCRIBED|Sworn|AND\s+NOW|[Ii]t\s+is|IT\s+IS)"
            rf"\b[\w\s,.:;’']{{0,70}}?\b(?P<date>{DATE})"
        ),
        7,
    ),
    (
        (
            r"(?:^|\n|\t)\s*(?:DATE|Date)(?:\s+of\s+(?:order|subpoena|warrant|letter|this\s+\w+))"
            rf"?\s*:?[\s\t]*(?P<date>{DATE})"
        ),
        6,
    ),
    (rf"(?:^|[.\n]\s*)This\s+(?:the\s+)?(?P<date>{DATE})", 6),
    (
        rf"(?:^|\n)\s*(?P<date>{DATE}),?\s+(?:at\s+)?\d{{1,2}}:\d{{2}}\s*(?:[ap]\.?m|hours)",
        5,
    ),
    (
        rf"(?:^|\n)\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?P<date>{DATE})\s*(?:\n|$)",
        3,
    ),
)
_ISSUED_BY = [(re.compile(pattern, re.DOTALL), weight) for pattern, weight in _ISSUED]
_NOT_ISSUED = re.compile(
    (
        r"filed|received|replac\w*|amends|original\s+warrant|supersed|previous|earlier|expire|rev\.|until|return|appear"
        r"|served|birth|dob|born|transmi|between|dated\s+from"
    ),
    re.IGNORECASE,
)


def date_issued(case: Case) -> tuple[Fact, date] | None:
    """The date of the main instrument."""
    best: tuple[float, int, int, date] | None = None
    paper = case.main
    text = case.masked(paper)
    for pattern, weight in _ISSUED_BY:
        for match in pattern.finditer(text):
            day = parse(match["date"])
            if day is None:
                continue
            start = max(0, match.start() - 30, text.rfind("\n", 0, match.start() + 1))
            start = max(start, text.rfind(". ", start, match.start() + 1))
            if _NOT_ISSUED.search(text, start, match.start("date")):
                continue
            score = weight + match.start() / max(1, len(text))
            if weight == 3:
                score = 7.5 if paper.is_letter and match.start() < 1200 else 3
            if best is None or score > best[0]:
                best = (score, paper.start + match.start(), paper.start + match.end(), day)
    if best is None:
        found = _beside_signature(case, paper)
        if found is None:
            return None
        best = (2.0, found.start, found.end, found.day)
    _, start, end, day = best
    return case.fact("date_issued", day.isoformat(), start, end, 0.95 if best[0] > 5 else 0.75), day


_SPANS = re.compile(r"\d\s*(?:-|–|—|to|through|thru)\s*$|range|period", re.IGNORECASE)


def _beside_signature(case: Case, paper: Paper) -> Found | None:
    """A date by itself on a short line in the last third of the paper."""
    for found in reversed(find_dates(case.text, paper.start, paper.end)):
        line = case.document.places[case.document.line_at(found.start)]
        if _SPANS.search(case.text[line.start : found.start]) or re.match(
            r"\s*(?:-|–|—|to|through|thru)\s*\d", case.text[found.end : line.end]
        ):
            continue
        if line.end - line.start < 60 and found.start > paper.start + 0.5 * (
            paper.end - paper.start
        ):
            return found
    return None


_MUST = (
    r"(?:make\s+(?:its|their)\s+return|\b(?:records|information|data|results)\s+(?:are|is|shall|must)\s+(?:to\s+)?be\s+returned|return\s+(?:all\s+|the\s+)?(?:responsive\s+|requested\s+)?(?:records|information|data"
    r"|results)|produc|disclos|provid|furnish|deliver|compl(?:y|ied|iance)|respon|\breach\b|be\s+received|return(?:able|\s+date)"
    r"|due|appear|submit|turn\s+over|make\s+available|transmit|send|testify|bring|answer|attend|do\s+so|return\s+by\s+(?:\w+\s+)?e-?mail)"
)
_BY_DATE = re.compile(
    (
        r"(?:on\s+or\s+before|no(?:t)?\s+later\s+than(?:\s+(?:\d{1,2}:\d{2}|\d{1,2})\s*[ap]\.?\s?m\.?)?(?:[\s,]+on)?|by(?:\s+(?:close\s+of\s+business"
        rf"|(?:\d{{1,2}}:\d{{2}}|\d{{1,2}})\s*[ap]\.?m\.?|noon))?(?:\s+on)?|before|due(?:\s+date)"
        r"?(?:\s+(?:on|by))?\s*:?|[Rr]eturn\s+[Dd]ate(?:\s+and\s+[Tt]ime)?\s*(?:is|of|:)?"
        r"|returnable(?:\s+on)?|[Rr]esponse\s+[Dd]ue\s*:?|(?:respond|return|produce|comply|due)\s+by\s*:\s*(?:\d{1,2}(?::\d{2})?\s*[ap]\.?m\.?(?:\s+\w+)?,?)?|at)\s*(?:\w+day,?\s+)?(?:the\s+)"
        rf"?(?P<date>{DATE})"
    ),
    re.IGNORECASE,
)
_APPEAR = re.compile(
    r"(?:[Dd]ate\s+and\s+[Tt]ime|DATE AND TIME|[Rr]eturn\s+[Dd]ate|RETURN DATE|Date|DATE"
    rf"|Time\s+and\s+[Dd]ate)(?:[^\n:]{{0,20}}(?:by\s+which|due|produc|appear|compl|return)"
    rf"[^\n:]{{0,50}}:)?\s*(?:\(.*?\))?\s*:?\s*[\s\t]*(?P<date>{DATE})(?P<time>[\s,]*(?:at\s+)"
    rf"?\d{{1,2}}(?::\d{{2}})?\s*[ap]\.?\s?m)?"
)
_OFFICERS = re.compile(
    (
        r"execut\w*|serv(?:e|ing|ed)\s+(?:it|this)|officer|inventory|make\s+a?\s*return|return\s+(?:of\s+)"
        r"?(?:this|the)\s+(?:warrant|it\b)|shall\s+be\s+returned"
    ),
    re.IGNORECASE,
)
_OTHER_DUTY = re.compile(
    r"preserv|disclos\w*\s+(?:the\s+)?existence|notif|silence|object|quash|modify|appeal|challenge|retain|expire|delay",
    re.IGNORECASE,
)
_RECIPIENT = re.compile(
    (
        r"\b(?:Provider|Recipient|Company|you|Northwind|custodian|response|subpoena|corporation|records?"
        r"|Inc|LLC|Corp|L\.P)\b"
    ),
    re.IGNORECASE,
)


def date_due(case: Case) -> tuple[Fact, date] | None:
    """The calendar date that the paper sets for the company's answer."""
    warrant = "SW" in case.process or "WARRANT" in case.process
    for paper in case.orders:
        text = case.masked(paper)
        for match in _BY_DATE.finditer(text):
            start, end = case.sentence(paper.start + match.start())
            sentence = case.text[start:end]
            before = case.text[start : paper.start + match.start()]
            day = parse(match["date"])
            if day is None or not re.search(_MUST, sentence, re.IGNORECASE):
                continue
            if (
                warrant
                and _OFFICERS.search(before)
                and not re.search(
                    (
                        r"(?:Provider|[Rr]ecipient|[Cc]ompany|corporation|Northwind|[Rr]ecords?)[\w\s,.]{0,80}?(?:shall|must"
                        r"|is\s+(?:ordered|directed|required|commanded))"
                    ),
                    before,
                )
            ):
                continue
            if _OTHER_DUTY.search(before[-110:]) and not re.search(
                r"produc|provid|furnish|deliver|compl|respon", before[-110:], re.IGNORECASE
            ):
                continue
            if re.match(r"(?:at|before|by)\b", match[0], re.IGNORECASE) and not re.search(
                _MUST, before[-220:], re.IGNORECASE
            ):
                continue
            if re.search(
                r"(?:issued|dated|created|opened|from|between|since|occurr\w*|period)\s*$",
                before[-30:],
                re.IGNORECASE,
            ):
                continue
            at = paper.start + match.start()
            return case.fact("date_due", day.isoformat(), at, paper.start + match.end(), 0.9), day
    if re.search(r"SUBP|GJ|TRIAL|ADMIN", case.process):
        return _appearance(case)
    return None


def _appearance(case: Case) -> tuple[Fact, date] | None:
    """The date to appear, of a subpoena's form: the one that has an hour, else under its label."""
    text = case.masked(case.main)
    issued = date_issued(case)
    best: tuple[float, re.Match[str], date] | None = None
    for match in _APPEAR.finditer(text):
        day = parse(match["date"])
        if day is None or (issued and day <= issued[1]):
            continue
        score = 1.0 + 2 * bool(match["time"]) + ("ime" in match[0] or "eturn" in match[0])
        if best is None or score > best[0]:
            best = (score, match, day)
    if best is None:
        return _dated_appearance(case, issued[1] if issued else None)
    base = case.main.start
    return case.fact(
        "date_due", best[2].isoformat(), base + best[1].start(), base + best[1].end(), 0.9
    ), best[2]


_HOUR = re.compile(
    r"^[\s,]*(?:at\s+)?\d{1,2}(?::\d{2})?\s*[ap]\.?\s?m|^[\s,]*at\s+\d", re.IGNORECASE
)


def _dated_appearance(case: Case, issued: date | None) -> tuple[Fact, date] | None:
    for found in find_dates(case.text, case.main.start, case.main.end):
        start, _ = case.sentence(found.start)
        before = case.text[max(start, found.start - 300) : found.start]
        if issued and found.day <= issued:
            continue
        timed = bool(_HOUR.search(case.text[found.end : found.end + 20]))
        if issued and timed and not re.search(r"issued|sworn|executed", before, re.IGNORECASE):
            return case.fact(
                "date_due", found.day.isoformat(), found.start, found.end, 0.8
            ), found.day
        if re.search(r"appear|produce|bring|testify|compl", before, re.IGNORECASE) and (
            _HOUR.search(case.text[found.end : found.end + 20])
            or re.search(r"\bon\s+(?:the\s+)?$|day,?\s+$", before)
        ):
            return case.fact(
                "date_due", found.day.isoformat(), found.start, found.end, 0.8
            ), found.day
    return None


@dataclass(frozen=True)
class _Term:
    count: int
    unit: str
    start_from: str
    start: int
    end: int


_UNIT = r"(?P<business>business\s+|court\s+|working\s+|calendar\s+)?(?P<unit>days?|hours?|weeks?)"
_WITHIN = re.compile(
    r"(?:within|due(?:\s+in)?|(?:respond|reply|comply|answer)\s+in|in\s+(?:no\s+more\s+than|not\s+more\s+than)|no(?:t)?\s+later\s+than|no\s+more\s+than"
    rf"|not\s+more\s+than|(?:a\s+)?period\s+of|has|have)\s+(?:a\s+period\s+of\s+)?(?P<count>{COUNT})"
    rf"[\s\-]+{_UNIT}"
    r"(?P<rest>[^.;\n]{0,20}(?:\n?[^.;]{0,70}))",
    re.IGNORECASE,
)
#: the last day named by its place: the 15th business day after service
_NTH_DAY = re.compile(
    r"(?:by|on\s+or\s+before|before|(?:no|not)\s+later\s+than|on)\s+the\s+(?P<count>\d{1,3})(?:st|nd|rd|th)\s+"
    r"(?P<business>business\s+|court\s+|working\s+|calendar\s+)?(?P<unit>day)\s+(?P<rest>(?:after|from|following)[^.;]{0,80})",
    re.IGNORECASE,
)
_FROM = (
    (r"service|served|serving", "service"),
    (r"receipt|receiv|deliver", "receipt"),
    (r"issuance|issued|date\s+of\s+th|signing|signed|entry|of\s+the\s+date|date\s+hereof", "issue"),
)


def due_in(case: Case) -> Fact | None:
    """The term to answer, counted from service, receipt or issue."""
    best: tuple[float, _Term] | None = None
    for paper in case.orders:
        text = case.masked(paper)
        for match in [*_WITHIN.finditer(text), *_NTH_DAY.finditer(text)]:
            number = count(match["count"])
            if number is None:
                continue
            start, end = case.sentence(paper.start + match.start())
            score = _weight(case, start, end, paper.start + match.start(), match["rest"])
            if score <= 0:
                continue
            term = _term(match, number, paper.start)
            if best is None or score > best[0]:
                best = (score, term)
    if best is None:
        return None
    term = best[1]
    value: dict[str, JsonValue] = {"count": term.count, "unit": term.unit, "from": term.start_from}
    return case.fact("due_in", value, term.start, term.end, 0.88)


def _weight(case: Case, start: int, end: int, at: int, rest: str) -> float:
    sentence, before = case.text[start:end], case.text[start:at]
    answers = re.search(_MUST, sentence, re.IGNORECASE)
    if not answers or (
        _OTHER_DUTY.search(before[-130:])
        and not re.search(r"produc|respon|compl|provid|furnish", before[-130:], re.IGNORECASE)
    ):
        return 0
    if _OTHER_DUTY.search(rest[:60]) and not re.search(
        r"produc|respon|compl|provid|receipt|service|issuance", rest[:60], re.IGNORECASE
    ):
        return 0
    if _OFFICERS.search(before[-150:]) and not re.search(
        r"(?:Provider|[Rr]ecipient|[Cc]ompany|corporation|Northwind|custodian|[Rr]esponse|recipients?)\b",
        before,
    ):
        return 0
    if re.search(r"not\s+to\s+exceed|prior|last|past|preceding", before[-20:], re.IGNORECASE):
        return 0
    score = (
        1.0
        + 2 * bool(_RECIPIENT.search(before))
        + bool(re.search(r"shall|must|required|ordered|due|directed", sentence))
    )
    return score + bool(any(re.search(pattern, rest, re.IGNORECASE) for pattern, _ in _FROM))


def _term(match: re.Match[str], number: int, base: int) -> _Term:
    business = (match["business"] or "").strip().lower()
    unit = match["unit"].lower()
    if unit.startswith("week"):
        number, unit = number * 7, "days"
    elif unit.startswith("hour"):
        unit = "hours"
    else:
        unit = "business_days" if business in {"business", "court", "working"} else "days"
    rest = match["rest"]
    places = [
        (m.start(), name)
        for pattern, name in _FROM
        if (m := re.search(pattern, rest, re.IGNORECASE))
    ]
    start_from = min(places)[1] if places else "receipt"
    return _Term(
        number,
        unit,
        start_from,
        base + match.start(),
        base + match.start("rest") + len(one_line(rest[:1])),
    )
