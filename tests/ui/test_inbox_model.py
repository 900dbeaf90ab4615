"""The inbox's model: a page at a time, whole to Qt's own tester, and in words to a screen reader."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from lerdesk.desk.inbox import InboxRow
from lerdesk.desk.session import DueView, Place, Step
from lerdesk.domain.vocabulary import Status
from lerdesk.ui.inbox.model import DUE, PAGE, REFERENCE, STEP, InboxModel


def a_row(number: int, *, unread: bool = False) -> InboxRow:
    return InboxRow(
        id=number,
        reference=f"LER-2026-{number:06}",
        unread=unread,
        due=DueView("soon", "in 3 days", "Fri 27 Nov 2026", "2026-11-27"),
        process="Federal search warrant",
        agency="Federal Bureau of Investigation",
        targets=2,
        step=Step("Decide 1 of 5 items", Place.SCOPE, "3", number),
        status=next(iter(Status)),
        received_at=datetime(2026, 11, 20, tzinfo=UTC),
        case_number="3:26-mj-70412",
    )


def test_it_holds_to_the_rules_of_a_model(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = InboxModel(lambda _ids: None)
    model.set_ids(tuple(range(1, 500)), tuple(a_row(n) for n in range(1, 50)))
    qtmodeltester.check(model)


def test_a_page_is_asked_for_once_and_only_when_it_is_shown(qtbot: QtBot) -> None:
    asked: list[tuple[int, ...]] = []
    model = InboxModel(asked.append)
    model.set_ids(tuple(range(1, 100_001)))
    assert not asked
    assert model.row(50_000) is None
    assert model.row(50_001) is None
    assert len(asked) == 1
    assert len(asked[0]) == PAGE
    assert 50_001 in asked[0]
    changed = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    model.take(tuple(a_row(n) for n in asked[0]))
    row = model.row(50_000)
    assert row is not None
    assert row.id == 50_001
    assert len(changed) == PAGE
    assert len(asked) == 1


def test_rows_of_before_are_shown_until_the_new_ones_come(qtbot: QtBot) -> None:
    asked: list[tuple[int, ...]] = []
    model = InboxModel(asked.append)
    model.set_ids((1, 2), (a_row(1, unread=True), a_row(2)))
    model.set_ids((2, 1))
    row = model.row(1)
    assert row is not None
    assert row.unread, "the old row stands meanwhile"
    assert asked == [(2, 1)], "and a new one is on its way"
    assert model.number_of(1) == 1
    assert model.number_of(9) == -1


def test_a_row_says_itself_in_words(qtbot: QtBot) -> None:
    model = InboxModel(lambda _ids: None)
    model.set_ids((412,), (a_row(412, unread=True),))
    spoken = model.index(0, DUE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "LER-2026-000412, unread, due in 3 days, Federal search warrant, "
        "Federal Bureau of Investigation, next step: Decide 1 of 5 items"
    )
    assert model.index(0, REFERENCE).data() == "LER-2026-000412"
    assert model.index(0, STEP).data() == "Decide 1 of 5 items"
    tooltip = model.index(0, DUE).data(Qt.ItemDataRole.ToolTipRole)
    assert tooltip == "Fri 27 Nov 2026"
