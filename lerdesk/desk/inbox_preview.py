"""The strip below the inbox's table: what a request asks, and what is decided so far, in words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lerdesk.base.text import clean
from lerdesk.base.written import day_words, sentence_start
from lerdesk.desk.case_file import CaseFile
from lerdesk.desk.fact_values import value_words
from lerdesk.desk.typography import running
from lerdesk.domain.request import Demand
from lerdesk.domain.rules import Rulebook
from lerdesk.domain.vocabulary import Decision, Gag

if TYPE_CHECKING:
    from lerdesk.desk.assessment import Assessment

_DECIDED = (
    ("Produce", Decision.PRODUCE),
    ("Narrow", Decision.NARROW),
    ("Object", Decision.OBJECT),
    ("Nothing held", Decision.NOTHING_HELD),
    ("Open", None),
)
_OUTCOMES = {"full": "Full response", "partial": "Partial response", "none": "No response"}
_LONG_NAME = 120  # characters of an agency in the sentence; the facts have it whole
_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


def asks(rulebook: Rulebook, case: CaseFile) -> str:
    """One sentence made from the facts and demands; what the order does not say is left out."""
    who = case.text("agency") or case.text("issuing_authority") or case.text("court")
    who = clean(who, limit=_LONG_NAME)
    process = rulebook.processes.get(case.process or "")
    docket = clean(case.text("case_number"))
    sentence = f"{who} asks" if who else "It asks"
    if process is not None:
        sentence += f" by {running(process.name)}"
    if docket:
        sentence += f" {docket}" if process is not None else f" in {docket}"
    names = dict.fromkeys(
        running(rulebook.categories[demand.category].name)
        for demand in case.demands
        if demand.category is not None and demand.category in rulebook.categories
    )
    if names:
        sentence += f" for {_listed(tuple(names))}"
    elif case.demands:
        sentence += f" for {_counted(len(case.demands), 'thing')}"
    accounts = _accounts(case)
    if not (who or process or docket or names or case.demands or accounts):
        file = f" from {clean(case.documents[0].name, limit=60)}" if case.documents else ""
        return f"What it asks was not read{file}. Its facts are entered by hand."
    if accounts:
        sentence += f" of {_counted(accounts, 'account')}"
    return f"{sentence}{_period(case.demands)}."


def _accounts(case: CaseFile) -> int:
    named = {target for demand in case.demands for target in demand.targets}
    return len(named) or len({str(value) for value in case.values("identifier")})


def _period(demands: Sequence[Demand]) -> str:
    starts = [demand.period_from for demand in demands]
    ends = [demand.period_to for demand in demands]
    first = min((day for day in starts if day is not None), default=None)
    last = max((day for day in ends if day is not None), default=None)
    if first is None and last is None:
        return ""
    # one demand without a beginning reaches further back than any date
    head = day_words(first) if first is not None and None not in starts else "the beginning"
    tail = day_words(last) if last is not None and None not in ends else "the present"
    return f", for {head} to {tail}"


def silence(found: "Assessment") -> str | None:
    """What the order says of telling the customer; that it ended, once it has."""
    if found.silence.gag is Gag.EXPIRED:
        return sentence_start(found.silence.words or "")
    value = found.case.value("nondisclosure")
    if value is None:
        return None
    kind, _, rest = value_words("nondisclosure", value).partition(" ")
    how = {"Order": "ordered", "Request": "asked for", "By": "by"}.get(kind, kind.lower())
    return f"Silence {how} {rest}".replace(" without an end", ", without an end")


def decided(case: CaseFile) -> tuple[tuple[str, str], ...]:
    """Label and words of what a person decided, in the order of the work."""
    lines: list[tuple[str, str]] = []
    standing = case.determination
    if standing is not None:
        lines.append(("Valid", {"yes": "Yes", "no": "No"}.get(standing.binding, standing.binding)))
    for label, decision in _DECIDED:
        items = [demand for demand in case.demands if demand.decision == decision]
        if items:
            noun = "Item" if len(items) == 1 else "Items"
            lines.append((label, f"{noun} {', '.join(str(item.number) for item in items)}"))
    if standing is not None and standing.outcome is not None:
        lines.append(("Outcome", _OUTCOMES.get(standing.outcome, standing.outcome)))
    return tuple(lines)


def _listed(words: Sequence[str]) -> str:
    if len(words) > 4:
        return f"{', '.join(words[:3])} and {len(words) - 3} more"
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def _counted(number: int, noun: str) -> str:
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{word} {noun}{'' if number == 1 else 's'}"
