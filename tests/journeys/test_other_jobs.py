"""Other days at the desk, each by keyboard in the real window."""

from pathlib import Path

import pikepdf

from lerdesk.base.resources import resources
from lerdesk.desk import inbox
from lerdesk.domain.vocabulary import Status
from tests.journeys.person import Person
from tests.journeys.reviewing import (
    add_demand,
    answer_questions,
    close_form,
    confirm_facts,
    decide,
    disclose,
    enter_facts,
    issue,
    next_step,
    open_review,
    step_from_inbox,
    take_in,
)
from tests.ui.worked import PASSPHRASE


def sample(number: str) -> Path:
    return next((resources() / "samples").glob(f"{number}*.pdf"))


def opened(p: Person, number: str) -> None:
    """Take a sample in, open it, confirm its facts."""
    take_in(p, sample(number))
    p.press("Enter")
    confirm_facts(p)


def test_a_scan_is_worked_by_hand(at_work: Person, scan: Path) -> None:
    p = at_work
    take_in(p, scan)
    assert p.told == "scan.pdf: It has no text. Its facts are entered by hand."
    with p.looking():
        asks = inbox.preview(p.desk, 1).asks
    assert asks == "What it asks was not read from scan.pdf. Its facts are entered by hand."
    step_from_inbox(p, "Name the kind of process")
    place = open_review(p)
    p.see("b2")
    assert p.on == "Kind of process"
    p.choose("Administrative subpoena")
    p.press("Enter")
    enter_facts(
        p,
        {
            "Case number": "S7-26-0418",
            "Issued on": "18 Nov 2026",
            "Agency": "Drug Enforcement Administration",
            "Account": "k.ostrander@example.com",
        },
    )
    p.see("b3")
    assert place.view.process == "US_ADMIN"
    assert {one.words for one in place.view.facts} >= {"S7-26-0418", "18 Nov 2026"}
    close_form(p)
    next_step(p, "Next open question")
    answer_questions(p)
    p.press("Alt+3")
    assert p.on == "Add a demand"
    p.see("b4")
    p.press("Space")
    add_demand(p, "Name of the customer", "Name", "k.ostrander@example.com")
    p.see("b5")
    decide(p, item1="O")
    assert place.tabs.bar.heading.text() == "No response"
    next_step(p, "Record the determination")
    next_step(p, "Draft answer")
    issue(p, "Objection")
    step_from_inbox(p, "Close the request")


def test_a_subpoena_that_asks_for_content_is_answered_in_part(at_work: Person) -> None:
    p = at_work
    opened(p, "03")
    place = open_review(p)
    answer_questions(p, {"E016": "N", "E403": "N"})
    decide(p, item6="O")
    assert place.tabs.bar.heading.text() == "Partial response"
    next_step(p, "Record the determination")
    p.see("c1")
    next_step(p, "Draft answer")
    issue(p, "Partial response")
    p.press("Ctrl+2")
    next_step(p, "Record the disclosure")
    disclose(p, Path.home() / "subscriber.csv")
    next_step(p, "Close the request")
    assert place.view.closed
    words = " ".join(entry.words for entry in place.view.history)
    assert "Told the customer" not in words


def test_an_unsigned_subpoena_is_sent_back_and_waited_for(at_work: Person) -> None:
    p = at_work
    opened(p, "04")
    place = open_review(p)
    answer_questions(p, {"E003": "N", "E005": "N", "E301": "N"})
    decide(p, item1="O", item2="O", item3="O", item4="O")
    p.see("d1")
    next_step(p, "Record the determination")
    next_step(p, "Draft answer")
    issue(p, "Deficiency letter")
    p.press("Ctrl+1")
    p.hand.advance(days=40)
    step_from_inbox(p, "Close the request")
    next_step(p, "Close the request")
    assert place.view.closed


