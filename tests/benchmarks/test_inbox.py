"""The inbox over 1,000 and 20,000 requests."""

import gc

import pytest

from lerdesk.desk import inbox, search
from lerdesk.desk.inbox import InboxQuery
from tests.benchmarks.figures import figure, heading, memory_mb, ms
from tests.benchmarks.made_stores import made, opened

PAGE = 200


@pytest.mark.parametrize("count", [1000, 20_000])
def test_inbox(count: int) -> None:
    desk = opened(made(count))
    try:
        gc.collect()
        before = memory_mb()
        everything = inbox.ids(desk, InboxQuery("all"))
        far = len(everything) * 3 // 4
        heading(f"Inbox of {count:,} requests")
        figure("ids of the open ones by due date", ms(lambda: inbox.ids(desk, InboxQuery())), "ms")
        figure("all ids", ms(lambda: inbox.ids(desk, InboxQuery("all"))), "ms")
        for sort in ("agency", "process", "step", "received"):
            query = InboxQuery("all", sort=sort, descending=True)
            figure(
                f"sort by {sort}, downwards", ms(lambda query=query: inbox.ids(desk, query)), "ms"
            )
        figure(f"first {PAGE} rows", ms(lambda: inbox.rows(desk, everything[:PAGE])), "ms")
        figure(
            f"jump: {PAGE} rows far down",
            ms(lambda: inbox.rows(desk, everything[far : far + PAGE])),
            "ms",
        )
        for words in ("from:fbi due:<7d process:warrant", "castellano", "70412"):
            query = InboxQuery("all", words)
            figure(f"filter {words!r}", ms(lambda query=query: inbox.ids(desk, query)), "ms")
        figure("figures of the views", ms(lambda: inbox.counts(desk)), "ms")
        figure("preview of one", ms(lambda: inbox.preview(desk, everything[far])), "ms")
        figure(
            "search everywhere 'castellano'", ms(lambda: search.find(desk, "castellano"), 3), "ms"
        )
        figure("memory taken by all this", memory_mb() - before, "MB")
    finally:
        desk.close()
