"""Letters and notices from the records: which fits when, what blocks it, numbers, frozen bytes, whose words."""

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pypdfium2
import pytest

from lerdesk.base.clock import MovableClock
from lerdesk.base.errors import Refused, UserFacingError
from lerdesk.desk import determination, facts, letters, notices, scope, search, settings
from lerdesk.desk.session import Desk
from lerdesk.domain.letter import Letterhead
from lerdesk.domain.vocabulary import Decision, LetterKind
from lerdesk.store import verification
from tests.desk.builders import (
    ADA,
    BOB,
    MESSAGES,
    NAME,
    YEAR,
    a_desk,
    a_request,
    answered,
    case_of,
    decided,
    determined,
    disclosed,
    filled,
    notified,
    sent,
    silence,
)

SUBPOENA = "US_GJ_FED"


def _text(pdf: bytes) -> str:
    """The page's words, one blank between them."""
    document = pypdfium2.PdfDocument(pdf)
    words = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(words.split())


def _standing(desk: Desk, outcome: str) -> int:
    """A request at the step where its answer is written."""
    if outcome == "preservation":
        return answered(desk, a_request(desk, "US_PRESERVE_2703F"))
    if outcome == "deficient":
        request = answered(desk, a_request(desk, SUBPOENA), E003="no")
        determination.determine(desk, request)
        return request
    decisions = {
        "full": ("produce", "produce"),
        "partial": ("produce", "narrow"),
        "objection": ("object", "nothing_held"),
        "nothing": ("nothing_held", "nothing_held"),
    }[outcome]
    kinds = ((NAME, *YEAR), ("C08", *YEAR))
    return determined(desk, a_request(desk, SUBPOENA, kinds), *decisions)


_FITTING = {
    "full": LetterKind.FULL,
    "partial": LetterKind.PARTIAL,
    "objection": LetterKind.OBJECTION,
    "nothing": LetterKind.NOTHING_HELD,
    "deficient": LetterKind.DEFICIENCY,
    "preservation": LetterKind.PRESERVATION,
}


@pytest.mark.parametrize("outcome", list(_FITTING))
def test_only_the_answer_that_the_records_give_is_issued(desk: Desk, outcome: str) -> None:
    request = _standing(desk, outcome)
    answers = [
        kind
        for kind in LetterKind
        if kind not in {LetterKind.NOTICE, LetterKind.ACKNOWLEDGEMENT, _FITTING[outcome]}
    ]
    if outcome == "deficient":
        answers.remove(LetterKind.OBJECTION)  # nothing is produced either way
    for kind in answers:
        draft = letters.draft(desk, request, kind)
        with pytest.raises(Refused):
            letters.issue(desk, filled(desk, draft.letter_id))
    # what was refused took no number
    paper = sent(desk, request, _FITTING[outcome])
    assert paper.number == "L-2026-000001"
    assert _FITTING[outcome] in {kind for kind, _, _ in letters.kinds(desk, request)}


def test_numbers_run_without_gaps_over_letters_and_notices_and_years(
    desk: Desk, clock: MovableClock
) -> None:
    content = determined(desk, a_request(desk))
    other = determined(desk, a_request(desk, SUBPOENA, ((NAME, *YEAR),)))
    early = letters.draft(desk, content, LetterKind.FULL)
    numbers = [notified(desk, content).number]
    with pytest.raises(Refused):
        letters.issue(desk, filled(desk, early.letter_id))
    numbers.append(sent(desk, other, LetterKind.FULL).number)
    discarded = letters.draft(desk, other, LetterKind.ACKNOWLEDGEMENT)
    letters.discard(desk, discarded.letter_id)
    clock.advance(days=8)
    numbers.append(sent(desk, content, LetterKind.FULL).number)
    assert numbers == ["L-2026-000001", "L-2026-000002", "L-2026-000003"]
    clock.advance(days=40)
    assert sent(desk, other, LetterKind.ACKNOWLEDGEMENT).number == "L-2027-000001"
    assert verification.verify(desk.store).broken is None


