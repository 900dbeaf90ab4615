"""What silence a case is under, and when it ends."""

from datetime import date

import pytest

from lerdesk.domain.nondisclosure import asking, gag_from_fact, gag_kind
from lerdesk.domain.vocabulary import Answer, Gag
from tests.unit.domain.rulebook_fixture import shipped

ISSUED = date(2025, 11, 28)


@pytest.mark.parametrize(
    ("kinds", "process"),
    [
        ([], None),
        (["US_2703D"], "US_2703D"),
        (["US_NDO_2705B", "US_GJ_FED"], "US_GJ_FED"),
        (["US_GJ_FED", "US_NDO_2705B"], "US_GJ_FED"),
        (["US_NDO_2705B"], "US_NDO_2705B"),
    ],
)
def test_a_silence_order_is_the_process_that_asks_only_where_it_came_alone(kinds, process):
    assert asking(kinds) == process


@pytest.mark.parametrize(
    ("value", "gag", "until"),
    [
        (None, Gag.NONE, None),
        ("order", Gag.NONE, None),
        ({}, Gag.NONE, None),
        ({"kind": "wish", "until": "2027-01-01"}, Gag.NONE, None),
        ({"kind": "request", "until": "2027-01-01"}, Gag.REQUEST_ONLY, None),
        ({"kind": "statute"}, Gag.STATUTORY, None),
        ({"kind": "order", "until": "2027-01-01"}, Gag.COURT_FIXED, date(2027, 1, 1)),
        ({"kind": "order", "indefinite": True}, Gag.COURT_INDEFINITE, None),
        # a length is counted from the order's date by Rule 45: the anniversary is a Saturday
        ({"kind": "order", "duration": "one year"}, Gag.COURT_FIXED, date(2026, 11, 30)),
        ({"kind": "order", "duration": "90 days"}, Gag.COURT_FIXED, date(2026, 2, 26)),
        ({"kind": "order", "duration": "six (6) months"}, Gag.COURT_FIXED, date(2026, 5, 28)),
    ],
)
def test_the_gag_that_an_order_speaks_of(value, gag, until):
    assert gag_from_fact(value, shipped(), ISSUED) == (gag, until)


@pytest.mark.parametrize("missing", [{"rules": None}, {"issued_on": None}])
def test_a_length_without_its_beginning_has_no_known_end(missing):
    given = {"rules": shipped(), "issued_on": ISSUED, **missing}
    assert gag_from_fact({"kind": "order", "duration": "1 year"}, **given) == (
        Gag.COURT_INDEFINITE,
        None,
    )


@pytest.mark.parametrize("gag", [Gag.NONE, Gag.REQUEST_ONLY, Gag.STATUTORY, Gag.EXPIRED])
def test_only_a_courts_silence_is_tested(gag):
    failing = {"E981": Answer.NO, "E982": Answer.NO, "E984": Answer.NO}
    assert gag_kind(shipped(), gag, failing) is gag


def test_an_unsigned_order_is_a_mere_request_whatever_else_is_wrong_with_it():
    for gag in (Gag.COURT_FIXED, Gag.COURT_INDEFINITE, Gag.COURT_DEFECTIVE):
        assert gag_kind(shipped(), gag, {"E981": Answer.NO, "E982": Answer.NO}) is Gag.REQUEST_ONLY
        assert gag_kind(shipped(), gag, {"E981": Answer.UNCLEAR}) is gag
    assert gag_kind(shipped(), Gag.COURT_DEFECTIVE, {"E984": Answer.NO}) is Gag.COURT_DEFECTIVE
