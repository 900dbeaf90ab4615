"""A painter that always ends, also when what it paints fails half-way."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget


@contextmanager
def painting(widget: QWidget) -> Iterator[QPainter]:
    """Paint on ``widget`` from within its ``paintEvent``."""
    painter = QPainter(widget)
    try:
        yield painter
    finally:
        painter.end()
