"""The program's door: which words open the window, the command line or the reader."""

import importlib
import os
import socket
import struct
import subprocess
import sys
import threading
from contextlib import suppress
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


def test_a_display_that_refuses_the_window_is_told_in_one_line_and_without_an_abort(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server of this test's own says no, as one does to whoever has not its key."""
    why = b"no key".ljust(8, b"\0")
    refusal = struct.pack("<BBHHH", 0, len(b"no key"), 11, 0, len(why) // 4) + why
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()

        def refuse() -> None:
            with suppress(OSError):
                while True:
                    asked, _address = server.accept()
                    with asked, suppress(OSError):
                        asked.recv(4096)
                        asked.sendall(refusal)

        threading.Thread(target=refuse, daemon=True).start()
        name = f"127.0.0.1:{server.getsockname()[1] - 6000}"
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
        monkeypatch.setenv("DISPLAY", name)
        done = lerdesk("--home", "there", cwd=tmp_path)
        server.shutdown(socket.SHUT_RDWR)
    assert (done.returncode, done.stdout) == (1, "")
    told = done.stderr.splitlines()[-1]  # above it stands what the X library says by itself
    assert told.startswith((f"The display {name} refuses the window: ", "The window cannot begin"))
    assert "Nothing was changed." in told
    assert "platform plugin" not in done.stderr
