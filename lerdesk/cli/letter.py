"""``lerdesk letter``: a letter as it would be issued, or issued."""

from pathlib import Path

import click

from lerdesk.base.errors import Refused
from lerdesk.base.files import write_beside
from lerdesk.cli.opening import opened, request_id, store_options
from lerdesk.desk import corrections, letters
from lerdesk.desk.corrections import Purpose
from lerdesk.domain.vocabulary import LetterKind

_KINDS = [kind.value for kind in LetterKind if kind is not LetterKind.NOTICE]


@click.command("letter")
@click.argument("reference")
@click.argument("kind", type=click.Choice(_KINDS))
@store_options
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="FILE.pdf")
@click.option("--issue", "issuing", is_flag=True, help="Give it its number and freeze it.")
@click.option(
    "--correction",
    "purpose",
    flag_value="correction",
    help="It takes the place of the issued letter of its kind, and names it.",
)
@click.option(
    "--further",
    "purpose",
    flag_value="further",
    help="It adds to the issued letter of its kind, and names it.",
)
def command(
    reference: str,
    kind: str,
    store: Path | None,
    passphrase_file: Path | None,
    rulebook: Path | None,
    out: Path,
    issuing: bool,
    purpose: Purpose | None,
) -> None:
    """Write the letter as PDF; with --issue it gets its number."""
    with opened(store, passphrase_file, rulebook) as desk:
        view = letters.draft(desk, request_id(desk, reference), LetterKind(kind))
        if purpose is not None:
            view = corrections.again(desk, view.letter_id, purpose)
        elif view.outdated:
            view = letters.recompose(desk, view.letter_id)
        said = f"{view.number} was issued." if view.number else ""
        said = next((each.words for each in view.blocking if each.other is not None), said)
        if issuing and said:
            raise Refused(
                said,
                "Nothing was issued.",
                "Say --correction for a letter in its place, or --further for one that adds to it.",
            )
        if issuing:
            paper = letters.issue(desk, view.letter_id)
            write_beside(out, paper.pdf)
            click.echo(paper.number)
            return
        write_beside(out, letters.page(desk, view.letter_id, view.markdown))
        if view.number:
            click.echo(f"{said} This is that letter.", err=True)
        for each in view.blocking:
            click.echo(f"Blocks issuing: {each.words}", err=True)
