"""``lerdesk search``: find a request by anything in it."""

from pathlib import Path

import click

from lerdesk.cli.json_out import echo_json
from lerdesk.cli.opening import opened, store_options
from lerdesk.desk.search import find


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@store_options
@click.option("--json", "as_json", is_flag=True, help="One JSON value.")
def command(
    words: tuple[str, ...],
    store: Path | None,
    passphrase_file: Path | None,
    rulebook: Path | None,
    as_json: bool,
) -> None:
    """Find parts of names, and numbers with or without their dashes."""
    with opened(store, passphrase_file, rulebook) as desk:
        hits = find(desk, " ".join(words))
    if as_json:
        echo_json(
            {
                "hits": [
                    {
                        "reference": hit.reference,
                        "title": hit.title,
                        "where": hit.where,
                        "words": hit.words,
                    }
                    for hit in hits
                ]
            }
        )
        return
    for hit in hits:
        click.echo(f"{hit.reference}  {hit.where}: {hit.words}")
