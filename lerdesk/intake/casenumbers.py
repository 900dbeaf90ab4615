"""Docket, warrant, subpoena and file numbers of the matter itself."""

import re
from dataclasses import dataclass

from lerdesk.domain.fact import Fact
from lerdesk.intake.case import Case
from lerdesk.intake.dates import parse

_VALUE = (
    r"(?-i:\d{2,4} [A-Z]{1,4} \d{2,7}(?:-\d{1,4})?(?![\w\-])"
    r"|(?:[A-Z]{1,6}[ \-]?)?(?=[\w\-/:.]*\d)[A-Z0-9](?:[A-Za-z0-9\-/:.]*[A-Za-z0-9])"
    r"?(?:[ \-](?:[A-Z]{2,4}|\([A-Z]{2,4}\))(?![\w]))?)"
)
_LABELLED = re.compile(
    r"\b(?P<label>(?:(?:Case|Cause|Docket|Subpoena|Summons|Demand|Citation|CID|Warrant"
    r"|Search\s+Warrant|SW|GJ|Grand\s+Jury(?:\s+Subpoena)?|Misc(?:ellaneous)?\.?"
    r"|M\.?B\.?D\.?|Mag(?:istrate)?\.?|Agency|Incident|Report|File|Matter|Investigation|Investigative|Inv"
    r"|Control|Complaint|Reference|Ref|Criminal|Civil|Index|Indictment|Order|Crim|DR|CR|Event|USAO"
    r"|Our|UID|URN|ICR|OCA|RD|GO|SGJ|Offense(?:\s+(?:Report|Rpt\.?))?|Police\s+Report|[A-Z]{2,6}\s+Case)"
    r"[\s.]*(?:Action|Case|File|Ref(?:erence)?)?\s*(?:Numbers?|Nos?\b\.?|#|Num\.?)(?:\s*\([A-Za-z ]{4,30}\))?\s*:?"
    r"|(?:Our\s+(?:Ref(?:erence)?|File)|Case|Reference|Ref|Agency\s+Case|Docket|Cause|Investigation)"
    r"\s*\.?\s*:"
    r"|(?:Subpoena|Summons|Warrant|Complaint|Report|Incident|Offense|File|In\s+Reference\s+To|Case\s+ID|Event|URN|OCA|ICR)\s*:"
    r"|(?:Case|File|Complaint|Incident|DR|UID|Rpt\.?|URN|ICR|Report|Inv\.|reference|SGJ)"
    r"(?=\s+(?-i:(?:[A-Z]{1,6}[ \-]?)?(?:\d[\dA-Z]*-(?:[A-Z]{1,4}-){0,2}\d|\d{2}[A-Z]\d{5,})))"
    r"|(?<![\w.'’])N[oO]s?\.))"
    rf"[\s:#]*(?:\n\s*)?(?P<value>{_VALUE})",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"\b\d{1,2}:\d{2}-?(?:mj|mc|cr|sw|cv|gj|ms|mi|sc|sp|sm)-?\d{3,6}"
    r"(?:-[A-Z]{2,4}(?:-[A-Z]{2,4})?\b|\s?\([A-Z]{2,4}\)|\b)"
    r"|(?<![\w\-:])\d{2}-(?:mj|mc|sw|ms|mi)-\d{1,5}(?:-[A-Z]{2,4}(?![\w\-])|\s?\([A-Z]{2,4}\)|(?![\w\-]))",
    re.IGNORECASE,
)
#: a State court's docket beside its caption, a local agency's file by the letters of its name
_UNLABELLED = re.compile(
    r"(?<![\w\-])(?:\d{2}\s(?:CRS|CR|CF|SW|GJ|SP|MR|MISC)\s\d{3,7}|20\d{2}(?:SW|CR|CF|GJ|MR|SP)\d{4,7}"
    r"|\d{2,4}-GJ-\d{2,6}|[A-Z]{1,4}(?:PD|SO|SP)\s\d{2}-\d{4,7})(?![\w\-])"
)
#: a file number that a letter's subject ends with
_IN_SUBJECT = re.compile(
    r"(?:^|\n)\s*(?:RE|Re|SUBJECT|Subject)\s*[:\t][^\n]{0,90}?"
    r"(?P<value>(?<![\w\-])[A-Z]{1,6}[\- ]?\d{2,4}-\d{3,8})(?![\w\-])"
)
#: prosecutors' offices number their files by year alike: 2026R00417
_OFFICE_FILE = re.compile(r"(?<![\w\-])20\d{2}R\d{5}(?:-\d{1,4})?(?!\w)")
_OTHERS = re.compile(
    r"(?:judge|justice|clerk|officer|witness)[’']s\s+n|bar\s+(?:no|number)|\bWSBA|\bSBN|state\s+bar|badge|phone|\bfax\b|your\s+(?:ref|file|p\.?o)"
    r"|order\s+number|loyalty|rewards?|account|customer|seller|merchant|\buser|member|vendor|buyer|client|device|serial|tracking|courtroom"
    r"|original\s+warrant|supersed|previous(?:ly)?|earlier|prior\s+(?:warrant|order|subpoena)|related"
    r"|other\s+matter|OMB|form|public\s+law|suite|room|rev\.|page|id\s+no|employee|certificate\s+no"
    r"|license|registration|exhibit|attachment\s+no|invoice|p\.?\s?o\.?\s+box|gift\s+card|telephone"
    r"|cell",
    re.IGNORECASE,
)
_REFERS = re.compile(
    (
        r"(?:supersed\w+|replac\w+|amend\w+|original|earlier|prior|previous(?:ly)?|related(?:\s+case)?"
        r"|separate|different|another)\b[^.;]{0,140}$"
    ),
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Number:
    value: str
    start: int
    end: int
    strong: bool


def case_numbers(case: Case) -> list[Fact]:
    """The matter's own numbers, each once, in the form that says most."""
    found: list[_Number] = []
    for paper in case.relevant:
        for match in _LABELLED.finditer(case.masked(paper)):
            number = _number(case, paper.start, match)
            if number:
                found.append(number)
    if not any(number.strong for number in found):
        for paper in case.relevant:
            for match in _PLAIN.finditer(case.masked(paper)):
                start = paper.start + match.start()
                if not _REFERS.search(case.text[max(0, start - 200) : start]):
                    found.append(_Number(match[0], start, paper.start + match.end(), strong=True))
    found += _office_files(case)
    found += _in_head(case)
    if not found and case.main.is_letter:
        found = _in_subject(case)
    kept: dict[str, _Number] = {}
    for number in found:
        key = _key(number.value)
        known = kept.get(key)
        fuller = known is not None and len(number.value) > len(known.value)
        if known is None or (fuller and _initials(number.value) and not _initials(known.value)):
            kept[key] = number
    facts = [
        case.fact("case_number", n.value, n.start, n.end, 0.95 if n.strong else 0.8)
        for n in kept.values()
    ]
    return facts or _stamped(case)


def _office_files(case: Case) -> list[_Number]:
    found = []
    for paper in case.relevant:
        for match in _OFFICE_FILE.finditer(case.masked(paper)):
            start = paper.start + match.start()
            if not _REFERS.search(case.text[max(0, start - 200) : start]):
                found.append(_Number(match[0], start, start + len(match[0]), strong=False))
    return found


def _in_head(case: Case) -> list[_Number]:
    """Numbers that stand without a label in the main instrument's caption."""
    found = []
    for match in _UNLABELLED.finditer(case.masked(case.main)[:1200]):
        start = case.main.start + match.start()
        line = case.document.places[case.document.line_at(start)]
        if line.end - line.start < 75 and not _REFERS.search(
            case.text[max(0, start - 200) : start]
        ):
            found.append(_Number(match[0], start, start + len(match[0]), strong=False))
    return found


def _in_subject(case: Case) -> list[_Number]:
    """The number that a letter's subject names without a label, unless it is an account's."""
    found = []
    for match in _IN_SUBJECT.finditer(case.masked(case.main)):
        start = case.main.start + match.start("value")
        if not _OTHERS.search(match[0]):
            found.append(_Number(match["value"], start, start + len(match["value"]), strong=False))
    return found


def _number(case: Case, base: int, match: re.Match[str]) -> _Number | None:
    text = case.text
    start = base + match.start("value")
    value = match["value"].rstrip(".:/-")
    line = case.document.places[case.document.line_at(start)]
    before = text[max(line.start, base + match.start() - 45) : base + match.start("value")]
    if match["label"].lower() in {"no.", "nos."}:
        # what kind of number it is may stand at the end of the line before
        before = text[max(0, base + match.start() - 24) : base + match.start("value")]
    if _OTHERS.search(before) or not re.search(r"\d", value) or len(re.sub(r"\W", "", value)) < 4:
        return None
    numbered = re.search(r"#|n[ou]\w*\.?\s*:?$", match["label"].strip(), re.IGNORECASE)
    if (parse(value) and not numbered) or re.match(r"(?:[A-Z]+ )?\d{3}-\d{7}-\d{7}", value):
        return None
    if _REFERS.search(text[max(0, base + match.start() - 200) : base + match.start()]):
        return None
    label = match["label"].strip().lower()
    cell = (
        text[max(line.start, text.rfind("\t", line.start, start)) : line.end]
        .strip("\t")
        .split("\t")[0]
    )
    in_prose = (
        len(cell) > 75 and line.line.column == "" and not label.startswith(("subpoena", "grand"))
    )
    if label in {"no.", "nos.", "order no.", "order number"} and in_prose:
        return None
    if len(re.sub(r"\D", "", value)) < 3:
        return None
    # words in capitals after the number that are no initials belong to the next thing
    trailing = re.search(r"\s\(?([A-Z]{2,4})\)?$", value)
    if trailing and (
        trailing[1] in {"TO", "THE", "AND", "FOR", "DATE", "IN", "ON", "OF", "RE", "AN", "IS", "AT"}
        or not (
            trailing[0].endswith(")") or re.search(r"[A-Za-z]|-\w+-", value[: trailing.start()])
        )
        or re.match(r"\s*(?:File|Case|N[oO]s?\.|#|:)", text[start + len(value) :][:12])
    ):
        value = value[: trailing.start()]
    if re.match(r"[a-z]", value) or re.match(r"(?:dated|issued|and|of)\b", value, re.IGNORECASE):
        return None
    return _Number(value, start, start + len(value), strong=not in_prose)


def _key(value: str) -> str:
    """The same docket in its different forms: year, kind and serial number."""
    match = re.search(r"(?:\d{1,2}:)?(?:20)?(\d{2})[-\s]?([A-Za-z]{2})[-\s]?0*(\d{2,6})", value)
    if match:
        return f"{match[1]}{match[2].lower()}{match[3]}"
    return re.sub(r"[\W_]", "", value).lower()


def _initials(value: str) -> bool:
    return bool(re.search(r"[-\s(][A-Z]{2,4}\)?$", value))


def _stamped(case: Case) -> list[Fact]:
    """The court's own filing line, where the paper says no number itself."""
    for line in case.document.aside:
        match = _PLAIN.search(line.text)
        if match:
            tokens = [
                token for token in line.tokens if match[0] in token.text or token.text in match[0]
            ]
            return [
                Fact(
                    "case_number",
                    match[0],
                    0.7,
                    case.document.evidence_of(tokens or list(line.tokens)),
                )
            ]
    return []
