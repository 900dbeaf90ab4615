"""The long one: a federal warrant of four accounts and many orders, with filter and search protocols."""

import random

from reportlab.platypus import Flowable, PageBreak

from served.ao93 import Face, attachment, blank_return, face
from served.forms import COMPANY, STREET, TOWN, letters, ruled
from served.marks import Signature, ecf
from served.sheet import Hand, Part, gap, press

CASE = "2:26-mj-09114-AME"
ACCOUNTS = [
    ("meadowlands.tire@example.com", "A1MDW33TR80KQX", "(201) 555-0107"),
    ("passaic.pallet.co@example.net", "A2PLT61PSC44ZB", "(973) 555-0190"),
    ("k.dombrova@example.org", "A3DMB07KRV29YL", "(201) 555-0155"),
    ("hackensack.resale@example.com", "A0HCK58RSL13NW", "not known"),
]
DEMANDS = [
    "All records that identify the holder of each Account, including names, addresses, telephone numbers, e-mail "
    "addresses, and the date and IP address of registration",
    "All means and sources of payment for the services of each Account, and every bank account to which the proceeds "
    "of sales were paid",
    "Records of each order listed in Attachment A and of every other sale of tires or wheels by the Accounts, with "
    "price, buyer, ship-to address and tracking number",
    "The contents of messages between the Accounts, and between the Accounts and buyers of tires or wheels, with "
    "attachments, dates and times",
    "IP address logs of access to the Accounts, with the user agent of each session",
]


def order_rows() -> list[tuple[str, str, str]]:
    """The orders of Attachment A: number, day, goods."""
    dice = random.Random("freight")
    goods = (
        "all-season tires, set of 4",
        "alloy wheels, set of 4",
        "truck tires, pair",
        "winter tires, set of 4",
    )
    rows = []
    for number in range(36):
        order = f"11{dice.choice('1234')}-{dice.randrange(10**7):07d}-{dice.randrange(10**7):07d}"
        rows.append(
            (order, f"{2 + number // 6:02d}/{dice.randrange(1, 29):02d}/2026", dice.choice(goods))
        )
    return rows


SEIZED = [
    "the taking of tires, wheels and other goods from trailers parked in Bergen, Hudson and Passaic Counties, and "
    "the storage of what was taken;",
    "the relation of the users of the Accounts to one another and to any person who drove, unloaded or stored the "
    "goods;",
    "the sale, pricing, packing and shipping of the goods, and complaints of their buyers;",
    "payments received and divided, and the bank and card accounts through which they passed;",
    "the state of mind of the users of the Accounts as it bears on the offenses, including what they knew of where the "
    "goods came from; and",
    "the identity and whereabouts of whoever created, used or had control of the Accounts, and the times of that use.",
]
FILTER = [
    "Before any member of the prosecution team sees the information, it shall be searched for the names and e-mail "
    "addresses of attorneys that the government has reason to believe represented a user of the Accounts.",
    "What that search finds shall be set aside and read only by a filter attorney and staff who have no part in the "
    "investigation.",
    "The filter attorney may give the prosecution team what is plainly not privileged. What may be privileged shall "
    "not be "
    "given without the agreement of the holder of the privilege or an order of this Court.",
    "If a member of the prosecution team comes upon a communication that seems privileged, he or she shall stop "
    "reading at "
    "once and tell the filter attorney.",
]
REVIEW = [
    "The review shall be completed within 180 days of the receipt of the information, unless the Court for good cause "
    "allows more time.",
    "The officers may use key words, hash values, date ranges and the like, and need not open files whose names or "
    "types "
    "show that they lie outside Attachment B.",
    "Information that is outside Attachment B shall be kept apart under seal and shall not be searched again without a "
    "further warrant.",
    "At the end of the criminal matter, copies of information outside Attachment B shall be destroyed or returned, "
    "save "
    "for what must be kept for the defense.",
    "Nothing here limits what may be done with information that a person lawfully gave of his or her own will.",
]