def test_an_issued_letter_never_changes(desk: Desk) -> None:
    request = determined(desk, a_request(desk, SUBPOENA, ((NAME, *YEAR),)))
    paper = sent(desk, request, LetterKind.FULL)
    facts.correct_fact(
        desk, next(f.id for f in case_of(desk, request).facts if f.field == "agency"), "Another"
    )
    again = letters.issued(desk, paper.letter_id)
    assert (again.pdf, again.number, again.file_name) == (
        paper.pdf,
        paper.number,
        f"{paper.number}-full.pdf",
    )
    row = next(each for each in case_of(desk, request).letters if each.id == paper.letter_id)
    assert row.sha256 == sha256(paper.pdf).hexdigest()
    assert letters.page(desk, paper.letter_id, "# Other words\n\nNo.") == paper.pdf
    with pytest.raises(Refused, match="issued already"):
        letters.issue(desk, paper.letter_id)
    with pytest.raises(Refused, match="never thrown away"):
        letters.discard(desk, paper.letter_id)
    for change in (
        lambda: letters.save(desk, paper.letter_id, "# Other"),
        lambda: letters.recompose(desk, paper.letter_id),
    ):
        with pytest.raises((Refused, RuntimeError)):
            change()
    assert letters.issued(desk, paper.letter_id).pdf == paper.pdf
    assert verification.verify(desk.store).broken is None


def test_a_draft_says_that_the_records_changed_and_keeps_the_reviewers_sentence(desk: Desk) -> None:
    request = determined(desk, a_request(desk, SUBPOENA, ((NAME, *YEAR),)))
    draft = letters.draft(desk, request, LetterKind.FULL)
    mine = "Please call me before you open the file."
    filled(desk, draft.letter_id)
    text = letters.load(desk, draft.letter_id).markdown
    letters.save(desk, draft.letter_id, text.replace("Sincerely,", f"{mine}\n\nSincerely,"))
    assert letters.load(desk, draft.letter_id).outdated is None
    number = next(f for f in case_of(desk, request).facts if f.field == "case_number")
    facts.correct_fact(desk, number.id, "9:99-gj-12345")
    view = letters.load(desk, draft.letter_id)
    assert view.outdated == "The records changed since this was drafted."
    assert "9:99-gj-12345" not in view.markdown
    with pytest.raises(Refused, match="records changed"):
        letters.issue(desk, draft.letter_id)
    view = letters.recompose(desk, draft.letter_id)
    assert view.outdated is None
    assert mine in view.markdown
    assert "9:99-gj-12345" in view.markdown
    assert "3:26-mj-70412" not in view.markdown
    assert mine in _text(letters.issue(desk, draft.letter_id).pdf)


def test_what_is_still_to_be_filled_in_blocks(desk: Desk) -> None:
    request = a_request(desk, SUBPOENA, ((NAME, *YEAR),))
    draft = letters.draft(desk, request, LetterKind.DEFICIENCY)
    assert "‹what is wrong with the process›" in draft.markdown
    assert any("still to be filled in" in each.words for each in draft.blocking)
    with pytest.raises(Refused, match="still to be filled in"):
        letters.issue(desk, draft.letter_id)
    letters.save(desk, draft.letter_id, "No subject, only this.")
    with pytest.raises(Refused, match="no subject"):
        letters.issue(desk, draft.letter_id)
    letters.save(desk, draft.letter_id, "# A subject alone")
    with pytest.raises(Refused, match="says nothing yet"):
        letters.issue(desk, draft.letter_id)


def test_a_letterhead_without_an_address_blocks(tmp_path: Path) -> None:
    desk, _ = a_desk(tmp_path, address=())
    request = a_request(desk)
    draft = letters.draft(desk, request, LetterKind.ACKNOWLEDGEMENT)
    with pytest.raises(Refused, match="letterhead has no address"):
        letters.issue(desk, filled(desk, draft.letter_id))
    asked = settings.organisation(desk)
    head = Letterhead(
        asked.letterhead.company, ("1 Pine Street", "Reno, NV 89501"), "", "", "", "", None
    )
    settings.set_organisation(desk, settings.Organisation(head, asked.zone, None, asked.page))
    assert "1 Pine Street" in _text(sent(desk, request, LetterKind.ACKNOWLEDGEMENT).pdf)
    desk.close()


@pytest.mark.parametrize(
    "name",
    [
        "<b>Robert</b> & Sons",
        "**Bold** _Agent_ `code`",
        "{{ 7 * 7 }} {% raw %}",
        "Łukasz Żółć-Ñandú",
        "Dr. [Jane](https://evil.example) Roe",
        "| a | b |",
        "# Not a heading",
    ],
)
def test_a_hostile_name_comes_out_as_itself(desk: Desk, name: str) -> None:
    request = a_request(desk, requester={"name": name, "title": None}, agency="Office of " + name)
    paper = sent(desk, request, LetterKind.ACKNOWLEDGEMENT)
    assert " ".join(name.split()) in _text(paper.pdf)
    assert "49" not in _text(paper.pdf).split("Northwind", 1)[0]


