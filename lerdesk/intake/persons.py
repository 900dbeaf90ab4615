"""Persons whose data are demanded: by date of birth, by label, by what the words say of them."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lerdesk.intake.case import one_line, ordinary_case
from lerdesk.intake.dates import DATE
from lerdesk.intake.found import FoundIdentifier
from lerdesk.intake.papers import Paper
from lerdesk.intake.people import NAME, NAME_IN_TEXT

if TYPE_CHECKING:
    from lerdesk.domain.fact import JsonValue

_BORN = r"(?:\(?\s*(?:DOB|D\.O\.B\.|[Dd]ate\s+of\s+[Bb]irth|DATE OF BIRTH|[Bb]orn(?:\s+on)?|year\s+of\s+birth)\s*:?\s*)"
_PERSON = re.compile(
    rf"(?P<name>{NAME_IN_TEXT})[”\"]?\s*[,;(]?[”\"]?\s*{_BORN}(?P<dob>{DATE}|(?:XX|xx)[/\-](?:XX|xx)[/\-]\d{{4}}|\d{{4}})\)?"
)
_LABELLED_PERSON = re.compile(
    r"(?:^|\n)\s*(?:[\-•]\s*)?(?:Subject|SUBJECT|Target|Suspect|SUSPECT|Name|Account\s+[Hh]older"
    r"|Subscriber(?:\s+[Nn]ame)?|Customer(?:\s+[Nn]ame)?|User|Registered\s+(?:to|user))\s*(?:\(s\))"
    rf"?\s*[:\t]\s*(?P<name>{NAME})(?=\s*(?:[,;(\n\t]|$))"
)
#: a summons names at its head whom it is about, with where that person lives
_MATTER = re.compile(
    rf"(?:^|\n)\s*[Ii]n\s+the\s+[Mm]atter\s+of(?:\s+the\s+[Tt]ax\s+[Ll]iability\s+of)?\s*:?\s+(?P<name>{NAME})(?=,\s*\d)"
)
_PROSE_PERSON = re.compile(
    r"(?:accounts?\s+of(?:\s+\(\w\))?|subscribed\s+(?:to\s+)?by|registered\s+(?:to|in\s+the\s+name\s+of)|used\s+by|belonging\s+to"
    r"|in\s+the\s+name\s+of|under\s+the\s+names?(?:\s+of)?|held\s+by|controlled\s+by|believed\s+to\s+be|known\s+(?:to\s+(?:\w+\s+){1,3})?as|account\s+holder|customer"
    rf"|name(?:d)?)\s+(?P<name>{NAME_IN_TEXT})(?=\s*[,;(.])"
)
_CALLED = re.compile(
    r"(?:in|under)\s+the\s+names?|accounts?\s+of|registered\s+to|belonging\s+to|subscribed\b|used\s+by|believed\s+to\s+be|known\b",
    re.IGNORECASE,
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
        r"|Service|Attorney|Judge|Bank|Preservation|Extension|Request|Subpoena|Warrant|Records?|Notice|Information)\b"
    ),
    re.IGNORECASE,
)


#: the next of several, by number or letter
_NEXT = re.compile(rf"\s*[,;]?\s*(?:and\s+)?\(\w\)\s+(?P<name>{NAME})(?=\s*[,;(.]|\s+and\b)")


def _with_others(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """A pattern's matches, and in a list of persons those that follow: of (1) one, (2) another."""
    for first in pattern.finditer(text):
        match: re.Match[str] | None = first
        while match is not None:
            yield match
            match = _NEXT.match(text, match.end()) if pattern is _PROSE_PERSON else None


def persons(paper: Paper, text: str) -> list[FoundIdentifier]:
    """Persons that a paper names as targets, with birth and address as written."""
    found = []
    for pattern in (_PERSON, _LABELLED_PERSON, _MATTER, _PROSE_PERSON):
        for match in _with_others(pattern, text):
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
            # alone, only words that say that it is a name will do
            called = match.re is _NEXT or _CALLED.match(match[0])
            if pattern is _PROSE_PERSON and not (dob or address or called):
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
