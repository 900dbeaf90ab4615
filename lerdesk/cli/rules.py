"""``lerdesk rules``: the rulebook checked, shown, compared and printed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from lerdesk.base.folders import folders
from lerdesk.cli.lazy import LazyCommands

MODULES = {
    "check": "lerdesk.cli.rules_check",
    "show": "lerdesk.cli.rules_show",
    "diff": "lerdesk.cli.rules_diff",
    "print": "lerdesk.cli.rules_print",
}
"""Each command's word and its module, whose ``command`` is the click command. A module that is absent offers none."""


@click.group("rules", cls=LazyCommands, modules=MODULES)
def command() -> None:
    """The law as data: the shipped rulebook, with the organisation's own files in place of its."""


def rulebook_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--rulebook DIR``: another folder of own rules."""
    option: Callable[[Callable[..., Any]], Callable[..., Any]] = click.option(
        "--rulebook",
        type=click.Path(path_type=Path, file_okay=False, exists=True),
        metavar="DIR",
        help="The organisation's own rules, in place of those in the configuration folder.",
    )
    return option(command)


def own_folder(given: Path | None) -> Path:
    """The folder of own rules that a command uses: the one named, else that of the configuration folder."""
    return given if given is not None else folders().rulebook
