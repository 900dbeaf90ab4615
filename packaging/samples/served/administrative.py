"""Administrative subpoenas under 21 U.S.C. 876."""

from reportlab.platypus import Flowable

from served.forms import COMPANY, STREET, TOWN, framed, letters, pair
from served.marks import BLACK_INK, Seal, Signature, fax, foot, together
from served.sheet import Hand, Part, gap, press

ASKED = [
    "Name and address of the subscriber of the account below;",
    "Telephone numbers and electronic mail addresses linked to the account;",
    "Length of service, with start date, and types of service used;",
    "Means and source of payment for the service, including any card or bank account number;",
    "Internet Protocol addresses, session times and durations from 07/01/2026 to 09/30/2026;",
    "Copies of all messages sent and received by the account from 07/01/2026 to 09/30/2026.",
]


def content_asked() -> bytes:
    """DEA Denver: subscriber data and, as item 6, messages. Came by fax."""

    def parts() -> list[Part]:
        hand = Hand("FS", 9.8, 12.8)
        small = {"fontSize": 7.6, "leading": 9.6}
        number = "D2-26-418806"
        boxes: list[list[Flowable | list[Flowable]]] = [
            [[hand.p("<b>IN THE MATTER OF THE INVESTIGATION OF</b>", spaceAfter=2, **small),
              hand.p("Case No.: D2-26-0093<br/>Subpoena No.: " + number, spaceAfter=0)],
             [hand.p("<b>DATE OF ISSUE</b>", spaceAfter=2, **small), hand.p("10/16/2026", spaceAfter=0)]],
        ]  # fmt: skip
        where: list[list[Flowable | list[Flowable]]] = [[[
            hand.p("<b>PLACE AND TIME FOR APPEARANCE</b>", spaceAfter=2, **small),
            hand.p("At the Drug Enforcement Administration, Denver Field Division, 88 Quartz Parkway, Denver, Colorado "
                   "80202, on the 9th day of November, 2026, at 10:00 a.m. Appearance is excused if the records reach "
                   "Special Agent Lucan Perivale, l.perivale@dea.example.com, (303) 555-0148, by that date.",
                   spaceAfter=0),
        ]]]  # fmt: skip
        story: list[Flowable] = [
            gap(34),
            Seal(27, "DRUG ENFORCEMENT ADMINISTRATION · U.S. DEPARTMENT OF JUSTICE · ", x=30),
            gap(-34),
            hand.mid("<b>U.S. DEPARTMENT OF JUSTICE</b>", spaceAfter=0),
            hand.mid("<b>DRUG ENFORCEMENT ADMINISTRATION</b>", spaceAfter=4),
            hand.mid("<b>SUBPOENA</b>", fontSize=15, leading=18, spaceAfter=12),
            framed(boxes, [344, 140]),
            gap(8),
            hand.p(f"<b>TO:</b>&nbsp;&nbsp;{COMPANY}<br/>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;Legal Process "
                   f"<br/>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;{STREET}, {TOWN}"),
            hand.p("<b>GREETING:</b> Under the authority of Section 506 of the Comprehensive Drug Abuse Prevention and "
                   "Control Act of 1970 (21 U.S.C. § 876), you are commanded to appear before the officer named below "
                   "and to bring with you the records described here, which are relevant and material to an "
                   "investigation of violations of 21 U.S.C. §§ 841 and 846."),
            hand.p("<b>Account: bluemesa.supply@example.com, telephone (303) 555-0176, order number "
                   "114-7702846-3315908.</b>"),
            *letters(hand, ASKED, "1."),
            hand.p("Please do not disclose the existence of this subpoena for 90 days, as disclosure could impede the "
                   "investigation."),
            framed(where, [484]),
            gap(6),
            hand.p("A failure to comply will make you liable to proceedings in the district court of the United "
                   "States to enforce this subpoena and to punish disobedience.", **small),
            gap(4),
            pair(hand.p("<b>Issued under authority of</b> 21 U.S.C. § 876(a)<br/>Attorney General’s delegation, 28 "
                        "C.F.R. § 0.104", **small),
                 [Signature("Morwenna Castagna", ("Morwenna Castagna", "Assistant Special Agent in Charge"), indent=0,
                            wide=200, face="FS", size=9, ink=BLACK_INK)], (268, 216)),
        ]  # fmt: skip
        furniture = together(
            fax("OCT 19 2026 09:41   DEA DENVER FD   303 555 0149"), foot("FORM DEA-79", "FS", 7)
        )
        return [Part(story, furniture, (64, 64, 62, 50))]

    return press("Subpoena D2-26-418806", parts)
