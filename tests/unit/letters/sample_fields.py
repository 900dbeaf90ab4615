"""One request's worth of fields, so that every template has all that it may use."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lerdesk.domain.disclosure import ProducedFile
from lerdesk.domain.letter import LetterDefect, LetterFields, Letterhead, LetterItem, Recipient
from lerdesk.domain.vocabulary import LetterKind

LETTERHEAD = Letterhead(
    company="Northwind Marketplace, Inc.",
    lines=("400 Alder Street", "Seattle, WA 98101"),
    department="Legal Process Response",
    telephone="(206) 555-0140",
    email="legal@northwind.example.com",
    footer="Northwind Marketplace, Inc., a Delaware corporation. Registered agent: see northwind.example.com",
)

FIELDS = LetterFields(
    letterhead=LETTERHEAD,
    recipient=Recipient(
        (
            "Federal Bureau of Investigation",
            "San Francisco Division",
            "Special Agent Lena R. Castellano",
            "450 Juniper Avenue, 13th Floor",
            "San Francisco, CA 94102",
        ),
        "Special Agent Castellano",
    ),
    our_reference="LER-2026-000412",
    dated=date(2026, 11, 24),
    reviewer="Ines Albrecht",
    process="search warrant",
    their_reference="3:26-mj-70412 MTW",
    court="United States District Court, Northern District of California",
    agency="Federal Bureau of Investigation",
    agency_type="A federal law enforcement agency",
    issued_on=date(2026, 11, 19),
    received_at=datetime(2026, 11, 20, 9, 5, tzinfo=ZoneInfo("America/Los_Angeles")),
    served_on=date(2026, 11, 21),
    channel="through our portal",
    service_channel="our law enforcement portal (portal.northwind.example.com)",
    accounts=("marisol.quintero@example.com", "114-5550142-0003318"),
    answer_by=date(2026, 11, 27),
    cure_by=date(2026, 12, 11),
    preserved_from=date(2026, 10, 2),
    preserved_until=date(2026, 12, 31),
    items=(
        LetterItem(
            "1",
            "Messages between buyer and seller",
            "Produced",
            "Jan 1, 2025 to Nov 9, 2026",
            "18 U.S.C. § 2703(a)",
        ),
        LetterItem(
            "2",
            "Orders placed or sold",
            "Produced",
            "Jan 1, 2025 to Nov 9, 2026",
            "18 U.S.C. § 2703(c)(1)(A)",
        ),
        LetterItem(
            "3",
            "Searches and pages viewed",
            "Produced in part",
            "Jan 1, 2025 to Nov 9, 2026",
            "Narrowed, see below",
            "The item states no period. The warrant’s cause concerns January 1, 2025 to "
            "November 9, 2026, and we have produced the records of that time",
        ),
        LetterItem(
            "4",
            "Present and continuing location of the device",
            "Not produced",
            "",
            "Fed. R. Crim. P. 41(e)(2)(C)",
            "A warrant for stored data does not reach the future location of a device.",
        ),
    ),
    defects=(
        LetterDefect(
            "The instrument is not signed by the issuing authority.", "Fed. R. Crim. P. 41(e)"
        ),
        LetterDefect("Attachment B is missing", "Fed. R. Crim. P. 41(e)(2)(A)"),
    ),
    supported=("name and address", "session times and network addresses"),
    narrowing="We respond on these conditions: (a) the period is January 1, 2025 to November 9, 2026; "
    "(b) the data are those stored on the day of receipt.",
    categories=("messages between buyer and seller", "orders placed or sold"),
    files=(
        ProducedFile(
            "messages.json",
            248_310,
            "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea",
            1,
        ),
        ProducedFile(
            "orders_2025_2026.csv",
            18_204,
            "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb",
            2,
        ),
        ProducedFile(
            "pages viewed.csv",
            1_204_118,
            "2e7d2c03a9507ae265ecf5b5356885a53393a2029d241394997265a1a25aefc6",
            3,
        ),
    ),
    redactions=("The other party’s postal address in messages.json, which no item demands",),
    custodian="Tobias Okonkwo",
    searched_for=("marisol.quintero@example.com",),
    systems="accounts, orders, messages, and sessions",
    searched_from=date(2025, 1, 1),
    searched_until=date(2026, 11, 9),
    disclose_on=date(2026, 12, 2),
    disclosed_on=date(2026, 11, 23),
    silence_issued_on=date(2026, 11, 19),
    silence_from=date(2026, 11, 20),
    silence_until=date(2027, 11, 3),
    silent=True,
    silence_citation="18 U.S.C. § 2705(b)",
    policy="northwind.example.com/legal/requests",
    summary="messages and orders of one account from January 2025 to November 2026",
    demand_enclosed=True,
)

CUSTOMER = replace(
    FIELDS,
    recipient=Recipient(
        ("Marisol Quintero", "1809 Fell Street, Apt. 4", "San Francisco, CA 94117"),
        "Marisol Quintero",
    ),
    silent=False,
    silence_until=None,
    silence_issued_on=None,
)

#: what the templates have, as kind and variant
TEMPLATES = (
    *((kind, None) for kind in LetterKind),
    (LetterKind.NOTICE, "delayed"),
    (LetterKind.NOTICE, "optional"),
)


def fields_for(kind: LetterKind) -> LetterFields:
    """The requester's fields, or in a notice the customer's."""
    return CUSTOMER if kind is LetterKind.NOTICE else FIELDS
