"""Investigating agencies by name, and the forms that the names of local ones take."""

import re

from lerdesk.intake import states
from lerdesk.intake.case import Case, last_line, one_line, ordinary_case
from lerdesk.intake.people import AGENT_TITLE

_FEDERAL = (
    "Federal Bureau of Investigation", "Drug Enforcement Administration", "United States Secret Service",
    "U.S. Secret Service", "Homeland Security Investigations", "U.S. Immigration and Customs Enforcement",
    "United States Immigration and Customs Enforcement", "Immigration and Customs Enforcement",
    "United States Postal Inspection Service", "U.S. Postal Inspection Service", "Postal Inspection Service",
    "Internal Revenue Service, Criminal Investigation", "Internal Revenue Service - Criminal Investigation",
    "Internal Revenue Service–Criminal Investigation", "IRS Criminal Investigation", "IRS-Criminal Investigation",
    "IRS – Criminal Investigation",
    "Internal Revenue Service Criminal Investigation Division", "Internal Revenue Service",
    "Bureau of Alcohol, Tobacco, Firearms and Explosives", "Bureau of Alcohol, Tobacco, Firearms, and Explosives",
    "United States Marshals Service", "U.S. Marshals Service", "U.S. Customs and Border Protection",
    "United States Customs and Border Protection", "Customs and Border Protection",
    "Department of Homeland Security", "Food and Drug Administration, Office of Criminal Investigations",
    "FDA Office of Criminal Investigations", "Food and Drug Administration",
    "Consumer Product Safety Commission", "Federal Trade Commission", "Securities and Exchange Commission",
    "Diplomatic Security Service", "Bureau of Diplomatic Security", "Naval Criminal Investigative Service",
    "Air Force Office of Special Investigations", "Army Criminal Investigation Division",
    "Defense Criminal Investigative Service",
    "Defense Intelligence Agency", "Bureau of Industry and Security", "U.S. Fish and Wildlife Service",
    "United States Fish and Wildlife Service", "U.S. Environmental Protection Agency", "National Park Service",
    "Financial Crimes Enforcement Network", "Treasury Inspector General for Tax Administration",
    "Bureau of Indian Affairs", "Bureau of Land Management", "U.S. Forest Service", "Federal Bureau of Prisons",
    "United States Capitol Police", "U.S. Capitol Police", "Federal Protective Service",
    "Office of Export Enforcement", "Drug Enforcement Agency",
    "Coast Guard Investigative Service", "Department of Labor", "Amtrak Police Department",
    "Federal Deposit Insurance Corporation",
    "Social Security Administration", "Department of Veterans Affairs", "Department of Health and Human Services",
    "Department of Health & Human Services", "Nuclear Regulatory Commission", "Small Business Administration",
)  # fmt: skip
_ABBREVIATED = {
    "FBI": "Federal Bureau of Investigation", "DEA": "Drug Enforcement Administration",
    "USSS": "United States Secret Service",
    "HSI": "Homeland Security Investigations", "USPIS": "United States Postal Inspection Service",
    "NCIS": "Naval Criminal Investigative Service", "DCIS": "Defense Criminal Investigative Service",
    "IRS-CI": "IRS Criminal Investigation", "ATF": "Bureau of Alcohol, Tobacco, Firearms and Explosives",
}  # fmt: skip
_GENERAL_INSPECTOR = (
    r"(?<![\w.&’'\-])(?:[A-Z][\w.&’'\-]*,?\s+(?:of\s+(?:the\s+)?)?){1,6}(?:[–—\-]\s+)?Office\s+of\s+(?:the\s+)?Inspector\s+General"
    r"|Office\s+of\s+Inspector\s+General,?[ \t]+[A-Z][\w ]{3,50}"
    r"|Office\s+of\s+(?:the\s+)?Inspector\s+General"
)
_WORD = r"(?:[A-Z][\w.’'\-]*|of|the|and|for|&)"
_LOCAL = (
    r"(?<![\w.’'\-])(?:[A-Z](?:[^\W\d]|[.’'\-])*[ \n]+){1,4}(?:County\s+)?(?:Police\s+(?:Department|Dept\.?|Bureau)"
    r"|Metropolitan\s+Police\s+Department|Police\s+Services?|Police"
    r"|Sheriff(?:[’']s)?\s+(?:Office|Department|Dept\.?)|State\s+Police|Highway\s+Patrol"
    r"|State\s+Patrol|Bureau\s+of\s+(?:Criminal\s+)?(?:Investigations?|Apprehension)"
    r"|Department\s+of\s+(?:Public\s+Safety|Law\s+Enforcement|Justice|Corrections"
    r"|Fish\s+and\s+Wildlife)|Division\s+of\s+(?:Criminal\s+)?(?:Investigations?|Consumer\s+Affairs)"
    r"|Division\s+of\s+Police|Police\s+Division|Bureau\s+of\s+Police"
    r"|Constable(?:[’']s)?\s+Office|Criminal\s+Investigation\s+Division"
    r"|Internet\s+Crimes\s+Against\s+Children\s+Task\s+Force)"
    r"|Metropolitan\s+Police\s+Department|Office\s+of\s+the\s+[A-Z]\w+\s+County\s+Sheriff"
    rf"|(?:{states.STATE})\s+(?:State\s+Police|Highway\s+Patrol|Bureau\s+of\s+(?:Criminal\s+)"
    r"?(?:Investigations?|Apprehension)|Department\s+of\s+[A-Z]\w+(?:\s+[A-Z]\w+)?)"
    r"|National\s+Crime\s+Agency|Metropolitan\s+Police\s+Service"
)
_NAMED = "|".join(
    re.escape(name).replace(r"\ ", r"\s+") for name in sorted(_FEDERAL, key=len, reverse=True)
)
# tried where a word begins, not at each of its letters
_FEDERAL_NAME = re.compile(
    rf"(?<!\w)(?:{_NAMED}|{_GENERAL_INSPECTOR})(?!\s+(?:&|and)\s+Industr)", re.IGNORECASE
)
_LOCAL_NAME = re.compile(_LOCAL)
_LOCAL_CAPITALS = re.compile(
    r"(?<![\w.’'\-])(?:[A-Z][A-Z.’'\-]+\s+){1,4}(?:POLICE DEPARTMENT|SHERIFF[’']?S (?:OFFICE|DEPARTMENT)"
    r"|STATE POLICE|HIGHWAY PATROL|DEPARTMENT OF (?:PUBLIC SAFETY|LAW ENFORCEMENT|CORRECTIONS|REVENUE)"
    r"|BUREAU OF (?:CRIMINAL )"
    r"?(?:INVESTIGATIONS?|APPREHENSION))"
)
_SHORT = re.compile(rf"\b({'|'.join(map(re.escape, _ABBREVIATED))})\b")
#: a form's own field for it
_FIELD = re.compile(
    r"(?:^|[\n\t])\s*(?:(?i:investigating|law\s+enforcement|requesting|submitting|police)\s+)?(?:Agency"
    r"|AGENCY)(?:\s+Name)?"
    r"\s*:\s*(?P<name>[A-Z][^\n\t,;:\d]{5,60}?)(?=\s*(?:[\n\t,;(]|$))"
)
#: how local agencies shorten their names where a rank or an officer's name goes before
_SHORT_LOCAL = re.compile(
    r"(?:,|\b(?:of|with)(?:\s+the)?)\s+(?P<name>[A-Z]{2,5}(?:PD|SO|SP|BI|LE))(?=[\s,.;)])(?!\s*(?:Case|No|\#|\d))"
)
_SHORT_FIRST = re.compile(
    rf"(?<![\w.])(?P<name>[A-Z]{{1,5}}(?:PD|SO|SP|BI|LE))\s+(?={AGENT_TITLE}\s+[A-Z][a-z])"
)
#: a State's own department, on the line below the State's name
_OF_STATE = re.compile(
    r"^\W*(?:STATE|COMMONWEALTH)\s+OF\s+[A-Z ]+\n\s*(?P<name>(?:DEPARTMENT|BUREAU|DIVISION"
    r"|OFFICE)\s+OF\s+[^\n\t]{4,60}?)"
    r"\s*(?:\n|$)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:the|The|by|of|with|and|To|Upon|From"
    r"|(?P<rank>Detective|Det\.|Officer|Sergeant|Sgt\.|Lieutenant|Deputy|Special|Agent|Investigator|Inspector"
    r"|Trooper))\s+"
)
#: an officer's name between the rank and the agency
_OFFICER_OF = re.compile(
    r"^(?P<rank>)(?:(?!Department|Office|Bureau|Division|Service|Agency|Administration"
    r"|Commission)[A-Z][\w.’'\-]*\s+){1,4}"
    r"(?:of|with)\s+(?:the\s+)?(?=[A-Z])"
)
_NOT = re.compile(r"^(?:Any|Federal|State|Local|Campus)\b.{0,12}\b(?:Police|police)$")
_RECEIVES = re.compile(
    (
        r"deliver|disclos|produc|transfer|transmit|return|send|submit|provid|furnish|upload|to:|case agent"
        r"|directed to|contact|agent|detective|investigat|sworn|officer|inspector"
    ),
    re.IGNORECASE,
)


