"""Nothing of a case lies on the disk in plain text but what was exported, and the program prints none of it."""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from lerdesk.base.resources import resources
from tests.hostile.conftest import Demo
from tests.hostile.machine import Machine
from tests.hostile.window_driver import SENTENCE

_FIELDS = ("identifier", "case_number", "requester", "signatory")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            if key != "kind":
                yield from _texts(part)


def markers(samples: Iterable[dict[str, Any]]) -> set[str]:
    """What names a case: accounts, persons, numbers; nothing that a rulebook or the program says too."""
    found = {
        text
        for sample in samples
        for fact in sample["facts"]
        if fact["field"] in _FIELDS
        for text in _texts(fact["value"])
        if len(text) >= 8 and not text.startswith("Special Agent")
    }
    assert len(found) > 100
    return found


def _forms(words: str) -> Iterator[bytes]:
    for form in ("utf-8", "utf-16-le", "utf-16-be"):
        yield words.encode(form).lower()


def found_in(paths: Iterable[Path], words: Iterable[str]) -> list[str]:
    """Which files hold which of these words, however they are coded."""
    forms = {form: each for each in words for form in _forms(each)}
    pattern = re.compile(b"|".join(re.escape(form) for form in sorted(forms, key=len)[::-1]))
    met = []
    for path in paths:
        where = str(path).encode(errors="replace").lower()
        data = path.read_bytes().lower() + b"\0" + where
        met += [f"{path}: {forms[found[0]]}" for found in pattern.finditer(data)]
    return met


def test_the_demonstration_leaves_cases_in_its_papers_only(demo: Demo) -> None:
    names = markers(demo.samples)
    assert found_in([demo.folder / "summary.json"], names), "the search itself finds what is there"
    elsewhere = [
        path
        for path in demo.machine.files()
        if not any(path == place or path.is_relative_to(place) for place in demo.exported)
    ]
    assert {path.name for path in elsewhere} >= {"store.db", "keys.json"}
    assert found_in(elsewhere, names) == []


def test_the_demonstration_prints_files_and_references_only(demo: Demo) -> None:
    said = (demo.done.stdout + demo.done.stderr).lower()
    assert "lerdesk" not in said or "traceback" not in said
    assert [each for each in markers(demo.samples) if each.lower() in said] == []
    assert all(sample["reference"].lower() in said for sample in demo.samples)


def test_a_day_in_the_window_leaves_nothing_even_when_it_ends_hard(
    working: Machine, demo: Demo
) -> None:
    paper = next((resources() / "samples").glob("13_*.pdf"))
    sample = next(each for each in demo.samples if each["file"] == paper.name)
    names = markers([*demo.samples]) | {SENTENCE.strip()}
    agent = next(fact for fact in sample["facts"] if fact["field"] == "requester")["value"]["name"]
    out = working.papers / "exported.pdf"
    done = working.hands("day", paper, agent, out)
    assert "report A part of LERDesk failed." in done.stdout, done.stdout + done.stderr
    assert "locked" in done.stdout
    assert done.returncode != 0
    assert out.read_bytes().startswith(b"%PDF")
    left = list(working.files())
    assert {"store.db", "ended.txt", "window.toml"} <= {path.name for path in left}
    assert found_in(left, names) == []
    said = (done.stdout + done.stderr).lower()
    assert [each for each in names if each.lower() in said] == []
    assert not list(working.temporary.iterdir())
    again = working.hands("told").stdout
    assert "LERDesk did not end properly the last time." in again
    assert "Where it stood is written in" in again


def test_commands_leave_nothing_in_temporary_files_logs_or_settings(
    working: Machine, demo: Demo
) -> None:
    papers = sorted((resources() / "samples").glob("0[2-4]*.pdf"))
    done = working.run("import", *papers)
    names = markers(demo.samples)
    assert done.returncode == 0
    assert [each for each in names if each.lower() in (done.stdout + done.stderr).lower()] == []
    reference = done.stdout.split()[0]
    working.run("search", "halden")
    working.run("show", reference, "--json")
    working.run(
        "letter", reference, "acknowledgement", "--out", working.papers / "letter.pdf", "--issue"
    )
    assert (working.papers / "letter.pdf").exists()
    assert working.run("verify").returncode == 0
    assert found_in(working.files(), names) == []
    assert not list(working.temporary.iterdir())


def test_a_bug_in_a_command_tells_lines_of_the_program_and_no_value(empty: Machine) -> None:
    script = (
        "import sys, lerdesk.cli.main as line, lerdesk.__main__ as door\n"
        "def broken(*_a, **_k): raise KeyError('ada.byron@example.com')\n"
        "line.commands.main = broken\n"
        "sys.exit(door.main(['list']))"
    )
    done = empty.call([sys.executable, "-c", script])
    assert done.returncode == 1
    assert "ada.byron" not in done.stderr
    assert "KeyError" in done.stderr


def test_a_hard_end_writes_no_memory_to_the_disk(machine: Machine) -> None:
    script = (
        "import sys, resource, lerdesk.__main__ as door\n"
        "door.main(['--version'])\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    assert machine.call([sys.executable, "-c", script]).stdout.endswith("(0, 0)\n")
