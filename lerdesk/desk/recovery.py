"""After a program that was killed: what is here, in words that wait until the store is open."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from lerdesk.base.errors import UserFacingError
from lerdesk.desk.session import Desk
from lerdesk.domain.vocabulary import LetterKind


@dataclass(frozen=True)
class Recovered:
    """What a person is told, and the draft that was typed in last.

    Attributes:
        words: what happened and what is here.
        place: where the draft is edited, "letters" or "notices"; None where there is no draft.
    """

    words: UserFacingError
    place: str | None = None
    request_id: int | None = None
    letter_id: int | None = None


def recovered(desk: Desk) -> Recovered | None:
    """What the store holds after it was not closed the last time; None where it was."""
    if not desk.store.ended_unclean:
        return None
    from lerdesk.store import letters, organisation, requests

    what = "LERDesk did not end properly the last time."
    kept = "Everything recorded is here."
    with desk.store.reading() as unit:
        drafts = [each for each in letters.all(unit) if each.state == "draft"]
        if not drafts:
            return Recovered(UserFacingError(what, kept))
        last = max(drafts, key=lambda each: each.saved_at)
        reference = requests.get(unit, last.request_id).reference
        zone = ZoneInfo(organisation.get(unit).zone)
    at, today = last.saved_at.astimezone(zone), desk.clock.now().astimezone(zone).date()
    day = "" if at.date() == today else f" on {at.day} {at:%b %Y}"
    kept += f" The draft of {reference}, {last.title}, saved at {at:%H:%M}{day} is here."
    place = "notices" if last.kind == LetterKind.NOTICE else "letters"
    return Recovered(UserFacingError(what, kept), place, last.request_id, last.id)
