"""The outcome follows from the items and is never typed in."""

from itertools import product

import pytest

from lerdesk.domain.scope_outcome import outcome_of, published
from lerdesk.domain.vocabulary import Decision, Outcome

P, W, X, H = Decision.PRODUCE, Decision.NARROW, Decision.OBJECT, Decision.NOTHING_HELD


@pytest.mark.parametrize(
    ("decisions", "outcome"),
    [
        ((P,), Outcome.PRODUCE_FULL),
        ((P, P, P), Outcome.PRODUCE_FULL),
        ((P, X), Outcome.PRODUCE_PARTIAL),
        ((P, H), Outcome.PRODUCE_PARTIAL),
        ((W,), Outcome.PRODUCE_PARTIAL),
        ((P, W), Outcome.PRODUCE_PARTIAL),
        ((X,), Outcome.REJECT),
        ((X, H), Outcome.REJECT),
        ((H, H), Outcome.NO_RECORDS),
    ],
)
def test_the_outcome_of_decided_items(decisions: tuple[Decision, ...], outcome: Outcome) -> None:
    assert outcome_of(decisions) is outcome


def test_every_combination_gives_data_only_where_an_item_does() -> None:
    for decisions in product(Decision, repeat=4):
        outcome = outcome_of(decisions)
        gives = P in decisions or W in decisions
        assert (published(outcome) in {"full", "partial"}) == gives
        assert (outcome is Outcome.PRODUCE_FULL) == (set(decisions) == {P})
        assert outcome_of(decisions[::-1]) is outcome


def test_no_item_gives_no_outcome() -> None:
    with pytest.raises(ValueError, match="decided items"):
        outcome_of([])


def test_every_outcome_has_its_column_or_none() -> None:
    columns = {each: published(each) for each in Outcome}
    assert columns == {
        Outcome.PRODUCE_FULL: "full",
        Outcome.PRODUCE_PARTIAL: "partial",
        Outcome.REJECT: "none",
        Outcome.CURE: "none",
        Outcome.NO_RECORDS: "none",
        Outcome.PRESERVE_ONLY: None,
        Outcome.ESCALATE: None,
    }
    assert published(None) is None
