"""The desk: a reviewer's acts in a store of 1,000 requests; reports and verification of large ones."""

from pathlib import Path

import pytest

from lerdesk.desk import checklist, facts, reports, review, scope, stores
from lerdesk.desk.assessment import assess
from lerdesk.desk.case_file import CaseFile, gather
from lerdesk.desk.index import refresh_stale
from lerdesk.desk.session import Desk
from lerdesk.domain.half_year import HalfYear
from lerdesk.domain.vocabulary import Answer, Decision
from tests.benchmarks.figures import Watch, each_ms, figure, heading, ms
from tests.benchmarks.made_stores import made, opened, working_copy


def _case(desk: Desk, request_id: int) -> CaseFile:
    with desk.store.reading() as unit:
        return gather(unit, request_id)


def _busiest(desk: Desk) -> int:
    """An open request with many unconfirmed facts and demands that nobody decided."""
    cases = [_case(desk, number) for number in range(1, 23)]
    fresh = [one for one in cases if one.unconfirmed and not one.determination]
    return max(fresh, key=lambda one: len(one.unconfirmed) * len(one.demands)).request.id


def test_acts(tmp_path: Path) -> None:
    desk = opened(working_copy(1000, tmp_path))
    try:
        busy = _busiest(desk)
        case = _case(desk, busy)
        heading(
            f"Acts in a store of 1,000 requests, on one of {len(case.facts)} facts and {len(case.demands)} demands"
        )
        figure("gather the records", ms(lambda: _case(desk, busy)), "ms")
        figure("assess", ms(lambda: assess(desk, case, desk.clock.now())), "ms")
        figure("review.load", ms(lambda: review.load(desk, busy)), "ms")
        questions = review.load(desk, busy).questions
        acts = {
            "confirm a fact": [
                lambda each=each: facts.confirm_fact(desk, each.id) for each in case.unconfirmed
            ],
            "answer a question": [
                lambda each=each: checklist.answer(desk, busy, each.id, Answer.YES, "Seen.")
                for each in questions
            ],
            "decide a demand": [
                lambda each=each: scope.decide(
                    desk, busy, each.number, Decision.OBJECT, reason="Too broad."
                )
                for each in case.demands
            ],
        }
        for what, works in acts.items():
            middle, longest = each_ms(works)
            figure(f"{what}, median of {len(works)}", middle, "ms", f"longest {longest:,.0f} ms")
    finally:
        desk.close()


@pytest.mark.parametrize("count", [1000, 20_000])
def test_of_the_whole_store(count: int) -> None:
    home = made(count)
    with Watch() as watch:
        desk = opened(home)
    try:
        heading(f"The whole store of {count:,} requests")
        figure("open it, with the passphrase", watch.ms, "ms")
        with Watch() as watch:
            refresh_stale(desk)
        figure("look at what time moved on", watch.ms, "ms")
        half = HalfYear.parse("2026-H2")
        with Watch() as watch:
            counted = reports.table(desk, half)
        figure(f"report table of {half.text}", watch.ms / 1000, "s")
        assert counted is not None
        with Watch() as watch:
            reports.half_years(desk)
        figure("half-years that there are", watch.ms, "ms")
        with Watch() as watch:
            found = stores.verify(desk)
        figure(f"verify, {found.entries:,} journal entries", watch.ms / 1000, "s")
        assert found.whole, found.broken
    finally:
        desk.close()
