"""After a program that was killed: what is here, in words that wait until the store is open."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from lerdesk.base.errors import UserFacingError
from lerdesk.base.written import sentence_start
from lerdesk.desk.half_typed import field_words
from lerdesk.desk.session import Desk
from lerdesk.domain.vocabulary import LetterKind

if TYPE_CHECKING:
    from lerdesk.store.store import Unit


@dataclass(frozen=True)
class Recovered:
    """What a person is told, and where what was typed last is.

    Attributes:
        words: what happened and what is here.
        place: where it is edited, "letters", "notices", "review" or "settings"; None where nothing was being typed.
        target: a letter's id, or the field: ``typed:reason:3``.
    """

    words: UserFacingError
    place: str | None = None
    request_id: int | None = None
    target: str | None = None


@dataclass(frozen=True)
class _Typed:
    request_id: int | None
    words: str
    place: str
    target: str
    at: datetime


def recovered(desk: Desk) -> Recovered | None:
    """What the store holds after it was not closed the last time; None where it was."""
    if not desk.store.ended_unclean:
        return None
    from lerdesk.store import organisation, requests

    what = "LERDesk did not end properly the last time."
    kept = "Everything recorded is here."
    with desk.store.reading() as unit:
        found = [each for each in (_draft(unit), _field(unit)) if each is not None]
        if not found:
            return Recovered(UserFacingError(what, kept))
        last = max(found, key=lambda each: each.at)
        about = last.request_id
        reference = requests.get(unit, about).reference if about is not None else ""
        zone = ZoneInfo(organisation.get(unit).zone)
    at, today = last.at.astimezone(zone), desk.clock.now().astimezone(zone).date()
    day = "" if at.date() == today else f" on {at.day} {at:%b %Y}"
    said = last.words.format(reference=reference)
    kept += f" {said}, saved at {at:%H:%M}{day} is here."
    return Recovered(UserFacingError(what, kept), last.place, last.request_id, last.target)


def _draft(unit: "Unit") -> _Typed | None:
    from lerdesk.store import letters

    drafts = [each for each in letters.all(unit) if each.state == "draft"]
    last = max(drafts, key=lambda each: each.saved_at, default=None)
    if last is None:
        return None
    place = "notices" if last.kind == LetterKind.NOTICE else "letters"
    title = last.title.replace("{", "{{").replace("}", "}}")
    words = f"The draft of {{reference}}, {title}"
    return _Typed(last.request_id, words, place, str(last.id), last.saved_at)


def _field(unit: "Unit") -> _Typed | None:
    from lerdesk.store import typed

    last = typed.last(unit)
    if last is None:
        return None
    request_id, field, at = last
    words = field_words(field)
    words = sentence_start(words)
    if request_id is None:
        return _Typed(None, words, "settings", f"typed:{field}", at)
    return _Typed(request_id, f"{words} in {{reference}}", "review", f"typed:{field}", at)
