"""Papers on an agency's or a prosecutor's own letterhead: preservation, a plain subpoena, a State's grand jury."""

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, HRFlowable, PageBreak

from served.forms import COMPANY, STREET, TOWN, framed, letters, pair, ruled
from served.marks import BLACK_INK, Seal, Signature, fax, foot, together
from served.sheet import Hand, Part, gap, press

KEEP = [
    "all records of the accounts’ holders, including names, addresses, telephone numbers and means of payment;",
    "all records of orders, with the addresses to which the goods were sent;",
    "all messages, files and photographs stored by or for the accounts, whether or not they have been opened; and",
    "all records of log-in, with dates, times and IP addresses.",
]


def preservation() -> bytes:
    """FBI Tacoma: the request that a warrant's Attachment B speaks of."""

    def parts() -> list[Part]:
        hand = Hand("PT", 11.4, 14.8)
        story: list[Flowable] = [
            gap(34),
            Seal(26, "FEDERAL BUREAU OF INVESTIGATION · DEPARTMENT OF JUSTICE · ", x=32),
            gap(-34),
            pair([gap(1)], [hand.p("<b>U.S. Department of Justice</b>", fontSize=14, leading=17, spaceAfter=2),
                            hand.p("Federal Bureau of Investigation", fontSize=12, spaceAfter=10)], (84, 380)),
            HRFlowable(width="100%", thickness=0.8, color=HexColor("#444a55"), spaceAfter=14),
            pair(hand.p("<i>In reply, please refer to</i><br/>File No. 87A-SE-4410927"),
                 hand.right("Tacoma Resident Agency<br/>1140 Dock Rail Avenue, Suite 300<br/>Tacoma, Washington 98402"),
                 (234, 234)),
            hand.p("September 3, 2026", spaceBefore=6),
            hand.p(f"{COMPANY}<br/>Legal Process Team<br/>{STREET}<br/>{TOWN}"),
            hand.p("<b>Re: Request to preserve records under 18 U.S.C. § 2703(f)(1)</b>"),
            hand.p("Dear Custodian of Records:"),
            hand.p("The Federal Bureau of Investigation requests that your company take all necessary steps to "
                   "preserve the "
                   "records and other evidence in its possession, pending the issuance of a court order or other "
                   "process, "
                   "that concern the accounts of:"),
            hand.p("halden.outfit@example.com (customer ID "
                   "A2HQ7LM4ZD90KT)<br/>bo.reyes.tacoma@example.org", leftIndent=36),
            hand.p("for the period from January 5, 2026 to the date of this letter, including:"),
            *letters(hand, KEEP, "(1)", 58),
            hand.p("Please keep these records for 90 days from the date of this letter, and for a further 90 days "
                   "should "
                   "this request be renewed. The request covers what you hold today; it does not ask for records that "
                   "do not "
                   "yet exist."),
            hand.p("You are asked not to disclose this request to the account’s holders. If to preserve the records "
                   "would "
                   "make the holders aware of it, please call me first."),
            hand.p("I can be reached at (253) 555-0164 or t.inglewood@fbi.example.org. Please confirm that the "
                   "records have "
                   "been preserved."),
            hand.p("Sincerely,", leftIndent=234, spaceAfter=0),
            Signature("Tobias Inglewood", ("Tobias Inglewood", "Special Agent"), rule=False, ink=BLACK_INK),
        ]  # fmt: skip
        return [Part(story, None, (72, 72, 60, 50))]

    return press("Preservation request 87A-SE-4410927", parts)


PLAIN = [
    "Name and address of each subscriber",
    "Length of service and types of service",
    "Telephone numbers and e-mail addresses on file",
    "Means and source of payment for the service",
]


