"""A letter's draft: its words, and which of them are the template's, the fields' and the reviewer's."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_PLACEHOLDER = re.compile(r"‹[^‹›\n]*›")
_WORD = re.compile(r"\s+|[\w’'§]+|[^\w\s]")


@dataclass(frozen=True)
class Span:
    """A stretch of a draft's Markdown.

    Attributes:
        start: first character.
        end: the one after the last.
        kind: whose words they are.
    """

    start: int
    end: int
    kind: Literal["template", "field"]


@dataclass(frozen=True)
class Draft:
    """A letter as its template gives it.

    Attributes:
        markdown: its words.
        spans: all of the Markdown, without gaps, in order.
        template: the template's name, e.g. ``en/partial``.
        version: first twelve digits of the SHA-256 over the template and what it includes.
    """

    markdown: str
    spans: tuple[Span, ...]
    template: str
    version: str


def changed(draft: Draft, text: str) -> tuple[tuple[int, int], ...]:
    """The ranges of ``text`` that the reviewer wrote, by whole words; what was only taken out has none."""
    old, new = _WORD.findall(draft.markdown), _WORD.findall(text)
    starts = [0]
    for word in new:
        starts.append(starts[-1] + len(word))
    ranges: list[tuple[int, int]] = []
    for what, _, _, first, after in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what not in {"replace", "insert"}:
            continue
        start, end = starts[first], starts[after]
        words = text[start:end]
        if not words.strip():
            continue
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        if what == "insert":  # the mark that ends the sentence before, or the one that ends this?
            while end < len(text) and text[start] == text[end] and text[start] in ".,;:!?)":
                start, end = start + 1, end + 1
            start += len(text[start:end]) - len(text[start:end].lstrip())
        if start < end:
            ranges.append((start, end))
    return tuple(ranges)


def placeholders(markdown: str) -> tuple[tuple[int, int], ...]:
    """Where the text still has ``‹…›`` to be filled in."""
    return tuple(found.span() for found in _PLACEHOLDER.finditer(markdown))
