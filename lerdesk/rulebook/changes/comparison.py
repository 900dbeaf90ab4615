"""What differs between two frozen values: every field of every dataclass, every entry of every table.

It goes by the values' own fields, so that a field that comes later is compared like the others.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

from lerdesk.domain.rules import Rulebook


class How(StrEnum):
    """In which way two values differ at a place."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"
    ORDER = "order"


@dataclass(frozen=True)
class Difference:
    """One place at which two values differ.

    Attributes:
        path: fields and keys from the outermost value inward: ``("questions", "E009", "severity")``.
        old: what stood there; ``None`` where nothing did. For an order: the keys in both, as they stood.
        new: what stands there now, likewise.
    """

    path: tuple[str, ...]
    how: How
    old: object = None
    new: object = None


def compare(old: Rulebook, new: Rulebook) -> tuple[Difference, ...]:
    """All that differs between two rulebooks, their versions among it, in the order of their fields."""
    return tuple(differences(old, new))


def differences(old: object, new: object, path: tuple[str, ...] = ()) -> Iterator[Difference]:
    """What differs between two values of one kind, outermost field first."""
    if old is new:
        return
    # a StrEnum is no dataclass; a class itself is none that is meant here
    if is_dataclass(old) and type(old) is type(new):
        for field in fields(old):
            yield from differences(
                getattr(old, field.name), getattr(new, field.name), (*path, field.name)
            )
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _keyed(_named(old), _named(new), path)
    elif _are_rows(old) and _are_rows(new):
        yield from _keyed(rows_by_key(old), rows_by_key(new), path)
    elif old != new:
        yield Difference(path, How.CHANGED, old, new)


def rows_by_key(rows: object) -> dict[str, object]:
    """Rows of a table by their id or name; of several with one id the later ones are numbered."""
    names = (
        (str(getattr(row, "id", "") or getattr(row, "name", "")), row)
        for row in (rows if isinstance(rows, tuple) else ())
    )
    return numbered(names)


def numbered(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    """Values by key; a key that stands again is numbered: ``note 8 (2)``."""
    found: dict[str, object] = {}
    times: Counter[str] = Counter()
    for key, value in pairs:
        times[key] += 1
        found[key if times[key] == 1 else f"{key} ({times[key]})"] = value
    return found


def _are_rows(value: object) -> bool:
    return isinstance(value, tuple) and all(is_dataclass(row) for row in value)


def _named(table: Mapping[object, object]) -> dict[str, object]:
    return {str(key): value for key, value in table.items()}


def _keyed(
    old: Mapping[str, object], new: Mapping[str, object], path: tuple[str, ...]
) -> Iterator[Difference]:
    for key, was in old.items():
        if key not in new:
            yield Difference((*path, key), How.GONE, old=was)
        else:
            yield from differences(was, new[key], (*path, key))
    for key, now in new.items():
        if key not in old:
            yield Difference((*path, key), How.NEW, new=now)
    # only rules stand in an order that means something: what has an id, not the entries of one rule
    stood, stands = [k for k in old if k in new], [k for k in new if k in old]
    if stood != stands and all(hasattr(row, "id") for row in new.values()):
        yield Difference(path, How.ORDER, tuple(stood), tuple(stands))
