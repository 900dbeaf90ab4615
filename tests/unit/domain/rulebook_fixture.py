"""The shipped rulebook, loaded once for the tests of this folder."""

from functools import cache

from lerdesk.domain.rules import Rulebook
from lerdesk.rulebook import load


@cache
def shipped() -> Rulebook:
    return load()
