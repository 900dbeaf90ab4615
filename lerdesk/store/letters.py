"""Letters and notices: drafts, and the issued ones that never change again."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, case, func, insert, select, update

from lerdesk.domain.records import RecordedLetter
from lerdesk.store import pieces, search
from lerdesk.store.tables import letter as table
from lerdesk.store.tables import letter_earlier as link
from lerdesk.store.tables import letter_piece
from lerdesk.store.unit import Unit, missing


def _value(row: Row[Any]) -> RecordedLetter:
    return RecordedLetter(
        id=row.id,
        request_id=row.request_id,
        kind=row.kind,
        variant=row.variant,
        language=row.language,
        title=row.title,
        to=row.to,
        markdown=row.markdown,
        composed=row.composed,
        spans=tuple((start, end, kind) for start, end, kind in row.spans),
        basis=row.basis,
        template=row.template,
        state=row.state,
        created_at=row.created_at,
        saved_at=row.saved_at,
        number=row.number,
        issued_at=row.issued_at,
        issued_by=row.issued_by,
        sha256=row.sha256,
        delivered_on=row.delivered_on,
        delivered_means=row.delivered_means,
        earlier_id=row.earlier_id,
        purpose=row.purpose or "",
    )


def _rows() -> Select[Any]:
    return select(table, link.c.earlier_id, link.c.purpose).outerjoin(
        link, link.c.letter_id == table.c.id
    )


def add_draft(
    unit: Unit,
    request_id: int,
    *,
    kind: str,
    variant: str,
    language: str,
    title: str,
    to: str,
    markdown: str,
    composed: str,
    spans: Sequence[tuple[int, int, str]],
    basis: str,
    template: str,
    at: datetime,
) -> RecordedLetter:
    """Keep a new draft."""
    values = {
        "request_id": request_id,
        "kind": kind,
        "variant": variant,
        "language": language,
        "title": title,
        "to": to,
        "markdown": markdown,
        "composed": composed,
        "spans": [list(span) for span in spans],
        "basis": basis,
        "template": template,
        "state": "draft",
        "created_at": at,
        "saved_at": at,
    }
    return get(unit, unit.insert(insert(table), values))


def get(unit: Unit, letter_id: int) -> RecordedLetter:
    """One letter.

    Raises:
        UserFacingError: there is none.
    """
    row = unit.first(_rows().where(table.c.id == letter_id))
    if row is None:
        raise missing("letter")
    return _value(row)


def of_request(unit: Unit, request_id: int) -> tuple[RecordedLetter, ...]:
    """All of a request, discarded drafts too, oldest first."""
    found = unit.rows(_rows().where(table.c.request_id == request_id).order_by(table.c.id))
    return tuple(_value(row) for row in found)


def last_issued(
    unit: Unit, request_ids: Sequence[int], kinds: Sequence[str]
) -> dict[int, datetime]:
    """When the last letter of one of these kinds was issued, of a few hundred requests, by the request's id."""
    here = table.c.kind.in_(kinds) & table.c.request_id.in_(request_ids)
    query = select(table.c.request_id, table.c.issued_at).where(here, table.c.state == "issued")
    return {row.request_id: row.issued_at for row in unit.rows(query.order_by(table.c.issued_at))}


def all(unit: Unit) -> tuple[RecordedLetter, ...]:  # noqa: A001  letters.all reads as it is meant
    """Drafts first, then issued letters, each newest first; discarded drafts are left out."""
    found = unit.rows(
        _rows()
        .where(table.c.state != "discarded")
        .order_by(
            case((table.c.state == "draft", 0), else_=1),
            func.coalesce(table.c.issued_at, table.c.saved_at).desc(),
            table.c.id.desc(),
        )
    )
    return tuple(_value(row) for row in found)


def _change_draft(unit: Unit, letter_id: int, **values: object) -> None:
    here = (table.c.id == letter_id) & (table.c.state == "draft")
    if not unit.change(update(table).where(here).values(**values)):
        get(unit, letter_id)
        raise RuntimeError("only a draft changes")


def save_text(unit: Unit, letter_id: int, markdown: str, at: datetime) -> None:
    """Keep the text as typed."""
    _change_draft(unit, letter_id, markdown=markdown, saved_at=at)


def recompose(
    unit: Unit,
    letter_id: int,
    *,
    title: str,
    to: str,
    markdown: str,
    composed: str,
    spans: Sequence[tuple[int, int, str]],
    basis: str,
    template: str,
    at: datetime,
    variant: str | None = None,
) -> None:
    """Keep a draft composed anew."""
    values: dict[str, object] = {
        "title": title,
        "to": to,
        "markdown": markdown,
        "composed": composed,
        "spans": [list(span) for span in spans],
        "basis": basis,
        "template": template,
        "saved_at": at,
    }
    if variant is not None:
        values["variant"] = variant
    _change_draft(unit, letter_id, **values)


def set_earlier(unit: Unit, letter_id: int, earlier_id: int, purpose: str) -> None:
    """Let a draft name an issued letter.

    Raises:
        RuntimeError: it is no draft.
    """
    if get(unit, letter_id).state != "draft":
        raise RuntimeError("only a draft changes")
    values = {"earlier_id": earlier_id, "purpose": purpose}
    if not unit.change(update(link).where(link.c.letter_id == letter_id).values(**values)):
        unit.change(insert(link), {"letter_id": letter_id, **values})


def _next_place(unit: Unit, year: int) -> int:
    return unit.number(select(func.max(table.c.place)).where(table.c.year == year)) + 1


def next_number(unit: Unit, year: int) -> str:
    """The number that the next issued paper of ``year`` gets, as ``L-2026-000655``."""
    return f"L-{year:04d}-{_next_place(unit, year):06d}"


def issue(
    unit: Unit,
    letter_id: int,
    *,
    number: str,
    at: datetime,
    by: str,
    pdf: bytes,
    sha256: str,
) -> RecordedLetter:
    """Give a draft its number and freeze its bytes.

    Raises:
        RuntimeError: the number is not the next one, or the letter is no draft.
    """
    year, place = int(number[2:6]), int(number[7:])
    if number != next_number(unit, year):
        raise RuntimeError("numbers are given without gaps")
    pieces.put(unit, letter_piece, "letter_id", letter_id, pdf)
    _change_draft(
        unit,
        letter_id,
        state="issued",
        number=number,
        year=year,
        place=place,
        issued_at=at,
        issued_by=by,
        sha256=sha256,
    )
    unit.papers.append(("letter", letter_id, sha256))
    issued = get(unit, letter_id)
    search.put(
        unit, issued.request_id, "letter", letter_id, [(f"Letter {number}", 0, issued.markdown)]
    )
    return issued


def pdf(unit: Unit, letter_id: int) -> bytes:
    """The frozen bytes of an issued letter."""
    return pieces.get(unit, letter_piece, "letter_id", get(unit, letter_id).id)


def discard(unit: Unit, letter_id: int) -> None:
    """Throw a draft away; that it was is kept."""
    _change_draft(unit, letter_id, state="discarded")


def delivered(unit: Unit, letter_id: int, on: date, means: str) -> None:
    """How and when an issued letter went: the only thing about it that may change."""
    here = (table.c.id == letter_id) & (table.c.state == "issued")
    if not unit.change(update(table).where(here).values(delivered_on=on, delivered_means=means)):
        raise missing("issued letter")
