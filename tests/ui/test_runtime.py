"""The ground that the window stands on: some PySide6 releases lose references to None on some Pythons.

PySide6 6.12.0 on Python 3.11 takes one reference from ``None`` at each Qt call that returns nothing, and ends the
program after some five thousand of them.
"""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 1_000


def test_a_thousand_calls_leave_nones_reference_count_where_it_was(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("warm")
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("x")
    lost = before - sys.getrefcount(None)
    assert abs(lost) < CALLS // 10, f"None lost {lost} references in {CALLS} calls"
