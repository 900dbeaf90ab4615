"""Make the sample store: two people, the letterhead, and the stories played to the demonstration's day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lerdesk.base.clock import MovableClock
from lerdesk.base.folders import Folders
from lerdesk.base.resources import resources
from lerdesk.desk import settings, stores
from lerdesk.desk.index import refresh_stale
from lerdesk.desk.sample.play import play
from lerdesk.desk.sample.stories import Story, stories
from lerdesk.domain.letter import Letterhead

if TYPE_CHECKING:
    from lerdesk.desk.session import Desk

#: Tuesday, nine in the morning in Los Angeles
DAY = datetime.fromisoformat("2026-11-24T09:00:00-08:00")
REVIEWER = "Ines Albrecht"
SECOND = "Tobias Okonkwo"
PASSPHRASE = "sample store"
SECOND_PASSPHRASE = "sample second person"
_LETTERHEAD = Letterhead(
    "Northwind Marketplace, Inc.",
    ("400 Alder Street", "Seattle, WA 98101"),
    "Legal Process Response",
    "(206) 555-0140",
    "legal@northwind.example.com",
    "Northwind Marketplace, Inc., a Delaware corporation. Registered agent: see northwind.example.com",
)
_POLICY = "northwind.example.com/legal/requests"


def _quiet(_done: int, _whole: int, _name: str) -> None:
    """No progress is shown."""


def _never() -> bool:
    return False


@dataclass(frozen=True)
class SampleStore:
    """The open sample store.

    Attributes:
        requests: the request's id by the file's name, in the papers' order.
        clock: stands at the demonstration's day.
    """

    desk: "Desk"
    requests: Mapping[str, int]
    told: tuple[Story, ...]
    clock: MovableClock


def make(
    folder: Path,
    folders: Folders,
    passphrase: str = PASSPHRASE,
    progress: Callable[[int, int, str], None] = _quiet,
    cancelled: Callable[[], bool] = _never,
) -> SampleStore:
    """Make a fresh sample store in ``folder``, which holds none yet.

    Raises:
        UserFacingError: the folder cannot be written or holds a store.
        Cancelled: a person stopped it; what was made is closed and lies there half done.
    """
    told = stories(resources() / "samples")
    clock = MovableClock(min(story.received_at for story in told))
    desk = stores.create(
        folder,
        passphrase,
        company=_LETTERHEAD.company,
        reviewer=REVIEWER,
        folders=folders,
        clock=clock.clock,
        sample=True,
    )
    try:
        stores.add_person(desk, SECOND, SECOND_PASSPHRASE)
        organisation = settings.organisation(desk)
        settings.set_organisation(
            desk,
            settings.Organisation(_LETTERHEAD, organisation.zone, None, organisation.page, _POLICY),
        )
        ids = play(desk, clock, told, SECOND_PASSPHRASE, progress, last=DAY, cancelled=cancelled)
        clock.move_to(DAY)
        refresh_stale(desk)
    except BaseException:
        desk.close()
        raise
    ordered = {story.path.name: ids[story.path.name] for story in told}
    return SampleStore(desk, ordered, told, clock)
