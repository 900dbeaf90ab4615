"""The time over which data are demanded; not that of the offence, the silence or the preservation."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from lerdesk.intake.case import Case, one_line
from lerdesk.intake.dates import COUNT, DATE, MONTH, parse
from lerdesk.intake.papers import Paper
from lerdesk.intake.proposed import ProposedPeriod
from lerdesk.intake.tables import rows

_TIME = (
    r"(?:[\s,]*(?:at\s+)?\(?(?:\d{1,2}:\d{2}(?::\d{2})?|\d{4}\s+(?:hours|hrs\.?)|\d{1,2})\s*(?:[ap]\.?\s?m\.?"
    r"|hours|hrs\.?)?,?\s*(?:UTC|GMT|Z|[ECMP][SD]?T|(?:Eastern|Central|Mountain|Pacific)"
    r"(?:\s+(?:Standard|Daylight))?(?:\s+Time)?)?\)?)?"
)
_ZONE = r"(?:\s*\(?(?:UTC|GMT|[ECMP][SD]T)\)?)?"
_OPEN_START = (
    r"(?:all\s+time|the\s+beginning|(?:the\s+)?(?:date\s+(?:of|the)\s+)?(?:account(?:[’']?s)?\s+)?(?:inception|creation|opening"
    r"|registration)(?:\s+of\s+(?:the|each|such)\s+\w+(?:\s+\w+)?)?|(?:the\s+)?(?:date\s+(?:the\s+)?)"
    r"(?:each\s+|such\s+)?account(?:s)?\s+(?:was|were)\s+(?:created|opened)|(?:the\s+)?(?:creation"
    r"|opening)\s+date"
    r"|(?:the\s+)?da(?:y|te)\s+on\s+which\s+(?:the|each|such|said)\s+\w+\s+(?:was|were)\s+(?:first\s+)?(?:opened|created|registered))"
)
_THIS_DATE = (
    r"(?:the\s+)?date\s+(?:of|on\s+which)\s+(?:this|the)\s+(?:\w+\s+){0,2}?(?:order|warrant|letter"
    r"|subpoena|request|notice)(?:\s+(?:is|was)\s+(?:signed|issued))?"
)
_OPEN_END = (
    r"(?:the\s+)?(?:present(?:\s+(?:date|day|time))?|date\s+of\s+(?:your\s+|the\s+|its\s+)?(?:response"
    r"|compliance|production|receipt|service)(?:\s+(?:to|of)\s+(?:this|the)\s+\w+)?|current\s+date"
    r"|today|now|date\s+hereof|date(?=\s*[.;:,)]|\s*$))"
)
_TO = (
    r"(?:and\s+ending(?:\s+on)?|end(?:ing|s)?(?:\s+date)?(?:\s+on)?|to|through|thru|until|till|up\s+to(?:\s+and\s+including)?|and|[–—\-]+"
    r"|to\s+and\s+including|(?:and\s+)?continuing\s+(?:to|until|through)|and\s+(?:up\s+)?(?:to|until|through))"
)
_CLOCK_ON = (
    r"(?:(?:\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?\s?m\.?|hours|hrs\.?)?\s*(?:UTC|GMT|[ECMP][SD]?T)?,?\s+on"
    r"|\d{4}\s*(?:hours|hrs\.?)(?:,?\s+on)?)\s+)?"
)
_DAY = rf"{_CLOCK_ON}(?:\w+day,?\s+)?{DATE}{_TIME}{_ZONE}"
#: a day whose year is not written beside it, or a month
_PART = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}(?!,?\s+\d{{4}})|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?![\d,])|{MONTH}(?:,|\s+of)?\s+\d{{4}}"
    rf"|{MONTH}(?=\s*(?:{_TO})\s))"
)
# here and elsewhere: tried where a word begins, not at each of its letters
_SPAN = re.compile(
    r"(?<!\w)(?P<lead>(?:from\s+and\s+including|from|between|beginning(?:\s+on)?|starting(?:\s+on)?|since"
    r"|the\s+period\s+(?:of|from)|dates?\s+of)\s+)?"
    rf"(?:(?P<a>{_DAY})|(?P<open>{_OPEN_START})|(?P<part>{_PART}))\s*,?\s*(?P<to>{_TO})\s*:?\s*(?:and\s+including\s+)"
    rf"?(?:(?P<b>{_DAY})|(?P<this>{_THIS_DATE})|(?P<now>{_OPEN_END})|(?P<part2>{_PART}))"
    r"(?P<tail>,?\s*(?:inclusive|both\s+dates\s+inclusive|\((?:both\s+(?:dates\s+)?)?inclusive\)"
    r"|\(both\s+dates\s+inclusive\)))?(?P<zone>\s*\((?:Eastern|Central|Mountain|Pacific|UTC)[\w\s]*\))"
    r"?",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    (
        r"(?<!\w)(?:(?:(?:for|during|over|within|in)\s+)?(?:the\s+)?(?:last|past|preceding|previous|prior)"
        rf"\s+{COUNT}\s+(?:days?|months?|years?|weeks?)|for\s+a\s+period\s+of\s+{COUNT}\s+(?:days?|months?)"
        rf"\s+(?:preceding|prior\s+to|before)\s+[^.;,\n]{{3,60}}"
        r"|since\s+(?:its\s+)?(?:inception|creation|opening|(?:it|the\s+account|each\s+account)"
        r"\s+was\s+(?:first\s+)?(?:opened|created|registered))"
        rf"|the\s+{COUNT}\s+(?:days?|months?|years?)\s+(?:preceding|prior\s+to|before)\s+[^.;,\n]{{3,60}})"
    ),
    re.IGNORECASE,
)
_SINCE = re.compile(
    (
        rf"(?P<words>(?:(?:on\s+(?:or|and)\s+after|since|from)\s+)(?P<a>{_DAY})(?P<on>\s+(?:forward|onward"
        rf"|onwards))?)(?!\s*,?\s*(?:{_TO})\s)"
    ),
    re.IGNORECASE,
)
#: whole years
_YEARS = re.compile(
    r"(?<!\w)(?:all\s+of|(?:the\s+)?(?:calendar|tax)\s+years?|the\s+years?)\s+(?P<first>20\d{2})"
    r"(?:(?:\s*,\s*20\d{2})*\s*,?\s*(?:-|–|and|to|through|thru)\s*(?P<last>20\d{2}))?(?![\d\-/])",
    re.IGNORECASE,
)
#: a month by itself, said to be one
_WHOLE_MONTH = re.compile(
    rf"(?<!\w)(?:during|for|in|over)\s+(?:all\s+of\s+|the\s+(?:whole\s+|calendar\s+)?month\s+of\s+)(?P<month>{MONTH}(?:,|\s+of)?\s+\d{{4}})",
    re.IGNORECASE,
)
_OFFENCE = re.compile(
    r"violat|offen[sc]e|occurr|committ|crime|involv\w+|conspir|scheme|fruits|probable\s+cause",
    re.IGNORECASE,
)
_OTHER = re.compile(
    (
        r"preserv\w*\s+(?:the|all|records)|supersed|original\s+warrant|previous\s+(?:order|warrant)"
        r"|earlier\s+(?:order|warrant)|notif|not\s+disclose|vacated|whose\s+attachment"
    ),
    re.IGNORECASE,
)
_DEMANDS = re.compile(
    (
        r"period|time\s*frame|date\s+range|record|information|data|account|content|message|communication"
        r"|order|provide|produce|disclos|search|log|activity|following|limited|covered|purchas|bought|sold|listing|mailed|shipp|parcel|names?\b|address"
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True)
class FoundPeriod:
    """A period of the demand and its place in the text."""

    period: ProposedPeriod
    start: int
    end: int


def periods(case: Case, issued: date | None) -> list[FoundPeriod]:
    """Every period of the demand, each once."""
    found: list[FoundPeriod] = []
    papers = case.orders if not case.main.is_letter else case.relevant
    for paper in papers:
        text = case.masked(paper)
        taken: list[tuple[int, int]] = []
        for match in _SPAN.finditer(text):
            if not _is_demand(case, paper.start + match.start(), paper.start + match.end()):
                continue
            ends = _ends(match, issued)
            if ends is None:
                continue
            day_a, day_b = ends
            if day_a and day_b and day_b < day_a:
                continue
            taken.append(match.span())
            found.append(_found(paper.start, match, day_a, day_b))
        found.extend(_in_table(case, paper))
        for match in _YEARS.finditer(text):
            if not _overlaps(match, taken) and _is_demand(
                case, paper.start + match.start(), paper.start + match.end()
            ):
                first, last = int(match["first"]), int(match["last"] or match["first"])
                found.append(_found(paper.start, match, date(first, 1, 1), date(last, 12, 31)))
        for match in _WHOLE_MONTH.finditer(text):
            if not _overlaps(match, taken) and _is_demand(
                case, paper.start + match.start(), paper.start + match.end()
            ):
                month = match["month"]
                found.append(
                    _found(
                        paper.start,
                        match,
                        _of_month(month, last=False),
                        _of_month(month, last=True),
                    )
                )
        found.extend(
            _found(paper.start, match, None, None)
            for match in _LENGTH.finditer(text)
            if _is_demand(case, paper.start + match.start(), paper.start + match.end())
            and not _overlaps(match, taken)
        )
    unique: dict[tuple[object, ...], FoundPeriod] = {}
    for each in found:
        p = each.period
        unique.setdefault(
            (p.start, p.end) if p.start or p.end else (one_line(p.words).lower(),), each
        )
    return list(unique.values()) or _open_ended(case)


def _ends(match: re.Match[str], issued: date | None) -> tuple[date | None, date | None] | None:
    """First and last day of a span; None where it is no span of dates.

    A year that the end gives is the beginning's too; a month by itself is from its first day to its last.
    """
    part, part2 = match["part"], match["part2"]
    day_b = issued if match["this"] else _day(match["b"]) or _of_month(part2, last=True)
    day_a = _day(match["a"])
    if part is not None:
        day_a = _of_month(part, last=False)
        if day_a is None and day_b is not None:
            day_a = _of_month(f"{part} {day_b.year}", last=False) or parse(f"{part}, {day_b.year}")
        if day_a is None:
            return None
    bounded = (match["b"] or part2) and day_b is None
    if bounded or (match["a"] and day_a is None):
        return None
    return day_a, day_b


_MONTH_ALONE = re.compile(rf"(?P<month>{MONTH})(?:,|\s+of)?\s+(?P<year>\d{{4}})", re.IGNORECASE)


def _of_month(text: str | None, *, last: bool) -> date | None:
    """The first or the last day of a month with its year."""
    match = _MONTH_ALONE.fullmatch(text) if text else None
    first = parse(f"{match['month']} 1, {match['year']}") if match else None
    if first is None or not last:
        return first
    return date(first.year, first.month, monthrange(first.year, first.month)[1])


def _found(base: int, match: re.Match[str], start: date | None, end: date | None) -> FoundPeriod:
    return FoundPeriod(
        ProposedPeriod(start, end, one_line(match[0]).rstrip(" ,")),
        base + match.start(),
        base + match.end(),
    )


def _in_table(case: Case, paper: Paper) -> list[FoundPeriod]:
    """Rows that have a column for the first day and one for the last."""
    found = []
    for row in rows(case, paper):
        first = next((cell for cell in row if cell.kind == "from"), None)
        last = next((cell for cell in row if cell.kind == "to"), None)
        if first is None or last is None:
            continue
        start, end = _day(first.words), _day(last.words)
        if (start is None and end is None) or (start and end and end < start):
            continue
        words = f"{first.words} {last.words}"
        found.append(FoundPeriod(ProposedPeriod(start, end, words), first.start, last.end))
    return found


def _overlaps(match: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    return any(match.start() < end and start < match.end() for start, end in taken)


def _open_ended(case: Case) -> list[FoundPeriod]:
    for paper in case.orders:
        for match in _SINCE.finditer(case.masked(paper)):
            at = paper.start + match.start()
            start, end = case.sentence(at)
            if _is_demand(case, at, paper.start + match.end()) and re.search(
                r"record|information|message|log|data|content", case.text[start:end], re.IGNORECASE
            ):
                day = _day(match["a"])
                if day and (
                    match["on"] or re.match(r"on\s+(?:or|and)|since", match[0], re.IGNORECASE)
                ):
                    return [_found(paper.start, match, day, None)]
    return []


def _is_demand(case: Case, start: int, end: int) -> bool:
    first, last = case.sentence(start)
    before, after = case.text[first:start], case.text[end:last]
    near = before[-90:]
    kept = case.process == "US_PRESERVE_2703F"  # its demand is to preserve
    if (
        not kept
        and _OTHER.search(before[-260:])
        and not re.search(r"for\s+the\s+(?:time\s+)?period|date\s+range", near, re.IGNORECASE)
    ):
        return False
    if (
        re.search(
            r"(?:for|expire\w*|sealed|effect|notif\w*|disclose|execut\w*|hours|daytime)\s*(?:until|of)?\s*$",
            near,
            re.IGNORECASE,
        )
        and "period" not in near.lower()
        and re.search(r"seal|notif|existence|execut|daytime", before[-200:], re.IGNORECASE)
    ):
        return False
    if _OFFENCE.search(near) and not re.search(
        r"period|records|date\s+range|time\s*frame", near, re.IGNORECASE
    ):
        return False
    line = case.document.places[case.document.line_at(start)]
    labelled = re.match(
        r"\W*(?:time\s+|relevant\s+|covered\s+|date\s+|search\s+)?(?:period|range|dates?|time\s*frame)\b",
        case.text[line.start : line.end],
        re.IGNORECASE,
    )
    if re.search(DATE, case.text[start:end]) and _SPAN.fullmatch(case.text, start, end):
        return True
    return bool(
        labelled
        or _DEMANDS.search(before)
        or _DEMANDS.search(after)
        or _DEMANDS.search(case.text[start:end])
    )


def _day(text: str | None) -> date | None:
    if not text:
        return None
    match = re.search(DATE, text, re.IGNORECASE)
    return parse(match[0]) if match else None
