"""``lerdesk letter``: a letter as it would be issued, or issued."""

from pathlib import Path

import click

from lerdesk.base.files import write_beside
from lerdesk.cli.opening import opened, request_id, store_options
from lerdesk.desk import letters
from lerdesk.domain.vocabulary import LetterKind

_KINDS = [kind.value for kind in LetterKind if kind is not LetterKind.NOTICE]


@click.command("letter")
@click.argument("reference")
@click.argument("kind", type=click.Choice(_KINDS))
@store_options
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="FILE.pdf")
@click.option("--issue", "issuing", is_flag=True, help="Give it its number and freeze it.")
def command(
    reference: str,
    kind: str,
    store: Path | None,
    passphrase_file: Path | None,
    rulebook: Path | None,
    out: Path,
    issuing: bool,
) -> None:
    """Write the letter as PDF; with --issue it gets its number."""
    with opened(store, passphrase_file, rulebook) as desk:
        view = letters.draft(desk, request_id(desk, reference), LetterKind(kind))
        if view.outdated:
            view = letters.recompose(desk, view.letter_id)
        if issuing:
            paper = letters.issue(desk, view.letter_id)
            write_beside(out, paper.pdf)
            click.echo(paper.number)
            return
        write_beside(out, letters.page(desk, view.letter_id, view.markdown))
        for each in view.blocking:
            click.echo(f"Blocks issuing: {each.words}", err=True)
