"""The line items of the scope, in the order's words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lerdesk.domain.fact import Evidence
from lerdesk.intake.case import BLANK, Case, one_line
from lerdesk.intake.categories import categories
from lerdesk.intake.document import Document, Place
from lerdesk.intake.found import FoundIdentifier
from lerdesk.intake.identifiers import identifiers
from lerdesk.intake.instruments import instruments
from lerdesk.intake.papers import Paper, papers
from lerdesk.intake.periods import FoundPeriod, periods
from lerdesk.intake.proposed import ProposedDemand, ProposedPeriod
from lerdesk.intake.prose import in_prose, run_on
from lerdesk.intake.terms import date_issued
from lerdesk.intake.words import PageWords

__all__ = ["ProposedDemand", "ProposedPeriod", "demands", "demands_of"]

_MARK = re.compile(
    r"^(?P<mark>(?:(?:Part|Item|Request|Category|Demand|Paragraph)\s+(?:No\.\s*)?(?:[A-Z]|\d{1,2})\s?[.:)])"
    r"|\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\[\s?[xX✓✔]\s?\]|\(\s{0,2}[xX✓✔]\s{0,2}\)"
    r"|[☒☑✔•▪●◦·‣■›»>*\-–—])\s+(?=\S)"
)
_TICKED = re.compile(r"[\[(]\s{0,2}[xX✓✔]\s{0,2}[\])]|[☒☑✔]")
_HEADING = re.compile(
    r"^(?:[IVX]{1,4}[.:)]\s|SECTION\s|Section\s+[IVX\d]|PART\s|Part\s+[IVX\d]"
    r"|[A-H]\.\s+[A-Z][a-z]+(?:\s+\w+){0,8}\s*$|[A-Z][A-Z ,&/-]{8,}:?$)"
)
_SEIZED = re.compile(
    (
        r"seized\s+by|information\s+to\s+be\s+seized|evidence,?\s+(?:fruits|and\s+instrumentalit)"
        r"|constitutes?\s+(?:fruits|evidence)|items\s+to\s+be\s+seized\s+by|matters\s*:|search\s+procedure"
        r"|filter"
    ),
    re.IGNORECASE,
)
#: an item that is the heading of what the officers take for themselves
_TAKEN = re.compile(r"\bto\s+be\s+seized\s+by|\bseized\s+by\s+the\b", re.IGNORECASE)
_DISCLOSED = re.compile(
    (
        r"disclos|produc|provid(?:e|ed|ing)\b|furnish|turn\s+over|records?\s+(?:to\s+be\s+)?(?:sought"
        r"|requested|produced)|preserv|documents\s+requested|information\s+(?:sought|requested)"
        r"|bring\s+with\s+you|obtain\s+(?:the\s+following|from)\b|\bsearch\s+and\s+seize\b|\bto\s+seize\b"
        r"|search\s+for\b|for\s+the\s+following|following\s+(?:records|information|documents|items"
        r"|property|data|described)|electronic\s+data"
    ),
    re.IGNORECASE,
)
_NOT_DATA = re.compile(
    (
        r"identification\s+of\s+(?:records|accounts?)|manner\s+of|instructions?|definitions?"
        r"|^\W*(?:[IVX]+\.|[A-Z]\.)?\s*the\s+accounts?\b|delivery\s+of|compliance"
        r"|property\s+to\s+be\s+searched|certif"
    ),
    re.IGNORECASE,
)
_COMMAND = re.compile(
    (
        r"\b(?:shall|must|it\s+is|(?:is|are|be|hereby|further)\s+ordered|commanded|supersedes?"
        r"|probable\s+cause|i\s+find|affidavit|the\s+court|pursuant\s+to|this\s+(?:order|warrant|subpoena)"
        r"|herein|you\s+(?:are|may|must))\b"
    ),
    re.IGNORECASE,
)
#: the paper's own day as the end of a period
_ITS_DATE = re.compile(r"\bdate\s+of\s+this\s+\w+", re.IGNORECASE)
# a numbered paragraph of the paper's own that asks for nothing: what it is, whom it concerns, when it is due
_CLAUSE = re.compile(
    r"^(?:(?:this|the)\s+(?:\w+\s+){0,2}(?:warrant|order|subpoena|request|letter)\s+(?:is|was|shall|may|applies|amends"
    r"|supersedes|concerns|covers)|the\s+(?:place|property|premises|person)\s+to\s+be\s+searched"
    r"|the\s+(?:records?|information|data)\s+(?:are|is|was|were)\s+(?:held|kept|stored|due|to\s+be|located)"
    r"|(?:to|from)\s*(?:\(|$)|(?:summons|subpoena|case|file)\s+n(?:umber|o\b)|issued\s+under|(?:person"
    r"|officer)\s+to\s+contact"
    r"|nothing\b|on\s+the\s+(?:sworn|affidavit))",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"^(?:The\s+.{0,50}?\b(?:shall|may|must)\b|The\s+(?:Provider|[Rr]ecipient|records|contents|government"
    r"|officer|Company)\b|This\s+(?:warrant"
    r"|subpoena|order|request|letter)|Please\b|If\b|You\s+(?:are|may|must)\b|IT IS|Date|Dated"
    r"|Sincerely|I\s+(?:declare|certify|request)|We\s+(?:request|ask)|Failure|In lieu|Notice|NOTICE"
    r"|Thank|(?:all\s+of\s+)?which\s+(?:are|is|constitut\w+)\s+(?:the\s+)?evidence)"
)


@dataclass
class _Item:
    start: int
    end: int
    indent: float
    number: str


def demands(pages: Sequence[PageWords]) -> tuple[ProposedDemand, ...]:
    """The demands of a file's pages; empty where no process is found."""
    document = Document(pages)
    found = papers(document)
    process = instruments(found)
    if not process:
        return ()
    case = Case(document, found, process)
    issued = date_issued(case)
    return tuple(demands_of(case, identifiers(case), periods(case, issued[1] if issued else None)))


