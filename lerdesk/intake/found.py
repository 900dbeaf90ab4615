"""An identifier of the demand and where it stands."""

from dataclasses import dataclass

from lerdesk.domain.fact import JsonValue


@dataclass(frozen=True)
class FoundIdentifier:
    """An identifier and its place in the text."""

    value: dict[str, JsonValue]
    start: int
    end: int

    @property
    def words(self) -> str:
        """As written."""
        return str(self.value["value"])


def simple(kind: str, value: str, start: int, end: int) -> FoundIdentifier:
    """One that is its kind and its words, no more."""
    return FoundIdentifier({"kind": kind, "value": value}, start, end)
