"""What comes back from the reader: plain frozen values, safe to hand to the window."""

from dataclasses import dataclass, field

from lerdesk.domain.fact import Box, Evidence, Fact, JsonValue
from lerdesk.intake.proposed import ProposedDemand, ProposedPeriod
from lerdesk.intake.words import PageWords, Word

__all__ = [
    "PageSummary",
    "PageWords",
    "ProposedDemand",
    "ProposedPeriod",
    "ReadError",
    "ReadWarning",
    "Reading",
    "RenderedPage",
    "Word",
]

#: error codes: what a file can fail by
ERRORS = ("unreadable", "encrypted", "too_large", "too_slow", "unsupported", "missing")


@dataclass(frozen=True)
class RenderedPage:
    """One page as pixels.

    Attributes:
        width: pixels.
        height: pixels.
        stride: bytes a row.
        data: ``stride * height`` bytes, blue, green, red and an unused byte a pixel
            (``QImage.Format_RGB32`` on little-endian machines).
    """

    width: int
    height: int
    stride: int
    data: bytes


@dataclass(frozen=True)
class ReadWarning:
    """Something that a reviewer should know. ``code`` is stable, ``text`` is shown."""

    code: str
    text: str


@dataclass(frozen=True)
class ReadError:
    """Why a file could not be read. ``code`` is one of ``ERRORS``, ``text`` one clear sentence."""

    code: str
    text: str


@dataclass(frozen=True)
class PageSummary:
    """One page in figures. ``text_source`` is ``layer`` or ``none``; sizes in points as shown."""

    number: int
    width: float
    height: float
    words: int
    text_source: str

    def to_json(self) -> JsonValue:
        """As ``lerdesk read`` prints it."""
        return {
            "number": self.number,
            "width": self.width,
            "height": self.height,
            "words": self.words,
            "text_source": self.text_source,
        }


@dataclass(frozen=True)
class Reading:
    """Everything that was read from one file.

    Attributes:
        file: its name, as given.
        sha256: of its bytes; empty where it was not read.
        media_type: ``application/pdf`` or what it seems to be.
        pages: one a page, in order.
        words: the words of each page with a text layer, in order.
        facts: proposed facts, each with its evidence.
        warnings: for the reviewer.
        attachments: files embedded in it, by name, listed and not opened.
        error: why it could not be read, else None.
        demands: the lines of scope.
    """

    file: str
    sha256: str
    media_type: str
    pages: tuple[PageSummary, ...] = ()
    words: tuple[PageWords, ...] = field(default=(), repr=False)
    facts: tuple[Fact, ...] = ()
    warnings: tuple[ReadWarning, ...] = ()
    attachments: "tuple[Reading, ...]" = ()
    error: ReadError | None = None
    demands: tuple[ProposedDemand, ...] = ()

    def to_json(self) -> dict[str, JsonValue]:
        """One element of what ``lerdesk read --json`` prints."""
        return {
            "file": self.file,
            "sha256": self.sha256 or None,
            "media_type": self.media_type,
            "pages": [page.to_json() for page in self.pages],
            "facts": [fact_json(fact) for fact in self.facts],
            "demands": [demand_json(demand) for demand in self.demands],
            "warnings": [{"code": each.code, "text": each.text} for each in self.warnings],
            "attachments": [each.to_json() for each in self.attachments],
            "error": {"code": self.error.code, "text": self.error.text} if self.error else None,
        }


def fact_json(fact: Fact) -> JsonValue:
    """A fact as ``lerdesk read`` prints it."""
    return {
        "field": fact.field,
        "value": fact.value,
        "confidence": fact.confidence,
        "evidence": evidence_json(fact.evidence),
    }


def evidence_json(evidence: Evidence) -> JsonValue:
    """Page, quote and boxes."""
    return {
        "page": evidence.page,
        "quote": evidence.quote,
        "boxes": [_box_json(box) for box in evidence.boxes],
    }


def demand_json(demand: ProposedDemand) -> JsonValue:
    """A line of scope as ``lerdesk read`` prints it."""
    return {
        "number": demand.number,
        "words": demand.words,
        "data_category": list(demand.categories),
        "identifiers": list(demand.identifiers),
        "period": demand.period.to_json() if demand.period else None,
        "evidence": evidence_json(demand.evidence),
    }


def _box_json(box: Box) -> JsonValue:
    return [round(edge, 1) for edge in box]
