"""The program's door: which words open the window, the command line or the reader."""

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lerdesk import __main__ as door


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ([], True),
        (["--store", "there"], True),
        (["--store=there", "--passphrase-file", "secret"], True),
        (["--home", "there"], True),
        (["--store"], False),
        (["list"], False),
        (["list", "--store", "there"], False),
        (["--home", "there", "list"], False),
        (["--help"], False),
        (["nonsense"], False),
    ],
)
def test_which_words_ask_for_the_window(words: list[str], *, window: bool) -> None:
    assert door._asks_for_window(words) is window


def test_home_moves_the_folders_and_is_not_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LERDESK_HOME", "elsewhere")
    assert door._without_home(["--home", "there", "--store=s"]) == ["--store=s"]
    assert os.environ["LERDESK_HOME"] == "there"


@pytest.mark.parametrize(
    "behind", ["lerdesk.app.window", "lerdesk.cli.main", "lerdesk.documents.worker"]
)
def test_each_door_leads_somewhere(behind: str) -> None:
    assert callable(importlib.import_module(behind).main)


def lerdesk(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "lerdesk", *words],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(Path(door.__file__).parents[1]), "LC_ALL": "C"},
        capture_output=True,
        encoding="utf-8",
    )


def test_an_unknown_word_is_wrong_usage(tmp_path: Path) -> None:
    done = lerdesk("nonsense", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "nonsense" in done.stderr


def test_help_lists_only_commands_that_are_there(tmp_path: Path) -> None:
    from lerdesk.cli.main import COMMANDS

    done = lerdesk("--help", cwd=tmp_path)
    assert done.returncode == 0
    listed = {line.split()[0] for line in done.stdout.splitlines() if line.startswith("  ")}
    for name in set(COMMANDS) & listed:
        assert lerdesk(name, "--help", cwd=tmp_path).returncode == 0, name


def test_without_a_display_the_window_is_refused_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    done = lerdesk("--store", "there", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "no display" in done.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_display_that_is_not_there_is_refused_in_one_line(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(each, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv(name, {"DISPLAY": ":987", "WAYLAND_DISPLAY": "wayland-7"}[name])
    done = lerdesk("--store", "there", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "no display" in done.stderr
