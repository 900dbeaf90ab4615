"""Data that is another category by the manner in which it is asked for: as it arises, or for nobody in particular."""

import re

_LIVE = re.compile(
    r"\breal[-\s]time\b|\bprospective(?:ly)?\b|\bon-?going\b|\bcontemporaneous(?:ly)?\b|\bsimultaneous(?:ly)?\b"
    r"|\bcontinuing\b|\blive\s+(?:\w+\s+)?(?:feeds?|streams?|views?|video|audio|pings?|location)\b"
    r"|\bas\s+(?:it|they|each|events?)\b[^,;.]{0,20}\b(?:is|are|moves?|occurs?|takes?)\b|\bintercept(?:ion|ed)?\b"
    r"|\bat\s+the\s+time\s+it\s+is\s+sent\b|\bpen\s+registers?\b|\bpen/trap\b|\btrap\s+and\s+trace\b",
    re.IGNORECASE,
)
_STORED = re.compile(r"\b(?:stored|historical|past|previously)\b", re.IGNORECASE)
_NOBODY = re.compile(
    r"\baggregated?\b|\banonymi[sz]ed\b|\btotal\s+(?:U\.S\.\s+)?(?:number\s+of\s+)?(?:times|plays|streams"
    r"|rentals|views|downloads)\b"
    r"|\bno\s+user\s+data\b|\boverall\s+(?:streaming|viewing)\b|\bin\s+bulk\b|\bbulk\s+metadata\b",
    re.IGNORECASE,
)
_AS_IT_ARISES = {"C24": "C25", "C26": "C27", "C21": "C27", "C07": "C37"}
_FOR_NOBODY = {"C18": "C20", "C19": "C20"}
_CLAUSE = re.compile(r"[^;.]*")


def told_otherwise(text: str, category: str, span: tuple[int, int]) -> str:
    """The category that the clause about a category's words makes of it; itself as a rule."""
    if category not in _AS_IT_ARISES and category not in _FOR_NOBODY:
        return category
    start = max(text.rfind(mark, 0, span[0]) for mark in ";.") + 1
    found = _CLAUSE.match(text, start)
    clause = found[0] if found else ""
    if category in _AS_IT_ARISES and _LIVE.search(clause) and not _STORED.search(clause):
        return _AS_IT_ARISES[category]
    if category in _FOR_NOBODY and _NOBODY.search(clause):
        return _FOR_NOBODY[category]
    return category
