"""The open store: units of work on one encrypted database."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from lerdesk.base.errors import UserFacingError
from lerdesk.domain.request import Person
from lerdesk.store import head_file, journal, keys, people, sqlite
from lerdesk.store.failures import failures_told
from lerdesk.store.folder_lock import FolderLock
from lerdesk.store.keys import Cost, Keys
from lerdesk.store.unit import Unit

if TYPE_CHECKING:
    from sqlalchemy import Engine

__all__ = ["Store", "Unit"]

_log = logging.getLogger(__name__)


class Store:
    """An open store. ``opening`` makes it; any thread may ask it for a unit of work.

    Writing units follow one another; reading units see the last finished one and wait for none.

    Attributes:
        folder: where it lies.
        person_id: whose passphrase opened it.
        ended_unclean: the program that had it before was killed, or the machine stopped.
    """

    def __init__(
        self,
        folder: Path,
        engine: "Engine",
        lock: FolderLock,
        found: Keys,
        data_key: bytes,
        person_id: int,
    ) -> None:
        self.folder = folder
        self.person_id = person_id
        self.ended_unclean = lock.unclean
        self._engine: Engine | None = engine
        self._lock = lock
        self._keys = found
        self._data_key = data_key
        self._turn = threading.Lock()
        self._writer: int | None = None

    @property
    def sample(self) -> bool:
        """Whether it is a sample store, for good."""
        return self._keys.sample

    @property
    def slots(self) -> int:
        """How many people hold a slot."""
        return len(self._keys.slots)

    def _open_engine(self) -> "Engine":
        if self._engine is None:
            raise UserFacingError("The store is locked.", "", "Unlock it first.")
        return self._engine

    @contextmanager
    def reading(self) -> Iterator[Unit]:
        """A unit that reads one state of the store."""
        with failures_told(), self._open_engine().connect() as connection:
            yield Unit(connection, writing=False)

    @contextmanager
    def writing(self, *, journalled: bool = True) -> Iterator[Unit]:
        """A unit that is recorded as a whole, or, when anything is raised within, not at all.

        Args:
            journalled: it must add to the journal if it changes anything; False is for text as it is typed and
                for what the desk works out again.

        Raises:
            UserFacingError: the disk is full, the folder cannot be written.
            RuntimeError: a change without a journal entry, or a unit within a writing unit; bugs.
        """
        me = threading.get_ident()
        if self._writer == me:
            raise RuntimeError("a writing unit within a writing unit")
        with self._turn, failures_told():
            self._writer = me
            try:
                engine = self._open_engine()
                with engine.connect().execution_options(lerdesk_writing=True) as connection:
                    unit = Unit(connection, writing=True)
                    try:
                        yield unit
                        self._finish(unit, journalled=journalled)
                    except BaseException:
                        connection.rollback()
                        for undo in unit.undone:
                            undo()
                        raise
                    self._after(unit)
            finally:
                self._writer = None

    def _finish(self, unit: Unit, *, journalled: bool) -> None:
        journal.flush(unit)
        if unit.papers:
            raise RuntimeError("a served file or letter without a journal entry after it")
        if journalled and unit.changes and not unit.written:
            raise RuntimeError("a change without a journal entry")
        for step in unit.before_commit:
            step()
        unit.connection.commit()

    def _after(self, unit: Unit) -> None:
        if unit.written:
            with self.reading() as now:
                head_file.write(self.folder, self._data_key, *journal.head(now))
        if unit.renamed:
            self._keys = keys.renamed(self._keys, unit.renamed)
            try:
                keys.save(self.folder, self._keys)
            except UserFacingError:
                # the name is recorded; the slot shows it when it is written next
                _log.warning("the new name was not written to keys.json")

    def head_beside(self) -> head_file.Head | None:
        """The journal's head as kept beside the database; None where there is none."""
        return head_file.read(self.folder)

    def head_fits(self, head: head_file.Head, hash_: str) -> bool:
        """Whether ``head`` was written for an entry of this hash."""
        return head_file.fits(head, self._data_key, hash_)

    def person_for(self, passphrase: str) -> Person | None:
        """Whom a passphrase fits; None where it fits nobody."""
        found = keys.unwrap(self._keys, passphrase)
        if found is None:
            return None
        with self.reading() as unit:
            return people.get(unit, found[0].id)

    def add_slot(self, unit: Unit, name: str, passphrase: str, cost: Cost | None = None) -> Person:
        """Record a person with a slot of their own; the slot is written as the unit ends.

        Raises:
            UserFacingError: the passphrase is another person's.
        """
        if keys.unwrap(self._keys, passphrase) is not None:
            raise UserFacingError(
                "This passphrase opens another person's slot.",
                "Nothing was changed.",
                "Choose a passphrase of your own.",
                field="passphrase",
            )
        person = people.add(unit, name)
        before = self._keys
        after = keys.add_slot(before, person.id, name, passphrase, self._data_key, cost or Cost())

        def write() -> None:
            keys.save(self.folder, after)
            self._keys = after

        def take_back() -> None:
            if self._keys is after:
                self._keys = before
                keys.save(self.folder, before)

        unit.before_commit.append(write)
        unit.undone.append(take_back)
        return person

    def close(self) -> None:
        """Forget the keys and let the folder go; may be called again. Waits for a writing unit to end."""
        with self._turn:
            if self._engine is None:
                return
            with suppress(DBAPIError), self._engine.connect() as connection:
                sqlite.rest(connection)
            self._engine.dispose()
            self._engine = None
            self._data_key = b""
            self._lock.let_go()
