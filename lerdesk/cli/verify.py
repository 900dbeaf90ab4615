"""``lerdesk verify``: is the store whole."""

from pathlib import Path

import click

from lerdesk.cli.json_out import echo_json
from lerdesk.cli.opening import opened, store_options
from lerdesk.desk import stores


@click.command("verify")
@store_options
@click.option("--json", "as_json", is_flag=True, help="One JSON value.")
def command(
    store: Path | None, passphrase_file: Path | None, rulebook: Path | None, as_json: bool
) -> int:
    """Check journal, hashes and references; exit 1 and the first broken place if not whole."""
    with opened(store, passphrase_file, rulebook) as desk:
        found = stores.verify(desk)
    if as_json:
        echo_json({"whole": found.whole, "entries": found.entries, "broken": found.broken})
    elif found.whole:
        click.echo(f"Whole: {found.entries} journal entries, every hash and reference checked.")
    if found.broken and not as_json:
        click.echo(f"Not whole. First broken place: {found.broken}", err=True)
    return 0 if found.whole else 1
