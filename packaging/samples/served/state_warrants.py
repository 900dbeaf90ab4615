"""Search warrants of the States: California, Washington (two), Minnesota."""

from reportlab.platypus import Flowable, PageBreak

from served.forms import COMPANY, STREET, TOWN, caption, framed, letters, pair, ruled, tick
from served.marks import BLACK_INK, Seal, Signature, foot, on_first, stamped, together
from served.sheet import Hand, Part, gap, press

CALIFORNIA = [
    "Subscriber information: name, address, telephone numbers, e-mail addresses, and the dates and types of service",
    "IP addresses and times of log-in, and the make and serial number of each device registered to the account",
    "Messages sent and received through the marketplace by the account that mention the sale of a camera or lens",
    "Orders and sales of cameras and lenses, with the addresses to which they were sent",
]


def calecpa() -> bytes:
    """Sacramento: a CalECPA warrant, particular in time, account and kind of information."""

    def parts() -> list[Part]:
        hand = Hand("FS", 10, 13.2)
        number = "26SW04418"
        story: list[Flowable] = [
            gap(52),
            Seal(33, "SUPERIOR COURT OF CALIFORNIA · COUNTY OF SACRAMENTO · ", x=434),
            gap(-52),
            hand.p("<b>STATE OF CALIFORNIA – COUNTY OF SACRAMENTO</b>", fontSize=11.5, spaceAfter=2),
            hand.p("<b>SUPERIOR COURT OF CALIFORNIA, COUNTY OF SACRAMENTO</b>", spaceAfter=14),
            hand.p("<b>SEARCH WARRANT</b><br/>Electronic communication information – Penal Code §§ 1524, 1546.1",
                   fontSize=12, leading=16),
            framed([[hand.p(f"Warrant No. <b>{number}</b>"), hand.p("Agency case no. <b>SPD 26-241907</b>")]],
                   [234, 234]),
            gap(8),
            hand.p("<b>THE PEOPLE OF THE STATE OF CALIFORNIA TO ANY PEACE OFFICER IN THE COUNTY OF SACRAMENTO:</b>"),
            hand.p("Proof by affidavit, under penalty of perjury, has been made before me by Detective Lavinia "
                   "Osterberg, "
                   "badge 2217, Sacramento Police Department, that there is probable cause to believe that the "
                   "information described below is lawfully seizable under Penal Code § 1524 in that "
                   "it:", spaceAfter=4),
            tick(hand, "was stolen or embezzled;", ticked=False, left=18),
            tick(hand, "was used as the means of committing a felony;", ticked=True, left=18),
            tick(hand, "tends to show that a felony has been committed or that a particular person has committed it "
                 "(Penal Code § 487(a), grand theft; Penal Code § 496(a), receiving stolen property).", ticked=True,
                 left=18),
            gap(4),
            hand.p("<b>YOU ARE THEREFORE COMMANDED TO SEARCH</b> the records of:", spaceAfter=3),
            hand.p(f"{COMPANY}, {STREET}, {TOWN}, a foreign corporation that provides electronic "
                   "communication services to the public in California (Penal Code § 1524.2).", leftIndent=18),
            ruled(hand, [["Target", "Account", "Time period"],
                         ["Account 1", "lens.locker.916@example.com<br/>Customer ID A2LNS916LCKR4T",
                          "May 18, 2026 to September 30, 2026"],
                         ["Account 2", "telephone (916) 555-0188", "May 18, 2026 to September 30, 2026"]],
                  [60, 208, 200]),
            hand.p("<b>FOR THE FOLLOWING INFORMATION:</b>", spaceAfter=3),
            *letters(hand, [f"{line}." for line in CALIFORNIA], "1)", 40),
            PageBreak(),
            hand.p("Information obtained through this warrant that is unrelated to its objective shall be sealed and "
                   "shall not be subject to further review, use, or disclosure except by court order (Penal Code § "
                   "1546.1(d)(2))."),
            hand.p("<b>THE RECIPIENT SHALL PRODUCE</b> the information within five business days of receipt, with an "
                   "affidavit of its custodian (Evidence Code § 1561), to Detective Lavinia Osterberg by e-mail at "
                   "l.osterberg@sacpd.example.org, telephone (916) 555-0125. Night service: "),
            tick(hand, "not authorized", ticked=True, left=18),
            tick(hand, "authorized for good cause", ticked=False, left=18),
            gap(6),
            hand.p("Given under my hand and dated this 10th day of November, 2026, at 1:25 p.m."),
            Signature("Bartholomew K. Ines", ("Bartholomew K. Ines", "Judge of the Superior Court",
                                              "County of Sacramento, State of California"), face="FS", size=9.5),
        ]  # fmt: skip
        return [
            Part(
                story,
                foot(f"SEARCH WARRANT {number} – Page {{n}} of {{of}}", "FS", 8),
                (72, 72, 56, 56),
            )
        ]

    return press("Search Warrant 26SW04418", parts)


