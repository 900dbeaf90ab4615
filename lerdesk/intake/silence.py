"""Silence: who must not be told, by what and for how long; whether the paper is sealed."""

import re
from dataclasses import dataclass
from itertools import islice, pairwise

from lerdesk.domain.fact import Fact, JsonValue
from lerdesk.intake.case import Case, one_line
from lerdesk.intake.courts import court
from lerdesk.intake.dates import COUNT, DATE, parse
from lerdesk.intake.statutes import CITED

#: clauses of one paper that are weighed; a real one has a handful
_LOOKED_AT = 200
_TELL = r"(?:disclos\w*|notif\w*|reveal\w*|inform\w*|advis\w*|tell\w*|told|alert\w*|communicat\w*|divulg\w*)"
_WHOM = re.compile(
    (
        r"existence|subscriber|customer|account\s*holder|user\b|any\s*(?:other\s+)?(?:person|one|party)"
        r"|third\s+part|target|fact\s+of|th(?:is|e)\s+(?:order|subpoena|warrant|request|letter|matter|demand)"
        r"|any\s+other\s+party|anyone|no\s+(?:one|person)|nobody|(?:alert|tell|notify|inform)(?:ing)?\s+(?:him|her|them)\b|contents?\s+of\s+this|investigation|person\s+whose|individuals?|making\s+of"
    ),
    re.IGNORECASE,
)
_ORDERED = re.compile(
    r"(?:shall|must|may|will|is\s+(?:hereby\s+)?(?:ordered|directed|commanded)|are\s+(?:hereby\s+)"
    rf"?(?:ordered|directed|commanded))\s+(?:not|neither)\s*,?\s*(?:[^.;]{{0,90}}?,\s*)?(?:to\s+)"
    rf"?(?:\w+\s+){{0,2}}?{_TELL}"
    r"|(?:prohibited|precluded|forbidden|enjoined|restrained|barred)\s+from\s+(?:\w+\s+)"
    rf"{{0,2}}?{_TELL}|ordered\s+not\s+to\s+{_TELL}|{_TELL}[^.;]{{0,120}}?\bis\s+(?:hereby\s+)"
    r"?(?:prohibited|forbidden)|shall\s+(?:delay|defer|withhold)\s+(?:any\s+)?(?:notice|notif\w+)"
    rf"|(?:ordered|directed|commanded|orders|commands|directs)\b(?:[^.;]|\.(?![ \n]+(?-i:[A-Z]))){{0,140}}?"
    rf"\b(?:not\s+(?:to\s+)?(?:\w+\s+){{0,2}}?{_TELL}"
    rf"|refrains?\s+from\s+{_TELL}|not\s+(?:to\s+)?give\s+(?:any\s+)?notice|to\s+refrain\s+from\s+{_TELL})"
    rf"|(?<=\w[.)] )to\s+refrain\s+from\s+{_TELL}"
    rf"|(?:shall|must|may|will)\s+{_TELL}\s+(?:of\s+this\s+)?(?:no\s+(?:one|person|other)|nobody)\b|\bis\s+not\s+to\s+(?:\w+\s+){{0,2}}?{_TELL}"
    rf"|(?:notification|notice\s+to\s+(?:the\s+|any\s+)?(?:target|subscriber|customer|account\s*holder|user|person))[^.]{{0,80}}?\b(?:be|is)\s+(?:hereby\s+)?(?:delayed|prohibited|precluded)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    rf"(?:requests?|asks?|urges?|(?:request|ask|urg)(?:ed|ing)|appreciate|please|kindly)\b[^.;]{{0,140}}?\b(?:not|refrain\s+from|avoid"
    rf"|without)\s+(?:to\s+)?(?:be\s+)?(?:\w+\s+){{0,3}}?(?:{_TELL}|contact\w*)"
    r"|(?:requested|asked)\b[^.;]{0,60}?\bto\s+(?:keep|treat|hold)\b[^.;]{0,60}?\b(?:confiden|secret)"
    rf"|\bdo\s+not\s+[^.;]{{0,60}}?{_TELL}|\byou\s+are\s+not\s+to\s+{_TELL}"
    rf"|you\s+are\s+(?:hereby\s+)?(?:requested|asked)\s+not\s+to\s+{_TELL}|should\s+not\s+(?:be\s+)"
    rf"?(?:{_TELL}|shared?\b)|please\s+(?:treat|keep)[^.;]{{0,80}}?confidential|(?:request|ask)"
    rf"[^.;]{{0,80}}?(?:be\s+)?(?:kept|treated)\s+(?:as\s+)?confidential|not\s+be\s+(?:disclosed"
    r"|notified)",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"(?:\d{1,2}\s+U\.?S\.?C\.?\s*(?:§+|[Ss]ection)?\s*)(?:2705\s*\(b\)|3123\s*\(d\)(?:\(2\))?"
    r"|2709\s*\(c\)|3486\s*\(a\)\s*\(6\)|3409|2511\(2\)\(a\)\(ii\)|2705)|(?:[A-Z][\w.]+\s+)"
    r"*?(?:Penal\s+Code|P\.?C\.?)\s*(?:§+|[Ss]ection)?\s*1546\.2(?:\(\w\))?"
    r"|[Ss]ection\s+8\s+of\s+the\s+Act|[Ss]ection\s+\d{3}\.\d+(?:\(\d+\))?,\s+[A-Z][a-z]+\s+Statutes"
)
_STATUTORY = re.compile(
    (
        r"(?:by\s+(?:law|statute)|prohibited\s+by|(?:pursuant\s+to|under)\s+(?:[\w.]+\s+)"
        rf"{{0,6}}?§?\s*[\d.\-]+[^.]{{0,40}},?\s+you\s+(?:may|shall|must)\s+not\s+{_TELL}|(?:statute|law)"
        r"\s+(?:prohibits|forbids)"
        rf"|(?:\d|\))\s+(?:prohibits|forbids)\b[^.]{{0,80}}?{_TELL}"
        rf"|pursuant\s+to\s+[^,;]{{4,40}}?\d[^,;]{{0,20}}?,?\s+you\s+are\s+(?:directed|required)\s+not\s+to)"
    ),
    re.IGNORECASE,
)
_UNTIL = re.compile(
    (
        r"(?:until|through|before|expir\w+\s+on|up\s+to|ending(?:\s+on)?)\s+(?:and\s+including\s+)"
        rf"?(?:\w+day,?\s+)?(?P<date>{DATE})"
    ),
    re.IGNORECASE,
)
_DURATION = re.compile(
    (
        r"(?<!\w)(?:(?:for\s+(?:a\s+(?:period|term)\s+of\s+)?|period\s+of\s+|within\s+)(?:not\s+(?:more\s+than"
        rf"|to\s+exceed)\s+|up\s+to\s+|at\s+least\s+)?(?P<length>(?:{COUNT}|an?)[\s\-]+(?:calendar\s+)"
        rf"?(?:days?|months?|years?|weeks?))|(?P<length2>(?:{COUNT}|an?)[\s\-]+(?:days?|months?|years?))"
        r"\s+(?:from|after|following|(?:have|has)\s+(?:passed|elapsed|expired)))"
    ),
    re.IGNORECASE,
)
_PAST = re.compile(
    r"original\s+warrant|vacated|previous\s+order|earlier\s+order|was\s+to\s+expire|expired",
    re.IGNORECASE,
)
_NOT_SILENCE = re.compile(
    (
        r"nothing\s+in\s+this|3103a|does\s+not\s+prohibit|(?:shall|may|must)\s+not\s+(?:be\s+)"
        r"?(?:disclos\w+\s+(?:to\s+the\s+public|by\s+the\s+government)|inform\s+on)"
        r"|the\s+government\s+(?:shall|may|must)\s+not|officer\s+(?:shall|may|must)\s+not"
        r"|not\s+disclose\s+(?:the\s+)?contents?\s+of\s+(?:any\s+)?communications"
        r"|contents?[^.]{0,40}should\s+not\s+be\s+disclosed"
    ),
    re.IGNORECASE,
)
_LETTER_TALK = re.compile(r"\battorney\b|counsel\s+only", re.IGNORECASE)


@dataclass(frozen=True)
class _Clause:
    kind: str
    start: int
    end: int
    at: int


def nondisclosure(case: Case) -> Fact | None:
    """The strongest silence that the papers ask for."""
    clause = _clause(case)
    if clause is None:
        return None
    paper = next(p for p in case.papers if p.start <= clause.start < p.end)
    until, duration = _term(case, clause, paper.end)
    law = _law(case, clause, paper.start, paper.end)
    value: dict[str, JsonValue] = {
        "kind": clause.kind,
        "until": until,
        "duration": duration,
        "indefinite": until is None and duration is None,
        "statute": law,
    }
    return case.fact("nondisclosure", value, clause.start, clause.end, 0.92)


_FURTHER = re.compile(
    r"until\s+(?:otherwise|further|the\s+court)|unless\s+(?:or|and)\s+until", re.IGNORECASE
)
_OF_SILENCE = re.compile(r"notif|notice|disclosure|silence|secre", re.IGNORECASE)
_PART_ENDS = re.compile(r";\s|\bORDERED\b|\b(?:and\s+it\s+is|it\s+is\s+further)\b", re.IGNORECASE)


def _term(case: Case, clause: _Clause, paper_end: int) -> tuple[str | None, str | None]:
    """Until when, or for how long: after the command, else before it, else in the next sentence."""
    after = case.text[clause.at : clause.end]
    until, duration = _until(after), _duration(after)
    if until or duration or _FURTHER.search(after):
        return until, duration
    # what the sentence says of another duty, such as when to produce, is no term of silence
    parts = [clause.start]
    parts += [end.end() for end in _PART_ENDS.finditer(case.text, clause.start, clause.at)]
    *others, own = [case.text[low:high] for low, high in pairwise([*parts, clause.at])]
    before = " ".join([*(part for part in others if _OF_SILENCE.search(part)), own])
    until, duration = _until(before), _duration(before)
    if until or duration or clause.kind == "request":
        return until, duration
    following = case.text[clause.end : min(paper_end, clause.end + 420)]
    until, duration = _until(following), _duration(following)
    if until or duration or not _THAT_PERIOD.search(case.text, clause.start, clause.end):
        return until, duration
    return _elsewhere(case, clause)


_THAT_PERIOD = re.compile(
    r"\b(?:the|this|that|such)\s+(?:\w+\s+)?period\s+of\s+(?:delay|non|silen|secre)", re.IGNORECASE
)


def _elsewhere(case: Case, clause: _Clause) -> tuple[str | None, str | None]:
    """The term that another sentence of the paper sets for the period which the clause refers to."""
    paper = next(p for p in case.papers if p.start <= clause.start < p.end)
    for match in re.finditer(
        r"non-?\s?disclosure|delay\w*\s+(?:of\s+)?noti", case.masked(paper), re.IGNORECASE
    ):
        start = paper.start + match.start()
        line = case.document.places[case.document.line_at(start)]
        words = case.text[start : line.end]
        if (until := _until(words)) or (duration := _duration(words)):
            return until, None if until else duration
    return None, None


def _clause(case: Case) -> _Clause | None:
    silent = [each.paper for each in case.instruments if each.process == "US_NDO_2705B"]
    rest = [paper for paper in case.orders if paper not in silent and not (paper.is_letter)]
    for paper in [*silent, *rest]:
        for match in islice(_ORDERED.finditer(case.masked(paper)), _LOOKED_AT):
            start, end = case.sentence(paper.start + match.start())
            sentence = case.text[start:end]
            if _NOT_SILENCE.search(sentence) or not _WHOM.search(
                case.text[paper.start + match.start() : end]
            ):
                continue
            if _PAST.search(
                case.text[max(start, paper.start + match.start() - 160) : paper.start + match.end()]
            ):
                continue
            kind = "order"
            by_court = "order" in sentence.lower() and court(case) is not None
            if (case.process.startswith("US_ADMIN") and not by_court) or (
                case.process in {"US_GJ_FED", "US_GJ_STATE"}
                and paper not in silent
                and _STATUTORY.search(sentence)
            ):
                kind = (
                    "statute" if _STATUTORY.search(sentence) or _LAW.search(sentence) else "request"
                )
            if case.process == "US_NSL":
                kind = "statute"
            return _Clause(
                kind, max(start, paper.start), min(end, paper.end), paper.start + match.start()
            )
    return _by_statute(case) or _asked(case)


def _by_statute(case: Case) -> _Clause | None:
    for paper in case.orders:
        for match in islice(_STATUTORY.finditer(case.masked(paper)), _LOOKED_AT):
            start, end = case.sentence(paper.start + match.start())
            if _WHOM.search(case.text[start:end]) and re.search(
                rf"(?:prohibits|forbids)\b[^.]{{0,80}}?{_TELL}", case.text[start:end], re.IGNORECASE
            ):
                return _Clause(
                    "statute",
                    max(start, paper.start),
                    min(end, paper.end),
                    paper.start + match.start(),
                )
    return None


def _asked(case: Case) -> _Clause | None:
    for paper in case.relevant:
        text = case.masked(paper)
        for match in [
            *islice(_ASKED.finditer(text), _LOOKED_AT),
            *(islice(_ORDERED.finditer(text), _LOOKED_AT) if paper.is_letter else ()),
        ]:
            start, end = case.sentence(paper.start + match.start())
            sentence = case.text[start:end]
            if _NOT_SILENCE.search(sentence) or not (
                _WHOM.search(sentence) or "confidential" in sentence
            ):
                continue
            return _Clause(
                "request", max(start, paper.start), min(end, paper.end), paper.start + match.start()
            )
    return None


def _until(text: str) -> str | None:
    for match in _UNTIL.finditer(text):
        if not _PAST.search(text[max(0, match.start() - 100) : match.start()]):
            day = parse(match["date"])
            if day:
                return day.isoformat()
    return None


def _duration(text: str) -> str | None:
    for match in _DURATION.finditer(text):
        length = match["length"] or match["length2"]
        if not _PAST.search(text[max(0, match.start() - 100) : match.start()]) and not re.search(
            r"produc|respon|compl|preserv",
            text[max(0, match.start() - 60) : match.start()],
            re.IGNORECASE,
        ):
            return one_line(length)
    return None


def _law(case: Case, clause: _Clause, start: int, end: int) -> str | None:
    if clause.kind == "request":
        return None
    for low, high in ((clause.start, clause.end), (start, end)):
        match = _LAW.search(case.text, low, high)
        if match:
            return one_line(match[0])
        if clause.kind == "statute" and (cited := CITED.search(case.text, low, high)):
            return one_line(cited[0])
    return None


_SEALED = re.compile(
    (
        r"\b(?:FILED\s+|LODGED\s+|ISSUED\s+)?UNDER\s+SEAL\b|(?:[Ff]iled|[Ll]odged|[Mm]aintained|[Kk]ept"
        r"|[Rr]emain|[Pp]laced|be\s+filed|[Kk]eep\b[^.;]{0,60})\s+under\s+seal|(?:are|is|be|shall\s+be|remain|hereby)"
        r"\s+(?:hereby\s+|and\s+remain\s+)?SEALED\b|(?:are|is|be|remain)\s+(?:hereby\s+"
        r"|and\s+(?:hereby\s+)?(?:shall\s+)?(?:are\s+)?(?:remain\s+)?)?sealed\b|^\W*SEALED(?:\s+(?:WARRANT"
        r"|ORDER|DOCUMENT))?\W*$|\bSEALED\s+(?:ORDER|WARRANT|SEARCH\s+WARRANT|BY\s+(?:COURT\s+)?ORDER)\b"
        r"|[Ss]ealed\s+by\s+order|[Ss]hall\s+(?:suppress\s+and\s+)?seal\s+this|[Kk]e(?:ep|pt)\b[^.;]{0,60}\boff\s+the\s+public\s+(?:docket|record)"
        r"|\(?[Ff]iled [Uu]nder [Ss]eal\)?"
    ),
    re.MULTILINE,
)
_NOT_SEALED = re.compile(
    r"(?:is|are|be|was)\s+not\s+(?:to\s+be\s+)?(?:filed\s+under\s+)?seal|not\s+sealed|unsealed",
    re.IGNORECASE,
)
_OTHER_SEAL = re.compile(
    (
        r"unrelated|all\s+other\s+information|not\s+(?:be\s+)?(?:\w+\s+to\s+)?(?:further\s+)?review|not\s+(?:related|relevant)|information\s+obtained\s+through|hobbs|court\s+seal"
        r"|seal\s+of\s+(?:the|this)\s+court"
    ),
    re.IGNORECASE,
)


def sealed(case: Case) -> Fact | None:
    """True where the paper says that it is sealed, False where it denies it."""
    for paper in case.orders:
        text = case.masked(paper)
        for match in islice(_SEALED.finditer(text), _LOOKED_AT):
            start, end = case.sentence(paper.start + match.start())
            if _OTHER_SEAL.search(case.text[start:end]) or re.search(
                r"\bnot\b", text[max(0, match.start() - 14) : match.start()]
            ):
                continue
            return case.fact(
                "sealed",
                value=True,
                start=paper.start + match.start(),
                end=paper.start + match.end(),
                confidence=0.93,
            )
    for paper in case.orders:
        match_not = _NOT_SEALED.search(case.masked(paper))
        if match_not:
            return case.fact(
                "sealed",
                value=False,
                start=paper.start + match_not.start(),
                end=paper.start + match_not.end(),
                confidence=0.8,
            )
    return None
