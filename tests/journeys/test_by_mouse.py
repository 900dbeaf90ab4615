"""A subpoena for subscriber data, from the drop to the close, by mouse alone (words excepted)."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton

from lerdesk.base.resources import resources
from lerdesk.domain.request import FactState
from lerdesk.domain.vocabulary import Answer
from lerdesk.ui.letters.place import LettersPlace
from tests.journeys.person import Person
from tests.journeys.reviewing import open_review

SUBPOENA = resources() / "samples" / "21_dea_subpoena_subscriber.pdf"


def test_a_subpoena_is_answered_by_mouse(at_work: Person) -> None:
    p = at_work
    p.drop(SUBPOENA)
    table = p.place.table
    row = table.visualRect(table.model().index(0, 3)).center()
    spot = table.viewport().mapTo(p.window, row)
    p.click(table.viewport(), row)
    QTest.mouseDClick(
        p.window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot
    )
    p.settle()
    place = open_review(p)

    facts = place.tabs.facts
    while any(one.fact.state is FactState.PROPOSED for one in place.view.facts):
        rect = facts.visualRect(facts.currentIndex())
        p.click(facts.viewport(), QPoint(rect.left() + 22, rect.top() + 20))

    p.click(place.tabs.bar.button)
    questions = place.tabs.questions
    for _ in range(80):
        if all(one.answer is not None for one in place.view.questions):
            break
        question = questions.question
        if question.answer is None:
            failed = p.desk.rulebook.questions[question.id].failed(Answer.YES)
            p.click(questions.control.findChildren(QRadioButton)[1 if failed else 0])
        p.click(place.tabs.bar.button)
    assert place.tabs.tab == "scope"

    scope = place.tabs.scope.table
    for _ in place.view.demands:
        p.click(scope.editor.control.findChildren(QRadioButton)[0])
    p.see("m1")
    p.click(place.tabs.bar.button)
    assert place.tabs.bar.recorded.isVisible()
    p.click(place.tabs.bar.button)
    letter = p.place
    assert isinstance(letter, LettersPlace)
    p.until(lambda: letter.pane.page.shown is not None)
    p.click(letter.pane.footer.issue)
    p.click(letter.pane.footer.question.confirm)
    p.until(lambda: letter.pane.view.number is not None)
    p.click(letter.pane.footer.export)
    out = Path.home() / "full.pdf"
    p.name_files(out)
    p.until(out.exists)
