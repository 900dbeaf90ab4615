"""Bad files through the window and the command line: one clear message each, nothing taken in, the program goes on."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from lerdesk.base.clock import Clock
from lerdesk.base.folders import Folders
from lerdesk.desk import inbox, review, stores
from tests.documents.papers import lines, pdf
from tests.hostile.bad_files import GOOD, bad_files, deep, endless, strange_names
from tests.hostile.machine import PASSPHRASE, Machine

WORDS = {
    "text": "cannot be read",
    "encrypted": "password",
    "empty": "is empty",
    "head": "",
    "cut": "",
    "picture": "",
    "archive": "",
    "large": "larger than",
    "folder": "is no file",
    "missing": "cannot be read",
    "pipe": "is no file",
}


def test_the_command_line_tells_each_in_a_line_and_takes_in_the_rest(
    working: Machine, tmp_path: Path
) -> None:
    bad = bad_files(tmp_path / "bad")
    good = tmp_path / "good.pdf"
    good.write_bytes(GOOD)
    done = working.run("import", *bad.values(), good)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    told = done.stderr.strip().splitlines()
    assert done.stdout.strip() == "LER-2026-000003", done.stderr
    refused = [line for line in told if "Nothing was taken in." in line]
    for kind, path in bad.items():
        own = [line for line in refused if path.name in line]
        taken = [line for line in told if path.name in line and line not in refused]
        assert len(own) == 1, (kind, told, taken)
        assert WORDS[kind] in own[0], own
    assert working.run("verify").returncode == 0


def test_the_window_tells_each_and_goes_on(working: Machine, tmp_path: Path) -> None:
    bad = bad_files(tmp_path / "bad")
    good = tmp_path / "good.pdf"
    good.write_bytes(GOOD)
    done = working.hands("add", *bad.values(), good)
    told = [line for line in done.stdout.splitlines() if line.startswith("told")]
    assert len(told) == len(bad) + 1, done.stderr
    for (kind, path), line in zip(bad.items(), told, strict=False):
        assert path.name in line, (kind, line)
        assert "Nothing was taken in." in line
        assert WORDS[kind] in line
    assert told[-1] == "told nothing"
    assert "rows 3" in done.stdout


def test_fifty_at_once_are_told_in_one_message(working: Machine, tmp_path: Path) -> None:
    bad = list(bad_files(tmp_path / "bad").values())
    good = []
    for number in range(12):
        good.append(tmp_path / f"good-{number}.pdf")
        good[-1].write_bytes(pdf([lines("GRAND JURY SUBPOENA", f"paper number {number}")]))
    for number in range(50 - len(good) - len(bad)):
        bad.append(tmp_path / f"empty-{number}.pdf")
        bad[-1].touch()
    done = working.hands("add_together", *good[:6], *bad, *good[6:])
    told = next(line for line in done.stdout.splitlines() if line.startswith("told"))
    assert f"told {len(bad)} of 50 files were not taken in. {len(good)} taken in." in told
    assert f"rows {len(good) + 2}" in done.stdout


@pytest.mark.parametrize("make", [deep, endless])
def test_what_harms_the_reader_harms_nothing_else(
    working: Machine, tmp_path: Path, make: Callable[[], bytes]
) -> None:
    bad, good = tmp_path / "bad.pdf", tmp_path / "good.pdf"
    bad.write_bytes(make())
    good.write_bytes(GOOD)
    done = working.hands("add", bad, good)
    told = [line for line in done.stdout.splitlines() if line.startswith("told")]
    assert len(told) == 2, done.stdout + done.stderr
    assert "failed" not in told[0]
    assert told[1] == "told nothing"


def test_strange_names_are_shown_as_plain_words(working: Machine, tmp_path: Path) -> None:
    papers = strange_names(tmp_path / "strange")
    done = working.run("import", *papers)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.split()) == len(papers)
    again = working.hands("add", *papers)
    assert again.stdout.count("is already here as") == len(papers), again.stderr
    home = Folders(working.store.parent, tmp_path / "config", tmp_path / "state")
    desk = stores.open_store(working.store, PASSPHRASE, folders=home, clock=Clock())
    names = [
        document.name
        for request in inbox.ids(desk, inbox.InboxQuery("all"))
        for document in review.look(desk, request).documents
    ]
    desk.close()
    assert len(names) == len(papers) + 2
    for name in names:
        assert [c for c in name if unicodedata.category(c) in {"Cc", "Cs"}] == []
        assert not set(name) & set("\u202e\u2066\u202a\u200f")


def test_a_name_longer_than_any_is_told(working: Machine, tmp_path: Path) -> None:
    done = working.run("import", tmp_path / ("n" * 300 + ".pdf"))
    assert "nnn… cannot be read" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_file_that_may_not_be_read_is_told(working: Machine, tmp_path: Path) -> None:
    """Root reads everything: a link to itself cannot be read by anybody."""
    path = tmp_path / "loop.pdf"
    path.symlink_to(path)
    done = working.run("import", path)
    assert "loop.pdf cannot be read" in done.stderr
    assert done.stderr.count("\n") == 1
    assert "cannot be read" in working.hands("add", path).stdout


def test_reading_without_a_store_tells_each_in_its_place(machine: Machine, tmp_path: Path) -> None:
    bad = bad_files(tmp_path / "bad")
    done = machine.run("read", *bad.values(), *strange_names(tmp_path / "strange"), "--json")
    assert done.returncode == 0, done.stderr
    files = json.loads(done.stdout)["files"]
    codes = {
        kind: one["error"] and one["error"]["code"] for kind, one in zip(bad, files, strict=False)
    }
    assert codes["empty"] in {"unreadable"}
    assert codes["encrypted"] == "encrypted"
    assert codes["large"] == "too_large"
    assert codes["missing"] == "missing"
    assert all(each["error"] is None for each in files[len(bad) :])
    only_bad = machine.run("read", bad["empty"], "--json")
    assert only_bad.returncode == 1
    assert json.loads(only_bad.stdout)["files"][0]["error"]["code"] == codes["empty"]
