"""Federal warrants on pleading paper and in plain form: counterfeit goods, one amended, and an application."""

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak

from served.ao93 import Face, attachment, face
from served.forms import COMPANY, STREET, TOWN, caption, letters, ruled, tick
from served.marks import Signature, ecf, foot, initials, on_first, stamped, together
from served.sheet import TALL, WIDE, Hand, Part, Place, gap, press

COUNTERFEIT = [
    "The account’s registration: legal name, business name, address, telephone numbers and e-mail addresses",
    "Sales and payouts, with the goods, dates, amounts, buyers and the bank accounts paid",
    "Messages between the account and buyers that concern air bags, and their attachments",
    "IP addresses and times of each log-in",
]


def _numbered_lines(canvas: Canvas, _place: Place) -> None:
    """The 28 numbered lines and the rules of a pleading's margin."""
    canvas.setFont("PT", 11)
    for number in range(1, 29):
        canvas.drawRightString(62, TALL - 72 - (number - 1) * 24 - 9, str(number))
    canvas.setLineWidth(0.7)
    for x in (69, 72, WIDE - 34):
        canvas.line(x, 30, x, TALL - 30)


def counterfeit_goods() -> bytes:
    """C.D. Cal., on pleading paper: a store that sold nothing but counterfeit air bags."""

    def parts() -> list[Part]:
        hand = Hand("PT", 12, 24)
        tight = Hand("PT", 12, 14)
        case = "2:26-MJ-04417"
        story: list[Flowable] = [
            gap(48),
            hand.mid("UNITED STATES DISTRICT COURT", spaceAfter=0),
            hand.mid("FOR THE CENTRAL DISTRICT OF CALIFORNIA", spaceAfter=0),
            gap(24),
            caption(tight, ["IN THE MATTER OF THE SEARCH OF THE SELLER ACCOUNT “RESTRAINT DEPOT” KEPT BY NORTHWIND "
                            "MARKETPLACE, INC."],
                    [f"No. {case}", "", "<b>SEARCH WARRANT</b>", "", "18 U.S.C. § 2703(a)"], widths=(225, 215)),
            gap(20),
            hand.p("TO ANY FEDERAL LAW ENFORCEMENT OFFICER:", spaceAfter=0),
            hand.ind("Upon an affidavit sworn before me by Special Agent Noor Castellanos-Webb of the Department of "
                     "Transportation, Office of Inspector General, I find probable cause to believe that the records "
                     "described in Attachment B, kept by Northwind Marketplace, Inc., are evidence of violations of "
                     "18 U.S.C. § 2320(a) and 49 U.S.C. § 30170.", spaceAfter=0),
            hand.ind("YOU ARE COMMANDED to serve this warrant upon Northwind Marketplace, Inc. within 14 days from "
                     "its issuance. No officer need be present for service or execution. 18 U.S.C. § 2703(g).",
                     spaceAfter=0),
            hand.ind("Northwind Marketplace, Inc. shall within ten days of service deliver the records to Special "
                     "Agent Castellanos-Webb, n.castellanos-webb@dot-oig.example.org, (213) 555-0158.", spaceAfter=0),
            hand.p("DATED: September 28, 2026, 11:40 a.m.", spaceAfter=0),
            Signature("Josephine A. Thorvald", ("HON. JOSEPHINE A. THORVALD", "United States Magistrate Judge"),
                      indent=210),
            PageBreak(),
            hand.mid("<u>ATTACHMENT A</u>", spaceAfter=0),
            hand.ind("The seller account with the display name “Restraint Depot”, seller ID A38RSTR41NTDPZ and e-mail "
                     f"address sales@restraint-depot.example.com, kept by {COMPANY}, {STREET}, {TOWN}, from January 1, "
                     "2026 to September 21, 2026.", spaceAfter=0),
            hand.mid("<u>ATTACHMENT B</u>", spaceAfter=0),
            *[hand.item(f"{number}.", text + ".", 62, spaceAfter=0) for number, text in enumerate(COUNTERFEIT, 1)],
        ]  # fmt: skip
        filed = stamped(430, 726, ("FILED", "CLERK, U.S. DISTRICT COURT", "SEP 28 2026", "CENTRAL DISTRICT OF CALIF."),
                        wide=136, turn=-2)  # fmt: skip
        return [
            Part(
                story,
                together(_numbered_lines, on_first(filed), foot("{n}", size=11, y=24)),
                (88, 52, 66, 44),
            )
        ]

    return press("Search Warrant 2:26-MJ-04417", parts)


MONTANA = [
    "The names, addresses, telephone numbers and e-mail addresses of the account’s holder",
    "All orders placed through the account, with ship-to addresses, from March 1, 2025 to October 31, 2026",
    "The contents of all messages sent or received by the account from March 1, 2025 to October 31, 2026",
]
MONTANA_CASE = "MJ-26-131-BLG"


