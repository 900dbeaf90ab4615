"""What in a letter's words stands in the way of issuing it."""

import re

from lerdesk.domain.vocabulary import LetterKind
from lerdesk.letters.blocks import Heading
from lerdesk.letters.draft import placeholders
from lerdesk.letters.parse import parse

_WORD = re.compile(r"\w")


def problems(kind: LetterKind, markdown: str) -> tuple[str, ...]:
    """Each in one sentence; empty where the words may go out."""
    found = [
        f"{markdown[start:end]} is still to be filled in." for start, end in placeholders(markdown)
    ]
    blocks = parse(markdown)
    if not any(_WORD.search(str(block)) for block in blocks if not isinstance(block, Heading)):
        found.append(f"The {kind.value.replace('-', ' ')} letter says nothing yet.")
    if not any(isinstance(block, Heading) and block.level == 1 for block in blocks):
        found.append("The letter has no subject: its first line begins with # and names it.")
    return tuple(dict.fromkeys(found))
