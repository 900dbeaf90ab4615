"""A letter composed anew, with what the reviewer had written into the one before."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

_WORD = re.compile(r"\s+|[\w’'§]+|[^\w\s]")


def merged(composed: str, typed: str, anew: str) -> str:
    """The letter composed anew, with the reviewer's changes where their neighbours still stand.

    Lines that only the reviewer changed are the reviewer's; lines that only the records changed are new; in lines
    that both changed, the reviewer's words go where the words around them still stand. No word of the reviewer's is
    lost: what has no place any more comes after the last word before it that has one.

    Args:
        composed: as the template gave it before.
        typed: as the reviewer left that.
        anew: as the template gives it now.
    """
    base, mine, new = (text.splitlines() for text in (composed, typed, anew))
    kept = _kept(base, new)
    out = list(new)
    for tag, a1, a2, b1, b2 in reversed(_changes(base, mine)):
        if tag == "equal":
            continue
        places = [kept[line] for line in range(a1, a2) if line in kept]
        if places and len(places) == a2 - a1:
            out[places[0] : places[-1] + 1] = mine[b1:b2]
            continue
        start = next((kept[line] for line in range(a1 - 1, -1, -1) if line in kept), -1) + 1
        end = next((kept[line] for line in range(a2, len(base)) if line in kept), len(new))
        if a1 == a2 or start >= end:
            out[start:start] = mine[b1:b2]
        else:
            was, now, there = base[a1:a2], mine[b1:b2], new[start:end]
            out[start:end] = _by_words(was, now, there)
    return "\n".join(out) + "\n"


def _by_words(base: list[str], mine: list[str], new: list[str]) -> list[str]:
    """Lines that both changed, merged word by word."""
    was, now, out = (_WORD.findall("\n".join(lines)) for lines in (base, mine, new))
    kept = _kept(was, out)
    for tag, a1, a2, b1, b2 in reversed(_changes(was, now)):
        if tag == "equal":
            continue
        places = [kept[word] for word in range(a1, a2) if word in kept]
        if places and len(places) == a2 - a1 == places[-1] - places[0] + 1:
            out[places[0] : places[-1] + 1] = now[b1:b2]
        else:
            before = next((kept[word] for word in range(a1 - 1, -1, -1) if word in kept), -1)
            out[before + 1 : before + 1] = now[b1:b2]
    return "".join(out).split("\n")


def _changes(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(str(tag), a1, a2, b1, b2) for tag, a1, a2, b1, b2 in found]


def _kept(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Where what stays the same stands now."""
    return {
        block.a + offset: block.b + offset
        for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        for offset in range(block.size)
    }
