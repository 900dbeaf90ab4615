"""``lerdesk due``: clocks alone; needs no store."""

from collections.abc import Mapping
from pathlib import Path

import click

from lerdesk.base.errors import Refused
from lerdesk.cli.decide import answer
from lerdesk.domain.due_query import KEYS, due
from lerdesk.domain.rules import Rulebook


@click.command("due")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--rulebook",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="DIR",
    help="The organisation's own rules, in place of those in the configuration folder.",
)
def command(file: Path, rulebook: Path | None) -> int:
    """Count the period in FILE ("-": standard input) by its regime or clock; a list gives a list."""
    return answer(file, rulebook, _due)


def _due(value: object, rules: Rulebook) -> tuple[Mapping[str, object], list[str]]:
    if not isinstance(value, dict):
        raise Refused("facts: give an object.")
    warnings = [f"{key}: unknown, ignored" for key in value if key not in KEYS]
    return due(value, rules).to_json(), warnings
