"""Moments made to harm the store: the kill, the full disk, the folder that cannot be written."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from lerdesk.base.errors import UserFacingError
from lerdesk.store import journal, letters, opening, requests, verification
from lerdesk.store.store import Store
from lerdesk.store.tables import letter
from tests.store.making import DRAFT, NOW, PASSPHRASE, add_request, make, note, take_in

_ROOT = Path(__file__).parents[2]


def _child(code: str, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-u", "-c", code, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": f"{_ROOT}{os.pathsep}{_ROOT / 'tests' / 'store'}"},
    )


_WRITER = """
import sys
from pathlib import Path
from lerdesk.store import letters, opening, requests
from making import DRAFT, NOW, PASSPHRASE, note, take_in
store = opening.open_store(Path(sys.argv[1]), PASSPHRASE)
while True:
    with store.writing() as unit:
        document = take_in(unit, b"%PDF" * 50000, ("words of a page " * 50,))
        made = letters.add_draft(unit, document.request_id, **DRAFT)
        note(unit, "Drafted", document.request_id)
    print("request", document.request_id)
    for number in range(3):
        with store.writing(journalled=False) as unit:
            letters.save_text(unit, made.id, f"typed {number}", NOW)
        print("typed", made.id, number)
"""


@pytest.mark.parametrize("lines", [1, 6, 11, 23])
def test_a_kill_loses_nothing_that_was_acknowledged(tmp_path: Path, lines: int) -> None:
    folder = tmp_path / "store"
    make(folder).close()
    child = _child(_WRITER, str(folder))
    assert child.stdout is not None
    said = [child.stdout.readline().split() for _ in range(lines)]
    os.kill(child.pid, signal.SIGKILL)
    rest, _ = child.communicate()
    said += [line.split() for line in rest.splitlines() if line]

    store = opening.open_store(folder, PASSPHRASE)
    assert store.ended_unclean
    with store.reading() as unit:
        acknowledged = {int(line[1]) for line in said if line[0] == "request"}
        assert acknowledged <= set(requests.all_ids(unit))
        typed = {
            int(line[1]): int(line[2]) for line in said if line[0] == "typed" and len(line) == 3
        }
        for number, last in typed.items():
            text = letters.get(unit, number).markdown
            assert text.startswith("typed ")
            assert int(text.split()[1]) >= last
    found = verification.verify(store)
    assert found.broken is None
    with store.writing() as unit:
        note(unit, "Goes on")
    store.close()
    again = opening.open_store(folder, PASSPHRASE)
    assert not again.ended_unclean
    again.close()


def test_after_a_kill_a_damaged_file_is_found_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    store = make(folder)
    with store.writing() as unit:
        take_in(unit, os.urandom(500_000))
    store.close()
    (folder / "store.lock").write_text("LERDesk, process 1 on another day")
    data = bytearray((folder / "store.db").read_bytes())
    data[len(data) // 2] ^= 1
    (folder / "store.db").write_bytes(data)
    with pytest.raises(UserFacingError, match="damaged"):
        opening.open_store(folder, PASSPHRASE)
    assert (folder / "store.db").read_bytes() == data


def _without_room(store: Store) -> None:
    with store.writing() as unit:
        # SQLite's own limit gives the very error of a disk without room, at the same places
        pages = unit.connection.exec_driver_sql("PRAGMA page_count").scalar()
        unit.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        take_in(unit, os.urandom(3_000_000))


def test_a_full_disk_leaves_the_last_acknowledged_state(tmp_path: Path) -> None:
    store = make(tmp_path / "store")
    with store.writing() as unit:
        add_request(unit)
    with pytest.raises(UserFacingError, match="The disk is full") as refused:
        _without_room(store)
    assert "kept" in refused.value.kept
    with store.reading() as unit:
        assert requests.all_ids(unit) == (1,)
        assert journal.head(unit)[0] == 2
    store.close()
    store = opening.open_store(tmp_path / "store", PASSPHRASE)
    with store.writing() as unit:
        assert take_in(unit, os.urandom(3_000_000)).request_id == 2
    assert verification.verify(store).broken is None
    store.close()


_LIMITED = """
import resource, signal, sys
from pathlib import Path
from lerdesk.base.errors import UserFacingError
from lerdesk.store import opening
from making import PASSPHRASE, take_in
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = opening.open_store(Path(sys.argv[1]), PASSPHRASE)
resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, resource.RLIM_INFINITY))
done = 0
try:
    while True:
        with store.writing() as unit:
            take_in(unit, bytes([done]) * 150_000)
        done += 1
        print("done", done)