LEGEND = ("This warrant is issued pursuant to RCW 10.96.020. A response is due within twenty business days of receipt, "
          "unless a shorter time is stated herein, or the applicant consents to a recipient’s request for additional "
          "time to comply.")  # fmt: skip
SPOKANE = [
    "The name, mailing address and telephone number of the person who opened the account, and the date of opening",
    "For each gift card listed, where and when it was bought, by whom, and the account and order on which it was used",
    "Orders placed with a listed gift card, with ship-to name and address",
    "Chats and recorded calls between the account and Northwind customer service about a listed gift card",
]


def out_of_state() -> bytes:
    """Spokane: a warrant to a foreign corporation under RCW 10.96.020, with the legend in bold."""

    def parts() -> list[Part]:
        hand = Hand("PX", 10.6, 14, even=False)
        cause = "26-1-02954-32"
        story: list[Flowable] = [
            framed([[hand.p(f"<b>{LEGEND}</b>", spaceAfter=2)]], [460]),
            gap(16),
            hand.mid("<b>SUPERIOR COURT OF WASHINGTON<br/>COUNTY OF SPOKANE</b>", spaceAfter=14),
            caption(hand, ["STATE OF WASHINGTON,", "", "&nbsp;&nbsp;&nbsp;&nbsp;Plaintiff,", "", "In re records held "
                                                                                                 "by",
                           "NORTHWIND MARKETPLACE, INC.,", "a Delaware corporation."],
                    [f"NO. {cause}", "", "SEARCH WARRANT FOR RECORDS OF A FOREIGN CORPORATION", "",
                     "Incident: SCSO 26-10077315"]),
            gap(12),
            hand.p("TO ANY PEACE OFFICER OF THE STATE OF WASHINGTON:"),
            hand.ind("WHEREAS, upon the sworn complaint of Detective Marguerite Ashdown, Spokane County Sheriff’s "
                     "Office, "
                     "badge 3381, there is probable cause to believe that Theft in the Second Degree (RCW 9A.56.040) "
                     "and Trafficking in Stolen Property in the First Degree (RCW 9A.82.050) were committed, and that "
                     f"evidence of them is held by {COMPANY}, {STREET}, {TOWN} (the “Recipient”), which does business "
                     "in this State;"),
            hand.ind("NOW, THEREFORE, you are commanded to serve this warrant on the Recipient and to obtain the "
                     "following:"),
            ruled(hand, [["Gift cards", "GC-5TRW-90KD-2M7X<br/>GC-5TRW-91KD-2M7X"],
                         ["Account", "pend.oreille.deals@example.com"],
                         ["Orders", "114-2063395-8840172<br/>114-7718406-3300951"],
                         ["Carrier tracking number", "NWX8830417752US"],
                         ["Dates", "08/01/2026 through 10/05/2026"]], [130, 330], head=False),
            *letters(hand, [f"{line}." for line in SPOKANE], "1.", 34),
            hand.ind("The Recipient shall send the records to Detective Ashdown, m.ashdown@spokanesheriff.example.com, "
                     "(509) 555-0147, with a certificate of authenticity under RCW 10.96.030. The Recipient may ask "
                     "this "
                     "Court to quash the warrant within the time given for its response."),
            hand.ind("The officer shall return this warrant to the Clerk within ten days after the records are "
                     "received."),
            hand.p("DATED at Spokane, Washington, this 27th day of October, 2026."),
            Signature("Cornelius V. Hathorne", ("JUDGE CORNELIUS V. HATHORNE", "Superior Court, Spokane County"),
                      face="PX", size=10),
            gap(8),
            hand.p("Presented by:<br/>/s/ Perpetua Lindgren, WSBA No. 00000<br/>Deputy Prosecuting Attorney"),
        ]  # fmt: skip
        return [Part(story, foot("SEARCH WARRANT – {n} of {of}", "PX", 8), (76, 76, 56, 54))]

    return press("Search Warrant 26-1-02954-32", parts)


KING = [
    "The name, address, e-mail address and telephone number of the account’s holder.",
    "The orders delivered to 9134 Larkspur Way NE between April 2, 2026 and July 19, 2026.",
    "Delivery photographs and the coordinates recorded at each of those deliveries.",
    "Messages between the account and the couriers who brought the goods.",
    "Video clips stored by any door camera registered to the account for July 18, 2026 and July 19, 2026.",
]


