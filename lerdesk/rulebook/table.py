"""One TOML table, read strictly: each value typed, each mistake named with file, rule and what would be right."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from lerdesk.base.text import clean
from lerdesk.rulebook.mistake import Mistake, RulebookError, near, one_of, shown

E = TypeVar("E", bound=StrEnum)
#: largest number in a rulebook: no period and no threshold is longer
MOST = 100_000
#: years in which law that is still applied can have come into force or end
_YEARS = range(1700, 2201)


class Notes(Protocol):
    """Takes mistakes instead of stopping at the first."""

    def note(self, table: "Table", key: str, mistake: Mistake) -> None:
        """Take one mistake at a key of a table."""


class Table:
    """A table of one file; keys that nobody asked for are a mistake when ``done`` is called.

    Args:
        file: the file's name.
        where: the rule's id, for messages.
        values: the table as TOML gives it.
        notes: takes the mistakes; without it the first one is raised.
        above: the table that this one stands in.
    """

    def __init__(
        self,
        file: str,
        where: str,
        values: Mapping[str, object],
        notes: Notes | None = None,
        above: "Table | None" = None,
    ) -> None:
        self.file, self.where, self.values = file, where, values
        self.above = above
        self._notes = notes
        self._asked: set[str] = set()

    def refuse(self, key: str, what: str, right: str, *, at: str | None = None) -> None:
        """Tell a mistake: what is wrong with a key and what would be right. Returns only while all are collected.

        Args:
            key: as the message names it.
            what: what is wrong with it.
            right: what would be right, without a full stop.
            at: the key that stands in the file, where that is another one.

        Raises:
            RulebookError: unless mistakes are collected.
        """
        mistake = Mistake(self.file, self.where, f"{_id(key)} {what}", right)
        if self._notes is None:
            raise RulebookError(mistake)
        self._notes.note(self, key if at is None else at, mistake)

    def has(self, key: str) -> bool:
        """Whether the key is there; whoever asks knows the key, whether it stands there or not."""
        self._asked.add(key)
        return key in self.values

    def is_text(self, key: str) -> bool:
        """Whether the key holds a text."""
        return isinstance(self.values.get(key), str)

    def _get(self, key: str) -> object:
        self._asked.add(key)
        return self.values.get(key)

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without a default the key must be there and not be empty."""
        value = self._get(key)
        if value is None and default is not None:
            return default
        if isinstance(value, str) and (default is not None or value.strip()):
            return value
        if value is None or value == "":
            self.refuse(key, "is missing", "Write it as text in quotation marks")
        else:
            self.refuse(key, "is no text", "Write it as text in quotation marks")
        return default or ""

    def among(self, key: str, known: Collection[str]) -> str:
        """One of the known words; empty where it is none of them."""
        word = self.text(key)
        if not word or word in known:
            return word
        self.refuse(key, f"has {shown(word)}", one_of(word, known))
        return ""

    def new_id(self, taken: Collection[str], key: str = "id") -> None:
        """Refuse an id that another rule of this kind has already."""
        value = self._get(key)
        if isinstance(value, str) and value in taken:
            self.refuse(key, f"{shown(value)} stands twice", "Give each rule an id of its own")

    def is_empty(self, key: str) -> bool:
        """Whether the key holds an empty list."""
        return self.values.get(key) == []

    def number(
        self, key: str, default: int | None = None, *, least: int = 0, most: int = MOST
    ) -> int:
        """A whole number from ``least`` to ``most``."""
        value = self._get(key)
        if value is None and default is not None:
            return default
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        what = "is missing" if value is None else "is no whole number"
        if isinstance(value, int) and not isinstance(value, bool):
            what = f"is {'less' if value < least else 'more'} than it may be"
        self.refuse(key, what, f"Write a number of {least} or more, {most} at most")
        return least if default is None else default

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false."""
        value = self._get(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            self.refuse(key, "is neither true nor false", "Write true or false")
            return default
        return value

    def day(self, key: str) -> date | None:
        """A date, or nothing."""
        value = self._get(key)
        if value is None:
            return None
        if type(value) is not date:
            self.refuse(key, "is no date", "Write it as 2026-08-18, without quotation marks")
            return None
        if value.year not in _YEARS:
            self.refuse(key, f"has the year {value.year}", "Write the year of the law, as 2026")
        return value

    def one(self, key: str, kind: type[E], default: E | None = None) -> E:
        """One word of a closed list."""
        value = self._get(key)
        if value is None and default is not None:
            return default
        found = self._word(key, value, kind)
        if found is None:
            return next(iter(kind)) if default is None else default
        return found

    def maybe(self, key: str, kind: type[E]) -> E | None:
        """One word of a closed list, or nothing."""
        value = self._get(key)
        return None if value is None else self._word(key, value, kind)

    def many(self, key: str, kind: type[E]) -> frozenset[E]:
        """Several words of a closed list; none where the key is absent."""
        words = [self._word(key, value, kind) for value in self.texts(key)]
        return frozenset(word for word in words if word is not None)

    def _word(self, key: str, value: object, kind: type[E]) -> E | None:
        if isinstance(value, str) and value in kind.__members__.values():
            return kind(value)
        what = "is missing" if value is None else f"has {shown(value)}"
        self.refuse(key, what, one_of(value, list(kind)))
        return None

    def texts(self, key: str, among: Iterable[str] | None = None) -> tuple[str, ...]:
        """A list of texts, each ``among`` the known ones where those are given."""
        value = self._get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.refuse(key, "is no list of texts", 'Write it as ["one", "two"]')
            return ()
        if among is None:
            return tuple(value)
        known = among if isinstance(among, (frozenset, set, Mapping)) else frozenset(among)
        if unknown := [item for item in value if item not in known]:
            for item in unknown:
                self.refuse(
                    key, f"names {shown(item)}, which is not known", one_of(item, sorted(known))
                )
            return tuple(item for item in value if item in known)
        return tuple(value)

    def table(self, key: str) -> "Table":
        """A table inside; an empty one where the key is absent."""
        value = self._get(key)
        if value is not None and not isinstance(value, dict):
            self.refuse(key, "is no table", "Write it as { key = value }")
            value = None
        where = f"[{_id(key)}]" if self.above is None else f"{self.where}, {_id(key)}"
        return Table(self.file, where, value or {}, self._notes, above=self)

    def tables(self, key: str) -> tuple["Table", ...]:
        """A list of tables, each named by its id, process or place in the list."""
        value = self._get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.refuse(key, "is no list of tables", f"Begin each with [[{key}]]")
            return ()
        within = "" if self.above is None else f"{self.where}, "
        return tuple(
            Table(
                self.file,
                within + _id(item.get("id") or item.get("process") or f"{key} {n}"),
                item,
                self._notes,
                above=self,
            )
            for n, item in enumerate(value, 1)
        )

    def keys(self) -> tuple[str, ...]:
        """The keys that are there; reading them counts as asking."""
        self._asked.update(self.values)
        return tuple(self.values)

    def done(self) -> None:
        """Refuse keys that nobody asked for: a misspelled key must not pass in silence."""
        for key in self.values:
            if key not in self._asked:
                meant = near(key, self._asked - self.values.keys())
                ask = f"Did you mean {meant}? " if meant else "Correct its spelling or remove it. "
                some = ", ".join(sorted(self._asked))
                self.refuse(
                    shown(key)[1:-1], "is not a known key", f"{ask}The keys here are {some}", at=key
                )

    def states(self, key: str) -> Mapping[str, str]:
        """A text for every State, or a table of texts by State."""
        value = self._get(key)
        if isinstance(value, str):
            return {"*": value}
        inside = self.table(key)
        return {name: inside.text(name) for name in inside.keys()}  # noqa: SIM118


def _id(value: object) -> str:
    """The rule's name in a message; a file may hold anything there."""
    if isinstance(value, str) and len(value) < 40 and value.isprintable():
        return value
    return clean(str(value)[:40])
