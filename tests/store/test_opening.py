"""Making and opening: who gets in, what others read, what is said when it does not open."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from lerdesk.base.errors import UserFacingError
from lerdesk.store import facts, keys, letters, opening, people, sqlite
from lerdesk.store.store import Store
from tests.store.making import CHEAP, NOW, PASSPHRASE, make, note, take_in


def test_nothing_of_a_case_is_readable_in_any_file(tmp_path: Path) -> None:
    store = make(tmp_path / "store")
    markers = ("MarkerInTheOrder", "marker.person@example.com", "MarkerInTheLetter")
    with store.writing() as unit:
        document = take_in(unit, b"%PDF MarkerInTheOrder " * 20000, ("MarkerInTheOrder page",))
        facts.add(
            unit,
            request_id=document.request_id,
            document_id=document.id,
            field="identifier",
            value={"kind": "email", "value": markers[1]},
            state=facts.FactState.PROPOSED,
            evidence=None,
            confidence=0.9,
        )
        letters.add_draft(
            unit,
            document.request_id,
            kind="full",
            variant="",
            language="en",
            title="Full response",
            to="MarkerInTheLetter",
            markdown="MarkerInTheLetter",
            composed="",
            spans=(),
            basis="",
            template="full",
            at=NOW,
        )
        note(unit, "Noted MarkerInTheLetter")

    def found() -> list[str]:
        everything = b"".join(path.read_bytes() for path in (tmp_path / "store").iterdir())
        return [
            marker
            for marker in markers
            for coding in ("utf-8", "utf-16-le")
            if marker.encode(coding) in everything
        ]

    assert found() == []
    store.close()
    assert found() == []
    assert not (tmp_path / "store" / "store.db").read_bytes().startswith(b"SQLite format")


def test_a_wrong_passphrase_is_said_and_changes_nothing(tmp_path: Path) -> None:
    make(tmp_path / "store").close()
    before = {path.name: path.read_bytes() for path in (tmp_path / "store").iterdir()}
    with pytest.raises(UserFacingError, match="passphrase is wrong"):
        opening.open_store(tmp_path / "store", "nine purple kettle")
    assert before == {path.name: path.read_bytes() for path in (tmp_path / "store").iterdir()}


def test_what_was_written_is_there_again(tmp_path: Path) -> None:
    store = make(tmp_path / "store")
    with store.writing() as unit:
        take_in(unit)
    store.close()
    again = opening.open_store(tmp_path / "store", PASSPHRASE)
    with again.reading() as unit:
        assert facts.of_request(unit, 1) == ()
        assert people.get(unit, again.person_id).name == "Ann Reviewer"
    assert not again.ended_unclean
    again.close()


def test_a_second_slot_opens_as_its_own_person(tmp_path: Path) -> None:
    store = make(tmp_path / "store")
    with store.writing() as unit:
        person = store.add_slot(unit, "Tom Second", "seven slow gardens", CHEAP)
        note(unit, "Gave Tom a slot")
    assert store.person_for("seven slow gardens") == person
    assert store.person_for(PASSPHRASE) is not None
    assert store.person_for("neither of these") is None
    store.close()
    again = opening.open_store(tmp_path / "store", "seven slow gardens")
    assert again.person_id == person.id == 2
    again.close()


def test_two_people_never_share_a_passphrase(store: Store) -> None:
    with pytest.raises(UserFacingError, match="another person's slot"), store.writing() as unit:
        store.add_slot(unit, "Tom Second", PASSPHRASE, CHEAP)
    assert store.slots == 1


def _add_a_slot_and_fail(store: Store) -> None:
    with store.writing() as unit:
        store.add_slot(unit, "Tom Second", "seven slow gardens", CHEAP)
        note(unit)
        unit.before_commit.append(lambda: print(1 // 0))


def test_a_slot_is_taken_back_with_its_unit(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        _add_a_slot_and_fail(store)
    assert store.person_for("seven slow gardens") is None
    assert len(keys.load(store.folder).slots) == 1
    with store.reading() as unit:
        assert len(people.all(unit)) == 1


def test_a_new_name_stands_on_the_slot_too(store: Store) -> None:
    with store.writing() as unit:
        people.rename(unit, 1, "Ann Newname")
        note(unit)
    assert [slot.name for slot in keys.load(store.folder).slots] == ["Ann Newname"]


def test_another_program_is_told_who_holds_the_store(store: Store) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from lerdesk.store import opening\n"
        "from lerdesk.base.errors import UserFacingError\n"
        "try:\n"
        "    opening.open_store(Path(sys.argv[1]), sys.argv[2])\n"
        "except UserFacingError as error:\n"
        "    print(error)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(store.folder), PASSPHRASE],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert f"process {os.getpid()}" in ran.stdout
    assert "Close it there first." in ran.stdout


def test_a_newer_store_is_refused_untouched(tmp_path: Path) -> None:
    store = make(tmp_path / "store")
    with store._open_engine().connect() as connection:
        sqlite.set_schema_number(connection, opening.SCHEMA + 1)
        connection.commit()
    store.close()
    before = (tmp_path / "store" / "store.db").read_bytes()
    with pytest.raises(UserFacingError, match="newer LERDesk"):
        opening.open_store(tmp_path / "store", PASSPHRASE)
    assert (tmp_path / "store" / "store.db").read_bytes() == before


def test_a_newer_key_file_is_refused(tmp_path: Path) -> None:
    make(tmp_path / "store").close()
    path = tmp_path / "store" / "keys.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "format": 2}))
    with pytest.raises(UserFacingError, match="newer LERDesk"):
        opening.open_store(tmp_path / "store", PASSPHRASE)


@pytest.mark.parametrize("harm", ["zeros", "cut", "other", "header"])
def test_a_damaged_database_is_said(tmp_path: Path, harm: str) -> None:
    make(tmp_path / "store").close()
    path = tmp_path / "store" / "store.db"
    data = bytearray(path.read_bytes())
    if harm == "zeros":
        data[100:4000] = bytes(3900)
    elif harm == "cut":
        del data[1000:]
    elif harm == "other":
        make(tmp_path / "other").close()
        data = bytearray((tmp_path / "other" / "store.db").read_bytes())
    else:
        data[3] ^= 1
    path.write_bytes(data)
    with pytest.raises(UserFacingError, match="damaged"):
        opening.open_store(tmp_path / "store", PASSPHRASE)
    assert path.read_bytes() == bytes(data)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"format": 1}', '{"format": 1, "store": "x", "sample": false, "slots": []}'],
)
def test_a_damaged_key_file_is_said(tmp_path: Path, text: str) -> None:
    make(tmp_path / "store").close()
    (tmp_path / "store" / "keys.json").write_text(text)
    with pytest.raises(UserFacingError, match=r"keys\.json"):
        opening.open_store(tmp_path / "store", PASSPHRASE)


def test_a_missing_key_file_is_said_and_no_store_is_made_over_it(tmp_path: Path) -> None:
    make(tmp_path / "store").close()
    (tmp_path / "store" / "keys.json").unlink()
    with pytest.raises(UserFacingError, match="missing"):
        opening.open_store(tmp_path / "store", PASSPHRASE)
    with pytest.raises(UserFacingError, match="there already"):
        make(tmp_path / "store")


def test_no_store_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError, match="no store"):
        opening.open_store(tmp_path, PASSPHRASE)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("change", ["sample", "slot", "store"])
def test_what_the_key_file_says_cannot_be_changed(tmp_path: Path, change: str) -> None:
    make(tmp_path / "store").close()
    path = tmp_path / "store" / "keys.json"
    value = json.loads(path.read_text())
    if change == "sample":
        value["sample"] = True
    elif change == "slot":
        value["slots"][0]["id"] = 2
    else:
        value["store"] = "0" * 32
    path.write_text(json.dumps(value))
    with pytest.raises(UserFacingError, match="passphrase is wrong"):
        opening.open_store(tmp_path / "store", PASSPHRASE)


def test_a_key_file_cannot_ask_for_all_memory(tmp_path: Path) -> None:
    make(tmp_path / "store").close()
    path = tmp_path / "store" / "keys.json"
    value = json.loads(path.read_text())
    value["slots"][0]["kdf"]["memory_kib"] = 2**31
    path.write_text(json.dumps(value))
    with pytest.raises(UserFacingError, match="damaged"):
        opening.open_store(tmp_path / "store", PASSPHRASE)


def test_a_slot_costs_what_the_design_says(tmp_path: Path) -> None:
    made, data_key = keys.fresh(sample=False)
    made = keys.add_slot(made, 1, "Ann", "a passphrase", data_key, keys.Cost())
    keys.save(tmp_path, made)
    kdf = json.loads((tmp_path / "keys.json").read_text())["slots"][0]["kdf"]
    assert kdf == {"name": "argon2id", "memory_kib": 65536, "passes": 3, "lanes": 4}
    found = keys.unwrap(keys.load(tmp_path), "a passphrase")
    assert found is not None
    assert found[1] == data_key


def test_the_owner_alone_may_look(store: Store) -> None:
    if os.name == "nt":  # Windows keeps rights elsewhere
        return
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
    for path in store.folder.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name


def test_after_closing_no_unit_is_given(tmp_path: Path) -> None:
    store = make(tmp_path / "store")
    store.close()
    store.close()
    with pytest.raises(UserFacingError, match="locked"), store.reading():
        pass
