"""Requests that name the same account or the same case."""

from sqlalchemy import ColumnElement, func, literal_column, select

from lerdesk.base.written import sentence_start
from lerdesk.store.facts import flat
from lerdesk.store.tables import fact, request
from lerdesk.store.unit import Unit


def related(unit: Unit, request_id: int) -> tuple[tuple[int, str, str], ...]:
    """Id, reference and reason ("Same account: jane@example.com"), newest first."""
    # written out on both sides: the index holds only rows that tie something, and a parameter would not show it
    nothing: ColumnElement[str] = literal_column("''")
    mine, other = fact.alias("mine"), fact.alias("other")
    found = unit.rows(
        select(
            other.c.request_id,
            request.c.reference,
            mine.c.tie,
            func.min(mine.c.value).label("value"),
        )
        .join(other, (other.c.tie == mine.c.tie) & (other.c.request_id != mine.c.request_id))
        .join(request, request.c.id == other.c.request_id)
        .where(mine.c.request_id == request_id, mine.c.tie != nothing, other.c.tie != nothing)
        .group_by(other.c.request_id, request.c.reference, mine.c.tie)
        .order_by(other.c.request_id.desc(), mine.c.tie.desc())
        .limit(200)
    )
    reasons: dict[tuple[int, str], list[str]] = {}
    for row in found:
        kind = "case" if row.tie.startswith("case:") else "account"
        reasons.setdefault((row.request_id, row.reference), []).append(
            f"same {kind}: {flat(row.value)}"
        )
    return tuple(
        (number, reference, sentence_start("; ".join(whys)))
        for (number, reference), whys in reasons.items()
    )


def same_case(unit: Unit, request_id: int) -> tuple[str, ...]:
    """The processes of other requests that name the same case number."""
    nothing: ColumnElement[str] = literal_column("''")
    mine, other, kind = fact.alias("mine"), fact.alias("other"), fact.alias("kind")
    found = unit.rows(
        select(kind.c.request_id, kind.c.value)
        .distinct()
        .join(other, other.c.request_id == kind.c.request_id)
        .join(mine, (mine.c.tie == other.c.tie) & (mine.c.request_id != other.c.request_id))
        .where(
            mine.c.request_id == request_id,
            mine.c.tie.startswith("case:"),
            mine.c.tie != nothing,
            other.c.tie != nothing,
            kind.c.field == "process_type",
            kind.c.state != "dismissed",
        )
        .limit(200)
    )
    return tuple(str(row.value) for row in found)
