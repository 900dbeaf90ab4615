"""Which of a file's papers is legal process, and of which kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lerdesk.intake import states
from lerdesk.intake.papers import Paper

_COMMANDED = re.compile(
    r"you\s+(?:are|were)\s+(?:hereby\s+|therefore,?\s+|further\s+)*(?:commanded|ordered|directed|required|summoned"
    r"|instructed|authorized\s+and\s+(?:commanded|directed))"
    r"|\bit\s+is\s+(?:so\s+|hereby\s+|therefore\s+|further\s+|accordingly\s+|,\s*)*ordered"
    r"|\bso\s+ordered\b|\bcourt\s+(?:hereby\s+|therefore\s+)*orders\b|\bi\s+(?:hereby\s+)?(?:order|command)\b"
    r"|is\s+hereby\s+(?:ordered|commanded|directed)|(?:is|are)\s+(?:ordered|commanded|directed)"
    r"(?::|,)?\s+(?:\(?\w{1,2}[.)]\s+)?(?:not\s+)?to\b"
    r"|\bcourt\b(?:[^.]|\.(?! [A-Z][a-z])){0,160}\bcommands\b|\bwe\s+command\s+(?:that\s+)?you\b"
    r"|\bdo\s+hereby\s+(?:order|command)\b"
    r"|(?:shall|must)\s+not\s+(?:disclose|notify)|\bordered\s+(?:that|and\s+adjudged)",
    re.IGNORECASE,
)
_ITSELF = re.compile(
    r"^(?:(?:AMENDED|SECOND|FEDERAL|ELECTRONIC|CERTIFIED|STATE|COUNTY|ADMINISTRATIVE|GRAND JURY)\s+)*"
    r"(?:SEARCH\s+(?:AND\s+SEIZURE\s+)?|SEIZURE\s+)?(?:WARRANT|SUBPOENA)\b"
)
_BEFORE_JURY = re.compile(
    r"command(?:ed)?[^.]{0,200}\b(?:appear|attend|testify|produce)[^.]{0,160}\bgrand\s+jury\b",
    re.IGNORECASE,
)
_ORDER = re.compile(r"(?:SEALED |AMENDED |COURT |NON-?\s?DISCLOSURE |SECRECY |GAG )*ORDER\b")
_CAPTIONED = re.compile(r"(?:IN )?RE\b|IN THE MATTER OF")
_ASKING = re.compile(
    r"^(?:EX PARTE |GOVERNMENT.?S |UNITED STATES.? |SEALED |VERIFIED |STATE.?S |THE GOVERNMENT.?S )*"
    r"(?:COMPLAINT\s+FOR\s+(?:A\s+)?SEARCH|APPLICATION|AFFIDAVIT|MOTION|PETITION|DECLARATION|MEMORANDUM)\b"
)
_RESPECTFULLY = re.compile(
    r"respectfully\s+(?:requests?|submit|moves?|prays?)|being\s+(?:first\s+)?duly\s+sworn"
    r"|moves\s+this\s+(?:honorable\s+)?court"
    r"|wherefore",
    re.IGNORECASE,
)
_WITHDRAWN = re.compile(
    (
        r"\b(?:withdraw(?:s|n|al|ing)?|rescind(?:s|ed)?|recall(?:s|ed)?|quash(?:es|ed|ing)?|vacat(?:es|ed"
        r"|ing)|no\s+longer\s+(?:seeks?|requires?|needs?|needed|required|necessary))\b"
    ),
    re.IGNORECASE,
)
_OTHER_ORDERS = re.compile(
    r"\bUNSEAL|\bREDACT|TO FILE\b|EXTEND(?:ING)? TIME|DISMISS|QUASH|VACAT|WITHDRAW|STIPULAT"
    r"|CONTINU(?:E|ING|ANCE)|SHOW CAUSE|SCHEDUL"
    r"|DENYING|PROTECTIVE ORDER|TO COMPEL|DETENTION|RELEASE"
)


@dataclass(frozen=True)
class Instrument:
    """A paper that is legal process.

    Attributes:
        process: its id.
        paper: the paper.
        shown: start and end in the text of the words that say so.
    """

    process: str
    paper: Paper
    shown: tuple[int, int]


def instruments(found: list[Paper]) -> list[Instrument]:
    """The papers that are process, in their order; one of each kind."""
    out: list[Instrument] = []
    for paper in found:
        if paper.role != "paper":
            continue
        process = _process(paper)
        if process and all(each.process != process for each in out):
            out.append(Instrument(process, paper, _shown(paper, process)))
    whole = {each.process for each in out}
    if whole - {"US_PRESERVE_2703F", "US_EMERGENCY", "US_INFORMAL"}:
        # a letter that comes with an order is its cover
        out = [
            e
            for e in out
            if e.process not in {"US_PRESERVE_2703F", "US_EMERGENCY"} or not e.paper.is_letter
        ]
    return out


def _process(paper: Paper) -> str | None:
    title, text = paper.title, paper.text
    commanded = bool(_COMMANDED.search(text))
    if re.search(r"\bPROPOSED\b", title) and not (paper.signed and not paper.dated_blank):
        return None
    if any(
        re.fullmatch(r"\W*(?:DENIED|VOID|CANCELLED|SUPERSEDED)\W*", p.line.text)
        for p in paper.places
    ):
        return None
    if paper.is_letter:
        return _letter(paper)
    if paper.calls_witness and not commanded:
        # it is for the other State's court; what the company must obey comes with it
        return None
    asking = any(_ASKING.match(text.upper()) for text in paper.title_texts[:3])
    if (asking or _RESPECTFULLY.search(text)) and not commanded:
        return None
    if _OTHER_ORDERS.search(title) and not _names_itself(paper):
        return None
    if re.search(r"\b(?:WITHDRAW|QUASH|RECALL|VACAT)", title):
        return None
    if commanded and paper.dated_blank and not paper.signed:
        return None
    if any(_ORDER.match(text.strip().upper()) for text in paper.title_texts[:6]):
        # what the order is about, as its caption says, is not what it is
        own = (text.upper() for text in paper.title_texts[:6])
        title = " ".join(text for text in own if not _CAPTIONED.match(text.strip()))
    if _names_itself(paper) and "WARRANT" in title:
        # an order of silence may share the warrant's own title
        title = _SILENT.sub(" ", title)
    return next(_matches(title, text, commanded=commanded), None) or _agency_letter(paper)


def _names_itself(paper: Paper) -> bool:
    """A line of the title is the instrument's own name, not that of one it speaks about."""
    return any(_ITSELF.match(text.strip().upper()) for text in paper.title_texts[:6])


