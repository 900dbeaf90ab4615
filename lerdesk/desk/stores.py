"""Make, open and verify a store; the people who hold its key slots."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from lerdesk.base.clock import Clock, running_from
from lerdesk.base.errors import UserFacingError
from lerdesk.base.folders import Folders
from lerdesk.base.text import clean
from lerdesk.base.zones import known_zones
from lerdesk.desk.session import Desk
from lerdesk.domain.letter import Letterhead
from lerdesk.domain.request import Person

if TYPE_CHECKING:
    from lerdesk.domain.rules import Rulebook
    from lerdesk.store.store import Store
    from lerdesk.store.unit import Unit

NOW = "LERDESK_NOW"
#: commands one after another under one moment: what the first wrote lies a little after it, and the next goes on
_SAME_SITTING = timedelta(minutes=10)


@dataclass(frozen=True)
class Verification:
    """What `lerdesk verify` found.

    Attributes:
        whole: nothing is broken.
        entries: journal entries checked.
        broken: the first broken place, in words.
    """

    whole: bool
    entries: int
    broken: str | None


def exists(folder: Path) -> bool:
    """Whether a store lies in ``folder``."""
    from lerdesk.store import opening

    return opening.exists(folder)


def reviewers(folder: Path) -> tuple[str, ...]:
    """The names on the key slots (``keys.json`` holds no secret), for the unlock view.

    Raises:
        UserFacingError: the key file is missing or damaged.
    """
    from lerdesk.store import keys

    return tuple(clean(slot.name, limit=120) for slot in keys.load(folder).slots)


def is_sample(folder: Path) -> bool:
    """Whether ``keys.json`` marks the store as a sample store, for good.

    Raises:
        UserFacingError: the key file is missing or damaged.
    """
    from lerdesk.store import keys

    return keys.load(folder).sample


def clock_for(folder: Path, environ: Mapping[str, str]) -> Clock:
    """The clock for the store in ``folder`` (there or yet to be made), as ``LERDESK_NOW`` sets it.

    Without the variable it is the machine's, which ``open_store`` takes on from a sample store's last entry.

    Raises:
        UserFacingError: the variable is no moment, or the store there is no sample store.
    """
    told = environ.get(NOW)
    if not told:
        return Clock()
    try:
        clock = running_from(datetime.fromisoformat(told))
    except ValueError:
        raise UserFacingError(
            f"{NOW} is no moment with an offset.", "", "Write it like 2026-12-02T09:00:00-08:00."
        ) from None
    if exists(folder) and not is_sample(folder):
        raise UserFacingError(
            f"{NOW} is set, and only a sample store obeys it.",
            "The store was not opened.",
            f"Unset {NOW}, or open a sample store.",
        )
    return clock


def made_as_sample(environ: Mapping[str, str]) -> bool:
    """Whether a store that is made now is a sample store for good: its clock is not the machine's."""
    return bool(environ.get(NOW))


def create(
    folder: Path,
    passphrase: str,
    *,
    company: str,
    reviewer: str,
    folders: Folders,
    clock: Clock,
    zone: str = "America/Los_Angeles",
    sample: bool = False,
    rulebook: Path | None = None,
    letterhead: Letterhead | None = None,
) -> Desk:
    """Make a store with one key slot and open it.

    Args:
        folder: made if it is not there.
        passphrase: of the first slot.
        company: the letterhead's first line.
        reviewer: who holds the first slot.
        folders: the program's.
        clock: the program's; see ``clock_for``.
        zone: the organisation's, an IANA name.
        sample: mark it as a sample store, for good; see ``made_as_sample``.
        rulebook: the organisation's own rules; by default those in ``folders``.
        letterhead: all of it, where more than the company's name is known.

    Raises:
        UserFacingError: a store is there already, the folder cannot be written, the passphrase is too weak, the
            logo is no image; nothing was made.
    """
    from lerdesk.desk.settings import Organisation, checked_row
    from lerdesk.store import journal, opening, organisation

    if zone not in known_zones():
        raise UserFacingError(
            f"“{clean(zone, limit=60)}” is no time zone.", "", "Use a name such as Europe/Paris."
        )
    company, reviewer = _name(company, "company"), _name(reviewer, "reviewer")
    if not sample:
        _strong_enough(passphrase)
    head = letterhead or Letterhead(company)
    row = checked_row(Organisation(head, zone, None, "letter"))
    rules = _rules(folders, rulebook)

    def setup(unit: "Unit", person: Person) -> None:
        organisation.put(unit, row)
        journal.append(
            unit,
            at=clock.now(),
            actor=person,
            action="store.create",
            request_id=None,
            words="Made this sample store" if sample else "Made this store",
            details={"company": company, "zone": zone, "sample": sample},
        )

    store = opening.create(folder, passphrase, reviewer, setup=setup, sample=sample)
    return _desk(store, rules, clock, folders)


