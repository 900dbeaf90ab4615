"""Facts of every kind that the command line takes, made at random; none contradicts itself."""

from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from lerdesk.domain.case_facts import FLAGS
from lerdesk.domain.checklist import questions_for
from lerdesk.domain.vocabulary import Answer, Gag
from tests.unit.domain.rulebook_fixture import shipped

RULES = shipped()
PROCESSES = sorted(RULES.processes)
CATEGORIES = sorted(RULES.categories)
#: each place where something turns on it often, and every other one
PLACES = st.sampled_from(["US", "US", "LU", "DE", "EU", "GB", "CA", "DK"]) | st.sampled_from(
    sorted(RULES.places.countries)
)
STATES = st.sampled_from([None, "US-CA", "US-WA", "US-TX"]) | st.sampled_from(
    sorted(RULES.places.states)
)
#: failing them says that the silence order itself is defective: another kind of gag contradicts that
DEFECTS = {"E125", "E406"}


def days(first=2020, last=2040):
    """ISO days, the awkward ones among them."""
    awkward = ["2026-12-25", "2027-01-31", "2028-02-29", "2027-12-31", "2027-07-04", "2027-03-26"]
    plain = st.dates(date(first, 1, 1), date(last, 12, 31)).map(date.isoformat)
    return st.sampled_from(awkward) | plain


def moments():
    """Aware moments as text, in offsets of both sides of the world."""
    clock = st.times().map(lambda time: time.replace(microsecond=0).isoformat())
    offsets = st.sampled_from(["Z", "-08:00", "-05:00", "+01:00", "+05:30", "+11:00", "+14:00"])
    return st.builds(lambda day, time, offset: f"{day}T{time}{offset}", days(), clock, offsets)


@st.composite
def items(draw, number, *, identified: bool):
    """One demand."""
    first, last = draw(st.none() | days()), draw(st.none() | days())
    if first and last and first > last:
        first, last = last, first
    return {
        "id": str(number),
        "category": draw(st.sampled_from(CATEGORIES)),
        "from": first,
        "to": last,
        "identified": identified,
    }


@st.composite
def case_facts(draw):
    """One object as ``lerdesk decide`` takes it."""
    process = draw(st.sampled_from(PROCESSES))
    kind = draw(st.sampled_from(Gag))
    state = draw(STATES)
    asked = questions_for(
        RULES, process, gag_claimed=kind is not Gag.NONE, state=state, viewing=True
    )
    chosen = draw(st.lists(st.sampled_from([q.id for q in asked]), max_size=5, unique=True))
    answers = {one: draw(st.sampled_from(Answer)).value for one in chosen}
    if kind is not Gag.COURT_DEFECTIVE:
        answers = {key: "unclear" if key in DEFECTS else value for key, value in answers.items()}
    known = answers.get("E007") == "yes"
    issued = draw(st.none() | days())
    served = draw(st.none() | days())
    if issued and served and served < issued:
        issued, served = served, issued
    until = draw(days()) if kind is Gag.COURT_FIXED else None
    return {
        "process": process,
        "entity_in": draw(PLACES),
        "state": state,
        "received_at": draw(st.none() | moments()),
        "served_on": served,
        "issued_on": issued,
        "return_on": draw(st.none() | days()),
        "gag": {"kind": kind.value, "until": until},
        "flags": draw(st.dictionaries(st.sampled_from(FLAGS), st.booleans(), max_size=3)),
        "answers": answers,
        "items": [
            draw(items(n, identified=known or draw(st.booleans() | st.just(value=True))))
            for n in range(draw(st.integers(0, 4)))
        ],
    }


def later(moment: str, by: timedelta) -> str:
    """The same hour so many days later."""
    return (datetime.fromisoformat(moment) + by).isoformat()