def _matches(title: str, text: str, *, commanded: bool) -> Iterator[str]:
    """Kinds that fit, the best first; ``commanded`` says that the paper orders something."""
    federal = bool(
        re.search(r"UNITED STATES (?:DISTRICT|MAGISTRATE|BANKRUPTCY) COURT", text.upper())
        or re.search(r"\bU\.?S\.? DISTRICT COURT", text.upper())
    )
    squeezed = re.sub(r"\s+", " ", text)
    yield from _european(title, text)
    if "GRAND JURY" in title and "SUBP" in title:
        yield "US_GJ_FED" if federal else "US_GJ_STATE"
    if commanded and _SILENT.search(title):
        yield "US_NDO_2705B"
    if re.search(r"SUBP|SUMMONS|DEMAND", title):
        yield _subpoena(title, squeezed, federal=federal)
    if re.search(r"WARRANT\b", title) and (commanded or "search" in squeezed.lower()):
        yield _warrant(federal=federal, text=squeezed)
    if commanded:
        yield from _orders(title, squeezed)
    if not title and _BEFORE_JURY.search(squeezed):
        yield "US_GJ_FED" if federal else "US_GJ_STATE"
    if re.search(r"national security letter|\b2709\b", squeezed[:3000], re.IGNORECASE) and (
        "Federal Bureau" in squeezed
    ):
        yield "US_NSL"


_SILENT = re.compile(
    r"NON-?\s?DISCLOSURE|PRECLUD|PROHIBIT\w* (?:NOTI|DISCLO)|NOT TO (?:NOTIFY|DISCLOSE)"
    r"|DELAY\w* (?:OF )?NOTI|GAG|SECRECY"
)


def _european(title: str, text: str) -> Iterator[str]:
    head = text.upper()[:1500]
    if "OVERSEAS PRODUCTION ORDER" in title:
        yield "UK_OPO"
    if "EUROPEAN PRODUCTION ORDER" in head:
        subscriber = re.search(r"[☒☑✓✔]\s*\(?[ab]\)", text)
        yield "EU_EPOC_SUBS_ID" if subscriber else "EU_EPOC_TRAFFIC_CONTENT"
    if "EUROPEAN PRESERVATION ORDER" in head:
        yield "EU_EPOC_PR"


def _subpoena(title: str, squeezed: str, *, federal: bool) -> str:
    head = f"{title} {squeezed[:1500].upper()}"
    if re.search(r"\bHEARING OR TRIAL\b|CRIMINAL CASE|CRIMINAL TRIAL", title):
        return "US_TRIAL_CRIM_GOV"
    if re.search(r"UNIFORM ACT|ATTENDANCE OF (?:\w+ ){0,2}WITNESS", head) and "GRAND JURY" not in (
        squeezed.upper()
    ):
        return "US_TRIAL_CRIM_GOV"
    if re.search(r"CIVIL ACTION|DEPOSITION|INSPECTION OF PREMISES", head):
        return "US_CIVIL_SUBP"
    if "CIVIL INVESTIGATIVE" in title:
        return "US_GOV_CIVIL"
    if "ADMINISTRATIVE" not in title and re.search(r"GRAND\s+JURY", head + squeezed[:2500].upper()):
        return "US_GJ_FED" if federal or "United States Attorney" in squeezed else "US_GJ_STATE"
    return "US_ADMIN_3486" if re.search(r"\b3486\b", squeezed) else "US_ADMIN"


