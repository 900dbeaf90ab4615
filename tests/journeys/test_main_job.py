"""The main job, as the day has it: a served order from a window without a store to the half-year's report."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from lerdesk.base.resources import resources
from lerdesk.desk import letters, stores
from lerdesk.domain.request import FactState
from lerdesk.domain.vocabulary import LetterKind, Status
from lerdesk.ui.letters.place import LettersPlace
from lerdesk.ui.notices.place import NoticesPlace
from tests.journeys.person import Person
from tests.journeys.reviewing import (
    answer_questions,
    assign,
    confirm_facts,
    decide,
    issue,
    next_step,
    open_review,
)

WARRANT = resources() / "samples" / "01_federal_warrant_five_demands.pdf"
PASSPHRASE = "harbour kettle violet ladder"
SENTENCE = "Please call us with any question. "


def test_the_main_job_by_keyboard_alone(person: Person) -> None:
    p, home = person, Path.home()
    make_the_store(p)
    p.see("02_empty_inbox")
    set_the_letterhead(p)
    p.press("Ctrl+1", "Ctrl+O")
    p.name_files(WARRANT)
    p.see("03_inbox")
    assert p.told == ""
    assert p.on == "Requests"

    p.press("Enter")
    p.see("04_review")
    place = open_review(p)
    confirm_facts(p, until="agency")
    p.type("Federal Bureau of Investigation, Seattle")
    p.see("05_correcting")
    p.press("Tab")
    confirm_facts(p)
    states = {one.words: one.fact.state for one in place.view.facts}
    assert states["Federal Bureau of Investigation, Seattle"] is FactState.CORRECTED
    assign(p, "Tacoma Resident Agency", "agency")
    p.see("09_assigned")
    states = {one.words: one.fact.state for one in place.view.facts}
    assert states["Tacoma Resident Agency"] is FactState.ASSIGNED
    assert "Federal Bureau of Investigation, Seattle" not in states

    next_step(p, "Next open question")
    answer_questions(p)
    p.see("11_answered")
    next_step(p, "Next open item")
    assert len(place.view.demands) == 5
    decide(p, item4="N")
    p.see("14_decided")
    bar = place.tabs.bar
    assert bar.heading.text() == "Partial response"
    assert bar.sentence.text().startswith("Valid and binding")
    next_step(p, "Record the determination")
    assert bar.recorded.isVisible()
    p.see("15_recorded")

    next_step(p, "Draft the notice")
    tell_the_customers(p)
    p.hand.move_to(p.hand.moment + timedelta(days=8))
    draft_and_issue_the_answer(p)
    export_and_print(p, home)

    p.press("Ctrl+2")
    next_step(p, "Record the disclosure")
    record_the_disclosure(p, home)
    next_step(p, "Close the request")
    assert place.view.closed
    assert place.view.status is Status.CLOSED
    p.see("26_closed")

    find_it_again(p)
    lock_and_unlock(p)
    report(p)
    verify(p, home)


def make_the_store(p: Person) -> None:
    """The first start's one page."""
    assert p.on == "Passphrase"
    p.type(PASSPHRASE)
    for name, words in (
        ("Passphrase again", PASSPHRASE),
        ("Reviewer's name", "Ines Albrecht"),
        ("Company", "Northwind Marketplace, Inc."),
        ("Postal address", "400 Alder Street\nSeattle, WA 98101"),
        ("Telephone", "(206) 555-0140"),
    ):
        p.tab_to(name)
        p.type(words)
    p.see("01_first_start")
    p.press("Ctrl+Enter")
    p.until(lambda: p.window.desk is not None)
    p.look()
    assert p.on == "Add a request"


def set_the_letterhead(p: Person) -> None:
    """What the first page left out, in Settings."""
    p.press("Ctrl+,")
    assert p.on == "Company"
    p.tab_to("E-mail")
    p.type("legal@example.com")
    p.press("Ctrl+S")
    p.see("02b_settings")


def tell_the_customers(p: Person) -> None:
    """Change a sentence of the first notice; issue one for each customer."""
    place = p.place
    assert isinstance(place, NoticesPlace)
    pane = place.pane
    p.until(lambda: pane.page.shown is not None)
    assert p.focus is pane.editor
    p.see("16_notice")
    p.press(*["Down"] * 4)
    p.press("Home")
    p.type(SENTENCE)
    p.until(lambda: not pane.keeper.dirty)
    assert pane.bar.changed.text().startswith("1 sentence")
    p.press("Ctrl+Enter")
    p.see("17_notice_issue")
    assert "Disclosure not before 1 Dec 2026" in pane.footer.question.words.text()
    p.press("Enter")
    p.until(lambda: pane.view is not None and pane.view.number is not None)
    with p.looking():
        assert SENTENCE.strip() in letters.load(p.desk, pane.view.letter_id).markdown
    told = {pane.view.to}
    p.see("18_notice_issued")
    while pane.another_waits:
        p.tab_to("Draft the next notice", back=True)
        p.press("Enter")
        p.until(lambda: pane.view is not None and pane.view.number is None)
        assert p.focus is pane.editor
        issue(p, "Notice before disclosure")
        told.add(pane.view.to)
    assert told == {"halden.outfit@example.com", "bo.reyes.tacoma@example.org"}


