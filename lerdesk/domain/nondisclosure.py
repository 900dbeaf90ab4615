"""What kind of silence a case is under, and when a delayed notice may go."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from lerdesk.domain.deadline import by_clock
from lerdesk.domain.fact import JsonValue
from lerdesk.domain.rules import Rulebook
from lerdesk.domain.vocabulary import Answer, Gag, Regime, Tells

_LENGTH = re.compile(
    r"(\d+|one|two|three|four|five|six|nine|twelve|eighteen|thirty|sixty|ninety)"
    r"\s*(?:\(\d+\)\s*)?[\s-]*(?:calendar\s+)?(day|month|year)"
)
_NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "nine": 9,
    "twelve": 12,
    "eighteen": 18,
    "thirty": 30,
    "sixty": 60,
    "ninety": 90,
}
_REGIMES = {
    "day": Regime.US_R45_DAYS,
    "month": Regime.US_R45_MONTHS,
    "year": Regime.US_R45_YEARS,
}
#: comes with the process that asks, and is none itself
_SILENCE_ORDER = "US_NDO_2705B"
_COURT = frozenset({Gag.COURT_FIXED, Gag.COURT_INDEFINITE, Gag.COURT_DEFECTIVE})


def asking(kinds: Sequence[str]) -> str | None:
    """Of the processes in one request's papers the one that asks: an order to be silent only if it came alone."""
    return next((each for each in kinds if each != _SILENCE_ORDER), kinds[0] if kinds else None)


def gag_kind(rules: Rulebook, gag: Gag, answers: Mapping[str, Answer]) -> Gag:
    """The gag's kind after the questions on silence.

    Only a court's gag is changed: a statute silences by itself, a mere request needs no test, an ended
    gag has ended.
    """
    if gag not in _COURT:
        return gag
    if rules.tell(answers, Tells.NO_ORDER):
        return Gag.REQUEST_ONLY
    if gag is Gag.COURT_DEFECTIVE:
        return gag
    made = {
        question.gag
        for question_id, answer in answers.items()
        if (question := rules.questions[question_id]).silence and question.failed(answer)
    }
    for kind in (Gag.COURT_DEFECTIVE, Gag.REQUEST_ONLY, Gag.COURT_INDEFINITE):
        if kind in made:
            return kind
    return gag


def gag_from_fact(
    value: JsonValue, rules: Rulebook | None = None, issued_on: date | None = None
) -> tuple[Gag, date | None]:
    """The gag that a read ``nondisclosure`` fact speaks of, and its last silent day where that can be told.

    Args:
        value: the fact's value.
        rules: the rulebook, to count a written length; without it the end stays unknown.
        issued_on: the order's date, from which a written length runs.
    """
    if not isinstance(value, Mapping):
        return Gag.NONE, None
    kind = value.get("kind")
    if kind in {"request", "statute"}:
        return (Gag.REQUEST_ONLY if kind == "request" else Gag.STATUTORY), None
    if kind != "order":
        return Gag.NONE, None
    until = value.get("until")
    if isinstance(until, str):
        return Gag.COURT_FIXED, date.fromisoformat(until)
    length = written_length(str(value.get("duration") or ""))
    if length is None or issued_on is None or rules is None:
        return Gag.COURT_INDEFINITE, None
    end = by_clock(
        rules, rules.silence_end.id, issued_on, number=length[0], regime=_REGIMES[length[1]]
    )
    return Gag.COURT_FIXED, end.day


def written_length(words: str) -> tuple[int, str] | None:
    """``(1, "year")`` of "1 year", "one (1) year", "ninety (90) days"."""
    found = _LENGTH.search(words.lower())
    if found is None:
        return None
    number = _NUMBERS[found[1]] if found[1] in _NUMBERS else int(found[1])
    return number, found[2]
