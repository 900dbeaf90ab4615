"""Pages, facts and demands to JSON for a frame, and back with every value checked."""

from collections.abc import Sequence
from datetime import date
from typing import cast

from lerdesk.documents import limits
from lerdesk.documents.frames import BrokenFrame
from lerdesk.documents.reading import demand_json, fact_json
from lerdesk.domain.fact import FIELDS, Box, Evidence, Fact, JsonValue
from lerdesk.intake.proposed import ProposedDemand, ProposedPeriod
from lerdesk.intake.words import PageWords, Word

Meta = dict[str, JsonValue]


def page_to_meta(page: PageWords) -> Meta:
    """A page as flat JSON."""
    return {
        "number": page.number,
        "width": page.width,
        "height": page.height,
        "words": [[w.text, *w.box, w.line, int(w.turned)] for w in page.words],
        "struck": [list(box) for box in page.struck],
        "ink": [list(box) for box in page.ink],
    }


def page_from_meta(untrusted: JsonValue) -> PageWords:
    """A page back from JSON.

    Raises:
        BrokenFrame: it does not have that form.
    """
    try:
        meta = cast("Meta", untrusted)
        words = cast("list[tuple[str, float, float, float, float, int, int]]", meta["words"])
        if len(words) > limits.WORDS_PER_PAGE:
            raise BrokenFrame("too many words")
        return PageWords(
            int(cast("int", meta["number"])),
            float(cast("float", meta["width"])),
            float(cast("float", meta["height"])),
            tuple(
                Word(
                    str(text)[: limits.WORD_CHARS],
                    (float(left), float(top), float(right), float(bottom)),
                    int(line),
                    bool(turned),
                )
                for text, left, top, right, bottom, line, turned in words
            ),
            tuple(_box(each) for each in cast("list[list[object]]", meta["struck"])),
            tuple(_box(each) for each in cast("list[list[object]]", meta["ink"])),
        )
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise BrokenFrame("no page") from error


def facts_to_meta(facts: Sequence[Fact], demands: Sequence[ProposedDemand]) -> Meta:
    """Facts and demands as JSON."""
    return {
        "facts": [fact_json(fact) for fact in facts],
        "demands": [demand_json(demand) for demand in demands],
    }


def facts_from_meta(meta: Meta) -> tuple[tuple[Fact, ...], tuple[ProposedDemand, ...]]:
    """Facts and demands back from JSON.

    Raises:
        BrokenFrame: they do not have that form.
    """
    try:
        facts = tuple(_fact(cast("Meta", each)) for each in cast("list[object]", meta["facts"]))
        demands = tuple(
            _demand(cast("Meta", each)) for each in cast("list[object]", meta["demands"])
        )
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise BrokenFrame("no facts") from error
    return facts, demands


def _fact(meta: Meta) -> Fact:
    field = str(meta["field"])
    if field not in FIELDS:
        raise BrokenFrame("unknown field")
    confidence = min(1.0, max(0.0, float(cast("float", meta["confidence"]))))
    return Fact(field, meta["value"], confidence, _evidence(meta["evidence"]))


def _demand(meta: Meta) -> ProposedDemand:
    categories = tuple(str(each) for each in cast("list[object]", meta["data_category"]))
    period = cast("Meta | None", meta["period"])
    return ProposedDemand(
        number=str(meta["number"]),
        words=str(meta["words"]),
        category=categories[0] if categories else None,
        categories=categories,
        evidence=_evidence(meta["evidence"]),
        identifiers=tuple(str(each) for each in cast("list[object]", meta["identifiers"])),
        period=ProposedPeriod(_date(period["from"]), _date(period["to"]), str(period["words"]))
        if period
        else None,
    )


def _evidence(untrusted: JsonValue) -> Evidence:
    meta = cast("Meta", untrusted)
    boxes = cast("list[list[object]]", meta["boxes"])
    return Evidence(
        int(cast("int", meta["page"])), str(meta["quote"]), tuple(_box(each) for each in boxes)
    )


def _box(values: Sequence[object]) -> Box:
    left, top, right, bottom = (float(cast("float", each)) for each in values)
    return (left, top, right, bottom)


def _date(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None
