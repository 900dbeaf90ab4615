"""The set-up says exactly what it needs, and is done again only when what is installed changes."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

BOOTSTRAP = Path(__file__).resolve().parents[1] / "packaging" / "bootstrap.py"


@pytest.fixture
def bootstrap() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap", BOOTSTRAP)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_library_that_does_not_load_gives_the_package_that_brings_it(
    bootstrap: ModuleType,
) -> None:
    assert bootstrap.missing({"libnowhere.so.9": "libnowhere9"}) == ["libnowhere9"]


def test_who_is_not_root_is_told_the_exact_line(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    assert not bootstrap.install_by_apt(["libgl1", "libegl1", "libgl1"], "It")
    assert "sudo apt-get install -y libegl1 libgl1\n" in capsys.readouterr().out


def test_where_there_is_no_apt_the_names_are_told(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert not bootstrap.install_by_apt(["libgl1"], "It")
    assert "libgl1" in capsys.readouterr().out


def test_the_set_up_stands_until_lock_or_project_change(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "pyproject.toml"
    lock = tmp_path / "requirements.txt"
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setitem(bootstrap.LOCKS, "run", lock)
    hatch = "[tool.hatch.build]\ndev-mode-dirs = ['.']\n"
    project.write_text(f"[project]\nname = 'x'\n{hatch}", "utf-8")
    lock.write_text("x==1", "utf-8")
    first = bootstrap.fingerprint("run")
    project.write_text(f"[project]\nname = 'x'\n{hatch}[tool.ruff]\nline-length = 90\n", "utf-8")
    assert bootstrap.fingerprint("run") == first
    lock.write_text("x==2", "utf-8")
    assert bootstrap.fingerprint("run") != first


def test_words_that_say_nothing_known_are_wrong_usage() -> None:
    done = subprocess.run([sys.executable, str(BOOTSTRAP), "nonsense"], capture_output=True)
    assert done.returncode == 2
