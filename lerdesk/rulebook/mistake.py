"""What is wrong in a rulebook file: its place, its words, and what would be right."""

from collections.abc import Iterable
from dataclasses import dataclass

from typing_extensions import override

from lerdesk.base.errors import UserFacingError
from lerdesk.base.text import clean

#: longest word of a file that a message repeats, in characters
_SHOWN = 60
#: more allowed words than this are not all told
_LISTED = 60
#: nor are they where they are longer than this together, in characters
_LONGEST = 1500


@dataclass(frozen=True)
class Mistake:
    """One mistake.

    Attributes:
        file: the file's name, ``policy.toml``.
        where: the rule, ``E009``, and the table inside it; "the file" for what stands in no
            table, empty for the file as such.
        what: the key and what is wrong with it.
        right: what would be right; a sentence without its full stop.
        line: where TOML gives one, from 1; ``None`` where nothing was looked up.
    """

    file: str
    where: str
    what: str
    right: str
    line: int | None = None

    @override
    def __str__(self) -> str:
        """One line, as it is printed."""
        place = f"{self.file}, line {self.line}" if self.line else self.file
        if self.where:
            return clean(f"{place}, {self.where}: {self.what}. {self.right}.")
        return clean(f"{place}{': it' if self.line else ''} {self.what}. {self.right}.")


class RulebookError(UserFacingError):
    """The rulebook cannot be used as it stands."""

    def __init__(self, mistake: Mistake) -> None:
        rule = f", {mistake.where}:" if mistake.where else ""
        # a start looks up no lines; only the parser gives one
        line = f" (line {mistake.line})" if mistake.line else ""
        super().__init__(
            f"Rulebook {mistake.file}{rule} {mistake.what}{line}.",
            do=f"{mistake.right}.",
        )
        self.mistake = mistake


def shown(value: object) -> str:
    """A word of the file as a message repeats it: in quotation marks, on one line, never long."""
    words = repr(clean(value, limit=_SHOWN)) if isinstance(value, str) else repr(value)
    return words if len(words) <= _SHOWN + 2 else f"{words[:_SHOWN]}…"


def nearest(word: object, known: Iterable[str], most: int) -> list[str]:
    """The known words that are most like one, best first."""
    if not isinstance(word, str) or not word or len(word) > _SHOWN:
        return []
    from difflib import get_close_matches  # only where something is wrong

    plain = {each.casefold(): each for each in known}
    return [plain[each] for each in get_close_matches(word.casefold(), plain, n=most, cutoff=0.6)]


def near(word: object, known: Iterable[str]) -> str:
    """The known word that was probably meant; empty where none is like it."""
    found = nearest(word, known, 1)
    return found[0] if found else ""


def one_of(word: object, known: Iterable[str]) -> str:
    """What to write instead of ``word``: the nearest of the known words, and all of them."""
    words = [clean(each, limit=_SHOWN) for each in known]
    meant = near(word, words)
    ask = f"Did you mean {meant}? " if meant else ""
    if not words:
        return f"{ask}None is known here; leave it out"
    if len(words) > _LISTED or sum(map(len, words)) > _LONGEST:
        return f"{ask}Use a known one, from {words[0]} to {words[-1]} ({len(words)} of them)"
    return f"{ask}Use one of {', '.join(words)}"
