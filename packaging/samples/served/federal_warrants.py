"""Federal search warrants for stored records: five demands, a plain one, one under silence."""

from reportlab.platypus import Flowable, PageBreak

from served.ao93 import Face, attachment, blank_return, face
from served.forms import COMPANY, STREET, TOWN, letters, ruled
from served.marks import ecf, foot, together
from served.sheet import Hand, Part, gap, press


def five_demands() -> bytes:
    """W.D. Wash.: two accounts, five demands, the fourth without limit in time."""

    def parts() -> list[Part]:
        hand = Hand("PT", 11.4, 14.6, even=False)
        case = "3:26-mj-05288"
        front = face(Face(
            district="Western District of Washington", case=case,
            matter=["Information associated with two customer accounts that is stored at premises controlled by "
                    f"{COMPANY}"],
            located="Western District of Washington", until="December 3, 2026", issued="11/19/2026, 10:26 a.m.",
            place="Tacoma, Washington", judge="Helena R. Stavrou", any_time=True,
        ))  # fmt: skip
        place: list[Flowable] = [
            *attachment(hand, "A", "Property to Be Searched"),
            hand.ind("This warrant applies to information associated with the following customer accounts (the "
                     f"“Subject Accounts”) that is stored at premises owned, maintained, controlled, or operated by "
                     f"{COMPANY} (“Northwind”), a company that accepts service of legal process at {STREET}, {TOWN}:"),
            ruled(hand, [["", "E-mail address", "Customer ID", "Telephone on file"],
                         ["1", "halden.outfit@example.com", "A2HQ7LM4ZD90KT", "(253) 555-0131"],
                         ["2", "bo.reyes.tacoma@example.org", "A1W8PX53CVN6RJ", "none known"]],
                  [24, 186, 130, 128]),
            hand.ind("The Federal Bureau of Investigation believes that the Subject Accounts are used by Bodhi A. "
                     "Reyes-Halden, date of birth 06/21/1992, of 2206 Fennel Street, Apartment 5, Tacoma, Washington "
                     "98402, and by persons not yet identified who act with him."),
            hand.ind("The following orders are of particular interest to the investigation: 112-4471830-5526619, "
                     "112-4471833-5526691 and 113-9920417-0086354."),
        ]  # fmt: skip
        things: list[Flowable] = [
            *attachment(hand, "B", "Particular Things to Be Seized"),
            hand.p("<b>I.&nbsp;&nbsp;Information to be disclosed by Northwind</b>"),
            hand.ind("To the extent that the information described in Attachment A is within the possession, custody, "
                     "or control of Northwind, including records that were preserved pursuant to a request made under "
                     "18 U.S.C. § 2703(f) on September 3, 2026, Northwind is required to disclose the following for "
                     "each of the Subject Accounts. Unless a paragraph states otherwise, the relevant period is "
                     "January 5, 2026 through October 30, 2026."),
            *letters(hand, FIVE),
            hand.ind("Northwind is ordered to disclose the above information within <b>14 days of service</b> of this "
                     "warrant by secure electronic transfer to Special Agent Tobias Inglewood, Federal Bureau of "
                     "Investigation, Tacoma Resident Agency, telephone (253) 555-0164, e-mail "
                     "t.inglewood@fbi.example.org."),
            hand.p("<b>II.&nbsp;&nbsp;Information to be seized by the government</b>"),
            hand.ind("All information described in Section I that constitutes evidence, fruits, or instrumentalities "
                     "of violations of 18 U.S.C. § 659 (theft from interstate shipment) and 18 U.S.C. § 371 "
                     "(conspiracy), committed by the user or users of the Subject Accounts since February 1, 2026, "
                     "including information about:"),
            *letters(hand, [
                "the taking of outdoor clothing and optical goods from freight in the Port of Tacoma, and their "
                "later sale;",
                "the identity and whereabouts of whoever created, used, or communicated with the Subject Accounts;",
                "payments received for the goods, and the way in which those payments were shared out.",
            ], "(a)", 54),
            hand.ind("A copy of the disclosed information may be kept by the court’s order until the close of the "
                     "case. The review of the information may be conducted by any government personnel assisting in "
                     "the investigation, who may include attorneys for the government and technical experts."),
        ]  # fmt: skip
        story: list[Flowable] = [
            *front,
            PageBreak(),
            *blank_return(case),
            PageBreak(),
            *place,
            PageBreak(),
            *things,
        ]
        return [Part(story, ecf(case, "3", "11/19/26"), (72, 72, 50, 44))]

    return press("Search and Seizure Warrant", parts)


