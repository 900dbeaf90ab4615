"""The address of a letter to the requester: each thing on its line, an attorney never in the agency's house."""

import pytest

from lerdesk.desk.fact_values import parse, value_words
from lerdesk.desk.recipients import address_lines, requester
from lerdesk.desk.session import Desk
from tests.desk.builders import a_request, case_of

AUSA = {
    "name": "Leopold Quennell",
    "title": "Assistant United States Attorney",
    "email": "l.quennell@usdoj.example.net",
    "address": "1 Federal Terrace, Suite 600, Portland, Oregon 97204",
}
AGENT = {
    "name": "Tobias Inglewood",
    "title": "Special Agent",
    "email": "t.inglewood@fbi.example.org",
    "unit": "Tacoma Resident Agency",
}
OREGON = "United States District Court for the District of Oregon"
KINGS = "Supreme Court of the State of New York County of Kings"


def test_an_attorney_stands_with_the_attorneys_office_not_with_the_agency(desk: Desk) -> None:
    request = a_request(desk, "US_GJ_FED", requester=AUSA, court=OREGON)
    recipient = requester(case_of(desk, request))
    assert recipient.lines == (
        "Leopold Quennell",
        "Assistant United States Attorney",
        "United States Attorney’s Office, District of Oregon",
        "1 Federal Terrace, Suite 600",
        "Portland, Oregon 97204",
    )
    assert recipient.salutation == "Leopold Quennell"


def test_an_agent_stands_with_unit_and_agency(desk: Desk) -> None:
    recipient = requester(case_of(desk, a_request(desk, requester=AGENT)))
    assert recipient.lines == (
        "Special Agent Tobias Inglewood",
        "Tacoma Resident Agency",
        "Federal Bureau of Investigation",
        "t.inglewood@fbi.example.org",
    )
    assert recipient.salutation == "Special Agent Inglewood"


def test_a_local_prosecutor_stands_with_the_county(desk: Desk) -> None:
    asker = {"name": "Guinevere Stroud", "title": "Assistant District Attorney"}
    request = a_request(desk, "US_GJ_STATE", requester=asker, court=KINGS, agency=None)
    lines = requester(case_of(desk, request)).lines
    assert lines[2:] == ("Office of the District Attorney, County of Kings",)


@pytest.mark.parametrize("asker", [AUSA, AGENT, {**AGENT, "badge": "2217", "phone": "555-0164"}])
def test_what_was_read_comes_back_from_its_own_words(asker: dict[str, str]) -> None:
    back = parse("requester", value_words("requester", asker))
    assert isinstance(back, dict)
    assert {key: value for key, value in back.items() if value} == asker


def test_a_zip_code_stands_with_its_city() -> None:
    assert address_lines("77 Lantern Mill Road, Denton, TX, 76201") == [
        "77 Lantern Mill Road",
        "Denton, TX 76201",
    ]
    assert address_lines("67 rue des Platanes, 69003 Lyon, France") == [
        "67 rue des Platanes",
        "69003 Lyon, France",
    ]
