"""The outcome that follows from what was decided on the items; it is never typed in."""

from collections.abc import Sequence

from lerdesk.domain.vocabulary import Decision, Outcome


def outcome_of(decisions: Sequence[Decision]) -> Outcome:
    """Full where every item is produced, partial where some are or one is narrowed, else none.

    Raises:
        ValueError: there is no decision.
    """
    if not decisions:
        raise ValueError("an outcome needs decided items")
    kinds = set(decisions)
    if kinds == {Decision.PRODUCE}:
        return Outcome.PRODUCE_FULL
    if kinds & {Decision.PRODUCE, Decision.NARROW}:
        return Outcome.PRODUCE_PARTIAL
    return Outcome.NO_RECORDS if kinds == {Decision.NOTHING_HELD} else Outcome.REJECT


def published(outcome: Outcome | None) -> str | None:
    """The column of the half-year's report: full, partial or none; None while nothing answers it yet."""
    if outcome is Outcome.PRODUCE_FULL:
        return "full"
    if outcome is Outcome.PRODUCE_PARTIAL:
        return "partial"
    if outcome in {Outcome.REJECT, Outcome.NO_RECORDS, Outcome.CURE}:
        return "none"
    return None
