"""Facts as they stand, with what ties one request to another."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from lerdesk.domain.fact import Evidence, JsonValue
from lerdesk.domain.request import FactState, RecordedFact
from lerdesk.store import search
from lerdesk.store.tables import fact as table
from lerdesk.store.unit import Unit, missing

_DOCKET = re.compile(r"(?:(\d+):)?(\d{2})-([a-z]{2,4})-0*(\d+)", re.IGNORECASE)

_LABELS = {
    "requester": "Agent",
    "identifier": "Account",
    "case_number": "Case number",
    "agency": "Agency",
    "court": "Court",
    "issuing_authority": "Issuing authority",
    "signatory": "Signed by",
    "addressee": "Addressee",
    "statute": "Statute",
}


def _value(row: Row[Any]) -> RecordedFact:
    return RecordedFact(
        id=row.id,
        request_id=row.request_id,
        document_id=row.document_id,
        field=row.field,
        value=row.value,
        state=FactState(row.state),
        evidence=row.evidence,
        confidence=row.confidence,
        read_value=row.read_value,
        by=row.by,
        at=row.at,
    )


def tie(field: str, value: JsonValue, state: FactState) -> str:
    """What the same account or case in another request is found by; empty where the fact ties nothing.

    A federal docket is told by its division, year, type and number, whatever initials follow.
    """
    if state is FactState.DISMISSED:
        return ""
    if field == "case_number" and isinstance(value, str):
        docket = _DOCKET.search(value)
        if docket is not None:
            return "case:" + "-".join(part.lower() for part in docket.groups(default=""))
        squeezed = "".join(char for char in value.casefold() if char.isalnum())
        return f"case:{squeezed}" if len(squeezed) > 3 else ""
    if field == "identifier" and isinstance(value, Mapping):
        shown, kind = value.get("value"), value.get("kind")
        if not isinstance(shown, str) or kind == "other":
            return ""
        if kind in {"email", "url", "person", "account_id", "ip_address"}:
            key = shown.casefold().strip()
        else:
            key = "".join(char for char in shown.casefold() if char.isalnum())
        return f"account:{key}" if key else ""
    return ""


def _index(unit: Unit, fact: RecordedFact) -> None:
    label = _LABELS.get(fact.field)
    words = "" if label is None or fact.state is FactState.DISMISSED else flat(fact.value)
    rows = [(label or "", 0, words)] if words else []
    search.put(unit, fact.request_id, "fact", fact.id, rows)


def flat(value: JsonValue) -> str:
    """The words of a JSON value, one after the other; an identifier's kind is none of them."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        # a name stands first, whatever order the parts are kept in
        parts = sorted((key != "name", key) for key in value if key != "kind")
        return " ".join(part for _, key in parts if (part := flat(value[key])))
    if isinstance(value, list):
        return " ".join(part for each in value if (part := flat(each)))
    return "" if value is None or isinstance(value, bool) else str(value)


def add(
    unit: Unit,
    *,
    request_id: int,
    document_id: int | None,
    field: str,
    value: JsonValue,
    state: FactState,
    evidence: Evidence | None,
    confidence: float,
    read_value: JsonValue = None,
    by: str | None = None,
    at: datetime | None = None,
) -> RecordedFact:
    """Record a fact."""
    values = {
        "request_id": request_id,
        "document_id": document_id,
        "field": field,
        "value": value,
        "state": state.value,
        "evidence": evidence,
        "confidence": float(confidence),
        "read_value": read_value,
        "by": by,
        "at": at,
        "tie": tie(field, value, state),
    }
    fact = get(unit, unit.insert(insert(table), values))
    _index(unit, fact)
    return fact


def get(unit: Unit, fact_id: int) -> RecordedFact:
    """One fact.

    Raises:
        UserFacingError: there is none.
    """
    row = unit.first(select(table).where(table.c.id == fact_id))
    if row is None:
        raise missing("fact")
    return _value(row)


def of_request(unit: Unit, request_id: int) -> tuple[RecordedFact, ...]:
    """All facts of a request, dismissed ones too, in the order of recording."""
    found = unit.rows(select(table).where(table.c.request_id == request_id).order_by(table.c.id))
    return tuple(_value(row) for row in found)


def of_field(unit: Unit, field: str, request_ids: Sequence[int]) -> tuple[RecordedFact, ...]:
    """One field's facts of a few hundred requests at once, dismissed ones too, in the order of recording."""
    here = (table.c.field == field) & table.c.request_id.in_(request_ids)
    found = unit.rows(select(table).where(here).order_by(table.c.id))
    return tuple(_value(row) for row in found)


def change(unit: Unit, fact: RecordedFact) -> None:
    """Put a fact in the place of the one that bears its id; of a removed one, record it again."""
    values = {
        "request_id": fact.request_id,
        "document_id": fact.document_id,
        "field": fact.field,
        "value": fact.value,
        "state": fact.state.value,
        "evidence": fact.evidence,
        "confidence": float(fact.confidence),
        "read_value": fact.read_value,
        "by": fact.by,
        "at": fact.at,
        "tie": tie(fact.field, fact.value, fact.state),
    }
    if not unit.change(update(table).where(table.c.id == fact.id).values(**values)):
        unit.insert(insert(table), {"id": fact.id, **values})
    _index(unit, fact)


def remove(unit: Unit, fact_id: int) -> None:
    """Take a fact out, as undoing an assignment does."""
    fact = get(unit, fact_id)
    search.put(unit, fact.request_id, "fact", fact.id, [])
    unit.change(delete(table).where(table.c.id == fact_id))


def requests_that_say(unit: Unit, field: str) -> frozenset[int]:
    """Ids of the requests that have a fact of this field."""
    here = (table.c.field == field) & (table.c.state != FactState.DISMISSED.value)
    return frozenset(row.request_id for row in unit.rows(select(table.c.request_id).where(here)))
