"""The validity questions, from their files, in the order in which a reviewer works."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from lerdesk.domain.fact import FIELDS
from lerdesk.domain.policy import Places
from lerdesk.domain.rules import Eased, Process, Question, Stops
from lerdesk.domain.vocabulary import (
    DataClass,
    DeadlineKind,
    EuClass,
    Gag,
    Reads,
    Severity,
    Standing,
    Tells,
)
from lerdesk.rulebook.mistake import shown
from lerdesk.rulebook.table import Table

WHEN = ("silence", "viewing")
BY_ROLLED_DAY = "served by rolled day"
EASED = (BY_ROLLED_DAY, "company state")


def questions(
    files: Sequence[Table],
    processes: Mapping[str, Process],
    categories: Iterable[str],
    places: Places,
    clocks: Collection[str],
) -> Mapping[str, Question]:
    """The questions of all files, by id, ordered by group and then as written."""
    groups = list(dict.fromkeys(group for file in files for group in file.texts("groups")))
    order = {group: number for number, group in enumerate([*groups, ""])}
    known_categories = frozenset(categories)
    found: dict[str, Question] = {}
    covering: list[Table] = []
    for file in files:
        sets = file.table("sets")
        named = {
            name: frozenset(sets.texts(name, processes))
            for name in sets.keys()  # noqa: SIM118
        }
        for table in file.tables("question"):
            table.new_id(found)
            question = _question(table, processes, known_categories, places, named, groups, clocks)
            found[question.id] = question
            covering += [table] if question.covers else []
    for table in covering:
        _covered(table, found)
    return dict(sorted(found.items(), key=lambda item: order[item[1].group]))


def _question(
    table: Table,
    processes: Mapping[str, Process],
    categories: frozenset[str],
    places: Places,
    named: Mapping[str, frozenset[str]],
    groups: Sequence[str],
    clocks: Collection[str],
) -> Question:
    also_states = frozenset(table.texts("also_states", places.states))
    question = Question(
        id=table.text("id"),
        text=table.text("text"),
        group=table.among("group", groups),
        citation=table.text("citation"),
        status=table.one("status", Standing),
        processes=_processes(table, "asked_of", processes, named),
        severity=table.one("severity", Severity),
        severity_in=_severities(table, processes, named),
        reversed=table.flag("reversed"),
        reminder=table.flag("reminder"),
        stops=_stops(table.table("stops"), categories),
        states=frozenset(table.texts("states", places.states)),
        also=dict.fromkeys(table.texts("also_of", processes), also_states),
        when=table.among("when", WHEN) if table.has("when") else "",
        eased=_eased(table.table("eased"), clocks) if table.has("eased") else None,
        gag=table.maybe("gag", Gag),
        gag_only=table.flag("gag_only"),
        tells=table.maybe("tells", Tells),
        objection=table.among("objection", clocks) if table.has("objection") else "",
        lifts=table.maybe("lifts", DeadlineKind),
        fields=table.texts("fields", FIELDS),
        proposes=table.maybe("proposes", Reads),
        letter=table.text("letter", ""),
        covers=frozenset(table.texts("covers")),
        note=table.text("note", ""),
    )
    if question.text and not question.reminder and not question.text.endswith("?"):
        table.refuse("text", "asks nothing", "End the question with a question mark")
    if question.gag_only and question.gag is None:
        table.refuse("gag_only", "stands without gag", "Give the gag, or take it away")
    table.done()
    return question


def _covered(table: Table, found: Mapping[str, Question]) -> None:
    """Refuse to cover what is no question, or what covers the question itself: a letter would have neither."""
    mine, seen = table.text("id"), set[str]()
    todo = list(table.texts("covers", found))
    while todo:
        each = todo.pop()
        todo += found[each].covers if each in found and each not in seen else ()
        seen.add(each)
    if mine in seen:
        table.refuse("covers", f"comes back to {mine}", "Let one of the two cover the other")
    if not table.text("letter", ""):
        table.refuse("covers", "stands without letter", "Give the sentence that says the same")


def _processes(
    table: Table,
    key: str,
    processes: Mapping[str, Process],
    named: Mapping[str, frozenset[str]],
) -> frozenset[str]:
    if table.is_text(key):
        word = table.text(key)
        if word == "all":
            return frozenset(processes)
        if word in named:
            return named[word]
        table.refuse(
            key,
            f"has {shown(word)}",
            f'Use "all", a list of processes or a set of this file: {", ".join(named) or "none"}',
        )
        return frozenset()
    if not table.has(key) or table.is_empty(key):
        table.refuse(key, "names no process", 'Use "all" or a list of processes')
    return frozenset(table.texts(key, processes))


def _severities(
    table: Table, processes: Mapping[str, Process], named: Mapping[str, frozenset[str]]
) -> Mapping[str, Severity]:
    found: dict[str, Severity] = {}
    for row in table.tables("severity_in"):
        severity = row.one("severity", Severity)
        for process in _processes(row, "processes", processes, named):
            found[process] = severity
        row.done()
    return found


def _stops(table: Table, categories: frozenset[str]) -> Stops:
    stops = Stops(
        classes=table.many("classes", DataClass),
        categories=frozenset(table.texts("categories", categories)),
        eu_classes=table.many("eu_classes", EuClass),
        excess=table.flag("excess"),
        release=table.flag("release"),
    )
    table.done()
    return stops


def _eased(table: Table, clocks: Collection[str]) -> Eased:
    when = table.among("when", EASED)
    if table.has("clock") is not (when == BY_ROLLED_DAY):
        table.refuse("clock", "does not fit when", f'Name one for "{BY_ROLLED_DAY}" alone')
    clock = table.among("clock", clocks) if table.has("clock") else ""
    eased = Eased(table.one("severity", Severity), when, clock)
    table.done()
    return eased