def plain_subpoena() -> bytes:
    """DEA Miami: subscriber records alone, one page."""

    def parts() -> list[Part]:
        hand = Hand("PX", 10.2, 13.6)
        head: list[list[Flowable | list[Flowable]]] = [
            [hand.p("<b>SUBPOENA NO.</b><br/>G4-26-702218", spaceAfter=0),
             hand.p("<b>FILE NO.</b><br/>G4-25-0341", spaceAfter=0),
             hand.p("<b>DATE ISSUED</b><br/>November 3, 2026", spaceAfter=0)],
        ]  # fmt: skip
        story: list[Flowable] = [
            hand.mid("UNITED STATES DEPARTMENT OF JUSTICE", spaceAfter=0),
            hand.mid("Drug Enforcement Administration<br/>Miami Field Division", spaceAfter=8),
            hand.mid("<b>ADMINISTRATIVE SUBPOENA</b>", fontSize=15, leading=19, spaceAfter=10),
            framed(head, [156, 156, 156]),
            gap(12),
            hand.p(f"TO: <b>{COMPANY}</b><br/>{STREET}<br/>{TOWN}"),
            hand.p("Pursuant to 21 U.S.C. § 876(a), which empowers the Attorney General to require the production of "
                   "records "
                   "found relevant or material to an investigation of controlled substances, you are required to "
                   "produce to "
                   "the Drug Enforcement Administration, on or before <b>November 25, 2026</b>, the following records "
                   "for the "
                   "customer accounts listed:"),
            ruled(hand, [["Account", "Identifier"], ["1", "biscayne.lab.glass@example.com"],
                         ["2", "(305) 555-0139"], ["3", "Device serial number NWD-3B81-90EE"]], [80, 388]),
            *letters(hand, [f"{line}." for line in PLAIN], "A.", 40),
            hand.p("The period is June 1, 2026 to October 31, 2026. The contents of communications are not sought."),
            hand.p("The investigation concerns violations of 21 U.S.C. § 841(a)(1). The records may be sent by e-mail "
                   "to "
                   "Diversion Investigator Xiomara Lindqvist-Paz, x.lindqvist-paz@dea.example.com, (305) 555-0174, "
                   "and no one "
                   "need then appear."),
            gap(14),
            Signature("Horatio Fenwick", ("Horatio Fenwick", "Special Agent in Charge"), face="PX", size=10),
            gap(14),
            Seal(30, "DRUG ENFORCEMENT ADMINISTRATION · U.S. DEPARTMENT OF JUSTICE · ", x=40),
            hand.right("DEA Form 79-M", fontSize=8),
        ]  # fmt: skip
        return [Part(story, None, (72, 72, 64, 56))]

    return press("Administrative Subpoena G4-26-702218", parts)


TOO_MUCH = [
    "Complete copies of every message sent or received by the account, including deleted messages.",
    "Every file, photograph and video held in the account’s storage.",
    "All searches made and all pages viewed by the account’s user.",
    "All recordings of the user’s voice made by any Northwind speaker, with their transcripts.",
]


def state_grand_jury() -> bytes:
    """Kings County, New York: a subpoena that asks only for what a subpoena cannot reach."""

    def parts() -> list[Part]:
        hand = Hand("PT", 11.8, 15.6)
        number = "GJ 2026-3184-K"
        story: list[Flowable] = [
            hand.mid("<b>SUPREME COURT OF THE STATE OF NEW YORK<br/>COUNTY OF KINGS</b>", spaceAfter=6),
            hand.mid("<b>GRAND JURY SUBPOENA DUCES TECUM</b>", fontSize=14, leading=18, spaceAfter=2),
            hand.mid("In the Name of the People of the State of New York", spaceAfter=12),
            hand.p(f"Grand Jury No. {number}"),
            hand.p(f"TO: {COMPANY}, {STREET}, {TOWN}"),
            hand.ind("YOU ARE COMMANDED, under Criminal Procedure Law § 610.20 and Criminal Procedure Law § 190.40, to "
                     "appear before the Grand Jury of the County of Kings, at 320 Gravesend Place, Part GJ-2, "
                     "Brooklyn, New "
                     "York 11201, on the 4th day of November, 2026, at 10:00 in the forenoon, as a witness in a "
                     "criminal "
                     "investigation, and to bring with you and produce, for the customer account "
                     "<b>canal.listener@example.org</b>:"),
            *letters(hand, TOO_MUCH, "(a)", 58),
            hand.ind("The relevant time is from the opening of the account to the present. The investigation concerns "
                     "Penal "
                     "Law § 155.35."),
            hand.ind("Should you fail to attend, you will be liable to the penalties that the law prescribes. This "
                     "subpoena is "
                     "served under the Uniform Act to Secure the Attendance of Witnesses; the certificate of the "
                     "court is "
                     "annexed."),
            hand.p("Dated: Brooklyn, New York, October 12, 2026"),
            pair([gap(96), Seal(36, "GRAND JURY · COUNTY OF KINGS · NEW YORK · ", ("KINGS", "COUNTY"), x=60)],
                 [hand.p("LYSANDER BOUTWELL<br/>District Attorney, Kings County", spaceAfter=2),
                  Signature("Guinevere Stroud", ("By: Guinevere Stroud", "Assistant District Attorney",
                                                 "g.stroud@kingsda.example.com (718) 555-0181"), indent=0, size=10)],
                 (206, 240)),
            PageBreak(),
            hand.mid("<b>CERTIFICATE</b>"),
            hand.ind("I, a Justice of the Supreme Court of the State of New York, certify under Criminal Procedure "
                     "Law § "
                     "640.10 that a Grand Jury of the County of Kings is sitting, that the records of the above-named "
                     "company "
                     "are material to its investigation, and that their production will be required on the date "
                     "stated."),
            Signature("Ephraim J. Castellan", ("Hon. Ephraim J. Castellan", "Justice of the Supreme Court")),
        ]  # fmt: skip
        line = fax("2026-10-13 15:22  KCDA INVESTIGATIONS  718 555 0182")
        return [Part(story, together(line, foot("{n}")), (82, 82, 66, 56))]

    return press("Grand Jury Subpoena Duces Tecum", parts)