@pytest.mark.parametrize("name", ["Agent \U0001f47b", "李 \U00020000"])
def test_a_name_that_no_font_shows_is_refused_by_name(desk: Desk, name: str) -> None:
    request = a_request(desk, requester={"name": name, "title": None})
    draft = letters.draft(desk, request, LetterKind.ACKNOWLEDGEMENT)
    with pytest.raises(UserFacingError, match=r"U\+|character"):
        letters.issue(desk, filled(desk, draft.letter_id))
    assert not list(case_of(desk, request).issued("acknowledgement"))


def test_a_notice_names_its_own_customer_and_nothing_of_the_investigation(desk: Desk) -> None:
    request = determined(
        desk,
        a_request(
            desk,
            accounts=(ADA, BOB),
            requester={"name": "Maria Castellano", "title": "Agent", "phone": "415-555-0199"},
        ),
    )
    for own, other in ((ADA, BOB), (BOB, ADA)):
        paper = notified(desk, request)
        text = _text(paper.pdf)
        assert own in text
        assert other not in text
        assert other.split("@")[0] not in text
        for secret in ("Castellano", "415-555-0199", "All records of kind"):
            assert secret not in text
        assert "1 December 2026" in text or "December 1, 2026" in text


def test_no_answer_goes_to_a_mailbox_that_the_order_asks_about(desk: Desk) -> None:
    for email, shown in ((ADA.upper(), False), ("m.castellano@fbi.example.org", True)):
        request = determined(
            desk,
            a_request(
                desk, accounts=(ADA,), requester={"name": "Maria Castellano", "email": email}
            ),
        )
        text = _text(sent(desk, request, LetterKind.ACKNOWLEDGEMENT).pdf)
        assert (email in text) is shown
        assert "Maria Castellano" in text


def test_a_delayed_notice_comes_only_after_the_silence_and_does_not_quote_it(
    desk: Desk, clock: MovableClock
) -> None:
    gag = {**silence(date(2026, 12, 10)), "statute": "18 U.S.C. § 2705(b)"}
    request = determined(desk, a_request(desk, gag=gag))
    letter = sent(desk, request, LetterKind.FULL)
    assert "forbids us to tell the customer until December 10, 2026" in _text(letter.pdf)
    disclosed(desk, request, 1, 2)
    clock.advance(days=17)
    paper = notified(desk, request)
    text = _text(paper.pdf)
    assert "That order has ended" in text
    assert "2705" not in text
    assert "December 10" not in text
    assert "we disclosed the following" in text


def test_a_notice_after_the_disclosure_names_what_went_and_no_more(
    desk: Desk, clock: MovableClock
) -> None:
    asked = ((NAME, *YEAR), ("C08", *YEAR), (MESSAGES, *YEAR))
    request = determined(desk, a_request(desk, demands=asked, gag=silence(date(2026, 12, 10))))
    sent(desk, request, LetterKind.FULL)
    disclosed(desk, request, 1, 3)
    clock.advance(days=17)
    text = _text(notified(desk, request).pdf).casefold()
    told = text[text.index("we disclosed the following") :]
    names = [desk.rulebook.categories[each].name.casefold() for each, *_ in asked]
    assert [name in told for name in names] == [True, False, True]


def test_the_partial_response_says_what_was_decided(desk: Desk) -> None:
    request = answered(
        desk, a_request(desk, SUBPOENA, ((NAME, *YEAR), ("C08", *YEAR), (MESSAGES, *YEAR)))
    )
    scope.decide(desk, request, 1, Decision.PRODUCE)
    scope.decide(
        desk,
        request,
        2,
        Decision.NARROW,
        narrowed_from=date(2026, 1, 1),
        narrowed_to=date(2026, 3, 31),
        reason="The subpoena gives no reason for more.",
    )
    scope.decide(desk, request, 3, Decision.OBJECT)
    determination.determine(desk, request)
    text = _text(sent(desk, request, LetterKind.PARTIAL).pdf)
    for words in ("Produced in part", "Not produced", "Jan 1, 2026", "no reason for more"):
        assert words in text
    assert "2703(a)" in text, "an objection names its law"


