"""Facts from papers of several offices, made here as PDFs and read by the real reader."""

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


GEORGIA = lines(
    "IN THE SUPERIOR COURT OF FULTON COUNTY",
    "STATE OF GEORGIA",
    "Warrant No. 26SW-011873",
    "SEARCH WARRANT",
    "TO: Any sworn peace officer of the State of Georgia:",
    "Detective Marcus T. Bellweather, Atlanta Police Department, has made oath before me that evidence of",
    "Theft by Deception, O.C.G.A. § 16-8-3, is held by Cedar & Pine Retail, LLC, Portland, Oregon.",
    "YOU ARE THEREFORE COMMANDED to search, and Cedar & Pine Retail, LLC is hereby ORDERED to produce",
    "the following for the account t.whitlock88@gmail.com, for the time period beginning February 1, 2026",
    "and ending April 30, 2026:",
    "a. Basic subscriber information, including name and billing address;",
    "b. Purchase history including items purchased;",
    "c. The contents of all messages sent or received.",
    "Cedar & Pine Retail, LLC shall return the records within thirty (30) days of service of this warrant to",
    "Detective Bellweather, mbellweather@atlantapd.org, (404) 555-0123.",
    "Cedar & Pine Retail, LLC shall not notify the subscriber of this warrant for a period of 180 days.",
    "SO ORDERED, this 3rd day of June, 2026.",
    "/s/ Althea R. Montclair",
    "Judge, Superior Court of Fulton County",
)

GRAND_JURY = lines(
    "UNITED STATES DISTRICT COURT",
    "for the",
    "District of South Carolina",
    "SUBPOENA TO TESTIFY BEFORE A GRAND JURY",
    "GJ No. 26-4-118",
    "To: Wrenfield Stores Corporation",
    "YOU ARE COMMANDED to appear in this United States district court to testify before the grand jury.",
    "Date and Time: October 13, 2026 9:00 a.m.",
    "You must also bring with you all records for opal.m@yahoo.com for January 1, 2026 to present:",
    "(1) subscriber names and addresses; (2) log-in IP addresses; (3) means and source of payment.",
    "Date: September 15, 2026",
    "The name, address, e-mail, and telephone number of the attorney who requests this subpoena, are:",
    "Garrick Penhallow, Assistant United States Attorney",
    "151 Meeting Street, Charleston, SC 29401  garrick.penhallow@usdoj.gov  843-555-0140",
)

PRESERVATION = lines(
    "MARICORA COUNTY SHERIFF'S OFFICE",
    "1200 Civic Center Plaza, Maricora, Texas 79901",
    "August 5, 2026",
    "Tidewater Online Stores, LLC",
    "Attn: Legal Department",
    "Re: Request for Preservation of Records - Our Case No. MCSO-26-05521",
    "To Whom It May Concern:",
    "Pursuant to 18 U.S.C. § 2703(f), I request that you preserve for 90 days the following records of the",
    "account redmesa.trader@outlook.com:",
    "1. The contents of any messages stored in the account;",
    "2. All connection logs including IP addresses.",
    "Please do not disclose the existence of this request to the subscriber.",
    "Respectfully,",
    "",
    "Sgt. Joaquin D. Lockhart",
    "Maricora County Sheriff's Office",
)


def test_a_state_warrant():
    facts, reading = read(GEORGIA)
    assert facts["process_type"] == ["US_SW_STATE"]
    assert facts["court"] == ["Superior Court of Fulton County State of Georgia"]
    assert facts["jurisdiction"] == ["US-GA"]
    assert facts["case_number"] == ["26SW-011873"]
    assert facts["date_issued"] == ["2026-06-03"]
    assert facts["due_in"] == [{"count": 30, "unit": "days", "from": "service"}]
    assert facts["addressee"] == ["Cedar & Pine Retail, LLC"]
    assert facts["agency"] == ["Atlanta Police Department"]
    assert facts["requester"][0]["name"] == "Marcus T. Bellweather"
    assert facts["identifier"] == [{"kind": "email", "value": "t.whitlock88@gmail.com"}]
    assert (facts["period"][0]["from"], facts["period"][0]["to"]) == ("2026-02-01", "2026-04-30")
    assert facts["nondisclosure"][0]["duration"] == "180 days"
    assert facts["signatory"] == ["Althea R. Montclair"]
    assert [demand.number for demand in reading.demands] == ["a", "b", "c"]
    assert reading.demands[2].category == "C13"
    assert reading.demands[2].words == "The contents of all messages sent or received"


