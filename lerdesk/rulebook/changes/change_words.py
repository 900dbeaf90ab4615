"""What changes between two rulebooks, in sentences, rule by rule, grouped by kind."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, is_dataclass, replace
from itertools import groupby

from lerdesk.base.written import sentence_start
from lerdesk.domain.rules import Question, Rulebook
from lerdesk.rulebook.changes.comparison import Difference, How, rows_by_key
from lerdesk.rulebook.changes.naming import Naming
from lerdesk.rulebook.changes.order import moved
from lerdesk.rulebook.field_words import field_words

#: a text longer than this is shown old and new on lines of its own
_LONG = 60
#: as many rules that change in the same way are told in one sentence
_ALIKE = 4


#: what follows from the rules and is none
_NO_RULES = frozenset({"version", "own"})


@dataclass(frozen=True)
class ChangeWords:
    """One change.

    Attributes:
        words: the sentence, after the rule's name; without an end.
        texts: what stands below it: texts old and new, or what a new rule says, each with its label.
    """

    words: str
    texts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class RuleChange:
    """What changes in one rule, or in several rules in the same way.

    Attributes:
        part: the rulebook's field, ``questions``.
        rules: ids; empty where the part has none.
        subject: ``Question E009``.
        citation: what the rule rests on.
    """

    part: str
    rules: tuple[str, ...]
    subject: str
    changes: tuple[ChangeWords, ...]
    citation: str = ""

    def sentence(self, change: ChangeWords) -> str:
        """The change with the rule's name: ``Clock K27: period was 10 days, is now 8 days.``."""
        end = ":" if change.texts else "."
        if change.words.startswith(("new", "no longer there")):
            word, _, where = change.words.partition(",")
            return f"{word.capitalize()}: {self.subject}{f',{where}' if where else ''}{end}"
        joined = " " if change.words.startswith("for ") or "moved (" in change.words else ": "
        if change.texts:
            return f"{self.subject}{joined.replace(':', ',')}{change.words}{end}"
        return f"{self.subject}{joined}{change.words}{end}"


@dataclass(frozen=True)
class PartChange:
    """The changes of one kind."""

    part: str
    heading: str
    rules: tuple[RuleChange, ...]


def change_words(
    old: Rulebook, new: Rulebook, found: Sequence[Difference]
) -> tuple[PartChange, ...]:
    """The differences in words; version and marks, which follow from the rules, are left out."""
    naming = Naming(old, new)
    parts = []
    for part, group in groupby(found, key=lambda one: one.path[0]):
        if part in _NO_RULES:
            continue
        told = [
            _rule(naming, part, place, tuple(one for _, one in same))
            for place, same in groupby(
                ((_place(one), one) for one in group), key=lambda pair: pair[0]
            )
        ]
        heading = field_words(Rulebook, part)
        parts.append(PartChange(part, sentence_start(heading), _alike(naming, told)))
    return tuple(parts)


def _place(one: Difference) -> tuple[str, ...]:
    """The path of the rule in which a difference lies."""
    if one.path[0] == "matrix":
        inside = {"cells": 4, "eu_cells": 4, "eu_by_class": 4, "exceptions": 3}
        return one.path[: inside.get(one.path[1] if len(one.path) > 1 else "", 2)]
    if one.path[0] in {"policy", "places"} or one.how is How.ORDER:
        return one.path[:1]
    return one.path[:2]


def _rule(
    naming: Naming, part: str, place: tuple[str, ...], found: tuple[Difference, ...]
) -> RuleChange:
    first, rest = found[0], found
    owner, was = _at(naming.new, place), _at(naming.old, place)
    changes: list[ChangeWords] = []
    if first.path == place and first.how in {How.NEW, How.GONE}:
        rest = found[1:]
        now = first.new if first.how is How.NEW else first.old
        word = f"new{_stands_after(naming, place)}" if first.how is How.NEW else "no longer there"
        changes.append(ChangeWords(word, naming.described(now)))
        owner = owner or now
    changes += _inside(naming, place, rest, was, owner)
    citation = str(getattr(owner, "citation", "") or getattr(was, "citation", ""))
    rules = place[2:3] if part == "matrix" else place[1:2]
    return RuleChange(part, rules, _subject(naming, place), tuple(changes), citation)


def _at(book: Rulebook, path: tuple[str, ...]) -> object:
    """What stands at a path; ``None`` where nothing does."""
    value: object = book
    for step in path:
        if isinstance(value, tuple):
            value = rows_by_key(value).get(step)
        elif isinstance(value, Mapping):
            value = value.get(step)
        else:
            value = getattr(value, step, None)
    return value


def _subject(naming: Naming, place: tuple[str, ...]) -> str:
    part = place[0]
    if part == "matrix":
        keys = " for ".join(naming.key(key) for key in place[2:])
        name = field_words(type(naming.new.matrix), place[1])
        said = f"{name} {'of ' if name.startswith('cell') and keys else ''}{keys}".strip()
        return sentence_start(said)
    if len(place) == 1 or part in {"policy", "places"}:
        return naming.kind(part)
    return f"{naming.kind(part)} {naming.rule(part, place[1])}"


