"""What a rule, a key and a value are called where changes are told: ids with their names, periods with their units."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum

from lerdesk.base.written import sentence_start
from lerdesk.domain.clock_rules import ClockRule
from lerdesk.domain.matrix_rules import MatrixCell
from lerdesk.domain.rules import Rulebook
from lerdesk.domain.vocabulary import DataClass
from lerdesk.rulebook.changes.comparison import rows_by_key
from lerdesk.rulebook.field_words import (
    ANY_PLACE,
    NOTHING,
    field_words,
    unit,
    words,
)

_KINDS = {
    "processes": ("Process", "Processes"),
    "categories": ("Data category", "Data categories"),
    "questions": ("Question", "Questions"),
    "notice": ("Notice row", "Notice rows"),
    "effects": ("Notice outcome", "Notice outcomes"),
    "clocks": ("Clock", "Clocks"),
    "calendars": ("Calendar", "Calendars"),
    "flags": ("Flag", "Flags"),
    "factors": ("Test of overbreadth", "Tests of overbreadth"),
    "state_columns": ("Column for", "Columns for"),
}
#: names of processes in a list; more of them are told by their ids
_NAMED = 4


class Naming:
    """Names from two rulebooks: the new one's, and the old one's for what is no longer there."""

    def __init__(self, old: Rulebook, new: Rulebook) -> None:
        self.old, self.new = old, new
        self.processes = {**old.processes, **new.processes}
        self.categories = {**old.categories, **new.categories}

    def kind(self, part: str, *, many: bool = False) -> str:
        """``Question``; of a part without a word here, the part's own."""
        one = field_words(Rulebook, part)
        return _KINDS.get(part, (sentence_start(one),) * 2)[int(many)]

    def rule(self, part: str, rule: str) -> str:
        """A rule with what it is called: ``E009``, ``Federal grand jury subpoena (US_GJ_FED)``."""
        if part == "processes":
            return self.key(rule)
        found = self.find(self.new, part, rule) or self.find(self.old, part, rule)
        name = "" if isinstance(found, StrEnum) else getattr(found, "name", "")
        return f"{rule} ({name})" if name and len(name) < 60 else rule

    def find(self, book: Rulebook, part: str, rule: str) -> object:
        """A rule of a part; ``None`` where it is not there."""
        rules = getattr(book, part)
        return (rules if isinstance(rules, Mapping) else rows_by_key(rules)).get(rule)

    def key(self, key: str) -> str:
        """A key inside a rule: a process by its name, a class of data, a category."""
        if key in self.processes:
            process = self.processes[key]
            return f"{process.noun or process.name} ({key})"
        if key in self.categories:
            return f"{key} ({self.categories[key].name})"
        if key in DataClass.__members__:
            return self.new.matrix.names[DataClass(key)]
        return ANY_PLACE.get(key, key)

    def keys(self, keys: frozenset[str]) -> str:
        """Several keys in one phrase; many processes by their ids alone."""
        if self.processes.keys() <= keys and keys:
            return "all processes"
        if len(keys) > _NAMED:
            return ", ".join(sorted(map(str, keys)))
        return ", ".join(self.key(str(one)) for one in sorted(keys))

    def value(self, value: object, field: str = "", owner: object = None) -> str:
        """A field's value in words: with its unit where it is a clock's period, with names where it holds ids."""
        if isinstance(owner, ClockRule) and field == "count" and isinstance(value, int):
            return f"{value} {unit(owner)}"
        if isinstance(value, frozenset) and value:
            return self.keys(value)
        if isinstance(value, Mapping) and value:
            return "; ".join(f"{self.key(str(k))}: {self.value(v)}" for k, v in value.items())
        if isinstance(value, str) and not isinstance(value, StrEnum) and value:
            return self.key(value) if value in self.processes | self.categories else value
        return words(value, self.new.matrix.names)

    def described(self, rule: object) -> tuple[tuple[str, str], ...]:
        """Each field of a rule that says something, with its name; not its id and citation, which stand beside it."""
        if isinstance(rule, Mapping):
            return tuple((self.key(str(key)), self.brief(one)) for key, one in rule.items())
        if not is_dataclass(rule) or isinstance(rule, type):
            return (("is", self.value(rule)),)
        said = ((field.name, getattr(rule, field.name)) for field in fields(rule))
        told = (
            (field_words(type(rule), name), self.value(value, name, rule))
            for name, value in said
            if value is not False and name not in {"id", "citation"}
        )
        return tuple((label, value) for label, value in told if value != NOTHING)

    def brief(self, value: object) -> str:
        """A value in one line: of a cell its answer alone."""
        return words(value.cell) if isinstance(value, MatrixCell) else self.value(value)
