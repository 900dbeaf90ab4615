"""The program killed at bad moments: the next start opens, is whole, and says what is here."""

import re
import signal
import subprocess
from pathlib import Path

import pytest

from tests.documents.papers import lines, pdf
from tests.hostile.machine import Machine


def kill_at(child: subprocess.Popen[str], sign: str) -> list[str]:
    """Kill the window when it says so, and everything that it said until then."""
    assert child.stdout is not None
    said = []
    for line in child.stdout:
        said.append(line.strip())
        if line.startswith(sign):
            break
    child.send_signal(signal.SIGKILL)
    rest, err = child.communicate()
    assert any(line.startswith(sign) for line in said), err
    return said + rest.splitlines()


def whole(machine: Machine) -> bool:
    return machine.run("verify").returncode == 0


def test_a_kill_while_typing_loses_at_most_a_second(working: Machine) -> None:
    said = kill_at(working.window("type_on", 2, "full"), "second 25")
    kept = [int(line.split()[1]) for line in said if line.startswith("second")][-1]
    told = working.hands("told")
    assert "LERDesk did not end properly the last time." in told.stdout, told.stderr
    assert "The draft of LER-2026-000002, Full response, saved at" in told.stdout
    text = next(line for line in told.stdout.splitlines() if line.startswith("text"))
    counted = re.search(r"Counted to ([\d ]+)", text)
    assert counted is not None, text
    assert list(map(int, counted[1].split()))[:kept] == list(range(1, kept + 1))
    assert whole(working)
    again = working.hands("told")
    assert "told nothing" in again.stdout


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("reason", "The reason of item 1 in LER-2026-000001"),
        ("note", "The note to a question in LER-2026-000001"),
        ("flags", "A change of what was found in LER-2026-000001"),
        ("demand", "A demand that was being added in LER-2026-000001"),
        ("disclosure", "The disclosure that was being recorded in LER-2026-000002"),
        ("letterhead", "The letterhead as it was being changed"),
    ],
)
def test_a_kill_while_a_field_is_typed_loses_at_most_a_second(
    working: Machine, field: str, words: str
) -> None:
    said = kill_at(working.window("field_on", field), "second 25")
    kept = [int(line.split()[1]) for line in said if line.startswith("second")][-1]
    told = working.hands("told_of", field)
    assert f"{words}, saved at" in told.stdout, told.stderr
    text = next(line for line in told.stdout.splitlines() if line.startswith("text"))
    counted = re.search(r" 1 2 [\d ]+", text)
    assert counted is not None, text
    assert list(map(int, counted[0].split()))[:kept] == list(range(1, kept + 1))
    assert whole(working)


def test_nothing_of_a_case_is_told_before_the_store_is_open(working: Machine) -> None:
    kill_at(working.window("type_on", 2, "full"), "typed 5")
    shown = working.hands("locked", LERDESK_PASSPHRASE="")
    assert "Unlock LERDesk" in shown.stdout, shown.stderr
    assert "LER-2026" not in shown.stdout
    assert "Full response" not in shown.stdout
    refused = working.hands("told", LERDESK_PASSPHRASE="not the passphrase at all")
    assert refused.stdout.strip() == "refused The passphrase is wrong. Type it again."
    assert "did not end properly" in working.hands("told").stdout


def test_a_command_tells_it_too(working: Machine) -> None:
    kill_at(working.window("type_on", 2, "full"), "typed 5")
    done = working.run("list")
    assert done.returncode == 0
    assert "LERDesk did not end properly the last time. Everything recorded is here." in done.stderr
    assert working.run("list").stderr == ""


def test_a_kill_while_a_file_is_read_takes_in_nothing_or_all(
    working: Machine, tmp_path: Path
) -> None:
    long = tmp_path / "long.pdf"
    long.write_bytes(pdf([lines(f"Page {n}", *["words of a long order"] * 40) for n in range(300)]))
    kill_at(working.window("read_slowly", long), "reading")
    assert "Everything recorded is here." in working.hands("told").stdout
    assert whole(working)
    assert len(working.run("list").stdout.splitlines()) == 2
    assert working.run("import", long).returncode == 0


def test_a_kill_between_issue_and_export_keeps_number_and_bytes(
    working: Machine, tmp_path: Path
) -> None:
    said = kill_at(working.window("issue_and_wait", 2, "full"), "issued")
    assert said[-1] == "issued L-2026-000001"
    assert whole(working)
    out = tmp_path / "letter.pdf"
    again = working.run("letter", "LER-2026-000002", "acknowledgement", "--issue", "--out", out)
    assert again.stdout.strip() == "L-2026-000002", again.stderr
    history = working.run("show", "LER-2026-000002").stdout
    assert history.count("Issued L-2026-000001") == 1