def many_accounts() -> bytes:
    """D.N.J.: ten pages."""

    def parts() -> list[Part]:
        hand = Hand("PT", 12, 17.5)
        small = Hand("FS", 9.4, 12)
        front = face(Face(
            district="District of New Jersey", case=CASE,
            matter=["Information associated with four customer and seller accounts stored at premises controlled by "
                    f"{COMPANY}"],
            located="Western District of Washington", until="November 24, 2026", issued="11/10/2026, 12:10 p.m.",
            place="Newark, New Jersey", judge="Aurelio M. Estevane",
        ))  # fmt: skip
        where: list[Flowable] = [
            *attachment(hand, "A", "Property to Be Searched"),
            hand.ind(f"1. This warrant applies to information that {COMPANY}, {STREET}, {TOWN} (“PROVIDER”) stores, "
                     "maintains, controls or operates and that is associated with these accounts (the “Accounts”):"),
            ruled(small, [["", "E-mail address", "Customer or seller ID", "Telephone"],
                          *[[str(n), *row] for n, row in enumerate(ACCOUNTS, 1)]], [24, 190, 140, 114]),
            hand.ind("2. The time period is from February 1, 2026 to and including October 15, 2026."),
            hand.ind("3. The Accounts are believed to be used by Kazimir L. Dombrova, date of birth 09/08/1984, 41 "
                     "Cattail Lane, Secaucus, New Jersey 07094, and Odalys Ferrante, date of birth 03/30/1990, 612 "
                     "Quarry Street, Apartment 2F, Paterson, New Jersey 07501."),
            hand.ind("4. Among the orders sold through the Accounts are the following:"),
            ruled(small, [["", "Order number", "Date", "Goods as listed"],
                          *[[str(n), *row] for n, row in enumerate(order_rows(), 1)]], [24, 150, 90, 204]),
        ]  # fmt: skip
        what: list[Flowable] = [
            *attachment(hand, "B", "Particular Things to Be Seized"),
            hand.p("<b>I.&nbsp;&nbsp;Information to be disclosed by PROVIDER</b>"),
            hand.ind("To the extent that it is within PROVIDER’s possession, custody or control, whether inside or "
                     "outside "
                     "the United States, and including what has been deleted but can still be had, PROVIDER shall "
                     "disclose "
                     "to the government for each Account and for the time period in Attachment A:"),
            *letters(hand, [f"{line};" for line in DEMANDS[:4]] + [f"{DEMANDS[4]}."], "a."),
            hand.ind("PROVIDER shall disclose this information within 14 days of issuance of this warrant to Special "
                     "Agent "
                     "Theodric Vasarhelyi, Federal Bureau of Investigation, Newark Division, "
                     "t.vasarhelyi@fbi.example.com, "
                     "(973) 555-0118. Encrypted media may be sent to 9 Federal Wharf Plaza, Newark, New Jersey 07102."),
            hand.ind("PROVIDER need not produce passwords, nor information of customers other than the users of the "
                     "Accounts save as it stands in the records described."),
            hand.p("<b>II.&nbsp;&nbsp;Information to be seized by the government</b>"),
            hand.ind("All information described in Section I that constitutes fruits, evidence or instrumentalities of "
                     "violations of 18 U.S.C. § 659 and 18 U.S.C. § 2315, in the time period of Attachment A, namely "
                     "information about:"),
            *letters(hand, SEIZED, "(a)", 54),
            PageBreak(),
            *attachment(hand, "C", "Filter Protocol"),
            hand.ind("The affidavit gives reason to believe that the Accounts may hold communications with attorneys. "
                     "The "
                     "government shall therefore proceed as follows."),
            *letters(hand, FILTER, "1."),
            PageBreak(),
            *attachment(hand, "D", "Manner of Review"),
            *letters(hand, REVIEW, "1."),
            PageBreak(),
            hand.mid("<b>CERTIFICATE OF AUTHENTICITY OF RECORDS UNDER FEDERAL RULES OF EVIDENCE 902(11) AND "
                     "902(13)</b>"),
            hand.ind("I, ______________________________, declare under penalty of perjury that I am employed by "
                     "______________________________ and that my title is ______________________________. I am "
                     "qualified "
                     "to authenticate the records attached because I know how they were created, managed, stored and "
                     "retrieved. The records consist of ____________ (pages, files, or media)."),
            hand.ind("I state that the records were made at or near the time of what they record by, or from "
                     "information "
                     "sent by, someone with knowledge; that they were kept in the course of a regularly conducted "
                     "activity; "
                     "that making them was a regular practice of that activity; and that they were produced by an "
                     "electronic "
                     "process that gives an accurate result."),
            gap(30),
            hand.p("Date: ____________________"),
            Signature("", ("Signature",)),
        ]  # fmt: skip
        story: list[Flowable] = [
            *front,
            PageBreak(),
            *blank_return(CASE),
            PageBreak(),
            *where,
            PageBreak(),
            *what,
        ]
        return [Part(story, ecf("2:26-mj-09114-AME", "1", "11/10/26", 41), (72, 72, 50, 46))]

    return press("Search and Seizure Warrant 2:26-mj-09114-AME", parts)
