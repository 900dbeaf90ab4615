"""Court and jurisdiction, from the caption."""

import re
from dataclasses import dataclass

from lerdesk.domain.fact import Fact
from lerdesk.intake import states
from lerdesk.intake.case import BLANK, Case, one_line, ordinary_case
from lerdesk.intake.document import Place
from lerdesk.intake.papers import Paper

_COURT = re.compile(r"\bCOURT\b")
_NOT_A_COURT = re.compile(
    r"CLERK|ORDER|WARRANT|\bTO\b.*APPEAR|JUDGE OF|FILED|COURTROOM|CASE\b|\bNO\.|SUBPOENA|PRESENT:"
    r"|JUSTICE OF|JUDGE,|COURT USE|COURTHOUSE",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^(?:(?:IN AND )?FOR\b|(?:[A-Z]+ )?DISTRICT OF\b|.{0,30}\bDISTRICT OF\b|.{0,40}\bDIVISION\b|(?:THE )?COUNTY OF\b"
    r"|.{0,30}\bCOUNTY\b|.{0,24}\bPARISH\b|OF THE\b|STATE OF\b|COMMONWEALTH OF\b|OF\b|IN THE\b"
    r"|.{0,30}\bJUDICIAL (?:CIRCUIT|DISTRICT)\b|.{0,20}\bDEPARTMENT\b|.{0,20}\bBRANCH\b|CRIMINAL TERM|PART \w+$"
    rf"|(?:STATE OF )?{states.STATE}$|AT [A-Z]+$|[A-Z ]+ (?:PART|TERM)$)",
    re.IGNORECASE,
)
_PARTY = re.compile(
    r"PLAINTIFF|DEFENDANT|\bV\.|MATTER OF|\bIN RE\b|PEOPLE OF|APPLICATION|^UNITED STATES OF AMERICA|GRAND JURY|TO:",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^(?:IN THE )?(?:SUPERIOR|DISTRICT|CIRCUIT|SUPREME|COUNTY|CRIMINAL|MUNICIPAL|JUSTICE) COURT,?$",
    re.IGNORECASE,
)
_PROSE = re.compile(
    r"\b(?:the\s+)?((?:United\s+States\s+District\s+Court|U\.S\.\s+District\s+Court)"
    rf"\s+for\s+the\s+[A-Z]\w+(?:\s+\w+)?\s+of\s+{states.STATE}"
    r"|\d{1,3}(?:st|nd|rd|th)\s+(?:Judicial\s+)?District\s+Court"
    r"|Court\s+of\s+Common\s+Pleas\s+(?:of|for)\s+(?:the\s+)?[A-Z]\w+\s+County"
    rf"|(?:[A-Z]\w+\s+){{0,3}}(?:Superior|Circuit|District|Supreme|County)\s+Court\s+(?:of|for"
    rf"|in\s+and\s+for)\s+(?:the\s+)?[A-Z][\w ,]{{3,60}}?(?:County|{states.STATE}))",
)


@dataclass(frozen=True)
class Court:
    """A court's name and its place in the text."""

    name: str
    start: int
    end: int


def court(case: Case) -> Court | None:
    """The court that issued the main instrument."""
    instruments = [each.paper for each in case.instruments]
    for paper in [*instruments, *case.papers]:
        if paper.role == "paper" and (found := _in_caption(case, paper)):
            return found
    for paper in instruments:
        if paper.is_letter:
            continue
        match = _PROSE.search(case.masked(paper))
        if match:
            start, end = paper.start + match.start(1), paper.start + match.end(1)
            return Court(ordinary_case(one_line(match[1])), start, end)
    return None


@dataclass(frozen=True)
class _Cell:
    """Words of a line up to the next wide space."""

    text: str
    start: int
    end: int
    place: Place
    left: float


_BOX = re.compile(r"\[\s?[xX]\s?\]|[☒☑✓✔]")


def _ticked(text: str) -> str:
    """A cell's words; of a row of boxes, those beside the ticked one."""
    if BLANK not in text:
        return text.strip()
    return _BOX.sub(" ", text.replace(BLANK, " ")).strip(" .")


def _cells(case: Case, places: list[Place]) -> list[_Cell]:
    found = []
    for place in places:
        at, token = place.start, 0
        for text in place.line.text.split("\t"):
            ticked = _ticked(case.text[at : at + len(text)])
            if ticked:
                left = place.line.tokens[token].box[0]
                found.append(_Cell(ticked, at, at + len(text), place, left))
            at += len(text) + 1
            token += len(text.split(" "))
    return found


def _in_caption(case: Case, paper: Paper) -> Court | None:
    cells = _cells(case, [place for place in paper.places[:70] if place.line.column != "left"])
    for number, cell in enumerate(cells):
        text = cell.text
        if not _COURT.search(text.upper()) or len(text) > 90 or _NOT_A_COURT.search(text):
            continue
        letters = [word for word in text.split() if word[:1].isalpha()]
        headed = all(
            word[0].isupper() or word.lower() in {"of", "the", "for", "and", "in"}
            for word in letters
        )
        if not headed or text.endswith((".", ";")):
            continue
        if number > 45 and paper.is_letter:
            return None
        return _whole(cells, number)
    return None


def _beyond_rule(cells: list[_Cell], cell: _Cell) -> bool:
    """Whether a cell stands to the right of the signs that divide a caption."""
    return any(
        other.place is cell.place and other.left < cell.left and other.text in {"§", ")", ":", "|"}
        for other in cells
    )


def _has_nearer(cells: list[_Cell], cell: _Cell, above: _Cell) -> bool:
    """Whether another cell of the same line stands right under the one above."""
    if _beyond_rule(cells, above) and not _beyond_rule(cells, cell):
        return True  # the caption's other side
    if above.left < 180:
        return False
    return any(
        other is not cell
        and other.place is cell.place
        and abs(other.left - above.left) < min(30.0, abs(cell.left - above.left))
        for other in cells
    )


#: a district court's number on the line above it
_NUMBERED = re.compile(r"(?:IN THE )?\d{1,3}(?:ST|ND|RD|TH) (?:JUDICIAL|CRIMINAL)$", re.IGNORECASE)
_UNFINISHED = re.compile(r"(?:\b(?:OF|FOR|THE|AND|IN)|,)$", re.IGNORECASE)


def _whole(cells: list[_Cell], number: int) -> Court:
    lines = [cells[number]]
    column = lines[0].place.line.column
    taken = {id(lines[0].place)}
    for cell in cells[number + 1 : number + 9]:
        before = lines[-1]
        if id(cell.place) in taken or _has_nearer(cells, cell, before):
            continue  # what stands beside the court's name
        goes_on = _GOES_ON.match(cell.text) or (
            _UNFINISHED.search(before.text) and cell.text[:1].isupper()
        )
        if (
            cell.place.line.page != before.place.line.page
            or cell.place.line.column not in {"", column}
            or not goes_on
            or _PARTY.search(cell.text)
            or len(cell.text) > 70
            or cell.place.line.box[1] - before.place.line.box[3] > 30
        ):
            break
        lines.append(cell)
        taken.add(id(cell.place))
    first = number
    if len(lines) == 1 and _BARE.match(lines[0].text):
        while first > 0 and re.match(
            r"^(?:STATE|COMMONWEALTH|COUNTY|CITY|PARISH) OF\b", cells[first - 1].text, re.IGNORECASE
        ):
            first -= 1
        lines = [*cells[first:number], *lines]
    over = next(
        (
            cell
            for cell in reversed(cells[:first])
            if cell.place is not lines[0].place
            and (abs(cell.left - lines[0].left) < 12 or _beyond_rule(cells, cell))
        ),
        None,
    )
    if over is not None and _NUMBERED.match(over.text):
        lines = [over, *lines]
    words = " ".join(one_line(cell.text) for cell in lines)
    words = re.sub(r"^(?:IN THE|BEFORE THE|THE)\s+", "", words, flags=re.IGNORECASE).rstrip(" ,:")
    return Court(_cased(words), lines[0].start, lines[-1].end)


def _cased(words: str) -> str:
    upper = sum(char.isupper() for char in words) / max(1, sum(char.isalpha() for char in words))
    if upper >= 0.7:
        return ordinary_case(words)
    # a form prints the court in capitals and the district in ordinary letters
    return re.sub(r"\b[A-Z]{3,}(?:\s+[A-Z]{2,})*\b", lambda m: ordinary_case(m[0]), words)


def jurisdiction(
    case: Case, found: Court | None, agency: tuple[str, int, int] | None
) -> Fact | None:
    """``US`` for a federal paper, the State's code for a State's, else the country's."""
    process = case.process
    if process.startswith("UK_"):
        place = case.main.places[0]
        return case.fact("jurisdiction", "GB", place.start, place.end, 0.9)
    if not process.startswith("US_"):
        return None
    if found is not None:
        if re.search(r"united states|u\.\s?s\.", found.name, re.IGNORECASE):
            return case.fact("jurisdiction", "US", found.start, found.end, 0.97)
        head = case.text[case.main.start : case.main.start + 2500]
        code = states.any_state(found.name) or states.state_in(head) or states.any_state(head)
        if code:
            return case.fact("jurisdiction", f"US-{code}", found.start, found.end, 0.93)
    text = case.text[case.main.start : case.main.end]
    if process in {"US_NSL", "US_GJ_FED", "US_SW_FED", "US_2703D", "US_PRTT", "US_TRIAL_CRIM_GOV"}:
        return case.fact(
            "jurisdiction", "US", case.main.places[0].start, case.main.places[0].end, 0.8
        )
    if "STATE" in process and (code := states.state_in(text) or states.any_state(text)):
        start, end = case.instruments[0].shown
        return case.fact("jurisdiction", f"US-{code}", start, end, 0.75)
    if agency is not None:
        from lerdesk.intake.agencies import is_federal

        name, start, end = agency
        head = case.text[case.main.start : start]
        if len(head) < 200 and (code := states.state_in(head)):
            return case.fact("jurisdiction", f"US-{code}", start, end, 0.85)
        if is_federal(name):
            return case.fact("jurisdiction", "US", start, end, 0.9)
        code = states.any_state(name) or states.state_in(text) or _letterhead_state(case.main)
        if code:
            return case.fact("jurisdiction", f"US-{code}", start, end, 0.8)
    return None


_ABBREVIATED = re.compile(r",\s*([A-Z]{2})\s+\d{5}\b")


def _letterhead_state(paper: Paper) -> str | None:
    """The State of the sender's own address: above the salutation, or below the closing."""
    lines = [place.line.text for place in paper.places]
    dear = next(
        (n for n, text in enumerate(lines) if text.startswith(("Dear", "To Whom", "Re:", "RE:"))),
        12,
    )
    address = next(
        (
            n
            for n, text in enumerate(lines[:dear])
            if re.search(r"\b(?:Inc|LLC|Corp|Ltd|L\.P)\b", text)
        ),
        dear,
    )
    for text in [*lines[:address], *lines[-12:]]:
        match = _ABBREVIATED.search(text)
        if match and match[1] in states.STATES.values():
            return match[1]
        if code := states.any_state(text):
            return code
    return None
