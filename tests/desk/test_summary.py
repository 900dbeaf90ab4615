"""One request as JSON: what was determined beside what stands now."""

from datetime import date

from lerdesk.desk import facts
from lerdesk.desk.session import Desk
from lerdesk.desk.summary import request_json
from tests.desk.builders import a_request, case_of, determined, notified, silence


def test_what_stands_now_stands_beside_what_was_determined(desk: Desk) -> None:
    request = determined(desk, a_request(desk, gag=silence(date(2027, 3, 1))))
    before = request_json(desk, request)
    assert before["decision"] == {**before["decision_now"]}  # type: ignore[dict-item]  # an object
    assert before["notice_now"]["outcome"] == "DELAY_UNTIL_EXPIRY"  # type: ignore[index]
    assert before["changed_since"] == []
    ordered = next(f for f in case_of(desk, request).facts if f.field == "nondisclosure")
    facts.dismiss_fact(desk, ordered.id)
    after = request_json(desk, request)
    assert after["decision"] == before["decision"], "what was determined is kept as it was"
    assert after["notice_now"]["outcome"] == "NOTIFY_BEFORE"  # type: ignore[index]
    assert after["decision_now"]["notice"]["outcome"] == "NOTIFY_BEFORE"  # type: ignore[index]
    notified(desk, request)
    told = request_json(desk, request)["notice_now"]
    assert isinstance(told, dict)
    assert (told["sent_at"], told["release_on"]) == ("2026-11-24T09:00:00-08:00", "2026-12-01")
