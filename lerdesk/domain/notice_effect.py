"""What a notice outcome means for telling the customer and for the production; which means what is the rulebook's."""

from enum import StrEnum


class NoticeEffect(StrEnum):
    """What the desk does about the customer."""

    TELL_BEFORE = "tell before content"
    TELL_BEFORE_ANY = "tell before anything"
    OFFER_THEN_TELL = "offer, then tell before content"
    TELL_LATER = "tell later"
    TELL_NOW = "tell now"
    SILENT = "silent"
    NOT_TOLD = "not told"
    OPTIONAL = "may be told"
    NOTHING_TO_TELL = "nothing to tell"
    LOCKED = "lawyer first"


#: content waits for the customer's notice and the waiting period
TELL_FIRST = frozenset(
    {
        NoticeEffect.TELL_BEFORE,
        NoticeEffect.TELL_BEFORE_ANY,
        NoticeEffect.OFFER_THEN_TELL,
        NoticeEffect.TELL_NOW,
    }
)
