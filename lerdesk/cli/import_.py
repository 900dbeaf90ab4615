"""``lerdesk import``: take in served files."""

from datetime import date, datetime
from pathlib import Path

import click

from lerdesk.base.errors import UserFacingError
from lerdesk.base.text import clean
from lerdesk.cli.opening import opened, store_options
from lerdesk.desk.fact_values import iso_moment
from lerdesk.desk.files import receive_path


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@store_options
@click.option("--received", metavar="MOMENT", help="When it came, as 2026-11-23T09:15:00-08:00.")
@click.option("--served", metavar="DATE", help="The day of service, as 2026-11-20.")
@click.option("--channel", default="portal", show_default=True, help="How it came.")
def command(
    files: tuple[Path, ...],
    store: Path | None,
    passphrase_file: Path | None,
    rulebook: Path | None,
    received: str | None,
    served: str | None,
    channel: str,
) -> int:
    """Take in served files and print the references given."""
    received_at: datetime | None = iso_moment(received) if received else None
    served_on: date | None = _day(served) if served else None
    failed = 0
    with opened(store, passphrase_file, rulebook) as desk:
        for path in files:
            try:
                taken = receive_path(
                    desk, path, received_at=received_at, served_on=served_on, channel=channel
                )
            except UserFacingError as error:
                failed += 1
                click.echo(clean(str(error)), err=True)
                continue
            click.echo(taken.reference)
            if taken.note:
                click.echo(clean(taken.note), err=True)
    return 1 if failed else 0


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise UserFacingError(
            f"“{clean(words, limit=40)}” is no date.", do="Write 2026-11-20."
        ) from None