def open_store(
    folder: Path,
    passphrase: str,
    *,
    folders: Folders,
    clock: Clock,
    rulebook: Path | None = None,
    moved_on: bool = True,
) -> Desk:
    """Open a store with whichever key slot the passphrase fits.

    A sample store under the machine's clock goes on from its last entry.

    Args:
        folder: where the store lies.
        passphrase: of any slot.
        folders: the program's.
        clock: the program's; see ``clock_for``.
        rulebook: the organisation's own rules; by default those in ``folders``.
        moved_on: bring to this day what time changed; False leaves it to the caller (``index.refresh_stale``).

    Raises:
        UserFacingError: wrong passphrase, held by another program, newer store, no store, damaged; or a sample
            store's clock stands before its last entry.
    """
    from lerdesk.store import opening

    rules: list[Rulebook] = []

    store = opening.open_store(
        folder, passphrase, meanwhile=lambda: rules.append(_rules(folders, rulebook))
    )
    try:
        if store.sample:
            from lerdesk.store import journal

            with store.reading() as unit:
                last = journal.last_moment(unit)
            clock = _sample_clock(clock, last)
        desk = _desk(store, rules[0], clock, folders)
        if moved_on:
            from lerdesk.desk.index import refresh_stale

            refresh_stale(desk)
        return desk
    except BaseException:
        store.close()
        raise


def _sample_clock(clock: Clock, last: datetime | None) -> Clock:
    if last is None:
        return clock
    if clock == Clock():
        return running_from(last)
    if timedelta() < last - clock.now() < _SAME_SITTING:
        return running_from(last)
    if clock.now() < last:
        raise UserFacingError(
            f"The sample store's last entry is of {last:%Y-%m-%d %H:%M} UTC, after the moment set.",
            "The store was not opened.",
            f"Set {NOW} to that moment or a later one.",
        )
    return clock


def _rules(folders: Folders, rulebook: Path | None) -> "Rulebook":
    from lerdesk.rulebook import load

    return load(rulebook or folders.rulebook)


def _desk(store: "Store", rules: "Rulebook", clock: Clock, folders: Folders) -> Desk:
    from lerdesk.documents.reader import Reader
    from lerdesk.store import people

    with store.reading() as unit:
        person = people.get(unit, store.person_id)
    return Desk(store, rules, clock, Reader(), person, folders, store.sample)


def _name(words: str, whose: str) -> str:
    name = clean(words, limit=120).strip()
    if not name:
        field = "company" if whose == "company" else "name"
        raise UserFacingError(
            f"The {whose} has no name.", "Nothing was changed.", "Type one.", field=field
        )
    return name


def _strong_enough(passphrase: str) -> None:
    score, word = strength(passphrase)
    if score < 2:
        raise UserFacingError(
            f"The passphrase is {word}.",
            "Nothing was changed.",
            "Take a longer one, such as four words that have nothing to do with each other.",
            field="passphrase",
        )


def people(desk: Desk) -> tuple[Person, ...]:
    """Everybody who holds a slot."""
    from lerdesk.store import people as table

    with desk.store.reading() as unit:
        return table.all(unit)


def add_person(desk: Desk, name: str, passphrase: str) -> Person:
    """Give a second person a slot of their own; journalled.

    Raises:
        UserFacingError: the name is empty or taken, the passphrase is too weak or another person's.
    """
    from lerdesk.store import journal

    name = _name(name, "person")
    if not desk.sample:
        _strong_enough(passphrase)
    with desk.store.writing() as unit:
        _free(unit, name, 0)
        person = desk.store.add_slot(unit, name, passphrase)
        journal.append(
            unit,
            at=desk.clock.now(),
            actor=desk.person,
            action="keys.add",
            request_id=None,
            words=f"Gave {name} a key slot",
            details={"person": person.id},
        )
    return person


def rename_person(desk: Desk, name: str) -> Person:
    """The name that the desk's person bears from now on, on the slot too; journalled.

    Raises:
        UserFacingError: the name is empty or another person's.
    """
    from lerdesk.store import approvals, journal
    from lerdesk.store import people as table

    name = _name(name, "reviewer")
    with desk.store.writing() as unit:
        _free(unit, name, desk.person.id)
        table.rename(unit, desk.person.id, name)
        approvals.renamed(unit, desk.person.name, name)
        journal.append(
            unit,
            at=desk.clock.now(),
            actor=desk.person,
            action="people.rename",
            request_id=None,
            words=f"{desk.person.name} is called {name} from now on",
        )
    desk.person = Person(desk.person.id, name)
    return desk.person


def _free(unit: "Unit", name: str, person_id: int) -> None:
    from lerdesk.store import people as table

    for other in table.all(unit):
        if other.id != person_id and other.name.casefold() == name.casefold():
            raise UserFacingError(
                f"{name} is another person's name here.",
                "Nothing was changed.",
                "Choose another.",
                field="name",
            )


def hold_briefly(folder: Path) -> None:
    """Take a store's lock and let it go, so that nobody works in what is about to be replaced.

    Raises:
        UserFacingError: another program holds it; it says which.
    """
    from lerdesk.store.folder_lock import FolderLock

    if exists(folder):
        FolderLock(folder).let_go()


def verify(desk: Desk) -> Verification:
    """Check the journal's chain, the documents' and letters' hashes and the references."""
    from lerdesk.store import verification

    found = verification.verify(desk.store)
    return Verification(found.broken is None, found.entries, found.broken)


def strength(passphrase: str) -> tuple[int, str]:
    """0 to 4 and a word for it, for the first start; below 2 is refused."""
    from lerdesk.store.strength import strength as estimate

    return estimate(passphrase)
