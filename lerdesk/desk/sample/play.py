"""Play the stories of the weeks before the demonstration's day, each act at its own moment, in order."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from lerdesk.base.clock import MovableClock
from lerdesk.base.errors import Cancelled
from lerdesk.desk import approvals, closing, determination, disclosures, letters, notices
from lerdesk.desk.customers import customers
from lerdesk.desk.files import receive_path
from lerdesk.desk.sample import reviewer
from lerdesk.desk.sample.stories import Story
from lerdesk.desk.session import Desk
from lerdesk.domain.disclosure import ProducedFile
from lerdesk.domain.request import Demand
from lerdesk.domain.vocabulary import LetterKind

#: what stands in a draft between marks because no record says it, and what the reviewer types there
_TYPED = {
    "name of the custodian": "Ines Albrecht",
    "systems searched": "the account, order and message systems of the store",
    "search terms": "the identifiers named in the process",
}


@dataclass(frozen=True)
class Event:
    """One act of one story."""

    at: datetime
    order: int
    story: Story
    act: Callable[[Desk, int, Story], None]


def play(
    desk: Desk,
    clock: MovableClock,
    told: tuple[Story, ...],
    second_passphrase: str,
    progress: Callable[[int, int, str], None],
    *,
    last: datetime,
    cancelled: Callable[[], bool] = lambda: False,
) -> dict[str, int]:
    """Take every story to the step at which it is left.

    Args:
        desk: on a fresh store whose clock is ``clock``.
        clock: moved to each act's moment.
        told: the stories.
        second_passphrase: the second person's, for approvals.
        progress: told events done, events in all, and the file.
        last: no act happens after it.
        cancelled: asked before each act.

    Returns:
        The request's id by the file's name.

    Raises:
        Cancelled: a person stopped it.
    """
    events = sorted(
        (event for story in told for event in _events(story, second_passphrase, last)),
        key=lambda event: (event.at, event.order),
    )
    ids: dict[str, int] = {}
    for done, event in enumerate(events):
        clock.move_to(max(event.at, clock.moment))
        name = event.story.path.name
        if cancelled():
            raise Cancelled
        progress(done, len(events), name)
        if name not in ids:
            ids[name] = receive_path(
                desk,
                event.story.path,
                received_at=event.story.received_at,
                served_on=event.story.served_on,
                channel=event.story.channel,
            ).request_id
        else:
            event.act(desk, ids[name], event.story)
    progress(len(events), len(events), "")
    return ids


def _events(story: Story, second: str, last: datetime) -> Iterator[Event]:
    yield Event(story.received_at, 0, story, _nothing)
    reviewed = min(_review_at(story), last)
    if story.until in {"facts", "questions"}:
        yield Event(reviewed, 1, story, _begin)
    elif story.until != "new":
        yield Event(reviewed, 1, story, _review)
    if story.finding:
        yield Event(story.finding.recorded_at, 2, story, _find)
        if story.finding.approved_at:
            yield Event(story.finding.approved_at, 3, story, _approve_with(second))
    if story.until not in {"new", "facts", "questions", "approval"}:
        yield Event(_determined_at(story, reviewed), 4, story, _determine)
    for kind, at in story.letters:
        yield Event(at, 5, story, _send(kind))
    if story.disclosed_at:
        yield Event(story.disclosed_at, 6, story, _disclose)
    if story.until == "closed":
        end = max([at for _, at in story.letters] + [story.disclosed_at or story.received_at])
        yield Event(min(end + timedelta(minutes=20), last), 7, story, _close)


def _nothing(desk: Desk, request_id: int, story: Story) -> None:
    """Receipt is done by ``play`` itself."""


def _review_at(story: Story) -> datetime:
    """Some hours after receipt, and before the first paper that needs the review."""
    later = [at for kind, at in story.letters if kind != "acknowledgement"]
    if story.finding:
        later.append(story.finding.recorded_at)
    soon = story.received_at + timedelta(hours=2)
    return min([soon, *(at - timedelta(minutes=40) for at in later)])


def _determined_at(story: Story, reviewed: datetime) -> datetime:
    if story.finding and story.finding.approved_at:
        return story.finding.approved_at + timedelta(minutes=5)
    return reviewed + timedelta(minutes=20)


def _begin(desk: Desk, request_id: int, story: Story) -> None:
    from lerdesk.desk.review import load

    load(desk, request_id)
    reviewer.confirm_facts(desk, request_id, story, half=story.until == "facts")
    if story.until == "questions":
        reviewer.answer_questions(desk, request_id, story, half=True)


def _review(desk: Desk, request_id: int, story: Story) -> None:
    from lerdesk.desk.review import load

    load(desk, request_id)
    reviewer.confirm_facts(desk, request_id, story)
    matched = reviewer.mend_demands(desk, request_id, story)
    reviewer.answer_questions(desk, request_id, story)
    reviewer.decide_demands(desk, request_id, matched)


def _find(desk: Desk, request_id: int, story: Story) -> None:
    if story.finding:
        notices.find_illegal_conduct(desk, request_id, story.finding.ground)


def _approve_with(second: str) -> Callable[[Desk, int, Story], None]:
    def approve(desk: Desk, request_id: int, story: Story) -> None:
        del story
        for each in reviewer.case_of(desk, request_id).approvals:
            if each.state == "waiting":
                approvals.approve(desk, each.id, second)

    return approve


def _determine(desk: Desk, request_id: int, story: Story) -> None:
    from lerdesk.desk.assessment import assess

    found = assess(desk, reviewer.case_of(desk, request_id), desk.clock.now())
    escalates = found.decision is not None and found.decision.binding.value == "escalate"
    determination.determine(
        desk,
        request_id,
        binding="yes" if escalates else None,
        reason=story.words if escalates else "",
    )


def _send(kind: str) -> Callable[[Desk, int, Story], None]:
    def send(desk: Desk, request_id: int, story: Story) -> None:
        del story
        if kind == LetterKind.NOTICE:
            for _ in customers(reviewer.case_of(desk, request_id)):
                view = notices.draft(desk, request_id)
                letters.save(desk, view.letter_id, filled(view.markdown))
                notices.issue(desk, view.letter_id, "e-mail")
            return
        view = letters.draft(desk, request_id, LetterKind(kind))
        letters.save(desk, view.letter_id, filled(view.markdown))
        letters.issue(desk, view.letter_id)

    return send


def filled(markdown: str) -> str:
    """The draft with what a reviewer types where no record speaks."""
    return re.sub(r"‹([^›]*)›", lambda found: _TYPED.get(found[1], found[0]), markdown)


def _disclose(desk: Desk, request_id: int, story: Story) -> None:
    case = reviewer.case_of(desk, request_id)
    produced = [d for d in case.demands if d.decision in {"produce", "narrow"}]
    files = tuple(
        ProducedFile(
            file.name, file.size, file.sha256, _belongs(file.demand_number, produced, story)
        )
        for file in story.files
    )
    disclosures.record(
        desk, request_id, recipient=story.recipient, means="portal, encrypted", files=files
    )


def _belongs(number: int, produced: list[Demand], story: Story) -> int:
    """The item that a story's file belongs to: that of the file's kind of data; the nearest where none is."""
    kinds = {
        each for wanted in story.demands if wanted.number == number for each in wanted.categories
    }
    fitting = [d.number for d in produced if d.category in kinds]
    numbers = fitting or [d.number for d in produced]
    return min(numbers, key=lambda each: abs(each - number))


def _close(desk: Desk, request_id: int, story: Story) -> None:
    del story
    closing.close(desk, request_id)