FIVE = [
    "The full name under which each of the Subject Accounts is registered;",
    "Records of session times and durations, with the Internet Protocol address used for each session;",
    "All records of orders placed through the Subject Accounts, including the goods ordered, their price, the date, "
    "and the delivery address used;",
    "The contents of all messages exchanged between the Subject Accounts and any buyer or seller, from the day on "
    "which each account was opened to the present, whether or not they concern the orders listed in Attachment A; and",
    "All files and photographs stored in the Northwind Drive space of the Subject Accounts.",
]


def answered_in_full() -> bytes:
    """N.D. Tex.: one account, four demands bounded in time; answered after the customer's notice."""

    def parts() -> list[Part]:
        hand = Hand("PX", 10.4, 14.2)
        case = "4:26-mj-00871-RDT"
        front = face(Face(
            district="Northern District of Texas", case=case,
            matter=["INFORMATION ASSOCIATED WITH SELLER ACCOUNT A3PL0C7WQX28MB THAT IS WITHIN THE POSSESSION OF "
                    "NORTHWIND MARKETPLACE, INC."],
            located="Western District of Washington", until="October 26, 2026", issued="10/12/2026, 3:18 p.m.",
            place="Fort Worth, Texas", judge="Raymond D. Tolliver", hand=Hand("PX", 10, 13),
        ))  # fmt: skip
        place: list[Flowable] = [
            *attachment(hand, "A", "Account to Be Searched"),
            hand.p("1.&nbsp;&nbsp;This warrant applies to records and information associated with the seller account "
                   "<b>A3PL0C7WQX28MB</b>, display name “Prairie Lantern Goods”, registered with the e-mail address "
                   "<b>orders@prairielantern.example.net</b> (the “Account”)."),
            hand.p(f"2.&nbsp;&nbsp;The records are held by {COMPANY}, an online retailer and provider of remote "
                   f"computing services at {STREET}, {TOWN} (the “Provider”)."),
            hand.p("3.&nbsp;&nbsp;The warrant is limited to records created from March 1, 2026 through August 31, "
                   "2026."),
            gap(20),
            *attachment(hand, "B", "Records to Be Disclosed and Seized"),
            hand.p("<b>Section I. To be disclosed by the Provider.</b> Within ten (10) days of service of this "
                   "warrant, the Provider shall disclose to the government, for the period stated in Attachment A:"),
            *letters(hand, FULL, "(a)"),
            hand.p("The disclosure shall be sent to Special Agent Corinne Abiodun, Homeland Security Investigations, "
                   "Dallas, at c.abiodun@hsi.example.net. Telephone: (817) 555-0119."),
            hand.p("<b>Section II. To be seized by the government.</b> From the records disclosed, the government may "
                   "seize evidence and fruits of violations of 18 U.S.C. § 545 (smuggling of goods) and 18 U.S.C. "
                   "§ 2320 (trafficking in counterfeit goods) that concern lamps bearing a counterfeit certification "
                   "mark. What lies outside that description shall be set aside and not be searched again without a "
                   "further warrant."),
        ]  # fmt: skip
        story: list[Flowable] = [*front, PageBreak(), *place]
        return [Part(story, together(foot(f"{case} – page {{n}} of {{of}}", "PX", 8)),
                     (72, 72, 56, 52))]  # fmt: skip

    return press("Search Warrant 4:26-mj-00871-RDT", parts)


FULL = [
    "the name, address, telephone number and e-mail address given when the Account was registered, and the bank "
    "account to which the proceeds of sales were paid;",
    "the record of each sale made through the Account, with date, goods, price and place of delivery;",
    "the Internet Protocol addresses from which the Account was used, with date and time; and",
    "the text of the messages exchanged between the Account and its buyers about lamps or their certification.",
]
