"""Captions that name another paper, columns and boxes in captions, and lists with marks of their own."""

import pytest

from lerdesk.documents.reader import Reader
from tests.documents.papers import lines, pdf

reader = Reader()


def read(*pages):
    reading = reader.read("paper.pdf", pdf(list(pages)))
    assert reading.error is None
    facts = {}
    for fact in reading.facts:
        facts.setdefault(fact.field, []).append(fact.value)
    return facts, reading


def shown(identifiers):
    return {(each["kind"], each["value"]) for each in identifiers}


def test_a_silence_order_captioned_by_its_subpoena_is_no_subpoena():
    facts, _ = read(
        lines(
            "UNITED STATES DISTRICT COURT",
            "DISTRICT OF VERMONT",
            "IN RE GRAND JURY SUBPOENA",
            "No. 2:26-mc-00077",
            "ORDER",
            "The Court finds reason to believe that notice of the subpoena will jeopardize the investigation.",
            "See 18 U.S.C. 2705(b). IT IS ORDERED that Larkspur Outlet, Inc. shall not disclose the existence of",
            "the subpoena to any person until March 3, 2027.",
            "Dated: March 3, 2026",
            "/s/ Corin Hartwell",
            "United States Magistrate Judge",
        )
    )
    assert facts["process_type"] == ["US_NDO_2705B"]
    assert facts["nondisclosure"][0]["until"] == "2027-03-03"


def test_an_order_whose_numbered_duties_begin_with_to():
    facts, reading = read(
        lines(
            "SECOND JUDICIAL DISTRICT COURT",
            "STATE OF UTAH",
            "ORDER FOR RECORDS",
            "No. 26-1700-118",
            "The Court finds under 18 U.S.C. 2703(d) specific and articulable facts showing reasonable grounds that",
            "the records are relevant and material to an ongoing criminal investigation. Larkspur Outlet, Inc. is",
            "ORDERED:",
            "1. To furnish to Investigator Amity Voss of the Weber County Sheriff's Office, for the account",
            "quillwort@example.com:",
            "a. name and address; and",
            "b. length of service.",
            "2. To do so within 12 calendar days after service.",
            "3. To refrain from telling the subscriber of this Order.",
            "DATED this 3rd day of March, 2026.",
            "/s/ Corin Hartwell",
            "District Court Judge",
        )
    )
    assert facts["process_type"] == ["US_2703D"]
    assert facts["case_number"] == ["26-1700-118"]
    assert facts["due_in"][0]["count"] == 12
    assert facts["nondisclosure"][0]["kind"] == "order"
    assert facts["nondisclosure"][0]["indefinite"] is True
    assert {each for demand in reading.demands for each in demand.categories} == {
        "C01",
        "C02",
        "C04",
    }


WARRANT = (
    "TO ANY OFFICER: Detective Amity Voss, Dover Police Department, has shown probable cause. YOU ARE COMMANDED to",
    "search Larkspur Outlet, Inc. and seize the following for the account quillwort@example.com:",
)


def test_of_a_row_of_boxes_the_court_is_the_ticked_one():
    facts, _ = read(
        lines(
            "COMMONWEALTH OF VIRGINIA",
            "[ ] GENERAL DISTRICT COURT [X] CIRCUIT COURT [ ] JUVENILE COURT",
            "Henrico County",
            "SEARCH WARRANT",
            *WARRANT,
            "> Name of the account holder",
            "> Orders placed",
            "Given under my hand this 4th day of May, 2026.",
            "/s/ Corin Hartwell",
        )
    )
    assert facts["court"] == ["Circuit Court Henrico County"]
    assert set(facts["data_category"]) == {"C01", "C08"}


@pytest.mark.parametrize("mark", [">", "*", "»"])
def test_marks_of_a_list(mark):
    _, reading = read(
        lines(
            "SUPERIOR COURT OF ARIZONA",
            "MARICOPA COUNTY",
            "SEARCH WARRANT",
            *WARRANT,
            f"{mark} Voice clips",
            f"{mark} GPS points",
            "Given under my hand this 4th day of May, 2026.",
            "/s/ Corin Hartwell",
        )
    )
    assert [(demand.words, demand.category) for demand in reading.demands] == [
        ("Voice clips", "C21"),
        ("GPS points", "C24"),
    ]


