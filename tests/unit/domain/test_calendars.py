"""The holidays that are counted by: the rulebook's own lists first, the holiday library's else, and nothing unsaid."""

from datetime import date, timedelta
from functools import cache

import holidays
import pytest

from lerdesk.base.resources import resources
from lerdesk.domain.calendar import DueError, easter, holiday_set, library_codes
from lerdesk.domain.clock_rules import ListDifference
from lerdesk.domain.due_query import due
from lerdesk.rulebook import load
from tests.unit.domain.rulebook_fixture import shipped

YEARS = range(2024, 2036)
LISTED = sorted(shipped().calendars)


def days():
    day = date(YEARS[0], 1, 1)
    while day.year in YEARS:
        yield day
        day += timedelta(days=1)


@cache
def library(code):
    return holidays.country_holidays(code, years=YEARS)


def name_here(calendar, day):
    """The name of a holiday of the list; of one kept on another day too, with that said."""
    for row in calendar.rows:
        only = holiday_set(
            {calendar.id: type(calendar)(**{**vars(calendar), "rows": (row,)})}, calendar.id
        )
        if only.holds(day):
            return row.name
    raise AssertionError(f"{calendar.id} keeps {day} without a row")


def differences(calendar):
    """Each day on which the list and the library part: the day, its name, and whether the list keeps it."""
    ours, theirs = holiday_set(shipped().calendars, calendar.id), library(calendar.country)
    for day in days():
        if ours.holds(day) != (day in theirs):
            yield day, name_here(calendar, day) if ours.holds(day) else theirs[day], ours.holds(day)


def explains(record: ListDifference, day, name, here):
    return (
        record.holiday_here is here
        and name.endswith(record.name)
        and record.weekday in {"", f"{day:%A}".lower()}
    )


@pytest.mark.parametrize("listed", LISTED)
def test_each_difference_to_the_library_has_its_reason_in_the_rulebook(listed):
    calendar = shipped().calendars[listed]
    found = list(differences(calendar))
    bare = [each for each in found if sum(explains(r, *each) for r in calendar.differs) != 1]
    assert not bare, (
        f"calendars.toml, {listed}: not explained once, against holidays {holidays.__version__}: "
        + "; ".join(
            f"{day:%a %Y-%m-%d} {name}, kept {'here' if here else 'there'}"
            for day, name, here in bare
        )
    )


@pytest.mark.parametrize("listed", LISTED)
def test_no_reason_is_left_for_a_difference_that_is_gone(listed):
    calendar = shipped().calendars[listed]
    found = list(differences(calendar))
    for record in calendar.differs:
        assert record.reason.endswith(".")
        assert any(explains(record, *each) for each in found), (
            f"calendars.toml, {listed}: holidays {holidays.__version__} no longer differs on "
            f"{record.name} {record.weekday}"
        )


def test_a_release_keeps_every_federal_holiday_as_the_library_does():
    waits = holiday_set(shipped().calendars, "US", release=True)
    assert [day for day in days() if waits.holds(day)] == sorted(
        day for day in library("US") if day.year in YEARS
    )


def test_federal_holidays_are_eleven_and_a_sunday_is_kept_on_monday():
    ours = holiday_set(shipped().calendars, "US")
    kept = [day for day in days() if day.year == 2027 and ours.holds(day)]
    assert kept == [
        date(2027, 1, 1),
        date(2027, 1, 18),
        date(2027, 2, 15),
        date(2027, 5, 31),
        date(2027, 6, 19),
        date(2027, 7, 4),
        date(2027, 7, 5),
        date(2027, 9, 6),
        date(2027, 10, 11),
        date(2027, 11, 11),
        date(2027, 11, 25),
        date(2027, 12, 25),
    ]


def test_luxembourg_keeps_eleven_days_and_no_substitute():
    ours = holiday_set(shipped().calendars, "LU")
    kept = [day for day in days() if day.year == 2027 and ours.holds(day)]
    assert kept == [
        date(2027, 1, 1),
        date(2027, 3, 29),
        date(2027, 5, 1),
        date(2027, 5, 6),
        date(2027, 5, 9),
        date(2027, 5, 17),
        date(2027, 6, 23),
        date(2027, 8, 15),
        date(2027, 11, 1),
        date(2027, 12, 25),
        date(2027, 12, 26),
    ]
    assert ours.works(date(2027, 3, 26))


