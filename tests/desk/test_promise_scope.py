"""Promise 3: nothing beyond the scope goes out. Promise 4: each proposal names its rule, its law and its place."""

from datetime import date

import pytest

from lerdesk.base.errors import Refused
from lerdesk.desk import determination, disclosures, facts, notices, review, scope, undoing
from lerdesk.desk.progress import step_of
from lerdesk.desk.session import Desk
from lerdesk.domain.vocabulary import Decision
from tests.desk.builders import (
    MESSAGES,
    NAME,
    YEAR,
    a_request,
    answered,
    case_of,
    decided,
    determined,
    disclosed,
    found,
    manifest,
    silence,
)

HISTORY = "C08"
THREE = ((NAME, *YEAR), (HISTORY, *YEAR), (NAME, *YEAR))


@pytest.mark.parametrize("number", [2, 3, 9])
def test_what_was_not_decided_to_be_produced_is_in_no_manifest(desk: Desk, number: int) -> None:
    request = determined(
        desk, a_request(desk, "US_GJ_FED", THREE), "produce", "object", "nothing_held"
    )
    with pytest.raises(Refused, match=f"Item {number} is not decided"):
        disclosed(desk, request, 1, number)
    assert case_of(desk, request).disclosures == ()
    disclosed(desk, request, 1)


@pytest.mark.parametrize("number", [0, -1])
def test_a_file_belongs_to_an_item(desk: Desk, number: int) -> None:
    request = determined(desk, a_request(desk, "US_GJ_FED", THREE))
    with pytest.raises(Refused):
        disclosed(desk, request, number)
    with pytest.raises(Refused, match="empty"):
        disclosures.record(desk, request, recipient="Agent", means="portal", files=())
    with pytest.raises(Refused, match="recipient"):
        disclosures.record(desk, request, recipient=" ", means="portal", files=manifest(1))


@pytest.mark.parametrize("decision", [Decision.PRODUCE, Decision.NARROW])
def test_what_the_process_does_not_compel_cannot_be_produced(
    desk: Desk, decision: Decision
) -> None:
    request = answered(desk, a_request(desk, "US_GJ_FED"))
    with pytest.raises(Refused, match="Item 2 is not compelled"):
        scope.decide(
            desk,
            request,
            2,
            decision,
            narrowed_from=date(2026, 1, 1),
            narrowed_to=date(2026, 2, 1),
            reason="The agent insists.",
        )
    assert case_of(desk, request).demands[1].decision is None


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2025, 6, 30), date(2026, 1, 1)),
        (date(2026, 1, 1), date(2026, 7, 1)),
        (date(2026, 2, 1), date(2026, 1, 1)),
        (None, date(2026, 1, 1)),
        (date(2026, 1, 1), None),
    ],
)
def test_narrowing_stays_inside_what_was_demanded(
    desk: Desk, start: date | None, end: date | None
) -> None:
    request = answered(desk, a_request(desk, "US_GJ_FED", ((HISTORY, *YEAR),)))
    with pytest.raises(Refused):
        scope.decide(desk, request, 1, Decision.NARROW, narrowed_from=start, narrowed_to=end)
    assert case_of(desk, request).demands[0].decision is None


def test_deciding_above_the_rulebook_needs_a_reason(desk: Desk) -> None:
    request = answered(
        desk, a_request(desk, demands=((HISTORY, None, None), (MESSAGES, None, None)))
    )
    for number in (1, 2):
        with pytest.raises(Refused, match="Give the reason"):
            scope.decide(desk, request, number, Decision.PRODUCE)
    first = {"narrowed_from": date(2026, 1, 1), "narrowed_to": date(2026, 3, 31)}
    scope.decide(desk, request, 1, Decision.NARROW, **first)
    # narrowed first, the item would look as if it needed no reason any more
    with pytest.raises(Refused, match="narrowing is proposed"):
        scope.decide(desk, request, 1, Decision.PRODUCE)
    scope.decide(
        desk, request, 2, Decision.PRODUCE, reason="The warrant finds cause for all of it."
    )


@pytest.mark.parametrize(
    "change",
    [{"category": HISTORY}, {"period": (None, None)}, {"targets": ()}, {"identified": False}],
)
def test_changing_an_item_opens_its_decision_again(desk: Desk, change: dict[str, object]) -> None:
    request = answered(desk, a_request(desk, "US_GJ_FED", ((NAME, *YEAR),)))
    scope.decide(desk, request, 1, Decision.PRODUCE)
    scope.change_demand(desk, request, 1, **change)
    (demand,) = case_of(desk, request).demands
    assert (demand.decision, demand.reason) == (None, "")
    assert case_of(desk, request).undecided == (demand,)


