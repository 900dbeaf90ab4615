"""Whether facts would be decided otherwise under another rulebook: what comes out, not how it is worded."""

from collections.abc import Mapping
from dataclasses import dataclass

from lerdesk.base.errors import Refused
from lerdesk.domain.case_facts import parse
from lerdesk.domain.determination import Decided, decide
from lerdesk.domain.rules import Rulebook
from lerdesk.rulebook.changes.comparison import Difference, How, differences, numbered


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
    if isinstance(was, Decided) and isinstance(now, Decided):
        changes = tuple(differences(_outcome(was), _outcome(now)))
    elif isinstance(was, str) and isinstance(now, str):
        raise Refused(now)
    else:
        changes = (Difference(("refused",), How.CHANGED, *(_refusal(one) for one in (was, now))),)
    process = value.get("process") if isinstance(value, dict) else None
    ignored = tuple(dict.fromkeys([*warnings, *more]))
    return Redecided(number, str(process), changes, was, now, ignored)


def _decided(value: object, rules: Rulebook) -> tuple[Decided | str, list[str]]:
    try:
        facts, warnings = parse(value, rules)
    except Refused as error:
        return str(error), []
    return decide(facts, rules), warnings


def _refusal(one: Decided | str) -> str | None:
    return one if isinstance(one, str) else None


def _outcome(decided: Decided) -> Mapping[str, object]:
    """What is decided, by place. Reasons, citations and the rules' numbers are its grounds, and no part of it."""
    notice = decided.notice
    return {
        "binding": decided.binding,
        "outcome": decided.outcome,
        "defects": {
            one.question: one.severity.value if one.failed else f"{one.severity.value} (unclear)"
            for one in decided.defects
        },
        "items": numbered(
            (one.id, {"data_class": one.data_class, "proposal": one.proposal})
            for one in decided.items
        ),
        "notice": {
            "outcome": None if notice is None else notice.outcome,
            "until": None if notice is None else notice.until,
        },
        "deadlines": numbered(
            (one.kind.value, {"due": one.due, "release_not_before": one.release_not_before})
            for one in decided.deadlines
        ),
        "gag": decided.gag,
        "open_questions": dict.fromkeys(decided.open_questions, True),
    }