def before_amendment() -> bytes:
    """D. Mont.: a warrant whose notice is about to be sent when its amendment arrives."""

    def parts() -> list[Part]:
        hand = Hand("PX", 11, 15)
        front = face(Face(
            district="District of Montana, Billings Division", case=MONTANA_CASE,
            matter=["Records of the customer account yellowtail.arms@example.net at Northwind Marketplace"],
            located="Western District of Washington", until="November 23, 2026", issued="11/9/2026, 2:15 p.m.",
            place="Billings, Montana", judge="Wilhelmina O. Crowfeather", hand=Hand("PX", 10, 13), any_time=True,
        ))  # fmt: skip
        back: list[Flowable] = [
            *attachment(hand, "A", "Account"),
            hand.p(f"The account at {COMPANY}, {STREET}, {TOWN}, that uses the e-mail address "
                   "yellowtail.arms@example.net and the customer ID A1YT4RM5BLG06Q."),
            gap(10),
            *attachment(hand, "B", "Records to Be Disclosed"),
            *letters(hand, [f"{line};" for line in MONTANA[:2]] + [f"{MONTANA[2]}."], "(a)"),
            hand.p("The company shall disclose these records within 14 days of service to Special Agent Casimir "
                   "Dunleavy, Bureau of Alcohol, Tobacco, Firearms and Explosives, c.dunleavy@atf.example.com, (406) "
                   "555-0109. The government may seize evidence of violations of 18 U.S.C. § 922(a)(1)(A), dealing in "
                   "firearms without a license."),
        ]  # fmt: skip
        return [
            Part(
                [*front, PageBreak(), *back],
                foot(f"{MONTANA_CASE}   {{n}}/{{of}}", "PX", 8),
                (72, 72, 50, 50),
            )
        ]

    return press("Search Warrant MJ-26-131-BLG", parts)


AMENDED = [
    "The names, addresses, telephone numbers and e-mail addresses of the account’s holder",
    "Orders of firearm parts placed through the account, with ship-to addresses",
    "The contents of messages sent or received by the account about firearm parts",
]


def amended() -> bytes:
    """D. Mont.: the same case and account, a shorter period, one line struck by the judge."""

    def parts() -> list[Part]:
        hand = Hand("PT", 11.6, 15.4)
        matter = [
            "In the Matter of the Search of Records of the Customer Account yellowtail.arms@example.net"
        ]
        struck = (
            "<strike>Recordings of calls between the account’s holder and customer service</strike>"
        )
        story: list[Flowable] = [
            hand.mid("<b>UNITED STATES DISTRICT COURT</b>", spaceAfter=0),
            hand.mid("<b>FOR THE DISTRICT OF MONTANA</b>", spaceAfter=0),
            hand.mid("<b>BILLINGS DIVISION</b>", spaceAfter=16),
            caption(hand, matter, [f"Case No. {MONTANA_CASE}", "", "<b>FIRST AMENDED</b>", "<b>SEARCH WARRANT</b>"]),
            gap(14),
            hand.p("TO: Any authorized law enforcement officer"),
            hand.p("1.&nbsp;&nbsp;This warrant amends and replaces the search warrant issued in this case on November "
                   "9, 2026. Nothing further is to be produced under the earlier warrant."),
            hand.p("2.&nbsp;&nbsp;On the sworn statement of Special Agent Casimir Dunleavy, Bureau of Alcohol, "
                   "Tobacco, "
                   "Firearms and Explosives, I find probable cause to believe that the records described below are "
                   "evidence of a violation of 18 U.S.C. § 922(a)(1)(A)."),
            hand.p(f"3.&nbsp;&nbsp;The place to be searched is the account at {COMPANY}, {STREET}, {TOWN}, with the "
                   "e-mail address yellowtail.arms@example.net and the customer ID A1YT4RM5BLG06Q, including order "
                   "113-5560821-7714402."),
            hand.p("4.&nbsp;&nbsp;For the period <b>March 1, 2026 to October 31, 2026</b> the company shall disclose:"),
            *letters(hand, [f"{AMENDED[0]};", f"{AMENDED[1]};", f"{AMENDED[2]};", struck], "(a)", 54),
            hand.p("5.&nbsp;&nbsp;The records are due on or before December 4, 2026, and go to Special Agent Dunleavy, "
                   "c.dunleavy@atf.example.com, (406) 555-0109."),
            hand.p("6.&nbsp;&nbsp;This warrant shall be executed on or before December 3, 2026, at any time of day, "
                   "and "
                   "returned with an inventory to the undersigned."),
            hand.p("Issued at Billings, Montana, on November 20, 2026, at 4:37 p.m."),
            Signature("Wilhelmina O. Crowfeather", ("Wilhelmina O. Crowfeather", "United States Magistrate Judge")),
        ]  # fmt: skip
        marks = initials("stricken", 500, 275, "Wocf")
        return [
            Part(
                story,
                together(ecf("1:26-mj-00131-WOC", "7", "11/20/26"), on_first(marks)),
                (80, 80, 60, 50),
            )
        ]

    return press("First Amended Search Warrant MJ-26-131-BLG", parts)


