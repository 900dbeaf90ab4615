"""What each notice outcome means for telling the customer and for the production.

Source: the notice table's outcomes and their guide (company practice over 18 U.S.C. 2705).
"""

from enum import StrEnum


class NoticeEffect(StrEnum):
    """What the desk does about the customer."""

    TELL_BEFORE = "tell before content"
    TELL_BEFORE_ANY = "tell before anything"
    OFFER_THEN_TELL = "offer the requester time for an order, then tell before content"
    TELL_LATER = "tell when the silence ends"
    TELL_NOW = "tell now"
    SILENT = "not told, by law"
    NOT_TOLD = "not told, by a finding"
    OPTIONAL = "may be told"
    NOTHING_TO_TELL = "nothing to tell"
    LOCKED = "a lawyer decides first"


#: content waits for the customer's notice and the waiting period
TELL_FIRST = frozenset(
    {
        NoticeEffect.TELL_BEFORE,
        NoticeEffect.TELL_BEFORE_ANY,
        NoticeEffect.OFFER_THEN_TELL,
        NoticeEffect.TELL_NOW,
    }
)

_EFFECTS = {
    "NOTIFY_BEFORE": NoticeEffect.TELL_BEFORE,
    "REDIRECT_AND_NOTIFY_ENTERPRISE_BEFORE": NoticeEffect.TELL_BEFORE,
    "NOTIFY_BEFORE_COMPANY_PRACTICE": NoticeEffect.TELL_BEFORE_ANY,
    "NOTIFY_BEFORE_CONFIRM_PRIOR_NOTICE": NoticeEffect.TELL_BEFORE_ANY,
    "OFFER_WINDOW_THEN_NOTIFY_BEFORE": NoticeEffect.OFFER_THEN_TELL,
    "DELAY_UNTIL_EXPIRY": NoticeEffect.TELL_LATER,
    "NOTIFY_NOW": NoticeEffect.TELL_NOW,
    "NOTIFY_AT_EFFECT": NoticeEffect.TELL_NOW,
    "NO_NOTICE_POLICY_ILLEGAL_USE": NoticeEffect.NOT_TOLD,
    "NO_NOTICE_CUSTOMER_AWARE": NoticeEffect.NOTHING_TO_TELL,
    "NO_NOTICE_NO_DISCLOSURE": NoticeEffect.NOTHING_TO_TELL,
    "NOTICE_OPTIONAL": NoticeEffect.OPTIONAL,
}


def effect(outcome: str | None) -> NoticeEffect:
    """The effect of a notice outcome; an unknown one locks, since silence and disclosure cannot be undone."""
    if outcome is None:
        return NoticeEffect.NOTHING_TO_TELL
    if outcome in _EFFECTS:
        return _EFFECTS[outcome]
    return NoticeEffect.SILENT if outcome.startswith("NO_NOTICE_") else NoticeEffect.LOCKED
