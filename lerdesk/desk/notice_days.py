"""When the customer's notice is looked at again, and until when a requester can bring a court's order."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from lerdesk.domain.notice_effect import NoticeEffect
from lerdesk.domain.vocabulary import Regime

if TYPE_CHECKING:
    from lerdesk.desk.assessment import Assessment


def review_day(found: "Assessment") -> date | None:
    """A silence without an end: each so many days since the order; a notice that is held back: once after receipt."""
    policy = found.rules.policy
    received = found.case.local_day(found.case.request.received_at)
    if found.notice_outcome == "ESCALATE_POST_EVENT_NOTICE":
        return received + timedelta(days=policy.emergency_review_days)
    if found.notice_outcome == "ESCALATE_DELAY_SHORT":
        return received + timedelta(days=policy.safety_hold_days)
    if "PERIODIC" not in (found.notice_outcome or ""):
        return None
    start = found.case.day("date_issued") or received
    rounds = max(0, (found.today - start).days - 1) // policy.review_days + 1
    return start + timedelta(days=policy.review_days * rounds)


def offer_day(found: "Assessment") -> date | None:
    """Last day to bring a court's order, where silence is only asked for."""
    from lerdesk.domain.calendar import holiday_set
    from lerdesk.domain.deadline import count

    if found.effect is not NoticeEffect.OFFER_THEN_TELL:
        return None
    start = found.case.local_day(found.case.request.received_at)
    days = found.rules.policy.offer_business_days
    return count(Regime.BIZ_DAYS, start, days, holiday_set(found.rules.calendars, "US"))[0]