def is_federal(name: str) -> bool:
    """Whether a name is a federal agency's."""
    return bool(_FEDERAL_NAME.search(name)) or bool(
        re.match(r"(?:U\.?\s?S\.?|United States)\b", name, re.IGNORECASE)
    )


def agency(case: Case) -> tuple[str, int, int] | None:
    """The investigating agency and its place in the text; prosecutors and courts are none."""
    best: tuple[float, int, int, str] | None = None
    if case.process.startswith("US_ADMIN") and (
        own_head := _OF_STATE.match(case.masked(case.main))
    ):
        start = case.main.start + own_head.start("name")
        name = ordinary_case(one_line(own_head["name"]))
        if not _PROSECUTING.search(name):
            return name, start, case.main.start + own_head.end("name")
    for paper in case.relevant:
        text = case.masked(paper)
        head = (
            900
            if paper is case.main and (paper.is_letter or case.process.startswith("US_ADMIN"))
            else 0
        )
        for pattern, local in (
            (_FEDERAL_NAME, False),
            (_LOCAL_NAME, True),
            (_LOCAL_CAPITALS, True),
        ):
            for match in pattern.finditer(text):
                own = last_line(case, paper.start + match.start(), match[0])
                name, start = _trimmed(own, match.end() - len(own))
                name, above = _with_parent(case, name, paper.start + start)
                start = above - paper.start
                if len(name) < 8 or _NOT.match(name) or (local and len(name.split()) < 2):
                    continue
                score = _score(text, match, name, local=local, heads=match.start() < head)
                if best is None or score > best[0]:
                    best = (score, paper.start + start, paper.start + match.end(), name)
    if (field := _in_field(case)) and (best is None or best[0] < 7):
        return field
    if best is None:
        return _abbreviated(case)
    return ordinary_case(one_line(best[3])), best[1], best[2]