def home_state() -> bytes:
    """King County: an ordinary warrant of the company's home State, served at its door."""

    def parts() -> list[Part]:
        hand = Hand("PT", 12, 18)
        story: list[Flowable] = [
            gap(40),
            hand.mid("SUPERIOR COURT OF THE STATE OF WASHINGTON<br/>IN AND FOR KING COUNTY", spaceAfter=18),
            caption(hand, ["STATE OF WASHINGTON", "COUNTY OF KING"], ["No. 26-0-61408-1 SEA", "", "<b>SEARCH "
                                                                                                  "WARRANT</b>"],
                    mark=")"),
            gap(16),
            hand.p("THE STATE OF WASHINGTON TO ANY PEACE OFFICER IN THE COUNTY OF KING:"),
            hand.ind("A sworn statement having been made to me by Detective Rowena Quist, Bellevue Police Department, "
                     "I "
                     "find that there is probable cause to believe that Residential Burglary, RCW 9A.52.025, was "
                     f"committed, and that evidence of it is kept by {COMPANY} at {STREET}, {TOWN}, in its records of "
                     "the "
                     "customer account <b>larkspur.household@example.org</b>."),
            hand.ind("YOU ARE COMMANDED to serve a copy of this warrant upon the company, within ten days of its date, "
                     "and to seize:"),
            *letters(hand, KING, "(1)", 60),
            hand.ind("The company may comply by sending the records to Detective Quist at "
                     "r.quist@bellevuepd.example.com, "
                     "telephone (425) 555-0193, within twenty days of service."),
            hand.ind("A copy of this warrant and a list of what was seized shall be given to the company and returned "
                     "to "
                     "this Court."),
            hand.p("Dated: November 18, 2026, 8:50 a.m."),
            Signature("Silvain D. Moorcroft", ("Silvain D. Moorcroft", "Superior Court Judge")),
        ]  # fmt: skip
        served = stamped(
            404, 728, ("RECEIVED", "NOV 23 2026", "REGISTERED AGENT – SEATTLE"), wide=142, turn=2
        )
        return [
            Part(story, together(on_first(served), foot("Search Warrant – {n}")), (84, 84, 60, 60))
        ]

    return press("Search Warrant 26-0-61408-1 SEA", parts)


HENNEPIN = [
    "Names, addresses, telephone numbers and e-mail addresses of the account’s holder and of every person on the "
    "household’s plan",
    "Means and source of payment for the account’s services",
    "All orders placed by the account since it was opened",
    "The contents of messages sent through the marketplace by the account from 02/10/2026 to 04/30/2026",
]


def minnesota() -> bytes:
    """Hennepin County: orders "since it was opened" for a theft of one spring."""

    def parts() -> list[Part]:
        hand = Hand("FS", 10.4, 14)
        story: list[Flowable] = [
            pair([hand.p("STATE OF MINNESOTA<br/>COUNTY OF HENNEPIN")],
                 [hand.right("DISTRICT COURT<br/>FOURTH JUDICIAL DISTRICT")], (234, 234)),
            gap(14),
            hand.mid("<b>SEARCH WARRANT</b>", fontSize=14, spaceAfter=4),
            hand.mid("Court File No. 27-CR-26-20881&nbsp;&nbsp;&nbsp;&nbsp;Agency ICR 26-117204", spaceAfter=14),
            hand.p("TO: Sergeant Thaddeus Brekke, Minneapolis Police Department, and other peace officers of the "
                   "State of "
                   "Minnesota"),
            hand.p("WHEREAS Sergeant Brekke has this day made application on oath for a warrant to search the "
                   "following "
                   f"described premises: <b>{COMPANY}</b>, {STREET}, {TOWN}, electronic records of the account "
                   "<b>loring.park.audio@example.net</b> and of the telephone number <b>(612) 555-0150</b>, for the "
                   "following property and things:"),
            *letters(hand, [f"{line};" for line in HENNEPIN[:3]] + [f"{HENNEPIN[3]}."], "1.", 40),
            hand.p("WHEREAS the Court is satisfied that there is probable cause to believe that the property "
                   "constitutes "
                   "evidence which tends to show that a crime has been committed, to wit: theft of musical instruments "
                   "between February 10, 2026 and April 30, 2026, Minn. Stat. § 609.52;"),
            hand.p("NOW, THEREFORE, you are commanded to serve this warrant", spaceAfter=3),
            hand.p("[X]&nbsp;&nbsp;between the hours of 7:00 a.m. and 8:00 p.m. only<br/>[&nbsp;&nbsp;]&nbsp;&nbsp;at "
                   "any "
                   "time of the day or night", leftIndent=24),
            hand.p("by electronic means upon the company, which shall deliver the records not later than <b>November "
                   "6, "
                   "2026</b> to t.brekke@minneapolispd.example.org, (612) 555-0178."),
            hand.p("BY THE COURT: &nbsp; Dated October 15, 2026, 10:12 a.m."),
            Signature("Eudora Vinterholm", ("Eudora Vinterholm", "Judge of District Court"), face="FS", size=9.5,
                      ink=BLACK_INK),
            PageBreak(),
            hand.mid("<b>RECEIPT, INVENTORY AND RETURN</b>", fontSize=12),
            hand.p("I received the search warrant issued on ____________ and executed it on ____________ at ______ "
                   "by:"),
            framed([[[gap(120)]]], [468]),
            gap(20),
            Signature("", ("Signature of officer",), face="FS", size=9.5),
        ]  # fmt: skip
        return [Part(story, foot("27-CR-26-20881   page {n} of {of}", "FS", 8), (72, 72, 64, 56))]

    return press("Search Warrant 27-CR-26-20881", parts)
