"""Tables of a paper: rows under headings that say what each column holds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lerdesk.intake.case import Case
from lerdesk.intake.document import Place
from lerdesk.intake.papers import Paper

_HEADS = (
    (re.compile(r"^(?:\w+\s+)?from(?:\s+date)?$|^(?:start|begin)\w*(?:\s+date)?$"), "from"),
    (re.compile(r"^(?:\w+\s+)?(?:to|through|thru|until)(?:\s+date)?$|^end\w*(?:\s+date)?$"), "to"),
    (re.compile(r"\bdates?\b|\bperiod\b|time\s*frame"), "dates"),
    (re.compile(r"e-?mail"), "email"),
    (re.compile(r"phone|mobile|cell"), "phone"),
    (
        re.compile(
            r"(?:customer|account|seller|user|merchant|member|client)\s*(?:id|number|no|identifier|#|token|code|reference)"
        ),
        "account_id",
    ),
    (
        re.compile(r"^(?:target\s+)?accounts?(?:\s*(?:/|or|and)\s*users?(?:\s*names?)?)?$"),
        "account",
    ),
    (re.compile(r"^(?:identifiers?|selectors?)$"), "account"),
    (
        re.compile(
            r"^(?:what\s+(?:is|are)\s+)?(?:data|records|information|items?)?\s*(?:sought|requested|demanded|required|to\s+be\s+\w+)$"
        ),
        "asked",
    ),
    (re.compile(r"user\s*names?|screen\s*names?|handle|login|^users?$"), "handle"),
    (re.compile(r"order"), "order_number"),
    (re.compile(r"serial|device"), "device_serial"),
    (re.compile(r"display|shop|store"), "other"),
    (re.compile(r"^name|account\s*holder|subscriber|registered|^subject$"), "person"),
)
#: a line that ends as a sentence does, not with "no."
_ENDED = re.compile(r"(?:(?<!\b[Nn]o)\.|:)\s*$")


@dataclass(frozen=True)
class Cell:
    """Words of one cell and their place in the text; ``kind`` is what the heading says that they are."""

    kind: str
    words: str
    start: int
    end: int


def head_kind(words: str) -> str | None:
    """What a heading or a label names; None where it is neither."""
    plain = words.strip(" :.").lower()
    if len(plain) > 40 or re.search(r"\d{3}|@", plain):
        return None
    return next((kind for pattern, kind in _HEADS if pattern.search(plain)), None)


def cells(case: Case, place: Place) -> list[tuple[float, int, int, str]]:
    """A line's pieces between wide spaces: left edge, place in the text, words."""
    if not place.line.gaps:
        return [
            (place.line.box[0], place.start, place.end, case.text[place.start : place.end].strip())
        ]
    found = []
    for match in re.finditer(r"[^\t]+", case.text[place.start : place.end]):
        start, end = place.start + match.start(), place.start + match.end()
        tokens = case.document.tokens(start, end)
        if tokens and match[0].strip():
            found.append((tokens[0].box[0], start, end, match[0].strip()))
    return found


def rows(case: Case, paper: Paper) -> Iterator[list[Cell]]:
    """The cells of each row of each table; the row of headings itself is none."""
    heads: list[tuple[float, str]] = []
    for place in paper.places:
        pieces = cells(case, place)
        kinds = [head_kind(words) for _, _, _, words in pieces]
        if sum(kind is not None for kind in kinds) >= 2 and len(set(kinds)) >= 2:
            heads = [(piece[0], kind or "") for piece, kind in zip(pieces, kinds, strict=True)]
            continue
        if not heads:
            continue
        text = case.text[place.start : place.end]
        if len(pieces) < 2 and (len(text) >= 60 or _ENDED.search(text)):
            heads = []
            continue
        row = _row(case, place, pieces, heads)
        if row:
            yield row


def _row(
    case: Case,
    place: Place,
    pieces: list[tuple[float, int, int, str]],
    heads: list[tuple[float, str]],
) -> list[Cell]:
    """By their order where there are as many as headings, else by the heading that each word stands under."""
    if len(pieces) == len(heads):
        return [
            Cell(kind, words, start, end)
            for (_, start, end, words), (_, kind) in zip(pieces, heads, strict=True)
            if kind
        ]
    found: list[list[int]] = [[] for _ in heads]
    at = place.start
    for token in place.line.tokens:
        column = max(
            (n for n, (left, _) in enumerate(heads) if left <= token.box[0] + 6), default=0
        )
        found[column] += [at, at + len(token.text)]
        at += len(token.text) + 1
    return [
        Cell(kind, case.text[min(places) : max(places)].strip(), min(places), max(places))
        for places, (_, kind) in zip(found, heads, strict=True)
        if places and kind
    ]
