"""``lerdesk rules print``: the whole rulebook as one document to read, PDF or HTML."""

from pathlib import Path

import click

from lerdesk.base.clock import Clock
from lerdesk.base.files import write_beside
from lerdesk.cli.rules import own_folder, rulebook_option

FORMS = (".pdf", ".html")


@click.command("print")
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="FILE.pdf|.html")
@click.option("--page", type=click.Choice(["letter", "a4"]), default="letter", show_default=True)
@rulebook_option
def command(out: Path, page: str, rulebook: Path | None) -> None:
    """Write the whole rulebook, with the organisation's own rules in it, as one document."""
    form = out.suffix.lower()
    if form not in FORMS:
        raise click.BadParameter(
            f"{out.name} is neither a PDF nor an HTML file; end its name with {' or '.join(FORMS)}.",
            param_hint="--out",
        )
    from lerdesk.rulebook import load
    from lerdesk.rulebook.document.whole import document

    made = document(load(own_folder(rulebook)), Clock().now().astimezone().date())
    if form == ".html":
        from lerdesk.paper.rulebook_html import rulebook_html

        write_beside(out, rulebook_html(made).encode())
    else:
        from lerdesk.paper.rulebook_pdf import rulebook_pdf

        write_beside(out, rulebook_pdf(made, page="a4" if page == "a4" else "letter"))
