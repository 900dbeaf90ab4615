"""Recorded disclosures with their manifests."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import insert, select

from lerdesk.domain.disclosure import Disclosure, ProducedFile
from lerdesk.store.tables import disclosed_file, disclosure
from lerdesk.store.unit import Unit


def add(
    unit: Unit,
    request_id: int,
    *,
    at: datetime,
    recipient: str,
    means: str,
    files: Sequence[ProducedFile],
    by: str,
) -> Disclosure:
    """Record what was given."""
    values = {
        "request_id": request_id,
        "at": at,
        "recipient": recipient,
        "means": means,
        "by": by,
    }
    made = unit.insert(insert(disclosure), values)
    for position, file in enumerate(files):
        line = {
            "disclosure_id": made,
            "position": position,
            "name": file.name,
            "size": file.size,
            "sha256": file.sha256,
            "demand_number": file.demand_number,
        }
        unit.change(insert(disclosed_file), line)
    return Disclosure(made, request_id, at, recipient, means, tuple(files), by)


def of_request(unit: Unit, request_id: int) -> tuple[Disclosure, ...]:
    """All of a request, oldest first."""
    found = unit.rows(
        select(disclosure).where(disclosure.c.request_id == request_id).order_by(disclosure.c.id)
    )
    return tuple(
        Disclosure(
            row.id, row.request_id, row.at, row.recipient, row.means, _files(unit, row.id), row.by
        )
        for row in found
    )


def _files(unit: Unit, disclosure_id: int) -> tuple[ProducedFile, ...]:
    found = unit.rows(
        select(disclosed_file)
        .where(disclosed_file.c.disclosure_id == disclosure_id)
        .order_by(disclosed_file.c.position)
    )
    return tuple(ProducedFile(row.name, row.size, row.sha256, row.demand_number) for row in found)
