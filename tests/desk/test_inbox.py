"""The inbox and the search over a real store: order, views, the quick filter's words."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from lerdesk.base.clock import MovableClock
from lerdesk.base.folders import folders
from lerdesk.desk import inbox, search, stores
from lerdesk.desk.inbox import InboxQuery
from lerdesk.desk.session import Desk, Place
from lerdesk.domain.records import InboxIndex
from lerdesk.domain.request import FactState
from lerdesk.domain.vocabulary import Status
from lerdesk.store import facts, journal, requests

NOW = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)  # Tuesday, 9 in the morning in Los Angeles

# reference's end: status, process, agency, due, place, waits, opened
ROWS = (
    ("review", "US_SW_FED", "Search warrant", "FBI, N.D. Cal.", "2026-11-27", "scope", "", True),
    ("new", "US_GJ_FED", "Grand jury subpoena", "Alameda County", "2026-11-23", "facts", "", False),
    ("notice", "US_SW_FED", "Search warrant", "FBI, D. Nev.", "2026-11-24T14:00:00-08:00", "notice", "notice", True),
    ("waiting", "US_2703D", "2703(d) order", "Secret Service", "", "", "", True),
    ("closed", "US_ADMIN", "Subpoena", "DEA_50%", "2026-11-20", "", "", True),
    ("answer", "US_ADMIN", "Administrative subpoena", "Tacoma Police", "2026-12-24", "letter", "letter", False),
)  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Six requests at different steps; these tests only read."""
    tmp_path = tmp_path_factory.mktemp("inbox")
    made = stores.create(
        tmp_path / "store",
        "nine purple kettles",
        company="Northwind",
        reviewer="Ann",
        folders=folders(tmp_path / "home"),
        clock=MovableClock(NOW).clock,
    )
    with made.store.writing() as unit:
        for number, row in enumerate(ROWS, 1):
            status, process, words, agency, due, place, waits, opened = row
            request = requests.add(unit, year=2026, received_at=NOW)
            if opened:
                requests.mark_opened(unit, request.id, NOW)
            index = InboxIndex(
                status=status,
                process=process,
                process_words=words,
                agency=agency,
                case_number=f"3:26-mj-7041{number}",
                targets=number,
                due=due,
                step="A step",
                place=place,
                target="",
                waits=waits,
                words=f"{request.reference} {words} {agency} 3:26-mj-7041{number} 326mj7041{number}".lower(),
            )
            requests.set_index(unit, request.id, index)
        facts.add(
            unit,
            request_id=1,
            document_id=None,
            field="requester",
            value={"name": "Maria Castellano", "email": "m.cast@fbi.example.org"},
            state=FactState.CONFIRMED,
            evidence=None,
            confidence=1,
        )
        journal.append(unit, at=NOW, actor=made.person, action="test", request_id=1, words="Filled")
    yield made
    made.close()


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        ("all", (5, 2, 3, 1, 6, 4)),
        ("open", (2, 3, 1, 6, 4)),
        ("overdue", (2,)),
        ("week", (3, 1)),
        ("unread", (2, 6)),
        ("closed", (5,)),
    ],
)
def test_views_by_what_falls_due_first_and_undated_last(
    desk: Desk, view: str, expected: tuple[int, ...]
) -> None:
    assert inbox.ids(desk, InboxQuery(view)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", (2, 3, 1, 6, 4)),
        ("from:fbi", (3, 1)),
        ("from:castellano", (1,)),
        ("from:m.cast@fbi", (1,)),
        ("from:name", ()),
        ("from:fbi due:<7d process:warrant", (3, 1)),
        ("FROM:FBI nev", (3,)),
        ("process:us_sw_fed", (3, 1)),
        ("process:subpoena", (2, 6)),
        ('from:"alameda county"', (2,)),
        ('from:"alameda county', (2,)),
        ("due:late", (2,)),
        ("due:today", (3,)),
        ("due:<=3d", (2, 3, 1)),
        ("due:<3d", (2, 3)),
        ("due:>3d", (6,)),
        ("due:2026-11-27", (1,)),
        ("due:>=2026-11-27", (1, 6)),
        ("due:4w", (2, 3, 1)),
        ("due:5w", (2, 3, 1, 6)),
        ("due:", (2, 3, 1, 6, 4)),
        ("due:<", (2, 3, 1, 6, 4)),
        ("due:2026-02-31", (2, 3, 1, 6, 4)),
        ("ref:000004", (4,)),
        ("ref:4", (4,)),
        ("ref:2", (2,)),
        ("ref:20", ()),
        ("ref:2026", (2, 3, 1, 6, 4)),
        ("ref:ler-2026-000003", (3,)),
        ("ref:99999999999999999999", ()),
        ("status:waiting", (4,)),
        ("326mj70413", (3,)),
        ("3:26-mj-70413", (3,)),
        ("SEARCH nev", (3,)),
        ("nobody", ()),
        ("from:", (2, 3, 1, 6, 4)),
        ("from:%", ()),
        ("'; --", ()),
    ],
)
def test_the_quick_filter(desk: Desk, words: str, expected: tuple[int, ...]) -> None:
    assert inbox.ids(desk, InboxQuery("open", words)) == expected


