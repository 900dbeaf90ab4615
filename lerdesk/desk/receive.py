"""Take in a served file."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from lerdesk.base.errors import UserFacingError
from lerdesk.base.text import clean
from lerdesk.desk.demand_rows import demand_rows
from lerdesk.desk.session import Desk
from lerdesk.domain.request import FactState

if TYPE_CHECKING:
    from lerdesk.documents.reading import Reading
    from lerdesk.store.store import Unit


@dataclass(frozen=True)
class Received:
    """What became of a file.

    Attributes:
        note: in words, when it was taken in but has no text (worked by hand), or is a duplicate.
        duplicate_of: the reference that holds the same bytes; the file is then not taken in again.
    """

    request_id: int
    reference: str
    note: str | None = None
    duplicate_of: str | None = None


def receive(
    desk: Desk,
    name: str,
    data: bytes,
    *,
    received_at: datetime | None = None,
    served_on: date | None = None,
    channel: str = "portal",
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Received:
    """Read a file in the confined process and open a request with its proposed facts and demands.

    Args:
        desk: the desk.
        name: the file's name as it came; untrusted.
        data: its bytes.
        received_at: when it reached the company; now, where nothing else is said.
        served_on: the day of service, where it is known apart from receipt.
        channel: portal, e-mail, registered agent, post, fax.
        progress: told pages read and pages in all.
        cancelled: asked between pages.

    Raises:
        UserFacingError: not a PDF, encrypted, empty, too large: one clear message, nothing is taken in.
        Cancelled: a person stopped it; nothing is taken in.
    """
    from lerdesk.store import documents, requests

    shown = clean(name, limit=200)
    now = desk.clock.now()
    if received_at is not None and received_at > now:
        raise UserFacingError(
            f"{shown} cannot have been received after this moment.",
            "Nothing was taken in.",
            "Give the moment at which it came.",
        )
    with desk.store.reading() as unit:
        held = documents.by_sha256(unit, sha256(data).hexdigest())
        if held is not None:
            reference = requests.get(unit, held.request_id).reference
            return Received(
                held.request_id,
                reference,
                f"{shown} is already here as {reference}. It was not taken in again.",
                duplicate_of=reference,
            )
    reading = desk.reader.read(name, data, progress=progress, cancelled=cancelled)
    if reading.error is not None:
        told = reading.error.text
        do = "" if "Ask the sender" in told else "Ask the sender for a PDF."
        raise UserFacingError(f"{shown}: {told}", "Nothing was taken in.", do)
    with desk.store.writing() as unit:
        return _record(
            desk,
            unit,
            shown,
            data,
            reading,
            received_at or now,
            served_on,
            clean(channel, limit=60),
        )


def _record(
    desk: Desk,
    unit: "Unit",
    name: str,
    data: bytes,
    reading: "Reading",
    received_at: datetime,
    served_on: date | None,
    channel: str,
) -> Received:
    from lerdesk.desk.index import refresh_index
    from lerdesk.store import documents, facts, journal, organisation, requests

    now = desk.clock.now()
    year = now.astimezone(ZoneInfo(organisation.get(unit).zone)).year
    request = requests.add(
        unit, year=year, received_at=received_at, served_on=served_on, channel=channel
    )
    texts = {page.number: page.text for page in reading.words}
    document = documents.add(
        unit,
        request.id,
        name=name,
        data=data,
        sha256=reading.sha256,
        media_type=reading.media_type,
        page_sizes=tuple((page.width, page.height) for page in reading.pages),
        text_sources=tuple(page.text_source for page in reading.pages),
        warnings=tuple((warning.code, warning.text) for warning in reading.warnings),
        error=None,
        page_texts=tuple(texts.get(page.number, "") for page in reading.pages),
    )
    for fact in reading.facts:
        if fact.field != "data_category":  # the demands carry it, each with its own place
            facts.add(
                unit,
                request_id=request.id,
                document_id=document.id,
                field=fact.field,
                value=fact.value,
                state=FactState.PROPOSED,
                evidence=fact.evidence,
                confidence=fact.confidence,
                read_value=fact.value,
                by=None,
                at=None,
            )
    demand_rows(desk, unit, request.id, document.id, reading)
    bare = [page.number for page in reading.pages if page.text_source == "none"]
    note = None
    if bare:
        pages = "It has" if len(bare) == len(reading.pages) else f"{len(bare)} of its pages have"
        note = f"{name}: {pages} no text. Its facts are entered by hand."
    journal.append(
        unit,
        at=now,
        actor=desk.person,
        action="receive",
        request_id=request.id,
        words=f"Received through {channel}, {_pages(len(reading.pages))}",
        details={
            "file": name,
            "sha256": reading.sha256,
            "size": len(data),
            "received_at": received_at.isoformat(),
            "served_on": served_on.isoformat() if served_on else None,
        },
    )
    refresh_index(desk, unit, request.id)
    return Received(request.id, request.reference, note)


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"
