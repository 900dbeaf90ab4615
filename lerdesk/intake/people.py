"""Names of the people in a paper, and who signed it."""

import re
from dataclasses import dataclass

from lerdesk.domain.fact import Box, Fact
from lerdesk.intake.case import Case, one_line, ordinary_case
from lerdesk.intake.dates import DATE
from lerdesk.intake.document import Place
from lerdesk.intake.papers import Paper

# a piece is taken whole or not at all, so that long words cost no more than their length
_PIECE = r"(?<![\w’'\-])(?>[A-Z][a-z’'ʼ]?[\w’'ʼ\-]*[a-z][\w’'\-]*|[A-ZÀ-Ý][A-ZÀ-Ý’'\-]+|Mc[A-Z]\w+)"
_PARTICLE = r"(?:van|von|de|der|den|del|della|di|da|la|le|du|dos|ter|bin|al|VAN|VON|DE|DER|DEL|LA|Van|Von|De|Della)"
_INITIAL = r"[A-Z]\.?"
#: a person's name
NAME = (
    rf"(?:{_PIECE}|[A-Z]\.(?:\s?[A-Z]\.)?)(?:[ \t]+(?:{_PARTICLE}|{_INITIAL}(?![\w])"
    rf"|[“\"'(][A-Z]\w+[”\"')]))*(?:[ \t]+{_PARTICLE})*[ \t]+{_PIECE}(?:[ \t]+{_PIECE})?"
    r"(?:,?[ \t]+(?:Jr|Sr|JR|SR|II|III|IV)\b\.?)?"
)
#: the same in running text, where a line may break between the names
NAME_IN_TEXT = (
    rf"(?:{NAME}|{_PIECE}(?:[ \t]+{_INITIAL}(?![\w]))?\n{_PIECE}"
    rf"|[A-Z]\.\n{_PIECE}[ \t]+{_PIECE}|{_PIECE}\n{_INITIAL}[ \t]+{_PIECE})"
)
#: an investigator's rank
AGENT_TITLE = (
    r"(?:(?:Senior|Supervisory|Acting|Lead|Chief|Master|First|Postal|Criminal|Financial|Forensic|Diversion|Fraud"
    r"|Computer|Deputy|Task\s+Force|Resident)\s+)*"
    r"(?:Special\s+Agent(?:\s+in\s+Charge)?|Agent(?:\s+in\s+Charge)?|Detective(?:\s+(?:Investigator"
    r"|Sergeant|Constable|Lieutenant|Corporal))?(?:\s+First\s+(?:Class|Grade))?|Det\.(?:\s*/?\s*Sgt\.)?"
    r"|Inspector|Investigator|Inv\.|Sergeant(?:\s+First\s+Class)?|Sgt\.|Lieutenant|Lt\.|Corporal|Cpl\."
    r"|Captain|Capt\.|(?:Police|Task\s+Force)?\s*Officer|Ofc\.|Trooper(?:\s+First\s+Class)?|Tpr\."
    r"|PFC|TFO|SA|Deputy(?:\s+Sheriff)?|Marshal|Sheriff|Analyst)"
)
EMAIL = re.compile(r"[A-Za-z0-9][\w.+\-’']*@[A-Za-z0-9](?:[\w\-]*\.)+[A-Za-z]{2,}")
PHONE = re.compile(
    r"(?<![\w\-])(?:\+\d{1,3}[\s.\-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.\-/])\d{3}[\s.\-]\d{4}(?![\w\-])"
    r"|(?<![\w\-])\+\d[\d\s().\-]{7,16}\d|\b0\d{2,4}\s\d{3,4}\s?\d{3,4}\b"
)
_RANK = re.compile(
    (
        r"^(?:(?:THE\s+)?HON(?:ORABLE|\.)?|(?:(?:CIRCUIT|DISTRICT|COUNTY|SUPERIOR|PRESIDING|ASSOCIATE|CHIEF|SENIOR)\s+)?JUDGE|JUSTICE|MAGISTRATE(?:\s+JUDGE)?"
        r"|UNITED\s+STATES\s+MAGISTRATE\s+JUDGE|HIS\s+HONOU?R|HER\s+HONOU?R|MR\.?|MS\.?|MRS\.?|DR\.?"
        r"|DETECTIVE|DET\.|SGT\.|SERGEANT|SPECIAL\s+AGENT|INSPECTOR|INVESTIGATOR|INV\.|CPL\.|LT\.|CAPT\.|TPR\.|OFC\.|TROOPER|OFFICER|LIEUTENANT|CAPTAIN|CORPORAL|DEPUTY|AGENT|BY\s*:)\s+"
    ),
    re.IGNORECASE,
)
_BENCH = r"(?:(?i:circuit|district|county|superior|presiding) )?"
_NAME_LINE = re.compile(
    rf"^(?:.*\t)?\s*(?:(?:By|Printed(?:\s+[Nn]ame)?|Name)\s*:\s*)?(?P<name>(?:(?:Hon(?:orable)?"
    rf"|HON(?:ORABLE)?|{_BENCH}(?:Judge|JUDGE)|Justice"
    r"|JUSTICE|The Honorable|Magistrate|Det\.|Detective|Special Agent|Sgt\.|Sergeant|Cpl\.|Lt\.|Capt\.|Inv\.|Inspector"
    rf"|Investigator)\.?\s+)*{NAME})\s*(?:,.*|\(.*|[–—\-]\s.*|\t.*"
    r"|\s(?:Judge|Bar|Badge|Star|Shield|I\.?D\.?)(?:[’']?s)?\s*(?:No\.?|Number|\#)\s*:?\s*\w+)?$"
)
NOT_A_NAME = re.compile(
    (
        r"\b(?:COURT|STATES|DISTRICT|COUNTY|JUDGE|CLERK|ATTORNEY|DEPARTMENT|OFFICE|SIGNATURE|PRINTED|TITLE"
        r"|UNITED|SUPERIOR|DIVISION|BUREAU|SERVICE|AGENT|POLICE|SHERIFF|GRAND|JURY|DEPUTY|SINCERELY|TRULY"
        r"|NORTHERN|SOUTHERN|EASTERN|WESTERN|WARRANT|ORDER|SUBPOENA|ENCLOSURES?|INC|LLC|STREET|AVENUE"
        r"|SUITE|FLOOR|PAGE|DATE|ISSUED|REQUESTED|PRESENTED|SUBMITTED|UNDER|SEAL|CITY|STATE|BADGE|PHONE"
        r"|TELEPHONE|MAGISTRATE|DETECTIVE|UNIT|ATTACHMENT|EXHIBIT|FEDERAL|ASSISTANT|ASSOCIATE|GENERAL"
        r"|SECTION|REVIEWED|APPROVED|WITNESS|CRIMES?|RECORDS|CUSTODIAN|LEGAL|COMPLIANCE|PROSECUT\w+"
        r"|RESPECTFULLY|ADDRESS|NAME|NUMBER|AMERICA|THANK|VERY)\b"
    ),
    re.IGNORECASE,
)
_SLASH = re.compile(
    rf"(?:^|[\s:])(?:/?\s?[eE]?[sS]/+|\([sS](?:igned)?\)|/[sS]\b)\s*\n?\s*(?:(?:Hon\.|Judge|JUDGE|Justice|The Honorable"
    r"|Det\.|Sgt\.|Cpl\.|Lt\.|Capt\.|Inv\.|Special Agent|Detective|Sergeant"
    rf"|(?:Deputy\s+)?Clerk)\s+)?(?P<name>{NAME})",
    re.MULTILINE,
)
_SIGNED_NAME = rf"(?P<name>(?:(?:Hon\.|Judge|JUDGE|Justice|Magistrate|The Honorable)\s+)?{NAME})"
#: by a program: the words before the name, after it, or a moment beside it
_BY_PROGRAM = (
    re.compile(
        r"(?:\b(?i:(?:electronically|digitally|e-?)\s?signed|signed\s+(?:electronically|digitally)|docusigned\s+by))"
        rf"\s*(?:[\])]\s*)?(?:[Bb]y|BY)?\s*:?\s*\n?\s*{_SIGNED_NAME}"
    ),
    re.compile(
        rf"(?:^|[\n\t])[ ]*{_SIGNED_NAME}\s*[,\-–(\[]+\s*"
        r"(?i:(?:electronically|digitally|e-)\s?signed|signed\s+(?:electronically|digitally))"
    ),
    re.compile(rf"(?:^|[\n\t])[ ]*{_SIGNED_NAME}[ ]*\({DATE},?\s+\d{{1,2}}:\d{{2}}"),
)
#: the caption of a form's line for a signature
_CAPTION = re.compile(r"(?i:^\W*(?:signature\b|.{0,30}\bsignature\W*$))")
_SENDER = re.compile(r"\W*(?:FROM|From)\s*:")
_FIRST_CELL = re.compile(rf"(?P<name>{NAME})\t")
_ON_BENCH = re.compile(r"\b(?:judge|justice|magistrate|commissioner)\b", re.IGNORECASE)
_CLOSING = re.compile(
    r"^(?:Sincerely|Respectfully|Very truly|Yours|Best regards|Regards|Kind regards|Thank you|Cordially|Truly)[\w ,]*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Named:
    """A name and its place in the text."""

    name: str
    start: int
    end: int


def signatories(case: Case) -> list[Fact]:
    """Printed names of those who signed, each once, in the fullest form."""
    found: list[Named] = []
    for paper in case.relevant:
        for named in signed(case, paper):
            same = next((n for n in found if _same_person(n.name, named.name)), None)
            if same is None:
                found.append(named)
            elif len(named.name) > len(same.name):
                found[found.index(same)] = named
    return [case.fact("signatory", ordinary_case(n.name), n.start, n.end, 0.9) for n in found]


def signed(case: Case, paper: Paper) -> list[Named]:
    """Who signed one paper: by ``/s/``, electronically, by hand above a name, below a letter."""
    text = case.masked(paper)
    found: list[Named] = []
    for pattern in (_SLASH, *_BY_PROGRAM):
        for match in pattern.finditer(text):
            named = _plain(match["name"], paper.start + match.start("name"))
            fuller = _printed_after(case, paper, named)
            found.append(fuller or named)
    lines = [place for place in paper.places if _is_name_line(place)]
    found += _typed(paper)
    for page in sorted(paper.pages):
        for ink in case.document.pages[page].ink:
            near = _nearest(ink, [p for p in lines if p.line.page == page], paper)
            if near:
                found.append(_from_line(near))
    if not found and paper.is_letter:
        closing = next(
            (
                n
                for n, place in enumerate(paper.places)
                if n > 3 and _CLOSING.match(place.line.text.strip())
            ),
            None,
        )
        after = paper.places[closing + 1 : closing + 6] if closing is not None else _foot(paper)
        named_place = next((place for place in after if _is_name_line(place)), None)
        if named_place:
            found.append(_from_line(named_place))
    return found


def _foot(paper: Paper) -> list[Place]:
    """The last line that names the one whom the head of a letter without a closing says it is from."""
    sender = next((p for p in paper.places[:20] if _SENDER.match(p.line.text)), None)
    if sender is None:
        return []
    return [
        place
        for place in paper.places[-6:]
        if _is_name_line(place)
        and name_parts(_from_line(place).name)[-1] in name_parts(sender.line.text)
    ]


def _typed(paper: Paper) -> list[Named]:
    """Names set as a signature: above the caption of the line for it, or again in print below."""
    found = []
    worded = [p for p in paper.places if re.search(r"[^\W_]", p.line.text)]
    for place, after, third in zip(worded, worded[1:], [*worded[2:], None], strict=False):
        first = _FIRST_CELL.match(place.line.text)
        if first and not NOT_A_NAME.search(first["name"]) and _CAPTION.match(after.line.text):
            found.append(_plain(first["name"], place.start + first.start("name")))
        if not _is_name_line(place):
            continue
        named = _from_line(place)
        if _CAPTION.match(after.line.text.split("\t")[0]) and len(after.line.text) < 90:
            found.append(named)
        else:
            # the rank may stand between the two
            printed = (
                after
                if _is_name_line(after)
                else third
                if _ON_BENCH.search(after.line.text)
                else None
            )
            if (
                printed is not None
                and _is_name_line(printed)
                and _same_person(named.name, _from_line(printed).name)
            ):
                found.append(max(named, _from_line(printed), key=lambda each: len(each.name)))
    return found


def _nearest(ink: Box, lines: list[Place], paper: Paper) -> Place | None:
    """The first name under a pen stroke, in its column; strokes in a list of demands are initials."""
    if ink[2] - ink[0] < 50:
        return None
    candidates = []
    # above the first words of the paper stands a seal; on its later pages the ink goes on from the last one
    page = paper.places[0].line.page
    top = min(place.line.box[1] for place in paper.places if place.line.page == page)
    for place in lines:
        token_box = _name_box(place)
        if place.line.page == page and top > ink[3]:
            continue
        drop = token_box[1] - ink[1]
        across = min(token_box[2], ink[2]) - max(token_box[0], ink[0])
        if 0 <= drop < 110 and across > -40:
            candidates.append((drop + max(0.0, -across), place))
    return min(candidates, key=lambda each: each[0])[1] if candidates else None


def _name_box(place: Place) -> Box:
    """Of the name alone: what else stands on its height to the left is another column."""
    match = _NAME_LINE.match(place.line.text)
    if not match:
        return place.line.box
    tokens = place.line.tokens
    at = 0
    boxes = []
    for token in tokens:
        if match.start("name") <= at < match.end("name"):
            boxes.append(token.box)
        at += len(token.text) + 1
    if not boxes:
        return place.line.box
    return (min(b[0] for b in boxes), boxes[0][1], max(b[2] for b in boxes), boxes[0][3])


def _is_name_line(place: Place) -> bool:
    text = place.line.text
    if len(text) > 130 or place.line.column == "left":
        return False
    match = _NAME_LINE.match(text)
    return bool(match) and not NOT_A_NAME.search(bare_name(match["name"])) if match else False


def bare_name(name: str) -> str:
    """A name without rank."""
    while match := _RANK.match(name):
        name = name[match.end() :]
    return name.strip()


def _from_line(place: Place) -> Named:
    match = _NAME_LINE.match(place.line.text)
    assert match is not None  # noqa: S101  only lines that match come here
    return _plain(match["name"], place.start + match.start("name"))


def _plain(name: str, start: int) -> Named:
    bare = bare_name(name)
    offset = name.find(bare)
    bare = re.split(r"\n", bare)[0].strip(" ,\t")
    return Named(one_line(bare), start + max(0, offset), start + max(0, offset) + len(bare))


def _printed_after(case: Case, paper: Paper, named: Named) -> Named | None:
    """The printed form of the same name near a ``/s/``, where it says more."""
    here = case.document.line_at(named.start)
    for place in case.document.places[here : here + 4]:
        if place.start >= paper.end:
            break
        if place.start > named.start and _is_name_line(place):
            other = _from_line(place)
            if _same_person(other.name, named.name) and len(other.name) > len(named.name):
                return other
    return None


def _same_person(one: str, other: str) -> bool:
    a, b = name_parts(one), name_parts(other)
    if not a or not b:
        return False
    return a[-1] == b[-1] and a[0][0] == b[0][0]


def name_parts(name: str) -> list[str]:
    """A name's words in lower case, the last one the surname."""
    return [
        p
        for p in re.sub(r"[^\w\s\-]", "", name).lower().split()
        if p not in {"jr", "sr", "ii", "iii", "iv"}
    ]
