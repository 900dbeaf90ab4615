"""Demands that stand in no list: those that run on within a sentence, or are one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lerdesk.intake.case import Case
from lerdesk.intake.categories import categories
from lerdesk.intake.papers import Paper

_MARK = re.compile(
    r"(?:(?<=[\s:;,])|^)(?P<mark>\((?:\d{1,2}|[a-z]|[A-Z]|[ivx]{1,4})\)|(?:\d{1,2}|[a-zA-Z])\))\s+"
)
#: words that bring in what is asked for
_ASKS = re.compile(
    r"\b(?:produce|provid(?:e|ing)|disclose|furnish|supply|turn\s+over|hand\s+over|preserve|seize|obtain"
    r"|deliver|bring(?:\s+with\s+you)?"
    r"|return|give)\b|(?:^|\n)\s*(?:records?|documents?|items?|information|data)\s*:"
    r"|\bto\s+be\s+searched\s+for\s+and\s+seized\b|\bsearch\b(?:[^.;:]|\.(?!\s+(?-i:[A-Z]))){0,160}?\bfor\s*:"
    r"|\bto\s+(?:keep|retain)\b|\bamong\s+other\s+things\b|\bnamely\b|\bconsisting\s+of\b|\b(?:records?|items?"
    r"|information|property|data)\s+(?:sought|required|requested|to\s+be\s+(?:seized|produced))"
    r"|\b(?:records?|information|data)\s+(?:\w+\s+){0,3}(?:should|shall|must|will|to)\s+include\b"
    r"|\bto\s+be\s+seized\b|\bsearch\s+(?:for|the\s+(?:following|records|electronic\s+records))\b"
    r"|\binclud(?:es?|ing)\s*(?::|(?=\((?:i|a|1)\)))"
    r"|\b(?:the|these)\s+following\b|\bsearch\s+and\s+seize\b|\bevidence\s+described\s+as\b|\bto\s+be\s+preserved\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:not|nor|without)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
#: what follows is no longer the demand itself
_OTHER_MATTER = re.compile(
    r"\b(?:pursuant\s+to|shall\s+not|must\s+not|not\s+to\s+(?:disclose|notify)|in\s+lieu|constitut\w+\s+evidence"
    r"|which\s+(?:are|is)\s+evidence|in\s+violation)\b",
    re.IGNORECASE,
)
#: characters of one demand: long forms name everything in a single sentence
_LONGEST = 2600
#: a sentence that breaks off here goes on
_OPEN_END = re.compile(r"(?:[;,]|\b(?:and|or))\s*\Z", re.IGNORECASE)
#: how far into a paper a demand is looked for that no word brings in
_SEARCHED = 12_000
#: the sentence lays the demand on the company
_DUTY = re.compile(
    r"\b(?:shall|must|should|(?:is|are)\s+(?:\w+\s+)?(?:ordered|required|commanded|directed|requested)|please|also)\b",
    re.IGNORECASE,
)
#: a sentence about how to answer, whom to call or whom not to tell, not about what is asked for
_NOT_MORE = re.compile(
    r"@|\d{3}[-.\s]\d{4}|certif|existence|notif|seal|questions|contact\b(?!\s+(?:data|info|tele))|format|attest"
    r"|not\s+required",
    re.IGNORECASE,
)

#: a sentence about silence or service, not about data
_OF_SILENCE = re.compile(
    r"existence|notif|\bseal|certif|\bmeans\s+(?:any|all|each|the)\b|serv(?:e|ed|ice)\s+(?:this|upon)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Stretch:
    """A demand's place in the text and its mark in the list, empty where it has none."""

    start: int
    end: int
    number: str


def run_on(text: str, start: int, end: int) -> list[Stretch]:
    """A list that runs on within a sentence: (1) names; (2) addresses."""
    marks = list(_MARK.finditer(text, start, end))
    if len(marks) < 2:
        return []
    ends = [mark.start() for mark in marks[1:]] + [end]
    known = [bool(categories(text[m.end() : last])) for m, last in zip(marks, ends, strict=True)]
    # where most of a list are demands, the rest are too, in words not known here
    every = sum(known) * 2 >= len(known)
    return [
        Stretch(mark.start(), last, mark["mark"].strip("()"))
        for mark, last, is_known in zip(marks, ends, known, strict=True)
        if is_known or (every and known[0])
    ]


