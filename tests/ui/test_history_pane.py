"""Each entry of the history has the room that its words take."""

from datetime import UTC, datetime

from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from lerdesk.domain.request import HistoryEntry
from lerdesk.ui.review.history_pane import HistoryPane

AT = datetime(2026, 11, 24, 17, tzinfo=UTC)


def test_no_entry_stands_over_the_next_at_any_width(qtbot: QtBot, themed: None) -> None:
    pane = HistoryPane()
    qtbot.addWidget(pane)
    pane.resize(700, 300)
    pane.show()
    words = "Decided to narrow item 4 to the days that the order names"
    entries = tuple(HistoryEntry(each, AT, "I. Albrecht", words[: 20 + each]) for each in range(38))
    rows, option = pane.list, QStyleOptionViewItem()

    def fits() -> bool:
        indexes = [pane.entries.index(row) for row in range(pane.entries.rowCount())]
        needed = [rows.itemDelegate().sizeHint(option, index).height() for index in indexes]
        return [rows.visualRect(index).height() for index in indexes] == needed

    for width in range(500, 700, 3):
        pane.show_history(())
        pane.resize(width, 300)
        qtbot.waitUntil(lambda: not rows.verticalScrollBar().isVisible())
        pane.show_history(entries)  # they bring the scroll bar, which narrows them
        qtbot.waitUntil(rows.verticalScrollBar().isVisible)
        qtbot.waitUntil(fits, timeout=2000)
