"""Provisions cited: federal, State, rules of procedure."""

import re

from lerdesk.domain.fact import Fact
from lerdesk.intake import states
from lerdesk.intake.case import Case, one_line
from lerdesk.intake.dates import DATE
from lerdesk.intake.document import squeezed

_PART = r"(?>\d+[A-Za-z]?(?:[.\-–:/]\d+[A-Za-z]?)*(?:\([A-Za-z0-9]{1,4}\))*)"
_LIST = (
    rf"{_PART}(?:(?:\s*,\s*(?:and\s+|or\s+|&\s+)?|\s+and\s+|\s+or\s+|\s*&\s*|\s*[–\-]\s*|\s+through\s+"
    rf"|\s+to\s+)(?:§+\s*)?(?:{_PART}|\([a-z0-9]{{1,3}}\)(?:\([A-Za-z0-9]{{1,4}}\))*)"
    r"(?!\s+U\.?\s?S\.?\s?C|\s+(?:ILCS|Pa\.)|\s*[/:]\d|\s+(?:days|hours|year)))*(?:\s+et\s+seq\.?)?"
)
_SECTION = r"(?:§+|[Ss]ections?|[Ss]ecs?\.|SECTIONS?|[Aa]rts?\.|[Aa]rticles?)"
_CODES = (
    r"(?:Cal(?:ifornia|\.)?\s+)?(?:Penal|Evidence|Health\s*(?:and|&)\s*Safety|Vehicle|Welfare\s+(?:and"
    r"|&)\s+Institutions|Business\s+(?:and|&)\s+Professions|Civil|Government|Criminal)\s+Code"
    r"|(?:N\.?Y\.?\s+)?(?:Penal|Criminal\s+Procedure|Tax|General\s+Business|Executive)\s+Law|CPLR|C\.P\.L\.R\.|CPL|(?:PENAL|CRIMINAL\s+PROCEDURE)\s+(?:LAW|CODE)"
    r"|(?:Maryland\s+)?Criminal\s+Law(?:\s+Article)?(?=\s*,?\s*(?:§|[Ss]ec))|C\.P\.L\.|(?:Cal(?:ifornia|\.)?\s+)?(?:Pen(?:al|\.)|Evid\.|Veh\.|Gov\.|Bus\.\s+&\s+Prof\.)\s+C(?:ode|\.)|P\.?C\.?"
    r"|Fla?\.?\s?S(?:\.|tat\.)|F\.S\.S?\.|F\.S\.|Ill\.\s+Comp\.\s+Stat\.|Ga\.\s+Code(?:\s+Ann\.)?|Del\.\s+C(?:ode|\.)"
    r"|Mich\.\s+Comp\.\s+Laws|G\.\s?L\.,?\s+(?:c|ch)\.|Mass\.\s+Gen\.\s+Laws,?\s+(?:c|ch)\.|Okla\.\s+Stat\.|Ark\.\s+Code(?:\s+Ann\.)?"
    r"|Ala\.\s+Code|Ky\.\s+Rev\.\s+Stat\.|La\.\s+Rev\.\s+Stat\.|N\.?D\.?\s+Cent\.\s+Code|SDCL|R\.I\.\s+Gen\.\s+Laws|Vt\.\s+Stat\."
    r"|Tex(?:as|\.)?\s+(?:Penal\s+Code|Code\s+(?:of\s+)?Crim(?:inal|\.)\s+Proc(?:edure|\.))"
    r"(?:\s+(?:Ann\.|[Aa]rt(?:icle|\.)?))?"
    r"|Code\s+of\s+Criminal\s+Procedure(?:\s+[Aa]rt(?:icle|\.))?|Fla(?:\.|orida)\s+Stat(?:\.|utes?"
    r"|\.\s+Ann\.)|Florida\s+Statutes|Va\.\s+Code(?:\s+Ann\.)?|Code\s+of\s+Virginia|Minn(?:\.|esota)"
    r"\s+Stat(?:\.|utes)(?:\s+(?:sec\.|§))?"
    r"|Or(?:\.|egon)\s+Rev(?:\.|ised)\s+Stat(?:\.|utes)|ORS|NRS|Nev(?:\.|ada)\s+Rev(?:\.|ised)"
    r"\s+Stat(?:\.|utes)|A\.?R\.?S\.?|C\.?R\.?S\.?(?=\s*,?\s*(?:§|[Ss]ec)|\s+\d+-)|O\.?R\.?C\.?|Ohio\s+Rev(?:\.|ised)"
    r"\s+Code(?:\s+Ann\.)?|R\.C\.|M\.?C\.?L\.?|MCA|G\.?L\.?\s+c\.|M\.G\.L\.\s+(?:c\.|ch\.)"
    r"|O\.?C\.?G\.?A\.?|N\.?C\.?\s+Gen\.\s+Stat\.|N\.J\.S\.A\.|NMSA(?:\s+1978,?)?|\d{2,3}\s+ILCS|\d{1,2}\s+O\.?\s?S\.|\d{1,2}\s+V\.S\.A\.|Alaska\s+Stat\.|Wyo\.\s+Stat\.(?:\s+Ann\.)?|D\.C\.\s+Code"
    r"|Miss\.\s+Code(?:\s+Ann\.)?|Colo\.\s+Rev\.\s+Stat\.|Ariz\.\s+Rev\.\s+Stat\.|N\.J\.\s+Stat\.|N\.C\.G\.S\.|\d{1,2}(?:-[AB])?\s+M\.R\.S\."
    r"|Utah\s+Code(?:\s+Ann\.)?|Idaho\s+Code|Wis(?:\.|consin)\s+Stat(?:\.|utes|s\.)|Mont(?:\.|ana)"
    r"\s+Code(?:\s+Ann\.)?|Tenn(?:\.|essee)\s+Code(?:\s+Ann(?:\.|otated))?|K\.S\.A\.|Iowa\s+Code"
    r"|Ind(?:\.|iana)\s+Code|IC|RSM[Oo]\.?|Mo\.\s+Rev\.\s+Stat\.|\d{2}\s+Pa\.?\s?C\.?\s?S\.?(?:A\.)?"
    r"|Md\.\s+Code|RSA|KRS|Neb\.\s+Rev\.\s+Stat\.|S\.C\.\s+Code(?:\s+Ann\.)?|Conn\.\s+Gen\.\s+Stat\."
    r"|Haw(?:\.|aii)\s+Rev(?:\.|ised)\s+Stat(?:\.|utes)|HRS|C\.G\.S\.|La\.\s+R\.S\.|W\.Va\.\s+Code"
)
_CITATIONS = (
    rf"\b\d{{1,2}}\s+U\.?\s?S\.?\s?C(?:\.|ode)?(?:\s*A\.)?\s*(?:{_SECTION}\s*)?{_LIST}",
    (
        rf"\b[Tt]itle\s+\d{{1,2}},?\s+(?:of\s+the\s+)?(?:United\s+States\s+Code|U\.?\s?S\.?\s?C\.?(?:ode)?)"
        rf",?\s*(?:[Aa]t\s+)?{_SECTION}?\s*{_LIST}"
    ),
    rf"\bRCW\s+(?:[Cc]h(?:apter|\.)\s+)?{_PART}(?:(?:\s*,\s*|\s+and\s+)(?:RCW\s+)?\d+[A-Z]?\.\d+(?:\.\d+)?)*",
    rf"(?<![\w.])(?:{_CODES})\s*,?\s*(?:{_SECTION}\s*)?{_LIST}",
    (
        r"\bFed(?:\.|eral)\s*R(?:\.|ules?)\s*(?:of\s+)?(?:Crim(?:\.|inal)|Civ(?:\.|il)|Evid(?:\.|ence))"
        rf"\s*(?:P(?:\.|rocedure))?\s*{_LIST}"
    ),
    rf"(?<![\w.])(?:{states.STATE}\s+|[A-Z][a-z]+\.\s+)?(?:Crim\.\s*[RP]\.|R\.\s*Crim\.\s*P\.)\s*{_LIST}",
    r"(?<![\w.])(?:R\.|Rule)\s+\d{1,2}:\d{1,3}[A-Z]?-\d{1,2}(?:\([a-z0-9]{1,3}\))*",
    rf"\bFederal\s+Rules?\s+of\s+(?:Evidence|(?:Criminal|Civil)\s+Procedure)\s+{_LIST}",
    (
        rf"\b(?i:Articles?|Arts?\.)\s+{_LIST},?\s+(?i:(?:of\s+)?(?:the\s+)?(?:{states.STATE}\s+)?(?:Code\s+of\s+Criminal\s+Procedure"
        r"|Criminal\s+Procedure\s+Law|Penal\s+(?:Law|Code)))"
    ),
    r"\b[Aa]rt(?:icle|\.)\s+\d{1,2}[A-Z]?\.\d{1,3}[a-z]?(?:\([a-z0-9]{1,3}\))*(?!\w)",
    rf"\b[Ss]ections?\s+{_LIST},?\s+(?:of\s+the\s+)?(?:{states.STATE}\s+)(?:Revised\s+)?(?:Statutes|Code(?:\s+Annotated)?|Laws)",
    (
        r"\b[A-Z][a-z]+(?:\s+(?:[A-Z][a-z]+|of|and|for)){0,5}\s+Act\s+of\s+\d{4}(?:,\s+as\s+amended)?"
    ),
    (
        rf"\b[Ss]ections?\s+{_LIST},?\s+(?:of\s+)?(?:the\s+)?(?:{states.STATE}\s+)?(?:Penal|Evidence"
        r"|Criminal|Health\s+and\s+Safety|Vehicle)\s+(?:Code|Law)"
    ),
    rf"\b[Ss]ection\s+{_LIST}\s+of\s+(?:the\s+)?[Tt]itle\s+\d{{1,2}}(?:,?\s+(?:of\s+the\s+)?United\s+States\s+Code)?",
    (
        r"\b[Ss]ections?\s+\d+[A-Za-z]?\s+of\s+the\s+[A-Z][\w()]+(?:\s+(?:[A-Z][\w()]+|of|and))"
        r"{0,6}\s+(?:Act|Law|Code)(?:\s+(?:of\s+)?\d{4})?"
    ),
)
#: what a federal form prints beside its box on delayed notice
_DELAY_BOX = re.compile(
    r"Pursuant\s+to\s+18\s+U\.?\s?S\.?\s?C\.?\s*§\s*3103a\(b\),\s+I\s+find[^☐☒]{0,400}",
    re.IGNORECASE,
)
_DELAYED = re.compile(
    rf"\bfor\s+_*\s*\d{{1,3}}\s*_*\s+days|specific\s+date\s+of\s+_*\s*(?:{DATE})", re.IGNORECASE
)
# no citation is looked for at a letter with which none begins
_BEGINS = r"(?=[\dA-Z]|[Tt]itle|[Ss]ection|art)"
#: one provision or several cited together
CITED = re.compile(_BEGINS + f"(?:{'|'.join(_CITATIONS)})")


def statutes(case: Case) -> list[Fact]:
    """Every provision cited in the papers that speak for the process, each once."""
    seen: list[str] = []
    facts: list[Fact] = []
    for paper in case.relevant:
        text = case.masked(paper)
        printed = [box.span() for box in _DELAY_BOX.finditer(text) if not _DELAYED.search(box[0])]
        for match in CITED.finditer(text):
            if any(start <= match.start() < end for start, end in printed):
                continue
            value = one_line(match[0]).rstrip(" .,;")
            key = _key(value)
            if len(key) < (4 if ":" in value else 5) or not re.search(r"\d", value):
                continue
            if key in seen:
                continue
            seen.append(key)
            start = paper.start + match.start()
            facts.append(case.fact("statute", value, start, paper.start + match.end(), 0.93))
    return facts


def _key(value: str) -> str:
    plain = re.sub(r"§|\b(?:title|sections?|secs?\.|of|the)\b", " ", value, flags=re.IGNORECASE)
    return squeezed(plain.replace("United States Code", "USC"))
