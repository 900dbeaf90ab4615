"""The day by which the order itself wants its answer: as written, or counted from what it says."""

from collections.abc import Mapping
from datetime import date

from lerdesk.desk.case_file import CaseFile
from lerdesk.domain.calendar import holiday_set
from lerdesk.domain.deadline import count
from lerdesk.domain.rules import Rulebook
from lerdesk.domain.vocabulary import Regime

_REGIMES = {"days": Regime.CAL_DAYS, "business_days": Regime.BIZ_DAYS}


def return_day(case: CaseFile, rules: Rulebook) -> date | None:
    """The written date, else the day counted from service, issue or receipt.

    The days of an order are counted without a roll: for a duty the earlier reading is the safe one.
    """
    written = case.day("date_due")
    value = case.value("due_in")
    if written is not None or not isinstance(value, Mapping):
        return written
    length, unit = value.get("count"), str(value.get("unit") or "")
    start = _start(case, str(value.get("from") or "receipt"))
    if not isinstance(length, int) or start is None:
        return None
    if unit == "hours":
        return count(Regime.CAL_DAYS, start, length // 24, holiday_set(rules.calendars, "US"))[0]
    if unit not in _REGIMES or not 0 < length < 3660:
        return None
    return count(_REGIMES[unit], start, length, holiday_set(rules.calendars, "US"))[0]


def _start(case: CaseFile, event: str) -> date | None:
    received = case.local_day(case.request.received_at)
    if event == "issue":
        return case.day("date_issued")
    return case.request.served_on or received if event == "service" else received
