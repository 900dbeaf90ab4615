"""Which data categories an order's words ask for, the leading category first by its place in the words."""

import re
from functools import lru_cache

from lerdesk.intake.manner import told_otherwise
from lerdesk.intake.wording import patterns

#: where what is excepted ends: with the sentence or clause, or where the demand goes on
_UP_TO = (
    r"(?:(?!,\s+(?:including|as\s+well\s+as|together|and\s+(?:all|any|the)\b|(?:all|any)\s|\w+\s+(?:files"
    r"|logs|records)))[^;.()])*"
)
#: what an item excludes is not asked for
_EXCLUDED = re.compile(
    (
        r"\((?:but\s+)?(?:not\s+including|excluding|other\s+than|except)[^)]*\)|\b(?:not\s+including"
        r"|excluding|other\s+than|except(?:\s+for)?|but\s+not|not|no|without)\s+(?:the\s+"
        r"|any\s+|its\s+|their\s+)?(?:e-?mail\s+)?(?:contents?|substance)[^,;.]*"
        rf"|\b(?:excluding|exclusive\s+of|except\s+for|with\s+the\s+exception\s+of|not\s+including|but\s+(?:not\b(?!\s+limited)|neither|without))\b{_UP_TO}"
        r"|\b(?:need\s+not|shall\s+not|may\s+not|(?:is|are)\s+not\s+to|do(?:es)?\s+not)\s+(?:\w+\s+)?"
        r"(?:provide|produce|disclose|include|send|furnish|seek|call\s+for|extend|ask\s+for|authori[sz]e)\b[^;.]*"
        r"|\bnothing\s+(?:herein|in\s+this\s+\w+)\s+(?:requires|authori[sz]es|calls\s+for)\b[^;.]*"
        r"|\([^)]*\bnot\s+(?:sought|requested|required|demanded)\)"
        r"|\bwithout\s+(?:any\s+|the\s+)?(?:\w+\s+)?(?:customer|user|subscriber|viewer|password|audio"
        r"|recording)s?\b[^,;.]*"
        r"|\b(?:not\s+linked\s+to|no\s+information\s+identifying)\b[^,;.]*"
        r"|(?:^|(?<=[.;]))[^;.]*\b(?:(?:is|are)\s+not\s+(?:\w+\s+)?(?:sought|requested|required|asked|demanded"
        r"|wanted|needed|covered|called\s+for)"
        r"|(?:is|are)\s+(?:\w+ly\s+)?(?:outside|excluded|excepted))\b[^;.]*"
    ),
    re.IGNORECASE,
)

#: what is named is not what is asked for: a device by its number, an account by its mailbox or telephone
_NAMED = re.compile(
    r"\b(?:device\s+)?(?:IMEI|serial\s+(?:numbers?|no\.?))\s*[:#]?\s*(?=[\w\-]*\d)[\w\-]{5,}"
    r"|\b(?:(?:recovery|registered|linked|mobile|cell|contact)\s+)?(?:(?:e-?mail"
    r"|(?:tele)?phone)(?:\s+(?:address|numbers?|no\.?))?|mobile|cell)"
    r"\s*[:#]?\s*[<(“\"]?(?:[\w.+\-]+@[\w.\-]+\w|\+?\(?\d{3}\)?[\s.\-]\d{3}[\s.\-]\d{4})"
    r"|(?:\bmailbox\s+)?[\w.+\-]+@[\w.\-]+\w"
    r"|\b(?:user|screen|display|shop|store)\s?names?\s*:?\s*(?:[“\"‘'][^”\"’'\n]{2,40}[”\"’']|\w*[\d_.]\w*)",
    re.IGNORECASE,
)
_PATTERNS = tuple(
    (category, re.compile(pattern, re.IGNORECASE)) for category, pattern in patterns()
)