def _score(text: str, match: re.Match[str], name: str, *, local: bool, heads: bool) -> float:
    """How much the words around a name say that the agency asks or is to receive the data."""
    score = 2.0 if local else 3.0
    around = text[max(0, match.start() - 160) : match.end() + 120]
    if _RECEIVES.search(around):
        score += 2
    if re.search(r"[\w.]+@[\w.]+", around):
        score += 2
    if _TOO_WIDE.search(name):
        score -= 3
    if heads:
        score += 4
    if local and _BARE.match(name):
        score -= 4
    if re.search(r"[Cc]ourt\s*$|[Ss]tate$", name):
        score -= 3
    return score


#: a part of an agency, named without whose it is
_BARE = re.compile(r"(?:Bureau|Division)\s+of\s+(?:Criminal\s+)?Investigations?$", re.IGNORECASE)
#: departments, where an agency of theirs is usually named too
_PROSECUTING = re.compile(r"attorney|justice|prosecut", re.IGNORECASE)
_TOO_WIDE = re.compile(
    r"^(?:U\.?S\.? |United States )?(?:Department of (?:Homeland|Justice|Health|Labor|Veterans)"
    r"|Immigration and Customs Enforcement$|Internal Revenue Service$)(?!.*Inspector)",
    re.IGNORECASE,
)
_ABOVE_INSPECTOR = re.compile(
    r"\b(?:DEPARTMENT|SERVICE|ADMINISTRATION|AGENCY|COMMISSION|BOARD|CORPORATION|BUREAU)\b",
    re.IGNORECASE,
)


