"""What every test stands on: no screen, no network, folders of its own, and a log that is heard."""

import itertools
import logging
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.shared import SHARED

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for _name in ("LERDESK_NOW", "LERDESK_PASSPHRASE", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE"):
    os.environ.pop(_name, None)

_HERE = Path(__file__).parent
_MARKS = {
    "ui": ("window",),
    "looks": ("window",),
    "journeys": ("window", "journey"),
    "hostile": ("hostile",),
}
_deselected = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_deselected] = []


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Benchmarks measure and never judge: only a run that names them has them."""
    if collection_path == _HERE / "benchmarks":
        return not any("benchmarks" in word for word in config.args)
    return None


def pytest_itemcollected(item: pytest.Item) -> None:
    folder = item.path.relative_to(_HERE).parts[0]
    for mark in _MARKS.get(folder, ()):
        item.add_marker(mark)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if SHARED is not None:
        return
    without = [item for item in items if item.get_closest_marker("shared")]
    if without:
        config.hook.pytest_deselected(items=without)
        config.stash[_deselected] = [item.nodeid for item in without]
        items[:] = [item for item in items if not item.get_closest_marker("shared")]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In a worker of a run on several cores: hand the names to the run."""
    if (output := getattr(session.config, "workeroutput", None)) is not None:
        output["deselected"] = session.config.stash[_deselected]
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is not None and widgets.QApplication.instance() is not None:
        # what Python put on the offscreen clipboard would be deleted after Python is gone, and end in a crash
        widgets.QApplication.clipboard().clear()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """In such a run: every worker has collected the same."""
    node.config.stash[_deselected] = node.workeroutput.get("deselected", [])


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if names := config.stash[_deselected]:
        terminalreporter.section("deselected: the shared test material is not there")
        for name in names:
            terminalreporter.write_line(name)


_homes = itertools.count(1)


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every folder of the program lies in a place of this test's own; it is made when it is first used."""
    home = tmp_path_factory.getbasetemp() / f"home-{next(_homes)}"
    monkeypatch.setenv("LERDESK_HOME", str(home))


def _is_here(address: object) -> bool:
    host = address[0] if isinstance(address, tuple) else ""
    return host == "localhost" or str(host).startswith("127.") or host == "::1"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """LERDesk is offline: a test that reaches out fails."""

    def guard(name: str) -> None:
        real = getattr(socket.socket, name)

        def checked(self: socket.socket, address: object) -> object:
            if self.family in {socket.AF_INET, socket.AF_INET6} and not _is_here(address):
                raise AssertionError(f"LERDesk is offline, but something connects to {address!r}")
            return real(self, address)

        monkeypatch.setattr(socket.socket, name, checked)

    guard("connect")
    guard("connect_ex")


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _log_is_heard(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning from the program fails the test that caused it, unless ``@pytest.mark.logs("words")`` expects it."""
    expected = [words for mark in request.node.iter_markers("logs") for words in mark.args]
    heard = _Heard()
    logger = logging.getLogger("lerdesk")
    logger.addHandler(heard)
    yield
    logger.removeHandler(heard)
    surprises = [
        record.getMessage()
        for record in heard.records
        if not any(words in record.getMessage() for words in expected)
    ]
    if surprises:
        pytest.fail("the log has warnings: " + "; ".join(surprises), pytrace=False)


@pytest.fixture(autouse=True, scope="session")
def _keys_that_cannot_abort() -> Iterator[None]:
    """QTest ends the whole run on a character that is not ASCII: such a key fails its test instead."""
    try:
        from PySide6.QtTest import QTest
    except ImportError:  # without Qt's libraries only the tests without a window run
        yield
        return
    real = QTest.keyClicks

    def checked(widget: object, text: str, *rest: object, **more: object) -> None:
        if not (text.isascii() and text.isprintable()):
            raise AssertionError(f"QTest cannot type {text!r}: insert it")
        real(widget, text, *rest, **more)

    patch = pytest.MonkeyPatch()
    patch.setattr(QTest, "keyClicks", checked)
    yield
    patch.undo()