def _stands_after(naming: Naming, place: tuple[str, ...]) -> str:
    """Where a new row stands, in a table in which the first that matches wins."""
    if place[0] != "notice":
        return ""
    ids = [row.id for row in naming.new.notice]
    number = ids.index(place[-1]) if place[-1] in ids else -1
    return {-1: "", 0: ", before all others"}.get(number, f", after {ids[number - 1]}")


def _inside(
    naming: Naming,
    place: tuple[str, ...],
    found: Iterable[Difference],
    was: object,
    now: object,
) -> list[ChangeWords]:
    """The changes inside a rule; entries of one table that change alike in one sentence."""
    out: dict[tuple[object, ...], list[str]] = {}
    kept: dict[tuple[object, ...], ChangeWords] = {}
    for one in found:
        if one.how is How.ORDER:
            for words in moved(one.old, one.new):
                kept[place, words] = ChangeWords(words)
                out[place, words] = []
            continue
        inner = one.path[len(place) :]
        owner = was if now is None else now
        field, keys = (inner[0], inner[1:]) if is_dataclass(owner) and inner else ("", inner)
        name = field_words(type(owner), field) if field else ""
        name, keys = _deeper(owner, name, field, keys)
        said = _said(naming, name, _effective(one, field, keys, was, now), field, was, now)
        alike = (name, said)
        kept[alike] = said
        out.setdefault(alike, []).extend(naming.key(key) for key in keys)
    return [
        replace(kept[alike], words=f"for {', '.join(keys)}: {kept[alike].words}")
        if keys
        else kept[alike]
        for alike, keys in out.items()
    ]


def _deeper(
    owner: object, name: str, field: str, keys: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    """The name of a field of a value inside the rule (reach of a block, one holiday), and the keys that are left."""
    value = getattr(owner, field, None)
    inner = next(iter(value), None) if isinstance(value, tuple) else value
    kinds = getattr(type(inner), "__dataclass_fields__", {})
    if keys and keys[-1] in kinds:
        return f"{name}, {field_words(type(inner), keys[-1])}", keys[:-1]
    return name, keys


def _effective(
    one: Difference, field: str, keys: tuple[str, ...], was: object, now: object
) -> Difference:
    """A severity for single processes as it holds, with the rule's own where it has none for them."""
    if field != "severity_in" or not (isinstance(was, Question) and isinstance(now, Question)):
        return one
    old, new = was.severity_for(keys[0]), now.severity_for(keys[0])
    return one if old == new else Difference(one.path, How.CHANGED, old, new)


def _said(
    naming: Naming, name: str, one: Difference, field: str, was: object, now: object
) -> ChangeWords:
    if isinstance(one.old, frozenset) and isinstance(one.new, frozenset):
        return ChangeWords(f"{name}: {_set_words(naming, one.old, one.new)}".lstrip(": "))
    texts: tuple[tuple[str, str], ...]
    before, after = naming.value(one.old, field, was), naming.value(one.new, field, now)
    if one.how is How.NEW:
        words, texts = f"{name} is new", (("is", after),)
    elif one.how is How.GONE:
        words, texts = f"{name} is no longer there", (("was", before),)
    else:
        words, texts = f"{name} changed", (("was", before), ("is", after))
    if any(len(text) > _LONG or "\n" in text for _, text in texts):
        return ChangeWords(words.strip(), texts)
    short = {
        How.NEW: f"{name} is new: {after}",
        How.GONE: f"{name} is no longer there (was {before})",
    }
    return ChangeWords(short.get(one.how, f"{name} was {before}, is now {after}").strip())


def _set_words(naming: Naming, old: frozenset[str], new: frozenset[str]) -> str:
    if not old or not new:
        return f"was {naming.value(old)}, is now {naming.value(new)}"
    parts = []
    if new - old:
        parts.append(f"now also {naming.keys(new - old)}")
    if old - new:
        parts.append(f"no longer {naming.keys(old - new)}")
    return "; ".join(parts)


def _alike(naming: Naming, told: list[RuleChange]) -> tuple[RuleChange, ...]:
    """Rules that change in the same way in one entry, at the place of the first."""
    by_words: dict[tuple[ChangeWords, ...], list[RuleChange]] = {}
    for one in told:
        by_words.setdefault(one.changes, []).append(one)
    out = []
    for changes, same in by_words.items():
        rules = tuple(rule for one in same for rule in one.rules)
        if len(same) < _ALIKE or len(rules) < len(same) or same[0].part == "matrix":
            out += same
            continue
        subject = f"{naming.kind(same[0].part, many=True)} {', '.join(rules)}"
        cited = list(dict.fromkeys(one.citation for one in same))
        citation = cited[0] if len(cited) == 1 else ""
        out.append(RuleChange(same[0].part, rules, subject, changes, citation))
    return tuple(out)
