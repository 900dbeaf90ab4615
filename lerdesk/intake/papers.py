"""The papers that lie in one file: orders, attachments, letters, certificates."""

import re
from dataclasses import dataclass
from functools import cached_property

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
_INSTRUCTS = re.compile(r"^INSTRUCTIONS?\b")
_DEFINES = re.compile(
    r"^(?:[IVX\d]+\.\s*)?(?:DEFINITIONS?|(?:DOCUMENTS|RECORDS|ITEMS|MATERIALS?"
    r"|INFORMATION)\s+(?:TO\s+BE\s+PRODUCED|REQUESTED|REQUIRED|DEMANDED|SOUGHT))\b"
)
_COURT = re.compile(r"\bCOURT\b")
_COURT_SMALL = re.compile(r"\b(?:District|Superior|Circuit|Supreme|County)\s+Court\b")
_OFFICER = re.compile(r"\b(?:JUDGE|JUSTICE)\b", re.IGNORECASE)
_TITLE = re.compile(
    r"WARRANT|SUBPOENA|SUBPŒNA|SUMMONS|ORDER\b|APPLICATION|AFFIDAVIT|MOTION|PETITION|NOTICE|DEMAND"
    r"|PRESERVATION|CERTIFICATE|LETTER|REQUEST|INVOICE|RESPONSE|MEMORANDUM|WITHDRAW",
)
_NAMED = re.compile(
    r"^(?:Administrative |Grand Jury |Search |Search and Seizure |Amended )?(?:Summons|Subpoena|Warrant)"
    r"(?: Duces Tecum| to Produce Documents)?$"
)
_DEAR = re.compile(
    r"^(?:Dear\b|To Whom It May Concern|Re\s*:|RE\s*:|Subject\s*:|SUBJECT\s*:|Via\b|VIA\b)"
)
_PROCESS_HEAD = re.compile(
    r"^(?:IN THE |BEFORE THE )?[A-Z,.' ]*\bCOURT\b|^[A-Z \-–]*\b(?:SUBPOENA|WARRANT|SUMMONS)\b"
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
            if _title_in(text):
                found.append(place)
        return found or self._small_titles()

    def _small_titles(self) -> list[Place]:
        """Short lines in ordinary letters that are no more than an instrument's name."""
        return [
            place
            for place in self.places[:20]
            if _NAMED.match(place.line.text.strip()) and place.line.column != "left"
        ]

    @cached_property
    def title(self) -> str:
        """Those lines as one, in capitals."""
        return " ".join(self.title_texts[:6]).upper()

    @cached_property
    def title_texts(self) -> list[str]:
        """The words of those lines, without what stands beside a title on its height."""
        return [_title_in(place.line.text) or place.line.text for place in self.titles]

    @cached_property
    def is_letter(self) -> bool:
        """Written as a letter: a salutation or a subject near its head, and no command of a court."""
        head = [place.line.text for place in self.places[:32]]
        return any(_DEAR.search(text) for text in head) and not any(
            _PROCESS_HEAD.match(text) and text.upper() == text and len(text) < 90
            for text in (re.split(r"\t|\s\(", each)[0] for each in head)
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

    @cached_property
    def calls_witness(self) -> bool:
        """A judge's certificate to another State's court that a witness there is needed."""
        if not any(text.upper().startswith("CERTIFICATE") for text in self.title_texts[:4]):
            return False
        return bool(_WITNESS_FROM_ELSEWHERE.search(self.text))


def _title_in(text: str) -> str:
    """The line, or the cell of it, that names a paper; empty where none does."""
    for words in [text, *text.split("\t")]:
        if _TITLE.search(words) and _is_heading(words):
            return words.strip()
    return ""


_WITNESS_FROM_ELSEWHERE = re.compile(
    r"uniform\s+act|attendance\s+of\s+(?:\w+[\s-]+){0,3}?witness"
    r"|material\s+(?:and\s+necessary\s+)?(?:\w+[\s-]+){0,3}?witness",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"(?:\b(?:see|in|of|to|the|by|and|or|with|under|attached)|[,(])$", re.IGNORECASE
)


def papers(document: Document) -> list[Paper]:
    """The papers of a file, in their order."""
    cuts: list[tuple[int, str]] = []
    page = 0
    for number, place in enumerate(document.places):
        text = place.line.text.strip()
        starts_page = place.line.page != page
        page = place.line.page
        role = _heading_role(text)
        if role == "service" and _INSTRUCTS.match(text) and _is_schedule(document, cuts, number):
            role = ""
        if role == "attachment" and number and not starts_page:
            # a sentence may break before the name of the attachment that it refers to
            before = document.places[number - 1].line.text
            role = "" if _REFERS.search(before) else role
        if role:
            cuts.append((number, role))
        elif starts_page and _begins_paper(document, number):
            cuts.append((number, "paper"))
    if not cuts or cuts[0][0] > 0:
        cuts.insert(0, (0, "paper"))
    if all(role == "attachment" for _, role in cuts):
        # a certificate whose form is itself an annex stands for itself
        cuts[0] = (0, "paper")
    found = []
    for index, (first, role) in enumerate(cuts):
        last = cuts[index + 1][0] if index + 1 < len(cuts) else len(document.places)
        if last > first:
            found.append(Paper(document, first, last, role))
    return found


def _is_schedule(document: Document, cuts: list[tuple[int, str]], number: int) -> bool:
    """Whether instructions stand in what says what to produce: its definitions above, its demands below."""
    if cuts and cuts[-1][1] == "attachment":
        return True
    near = document.places[max(0, number - 60) : number + 60]
    return any(_DEFINES.match(place.line.text.strip()) for place in near)


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
    for row, text in enumerate(head[:7]):
        if _OFFICER.search(text):
            break  # a signature block at a page's top names its court too
        court = _COURT.search(text) or (row < 2 and _COURT_SMALL.search(text))
        if court and _is_heading(text) and len(text) < 90 and "CLERK" not in text.upper():
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
