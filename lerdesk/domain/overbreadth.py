"""The tests of overbreadth: what the words and facts of a demand show, and what a letter offers instead."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from lerdesk.base.written import letter_day_words, sentence_start
from lerdesk.domain.deadline import add_months
from lerdesk.domain.policy import Policy
from lerdesk.domain.rules import DataCategory, Factor, Rulebook
from lerdesk.domain.vocabulary import CONTENT_CLASSES, LIVE_CLASSES, DataClass, Measure, Severity

#: the classes in which a demand without a first day is a question
OPEN_PERIOD = frozenset(
    {
        DataClass.CONTENT,
        DataClass.NONCONTENT,
        DataClass.BUSINESS,
        DataClass.LOCATION,
        DataClass.VIEWING,
    }
)
#: what an offer's marks can stand for
OFFER_MARKS = frozenset(
    {
        "category",
        "account",
        "accounts",
        "item",
        "period",
        "offered period",
        "process",
        "reaching process",
        "supported",
        "words",
        "receipt date",
        "due date",
        "production date",
        "subpoenas",
    }
)
_MARK = re.compile("‹([^›]+)›")
#: between two sentences of an offer
SENTENCE_END = re.compile(r"(?<=[.?]) (?=[A-Z‹])")


@dataclass(frozen=True)
class Demanded:
    """One demand as the tests of overbreadth see it.

    Attributes:
        words: as the order has it; empty where only the facts are known.
        start: first day of its period; ``None``: none is stated.
        end: last day; ``None``: the day of receipt.
        accounts: how many accounts it names; ``None``: not known.
        identified: whether an account is identified by something that can be searched.
        return_on: day by which the order wants its answer.
        reached: whether the process compels the category at all.
        expressive: whether the category shows what a person reads, watches, says or searches for.
        subpoenas: how many subpoenas name the same case, this one among them; 0 where it is none.
    """

    category: DataCategory | None = None
    words: str = ""
    start: date | None = None
    end: date | None = None
    accounts: int | None = None
    identified: bool = True
    received_on: date | None = None
    return_on: date | None = None
    reached: bool = True
    expressive: bool = False
    subpoenas: int = 0


@dataclass(frozen=True)
class Shown:
    """A test that words or facts show.

    Attributes:
        why: what shows it, in a sentence with the case's own values.
        quote: the order's words that show it; empty where facts do.
    """

    factor: Factor
    why: str
    quote: str = ""


def shown(rules: Rulebook, demand: Demanded) -> tuple[Shown, ...]:
    """The tests that the demand's words and facts show, in the rulebook's order. Hints for a person."""
    found = []
    for factor in rules.factors.values():
        why = "" if factor.measure is None else _MEASURED[factor.measure](rules.policy, demand)
        if why:
            found.append(Shown(factor, why))
        elif demand.words and factor.pattern:
            said = re.search(factor.pattern, demand.words, re.IGNORECASE)
            if said is None:
                continue
            quote = " ".join(said[0].split())
            found.append(Shown(factor, f"It says “{quote}”.", quote))
    return tuple(found)


def severity(rules: Rulebook, factor: Factor, demand: Demanded) -> Severity:
    """What a test does in this case: where its severity turns on content or on the number of accounts, by these."""
    written = factor.severity
    content = demand.category is not None and demand.category.data_class in CONTENT_CLASSES
    many = (demand.accounts or 0) > rules.policy.very_many_accounts
    if factor.blocks or ("if content" in written and content) or (">100" in written and many):
        return Severity.ESCALATE
    return Severity(re.split(r"[ ;/]", written, maxsplit=1)[0])


def offer(factor: Factor, values: Mapping[str, str]) -> str:
    """The factor's offer as letter text: a sentence whose mark has no value is left out.

    Args:
        factor: the test.
        values: by mark (``OFFER_MARKS``); a mark with a first capital gets its value with one.
    """

    def filled(sentence: str) -> str:
        marks = [mark.lower() for mark in _MARK.findall(sentence)]
        if not all(values.get(mark) for mark in marks):
            return ""
        return _MARK.sub(_value, sentence)

    def _value(found: re.Match[str]) -> str:
        mark = found[1]
        value = values[mark.lower()]
        return f"{sentence_start(value)}" if mark[:1].isupper() else value

    sentences = SENTENCE_END.split(factor.offer)
    return " ".join(part for part in map(filled, sentences) if part)


def longest(policy: Policy, category: DataCategory) -> int:
    """Years beyond which a period is questioned."""
    content = category.data_class in CONTENT_CLASSES
    return policy.content_years if content else policy.records_years


def shorter_period(policy: Policy, category: DataCategory, end: date) -> tuple[date, date]:
    """The last days of a period, as long as is not questioned."""
    start = add_months(end, -12 * longest(policy, category))
    return start + timedelta(days=1), end


def period_in_words(start: date | None, end: date | None) -> str:
    """``July 1, 2025 to June 30, 2026``; empty where a day is missing."""
    return f"{letter_day_words(start)} to {letter_day_words(end)}" if start and end else ""


def _open(policy: Policy, demand: Demanded) -> str:
    del policy
    if demand.start is not None or demand.category is None:
        return ""
    if demand.category.data_class not in OPEN_PERIOD:
        return ""
    return "No period is stated." if demand.end is None else "No first day is stated."


def _long(policy: Policy, demand: Demanded) -> str:
    last = demand.end or demand.received_on
    if demand.category is None or demand.start is None or last is None:
        return ""
    years = longest(policy, demand.category)
    start = demand.start
    # no sum of days: from the year 9999 on it would leave the calendar
    if (last.year - years, last.month, last.day) <= (start.year, start.month, start.day):
        return ""
    unit = "year" if years == 1 else "years"
    return (
        f"{letter_day_words(demand.start)} to {letter_day_words(last)} is more than {years} {unit}."
    )


def _unnamed(policy: Policy, demand: Demanded) -> str:
    del policy
    return "No account is named." if not demand.identified or demand.accounts == 0 else ""


def _many(policy: Policy, demand: Demanded) -> str:
    if demand.accounts is None or demand.accounts <= policy.many_accounts:
        return ""
    if demand.accounts > policy.very_many_accounts:
        return (
            f"It names {demand.accounts} accounts, more than {policy.very_many_accounts}: "
            "a lawyer decides."
        )
    return f"It names {demand.accounts} accounts, more than {policy.many_accounts}."


def _not_reached(policy: Policy, demand: Demanded) -> str:
    del policy
    return "" if demand.reached else "This process does not compel the category."


def _to_come(policy: Policy, demand: Demanded) -> str:
    del policy
    live = demand.category is not None and demand.category.data_class in LIVE_CLASSES
    if live or demand.end is None or demand.received_on is None:
        return ""
    if demand.end <= demand.received_on:
        return ""
    return (
        f"It reaches to {letter_day_words(demand.end)}, after the day of receipt, "
        f"{letter_day_words(demand.received_on)}."
    )


def _expressive(policy: Policy, demand: Demanded) -> str:
    del policy
    if not demand.expressive or demand.category is None:
        return ""
    return f"{demand.category.name}: what a person reads, watches, says or searches for."


def _short(policy: Policy, demand: Demanded) -> str:
    if demand.return_on is None or demand.received_on is None:
        return ""
    many = (demand.accounts or 0) > policy.many_accounts
    least = policy.least_days_many if many else policy.least_days
    days = (demand.return_on - demand.received_on).days
    if not 0 <= days < least:
        return ""
    left = (
        "the day of receipt" if days == 0 else f"{days} day{'' if days == 1 else 's'} after it came"
    )
    return (
        f"It wants an answer by {letter_day_words(demand.return_on)}, {left}; we count on {least}."
    )


def _serial(policy: Policy, demand: Demanded) -> str:
    del policy
    if demand.subpoenas < 2:
        return ""
    return f"{demand.subpoenas} subpoenas name this case, this one among them."


_MEASURED: Mapping[Measure, Callable[[Policy, Demanded], str]] = {
    Measure.OPEN: _open,
    Measure.LONG: _long,
    Measure.UNNAMED: _unnamed,
    Measure.MANY: _many,
    Measure.NOT_REACHED: _not_reached,
    Measure.TO_COME: _to_come,
    Measure.EXPRESSIVE: _expressive,
    Measure.SHORT: _short,
    Measure.SERIAL: _serial,
}
