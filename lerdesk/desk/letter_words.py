"""Whose words a letter's text consists of: the template's, the records' (fields), the reviewer's."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from lerdesk.desk.letters import SpanView
from lerdesk.letters.draft import Draft, changed

_SENTENCE = re.compile(r"[^.!?:\n]*(?:[.!?:](?=\s)|[.!?:]?\n|.?\Z)")
_WORD = re.compile(r"\s+|[\w’'§]+|[^\w\s]")


@dataclass(frozen=True)
class Inks:
    """Ranges of a letter's present text, in characters from its start.

    Attributes:
        fields: what the records gave, where it still stands as they gave it.
        mine: what the reviewer wrote.
        sentences: how many sentences differ from the template's.
    """

    fields: tuple[tuple[int, int], ...]
    mine: tuple[tuple[int, int], ...]
    sentences: int


def inks(template_text: str, spans: tuple[SpanView, ...], text: str) -> Inks:
    """Compare the text with what the template gave: first by lines, then by words where lines differ."""
    given = [(span.start, span.end) for span in spans if span.kind == "field"]
    old, new = template_text.splitlines(keepends=True), text.splitlines(keepends=True)
    old_at, new_at = _starts(old), _starts(new)
    fields: list[tuple[int, int]] = []
    mine: list[tuple[int, int]] = []
    sentences = 0
    for what, a1, a2, b1, b2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        before = (old_at[a1], old_at[a2])
        after = (new_at[b1], new_at[b2])
        if what == "equal":
            fields += _moved(given, before, after[0] - before[0])
            continue
        was, now = template_text[slice(*before)], text[slice(*after)]
        found = changed(Draft(was, (), "", ""), now)
        mine += [(after[0] + start, after[0] + end) for start, end in found]
        sentences += max(_touched(now, found), 0 if now.strip() else 1) if was != now else 0
        for start, end, shift in _kept(was, now):
            whole = (before[0] + start, before[0] + end)
            fields += _moved(given, whole, after[0] - before[0] + shift)
    return Inks(tuple(fields), tuple(mine), sentences)


def _starts(lines: list[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return starts


def _moved(
    given: list[tuple[int, int]], within: tuple[int, int], shift: int
) -> list[tuple[int, int]]:
    first, after = within
    return [(s + shift, e + shift) for s, e in given if first <= s and e <= after]


def _kept(was: str, now: str) -> list[tuple[int, int, int]]:
    """Stretches of ``was`` that stand in ``now``: start, end, how far they moved."""
    old, new = _WORD.findall(was), _WORD.findall(now)
    old_at, new_at = _starts(old), _starts(new)
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return [
        (old_at[b.a], old_at[b.a + b.size], new_at[b.b] - old_at[b.a]) for b in blocks if b.size
    ]


def _touched(text: str, ranges: tuple[tuple[int, int], ...]) -> int:
    """How many sentences these ranges touch; one where words were only taken out."""
    found = 0
    for sentence in _SENTENCE.finditer(text):
        if sentence.group().strip():
            found += any(s < sentence.end() and e > sentence.start() for s, e in ranges)
    return max(found, 1)
