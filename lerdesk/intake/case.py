"""What every field looks at: the file, its papers, which of them is the process, and what to leave out."""

import re
from functools import cached_property

from lerdesk.domain.fact import Fact, JsonValue
from lerdesk.intake.document import Document, Place
from lerdesk.intake.instruments import Instrument
from lerdesk.intake.papers import Paper

_OPEN_BOX = re.compile(r"[☐□▢❏❑]|\[\s{0,3}\](?!\w)|(?<![\w)])\(\s{1,3}\)(?=\s)")
_ANY_BOX = re.compile(
    r"[☐□▢❏❑☒☑✓✔■⊠✗✘]|\[\s{0,3}[xX✓✔]?\s{0,3}\]|(?<![\w)])\(\s{0,2}[xX]?\s{0,2}\)(?=\s)"
)
_BOX_ENDS = re.compile(
    r"\n(?=\s*(?:Date|Dated|City|IT IS|YOU ARE|To\b|TO\b|Signed|ATTACHMENT|\d{1,2}\.|\([a-z0-9]\)))"
)
#: a sentence that is over, not an abbreviation that a line happens to end with
_SENTENCE_OVER = re.compile(r"(?<![A-Z]\.[A-Z])(?<!\b[A-Z])\.[”\")]*\s*$")
_BOX_CHARS = 700
#: stands for what is blanked out: neither a space nor a letter, so that no pattern runs over it
BLANK = "\u2063"


class Case:
    """A file in which process was found.

    Attributes:
        document: the file.
        papers: all its papers.
        instruments: those that are process, the main one first.
    """

    def __init__(
        self, document: Document, found: list[Paper], instruments: list[Instrument]
    ) -> None:
        self.document = document
        self.papers = found
        self._right_edges: dict[int, float] = {}
        self.instruments = sorted(instruments, key=lambda each: each.process == "US_NDO_2705B")

    @property
    def main(self) -> Paper:
        """The paper of the main instrument."""
        return self.instruments[0].paper

    @property
    def process(self) -> str:
        """The main instrument's kind."""
        return self.instruments[0].process

    @cached_property
    def text(self) -> str:
        """The file's words with what unticked boxes offer blanked out, place by place the same."""
        text = self.document.text
        parts: list[str] = []
        at = 0
        for box in _OPEN_BOX.finditer(text):
            if box.start() < at:
                continue
            limit = self._option_end(box.start(), min(len(text), box.end() + _BOX_CHARS))
            following = _ANY_BOX.search(text, box.end(), limit)
            ending = _BOX_ENDS.search(text, box.end(), limit)
            ends = [m.start() for m in (following, ending) if m is not None]
            end = min(ends, default=limit)
            blanked = re.sub(r"[^\n\t]", BLANK, text[box.start() : end])
            # a sentence of its own: what stands before does not run on into what follows
            closed = re.sub(rf"{BLANK}(\s*)$", r".\1", blanked)
            parts += [text[at : box.start()], closed]
            at = end
        parts.append(text[at:])
        return "".join(parts)

    def _option_end(self, box: int, limit: int) -> int:
        """Where the option printed beside a box ends: with the last line that goes on from the box's own."""
        places = self.document.places
        number = self.document.line_at(box)
        while number + 1 < len(places) and places[number].end < limit:
            if not self._goes_on(places[number], places[number + 1]):
                return places[number].end
            number += 1
        return limit

    def _goes_on(self, line: Place, after: Place) -> bool:
        """Whether a line's sentence goes on in the next: it is not over, or the next word had no room left."""
        here, there = line.line.box, after.line.box
        if line.line.page != after.line.page or there[1] - here[3] > 1.1 * (here[3] - here[1]):
            return False
        if _SENTENCE_OVER.search(self.document.text, line.start, line.end):
            return False
        small = self.document.text[after.start : after.start + 1].islower()
        wide = here[2] > 0.75 * self._right_edge(line.line.page)
        return (small and wide) or not self.had_room(line, after)

    def had_room(self, line: Place, after: Place) -> bool:
        """Whether a line ended of its own will: the next one's first word, on the same page, had room left."""
        word = after.line.tokens[0].box
        end = line.line.box[2] + 3 + word[2] - word[0]
        return line.line.page == after.line.page and end <= self._right_edge(line.line.page)

    def _right_edge(self, page: int) -> float:
        """How far to the right the page's lines reach."""
        if page not in self._right_edges:
            self._right_edges[page] = max(
                place.line.box[2] for place in self.document.places if place.line.page == page
            )
        return self._right_edges[page]

    @cached_property
    def relevant(self) -> list[Paper]:
        """Papers that speak for the process: instruments, their attachments, the cover letter."""
        instruments = [each.paper for each in self.instruments]
        return [
            paper
            for paper in self.papers
            if paper.role == "attachment"
            or paper in instruments
            or paper.calls_witness
            or (paper.role == "paper" and paper.is_letter)
        ]

    @cached_property
    def orders(self) -> list[Paper]:
        """Instruments and attachments: what binds, without the cover letter."""
        instruments = [each.paper for each in self.instruments]
        return [p for p in self.relevant if p in instruments or p.role == "attachment"]

    def masked(self, paper: Paper) -> str:
        """A paper's words without what unticked boxes offer."""
        return self.text[paper.start : paper.end]

    def fact(self, field: str, value: JsonValue, start: int, end: int, confidence: float) -> Fact:
        """A fact that the words from ``start`` to ``end`` show."""
        return Fact(field, value, confidence, self.document.evidence(start, end))

    def sentence(self, offset: int) -> tuple[int, int]:
        """Start and end of the sentence around a place, at most some lines long."""
        return sentence_around(self.text, offset)