def application() -> bytes:
    """D. Colo.: an application for a warrant, with its affidavit; it commands nothing."""

    def parts() -> list[Part]:
        hand = Hand("PT", 11, 14)
        small = {"fontSize": 8, "leading": 10}
        double = Hand("PT", 11.6, 21)
        case = "26-sw-1190-KLM"
        front: list[Flowable] = [
            hand.p("AO 106 (Rev. 04/10) Application for a Search Warrant", **small),
            hand.mid("U<font size=13>NITED</font> S<font size=13>TATES</font> D<font size=13>ISTRICT</font> "
                     "C<font size=13>OURT</font>", fontSize=17, leading=20, spaceAfter=2),
            hand.mid("for the", spaceAfter=1, **small),
            hand.mid("District of Colorado", spaceAfter=10),
            caption(hand, ["<i>In the Matter of the Search of</i>", "Northwind Marketplace account "
                           "front.range.cycles@example.com"], ["", f"Case No. {case}"]),
            gap(10),
            hand.mid("<b>APPLICATION FOR A SEARCH WARRANT</b>"),
            hand.ind("I, a federal law enforcement officer, request a search warrant and state under penalty of "
                     "perjury that I have reason to believe that in the account described in Attachment A there is "
                     "now concealed what is described in Attachment B."),
            hand.p("The basis for the search under Fed. R. Crim. P. 41(c) is <i>(check one or "
                   "more)</i>:", spaceAfter=3),
            tick(hand, "evidence of a crime;", ticked=True, left=36),
            tick(hand, "contraband, fruits of crime, or other items illegally possessed;", ticked=True, left=36),
            tick(hand, "property designed for use, intended for use, or used in committing a crime;", ticked=False,
                 left=36),
            tick(hand, "a person to be arrested or a person who is unlawfully restrained.", ticked=False, left=36),
            gap(6),
            hand.p("The search is related to a violation of:", spaceAfter=2),
            ruled(hand, [["Code Section", "Offense Description"],
                         ["18 U.S.C. § 2314", "Interstate transportation of stolen property"]], [150, 318]),
            hand.p("The application is based on these facts: see the attached affidavit."),
            Signature("Anselm Greywater", ("Applicant’s signature", "Anselm Greywater, Special Agent, FBI",
                                           "Printed name and title"), size=9.5),
            hand.p("Sworn to before me and signed in my presence."),
            hand.p("Date: ____________________", spaceAfter=0),
            Signature("", ("Judge’s signature", "Printed name and title"), size=9.5),
            hand.p("City and state: ____________________"),
        ]  # fmt: skip
        affidavit: list[Flowable] = [
            double.mid("<b>AFFIDAVIT IN SUPPORT OF AN APPLICATION FOR A SEARCH WARRANT</b>"),
            double.p("I, Anselm Greywater, being first duly sworn, state:"),
            double.ind("1.&nbsp;&nbsp;I make this affidavit in support of an application for a search warrant for "
                       "information associated with a customer account that is stored at premises controlled by "
                       f"{COMPANY}, {STREET}, {TOWN}."),
            double.ind("2.&nbsp;&nbsp;Between May and September 2026, forty-one bicycles were taken from shops in "
                       "Boulder "
                       "and Fort Collins. Eleven of them were offered for sale within a week by an account that used "
                       "the e-mail address front.range.cycles@example.com."),
            double.ind("3.&nbsp;&nbsp;A buyer told me that the seller had written that the frames came “from a friend "
                       "who does not ask for receipts.” The serial number of the frame had been ground away."),
            double.ind("4.&nbsp;&nbsp;I therefore ask the Court to issue a warrant, in the form proposed, that would "
                       "require the company to disclose subscriber records, orders and messages of the account from "
                       "May 1, 2026 to October 1, 2026."),
            Signature("Anselm Greywater", ("Anselm Greywater", "Special Agent, Federal Bureau of Investigation")),
        ]  # fmt: skip
        return [
            Part([*front], foot("", y=20), (72, 72, 44, 40)),
            Part(affidavit, foot("{n}"), (84, 84, 80, 60)),
        ]

    return press("Application for a Search Warrant", parts)
