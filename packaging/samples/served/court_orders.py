"""Orders under 18 U.S.C. 2703(d): one without its finding, one with a separate order of silence."""

from reportlab.platypus import Flowable, PageBreak

from served.forms import COMPANY, STREET, TOWN, caption, letters
from served.marks import Signature, foot, on_first, stamped, together
from served.sheet import Hand, Part, gap, press

SUBSCRIBER = [
    "Names and user names of the account’s holder",
    "Postal, billing and electronic mail addresses, and telephone numbers",
    "Length of service, including the start date, and types of service used",
    "Means and source of payment for the service, including any card or bank account number",
    "Records of session times and durations, and the network addresses assigned to them",
]
USE = [
    "Logs of requests made by each Account to Northwind’s hosting service, with the date, time, user agent and amount "
    "of data of each, but without the contents of any communication",
    "The date, time, sender and recipient of each message that the Accounts sent or received, without its text or "
    "subject",
]


def finding_missing() -> bytes:
    """D. Neb.: "good cause" where the statute wants a finding, and an Attachment B that did not come."""

    def parts() -> list[Part]:
        hand = Hand("PX", 11, 19, even=False)
        story: list[Flowable] = [
            hand.mid("IN THE UNITED STATES DISTRICT COURT<br/>FOR THE DISTRICT OF NEBRASKA", spaceAfter=18),
            caption(hand, ["IN RE APPLICATION OF THE UNITED STATES FOR AN ORDER UNDER 18 U.S.C. § 2703(d)"],
                    ["8:26-mc-00318", "", "<b>ORDER TO DISCLOSE RECORDS</b>"], mark="]"),
            gap(16),
            hand.ind("This matter is before the Court on the motion of the United States, filed on October 28, 2026. "
                     "Good cause having been shown, the motion is granted."),
            hand.ind(f"{COMPANY}, {STREET}, {TOWN}, shall furnish to the Internal Revenue Service, Criminal "
                     "Investigation, the records set out in Attachment B to this Order for the account described in "
                     "Attachment A, within fourteen days of service of this Order."),
            hand.ind("The records shall be sent to Special Agent Ferdinand Okonjo-Hale, telephone (402) 555-0154, "
                     "e-mail f.okonjo-hale@irs-ci.example.com."),
            hand.ind("IT IS SO ORDERED this 2nd day of November, 2026."),
            gap(12),
            hand.p("BY THE COURT:", leftIndent=200),
            Signature("Philippa J. Vandersloot", ("Philippa J. Vandersloot", "United States Magistrate Judge"),
                      indent=200, face="PX", size=10.5),
            PageBreak(),
            hand.mid("<b>ATTACHMENT A</b>"),
            hand.ind("The account of Northwind Marketplace that uses the electronic mail address "
                     "sandhill.feed@example.net, or the telephone number (308) 555-0186, for the time from January 1, "
                     "2025 through December 31, 2025."),
        ]  # fmt: skip
        return [Part(story, foot("{n}", "PX", 10), (90, 90, 90, 72))]

    return press("Order to Disclose Records", parts)


