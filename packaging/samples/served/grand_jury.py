"""Federal grand jury subpoenas after form AO 110, with riders: one good, one for nobody, one unsigned."""

from dataclasses import dataclass

from reportlab.platypus import Flowable, PageBreak

from served.forms import COMPANY, STREET, TOWN, framed, letters, pair, ruled
from served.marks import Seal, Signature, fax, foot
from served.sheet import Hand, Part, gap, press


@dataclass(frozen=True)
class Ao110:
    """What is filled into the form."""

    district: str
    number: str
    to: str
    place: str
    moment: str
    date: str
    clerk: str
    attorney: str
    ring: str = ""


def ao110(hand: Hand, fill: Ao110) -> list[Flowable]:
    """The form's page; without a ``clerk`` it is neither signed nor sealed."""
    small = {"fontSize": 8, "leading": 10}
    where: list[list[Flowable | list[Flowable]]] = [
        [
            hand.p(f"Place: {fill.place}", spaceAfter=2),
            hand.p(f"Date and Time:<br/><br/>{fill.moment}", spaceAfter=2),
        ]
    ]
    bring = [hand.p("You must also bring with you the following documents, electronically stored information, or "
                    "objects <i>(blank if not applicable)</i>:"), hand.mid("<b>SEE RIDER</b>"), gap(16)]  # fmt: skip
    signed = (
        (f"{fill.clerk}, Deputy Clerk",) if fill.clerk else ("Signature of Clerk or Deputy Clerk",)
    )
    lines = ("Signature of Clerk or Deputy Clerk", *signed) if fill.clerk else signed
    return [
        hand.p("AO 110 (Rev. 06/09) Subpoena to Testify Before a Grand Jury", spaceAfter=10, **small),
        hand.mid("U<font size=13>NITED</font> S<font size=13>TATES</font> D<font size=13>ISTRICT</font> "
                 "C<font size=13>OURT</font>", fontSize=17, leading=20, spaceAfter=2),
        hand.mid("for the", spaceAfter=1, **small),
        hand.mid(fill.district, spaceAfter=14),
        hand.mid("<b>SUBPOENA TO TESTIFY BEFORE A GRAND JURY</b>", fontSize=hand.size + 1.5),
        hand.right(f"No. {fill.number}"),
        hand.p(f"To:&nbsp;&nbsp;{fill.to}"),
        hand.ind("<b>YOU ARE COMMANDED</b> to appear in this United States district court at the time, date, and place "
                 "shown below to testify before the court’s grand jury. Once you have arrived, you must remain until "
                 "the judge or an officer of the court allows you to leave."),
        framed(where, [300, 168]),
        gap(10),
        framed([[bring]], [468], grid=False),
        gap(16),
        pair(hand.p(f"Date:&nbsp;&nbsp;<u>&nbsp;{fill.date}&nbsp;</u>"),
             [hand.p("CLERK OF COURT", spaceAfter=0),
              Signature(fill.clerk, lines, indent=0, wide=210, size=9.5)], (210, 258)),
        *([Seal(34, fill.ring, ("CLERK", "OF", "COURT"), x=120), gap(22)] if fill.ring else [gap(22)]),
        hand.p("The name, address, e-mail, and telephone number of the United States attorney, or assistant United "
               "States attorney, who requests this subpoena, are:", spaceAfter=3, **small),
        hand.p(fill.attorney),
    ]  # fmt: skip


def rider(
    hand: Hand, number: str, lead: str, rows: list[list[str]], asked: list[str], end: str
) -> list[Flowable]:
    """The list of what is to be brought."""
    return [
        hand.mid(f"<b>RIDER TO GRAND JURY SUBPOENA</b><br/>No. {number}", spaceAfter=14),
        hand.p(lead),
        ruled(hand, rows, [150, 318], head=False),
        *letters(hand, asked, "1."),
        gap(6),
        hand.p(end),
    ]


WRONG = [
    "Name and address of the shipper’s account holder;",
    "Telephone numbers and e-mail addresses on file;",
    "Length of service and types of service used;",
    "Means of payment, with card or bank account number.",
]


def unsigned_wrong_company() -> bytes:
    """D. Or.: addressed to another company, without the clerk's hand and seal."""

    def parts() -> list[Part]:
        hand = Hand("PT", 10.8, 14)
        number = "26-GJ-0917"
        front = ao110(hand, Ao110(
            "District of Oregon", number, "Northwind Logistics LLC, Records Department, 9 Harbor Siding, Portland, "
            "Oregon 97209",
            "Grand Jury Room 3<br/>1 Federal Terrace<br/>Portland, Oregon 97204", "11/12/2026 9:00 am", "10/20/2026",
            "", "Leopold Quennell, Assistant United States Attorney<br/>1 Federal Terrace, Suite 600, Portland, Oregon "
            "97204<br/>l.quennell@usdoj.example.net&nbsp;&nbsp;(503) 555-0171",
        ))  # fmt: skip
        back = rider(hand, number, "For the period from March 1, 2026 to October 15, 2026, please bring the records "
                     "of the customer who used:", [["E-mail address", "dock9.parts@example.com"],
                                                   ["Telephone", "(503) 555-0142"]], WRONG,
                     "Records may be sent to Special Agent Imke Brandvold, Homeland Security Investigations, "
                     "i.brandvold@hsi.example.com, in place of an appearance.")  # fmt: skip
        return [Part([*front, PageBreak(), *back], foot("", y=20), (72, 72, 46, 46))]

    return press("Subpoena to Testify Before a Grand Jury", parts)


