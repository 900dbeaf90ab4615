"""Large contents kept in pieces, so that no page of the database holds a whole file."""

from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from lerdesk.store.unit import Unit

if TYPE_CHECKING:
    from sqlalchemy import Table

PIECE = 256 * 1024


def put(unit: Unit, table: "Table", owner: str, owner_id: int, data: bytes) -> None:
    """Keep ``data`` for one owner; ``owner`` is the name of the table's column that names it."""
    for position, start in enumerate(range(0, len(data), PIECE)):
        piece = {owner: owner_id, "position": position, "bytes": data[start : start + PIECE]}
        unit.change(insert(table), piece)


def get(unit: Unit, table: "Table", owner: str, owner_id: int) -> bytes:
    """The whole content."""
    found = unit.rows(
        select(table.c.bytes).where(table.c[owner] == owner_id).order_by(table.c.position)
    )
    return b"".join(row.bytes for row in found)
