"""A language's words: the frame's labels, dates, lists and numbers, as ``words.toml`` beside the templates has them."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from lerdesk.base.errors import UserFacingError
from lerdesk.base.resources import resources


@dataclass(frozen=True)
class Words:
    """The words of one language.

    Attributes:
        frame: labels around a letter.
        missing: what stands for a field that is not known yet, by the field's name.
    """

    frame: dict[str, Any]
    missing: dict[str, str]
    _dates: dict[str, Any]
    _lists: dict[str, Any]

    def day(self, day: date) -> str:
        """``November 24, 2026``."""
        month = self._dates["months"][day.month - 1]
        return str(self._dates["day"].format(month=month, day=day.day, year=day.year))

    def moment(self, moment: datetime) -> str:
        """``November 20, 2026 at 9:15 a.m. (PST)``, in the zone that the moment carries."""
        return str(
            self._dates["moment"].format(
                day=self.day(moment),
                hour=moment.hour % 12 or 12,
                minute=moment.minute,
                half=self._dates["halves"][moment.hour // 12],
                zone=moment.tzname() or "UTC",
            )
        )

    def join(self, parts: Sequence[str]) -> str:
        """``a``, ``a and b``, ``a, b, and c``; with semicolons where a part has a comma or an "and" of its own."""
        if len(parts) < 2:
            return "".join(parts)
        if any(mark in part for part in parts for mark in (",", self._lists["and"])):
            return "; ".join(parts)
        form = self._lists["two" if len(parts) == 2 else "more"]
        return str(form.format(first=", ".join(parts[:-1]), last=parts[-1]))

    def number(self, number: int) -> str:
        """``five``; from eleven in figures."""
        small = self._lists["numbers"]
        return str(small[number]) if 0 <= number < len(small) else self.figure(number)

    def figure(self, number: int) -> str:
        """``1,284``."""
        return f"{number:,}".replace(",", self._lists["thousands"])

    def size(self, count: int) -> str:
        """``24,310 bytes``."""
        return str(self._lists["bytes"].format(count=self.figure(count)))

    def article(self, noun: str) -> str:
        """``an administrative subpoena``."""
        first, second = self._lists["article"]
        return f"{second if noun[:1].lower() in set('aeiou') else first} {noun}"


def folders_of(language: str, templates: Path | None) -> tuple[Path, ...]:
    """Where a language's templates lie: the organisation's own first.

    Raises:
        UserFacingError: there is no such language.
    """
    shipped = resources() / "templates"
    places = [place / language for place in (templates, shipped) if place is not None]
    found = tuple(place for place in places if place.is_dir())
    if not found:
        raise UserFacingError(f"There are no letter templates in the language {language!r}.")
    return found


def words_of(language: str = "en", templates: Path | None = None) -> Words:
    """The words of a language.

    Raises:
        UserFacingError: there is no such language, or its words.toml is broken.
    """
    for folder in folders_of(language, templates):
        if (folder / "words.toml").is_file():
            return _read(folder / "words.toml")
    raise UserFacingError(f"The language {language!r} has no words.toml beside its templates.")


@lru_cache(maxsize=8)
def _read(file: Path) -> Words:
    try:
        data = tomllib.loads(file.read_text("utf-8"))
        return Words(data["frame"], data["missing"], data["dates"], data["lists"])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError) as error:
        raise UserFacingError(
            f"{file.name} of the letter templates cannot be read: {error}."
        ) from error
