"""``lerdesk keys``: who holds a key slot."""

from pathlib import Path

import click

from lerdesk.cli.json_out import echo_json
from lerdesk.cli.opening import opened, passphrase, store_options
from lerdesk.desk import stores


@click.group("keys")
def command() -> None:
    """The people who hold a key slot."""


@command.command("list")
@store_options
@click.option("--json", "as_json", is_flag=True, help="One JSON value.")
def listed(
    store: Path | None, passphrase_file: Path | None, rulebook: Path | None, as_json: bool
) -> None:
    """List them."""
    with opened(store, passphrase_file, rulebook) as desk:
        people = stores.people(desk)
    if as_json:
        echo_json({"people": [{"id": person.id, "name": person.name} for person in people]})
        return
    for person in people:
        click.echo(person.name)


@command.command("add")
@click.argument("name")
@store_options
@click.option(
    "--new-passphrase-file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Read the new person's passphrase from FILE; else it is asked for.",
)
def added(
    name: str,
    store: Path | None,
    passphrase_file: Path | None,
    rulebook: Path | None,
    new_passphrase_file: Path | None,
) -> None:
    """Give a person a slot of their own."""
    with opened(store, passphrase_file, rulebook) as desk:
        if new_passphrase_file is None:
            words = str(
                click.prompt(
                    f"Passphrase of {name}", hide_input=True, err=True, confirmation_prompt=True
                )
            )
        else:
            words = passphrase(new_passphrase_file)
        person = stores.add_person(desk, name, words)
    click.echo(f"{person.name} holds a key slot.", err=True)
