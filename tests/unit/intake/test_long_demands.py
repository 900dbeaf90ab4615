"""Demands in long sentences, by parts, in forms and schedules; names, numbers and dates as such papers print them."""

import pytest

from lerdesk.documents.reader import Reader
from lerdesk.intake.categories import categories
from tests.documents.papers import lines, pdf

reader = Reader()


def read(*rows):
    reading = reader.read("paper.pdf", pdf([lines(*rows)]))
    assert reading.error is None
    facts = {}
    for fact in reading.facts:
        facts.setdefault(fact.field, []).append(fact.value)
    return facts, reading


def shown(facts):
    return {(each["kind"], each["value"]) for each in facts["identifier"]}


STATE_WARRANT = (
    "IN THE DISTRICT COURT OF DOUGLAS COUNTY, NEBRASKA",
    "SEARCH WARRANT",
    "Case No. CR 26-4410",
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("movies and episodes that were rented or watched", {"C18"}),
        ("the dialogue between the user and shopkeepers", {"C13"}),
        ("whatever was spoken to the smart speaker", {"C21"}),
        ("pictures kept in the cloud drive", {"C14"}),
        ("the whereabouts of the tablet", {"C24"}),
        ("photographs taken by a courier at the doorstep", {"C24"}),
        ("a ledger of every purchase, with the ship-to name", {"C08", "C02"}),
        ("titles opened on the e-book reader", {"C17"}),
        ("songs and podcasts played", {"C19"}),
        ("wares that were bought or sent back", {"C08"}),
        ("vouchers redeemed; the credit remaining", {"C30", "C31"}),
        ("the deposit account and the sums disbursed", {"C29"}),
        ("how the fees were paid and since when", {"C05", "C04"}),
        ("sender and recipient of each message, not its content", {"C07"}),
        ("the address on the internet from which it was entered", {"C06"}),
        ("log files of the cloud service", {"C07"}),
    ],
)
def test_words_that_stand_near_each_other_name_data(words, expected):
    assert set(categories(words)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("names, including but not limited to addresses", {"C01", "C02"}),
        ("log-in records, but neither photographs nor voice recordings", {"C06"}),
        ("purchases. Chats with sellers are not required", {"C08"}),
        ("purchases. The company need not provide photos or files in the cloud", {"C08"}),
        ("session times, with the exception of location data", {"C06"}),
        ("the records of a.brook@example.com, telephone (308) 555-0144", set()),
        ("messages with buyers from the date of account creation to August 3, 2026", {"C13"}),
    ],
)
def test_what_is_excepted_or_only_named_is_not_asked_for(words, expected):
    assert set(categories(words)) == expected


def test_a_demand_of_one_long_sentence_is_read_to_its_end():
    middle = [
        f"the terms and conditions numbered {n} as they stood on the day of" for n in range(14)
    ]
    facts, reading = read(
        *STATE_WARRANT,
        "YOU ARE COMMANDED to search Pinyon Stores, Inc., which shall produce the name of the holder of the",
        "account ridge.fox@example.com;",
        *[f"{row} each visit;" for row in middle],
        "and the songs and podcasts that were played.",
        "/s/ Lena Fairbrook",
        "Judge of the District Court",
    )
    assert set(facts["data_category"]) == {"C01", "C19"}
    assert len(reading.demands) == 1


def test_demands_marked_as_parts_are_items_of_their_own():
    _, reading = read(
        *STATE_WARRANT,
        "YOU ARE COMMANDED to search Pinyon Stores, Inc. It shall produce for ridge.fox@example.com:",
        "Part A. Trade: every purchase and refund.",
        "Part B. Identity: name and telephone number.",
        "/s/ Lena Fairbrook",
        "Judge of the District Court",
    )
    assert [each.categories for each in reading.demands] == [("C08",), ("C01", "C03")]


