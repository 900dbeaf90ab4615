"""Which papers lie in a file, and which of them is legal process of which kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lerdesk.intake import states
from lerdesk.intake.document import Document, Place

_ATTACHED = re.compile(
    r"^(?:\[?(?:AMENDED )?(?:ATTACHMENT|EXHIBIT|SCHEDULE|APPENDIX|ANNEX|ADDENDUM|RIDER|ENCLOSURE)\b"
    r"|THE SCHEDULE\b|(?:Attachment|Exhibit|Schedule|Appendix|Rider|Addendum)\s+[“\"']?[A-Z0-9]{1,2}"
    r"[”\"']?\s*(?:$|[:\-–—(]))"
)
_CERTIFICATE = re.compile(
    r"^(?:CERTIFICATE|CERTIFICATION|DECLARATION|AFFIDAVIT) (?:OF|REGARDING|FOR|BY) (?:THE )?(?:AUTHENTICITY|A? ?"
    r"CUSTODIAN|RECORDS?|BUSINESS|DOMESTIC|COMPLIANCE|KEEPER)",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"^(?:PROOF|RETURN|CERTIFICATE|AFFIDAVIT|ACKNOWLEDGE?MENT) OF (?:SERVICE|RECEIPT)\b"
    r"|^(?:RETURN|INVENTORY|RETURN AND INVENTORY|OFFICER.?S RETURN|SEARCH WARRANT RETURN"
    r"|RETURN OF (?:SEARCH )?WARRANT)\b\s*(?:\(.*)?$"
    r"|^NOTICE TO (?:CUSTOMER|CONSUMER)S?\b|^INSTRUCTIONS?\b.{0,40}$"
)
_COURT = re.compile(r"\bCOURT\b")
_TITLE = re.compile(
    r"WARRANT|SUBPOENA|SUBPŒNA|SUMMONS|ORDER\b|APPLICATION|AFFIDAVIT|MOTION|PETITION|NOTICE|DEMAND"
    r"|PRESERVATION|CERTIFICATE|LETTER|REQUEST|INVOICE|RESPONSE|MEMORANDUM|WITHDRAW",
)
_DEAR = re.compile(r"^(?:Dear\b|To Whom It May Concern|Re\s*:|RE\s*:|Subject\s*:|Via\b|VIA\b)")

_COMMANDED = re.compile(
    r"you\s+(?:are|were)\s+(?:hereby\s+|therefore,?\s+|further\s+)*(?:commanded|ordered|directed|required|summoned"
    r"|instructed|authorized\s+and\s+(?:commanded|directed))"
    r"|\bit\s+is\s+(?:so\s+|hereby\s+|therefore\s+|further\s+|accordingly\s+|,\s*)*ordered"
    r"|\bso\s+ordered\b|\bcourt\s+(?:hereby\s+|therefore\s+)*orders\b|\bi\s+(?:hereby\s+)?(?:order|command)\b"
    r"|is\s+hereby\s+(?:ordered|commanded|directed)|\bwe\s+command\s+(?:that\s+)?you\b"
    r"|\bdo\s+hereby\s+(?:order|command)\b"
    r"|(?:shall|must)\s+not\s+(?:disclose|notify)|\bordered\s+(?:that|and\s+adjudged)",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"^(?:EX PARTE |GOVERNMENT.?S |UNITED STATES.? |SEALED |VERIFIED |STATE.?S |THE GOVERNMENT.?S )*"
    r"(?:APPLICATION|AFFIDAVIT|MOTION|PETITION|DECLARATION|MEMORANDUM)\b"
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
        r"|ing)|no\s+longer\s+(?:seeks?|requires?|needs?))\b"
    ),
    re.IGNORECASE,
)
_OTHER_ORDERS = re.compile(
    r"\bUNSEAL|\bREDACT|TO FILE\b|EXTEND(?:ING)? TIME|DISMISS|QUASH|VACAT|WITHDRAW|STIPULAT"
    r"|CONTINU(?:E|ING|ANCE)|SHOW CAUSE|SCHEDUL"
    r"|DENYING|PROTECTIVE ORDER|TO COMPEL|DETENTION|RELEASE"
)


@dataclass(frozen=True)
class Paper:
    """One paper in the file: a warrant, an order, a letter, an attachment.

    Attributes:
        document: the file.
        first: number of its first line.
        last: number after its last line.
        role: ``paper``, ``attachment``, ``certificate`` or ``service``.
    """

    document: Document
    first: int
    last: int
    role: str

    @property
    def places(self) -> list[Place]:
        """Its lines."""
        return self.document.places[self.first : self.last]

    @property
    def start(self) -> int:
        """Where it begins in the file's text."""
        return self.document.places[self.first].start

    @property
    def end(self) -> int:
        """Where it ends in the file's text."""
        return self.document.places[self.last - 1].end

    @cached_property
    def text(self) -> str:
        """Its words."""
        return self.document.text[self.start : self.end]

    @cached_property
    def pages(self) -> set[int]:
        """Numbers of its pages."""
        return {place.line.page for place in self.places}

    @cached_property
    def titles(self) -> list[Place]:
        """Lines near its head that name it."""
        found = []
        for place in self.places[:60]:
            text = place.line.text
            if place.line.column == "left" or len(text) > 110 or text.endswith((",", ";")):
                continue
            if _TITLE.search(text) and _is_heading(text):
                found.append(place)
        return found

    @cached_property
    def title(self) -> str:
        """Those lines as one, in capitals."""
        return " ".join(place.line.text for place in self.titles[:6]).upper()

    @cached_property
    def is_letter(self) -> bool:
        """Written as a letter: a salutation or a subject near its head, and no command of a court."""
        head = [place.line.text for place in self.places[:32]]
        return any(_DEAR.search(text) for text in head) and not any(
            _COURT.search(t) and _is_heading(t) and "DISTRICT COURT" in t for t in head
        )

    @cached_property
    def signed(self) -> bool:
        """Something like a signature stands on its pages."""
        if re.search(r"/s/|/S/|(?:electronically|digitally)\s+signed", self.text, re.IGNORECASE):
            return True
        return any(self.document.pages[number].ink for number in self.pages)

    @cached_property
    def dated_blank(self) -> bool:
        """Its own date was left open."""
        return bool(
            re.search(
                r"(?:this\s+_{2,}|_{2,}\s*day\s+of|day\s+of\s*_{3,}|(?:dated?|issued)\s*:?\s*_{4,})",
                self.text[-1800:],
                re.IGNORECASE,
            )
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


def papers(document: Document) -> list[Paper]:
    """The papers of a file, in their order."""
    cuts: list[tuple[int, str]] = []
    page = 0
    for number, place in enumerate(document.places):
        text = place.line.text.strip()
        starts_page = place.line.page != page
        page = place.line.page
        role = _heading_role(text)
        if role:
            cuts.append((number, role))
        elif starts_page and _begins_paper(document, number):
            cuts.append((number, "paper"))
    if not cuts or cuts[0][0] > 0:
        cuts.insert(0, (0, "paper"))
    # a heading inside its own page-top paper wins over the page's cut before it
    found = []
    for index, (first, role) in enumerate(cuts):
        last = cuts[index + 1][0] if index + 1 < len(cuts) else len(document.places)
        if last > first:
            found.append(Paper(document, first, last, role))
    return found


def _heading_role(text: str) -> str:
    if len(text) > 100:
        return ""
    if _ATTACHED.match(text) and len(text.split()) <= 10 and not text.endswith((".", ";")):
        return "attachment"
    if _CERTIFICATE.match(text) and _is_heading(text):
        return "certificate"
    if _SERVICE.match(text) and _is_heading(text):
        return "service"
    return ""


def _begins_paper(document: Document, number: int) -> bool:
    page = document.places[number].line.page
    head: list[str] = []
    for place in document.places[number : number + 24]:
        if place.line.page != page:
            break
        head.append(place.line.text)
    for text in head[:7]:
        if _COURT.search(text) and _is_heading(text) and len(text) < 90:
            return True
    for text in head[:5]:
        if _TITLE.search(text) and _is_heading(text) and text.upper() == text and len(text) < 90:
            return True
    return any(re.match(r"Dear\b|To Whom It May", text) for text in head)


def _is_heading(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    if not letters:
        return False
    capitals = sum(char.isupper() for char in letters) / len(letters)
    if capitals > 0.75:
        return True
    words = [word for word in text.split() if word[:1].isalpha()]
    large = sum(word[0].isupper() or word.lower() in _SMALL for word in words)
    return len(words) <= 9 and large == len(words) and not text.rstrip().endswith((".", ",", ";"))


_SMALL = frozenset({"of", "the", "a", "an", "to", "and", "for", "in", "or", "at", "before"})


def instruments(found: list[Paper]) -> list[Instrument]:
    """The papers that are process, in their order; one of each kind."""
    out: list[Instrument] = []
    for paper in found:
        if paper.role not in {"paper"}:
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
    asking = any(_ASKING.match(place.line.text.upper()) for place in paper.titles[:3])
    if (asking or _RESPECTFULLY.search(text)) and not commanded:
        return None
    if _OTHER_ORDERS.search(title) and not re.search(r"WARRANT\b(?!S)|SUBPOENA", title):
        return None
    if re.search(r"\b(?:WITHDRAW|QUASH|RECALL|VACAT)", title):
        return None
    if commanded and paper.dated_blank and not paper.signed:
        return None
    return next(_matches(paper, title, text, commanded=commanded), None) or _agency_letter(paper)


def _matches(paper: Paper, title: str, text: str, *, commanded: bool) -> Iterator[str]:
    federal = bool(
        re.search(r"UNITED STATES (?:DISTRICT|MAGISTRATE|BANKRUPTCY) COURT", text.upper())
        or re.search(r"\bU\.?S\.? DISTRICT COURT", text.upper())
    )
    squeezed = re.sub(r"\s+", " ", text)
    if re.search(r"OVERSEAS PRODUCTION ORDER", title):
        yield "UK_OPO"
    if re.search(r"EUROPEAN PRODUCTION ORDER", text.upper()[:1500]):
        subscriber = re.search(r"[☒☑✓✔]\s*\(?[ab]\)", text)
        yield "EU_EPOC_SUBS_ID" if subscriber else "EU_EPOC_TRAFFIC_CONTENT"
    if re.search(r"EUROPEAN PRESERVATION ORDER", text.upper()[:1500]):
        yield "EU_EPOC_PR"
    if re.search(r"GRAND JURY", title) and re.search(r"SUBP", title):
        yield "US_GJ_FED" if federal else "US_GJ_STATE"
    if re.search(
        (
            r"NON-?\s?DISCLOSURE|PRECLUD|PROHIBIT\w* (?:NOTI|DISCLO)|NOT TO (?:NOTIFY|DISCLOSE)"
            r"|DELAY\w* (?:OF )?NOTI|GAG|SECRECY"
        ),
        title,
    ):
        if commanded:
            yield "US_NDO_2705B"
    if re.search(r"SUBP|SUMMONS|DEMAND", title):
        if re.search(r"\bHEARING OR TRIAL\b|CRIMINAL CASE|CRIMINAL TRIAL", title):
            yield "US_TRIAL_CRIM_GOV"
        if re.search(r"CIVIL ACTION|DEPOSITION|INSPECTION OF PREMISES", title):
            yield "US_CIVIL_SUBP"
        if re.search(r"CIVIL INVESTIGATIVE", title):
            yield "US_GOV_CIVIL"
        if (
            re.search(r"grand\s+jury", squeezed[:2500], re.IGNORECASE)
            and "ADMINISTRATIVE" not in title
        ):
            yield "US_GJ_FED" if federal or "United States Attorney" in squeezed else "US_GJ_STATE"
        if re.search(r"\b3486\b", squeezed):
            yield "US_ADMIN_3486"
        yield "US_ADMIN"
    if re.search(r"WARRANT\b", title) and (commanded or "search" in squeezed.lower()):
        yield _warrant(federal=federal, text=squeezed)
    if (
        commanded
        and re.search(r"pen\s+register|trap\s+and\s+trace", squeezed, re.IGNORECASE)
        and "3123" in squeezed
    ):
        yield "US_PRTT"
    if commanded and re.search(r"\bORDER\b", title):
        if re.search(r"2703\s*\(d\)", squeezed) and re.search(
            r"(?:shall|must|to|is required to|requiring)[^.]{0,160}(?:disclose|provide|produce|furnish|turn over)",
            squeezed,
        ):
            yield "US_2703D"
        if re.search(r"2705\s*\(b\)", squeezed):
            yield "US_NDO_2705B"
        if re.search(r"search warrant|probable cause", squeezed, re.IGNORECASE) and re.search(
            r"1546\.1|electronic communication information", squeezed
        ):
            yield "US_CALECPA_WARRANT"
    if (
        re.search(r"national security letter|\b2709\b", squeezed[:3000], re.IGNORECASE)
        and "Federal Bureau" in squeezed
    ):
        yield "US_NSL"


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
        r"(?:request|ask|direct|require|must|shall|please|hereby)[^.]{0,200}\bpreserv",
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
    "US_2703D": r"2703\s*\(d\)",
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