@pytest.mark.parametrize(
    ("year", "sunday"),
    [
        (1900, date(1900, 4, 15)),
        (2011, date(2011, 4, 24)),
        (2024, date(2024, 3, 31)),
        (2027, date(2027, 3, 28)),
        (2038, date(2038, 4, 25)),
        (2100, date(2100, 3, 28)),
        (2285, date(2285, 3, 22)),
    ],
)
def test_easter_sunday(year, sunday):
    assert easter(year) == sunday


def test_every_country_has_its_holidays_or_is_refused_by_its_name():
    refused = {}
    for country in shipped().places.countries:
        try:
            holiday_set(shipped().calendars, country).works(date(2027, 6, 1))
        except DueError as error:
            refused[country] = str(error)
    assert set(refused) == {"LK"}, f"holidays {holidays.__version__}"
    assert "of LK are known" in refused["LK"]


def test_every_member_state_has_its_holidays():
    for country in shipped().places.eu_bound:
        set_of = holiday_set(shipped().calendars, country)
        assert not any(set_of.works(date(year, 12, 25)) for year in YEARS), country
        assert any(set_of.holds(date(year, 1, 1)) for year in YEARS), country


@pytest.mark.parametrize("code", ["XX", "US-CA", "US-WA", "LU-L", "UK", "GB-XX", "EU", "us", ""])
def test_what_no_calendar_covers_is_refused_by_name_and_never_counted_as_federal(code):
    with pytest.raises(DueError, match=rf"^calendar: no holidays are known for '{code}'"):
        due({"regime": "BIZ_DAYS", "start": "2026-11-23", "count": 1, "calendar": code}, shipped())


@pytest.mark.parametrize("code", [5, True, ["US"], {}])
def test_a_calendar_is_a_code(code):
    with pytest.raises(DueError, match=r"^calendar: "):
        due({"regime": "BIZ_DAYS", "start": "2026-11-23", "count": 1, "calendar": code}, shipped())


@pytest.mark.parametrize(
    ("code", "start"), [("JP", "2099-12-30"), ("LK", "2026-12-30"), ("DE", "1980-01-01")]
)
def test_a_year_whose_holidays_nobody_knows_is_refused_with_the_country(code, start):
    query = {"regime": "BIZ_DAYS", "start": start, "count": 5, "calendar": code}
    with pytest.raises(DueError, match=rf"^calendar: the holidays of {code} are known from"):
        due(query, shipped())


def test_the_parts_of_a_country_are_known_where_the_library_has_them():
    assert {"GB-SCT", "GB-ENG", "AU-VIC", "DE-BY", "CA-QC", "BR-SP"} <= library_codes()


def test_a_state_counts_once_the_organisation_lists_it(tmp_path):
    text = (resources() / "rulebook" / "calendars.toml").read_text("utf-8")
    own = """
[[calendar]]
id = "US-CA"
name = "California's court holidays"
country = "US"
citation = "Cal. Code Civ. Proc. 135"
status = "unverified"
holidays = [{ name = "Cesar Chavez Day", on = "03-31" }]
"""
    (tmp_path / "calendars.toml").write_text(text + own, "utf-8")
    query = {"regime": "BIZ_DAYS", "start": "2027-03-30", "count": 1, "calendar": "US-CA"}
    assert due(query, load(tmp_path)).due == date(2027, 4, 1)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"regime": "EU_1182", "calendar": "DE"}, ["DE", "holiday library"]),
        ({"regime": "BIZ_DAYS", "calendar": "GB-SCT"}, ["GB-SCT", "holiday library"]),
        ({"regime": "EU_1182", "calendar": "LU"}, []),
        ({"regime": "CAL_DAYS", "calendar": "DE"}, []),
        ({"regime": "US_R45_DAYS", "start": "2027-06-17"}, ["18 June 2027", "working day"]),
        ({"regime": "CAL_DAYS", "start": "2027-06-17"}, []),
    ],
)
def test_the_steps_say_whose_holidays_were_counted_and_where_the_list_was_doubtful(query, said):
    steps = due({"start": "2026-11-23", "count": 1, **query}, shipped()).steps
    assert len(steps) == 1 + bool(said)
    assert all(words in steps[-1] for words in said)
