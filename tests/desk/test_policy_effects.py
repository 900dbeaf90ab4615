"""Every choice in the policy file has effect on what the desk says and does."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from lerdesk.desk import review, scope, settings
from lerdesk.desk.notice_days import offer_day, review_day
from lerdesk.desk.session import Desk
from lerdesk.domain.request import Flags
from lerdesk.domain.vocabulary import Decision, LetterKind, Outcome
from tests.desk.builders import (
    MESSAGES,
    NAME,
    YEAR,
    a_request,
    answered,
    case_of,
    found,
    silence,
)


def _policy(desk: Desk, **changes: object) -> None:
    policy = replace(desk.rulebook.policy, **changes)
    desk.rulebook = replace(desk.rulebook, policy=policy)


def _letter(desk: Desk, request: int, kind: LetterKind) -> str:
    from lerdesk.desk import letters

    view = letters.draft(desk, request, kind)
    return letters.recompose(desk, view.letter_id).markdown if view.outdated else view.markdown


def _flagged(desk: Desk, request: int, flags: Flags) -> None:
    from lerdesk.desk import facts

    facts.set_flags(desk, request, flags, "For this test.")


def _waiting(desk: Desk) -> object:
    return found(desk, a_request(desk)).earliest_disclosure


def _civil(desk: Desk) -> object:
    return found(desk, a_request(desk, "US_CIVIL_SUBP", ((NAME, *YEAR),))).earliest_disclosure


def _offer(desk: Desk) -> object:
    return offer_day(found(desk, a_request(desk, gag=silence(kind="request"))))


def _cure(desk: Desk) -> object:
    request = answered(desk, a_request(desk, "US_GJ_FED"), E012="no")
    return _letter(desk, request, LetterKind.DEFICIENCY)


def _review(desk: Desk) -> object:
    return review_day(found(desk, a_request(desk, gag=silence())))


def _emergency(desk: Desk) -> object:
    return review_day(found(desk, a_request(desk, "US_EMERGENCY")))


def _safety(desk: Desk) -> object:
    request = a_request(desk)
    _flagged(desk, request, Flags(safety_risk=True))
    return review_day(found(desk, request))


def _long(category: str, years: int) -> Callable[[Desk], object]:
    def asked(desk: Desk) -> object:
        start = date(2026 - years, 6, 30)
        request = a_request(desk, demands=((category, start, date(2026, 6, 1)),))
        return [each.id for each in review.look(desk, request).demands[0].factors if each.proposed]

    return asked


def _many(accounts: int) -> Callable[[Desk], object]:
    def asked(desk: Desk) -> object:
        names = [f"user{number:03}@example.com" for number in range(accounts)]
        request = a_request(desk, demands=((NAME, *YEAR),), accounts=names)
        factors = review.look(desk, request).demands[0].factors
        return [(each.id, each.severity) for each in factors if each.proposed]

    return asked


def _short(desk: Desk) -> object:
    request = a_request(desk, demands=((NAME, *YEAR),), date_due="2026-11-30")
    return [each.id for each in review.look(desk, request).demands[0].factors if each.proposed]


def _burden(desk: Desk) -> object:
    factors = review.look(desk, a_request(desk)).demands[0].factors
    return next(each.why for each in factors if each.id == "O17")


def _senior(desk: Desk) -> object:
    request = a_request(desk, demands=((MESSAGES, None, None),))
    return review.look(desk, request).demands[0].senior


def _block(desk: Desk) -> object:
    request = a_request(desk, demands=((MESSAGES, *YEAR),))
    scope.decide(desk, request, 1, Decision.OBJECT, reason="Too long.")
    return _letter(desk, request, LetterKind.OBJECTION)


def _targets(desk: Desk) -> object:
    request = a_request(desk, "US_EMERGENCY")
    return [(each.name, each.readings) for each in review.look(desk, request).deadlines]


@pytest.mark.parametrize(
    ("name", "value", "asked"),
    [
        ("waiting_days", 30, _waiting),
        ("waiting_days_civil", 30, _civil),
        ("offer_business_days", 20, _offer),
        ("cure_days", 40, _cure),
        ("review_days", 20, _review),
        ("emergency_review_days", 10, _emergency),
        ("safety_hold_days", 5, _safety),
        ("content_years", 9, _long("C13", 2)),
        ("records_years", 9, _long("C08", 5)),
        ("many_accounts", 3, _many(5)),
        ("very_many_accounts", 11, _many(12)),
        ("least_days", 20, _short),
        ("burden_hours", 77, _burden),
        ("senior_points", 50, _senior),
        ("narrowing_offer", "We offer to talk.", _block),
        ("call_back_minutes", 45, _targets),
        ("follow_up_hours", 5, _targets),
    ],
)
def test_a_choice_has_effect(
    desk: Desk, name: str, value: object, asked: Callable[[Desk], object]
) -> None:
    before = asked(desk)
    assert before is not None
    _policy(desk, **{name: value})
    assert asked(desk) != before


def test_less_time_is_too_little_for_many_accounts(desk: Desk) -> None:
    names = [f"user{number:02}@example.com" for number in range(11)]
    request = a_request(desk, demands=((NAME, *YEAR),), accounts=names, date_due="2026-11-30")
    shown = [each.id for each in review.look(desk, request).demands[0].factors if each.proposed]
    assert "O18" in shown
    _policy(desk, least_days_many=5)
    shown = [each.id for each in review.look(desk, request).demands[0].factors if each.proposed]
    assert "O18" not in shown


def test_the_companys_state_of_the_settings_eases_what_its_law_eases(desk: Desk) -> None:
    """Where the company's own State obeys other States' process, an uncited statute is a warning."""
    request = answered(desk, a_request(desk, "US_SW_STATE_OOS", jurisdiction="US-OR"), E121="no")
    first = found(desk, request).decision
    assert first is not None
    assert first.outcome is Outcome.CURE
    kept = settings.organisation(desk)
    settings.set_organisation(desk, replace(kept, company_state="US-WA"))
    eased = found(desk, request).decision
    assert eased is not None
    assert eased.outcome is not Outcome.CURE
    assert case_of(desk, request).company_state == "US-WA"
