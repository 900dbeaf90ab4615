"""A real encrypted store with a cheap passphrase, and what the tests put into it."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from lerdesk.domain.request import Document, Person, Request
from lerdesk.store import documents, journal, opening, requests
from lerdesk.store.keys import Cost
from lerdesk.store.store import Store
from lerdesk.store.unit import Unit

CHEAP = Cost(64, 1, 1)
PASSPHRASE = "nine purple kettles"
NOW = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
ANN = Person(1, "Ann Reviewer")
DRAFT = {
    "kind": "full",
    "variant": "",
    "language": "en",
    "title": "Full response",
    "to": "Agent",
    "markdown": "Dear Agent",
    "composed": "Dear Agent",
    "spans": ((0, 4, "template"),),
    "basis": "b",
    "template": "full",
    "at": NOW,
}


def make(folder: Path, **more: object) -> Store:
    """A store made and open."""

    def setup(unit: Unit, person: Person) -> None:
        note(unit, "Made this store", actor=person)

    return opening.create(folder, PASSPHRASE, ANN.name, setup=setup, cost=CHEAP, **more)


def note(
    unit: Unit, words: str = "Did something", request: int | None = None, actor: Person = ANN
) -> None:
    journal.append(unit, at=NOW, actor=actor, action="test", request_id=request, words=words)


def take_in(unit: Unit, data: bytes = b"%PDF", pages: tuple[str, ...] = ()) -> Document:
    """A new request with one served file, journalled."""
    request = requests.add(unit, year=2026, received_at=NOW)
    made = documents.add(
        unit,
        request.id,
        name="order.pdf",
        data=data,
        sha256=sha256(data).hexdigest(),
        media_type="application/pdf",
        page_sizes=((612.0, 792.0),),
        text_sources=("layer",),
        page_texts=pages,
    )
    note(unit, "Received", request.id)
    return made


def add_request(unit: Unit, year: int = 2026) -> Request:
    made = requests.add(unit, year=year, received_at=NOW)
    note(unit, "Received", made.id)
    return made
