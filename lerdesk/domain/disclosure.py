"""What was given, to whom and when: the manifest names files, which are never taken in."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class ProducedFile:
    """One file of a production.

    Attributes:
        size: bytes.
        sha256: 64 hexadecimal digits.
        demand_number: the item that it belongs to.
    """

    name: str
    size: int
    sha256: str
    demand_number: int


@dataclass(frozen=True)
class Disclosure:
    """One recorded production."""

    id: int
    request_id: int
    at: datetime
    recipient: str
    means: str
    files: tuple[ProducedFile, ...]
    by: str
