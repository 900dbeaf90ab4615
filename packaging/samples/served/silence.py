"""Warrants that came with a court's order of silence: one that still runs, one that has ended."""

from reportlab.platypus import Flowable, PageBreak

from served.ao93 import Face, attachment, face
from served.forms import COMPANY, STREET, TOWN, caption, letters
from served.marks import Signature, ecf, foot, on_first, stamped, together
from served.sheet import Hand, Part, gap, press

RUNNING = [
    "Subscriber records: name, address, telephone numbers, e-mail addresses, and the date on which the account was "
    "opened",
    "Means and source of payment, including card and bank account numbers, for the cloud services billed to the "
    "account",
    "Log files of the account’s use of the cloud service, with times, source IP addresses and the calls made, but not "
    "what was stored",
    "The contents of every object stored in the bucket “kestrel-drop-7” between May 1, 2026 and September 25, 2026",
]

ENDED = [
    "Name, postal addresses and telephone numbers of the account’s holder, and the dates of its opening and last use;",
    "Orders, returns and refunds, with the goods, dates, amounts and ship-to addresses;",
    "Messages between the account and the company’s customer service, and recordings of their calls.",
]


def silence_runs() -> bytes:
    """S.D. Iowa: a warrant and a 2705(b) order that ends on a fixed date in 2027."""

    def parts() -> list[Part]:
        hand = Hand("PT", 11.6, 15)
        case = "4:26-mj-00439"
        matter = [
            "THE CLOUD ACCOUNT REGISTERED TO kestrel.ops@example.org, HELD BY NORTHWIND MARKETPLACE, INC."
        ]
        front = face(Face(
            district="Southern District of Iowa", case=case, matter=matter, located="Western District of Washington",
            until="October 14, 2026", issued="10/01/2026, 4:52 p.m.", place="Des Moines, Iowa",
            judge="Agnes T. Lindholm", any_time=True,
        ))  # fmt: skip
        back: list[Flowable] = [
            *attachment(hand, "A", "Place to Be Searched"),
            hand.ind("The records and contents of the account that is registered to the e-mail address "
                     "kestrel.ops@example.org, cloud account number 417720935508, and that was reached from IP address "
                     f"198.51.100.23 on August 30, 2026 at 02:11:40 UTC. They are stored by {COMPANY} (the "
                     f"“Company”), {STREET}, {TOWN}."),
            gap(14),
            *attachment(hand, "B", "Things to Be Disclosed and Seized"),
            hand.p("<b>1. Disclosure.</b> Not later than October 20, 2026 the Company shall disclose to the "
                   "government, for the period from May 1, 2026 to September 25, 2026:"),
            *letters(hand, [line + (";" if line is not RUNNING[-1] else ".") for line in RUNNING], "a."),
            hand.p("The records go to Special Agent Oda Kirchweger, United States Secret Service, Des Moines, "
                   "o.kirchweger@usss.example.net, (515) 555-0137."),
            hand.p("<b>2. Seizure.</b> Of what is disclosed, the government may seize evidence of the offenses of "
                   "computer fraud, 18 U.S.C. § 1030, and access device fraud, 18 U.S.C. § 1029, committed between the "
                   "dates above, namely card data that was taken from the payment pages of hotels."),
        ]  # fmt: skip
        order: list[Flowable] = [
            *_court(hand, "SOUTHERN DISTRICT OF IOWA", "CENTRAL DIVISION"),
            caption(hand, ["IN THE MATTER OF THE SEARCH OF " + matter[0]],
                    [f"Case No. {case}", "", "<b>ORDER FORBIDDING NOTICE</b>", "<b>(18 U.S.C. § 2705(b))</b>", "",
                     "<b>UNDER SEAL</b>"]),
            gap(16),
            hand.ind(f"The United States asks that {COMPANY} be commanded, under 18 U.S.C. § 2705(b), not to tell "
                     "anyone of the search warrant issued today in this case."),
            hand.ind("The Court finds reason to believe that notice of the warrant will result in the destruction of "
                     "or tampering with evidence and in flight from prosecution."),
            hand.ind(f"<b>IT IS ORDERED</b> that {COMPANY} shall not notify any person, including the holder of the "
                     "account named in Attachment A, of the existence of the warrant or of this Order until <b>May 3, "
                     "2027</b>, unless the Court sooner releases it. The Company may consult its counsel and may count "
                     "the warrant in statistics that do not name it."),
            hand.ind("<b>IT IS FURTHER ORDERED</b> that the application and this Order are sealed until the Court "
                     "orders otherwise."),
            hand.p("Dated: October 1, 2026"),
            Signature("Agnes T. Lindholm", ("AGNES T. LINDHOLM", "UNITED STATES MAGISTRATE JUDGE")),
        ]  # fmt: skip
        filed = stamped(
            418,
            716,
            ("FILED UNDER SEAL", "OCTOBER 1, 2026", "CLERK, U.S. DISTRICT COURT"),
            wide=150,
        )
        return [
            Part([*front, PageBreak(), *back], foot("{N}"), (72, 72, 50, 50)),
            Part(order, together(foot("{N}"), on_first(filed)), (72, 72, 92, 50)),
        ]

    return press("Search warrant and order under 18 U.S.C. 2705(b)", parts)