#: where the words of one category hold those of another, the other is only meant when it stands alone
_CARRIED = {
    "C30": ("C08", "C04", "C01", "C22"),
    "C28": ("C13", "C03", "C14"),
    "C21": ("C13", "C23"),
    "C26": ("C14", "C18", "C23"),
    "C18": ("C08", "C14"),
    "C19": ("C18",),
    "C17": ("C08", "C18"),
    "C24": ("C23", "C14"),
    "C14": ("C13", "C18"),
    "C31": ("C30", "C05"),
    "C35": ("C24", "C26", "C01", "C07", "C14"),
    "C09": ("C08",),
    "C15": ("C14",),
    "C11": ("C08",),
    "C23": ("C04",),
}
#: words that no other category carries
_OWN = {
    "C13": re.compile(r"(?<!mail )messag|chat|communicat|convers|correspond", re.IGNORECASE),
    "C08": re.compile(r"\borders\b|\bhistor\w+|\bcontents\b", re.IGNORECASE),
    "C23": re.compile(r"\bserial\b|\bMAC\b|\bIMEI\b", re.IGNORECASE),
}
#: messages to the company itself are its own, whatever they are called
_TO_COMPANY = frozenset({"C28"})
#: as near before the words of a weaker category, a stronger one carries them
_NEAR = 40
#: where a card or code is named first, all that follows in the clause is told of it
_FAR = frozenset({"C30"})
_NO_CONTENT = (
    r"\bheader\s+information\b[^;.]*|"
    r"\b(?:headers?|senders?|recipients?|dates?|times?|sizes?"
    r"|numbers?)\b(?:,?\s+(?:and\s+)?[\w()]+){0,8}\s+of\s+(?:each|every|all|any|the)"
    r"\s+(?:e-?mail\s+)?(?:messages?|communications?|e-?mails?|chats?)\b[^,;.]*"
)
#: words of one category that hold none of another's
_NOT_MEANT = {
    "C01": r"\buser\s+names?\b|(?:file|item|product|display|domain|host|bucket|device|ship-to)[’']?s?\s+names?"
    r"|serial\s+numbers?,\s+names?|\bnames?\s+of\s+(?:the\s+|each\s+)?(?:issuing\s+|delivery\s+)?"
    r"(?:banks?|drivers?|couriers?|devices?|shows?|speakers?)\b|\bnumbers?\s+or\s+(?:other\s+)?identit(?:y|ies)\b",
    "C13": _NO_CONTENT,
    "C14": rf"{_NO_CONTENT}|\bservices?\b[^.;)]{{0,60}}\bcloud\s+storage\b",
    "C21": r"\b(?:video|footage|clips)\s+(?:and|or|with)\s+audio\b(?:\s+(?:footage|recordings?|recorded"
    r"|captured))?|\baccompanying\s+audio\b",
    "C04": r"\bpay(?:ments?)?\s+for\s+(?:the|such|each)\s+(?:\w+\s+)?(?:subscription|membership|service"
    r"|plan)s?\b|\b(?:from|since)\s+(?:the\s+)?(?:date|day|time)\b[^.;,]{0,40}?(?:creation|created|opened"
    r"|opening)[^.;,]{0,12}\b(?:to|through|until)\b"
    r"|\b(?:from|of|after)\s+(?:the\s+)?date\s+of\s+service\b",
    "C02": r"\baddress(?:es)?\s+on\s+the\s+internet|\baddress\s+books?\b|\bto/from\s+addresses\b"
    r"|\be-?mail\s+address(?:es)?\s+or\s+addresses|(?<!and )(?<!or )\belectronic\s+mail\s+address(?:es)?"
    r"|\bIP[”\"']?\)\s+address(?:es)?"
    r"|\bsource\s+and\s+destination\b[^.;,]*|\b(?:at|in|inside|outside|from)\s+the\s+(?:\w+\s+)?(?:address"
    r"|residence)\b|\bof\s+the\s+residence\b",
    "C03": r"\b(?:of|from)\s+the\s+(?:\w+\s+)?phone\b|\bsource\s+and\s+destination\b[^.;]*",
    "C12": r"\bin\s+the\s+review\b",
    "C32": r"\bkeys?\s+ending\b",
    "C06": r"\bIP(?:\s+address(?:es)?)?\s+(?=\d{1,3}\.\d)|\bthe\s+below\s+IP\s+address\b",
}
_HIDDEN = {key: re.compile(pattern, re.IGNORECASE) for key, pattern in _NOT_MEANT.items()}


def asked_for(words: str) -> str:
    """The words without what they except, and without what only names accounts and devices."""
    words = re.sub(r"\s+/\s+", ", ", words)  # a form's row of fields
    return re.sub(r"\s+", " ", _NAMED.sub(" ", _EXCLUDED.sub(" ", words)))


def categories(words: str) -> tuple[str, ...]:
    """The ids that an item's words touch, the leading one first; empty where none is recognised."""
    return _categories(" ".join(words.split()).rstrip(" ;.,:"))


@lru_cache(maxsize=8192)  # the same words are asked about on every way that finds them
def _categories(words: str) -> tuple[str, ...]:
    plain = asked_for(words)
    found: dict[str, list[tuple[int, int]]] = {}
    for category, pattern in _PATTERNS:
        hidden = _HIDDEN.get(category)
        text = hidden.sub(lambda m: " " * len(m[0]), plain) if hidden else plain
        if spans := [match.span() for match in pattern.finditer(text)]:
            found[category] = spans
    kept = {
        category: [span for span in spans if not _is_carried(plain, category, span, found)]
        for category, spans in found.items()
    }
    places: dict[str, tuple[int, int]] = {}
    for category, spans in kept.items():
        for span in spans:
            told = told_otherwise(plain, category, span)
            places[told] = min(places.get(told, span), span)
    order = [category for category, _ in _PATTERNS]
    return tuple(sorted(places, key=lambda each: (places[each], order.index(each))))


def _is_carried(
    text: str, category: str, span: tuple[int, int], found: dict[str, list[tuple[int, int]]]
) -> bool:
    """Whether a category's words belong to those of another that stand about them, in the same clause."""
    own = category in _OWN and bool(_OWN[category].search(text, *span))
    for strong, weaker in _CARRIED.items():
        if category not in weaker or (own and strong not in _TO_COMPANY):
            continue
        for start, end in found.get(strong, ()):
            if start < span[1] and span[0] < end:
                return True
            if own:
                continue
            between = text[end : span[0]]
            stop = ";" if strong in _FAR else "[;,.:]"
            near = strong in _FAR or len(between) <= _NEAR
            if end <= span[0] and near and not re.search(stop, between):
                return True
    return False