def test_a_letter_from_head_to_foot_without_a_closing():
    facts, _ = read(
        lines(
            "DOVER POLICE DEPARTMENT",
            "DATE: 01-14-2026",
            "TO: Larkspur Outlet, Inc.",
            "FROM: Det. Amity Voss",
            "SUBJECT: Preservation under 18 USC 2703(f)",
            "Please keep for 90 days all records for user QuillWort and for 55820173-91 (8-digit account number).",
            "The records preserved should include the profile page, in-app chat and login IPs.",
            "Det. Amity Voss",
            "avoss@doverpd.example.org",
        )
    )
    assert facts["process_type"] == ["US_PRESERVE_2703F"]
    assert facts["signatory"] == ["Amity Voss"]
    assert set(facts["data_category"]) == {"C01", "C06", "C13"}
    assert shown(facts["identifier"]) == {
        ("account_id", "QuillWort"),
        ("account_id", "55820173-91"),
    }


def test_a_departments_state_stands_above_it():
    facts, _ = read(
        lines(
            "STATE OF WASHINGTON",
            "DEPARTMENT OF LABOR AND INDUSTRIES",
            "ADMINISTRATIVE SUBPOENA",
            "Subpoena No. LNI-2026-0411",
            "TO: Larkspur Outlet, Inc.",
            "Respond by: 5:00 p.m. Pacific, Friday, March 27, 2026",
            "YOU ARE HEREBY DIRECTED under RCW 51.04.040 to provide the name and address of the seller quill_wort.",
            "DATED this 2nd day of March, 2026.",
            "/s/ Corin Hartwell",
        )
    )
    assert facts["jurisdiction"] == ["US-WA"]
    assert facts["agency"] == ["Department of Labor and Industries"]
    assert facts["date_due"] == ["2026-03-27"]


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("between 0001 hours 05/01/2026 and 2359 hours 06/15/2026", "2026-05-01", "2026-06-15"),
        ("since 1 April 2026 and up to 30 June 2026", "2026-04-01", "2026-06-30"),
        (
            "beginning May 9, 2025 and continuing through the date of this warrant",
            "2025-05-09",
            "2026-05-04",
        ),
        ("during the month of March 2026", "2026-03-01", "2026-03-31"),
    ],
)
def test_days_of_a_period(words, start, end):
    facts, _ = read(
        lines(
            "SUPERIOR COURT OF ARIZONA",
            "MARICOPA COUNTY",
            "SEARCH WARRANT",
            *WARRANT,
            "1. Orders placed;",
            "2. Name of the account holder,",
            f"{'' if words.startswith('during') else 'for the period '}{words}.",
            "Given under my hand this 4th day of May, 2026.",
            "/s/ Corin Hartwell",
        )
    )
    assert [(each["from"], each["to"]) for each in facts["period"]] == [(start, end)]


def test_what_is_searched_for_after_a_colon_and_who_sent_it():
    facts, _ = read(
        lines(
            "COMMONWEALTH OF KENTUCKY",
            "FAYETTE DISTRICT COURT",
            "CASE NO. 26-SW-1190",
            "SEARCH WARRANT",
            "To all Peace Officers: Sgt. Amity Voss, NCIS, has shown probable cause. You are commanded to make search",
            "of the records of Larkspur Outlet, Ltd. for:",
            'Name and payment method for all parcels shipped by or to "Corin Hartwell", sent to phone',
            "859-555-0156 or to an account with the user name quill_wort.",
            "Return by secure e-mail no later than June 19, 2026. It is further ordered that notice to the target be",
            "delayed for 90 days.",
            "Issued this 9th day of April, 2026.",
            "/s/ Oberon Wren",
            "Judge",
        )
    )
    assert {"C01", "C05", "C08"} == set(facts["data_category"])
    assert ("person", "Corin Hartwell") in shown(facts["identifier"])
    assert facts["agency"] == ["NCIS"]
    assert facts["date_due"] == ["2026-06-19"]
    assert facts["nondisclosure"][0]["duration"] == "90 days"


def test_delayed_notice_of_the_officers_is_no_silence():
    facts, _ = read(
        lines(
            "UNITED STATES DISTRICT COURT",
            "DISTRICT OF VERMONT",
            "SEARCH AND SEIZURE WARRANT",
            "Case No. 2:26-mj-00118",
            "To: Any authorized law enforcement officer",
            "YOU ARE COMMANDED to execute this warrant on or before May 18, 2026.",
            "[X] Pursuant to 18 U.S.C. 3103a(b), notice to the customer may be delayed for 30 days.",
            "Larkspur Outlet, Inc. shall disclose the name and address of the account quill_wort.",
            "Date and time issued: May 4, 2026",
            "/s/ Corin Hartwell",
            "United States Magistrate Judge",
        )
    )
    assert "nondisclosure" not in facts