def demands_of(
    case: Case, named: list[FoundIdentifier], spans: list[FoundPeriod]
) -> list[ProposedDemand]:
    """The demands of a case whose identifiers and periods are known."""
    asking = [paper for paper in case.orders if not _is_silence(case, paper)]
    items = [item for paper in asking for item in _items(case, paper)]
    if not items:
        items = [item for paper in asking for item in _unasked(case, paper)]
    items = [item for item in items if not _names_account(case, item, named)]
    if not any(categories(_words(case, item)) for item in items) or _is_scrap(items):
        items = [
            _Item(each.start, each.end, 0.0, each.number) for _, each in in_prose(case, asking)
        ] or items
    out: list[ProposedDemand] = []
    seen: set[str] = set()
    only_period = spans[0].period if len(spans) == 1 else None
    for item in items:
        words = _words(case, item)
        inside = _inside(item, named)
        key = re.sub(r"\W", "", words).lower()
        if key in seen:
            continue
        seen.add(key)
        ids = categories(words)
        own = next((s.period for s in spans if item.start <= s.start < item.end), None)
        out.append(
            ProposedDemand(
                number=item.number or str(len(out) + 1),
                words=words,
                category=ids[0] if ids else None,
                categories=ids,
                evidence=_evidence(case, item),
                identifiers=tuple(inside or [each.words for each in named]),
                period=own or only_period,
            )
        )
    return out


def _inside(item: _Item, named: list[FoundIdentifier]) -> list[str]:
    return [each.words for each in named if item.start <= each.start < item.end]


def _names_account(case: Case, item: _Item, named: list[FoundIdentifier]) -> bool:
    """Whether an item is an account, not what is asked of it."""
    words = _words(case, item)
    return bool(_inside(item, named)) and not _DATA.search(words) and len(categories(words)) < 2


def _is_scrap(items: list[_Item]) -> bool:
    """A number at a line's head that belongs to a list within the sentence, or to no list."""
    first = items[0].number
    return len(items) == 1 and first.isdigit() and int(first) > 1


