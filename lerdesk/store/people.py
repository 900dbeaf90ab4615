"""Everybody who holds, or held, a key slot. The slot bears the person's id."""

from sqlalchemy import func, insert, select, update

from lerdesk.domain.request import Person
from lerdesk.store.tables import person as table
from lerdesk.store.unit import Unit, missing


def all(unit: Unit) -> tuple[Person, ...]:  # noqa: A001  people.all reads as it is meant
    """Everybody, by id."""
    return tuple(Person(row.id, row.name) for row in unit.rows(select(table).order_by(table.c.id)))


def get(unit: Unit, person_id: int) -> Person:
    """One person.

    Raises:
        UserFacingError: there is none.
    """
    row = unit.first(select(table).where(table.c.id == person_id))
    if row is None:
        raise missing("person")
    return Person(row.id, row.name)


def add(unit: Unit, name: str) -> Person:
    """Record a person; ``Store.add_slot`` does it together with the slot."""
    number = unit.number(select(func.max(table.c.id))) + 1
    unit.change(insert(table), {"id": number, "name": name})
    return Person(number, name)


def rename(unit: Unit, person_id: int, name: str) -> None:
    """The name from now on, on the slot too; what was written before keeps the old one."""
    if not unit.change(update(table).where(table.c.id == person_id).values(name=name)):
        raise missing("person")
    unit.renamed[person_id] = name
