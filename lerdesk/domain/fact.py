"""A fact that a served document states, with the place where it says so."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

JsonValue: TypeAlias = "str | int | float | bool | list[JsonValue] | Mapping[str, JsonValue] | None"
Box: TypeAlias = tuple[float, float, float, float]

#: fields that may occur several times in one file
MANY = frozenset(
    {
        "process_type",
        "case_number",
        "statute",
        "signatory",
        "identifier",
        "period",
        "data_category",
    }
)

#: every field that is read, in the order in which a reviewer confirms them
FIELDS = (
    "process_type",
    "issuing_authority",
    "court",
    "jurisdiction",
    "case_number",
    "date_issued",
    "signatory",
    "addressee",
    "agency",
    "requester",
    "statute",
    "identifier",
    "data_category",
    "period",
    "date_due",
    "due_in",
    "nondisclosure",
    "sealed",
    "emergency",
    "language",
)


@dataclass(frozen=True)
class Evidence:
    """The place that shows a fact.

    Attributes:
        page: number from 1.
        quote: the document's words.
        boxes: PDF points from the top left of the page as shown: left, top, right, bottom.
    """

    page: int
    quote: str
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True)
class Fact:
    """One proposed fact.

    Attributes:
        field: one of ``FIELDS``.
        value: a JSON value in the form that the field has.
        confidence: 0 to 1.
        evidence: where the document says so; nothing is proposed without.
    """

    field: str
    value: JsonValue
    confidence: float
    evidence: Evidence
