"""``lerdesk rules check``: every mistake of the rulebook, as it would be used."""

from pathlib import Path

import click

from lerdesk.cli.rules import own_folder, rulebook_option
from lerdesk.rulebook import load


@click.command("check")
@click.argument(
    "folder",
    required=False,
    metavar="[DIR]",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
)
@rulebook_option
def command(folder: Path | None, rulebook: Path | None) -> None:
    """Check the shipped rulebook with the organisation's own files (of DIR, where it is named) in it."""
    book = load(own_folder(folder or rulebook))
    click.echo(f"The rulebook {book.version} is in order.")