def test_the_numbered_boxes_of_a_form_are_no_demands():
    facts, reading = read(
        "DEPARTMENT OF HOMELAND SECURITY",
        "SUMMONS TO PRODUCE RECORDS",
        "1. TO (Name, Address, City, State, Zip Code)",
        "Pinyon Stores, Inc., 4 Mill Road, Boise, Idaho 83702",
        "2. FROM",
        "U.S. Customs and Border Protection",
        "3. SUMMONS NUMBER",
        "CBP-26-00814",
        "You are hereby summoned and required to produce the records below, 19 U.S.C. 1509.",
        "4. RECORDS REQUIRED",
        "For seller ID A77KLM20QX: payouts; and inbound shipment records.",
        "5. ISSUED UNDER AUTHORITY OF SECTION 509",
        "/s/ Odile Marchetti",
        "Odile Marchetti, Field Director",
    )
    assert [each.categories for each in reading.demands] == [("C29",)]
    assert facts["data_category"] == ["C29"]


def test_instructions_within_a_schedule_do_not_end_it():
    facts, _ = read(
        "DEPARTMENT OF LABOR",
        "OFFICE OF INSPECTOR GENERAL",
        "SUBPOENA DUCES TECUM",
        "To: Pinyon Stores, Inc.",
        "YOU ARE HEREBY COMMANDED to produce the documents in the Schedule within 21 days of service.",
        "/s/ Odile Marchetti",
        "SCHEDULE",
        "DEFINITIONS",
        "1. Document means any writing, chat, photograph or voice recording.",
        "INSTRUCTIONS",
        "1. The relevant period is March 1, 2025 through February 28, 2026.",
        "DOCUMENTS TO BE PRODUCED",
        "1. Name and address of the holder of the account ridge.fox@example.com.",
        "2. Merchandise bought by the account.",
    )
    assert set(facts["data_category"]) == {"C01", "C02", "C08"}
    assert [(each["from"], each["to"]) for each in facts["period"]] == [
        ("2025-03-01", "2026-02-28")
    ]


def test_a_demand_that_no_word_brings_in_is_the_sentence_that_names_the_most_data():
    facts, _ = read(
        *STATE_WARRANT,
        "I find probable cause and command a search of Pinyon Stores, Inc. as to ridge.fox@example.com,",
        "purchase history and delivery addresses of the said account being evidence of theft.",
        "/s/ Lena Fairbrook",
        "Judge of the District Court",
    )
    assert set(facts["data_category"]) == {"C02", "C08"}


def test_a_complaint_for_a_warrant_is_none_the_warrant_with_it_is():
    first = lines(
        "IN THE CIRCUIT COURT OF SANGAMON COUNTY, ILLINOIS",
        "COMPLAINT FOR SEARCH WARRANT",
        "Officer Bram Tolland asks for a warrant to search Pinyon Stores, Inc.",
        "/s/ Bram Tolland",
    )
    second = lines(
        "IN THE CIRCUIT COURT OF SANGAMON COUNTY, ILLINOIS",
        "SEARCH WARRANT",
        "I therefore command that you search and seize, as to ridge.fox@example.com:",
        "• Everything bought or sent back",
        "• Each log-in, with its IP address",
        "which constitute evidence of theft. Produce it within 9 business days of service.",
        "Judge Lena Fairbrook Judge's No. 2214",
    )
    reading = reader.read("paper.pdf", pdf([first, second]))
    assert [f.value for f in reading.facts if f.field == "process_type"] == ["US_SW_STATE"]
    assert [each.categories for each in reading.demands] == [("C08",), ("C06",)]
    alone = reader.read("paper.pdf", pdf([first]))
    assert not [f for f in alone.facts if f.field == "process_type"]


def test_names_by_which_a_paper_knows_whom_it_asks_about():
    facts, _ = read(
        *STATE_WARRANT,
        "YOU ARE COMMANDED to search Pinyon Stores, Inc., which shall produce purchases and log-in records of",
        "the customer known to police as Corbin Haldane, who signs in as ridge_fox_88, and of the shop trading as",
        "Foxglove Outfitters, and of cloud accounts 402219938800 and 771003348100.",
        "/s/ Lena Fairbrook",
        "Judge of the District Court",
    )
    assert {
        ("person", "Corbin Haldane"),
        ("account_id", "ridge_fox_88"),
        ("other", "Foxglove Outfitters"),
        ("aws_account_id", "402219938800"),
        ("aws_account_id", "771003348100"),
    } <= shown(facts)


