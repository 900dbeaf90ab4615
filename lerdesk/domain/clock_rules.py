"""The rulebook's values on time: clocks and counting calendars. Data only."""

from dataclasses import dataclass, field

from lerdesk.domain.vocabulary import Regime, Side, Standing


@dataclass(frozen=True)
class ClockRule:
    """One clock.

    Attributes:
        from_service: it starts with the service, not with the receipt; without the day of service, with the receipt.
        silence: a court's silence ends with it.
        policy: the policy's key from which its count is taken; empty: it has its own.
        count: in the regime's unit; ``None`` where the period is written on the instrument.
        regime: the first reading, which gives the date; ``None`` where nothing is counted.
        stated: how a length is counted that the instrument states in place of a date; ``None``: it states none.
        outer: the second reading, of a duty.
        release: the reading from which a release is counted (the day after is safe).
        grace: working days of grace before a release (company's own).
        internal: a company's own target where the law says "promptly".
        target_of: processes that are shown it as the company's own target.
    """

    id: str
    name: str
    start: str
    period: str
    side: Side
    citation: str
    status: Standing
    from_service: bool = False
    silence: bool = False
    policy: str = ""
    regime: Regime | None = None
    count: int | None = None
    stated: Regime | None = None
    outer: Regime | None = None
    release: Regime | None = None
    grace: int = 0
    internal: bool = False
    gate: bool = False
    target_of: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Holiday:
    """One public holiday.

    Attributes:
        on: ``07-04``, ``third monday of january``, ``last monday of may`` or ``easter+1``.
        since: first year in which it is kept.
    """

    name: str
    on: str
    since: int = 0


@dataclass(frozen=True)
class ListDifference:
    """In what the rulebook's list of holidays differs from the holiday library, and why the list stands.

    Attributes:
        name: how the name of such a holiday ends, in the library or, of one that it lacks, in the list.
        weekday: the day of the week on which they differ, ``friday``; empty: any.
        holiday_here: whether the list keeps the day; else the library does.
    """

    name: str
    weekday: str
    holiday_here: bool
    reason: str


@dataclass(frozen=True)
class Calendar:
    """A set of public holidays.

    Attributes:
        country: the code under which the holiday library knows it.
        rows: the list in the rulebook, which wins over the library's.
        sunday_to_monday: a holiday on a Sunday is kept on Monday too.
        saturday_to_friday_for_release: for a release, where the later day is the safe one, the
            Friday before a Saturday holiday is a holiday.
        differs: where the holiday library says otherwise, with the reason for the list.
    """

    id: str
    name: str
    country: str
    rows: tuple[Holiday, ...]
    sunday_to_monday: bool
    saturday_to_friday_for_release: bool
    citation: str
    status: Standing
    differs: tuple[ListDifference, ...] = field(default=(), hash=False)
