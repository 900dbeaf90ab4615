"""``lerdesk rules check``: every mistake of the rulebook, as it would be used."""

from pathlib import Path

import click

from lerdesk.base.text import clean
from lerdesk.cli.rules import own_folder, rulebook_option
from lerdesk.rulebook.checking import check


@click.command("check")
@click.argument(
    "folder",
    required=False,
    metavar="[DIR]",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
)
@rulebook_option
def command(folder: Path | None, rulebook: Path | None) -> int:
    """Check the rulebook as it would be used: the shipped one, with the files of DIR in place of its.

    Every mistake is told on a line of its own: the file, the line, the rule, what is wrong, what would
    be right. Without DIR the organisation's own folder is taken. What begins with "Note:" hinders nothing.
    """
    given = folder or rulebook
    found = check(own_folder(given))
    notes = list(found.notes)
    if given is not None and not found.own:
        notes.insert(
            0, f"Nothing in {given} stands for a rulebook file; the shipped ones were checked."
        )
    for note in notes:
        click.echo(clean(f"Note: {note}"), err=True)
    if found.book is None:
        for mistake in found.mistakes:
            click.echo(str(mistake), err=True)
        files = len({mistake.file for mistake in found.mistakes})
        click.echo(
            f"The rulebook is not in order: {_some(len(found.mistakes), 'mistake')} in {_some(files, 'file')}.",
            err=True,
        )
        return 1
    click.echo(
        f"The rulebook {found.book.version} is in order: {found.rules} rules in {_some(found.files, 'file')},"
        f" {len(found.own)} of them your organisation's own."
    )
    return 0


def _some(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