def test_a_letter_is_dated_numbered_and_sent_by_whom_it_says():
    facts, _ = read(
        "STATE BUREAU OF INVESTIGATION",
        "Bureau of Criminal Investigation",
        "May 4, 2026",
        "Pinyon Stores, Inc.",
        "Re: Preservation of records - KBI-26-118204",
        "Dear Custodian:",
        "Under 18 U.S.C. 2703(f) the Kansas Highway Patrol asks that you hold, for 90 days, a copy of the account of",
        "ridge.fox@example.com. If that would alert the user, call me at (785) 555-0119.",
        "Sincerely,",
        "Bram Tolland",
        "Sergeant, Kansas Highway Patrol",
        "tolland@khp.example.com",
    )
    assert facts["process_type"] == ["US_PRESERVE_2703F"]
    assert facts["case_number"] == ["KBI-26-118204"]
    assert facts["agency"] == ["Kansas Highway Patrol"]
    assert shown(facts) == {("email", "ridge.fox@example.com")}


def test_small_print_on_delayed_notice_cites_nothing_until_it_is_filled_in():
    def cited(days):
        facts, _ = read(
            "UNITED STATES DISTRICT COURT",
            "for the District of Vermont",
            "SEARCH AND SEIZURE WARRANT",
            "Case No. 2:26-mj-00044",
            "YOU ARE COMMANDED to search for records of Pinyon Stores, Inc. under 18 U.S.C. § 2703(a).",
            "Pursuant to 18 U.S.C. § 3103a(b), I find that immediate notification may have an adverse result",
            "listed in 18 U.S.C. § 2705 (except for delay of trial), and authorize the officer to delay notice",
            f"for {days} days (not to exceed 30).",
            "/s/ Lena Fairbrook",
        )
        return facts["statute"]

    assert cited("____") == ["18 U.S.C. § 2703(a)"]
    assert "18 U.S.C. § 3103a(b)" in cited("30")


def test_a_silence_order_that_commands_is_one_by_its_own_title():
    facts, _ = read(
        "UNITED STATES DISTRICT COURT",
        "DISTRICT OF VERMONT",
        "IN RE: SUBPOENA ISSUED TO PINYON STORES, INC.",
        "Case No. 26-mc-0031",
        "NONDISCLOSURE ORDER",
        "The Court, acting under 18 U.S.C. § 2705(b), commands Pinyon Stores, Inc. not to notify any person of",
        "the existence of the subpoena through March 3, 2027.",
        "ENTERED this 5th day of March, 2026.",
        "s/ Lena Fairbrook",
    )
    assert facts["process_type"] == ["US_NDO_2705B"]
    assert facts["date_issued"] == ["2026-03-05"]
    assert facts["nondisclosure"][0]["until"] == "2027-03-03"


def test_an_account_that_is_a_telephone_number_is_one_and_a_rule_of_court_is_cited():
    facts, _ = read(
        "SUPERIOR COURT OF NEW JERSEY, LAW DIVISION, SALEM COUNTY",
        "SEARCH WARRANT",
        "Docket No. SLM-SW-0044-26",
        "YOU ARE COMMANDED under R. 3:5-2 to search Pinyon Stores, Inc., which shall produce purchases of the",
        "account 856-555-0117.",
        "/s/ Lena Fairbrook",
        "Judge of the Superior Court",
    )
    assert facts["statute"] == ["R. 3:5-2"]
    assert shown(facts) == {("phone", "856-555-0117")}


def test_a_second_sentence_that_asks_for_more_is_a_demand_too():
    facts, _ = read(
        *STATE_WARRANT,
        "YOU ARE COMMANDED to search Pinyon Stores, Inc., which shall produce the name, address and telephone",
        "number of the holder of ridge.fox@example.com. Also produce a spreadsheet of all purchases.",
        "The contents of messages are not sought. Evidence of theft, Criminal Law § 7-104.",
        "/s/ Lena Fairbrook",
        "Judge of the District Court",
    )
    assert set(facts["data_category"]) == {"C01", "C02", "C03", "C08"}
    assert facts["statute"] == ["Criminal Law § 7-104"]
