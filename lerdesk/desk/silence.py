"""What silence the order asks for or orders, and until when, from the facts and the answers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lerdesk.desk.case_file import CaseFile
from lerdesk.domain.calendar import holiday_set
from lerdesk.domain.case_facts import GagFacts
from lerdesk.domain.deadline import count
from lerdesk.domain.nondisclosure import gag_from_fact, gag_kind
from lerdesk.domain.rules import Rulebook
from lerdesk.domain.vocabulary import Gag, Regime

_LENGTH = re.compile(r"(?i)(\d+|[a-z]+)[\s-]*(?:\((\d+)\)\s*)?(day|month|year)")
_SPELT = "zero one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {word: number for number, word in enumerate(_SPELT.split())} | {
    "thirty": 30,
    "sixty": 60,
    "ninety": 90,
    "a": 1,
    "an": 1,
}
_REGIMES = {
    "day": Regime.US_R45_DAYS,
    "month": Regime.US_R45_MONTHS,
    "year": Regime.US_R45_YEARS,
}


@dataclass(frozen=True)
class Silence:
    """What stands against telling the customer on a day.

    Attributes:
        gag: as the rules are asked, EXPIRED once its last day is over.
        claimed: whether anything asks for silence, so that the questions on silence are asked.
        until: last silent day, where one is fixed or counts out.
    """

    gag: Gag
    claimed: bool
    until: date | None

    @property
    def facts(self) -> GagFacts:
        """As the rulebook is asked."""
        return GagFacts(self.gag, None if self.gag is Gag.NONE else self.until)


def silence_of(case: CaseFile, rules: Rulebook, today: date) -> Silence:
    """The silence by the facts, mended by the answers to the questions on silence."""
    value = case.value("nondisclosure")
    kind, until = gag_from_fact(value)
    claimed = kind is not Gag.NONE
    if kind is Gag.COURT_INDEFINITE and until is None and isinstance(value, Mapping):
        until = _counted(case, rules, str(value.get("duration") or ""))
        kind = Gag.COURT_FIXED if until else kind
    kind = gag_kind(rules, kind, {key: row.answer for key, row in case.answers.items()})
    if kind is Gag.COURT_FIXED and until and until < today:
        return Silence(Gag.EXPIRED, claimed, until)
    if kind not in {Gag.COURT_FIXED, Gag.COURT_DEFECTIVE}:
        until = None
    return Silence(kind, claimed, until)


def _counted(case: CaseFile, rules: Rulebook, duration: str) -> date | None:
    """The last day of a silence given as a length, counted from the order's date (clock K13)."""
    found = _LENGTH.search(duration)
    start = case.day("date_issued")
    if found is None or start is None:
        return None
    number = found[2] or found[1].lower()
    length = int(number) if number.isdigit() else _NUMBERS.get(number)
    if length is None:
        return None
    holidays = holiday_set(rules.calendars, "US")
    return count(_REGIMES[found[3].lower()], start, length, holidays)[0]
