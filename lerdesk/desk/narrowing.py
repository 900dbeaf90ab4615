"""What a letter offers instead of a demand that reaches too far, with the case's own values."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from lerdesk.base.written import letter_day_words
from lerdesk.desk.assessment import Assessment
from lerdesk.desk.case_file import CaseFile
from lerdesk.desk.session import Desk
from lerdesk.desk.typography import cited, running
from lerdesk.domain.letter import mask
from lerdesk.domain.overbreadth import (
    SENTENCE_END,
    Demanded,
    offer,
    period_in_words,
    shorter_period,
    shown,
)
from lerdesk.domain.request import Demand
from lerdesk.domain.rules import Rulebook
from lerdesk.domain.scope import ItemAnswer, cell_for_class, narrowing_offer
from lerdesk.domain.vocabulary import (
    Binding,
    Cell,
    DataClass,
    DeadlineKind,
    Decision,
    Proposal,
)


def offered(rules: Rulebook, case: CaseFile, demand: Demand) -> tuple[date | None, date]:
    """The dates that a narrowing starts from: the order's own period elsewhere, else what the demand says.

    Never longer than what is not questioned.
    """
    start, end = demand.period_from, demand.period_to
    others = [
        other for other in case.demands if other.period_from and other.number != demand.number
    ]
    if start is None and others:
        start = min(other.period_from for other in others if other.period_from)
    if end is None:
        ends = [other.period_to for other in others if other.period_to]
        end = max(ends) if ends else case.local_day(case.request.received_at)
    end = min(end, case.local_day(case.request.received_at))
    category = rules.categories.get(demand.category or "")
    if start and category:
        start = max(start, shorter_period(rules.policy, category, end)[0])
    return min(start, end) if start else None, end


def offers(
    desk: Desk, case: CaseFile, found: Assessment, demand: Demand, asked: Demanded
) -> Mapping[str, str]:
    """Each test's offer for one demand, as letter text, by the test's id."""
    rules = desk.rulebook
    values = _values(desk, case, found, demand, asked)
    said = {one.factor.id: one.quote for one in shown(rules, asked)}
    return {
        factor.id: offer(factor, {**values, "words": said.get(factor.id, "")})
        for factor in rules.factors.values()
    }


def supported(rules: Rulebook, process: str) -> tuple[str, ...]:
    """What a process reaches, in a letter's words."""
    cells = rules.matrix.cells.get(process, {})
    return tuple(
        words for name, words in rules.matrix.in_letters.items() if cells[name].cell is Cell.YES
    )


def reaching(rules: Rulebook, data_class: DataClass | None) -> str:
    """The least process of the United States that compels a class, "a search warrant"; empty where none does."""
    if data_class is None:
        return ""
    ranked = (each for each in rules.processes.values() if each.rank)
    for kind in sorted(ranked, key=lambda each: each.rank):
        if kind.binding.get("US") is Binding.YES and (
            cell_for_class(rules, kind.id, data_class).cell is Cell.YES
        ):
            return with_article(cited(kind.noun or running(kind.name)))
    return ""


def with_article(noun: str) -> str:
    """``a federal search warrant``, ``an order``."""
    return f"{'an' if noun[:1].lower() in 'aeio' else 'a'} {noun}"


def _values(
    desk: Desk, case: CaseFile, found: Assessment, demand: Demand, asked: Demanded
) -> dict[str, str]:
    rules, category = desk.rulebook, asked.category
    received = case.local_day(case.request.received_at)
    start, end = offered(rules, case, demand)
    many = len(demand.targets) > rules.policy.many_accounts
    days = rules.policy.least_days_many if many else rules.policy.least_days
    process = found.process
    # one that reaches content reaches everything: a list of it limits nothing
    listed = process and rules.matrix.cells[process.id][DataClass.CONTENT].cell is not Cell.YES
    reached = supported(rules, process.id) if process and listed else ()
    shown_accounts = [mask(target) for target in demand.targets[:3]]
    more = len(demand.targets) - len(shown_accounts)
    if more > 0:
        shown_accounts.append(f"{more} more")
    return {
        "item": str(demand.number),
        "category": _noun(category.name) if category else "",
        "account": _listed(shown_accounts),
        "accounts": str(len(demand.targets)) if demand.targets else "",
        "period": period_in_words(demand.period_from, demand.period_to or received),
        "offered period": period_in_words(start, end),
        "process": cited(process.noun or running(process.name)) if process else "",
        "reaching process": reaching(rules, category.data_class if category else None),
        "supported": _listed(reached),
        "receipt date": letter_day_words(received),
        "due date": letter_day_words(asked.return_on) if asked.return_on else "",
        "production date": letter_day_words(max(found.today, received) + timedelta(days=days)),
        "subpoenas": str(asked.subpoenas) if asked.subpoenas else "",
    }


