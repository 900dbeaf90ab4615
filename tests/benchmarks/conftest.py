"""Benchmarks may take their time."""

import faulthandler

import pytest


@pytest.fixture(autouse=True)
def _no_hurry() -> None:
    """Nothing is dumped when making a large store takes minutes."""
    faulthandler.cancel_dump_traceback_later()
