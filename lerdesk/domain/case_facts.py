"""The facts of one case that the rulebook is applied to, and their strict reading from JSON."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime

from lerdesk.base.errors import Refused
from lerdesk.domain.checklist import accepts
from lerdesk.domain.request import Flags
from lerdesk.domain.rules import Rulebook
from lerdesk.domain.vocabulary import Answer, Gag, Tells

FLAGS = tuple(each.name for each in fields(Flags))
_KEYS = frozenset(
    {
        "process",
        "entity_in",
        "state",
        "received_at",
        "served_on",
        "issued_on",
        "return_on",
        "gag",
        "flags",
        "answers",
        "items",
    }
)
_SAID = {answer.value: answer for answer in Answer}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: years from which a period is counted: others are a slip of the pen, and near their ends the calendar ends too
_YEARS = (1900, 2999)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)")


class FactsError(Refused):
    """Facts that contradict themselves or are not in the form asked for; names the key."""

    def __init__(self, key: str, why: str) -> None:
        super().__init__(f"{key}: {why}.")
        self.key = key


@dataclass(frozen=True)
class GagFacts:
    """What stands against telling the customer.

    Attributes:
        until: last silent day, where a date is fixed.
    """

    kind: Gag = Gag.NONE
    until: date | None = None


@dataclass(frozen=True)
class CaseItem:
    """One demand: a data category in a period.

    Attributes:
        start: first day of the period; ``None``: none is stated.
        end: last day; ``None``: the day of receipt.
        identified: whether the account is identified by something that can be searched.
        nothing_held: a search found nothing (known to the desk alone).
        words: as the order has it (known to the desk alone).
        accounts: how many accounts it names; ``None``: not known.
    """

    id: str
    category: str
    start: date | None = None
    end: date | None = None
    identified: bool = True
    nothing_held: bool = False
    words: str = ""
    accounts: int | None = None


@dataclass(frozen=True)
class CaseFacts:
    """The input of a determination. Only the process must be known.

    Attributes:
        process: id of the process.
        entity_in: where the entity sits that holds the data: a country's code or ``EU``.
        state: the issuing State (``US-WA``), ``US`` for a federal issuer, ``None``: unknown.
        received_at: aware moment of receipt; a clock from receipt starts on its date in its own offset.
        subpoenas: how many subpoenas name this case, this one among them (known to the desk alone).
        company_state: State under whose law the company is organised; empty: the policy's.
    """

    process: str
    entity_in: str = "US"
    state: str | None = None
    received_at: datetime | None = None
    served_on: date | None = None
    issued_on: date | None = None
    return_on: date | None = None
    gag: GagFacts = GagFacts()
    flags: Flags = field(default_factory=Flags)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    items: tuple[CaseItem, ...] = ()
    subpoenas: int = 0
    company_state: str = ""


def parse(value: object, rules: Rulebook) -> tuple[CaseFacts, list[str]]:
    """Case facts from one JSON object, and a warning for each unknown key.

    Raises:
        FactsError: an unknown id or value, an impossible date, a wrong type, an answer to a question
            that is not asked, or a contradiction; the message begins with the key.
    """
    if not isinstance(value, dict):
        raise FactsError("facts", "give an object with at least a process")
    warnings = [f"{key}: unknown, ignored" for key in value if key not in _KEYS]
    process = value.get("process")
    if process is None:
        raise FactsError("process", "it is missing, and nothing is decided without it")
    if not isinstance(process, str) or process not in rules.processes:
        raise FactsError("process", f"{process!r} is not a process of the rulebook")
    facts = CaseFacts(
        process=process,
        entity_in=_place(value.get("entity_in"), rules),
        state=_state(value.get("state"), rules),
        received_at=_moment("received_at", value.get("received_at")),
        served_on=_day("served_on", value.get("served_on")),
        issued_on=_day("issued_on", value.get("issued_on")),
        return_on=_day("return_on", value.get("return_on")),
        gag=_gag(value.get("gag"), warnings),
        flags=_flags(value.get("flags"), warnings),
        answers=_answers(value.get("answers"), rules),
        items=_items(value.get("items"), rules, warnings),
    )
    check(facts, rules)
    return facts, warnings


def check(facts: CaseFacts, rules: Rulebook) -> None:
    """Refuse contradictions and answers to questions that are not asked.

    Raises:
        FactsError: names the key.
    """
    for key in ("received_at", "served_on", "issued_on", "return_on"):
        day = getattr(facts, key)
        if day is not None and not _YEARS[0] <= day.year <= _YEARS[1]:
            raise FactsError(key, f"give a year from {_YEARS[0]} to {_YEARS[1]}")
    if facts.served_on and facts.issued_on and facts.served_on < facts.issued_on:
        raise FactsError("served_on", "it lies before issued_on")
    if facts.gag.kind is Gag.COURT_FIXED and facts.gag.until is None:
        raise FactsError("gag.until", "COURT_FIXED needs the last silent day")
    if facts.gag.kind is Gag.NONE and facts.gag.until is not None:
        raise FactsError("gag.until", "there is no gag of kind NONE with an end")
    for question_id, answer in facts.answers.items():
        question = rules.questions[question_id]
        if not accepts(
            rules,
            question,
            facts.process,
            gag_claimed=facts.gag.kind is not Gag.NONE,
            state=facts.state,
        ):
            raise FactsError(
                f"answers.{question_id}", f"the question is not asked of {facts.process}"
            )
        # A defect that makes the order itself too long cannot stand beside another kind of gag.
        if question.gag_only and question.failed(answer) and facts.gag.kind is not question.gag:
            raise FactsError(
                f"answers.{question_id}", f"{answer} needs gag.kind {question.gag} beside it"
            )
        if (
            question.tells is Tells.NO_ACCOUNT
            and answer is question.passing
            and not all(item.identified for item in facts.items)
        ):
            raise FactsError(
                f"answers.{question_id}", f"{answer} contradicts an item with identified false"
            )


def _place(value: object, rules: Rulebook) -> str:
    if value is None:
        return "US"
    if isinstance(value, str) and (value == "EU" or value in rules.places.countries):
        return value
    raise FactsError("entity_in", f"{value!r} is not a country's code or EU")


def _state(value: object, rules: Rulebook) -> str | None:
    if value is None:
        return None
    if isinstance(value, str) and value in rules.places.states:
        return value
    raise FactsError("state", f"{value!r} is not a State such as US-WA")


def _day(key: str, value: object) -> date | None:
    if value is None:
        return None
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise FactsError(key, f"there is no date {value}") from None
    raise FactsError(key, "give a date as 2026-11-23")


def _moment(key: str, value: object) -> datetime | None:
    if value is None:
        return None
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            raise FactsError(key, f"there is no moment {value}") from None
    raise FactsError(key, "give a moment with an offset as 2026-11-23T09:15:00-08:00")


def _object(key: str, value: object) -> Mapping[str, object]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise FactsError(key, "give an object")
    return value


def _gag(value: object, warnings: list[str]) -> GagFacts:
    if value is None:
        return GagFacts()
    gag = _object("gag", value)
    warnings += [f"gag.{key}: unknown, ignored" for key in gag if key not in {"kind", "until"}]
    kind = gag.get("kind")
    if not isinstance(kind, str) or kind not in Gag.__members__:
        raise FactsError("gag.kind", f"{kind!r} is not one of {', '.join(Gag)}")
    return GagFacts(Gag(kind), _day("gag.until", gag.get("until")))


def _flags(value: object, warnings: list[str]) -> Flags:
    flags = _object("flags", value)
    warnings += [f"flags.{key}: unknown, ignored" for key in flags if key not in FLAGS]
    found: dict[str, bool] = {}
    for name in FLAGS:
        flag = flags.get(name)
        if flag is None:
            continue
        if not isinstance(flag, bool):
            raise FactsError(f"flags.{name}", "give true or false")
        found[name] = flag
    return Flags(**found)


def _answers(value: object, rules: Rulebook) -> Mapping[str, Answer]:
    found = {}
    for key, answer in _object("answers", value).items():
        if key not in rules.questions:
            raise FactsError(f"answers.{key}", "it is not a question of the rulebook")
        if not isinstance(answer, str) or answer not in _SAID:
            raise FactsError(f"answers.{key}", f"{answer!r} is not one of {', '.join(Answer)}")
        found[key] = _SAID[answer]
    return found


def _items(value: object, rules: Rulebook, warnings: list[str]) -> tuple[CaseItem, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise FactsError("items", "give a list")
    found = [
        _item(f"items[{n}]", str(n + 1), item, rules, warnings) for n, item in enumerate(value)
    ]
    return tuple(found)


def _item(key: str, place: str, value: object, rules: Rulebook, warnings: list[str]) -> CaseItem:
    item = _object(key, value if value is not None else [])
    known = {"id", "category", "from", "to", "identified"}
    warnings += [f"{key}.{name}: unknown, ignored" for name in item if name not in known]
    name = item.get("id")
    if name is None:
        name = place
    if not isinstance(name, str):
        raise FactsError(f"{key}.id", "give a text")
    category = item.get("category")
    if not isinstance(category, str) or category not in rules.categories:
        raise FactsError(f"{key}.category", f"{category!r} is not a data category")
    start, end = _day(f"{key}.from", item.get("from")), _day(f"{key}.to", item.get("to"))
    if start and end and start > end:
        raise FactsError(f"{key}.from", "it lies after to")
    identified = item.get("identified")
    if identified is None:
        identified = True
    if not isinstance(identified, bool):
        raise FactsError(f"{key}.identified", "give true or false")
    return CaseItem(name, category, start, end, identified)
