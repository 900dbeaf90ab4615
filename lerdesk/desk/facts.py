"""Confirm, correct, assign and dismiss facts; what the reviewer found beyond the order."""

from collections.abc import Sequence
from dataclasses import asdict, replace

from lerdesk.base.errors import Refused, UserFacingError
from lerdesk.base.text import clean
from lerdesk.desk.fact_values import label, parse, value_words
from lerdesk.desk.recording import acting
from lerdesk.desk.session import Desk
from lerdesk.desk.undoing import fact_state, new_fact_state
from lerdesk.domain.fact import MANY, Evidence, JsonValue
from lerdesk.domain.records import FINDINGS
from lerdesk.domain.request import FactState, Flags, RecordedFact


def field_value(desk: Desk, field: str, words: str) -> JsonValue:
    """What a person typed, checked against the rulebook where the field names one of its ids.

    Raises:
        UserFacingError: the words are no value of this field.
    """
    value = parse(field, words)
    if field == "process_type":
        return _known(str(value), {key: p.name for key, p in desk.rulebook.processes.items()})
    if field == "data_category":
        return _known(str(value), {key: c.name for key, c in desk.rulebook.categories.items()})
    return value


def fact_words(desk: Desk, field: str, value: JsonValue) -> str:
    """A fact's value in words, by the rulebook's name where the value is an id of it."""
    if field == "process_type" and str(value) in desk.rulebook.processes:
        return desk.rulebook.processes[str(value)].name
    if field == "data_category" and str(value) in desk.rulebook.categories:
        return desk.rulebook.categories[str(value)].name
    return value_words(field, value)


