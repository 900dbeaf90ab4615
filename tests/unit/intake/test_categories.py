"""Wording of orders to data categories."""

import pytest

from lerdesk.intake.categories import categories


@pytest.mark.parametrize(
    ("words", "leading"),
    [
        ("Names (including subscriber names, user names, and screen names)", "C01"),
        ("The contents of all messages sent to or from the account", "C13"),
        ("All files, photographs and videos stored in the Drive space", "C14"),
        ("Records of session times and durations", "C06"),
        ("Length of service (including start date) and types of service utilized", "C04"),
        ("Means and source of payment for such service", "C05"),
        ("The search queries entered", "C11"),
        ("A list of video titles rented, purchased or streamed", "C18"),
        ("All historical location information recorded by any device", "C24"),
        ("Audio recordings and transcripts of voice requests", "C21"),
        ("For each gift card, the purchaser and the order to which it was redeemed", "C30"),
        ("Purchase history, including the date and price", "C08"),
    ],
)
def test_the_leading_category(words, leading):
    assert categories(words)[0] == leading


def test_what_is_excluded_is_not_asked_for():
    words = "All records (not including the contents of communications), including log files"
    assert "C13" not in categories(words)
    assert "C07" in categories(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("who opened and paid for each account", {"C01", "C05"}),
        ("the goods bought and sold through it, with dates and prices", {"C08"}),
        ("the messages that its users exchanged with other members", {"C13"}),
        ("name, e-mail, phone, date of creation", {"C01", "C03", "C04"}),
        ("Transactional logs of actions taken through the console", {"C07"}),
        ("correspondence with customer support", {"C28"}),
        ("latitude and longitude of registered devices", {"C24"}),
        ("documents, electronically stored information, or objects", set()),
        ("records held at 455 Commerce Drive, Dayton", set()),
        ("Searches run and pages viewed", {"C11"}),
        ("Records of sales, and Forms 1099-K", {"C29"}),
        ("Any queries typed into the search box", {"C11"}),
        ("buyer/seller chats", {"C13"}),
        ("player-to-player messages", {"C13"}),
        ("all e-mail sessions with support staff", {"C28"}),
        ("stored-value balances and reloads", {"C31"}),
        ("sound picked up by the speaker", {"C21"}),
        ("on/off events of each smart-home device", {"C22"}),
        ("the residence given and the manner in which each parcel was paid", {"C02", "C05"}),
        ("from which network the shop was reached", {"C06"}),
        ("chargebacks, and invoices", {"C08"}),
        ("e-book purchases", {"C17"}),
        ("records of calls to your help line", {"C28"}),
        ("products offered and the account into which money went", {"C29"}),
        ("identity verification and device fingerprints", {"C01", "C23"}),
        ("the driver's GPS and badge swipes", {"C35"}),
        ("customer feedback", {"C12"}),
        ("records for device IMEI 490154203237518", set()),
        ("any parcel mailed by the customer", {"C08"}),
        ("support cases opened", {"C28"}),
        ("the mailbox quillwort@example.com", set()),
        ("gift messages and wrapping", set()),
        (
            "a history of purchases, cell number, tax ID and store credit",
            {"C03", "C08", "C29", "C31"},
        ),
        ("every order of the court", set()),
    ],
)
def test_plain_words(words, expected):
    assert set(categories(words)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the live feed of the porch camera while the warrant runs", {"C27"}),
        ("footage of the porch camera already stored", {"C26"}),
        ("prospective location of the tablet, hour by hour", {"C25"}),
        ("header information of each communication, in real time", {"C37"}),
        ("anonymised viewing totals for the film, titles watched by region", {"C20"}),
        ("printed books and DVDs that the customer ordered", {"C09"}),
        ("orders of printed circuit boards", {"C08"}),
        ("a copy of the court orders that bind the company", set()),
        ("gift cards bought, and the orders paid with them", {"C30", "C08"}),
        ("wire the money orders to the clerk", set()),
        ("This order does not authorize the disclosure of the content of messages", set()),
        ("Nothing herein requires production of e-mails", set()),
        ("user agents and the operating system", {"C07"}),
        ("the van's GPS record and the name of the driver", {"C35"}),
        ("postal and electronic mail addresses", {"C02", "C03"}),
        ("within ten calendar days after service", set()),
        ("camera clips, recordings of the smart speaker", {"C26", "C21"}),
        ("video with audio recorded by the doorbell", {"C26"}),
    ],
)
def test_words_that_stand_near_decide(words, expected):
    assert set(categories(words)) == expected
