"""What the organisation sets: letterhead and zone."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from lerdesk.base.errors import UserFacingError
from lerdesk.base.text import clean
from lerdesk.desk.session import Desk
from lerdesk.domain.letter import Letterhead

if TYPE_CHECKING:
    from lerdesk.store.organisation import OrganisationRow


@dataclass(frozen=True)
class Organisation:
    """Kept in the store.

    Attributes:
        zone: an IANA name, in which days and half-years begin.
        company_state: the State whose law the company is organised under, such as ``US-DE``.
        page: "letter" or "a4".
        policy: where the policy on notices or the guidelines can be read, such as a web address; the customer's notice
            carries it.
    """

    letterhead: Letterhead
    zone: str
    company_state: str | None
    page: str
    policy: str = ""


def organisation(desk: Desk) -> Organisation:
    """As set."""
    from lerdesk.desk.letter_fields import letterhead_of
    from lerdesk.store import organisation as table

    with desk.store.reading() as unit:
        row = table.get(unit)
    return Organisation(letterhead_of(row), row.zone, row.company_state, row.page, row.policy)


def zone(desk: Desk) -> ZoneInfo:
    """The organisation's zone alone, in which days begin and moments are shown."""
    from lerdesk.store import organisation as table

    with desk.store.reading() as unit:
        return ZoneInfo(table.zone(unit))


def set_organisation(desk: Desk, organisation: Organisation) -> None:
    """Set it; journalled.

    Raises:
        UserFacingError: no company name, the logo is no image, the zone is unknown.
    """
    from lerdesk.store import journal
    from lerdesk.store import organisation as table

    row = checked_row(organisation)
    with desk.store.writing() as unit:
        table.put(unit, row)
        journal.append(
            unit,
            at=desk.clock.now(),
            actor=desk.person,
            action="organisation",
            request_id=None,
            words="Changed the organisation's settings",
            details={"company": row.company, "zone": row.zone, "page": row.page},
        )


def checked_row(organisation: Organisation) -> "OrganisationRow":
    """As the store keeps it, once all of it is good.

    Raises:
        UserFacingError: no company name, the logo is no image, the zone is unknown.
    """
    from lerdesk.store.organisation import OrganisationRow

    head = organisation.letterhead
    company = clean(head.company, limit=200).strip()
    if not company:
        raise UserFacingError(
            "The company has no name.", "Nothing was changed.", "Type its name.", field="company"
        )
    try:
        ZoneInfo(organisation.zone)
    except (ZoneInfoNotFoundError, ValueError):
        raise UserFacingError(
            f"“{clean(organisation.zone, limit=60)}” is no time zone.",
            "Nothing was changed.",
            "Use a name such as America/Los_Angeles.",
            field="zone",
        ) from None
    if organisation.page not in {"letter", "a4"}:
        raise UserFacingError("The page is US Letter or A4.", "Nothing was changed.", field="page")
    if head.logo is not None:
        from lerdesk.paper.logo import logo_image

        logo_image(head.logo)
    return OrganisationRow(
        company=company,
        lines=tuple(clean(line, limit=200) for line in head.lines if line.strip()),
        department=clean(head.department, limit=200),
        telephone=clean(head.telephone, limit=60),
        email=clean(head.email, limit=200),
        footer=clean(head.footer, limit=300),
        logo=head.logo,
        zone=organisation.zone,
        company_state=organisation.company_state,
        page=organisation.page,
        policy=clean(organisation.policy, limit=300).strip(),
    )
