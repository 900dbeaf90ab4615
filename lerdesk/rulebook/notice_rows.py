"""The rows of the notice table against each other: which can never win, and which would tell under a silence."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from lerdesk.domain.notice import FLAGS
from lerdesk.domain.notice_effect import TELL_FIRST, NoticeEffect
from lerdesk.domain.rules import NoticeRule, Rulebook
from lerdesk.domain.vocabulary import SILENT_GAGS, Family, Gag, NoticeData
from lerdesk.rulebook.mistake import one_of, shown
from lerdesk.rulebook.table import Table

#: what the law itself keeps from the customer: 18 U.S.C. 2709(c), 2511(2)(a)(ii), 3123(d);
#: 50 U.S.C. 1805(c)(2); Reg. (EU) 2023/1543 Art. 13
_SECRET = frozenset(
    {
        Family.NSL,
        Family.FISA,
        Family.US_WIRETAP,
        Family.US_PRTT,
        Family.EPOC,
        Family.EPOC_PR,
    }
)
#: what says a word to the customer, or may
_TELLS = TELL_FIRST | {NoticeEffect.OPTIONAL}


def check_rows(book: Rulebook, file: Table) -> None:
    """Rows that can never win, outcomes that nothing knows, and a word to the customer under a silence.

    Args:
        book: the rules.
        file: the notice table's file, which takes the mistakes.
    """
    silent = _any("gag", SILENT_GAGS) | _any("family", _SECRET)
    left = everything = (1 << len(_combinations())) - 1
    for number, (rule, row) in enumerate(zip(book.notice, file.tables("rule"), strict=True)):
        mine = _matching(rule)
        if not mine & left:
            row.refuse(
                "rule",
                f"can never win: {_covering(mine, book.notice[:number])} before it answers all of it",
                "Move it up, widen its conditions or take it away",
                at="id",
            )
        if rule.outcome not in book.effects and not rule.outcome.startswith("ESCALATE"):
            row.refuse(
                "outcome",
                f"has {shown(rule.outcome)}, which has no line under [effects]",
                f"{one_of(rule.outcome, book.effects)}, or a word that begins with ESCALATE",
            )
        if book.effects.get(rule.outcome) in _TELLS and (wrong := mine & left & silent):
            row.refuse(
                "outcome",
                f"{rule.outcome} tells the customer of what the law or a court keeps silent ({_example(wrong)})",
                "Answer what is silent in a row above it, or narrow its family and gag",
            )
        left &= everything ^ mine


Combination = tuple[Family, NoticeData, Gag, tuple[bool, ...]]


@lru_cache(maxsize=1)
def _combinations() -> tuple[Combination, ...]:
    flags = product((False, True), repeat=len(FLAGS))
    return tuple(product(Family, NoticeData, Gag, tuple(flags)))


@lru_cache(maxsize=64)
def _any(key: str, words: frozenset[str]) -> int:
    """The combinations in which ``key`` is one of the words: one whole number, a bit for each combination."""
    place = {"family": 0, "data": 1, "gag": 2}[key]
    return _bits([each[place] in words for each in _combinations()])


@lru_cache(maxsize=16)
def _flag(name: str, *, value: bool) -> int:
    place = FLAGS.index(name)
    return _bits([each[3][place] is value for each in _combinations()])


def _bits(holds: list[bool]) -> int:
    return int("".join("1" if each else "0" for each in reversed(holds)), 2)


def _matching(rule: NoticeRule) -> int:
    found = (1 << len(_combinations())) - 1
    for key, words in (("family", rule.families), ("data", rule.data), ("gag", rule.gags)):
        if words:
            found &= _any(key, frozenset(words))
    for name, value in rule.flags.items():
        found &= _flag(name, value=value)
    return found


def _covering(mine: int, before: Sequence[NoticeRule]) -> str:
    """The fewest rows that answer a set between them, by their ids."""
    found = []
    while mine:
        most = max(before, key=lambda rule: (_matching(rule) & mine).bit_count())
        found.append(most.id)
        mine &= ~_matching(most)
    return " with ".join(dict.fromkeys(found))


def _example(some: int) -> str:
    """One combination of a set, in the table's words."""
    family, data, gag, flags = _combinations()[(some & -some).bit_length() - 1]
    with_flags = "".join(f", {name}" for name, on in zip(FLAGS, flags, strict=True) if on)
    return f"{family}, {data}, {gag}{with_flags}"
