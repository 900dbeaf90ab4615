"""How facts would now be decided otherwise, in sentences."""

from collections.abc import Mapping
from datetime import datetime

from lerdesk.base.written import full_day_words, sentence_start
from lerdesk.domain.determination import Decided
from lerdesk.domain.rules import Rulebook
from lerdesk.domain.vocabulary import Gag, Outcome, Proposal
from lerdesk.rulebook.changes.comparison import Difference, How
from lerdesk.rulebook.changes.redecided import Redecided
from lerdesk.rulebook.field_words import words

_WORDS: Mapping[type, Mapping[str, str]] = {
    Outcome: {
        Outcome.PRODUCE_FULL: "full response",
        Outcome.PRODUCE_PARTIAL: "partial response",
        Outcome.REJECT: "no response",
        Outcome.CURE: "to be corrected first",
        Outcome.PRESERVE_ONLY: "preserve only",
        Outcome.NO_RECORDS: "nothing held",
        Outcome.ESCALATE: "a lawyer decides",
    },
    Proposal: {
        Proposal.PRODUCE: "produce",
        Proposal.NARROW: "narrow",
        Proposal.BLOCK: "object",
        Proposal.ESCALATE: "a lawyer decides",
    },
    Gag: {
        Gag.NONE: "none",
        Gag.REQUEST_ONLY: "a mere request",
        Gag.COURT_FIXED: "a court's order with an end",
        Gag.COURT_INDEFINITE: "a court's order without an end",
        Gag.COURT_DEFECTIVE: "a court's order with a defect",
        Gag.STATUTORY: "by statute",
        Gag.EXPIRED: "expired",
    },
}
_DEADLINES = {
    "response": "the response",
    "objection": "the objection",
    "preservation_end": "the end of the preservation",
    "silence_end": "the end of the silence",
    "gate": "the gate",
}


def case_name(case: Redecided, old: Rulebook, new: Rulebook) -> str:
    """``Facts 3 (US_GJ_FED, Federal grand jury subpoena)``."""
    process = new.processes.get(case.process) or old.processes.get(case.process)
    name = f"{case.process}, {process.name}" if process else case.process
    return f"Facts {case.number} ({name})"


def decision_words(case: Redecided, old: Rulebook, new: Rulebook) -> tuple[str, ...]:
    """A sentence for each thing that comes out otherwise, with its reason where the new decision gives one."""
    return tuple(_told(case, change, old, new) for change in case.changes)


def _told(case: Redecided, change: Difference, old: Rulebook, new: Rulebook) -> str:
    place, *keys = change.path
    if place == "refused":
        return _refused(change)
    if place == "defects":
        return _defect(case, change, keys[0])
    if place == "open_questions":
        book, word = (new, "is now open") if change.how is How.NEW else (old, "is no longer open")
        return f"Question {keys[0]} {word}: {book.questions[keys[0]].text}"
    if place == "items":
        return _item(case, change, keys[0], new)
    if place == "deadlines":
        return _deadline(change, keys)
    if place == "notice" and keys[0] == "until":
        return _was("The notice waits until", change)
    if place == "notice":
        was, now = _told_customer(change.old, old), _told_customer(change.new, new)
        return f"Notice: was {was}, is now {now}." + _ground(case.new, "notice")
    subject = {"binding": "Binding", "outcome": "Outcome", "gag": "Silence"}.get(
        place, " ".join(change.path).replace("_", " ").capitalize()
    )
    return _was(subject, change)


def _was(subject: str, change: Difference) -> str:
    return f"{subject}: was {_value(change.old)}, is now {_value(change.new)}."


def _value(value: object) -> str:
    if isinstance(value, Outcome | Proposal | Gag):
        return f"{_WORDS[type(value)][value]} ({value})"
    if isinstance(value, datetime):
        return f"{full_day_words(value)}, {value:%H:%M %z}"
    return "none" if value is None else words(value)


def _told_customer(outcome: object, rules: Rulebook) -> str:
    """A notice outcome with what it does."""
    effect = rules.effects.get(str(outcome))
    return f"{effect} ({outcome})" if effect else _value(outcome)


def _refused(change: Difference) -> str:
    if change.old is None:
        return f"No longer accepted: {change.new}"
    return f"Now accepted; before it was refused: {change.old}"


def _defect(case: Redecided, change: Difference, question: str) -> str:
    if change.how is How.NEW:
        return f"Question {question} now stands as a defect, {change.new}{_ground(case.new, 'defects', question)}"
    if change.how is How.GONE:
        return f"Question {question} no longer stands as a defect (was {change.old})."
    return _was(f"Question {question}", change)


def _item(case: Redecided, change: Difference, item: str, rules: Rulebook) -> str:
    field = change.path[-1]
    if field == "data_class":
        was, now = (words(each, rules.matrix.names) for each in (change.old, change.new))
        return f"Item {item}, class of data: was {was}, is now {now}."
    return _was(f"Item {item}, {field}", change) + (
        _ground(case.new, "items", item) if field == "proposal" else ""
    )


def _deadline(change: Difference, keys: list[str]) -> str:
    kind, _, number = keys[0].partition(" ")
    name = f"Deadline for {_DEADLINES.get(kind, kind)}{f' {number}' if number else ''}"
    if change.how in {How.NEW, How.GONE}:
        there = change.new if change.how is How.NEW else change.old
        due = _value(there["due"]) if isinstance(there, dict) else ""
        return f"{name}: {f'now there, {due}' if change.how is How.NEW else f'no longer there (was {due})'}."
    if keys[-1] == "release_not_before":
        name += ", release not before"
    return _was(name, change)


def _ground(decided: Decided | str, place: str, key: str = "") -> str:
    """The reason and the citation that the new decision gives."""
    found = _grounds(decided, place, key) if isinstance(decided, Decided) else []
    for reason, citation in found[:1]:
        end = "" if reason.endswith((".", "?")) else "."
        return f" {sentence_start(reason)}{end} {citation.rstrip('.')}."
    return ""


def _grounds(decided: Decided, place: str, key: str) -> list[tuple[str, str]]:
    if place == "defects":
        return [(one.reason, one.citation) for one in decided.defects if one.question == key]
    if place == "items":
        return [(one.reason, one.citation) for one in decided.items if one.id == key]
    return [(decided.notice.reason, decided.notice.citation)] if decided.notice else []
