"""The rules' fields and their values in the field's words, for a person who reads the rulebook and not its code."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date

from lerdesk.base.written import full_day_words
from lerdesk.domain.clock_rules import Calendar, ClockRule, Holiday, ListDifference
from lerdesk.domain.matrix_rules import CellException, Matrix, MatrixCell
from lerdesk.domain.policy import Places, Policy
from lerdesk.domain.rules import (
    DataCategory,
    DataFlag,
    Eased,
    Factor,
    NoticeRule,
    Process,
    Question,
    Rulebook,
    Stops,
)
from lerdesk.domain.vocabulary import Binding, Cell, DataClass, Regime, Standing

_RULE = {"id": "id", "name": "name", "text": "wording", "citation": "citation", "status": "status"}

#: what each field is called, by the kind of rule
FIELDS: Mapping[type, Mapping[str, str]] = {
    Rulebook: {
        "version": "version",
        "processes": "processes",
        "categories": "data categories",
        "matrix": "process by class of data",
        "questions": "validity questions",
        "notice": "notice table",
        "most_silent": "order of silence",
        "effects": "what each notice outcome does",
        "clocks": "clocks",
        "calendars": "calendars",
        "factors": "tests of overbreadth",
        "flags": "flags on data",
        "policy": "policy",
        "places": "places",
        "state_columns": "columns of the data categories for single States",
        "own": "the organisation's own rules",
    },
    Process: {
        **_RULE,
        "number": "number",
        "noun": "name in running text",
        "issuer": "issuer",
        "binding": "binding",
        "compels": "data compelled, in words",
        "standard": "standard",
        "notice": "notice rule",
        "silence": "silence rule",
        "response": "time to respond",
        "expiry": "expiry",
        "family": "family in the notice table",
        "report": "row in the half-year's report",
        "column": "column of the data categories",
        "notice_gag": "silence that it always carries",
        "notice_consent": "carries the customer's consent",
        "preserves_only": "preserves and compels no production",
        "permits_only": "permits and does not compel",
        "silence_only": "silences and demands nothing",
        "rank": "place among those that a letter names as what would reach",
        "execution": "clock within which it must be served",
        "clocks": "clock",
        "in_force": "in force from",
        "in_force_until": "in force until",
    },
    DataCategory: {
        **_RULE,
        "examples": "examples",
        "data_class": "class of data",
        "eu_class": "class in the Union",
        "never": "never produced",
        "least": "least process that compels it",
        "escalate": "a lawyer decides, save under the processes",
        "flags": "flags",
    },
    DataFlag: {
        **_RULE,
        "follows": "what follows",
        "categories": "data categories",
        "states": "issuing States for which alone it holds",
        "processes": "processes for which alone it holds",
    },
    Matrix: {
        "cells": "cell",
        "eu_cells": "cell in the Union",
        "eu_by_class": "cell in the Union",
        "eu_lawyer": "categories that are a lawyer's question in the Union",
        "abroad": "country whose affiliate answers under its own law",
        "abroad_cell": "cell of an affiliate abroad",
        "abroad_classes": "classes that an affiliate abroad leaves to local counsel",
        "exceptions": "exception",
        "unknown": "cell of an unknown process",
        "names": "name of a class of data",
        "in_letters": "name of a class of data in letters",
    },
    MatrixCell: {**_RULE, "cell": "answer", "rule": "rule", "reason": "reason"},
    CellException: {
        **_RULE,
        "processes": "processes",
        "categories": "data categories",
        "cell": "answer",
        "reason": "reason",
        "state": "only where the issuing State is",
        "unless": "lifted by the question",
    },
    Question: {
        **_RULE,
        "group": "heading",
        "processes": "processes that are asked",
        "severity": "severity",
        "severity_in": "severity",
        "reversed": "yes is the failing answer",
        "reminder": "only a reminder",
        "stops": "reach of its block",
        "states": "issuing States that alone are asked",
        "also": "issuing States in which it is asked too",
        "when": "asked only of",
        "eased": "milder severity",
        "gag": "what failing makes of the silence",
        "gag_only": "failing contradicts any other silence",
        "tells": "what failing tells of the case",
        "objection": "clock of the objection that failing opens",
        "lifts": "deadline that failing lifts",
        "fields": "read facts that are its evidence",
        "proposes": "what of the order's text proposes an answer",
        "letter": "sentence in letters",
        "covers": "its sentence says what these questions' would",
        "note": "note",
    },
    Eased: {"severity": "severity", "when": "where", "clock": "clock"},
    Stops: {
        "classes": "classes of data that alone are stopped",
        "categories": "data categories that alone are stopped",
        "eu_classes": "classes in the Union that alone are stopped",
        "excess": "stops what is in excess alone",
        "release": "stops an early release alone",
    },
    NoticeRule: {
        **_RULE,
        "outcome": "outcome",
        "reason": "reason",
        "families": "families of process",
        "data": "data",
        "gags": "silence",
        "flags": "condition",
    },
    ClockRule: {
        **_RULE,
        "start": "start",
        "period": "period, in words",
        "from_service": "it starts with the service",
        "silence": "it ends a court's silence",
        "policy": "key of the policy for its count",
        "side": "whose deadline it is",
        "regime": "way of counting",
        "count": "period",
        "stated": "reading of a length that the instrument states",
        "outer": "second reading",
        "release": "reading for a release",
        "grace": "working days of grace before a release",
        "internal": "the company's own target",
        "gate": "a gate",
        "target_of": "shown as the company's own target under",
    },
    Calendar: {
        **_RULE,
        "country": "country in the holiday library",
        "rows": "holiday",
        "sunday_to_monday": "a holiday on a Sunday is kept on Monday too",
        "saturday_to_friday_for_release": "the Friday before a Saturday holiday is free for a release",
        "differs": "difference to the holiday library",
    },
    ListDifference: {
        **_RULE,
        "weekday": "day of the week",
        "holiday_here": "a holiday here",
        "reason": "reason",
    },
    Holiday: {**_RULE, "on": "day", "since": "kept since"},
    Factor: {
        **_RULE,
        "severity": "severity",
        "response": "what to do",
        "offer": "narrowing offer",
        "ground": "citation in letters",
        "refusal": "its offer stands for the reason where nothing is produced",
        "shown_by": "what can show it",
        "pattern": "pattern looked for in an order's words",
        "measure": "what of its facts shows it",
    },
    Policy: {
        **_RULE,
        "waiting_days": "days between the customer's notice and a disclosure of content",
        "waiting_days_civil": "days between the customer's notice and an answer to a civil subpoena",
        "offer_business_days": "business days for an officer to bring a court's order for silence",
        "two_persons": "acts that need a second person",
        "company_state": "State under whose law the company is organised",
        "obeys_other_states": "States whose law makes the company obey other States' process",
        "review_days": "days between reviews of a silence without end",
        "content_years": "years of content above which a period is questioned",
        "records_years": "years of records above which a period is questioned",
        "many_accounts": "accounts above which a demand is questioned",
        "very_many_accounts": "accounts above which a demand is very broad",
        "least_days": "days for an answer below which the time is too short",
        "least_days_many": "days for an answer on many accounts below which the time is too short",
        "burden_hours": "hours of work from which a burden is asked about",
        "points": "points of a test of overbreadth, by what it does",
        "senior_points": "points from which a demand is a senior reviewer's",
        "motion_days": "business days for a motion to modify a 2703(d) order",
        "receipt_days": "business days for the receipt under the Digital Services Act",
        "call_back_minutes": "minutes for the call-back in an emergency",
        "decision_hours": "hours for the decision in an emergency",
        "report_hours": "hours for a report under 18 U.S.C. 2258A",
        "grace_days": "working days of grace before data of a European preservation are purged",
        "counting": "ways of counting where the statute is silent",
        "narrowing_offer": "text of the narrowing offer",
        "emergency_review_days": "days until the notice of an emergency disclosure is reviewed",
        "safety_hold_days": "days of hold for a person's safety",
        "follow_up_hours": "hours in which formal process is asked for after an emergency",
        "cure_days": "days in which a requester can correct a defect",
    },
    Places: {
        "countries": "countries",
        "eu_bound": "Member States bound by Regulation (EU) 2023/1543",
        "states": "States and territories of the United States",
    },
}

STANDING = {
    Standing.VERIFIED: "verified",
    Standing.SECONDARY: "secondary source",
    Standing.UNVERIFIED: "unverified",
    Standing.COMPANY: "company’s choice",
}
REACHES = {
    Cell.YES: "compels",
    Cell.NO: "does not reach",
    Cell.LAWYER: "a lawyer decides",
}
CELL = {each: f"{each.value} ({said})" for each, said in REACHES.items()}
BINDING = {Binding.YES: "yes", Binding.NO: "no", Binding.ESCALATE: "a lawyer decides"}
#: how each way of counting is said, the number before it
COUNTED = {
    Regime.US_R45_DAYS: "days, rolled to the next working day (Fed. R. Crim. P. 45, Fed. R. Civ. P. 6)",
    Regime.US_R45_MONTHS: "months, rolled to the next working day (Fed. R. Crim. P. 45)",
    Regime.US_R45_YEARS: "years, rolled to the next working day (Fed. R. Crim. P. 45)",
    Regime.US_R45_HOURS: "hours, rolled to the same time on the next working day (Fed. R. Crim. P. 45)",
    Regime.US_R45_BACK: "days counted backward, rolled backward (Fed. R. Crim. P. 45)",
    Regime.US_R45_MIN: "days or the written date, whichever is earlier (Fed. R. Civ. P. 45)",
    Regime.FIXED_DATE: "the date as written",
    Regime.CAL_DAYS: "calendar days, not rolled",
    Regime.CAL_MONTHS: "calendar months, not rolled",
    Regime.CAL_YEARS: "calendar years, not rolled",
    Regime.INCL_DAYS: "days beginning with the day of the event",
    Regime.INCL_MONTHS: "months beginning with the day of the event",
    Regime.BIZ_DAYS: "business days, federal holidays excepted",
    Regime.EU_STRICT: "days following receipt, not rolled",
    Regime.EU_1182: "days under Regulation 1182/71, rolled to the next working day",
    Regime.EU_HOURS_STRICT: "elapsed hours, not rolled",
    Regime.EU_HOURS_1182: "hours under Regulation 1182/71",
    Regime.EU_WORKDAYS: "working days under Regulation 1182/71",
}


#: what an empty field says
NOTHING = "nothing"
_BY_KIND: Mapping[type, Mapping[str, str]] = {
    Standing: {str(key): said for key, said in STANDING.items()},
    Cell: {str(key): said for key, said in CELL.items()},
    Binding: {str(key): said for key, said in BINDING.items()},
    Regime: {str(key): said for key, said in COUNTED.items()},
}


def field_words(owner: type, field: str) -> str:
    """What a field is called; one without a name here is called by its own."""
    return FIELDS.get(owner, {}).get(field, field.replace("_", " "))


def unit(clock: ClockRule) -> str:
    """``days``, ``business days``, ``hours``, ``months`` or ``years``: the unit of a clock's period."""
    name = clock.regime.value if clock.regime else ""
    for word in ("HOURS", "MONTHS", "YEARS"):
        if word in name:
            return word.lower()
    return {"BIZ_DAYS": "business days", "EU_WORKDAYS": "working days"}.get(name, "days")


