"""The organisation's own choices, and the places that the rules speak of."""

from collections.abc import Mapping
from dataclasses import dataclass

from lerdesk.domain.vocabulary import Regime, Severity


@dataclass(frozen=True)
class Policy:
    """The organisation's own choices, stricter than the law or where the law is silent.

    Attributes:
        waiting_days: from the customer's notice to a disclosure of content.
        waiting_days_civil: the same for civil and defence subpoenas.
        offer_business_days: what an officer has to supply a court's order before the customer is told.
        two_persons: acts that need a second person's approval.
        company_state: State whose law the company is organised under, ``US-DE``; empty: unknown.
        obeys_other_states: States whose law makes such a company obey another State's process.
        cure_days: what a requester has to correct a curable defect.
        review_days: between reviews of a silence without end.
        records_years, content_years: thresholds of a long period (O03).
        many_accounts, very_many_accounts: thresholds of O05.
        least_days, least_days_many: days for an answer below which the time is too short (O18); the
            second where there are many accounts.
        burden_hours: hours of work from which a burden is asked about (O17).
        points: what a test of overbreadth counts, by what it does; ``senior_points``: from how many on a
            demand is a senior reviewer's.
        safety_hold_days: hold of the notice for a person's safety.
        emergency_review_days: after which the notice of an emergency disclosure is looked at.
        follow_up_hours: in which formal process is asked for after an emergency.
        motion_days, receipt_days: business days for a motion to modify (K03) and an acknowledgement (K40).
        call_back_minutes, decision_hours: in which an emergency's caller is confirmed and it is decided (K42).
        report_hours: in which child sexual abuse material is reported (K44).
        grace_days: working days after the end of a European preservation in which nothing is purged (K33).
        counting: how a period is counted where the statute is silent or unsettled, by the regime that the
            clocks name.
    """

    waiting_days: int
    waiting_days_civil: int
    offer_business_days: int
    two_persons: frozenset[str]
    company_state: str
    obeys_other_states: frozenset[str]
    review_days: int
    content_years: int
    records_years: int
    many_accounts: int
    very_many_accounts: int
    least_days: int
    least_days_many: int
    burden_hours: int
    points: Mapping[Severity, int]
    senior_points: int
    narrowing_offer: str
    emergency_review_days: int
    safety_hold_days: int
    follow_up_hours: int
    cure_days: int
    motion_days: int
    receipt_days: int
    call_back_minutes: int
    decision_hours: int
    report_hours: int
    grace_days: int
    counting: Mapping[Regime, Regime]
    citation: str


@dataclass(frozen=True)
class Places:
    """Countries, the Union's Member States bound by Regulation (EU) 2023/1543, and the States."""

    countries: frozenset[str]
    eu_bound: frozenset[str]
    states: frozenset[str]
