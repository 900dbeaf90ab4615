"""What other offices write otherwise: State captions, old formulas, letters of demand, summonses, handles."""

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
    return facts


TEXAS = [
    *[(300, 60 + 14 * row, "§") for row in range(4)],
    (72, 60, "THE STATE OF TEXAS"),
    (72, 88, "COUNTY OF BRAZOS"),
    (330, 60, "IN THE DISTRICT COURT OF"),
    (330, 74, "BRAZOS COUNTY, TEXAS"),
    (330, 88, "361ST JUDICIAL DISTRICT"),
    *lines(
        "SEARCH WARRANT FOR STORED CUSTOMER DATA",
        "Sgt. Ofelia Brand, Brazos County Sheriff's Office, has sworn that evidence of Tex. Penal Code § 32.51 is",
        "held by Cedar & Pine Retail, LLC, a corporation doing business in this State under article 18B.355.",
        "You are commanded to serve this warrant. Cedar & Pine Retail, LLC shall produce, for the account",
        "brazos_tools_77 and orders of 3/1/2026 - 5/15/2026, the name and address of the subscriber not later",
        "than the 15th business day after the date this warrant is served, to obrand@brazos.example.org.",
        "Report: I26-004417",
        "ISSUED AND SIGNED on this the 19th day of October, A.D. 2026.",
        "/s/ Judge Bertram L. Oxley",
        top=140,
    ),
]


def test_a_caption_in_the_right_column_and_a_term_to_a_named_day():
    facts = read(TEXAS)
    assert facts["court"] == ["District Court of Brazos County, Texas 361st Judicial District"]
    assert facts["jurisdiction"] == ["US-TX"]
    assert facts["date_issued"] == ["2026-10-19"]
    assert facts["due_in"] == [{"count": 15, "unit": "business_days", "from": "service"}]
    assert facts["signatory"] == ["Bertram L. Oxley"]
    assert facts["identifier"] == [{"kind": "account_id", "value": "brazos_tools_77"}]
    assert facts["case_number"] == ["I26-004417"]


COVER = lines(
    "U.S. Department of Justice",
    "June 6, 2026",
    "Cedar & Pine Retail, LLC",
    "Dear Sir or Madam:",
    "Enclosed please find a grand jury subpoena in an investigation of the Internal Revenue Service,",
    "Criminal Investigation. The Government requests that you refrain from disclosing the subpoena.",
    "Very truly yours,",
    "By: /s/ Imelda Falk-Sand",
    "Imelda Falk-Sand",
    "Assistant United States Attorney",
)
OLD_FORMULA = lines(
    "United States District Court",
    "SOUTHERN DISTRICT OF NEW YORK",
    "TO: Cedar & Pine Retail, LLC",
    "GREETINGS:",
    "WE COMMAND YOU that all and singular business and excuses being laid aside, you appear and attend",
    "before the GRAND JURY of the people of the United States, on the date below, and bring with you the names",
    "and addresses for account 6610-9982-0047. 2026R01277",
    "Appearance Date: June 26, 2026",
    "DATED: New York, New York, June 5, 2026",
)


def test_a_subpoena_without_a_title_behind_its_cover_letter():
    facts = read(COVER, OLD_FORMULA)
    assert facts["process_type"] == ["US_GJ_FED"]
    assert facts["court"] == ["United States District Court Southern District of New York"]
    assert facts["date_issued"] == ["2026-06-05"]
    assert facts["date_due"] == ["2026-06-26"]
    assert facts["requester"][0]["name"] == "Imelda Falk-Sand"
    assert facts["case_number"] == ["2026R01277"]
    assert facts["nondisclosure"][0]["kind"] == "request"


def test_a_warrant_may_order_silence_in_its_own_title():
    facts = read(
        lines(
            "SUPERIOR COURT OF THE STATE OF CALIFORNIA",
            "IN AND FOR THE COUNTY OF SAN BENITO",
            "SEARCH WARRANT AND ORDER DELAYING NOTICE",
            "Warrant No. 66218",
            "The People to any peace officer: there is probable cause under Penal Code section 1546.1.",
            "You are commanded to obtain from Cedar & Pine Retail, LLC the log-in records of",
            "otay.mirror@example.net from May 25, 2026 to June 9, 2026 within 10 court days of service.",
            "The Court orders that Cedar & Pine Retail, LLC refrain from notifying any party until December 4, 2026.",
            "Dated: September 4, 2026",
            "/s/ Judge Theron Garriga",
        )
    )
    assert facts["process_type"] == ["US_CALECPA_WARRANT"]
    assert facts["nondisclosure"][0]["until"] == "2026-12-04"


