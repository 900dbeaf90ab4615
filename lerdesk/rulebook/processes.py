"""Processes and data categories, from their files."""

from collections.abc import Mapping

from lerdesk.domain.clock_rules import ClockRule
from lerdesk.domain.policy import Places
from lerdesk.domain.rules import DataCategory, Process
from lerdesk.domain.vocabulary import (
    Binding,
    DataClass,
    DeadlineKind,
    EuClass,
    Family,
    Gag,
    Standing,
)
from lerdesk.rulebook.mistake import one_of, shown
from lerdesk.rulebook.table import Table

COLUMNS = ("us", "other", "california", "eu")
#: what the half-year's report counts apart; the rest is counted in no row of it
REPORT_ROWS = (
    "search_warrants",
    "subpoenas",
    "other_court_orders",
    "national_security",
    "emergency",
    "preservation",
    "non_us",
    "other",
    "none",
)


def processes(
    file: Table, places: Places, clocks: Mapping[str, ClockRule]
) -> Mapping[str, Process]:
    """The kinds of process, by id, in the order of the file."""
    found: dict[str, Process] = {}
    for table in file.tables("process"):
        table.new_id(found)
        process = _process(table, places, clocks)
        found[process.id] = process
    return found


def _process(table: Table, places: Places, clocks: Mapping[str, ClockRule]) -> Process:
    binding = table.table("binding")
    binds = {}
    for place in binding.keys():  # noqa: SIM118  a Table is no mapping
        if place not in {"EU", "other"} and place not in places.countries:
            binding.refuse(place, "is no place", "Use US, a country's code, EU or other")
        binds[place] = binding.one(place, Binding)
    for need in ("US", "other"):
        if need not in binds:
            binding.refuse(need, "is missing", "Say whether it binds there: yes, no or escalate")
    column = table.among("column", COLUMNS)
    process = Process(
        id=table.text("id"),
        number=table.text("number"),
        name=table.text("name"),
        noun=table.text("noun", ""),
        text=table.text("text"),
        citation=table.text("citation"),
        status=table.one("status", Standing),
        issuer=table.text("issuer", ""),
        binding=binds,
        compels=table.text("compels", ""),
        standard=table.text("standard", ""),
        notice=table.text("notice", ""),
        silence=table.text("silence", ""),
        response=table.text("response", ""),
        expiry=table.text("expiry", ""),
        family=table.maybe("family", Family),
        report=table.among("report", REPORT_ROWS),
        column=column,
        notice_gag=table.maybe("notice_gag", Gag),
        notice_consent=table.flag("notice_consent"),
        preserves_only=table.flag("preserves_only"),
        permits_only=table.flag("permits_only"),
        silence_only=table.flag("silence_only"),
        rank=table.number("rank", 0),
        execution=table.among("execution", clocks) if table.has("execution") else "",
        clocks=_clocks(table.table("clocks"), places, clocks),
        in_force=table.day("in_force"),
        in_force_until=table.day("in_force_until"),
    )
    if process.in_force and process.in_force_until and process.in_force > process.in_force_until:
        table.refuse(
            "in_force_until", "lies before in_force", "Write the last day on which it is in force"
        )
    table.done()
    return process


def _clocks(
    table: Table, places: Places, clocks: Mapping[str, ClockRule]
) -> Mapping[DeadlineKind, Mapping[str, str]]:
    found: dict[DeadlineKind, Mapping[str, str]] = {}
    for kind in DeadlineKind:
        if not table.has(kind):
            continue
        by_state: dict[str, str] = {}
        rows = table.states(kind)
        for state, clock in rows.items():
            if state not in {"*", "unknown"} and state not in places.states:
                table.refuse(kind, f"names {shown(state)}", "Use a State such as US-WA, or unknown")
            if clock not in clocks:
                table.refuse(
                    kind, f"names {shown(clock)}, no clock of clocks.toml", one_of(clock, clocks)
                )
            by_state[state] = clock
        found[kind] = by_state
    table.done()
    return found


def state_columns(file: Table, places: Places) -> Mapping[str, str]:
    """The columns that speak too for the orders of single States."""
    if not file.has("state_columns"):
        file.refuse("state_columns", "is missing", "Copy [state_columns] from the shipped file")
    table, found = file.table("state_columns"), {}
    for state in table.keys():  # noqa: SIM118
        found[state] = table.among(state, COLUMNS)
        if state not in places.states:
            table.refuse(state, "is no State", "Use a State such as US-CA")
    return found


def categories(file: Table, known: Mapping[str, Process]) -> Mapping[str, DataCategory]:
    """The data categories, by id, in the order of the file."""
    found: dict[str, DataCategory] = {}
    for table in file.tables("category"):
        least, escalate = table.table("least"), table.table("escalate")
        never = table.flag("never")
        data_class = table.maybe("class", DataClass)
        if table.has("class") is never:
            table.refuse(
                "class",
                "stands beside never = true" if never else "is missing",
                "Give a class, or never = true",
            )
        category = DataCategory(
            id=table.text("id"),
            name=table.text("name"),
            examples=table.text("examples", ""),
            data_class=data_class,
            eu_class=table.maybe("eu_class", EuClass),
            never=never,
            least={name: least.text(name) for name in COLUMNS if least.has(name)},
            escalate={
                name: frozenset(escalate.texts(name, known))
                for name in COLUMNS
                if escalate.has(name)
            },
            flags=table.text("flags", ""),
            citation=table.text("citation"),
            status=table.one("status", Standing),
        )
        least.done()
        escalate.done()
        table.new_id(found)
        table.done()
        found[category.id] = category
    return found
