"""A unit of work: one transaction. The table modules take it first and hand out frozen values only."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lerdesk.base.errors import UserFacingError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Executable, Row

    from lerdesk.store.journal import Entry


@dataclass(eq=False)
class Unit:
    """One open transaction, used by one thread at a time.

    Attributes:
        writing: it may change records.
        changes: statements that changed something.
        entries: journal entries that wait for the end of the unit, where they are written.
        papers: kind, id and SHA-256 of served files and issued letters that the journal must carry.
        before_commit: done at the very end, while all can still be taken back.
        undone: done after a unit that failed.
    """

    connection: "Connection"
    writing: bool
    changes: int = 0
    written: int = 0
    entries: list["Entry"] = field(default_factory=list)
    papers: list[tuple[str, int, str]] = field(default_factory=list)
    before_commit: list[Callable[[], None]] = field(default_factory=list)
    renamed: dict[int, str] = field(default_factory=dict)
    undone: list[Callable[[], None]] = field(default_factory=list)

    def rows(
        self, statement: "Executable", values: dict[str, Any] | None = None
    ) -> "Sequence[Row[Any]]":
        """All rows of a query."""
        return self.connection.execute(statement, values).all()

    def first(
        self, statement: "Executable", values: dict[str, Any] | None = None
    ) -> "Row[Any] | None":
        """The first row of a query, or None."""
        return self.connection.execute(statement, values).first()

    def number(self, statement: "Executable", values: dict[str, Any] | None = None) -> int:
        """The single whole number that a query gives; 0 for none."""
        return int(self.connection.execute(statement, values).scalar() or 0)

    def change(
        self,
        statement: "Executable",
        values: "dict[str, Any] | list[dict[str, Any]] | None" = None,
    ) -> int:
        """Run a statement that changes something; how many rows it changed.

        Raises:
            RuntimeError: the unit only reads; a bug.
        """
        if not self.writing:
            raise RuntimeError("a reading unit changes nothing")
        self.changes += 1
        return self.connection.execute(statement, values).rowcount

    def insert(self, statement: "Executable", values: dict[str, Any]) -> int:
        """Run an insert; the new row's id."""
        if not self.writing:
            raise RuntimeError("a reading unit changes nothing")
        self.changes += 1
        key = self.connection.execute(statement, values).inserted_primary_key
        return int(key[0]) if key else 0


def missing(what: str) -> UserFacingError:
    """The error for a record that is not there."""
    return UserFacingError(f"There is no such {what} in this store.")
