"""What stands in the way of a disclosure, over every combination of what can be known."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from lerdesk.domain.disclosure import Obstacle, ProductionCase, obstacles
from lerdesk.domain.notice_effect import TELL_FIRST, NoticeEffect
from tests.unit.domain.rulebook_fixture import shipped

DAY = date(2026, 12, 1)
FREE = ProductionCase(
    binding="yes",
    outcome="partial",
    produced=frozenset({1, 2}),
    content=frozenset({2}),
    effect=NoticeEffect.TELL_BEFORE,
    release_on=DAY,
    told=True,
)


def test_what_was_told_and_waited_for_may_go() -> None:
    assert obstacles(FREE, DAY) == ()
    assert obstacles(FREE, DAY, frozenset({1})) == ()


@pytest.mark.parametrize("binding", [None, "no", "escalate", ""])
def test_only_a_binding_order(binding: str | None) -> None:
    (found,) = obstacles(replace(FREE, binding=binding), DAY)
    assert (found.promise, found.place) == (1, "determination")


def test_only_with_an_outcome_that_gives_and_items_that_are_given() -> None:
    for case in (
        replace(FREE, outcome="none"),
        replace(FREE, outcome=None),
        replace(FREE, produced=frozenset()),
    ):
        (found,) = obstacles(case, DAY)
        assert found.promise == 3


def test_nothing_on_ground_that_is_gone() -> None:
    gone = (Obstacle(1, "By the answers of now the order does not stand.", "validity"),)
    assert obstacles(replace(FREE, lapses=gone), DAY) == gone


def test_no_file_of_another_item() -> None:
    for numbers in ({3}, {1, 3}, {0}):
        assert obstacles(FREE, DAY, frozenset(numbers))[0].promise == 3


def test_content_never_goes_untold_where_telling_comes_first() -> None:
    days = [DAY + timedelta(days=n) for n in (-1, 0, 1)]
    for what, told, release, day in product(NoticeEffect, (True, False), (None, DAY), days):
        case = replace(FREE, effect=what, told=told, release_on=release)
        goes = not obstacles(case, day, frozenset({2}))
        if what is NoticeEffect.LOCKED:
            assert not goes
        elif what in TELL_FIRST:
            assert goes == (told and release is not None and day >= release)
        else:
            assert goes


def test_other_data_waits_only_where_the_rule_says_anything() -> None:
    untold = replace(FREE, told=False, release_on=None)
    for what in NoticeEffect:
        goes = not obstacles(replace(untold, effect=what), DAY, frozenset({1}))
        assert goes == (what not in {NoticeEffect.LOCKED, NoticeEffect.TELL_BEFORE_ANY})


def test_every_notice_outcome_of_the_rulebook_has_its_effect_or_locks() -> None:
    silent = {
        "NO_NOTICE_STATUTORY",
        "NO_NOTICE_EEVIDENCE",
        "NO_NOTICE_PERIODIC_REVIEW_AND_ESCALATE",
    }
    book = shipped()
    assert set(book.effects) <= {rule.outcome for rule in book.notice}
    for rule in book.notice:
        found = book.effects.get(rule.outcome, NoticeEffect.LOCKED)
        if rule.outcome.startswith("ESCALATE"):
            assert found is NoticeEffect.LOCKED
        elif rule.outcome in silent:
            assert found is NoticeEffect.SILENT
        else:
            assert found not in {NoticeEffect.LOCKED, NoticeEffect.SILENT}