def _is_silence(case: Case, paper: Paper) -> bool:
    return any(each.paper is paper and each.process == "US_NDO_2705B" for each in case.instruments)


def _evidence(case: Case, item: _Item) -> Evidence:
    text = case.text
    start = item.start
    match = _MARK.match(text[start : start + 12])
    return case.document.evidence(start + (match.end() if match else 0), item.end)


def _words(case: Case, item: _Item) -> str:
    words = one_line(case.text[item.start : item.end])
    ticked = (first := _MARK.match(words)) and _TICKED.fullmatch(first["mark"])
    words = _MARK.sub("", words)
    if ticked:
        words = _MARK.sub("", words)  # the item's own number after its box
    words = re.sub(r"[;,.]?\s*(?:;|,)?\s*\b(?:and|or)\s*$", "", words)
    return words.rstrip(" ;.,:")


class _Walk:
    """Goes down a paper's lines and picks the items of lists that ask for data."""

    def __init__(self, case: Case, paper: Paper, *, asking: bool) -> None:
        self._case = case
        self._attached = paper.role == "attachment"
        self._asking = asking or (self._attached and not _seizes(case, paper))
        self._open: _Item | None = None
        self.found: list[_Item] = []
        for place in paper.places:
            plain = case.text[place.start : place.end].strip()
            if plain and not place.line.column:
                self._line(place, plain)

    def _line(self, place: Place, plain: str) -> None:
        mark = _MARK.match(plain)
        if _is_turn(plain, mark) and not self._turn(plain, mark):
            return
        if mark and _TAKEN.search(plain[:80]) and not _BY_COMPANY.search(plain):
            self._open, self._asking = None, False
            return
        if mark and self._asking:
            ticked = _TICKED.fullmatch(mark["mark"])
            number = "" if ticked else mark["mark"].strip("().-–—•▪●◦·‣■›»>*")
            self._open = _Item(place.start, place.end, place.line.box[0], number)
            self.found.append(self._open)
        elif self._open is not None and not self._ends(self._open, place, plain):
            self._open.end = place.end
        else:
            self._open = None
            if _DISCLOSED.search(plain) and not _SEIZED.search(plain):
                self._asking = True
            elif _SEIZED.search(plain) and self._attached:
                self._asking = False

    def _turn(self, plain: str, mark: re.Match[str] | None) -> bool:
        """What a heading turns the following lines into; whether it may be an item itself."""
        self._open = None
        seized = _SEIZED.search(plain) and not _BY_COMPANY.search(plain)
        if seized or _NOT_DATA.search(plain):
            self._asking = False
            return False
        if _DISCLOSED.search(plain):
            self._asking = True
        whole = not plain.endswith(":") and len(plain.split()) >= 3
        return mark is not None and whole and bool(categories(plain))

    def _ends(self, item: _Item, place: Place, plain: str) -> bool:
        so_far = self._case.text[item.start : item.end].rstrip()
        if _ENDS.match(plain) and (so_far.endswith((".", ";", ":")) or plain[:1].islower()):
            return True
        last = self._case.document.places[self._case.document.line_at(item.end - 1)]
        before = last.line.box
        outside = place.line.box[0] <= item.indent + 2
        if outside and plain[:1].isupper() and self._case.had_room(last, place):
            return True
        if not so_far.endswith("."):
            return False
        if plain[:1].isupper() and self._case.had_room(last, place):
            return True
        # a new paragraph, its first line drawn in
        apart = place.line.box[1] - before[3] > 0.45 * (before[3] - before[1])
        return outside or (apart and plain[:1].isupper())


