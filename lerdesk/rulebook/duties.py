"""Notice table, clocks, calendars, tests of overbreadth, policy and places, from their files."""

import re
from collections.abc import Mapping

from lerdesk.domain.calendar import WEEKDAYS, day_in_year
from lerdesk.domain.clock_rules import Calendar, ClockRule, Holiday, ListDifference
from lerdesk.domain.notice import FLAGS
from lerdesk.domain.notice_effect import NoticeEffect
from lerdesk.domain.overbreadth import OFFER_MARKS
from lerdesk.domain.policy import Places
from lerdesk.domain.rules import Factor, NoticeRule
from lerdesk.domain.vocabulary import (
    Family,
    Gag,
    Measure,
    NoticeData,
    Regime,
    Severity,
    ShownBy,
    Side,
    Standing,
)
from lerdesk.rulebook.mistake import one_of, shown
from lerdesk.rulebook.policy import PERIODS
from lerdesk.rulebook.table import Table

_DAY = re.compile(
    r"\d\d-\d\d|easter[+-]\d{1,3}"
    r"|(first|second|third|fourth|last) (mon|tues|wednes|thurs|fri|satur|sun)day of [a-z]+"
)
_ONE_OF = f"({'|'.join(Severity)})"
#: one severity; with another, the class that it stops, where it is another, or the clock that asks
_SEVERITY = re.compile(
    rf"{_ONE_OF}((/| \+ ){_ONE_OF})?( class)?(; ESCALATE (if content|>100))?( \(K\d\d\))?"
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
    rules: list[NoticeRule] = []
    for row in file.tables("rule"):
        flags = row.table("flags")
        # the parts of one row follow each other under its id
        row.new_id({rule.id for rule in rules} - {rules[-1].id if rules else ""})
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
        file.refuse(
            "rule", "leaves combinations without an answer", "End the table with an open row"
        )
    return tuple(rules), file.texts("most_silent")


def clocks(file: Table) -> Mapping[str, ClockRule]:
    """The clocks, by id."""
    found: dict[str, ClockRule] = {}
    for row in file.tables("clock"):
        regime = row.maybe("regime", Regime)
        counted = row.has("regime") and regime not in _UNCOUNTED
        row.new_id(found)
        if not counted and row.has("count"):
            row.refuse(
                "count", "stands without a regime that counts", "Give the regime, or take it away"
            )
        clock = ClockRule(
            id=row.text("id"),
            name=row.text("name"),
            start=row.text("start"),
            from_service=row.flag("from_service"),
            silence=row.flag("silence"),
            policy=row.among("policy", PERIODS) if row.has("policy") else "",
            period=row.text("period"),
            side=row.one("side", Side),
            citation=row.text("citation"),
            status=row.one("status", Standing),
            regime=regime,
            count=row.number("count", least=1) if counted else None,
            stated=row.maybe("stated", Regime),
            outer=row.maybe("outer", Regime),
            release=row.maybe("release", Regime),
            grace=row.number("grace", 0),
            internal=row.flag("internal"),
            gate=row.flag("gate"),
            target_of=frozenset(row.texts("target_of")),
        )
        row.done()
        found[clock.id] = clock
    return found


def calendars(file: Table) -> Mapping[str, Calendar]:
    """The counting calendars, by id."""
    found: dict[str, Calendar] = {}
    for row in file.tables("calendar"):
        days = []
        for day in row.tables("holidays"):
            on = day.text("on")
            if on and not _is_day(on):
                day.refuse(
                    "on", f"has {shown(on)}", "Write 07-04, third monday of january or easter+1"
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
            differs=_differs(row),
        )
        row.new_id(found)
        row.done()
        found[calendar.id] = calendar
    return found


def _differs(row: Table) -> tuple[ListDifference, ...]:
    found = []
    for each in row.tables("differs"):
        difference = ListDifference(
            name=each.text("name"),
            weekday=each.among("weekday", WEEKDAYS) if each.has("weekday") else "",
            holiday_here=each.flag("holiday_here"),
            reason=each.text("reason"),
        )
        found.append(difference)
        each.done()
    return tuple(found)


def _is_day(on: str) -> bool:
    """Whether it is a form that gives a day in every year; 29 February is none."""
    if not _DAY.fullmatch(on):
        return False
    try:
        return day_in_year(on, 2027) is not None
    except ValueError:  # no such day or month
        return False


def factors(file: Table) -> Mapping[str, Factor]:
    """The tests of overbreadth, by id."""
    found: dict[str, Factor] = {}
    for row in file.tables("factor"):
        pattern = row.text("pattern", "")
        try:
            re.compile(pattern)
        except (re.error, RecursionError, OverflowError) as error:
            row.refuse("pattern", "is no pattern", f"Correct it: {error}")
        shown_by = row.many("shown_by", ShownBy)
        if not row.has("shown_by"):
            row.refuse("shown_by", "is missing", f"Use some of {', '.join(ShownBy)}")
        elif shown_by and bool(pattern) != (ShownBy.WORDS in shown_by):
            row.refuse("pattern", "does not fit shown_by", 'Name "words" where there is one')
        elif shown_by and row.has("measure") != (ShownBy.FACTS in shown_by):
            row.refuse("measure", "does not fit shown_by", 'Name "facts" where there is one')
        factor = Factor(
            id=row.text("id"),
            name=row.text("name"),
            text=row.text("text"),
            severity=_severity(row),
            response=row.text("response"),
            offer=_offer(row),
            ground=row.text("ground", ""),
            refusal=row.flag("refusal"),
            shown_by=shown_by,
            citation=row.text("citation"),
            status=row.one("status", Standing),
            pattern=pattern,
            measure=row.maybe("measure", Measure),
        )
        row.new_id(found)
        row.done()
        found[factor.id] = factor
    return found


def _severity(row: Table) -> str:
    """A severity, and behind it where it is another: ``WARN; ESCALATE if content``."""
    written = row.text("severity")
    first = re.split(r"[ ;/]", written, maxsplit=1)[0]
    if written and first not in Severity.__members__:
        row.refuse("severity", f"has {shown(written)}", one_of(first, list(Severity)))
    elif written and not _SEVERITY.fullmatch(written):
        row.refuse(
            "severity",
            f"has {shown(written)}",
            'Write one severity alone, or with "; ESCALATE if content" or "; ESCALATE >100" behind it',
        )
    return written


def _offer(row: Table) -> str:
    offer = row.text("offer")
    for mark in re.findall("‹([^›]*)›", offer):
        if mark.lower() not in OFFER_MARKS:
            known = ", ".join(f"‹{each}›" for each in sorted(OFFER_MARKS))
            row.refuse("offer", f"has ‹{mark}›, which nothing fills in", f"Use {known}")
    return offer


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
