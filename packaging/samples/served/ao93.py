"""The face of a federal search warrant, after the courts' form AO 93, and the parts that follow it."""

from dataclasses import dataclass

from reportlab.platypus import Flowable

from served.forms import caption, framed, pair, tick
from served.marks import BLACK_INK, Signature
from served.sheet import Hand, gap

HAND = Hand("PT", 10.8, 13.4)


@dataclass(frozen=True)
class Face:
    """What is filled into the form."""

    district: str
    case: str
    matter: list[str]
    located: str
    until: str
    issued: str
    place: str
    judge: str
    any_time: bool = False
    delayed: str = ""
    returned_to: str = ""
    rank: str = "United States Magistrate Judge"
    hand: Hand = HAND
    form_line: str = "AO 93 (Rev. 11/13) Search and Seizure Warrant"
    caps: str = "SEARCH AND SEIZURE WARRANT"


def face(fill: Face) -> list[Flowable]:
    """The first page."""
    hand = fill.hand
    small = {"fontSize": hand.size - 2.6, "leading": hand.lead - 2.8}
    matter = ["<i>In the Matter of the Search of</i>", *fill.matter]
    delayed = bool(fill.delayed)
    return [
        hand.p(fill.form_line, **small),
        hand.mid("U<font size=13>NITED</font> S<font size=13>TATES</font> D<font size=13>ISTRICT</font> "
                 "C<font size=13>OURT</font>", fontSize=17, leading=20, spaceAfter=2),
        hand.mid("for the", spaceAfter=1, **small),
        hand.mid(fill.district, spaceAfter=7),
        caption(hand, matter, ["", f"Case No. {fill.case}"]),
        gap(8),
        hand.mid(f"<b>{fill.caps}</b>", fontSize=hand.size + 1.5),
        hand.p("To:&nbsp;&nbsp;&nbsp;Any authorized law enforcement officer"),
        hand.ind("A federal law enforcement officer, or an attorney for the government, has applied for the search of "
                 f"the following person or property located in the {fill.located}:"),
        hand.mid("See Attachment A, which is made a part of this warrant."),
        hand.ind("I find that the affidavit, together with any recorded testimony, establishes probable cause to "
                 "search and seize the person or property described above, and that the search will reveal:"),
        hand.mid("See Attachment B, which is made a part of this warrant."),
        hand.ind(f"<b>YOU ARE COMMANDED</b> to execute this warrant on or before <u>&nbsp;{fill.until}&nbsp;</u> "
                 "<i>(not to exceed 14 days)</i>", spaceAfter=3),
        pair(tick(hand, "in the daytime, 6:00 a.m. to 10:00 p.m.", ticked=not fill.any_time, wide=214),
             tick(hand, "at any time in the day or night, because good cause has been established.",
                  ticked=fill.any_time, wide=250), (218, 250)),
        gap(4),
        hand.ind("Unless delayed notice is authorized below, a copy of the warrant and a receipt for the property "
                 "taken must be given to the person from whom, or from whose premises, the property was taken, or be "
                 "left where the property was taken."),
        hand.ind("The officer who executes this warrant, or an officer present at its execution, must prepare an "
                 "inventory as required by law and promptly return this warrant and the inventory to "
                 f"<u>&nbsp;{fill.returned_to or fill.judge}&nbsp;</u>."),
        tick(hand, "Pursuant to 18 U.S.C. § 3103a(b), I find that immediate notification may have an adverse result "
             "listed in 18 U.S.C. § 2705 (except for delay of trial), and authorize the officer executing this "
             "warrant to delay notice to the person whose property will be searched or seized", ticked=delayed),
        tick(hand, f"for {fill.delayed or '_____'} days <i>(not to exceed 30)</i>", ticked=delayed, left=18),
        tick(hand, "until, the facts justifying, the later specific date of ______________.", ticked=False, left=18),
        gap(6),
        pair(hand.p(f"Date and time issued:&nbsp;&nbsp;<u>&nbsp;{fill.issued}&nbsp;</u><br/><br/><br/>City and "
                    f"state:&nbsp;&nbsp;<u>&nbsp;{fill.place}&nbsp;</u>"),
             [Signature(fill.judge, ("Judge’s signature", f"{fill.judge}, {fill.rank}", "Printed name and title"),
                        indent=0, wide=230, size=8.8)], (236, 232)),
    ]  # fmt: skip


def blank_return(case: str, hand: Hand = HAND) -> list[Flowable]:
    """The form's second page, which the officer fills in after the search."""
    head = {"fontSize": hand.size - 2.6, "leading": hand.lead - 2.8}
    cells: list[list[Flowable | list[Flowable]]] = [
        [hand.p(f"Case No.:<br/>{case}"), hand.p("Date and time warrant executed:<br/><br/>"),
         hand.p("Copy of warrant and inventory left with:")],
    ]  # fmt: skip
    return [
        hand.p("AO 93 (Rev. 11/13) Search and Seizure Warrant (Page 2)", **head),
        hand.mid("<b>Return</b>", fontSize=13),
        framed(cells, [140, 160, 168]),
        framed([[hand.p("Inventory made in the presence of:<br/><br/>")]], [468]),
        framed([[[hand.p("Inventory of the property taken and name of any person(s) seized:"), gap(260)]]], [468]),
        gap(10),
        hand.mid("<b>Certification</b>"),
        hand.ind("I declare under penalty of perjury that this inventory is correct and was returned along with the "
                 "original warrant to the designated judge."),
        gap(14),
        pair(hand.p("Date: ____________________"),
             [Signature("", ("Executing officer’s signature",), indent=0, wide=230, size=9, ink=BLACK_INK), gap(10),
              Signature("", ("Printed name and title",), indent=0, wide=230, size=9)], (236, 232)),
    ]  # fmt: skip


def attachment(hand: Hand, letter: str, title: str) -> list[Flowable]:
    """The head of an attachment."""
    return [
        hand.mid(f"<b>ATTACHMENT {letter}</b>", fontSize=hand.size + 1, spaceAfter=2),
        hand.mid(f"<b>{title}</b>", spaceAfter=12),
    ]
