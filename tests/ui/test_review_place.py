"""The review place on a real store with real orders, by keys and clicks alone."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lerdesk.desk import checklist, facts, half_typed, review, scope, stores
from lerdesk.desk.session import Desk
from lerdesk.domain.disclosure import ProducedFile
from lerdesk.domain.request import FactState
from lerdesk.domain.vocabulary import Answer, Decision
from lerdesk.ui.review.disclosure_form import DisclosureForm
from lerdesk.ui.review.place import ReviewPlace
from lerdesk.ui.shell.main_window import MainWindow
from lerdesk.ui.theme import fonts
from lerdesk.ui.widgets import Button, Link
from tests.ui.accessibility import unnamed_controls
from tests.ui.reviewing import Reviewing

OpenWindow = Callable[[Desk | None], MainWindow]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def reviewing(qtbot: QtBot, open_window: OpenWindow, desk: Desk) -> Reviewing:
    return Reviewing(qtbot, open_window(desk), desk)


def test_a_request_opens_where_its_next_step_is_done(reviewing: Reviewing) -> None:
    place = reviewing.place
    assert place.tabs.tab == "facts"
    assert place.header.title.text() == "LER-2026-000001"
    fact = place.tabs.facts.fact
    assert fact is not None
    assert fact.fact.state is FactState.PROPOSED
    assert place.tabs.facts.hasFocus()
    assert place.pages.view.here[1] == 1


def test_tab_confirms_fact_after_fact_and_the_store_has_it(reviewing: Reviewing) -> None:
    first = reviewing.place.tabs.facts.fact
    assert first is not None
    for _ in range(3):
        reviewing.key(Qt.Key.Key_Tab)
    states = {view.fact.id: view.fact.state for view in reviewing.recorded().facts}
    assert states[first.fact.id] is FactState.CONFIRMED
    assert sum(state is FactState.CONFIRMED for state in states.values()) == 3
    assert reviewing.place.tabs.tabs.count_of(0).startswith("3/")


def test_typing_corrects_and_what_was_read_stays_beside(reviewing: Reviewing) -> None:
    place = reviewing.place
    number = next(view for view in place.view.facts if view.fact.field == "case_number")
    place.tabs.facts.show_fact(number.fact.id)
    reviewing.type("3:26-mj-99999")
    assert place.tabs.facts.editing
    reviewing.key(Qt.Key.Key_Tab)
    after = {view.fact.id: view for view in reviewing.recorded().facts}[number.fact.id]
    assert after.words == "3:26-mj-99999"
    assert after.fact.state is FactState.CORRECTED
    assert after.read_words == number.words


def test_a_value_that_is_none_is_refused_beside_its_field(reviewing: Reviewing) -> None:
    place = reviewing.place
    issued = next(view for view in place.view.facts if view.fact.field == "date_issued")
    place.tabs.facts.show_fact(issued.fact.id)
    reviewing.type("31 June 2026")
    reviewing.key(Qt.Key.Key_Return)
    reviewing.settle()
    assert place.tabs.facts.fact.fact.id == issued.fact.id
    assert "June" in place.tabs.facts._delegate.error
    assert place.tabs.facts.fact.words == issued.words
    reviewing.type("30 June 2026")
    reviewing.key(Qt.Key.Key_Return)
    reviewing.settle()
    assert not place.tabs.facts._delegate.error, "the refusal of before stands beside a good value"


def test_a_long_refusal_has_its_lines(reviewing: Reviewing) -> None:
    facts = reviewing.place.tabs.facts
    height = facts.visualRect(facts.currentIndex()).height()
    facts.show_error("It fits two entries. " * 8)
    reviewing.settle()
    assert facts.visualRect(facts.currentIndex()).height() > height
    facts.show_error("")
    reviewing.settle()
    assert facts.visualRect(facts.currentIndex()).height() == height


def test_escape_puts_back_what_was_read_and_delete_says_it_is_not_so(reviewing: Reviewing) -> None:
    place = reviewing.place
    before = place.tabs.facts.fact
    reviewing.type("nonsense")
    reviewing.key(Qt.Key.Key_Escape)
    assert place.tabs.facts.hasFocus()
    assert place.tabs.facts.fact.words == before.words
    reviewing.key(Qt.Key.Key_Delete)
    states = {view.fact.id: view.fact.state for view in reviewing.recorded().facts}
    assert states.get(before.fact.id, FactState.DISMISSED) is FactState.DISMISSED


def test_words_marked_by_keyboard_become_a_fact(reviewing: Reviewing, qtbot: QtBot) -> None:
    place = reviewing.place
    before = len(place.view.facts)
    reviewing.key(Qt.Key.Key_F6)
    assert place.pages.view.hasFocus()
    reviewing.key(Qt.Key.Key_F, CONTROL)
    reviewing.type("Tacoma")
    qtbot.waitUntil(lambda: place.pages.finder.place > 0 and not place.pages.finder.waiting)
    reviewing.key(Qt.Key.Key_Escape)
    assert "Tacoma" in place.pages.view.selection.words
    reviewing.key(Qt.Key.Key_F)
    qtbot.waitUntil(place.assigning.chooser.isVisible)
    QTest.keyClicks(place.assigning.chooser.field, "agency")
    QTest.keyClick(place.assigning.chooser.field, Qt.Key.Key_Return)
    reviewing.settle()
    assert not place.assigning.chooser.isVisible()
    facts = reviewing.recorded().facts
    added = [view for view in facts if view.fact.state is FactState.ASSIGNED]
    assert len(added) == 1
    assert added[0].fact.field == "agency"
    assert "Tacoma" in added[0].fact.evidence.quote
    assert added[0].fact.evidence.boxes
    assert len(facts) in {before, before + 1}


def test_y_n_u_a_answer_and_go_on_j_and_k_move(reviewing: Reviewing) -> None:
    place = reviewing.place
    reviewing.tab(2)
    asked = [place.tabs.questions.question.id]
    for key in (Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_U, Qt.Key.Key_A):
        reviewing.key(key)
        asked.append(place.tabs.questions.question.id)
    assert len(set(asked)) == 5
    answers = {view.id: view.answer for view in reviewing.recorded().questions}
    assert [answers.get(name) for name in asked[:4]] == [
        Answer.YES,
        Answer.NO,
        Answer.UNCLEAR,
        Answer.NA,
    ]
    reviewing.key(Qt.Key.Key_K)
    assert place.tabs.questions.question.id == asked[3]
    reviewing.key(Qt.Key.Key_J)
    assert place.tabs.questions.question.id == asked[4]


def test_the_current_question_stays_in_view_when_the_window_becomes_lower(
    reviewing: Reviewing,
) -> None:
    reviewing.window.resize(1600, 1000)
    reviewing.tab(2)
    questions = reviewing.place.tabs.questions
    while questions.visualRect(questions.currentIndex()).bottom() < 500:
        reviewing.key(Qt.Key.Key_J)
    reviewing.window.resize(1280, 640)
    reviewing.settle()
    seen = questions.visualRect(questions.currentIndex())
    assert 0 <= seen.top() < questions.viewport().height()
    assert seen.bottom() <= questions.viewport().height()


def test_ctrl_z_takes_back_the_last_answer(reviewing: Reviewing) -> None:
    reviewing.tab(2)
    asked = reviewing.place.tabs.questions.question.id
    reviewing.key(Qt.Key.Key_Y)
    assert {v.id: v.answer for v in reviewing.recorded().questions}[asked] is Answer.YES
    reviewing.key(Qt.Key.Key_Z, CONTROL)
    assert {v.id: v.answer for v in reviewing.recorded().questions}[asked] is None


def test_after_ctrl_z_the_next_key_is_for_what_was_taken_back(reviewing: Reviewing) -> None:
    place = reviewing.place
    questions, facts, table = place.tabs.questions, place.tabs.facts, place.tabs.scope.table
    confirmed = facts.fact.fact.id
    reviewing.key(Qt.Key.Key_Tab)
    reviewing.tab(2)
    mistaken = questions.question.id
    reviewing.key(Qt.Key.Key_N)
    reviewing.tab(3)
    reviewing.key(Qt.Key.Key_O)
    reviewing.settle()

    reviewing.key(Qt.Key.Key_Z, CONTROL)
    reviewing.settle()
    assert table.demand.demand.number == 1
    assert table.hasFocus()
    reviewing.key(Qt.Key.Key_Z, CONTROL)
    reviewing.settle()
    assert place.tabs.tab == "validity"
    assert questions.question.id == mistaken
    reviewing.key(Qt.Key.Key_Y)
    answers = {view.id: view.answer for view in reviewing.recorded().questions}
    assert answers[mistaken] is Answer.YES
    assert sum(answer is not None for answer in answers.values()) == 1
    reviewing.key(Qt.Key.Key_Z, CONTROL)
    reviewing.key(Qt.Key.Key_Z, CONTROL)
    reviewing.settle()
    assert place.tabs.tab == "facts"
    assert facts.fact.fact.id == confirmed
    assert facts.fact.fact.state is FactState.PROPOSED


def test_a_fact_that_was_taken_back_leaves_the_keyboard_beside_its_place(
    reviewing: Reviewing,
) -> None:
    place = reviewing.place
    agency = next(view for view in place.view.facts if view.fact.field == "agency")
    evidence = agency.fact.evidence
    facts.assign_fact(
        reviewing.desk, place.view.id, None, "agency", "Tacoma Police Department", evidence
    )
    place.refresh(frozenset())
    reviewing.settle()
    added = next(view for view in place.view.facts if view.fact.state is FactState.ASSIGNED)
    place.tabs.facts.show_fact(added.fact.id)
    reviewing.key(Qt.Key.Key_Z, CONTROL)
    reviewing.settle()
    assert place.tabs.facts.fact.fact.id == agency.fact.id


def test_a_no_takes_a_note_in_place(reviewing: Reviewing) -> None:
    questions = reviewing.place.tabs.questions
    reviewing.tab(2)
    asked = questions.question.id
    reviewing.key(Qt.Key.Key_N)
    reviewing.key(Qt.Key.Key_K)
    reviewing.settle()
    assert questions.question.id == asked
    assert questions.note.isVisible()
    questions.note.setFocus()
    reviewing.type("The second page is missing")
    reviewing.key(Qt.Key.Key_Return)
    notes = {view.id: view.note for view in reviewing.recorded().questions}
    assert notes[asked] == "The second page is missing"


def test_enter_and_escape_lead_from_a_note_back_to_the_questions(reviewing: Reviewing) -> None:
    questions = reviewing.place.tabs.questions
    reviewing.tab(2)
    asked = questions.question.id
    for words, leave, kept in (
        ("The seal is missing.", Qt.Key.Key_Return, "The seal is missing."),
        (" And more", Qt.Key.Key_Escape, "The seal is missing."),
    ):
        questions.show_question(asked)
        if questions.question.answer is None:
            reviewing.key(Qt.Key.Key_N)
            questions.show_question(asked)
        reviewing.settle()
        was_open = questions._delegate.open_reason
        questions.note.setFocus()
        questions.note.deselect()
        questions.note.end(False)
        reviewing.type(words)
        reviewing.key(leave)
        assert questions.hasFocus()
        assert questions._delegate.open_reason == was_open, "Enter in a note is for the note"
        assert {one.id: one.note for one in reviewing.recorded().questions}[asked] == kept
        assert questions.note.text() == kept
    reviewing.key(Qt.Key.Key_J)
    assert questions.question.id != asked


def test_the_page_follows_and_a_click_on_a_mark_goes_back(
    reviewing: Reviewing, qtbot: QtBot
) -> None:
    place = reviewing.place
    far = next(
        view for view in place.view.facts if view.fact.evidence and view.fact.evidence.page == 4
    )
    place.tabs.facts.show_fact(far.fact.id)
    reviewing.settle()
    view = place.pages.view
    spot = view.layout_now.find(far.fact.document_id, 4)
    box = view.layout_now.place(spot, far.fact.evidence.boxes[0])
    top = view.verticalScrollBar().value()
    assert top <= box[1] <= top + view.viewport().height()
    other = next(v for v in place.view.facts if v.fact.field == "case_number")
    place.tabs.facts.show_fact(other.fact.id)
    spot = view.layout_now.find(other.fact.document_id, other.fact.evidence.page)
    box = view.layout_now.place(spot, other.fact.evidence.boxes[0])
    place.tabs.facts.show_fact(far.fact.id)
    view.verticalScrollBar().setValue(round(box[1]) - 200)
    from PySide6.QtCore import QPoint

    at = QPoint(
        round((box[0] + box[2]) / 2),
        round((box[1] + box[3]) / 2) - view.verticalScrollBar().value(),
    )
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert place.tabs.facts.fact.fact.id == other.fact.id


def test_p_n_o_h_decide_and_narrowing_opens_two_dates(reviewing: Reviewing) -> None:
    place, table = reviewing.place, reviewing.place.tabs.scope.table
    reviewing.tab(3)
    assert table.hasFocus()
    assert table.demand.demand.number == 1
    reviewing.key(Qt.Key.Key_P)
    reviewing.settle()
    assert table.demand.demand.number == 2
    reviewing.key(Qt.Key.Key_O)
    reviewing.settle()
    reviewing.key(Qt.Key.Key_N)
    editor = table.editor
    assert editor.first.isVisible()
    editor.first.setFocus()
    editor.first.selectAll()
    reviewing.type("31 Nov 2026")
    reviewing.key(Qt.Key.Key_Return)
    assert editor.refused.words() == "November has 30 days."
    editor.first.selectAll()
    reviewing.type("1 Feb 2026")
    reviewing.key(Qt.Key.Key_Return)
    demands = {view.demand.number: view.demand for view in reviewing.recorded().demands}
    assert demands[1].decision is Decision.PRODUCE
    assert demands[2].decision is Decision.OBJECT
    assert demands[3].decision is Decision.NARROW
    assert demands[3].narrowed_from.isoformat() == "2026-02-01"
    assert place.tabs.tabs.count_of(2) == "3/5"


def test_escape_leaves_narrowing_as_it_was(reviewing: Reviewing) -> None:
    table = reviewing.place.tabs.scope.table
    reviewing.tab(3)
    reviewing.key(Qt.Key.Key_N)
    reviewing.key(Qt.Key.Key_Escape)
    assert not table.editor.narrowing
    assert table.hasFocus()
    assert reviewing.recorded().demands[0].demand.decision is None


def test_a_reason_half_typed_is_kept_while_it_is_typed_and_gone_once_it_is_taken(
    reviewing: Reviewing,
) -> None:
    editor = reviewing.place.tabs.scope.table.editor
    reviewing.tab(3)
    editor.reason.setFocus()
    reviewing.type("Too wide")
    reviewing.qtbot.waitUntil(lambda: half_typed.kept(reviewing.desk, 1) != {}, timeout=10_000)
    reviewing.type(" by years")
    reviewing.place.flush()
    reviewing.settle()
    assert half_typed.kept(reviewing.desk, 1) == {"reason:1": "Too wide by years"}
    reviewing.place.tabs.scope.table.setFocus()
    reviewing.key(Qt.Key.Key_J)
    assert editor.reason.text() == ""
    reviewing.key(Qt.Key.Key_K)
    assert editor.reason.text() == "Too wide by years"
    reviewing.key(Qt.Key.Key_O)
    reviewing.place.flush()
    assert reviewing.recorded().demands[0].demand.reason == "Too wide by years"
    assert half_typed.kept(reviewing.desk, 1) == {}


def test_what_was_half_typed_before_is_back_in_its_fields(
    qtbot: QtBot, open_window: OpenWindow, desk: Desk
) -> None:
    for field in ("reason:1", "conduct", "binding", "history:close"):
        half_typed.keep(desk, 1, {field: f"Begun in {field}"})
    tabs = Reviewing(qtbot, open_window(desk), desk).place.tabs
    assert tabs.scope.table.editor.reason.text() == "Begun in reason:1"
    assert tabs.documents.conduct.ground.toPlainText() == "Begun in conduct"
    assert tabs.bar.binding.reason.text() == "Begun in binding"
    tabs.documents.ask_reason("close")
    assert tabs.documents.reason.field.text() == "Begun in history:close"
    tabs.documents.reason.leave()
    tabs.documents.ask_reason("close")
    assert tabs.documents.reason.field.text() == ""


def worked_up(desk: Desk, *, sure: bool) -> None:
    """Every fact confirmed, every question answered so that it holds (unless not ``sure``), every demand decided."""
    for view in review.look(desk, 1).facts:
        facts.confirm_fact(desk, view.fact.id)
    for question in review.look(desk, 1).questions:
        rule = desk.rulebook.questions[question.id]
        escalates = question.severity == "A lawyer decides" and not sure
        given = Answer.NO if rule.failed(Answer.YES) != escalates else Answer.YES
        checklist.answer(desk, 1, question.id, given)
        sure = sure or escalates
    for demand in review.look(desk, 1).demands:
        reason = "" if demand.proposal == "PRODUCE" else "The account was opened this year."
        scope.decide(desk, 1, demand.demand.number, Decision.PRODUCE, reason=reason)


def test_what_was_begun_for_one_request_is_not_offered_for_another(reviewing: Reviewing) -> None:
    """Dates, a mended demand, a typed fact: begun for one request, they are not taken for the next."""
    place = reviewing.place
    reviewing.tab(1)
    place.tabs.fact_form.open_for("case_number")
    place.tabs.fact_form.value.setText("26-SW-1")
    reviewing.tab(3)
    table = place.tabs.scope.table
    place.tabs.scope.mend(table.demands.demand_at(table.demands.index(0, 1)))
    table.setFocus()
    reviewing.key(Qt.Key.Key_N)
    assert table.editor.narrowing
    reviewing.window.go("review", 2, "scope")
    reviewing.qtbot.waitUntil(lambda: place.view is not None and place.view.id == 2)
    reviewing.settle()
    assert table.demand.demand.number == 1
    assert not table.editor.narrowing
    assert place.tabs.scope.below.currentIndex() == 0
    assert not place.tabs.fact_form.value.isVisibleTo(place.tabs.fact_form)
    assert place.tabs.fact_form.value.text() == ""


def test_ctrl_enter_goes_to_what_is_missing_then_records(reviewing: Reviewing) -> None:
    place, bar = reviewing.place, reviewing.place.tabs.bar
    reviewing.tab(3)
    assert bar.button.text() == "Next open fact"
    reviewing.key(Qt.Key.Key_Return, CONTROL)
    assert place.tabs.tab == "facts"
    assert place.tabs.facts.hasFocus()
    worked_up(reviewing.desk, sure=True)
    place.refresh(frozenset({1}))
    reviewing.settle()
    assert bar.button.text() == "Record the determination"
    reviewing.key(Qt.Key.Key_Return, CONTROL)
    assert reviewing.recorded().determination.recorded, bar.refused.words()
    reviewing.settle()
    assert bar.recorded.isVisible()
    assert bar.button.text() != "Record the determination"


def test_where_a_lawyer_decides_the_bar_asks_for_word_and_reason(reviewing: Reviewing) -> None:
    place, bar = reviewing.place, reviewing.place.tabs.bar
    worked_up(reviewing.desk, sure=False)
    place.refresh(frozenset({1}))
    reviewing.settle()
    assert place.view.determination.binding == "escalate"
    reviewing.key(Qt.Key.Key_Return, CONTROL)
    assert bar.binding.isVisible()
    reviewing.key(Qt.Key.Key_Return, CONTROL)
    assert bar.refused.words()
    bar.binding.control.radios[1].setFocus()
    reviewing.key(Qt.Key.Key_Space)
    reviewing.type("Counsel called")
    bar.binding.hide()
    place.flush()
    reviewing.settle()
    assert half_typed.kept(reviewing.desk, 1) == {"binding": "Counsel called"}
    place.show_request(1, "typed:binding")  # as the next start leads there
    reviewing.settle()
    assert bar.binding.reason.hasFocus()
    reviewing.type(" the clerk")
    bar.binding.control.radios[1].setFocus()
    reviewing.key(Qt.Key.Key_Space)
    reviewing.key(Qt.Key.Key_Return)
    place.flush()
    recorded = reviewing.recorded().determination
    assert recorded.recorded
    assert recorded.binding == "no"
    assert half_typed.kept(reviewing.desk, 1) == {}


def test_an_added_demand_begins_with_the_accounts_and_the_period_of_the_order(
    reviewing: Reviewing,
) -> None:
    place = reviewing.place
    read = place.view.demands[0].demand
    reviewing.tab(3)
    place.tabs.scope.add(None)
    form = place.tabs.scope.form
    reviewing.type("Any and all names")
    form.category.setCurrentIndex(0)
    form.accept()
    reviewing.settle()
    added = reviewing.recorded().demands[-1].demand
    assert added.words == "Any and all names"
    assert added.targets == read.targets != ()
    assert (added.period_from, added.period_to) == (read.period_from, read.period_to)
    assert added.period_from


def test_files_begin_at_the_first_item_that_did_not_go(reviewing: Reviewing) -> None:
    form = DisclosureForm()
    reviewing.qtbot.addWidget(form)
    view = replace(reviewing.place.view, went=frozenset({1}))
    form.open_for(view)
    form.add_files((ProducedFile("logins.csv", 10, "ab" * 32, 0),))
    assert form._rows[0].produced().demand_number == 2


def test_what_is_on_the_screen_comes_back_after_a_lock(reviewing: Reviewing) -> None:
    place = reviewing.place
    reviewing.tab(2)
    reviewing.key(Qt.Key.Key_J)
    question = place.tabs.questions.question.id
    state = place.state()
    again = ReviewPlace(place.context)
    reviewing.qtbot.addWidget(again)
    again.resize(1200, 800)
    again.show()
    again.restore(state)
    reviewing.settle()
    reviewing.qtbot.waitUntil(lambda: again.view is not None)
    assert again.tabs.tab == "validity"
    assert again.tabs.questions.question.id == question
    again.pages.close_source()
    reviewing.settle()


def test_a_disclosure_before_its_time_is_refused_where_it_was_asked(
    reviewing: Reviewing, tmp_path: Path
) -> None:
    place = reviewing.place
    file = tmp_path / "messages.csv"
    file.write_text("a,b\n")
    reviewing.tab(4)
    place.tabs.documents.open_disclosure()
    form = place.tabs.documents.disclosure
    place.tabs.documents.describe([file])
    reviewing.settle()
    form.accept()
    reviewing.settle()
    assert form.isVisible()
    assert form.refused.words()
    assert not reviewing.recorded().disclosures


def test_a_finding_of_illegal_conduct_waits_for_a_second_person_and_says_why(
    reviewing: Reviewing,
) -> None:
    documents = reviewing.place.tabs.documents
    reviewing.tab(4)
    documents.open_conduct()
    reviewing.key(Qt.Key.Key_Return, CONTROL)
    assert documents.conduct.refused.words()
    reviewing.type("Listings of stolen cameras")
    reviewing.key(Qt.Key.Key_Return, CONTROL)
    approval = reviewing.recorded().approvals[0]
    assert approval.state == "waiting"
    assert not reviewing.recorded().flags.illegal_use
    box = documents.boxes[0]
    assert box.isVisible()
    assert box.view.why_waiting
    box.passphrase.setFocus()
    reviewing.type("not their passphrase")
    reviewing.key(Qt.Key.Key_Return)
    reviewing.settle()
    assert documents.boxes[0].refused.words.text()
    assert documents.boxes[0].passphrase.text() == ""
    assert reviewing.recorded().approvals[0].state == "waiting"
    documents.boxes[0].findChild(Link).click()
    assert reviewing.recorded().approvals[0].state == "declined"
    assert documents.boxes[0].findChild(Link) is None


def test_a_second_person_approves_in_place_by_their_own_passphrase(reviewing: Reviewing) -> None:
    documents = reviewing.place.tabs.documents
    stores.add_person(reviewing.desk, "Second Person", "violet harbour ladder kettle")
    reviewing.tab(4)
    documents.open_conduct()
    reviewing.type("Listings of stolen cameras")
    reviewing.key(Qt.Key.Key_Return, CONTROL)
    reviewing.settle()
    documents.boxes[0].passphrase.setFocus()
    reviewing.type("violet harbour ladder kettle")
    reviewing.key(Qt.Key.Key_Return)
    after = reviewing.recorded()
    assert after.approvals[0].state == "approved"
    assert after.approvals[0].approved_by == "Second Person"
    assert after.flags.illegal_use


def test_find_opens_from_the_lists_too_and_f11_gives_the_page_the_place(
    reviewing: Reviewing,
) -> None:
    place = reviewing.place
    reviewing.key(Qt.Key.Key_F, CONTROL)
    assert place.pages.find_bar.field.hasFocus()
    reviewing.key(Qt.Key.Key_Escape)
    reviewing.key(Qt.Key.Key_F11)
    assert not place.tabs.isVisible()
    reviewing.key(Qt.Key.Key_F11)
    assert place.tabs.isVisible()


def test_every_control_has_a_name(reviewing: Reviewing) -> None:
    for number in range(1, 6):
        reviewing.tab(number)
        reviewing.settle()
        assert unnamed_controls(reviewing.place) == []


def test_rows_speak_what_they_show(reviewing: Reviewing) -> None:
    tabs = reviewing.place.tabs
    role = Qt.ItemDataRole.AccessibleTextRole
    assert "Proposed" in tabs.facts.facts.data(tabs.facts.currentIndex(), role)
    assert "page 1" in tabs.facts.facts.data(tabs.facts.currentIndex(), role)
    reviewing.tab(2)
    words = tabs.questions.questions.data(tabs.questions.currentIndex(), role)
    assert tabs.questions.question.question in words
    reviewing.tab(3)
    words = tabs.scope.table.demands.data(tabs.scope.table.currentIndex(), role)
    assert words.startswith("Item 1: ")
    assert "Compelled: " in words


def test_the_review_has_one_primary_button_whatever_form_is_open(reviewing: Reviewing) -> None:
    tabs = reviewing.place.tabs
    documents = tabs.documents
    reviewing.tab(4)
    openings: tuple[Callable[[], None], ...] = (
        documents.open_disclosure,
        documents.open_conduct,
        lambda: documents.ask_reason("close"),
        lambda: documents.flags.boxes["consent"].setChecked(True),
    )
    for opened in openings:
        opened()
        reviewing.settle()
        shown = [each for each in tabs.findChildren(Button) if each.isVisible() and each.primary]
        assert len(shown) == 1, [each.text() for each in shown]


def test_a_form_that_opens_in_a_short_window_is_seen_whole(reviewing: Reviewing) -> None:
    reviewing.window.resize(1280, 720)
    documents = reviewing.place.tabs.documents
    reviewing.tab(4)
    reviewing.settle()
    documents.open_disclosure()
    viewport, take = documents.scrolled.viewport(), documents.disclosure.take
    reviewing.qtbot.waitUntil(
        lambda: viewport.rect().contains(
            take.geometry().translated(take.parentWidget().mapTo(viewport, QPoint()))
        ),
        timeout=5000,
    )


@pytest.mark.parametrize("size", [(853, 560), (1067, 667)], ids=["1280 at 150 %", "1600 at 150 %"])
def test_in_a_small_window_nothing_of_the_review_lies_over_another_or_is_cut_off(
    reviewing: Reviewing, size: tuple[int, int]
) -> None:
    tabs, window = reviewing.place.tabs, reviewing.window
    window.resize(*size)
    reviewing.settle()
    assert tabs.width() >= tabs.tabs.sizeHint().width()

    reviewing.tab(2)
    questions = tabs.questions
    control, seen = questions._control, questions.viewport().rect()
    assert questions._delegate.question_width(seen.width()) >= 160
    assert seen.left() <= control.x()
    assert control.geometry().right() <= seen.right()
    words = questions._delegate._words_height(questions.question, seen.width())
    row = questions.visualRect(questions.currentIndex())
    beside = row.left() + 40 + questions._delegate.question_width(seen.width()) <= control.x()
    assert beside or row.top() + words <= control.y()

    reviewing.tab(3)
    table = tabs.scope.table
    assert sum(table.columnWidth(each) for each in range(7)) <= table.viewport().width()
    assert table.columnWidth(6) >= fonts.width("Nothing held") + 24
    editor = table.editor
    link = QRect(editor.mend.mapTo(editor, QPoint()), editor.mend.size())
    decision = QRect(editor.control.mapTo(editor, QPoint()), editor.control.size())
    assert not link.intersects(decision)
    assert editor.rect().contains(link)
    assert editor.rect().contains(decision)