#: where a value holds that is not one place's
ANY_PLACE = {"*": "any other", "unknown": "an unknown State"}


def words(value: object, names: Mapping[DataClass, str] | None = None) -> str:
    """A field's value in words; lists sorted where they have no order of their own.

    Args:
        value: the value.
        names: what the classes of data are called (``Matrix.names``); without it they go by their codes.
    """

    def told(inside: object) -> str:
        return words(inside, names)

    if value is None or (isinstance(value, str | tuple | frozenset | Mapping) and not value):
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, DataClass) and names is not None:
        return names[value]
    if type(value) in _BY_KIND:
        return _BY_KIND[type(value)][str(value)]
    if isinstance(value, date):
        return full_day_words(value)
    if isinstance(value, frozenset):
        return ", ".join(sorted(map(told, value)))
    if isinstance(value, tuple):
        return ", ".join(map(told, value))
    if isinstance(value, Mapping):
        return "; ".join(f"{ANY_PLACE.get(key, key)}: {told(one)}" for key, one in value.items())
    if is_dataclass(value):
        said = (
            (field_words(type(value), field.name), told(getattr(value, field.name)))
            for field in fields(value)
            if getattr(value, field.name) != 0  # no, and a first year that is not told
        )
        return "; ".join(f"{name}: {one}" for name, one in said if one != NOTHING) or NOTHING
    return str(value)
