"""Stores at the desk: made, opened, shared between two people, verified; and the sample store's clock."""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lerdesk.base.clock import Clock, MovableClock, running_from
from lerdesk.base.errors import UserFacingError
from lerdesk.base.folders import folders
from lerdesk.desk import stores
from lerdesk.desk.session import Desk

PASSPHRASE = "nine purple kettles"
NOW = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
Making = Callable[..., Desk]


@pytest.fixture
def making(tmp_path: Path) -> Iterator[Making]:
    """Makes a store in the test's folder; closes what it made."""
    made: list[Desk] = []

    def make(**more: object) -> Desk:
        arguments = {
            "company": "Northwind Retail, Inc.",
            "reviewer": "Ann Reviewer",
            "folders": folders(tmp_path / "home"),
            "clock": MovableClock(NOW).clock,
            **more,
        }
        passphrase = str(arguments.pop("passphrase", PASSPHRASE))
        made.append(stores.create(tmp_path / "store", passphrase, **arguments))
        return made[-1]

    yield make
    for desk in made:
        desk.close()


def _open(tmp_path: Path, clock: Clock, passphrase: str = PASSPHRASE) -> Desk:
    return stores.open_store(
        tmp_path / "store", passphrase, folders=folders(tmp_path / "home"), clock=clock
    )


def test_a_store_is_made_and_opened_again(tmp_path: Path, making: Making) -> None:
    assert not stores.exists(tmp_path / "store")
    desk = making()
    assert desk.person.name == "Ann Reviewer"
    assert not desk.sample
    desk.close()
    assert stores.exists(tmp_path / "store")
    assert stores.reviewers(tmp_path / "store") == ("Ann Reviewer",)
    assert not stores.is_sample(tmp_path / "store")
    again = _open(tmp_path, MovableClock(NOW).clock)
    assert again.person == desk.person
    assert stores.verify(again) == stores.Verification(whole=True, entries=1, broken=None)
    again.close()


@pytest.mark.parametrize(
    "weak", ["", "short", "password1", "aaaaaaaaaaaaaaaa", "qwertyuiop", "12345678"]
)
def test_a_passphrase_that_guessing_finds_is_refused(
    tmp_path: Path, making: Making, weak: str
) -> None:
    assert stores.strength(weak)[0] < 2
    with pytest.raises(UserFacingError, match="passphrase is"):
        making(passphrase=weak)
    assert not (tmp_path / "store").exists()


def test_a_good_passphrase_is_called_so() -> None:
    assert stores.strength("correct gravel umbrella tango") == (4, "strong")


@pytest.mark.parametrize("wrong", [{"company": " "}, {"reviewer": ""}, {"zone": "Mars/Olympus"}])
def test_what_a_store_needs_is_asked_before_it_is_made(
    tmp_path: Path, making: Making, wrong: dict[str, str]
) -> None:
    with pytest.raises(UserFacingError):
        making(**wrong)
    assert not (tmp_path / "store").exists()


def test_a_second_person_opens_with_their_own(tmp_path: Path, making: Making) -> None:
    desk = making()
    tom = stores.add_person(desk, "Tom Second", "seven slow gardens")
    assert stores.people(desk) == (desk.person, tom)
    assert desk.store.person_for("seven slow gardens") == tom
    with pytest.raises(UserFacingError, match="another person's name"):
        stores.add_person(desk, "tom second", "another quiet harbour")
    with pytest.raises(UserFacingError, match="another person's slot"):
        stores.add_person(desk, "Una Third", PASSPHRASE)
    with pytest.raises(UserFacingError, match="passphrase is"):
        stores.add_person(desk, "Una Third", "password1")
    desk.close()
    assert stores.reviewers(tmp_path / "store") == ("Ann Reviewer", "Tom Second")
    again = _open(tmp_path, MovableClock(NOW).clock, "seven slow gardens")
    assert again.person == tom
    assert stores.verify(again).entries == 2
    again.close()


def test_a_new_name_counts_at_once(tmp_path: Path, making: Making) -> None:
    desk = making()
    stores.rename_person(desk, "Ann Newname")
    assert desk.person.name == "Ann Newname"
    assert stores.reviewers(tmp_path / "store") == ("Ann Newname",)
    assert stores.verify(desk).whole


def test_verify_names_what_is_broken(making: Making) -> None:
    desk = making()
    (desk.store.folder / "journal.head").unlink()
    found = stores.verify(desk)
    assert not found.whole
    assert found.broken is not None
    assert "journal.head" in found.broken


MOMENT = "2026-12-02T09:00:00-08:00"


def test_a_store_made_under_another_clock_is_a_sample_for_good(
    tmp_path: Path, making: Making
) -> None:
    environ = {stores.NOW: MOMENT}
    clock = stores.clock_for(tmp_path / "store", environ)
    assert abs(clock.now() - datetime.fromisoformat(MOMENT)) < timedelta(minutes=1)
    desk = making(clock=clock, sample=stores.made_as_sample(environ))
    assert desk.sample
    desk.close()
    assert stores.is_sample(tmp_path / "store")


def test_a_sample_store_goes_on_from_its_last_entry(tmp_path: Path, making: Making) -> None:
    making(sample=True).close()
    desk = _open(tmp_path, stores.clock_for(tmp_path / "store", {}))
    assert NOW <= desk.clock.now() < NOW + timedelta(minutes=5)
    desk.close()


def test_a_sample_store_obeys_the_variable_forward_only(tmp_path: Path, making: Making) -> None:
    making(sample=True).close()
    later = stores.clock_for(tmp_path / "store", {stores.NOW: MOMENT})
    desk = _open(tmp_path, later)
    assert desk.clock.now() >= datetime.fromisoformat(MOMENT)
    desk.close()
    earlier = stores.clock_for(tmp_path / "store", {stores.NOW: "2026-11-24T08:45:00-08:00"})
    with pytest.raises(UserFacingError, match="after the moment set"):
        _open(tmp_path, earlier)
    _open(tmp_path, later).close()


def test_commands_one_after_another_may_name_the_same_moment(
    tmp_path: Path, making: Making
) -> None:
    making(sample=True).close()
    desk = _open(tmp_path, running_from(NOW - timedelta(seconds=40)))
    assert NOW <= desk.clock.now() < NOW + timedelta(minutes=1)
    desk.close()


def test_any_other_store_refuses_the_variable(tmp_path: Path, making: Making) -> None:
    making().close()
    with pytest.raises(UserFacingError, match="only a sample store"):
        stores.clock_for(tmp_path / "store", {stores.NOW: MOMENT})


@pytest.mark.parametrize("moment", ["tomorrow", "2026-12-02", "2026-12-02T09:00:00"])
def test_a_moment_without_an_offset_is_refused(tmp_path: Path, moment: str) -> None:
    with pytest.raises(UserFacingError, match="no moment with an offset"):
        stores.clock_for(tmp_path, {stores.NOW: moment})


def test_the_environment_of_the_tests_sets_no_clock() -> None:
    assert stores.NOW not in os.environ
