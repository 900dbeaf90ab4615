"""Answers that an order's own words propose; a person confirms or corrects each."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo

from lerdesk.base.written import weekday_words
from lerdesk.domain.fact import Evidence, Fact
from lerdesk.domain.nondisclosure import written_length
from lerdesk.domain.rules import Rulebook
from lerdesk.domain.vocabulary import Answer, DataClass, Family, Reads, Standing

_UNITS = {"day": 1, "month": 31, "year": 366}
_OTHER_STATES = re.compile(r"1524\.2|10\.96")
_STATE_OF = {"1524.2": "US-CA", "10.96": "US-WA"}
#: families of process that a court alone issues
_COURTS = frozenset(
    {
        Family.US_WARRANT,
        Family.US_2703D,
        Family.US_VPPA_COURT_ORDER,
        Family.US_PRTT,
        Family.US_WIRETAP,
    }
)


@dataclass(frozen=True)
class ProposedAnswer:
    """An answer that the text shows.

    Attributes:
        reason: in one sentence.
        evidence: the place that shows it; ``None`` where a date outside the text does.
        status: how well the question's rule is established; what is not certain is never taken as given.
    """

    answer: Answer
    reason: str
    evidence: Evidence | None
    status: Standing = Standing.VERIFIED


@dataclass(frozen=True)
class _Case:
    facts: Sequence[Fact]
    rules: Rulebook
    process: str
    received: date | None
    served: date | None

    def first(self, *fields: str) -> Fact | None:
        for field in fields:
            for fact in self.facts:
                if fact.field == field:
                    return fact
        return None

    def all(self, field: str) -> Iterable[Fact]:
        return (fact for fact in self.facts if fact.field == field)

    def issued(self) -> tuple[date, Fact] | None:
        fact = self.first("date_issued")
        day = None if fact is None else _day(fact.value)
        return None if fact is None or day is None else (day, fact)

    def part(self, field: str, key: str) -> tuple[object, Fact] | None:
        fact = self.first(field)
        if fact is None or not isinstance(fact.value, Mapping):
            return None
        return fact.value.get(key), fact


def propose(
    rules: Rulebook,
    process_id: str,
    facts: Sequence[Fact],
    *,
    received_at: datetime | None,
    served_on: date | None,
    zone: tzinfo,
) -> Mapping[str, ProposedAnswer]:
    """Proposed answers, by question. Authenticity and legal adequacy are never proposed.

    Args:
        rules: the rulebook.
        process_id: the process.
        facts: what was read, confirmed or not.
        received_at: aware moment of receipt.
        served_on: day of service.
        zone: the organisation's zone, in which the day of receipt is taken.
    """
    received = None if received_at is None else received_at.astimezone(zone).date()
    case = _Case(facts, rules, process_id, received, served_on)
    found: dict[str, ProposedAnswer] = {}
    for question in rules.questions.values():
        if question.proposes is None or not (
            process_id in question.processes or process_id in question.also
        ):
            continue
        proposed = _READINGS[question.proposes](case)
        if proposed is not None:
            found[question.id] = replace(proposed, status=question.status)
    return found


def _yes(reason: str, fact: Fact) -> ProposedAnswer:
    return ProposedAnswer(Answer.YES, reason, fact.evidence)


def _no(reason: str, fact: Fact) -> ProposedAnswer:
    return ProposedAnswer(Answer.NO, reason, fact.evidence)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _stated(*fields: str, says: str) -> Callable[[_Case], ProposedAnswer | None]:
    def shown(case: _Case) -> ProposedAnswer | None:
        fact = case.first(*fields)
        return None if fact is None else _yes(f"{says}.", fact)

    return shown


def _both(first: str, second: str, says: str) -> Callable[[_Case], ProposedAnswer | None]:
    def shown(case: _Case) -> ProposedAnswer | None:
        one, two = case.first(first), case.first(second)
        return None if one is None or two is None else _yes(f"{says}.", one)

    return shown


def _demands(
    data_class: DataClass | None, says: str, flag: str = ""
) -> Callable[[_Case], ProposedAnswer | None]:
    """Whether a category is demanded of this class, or under this flag on data."""

    def shown(case: _Case) -> ProposedAnswer | None:
        flagged = case.rules.flags[flag].categories if flag in case.rules.flags else ()
        for fact in case.all("data_category"):
            category = case.rules.categories.get(str(fact.value))
            if category is not None and (
                category.data_class is data_class or category.id in flagged
            ):
                return _yes(f"{says}: {category.name}.", fact)
        return None

    return shown


def _dated(case: _Case) -> ProposedAnswer | None:
    issued = case.issued()
    if issued is None or case.received is None:
        return None
    day, fact = issued
    if day > case.received:
        return _no("It bears a date after the day of receipt.", fact)
    return _yes("It bears a date that is not after the day of receipt.", fact)


def _contact(case: _Case) -> ProposedAnswer | None:
    fact = case.first("requester")
    if fact is None or not isinstance(fact.value, Mapping):
        return None
    if fact.value.get("name") and (fact.value.get("email") or fact.value.get("phone")):
        return _yes("A contact with a name and an address or telephone is given.", fact)
    return None


def _dates(case: _Case) -> ProposedAnswer | None:
    open_ended: Fact | None = None
    for fact in case.all("period"):
        if not isinstance(fact.value, Mapping):
            continue
        if fact.value.get("from"):
            return _yes("A period with its first day is stated.", fact)
        open_ended = open_ended or fact
    if open_ended is None:
        return None
    return ProposedAnswer(
        Answer.UNCLEAR, "A period is stated without a first day.", open_ended.evidence
    )


def _dates_and_accounts(case: _Case) -> ProposedAnswer | None:
    dates = _dates(case)
    if dates is None or case.first("identifier") is None:
        return None
    return dates


def _categories(case: _Case) -> ProposedAnswer | None:
    everything = re.compile(case.rules.factors["O02"].pattern, re.IGNORECASE)
    first: Fact | None = None
    for fact in case.all("data_category"):
        if everything.search(fact.evidence.quote):
            return ProposedAnswer(
                Answer.UNCLEAR, "Categories are named beside words for everything.", fact.evidence
            )
        first = first or fact
    return None if first is None else _yes("Categories of records are named.", first)


def _served(case: _Case) -> ProposedAnswer | None:
    issued, clock = case.issued(), case.rules.processes[case.process].execution
    if issued is None or case.served is None or not clock:
        return None
    days = case.rules.clocks[clock].count or 0
    if case.served > issued[0] + timedelta(days=days):
        return _no(f"It was served more than {days} days after it was issued.", issued[1])
    return _yes(f"It was served within {days} days of its issue.", issued[1])


def _order_behind(case: _Case) -> ProposedAnswer | None:
    kind = case.part("nondisclosure", "kind")
    if kind is None:
        return None
    if kind[0] == "request":
        return _no("The words ask for silence; no order or statute is named.", kind[1])
    return _yes("An order or a statute stands behind the words.", kind[1])


def _letter_only(case: _Case) -> ProposedAnswer | None:
    kind = case.part("nondisclosure", "kind")
    if kind is None:
        return None
    if kind[0] == "request":
        return _yes("The words ask for silence without a court's order.", kind[1])
    return _no("An order or a statute stands behind the words.", kind[1])


def _silent_days(case: _Case) -> tuple[int, Fact] | None:
    """Length of the silence in days, months and years at their longest."""
    fact = case.first("nondisclosure")
    if fact is None or not isinstance(fact.value, Mapping):
        return None
    until, issued = _day(fact.value.get("until")), case.issued()
    if until is not None and issued is not None:
        return (until - issued[0]).days, fact
    length = written_length(str(fact.value.get("duration") or ""))
    return None if length is None else (length[0] * _UNITS[length[1]], fact)


def _ninety(case: _Case) -> ProposedAnswer | None:
    length, kind = _silent_days(case), case.part("nondisclosure", "kind")
    if length is None or kind is None or kind[0] != "order":
        return None
    if length[0] > 93:
        return _no("The silence lasts longer than 90 days.", length[1])
    return (
        _yes("A court ordered silence for 90 days or less.", length[1]) if length[0] <= 90 else None
    )


def _length_stated(case: _Case) -> ProposedAnswer | None:
    fact = case.first("nondisclosure")
    if fact is None or not isinstance(fact.value, Mapping) or fact.value.get("kind") != "order":
        return None
    if fact.value.get("until") or fact.value.get("duration"):
        return _yes("The length of the silence is stated.", fact)
    return _no("No length of the silence is stated.", fact)


def _over_a_year(case: _Case) -> ProposedAnswer | None:
    length = _silent_days(case)
    if length is None:
        return None
    if length[0] > 366:
        return _yes("The silence lasts longer than one year.", length[1])
    return _no("The silence lasts one year or less.", length[1])


def _other_states(case: _Case) -> ProposedAnswer | None:
    place = case.first("jurisdiction")
    for fact in case.all("statute"):
        cited = _OTHER_STATES.search(str(fact.value))
        if cited and place is not None and place.value == _STATE_OF[cited.group()]:
            return _yes("That State’s statute on corporations of other States is cited.", fact)
    return None


def _court_process(case: _Case) -> ProposedAnswer | None:
    if case.rules.processes[case.process].family not in _COURTS:
        return None
    return _stated("court", says="A court is named as the issuer")(case)


def _applies_yet(case: _Case) -> ProposedAnswer | None:
    first = case.rules.processes[case.process].in_force
    if first is None or case.received is None or case.received >= first:
        return None
    reason = f"It was received before {weekday_words(first)}, when that law began to apply."
    return ProposedAnswer(Answer.NO, reason, None)


def _applies_still(case: _Case) -> ProposedAnswer | None:
    last, issued = case.rules.processes[case.process].in_force_until, case.issued()
    if last is None or issued is None or issued[0] <= last:
        return None
    reason = f"It is dated after {weekday_words(last)}, when that law is reported to have lapsed."
    return ProposedAnswer(Answer.UNCLEAR, reason, issued[1].evidence)


_READINGS: Mapping[Reads, Callable[[_Case], ProposedAnswer | None]] = {
    Reads.COURT: _court_process,
    Reads.SIGNATORY: _stated("signatory", says="A signature or a signatory's name is shown"),
    Reads.DATE: _dated,
    Reads.IDENTIFIER: _stated("identifier", says="An identifier is given"),
    Reads.CATEGORIES: _categories,
    Reads.PERIOD: _dates,
    Reads.TIME: _stated("date_due", "due_in", says="A time to respond is stated"),
    Reads.AUTHORITY: _stated("statute", says="Authority is cited"),
    Reads.NUMBER: _stated("case_number", says="A case or file number is given"),
    Reads.CONTACT: _contact,
    Reads.ORDER_BEHIND: _order_behind,
    Reads.SIGNED_FOR_COURT: _both(
        "signatory", "court", "A signatory is shown and a court is named"
    ),
    Reads.IDENTIFIER_AND_CATEGORIES: _both(
        "identifier", "data_category", "An account and items are named"
    ),
    Reads.SERVICE: _served,
    Reads.EXPRESSIVE: _demands(None, "Expressive material is demanded", "expressive"),
    Reads.OTHER_STATES: _other_states,
    Reads.NINETY_DAYS: _ninety,
    Reads.COURT_SIGNED: _both("court", "signatory", "A court is named and a signatory is shown"),
    Reads.CONTENT: _demands(DataClass.CONTENT, "Content is demanded"),
    Reads.LOCATION: _demands(DataClass.LOCATION, "Location is demanded"),
    Reads.PERIOD_AND_IDENTIFIER: _dates_and_accounts,
    Reads.REQUEST_ONLY: _letter_only,
    Reads.READING: _demands(DataClass.VIEWING, "Titles are demanded", "reading"),
    Reads.VIEWING: _demands(DataClass.VIEWING, "Viewing records are demanded"),
    Reads.IN_FORCE_STILL: _applies_still,
    Reads.LENGTH: _length_stated,
    Reads.OVER_A_YEAR: _over_a_year,
    Reads.IN_FORCE: _applies_yet,
}
