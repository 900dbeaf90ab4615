"""What the rulebook says in letters: a sentence for every failed question, an offer for every test of overbreadth."""

import re
from datetime import UTC, date, datetime

import pytest

from lerdesk.desk import letters, review, scope
from lerdesk.desk.session import Desk
from lerdesk.desk.typography import cited
from lerdesk.domain.fact import Evidence, JsonValue
from lerdesk.domain.vocabulary import Decision, LetterKind, Severity
from lerdesk.store import demands as demand_table
from tests.desk.builders import ADA, MESSAGES, NAME, YEAR, a_request, answered, found, rules

pytestmark = pytest.mark.thorough

PROCESSES = [each.id for each in rules().processes.values() if not each.silence_only]
VIEWING = ("C18", *YEAR)


def _paragraphs(text: str) -> list[str]:
    return [" ".join(each.split()) for each in text.split("\n\n") if each.strip()]


@pytest.mark.parametrize("process", PROCESSES)
def test_each_failed_question_is_a_whole_sentence_of_the_deficiency_letter(
    desk: Desk, process: str
) -> None:
    request = a_request(desk, process, ((NAME, *YEAR), (MESSAGES, *YEAR), VIEWING))
    severe = [
        each
        for each in found(desk, request).questions
        if each.severity_for(process) in {Severity.BLOCK, Severity.CURE} and not each.silence
    ]
    if not severe:
        return
    failing = {each.id: "yes" if each.reversed else "no" for each in severe}
    answered(desk, request, **failing)
    text = letters.draft(desk, request, LetterKind.DEFICIENCY).markdown
    listed = re.findall(r"^\d+\. (.+)$", text, re.MULTILINE)
    covered = {one for each in severe for one in each.covers}
    told = [each for each in severe if each.id not in covered]
    assert len(listed) == len(told), "what a more precise sentence says is not said twice"
    plain = re.sub(r"\\", "", text)
    for question in told:
        assert cited(question.letter) in plain
    for line in listed:
        assert line[0].isupper()
        assert "‹" not in line
        assert ".." not in line
        assert "lawyer decides" not in line
        assert "company policy" not in line
        assert "Fed. R. Crim. P. Fed." not in line


#: by test: words, category, period, accounts, facts; and what the offer must name
CRAFTED: dict[str, tuple[str, str, tuple[date | None, date | None], int, str]] = {
    "O01": (
        "Messages of the account",
        "C13",
        (None, None),
        1,
        "We offer July 1, 2025 to June 30, 2026.",
    ),
    "O02": ("Any and all records", "C08", YEAR, 1, "“Any and all”"),
    "O03": (
        "Orders",
        "C08",
        (date(2019, 1, 1), date(2026, 1, 1)),
        1,
        "We offer January 2, 2023 to January 1, 2026.",
    ),
    "O04": ("Messages", "C13", YEAR, 0, "identifies no account"),
    "O05": ("Names", "C01", YEAR, 24, "names 24 accounts"),
    "O06": ("All devices within 100 meters of the store", "C06", YEAR, 1, "everyone in an area"),
    "O07": ("All customers who bought the item", "C08", YEAR, 1, "bought, searched for or visited"),
    "O08": ("Every device connected to the access point", "C06", YEAR, 1, "network"),
    "O10": ("The live stream of the camera", "C27", YEAR, 1, "does not reach"),
    "O12": ("Messages, on an ongoing basis", "C13", YEAR, 1, "stored on November 20, 2026"),
    "O13": ("Decrypt the messages", "C13", YEAR, 1, "only to produce existing records"),
    "O14": ("Titles watched", "C18", YEAR, 1, "Video viewing records can show"),
    "O16": ("A full copy of the account", "C14", YEAR, 1, "asks for a whole account"),
    "O18": ("Names", "C01", YEAR, 1, "by November 22, 2026"),
    "O20": ("Names", "C01", YEAR, 1, "We have received 2 subpoenas"),
}


def _crafted(desk: Desk, factor: str) -> int:
    words, category, period, accounts, _ = CRAFTED[factor]
    more: dict[str, JsonValue] = {}
    process = "US_SW_FED"
    if factor == "O18":
        more["date_due"] = "2026-11-22"
    if factor == "O20":
        process = "US_GJ_FED"
        a_request(desk, process, ((NAME, *YEAR),))
    names = [ADA, *(f"user{n:02}@example.com" for n in range(1, accounts))][:accounts]
    request = a_request(desk, process, ((NAME, *YEAR),), accounts=names or (ADA,), **more)
    with desk.store.writing() as unit:
        demand_table.add(
            unit,
            request,
            words=words,
            category=category,
            targets=tuple(names),
            period_from=period[0],
            period_to=period[1],
            identified=bool(names),
            evidence=Evidence(1, words),
        )
        from lerdesk.store import journal

        journal.append(
            unit,
            at=desk.clock.now(),
            actor=desk.person,
            action="test",
            request_id=request,
            words="Added",
        )
    return request