_D_ORDER = r"2703\s*\((?:c|b)\)[\w()]*(?:,|\s+and|\s*&)\s*(?:and\s+)?\(d\)|2703\s*\(d\)"


def _orders(title: str, squeezed: str) -> Iterator[str]:
    if "3123" in squeezed and re.search(
        r"pen\s+register|trap\s+and\s+trace", squeezed, re.IGNORECASE
    ):
        yield "US_PRTT"
    if not re.search(r"\bORDER\b", title):
        return
    if re.search(_D_ORDER, squeezed) and re.search(
        r"(?:shall|must|[Tt]o|is required to|requiring|ORDERED that|[Oo]rdered that)(?:[^.]|\.(?! [A-Z])){0,160}"
        r"(?:disclose|provide|produce|furnish|turn over)",
        squeezed,
    ):
        yield "US_2703D"
    if re.search(r"2705\s*\(b\)", squeezed):
        yield "US_NDO_2705B"
    if re.search(r"search warrant|probable cause", squeezed, re.IGNORECASE) and re.search(
        r"1546\.1|electronic communication information", squeezed
    ):
        yield "US_CALECPA_WARRANT"


def _warrant(*, federal: bool, text: str) -> str:
    if federal:
        return "US_SW_FED"
    state = states.state_in(text[:3000])
    if state == "CA" or re.search(
        r"\b1546\.[124]\b|Superior Court of (?:the State of )?California", text, re.IGNORECASE
    ):
        return "US_CALECPA_WARRANT"
    return "US_SW_STATE_OOS" if states.OUT_OF_STATE.search(text) else "US_SW_STATE"


def _letter(paper: Paper) -> str | None:
    text = re.sub(r"\s+", " ", paper.text)
    head = text[:2500]
    if re.search(
        r"\bsubject\b.{0,80}\bwithdraw|\bre\b.{0,120}\b(?:withdraw|rescind|recall|releas)",
        head,
        re.IGNORECASE,
    ):
        return None
    if _withdraws(head):
        return None
    return _agency_letter(paper)


def _agency_letter(paper: Paper) -> str | None:
    text = re.sub(r"\s+", " ", paper.text)
    head = text[:2500]
    if re.search(r"2703\s*\(f\)", text) and re.search(
        r"(?:request|demand|ask|direct|require|must|shall|please|kindly|hereby)(?:[^.]|\.(?! [A-Z][a-z])){0,240}"
        r"\b(?:preserv|(?:keep|retain|save|hold|maintain|secure)\b)",
        head,
        re.IGNORECASE,
    ):
        enclosed = re.search(
            r"enclosed (?:please find|is|you will find|herewith)[^.]{0,80}(?:subpoena|warrant|order)",
            text,
            re.IGNORECASE,
        )
        return None if enclosed else "US_PRESERVE_2703F"
    if re.search(
        r"emergency (?:disclosure|request)|2702\s*\(b\)\s*\(8\)", head, re.IGNORECASE
    ) and re.search(r"death|serious physical injury|imminent", text, re.IGNORECASE):
        return "US_EMERGENCY"
    if re.search(r"\b2709\b|national security letter", text, re.IGNORECASE) and re.search(
        r"hereby direct|are directed|compel", text
    ):
        return "US_NSL"
    if re.search(r"administrative subpoena", head, re.IGNORECASE) and re.search(
        r"(?:you are|is) (?:hereby )?(?:commanded|required|directed)", text, re.IGNORECASE
    ):
        return "US_ADMIN"
    return None


def _withdraws(head: str) -> bool:
    for match in _WITHDRAWN.finditer(head):
        around = head[max(0, match.start() - 160) : match.end() + 160]
        if re.search(
            r"subpoena|warrant|order|request|letter|process", around, re.IGNORECASE
        ) and not re.search(r"(?:supersede|replace|reissue)", around, re.IGNORECASE):
            return True
    return False


_WORDS = {
    "US_NDO_2705B": r"NON-?\s?DISCLOSURE|2705\s*\(b\)",
    "US_2703D": _D_ORDER,
    "US_PRESERVE_2703F": r"2703\s*\(f\)|[Pp]reserv\w+",
}


def _shown(paper: Paper, process: str) -> tuple[int, int]:
    words = _WORDS.get(process)
    if words and (match := re.search(words, paper.text)):
        return paper.start + match.start(), paper.start + match.end()
    wanted = "SUBP" if "GJ" in process or "ADMIN" in process or "SUBP" in process else "WARRANT"
    for place in paper.titles:
        if wanted in place.line.text.upper():
            return place.start, place.end
    place = paper.titles[0] if paper.titles else paper.places[0]
    return place.start, place.end