def _noun(name: str) -> str:
    """A category's name inside a sentence: one that lists several joins them."""
    head, comma, tail = name.rpartition(", ")
    return running(f"{head} and {tail}" if comma else name)


def _listed(parts: list[str] | tuple[str, ...]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def reason_of(desk: Desk, case: CaseFile, found: Assessment, demand: Demand) -> str:
    """What a letter says of a demand that is objected to or narrowed: the person's words, else what is offered."""
    if demand.decision not in {Decision.OBJECT, Decision.NARROW}:
        return ""
    if demand.reason:
        return demand.reason
    asked = found.demanded(demand)
    text = offers(desk, case, found, demand, asked)
    ids = [one.factor.id for one in shown(desk.rulebook, asked)]
    if demand.decision is Decision.OBJECT:
        answer = found.item(demand.number)
        return cited(objection(desk.rulebook, answer, {each: text[each] for each in ids}))
    return cited(together(text[each] for each in ids))


def objection(rules: Rulebook, answer: ItemAnswer | None, said: Mapping[str, str]) -> str:
    """Why nothing is produced, as a letter says it; that it is compelled is no reason.

    Args:
        rules: the rulebook.
        answer: the rulebook's answer for the demand.
        said: the offers of the tests that words and facts show, by id.
    """
    if answer is None or answer.proposal is not Proposal.BLOCK:
        return together(said.values())
    own = (words for test, words in said.items() if rules.factors[test].refusal)
    return next(own, answer.reason)


def together(offers_: Iterable[str]) -> str:
    """Several offers in one paragraph; what is asked twice is asked once."""
    sentences = [part for each in offers_ for part in SENTENCE_END.split(each) if part]
    return " ".join(dict.fromkeys(sentences))


def ground_of(desk: Desk, found: Assessment, demand: Demand) -> str:
    """What a letter cites for its answer to a demand: for one that reaches too far, the test's own ground."""
    answer = found.item(demand.number)
    if answer is None:
        return ""
    narrowed = demand.decision in {Decision.OBJECT, Decision.NARROW}
    if narrowed and answer.proposal is not Proposal.BLOCK:
        tests = shown(desk.rulebook, found.demanded(demand))
        grounds = [one.factor.ground for one in tests if one.factor.ground]
        if grounds:
            return cited("; ".join(dict.fromkeys(grounds)))
    factor = desk.rulebook.factors.get(answer.rule)
    return cited(factor.ground if factor else answer.citation)


def offer_block(desk: Desk, case: CaseFile, found: Assessment) -> str:
    """The policy's offer to answer on conditions, for what the process reaches and is objected to all the same."""
    rules, process = desk.rulebook, found.process
    answers = [(demand, found.item(demand.number)) for demand in case.demands]
    # where everyone somewhere is asked for, nothing is offered instead
    everyone = {factor.id for factor in rules.factors.values() if factor.blocks}
    demands = [
        demand
        for demand, answer in answers
        if demand.decision is Decision.OBJECT
        and answer is not None
        and answer.proposal is not Proposal.BLOCK
        and answer.rule not in everyone
    ]
    if not demands or process is None:
        return ""
    values = [_values(desk, case, found, each, found.demanded(each)) for each in demands]
    periods = [offered(rules, case, each) for each in demands]
    starts = [start for start, _ in periods if start]
    targets = dict.fromkeys(mask(target) for each in demands for target in each.targets)
    period = period_in_words(min(starts), max(end for _, end in periods)) if starts else ""
    return cited(
        narrowing_offer(
            rules,
            {
                "identifier": _listed(list(targets)) or "that you name",
                "period": period or "that the matter concerns",
                "categories": _listed([*dict.fromkeys(each["category"] for each in values)]),
                "process": with_article(values[0]["process"]),
                "receipt date": values[0]["receipt date"],
                "production date": values[0]["production date"],
                "motion date": letter_day_words(_motion_day(found)),
            },
        )
    )


def _motion_day(found: Assessment) -> date:
    """By when the court is asked: within the time for an objection, before the day for the answer, else soon."""
    days = [found.deadline(DeadlineKind.OBJECTION)]
    if found.facts is not None and found.facts.return_on is not None:
        days.append(found.facts.return_on - timedelta(days=1))
    ahead = [day for day in days if day is not None and day > found.today]
    if ahead:
        return min(ahead)
    return found.today + timedelta(days=found.rules.policy.cure_days)