def draft_and_issue_the_answer(p: Person) -> None:
    """From the inbox, where it is the next step."""
    p.press("Ctrl+1")
    p.see("19_inbox_answer")
    row = p.place.model.row(0)  # type: ignore[attr-defined]  # the inbox's
    assert row.step.words == "Issue the partial response", row.step
    p.press("Enter")
    place = p.place
    assert isinstance(place, LettersPlace)
    pane = place.pane
    p.until(lambda: pane.page.shown is not None)
    assert pane.view is not None
    assert pane.view.kind is LetterKind.PARTIAL
    p.see("20_partial")
    assert issue(p, "Partial response") == "L-2026-000003"
    p.see("22_partial_issued")


def export_and_print(p: Person, home: Path) -> None:
    """Through Qt's own dialogs; what is exported are the frozen bytes."""
    place = p.place
    assert isinstance(place, LettersPlace)
    view = place.pane.view
    assert view is not None
    p.press("Ctrl+S")
    p.name_files(home / "answer.pdf")
    p.until((home / "answer.pdf").exists)
    with p.looking():
        frozen = letters.issued(p.desk, view.letter_id).pdf
    assert (home / "answer.pdf").read_bytes() == frozen
    p.press("Ctrl+P")
    for _ in range(8):
        if type(p.focus).__name__ == "QLineEdit":
            break
        p.press("Tab")
    p.over(str(home / "printed.pdf"))
    p.press("Enter")
    p.until(lambda: "printed to" in p.told)
    assert (home / "printed.pdf").read_bytes().startswith(b"%PDF")
    assert p.window.isAncestorOf(p.focus), "the keyboard comes back from the dialog"


def record_the_disclosure(p: Person, home: Path) -> None:
    """Files by Ctrl+O, each with its item."""
    given = [home / "names.csv", home / "messages.zip"]
    for file in given:
        file.write_bytes(file.name.encode() * 100)
    form = open_review(p).tabs.documents.disclosure
    p.see("23_disclosure")
    assert form.isVisible()
    assert "Inglewood" in form.recipient.text()
    p.press("Ctrl+O")
    p.name_files(*given)
    p.until(lambda: len(form._rows) == 2)
    assert p.on == "Item of messages.zip"
    p.press("Down", "Down", "Down")
    p.see("24_files")
    p.press("Enter")
    p.until(lambda: bool(open_review(p).view.disclosures))
    assert not form.isVisible()
    words = open_review(p).view.disclosures[0]
    assert "Inglewood" in words


def find_it_again(p: Person) -> None:
    """By the agent's name, from anywhere; then its history."""
    p.press("Ctrl+5", "Ctrl+K")
    p.type("inglewood")
    p.see("27_found")
    p.press("Enter")
    place = open_review(p)
    assert place.view.reference == "LER-2026-000001"
    p.press("Alt+5")
    p.see("28_history")
    words = " ".join(entry.words for entry in place.view.history)
    for part in ("Received", "Determined", "Told the customer", "Disclosed", "Closed"):
        assert part in words, f"{part} is not in the history: {words}"


def lock_and_unlock(p: Person) -> None:
    """What was on the screen comes back."""
    p.press("Ctrl+L")
    p.until(lambda: p.window.desk is None and p.on == "Passphrase")
    p.see("29_locked")
    p.type("not this one")
    p.press("Enter")
    p.until(lambda: bool(p.window.unlock_view.warning.words()))
    p.type(PASSPHRASE)
    p.press("Enter")
    p.until(lambda: p.window.desk is not None)
    p.look()
    place = open_review(p)
    p.until(lambda: place.view is not None)
    assert place.tabs.tab == "history"
    p.see("30_unlocked")


def report(p: Person) -> None:
    """The right cell, and the way from it to the request."""
    p.press("Ctrl+5")
    shown = {one.name: one.text() for one in p.place.figures.figures}  # type: ignore[attr-defined]
    p.see("31_report")
    assert shown["Search warrants, partial"] == "1"
    assert "Search warrants, full" not in shown
    assert "Still open" not in shown
    p.tab_to("Search warrants, partial")
    p.press("Enter")
    p.press("Enter")
    assert open_review(p).view.reference == "LER-2026-000001"


def verify(p: Person, home: Path) -> None:
    """In the program, and from the command line once the window is closed."""
    with p.looking():
        checked = stores.verify(p.desk)
        p.gaps.stop()
    assert checked.whole, checked
    p.window.close()
    QApplication.processEvents()
    secret = home / "passphrase"
    secret.write_text(PASSPHRASE)
    store = str(p.folders.store)
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "lerdesk",
            "verify",
            "--store",
            store,
            "--passphrase-file",
            str(secret),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "whole" in done.stdout.lower()
