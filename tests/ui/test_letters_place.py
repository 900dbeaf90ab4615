"""Letters in the real window: drafted, typed, seen, issued, exported; by keys and clicks on a real store."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from lerdesk.base.clock import MovableClock
from lerdesk.desk import letters, review
from lerdesk.desk.session import Desk
from lerdesk.domain.vocabulary import LetterKind
from lerdesk.ui.letters.place import LettersPlace
from lerdesk.ui.shell.desk_view import DeskView
from lerdesk.ui.shell.main_window import MainWindow
from tests.ui.accessibility import unnamed_controls

OpenWindow = Callable[[Desk | None], MainWindow]
SUBPOENA, WARRANT, SILENCED = 1, 2, 3
SENTENCE = "Please write to us by December 11."


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.idle, timeout=20_000)


@pytest.fixture
def window(answering: Desk, open_window: OpenWindow) -> MainWindow:
    made = open_window(answering)
    made.resize(1440, 900)
    return made


@pytest.fixture
def view(window: MainWindow) -> DeskView:
    found = window.findChild(DeskView)
    assert isinstance(found, DeskView)
    return found


def place_of(view: DeskView) -> LettersPlace:
    found = view.place("letters")
    assert isinstance(found, LettersPlace)
    return found


@pytest.fixture
def place(qtbot: QtBot, window: MainWindow, view: DeskView) -> LettersPlace:
    """The full response to the subpoena, drafted."""
    view.go("letters", SUBPOENA, "letter:full")
    settle(qtbot, window)
    found = place_of(view)
    qtbot.waitUntil(lambda: found.pane.page.shown is not None, timeout=20_000)
    return found


def type_before_the_end(qtbot: QtBot, place: LettersPlace) -> None:
    editor = place.pane.editor
    cursor = editor.textCursor()
    cursor.setPosition(editor.text().index("This response waives"))
    editor.setTextCursor(cursor)
    qtbot.keyClicks(editor, SENTENCE + " ")


def test_going_to_a_kind_drafts_it_and_shows_its_page(place: LettersPlace) -> None:
    pane = place.pane
    assert pane.view is not None
    assert pane.view.title == "Full response"
    assert pane.editor.text() == pane.view.markdown
    assert pane.editor.hasFocus()
    assert pane.page.shown is not None
    assert pane.page.shown.pdf.startswith(b"%PDF")
    assert place.pane_head.title.text() == "Full response"
    assert pane.view.reference in place.pane_head.quiet.text()


def test_what_is_typed_is_inked_saved_and_set(
    qtbot: QtBot, window: MainWindow, place: LettersPlace, answering: Desk
) -> None:
    pane = place.pane
    before = pane.page.shown
    type_before_the_end(qtbot, place)
    assert pane.keeper.dirty
    qtbot.waitUntil(lambda: not pane.keeper.dirty, timeout=20_000)
    qtbot.waitUntil(lambda: pane.page.shown is not before, timeout=20_000)
    assert pane.view is not None
    assert SENTENCE in letters.load(answering, pane.view.letter_id).markdown
    start, end = pane.editor.inks.mine[0]
    assert pane.editor.text()[start:end] == SENTENCE
    assert pane.bar.changed.text() == "1 sentence changed from the template"


def test_typing_is_taken_back_word_for_word(qtbot: QtBot, place: LettersPlace) -> None:
    editor = place.pane.editor
    before = editor.text()
    type_before_the_end(qtbot, place)
    assert editor.text() != before
    for _ in range(40):
        if editor.text() == before:
            break
        qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == before


def test_bold_and_slanted_are_markdown_and_are_taken_away_again(
    qtbot: QtBot, place: LettersPlace
) -> None:
    editor = place.pane.editor
    cursor = editor.textCursor()
    cursor.setPosition(editor.text().index("waives"))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(editor, Qt.Key.Key_B, control)
    assert "This response **waives** no" in editor.text()
    qtbot.keyClick(editor, Qt.Key.Key_B, control)
    assert "This response waives no" in editor.text()
    qtbot.keyClick(editor, Qt.Key.Key_I, control)
    assert "This response *waives* no" in editor.text()


def test_a_character_that_no_font_has_is_named_beside_the_text_and_nothing_is_lost(
    qtbot: QtBot, window: MainWindow, place: LettersPlace, answering: Desk
) -> None:
    pane = place.pane
    pane.editor.textCursor().insertText("\U00012000 ")
    qtbot.waitUntil(lambda: not pane.problem.isHidden(), timeout=20_000)
    assert "U+12000" in pane.problem.words.text() or "\U00012000" in pane.problem.words.text()
    settle(qtbot, window)
    qtbot.waitUntil(lambda: not pane.keeper.dirty, timeout=20_000)
    assert pane.view is not None
    assert "\U00012000" in letters.load(answering, pane.view.letter_id).markdown


def test_issuing_asks_once_freezes_the_words_and_offers_the_pdf(
    qtbot: QtBot, window: MainWindow, place: LettersPlace, answering: Desk, tmp_path: Path
) -> None:
    pane = place.pane
    type_before_the_end(qtbot, place)
    qtbot.keyClick(pane.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    question = pane.footer.question
    assert question.isVisible()
    assert "L-2026-000001" in question.words.text()
    assert pane.view is not None
    assert letters.load(answering, pane.view.letter_id).number is None
    qtbot.keyClick(question.confirm, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.view is not None and pane.view.number is not None, timeout=20_000)
    settle(qtbot, window)
    assert pane.editor.isReadOnly()
    assert not question.isVisible()
    issued = letters.issued(answering, pane.view.letter_id)
    assert issued.number == "L-2026-000001"
    assert SENTENCE in letters.load(answering, pane.view.letter_id).markdown
    qtbot.keyClick(pane.footer.export, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    out = tmp_path / "out.pdf"
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.fileSelected.emit(str(out))
    dialog.close()
    qtbot.waitUntil(out.exists, timeout=20_000)
    settle(qtbot, window)
    assert out.read_bytes() == issued.pdf


def test_escape_leaves_the_question_and_nothing_is_issued(
    qtbot: QtBot, place: LettersPlace, answering: Desk
) -> None:
    pane = place.pane
    pane.footer.issue.click()
    assert pane.footer.question.isVisible()
    qtbot.keyClick(pane.footer.question.confirm, Qt.Key.Key_Escape)
    assert not pane.footer.question.isVisible()
    assert pane.editor.hasFocus()
    assert pane.view is not None
    assert letters.load(answering, pane.view.letter_id).number is None


def test_a_question_that_stands_has_the_keyboard_again(
    qtbot: QtBot, window: MainWindow, view: DeskView, place: LettersPlace
) -> None:
    pane = place.pane
    letter, words = pane.view.letter_id, pane.editor.text()
    pane.footer.issue.click()
    view.go("inbox")
    settle(qtbot, window)
    view.go("letters")
    settle(qtbot, window)
    assert pane.view.letter_id == letter
    assert pane.footer.question.isVisible()
    assert pane.footer.question.confirm.hasFocus(), "its Enter went into the letter's words"
    pane.editor.setFocus()
    qtbot.keyClick(pane.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pane.footer.question.confirm.hasFocus()
    assert pane.editor.text() == words


def test_what_blocks_a_letter_is_listed_and_its_link_goes_where_it_is_mended(
    qtbot: QtBot, window: MainWindow, view: DeskView
) -> None:
    view.go("letters", WARRANT, "partial")
    settle(qtbot, window)
    place = place_of(view)
    pane = place.pane
    assert pane.blocking.isVisible()
    assert not pane.footer.issue.isEnabled()
    assert pane.footer.words.text() == pane.footer.issue.toolTip() != ""
    qtbot.keyClick(pane.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not pane.footer.question.isVisible()
    assert pane.blocking.links[0].hasFocus()
    qtbot.keyClick(pane.blocking.links[0], Qt.Key.Key_Return)
    settle(qtbot, window)
    assert view.shown is not None
    assert view.shown.name == "notices"


def test_a_request_without_a_kind_offers_those_that_fit(
    qtbot: QtBot, window: MainWindow, view: DeskView
) -> None:
    view.go("letters", SUBPOENA)
    settle(qtbot, window)
    place = place_of(view)
    words = [button.text() for button in place.chooser.buttons]
    assert words[0] == "Full response"
    assert "Acknowledgement" in words
    assert place.chooser.buttons[0].hasFocus()
    qtbot.keyClick(place.chooser.buttons[0], Qt.Key.Key_Return)
    settle(qtbot, window)
    assert place.pane.view is not None
    assert place.pane.view.kind is LetterKind.FULL


def test_an_answer_that_waits_stands_first_and_enter_drafts_it(
    qtbot: QtBot, window: MainWindow, view: DeskView, answering: Desk
) -> None:
    sent = letters.draft(answering, SUBPOENA, LetterKind.ACKNOWLEDGEMENT)
    letters.issue(answering, sent.letter_id)
    view.go("letters")
    settle(qtbot, window)
    place = place_of(view)
    rows = place.list.letters.rows
    assert [row.state for row in rows] == ["due", "due", "issued"]
    assert place.head.quiet.text() == "2 to write, 1 issued"
    place.list.select_row([row.request_id for row in rows].index(SUBPOENA))
    qtbot.keyClick(place.list, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert place.pane.view is not None
    assert place.pane.view.kind is LetterKind.FULL
    assert place.pane.view.number is None


def test_the_list_shows_drafts_first_filters_and_opens_by_enter(
    qtbot: QtBot, window: MainWindow, view: DeskView, answering: Desk, hand: MovableClock
) -> None:
    sent = letters.draft(answering, SUBPOENA, LetterKind.ACKNOWLEDGEMENT)
    letters.issue(answering, sent.letter_id)
    hand.advance(minutes=5)
    letters.draft(answering, SUBPOENA, LetterKind.FULL)
    view.go("letters")
    settle(qtbot, window)
    place = place_of(view)
    model = place.list.letters
    assert [row.state for row in model.rows] == ["due", "draft", "issued"]
    assert place.head.quiet.text() == "1 to write, 1 to finish, 1 issued"
    qtbot.keyClick(place.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert place.filter.hasFocus()
    qtbot.keyClicks(place.filter, "acknow")
    assert [row.title for row in model.rows] == ["Acknowledgement"]
    qtbot.keyClick(place.filter, Qt.Key.Key_Return)
    qtbot.keyClick(place.list, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert place.pane.view is not None
    assert place.pane.view.number == "L-2026-000001"
    qtbot.keyClick(place.pane.footer.export, Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert place.list.isVisible()


def test_how_an_issued_letter_went_is_recorded(
    qtbot: QtBot, window: MainWindow, view: DeskView, answering: Desk
) -> None:
    made = letters.draft(answering, SUBPOENA, LetterKind.FULL)
    letters.issue(answering, made.letter_id)
    view.go("letters", SUBPOENA, str(made.letter_id))
    settle(qtbot, window)
    pane = place_of(view).pane
    pane.record.click()
    question = pane.footer.question
    assert question.isVisible()
    qtbot.keyClick(question.confirm, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert not question.isVisible()
    history = review.load(answering, SUBPOENA).history
    assert any("went on 24 Nov 2026" in entry.words for entry in history)


def test_locking_a_moment_after_a_key_keeps_what_was_typed(
    qtbot: QtBot, window: MainWindow, view: DeskView, place: LettersPlace, answering: Desk
) -> None:
    pane = place.pane
    assert pane.view is not None
    letter = pane.view.letter_id
    type_before_the_end(qtbot, place)
    assert pane.keeper.dirty
    view.flush()
    settle(qtbot, window)
    assert SENTENCE in letters.load(answering, letter).markdown


def test_records_that_changed_are_taken_in_and_the_reviewers_sentence_stays(
    qtbot: QtBot, window: MainWindow, view: DeskView, place: LettersPlace, answering: Desk
) -> None:
    from dataclasses import replace

    from lerdesk.desk import settings

    pane = place.pane
    type_before_the_end(qtbot, place)
    qtbot.waitUntil(lambda: not pane.keeper.dirty, timeout=20_000)
    settle(qtbot, window)
    kept = settings.organisation(answering)
    head = replace(kept.letterhead, email="answers@example.com")
    settings.set_organisation(answering, replace(kept, letterhead=head))
    pane.refresh(frozenset())
    qtbot.waitUntil(pane.blocking.isVisible, timeout=20_000)
    assert pane.blocking.links[0].text() == "Take them in"
    pane.blocking.links[0].click()
    qtbot.waitUntil(lambda: not pane.blocking.isVisible(), timeout=20_000)
    settle(qtbot, window)
    assert "answers@example.com" in pane.editor.text()
    assert SENTENCE in pane.editor.text()


def test_only_words_are_pasted(qtbot: QtBot, place: LettersPlace) -> None:
    from PySide6.QtCore import QMimeData

    source = QMimeData()
    source.setHtml("<b>Heavy</b> words<img src='file:///etc/passwd'>")
    source.setText("Heavy words")
    QApplication.clipboard().setMimeData(source)
    place.pane.editor.paste()
    assert place.pane.editor.text().startswith("Heavy words")
    assert "￼" not in place.pane.editor.text()


def test_every_control_has_a_name(place: LettersPlace) -> None:
    place.pane.ask_issue()
    assert unnamed_controls(place) == []


def test_an_issued_letter_is_corrected_from_its_own_page(
    qtbot: QtBot, window: MainWindow, view: DeskView, place: LettersPlace, answering: Desk
) -> None:
    pane = place.pane
    assert pane.view is not None
    first = letters.issue(answering, pane.view.letter_id)
    view.go("letters", SUBPOENA, "letter:full")
    settle(qtbot, window)
    assert pane.view.number == first.number, "the issued one is shown, no second draft is made"
    assert pane.editor.isReadOnly()
    qtbot.mouseClick(pane.correct, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: pane.view is not None and pane.view.number is None, timeout=20_000)
    assert f"This letter corrects our letter {first.number}" in pane.editor.text()
    assert not pane.editor.isReadOnly()
    assert place.pane_head.title.text() == f"Full response, corrects {first.number}"
    assert pane.view.blocking == ()
