"""Boxes to tick, tables with days, users named on a line of their own, and how papers are signed in type."""

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


HEAD = (
    "SUPERIOR COURT OF THE STATE OF DELAWARE",
    "Case No. 26SW-4410",
    "SEARCH WARRANT",
    "TO: Any peace officer, and Larkspur Outlet, Inc., 14 Mole End Road, Dover, Delaware, where the records are kept:",
    "Detective Amity Voss, Dover Police Department, has shown probable cause. YOU ARE COMMANDED to search for the",
)
FOOT = (
    "Given under my hand this 4th day of May, 2026.",
    "/s/ Corin Hartwell",
    "Judge of the Superior Court",
)


def test_an_unticked_box_hides_its_own_option_alone():
    facts, _ = read(
        lines(
            *HEAD[:4],
            "Detective Amity Voss, Dover Police Department, has shown probable cause. YOU ARE COMMANDED to search",
            "the account of quillwort@example.com for the order history.",
            "[X] in the daytime only   [ ] at any time",
            "[ ] Notice is delayed under 18 U.S.C. 3103a(b)",
            "Larkspur Outlet, Inc. shall send the records to avoss@doverpd.example.org no later than June 1, 2026.",
            *FOOT,
        )
    )
    assert facts["date_due"] == ["2026-06-01"]
    assert facts["requester"][0]["email"] == "avoss@doverpd.example.org"
    assert "statute" not in facts


@pytest.mark.parametrize(("yes", "no"), [("[X]", "[ ]"), ("( X )", "(   )"), ("[x]", "[   ]")])
def test_ticked_boxes_are_the_demands(yes, no):
    facts, reading = read(
        lines(
            *HEAD,
            "following for the account quillwort@example.com, so far as it is marked here:",
            f"{yes} Name and address of the account holder",
            f"{no} Contents of messages",
            f"{yes} Log-in records with IP addresses",
            f"{no} Stored photographs",
            f"{yes} 5. Orders placed",
            *FOOT,
        )
    )
    assert set(facts["data_category"]) == {"C01", "C02", "C06", "C08"}
    assert [demand.words for demand in reading.demands] == [
        "Name and address of the account holder",
        "Log-in records with IP addresses",
        "Orders placed",
    ]


def test_a_demand_ends_where_the_next_paragraph_begins():
    _, reading = read(
        lines(
            *HEAD,
            "following for the account quillwort@example.com:",
            "1. The order history of the account",
            "2. The gift cards redeemed to it",
            "Larkspur Outlet, Inc. shall not alter the records that are asked for in this warrant before sending.",
            *FOOT,
        )
    )
    assert [demand.words for demand in reading.demands] == [
        "The order history of the account",
        "The gift cards redeemed to it",
    ]


TABLE = [
    (72, 200, "Account"),
    (190, 200, "E-mail address"),
    (350, 200, "From"),
    (450, 200, "To"),
    (72, 216, "LO-5531007"),
    (190, 216, "quillwort@example.com"),
    (350, 216, "02/01/2026"),
    (450, 216, "06/30/2026"),
    (72, 232, "LO-9081226"),
    (190, 232, "stonecrop.sells@example.org"),
    (350, 232, "April 15, 2026"),
    (450, 232, "present"),
]


def test_a_table_gives_each_account_its_days():
    facts, _ = read(
        [
            *lines(*HEAD, "following order history for the accounts in this table:"),
            *TABLE,
            *lines(*FOOT, top=300),
        ]
    )
    assert shown(facts["identifier"]) == {
        ("account_id", "LO-5531007"),
        ("account_id", "LO-9081226"),
        ("email", "quillwort@example.com"),
        ("email", "stonecrop.sells@example.org"),
    }
    assert {(each["from"], each["to"]) for each in facts["period"]} == {
        ("2026-02-01", "2026-06-30"),
        ("2026-04-15", None),
    }


def test_the_words_below_a_table_are_nobodys_name():
    facts, _ = read(
        [
            *lines(
                *HEAD,
                "order history for the accounts in this table, which a mailbox at @example.com opened:",
            ),
            (72, 200, "Name"),
            (190, 200, "E-mail address"),
            (72, 216, "Sedge Marlow"),
            (190, 216, "quillwort@example.com"),
            *lines("FOR THE FOLLOWING INFORMATION:", "1. All orders", *FOOT, top=260),
        ]
    )
    assert shown(facts["identifier"]) == {
        ("person", "Sedge Marlow"),
        ("email", "quillwort@example.com"),
    }


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("for January 2026 through March 2026", "2026-01-01", "2026-03-31"),
        ("for the months of January through March of 2026", "2026-01-01", "2026-03-31"),
        ("from July 1 through September 8, 2026", "2026-07-01", "2026-09-08"),
        ("between 1 September and 15 November 2026", "2026-09-01", "2026-11-15"),
        ("from February 2024 to date", "2024-02-01", None),
        ("from June 2023 up to February 2024", "2023-06-01", "2024-02-29"),
        ("for calendar years 2024 and 2025", "2024-01-01", "2025-12-31"),
    ],
)
def test_periods_by_months_and_years(words, first, last):
    facts, _ = read(
        lines(
            *HEAD,
            f"following order history of quillwort@example.com {words}:",
            "1. All orders",
            *FOOT,
        )
    )
    assert [(each["from"], each["to"]) for each in facts["period"]] == [(first, last)]


