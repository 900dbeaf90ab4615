"""What a reviewer does to an open request, key by key, reading on the screen what comes next."""

from pathlib import Path

from lerdesk.domain.request import FactState
from lerdesk.domain.vocabulary import Answer
from lerdesk.ui.review.place import ReviewPlace
from tests.journeys.person import Person

_MOST = 90  # more keys than any paper here needs


def open_review(p: Person) -> ReviewPlace:
    """The review place, which is shown."""
    place = p.place
    assert isinstance(place, ReviewPlace), f"{place.name} is shown"
    assert place.view is not None
    return place


def confirm_facts(p: Person, until: str = "") -> None:
    """Tab, as long as there is something to confirm, or until a field is current."""
    p.press("Alt+1")
    place = open_review(p)
    for _ in range(_MOST):
        facts = place.view.facts
        if not any(fact.fact.state is FactState.PROPOSED for fact in facts):
            assert not until, f"there is no {until} to confirm"
            return
        current = place.tabs.facts.fact
        if until and current is not None and current.fact.field == until:
            return
        p.press("Tab")
    raise AssertionError(f"Tab does not confirm; the keyboard is on {p.on}")


def assign(p: Person, sought: str, field: str) -> None:
    """Find words in the order, press F, choose the field, come back to the list."""
    place = open_review(p)
    p.press("F6", "Ctrl+F")
    p.over(sought)
    p.until(lambda: place.pages.finder.place > 0 and not place.pages.finder.waiting)
    p.press("Esc", "F")
    assert p.on == "Field", f"F leads to {p.on}"
    p.type(field)
    p.press("Enter", "F6")


def answer_questions(p: Person, failing: dict[str, str] | None = None) -> None:
    """Answer every open question so that it holds, save some.

    Args:
        p: at the keyboard.
        failing: the key for those that are answered otherwise: {"E003": "N"}.
    """
    p.press("Alt+2")
    place, otherwise = open_review(p), failing or {}
    for _ in range(_MOST):
        question = place.tabs.questions.question
        assert question is not None
        if question.answer is not None:
            break
        rule = p.desk.rulebook.questions[question.id]
        holds = "N" if rule.failed(Answer.YES) else "Y"
        p.press(otherwise.get(question.id, holds))
    assert all(one.answer is not None for one in place.view.questions)


def decide(p: Person, **keys: str) -> None:
    """Decide item after item: ``item4="N"`` narrows to the proposed dates, the rest is produced.

    Args:
        p: at the keyboard.
        keys: the key for each item, P where none is named.
    """
    p.press("Alt+3")
    place = open_review(p)
    table = place.tabs.scope.table
    for _ in range(_MOST):
        demand = table.demand
        if demand is None or demand.demand.decision is not None:
            break
        key = keys.get(f"item{demand.demand.number}", "P")
        p.press(key)
        if key == "N":
            assert p.on.startswith("Produce "), f"narrowing leads to {p.on}"
            p.press("Enter")
            assert not table.editor.refused.words(), table.editor.refused.words()
    assert all(one.demand.decision is not None for one in place.view.demands)


def next_step(p: Person, words: str) -> None:
    """Ctrl+Enter, where the button says so."""
    bar = open_review(p).tabs.bar
    assert bar.button.isVisible(), f"{bar.heading.text()}: no button; {bar.sentence.text()}"
    assert bar.button.text() == words, f"the button says {bar.button.text()!r}"
    p.press("Ctrl+Enter")
    if p.window.shown is bar.window():
        assert not bar.refused.words(), bar.refused.words()


def issue(p: Person, title: str) -> str:
    """Issue the paper that is open; its number."""
    pane = p.place.pane  # type: ignore[attr-defined]  # notices and letters have one
    p.until(lambda: pane.page.shown is not None)
    assert pane.view is not None
    assert pane.view.title == title, pane.view.title
    assert not pane.view.blocking, [one.words for one in pane.view.blocking]
    p.press("Ctrl+Enter", "Enter")
    p.until(lambda: pane.view is not None and pane.view.number is not None)
    return str(pane.view.number)


def take_in(p: Person, *files: Path) -> None:
    """By Ctrl+O, from the inbox."""
    p.press("Ctrl+1", "Ctrl+O")
    p.name_files(*files)


def step_from_inbox(p: Person, words: str) -> None:
    """The current row's next step, by Enter."""
    p.press("Ctrl+1")
    table = p.place.table  # type: ignore[attr-defined]  # the inbox's
    row = table.model().row(table.currentIndex().row())
    assert row.step.words == words, f"the inbox says {row.step.words!r}"
    p.press("Enter")


def enter_facts(p: Person, facts: dict[str, str]) -> None:
    """In the open form for facts: choose each field by its letters, type its value."""
    for field, words in facts.items():
        p.tab_to("Field of the new fact", back=True)
        p.choose(field)
        p.press("Tab")
        p.type(words)
        p.press("Enter")
        refused = open_review(p).tabs.fact_form.refused.words()
        assert not refused, refused


def close_form(p: Person) -> None:
    """Esc, back to the list."""
    p.press("Esc")
    assert p.on == "Facts"


def add_demand(p: Person, words: str, category: str, targets: str) -> None:
    """In the open form for a demand."""
    if p.on != "Category":
        p.type(words)
        p.press("Tab")
    p.choose(category)
    p.press("Tab")
    p.type(targets)
    p.press("Enter")
    assert open_review(p).view.demands


def disclose(p: Person, *files: Path, item: int = 1) -> None:
    """In the open form: add files by Ctrl+O, the last of them for an item, record."""
    for file in files:
        file.write_bytes(file.name.encode() * 100)
    form = open_review(p).tabs.documents.disclosure
    assert form.isVisible()
    p.press("Ctrl+O")
    p.name_files(*files)
    p.until(lambda: len(form._rows) == len(files))
    p.press(*["Down"] * (item - 1), "Enter")
    p.until(lambda: bool(open_review(p).view.disclosures) or bool(form.refused.words()))
    assert not form.refused.words(), form.refused.words()