def test_a_demand_by_letter_to_preserve():
    facts = read(
        lines(
            "UNITED STATES SECRET SERVICE",
            "January 7, 2026",
            "Cedar & Pine Retail, LLC",
            "Re: Preservation of Records",
            "Dear Records Custodian:",
            "This letter serves as a formal demand under 18 U.S.C. 2703(f)(1) that you preserve all records of the",
            "account “brew.city.cards” made between June 5 and June 19, 2026.",
            "Sincerely,",
            "Leopold Castle",
            "Special Agent",
        )
    )
    assert facts["process_type"] == ["US_PRESERVE_2703F"]
    assert facts["identifier"] == [{"kind": "account_id", "value": "brew.city.cards"}]
    assert (facts["period"][0]["from"], facts["period"][0]["to"]) == ("2026-06-05", "2026-06-19")


def test_silence_that_a_statute_commands():
    facts = read(
        lines(
            "ARIZONA DEPARTMENT OF PUBLIC SAFETY",
            "ADMINISTRATIVE SUBPOENA",
            "To: Cedar & Pine Retail, LLC",
            "You are directed to produce the name of the subscriber of sorrel.g@example.org within 72 hours of",
            "receipt to Detective Quill Baptiste.",
            "A.R.S. § 13-3018(G) prohibits a communication service provider from disclosing this subpoena.",
            "Dated this 22nd day of June 2026",
        )
    )
    assert facts["nondisclosure"][0]["kind"] == "statute"
    assert facts["nondisclosure"][0]["statute"] == "A.R.S. § 13-3018(G)"
    assert facts["due_in"] == [{"count": 72, "unit": "hours", "from": "receipt"}]


def test_the_day_to_produce_is_no_end_of_silence():
    facts = read(
        lines(
            "UNITED STATES DISTRICT COURT",
            "DISTRICT OF CONNECTICUT",
            "ORDER",
            "Specific and articulable facts having been offered under 18 U.S.C. Section 2703(d), it is hereby",
            "ORDERED that Cedar & Pine Retail, LLC furnish, on or before July 2, 2026, the names and addresses of the",
            "user “nutmeg.notions”; and it is further",
            "ORDERED that Cedar & Pine Retail, LLC not disclose this Order to any person until further order.",
            "Dated this 18th day of June, 2026.",
            "/s/ Rosa M. Sorley",
        )
    )
    assert facts["process_type"] == ["US_2703D"]
    assert facts["date_due"] == ["2026-07-02"]
    assert facts["nondisclosure"][0]["indefinite"] is True


@pytest.mark.parametrize(
    "paper",
    [
        lines(
            "UNITED STATES DISTRICT COURT",
            "DISTRICT OF OREGON",
            "ORDER UNSEALING WARRANT",
            "IT IS ORDERED that the search warrant directed to Cedar & Pine Retail, LLC is unsealed.",
            "DATED this 17th day of November, 2026.",
            "/s/ Cyprian Oakes",
        ),
        lines(
            "BREMERFIELD POLICE DEPARTMENT",
            "July 9, 2026",
            "Dear Sir or Madam:",
            "Detective Hale is the new point of contact for search warrants and subpoenas. No records are asked.",
            "Sincerely,",
            "Ottilie Crane",
        ),
    ],
)
def test_what_only_speaks_of_process_is_none(paper):
    assert "process_type" not in read(paper)


def test_a_named_attachment_in_a_sentence_begins_none():
    facts = read(
        lines(
            "UNITED STATES DISTRICT COURT",
            "District of New Jersey",
            "SEARCH AND SEIZURE WARRANT",
            "Case No. 26-9114 (LDW)",
            "YOU ARE COMMANDED to search the accounts held by Cedar & Pine Retail, LLC that are described in",
            "Attachment A",
            "before December 1, 2026.",
            "Date and time issued: November 17, 2026, 7:52 p.m.",
            "/s/ Linnea D. Worth",
        )
    )
    assert facts["date_issued"] == ["2026-11-17"]
    assert facts["signatory"] == ["Linnea D. Worth"]


