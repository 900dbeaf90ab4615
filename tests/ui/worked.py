"""Requests worked up to a step, in a real store, as a reviewer's keys would do it."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from lerdesk.base.clock import MovableClock
from lerdesk.base.folders import Folders
from lerdesk.base.resources import resources
from lerdesk.desk import checklist, determination, facts, review, scope, settings, stores
from lerdesk.desk.files import receive_path
from lerdesk.desk.session import Desk
from lerdesk.domain.vocabulary import Answer, Decision

MORNING = datetime.fromisoformat("2026-11-24T09:00:00-08:00")
PASSPHRASE = "harbour kettle violet ladder"


def open_desk(folder: Path, hand: MovableClock | None = None) -> Desk:
    """A new sample store with its letterhead set, under a clock that is moved by hand."""
    hand = hand or MovableClock(MORNING)
    home = Folders(folder / "data", folder / "config", folder / "state")
    desk = stores.create(
        home.store,
        PASSPHRASE,
        company="Northwind Marketplace, Inc.",
        reviewer="Ines Albrecht",
        folders=home,
        clock=hand.clock,
        sample=True,
    )
    kept = settings.organisation(desk)
    head = replace(
        kept.letterhead,
        lines=("400 Alder Street", "Seattle, WA 98101"),
        department="Legal Process Response",
        telephone="(206) 555-0140",
        email="legal@example.com",
        footer="Northwind Marketplace, Inc., a Delaware corporation.",
    )
    settings.set_organisation(desk, replace(kept, letterhead=head))
    return desk


def received(desk: Desk, name: str, received_at: datetime | None = None) -> int:
    """Take in a sample whose name begins so; its request."""
    file = next((resources() / "samples").glob(f"{name}*.pdf"))
    return receive_path(desk, file, received_at=received_at).request_id


def determined(desk: Desk, request_id: int, *, failing: tuple[str, ...] = ()) -> None:
    """Confirm every fact, answer every question so that it holds, decide as proposed, determine.

    Args:
        desk: the desk.
        request_id: the request.
        failing: questions that do not hold.
    """
    for each in review.load(desk, request_id).facts:
        facts.confirm_fact(desk, each.fact.id)
    for question in review.load(desk, request_id).questions:
        checklist.answer(desk, request_id, question.id, Answer.YES, "Seen on the paper.")
    for question in review.load(desk, request_id).questions:
        if question.warns != (question.id in failing):
            checklist.answer(desk, request_id, question.id, Answer.NO, "Seen on the paper.")
    for demand in review.load(desk, request_id).demands:
        decided = Decision.OBJECT if demand.proposal != "PRODUCE" else Decision.PRODUCE
        number = demand.demand.number
        scope.decide(desk, request_id, number, decided, reason="Read against Attachment B.")
    determination.determine(desk, request_id)
