"""``lerdesk init``: make a store."""

import os
from dataclasses import replace
from pathlib import Path

import click

from lerdesk.base.folders import folders
from lerdesk.cli.opening import passphrase, store_options
from lerdesk.desk import settings, stores


@click.command("init")
@store_options
@click.option("--company", required=True, help="The company's name, as its letters bear it.")
@click.option("--reviewer", required=True, help="The name of who holds the first key slot.")
@click.option(
    "--address",
    multiple=True,
    metavar="LINE",
    help="A line of the company's postal address; again for each line. No letter is issued without.",
)
@click.option("--zone", default="America/Los_Angeles", show_default=True, help="An IANA time zone.")
def command(
    store: Path | None,
    passphrase_file: Path | None,
    rulebook: Path | None,
    company: str,
    reviewer: str,
    address: tuple[str, ...],
    zone: str,
) -> None:
    """Make an encrypted store with one key slot."""
    places = folders()
    folder = store or places.store
    clock = stores.clock_for(folder, os.environ)
    desk = stores.create(
        folder,
        passphrase(passphrase_file, "New passphrase", confirm=True),
        company=company,
        reviewer=reviewer,
        folders=places,
        clock=clock,
        zone=zone,
        sample=stores.made_as_sample(os.environ),
        rulebook=rulebook,
    )
    try:
        if address:
            now = settings.organisation(desk)
            head = replace(now.letterhead, lines=address)
            settings.set_organisation(desk, replace(now, letterhead=head))
    finally:
        desk.close()
    click.echo(f"Made the store in {folder}.", err=True)
