"""Where on the pages each fact, question and demand stands: marks, and which documents begin where."""

from lerdesk.desk.review import RequestView
from lerdesk.domain.fact import Box, Evidence
from lerdesk.domain.request import FactState
from lerdesk.ui.pages.values import Mark, Paper

KINDS = {"facts": "fact", "validity": "question", "scope": "demand"}


def papers_of(view: RequestView) -> tuple[Paper, ...]:
    """The served documents, as the page view takes them."""
    return tuple(
        Paper(document.id, document.name, document.page_sizes, document.error)
        for document in view.documents
    )


def place_name(question: str, number: int) -> str:
    """The mark of a question's first, second … place."""
    return f"question:{question}:{number}" if number else f"question:{question}"


def marks_of(view: RequestView) -> tuple[Mark, ...]:
    """A mark for each place that shows a fact, a question's answer or a demand."""
    first = view.documents[0].id if view.documents else 0
    marks: list[Mark] = []

    def add(name: str, document: int | None, evidence: Evidence | None, words: str) -> None:
        if evidence is not None:
            marks.append(Mark(name, document or first, evidence.page, evidence.boxes, words))

    for fact in view.facts:
        if fact.fact.state is not FactState.DISMISSED:
            add(f"fact:{fact.fact.id}", fact.fact.document_id, fact.fact.evidence, fact.label)
    for question in view.questions:
        for number, place in enumerate(question.evidence):
            add(
                place_name(question.id, number),
                place.document_id,
                place.evidence,
                question.question,
            )
    for demand in view.demands:
        add(
            f"demand:{demand.demand.number}",
            demand.demand.document_id,
            demand.demand.evidence,
            f"Item {demand.demand.number}",
        )
    return tuple(marks)


def quiet_marks(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Those that are always shown: facts and demands; a place that two share is marked once."""
    seen: set[tuple[int, int, tuple[Box, ...]]] = set()
    kept: list[Mark] = []
    for mark in marks:
        place = (mark.paper, mark.page, mark.boxes)
        if not mark.id.startswith("question:") and place not in seen:
            seen.add(place)
            kept.append(mark)
    return tuple(kept)


def counterpart(clicked: Mark, marks: tuple[Mark, ...], tab: str) -> Mark:
    """What a click on a mark means on this tab: what the tab shows of the same place, else the mark itself."""
    wanted = KINDS.get(tab, "")
    if clicked.id.startswith(f"{wanted}:"):
        return clicked
    for mark in marks:
        if (
            mark.id.startswith(f"{wanted}:")
            and (mark.paper, mark.page) == (clicked.paper, clicked.page)
            and any(_touch(a, b) for a in mark.boxes for b in clicked.boxes)
        ):
            return mark
    return clicked


def starts_of(view: RequestView) -> tuple[tuple[int, int, str], ...]:
    """Paper, page and title of each beginning: every document, and every instrument found further on in one."""
    named: dict[tuple[int, int], str] = {}
    first = view.documents[0].id if view.documents else 0
    for fact in view.facts:
        evidence = fact.fact.evidence
        stands = fact.fact.state is not FactState.DISMISSED
        if stands and fact.fact.field == "process_type" and evidence is not None:
            named.setdefault((fact.fact.document_id or first, evidence.page), fact.words)
    starts: list[tuple[int, int, str]] = []
    for document in view.documents:
        if not document.page_sizes:
            continue
        own = {page: words for (paper, page), words in named.items() if paper == document.id}
        earliest = min(own, default=0)
        title = own.get(earliest, document.name) if earliest <= 2 and own else document.name
        starts.append((document.id, 1, title))
        starts += [
            (document.id, page, words)
            for page, words in sorted(own.items())
            if page > 1 and words != title
        ]
    return tuple(starts)


def _touch(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
