"""What the customer is told: the notice table, its inputs, and the most silent of several answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from lerdesk.base.errors import Refused
from lerdesk.domain.request import Flags
from lerdesk.domain.rules import NoticeRule, Process, Rulebook
from lerdesk.domain.vocabulary import Family, Gag, NoticeData, Standing

FLAGS = ("fake", "consent", "illegal", "safety", "compromised", "enterprise")


@dataclass(frozen=True)
class NoticeInputs:
    """What the table is asked. All must be known before it is asked.

    Attributes:
        data: highest class that will be produced.
        fake: authenticity is not confirmed.
        illegal: clear indication of illegal conduct in connection with the use of the service, found
            and approved as the policy says.
        compromised: the account is likely taken over.
        enterprise: the account is an enterprise tenant's.
    """

    family: Family
    data: NoticeData
    gag: Gag
    fake: bool = False
    consent: bool = False
    illegal: bool = False
    safety: bool = False
    compromised: bool = False
    enterprise: bool = False


@dataclass(frozen=True)
class NoticeAnswer:
    """What the table says.

    Attributes:
        rule: ``N26``; ``None`` where the table is not asked and a lawyer decides.
        status: how well the rule is established.
        until: last silent day, where a court fixed one.
    """

    outcome: str
    rule: str | None
    reason: str
    citation: str
    status: Standing
    until: date | None = None

    def with_until(self, last_silent_day: date) -> "NoticeAnswer":
        """The same answer with its last silent day."""
        return replace(self, until=last_silent_day)


def inputs_of(
    process: Process, family: Family, data: NoticeData, gag: Gag, flags: Flags, *, fake: bool
) -> NoticeInputs:
    """What the table is asked of a case: a process may always carry a silence or the customer's consent."""
    return NoticeInputs(
        family=family,
        data=data,
        gag=process.notice_gag or gag,
        fake=fake,
        consent=flags.consent or process.notice_consent,
        illegal=flags.illegal_use,
        safety=flags.safety_risk,
        compromised=flags.account_compromised,
        enterprise=flags.enterprise_tenant,
    )


def _matches(rule: NoticeRule, inputs: NoticeInputs) -> bool:
    return (
        (not rule.families or inputs.family in rule.families)
        and (not rule.data or inputs.data in rule.data)
        and (not rule.gags or inputs.gag in rule.gags)
        and all(getattr(inputs, name) is value for name, value in rule.flags.items())
    )


def notice(rules: Rulebook, inputs: NoticeInputs) -> NoticeAnswer:
    """The first row that matches; the last row always does, or the rulebook would not have loaded."""
    rule = next(row for row in rules.notice if _matches(row, inputs))
    return NoticeAnswer(rule.outcome, rule.id, rule.reason, rule.citation, rule.status)


def most_silent(rules: Rulebook, answers: Iterable[NoticeAnswer]) -> NoticeAnswer:
    """Of the answers for several instruments in one file the one that stands; one that has no place is most silent.

    Raises:
        ValueError: no answer is given.
    """

    def place(answer: NoticeAnswer) -> int:
        for number, form in enumerate(rules.most_silent):
            if answer.outcome == form or (
                form.endswith("*") and answer.outcome.startswith(form[:-1])
            ):
                return number
        return 0

    return min(answers, key=place)


def parse_inputs(value: object) -> tuple[NoticeInputs, list[str]]:
    """The table's inputs from one JSON object, and a warning for each unknown key.

    Raises:
        Refused: a key is missing or its value unknown; the message begins with the key.
    """
    if not isinstance(value, dict):
        raise Refused("facts: give an object.")
    warnings = [
        f"{key}: unknown, ignored" for key in value if key not in {"family", "data", "gag", *FLAGS}
    ]
    return NoticeInputs(
        family=Family(_word(value, "family", Family.__members__)),
        data=NoticeData(_word(value, "data", NoticeData.__members__)),
        gag=Gag(_word(value, "gag", Gag.__members__)),
        **{name: _flag(value, name) for name in FLAGS},
    ), warnings


def _word(value: Mapping[str, object], key: str, known: Mapping[str, object]) -> str:
    word = value.get(key)
    if not isinstance(word, str) or word not in known:
        raise Refused(f"{key}: {word!r} is not one of {', '.join(known)}.")
    return word


def _flag(value: Mapping[str, object], key: str) -> bool:
    flag = value.get(key, False)
    if not isinstance(flag, bool):
        raise Refused(f"{key}: give true or false.")
    return flag
