"""Accounts to start the program in, the demonstration run once, and a store that is worked up to a letter."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.machine import MOMENT, PASSPHRASE, Machine
from tests.ui.worked import determined, open_desk, received

SECOND = "copper meadow lantern thistle"


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """An account in which nothing was done yet."""
    return Machine(tmp_path / "machine")


_without_tracer: list[str] = []


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where there is no tracer, the tests that need one are deselected by name."""
    if shutil.which("strace"):
        return
    without = [item for item in items if "strace" in getattr(item, "fixturenames", ())]
    if without:
        config.hook.pytest_deselected(items=without)
        _without_tracer.extend(item.nodeid for item in without)
        items[:] = [item for item in items if item not in without]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _without_tracer:
        terminalreporter.section("deselected: strace is not there")
        for name in _without_tracer:
            terminalreporter.write_line(name)


@pytest.fixture
def strace() -> str:
    """Where the tracer of system calls lies."""
    return shutil.which("strace") or "strace"


class Demo:
    """What one run of the demonstration left, and what it said."""

    def __init__(self, root: Path) -> None:
        self.machine = Machine(root)
        self.folder = self.machine.root / "demo"
        words = ("demo", "--out", self.folder, "--no-window")
        self.done = self.machine.run(*words, LERDESK_PASSPHRASE=SECOND)
        assert self.done.returncode == 0, self.done.stderr
        self.summary: dict[str, Any] = json.loads((self.folder / "summary.json").read_bytes())
        self.samples: list[dict[str, Any]] = self.summary["samples"]

    @property
    def exported(self) -> tuple[Path, ...]:
        """Where a case may stand in plain text."""
        names = ("letters", "reports", "screens", "summary.json")
        return tuple(self.folder / name for name in names)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The demonstration, played once for all tests; nobody changes it."""
    return Demo(tmp_path_factory.mktemp("demo") / "machine")


@pytest.fixture(scope="session")
def worked_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store: request 1 is a new warrant, request 2 a subpoena whose full response can be issued."""
    folder = tmp_path_factory.mktemp("worked")
    desk = open_desk(folder)
    received(desk, "01")
    determined(desk, received(desk, "21"))
    desk.close()
    return folder / "data" / "store"


@pytest.fixture
def working(machine: Machine, worked_store: Path) -> Machine:
    """An account whose store is worked."""
    machine.store.parent.mkdir(parents=True)
    shutil.copytree(worked_store, machine.store)
    return machine


@pytest.fixture
def empty(machine: Machine) -> Machine:
    """An account with a store of its own in which nothing is yet; no sample store."""
    words = ("init", "--company", "Northwind", "--reviewer", "Ines Albrecht")
    assert machine.run(*words).returncode == 0
    return machine


__all__ = ["MOMENT", "PASSPHRASE", "SECOND"]
