"""The half-year's Information Request Report as PDF."""

from datetime import date
from typing import Any

from lerdesk.domain.letter import Letterhead
from lerdesk.letters.blocks import Align, Run, Table
from lerdesk.letters.words import words_of
from lerdesk.paper.flow import table as set_table
from lerdesk.paper.frame import Pages
from lerdesk.paper.letter import SETTING
from lerdesk.paper.markup import paragraph, plain_paragraph
from lerdesk.paper.sheet import Page, sheet
from lerdesk.paper.style import LATE, QUIET, style
from lerdesk.reports.table import ReportTable, Row, shares
from lerdesk.reports.words import ReportWords, report_words, summary

_ALIGN: tuple[Align, ...] = ("left", "right", "right", "right", "right")
_COLUMNS = (46, 14, 13, 13, 14)  # shares of the measure


def report_pdf(
    table: ReportTable,
    letterhead: Letterhead,
    *,
    made_on: date,
    page: Page = "letter",
    language: str = "en",
    zone: str = "",
    sample: bool = False,
) -> bytes:
    """Set the report: summary, table, chart, definitions, how it was counted. The same input gives the same bytes.

    Args:
        table: the figures.
        letterhead: whose report it is.
        made_on: the day on which it was made.
        page: paper size.
        language: of its words.
        zone: the organisation's zone, by whose calendar requests were counted.
        sample: "Sample" stands in the footer.

    Raises:
        UserFacingError: a character that no face has, named with its place; a logo that is no image.
    """
    words, said = words_of(language), report_words(language)
    places = sheet(page)
    first, last = words.day(table.half_year.first), words.day(table.half_year.last)
    period = said["period"].format(first=first, last=last)
    made = said["made"].format(day=words.day(made_on))
    with SETTING:
        story: list[Any] = [
            plain_paragraph(said["title"], style("title"), bold=True),
            plain_paragraph(period, style("address", ink=QUIET)),
            _space(14),
        ]
        sentences = " ".join(summary(table, letterhead.company, said, first, last))
        story.append(plain_paragraph(sentences, style("body"), where="the summary"))
        story += [
            plain_paragraph(
                said["method"]["broken"].format(words=check.words), style("body", ink=LATE)
            )
            for check in table.checks
            if not check.holds
        ]
        story += _figures(table, said, places.measure)
        story += _chart(table, said)
        story += _notes(said, zone)
        pages = Pages(
            sheet=places,
            letterhead=letterhead,
            words=words,
            title=f"{said['title']} {table.half_year.text}",
            language=language,
            dated=(made_on.year, made_on.month, made_on.day),
            codes=f"{said['title']} {table.half_year.text} · {made}",
            sample=sample,
            later=(letterhead.company, f"{said['title']} {table.half_year.text}"),
        )
        return pages.set(story, places.head + 72)


def _space(points: float) -> Any:  # noqa: ANN401  a Spacer; ReportLab carries no types
    from reportlab.platypus import Spacer

    return Spacer(1, points)


def _figures(table: ReportTable, said: ReportWords, measure: float) -> list[Any]:
    labels = said["table"]

    def figures(row: Row, *, bold: bool = False) -> tuple[tuple[Run, ...], ...]:
        label = Run(_named(row, labels), bold)
        cells = (row.received, row.full, row.partial, row.none)
        return ((label,), *((Run(f"{cell.count:,}", bold),) for cell in cells))

    def apart(name: str, count: int) -> tuple[tuple[Run, ...], ...]:
        return ((Run(labels[name]),), (Run(f"{count:,}"),), (), (), ())

    head = tuple((Run(word),) for word in labels["head"])
    counted = (*(figures(row) for row in table.rows), figures(table.total, bold=True))
    made = set_table(Table(head, counted, _ALIGN), measure, shares=_COLUMNS, total=True)
    others = (
        apart("preservation", table.preservation.count),
        apart("open", table.still_open.count),
    )
    beside = Table(((Run(labels["apart"]),), (), (), (), ()), others, _ALIGN)
    below = set_table(beside, measure, shares=_COLUMNS)
    return [plain_paragraph(labels["heading"], style("heading"), bold=True), made, below]


def _named(row: Row, labels: dict[str, str]) -> str:
    """A row's words, set in where it is part of the row above."""
    return ("\N{NO-BREAK SPACE}" * 3 if row.within else "") + labels[row.key]


def _chart(table: ReportTable, said: ReportWords) -> list[Any]:
    from reportlab.platypus import KeepTogether

    from lerdesk.paper.chart import ShareBars

    words, labels = said["chart"], said["table"]
    rows = tuple(
        (_named(row, labels), shares(row), row.key == "total") for row in (*table.rows, table.total)
    )
    full, partial, none = words["labels"]
    heading = plain_paragraph(words["heading"], style("heading"), bold=True)
    return [KeepTogether([heading, ShareBars(rows, (full, partial, none), words["nothing"])])]


def _notes(said: ReportWords, zone: str) -> list[Any]:
    from reportlab.platypus import KeepTogether

    heading = plain_paragraph(said["definitions"]["heading"], style("heading"), bold=True)
    method = plain_paragraph(said["method"]["heading"], style("heading"), bold=True)
    entries = [
        paragraph((Run(f"{term}. ", bold=True), Run(meaning)), style("item"))
        for term, meaning in said["definitions"]["entries"]
    ]
    text = said["method"]["text" if zone else "text_without_zone"]
    counted = plain_paragraph(
        text.format(zone=zone.rpartition("/")[2].replace("_", " ")), style("item")
    )
    return [KeepTogether([heading, *entries, method, counted])]
