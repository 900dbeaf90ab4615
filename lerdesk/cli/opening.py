"""Open a store for one command: which folder, whose passphrase, which clock."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from lerdesk.base.errors import UserFacingError
from lerdesk.base.folders import folders
from lerdesk.desk import stores
from lerdesk.desk.recovery import recovered
from lerdesk.desk.session import Desk

Function = Callable[..., Any]
Decorator = Callable[[Function], Function]

PASSPHRASE = "LERDESK_PASSPHRASE"


def store_options(command: Function) -> Function:
    """The options of every command that uses a store."""
    rules: Decorator = click.option(
        "--rulebook",
        type=click.Path(path_type=Path, file_okay=False, exists=True),
        metavar="DIR",
        help="The organisation's own rules.",
    )
    secret: Decorator = click.option(
        "--passphrase-file",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help=f"Read the passphrase from FILE; else from {PASSPHRASE}, else it is asked for.",
    )
    folder: Decorator = click.option(
        "--store",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="DIR",
        help="The store's folder; by default the one in the user's data folder.",
    )
    return folder(secret(rules(command)))


def passphrase(file: Path | None, prompt: str = "Passphrase", *, confirm: bool = False) -> str:
    """From the file, the environment or a prompt; never from an argument.

    Raises:
        UserFacingError: the file cannot be read, or there is nobody to ask.
    """
    given = given_passphrase(file)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise UserFacingError(
            "No passphrase was given.", "", f"Set {PASSPHRASE} or name a --passphrase-file."
        )
    return str(click.prompt(prompt, hide_input=True, err=True, confirmation_prompt=confirm))


def given_passphrase(file: Path | None) -> str | None:
    """From the file or the environment; None where neither gives one.

    Raises:
        UserFacingError: the file cannot be read or is empty.
    """
    if file is None:
        return os.environ.get(PASSPHRASE) or None
    try:
        words = file.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UserFacingError(f"The passphrase file {file} cannot be read.") from error
    if not words:
        raise UserFacingError(f"The passphrase file {file} is empty.")
    return words


@contextmanager
def opened(store: Path | None, file: Path | None, rulebook: Path | None) -> Iterator[Desk]:
    """The desk on a store, closed again whatever happens.

    Raises:
        UserFacingError: there is none, or it cannot be opened.
    """
    places = folders()
    folder = store or places.store
    if not stores.exists(folder):
        raise UserFacingError(
            f"There is no store in {folder}.",
            "",
            "Make one with lerdesk init, or name its --store.",
        )
    clock = stores.clock_for(folder, os.environ)
    desk = stores.open_store(
        folder, passphrase(file), folders=places, clock=clock, rulebook=rulebook
    )
    try:
        if (found := recovered(desk)) is not None:
            click.echo(str(found.words), err=True)
        yield desk
    finally:
        desk.close()


def request_id(desk: Desk, reference: str) -> int:
    """The request of a reference; its number alone is enough where one year fits.

    Raises:
        UserFacingError: there is none.
    """
    from lerdesk.desk.lookup import by_reference

    return by_reference(desk, reference)