def test_a_targets_mailbox_and_telephone_are_never_the_requesters():
    facts = read(
        lines(
            "STATE OF MINNESOTA, DISTRICT COURT, FOURTH JUDICIAL DISTRICT",
            "SEARCH WARRANT",
            "Court File No. 27-CR-26-55102",
            "WHEREAS Sergeant Ansgar Lindholm, Edina Police Department, has applied for a warrant to search the",
            "electronic records of the account harbour.cello@example.net and of the telephone (612) 555-0133 for:",
            "1. The name and address of the account's holder.",
            "YOU ARE COMMANDED to serve this warrant upon Cedar & Pine Retail, LLC.",
            "BY THE COURT: Dated October 15, 2026",
            "/s/ Solveig Haraldsen, Judge of District Court",
        )
    )
    (asker,) = facts["requester"]
    assert asker["name"] == "Ansgar Lindholm"
    assert (asker["email"], asker["phone"]) == (None, None)
    assert {each["value"] for each in facts["identifier"]} == {
        "harbour.cello@example.net",
        "(612) 555-0133",
    }


def test_an_attorneys_office_is_read_with_its_street_and_city():
    facts = read(
        lines(
            "UNITED STATES DISTRICT COURT",
            "for the District of Oregon",
            "SUBPOENA TO TESTIFY BEFORE A GRAND JURY",
            "To: Cedar & Pine Retail, LLC, 12 Mill Street, Salem, Oregon 97301",
            "YOU ARE COMMANDED to appear in this United States district court and to bring the records of the",
            "account of Ada Nightjar, born 3/4/1980, of 9 Fen Lane, Salem, Oregon 97302.",
            "Date: October 19, 2026",
            "The name, address, e-mail, and telephone number of the United States attorney, or assistant United",
            "States attorney, who requests this subpoena, are:",
            "Imelda Falk-Sand, Assistant United States Attorney",
            "1 Harbor Terrace, Suite 6, Portland, Oregon 97204",
            "i.falk-sand@usdoj.example.com (503) 555-0171",
        )
    )
    assert facts["requester"][0]["address"] == "1 Harbor Terrace, Suite 6, Portland, Oregon 97204"


def test_a_units_name_is_read_and_no_address_of_anybody_else():
    facts = read(
        lines(
            "UNITED STATES DISTRICT COURT",
            "Northern District of Texas",
            "SEARCH AND SEIZURE WARRANT",
            "Cedar & Pine Retail, LLC is ordered to disclose the data within 14 days to Special Agent Ofelia Brand,",
            "Federal Bureau of Investigation, Waco Resident Agency, telephone (254) 555-0164, about the customer",
            "of 9 Fen Lane, Waco, Texas 76701, whose mailbox is a.fen@example.com.",
            "Date and time issued: October 19, 2026",
        )
    )
    (asker,) = facts["requester"]
    assert asker["unit"] == "Waco Resident Agency"
    assert "address" not in asker


def test_an_inspector_general_s_office_is_named_without_the_officer_who_swears():
    facts = read(
        lines(
            "UNITED STATES DISTRICT COURT",
            "for the District of Nevada",
            "SEARCH AND SEIZURE WARRANT                         Case No. 2:26-mj-00811-EJY",
            "To: Any authorized law enforcement officer",
            "Upon an affidavit sworn before me by Special Agent Ines Marlowe-Quill of the Department of",
            "Agriculture, Office of Inspector General, I find probable cause. Cedar & Pine Retail, LLC shall",
            "disclose to the agent the records of the account p.dell@example.com. October 2, 2026.",
            "/s/ Orla J. Venn, United States Magistrate Judge",
        )
    )
    assert facts["agency"] == ["Department of Agriculture, Office of Inspector General"]


def test_an_officer_s_badge_and_telephone_are_found_where_the_paper_names_them_again():
    facts = read(
        lines(
            "STATE OF MINNESOTA                                   DISTRICT COURT",
            "COUNTY OF RAMSEY                                     SECOND JUDICIAL DISTRICT",
            "SEARCH WARRANT                                       Court File No. 62-CR-26-1190",
            "TO: Sergeant Odile Brand, Saint Paul Police Department, and other peace officers:",
            "Sergeant Odile Brand, badge 4471, has made application on oath to search Cedar & Pine Retail, LLC",
            "for records of the account moss.lane@example.net and of the telephone number (651) 555-0150.",
            "The company shall deliver them not later than November 6, 2026 to o.brand@stpaulpd.example.org,",
            "(651) 555-0178.",
            "BY THE COURT: Dated October 15, 2026",
            "/s/ Ilse Vantongeren, Judge of District Court",
        )
    )
    asking = facts["requester"][0]
    assert (asking["badge"], asking["phone"]) == ("4471", "(651) 555-0178")