def test_illegal_conduct_approved_in_place_frees_the_answer_of_the_notice(at_work: Person) -> None:
    p = at_work
    p.press("Ctrl+,")
    for name, words in (
        ("New person's name", "Tunde Okonkwo"),
        ("Their passphrase", "violet harbour ladder kettle"),
        ("Their passphrase again", "violet harbour ladder kettle"),
    ):
        p.tab_to(name)
        p.type(words)
    p.press("Enter")
    p.see("e1")
    opened(p, "06")
    place = open_review(p)
    answer_questions(p)
    decide(p)
    p.press("Alt+4")
    p.tab_to("Find a clear indication of illegal conduct")
    p.press("Space")
    assert p.on == "Ground of the finding"
    p.type("All 37 air bags that this store sold were counterfeit.")
    p.press("Ctrl+Enter")
    p.see("e2")
    assert place.view.status is Status.APPROVAL
    p.press("Ctrl+1")
    step_from_inbox(p, "Second person: approve or decline")
    assert "passphrase" in p.on
    p.type(PASSPHRASE)
    p.press("Enter")
    p.see("e3")
    assert place.view.approvals[0].state == "waiting", "nobody approves their own finding"
    box = place.tabs.documents.boxes[0]
    assert "cannot approve" in box.refused.words.text()
    p.tab_to("The second person", back=True)
    p.type("violet harbour ladder kettle")
    p.press("Enter")
    assert place.view.approvals[0].state == "approved"
    p.see("e4")
    next_step(p, "Record the determination")
    next_step(p, "Draft answer")
    issue(p, "Full response")
    p.press("Ctrl+2")
    next_step(p, "Record the disclosure")
    disclose(p, Path.home() / "messages.zip", item=3)
    next_step(p, "Close the request")
    assert place.view.closed


def test_under_silence_the_notice_falls_due_when_it_ends(at_work: Person) -> None:
    p = at_work
    opened(p, "05")
    place = open_review(p)
    answer_questions(p)
    decide(p)
    next_step(p, "Record the determination")
    p.see("f1")
    next_step(p, "Draft answer")
    issue(p, "Full response")
    p.press("Ctrl+2")
    next_step(p, "Record the disclosure")
    disclose(p, Path.home() / "listing.csv", item=4)
    assert place.view.status is Status.SILENT
    p.see("f2")
    p.hand.move_to(p.hand.moment.replace(year=2027, month=5, day=4))
    step_from_inbox(p, "Send the delayed notice")
    p.see("f3")
    pane = p.place.pane
    while True:
        issue(p, "Delayed notice")
        if not pane.another_waits:
            break
        p.tab_to("Draft the next notice", back=True)
        p.press("Enter")
        p.until(lambda: pane.view is not None and pane.view.number is None)
    step_from_inbox(p, "Close the request")
    next_step(p, "Close the request")
    assert place.view.closed


def test_a_preservation_letter_is_confirmed(at_work: Person) -> None:
    p = at_work
    opened(p, "07")
    place = open_review(p)
    answer_questions(p, {"E016": "N"})
    p.see("g1")
    next_step(p, "Record the determination")
    next_step(p, "Draft answer")
    issue(p, "Preservation confirmation")
    p.press("Ctrl+1")
    assert p.place.model.row(0).step.words.startswith("Wait for process, until ")
    p.press("Ctrl+5")
    shown = {one.name: one.text() for one in p.place.figures.figures}
    assert shown == {"Preservation letters": "1"}
    assert place.view is not None


def test_a_wrong_passphrase_is_told_beside_its_field(person: Person, at_work: Person) -> None:
    p = at_work
    p.press("Ctrl+L")
    p.until(lambda: p.on == "Passphrase")
    for words in ("wrong", "harbour kettle violet"):
        p.type(words)
        p.press("Enter")
        p.until(lambda: bool(p.window.unlock_view.warning.words()))
        assert p.on == "Passphrase"
        assert p.window.desk is None
    p.over(PASSPHRASE)
    p.press("Enter")
    p.until(lambda: p.window.desk is not None)


def test_bad_files_are_told_once_and_the_program_goes_on(at_work: Person, tmp_path: Path) -> None:
    p = at_work
    words, empty, locked = (tmp_path / name for name in ("words.pdf", "empty.pdf", "locked.pdf"))
    words.write_text("This is no PDF.")
    empty.write_bytes(b"")
    with pikepdf.open(sample("01")) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    for file, why in (
        (words, "words.pdf: This file cannot be read: it is damaged, empty or not what its name"),
        (empty, "empty.pdf is empty."),
        (locked, "locked.pdf: This PDF is locked with a password. Ask the sender for one that"),
    ):
        take_in(p, file)
        assert p.told.startswith(why), p.told
        assert "Nothing was taken in." in p.told
        assert p.on == "Add a request"
    copy = tmp_path / "warrant.pdf"
    copy.write_bytes(sample("01").read_bytes())
    take_in(p, words, copy, empty)
    p.see("h_many")
    assert p.told.startswith("2 of 3 files were not taken in. 1 taken in.")
    assert p.place.model.rowCount() == 1
    p.press("Esc")
    step_from_inbox(p, "Read and confirm")
