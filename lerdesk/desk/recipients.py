"""To whom a letter to the requester goes: person, unit, office, street, city, each on a line of the window."""

import re
from collections.abc import Mapping

from lerdesk.base.text import clean
from lerdesk.desk.case_file import CaseFile
from lerdesk.domain.letter import Recipient

#: a prosecutor's office by the title; the agency that investigates is another house
_OFFICES = (
    (r"United States Attorney|U\. ?S\. Attorney", "United States Attorney’s Office"),
    (r"District Attorney", "Office of the District Attorney"),
    (r"Attorney General", "Office of the Attorney General"),
    (r"State[’']?s Attorney", "Office of the State’s Attorney"),
    (r"Commonwealth[’']?s Attorney", "Office of the Commonwealth’s Attorney"),
    (r"County Attorney", "Office of the County Attorney"),
    (r"Prosecut", "Office of the Prosecuting Attorney"),
    (r"Trial Attorney", "United States Department of Justice"),
)
_DISTRICT = re.compile(
    r"\b(?:(?:Northern|Southern|Eastern|Western|Central|Middle) )?District of [A-Z][\w’'. ]*"
)
_COUNTY = re.compile(
    r"\bCounty of [A-Z][\w’'. -]*|\b[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)? County\b(?! of)"
)
_SHORT_TITLE = 24  # characters; a longer title has a line of its own and is no part of "Dear"


def requester(case: CaseFile) -> Recipient:
    """Who asks, as the envelope's window shows it."""
    value = case.value("requester")
    person = value if isinstance(value, Mapping) else {}
    name, title, unit, email, address = (
        clean(str(person.get(key) or "")) for key in ("name", "title", "unit", "email", "address")
    )
    if email.casefold() in _mailboxes_asked_about(case):
        email = ""  # misread: an answer to it would reach the customer
    short = len(title) < _SHORT_TITLE
    called = name
    if name and title and short:
        called = f"{title} {name.split()[-1]}"
        lines = [f"{title} {name}"]
    else:
        lines = [name, title if name else ""]
    # in an envelope's window a street ends the address; a mailbox stands there where none is known
    lines += [unit, _office(case, title), *(address_lines(address) or [email])]
    return Recipient(tuple(dict.fromkeys(line for line in lines if line)), called)


def _office(case: CaseFile, title: str) -> str:
    agency = case.text("agency")
    office = next((name for form, name in _OFFICES if re.search(form, title, re.IGNORECASE)), "")
    if not office or re.search(r"Attorney|Prosecut|Justice", agency):
        return agency or case.text("issuing_authority")
    place = _DISTRICT if "United States" in office else _COUNTY
    found = place.search(case.text("court") or case.text("issuing_authority"))
    return f"{office}, {found[0].strip()}" if found else office


def address_lines(address: str) -> list[str]:
    """A postal address that was written in one line: street, then city with what follows it."""
    parts = [part.strip() for part in address.split(",") if part.strip()]
    if len(parts) > 1 and re.fullmatch(r"\d{5}(?:-\d{4})?", parts[-1]):
        parts[-2:] = [f"{parts[-2]} {parts[-1]}"]
    if len(parts) <= 2:
        return parts
    return [", ".join(parts[:-2]), ", ".join(parts[-2:])]


def _mailboxes_asked_about(case: CaseFile) -> set[str]:
    return {
        str(value.get("value") or "").strip().casefold()
        for value in case.values("identifier")
        if isinstance(value, Mapping) and value.get("kind") == "email"
    }
