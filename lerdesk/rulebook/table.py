"""One TOML table, read strictly: each value typed, each mistake named with file, rule and what would be right."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from lerdesk.base.errors import UserFacingError

E = TypeVar("E", bound=StrEnum)


class RulebookError(UserFacingError):
    """The rulebook cannot be used as it stands."""


class Table:
    """A table of one file; keys that nobody asked for are a mistake when ``done`` is called."""

    def __init__(self, file: str, where: str, values: Mapping[str, object]) -> None:
        self.file, self.where, self._values = file, where, values
        self._asked: set[str] = set()

    def wrong(self, key: str, what: str, right: str) -> RulebookError:
        """The error for a key: what is wrong and what would be right."""
        return RulebookError(f"Rulebook {self.file}, {self.where}: {key} {what}.", do=f"{right}.")

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self._values

    def is_text(self, key: str) -> bool:
        """Whether the key holds a text."""
        return isinstance(self._values.get(key), str)

    def _get(self, key: str) -> object:
        self._asked.add(key)
        return self._values.get(key)

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without a default the key must be there and not be empty."""
        value = self._get(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.wrong(key, "is missing or no text", "Write it as text in quotation marks")
        return value

    def number(self, key: str, default: int | None = None, *, least: int = 0) -> int:
        """A whole number of at least ``least``."""
        value = self._get(key)
        if value is None and default is not None:
            return default
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            raise self.wrong(key, "is no whole number", f"Write a number of {least} or more")
        return value

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false."""
        value = self._get(key)
        if value is None:
            return default
        if not isinstance(value, bool):
            raise self.wrong(key, "is neither true nor false", "Write true or false")
        return value

    def day(self, key: str) -> date | None:
        """A date, or nothing."""
        value = self._get(key)
        if value is not None and type(value) is not date:
            raise self.wrong(key, "is no date", "Write it as 2026-08-18, without quotation marks")
        return value

    def one(self, key: str, kind: type[E], default: E | None = None) -> E:
        """One word of a closed list."""
        value = self._get(key)
        if value is None and default is not None:
            return default
        return self._word(key, value, kind)

    def maybe(self, key: str, kind: type[E]) -> E | None:
        """One word of a closed list, or nothing."""
        value = self._get(key)
        return None if value is None else self._word(key, value, kind)

    def many(self, key: str, kind: type[E]) -> frozenset[E]:
        """Several words of a closed list; none where the key is absent."""
        return frozenset(self._word(key, value, kind) for value in self.texts(key))

    def _word(self, key: str, value: object, kind: type[E]) -> E:
        if isinstance(value, str) and value in kind.__members__.values():
            return kind(value)
        raise self.wrong(key, f"has {value!r}", f"Use one of {', '.join(kind)}")

    def texts(self, key: str, among: Iterable[str] | None = None) -> tuple[str, ...]:
        """A list of texts, each ``among`` the known ones where those are given."""
        value = self._get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(key, "is no list of texts", 'Write it as ["one", "two"]')
        known = None if among is None else frozenset(among)
        for item in value:
            if known is not None and item not in known:
                some = sorted(known)
                right = f"Use one of {', '.join(some)}" if len(some) < 12 else "Use a known id"
                raise self.wrong(key, f"names {item!r}, which is not known", right)
        return tuple(value)

    def table(self, key: str) -> "Table":
        """A table inside; an empty one where the key is absent."""
        value = self._get(key)
        if value is None:
            value = {}
        if not isinstance(value, dict):
            raise self.wrong(key, "is no table", "Write it as { key = value }")
        return Table(self.file, f"{self.where}, {key}", value)

    def tables(self, key: str) -> tuple["Table", ...]:
        """A list of tables, each named by its id, process or place in the list."""
        value = self._get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.wrong(key, "is no list of tables", f"Begin each with [[{key}]]")
        return tuple(
            Table(self.file, str(item.get("id") or item.get("process") or f"{key} {n}"), item)
            for n, item in enumerate(value, 1)
        )

    def keys(self) -> tuple[str, ...]:
        """The keys that are there; reading them counts as asking."""
        self._asked.update(self._values)
        return tuple(self._values)

    def done(self) -> None:
        """Refuse keys that nobody asked for: a misspelled key must not pass in silence."""
        for key in self._values:
            if key not in self._asked:
                raise self.wrong(key, "is not a known key", "Correct its spelling or remove it")

    def states(self, key: str) -> Mapping[str, str]:
        """A text for every State, or a table of texts by State."""
        value = self._get(key)
        if isinstance(value, str):
            return {"*": value}
        inside = self.table(key)
        return {name: inside.text(name) for name in inside.keys()}  # noqa: SIM118
