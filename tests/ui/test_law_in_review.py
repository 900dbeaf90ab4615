"""The law before the reviewer: how sure it is, what was read beside a question, offers as reasons, both readings."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lerdesk.desk.session import Desk
from lerdesk.domain.vocabulary import Decision, Standing
from lerdesk.ui.review.deadlines import DeadlinesPopup
from lerdesk.ui.review.questions import proposed_answer, reason_lines, second_line, spoken
from lerdesk.ui.shell.main_window import MainWindow
from lerdesk.ui.widgets import Link
from tests.ui.review_views import a_demand, a_factor, a_question
from tests.ui.reviewing import Reviewing

OpenWindow = Callable[[Desk | None], MainWindow]
GROUPS = (
    "Instrument",
    "Issuer",
    "Signature",
    "Requester’s identity",
    "Particularity",
    "Scope",
    "Protected data",
    "Service and time",
    "Silence",
)


@pytest.fixture
def shown(qtbot: QtBot, open_window: OpenWindow, desk: Desk) -> Reviewing:
    return Reviewing(qtbot, open_window(desk), desk)


def test_questions_stand_in_the_order_in_which_a_reviewer_works(shown: Reviewing) -> None:
    view = shown.recorded()
    groups = list(dict.fromkeys(each.group for each in view.questions))
    assert groups == [each for each in GROUPS if each in groups]
    assert {"Instrument", "Issuer", "Signature", "Requester’s identity"} <= set(groups)
    for each in view.questions:
        assert each.citation
        assert each.law in {
            "verified",
            "secondary source",
            "unverified",
            "your company’s choice",
        }
        assert each.severity
        assert each.law in spoken(each)
        assert each.severity.lower() in spoken(each)


def test_what_was_read_stands_beside_a_question_and_a_click_goes_there(shown: Reviewing) -> None:
    shown.tab(2)
    questions = shown.place.tabs.questions
    view = next(each for each in shown.recorded().questions if each.id == "E005")
    assert [place.label for place in view.evidence] == ["Addressed to"]
    assert view.proposal is None
    questions.show_question("E005")
    shown.settle()
    pages = shown.place.pages.view
    pages.verticalScrollBar().setValue(pages.verticalScrollBar().maximum())
    before = pages.verticalScrollBar().value()
    questions.link_clicked.emit("E005", "evidence:0")
    shown.settle()
    assert pages.verticalScrollBar().value() < before
    assert any(mark.id == "question:E005" for mark in shown.place.marks)


def test_several_places_are_links_of_their_own() -> None:
    question = a_question()
    other = replace(question.evidence[0], evidence=replace(question.evidence[0].evidence, page=3))
    both = replace(question, evidence=(question.evidence[0], other))
    links = [run.link for _, runs in reason_lines(both) for run in runs if run.link]
    assert links == ["evidence:0", "evidence:1"]


def test_what_rests_on_unsure_law_is_suggested_and_not_set(shown: Reviewing) -> None:
    shown.tab(2)
    view = next(each for each in shown.recorded().questions if each.id == "E009")
    assert view.proposal is not None
    assert not view.proposal.certain
    assert "secondary source: confirm it by hand" in view.proposal.reason
    assert proposed_answer(view) is None
    assert second_line(view)[0].words == "Suggested"
    questions = shown.place.tabs.questions
    questions.show_question("E009")
    shown.settle()
    assert questions.control is not None
    names = [radio.accessibleName() for radio in questions.control.radios]
    assert not any("proposed" in name for name in names)


def test_no_proposal_of_the_rulebook_rests_on_unsure_law_and_is_certain(shown: Reviewing) -> None:
    view, rules = shown.recorded(), shown.desk.rulebook
    unsure = {Standing.SECONDARY, Standing.UNVERIFIED}
    for each in view.questions:
        if each.proposal is not None:
            assert each.proposal.certain is (rules.questions[each.id].status not in unsure)
    for demand in view.demands:
        if demand.law in {"secondary source", "unverified"}:
            assert not demand.certain
            assert "confirm it by hand" in demand.reason


def test_a_suggested_decision_is_said_and_not_set(shown: Reviewing) -> None:
    shown.tab(3)
    table = shown.place.tabs.scope.table
    table.demands.show((a_demand(1), replace(a_demand(2), certain=False, law="secondary source")))
    table.setCurrentIndex(table.demands.index(1, 1))
    assert table.editor is not None
    names = [radio.accessibleName() for radio in table.editor.control.radios]
    assert not any("proposed" in name for name in names)
    spoken_row = table.demands.data(table.demands.index(1, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert "secondary source, to be confirmed by hand" in str(spoken_row)


def test_an_offer_becomes_the_reason_and_the_objection_carries_it(shown: Reviewing) -> None:
    shown.tab(3)
    scope = shown.place.tabs.scope
    number = next(
        each.demand.number
        for each in shown.recorded().demands
        if any(factor.id == "O01" and factor.proposed for factor in each.factors)
    )
    scope.table.show_number(number)
    shown.settle()
    view = scope.table.demand
    assert view is not None
    offer = next(each.offer for each in view.factors if each.id == "O01")
    use = next(
        link
        for link in scope.width_of.findChildren(Link)
        if link.accessibleName() == f"Use as reason: {offer}"
    )
    QTest.mouseClick(use, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert scope.table.editor is not None
    assert scope.table.editor.reason.text() == offer
    assert scope.table.editor.reason.hasFocus()
    scope.table.setFocus()
    shown.key(Qt.Key.Key_O)
    demand = next(each for each in shown.recorded().demands if each.demand.number == number).demand
    assert demand.decision is Decision.OBJECT
    assert demand.reason == offer


def test_the_offered_dates_follow_the_chosen_ones(shown: Reviewing) -> None:
    shown.tab(3)
    table = shown.place.tabs.scope.table
    factor = replace(a_factor(), offer="We offer January 1, 2025 to November 9, 2026.")
    table.demands.show((replace(a_demand(1), factors=(factor,), narrowing=factor.offer),))
    table.setCurrentIndex(table.demands.index(0, 1))
    editor = table.editor
    assert editor is not None
    assert table.demand is not None
    editor.show_demand(table.demand)
    editor.begin_narrowing()
    assert editor.reason.text() == "We offer January 1, 2025 to November 9, 2026."
    editor.first.setFocus()
    editor.first.selectAll()
    QTest.keyClicks(editor.first, "3 Mar 2025")
    assert editor.reason.text() == "We offer March 3, 2025 to November 9, 2026."
    editor.reason.setFocus()
    QTest.keyClicks(editor.reason, "My own words")
    editor.first.setFocus()
    editor.first.selectAll()
    QTest.keyClicks(editor.first, "4 Mar 2025")
    assert "March 4, 2025" in editor.reason.text()
    assert "My own words" in editor.reason.text()


def test_what_a_person_alone_can_see_opens_on_request(shown: Reviewing) -> None:
    shown.tab(3)
    pane = shown.place.tabs.scope.width_of
    closed = len(pane.findChildren(Link))
    assert pane.more.text().startswith("What only a person can see")
    QTest.mouseClick(pane.more, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert pane.more.text().startswith("Hide")
    assert len(pane.findChildren(Link)) >= closed + 7


def test_special_laws_and_other_peoples_data_are_told_at_the_demand(shown: Reviewing) -> None:
    orders = next(each for each in shown.recorded().demands if each.demand.category == "C08")
    told = {flag.name: flag for flag in orders.flags}
    assert {"Other people’s data", "Perhaps expressive"} <= set(told)
    assert told["Other people’s data"].law == "your company’s choice"
    assert "leave out the contact data of others" in told["Other people’s data"].follows
    shown.tab(3)
    table = shown.place.tabs.scope.table
    row = table.demands.find(orders.demand.number)
    said = str(table.demands.data(row, Qt.ItemDataRole.AccessibleTextRole))
    assert "Other people’s data" in said


def test_deadlines_drop_below_the_head_with_readings_and_steps(shown: Reviewing) -> None:
    header = shown.place.header
    assert header.deadlines.isVisible()
    QTest.mouseClick(header.deadlines, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    popup = header.findChild(DeadlinesPopup)
    assert popup is not None
    assert popup.isVisible()
    assert popup.deadlines == shown.recorded().deadlines
    assert "Answer: by" in popup.words()
    for each in popup.deadlines:
        assert each.steps
        assert each.citation
        assert each.law
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_the_organisations_own_rule_is_called_so(shown: Reviewing) -> None:
    rules = shown.desk.rulebook
    changed = replace(rules.questions["E012"], text="Is our own number given?")
    shown.desk.rulebook = replace(
        rules, questions={**rules.questions, "E012": changed}, own=frozenset({"E012"})
    )
    view = next(each for each in shown.recorded().questions if each.id == "E012")
    assert view.law == "your organisation’s own rule, verified"
    assert "Your organisation’s own rule." in view.law_words


def test_a_finding_that_the_policy_gives_to_two_waits_for_the_second(shown: Reviewing) -> None:
    rules = shown.desk.rulebook
    policy = replace(rules.policy, two_persons=frozenset({"illegal_conduct", "consent"}))
    shown.desk.rulebook = replace(rules, policy=policy)
    shown.tab(4)
    form = shown.place.tabs.documents.flags
    form.boxes["consent"].click()
    form.reason.setFocus()
    QTest.keyClicks(form.reason, "A signed letter is on file.")
    shown.key(Qt.Key.Key_Return)
    view = shown.recorded()
    assert not view.flags.consent
    assert [(each.kind, each.words, each.state) for each in view.approvals] == [
        ("consent", "The customer’s consent", "waiting")
    ]
    assert not form.boxes["consent"].isChecked()