def in_prose(case: Case, papers: list[Paper]) -> list[tuple[Paper, Stretch]]:
    """The sentence that asks for most, or the list that runs on in one."""
    found: list[tuple[int, Paper, Stretch]] = []
    for paper in papers:
        looked_at = -1
        for start, end in _asked(case, paper):
            run = run_on(case.text, start, end)
            if len(run) > 1:
                return [(paper, each) for each in run]
            if end == looked_at:
                continue  # a word further on in the same sentence asks for no more than it
            looked_at = end
            weight = len(categories(case.text[start:end]))
            if weight:
                found.append((weight, paper, Stretch(start, end, "")))
    if not found:
        found = _densest(case, papers)
        run = run_on(case.text, found[0][2].start, found[0][2].end) if found else []
        if len(run) > 1:
            return [(found[0][1], each) for each in run]
    found.sort(key=lambda each: -each[0])
    kept: list[tuple[Paper, Stretch]] = []
    for _, paper, each in found:
        if not kept or (_goes_further(case, kept, each) and paper is kept[0][0]):
            kept.append((paper, each))
    kept.sort(key=lambda each: each[1].start)
    return [(paper, Stretch(s.start, s.end, str(n))) for n, (paper, s) in enumerate(kept, 1)]


def _goes_further(case: Case, kept: list[tuple[Paper, Stretch]], other: Stretch) -> bool:
    """Whether another sentence of the same paper asks the company for something more."""
    if any(each.start < other.end and other.start < each.end for _, each in kept):
        return False
    first, last = case.sentence(other.start)
    if _NOT_MORE.search(case.text, first, last) or not _DUTY.search(case.text, first, other.start):
        return False
    known = {each for _, s in kept for each in categories(case.text[s.start : s.end])}
    return bool(set(categories(case.text[other.start : other.end])) - known)


def _end(case: Case, paper: Paper, start: int) -> int:
    """Where a demand that begins at ``start`` ends: with its sentence, on over lines that break within it."""
    text = case.text
    last = min(paper.end, start + _LONGEST)
    _, end = case.sentence(start)
    if text[start:end].rstrip().endswith(":"):
        _, end = case.sentence(min(end + 2, paper.end))
    while end < last and _goes_on(case, start, end):
        _, further = case.sentence(end + 1)
        if further <= end:
            break
        end = further
    return min(end, last)


def _goes_on(case: Case, start: int, end: int) -> bool:
    """Whether what was cut off at ``end`` goes on: mid-line, in a list, or where a full line broke."""
    text = case.text
    if (
        not text[start:end].rstrip().endswith((".", "!", "?", ";", ":"))
        and text[end : end + 1] != "\n"
    ):
        return not text[end : end + 1].isspace() or text[end + 1 : end + 2].islower()
    if not _OPEN_END.search(text, start, end):
        return False
    places = case.document.places
    number = case.document.line_at(end - 1)
    if number + 1 >= len(places):
        return False
    following = text[places[number + 1].start : places[number + 1].end].lstrip()
    return (
        bool(_MARK.search(text, start, end))
        or following[:1].islower()
        or not case.had_room(places[number], places[number + 1])
    )


def _densest(case: Case, papers: list[Paper]) -> list[tuple[int, Paper, Stretch]]:
    """The sentence that names the most kinds of data where no word is known to ask for any."""
    best: list[tuple[int, Paper, Stretch]] = []
    for paper in papers:
        at, last = paper.start, min(paper.end, paper.start + _SEARCHED)
        while at < last:
            end = max(_end(case, paper, at), at + 1)
            weight = len(categories(case.text[at:end]))
            if weight > 1 and not _OF_SILENCE.search(case.text, at, end):
                best.append((weight, paper, Stretch(at, end, "")))
            at = end
            while at < last and case.text[at].isspace():
                at += 1
    return [max(best, key=lambda each: each[0])] if best else []


def _asked(case: Case, paper: Paper) -> Iterator[tuple[int, int]]:
    """From each word that asks to the end of its sentence, or of the next where a colon ends it."""
    text = case.text
    for ask in _ASKS.finditer(case.masked(paper)):
        start = paper.start + ask.end()
        if _NEGATED.search(text[max(paper.start, start - len(ask[0]) - 24) : start - len(ask[0])]):
            continue
        end = _end(case, paper, start)
        other = _OTHER_MATTER.search(text, start, end)
        stop = other.start() if other else end
        while start < stop and not text[start].isalnum() and text[start] not in '(“"':
            start += 1
        if stop - start > 8:
            yield start, stop
