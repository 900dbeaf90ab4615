"""The notice table, read a second time from the reference as a chain of questions: both agree on every combination."""

import itertools

from lerdesk.domain.notice import FLAGS, NoticeInputs, notice
from lerdesk.domain.vocabulary import Family, Gag, NoticeData
from lerdesk.rulebook import load

BY_COURT_OR_STATUTE = {
    "COURT_FIXED": ("N08", "DELAY_UNTIL_EXPIRY"),
    "COURT_INDEFINITE": ("N09", "NO_NOTICE_PERIODIC_REVIEW_AND_ESCALATE"),
    "COURT_DEFECTIVE": ("N10", "ESCALATE_HOLD_NOTICE"),
    "STATUTORY": ("N11", "NO_NOTICE_STATUTORY"),
}


def secret(family, gag):
    """Families that carry their own secrecy, before any gag is looked at."""
    if family in {"NSL", "FISA"}:
        if family == "NSL" and gag in {"NONE", "EXPIRED"}:
            return "N02", "ESCALATE_NATSEC_LIFTED"
        return "N03", "NO_NOTICE_STATUTORY"
    if family == "US_WIRETAP":
        return "N04", "NO_NOTICE_STATUTORY"
    if family == "US_PRTT":
        return ("N05", "ESCALATE") if gag == "EXPIRED" else ("N06", "NO_NOTICE_STATUTORY")
    return ("N07", "NO_NOTICE_EEVIDENCE") if family in {"EPOC", "EPOC_PR"} else None


def own_rule(family, data, gag, flags):
    """Families with a rule of their own once something is produced."""
    doubtful = flags["safety"] or flags["compromised"]
    if family == "DSA_ART10":
        return "N14", "ESCALATE" if flags["safety"] else "NOTIFY_AT_EFFECT"
    if family == "US_VPPA_COURT_ORDER":
        return "N15", "ESCALATE" if doubtful else "NOTIFY_BEFORE_CONFIRM_PRIOR_NOTICE"
    if family == "FOREIGN_DIRECT":
        return "N16", "ESCALATE_NO_DISCLOSURE_ROUTE"
    if family == "EMERGENCY_US":
        return "N18", "ESCALATE_POST_EVENT_NOTICE"
    if family == "CLOUD_ACT_ORDER":
        if gag == "REQUEST_ONLY" or flags["safety"]:
            return "N17", "ESCALATE"
        if data == "NONCONTENT":
            return "N17", "NOTICE_OPTIONAL"
        asks = flags["illegal"] or flags["compromised"]
        return "N17", "ESCALATE" if asks else "NOTIFY_BEFORE"
    return None


def ordinary(family, gag, flags, *, content):
    """What is left: the policy's own order."""
    if flags["safety"]:
        return "N19", "ESCALATE_DELAY_SHORT"
    if content and flags["illegal"]:
        return "N20", "NO_NOTICE_POLICY_ILLEGAL_USE"
    if flags["compromised"]:
        return "N22", "ESCALATE_ALT_CHANNEL"
    if flags["consent"]:
        return "N21", "NO_NOTICE_CUSTOMER_AWARE"
    if content and gag == "REQUEST_ONLY":
        return "N23", "OFFER_WINDOW_THEN_NOTIFY_BEFORE"
    if gag == "EXPIRED":
        return "N24", "NOTIFY_NOW" if content else "NOTICE_OPTIONAL"
    if content and flags["enterprise"]:
        return "N25", "REDIRECT_AND_NOTIFY_ENTERPRISE_BEFORE"
    if content:
        return "N26", "NOTIFY_BEFORE"
    if family == "US_CIVIL":
        return "N27", "NOTIFY_BEFORE_COMPANY_PRACTICE"
    return "N28", "NOTICE_OPTIONAL"


def second_reading(family, data, gag, flags):
    if flags["fake"]:
        return "N01", "ESCALATE_FRAUD"
    found = secret(family, gag) or BY_COURT_OR_STATUTE.get(gag)
    if found:
        return found
    if data == "NONE" and family == "DSA_ART10":
        return "N12", "NOTIFY_AT_EFFECT"
    if data == "NONE" or family == "PRESERVATION_US":
        return "N13", "NO_NOTICE_NO_DISCLOSURE"
    found = own_rule(family, data, gag, flags)
    return found or ordinary(family, gag, flags, content=data == "CONTENT")


def test_both_readings_agree_on_every_combination():
    rules, asked, wrong = load(), 0, []
    for family, data, gag in itertools.product(Family, NoticeData, Gag):
        for values in itertools.product((False, True), repeat=len(FLAGS)):
            flags = dict(zip(FLAGS, values, strict=True))
            answer = notice(rules, NoticeInputs(family, data, gag, **flags))
            asked += 1
            if (answer.rule, answer.outcome) != second_reading(family, data, gag, flags):
                wrong.append((family, data, gag, flags, answer.rule, answer.outcome))
    assert asked == 22_848
    assert not wrong, wrong[:5]