def test_undo_does_not_put_a_decision_on_an_item_that_changed(desk: Desk) -> None:
    request = answered(desk, a_request(desk, "US_GJ_FED", ((NAME, *YEAR),)))
    scope.decide(desk, request, 1, Decision.PRODUCE)
    scope.decide(desk, request, 1, Decision.OBJECT)
    scope.change_demand(desk, request, 1, category=MESSAGES)
    assert undoing.undo(desk, request) is None
    assert case_of(desk, request).demands[0].decision is None


def test_a_decision_whose_ground_is_gone_is_decided_again(desk: Desk) -> None:
    request = answered(desk, a_request(desk))
    decided(desk, request, "produce", "produce")
    (process,) = (f for f in case_of(desk, request).facts if f.field == "process_type")
    facts.correct_fact(desk, process.id, "US_GJ_FED")
    answered(desk, request)
    with pytest.raises(Refused, match="decision on item 2"):
        determination.determine(desk, request)
    assert step_of(found(desk, request)).words == "Decide 1 of 2 items"


def test_the_scope_is_frozen_under_a_determination(desk: Desk) -> None:
    request = determined(desk, a_request(desk, "US_GJ_FED", ((NAME, *YEAR),)))
    acts = (
        lambda: scope.decide(desk, request, 1, Decision.OBJECT),
        lambda: scope.change_demand(desk, request, 1, category=HISTORY),
        lambda: scope.remove_demand(desk, request, 1, "Not asked."),
        lambda: scope.add_demand(desk, request, "More", HISTORY),
    )
    before = case_of(desk, request).demands
    for act in acts:
        with pytest.raises(Refused, match="determination is recorded"):
            act()
    assert case_of(desk, request).demands == before


def test_an_item_without_an_account_is_not_produced(desk: Desk) -> None:
    request = answered(desk, a_request(desk, "US_GJ_FED", accounts=()))
    scope.change_demand(desk, request, 1, identified=False)
    with pytest.raises(Refused, match="not compelled"):
        scope.decide(desk, request, 1, Decision.PRODUCE, reason="We know whom they mean.")


def test_items_are_added_and_removed_with_their_numbers_kept(desk: Desk) -> None:
    request = answered(desk, a_request(desk, "US_GJ_FED", ((NAME, *YEAR),)))
    with pytest.raises(Refused, match="no data category"):
        scope.add_demand(desk, request, "Everything", "C999")
    with pytest.raises(Refused, match="before it begins"):
        scope.add_demand(desk, request, "All", NAME, period_from=YEAR[1], period_to=YEAR[0])
    assert scope.add_demand(desk, request, "Orders", HISTORY, targets=("ada",)) == 2
    with pytest.raises(Refused, match="reason"):
        scope.remove_demand(desk, request, 2, "")
    scope.remove_demand(desk, request, 2, "Read twice.")
    assert scope.add_demand(desk, request, "Orders", HISTORY, targets=("ada",)) == 3
    assert [d.number for d in case_of(desk, request).demands] == [1, 3]


def test_every_proposal_names_rule_law_and_place(desk: Desk) -> None:
    request = a_request(
        desk,
        "US_SW_STATE",
        gag=silence(date(2027, 1, 1)),
        signatory="Jane Roe",
        addressee="Northwind",
    )
    view = review.load(desk, request)
    proposed = [row for row in view.questions if row.proposal]
    assert proposed
    for row in view.questions:
        assert row.citation
        assert row.id in row.law_words
        assert row.citation in row.law_words
    for row in proposed:
        assert row.proposal is not None
        assert row.proposal.reason
    shown = [row.proposal.evidence for row in proposed if row.proposal and row.proposal.evidence]
    assert shown
    assert all(place.page >= 1 and place.quote for place in shown)
    for item in view.demands:
        assert item.compelled_rule
        assert item.citation
        assert item.reason
        assert item.demand.evidence is not None
    assert view.deadlines
    assert all(each.due.exact and each.readings for each in view.deadlines)
    assert all(each.citation and each.law for each in view.deadlines)
    state = notices.state(desk, determined(desk, request))
    assert (state.outcome, state.rule) == ("DELAY_UNTIL_EXPIRY", "N08")
    assert "2705(b)" in state.citation
    assert state.reason
