"""The Reports place: a half-year's report as a table that could be printed as it is."""

from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lerdesk.base.written import day_words
from lerdesk.desk.inbox import InboxRow
from lerdesk.desk.report_values import ReportTable
from lerdesk.domain.half_year import HalfYear
from lerdesk.ui.reports.behind import Behind
from lerdesk.ui.reports.checks import Checks
from lerdesk.ui.reports.figures import BARS_AT, Figure, FiguresTable
from lerdesk.ui.reports.over_time import OverTime
from lerdesk.ui.shell.place import Command, Context, Place
from lerdesk.ui.widgets import Button, Combo, Menu, PlaceHeader, Scrolled

_LEAST = 560
#: compared beside each other, newest last
_HALF_YEARS = 5

Loaded = tuple[tuple[HalfYear, ...], HalfYear, ReportTable]


class ReportsPlace(Place):
    """Figures, bars, checks; export and print. ``show_target("2026-H1")`` shows that half-year."""

    name = "reports"
    title = "Reports"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self.half_year: HalfYear | None = None
        self.table: ReportTable | None = None
        self.behind: Behind | None = None
        self._focus_wanted = False
        super().__init__(context, parent)
        self._build()

    def _build(self) -> None:
        self.head = PlaceHeader("Information Request Report")
        self.chooser = Combo("Half-year")
        self.chooser.setMinimumWidth(104)
        self.head.add_after_title(self.chooser)
        self.export = Button("Export", opens_list=True)
        self.export.clicked.connect(self._open_exports)
        self.print = Button("Print", hint="Ctrl+P")
        self.print.clicked.connect(self.print_report)
        self.head.add(self.export)
        self.head.add(self.print)
        self.menu = Menu("Export", self)
        self.menu.addAction("PDF, with the chart", self.export_pdf)
        self.menu.addAction("CSV, for other programs", self.export_csv)
        self.figures = FiguresTable()
        self.figures.figure_chosen.connect(self._ask_behind)
        self.checks = Checks()
        self.over_time = OverTime()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.figures)
        below = QHBoxLayout()
        below.setSpacing(0)
        self.checks.setFixedWidth(BARS_AT)
        below.addWidget(self.checks, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.over_time, 1)
        column.addLayout(below)
        column.addStretch(1)
        inside.hide()
        self._inside = inside
        self.setMinimumWidth(_LEAST)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(Scrolled(inside), 1)
        self.chooser.currentIndexChanged.connect(self._on_chosen)
        for keys, run in (
            ("Ctrl+S", self.export_pdf),
            ("Ctrl+E", self.export_pdf),
            ("Ctrl+P", self.print_report),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    # figures

    def _load(self) -> None:
        desk, wanted = self.context.desk, self.half_year

        def work() -> Loaded:
            from lerdesk.desk import reports

            there = reports.half_years(desk)
            shown = wanted if wanted is not None else there[0]
            if shown not in there:
                there = tuple(sorted({*there, shown}, reverse=True))
            return there, shown, reports.table(desk, shown)

        self.context.jobs.work(work, self, self._on_table, latest="table")

    def _on_table(self, told: Loaded) -> None:
        there, shown, table = told
        had = self.focusWidget()
        inside = isinstance(had, Figure) or self._focus_wanted
        self._focus_wanted = False
        self.half_year, self.table = shown, table
        with QSignalBlocker(self.chooser):
            self.chooser.clear()
            for each in there:
                self.chooser.addItem(each.text, each)
            self.chooser.setCurrentIndex(there.index(shown))
        self.chooser.updateGeometry()
        drafted = day_words(self.context.clock.now().astimezone().date())
        period = f"{_long(shown.first)} to {_long(shown.last)} {shown.year}"
        self.head.set_title("Information Request Report", f"{period} · as of {drafted}")
        self.figures.show_table(table)
        self.checks.show_checks(table.checks)
        self._inside.show()
        self._compare(there)
        if inside and self.figures.figures:
            self.figures.figures[0].setFocus()

    def _compare(self, there: tuple[HalfYear, ...]) -> None:
        """Count the half-years beside the one that is shown, after it: nobody waits for them."""
        desk, shown, table = self.context.desk, self.half_year, self.table
        if shown is None or table is None or len(there) < 2:
            self.over_time.hide()
            return

        def work() -> tuple[tuple[str, int], ...]:
            from lerdesk.desk import reports

            return tuple(
                (
                    each.text,
                    (table if each == shown else reports.table(desk, each)).total.received.count,
                )
                for each in sorted(there)[-_HALF_YEARS:]
            )

        def done(counts: tuple[tuple[str, int], ...]) -> None:
            self.over_time.show_counts(counts, shown.text)

        self.context.jobs.work(work, self, done, latest="compare")

    def _on_chosen(self, index: int) -> None:
        chosen = self.chooser.itemData(index)
        if isinstance(chosen, HalfYear):
            self.half_year = chosen
            self._load()

    # the requests behind a figure

    def _ask_behind(self, figure: Figure) -> None:
        desk, references = self.context.desk, figure.cell.references

        def work() -> tuple[InboxRow, ...]:
            from lerdesk.desk import inbox
            from lerdesk.desk.lookup import by_reference

            return inbox.rows(desk, tuple(by_reference(desk, each) for each in references))

        self.context.jobs.store(work, self, partial(self._show_behind, figure), latest="behind")

    def _show_behind(self, figure: Figure, rows: tuple[InboxRow, ...]) -> None:
        if not figure.isVisible():
            return
        self.behind = Behind(figure.name, rows, self._open_request, self)
        self.behind.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        corner = figure.mapToGlobal(figure.rect().topLeft())
        at = QRectF(corner.x(), corner.y(), figure.width(), figure.height())
        self.behind.show_below(at, self.window())
        self.behind.list.setFocus()

    def _open_request(self, request_id: int) -> None:
        self.context.go("review", request_id)

    # papers

    def _open_exports(self) -> None:
        self.menu.popup(self.export.mapToGlobal(self.export.rect().bottomLeft()))

    def _pdf(self) -> bytes:
        from lerdesk.desk import reports

        return reports.pdf(self.context.desk, self._shown())

    def _csv(self) -> bytes:
        from lerdesk.desk import reports

        return reports.csv(self.context.desk, self._shown()).encode()

    def _shown(self) -> HalfYear:
        return self.half_year or HalfYear.of(self.context.clock.now().date())

    def _name(self) -> str:
        return f"report-{self._shown().text}"

    def export_pdf(self) -> None:
        """Export the report as PDF."""
        from lerdesk.ui.printing import ask_and_export

        name = f"{self._name()}.pdf"
        ask_and_export(self, self.context, "Export the report", name, self._pdf)

    def export_csv(self) -> None:
        """Export the figures as CSV."""
        from lerdesk.ui.printing import ask_and_export

        name = f"{self._name()}.csv"
        ask_and_export(self, self.context, "Export the figures", name, self._csv)

    def print_report(self) -> None:
        """Print the report."""
        from lerdesk.ui.printing import ask_and_print

        ask_and_print(self, self.context, self._name(), self._pdf)

    # the contract

    def show_target(self, target: str) -> None:
        """Show this half-year: "2026-H1"."""
        self.half_year = HalfYear.parse(target)
        self._load()

    def refresh(self, changed: frozenset[int]) -> None:
        """Count anew."""
        del changed
        if self.isVisible():
            self._load()
        else:
            self.table = None

    def focus_first(self) -> None:
        """The first figure, else the half-year."""
        if self.table is None:
            self._focus_wanted = True
            self._load()
        figures = self.figures.figures
        (figures[0] if figures else self.chooser).setFocus()

    def state(self) -> dict[str, object]:
        """Which half-year is shown."""
        return {"half_year": self.half_year.text if self.half_year is not None else None}

    def restore(self, state: dict[str, object]) -> None:
        """Show it again."""
        shown = state.get("half_year")
        if isinstance(shown, str):
            self.show_target(shown)

    def commands(self) -> list[Command]:
        """What can be done with the report."""
        return [
            Command("Export the report as PDF", "Ctrl+S", self.export_pdf, "export"),
            Command("Export the figures as CSV", "", self.export_csv, "export"),
            Command("Print the report", "Ctrl+P", self.print_report, "print"),
        ]


def _long(day: date) -> str:
    return f"{day.day} {day:%B}"
