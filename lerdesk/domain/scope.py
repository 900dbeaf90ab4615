"""Scope: the matrix cell of each demand and what is proposed for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lerdesk.domain.case_facts import CaseFacts, CaseItem
from lerdesk.domain.checklist import Finding
from lerdesk.domain.matrix_rules import MatrixCell
from lerdesk.domain.overbreadth import OPEN_PERIOD, Demanded, shown
from lerdesk.domain.rules import DataCategory, Rulebook
from lerdesk.domain.vocabulary import (
    Answer,
    Cell,
    DataClass,
    Proposal,
    Standing,
    least_sure,
)

_PROPOSED = {
    Cell.YES: Proposal.PRODUCE,
    Cell.NO: Proposal.BLOCK,
    Cell.LAWYER: Proposal.ESCALATE,
}


@dataclass(frozen=True)
class ItemAnswer:
    """What is proposed for one demand, with its rule.

    Attributes:
        status: how well what it rests on is established.
        factors: ids of the tests of overbreadth that the words and facts show; they change nothing, but that
            a demand for everyone somewhere is a lawyer's question.
    """

    id: str
    category: str
    data_class: DataClass | None
    proposal: Proposal
    rule: str
    citation: str
    reason: str
    status: Standing
    factors: tuple[str, ...] = ()


def in_union(rules: Rulebook, entity_in: str) -> bool:
    """Whether the entity sits in a Member State bound by Regulation (EU) 2023/1543."""
    return entity_in == "EU" or entity_in in rules.places.eu_bound


def cell_for_class(
    rules: Rulebook, process_id: str, data_class: DataClass, entity_in: str = "US"
) -> MatrixCell:
    """The matrix cell of a class of data; an unknown process is a lawyer's question."""
    matrix = rules.matrix
    if process_id not in matrix.cells:
        return matrix.unknown
    if process_id in matrix.eu_by_class and in_union(rules, entity_in):
        return matrix.eu_by_class[process_id][data_class]
    cell = matrix.cells[process_id][data_class]
    country = matrix.abroad.get(process_id)
    if (
        country is not None
        and entity_in != "US"
        and country in {"*", entity_in}
        and data_class in matrix.abroad_classes[process_id]
    ):
        return matrix.abroad_cell
    return cell


def cell_for_category(
    rules: Rulebook, category: DataCategory, facts: CaseFacts
) -> MatrixCell | None:
    """The cell of a category in a case, with what the notes change; ``None``: it is never produced."""
    if category.data_class is None:
        return None
    matrix, process_id = rules.matrix, facts.process
    eu_cells = matrix.eu_cells.get(process_id)
    if eu_cells is not None and in_union(rules, facts.entity_in):
        cell = cell_for_class(rules, process_id, category.data_class, facts.entity_in)
        if category.eu_class is not None:
            cell = eu_cells[category.eu_class]
        if category.id in matrix.eu_lawyer[process_id] and cell.cell is Cell.YES:
            return MatrixCell(
                Cell.LAWYER,
                category.id,
                f"{category.name} is a lawyer's question.",
                cell.citation,
                cell.status,
            )
        return cell
    for exception in matrix.exceptions:
        if process_id not in exception.processes or category.id not in exception.categories:
            continue
        if exception.state and facts.state != exception.state:
            continue
        if facts.answers.get(exception.unless) in {Answer.NO, Answer.NA}:
            continue
        return MatrixCell(
            exception.cell, exception.id, exception.reason, exception.citation, exception.status
        )
    cell = cell_for_class(rules, process_id, category.data_class, facts.entity_in)
    if cell.cell is Cell.YES and _a_lawyers(rules, category, facts):
        return MatrixCell(
            Cell.LAWYER,
            category.id,
            f"{category.name}: a lawyer decides under this process.",
            category.citation,
            category.status,
        )
    return cell


def _a_lawyers(rules: Rulebook, category: DataCategory, facts: CaseFacts) -> bool:
    columns = {rules.processes[facts.process].column}
    of_state = rules.state_columns.get(facts.state or "")
    if of_state and "us" in columns:
        columns.add(of_state)
    return any(
        column in category.escalate and facts.process not in category.escalate[column]
        for column in columns
    )


