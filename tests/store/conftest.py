from collections.abc import Iterator
from pathlib import Path

import pytest

from lerdesk.store.store import Store
from tests.store.making import make


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A real encrypted store, open."""
    made = make(tmp_path / "store")
    yield made
    made.close()
