"""Whether facts would be decided otherwise under another rulebook: what comes out, not how it is worded."""

from collections.abc import Mapping
from dataclasses import dataclass

from lerdesk.base.errors import Refused
from lerdesk.domain.case_facts import parse
from lerdesk.domain.determination import Decided, decide
from lerdesk.domain.rules import Rulebook
from lerdesk.rulebook.changes.comparison import Difference, differences


@dataclass(frozen=True)
class Redecided:
    """One set of facts under two rulebooks.

    Attributes:
        number: its place in the list of facts, from 1.
        process: as the facts name it.
        changes: what comes out otherwise; empty where all stays the same.
        old: what the old rulebook decides; the reason why it refuses the facts.
        new: likewise of the new one.
        warnings: what was ignored in the facts.
    """

    number: int
    process: str
    changes: tuple[Difference, ...]
    old: Decided | str
    new: Decided | str
    warnings: tuple[str, ...] = ()


def redecide(number: int, value: object, old: Rulebook, new: Rulebook) -> Redecided:
    """Decide facts under both rulebooks.

    Args:
        number: place of the facts in their list.
        value: the facts, as JSON gives them.
        old: the rulebook that was.
        new: the rulebook that comes.

    Raises:
        Refused: neither rulebook can decide them; the message begins with the key.
    """
    was, warnings = _decided(value, old)
    now, more = _decided(value, new)
    if isinstance(was, str) and isinstance(now, str):
        raise Refused(now)
    process = value.get("process") if isinstance(value, dict) else None
    return Redecided(
        number=number,
        process=str(process),
        changes=tuple(differences(_outcome(was), _outcome(now))),
        old=was,
        new=now,
        warnings=tuple(dict.fromkeys([*warnings, *more])),
    )


def _decided(value: object, rules: Rulebook) -> tuple[Decided | str, list[str]]:
    try:
        facts, warnings = parse(value, rules)
    except Refused as error:
        return str(error), []
    return decide(facts, rules), warnings


def _outcome(decided: Decided | str) -> Mapping[str, object]:
    """What is decided, by place. Reasons, citations and rule numbers are words, and no part of it."""
    if isinstance(decided, str):
        return {"refused": decided}
    return {
        "binding": decided.binding,
        "outcome": decided.outcome,
        "defects": {
            defect.question: f"{defect.severity}" if defect.failed else f"unclear, {defect.severity}"
            for defect in decided.defects
        },
        "items": {
            item.id: {"data class": item.data_class, "proposal": item.proposal}
            for item in decided.items
        },
        "notice": None
        if decided.notice is None
        else {"outcome": decided.notice.outcome, "until": decided.notice.until},
        "deadlines": {
            f"{deadline.kind} {number}".removesuffix(" 1"): {
                "due": deadline.due,
                "release not before": deadline.release_not_before,
            }
            for deadline, number in _numbered(decided)
        },
        "gag": decided.gag,
        "open questions": dict.fromkeys(decided.open_questions, True),
    }


def _numbered(decided: Decided) -> list[tuple[object, int]]:
    ...