def process_choices(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Id and name of each kind of process, for a choice, in the rulebook's order."""
    return tuple((key, process.name) for key, process in desk.rulebook.processes.items())


def _known(text: str, names: dict[str, str]) -> str:
    upper = text.upper().replace(" ", "_")
    if upper in names:
        return upper
    found = [key for key, name in names.items() if text.lower() in name.lower()]
    exact = [key for key, name in names.items() if text.lower() == name.lower()]
    if len(exact or found) == 1:
        return (exact or found)[0]
    what = (
        f"“{clean(text, limit=60)}” fits {len(found)} entries of the rulebook."
        if found
        else (f"“{clean(text, limit=60)}” is not in the rulebook.")
    )
    some = ", ".join(names[key] for key in (found or list(names))[:4])
    raise UserFacingError(what, do=f"Type more of the name, such as {some}.")


def _fact(desk: Desk, fact_id: int) -> RecordedFact:
    from lerdesk.store import facts

    with desk.store.reading() as unit:
        return facts.get(unit, fact_id)


def confirm_fact(desk: Desk, fact_id: int) -> None:
    """A person takes what was read."""
    from lerdesk.store import facts

    request_id = _fact(desk, fact_id).request_id
    with acting(desk, request_id, "fact.confirm") as act:
        fact = facts.get(act.unit, fact_id)
        if fact.state is FactState.DISMISSED:
            raise Refused(
                "This was dismissed: the document does not say it.",
                "Nothing was changed.",
                "Correct it to bring it back.",
            )
        act.restore = fact_state(fact)
        state = FactState.CONFIRMED if fact.state is FactState.PROPOSED else fact.state
        facts.change(act.unit, replace(fact, state=state, by=act.actor.name, at=act.now))
        act.words = (
            f"Confirmed {label(fact.field).lower()}: {fact_words(desk, fact.field, fact.value)}"
        )
        act.details = {"fact": fact.id, "field": fact.field, "value": fact.value}


def correct_fact(desk: Desk, fact_id: int, words: str) -> None:
    """A person gives another value; what was read stays beside it.

    Raises:
        UserFacingError: the words are no value of this field.
    """
    from lerdesk.store import facts

    old = _fact(desk, fact_id)
    value = field_value(desk, old.field, words)
    with acting(desk, old.request_id, "fact.correct") as act:
        fact = facts.get(act.unit, fact_id)
        act.restore = fact_state(fact)
        same = value == fact.read_value
        kept = fact.state is FactState.ASSIGNED
        state = fact.state if kept else FactState.CONFIRMED if same else FactState.CORRECTED
        facts.change(
            act.unit, replace(fact, value=value, state=state, by=act.actor.name, at=act.now)
        )
        before = fact_words(desk, fact.field, fact.value)
        after = fact_words(desk, fact.field, value)
        act.words = f"Corrected {label(fact.field).lower()}: {after}, before {before}"
        act.details = {"fact": fact.id, "field": fact.field, "value": value, "before": fact.value}


def dismiss_fact(desk: Desk, fact_id: int) -> None:
    """The document does not say this.

    Raises:
        Refused: an account, once the determination is recorded: its customer would go untold.
    """
    from lerdesk.store import facts

    request_id = _fact(desk, fact_id).request_id
    with acting(desk, request_id, "fact.dismiss") as act:
        fact = facts.get(act.unit, fact_id)
        if fact.field == "identifier" and act.case.determination:
            raise Refused(
                "The determination is recorded for the accounts that the order names.",
                "Nothing was changed.",
                "Take the determination back first.",
            )
        act.restore = fact_state(fact)
        facts.change(
            act.unit, replace(fact, state=FactState.DISMISSED, by=act.actor.name, at=act.now)
        )
        act.words = (
            f"Dismissed {label(fact.field).lower()}: {fact_words(desk, fact.field, fact.value)}"
        )
        act.details = {"fact": fact.id, "field": fact.field, "value": fact.value}


def _replaced(
    standing: Sequence[RecordedFact], document_id: int | None, field: str
) -> list[RecordedFact]:
    """The facts in whose place one of a field with one value comes; of several papers only the marked one's."""
    if field in MANY or field in {"nondisclosure", "sealed"}:
        return []
    same = [
        each for each in standing if each.field == field and each.state is not FactState.DISMISSED
    ]
    papers = {each.document_id for each in same}
    if document_id is None:
        return same if len(papers) == 1 else []
    return [each for each in same if each.document_id in {None, document_id}]


def assign_fact(
    desk: Desk,
    request_id: int,
    document_id: int | None,
    field: str,
    words: str,
    evidence: Evidence | None,
) -> None:
    """Words marked on the page (or typed) become a fact; of a field with one value, in the place of what was read.

    What one paper says does not go for what another says; a silence is never replaced, since one that is
    overlooked harms more than one too many.

    Raises:
        UserFacingError: the words are no value of this field.
    """
    from lerdesk.store import facts

    value = field_value(desk, field, words)
    with acting(desk, request_id, "fact.assign") as act:
        before = _replaced(act.case.facts, document_id, field)
        for each in before:
            gone = replace(each, state=FactState.DISMISSED, by=act.actor.name, at=act.now)
            facts.change(act.unit, gone)
        fact = facts.add(
            act.unit,
            request_id=request_id,
            document_id=document_id,
            field=field,
            value=value,
            state=FactState.ASSIGNED,
            evidence=evidence,
            confidence=1.0,
            read_value=None,
            by=act.actor.name,
            at=act.now,
        )
        act.restore = new_fact_state(fact.id, before)
        act.words = f"Assigned {label(field).lower()}: {fact_words(desk, field, value)}"
        act.details = {"fact": fact.id, "field": field, "value": value}


def set_flags(desk: Desk, request_id: int, flags: Flags, reason: str) -> None:
    """What the reviewer found: enterprise tenant, compromised account, safety, consent, suspected fake.

    A finding that the policy gives to a second person holds once that person approved it.

    Raises:
        Refused: illegal use is changed here; that goes through the finding and its approval alone.
    """
    from lerdesk.store import approvals, requests

    reason = clean(reason, keep_lines=True, limit=2000).strip()
    with acting(desk, request_id, "flags") as act:
        before = act.case.request.flags
        if flags.illegal_use != before.illegal_use:
            raise Refused(
                "Illegal use is a finding that a second person approves.",
                "Nothing was changed.",
                "Record the finding with its ground.",
            )
        if not reason:
            raise Refused("A finding needs its reason.", "Nothing was changed.", "Say why.")
        asked = _seconds(desk, before, flags)
        flags = replace(flags, **{FINDINGS[kind]: False for kind in asked})
        requests.set_flags(act.unit, request_id, flags)
        for kind in asked:
            if not any(
                each.kind == kind and each.state == "waiting" for each in act.case.approvals
            ):
                approvals.add(
                    act.unit,
                    request_id=request_id,
                    kind=kind,
                    ground=reason,
                    asked_by=act.actor.name,
                    asked_at=act.now,
                )
        old, new = asdict(before), asdict(flags)
        changed = [name.replace("_", " ") for name in new if new[name] != old[name]]
        words = [f"Changed {', '.join(changed)}"] if changed or not asked else []
        words += [f"Asked a second person: {kind.replace('_', ' ')}" for kind in asked]
        act.words = f"{'; '.join(words) or 'Changed nothing'}: {reason}"
        act.details = {"flags": new, "before": old, "asked": list(asked), "reason": reason}


def _seconds(desk: Desk, before: Flags, flags: Flags) -> tuple[str, ...]:
    """The findings newly made that the policy gives to a second person: they hold once that person approved."""
    return tuple(
        kind
        for kind, flag in FINDINGS.items()
        if kind in desk.rulebook.policy.two_persons
        and kind != "illegal_conduct"
        and getattr(flags, flag)
        and not getattr(before, flag)
    )