except UserFacingError as error:
    print("told", error)
"""


def test_a_disk_that_refuses_to_write_is_told_and_loses_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    make(folder).close()
    out, err = _child(_LIMITED, str(folder)).communicate()
    lines = out.splitlines()
    assert lines, err
    assert lines[-1].startswith("told The disk"), err
    store = opening.open_store(folder, PASSPHRASE)
    with store.reading() as unit:
        assert len(requests.all_ids(unit)) == sum(line.startswith("done") for line in lines)
    assert verification.verify(store).broken is None
    store.close()


_UNPRIVILEGED = """
import os, sys
from pathlib import Path
import sqlalchemy, sqlcipher3.dbapi2, argon2.low_level, alembic.config  # before the rights go
import cryptography.hazmat.primitives.ciphers.aead
import cryptography.hazmat.primitives.asymmetric.ed25519
from lerdesk.base.errors import UserFacingError
from lerdesk.store import migration, opening, store, verification
from making import PASSPHRASE, make
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    if sys.argv[2] == "open":
        opening.open_store(Path(sys.argv[1]), PASSPHRASE)
    else:
        make(Path(sys.argv[1]) / "within")
    print("it went")
except UserFacingError as error:
    print("told", error)
"""


@pytest.mark.parametrize("what", ["open", "make"])
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, what: str) -> None:
    if os.name == "nt":  # rights lie elsewhere there
        return
    folder = tmp_path / "store"
    make(folder).close()
    above = folder
    while above != above.parent and above.stat().st_uid == os.getuid() and above != Path("/tmp"):
        above.chmod(0o755)
        above = above.parent
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)
    out, err = _child(_UNPRIVILEGED, str(folder), what).communicate()
    folder.chmod(0o755)
    assert out.startswith("told The store's folder cannot be"), out + err
    assert [path.name for path in folder.iterdir() if path.suffix == ".new"] == []


def test_a_store_that_cannot_be_made_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UserFacingError, match="cannot be made"):
        make(tmp_path / "file")
    folder = tmp_path / "store"
    folder.mkdir()
    (folder / "keys.json.new").mkdir()
    with pytest.raises(UserFacingError, match="cannot be written"):
        make(folder)
    (folder / "keys.json.new").rmdir()
    make(folder).close()


def test_issued_numbers_stay_without_gaps_through_failures(tmp_path: Path) -> None:
    store = make(tmp_path / "store")
    with store.writing() as unit:
        add_request(unit)

    def issue(*, fails: bool) -> None:
        with store.writing() as unit:
            made = letters.add_draft(unit, 1, **DRAFT)
            number = letters.next_number(unit, 2026)
            letters.issue(unit, made.id, number=number, at=NOW, by="Ann", pdf=b"%PDF", sha256="s")
            note(unit)
            if fails:
                raise KeyError

    for fails in (False, True, False, True, True, False):
        if fails:
            with pytest.raises(KeyError):
                issue(fails=True)
        else:
            issue(fails=False)
    with store.reading() as unit:
        numbers = [
            row.number for row in unit.rows(select(letter.c.number).order_by(letter.c.number))
        ]
    assert numbers == ["L-2026-000001", "L-2026-000002", "L-2026-000003"]
    store.close()
