"""What the organisation set: letterhead, zone, State, page. One row."""

from dataclasses import asdict, dataclass

from sqlalchemy import insert, select, update

from lerdesk.store.tables import organisation as table
from lerdesk.store.unit import Unit


@dataclass(frozen=True)
class OrganisationRow:
    """The organisation's own.

    Attributes:
        zone: an IANA name; days, half-years and numbers' years go by it.
        company_state: ``US-WA``, or None while unknown.
        page: "letter" or "a4".
        policy: where the policy on notices can be read; empty where the customer is sent nowhere.
    """

    company: str
    lines: tuple[str, ...] = ()
    department: str = ""
    telephone: str = ""
    email: str = ""
    footer: str = ""
    logo: bytes | None = None
    zone: str = "America/Los_Angeles"
    company_state: str | None = None
    page: str = "letter"
    policy: str = ""


def get(unit: Unit) -> OrganisationRow:
    """As set; a store without one has an empty letterhead."""
    row = unit.first(select(table))
    if row is None:
        return OrganisationRow("")
    return OrganisationRow(
        company=row.company,
        lines=tuple(row.lines),
        department=row.department,
        telephone=row.telephone,
        email=row.email,
        footer=row.footer,
        logo=row.logo,
        zone=row.zone,
        company_state=row.company_state,
        page=row.page,
        policy=row.policy,
    )


def zone(unit: Unit) -> str:
    """The organisation's zone alone, without fetching the logo."""
    row = unit.first(select(table.c.zone))
    return OrganisationRow("").zone if row is None else str(row.zone)


def put(unit: Unit, organisation: OrganisationRow) -> None:
    """Set it."""
    values = {**asdict(organisation), "lines": list(organisation.lines)}
    if not unit.change(update(table).values(**values)):
        unit.change(insert(table), {"id": 1, **values})
