"""How sure a rule is, in words: beside every proposal that stands on it."""

from lerdesk.base.written import sentence_start
from lerdesk.domain.rules import Rulebook
from lerdesk.domain.vocabulary import Standing
from lerdesk.rulebook.field_words import STANDING

#: the mark beside a citation
MARKS = {**STANDING, Standing.COMPANY: "your company’s choice"}
_SENTENCES = {
    Standing.VERIFIED: "Verified: the primary text was read.",
    Standing.SECONDARY: "Secondary source: the primary text was not read.",
    Standing.UNVERIFIED: "Unverified: ask counsel before relying on it.",
    Standing.COMPANY: "Your company’s choice, not law.",
}
_OWN = "your organisation’s own rule"
#: what a proposal rests on that a person confirms by hand
UNSURE = frozenset({Standing.SECONDARY, Standing.UNVERIFIED})
_DOUBTS = {
    Standing.SECONDARY: "It rests on a secondary source: confirm it by hand.",
    Standing.UNVERIFIED: "It rests on unverified law: confirm it by hand.",
}


def mark(rules: Rulebook, rule: str, status: Standing) -> str:
    """``verified``, ``secondary source``, ``unverified`` …; the organisation's own rules are named so."""
    return f"{_OWN}, {MARKS[status]}" if _own(rules, rule) else MARKS[status]


def sentence(rules: Rulebook, rule: str, status: Standing) -> str:
    """The same as a sentence."""
    own = f"{sentence_start(_OWN)}. " if _own(rules, rule) else ""
    return own + _SENTENCES[status]


def _own(rules: Rulebook, rule: str) -> bool:
    """A cell of the matrix is called by its process and its class."""
    return rule in rules.own or rule.partition(" ")[0] in rules.own


def doubt(status: Standing) -> str:
    """What a proposal that is not certain says of itself; empty where it is."""
    return _DOUBTS.get(status, "")
