"""Make a store, and open one: lock, unlock, schema, and only then hand it out."""

import os
import shutil
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from lerdesk.base.errors import UserFacingError
from lerdesk.store import keys
from lerdesk.store.files import make_private, sync_folder
from lerdesk.store.folder_lock import FolderLock
from lerdesk.store.keys import Cost

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

    from lerdesk.domain.request import Person
    from lerdesk.store.store import Store
    from lerdesk.store.unit import Unit

DATABASE = "store.db"
#: the schema's number: that of the last migration
SCHEMA = 2


def exists(folder: Path) -> bool:
    """Whether a store lies in ``folder``."""
    return (folder / keys.NAME).is_file() and (folder / DATABASE).is_file()


def create(
    folder: Path,
    passphrase: str,
    reviewer: str,
    *,
    setup: "Callable[[Unit, Person], None]",
    sample: bool = False,
    cost: Cost | None = None,
) -> "Store":
    """Make a store with one slot and open it.

    Args:
        folder: made if it is not there.
        passphrase: of the first slot.
        reviewer: the name on it.
        setup: records the store's first entries, in the same unit as the first person.
        sample: mark it as a sample store, for good.
        cost: of the slot; tests pass a cheaper one.

    Raises:
        UserFacingError: a store is there already, or the folder cannot be written.
    """
    os.umask(0o077)
    try:
        make_private(folder)
    except OSError as error:
        raise UserFacingError(
            "The store's folder cannot be made.", "", "Choose another place for the store."
        ) from error
    if (folder / DATABASE).exists():
        raise UserFacingError(
            "A store is there already.", "It was not touched.", "Choose another place."
        )
    lock = FolderLock(folder)
    try:
        return _create(folder, lock, passphrase, reviewer, setup, cost or Cost(), sample=sample)
    except BaseException:
        lock.let_go()
        raise


def _create(
    folder: Path,
    lock: FolderLock,
    passphrase: str,
    reviewer: str,
    setup: "Callable[[Unit, Person], None]",
    cost: Cost,
    *,
    sample: bool,
) -> "Store":
    from lerdesk.store import people, sqlite
    from lerdesk.store.failures import failures_told
    from lerdesk.store.migration import migrate
    from lerdesk.store.store import Store

    made, data_key = keys.fresh(sample=sample)
    made = keys.add_slot(made, 1, reviewer, passphrase, data_key, cost)
    database, beside = folder / DATABASE, folder / (DATABASE + ".new")
    _remove(beside)
    engine = sqlite.engine(beside, data_key)
    try:
        with failures_told():
            migrate(engine, SCHEMA)
        store = Store(folder, engine, lock, made, data_key, 1)
        lock.unclean = store.ended_unclean = False
        with store.writing() as unit:
            setup(unit, people.add(unit, reviewer))
        engine.dispose()
        # the database first: a folder that has no keys.json yet has no store, and is never written over
        beside.replace(database)
        keys.save(folder, made)
        sync_folder(folder)
    except BaseException as error:
        engine.dispose()
        _remove(beside)
        _remove(database)  # if it is there, it was made a moment ago and nothing is in it
        if isinstance(error, OSError):
            raise UserFacingError(
                "The store cannot be written.",
                "",
                "Make room on the disk, or choose another place.",
            ) from error
        raise
    return Store(folder, sqlite.engine(database, data_key), lock, made, data_key, 1)


def _remove(database: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        database.with_name(database.name + ending).unlink(missing_ok=True)


def open_store(
    folder: Path, passphrase: str, *, meanwhile: "Callable[[], object] | None" = None
) -> "Store":
    """Open a store with whichever slot the passphrase fits.

    Args:
        folder: where it lies.
        passphrase: of any slot.
        meanwhile: what can be done while the key is derived, which takes a tenth of a second of another processor.

    Raises:
        UserFacingError: no store, wrong passphrase, held by another program, newer store, damaged; nothing is
            changed then.
    """
    os.umask(0o077)
    if not exists(folder):
        if (folder / DATABASE).is_file():
            keys.load(folder)  # says what is wrong with the key file
        raise UserFacingError(
            "There is no store in this folder.", "", "Choose another, or make one."
        )
    lock = FolderLock(folder)
    try:
        return _open(folder, lock, passphrase, meanwhile)
    except BaseException:
        lock.let_go(clean_end=not lock.unclean)
        raise


def _open(
    folder: Path, lock: FolderLock, passphrase: str, meanwhile: "Callable[[], object] | None"
) -> "Store":
    found = keys.load(folder)
    with ThreadPoolExecutor(1, "lerdesk-key", _give_way) as beside:
        unwrapping = beside.submit(keys.unwrap, found, passphrase)
        from lerdesk.store import sqlite
        from lerdesk.store.failures import failures_told
        from lerdesk.store.store import Store

        if meanwhile is not None:
            meanwhile()
        unwrapped = unwrapping.result()
    if unwrapped is None:
        raise UserFacingError("The passphrase is wrong.", "", "Type it again.")
    slot, data_key = unwrapped
    engine = sqlite.engine(folder / DATABASE, data_key)
    try:
        with failures_told():
            _check(folder, engine, unclean=lock.unclean)
            store = Store(folder, engine, lock, found, data_key, slot.id)
            _set_private(folder)
    except BaseException:
        engine.dispose()
        raise
    return store


def _give_way() -> None:
    """Deriving the key comes second, with the lanes that it starts: what is imported is waited for longer."""
    if sys.platform == "linux":
        with suppress(OSError):  # a sandbox may forbid it
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 5)


def _check(folder: Path, engine: "Engine", *, unclean: bool) -> None:
    from lerdesk.store import sqlite

    with engine.connect() as connection:
        number = sqlite.schema_number(connection)
        if number > SCHEMA:
            raise UserFacingError(
                "This store was written by a newer LERDesk.",
                "Nothing was changed.",
                "Open it with that version.",
            )
        if unclean and (words := sqlite.damage(connection, thorough=False)):
            raise UserFacingError(
                f"The store did not end well. {words}",
                "Nothing was changed.",
                "Put back the store from a backup; keep this folder for whoever examines it.",
            )
    if number < SCHEMA:
        from lerdesk.store.migration import migrate

        with engine.connect() as connection:
            sqlite.checkpoint(connection)
        _back_up(folder, number)
        migrate(engine, SCHEMA)


def _back_up(folder: Path, number: int) -> None:
    """A copy of the encrypted file as it is; the lock is held and the log is empty."""
    copy = folder / f"store-before-schema-{number + 1}.db"
    beside = copy.with_name(copy.name + ".new")
    try:
        shutil.copyfile(folder / DATABASE, beside)
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        beside.replace(copy)
    except OSError as error:
        raise UserFacingError(
            "The store is older and cannot be backed up before it is brought up to date.",
            "Nothing was changed.",
            "Make room on the disk, then open it again.",
        ) from error


def _set_private(folder: Path) -> None:
    if sys.platform == "win32":
        return
    try:
        folder.chmod(0o700)
        for path in folder.iterdir():
            if path.is_file():
                path.chmod(0o600)
    except OSError:
        # somebody else's folder that this person may write: its owner decides
        return