def test_the_offences_month_is_no_period():
    facts, _ = read(
        lines(
            *HEAD,
            "following order history of quillwort@example.com, which is evidence of thefts committed in March 2026:",
            "1. All orders",
            *FOOT,
        )
    )
    assert "period" not in facts


def test_user_names_alone_quoted_and_with_an_at_sign():
    facts, _ = read(
        lines(
            *HEAD,
            "following order history for the accounts of:",
            "quillwort@example.com",
            "bogbean_barter",
            "and for the screen name “pennywort” or the handle @water.mint, and the shop known as “Marsh Goods” or",
            "“Fen Finds”:",
            "1. All orders",
            *FOOT,
        )
    )
    assert shown(facts["identifier"]) == {
        ("email", "quillwort@example.com"),
        ("account_id", "bogbean_barter"),
        ("account_id", "pennywort"),
        ("account_id", "@water.mint"),
        ("other", "Marsh Goods"),
        ("other", "Fen Finds"),
    }


@pytest.mark.parametrize(
    ("signature", "name"),
    [
        (("Electronically signed by Corin Hartwell",), "Corin Hartwell"),
        (("[signed electronically] Corin Hartwell",), "Corin Hartwell"),
        (("Judge Corin Hartwell (electronically signed)",), "Corin Hartwell"),
        (("Corin Hartwell (May 4, 2026 15:02 EDT)",), "Corin Hartwell"),
        (("s// Corin Hartwell",), "Corin Hartwell"),
        (("(signed) Hon. Corin Hartwell",), "Corin Hartwell"),
        (("/s/ Cpl. Corin Hartwell",), "Corin Hartwell"),
        (("Corin Hartwell", "Corin B. Hartwell, Judge"), "Corin B. Hartwell"),
        (("Corin Hartwell", "CIRCUIT JUDGE CORIN HARTWELL"), "Corin Hartwell"),
        (("Corin Hartwell", "Judge's signature"), "Corin Hartwell"),
        (("Corin Hartwell", "Judge of the Superior Court"), None),
        (("______________________", "Corin Hartwell, Judge"), None),
    ],
)
def test_signed_in_type(signature, name):
    facts, _ = read(
        lines(
            *HEAD,
            "following for the account quillwort@example.com:",
            "1. All orders",
            "Given under my hand this 4th day of May, 2026.",
            *signature,
        )
    )
    assert facts.get("signatory") == (None if name is None else [name])


CERTIFICATE = lines(
    "DISTRICT COURT OF ELK COUNTY",
    "STATE OF OKLAHOMA",
    "CERTIFICATE OF JUDGE UNDER THE UNIFORM ACT TO SECURE",
    "THE ATTENDANCE OF WITNESSES FROM WITHOUT A STATE",
    "I certify under 22 O.S. § 723 that the keeper of records of Larkspur Outlet, Inc. in Dover, Delaware is a",
    "material witness before the grand jury of this county.",
    "Done May 4, 2026.",
    "/s/ Corin Hartwell",
)
CALLED = lines(
    "DISTRICT COURT OF ELK COUNTY",
    "STATE OF OKLAHOMA",
    "GRAND JURY SUBPOENA DUCES TECUM",
    "TO: Larkspur Outlet, Inc.",
    "YOU ARE COMMANDED to appear before the grand jury on June 15, 2026, at 9:00 a.m. and to produce the order",
    "history of quillwort@example.com.",
    "Issued May 4, 2026.",
    "/s/ Amity Voss",
    "Court Clerk",
)


def test_a_judges_certificate_for_a_witness_speaks_for_the_subpoena():
    facts, _ = read(CERTIFICATE, CALLED)
    assert facts["process_type"] == ["US_GJ_STATE"]
    assert facts["statute"] == ["22 O.S. § 723"]
    assert facts["signatory"] == ["Corin Hartwell", "Amity Voss"]


def test_a_certificate_alone_asks_the_company_for_nothing():
    facts, _ = read(CERTIFICATE)
    assert "process_type" not in facts


def test_a_preservation_that_has_ended_is_no_process():
    facts, _ = read(
        lines(
            "Elk County Sheriff's Office",
            "May 4, 2026",
            "Larkspur Outlet, Inc.",
            "Re: Preservation request of February 1, 2026 (18 U.S.C. § 2703(f))",
            "To Whom It May Concern:",
            "The preservation requested in our letter is no longer needed. You may let it lapse.",
            "Regards,",
            "Det. Amity Voss",
        )
    )
    assert "process_type" not in facts


def test_a_calecpa_sealing_of_unrelated_data_seals_no_paper():
    facts, _ = read(
        lines(
            "SUPERIOR COURT OF CALIFORNIA",
            "COUNTY OF INYO",
            "SEARCH WARRANT NO. 26-114",
            "Deputy Amity Voss, Inyo County Sheriff's Office, has shown probable cause. You are commanded to search",
            "the order history of quillwort@example.com held by Larkspur Outlet, Inc.",
            "All other information shall be sealed and not reviewed without a further order.",
            "Issued on May 4, 2026.",
            "/s/ Corin Hartwell",
        )
    )
    assert facts["process_type"] == ["US_CALECPA_WARRANT"]
    assert "sealed" not in facts
