"""The half-year's report from real records: each request in its cell, open ones apart, days as the organisation has."""

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from lerdesk.base.clock import MovableClock
from lerdesk.desk import closing, determination, reports
from lerdesk.desk.session import Desk
from lerdesk.domain.half_year import HalfYear
from lerdesk.domain.vocabulary import LetterKind
from tests.desk.builders import (
    MESSAGES,
    NAME,
    YEAR,
    a_desk,
    a_request,
    answered,
    case_of,
    determined,
    disclosed,
    sent,
    silence,
)

SUBPOENA = "US_GJ_FED"
SECOND_HALF = HalfYear(2026, 2)


def _reference(desk: Desk, request: int) -> str:
    return case_of(desk, request).request.reference


def test_each_outcome_in_its_cell_and_the_rest_apart(desk: Desk) -> None:
    one = ((NAME, *YEAR),)
    two = ((NAME, *YEAR), (MESSAGES, *YEAR))
    full = determined(desk, a_request(desk, SUBPOENA, one))
    sent(desk, full, LetterKind.FULL)
    partial = determined(desk, a_request(desk, SUBPOENA, two), "produce", "object")
    sent(desk, partial, LetterKind.PARTIAL)
    nothing = determined(desk, a_request(desk, "US_SW_FED", one), "nothing_held")
    sent(desk, nothing, LetterKind.NOTHING_HELD)
    failed = answered(desk, a_request(desk, "US_2703D", one), E003="no")
    determination.determine(desk, failed)
    sent(desk, failed, LetterKind.DEFICIENCY)
    cured = answered(desk, a_request(desk, SUBPOENA, one), E015="no")
    determination.determine(desk, cured)
    sent(desk, cured, LetterKind.DEFICIENCY)
    unanswered = determined(desk, a_request(desk, "US_SW_FED", one))
    a_request(desk, "US_NDO_2705B", (), gag=silence())
    kept = a_request(desk, "US_PRESERVE_2703F", one)
    table = reports.table(desk, SECOND_HALF)
    rows = {row.key: row for row in table.rows}
    cells = {
        ("subpoenas", "full"): [full],
        ("subpoenas", "partial"): [partial],
        ("subpoenas", "none"): [],
        ("search-warrants", "full"): [],
        ("search-warrants", "none"): [nothing],
        ("other-court-orders", "none"): [failed],
        ("2703d-orders", "none"): [failed],
    }
    for (key, column), requests in cells.items():
        found = getattr(rows[key], column).references
        assert list(found) == [_reference(desk, each) for each in requests], (key, column)
    assert set(table.still_open.references) == {
        _reference(desk, each) for each in (cured, unanswered)
    }
    assert table.preservation.references == (_reference(desk, kept),)
    assert table.total.received.count == 4
    assert all(check.holds for check in table.checks)
    for row in (*table.rows, table.total):
        assert row.received.count == row.full.count + row.partial.count + row.none.count
    own = [row for row in table.rows if row.within is None]
    assert sum(row.received.count for row in own) == table.total.received.count
    figures = list(csv.reader(io.StringIO(reports.csv(desk, SECOND_HALF))))
    assert any("Subpoenas" in cell for line in figures for cell in line)
    assert json.loads(reports.json(desk, SECOND_HALF))["format"] == 1
    assert reports.pdf(desk, SECOND_HALF).startswith(b"%PDF")


def test_a_request_whose_process_nobody_named_yet_is_open(desk: Desk) -> None:
    request = a_request(desk, None, ())
    table = reports.table(desk, SECOND_HALF)
    assert table.still_open.references == (_reference(desk, request),)
    assert table.total.received.count == 0


def test_an_earlier_letter_does_not_answer_a_later_determination(
    desk: Desk, clock: MovableClock
) -> None:
    request = answered(desk, a_request(desk, SUBPOENA, ((NAME, *YEAR),)), E015="no")
    determination.determine(desk, request)
    sent(desk, request, LetterKind.DEFICIENCY)
    clock.advance(days=1)
    determination.reopen(desk, request, "The page came.")
    determined(desk, request)
    table = reports.table(desk, SECOND_HALF)
    assert table.still_open.references == (_reference(desk, request),)
    sent(desk, request, LetterKind.FULL)
    disclosed(desk, request, 1)
    closing.close(desk, request)
    assert reports.table(desk, SECOND_HALF).total.full.count == 1


@pytest.mark.parametrize(
    ("zone", "first"),
    [("America/Los_Angeles", ("2026-H1", "2026-H2")), ("Europe/Berlin", ("2026-H2", "2026-H2"))],
)
def test_the_half_year_ends_at_the_organisations_midnight(
    tmp_path: Path, zone: str, first: tuple[str, str]
) -> None:
    desk, _ = a_desk(tmp_path, zone=zone)
    midnight = datetime(2026, 7, 1, tzinfo=ZoneInfo("America/Los_Angeles")).astimezone(UTC)
    before = midnight.replace(hour=6, minute=59)
    for received, half in zip((before, midnight), first, strict=True):
        request = a_request(desk, SUBPOENA, received_at=received)
        table = reports.table(desk, HalfYear.parse(half))
        assert _reference(desk, request) in table.still_open.references
        other = {"2026-H1": "2026-H2", "2026-H2": "2026-H1"}[half]
        references = reports.table(desk, HalfYear.parse(other)).still_open.references
        assert _reference(desk, request) not in references
    assert HalfYear(2026, 2) in reports.half_years(desk)
    desk.close()
