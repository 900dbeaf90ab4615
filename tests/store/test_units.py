"""Units of work: all or nothing, never without a journal entry, from any thread."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from lerdesk.store import journal, requests
from lerdesk.store.store import Store
from tests.store.making import NOW, add_request, note


def _fail(store: Store) -> None:
    """Two requests recorded in a unit that then fails."""
    with store.writing() as unit:
        add_request(unit)
        add_request(unit)
        raise KeyError


def test_numbers_have_no_gaps_even_after_a_unit_failed(store: Store) -> None:
    with store.writing() as unit:
        assert add_request(unit).reference == "LER-2026-000001"
    with pytest.raises(KeyError):
        _fail(store)
    with store.writing() as unit:
        assert add_request(unit).reference == "LER-2026-000002"
        assert add_request(unit, 2027).reference == "LER-2027-000001"
        assert add_request(unit).reference == "LER-2026-000003"


def test_what_fails_leaves_nothing_behind(store: Store) -> None:
    with pytest.raises(KeyError):
        _fail(store)
    with store.reading() as unit:
        assert requests.all_ids(unit) == ()
        assert journal.head(unit)[0] == 1


def test_a_change_without_a_journal_entry_is_a_bug(store: Store) -> None:
    with pytest.raises(RuntimeError, match="without a journal entry"), store.writing() as unit:
        requests.add(unit, year=2026, received_at=NOW)
    with store.reading() as unit:
        assert requests.all_ids(unit) == ()


def test_text_as_typed_needs_no_entry(store: Store) -> None:
    with store.writing() as unit:
        add_request(unit)
    with store.writing(journalled=False) as unit:
        requests.mark_opened(unit, 1, NOW)
    with store.reading() as unit:
        assert requests.get(unit, 1).opened_at == NOW


def test_a_reading_unit_cannot_write(store: Store) -> None:
    with pytest.raises(RuntimeError, match="reading unit"), store.reading() as unit:
        requests.add(unit, year=2026, received_at=NOW)
    with pytest.raises(RuntimeError, match="reading unit"), store.reading() as unit:
        note(unit)


def test_a_unit_within_a_unit_is_a_bug_and_not_a_standstill(store: Store) -> None:
    with (
        pytest.raises(RuntimeError, match="within a writing unit"),
        store.writing(),
        store.writing(),
    ):
        pass
    with store.writing() as unit:
        add_request(unit)


def test_many_threads_write_one_after_another(store: Store) -> None:
    def work() -> None:
        for _ in range(10):
            with store.writing() as unit:
                add_request(unit)

    with ThreadPoolExecutor(4) as threads:
        for done in [threads.submit(work) for _ in range(4)]:
            done.result()
    with store.reading() as unit:
        references = [requests.get(unit, each).reference for each in requests.all_ids(unit)]
        assert references == [f"LER-2026-{number:06d}" for number in range(1, 41)]
        assert journal.verify(unit).count == 41


def test_readers_see_the_last_finished_unit_and_do_not_wait(store: Store) -> None:
    with store.writing() as unit:
        add_request(unit)
        with store.reading() as beside:
            assert requests.all_ids(beside) == ()
    with store.reading() as unit:
        assert requests.all_ids(unit) == (1,)
