"""Whom a request asks about: the accounts named, apart from orders, parcels and addresses that only describe."""

from collections.abc import Iterable, Mapping

from lerdesk.base.text import clean
from lerdesk.domain.fact import JsonValue

#: what identifies an account, best first; of a weaker group only where no stronger one is named
_GROUPS = (
    frozenset({"email", "account_id", "aws_account_id"}),
    frozenset({"phone", "device_serial", "gift_card"}),
    frozenset({"person"}),
    frozenset({"order_number", "ip_address", "tracking_number", "url", "other"}),
)


def accounts(values: Iterable[JsonValue]) -> tuple[str, ...]:
    """The accounts among identifiers, as written, each once.

    Args:
        values: values of the field ``identifier``.
    """
    found = [value for value in values if isinstance(value, Mapping)]
    for group in _GROUPS:
        named = [
            clean(str(v.get("value") or ""), limit=400) for v in found if v.get("kind") in group
        ]
        if any(named):
            return tuple(dict.fromkeys(text for text in named if text))
    return ()