NOBODY = [
    "All names used for the account;",
    "All postal and e-mail addresses and telephone numbers linked to it;",
    "The day on which it was opened, and the services used;",
    "Session times with the IP address of each session; and",
    "Means and source of payment for the account’s services.",
]


def nothing_there() -> bytes:
    """E.D. Mich.: an account that the company has not got."""

    def parts() -> list[Part]:
        hand = Hand("PX", 10, 13.6)
        number = "2026-R-00488-07"
        front = ao110(hand, Ao110(
            "Eastern District of Michigan", number, f"{COMPANY}<br/>Custodian of Records<br/>{STREET}, {TOWN}",
            "Courthouse Annex<br/>231 Cadillac Row, Room 8<br/>Detroit, Michigan 48226", "11/17/2026 1:00 pm",
            "10/21/2026", "T. Oyelaran", "Rosamund Pikarski, Assistant United States Attorney<br/>211 Wharf Street, "
            "Suite 2001, Detroit, Michigan 48226<br/>r.pikarski@usdoj.example.org&nbsp;&nbsp;(313) 555-0127",
            ring="UNITED STATES DISTRICT COURT · E.D. MICHIGAN · ",
        ))  # fmt: skip
        back = rider(hand, number, "This subpoena asks for records from June 15, 2025 through June 30, 2026 for:",
                     [["Account e-mail", "gratiot.glass.works@example.net"], ["Device serial number", "NWD-77C0-41FA"],
                      ["IP address", "198.51.100.77 on May 9, 2026 at 18:04:55 UTC"]], NOBODY,
                     "You may comply by sending the records before the date of appearance to Special Agent Bertil "
                     "Nakagawa, Bureau of Alcohol, Tobacco, Firearms and Explosives, b.nakagawa@atf.example.com, (313) "
                     "555-0166. The contents of communications are not sought.")  # fmt: skip
        return [
            Part([*front, PageBreak(), *back], foot("Page {n} of {of}", "PX", 8), (72, 72, 46, 46))
        ]

    return press("Grand Jury Subpoena 2026-R-00488-07", parts)


NEW = [
    "Names, including business names, under which the accounts are held;",
    "Mailing, billing and business addresses, e-mail addresses and telephone numbers;",
    "Dates on which service began and ended, and types of service;",
    "Records of session times and durations, with IP addresses; and",
    "Means and source of payment, and the bank accounts to which Northwind paid out proceeds.",
]


def new_today() -> bytes:
    """N.D. Tex.: a seller whose account another warrant named; came this morning."""

    def parts() -> list[Part]:
        hand = Hand("PT", 10.8, 14)
        number = "GJ-26-4-0155"
        fill = Ao110(
            "Northern District of Texas", number, f"{COMPANY}, Legal Department, {STREET}, {TOWN}",
            "Grand Jury Suite 310<br/>501 Trinity Landing<br/>Fort Worth, Texas 76102", "12/15/2026 10:00 am",
            "11/20/2026", "D. Fontaine-Ruiz", "Marisol Tennant, Assistant United States Attorney<br/>801 Cherry Bluff, "
            "Unit 4, Fort Worth, Texas 76102<br/>m.tennant@usdoj.example.com&nbsp;&nbsp;(817) 555-0133",
            ring="UNITED STATES DISTRICT COURT · NORTHERN TEXAS · ",
        )  # fmt: skip
        hand2 = Hand("FS", 10.4, 14)
        back = rider(hand2, number, "Please produce, for the period January 1, 2026 to November 20, 2026, the records "
                     "listed below for every account linked to:",
                     [["Seller account", "A3PL0C7WQX28MB"], ["E-mail", "orders@prairielantern.example.net"],
                      ["Subject", "Wendell Prairie-Oakes, date of birth 02/11/1979, 77 Lantern Mill Road, Denton, "
                       "Texas 76201"]], NEW,
                     "In lieu of appearing, the custodian may deliver the records with a certificate under Fed. R. "
                     "Evid. 902(11) to Special Agent Corinne Abiodun, Homeland Security Investigations, "
                     "c.abiodun@hsi.example.net, (817) 555-0119.")  # fmt: skip
        return [
            Part(ao110(hand, fill), fax("11/24/2026 08:11 FROM 817 555 0134"), (72, 72, 46, 46)),
            Part(back, fax("11/24/2026 08:11 FROM 817 555 0134"), (72, 72, 60, 46)),
        ]

    return press("Subpoena GJ-26-4-0155", parts)