def test_the_page_shows_typed_words_before_they_are_saved(desk: Desk) -> None:
    request = a_request(desk)
    draft = letters.draft(desk, request, LetterKind.ACKNOWLEDGEMENT)
    text = _text(letters.page(desk, draft.letter_id, "# A subject\n\nWords not saved yet."))
    assert "Words not saved yet." in text
    assert letters.load(desk, draft.letter_id).markdown == draft.markdown
    assert letters.draft(desk, request, LetterKind.ACKNOWLEDGEMENT).letter_id == draft.letter_id


def test_delivery_is_recorded_of_issued_letters_only(desk: Desk, clock: MovableClock) -> None:
    request = a_request(desk)
    draft = letters.draft(desk, request, LetterKind.ACKNOWLEDGEMENT)
    today = clock.moment.date()
    with pytest.raises(Refused, match="went nowhere"):
        letters.delivered(desk, draft.letter_id, today, "post")
    letters.issue(desk, filled(desk, draft.letter_id))
    letters.delivered(desk, draft.letter_id, today, "post")
    (row,) = case_of(desk, request).issued("acknowledgement")
    assert (row.delivered_on, row.delivered_means) == (today, "post")
    with pytest.raises(Refused, match="draft"):
        letters.issued(desk, letters.draft(desk, request, LetterKind.FULL).letter_id)


def test_a_notice_drafted_yesterday_names_todays_release(desk: Desk, clock: MovableClock) -> None:
    request = determined(desk, a_request(desk))
    view = notices.draft(desk, request)
    clock.move_to(clock.moment + timedelta(days=1))
    with pytest.raises(Refused, match="records changed"):
        notices.issue(desk, filled(desk, view.letter_id), "e-mail")
    paper = notified(desk, request)
    assert "December 2, 2026" in _text(paper.pdf)


def test_a_letter_is_not_drafted_again_by_another_decision(desk: Desk) -> None:
    request = answered(desk, a_request(desk, SUBPOENA, ((NAME, *YEAR), ("C08", *YEAR))))
    decided(desk, request, "produce", "produce")
    determination.determine(desk, request)
    full = letters.draft(desk, request, LetterKind.FULL)
    determination.reopen(desk, request, "Item 2 is objected to.")
    scope.decide(desk, request, 2, Decision.OBJECT, reason="Too burdensome.")
    determination.determine(desk, request)
    with pytest.raises(Refused):
        letters.issue(desk, filled(desk, full.letter_id))
    assert letters.kinds(desk, request)[0][0] is LetterKind.PARTIAL


def test_demanded_words_stand_whole_and_a_long_table_still_has_its_page(desk: Desk) -> None:
    request = answered(desk, a_request(desk, SUBPOENA, ((NAME, *YEAR),)))
    words = [f"word{number}" for number in range(480)]
    scope.add_demand(desk, request, " ".join(words), "C08", targets=(ADA,))
    decided(desk, request, "object", "object")
    determination.determine(desk, request)
    shown = _text(sent(desk, request, LetterKind.OBJECTION).pdf).split()
    assert [word for word in shown if word.startswith("word")] == words


def test_an_acknowledgement_goes_out_without_a_day_for_the_answer(desk: Desk) -> None:
    request = a_request(desk, SUBPOENA, ((NAME, *YEAR),))
    paper = letters.issue(desk, letters.draft(desk, request, LetterKind.ACKNOWLEDGEMENT).letter_id)
    assert "will answer when our review is complete" in _text(paper.pdf)


def test_the_customers_notice_says_where_the_policy_is_and_no_other_letter_does(desk: Desk) -> None:
    request = determined(desk, a_request(desk))
    assert "Our policy" not in notices.draft(desk, request).markdown
    asked = settings.organisation(desk)
    settings.set_organisation(desk, replace(asked, policy="example.com/requests"))
    paper = notified(desk, request)
    assert "Our policy on such notices is at example.com/requests." in _text(paper.pdf)
    drafted = letters.draft(desk, request, LetterKind.ACKNOWLEDGEMENT)
    assert "example.com/requests" not in drafted.markdown


def test_a_letter_is_found_in_its_words_without_markdowns_marks(desk: Desk) -> None:
    request = determined(desk, a_request(desk, "US_GJ_FED", ((NAME, *YEAR),)))
    sent(desk, request, LetterKind.FULL)
    hits = [hit for hit in search.find(desk, "subpoena") if hit.where.startswith("Letter ")]
    assert hits
    table = [hit for hit in search.find(desk, "Produced") if hit.where.startswith("Letter ")]
    for hit in (*hits, *table):
        assert not set("#*|") & set(hit.words), hit.words