def test_a_grand_jury_subpoena():
    facts, reading = read(GRAND_JURY)
    assert facts["process_type"] == ["US_GJ_FED"]
    assert facts["date_due"] == ["2026-10-13"]
    assert facts["date_issued"] == ["2026-09-15"]
    assert facts["requester"][0]["name"] == "Garrick Penhallow"
    assert facts["identifier"] == [{"kind": "email", "value": "opal.m@yahoo.com"}]
    assert "signatory" not in facts
    assert [demand.number for demand in reading.demands] == ["1", "2", "3"]


def test_a_preservation_letter():
    facts, _ = read(PRESERVATION)
    assert facts["process_type"] == ["US_PRESERVE_2703F"]
    assert facts["issuing_authority"] == ["Maricora County Sheriff's Office"]
    assert facts["jurisdiction"] == ["US-TX"]
    assert facts["date_issued"] == ["2026-08-05"]
    assert "due_in" not in facts
    assert facts["nondisclosure"][0]["kind"] == "request"
    assert facts["signatory"] == ["Joaquin D. Lockhart"]


@pytest.mark.parametrize("paper", [GEORGIA, GRAND_JURY, PRESERVATION])
def test_every_quote_stands_on_its_page(paper):
    _, reading = read(paper)
    text = "".join(reading.words[0].text.split())
    for fact in reading.facts:
        assert fact.evidence.page == 1
        assert fact.evidence.boxes
        assert "".join(fact.evidence.quote.split()) in text


APPLICATION = lines(
    "UNITED STATES DISTRICT COURT",
    "APPLICATION FOR A SEARCH WARRANT",
    "I, a federal law enforcement officer, request a search warrant and state under penalty of perjury that",
    "evidence of violations of 18 U.S.C. § 1343 is held by Northwind Marketplace, Inc.",
    "Sworn to before me on July 1, 2026.",
)
PROPOSED = lines(
    "UNITED STATES DISTRICT COURT",
    "[PROPOSED] ORDER",
    "IT IS HEREBY ORDERED under 18 U.S.C. § 2703(d) that Northwind Marketplace, Inc. shall disclose records.",
    "DATED this ____ day of ____________, 2026.",
    "_______________________",
    "UNITED STATES MAGISTRATE JUDGE",
)
WITHDRAWN = lines(
    "United States Attorney",
    "September 9, 2026",
    "Re: Grand Jury Subpoena No. 2026-GJ-00318",
    "Dear Custodian:",
    "The United States hereby withdraws the above-referenced grand jury subpoena dated August 20, 2026.",
    "No further response is required.",
)
INVOICE = lines(
    "INVOICE No. 4471",
    "Bill to: Northwind Marketplace, Inc.",
    "Copies of search warrant binders and of the court order log, 30 days net, due 12/02/2026",
    "Subpoena response team: retrieval of boxes for the legal department and the records of the vault",
)


@pytest.mark.parametrize("paper", [APPLICATION, PROPOSED, WITHDRAWN, INVOICE])
def test_what_is_no_process_gives_its_language_at_most(paper):
    facts, reading = read(paper)
    assert set(facts) <= {"language"}
    assert reading.demands == ()


def test_unticked_boxes_say_nothing():
    facts, _ = read(
        [
            *GEORGIA[:16],
            (
                72,
                310,
                "[ ] It is ordered that this warrant is SEALED under O.C.G.A. § 99-9-99 until June 1, 2030.",
            ),
            (72, 330, "SO ORDERED, this 3rd day of June, 2026."),
        ]
    )
    assert "sealed" not in facts
    assert "O.C.G.A. § 99-9-99" not in facts["statute"]


def test_a_caption_drawn_row_by_row_is_read_by_columns():
    rows = [
        ("IN THE MATTER OF THE SEARCH OF", "Case No. 1:26-mj-00733"),
        ("INFORMATION STORED AT PREMISES", "SEARCH AND SEIZURE WARRANT"),
        ("CONTROLLED BY HOLLOWAY GOODS, INC.", "UNDER SEAL"),
    ]
    caption = []
    for number, (left, right) in enumerate(rows):
        caption += [
            (72, 100 + 14 * number, left),
            (300, 100 + 14 * number, ")"),
            (320, 100 + 14 * number, right),
        ]
    facts, _ = read(
        [
            *lines("UNITED STATES DISTRICT COURT", "SOUTHERN DISTRICT OF INDIANA"),
            *caption,
            *lines("YOU ARE COMMANDED to execute this warrant on or before July 9, 2026.", top=180),
        ]
    )
    assert facts["process_type"] == ["US_SW_FED"]
    assert facts["case_number"] == ["1:26-mj-00733"]
    assert facts["addressee"] == ["Holloway Goods, Inc."]
    assert facts["sealed"] == [True]
    assert "date_due" not in facts
