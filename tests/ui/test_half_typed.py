"""What is typed and not taken: kept field by field, back where it was typed, gone once it is taken or left."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lerdesk.desk import checklist, facts, half_typed, notices, review
from lerdesk.desk.session import Desk
from lerdesk.domain.vocabulary import Answer
from lerdesk.ui.review.place import ReviewPlace
from lerdesk.ui.review.tabs import ReviewTabs
from lerdesk.ui.settings.place import SettingsPlace
from tests.ui.conftest import OpenWindow
from tests.ui.reviewing import Reviewing

KEY = Qt.Key


@pytest.fixture
def reviewing(qtbot: QtBot, open_window: OpenWindow, desk: Desk) -> Reviewing:
    return Reviewing(qtbot, open_window(desk), desk)


@dataclass(frozen=True)
class Typing:
    """A field, and what leaves it.

    Attributes:
        kept: what the store has; what stands in the field last.
        field: finds it.
        leave: takes or leaves it, so that nothing is kept.
    """

    kept: dict[str, str]
    field: Callable[[ReviewTabs], QWidget]
    leave: Qt.Key = KEY.Key_Escape


FIELDS = {
    "reason": Typing({"reason:2": "Begun"}, lambda tabs: tabs.scope.table.editor.reason),
    "days": Typing(
        {"narrow:2:first": "1 Feb 2026", "narrow:2:last": "Begun"},
        lambda tabs: tabs.scope.table.editor.last,
    ),
    "note": Typing({"note:E002": "Begun"}, lambda tabs: tabs.questions.note, KEY.Key_Return),
    "fact": Typing({"fact:2": "Begun"}, lambda tabs: tabs.window().focusWidget()),
    "new fact": Typing(
        {"entry:field": "case_number", "entry:value": "Begun"}, lambda tabs: tabs.fact_form.value
    ),
    "mended demand": Typing({"demand:2:targets": "Begun"}, lambda tabs: tabs.scope.form.targets),
    "new demand": Typing(
        {"demand:0:targets": "a@example.com", "demand:0:words": "Begun"},
        lambda tabs: tabs.scope.form.words,
    ),
    "disclosure": Typing(
        {"disclosure:means": "In person", "disclosure:recipient": "Begun"},
        lambda tabs: tabs.documents.disclosure.recipient,
    ),
    "flags": Typing(
        {"flags:ticked": "consent safety_risk", "flags:reason": "Begun"},
        lambda tabs: tabs.documents.flags.reason,
        KEY.Key_Return,
    ),
    "conduct": Typing({"conduct": "Begun"}, lambda tabs: tabs.documents.conduct.ground),
    "history": Typing({"history:close": "Begun"}, lambda tabs: tabs.documents.reason.field),
}


def words_in(field: QWidget) -> str:
    return field.toPlainText() if hasattr(field, "toPlainText") else field.text()


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_is_back_where_it_was_typed_is_kept_on_and_goes_once_it_is_left(
    qtbot: QtBot, open_window: OpenWindow, desk: Desk, name: str
) -> None:
    way = FIELDS[name]
    last = list(way.kept)[-1]
    checklist.answer(desk, 1, "E002", Answer.NO)
    half_typed.keep(desk, 1, way.kept)
    window = open_window(desk)

    def settled() -> None:
        qtbot.waitUntil(lambda: window.idle, timeout=20_000)

    window.go("review", 1, f"typed:{last}")
    settled()
    place = window.shown
    assert isinstance(place, ReviewPlace)
    qtbot.waitUntil(lambda: words_in(way.field(place.tabs)) == "Begun")
    field = way.field(place.tabs)
    assert field.isVisible()
    field.setFocus()
    QTest.keyClick(field, KEY.Key_End)
    QTest.keyClicks(field, " anew")
    place.half_typed.flush()
    settled()
    assert half_typed.kept(desk, 1) == way.kept | {last: "Begun anew"}
    QTest.keyClick(field, way.leave)
    settled()
    place.half_typed.flush()
    settled()
    assert half_typed.kept(desk, 1) == {}


def test_what_was_begun_for_one_request_is_back_with_it_and_not_with_another(
    reviewing: Reviewing,
) -> None:
    place, flags = reviewing.place, reviewing.place.tabs.documents.flags
    reviewing.tab(4)
    flags.boxes["consent"].click()
    flags.reason.setFocus()
    reviewing.type("A call")
    reviewing.window.go("review", 2)
    reviewing.settle()
    reviewing.qtbot.waitUntil(lambda: place.view is not None and place.view.id == 2)
    reviewing.settle()
    assert not flags.boxes["consent"].isChecked()
    assert flags.reason.text() == ""
    reviewing.window.go("review", 1)
    reviewing.settle()
    reviewing.qtbot.waitUntil(lambda: place.view is not None and place.view.id == 1)
    reviewing.settle()
    assert flags.boxes["consent"].isChecked()
    assert flags.reason.text() == "A call"
    assert not review.look(reviewing.desk, 1).flags.consent


def test_a_note_is_the_question_s_under_which_it_was_typed(reviewing: Reviewing) -> None:
    reviewing.tab(2)
    questions = reviewing.place.tabs.questions
    asked = questions.question.id
    reviewing.key(KEY.Key_N)
    reviewing.settle()
    questions.show_question(asked)
    questions.note.setFocus()
    reviewing.type("No seal")
    reviewing.key(KEY.Key_Down)
    notes = {each.id: each.note for each in reviewing.recorded().questions if each.note}
    assert notes == {asked: "No seal"}


def test_files_of_a_disclosure_are_back_with_their_items(reviewing: Reviewing) -> None:
    line = f"2 2048 {'ab' * 32} the last login.csv"
    half_typed.keep(reviewing.desk, 2, {"disclosure:files": line})
    reviewing.window.go("review", 2, "typed:disclosure:files")
    reviewing.settle()
    form = reviewing.place.tabs.documents.disclosure
    reviewing.qtbot.waitUntil(lambda: len(form._rows) == 1)
    found = form._rows[0].produced()
    assert (found.demand_number, found.size, found.name) == (2, 2048, "the last login.csv")
    reviewing.settle()
    assert half_typed.kept(reviewing.desk, 2) == {"disclosure:files": line}
    form.leave()
    reviewing.place.flush()
    reviewing.settle()
    assert half_typed.kept(reviewing.desk, 2) == {}


def test_a_reason_for_declining_is_kept_and_back(reviewing: Reviewing) -> None:
    number = notices.find_illegal_conduct(reviewing.desk, 1, "Listings of stolen cameras")
    reviewing.place.refresh(frozenset({1}))
    reviewing.tab(4)
    documents = reviewing.place.tabs.documents
    documents.boxes[0].reason.setFocus()
    reviewing.type("Not shown")
    reviewing.place.half_typed.flush()
    reviewing.settle()
    assert half_typed.kept(reviewing.desk, 1) == {f"decline:{number}": "Not shown"}
    facts.confirm_fact(reviewing.desk, 1)
    reviewing.place.refresh(frozenset({1}))
    reviewing.settle()
    assert documents.boxes[0].reason.text() == "Not shown"


def test_settings_typed_and_not_saved_come_back_and_can_be_left(
    qtbot: QtBot, open_window: OpenWindow, desk: Desk
) -> None:
    window = open_window(desk)

    def settled() -> None:
        qtbot.waitUntil(lambda: window.idle, timeout=10_000)

    window.go("settings")
    settled()
    place = window.shown
    assert isinstance(place, SettingsPlace)
    for field, words in (
        (place.letterhead.footer, "Begun"),
        (place.letterhead.lines, "1 First Avenue"),
        (place.people.name, " Moreau"),
        (place.people.new_name, "Tunde"),
    ):
        field.setFocus()
        QTest.keyClicks(field, words)
    place.flush()
    settled()
    kept = half_typed.kept(desk, None)
    assert kept["letterhead:footer"].startswith("Begun")
    assert set(kept) == {"letterhead:footer", "letterhead:lines", "person:name", "person:new"}
    again = SettingsPlace(place.context)
    qtbot.addWidget(again)
    again.resize(1000, 700)
    again.show()
    again.activateWindow()
    again.show_target("typed:letterhead:footer")
    settled()
    assert again.letterhead.footer.hasFocus()
    assert again.letterhead.footer.text() == kept["letterhead:footer"]
    assert again.letterhead.lines.toPlainText() == kept["letterhead:lines"]
    assert again.people.name.text() == "Ines Albrecht Moreau"
    assert again.people.new_name.text() == "Tunde"
    assert again.state_words.text() == "Changed, not saved"
    again.leave.click()
    assert not again.save.isEnabled()
    assert again.leave.isHidden()
    again.people._on_rename()
    settled()
    again.flush()
    settled()
    assert half_typed.kept(desk, None) == {"person:new": "Tunde"}
