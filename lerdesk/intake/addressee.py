"""The company that a paper is addressed to, as addressed."""

import re
from collections import defaultdict

from lerdesk.domain.fact import Fact
from lerdesk.intake.case import Case, last_line, one_line, ordinary_case
from lerdesk.intake.document import squeezed

_ENDING = (
    r"(?:,?\s+(?:Inc(?:orporated)?|INC(?:ORPORATED)?|LLC|L\.L\.C|Corp(?:oration)?|CORP(?:ORATION)?|Ltd"
    r"|LTD|Limited|LIMITED|L\.?P|LLP|PLC|plc|N\.A|GmbH|Co|CO|Company|COMPANY|S\.?[àa]\s?r\.?l|B\.V|AG"
    r"|SE)(?![\w])\.?)"
)
_WORD = r"(?:[A-Z][\w’'\-]*(?:\.com)?|&|and|of|\.com)"
_COMPANY = re.compile(rf"\b(?:[A-Z0-9][\w’'\-]*(?:\.com)?)(?:[ \n]+{_WORD}){{0,5}}?{_ENDING}")
_TO = re.compile(
    r"(?:^|\n)\s*(?:TO|To|Served\s+(?:on|upon)|SERVED\s+ON|Recipient|Directed\s+to|Addressee"
    r"|Person\s+against\s+whom[\w\s]*made)\s*:?[\s\t]*$"
)
_ROLE = re.compile(
    (
        r"(?:directed\s+to|served?\s+(?:up)?on|requiring|commanding|operated\s+by|controlled\s+by"
        r"|maintained\s+by|custody\s+of|custodian\s+of\s+records\s*,?|records\s+(?:of|from)|obtain\s+from"
        r"|(?:ordered|directed|commanded)\s+that|compel(?:s|ling)?|directs?|orders?|by|against|upon)\s*$"
    ),
    re.IGNORECASE,
)
_DEFINED = re.compile(
    (
        r"^\s*,?\s*(?:an?\s+[\w\s,]{0,80})?\(\s*(?:the\s+|hereinafter,?\s+(?:the\s+)?)?[“\"'](?:the\s+)"
        r"?(?:Provider|Company|Recipient|Service|Northwind|[A-Z]\w+)"
    ),
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:judge|justice|magistrate|hon)\b|registered\s+agent|c/o|Attn|law\s+firm|LLP",
    re.IGNORECASE,
)


def addressee(case: Case) -> Fact | None:
    """The company's name as the paper addresses it; None where it names no company."""
    scores: dict[str, float] = defaultdict(float)
    first: dict[str, tuple[int, int, str]] = {}
    for paper in case.relevant:
        text = case.masked(paper)
        for match in _COMPANY.finditer(text):
            name = one_line(last_line(case, paper.start + match.start(), match[0]))
            name = re.sub(
                (
                    r"^(?:To|TO|The|THE|By|BY|And|Re|WITH|CONTROLLED BY|PREMISES CONTROLLED BY|OPERATED BY"
                    r"|STORED AT PREMISES CONTROLLED BY)\s+"
                ),
                "",
                name,
            )
            if name.isupper():
                name = _LEADS.sub("", name)
            if not name or (len(name.split()) < 2 and "." not in name):
                continue
            start = paper.start + match.start() + match[0].find(name.split()[0])
            end = paper.start + match.end()
            score = _score(case, name, start, end)
            key = squeezed(name)
            scores[key] += score
            known = first.get(key)
            if known is None or (known[2].isupper() and not name.isupper()):
                first[key] = (start, end, name)
    if not scores:
        return _at_to(case)
    for short in list(scores):
        # a caption's line may begin within the name
        longer = [key for key in scores if key != short and key.endswith(short)]
        if longer and first[short][2].isupper() and not first[longer[0]][2].isupper():
            scores[longer[0]] += scores.pop(short)
    key = max(scores, key=lambda each: scores[each])
    alone = len(scores) == 1 and case.process.startswith("US_")
    if scores[key] < (1 if alone else 2):
        return None
    start, end, name = first[key]
    return case.fact("addressee", _tidy(name), start, end, 0.92)


_LEADS = re.compile(
    r"^.*\b(?:BY|PREMISES|CONTROLLED|STORED AT|RECORDS OF|ASSOCIATED WITH|ACCOUNTS? OF|TO)\s+"
)
_SIGNS_BEFORE = (
    (_TO, 8),
    (re.compile(r"\b(?:TO|To)\s*:\s*$"), 8),
    (_ROLE, 3),
    (re.compile(r"c/o\s*$"), -8),
)
_SIGNS_AFTER = (
    (
        re.compile(
            r"^[\s,]+(?:shall|must|is\s+(?:hereby\s+)?(?:ordered|directed|commanded|required)"
            r"|(?:to\s+)?(?:furnish|produce|disclose|provide|preserve)\b)",
            re.IGNORECASE,
        ),
        2,
    ),
    (_DEFINED, 4),
    (
        re.compile(
            r"^\s*,?\s*(?:\n\s*)?(?:Attn|ATTN|Attention|Custodian|c/o|Legal|Law Enforcement)"
        ),
        4,
    ),
)
_STREET = re.compile(r"^\s*\n?\s*\d{1,6}\s+[A-Z]")
_TO_HERE = re.compile(r"\s*(?:TO|To)\s*:\s*$")


def _score(case: Case, name: str, start: int, end: int) -> float:
    """How much the words around a company's name say that the paper is addressed to it."""
    line = case.document.places[case.document.line_at(start)]
    before, after = case.text[max(0, start - 70) : start], case.text[end : end + 160]
    begins = line.start >= start - 5
    score = 1.0 + 2 * (begins or bool(_TO_HERE.match(case.text[line.start : start])))
    score += max((weight for sign, weight in _SIGNS_BEFORE if sign.search(before)), default=0)
    score += sum(weight for sign, weight in _SIGNS_AFTER if sign.search(after))
    score += 2 * (begins and bool(_STREET.search(after)))
    return score - 8 * bool(_NOT.search(name) or re.search(r"c/o\s*$", before))


def _tidy(name: str) -> str:
    name = ordinary_case(name)
    return name if not re.search(r"\b(?:Inc|Corp|Co|Ltd)$", name) else name + "."


_TO_LINE = re.compile(
    r"(?:^|\n)\s*(?:TO|To)\s*:\s*(?P<name>[A-Z][\w&.,’' \-]{2,60}?)(?=\s*(?:\n|\t|,\s*(?:Attn|c/o|Custodian)|\())"
)
_EXECUTORS = re.compile(
    r"officer|sheriff|constable|agent|marshal|policem|detective|peace|any\b", re.IGNORECASE
)


def _at_to(case: Case) -> Fact | None:
    """A name after ``To:`` that carries no company form."""
    for paper in case.orders:
        for match in _TO_LINE.finditer(case.masked(paper)):
            if not _EXECUTORS.search(match["name"]):
                start = paper.start + match.start("name")
                return case.fact(
                    "addressee",
                    one_line(match["name"]).rstrip(","),
                    start,
                    paper.start + match.end("name"),
                    0.6,
                )
    return None
