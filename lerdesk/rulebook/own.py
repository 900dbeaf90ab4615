"""Which rules are the organisation's own: those of its files that the shipped ones do not have, or have otherwise."""

import tomllib
from collections.abc import Iterable, Mapping

from lerdesk.rulebook.source import Source, shipped_folder


def own_rules(sources: Iterable[Source]) -> frozenset[str]:
    """Ids of the rules that the organisation wrote or changed; ``policy.waiting_days`` for a key without one."""
    found: set[str] = set()
    for source in sources:
        shipped = shipped_folder() / source.path.name
        if source.own and source.data != shipped.read_bytes():
            before = rules_of(tomllib.loads(shipped.read_text(encoding="utf-8")))
            now = rules_of(source.values)
            found |= {rule for rule, rows in now.items() if before.get(rule) != rows}
    return frozenset(found)


def rules_of(values: Mapping[str, object]) -> Mapping[str, list[object]]:
    """What a file says of each rule, by its id; several where its parts stand in several rows."""
    found: dict[str, list[object]] = {}
    for rule, said in _rules(values):
        found.setdefault(rule, []).append(said)
    return found


def _rules(values: Mapping[str, object], within: str = "") -> Iterable[tuple[str, object]]:
    for key, value in values.items():
        if isinstance(value, list) and all(isinstance(each, dict) for each in value):
            for number, each in enumerate(value, 1):
                yield str(each.get("id") or each.get("process") or f"{key} {number}"), each
        elif isinstance(value, dict) and not within:
            yield from _rules(value, key)
        else:
            yield (f"{within}.{key}" if within else key), value
