"""The one source of the time of day, so that a test or a sample store can bring its own."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from time import monotonic


def _system_now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251  the one place that asks the machine


@dataclass(frozen=True)
class Clock:
    """Tells the present moment, in UTC.

    Attributes:
        now: returns an aware moment in UTC.
    """

    now: Callable[[], datetime] = field(default=_system_now)


def running_from(moment: datetime) -> Clock:
    """A clock that stands at ``moment`` (aware) when made and runs on from there.

    Raises:
        ValueError: the moment carries no offset.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs an offset")
    start, began = moment.astimezone(UTC), monotonic()
    return Clock(lambda: start + timedelta(seconds=monotonic() - began))


class MovableClock:
    """A clock moved by hand, for tests and for the demonstration's played weeks."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment.astimezone(UTC)

    @property
    def clock(self) -> Clock:
        """The clock to hand to the program."""
        return Clock(lambda: self.moment)

    def move_to(self, moment: datetime) -> None:
        """Set the present moment; earlier moments are allowed."""
        self.moment = moment.astimezone(UTC)

    def advance(self, **units: float) -> None:
        """Move on by ``timedelta(**units)``."""
        self.moment += timedelta(**units)
