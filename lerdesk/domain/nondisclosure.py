"""What kind of silence a case is under, and when a delayed notice may go."""

from collections.abc import Mapping
from datetime import date, timedelta

from lerdesk.domain.fact import JsonValue
from lerdesk.domain.rules import Rulebook
from lerdesk.domain.vocabulary import Answer, Gag

_COURT = frozenset({Gag.COURT_FIXED, Gag.COURT_INDEFINITE, Gag.COURT_DEFECTIVE})


def gag_kind(rules: Rulebook, gag: Gag, answers: Mapping[str, Answer]) -> Gag:
    """The gag's kind after the questions on silence.

    Only a court's gag is changed: a statute silences by itself, a mere request needs no test, an ended
    gag has ended.
    """
    if gag not in _COURT:
        return gag
    unsigned = rules.questions.get("E981")
    if unsigned is not None and "E981" in answers and unsigned.failed(answers["E981"]):
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


def gag_from_fact(value: JsonValue) -> tuple[Gag, date | None]:
    """The gag that a read ``nondisclosure`` fact speaks of, and its last silent day if written."""
    if not isinstance(value, Mapping):
        return Gag.NONE, None
    kind = value.get("kind")
    if kind == "request":
        return Gag.REQUEST_ONLY, None
    if kind == "statute":
        return Gag.STATUTORY, None
    if kind != "order":
        return Gag.NONE, None
    until = value.get("until")
    if isinstance(until, str):
        return Gag.COURT_FIXED, date.fromisoformat(until)
    return Gag.COURT_INDEFINITE, None


def first_notice_day(last_silent_day: date) -> date:
    """The first day on which a delayed notice may go; an extension is looked for first."""
    return last_silent_day + timedelta(days=1)