def _with_parent(case: Case, name: str, start: int) -> tuple[str, int]:
    """An inspector general's office under the line that names whose it is."""
    if not re.fullmatch(r"Office\s+of\s+(?:the\s+)?Inspector\s+General", name, re.IGNORECASE):
        return name, start
    number = case.document.line_at(start)
    above = case.document.places[number - 1] if number else None
    if above and len(above.line.text) < 60 and _ABOVE_INSPECTOR.search(above.line.text):
        return f"{above.line.text} {name}", above.start
    return name, start


def _trimmed(name: str, start: int) -> tuple[str, int]:
    ranked = False
    while match := _LEAD.match(name) or (_OFFICER_OF.match(name) if ranked else None):
        ranked = ranked or match["rank"] is not None
        name, start = name[match.end() :], start + match.end()
    return name, start


def _abbreviated(case: Case) -> tuple[str, int, int] | None:
    for paper in case.relevant:
        text = case.masked(paper)
        if match := _SHORT.search(text):
            return match[1], paper.start + match.start(), paper.start + match.end()
        if first := _SHORT_FIRST.search(text):
            start = paper.start + first.start("name")
            return first["name"], start, paper.start + first.end("name")
        for match in _SHORT_LOCAL.finditer(text):
            if re.search(AGENT_TITLE, text[max(0, match.start() - 70) : match.start()]):
                start = paper.start + match.start("name")
                return match["name"], start, paper.start + match.end("name")
    return None


def _in_field(case: Case) -> tuple[str, int, int] | None:
    """What a form's field for the agency names."""
    for paper in case.orders:
        if match := _FIELD.search(case.masked(paper)):
            start, end = paper.start + match.start("name"), paper.start + match.end("name")
            return ordinary_case(one_line(match["name"])), start, end
    return None


_STATE_OF = r"(?:STATE|COMMONWEALTH)\s+OF\s+[A-Z]+(?:\s[A-Z]+)?"
_PROSECUTOR = r"(?:District|County|State[’']?s?|Prosecuting|Commonwealth[’']s)\s+Attorney"
_OFFICE = re.compile(
    rf"(?:{_STATE_OF}\s*\n\s*)?(?:[A-Z]\w+\s+)?Office\s+of\s+(?:the\s+)?(?:\w+\s+){{0,3}}?"
    rf"(?:Attorney\s+General|{_PROSECUTOR})[ \t]*$"
    r"|(?:^|\t)[ \t]*District[ ]Attorney(?:,"
    r"|[ ]of)[ ](?:(?:the[ ])?County[ ]of[ ])?[A-Z]\w+(?:[ ][A-Z]\w+)?(?:[ ]County)?[ \t]*$"
    rf"|(?:[A-Z][\w.]+[ ]){{1,3}}{_PROSECUTOR}(?:[’']?s?\s+Office)?[ \t]*$"
    rf"|(?:{_STATE_OF}|{states.STATE})\s+DEPARTMENT\s+OF\s+JUSTICE[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)


def issuing_office(case: Case) -> tuple[str, int, int] | None:
    """The prosecutor's office at the head of a paper that no court issued; None where none stands there."""
    text = case.masked(case.main)
    if case.process == "US_GJ_STATE":
        match = _OFFICE.search(text)  # a prosecutor who issues a subpoena stands at its foot
    elif case.process.startswith("US_ADMIN") or case.main.is_letter:
        match = _OFFICE.search(text[:600])
    else:
        return None
    if match is None:
        return None
    start = case.main.start + match.start()
    return ordinary_case(one_line(match[0])), start, start + len(match[0])
