"""Deadlines in words: what to aim at, the outer limit, what is not released before, and how it was counted."""

from datetime import UTC, date, datetime

import pytest

from lerdesk.desk import inbox, review
from lerdesk.desk.session import Desk
from lerdesk.domain.fact import JsonValue
from tests.desk.builders import NAME, YEAR, a_request, silence

#: in Los Angeles Thursday 26 November 2026, so that day 10 is a Sunday
RECEIVED = datetime(2026, 11, 26, 18, 0, tzinfo=UTC)


def _request(desk: Desk, process: str, **more: JsonValue) -> int:
    gag = more.pop("gag", None)
    return a_request(desk, process, ((NAME, *YEAR),), received_at=RECEIVED, gag=gag, **more)


def _told(desk: Desk, request: int) -> dict[str, str]:
    return {each.name: each.readings for each in review.look(desk, request).deadlines}


def test_a_preservation_says_what_is_not_released_before(desk: Desk) -> None:
    request = _request(desk, "US_PRESERVE_2703F")
    (view,) = review.look(desk, request).deadlines
    assert view.readings == ("until Wed 24 Feb 2027; nothing is released before Thu 25 Feb 2027.")
    assert view.steps[0].startswith("Day 1 is Friday 27 November 2026")
    assert view.citation == "18 U.S.C. § 2703(f)(2)"
    assert view.law == "verified"


def test_both_readings_of_an_unsettled_clock_are_told(desk: Desk) -> None:
    told = _told(desk, _request(desk, "EU_EPOC_SUBS_ID"))
    assert told["Answer"] == (
        "by Sun 6 Dec 2026; at the latest Mon 7 Dec 2026 on the milder reading."
    )


def test_a_silence_and_a_written_day_are_told_as_they_stand(desk: Desk) -> None:
    request = _request(desk, "US_SW_FED", gag=silence(date(2027, 5, 3)), date_due="2026-12-08")
    told = _told(desk, request)
    assert told == {"Answer": "by Tue 8 Dec 2026.", "Silence": "until Mon 3 May 2027."}
    assert inbox.preview(desk, request).deadlines == (
        "Answer: by Tue 8 Dec 2026.",
        "Silence: until Mon 3 May 2027.",
    )


def test_what_may_not_be_released_early_has_its_gate(desk: Desk) -> None:
    told = _told(desk, _request(desk, "EU_EPOC_TRAFFIC_CONTENT"))
    assert told["Release"].startswith("not before the end of Sun 6 Dec 2026")


@pytest.mark.parametrize(
    ("process", "name"),
    [
        ("US_2703D", "Motion to quash or modify a 2703(d) order"),
        ("EU_DSA10", "Acknowledgement under the Digital Services Act"),
        ("US_EMERGENCY", "Call-back"),
        ("US_EMERGENCY", "Formal process"),
    ],
)
def test_the_companys_own_targets_are_called_so(desk: Desk, process: str, name: str) -> None:
    request = _request(desk, process)
    view = next(each for each in review.look(desk, request).deadlines if each.name == name)
    assert view.readings.endswith(", our own target.")
    assert view.law == "your company’s choice"
