"""Letters: a page beside the text, and a hundred issued."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from lerdesk.base.clock import MovableClock
from lerdesk.desk import letters
from lerdesk.desk.inbox import InboxQuery, ids
from lerdesk.desk.pages import Pages
from lerdesk.desk.sample.making import DAY
from lerdesk.desk.sample.play import filled
from lerdesk.desk.session import Desk
from lerdesk.domain.vocabulary import LetterKind
from tests.benchmarks.figures import Watch, each_ms, figure, heading, ms
from tests.benchmarks.made_stores import opened, working_copy

HUNDRED = 100


def _unacknowledged(desk: Desk) -> list[int]:
    found = []
    for request_id in ids(desk, InboxQuery("open")):
        if any(kind is LetterKind.ACKNOWLEDGEMENT for kind, *_ in letters.kinds(desk, request_id)):
            found.append(request_id)
        if len(found) > HUNDRED:
            break
    return found


def _issuing(desk: Desk, request_id: int) -> Callable[[], object]:
    def issue() -> None:
        view = letters.draft(desk, request_id, LetterKind.ACKNOWLEDGEMENT)
        letters.save(desk, view.letter_id, filled(view.markdown))
        letters.issue(desk, view.letter_id)

    return issue


def test_letters(tmp_path: Path) -> None:
    desk = opened(working_copy(1000, tmp_path))
    desk.clock = MovableClock(DAY + timedelta(minutes=1)).clock
    try:
        first, *rest = _unacknowledged(desk)
        heading("Letters")
        with Watch() as cold:
            view = letters.draft(desk, first, LetterKind.ACKNOWLEDGEMENT)
        figure("compose a draft, the first in the process", cold.ms, "ms")
        with Watch() as cold:
            letters.page(desk, view.letter_id, view.markdown)
        figure("its page as PDF, the first in the process", cold.ms, "ms")
        figure(
            "its page as PDF, warm",
            ms(lambda: letters.page(desk, view.letter_id, view.markdown)),
            "ms",
        )

        def set_and_show() -> None:
            pages = Pages(desk, {0: letters.page(desk, view.letter_id, view.markdown)})
            pages.render(0, 1, 1.5, 0)
            pages.close()

        figure("its page as pixels, in a new reader process", ms(set_and_show), "ms")
        figure(
            "keep the text as typed",
            ms(lambda: letters.save(desk, view.letter_id, view.markdown)),
            "ms",
        )
        middle, longest = each_ms([_issuing(desk, each) for each in rest])
        figure(
            f"compose, keep and issue one, median of {len(rest)}",
            middle,
            "ms",
            f"longest {longest:,.0f} ms",
        )
    finally:
        desk.close()
