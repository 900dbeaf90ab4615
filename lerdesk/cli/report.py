"""``lerdesk report``: the half-year's Information Request Report."""

from pathlib import Path

import click

from lerdesk.base.files import write_beside
from lerdesk.cli.opening import opened, store_options
from lerdesk.desk import reports


@click.command("report")
@click.argument("half_year", metavar="2026-H1")
@store_options
@click.option("--format", "form", type=click.Choice(["pdf", "csv", "json"]), default="pdf")
@click.option("--layout", type=click.Choice(["process"]), default="process", show_default=True)
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="FILE")
def command(
    half_year: str,
    store: Path | None,
    passphrase_file: Path | None,
    rulebook: Path | None,
    form: str,
    layout: str,
    out: Path,
) -> None:
    """Write the report of a half-year."""
    from lerdesk.domain.half_year import HalfYear

    del layout  # one layout until the others come
    try:
        period = HalfYear.parse(half_year)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="2026-H1") from error
    with opened(store, passphrase_file, rulebook) as desk:
        if form == "pdf":
            write_beside(out, reports.pdf(desk, period))
        elif form == "csv":
            write_beside(out, reports.csv(desk, period).encode())
        else:
            write_beside(out, reports.json(desk, period).encode())
