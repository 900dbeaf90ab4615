"""Loads and checks the rulebook's TOML files and gives the domain's values."""

from lerdesk.rulebook.load import load
from lerdesk.rulebook.mistake import RulebookError

__all__ = ["RulebookError", "load"]
