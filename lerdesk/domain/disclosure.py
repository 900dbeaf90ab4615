"""What was given, to whom and when: the manifest names files, which are never taken in."""

from dataclasses import dataclass
from datetime import date, datetime

from lerdesk.base.written import day_words
from lerdesk.domain.notice_effect import TELL_FIRST, NoticeEffect


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


@dataclass(frozen=True)
class Obstacle:
    """One thing that stands in the way of a disclosure.

    Attributes:
        promise: the promise of the design that it keeps, 1 to 3.
        words: the reason, one sentence.
        place: where it is mended: "determination", "notice", "scope", "disclosure".
    """

    promise: int
    words: str
    place: str


@dataclass(frozen=True)
class ProductionCase:
    """What is known when somebody wants to disclose.

    Attributes:
        binding: as determined, None while nothing is determined.
        outcome: the determination's ``full``, ``partial`` or ``none``.
        produced: numbers of the demands decided "produce" or "narrow".
        content: of those, the numbers that reach content.
        notice: what the notice rules ask (``notice.Effect``), None while nothing is determined.
        release_on: first day on which content may go, where the customer was told.
        told: the customer was told and the notice did not come back.
        lapses: what changed since the determination, so that it no longer carries a disclosure.
    """

    binding: str | None
    outcome: str | None
    produced: frozenset[int]
    content: frozenset[int]
    effect: NoticeEffect | None
    release_on: date | None
    told: bool
    lapses: tuple[Obstacle, ...] = ()


def obstacles(
    case: ProductionCase, on: date, numbers: frozenset[int] | None = None
) -> tuple[Obstacle, ...]:
    """What stands in the way of disclosing on this day; nothing where it may go.

    Args:
        case: the records.
        on: the day in the organisation's zone.
        numbers: the demands that the files belong to; None asks for all that is to be produced.
    """
    found: list[Obstacle] = []
    if case.binding != "yes":
        words = (
            "The request was determined not valid and binding."
            if case.binding
            else "Nothing is determined yet."
        )
        return (
            Obstacle(
                1, f"{words} Only a valid and binding order is answered with data.", "determination"
            ),
        )
    if case.outcome not in {"full", "partial"} or not case.produced:
        return (Obstacle(3, "No item is decided “produce”.", "scope"),)
    if case.lapses:
        return case.lapses
    asked = case.produced if numbers is None else numbers
    beyond = sorted(asked - case.produced)
    if beyond:
        items = ", ".join(map(str, beyond))
        found.append(
            Obstacle(
                3,
                f"Item {items} is not decided “produce”: nothing beyond the scope goes out.",
                "scope",
            )
        )
    found += _notice_obstacles(case, on, content=bool(asked & case.content))
    return tuple(found)


def _notice_obstacles(case: ProductionCase, on: date, *, content: bool) -> list[Obstacle]:
    effect = case.effect
    if effect is NoticeEffect.LOCKED:
        return [
            Obstacle(
                2, "The notice rules ask a lawyer first; until then nothing goes out.", "notice"
            )
        ]
    if effect not in TELL_FIRST or not (content or effect is NoticeEffect.TELL_BEFORE_ANY):
        return []
    if not case.told:
        what = "content is" if content else "records are"
        return [
            Obstacle(
                2, f"The customer has not been told, and must be before {what} disclosed.", "notice"
            )
        ]
    if case.release_on is None or on < case.release_on:
        until = day_words(case.release_on) if case.release_on else "it ends"
        return [Obstacle(2, f"The customer's waiting period runs: not before {until}.", "notice")]
    return []
