"""The customers whom a request concerns: each is told by a notice of their own, which names no other's account."""

from collections.abc import Mapping

from lerdesk.base.text import clean
from lerdesk.desk.case_file import CaseFile
from lerdesk.desk.recipients import address_lines
from lerdesk.desk.targets import accounts
from lerdesk.domain.letter import Recipient
from lerdesk.domain.records import RecordedNotice


def customers(case: CaseFile) -> tuple[Recipient, ...]:
    """One a mailbox that the order names as an account; where it names none, the one person, or one an account.

    A name and address stand with the mailbox only where the order names one of each, so that no notice joins one
    customer's name to another's account.
    """
    people = _identifiers(case, "person")
    mailboxes = [clean(str(each.get("value") or "")) for each in _identifiers(case, "email")]
    mailboxes = list(dict.fromkeys(box for box in mailboxes if box))
    name, address = "", ""
    if len(people) == 1 and len(mailboxes) <= 1:
        name = clean(str(people[0].get("value") or ""))
        address = clean(str(people[0].get("address") or ""))
    named = accounts(case.values("identifier"))
    if not mailboxes and not name and len(named) > 1:
        return tuple(Recipient((account,)) for account in named)
    if not mailboxes:
        lines = tuple(line for line in (name, *address_lines(address)) if line)
        return (Recipient(lines, name),)
    return tuple(
        Recipient(tuple(line for line in (name, *address_lines(address), box) if line), name)
        for box in mailboxes
    )


def account_of(case: CaseFile, recipient: Recipient) -> str:
    """The account that this customer's notice names; empty where the order names a person alone."""
    named = set(accounts(case.values("identifier")))
    return next((line for line in recipient.lines if "@" in line or line in named), "")


def address_of(recipient: Recipient) -> str:
    """To whom a letter goes, in one line: how a notice is told from another customer's."""
    return ", ".join(recipient.lines) or "nobody named yet"


def told_customers(case: CaseFile, *, held: bool = False) -> frozenset[str]:
    """The customers whose notice was sent and did not come back, by their line.

    A notice from before the determination that stands told of another scope, and does not count.

    Args:
        case: the records.
        held: only a notice from which a waiting period runs counts: one about other data does not release content.
    """
    lines = {letter.id: letter.to for letter in case.letters}
    return frozenset(
        lines[notice.letter_id]
        for notice in standing_notices(case)
        if notice.letter_id in lines and (notice.release_on is not None or not held)
    )


def standing_notices(case: CaseFile) -> tuple[RecordedNotice, ...]:
    """Notices under the determination that stands, without those that came back."""
    since = case.determination.at if case.determination else None
    return tuple(
        notice
        for notice in case.notices
        if notice.came_back_on is None and (since is None or notice.sent_at >= since)
    )


def untold(case: CaseFile, *, held: bool = False) -> tuple[Recipient, ...]:
    """The customers who still have to be told, in the order's sequence; ``held`` as in ``told_customers``."""
    told = told_customers(case, held=held)
    return tuple(each for each in customers(case) if address_of(each) not in told)


def _identifiers(case: CaseFile, kind: str) -> list[Mapping[str, object]]:
    return [
        value
        for value in case.values("identifier")
        if isinstance(value, Mapping) and value.get("kind") == kind
    ]
