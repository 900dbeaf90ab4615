"""Requests at any step on a real encrypted store: what the reader would have read is put in by hand."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from lerdesk.base.clock import MovableClock
from lerdesk.base.folders import folders
from lerdesk.desk import determination, disclosures, letters, notices, scope
from lerdesk.desk.assessment import Assessment, assess
from lerdesk.desk.case_file import CaseFile, gather
from lerdesk.desk.index import refresh_index
from lerdesk.desk.letters import DraftView, Issued
from lerdesk.desk.session import Desk
from lerdesk.documents.reader import Reader
from lerdesk.domain.disclosure import ProducedFile
from lerdesk.domain.fact import Evidence, JsonValue
from lerdesk.domain.request import FactState, Person, RecordedAnswer
from lerdesk.domain.rules import Rulebook
from lerdesk.domain.vocabulary import Answer, Decision, LetterKind
from lerdesk.rulebook import load
from lerdesk.store import answers, facts, journal, opening, organisation, people, requests
from lerdesk.store import demands as demand_table
from lerdesk.store.keys import Cost
from lerdesk.store.organisation import OrganisationRow
from lerdesk.store.unit import Unit

CHEAP = Cost(64, 1, 1)
FIRST, SECOND = "nine purple kettles", "four green lanterns"
ANN, BEN = "Ann Reviewer", "Ben Counsel"
#: Tuesday, nine in the morning in Los Angeles
NOW = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
YEAR = (date(2025, 7, 1), date(2026, 6, 30))
NAME, MESSAGES = "C01", "C13"
ADA, BOB = "ada.byron@example.com", "bob.stone@example.org"

Asked = tuple[str, date | None, date | None]


@cache
def rules() -> Rulebook:
    """The shipped rulebook, loaded once."""
    return load()


def a_desk(
    folder: Path,
    *,
    moment: datetime = NOW,
    zone: str = "America/Los_Angeles",
    address: Sequence[str] = ("400 Alder Street", "Seattle, WA 98101"),
    second: bool = True,
) -> tuple[Desk, MovableClock]:
    """An open store with Ann, and Ben as second person, whose clock is moved by hand."""
    clock = MovableClock(moment)

    def setup(unit: Unit, person: Person) -> None:
        row = OrganisationRow("Northwind Marketplace, Inc.", tuple(address), zone=zone)
        organisation.put(unit, row)
        _note(unit, clock, person, "Made this store")

    store = opening.create(folder / "store", FIRST, ANN, setup=setup, cost=CHEAP)
    with store.reading() as unit:
        person = people.get(unit, store.person_id)
    if second:
        with store.writing() as unit:
            store.add_slot(unit, BEN, SECOND, CHEAP)
            _note(unit, clock, person, "Gave a slot")
    home = folders(folder / "home")
    return Desk(store, rules(), clock.clock, Reader(), person, home), clock


def _note(
    unit: Unit, clock: MovableClock, person: Person, words: str, request: int | None = None
) -> None:
    journal.append(
        unit, at=clock.moment, actor=person, action="test", request_id=request, words=words
    )


def silence(until: date | None = None, kind: str = "order") -> JsonValue:
    """The value of a ``nondisclosure`` fact."""
    return {
        "kind": kind,
        "until": until.isoformat() if until else None,
        "duration": None,
        "indefinite": until is None,
        "statute": None,
    }


def a_request(
    desk: Desk,
    process: str | None = "US_SW_FED",
    demands: Sequence[Asked] = ((NAME, *YEAR), (MESSAGES, *YEAR)),
    *,
    accounts: Sequence[str] = (ADA,),
    gag: JsonValue = None,
    received_at: datetime = datetime(2026, 11, 20, 18, 0, tzinfo=UTC),
    served_on: date | None = None,
    state: FactState = FactState.CONFIRMED,
    **more: JsonValue,
) -> int:
    """A request whose facts a person has confirmed; its questions and items are open."""
    said: dict[str, JsonValue] = {
        "agency": "Federal Bureau of Investigation",
        "court": "United States District Court, Northern District of California",
        "jurisdiction": "US",
        "case_number": "3:26-mj-70412",
        "date_issued": "2026-11-18",
        "requester": {"name": "Maria Castellano", "title": "Special Agent"},
        **more,
    }
    values: list[tuple[str, JsonValue]] = list(said.items())
    values += [("identifier", {"kind": "email", "value": each}) for each in accounts]
    if process:
        values.append(("process_type", process))
    if gag:
        values.append(("nondisclosure", gag))
    with desk.store.writing() as unit:
        request = requests.add(unit, year=2026, received_at=received_at, served_on=served_on)
        for field, value in values:
            facts.add(
                unit,
                request_id=request.id,
                document_id=None,
                field=field,
                value=value,
                state=state,
                evidence=Evidence(1, str(value)),
                confidence=0.9,
                read_value=value,
            )
        for category, start, end in demands:
            demand_table.add(
                unit,
                request.id,
                words=f"All records of kind {category}",
                category=category,
                targets=tuple(accounts),
                period_from=start,
                period_to=end,
                evidence=Evidence(2, f"kind {category}"),
            )
        journal.append(
            unit,
            at=desk.clock.now(),
            actor=desk.person,
            action="receive",
            request_id=request.id,
            words="Received",
        )
        refresh_index(desk, unit, request.id)
    return request.id


def case_of(desk: Desk, request_id: int) -> CaseFile:
    """The records as they stand."""
    with desk.store.reading() as unit:
        return gather(unit, request_id)


def found(desk: Desk, request_id: int) -> Assessment:
    """What the rules say of them now."""
    return assess(desk, case_of(desk, request_id), desk.clock.now())


def answered(desk: Desk, request_id: int, **given: str) -> int:
    """Every open question answered so that it passes, apart from those given."""
    with desk.store.writing() as unit:
        for question in found(desk, request_id).questions:
            passing = Answer.NO if question.reversed else Answer.YES
            answer = Answer(given.get(question.id, passing))
            row = RecordedAnswer(question.id, answer, "", desk.person.name, desk.clock.now())
            answers.put(unit, request_id, row)
        journal.append(
            unit,
            at=desk.clock.now(),
            actor=desk.person,
            action="answer",
            request_id=request_id,
            words="Answered",
        )
        refresh_index(desk, unit, request_id)
    return request_id


def decided(desk: Desk, request_id: int, *decisions: str) -> int:
    """Each item in turn: ``produce``, ``object``, ``nothing_held``, or ``narrow`` to the first quarter of 2026."""
    for number, word in enumerate(decisions, 1):
        narrowed = (date(2026, 1, 1), date(2026, 3, 31)) if word == "narrow" else (None, None)
        scope.decide(
            desk,
            request_id,
            number,
            Decision(word),
            narrowed_from=narrowed[0],
            narrowed_to=narrowed[1],
        )
    return request_id


def determined(desk: Desk, request_id: int, *decisions: str, **given: str) -> int:
    """Answered, decided (each item produced where nothing else is said) and determined."""
    answered(desk, request_id, **given)
    count = len(case_of(desk, request_id).demands)
    decided(desk, request_id, *(decisions or ("produce",) * count))
    determination.determine(desk, request_id)
    return request_id


def filled(desk: Desk, letter_id: int) -> int:
    """A draft with everything between marks filled in."""
    text = letters.load(desk, letter_id).markdown
    letters.save(desk, letter_id, re.sub("‹[^›]*›", "as agreed", text))
    return letter_id


def notified(desk: Desk, request_id: int, means: str = "e-mail") -> Issued:
    """The customer's notice, drafted and issued."""
    view = _fresh(desk, notices.draft(desk, request_id))
    return notices.issue(desk, filled(desk, view.letter_id), means)


def sent(desk: Desk, request_id: int, kind: LetterKind) -> Issued:
    """A letter, drafted and issued."""
    view = _fresh(desk, letters.draft(desk, request_id, kind))
    return letters.issue(desk, filled(desk, view.letter_id))


def _fresh(desk: Desk, view: DraftView) -> DraftView:
    return letters.recompose(desk, view.letter_id) if view.outdated else view


def manifest(*numbers: int) -> tuple[ProducedFile, ...]:
    """One file for each item."""
    return tuple(ProducedFile(f"item-{n}.zip", 1024, f"{n:064x}", n) for n in numbers)


def disclosed(desk: Desk, request_id: int, *numbers: int, at: datetime | None = None) -> None:
    """A disclosure recorded with one file an item."""
    disclosures.record(
        desk,
        request_id,
        recipient="Special Agent Castellano",
        means="portal",
        files=manifest(*numbers),
        at=at,
    )