def silence_ended() -> bytes:
    """D.N.M.: a warrant whose order of silence ended on 23 November 2026."""

    def parts() -> list[Part]:
        hand = Hand("PX", 10.6, 14.4, even=False)
        case = "26-MR-1147"
        front = face(Face(
            district="District of New Mexico", case=case,
            matter=["Northwind customer account “T. Ashgrove”, customer ID A0ASHG7RV3T5PW"],
            located="Western District of Washington", until="September 21, 2026", issued="9/8/2026, 9:05 a.m.",
            place="Albuquerque, New Mexico", judge="Cassius M. Baca-Wren", hand=Hand("PX", 10, 13),
            returned_to="the duty magistrate judge",
        ))  # fmt: skip
        back: list[Flowable] = [
            *attachment(hand, "A", "The account"),
            hand.p(f"Held by {COMPANY}, {STREET}, {TOWN}:"),
            *letters(hand, ["customer ID A0ASHG7RV3T5PW;", "e-mail address t.ashgrove@example.com;",
                            "telephone number (505) 555-0162; and",
                            "order number 111-2098447-6601935, delivered on July 14, 2026."], "(1)", 50),
            gap(10),
            *attachment(hand, "B", "What is to be disclosed"),
            hand.p("For June 1, 2026 through August 25, 2026, and within 14 days of the issuance of this warrant, the "
                   "company shall disclose to the Federal Bureau of Investigation:"),
            *letters(hand, ENDED, "1."),
            hand.p("By e-mail to Special Agent Ysolde Marchetti, y.marchetti@fbi.example.com, (505) 555-0120. The "
                   "government will seize what is evidence of mail fraud, 18 U.S.C. § 1341: false claims that goods "
                   "had not arrived."),
            PageBreak(),
            *_court(hand, "DISTRICT OF NEW MEXICO"),
            caption(hand, ["IN THE MATTER OF THE SEARCH OF NORTHWIND CUSTOMER ACCOUNT “T. ASHGROVE”"],
                    [f"No. {case}", "", "<b>NON-DISCLOSURE ORDER</b>"]),
            gap(14),
            hand.ind("On the motion of the United States, and having found reason to believe that to tell the "
                     "account’s "
                     f"holder of the warrant would lead to the intimidation of a witness, the Court orders {COMPANY}, "
                     "under 18 U.S.C. § 2705(b), not to tell the account’s holder or any other person, save its "
                     "lawyers, "
                     "that the warrant exists, from today until November 23, 2026. If the United States wishes a "
                     "longer "
                     "time, it must ask before that day."),
            hand.p("SO ORDERED this 8th day of September, 2026."),
            gap(10),
            Signature("Cassius M. Baca-Wren", ("CASSIUS M. BACA-WREN", "United States Magistrate Judge"), face="PX",
                      size=10),
        ]  # fmt: skip
        blue = ecf("1:26-mr-01147-CMB", "4", "09/08/26")
        return [Part([*front, PageBreak(), *back], blue, (72, 72, 52, 50))]

    return press("Search warrant 26-MR-1147", parts)


def _court(hand: Hand, *lines: str) -> list[Flowable]:
    """The court's name above a caption."""
    named = ("IN THE UNITED STATES DISTRICT COURT", f"FOR THE {lines[0]}", *lines[1:])
    return [*(hand.mid(f"<b>{line}</b>", spaceAfter=0) for line in named), gap(18)]
