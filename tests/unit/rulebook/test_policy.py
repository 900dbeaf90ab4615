"""The policy's periods and ways of counting reach the clocks; a choice that cannot be meant is refused."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from lerdesk.base.resources import resources
from lerdesk.domain.deadline import by_clock
from lerdesk.domain.rules import Rulebook
from lerdesk.rulebook import load
from lerdesk.rulebook.mistake import RulebookError

SHIPPED = (resources() / "rulebook" / "policy.toml").read_text("utf-8")


def _with(folder: Path, old: str, new: str) -> Rulebook:
    assert old in SHIPPED
    (folder / "policy.toml").write_text(SHIPPED.replace(old, new, 1), "utf-8")
    return load(folder)


@pytest.mark.parametrize(
    ("old", "new", "clock", "start", "before", "after"),
    [
        (
            "waiting_days = 7",
            "waiting_days = 9",
            "K41",
            date(2026, 11, 24),
            "2026-12-01",
            "2026-12-03",
        ),
        (
            "waiting_days = 7",
            "waiting_days = 0",
            "K41",
            date(2026, 11, 24),
            "2026-12-01",
            "2026-11-24",
        ),
        (
            "motion_days = 3",
            "motion_days = 5",
            "K03",
            date(2026, 11, 23),
            "2026-11-27",
            "2026-12-01",
        ),
        (
            "receipt_days = 1",
            "receipt_days = 2",
            "K40",
            date(2026, 11, 23),
            "2026-11-24",
            "2026-11-25",
        ),
        (
            "decision_hours = 1",
            "decision_hours = 4",
            "K42",
            datetime(2026, 11, 24, 9, tzinfo=UTC),
            "2026-11-24T10:00:00+00:00",
            "2026-11-24T13:00:00+00:00",
        ),
        (
            "report_hours = 24",
            "report_hours = 12",
            "K44",
            datetime(2026, 11, 24, 9, tzinfo=UTC),
            "2026-11-25T09:00:00+00:00",
            "2026-11-24T21:00:00+00:00",
        ),
        (
            'CAL_DAYS = "CAL_DAYS"',
            'CAL_DAYS = "US_R45_DAYS"',
            "K06",
            date(2026, 11, 30),
            "2027-02-28",
            "2027-03-01",
        ),
        (
            'INCL_DAYS = "INCL_DAYS"',
            'INCL_DAYS = "CAL_DAYS"',
            "K18",
            date(2026, 11, 23),
            "2027-01-21",
            "2027-01-22",
        ),
        (
            'CAL_YEARS = "CAL_YEARS"',
            'CAL_YEARS = "US_R45_YEARS"',
            "K14",
            date(2026, 11, 28),
            "2027-11-28",
            "2027-11-29",
        ),
        (
            'EU_STRICT = "EU_STRICT"',
            'EU_STRICT = "EU_1182"',
            "K27",
            date(2026, 11, 25),
            "2026-12-05",
            "2026-12-07",
        ),
    ],
)
def test_a_choice_reaches_the_clock(tmp_path, old, new, clock, start, before, after):
    assert by_clock(load(), clock, start).due.isoformat() == before
    assert by_clock(_with(tmp_path, old, new), clock, start).due.isoformat() == after


def test_the_grace_after_a_european_preservation_is_the_policys(tmp_path):
    rules = _with(tmp_path, "grace_days = 3", "grace_days = 10")
    assert rules.clocks["K33"].grace == 10
    steps = by_clock(rules, "K33", date(2026, 11, 23), "LU").steps
    assert any("10 working days of grace" in step for step in steps)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('CAL_DAYS = "CAL_DAYS"', 'CAL_DAYS = "CAL_YEARS"', "CAL_DAYS"),
        ('CAL_DAYS = "CAL_DAYS"', 'CAL_DAYS = "BIZ_DAYS"', "CAL_DAYS"),
        ('two_persons = ["illegal_conduct"]', 'two_persons = ["ilegal"]', "two_persons"),
        ("points = { BLOCK = 5", "points = { BLOK = 5", "points"),
        ("senior_points = 5", "senior_points = 0", "senior_points"),
        ("grace_days = 3", "grace_day = 3", "grace_day"),
    ],
)
def test_a_choice_that_cannot_be_meant_is_refused(tmp_path, old, new, message):
    with pytest.raises(RulebookError, match=message):
        _with(tmp_path, old, new)


def test_a_flag_on_no_kind_of_data_is_refused(tmp_path):
    flags = (resources() / "rulebook" / "flags.toml").read_text("utf-8")
    line = 'categories = ["C32"]\n'
    assert line in flags
    (tmp_path / "flags.toml").write_text(flags.replace(line, ""), "utf-8")
    with pytest.raises(RulebookError, match=r"flags\.toml.*never.*categories"):
        load(tmp_path)


def test_a_companys_state_that_is_none_is_refused(tmp_path):
    with pytest.raises(RulebookError, match="company_state"):
        _with(tmp_path, 'company_state = ""', 'company_state = "US-XX"')


def test_what_the_organisation_changed_is_its_own(tmp_path):
    rules = _with(tmp_path, "waiting_days = 7", "waiting_days = 9")
    assert rules.own == {"policy.waiting_days"}
    assert load().own == frozenset()
    questions = (resources() / "rulebook" / "questions-us.toml").read_text("utf-8")
    (tmp_path / "questions-us.toml").write_text(
        questions.replace("Please give the case or file number.", "Which file is it?"), "utf-8"
    )
    assert load(tmp_path).own == {"policy.waiting_days", "E012"}
