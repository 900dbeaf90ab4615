"""The journal: whatever is changed, cut, moved or put back shows, and where."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from lerdesk.store import documents, journal, letters, opening, people, verification
from lerdesk.store.store import Store
from tests.store.making import DRAFT, NOW, PASSPHRASE, add_request, make, note, take_in


def _fill(store: Store) -> None:
    """Six entries: the store made, a file received, a letter drafted and issued, two notes."""
    with store.writing() as unit:
        request = take_in(unit, b"%PDF order" * 60000).request_id
    with store.writing() as unit:
        letter = letters.add_draft(unit, request, **DRAFT)
        note(unit, "Drafted", request)
    with store.writing() as unit:
        pdf = b"%PDF letter" * 40000
        letters.issue(
            unit,
            letter.id,
            number=letters.next_number(unit, 2026),
            at=NOW,
            by="Ann",
            pdf=pdf,
            sha256=sha256(pdf).hexdigest(),
        )
        note(unit, "Issued", request)
    for words in ("First note", "Second note"):
        with store.writing() as unit:
            note(unit, words, request)


def test_a_whole_store_is_whole(store: Store) -> None:
    _fill(store)
    assert verification.verify(store) == verification.Checked(6, None)


def test_history_is_newest_first(store: Store) -> None:
    _fill(store)
    with store.reading() as unit:
        found = journal.of_request(unit, 1, 2)
        assert [entry.words for entry in found] == ["Second note", "First note"]
        assert journal.last_moment(unit) == NOW


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET words = 'other'",
        "DELETE FROM journal WHERE number = 6",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE number = 3",
        "DELETE FROM request",
        "UPDATE request SET reference = 'LER-2026-000009'",
        "UPDATE document SET sha256 = 'other'",
        "UPDATE document_piece SET bytes = x'00'",
        "DELETE FROM document_piece",
        "UPDATE letter SET markdown = 'other'",
        "UPDATE letter SET state = 'draft', number = NULL",
        "DELETE FROM letter",
        "INSERT INTO letter_piece VALUES (1, 99, x'00')",
        "UPDATE letter_piece SET bytes = x'00'",
        "DELETE FROM letter_piece",
    ],
)
def test_the_database_itself_refuses(store: Store, statement: str) -> None:
    _fill(store)
    with (
        store._open_engine().connect() as connection,
        pytest.raises(IntegrityError, match="never"),
    ):
        connection.exec_driver_sql(statement)


def test_only_how_it_went_may_be_added_to_an_issued_letter(store: Store) -> None:
    _fill(store)
    with store.writing() as unit:
        letters.delivered(unit, 1, NOW.date(), "e-mail")
        note(unit)
    with pytest.raises(RuntimeError, match="only a draft"), store.writing() as unit:
        letters.save_text(unit, 1, "other", NOW)
    with store.reading() as unit:
        assert letters.get(unit, 1).delivered_means == "e-mail"
    assert verification.verify(store).broken is None


def _drop_triggers(connection: Connection) -> list[str]:
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_no_%'"
    found = connection.exec_driver_sql(query).all()
    for name, _sql in found:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    return [sql for _name, sql in found]


def _tampered(store: Store, *statements: str) -> str:
    """What ``verify`` says after somebody with the data key changed the database and covered it up."""
    _fill(store)
    with store._open_engine().connect() as connection:
        triggers = _drop_triggers(connection)
        for statement in statements:
            connection.exec_driver_sql(statement)
        for trigger in triggers:
            connection.exec_driver_sql(trigger)
        connection.commit()
    return verification.verify(store).broken or "whole"


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        (["UPDATE journal SET words = 'x' WHERE number = 3"], "entry 3 was changed"),
        (["UPDATE journal SET actor = 'Tom' WHERE number = 2"], "entry 2 was changed"),
        (["UPDATE journal SET at = '2020-01-01T00:00:00+00:00' WHERE number = 6"], "entry 6 was"),
        (["UPDATE journal SET details = '{' WHERE number = 2"], "entry 2 was changed"),
        (["DELETE FROM journal WHERE number = 4"], "entry 4 is missing"),
        (["DELETE FROM journal WHERE number = 6"], "ends at entry 5, but 6"),
        (
            [
                "DELETE FROM journal WHERE number = 6",
                "UPDATE journal_head SET entries = 5, hash = (SELECT hash FROM journal WHERE number = 5)",
            ],
            "its end was cut",
        ),
        (
            [
                "UPDATE journal SET number = 99 WHERE number = 5",
                "UPDATE journal SET number = 5 WHERE number = 6",
                "UPDATE journal SET number = 6 WHERE number = 99",
            ],
            "entry 5 does not follow",
        ),
        (["UPDATE document_piece SET bytes = x'00' WHERE position = 1"], "served file"),
        (["UPDATE document SET sha256 = 'x'"], "served file"),
        (["UPDATE letter_piece SET bytes = x'00' WHERE position = 1"], "Letter L-2026-000001"),
        (["DELETE FROM letter_piece", "DELETE FROM letter"], "letter that the journal tells of"),
        (["UPDATE letter SET number = 'L-2026-000009', place = 9"], "L-2026-000001 is missing"),
    ],
)
def test_tampering_with_the_key_shows(store: Store, statements: list[str], said: str) -> None:
    assert said in _tampered(store, *statements)


def test_a_chain_made_anew_is_not_the_one_that_the_head_was_written_for(store: Store) -> None:
    _fill(store)
    with store._open_engine().connect() as connection:
        _drop_triggers(connection)
        connection.exec_driver_sql("DELETE FROM journal WHERE number > 2")
        hash_ = connection.exec_driver_sql("SELECT hash FROM journal WHERE number = 2").scalar()
        connection.exec_driver_sql(f"UPDATE journal_head SET entries = 2, hash = '{hash_}'")
        connection.commit()
    from lerdesk.store import head_file

    beside = head_file.read(store.folder)
    with store.writing() as unit:
        for words in ("A", "B", "C", "D"):
            note(unit, words)
    assert beside is not None
    (store.folder / "journal.head").write_text(f'{{"count": 6, "proof": "{beside.proof}"}}')
    assert "not the one that journal.head was written for" in str(verification.verify(store).broken)


def test_an_older_copy_of_the_database_shows(tmp_path: Path) -> None:
    store = make(tmp_path / "store")
    _fill(store)
    store.close()
    older = (tmp_path / "store" / "store.db").read_bytes()
    store = opening.open_store(tmp_path / "store", PASSPHRASE)
    with store.writing() as unit:
        note(unit, "What somebody wants forgotten")
    store.close()
    (tmp_path / "store" / "store.db").write_bytes(older)
    store = opening.open_store(tmp_path / "store", PASSPHRASE)
    assert "older copy" in str(verification.verify(store).broken)
    store.close()


@pytest.mark.parametrize(
    "harm", [Path.unlink, lambda path: path.write_bytes(b""), lambda path: path.write_bytes(b"[1]")]
)
def test_a_missing_head_shows(store: Store, harm: Callable[[Path], object]) -> None:
    _fill(store)
    harm(store.folder / "journal.head")
    assert "journal.head is missing or damaged" in str(verification.verify(store).broken)


def test_a_flipped_bit_in_the_file_shows(tmp_path: Path) -> None:
    store = make(tmp_path / "store")
    _fill(store)
    store.close()
    path = tmp_path / "store" / "store.db"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    store = opening.open_store(tmp_path / "store", PASSPHRASE)
    assert "authentication code" in str(verification.verify(store).broken)
    store.close()


def _take_in_after_the_last_entry(store: Store) -> None:
    with store.writing() as unit:
        request = add_request(unit)
        journal.of_request(unit, request.id)  # chains what waits
        documents.add(unit, request.id, name="o", data=b"x", sha256="x", media_type="text/plain")


def test_a_served_file_without_an_entry_is_a_bug(store: Store) -> None:
    with pytest.raises(RuntimeError, match="without a journal entry"):
        _take_in_after_the_last_entry(store)


def test_a_new_name_leaves_what_was_written(store: Store) -> None:
    _fill(store)
    with store.writing() as unit:
        people.rename(unit, 1, "Ann Newname")
        note(unit, "Renamed")
    with store.reading() as unit:
        assert {entry.actor for entry in journal.of_request(unit, 1)} == {"Ann Reviewer"}
    assert verification.verify(store).broken is None
