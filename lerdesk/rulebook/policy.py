"""The organisation's own choices, from the file that it edits, and what they change in the clocks."""

from collections.abc import Mapping
from dataclasses import fields, replace

from lerdesk.domain.clock_rules import ClockRule
from lerdesk.domain.policy import Places, Policy
from lerdesk.domain.records import FINDINGS
from lerdesk.domain.vocabulary import Regime, Severity
from lerdesk.rulebook.field_words import unit
from lerdesk.rulebook.mistake import shown
from lerdesk.rulebook.table import Table

#: acts that a second person can be asked for; a word that nothing would heed is refused
TWO_PERSONS = (*FINDINGS, "determination", "disclosure_of_content", "wide_demand")
_DAYS = (Regime.CAL_DAYS, Regime.US_R45_DAYS, Regime.INCL_DAYS, Regime.EU_STRICT, Regime.EU_1182)
_MONTHS = (Regime.CAL_MONTHS, Regime.US_R45_MONTHS, Regime.INCL_MONTHS)
_YEARS = (Regime.CAL_YEARS, Regime.US_R45_YEARS)
#: the ways of counting that are a choice, each with those that may take its place
CHOICES: Mapping[Regime, tuple[Regime, ...]] = {
    Regime.CAL_DAYS: _DAYS,
    Regime.INCL_DAYS: _DAYS,
    Regime.EU_STRICT: _DAYS,
    Regime.CAL_MONTHS: _MONTHS,
    Regime.INCL_MONTHS: _MONTHS,
    Regime.CAL_YEARS: _YEARS,
}

#: the keys from which a clock can take its count
PERIODS = tuple(each.name for each in fields(Policy) if each.name.endswith(("_days", "_hours")))


def policy(file: Table, known: Places) -> Policy:
    """The organisation's choices."""
    table = file.table("policy")
    state = table.text("company_state", "")
    if state and state not in known.states:
        table.refuse("company_state", f"has {shown(state)}", "Use a State such as US-DE")
    found = Policy(
        waiting_days=table.number("waiting_days"),
        waiting_days_civil=table.number("waiting_days_civil"),
        offer_business_days=table.number("offer_business_days"),
        two_persons=frozenset(table.texts("two_persons", TWO_PERSONS)),
        company_state=state,
        obeys_other_states=frozenset(table.texts("obeys_other_states", known.states)),
        review_days=table.number("review_days", least=1),
        content_years=table.number("content_years", least=1),
        records_years=table.number("records_years", least=1),
        many_accounts=table.number("many_accounts", least=1),
        very_many_accounts=table.number("very_many_accounts", least=1),
        least_days=table.number("least_days", least=1),
        least_days_many=table.number("least_days_many", least=1),
        burden_hours=table.number("burden_hours", least=1),
        points=_points(table.table("points")),
        senior_points=table.number("senior_points", least=1),
        narrowing_offer=table.text("narrowing_offer").strip(),
        emergency_review_days=table.number("emergency_review_days", least=1),
        safety_hold_days=table.number("safety_hold_days", least=1),
        cure_days=table.number("cure_days", least=1),
        follow_up_hours=table.number("follow_up_hours", least=1),
        motion_days=table.number("motion_days", least=1),
        receipt_days=table.number("receipt_days", least=1),
        call_back_minutes=table.number("call_back_minutes", least=1),
        decision_hours=table.number("decision_hours", least=1),
        report_hours=table.number("report_hours", least=1),
        grace_days=table.number("grace_days"),
        counting=_counting(table.table("counting")),
        citation=table.text("citation"),
    )
    table.done()
    return found


def _points(table: Table) -> Mapping[Severity, int]:
    found = {
        severity: table.number(severity.value)
        for severity in (Severity.BLOCK, Severity.ESCALATE, Severity.WARN, Severity.CURE)
    }
    table.done()
    return found


def _counting(table: Table) -> Mapping[Regime, Regime]:
    found: dict[Regime, Regime] = {}
    for silent, allowed in CHOICES.items():
        found[silent] = Regime(table.among(silent.value, allowed) or silent)
    table.done()
    return found


def by_policy(clocks: Mapping[str, ClockRule], choices: Policy) -> Mapping[str, ClockRule]:
    """The clocks with the organisation's own periods and ways of counting."""
    return {name: _chosen(clock, choices) for name, clock in clocks.items()}


def _chosen(clock: ClockRule, choices: Policy) -> ClockRule:
    regime = clock.regime and choices.counting.get(clock.regime, clock.regime)
    count = getattr(choices, clock.policy) if clock.policy else clock.count
    made = replace(clock, regime=regime, count=count)
    if made.count != clock.count:  # the file's words speak of the shipped number
        made = replace(made, period=f"{made.count} {unit(made)}, by the company’s choice")
    return replace(made, grace=choices.grace_days) if clock.grace else made
