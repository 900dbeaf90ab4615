"""``lerdesk notice``: the customer's notice as it would be issued, or issued."""

from pathlib import Path

import click

from lerdesk.base.files import write_beside
from lerdesk.cli.opening import opened, request_id, store_options
from lerdesk.desk import letters, notices


@click.command("notice")
@click.argument("reference")
@store_options
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="FILE.pdf")
@click.option(
    "--issue", "issuing", is_flag=True, help="Give it its number and take it as sent now."
)
@click.option("--means", default="e-mail", show_default=True, help="How it goes.")
def command(
    reference: str,
    store: Path | None,
    passphrase_file: Path | None,
    rulebook: Path | None,
    out: Path,
    issuing: bool,
    means: str,
) -> None:
    """Write the notice as PDF; with --issue it gets its number and the waiting period runs."""
    with opened(store, passphrase_file, rulebook) as desk:
        view = notices.draft(desk, request_id(desk, reference))
        if view.outdated:
            view = letters.recompose(desk, view.letter_id)
        if issuing:
            paper = notices.issue(desk, view.letter_id, means)
            write_beside(out, paper.pdf)
            click.echo(paper.number)
            return
        write_beside(out, letters.page(desk, view.letter_id, view.markdown))
        for each in view.blocking:
            click.echo(f"Blocks issuing: {each.words}", err=True)
