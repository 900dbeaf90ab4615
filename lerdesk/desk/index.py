"""Keep the inbox's index true: worked out anew after every act, stored only so that lists are fast."""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from lerdesk.base.text import clean
from lerdesk.desk.assessment import Assessment, assess
from lerdesk.desk.case_file import CaseFile, gather
from lerdesk.desk.progress import step_of
from lerdesk.desk.session import Desk
from lerdesk.desk.targets import accounts
from lerdesk.domain.records import InboxIndex
from lerdesk.domain.vocabulary import Status

if TYPE_CHECKING:
    from lerdesk.store.unit import Unit


def refresh_index(desk: Desk, unit: "Unit", request_id: int) -> None:
    """Work out status, due date and next step of one request and store them."""
    from lerdesk.store import requests

    case = gather(unit, request_id)
    requests.set_index(unit, request_id, index_of(case, assess(desk, case, desk.clock.now())))


#: a silence that ends while the answer is prepared makes a notice due
_MOVED_BY_SILENCE = (Status.ANSWER, Status.DISCLOSE)


#: requests looked at in one unit, so that none is long
_CHUNK = 50


def _never() -> bool:
    return False


def refresh_stale(desk: Desk, cancelled: Callable[[], bool] = _never) -> int:
    """Bring to this day what the mere passing of time changed: waiting periods and silences that ended.

    Args:
        desk: the desk, on which others may work meanwhile.
        cancelled: asked between small groups of requests.

    Returns:
        How many requests' next step changed.
    """
    from lerdesk.store import facts, requests

    with desk.store.reading() as unit:
        silent = facts.requests_that_say(unit, "nondisclosure")
        waiting = [
            *requests.ids_by_status(unit, (Status.WAITING, Status.SILENT)),
            *(i for i in requests.ids_by_status(unit, _MOVED_BY_SILENCE) if i in silent),
        ]
    changed = 0
    for start in range(0, len(waiting), _CHUNK):
        if cancelled():
            break
        with desk.store.reading() as unit:
            stale = [each for each in waiting[start : start + _CHUNK] if _moved(desk, unit, each)]
        if stale:
            # looked at anew: an act may have come between
            with desk.store.writing(journalled=False) as unit:
                for request_id in stale:
                    refresh_index(desk, unit, request_id)
            changed += len(stale)
    return changed


def _moved(desk: Desk, unit: "Unit", request_id: int) -> bool:
    from lerdesk.store import requests

    case = gather(unit, request_id)
    now = index_of(case, assess(desk, case, desk.clock.now()))
    return now != requests.index(unit, request_id)


def index_of(case: CaseFile, found: Assessment) -> InboxIndex:
    """What the inbox needs to know."""
    step = step_of(found)
    waits = ""
    if step.place == "notice":
        waits = "notice"
    elif step.place == "letter" or any(letter.state == "draft" for letter in case.letters):
        waits = "letter"
    return InboxIndex(
        status=step.status.value,
        process=case.process,
        process_words=found.process.name if found.process else "Not named yet",
        agency=clean(case.text("agency") or case.text("issuing_authority"), limit=300),
        case_number=clean(case.text("case_number"), limit=120),
        targets=len(targets_of(case)),
        due=step.due,
        step=step.words,
        place=step.place,
        target=step.target,
        waits=waits,
        words=_search_words(case, found),
    )


def targets_of(case: CaseFile) -> tuple[str, ...]:
    """The accounts asked about: those of the demands, else those that the order names."""
    named = [target for demand in case.demands for target in demand.targets]
    return tuple(dict.fromkeys(named)) or accounts(case.values("identifier"))


def _search_words(case: CaseFile, found: Assessment) -> str:
    parts = [case.request.reference, found.process.name if found.process else ""]
    for fact in case.facts:
        if fact.field in {"process_type", "language"}:
            continue
        if isinstance(fact.value, Mapping):
            parts += [str(part) for part in fact.value.values() if isinstance(part, str)]
        elif isinstance(fact.value, str):
            parts.append(fact.value)
    parts += [letter.number for letter in case.letters if letter.number]
    text = clean(" ".join(parts)).lower()
    bare = [re.sub(r"[-:./ ()]", "", part).lower() for part in parts if re.search(r"\d", part)]
    return f"{text} {' '.join(bare)}"
