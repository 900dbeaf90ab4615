"""Notice table, clocks, calendars, tests of overbreadth, policy and places, from their files."""

import re
from collections.abc import Mapping

from lerdesk.domain.notice_effect import NoticeEffect
from lerdesk.domain.policy import Places, Policy
from lerdesk.domain.rules import (
    Calendar,
    ClockRule,
    Factor,
    Holiday,
    NoticeRule,
)
from lerdesk.domain.vocabulary import Family, Gag, NoticeData, Regime, Side, Standing
from lerdesk.rulebook.table import Table

FLAGS = ("fake", "consent", "illegal", "safety", "compromised", "enterprise")
_DAY = re.compile(
    r"\d\d-\d\d|easter[+-]\d+"
    r"|(first|second|third|fourth|last) (mon|tues|wednes|thurs|fri|satur|sun)day of [a-z]+"
)
#: regimes that need a count; a written date is not counted
_UNCOUNTED = frozenset({Regime.FIXED_DATE})


def notice_effects(file: Table) -> Mapping[str, NoticeEffect]:
    """What each outcome does, by outcome."""
    table = file.table("effects")
    found = {name: table.one(name, NoticeEffect) for name in table.keys()}  # noqa: SIM118  a Table is no mapping
    table.done()
    return found


def notice_rules(file: Table) -> tuple[tuple[NoticeRule, ...], tuple[str, ...]]:
    """The rows in order, and the order of silence. The last row must have no condition."""
    rules = []
    for row in file.tables("rule"):
        flags = row.table("flags")
        rules.append(
            NoticeRule(
                id=row.text("id"),
                outcome=row.text("outcome"),
                reason=row.text("reason"),
                citation=row.text("citation"),
                status=row.one("status", Standing),
                families=row.many("family", Family),
                data=row.many("data", NoticeData),
                gags=row.many("gag", Gag),
                flags={name: flags.flag(name) for name in FLAGS if flags.has(name)},
            )
        )
        flags.done()
        row.done()
    last = rules[-1] if rules else None
    if last is None or last.families or last.data or last.gags or last.flags:
        raise file.wrong(
            "rule", "leaves combinations without an answer", "End the table with an open row"
        )
    return tuple(rules), file.texts("most_silent")


def clocks(file: Table) -> Mapping[str, ClockRule]:
    """The clocks, by id."""
    found: dict[str, ClockRule] = {}
    for row in file.tables("clock"):
        regime = row.maybe("regime", Regime)
        counted = regime is not None and regime not in _UNCOUNTED
        if counted and not row.has("count"):
            raise row.wrong("count", "is missing", "Give the number of the regime's unit")
        clock = ClockRule(
            id=row.text("id"),
            name=row.text("name"),
            start=row.text("start"),
            period=row.text("period"),
            side=row.one("side", Side),
            citation=row.text("citation"),
            status=row.one("status", Standing),
            regime=regime,
            count=row.number("count", least=1) if counted else None,
            outer=row.maybe("outer", Regime),
            release=row.maybe("release", Regime),
            grace=row.number("grace", 0),
            internal=row.flag("internal"),
            gate=row.flag("gate"),
        )
        row.done()
        if clock.id in found:
            raise row.wrong("id", "stands twice", "Give each clock an id of its own")
        found[clock.id] = clock
    return found


def calendars(file: Table) -> Mapping[str, Calendar]:
    """The counting calendars, by id."""
    found = {}
    for row in file.tables("calendar"):
        days = []
        for day in row.tables("holidays"):
            on = day.text("on")
            if not _DAY.fullmatch(on):
                raise day.wrong(
                    "on", f"has {on!r}", "Write 07-04, third monday of january or easter+1"
                )
            days.append(Holiday(day.text("name"), on, day.number("since", 0)))
            day.done()
        calendar = Calendar(
            id=row.text("id"),
            name=row.text("name"),
            country=row.text("country"),
            rows=tuple(days),
            sunday_to_monday=row.flag("sunday_to_monday"),
            saturday_to_friday_for_release=row.flag("saturday_to_friday_for_release"),
            citation=row.text("citation"),
            status=row.one("status", Standing),
        )
        row.done()
        found[calendar.id] = calendar
    return found


def factors(file: Table) -> Mapping[str, Factor]:
    """The tests of overbreadth, by id."""
    found = {}
    for row in file.tables("factor"):
        pattern = row.text("pattern", "")
        try:
            re.compile(pattern)
        except re.error as error:
            raise row.wrong("pattern", "is no pattern", f"Correct it: {error}") from None
        factor = Factor(
            id=row.text("id"),
            name=row.text("name"),
            text=row.text("text"),
            severity=row.text("severity"),
            response=row.text("response"),
            citation=row.text("citation"),
            status=row.one("status", Standing),
            pattern=pattern,
        )
        row.done()
        found[factor.id] = factor
    return found


def places(file: Table) -> Places:
    """The known places."""
    table = file.table("places")
    countries = frozenset(table.texts("countries"))
    found = Places(
        countries=countries,
        eu_bound=frozenset(table.texts("eu_bound", countries)),
        states=frozenset(table.texts("states")),
    )
    table.done()
    return found


#: acts that a second person can be asked for; a word that nothing would heed is refused
TWO_PERSONS = ("illegal_conduct", "determination", "disclosure_of_content")


def policy(file: Table, known: Places) -> Policy:
    """The organisation's choices."""
    table = file.table("policy")
    state = table.text("company_state", "")
    if state and state not in known.states:
        raise table.wrong("company_state", f"has {state!r}", "Use a State such as US-DE")
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
        narrowing_offer=table.text("narrowing_offer").strip(),
        emergency_review_days=table.number("emergency_review_days", least=1),
        safety_hold_days=table.number("safety_hold_days", least=1),
        cure_days=table.number("cure_days", least=1),
        follow_up_hours=table.number("follow_up_hours", least=1),
        citation=table.text("citation"),
    )
    table.done()
    return found
