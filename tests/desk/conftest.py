from collections.abc import Iterator
from pathlib import Path

import pytest

from lerdesk.base.clock import MovableClock
from lerdesk.desk.session import Desk
from tests.desk.builders import a_desk


@pytest.fixture
def at_desk(tmp_path: Path) -> Iterator[tuple[Desk, MovableClock]]:
    """A real encrypted store with two people, and the clock that it goes by."""
    desk, clock = a_desk(tmp_path)
    yield desk, clock
    desk.close()


@pytest.fixture
def desk(at_desk: tuple[Desk, MovableClock]) -> Desk:
    return at_desk[0]


@pytest.fixture
def clock(at_desk: tuple[Desk, MovableClock]) -> MovableClock:
    return at_desk[1]