def test_signs_of_the_query_language_are_plain_signs(desk: Desk) -> None:
    assert inbox.ids(desk, InboxQuery("all", "from:50%")) == (5,)
    assert inbox.ids(desk, InboxQuery("all", "from:a_5")) == (5,)
    assert inbox.ids(desk, InboxQuery("all", "from:e_")) == ()


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("due", 5),
        ("reference", 1),
        ("process", 4),
        ("agency", 2),
        ("targets", 1),
        ("step", 5),
        ("received", 5),
    ],
)
def test_every_sort_holds_every_row_both_ways(desk: Desk, sort: str, first: int) -> None:
    up = inbox.ids(desk, InboxQuery("all", sort=sort))
    down = inbox.ids(desk, InboxQuery("all", sort=sort, descending=True))
    assert up[0] == first
    assert sorted(up) == sorted(down) == [1, 2, 3, 4, 5, 6]


def test_undated_rows_come_last_either_way(desk: Desk) -> None:
    assert inbox.ids(desk, InboxQuery("all", descending=True)) == (6, 1, 3, 2, 5, 4)


def test_rows_in_the_order_asked(desk: Desk) -> None:
    rows = inbox.rows(desk, (3, 99, 1))
    assert [row.id for row in rows] == [3, 1]
    notice, scope = rows
    assert notice.status is Status.NOTICE
    assert notice.step.place is Place.NOTICE
    assert notice.due.words == "in 5 hours"
    assert scope.due.words == "in 3 days"
    assert not scope.unread
    assert scope.reference == "LER-2026-000001"
    assert inbox.rows(desk, (4,))[0].step.place is None


def test_counts(desk: Desk) -> None:
    found = inbox.counts(desk)
    assert found.views == {"all": 6, "open": 5, "overdue": 1, "week": 2, "unread": 2, "closed": 1}
    assert (found.inbox, found.notices, found.letters) == (4, 1, 1)


def test_a_preview_tells_what_there_is(desk: Desk) -> None:
    found = inbox.preview(desk, 1)
    assert found.asks == "What it asks was not read. Its facts are entered by hand."
    assert found.document_id is None
    assert [event.words for event in found.events] == ["Filled"]


def test_search_gives_one_hit_for_one_place(desk: Desk) -> None:
    (hit,) = search.find(desk, "castell")
    assert (hit.request_id, hit.where, hit.words) == (
        1,
        "Agent",
        "Maria Castellano m.cast@fbi.example.org",
    )
    assert hit.title == "Search warrant · FBI, N.D. Cal."
    assert [hit.request_id for hit in search.find(desk, "LER-2026-000003")] == [3]
    assert [hit.request_id for hit in search.find(desk, "326mj70414")] == [4]
    assert {hit.request_id for hit in search.find(desk, "fbi")} == {1, 3}
    assert len(search.find(desk, "fbi", limit=1)) == 1
    assert search.find(desk, "nobody") == ()