def with_silence_order() -> bytes:
    """E.D. Va.: two accounts, seven demands, and a separate order under 2705(b) for one year."""

    def parts() -> list[Part]:
        hand = Hand("PT", 12, 17)
        number = "1:26-ec-02207"
        matter = [
            "IN RE APPLICATION OF THE",
            "UNITED STATES OF AMERICA FOR AN",
            "ORDER UNDER 18 U.S.C. § 2703(d)",
        ]
        order: list[Flowable] = [
            *_heading(hand),
            caption(hand, matter, [f"NO. {number}", "", "<u>UNDER SEAL</u>"]),
            gap(14),
            hand.mid("<b><u>ORDER</u></b>", spaceAfter=14),
            hand.ind("The United States has applied under 18 U.S.C. § 2703(d) for an Order that requires "
                     f"{COMPANY} (“Northwind”), a provider of electronic communication and remote computing services "
                     f"at {STREET}, {TOWN}, to disclose the records described in Attachment A."),
            hand.ind("The Court finds that the United States has offered specific and articulable facts showing that "
                     "there are reasonable grounds to believe that the records sought are relevant and material to an "
                     "ongoing criminal investigation of violations of 18 U.S.C. §§ 1343 and 1956(h)."),
            hand.ind("IT IS THEREFORE ORDERED that Northwind shall, within fourteen days of receipt of this Order, "
                     "disclose the records described in Attachment A to Special Agent Desmond Achterberg, Federal "
                     "Bureau of Investigation, Washington Field Office, d.achterberg@fbi.example.com, (703) 555-0115."),
            hand.ind("IT IS FURTHER ORDERED that the application and this Order are sealed until otherwise ordered by "
                     "the Court."),
            gap(8),
            hand.p("Date: November 17, 2026<br/>Alexandria, Virginia", spaceAfter=0),
            Signature("Ingram P. Sayegh", ("Ingram P. Sayegh", "United States Magistrate Judge")),
            PageBreak(),
            hand.mid("<b>ATTACHMENT A</b>"),
            hand.p("<b>I.&nbsp;&nbsp;The Accounts.</b>&nbsp; This Order concerns the following accounts (the "
                   "“Accounts”):"),
            *letters(hand, ["the hosting account NWC-55310982, registered to admin@lowtide-ledger.example.org; and",
                            "the customer account A2LTL91DGR7Q0C, registered to cfo@lowtide-ledger.example.org."],
                     "(1)", 54),
            hand.p("<b>II.&nbsp;&nbsp;The records.</b>&nbsp; Northwind is required to disclose the following for each "
                   "Account for the period from April 1, 2026 to the date of this Order:"),
            hand.p("A.&nbsp;&nbsp;About the customer or subscriber:", leftIndent=18),
            *letters(hand, [f"{line};" for line in SUBSCRIBER], "1.", 58),
            hand.p("B.&nbsp;&nbsp;About the use of the Accounts:", leftIndent=18),
            *letters(hand, [f"{USE[0]}; and", f"{USE[1]}."], "1.", 58),
        ]  # fmt: skip
        silence: list[Flowable] = [
            *_heading(hand),
            caption(hand, matter, [f"NO. {number}", "", "<u>UNDER SEAL</u>"]),
            gap(14),
            hand.mid("<b><u>NONDISCLOSURE ORDER</u></b>", spaceAfter=14),
            hand.ind("The United States has moved under 18 U.S.C. § 2705(b) that Northwind Marketplace, Inc. be "
                     "forbidden to tell any person of the Order issued today under 18 U.S.C. § 2703(d). The Court "
                     "finds that there is reason to believe that such notice will result in flight from prosecution, "
                     "in the destruction of or tampering with evidence, or in serious jeopardy to the investigation."),
            hand.ind("IT IS THEREFORE ORDERED that Northwind shall not notify any other person, including the "
                     "subscribers of the Accounts, of the existence of the Order or of this Nondisclosure Order for "
                     "a period of one year from the date below, except that it may tell an attorney in order to "
                     "obtain legal advice."),
            hand.p("Date: November 17, 2026<br/>Alexandria, Virginia", spaceAfter=0),
            Signature("Ingram P. Sayegh", ("Ingram P. Sayegh", "United States Magistrate Judge")),
        ]  # fmt: skip
        filed = stamped(424, 700, ("FILED", "NOV 17 2026", "CLERK, U.S. DISTRICT COURT", "ALEXANDRIA, VIRGINIA"),
                        wide=140, turn=3)  # fmt: skip
        page = together(foot("{n}", size=11), on_first(filed))
        return [Part(order, page, (84, 84, 112, 60)), Part(silence, page, (84, 84, 112, 60))]

    return press("Order under 18 U.S.C. 2703(d)", parts)


def _heading(hand: Hand) -> list[Flowable]:
    return [
        hand.mid("IN THE UNITED STATES DISTRICT COURT FOR THE", spaceAfter=0),
        hand.mid("EASTERN DISTRICT OF VIRGINIA", spaceAfter=4),
        hand.mid("Alexandria Division", spaceAfter=16),
    ]