_BY_COMPANY = re.compile(
    r"disclosed\s+by|produced\s+by|provided\s+by|by\s+the\s+provider", re.IGNORECASE
)
#: the end of the words above a list
_BRINGS_IN = re.compile(
    r":\s*\Z|\b(?:listed|described|named|stated|set\s+(?:out|forth))\s+(?:here\s+)?below\b[^:]*\Z",
    re.IGNORECASE,
)
_DATA = re.compile(
    r"\b(?:records?|information|data|contents?|logs?|histor\w+|messages?|communications?|files?|copies|list|details?"
    r"|names?(?!\s+[“\"]|\s+is\b)|address(?:es)?\s+(?:and|of)|orders?|purchases?|all|every|documents?|photo\w*"
    r"|recordings?)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"(?:all|any|every|each|the|records?|information|copies|documents?|a\s+list)\b", re.IGNORECASE
)


def _items(case: Case, paper: Paper) -> list[_Item]:
    """List items below a heading or sentence that asks for data, until what is not asked of the company."""
    return _picked(case, paper, _Walk(case, paper, asking=False).found)


def _unasked(case: Case, paper: Paper) -> list[_Item]:
    """A list of data below words that are not known to ask for any: most of it must be categories."""
    lists: list[list[_Item]] = []
    for item in _Walk(case, paper, asking=True).found:
        if lists and not case.text[lists[-1][-1].end : item.start].strip(f"{BLANK} .\n\t"):
            lists[-1].append(item)
        elif _BRINGS_IN.search(
            case.text[max(0, item.start - 260) : item.start].rstrip(f"{BLANK}. \n\t")
        ):
            lists.append([item])
    kept: list[_Item] = []
    for each in lists:
        known = [item for item in each if categories(_words(case, item))]
        if len(known) >= max(2, 0.6 * len(each)):
            kept += _picked(case, paper, known)
    return kept


def _picked(case: Case, paper: Paper, found: list[_Item]) -> list[_Item]:
    """Those of a walk's items that are demands."""
    kept: list[_Item] = []
    parent = ""
    for item in _split(case, found):
        words = one_line(case.text[item.start : item.end])
        if words.endswith(":"):
            parent = item.number
            continue
        body = _MARK.sub("", words)
        known = bool(categories(body))
        if _CLAUSE.match(body):
            continue
        follows = bool(kept) and _follows(kept[-1].number, item.number)
        if not known and not follows and not _OPENS.match(body):
            continue
        if _COMMAND.search(_ITS_DATE.sub("", body)) and (paper.role != "attachment" or not known):
            continue
        if parent and item.number.isdigit() and parent.isalpha():
            item.number = f"{parent}.{item.number}"
        kept.append(item)
    return kept


def _follows(before: str, number: str) -> bool:
    """Whether a mark goes on in the list of the one before: what stands in a list of demands is one."""
    last = before.rsplit(".", 1)[-1]
    if last.isdigit() and number.isdigit():
        return int(number) == int(last) + 1
    return len(last) == len(number) == 1 and ord(number) == ord(last) + 1


def _is_turn(plain: str, mark: re.Match[str] | None) -> bool:
    """Whether a line is a heading that may turn what follows into something else."""
    if len(plain) > 110:
        return False
    if _HEADING.match(plain):
        return True
    return (
        mark is None
        and len(plain.split()) <= 10
        and plain[:1].isupper()
        and bool(_NOT_DATA.search(plain) or _SEIZED.search(plain))
        and not plain.endswith((".", ",", ";"))
    )


def _seizes(case: Case, paper: Paper) -> bool:
    """An attachment that says only where to search, not what to produce."""
    head = one_line(case.masked(paper)[:300])
    return bool(
        re.search(r"property\s+to\s+be\s+searched|place\s+to\s+be\s+searched", head, re.IGNORECASE)
    ) and not _MARK.search(head)


def _split(case: Case, items: list[_Item]) -> list[_Item]:
    """Items that a list within the sentence follows on from, each by itself."""
    out: list[_Item] = []
    for item in items:
        run = [
            _Item(each.start, each.end, 0.0, each.number)
            for each in run_on(case.text, item.start, item.end)
        ]
        out += run if len(run) > 1 and run[0].number == item.number else [item]
    return out