def test_a_demand_for_everyone_in_an_area_counts_as_a_block_and_is_a_senior_reviewers(
    desk: Desk,
) -> None:
    demand = review.look(desk, _crafted(desk, "O06")).demands[-1]
    assert [each.id for each in demand.factors if each.proposed] == ["O06"]
    assert demand.senior


@pytest.mark.parametrize("factor", sorted(CRAFTED))
def test_an_objection_on_a_test_carries_its_offer_with_the_case_own_values(
    desk: Desk, factor: str
) -> None:
    request = _crafted(desk, factor)
    view = review.look(desk, request).demands[1]
    shown = {each.id: each for each in view.factors if each.proposed}
    assert factor in shown
    offer = shown[factor].offer
    assert CRAFTED[factor][4] in offer
    assert "‹" not in offer
    scope.decide(desk, request, 1, Decision.PRODUCE)
    scope.decide(desk, request, 2, Decision.OBJECT, reason=offer)
    text = letters.draft(desk, request, LetterKind.PARTIAL).markdown.replace("\\", "")
    assert f"**Item 2.** {offer}" in text
    scope.decide(desk, request, 1, Decision.OBJECT)
    text = letters.draft(desk, request, LetterKind.OBJECTION).markdown.replace("\\", "")
    assert offer in text


def test_what_a_person_alone_can_see_is_asked_and_never_proposed(desk: Desk) -> None:
    request = a_request(desk)
    for view in review.look(desk, request).demands:
        asked = {each.id for each in view.factors if not each.proposed}
        assert {"O09", "O11", "O15", "O17", "O19", "O21", "O22"} <= asked
        for each in view.factors:
            assert each.offer
            assert each.law
            assert each.citation
            assert "‹" not in each.why


def test_a_reason_that_nobody_typed_is_no_reason_to_produce(desk: Desk) -> None:
    """An item that is compelled and objected to all the same says what is asked, not that it is compelled."""
    request = _crafted(desk, "O01")
    scope.decide(desk, request, 1, Decision.PRODUCE)
    scope.decide(desk, request, 2, Decision.OBJECT)
    text = letters.draft(desk, request, LetterKind.PARTIAL).markdown.replace("\\", "")
    assert "Please state the dates that the matter concerns." in text
    assert "lawyer decides" not in text
    assert "compels" not in text
    assert "confirm it by hand" not in text


def test_the_policys_offer_stands_in_an_objection_to_what_is_compelled(desk: Desk) -> None:
    request = a_request(desk, demands=((MESSAGES, *YEAR),))
    scope.decide(desk, request, 1, Decision.OBJECT, reason="The period is too long.")
    text = letters.draft(desk, request, LetterKind.OBJECTION).markdown.replace("\\", "")
    block = next(each for each in _paragraphs(text) if each.startswith("We respond on these"))
    for words in (
        "(b) period July 1, 2025 to June 30, 2026",
        "(c) categories private messages between buyer and seller and chat with another user",
        "permitted by a federal search warrant",
        "(d) data stored on November 20, 2026",
        "This offer waives no objection.",
    ):
        assert words in block
    assert ADA not in block
    assert "‹" not in block


def test_nothing_is_offered_instead_of_what_is_not_compelled(desk: Desk) -> None:
    request = a_request(desk, "US_GJ_FED", ((MESSAGES, *YEAR),))
    scope.decide(desk, request, 1, Decision.OBJECT)
    text = letters.draft(desk, request, LetterKind.OBJECTION).markdown.replace("\\", "")
    assert "We respond on these" not in text
    assert "A federal search warrant does." in text


def test_the_time_of_the_motion_is_that_of_the_objection(desk: Desk) -> None:
    request = a_request(
        desk,
        "US_CIVIL_SUBP",
        ((NAME, *YEAR),),
        received_at=datetime(2026, 11, 20, 18, 0, tzinfo=UTC),
        served_on=date(2026, 11, 20),
    )
    scope.decide(desk, request, 1, Decision.OBJECT, reason="Too wide.")
    text = letters.draft(desk, request, LetterKind.OBJECTION).markdown.replace("\\", "")
    assert "by December 4, 2026. This offer waives no objection." in text
