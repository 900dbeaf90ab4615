"""The report's figures: they add up, each has its requests, and nothing stands in two places."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lerdesk.domain.half_year import HalfYear
from lerdesk.reports.export import to_csv, to_json
from lerdesk.reports.table import CountedRequest, ReportKind, report_table, shares
from lerdesk.reports.words import report_words, summary

H1 = HalfYear(2026, 1)
REQUESTS = st.lists(
    st.builds(
        CountedRequest,
        reference=st.integers(1, 60).map(lambda n: f"LER-2026-{n:06d}"),
        received_on=st.dates(date(2025, 11, 1), date(2026, 9, 1)),
        kind=st.sampled_from(ReportKind),
        outcome=st.sampled_from(["full", "partial", "none", None]),
    ),
    max_size=80,
)


def _one(number, kind, outcome, day=date(2026, 3, 1)):
    return CountedRequest(f"LER-2026-{number:06d}", day, kind, outcome)


@pytest.mark.thorough
@given(REQUESTS)
def test_rows_add_up_whatever_comes(requests):
    table = report_table(H1, requests)
    assert all(check.holds for check in table.checks)
    for row in (*table.rows, table.total):
        assert row.full.count + row.partial.count + row.none.count == row.received.count
        assert sum(shares(row)) == (100 if row.received.count else 0)
    own = [row for row in table.rows if row.within is None]
    for part in ("received", "full", "partial", "none"):
        assert sum(getattr(row, part).count for row in own) == getattr(table.total, part).count
    last = {one.reference: one for one in requests}
    there = {
        ref
        for ref, one in last.items()
        if one.received_on in H1 and one.kind is not ReportKind.NOT_COUNTED
    }
    apart = (*table.still_open.references, *table.preservation.references)
    assert sorted((*table.total.received.references, *apart)) == sorted(there)


def test_the_rows_of_the_report():
    table = report_table(
        H1,
        [
            _one(1, ReportKind.SUBPOENA, "full"),
            _one(2, ReportKind.SUBPOENA, "none"),
            _one(3, ReportKind.SEARCH_WARRANT, "partial"),
            _one(4, ReportKind.ORDER_2703D, "full"),
            _one(5, ReportKind.OTHER_ORDER, "none"),
            _one(6, ReportKind.SEARCH_WARRANT, None),
            _one(7, ReportKind.PRESERVATION, "full"),
            _one(8, ReportKind.NOT_COUNTED, "full"),
            _one(9, ReportKind.SUBPOENA, "full", date(2025, 12, 31)),
            _one(10, ReportKind.SUBPOENA, "full", date(2026, 7, 1)),
            _one(11, ReportKind.UNNAMED, None),
        ],
    )
    counts = {
        row.key: (row.received.count, row.full.count, row.partial.count, row.none.count)
        for row in table.rows
    }
    assert counts == {
        "subpoenas": (2, 1, 0, 1),
        "search-warrants": (1, 0, 1, 0),
        "other-court-orders": (2, 1, 0, 1),
        "2703d-orders": (1, 1, 0, 0),
    }
    assert table.total.received.count == 5
    assert table.still_open.references == ("LER-2026-000006", "LER-2026-000011")
    assert table.preservation.references == ("LER-2026-000007",)
    assert table.rows[0].none.references == ("LER-2026-000002",)


def test_csv_and_json_say_the_same():
    table = report_table(
        H1, [_one(1, ReportKind.ORDER_2703D, "full"), _one(2, ReportKind.SUBPOENA, None)]
    )
    lines = list(csv.DictReader(io.StringIO(to_csv(table))))
    assert [line["process"] for line in lines] == [
        "Subpoenas",
        "Search warrants",
        "Other court orders",
        "of which 2703(d) orders",
        "All answered requests",
        "Preservation letters",
        "Still open",
    ]
    assert {line["half_year"] for line in lines} == {"2026-H1"}
    assert lines[4]["received"] == "1"
    assert lines[6] == {
        "half_year": "2026-H1",
        "process": "Still open",
        "received": "1",
        "full": "",
        "partial": "",
        "none": "",
    }
    said = to_json(table)
    assert said["total"]["received"] == {"count": 1, "references": ["LER-2026-000001"]}
    assert [row["label"] for row in said["rows"]] == [line["process"] for line in lines[:4]]


def test_the_summary_reads_well_for_one_and_for_many():
    words = report_words()
    one = report_table(
        H1, [_one(1, ReportKind.ORDER_2703D, "full"), _one(2, ReportKind.SUBPOENA, None)]
    )
    text = " ".join(summary(one, "Northwind", words, "January 1, 2026", "June 30, 2026"))
    assert "answered 1 request from law enforcement" in text
    assert "0 subpoenas, 0 search warrants, and 1 other court order." in text
    assert "1 was made under 18 U.S.C. § 2703(d)" in text
    assert "1 further request received in the half-year was still open" in text
    none = report_table(H1, [])
    assert summary(none, "Northwind", words, "a", "b") == (
        "Northwind answered no legal process that it received from a to b.",
    )
