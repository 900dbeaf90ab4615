"""Every record comes back as it was put in."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from lerdesk.base.errors import UserFacingError
from lerdesk.domain.disclosure import ProducedFile
from lerdesk.domain.fact import Evidence, JsonValue
from lerdesk.domain.records import InboxIndex
from lerdesk.domain.request import FactState, Flags, RecordedAnswer, RecordedFact
from lerdesk.domain.vocabulary import Answer, Decision
from lerdesk.store import (
    answers,
    approvals,
    demands,
    determinations,
    disclosures,
    documents,
    facts,
    letters,
    notices,
    organisation,
    related,
    requests,
    undo,
)
from lerdesk.store.organisation import OrganisationRow
from lerdesk.store.store import Store
from lerdesk.store.unit import Unit
from tests.store.making import DRAFT, NOW, add_request, note, take_in

PLACE = Evidence(3, "Case No. 3:26-mj-70412", ((72.0, 96.5, 214.25, 109.0),))


def _fact(unit: Unit, request_id: int, field: str, value: JsonValue) -> RecordedFact:
    return facts.add(
        unit,
        request_id=request_id,
        document_id=None,
        field=field,
        value=value,
        state=FactState.PROPOSED,
        evidence=PLACE,
        confidence=1,
        read_value=value,
    )


def test_a_request_keeps_moments_in_utc_and_days_as_days(store: Store) -> None:
    west = timezone(timedelta(hours=-8))
    received = datetime(2026, 11, 23, 9, 15, tzinfo=west)
    with store.writing() as unit:
        made = requests.add(
            unit, year=2026, received_at=received, served_on=date(2026, 11, 20), channel="post"
        )
        requests.set_flags(unit, made.id, Flags(consent=True, safety_risk=True))
        requests.close(unit, made.id, NOW)
        note(unit)
    with store.reading() as unit:
        found = requests.get(unit, made.id)
        assert requests.by_reference(unit, " ler-2026-000001 ") == found
        assert requests.by_reference(unit, "LER-2026-000002") is None
        assert requests.received_between(unit, received, received + timedelta(seconds=1)) == (
            found,
        )
        assert requests.received_between(unit, received - timedelta(1), received) == ()
    assert found.received_at == received
    assert found.received_at.tzinfo == UTC
    assert found.served_on == date(2026, 11, 20)
    assert found.flags == Flags(consent=True, safety_risk=True)
    assert found.closed_at == NOW


def test_a_moment_without_an_offset_is_refused(store: Store) -> None:
    with pytest.raises(Exception, match="a moment needs an offset"), store.writing() as unit:
        requests.add(unit, year=2026, received_at=datetime(2026, 1, 1))  # noqa: DTZ001  that is the test


def test_a_served_file_comes_back_byte_for_byte(store: Store) -> None:
    data = bytes(range(256)) * 3000
    with store.writing() as unit:
        made = take_in(unit, data)
    with store.reading() as unit:
        assert documents.data(unit, made.id) == data
        assert documents.by_sha256(unit, made.sha256) == made
        assert documents.of_request(unit, 1) == (made,)
        assert made.page_sizes == ((612.0, 792.0),)
        assert made.size == len(data)
        pieces = unit.connection.exec_driver_sql("SELECT length(bytes) FROM document_piece").all()
        assert [piece[0] for piece in pieces] == [262144, 262144, 243712]


@pytest.mark.parametrize(
    "value",
    [
        "3:26-mj-70412",
        True,
        None,
        {"kind": "email", "value": "naïve ☃ Łódź"},
        {"from": None, "to": "2026-11-18", "words": "to the present"},
        ["a", {"b": [1, 2.5]}],
    ],
)
def test_a_fact_keeps_its_value_and_place(store: Store, value: JsonValue) -> None:
    with store.writing() as unit:
        add_request(unit)
        made = _fact(unit, 1, "requester", value)
        changed = replace(
            made, value="other", state=FactState.CORRECTED, by="Ann", at=NOW, confidence=0.5
        )
        facts.change(unit, changed)
        note(unit)
    with store.reading() as unit:
        assert facts.get(unit, made.id) == changed
        assert changed.read_value == value
        assert made.evidence == PLACE


def test_a_removed_fact_can_be_put_back(store: Store) -> None:
    with store.writing() as unit:
        add_request(unit)
        made = _fact(unit, 1, "agency", "FBI")
        facts.remove(unit, made.id)
        assert facts.of_request(unit, 1) == ()
        facts.change(unit, made)
        note(unit)
    with store.reading() as unit:
        assert facts.of_request(unit, 1) == (made,)


def test_an_answer_takes_the_place_of_an_earlier_one(store: Store) -> None:
    first = RecordedAnswer("E003", Answer.NO, "not signed", "Ann", NOW)
    with store.writing() as unit:
        add_request(unit)
        answers.put(unit, 1, first)
        answers.put(unit, 1, replace(first, answer=Answer.YES, note=""))
        answers.put(unit, 1, replace(first, question="E004"))
        answers.remove(unit, 1, "E004")
        assert answers.of_request(unit, 1) == {"E003": replace(first, answer=Answer.YES, note="")}
        note(unit)


def test_numbers_of_demands_are_not_given_again(store: Store) -> None:
    with store.writing() as unit:
        add_request(unit)
        for words in ("one", "two"):
            demands.add(unit, 1, words=words, category="C01", targets=("a@b.c",), evidence=PLACE)
        demands.remove(unit, 1, 2)
        assert demands.add(unit, 1, words="three", category=None).number == 3
        decided = replace(
            demands.get(unit, 1, 1),
            decision=Decision.NARROW,
            narrowed_from=date(2025, 1, 1),
            narrowed_to=date(2025, 6, 30),
            reason="Too far",
            by="Ann",
            at=NOW,
        )
        demands.change(unit, decided)
        assert demands.get(unit, 1, 1) == decided
        assert [each.number for each in demands.of_request(unit, 1)] == [1, 3]
        demands.restore(unit, 1, 2)
        assert [each.number for each in demands.of_request(unit, 1)] == [1, 2, 3]
        note(unit)


def test_one_determination_stands_and_revoked_ones_are_kept(store: Store) -> None:
    with store.writing() as unit:
        add_request(unit)
        made = determinations.add(
            unit,
            1,
            rulebook="2026.11",
            binding="yes",
            outcome="partial",
            kind="PRODUCE_PARTIAL",
            decision={"items": [{"id": "1", "rule": None}]},
            reason="",
            by="Ann",
            at=NOW,
        )
        assert determinations.current(unit, 1) == made
        determinations.revoke(unit, made.id, NOW)
        assert determinations.current(unit, 1) is None
        assert determinations.of_request(unit, 1) == (replace(made, revoked_at=NOW),)
        note(unit)


def test_an_approval_is_answered(store: Store) -> None:
    with store.writing() as unit:
        add_request(unit)
        made = approvals.add(
            unit, 1, kind="illegal_conduct", ground="g", asked_by="Ann", asked_at=NOW
        )
        assert made.state == "waiting"
        approvals.answer(unit, made.id, state="approved", by="Tom", at=NOW, reason="seen")
        (found,) = approvals.of_request(unit, 1)
        assert (found.state, found.answered_by, found.answered_at) == ("approved", "Tom", NOW)
        note(unit)


def test_a_letter_from_draft_to_number(store: Store) -> None:
    with store.writing() as unit:
        add_request(unit)
        made = letters.add_draft(unit, 1, **DRAFT)
        letters.save_text(unit, made.id, "Dear Sir", NOW + timedelta(1))
        assert letters.next_number(unit, 2026) == "L-2026-000001"
        issued = letters.issue(
            unit, made.id, number="L-2026-000001", at=NOW, by="Ann", pdf=b"%PDF", sha256="s"
        )
        assert (issued.state, issued.markdown, issued.number) == (
            "issued",
            "Dear Sir",
            "L-2026-000001",
        )
        assert letters.pdf(unit, made.id) == b"%PDF"
        assert letters.next_number(unit, 2026) == "L-2026-000002"
        assert letters.next_number(unit, 2027) == "L-2027-000001"
        thrown = letters.add_draft(unit, 1, **DRAFT)
        letters.discard(unit, thrown.id)
        draft = letters.add_draft(unit, 1, **DRAFT)
        assert [each.id for each in letters.all(unit)] == [draft.id, issued.id]
        assert len(letters.of_request(unit, 1)) == 3
        note(unit)
    with pytest.raises(RuntimeError, match="without gaps"), store.writing() as unit:
        letters.issue(unit, draft.id, number="L-2026-000003", at=NOW, by="Ann", pdf=b"", sha256="s")


def test_a_notice_that_went_later_and_came_back(store: Store) -> None:
    with store.writing() as unit:
        add_request(unit)
        letter = letters.add_draft(unit, 1, **{**DRAFT, "kind": "notice"})
        made = notices.add(
            unit,
            1,
            letter_id=letter.id,
            outcome="NOTIFY_BEFORE",
            rule="N26",
            means="e-mail",
            sent_at=NOW,
            release_on=date(2026, 12, 1),
        )
        later = NOW + timedelta(days=1)
        notices.record_sent(unit, made.id, later, "post", date(2026, 12, 2))
        notices.came_back(unit, made.id, date(2026, 11, 27), "unknown mailbox")
        found = notices.by_letter(unit, letter.id)
        assert found is not None
        assert (found.sent_at, found.means, found.release_on) == (later, "post", date(2026, 12, 2))
        assert found.came_back_on == date(2026, 11, 27)
        assert notices.all_open(unit) == (found,)
        requests.close(unit, 1, NOW)
        assert notices.all_open(unit) == ()
        note(unit)


def test_a_disclosure_keeps_its_manifest(store: Store) -> None:
    files = tuple(ProducedFile(f"{number}.zip", 10 * number, "a" * 64, number) for number in (2, 1))
    with store.writing() as unit:
        add_request(unit)
        made = disclosures.add(
            unit, 1, at=NOW, recipient="FBI", means="portal", files=files, by="Ann"
        )
        assert disclosures.of_request(unit, 1) == (made,)
        assert made.files == files
        note(unit)


def test_the_organisation_is_one_row(store: Store) -> None:
    row = OrganisationRow("Northwind", ("1 Main St",), logo=b"\x89PNG", zone="Europe/Berlin")
    with store.writing() as unit:
        organisation.put(unit, OrganisationRow("Before"))
        organisation.put(unit, row)
        assert organisation.get(unit) == row
        assert organisation.zone(unit) == "Europe/Berlin"
        note(unit)


def test_undo_gives_back_the_last_step_of_this_person(store: Store) -> None:
    with store.writing() as unit:
        add_request(unit)
        undo.push(unit, 1, 1, "first", {"fact": 1})
        undo.push(unit, 1, 1, "second", {"fact": 2})
        assert undo.pop(unit, 1, 1) == ("second", {"fact": 2})
        assert undo.waits(unit, 1, 1)
        assert undo.pop(unit, 1, 1) == ("first", {"fact": 1})
        assert undo.pop(unit, 1, 1) is None
        assert not undo.waits(unit, 1, 1)
        note(unit)


def test_related_requests_name_the_same_account_or_case(store: Store) -> None:
    email: JsonValue = {"kind": "email", "value": "Jane@Example.com"}
    with store.writing() as unit:
        for _ in range(4):
            add_request(unit)
        _fact(unit, 1, "case_number", "3:26-mj-70412")
        _fact(unit, 1, "identifier", email)
        _fact(unit, 2, "case_number", "Case 3:26-MJ-70412-LB")
        _fact(unit, 3, "identifier", {"kind": "email", "value": "jane@example.com "})
        dismissed = _fact(unit, 4, "identifier", email)
        facts.change(unit, replace(dismissed, state=FactState.DISMISSED))
        assert related.related(unit, 1) == (
            (3, "LER-2026-000003", "Same account: Jane@Example.com"),
            (2, "LER-2026-000002", "Same case: 3:26-mj-70412"),
        )
        assert related.related(unit, 4) == ()
        note(unit)


def test_the_processes_of_a_case_leave_out_what_was_dismissed(store: Store) -> None:
    with store.writing() as unit:
        for request_id in (1, 2):
            add_request(unit)
            _fact(unit, request_id, "case_number", "3:26-mj-70412")
        dismissed = _fact(unit, 2, "process_type", "US_GJ_FED")
        facts.change(unit, replace(dismissed, state=FactState.DISMISSED))
        _fact(unit, 2, "process_type", "US_ADMIN")
        assert related.same_case(unit, 1) == ("US_ADMIN",)
        note(unit)


def test_the_index_of_a_request(store: Store) -> None:
    index = InboxIndex(
        status="review",
        process="US_SW_FED",
        process_words="Federal search warrant",
        agency="FBI",
        case_number="3:26-mj-70412",
        targets=2,
        due="2026-11-27",
        step="Decide 1 of 5 items",
        place="scope",
        target="3",
        waits="",
        words="ler-2026-000001 fbi",
    )
    with store.writing() as unit:
        add_request(unit)
        assert requests.index(unit, 1).status == "new"
        requests.set_index(unit, 1, replace(index, status="new"))
        requests.set_index(unit, 1, index)
        assert requests.index(unit, 1) == index
        assert requests.ids_by_status(unit, ("review",)) == (1,)
        assert requests.ids_by_status(unit, ("new",)) == ()
        note(unit)


def test_what_is_not_there_is_said(store: Store) -> None:
    with store.reading() as unit:
        for get in (
            requests.get,
            documents.get,
            facts.get,
            letters.get,
            notices.get,
            approvals.get,
        ):
            with pytest.raises(UserFacingError, match="There is no such"):
                get(unit, 99)