_STOPS = re.compile(
    r"(?<![A-Z])(?<!\bNo)(?<!\bInc)(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bvs)(?<!\bSec)(?<!\bArt)"
    r"(?<!\bCal)(?<!\bDet)(?<!\bSgt)(?<!\bLt)(?<!\bCpl)(?<!\bCapt)(?<!\bInv)(?<!\bOfc)(?<!\bHon)[.!?][”\"')]*\s+(?=[A-Z(“\"])|[;:]\s*\n"
    r"|\n(?=\s*(?:\(?(?:[a-z]{1,3}|\d{1,2})[.)]|[A-Z]\.|•)\s)"
)
_WINDOW = 900


def sentence_around(text: str, offset: int) -> tuple[int, int]:
    """Start and end of the sentence that holds ``offset``."""
    low = max(0, offset - _WINDOW)
    start = low
    # one character more, for what a stop must be followed by
    for stop in _STOPS.finditer(text, low, offset + 1):
        if stop.end() <= offset:
            start = stop.end()
    ending = _STOPS.search(text, offset, min(len(text), offset + _WINDOW))
    end = ending.start() + 1 if ending else min(len(text), offset + _WINDOW)
    return start, end


def one_line(text: str) -> str:
    """Words with single spaces."""
    return " ".join(text.replace(BLANK, " ").split())


def last_line(case: Case, start: int, words: str) -> str:
    """Without the short lines above it: in an address each line stands for itself."""
    while "\n" in words:
        line = case.document.places[case.document.line_at(start)]
        if line.line.column or line.end - line.start > 60:
            break
        head, words = words.split("\n", 1)
        start += len(head) + 1
    return words


_SMALL = frozenset(
    {"of", "for", "the", "and", "in", "on", "at", "to", "by", "with", "from", "a", "an"}
)
_KEPT = frozenset(
    {
        "US",
        "U.S.",
        "USA",
        "FBI",
        "IRS",
        "DEA",
        "ICE",
        "HSI",
        "ATF",
        "LLC",
        "LLP",
        "L.P.",
        "II",
        "III",
        "IV",
        "N.A.",
        "AWS",
    }
)


def ordinary_case(text: str) -> str:
    """Words printed in capitals in ordinary case; others as they are."""
    letters = [char for char in text if char.isalpha()]
    if not letters or sum(char.isupper() for char in letters) / len(letters) < 0.7:
        return text
    words = text.split()
    out = []
    for number, word in enumerate(words):
        bare = word.strip(",;:()")
        if bare in _KEPT or re.fullmatch(r"(?:[A-Z]\.)+", bare):
            out.append(word)
        elif number and bare.lower() in _SMALL:
            out.append(word.lower())
        else:
            out.append(re.sub(r"[^\W\d_]+(?:[’'](?=s\b))?", _capital, word, flags=re.IGNORECASE))
    return " ".join(out)


def _capital(match: re.Match[str]) -> str:
    word = match[0]
    if len(word) > 4 and word[:2].upper() == "MC":
        return "Mc" + word[2:].capitalize()
    if match.start() and match.string[match.start() - 1].isdigit():
        return word.lower() if word.upper() in {"ST", "ND", "RD", "TH"} else word
    if word.lower() == "s" and match.start() and match.string[match.start() - 1] in "’'":
        return "s"
    return word.capitalize()