def propose_item(
    rules: Rulebook, facts: CaseFacts, item: CaseItem, found: Sequence[Finding]
) -> ItemAnswer:
    """What is proposed for one demand, whatever the determination says of the whole."""
    category = rules.categories[item.category]
    factors = shown(rules, demanded(rules, facts, item))
    proposal, rule, citation, reason, status = _proposed(rules, facts, item, category, found)
    everyone = next((one.factor for one in factors if one.factor.blocks), None)
    if everyone is not None and proposal in {Proposal.PRODUCE, Proposal.NARROW}:
        # the words are a hint alone and refuse nothing, but nothing is produced before a lawyer saw it
        proposal, rule, status = Proposal.ESCALATE, everyone.id, everyone.status
        citation, reason = everyone.citation, f"{everyone.name}: a lawyer decides."
    return ItemAnswer(
        id=item.id,
        category=item.category,
        data_class=category.data_class,
        proposal=proposal,
        rule=rule,
        citation=citation,
        reason=reason,
        status=status,
        factors=tuple(one.factor.id for one in factors),
    )


def _proposed(
    rules: Rulebook,
    facts: CaseFacts,
    item: CaseItem,
    category: DataCategory,
    found: Sequence[Finding],
) -> tuple[Proposal, str, str, str, Standing]:
    cell = cell_for_category(rules, category, facts)
    if cell is None or category.data_class is None:
        never = f"{category.name} is never produced."
        return Proposal.BLOCK, category.id, category.citation, never, category.status
    if not item.identified:
        question = rules.identifies
        return (
            Proposal.BLOCK,
            question.id,
            question.citation,
            "No account is identified; blocked until that is cured.",
            question.status,
        )
    stopped = [one for one in found if _stops(one, category)]
    for one in stopped:
        if one.failed and one.blocks and not one.question.stops.excess:
            # an item's reason may go into a letter, which has the rulebook's own sentence for it
            words = one.question.letter or one.reason
            question = one.question
            return Proposal.BLOCK, question.id, question.citation, words, question.status
    if cell.cell is not Cell.YES:
        return _PROPOSED[cell.cell], cell.rule, cell.citation, cell.reason, cell.status
    for one in stopped:
        if one.blocks:
            question = one.question
            return (
                Proposal.ESCALATE,
                question.id,
                question.citation,
                one.reason,
                question.status,
            )
    if item.start is None and category.data_class in OPEN_PERIOD:
        limit = rules.open_period
        status = least_sure(cell.status, limit.status)
        if category.data_class is DataClass.CONTENT:
            reason = "No first day is stated for content; a lawyer decides."
            return Proposal.ESCALATE, limit.id, limit.citation, reason, status
        reason = "No first day is stated; a period is to be agreed."
        return Proposal.NARROW, limit.id, limit.citation, reason, status
    # what is produced is no surer than the class that the category is put into
    status = least_sure(cell.status, category.status)
    return Proposal.PRODUCE, cell.rule, cell.citation, cell.reason, status


def _stops(finding: Finding, category: DataCategory) -> bool:
    stops = finding.question.stops
    return (
        stops.excess
        or category.data_class in stops.classes
        or category.id in stops.categories
        or (category.eu_class is not None and category.eu_class in stops.eu_classes)
    )


def demanded(rules: Rulebook, facts: CaseFacts, item: CaseItem) -> Demanded:
    """One demand as the tests of overbreadth see it."""
    category = rules.categories[item.category]
    cell = cell_for_category(rules, category, facts)
    return Demanded(
        category=category,
        words=item.words,
        start=item.start,
        end=item.end,
        accounts=item.accounts,
        identified=item.identified,
        received_on=None if facts.received_at is None else facts.received_at.date(),
        return_on=facts.return_on,
        reached=cell is not None and cell.cell is not Cell.NO,
        expressive=category.id in rules.flags["expressive"].categories,
        subpoenas=facts.subpoenas,
    )


def narrowing_offer(rules: Rulebook, fields: Mapping[str, str]) -> str:
    """The offer's text; a field that is not given stays visible in its marks.

    Args:
        rules: the rulebook.
        fields: ``identifier``, ``period``, ``categories``, ``process``, ``receipt date``,
            ``production date``, ``motion date``.
    """
    text = rules.policy.narrowing_offer
    for name, value in fields.items():
        text = text.replace(f"‹{name}›", value)
    return text


def highest_proposals(items: Iterable[ItemAnswer]) -> frozenset[DataClass]:
    """Classes among the items that may still be produced."""
    return frozenset(
        item.data_class
        for item in items
        if item.data_class is not None and item.proposal is not Proposal.BLOCK
    )
