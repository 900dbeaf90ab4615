"""The pages with their toolbar, find bar and thumbnails: what a place puts on its left."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lerdesk.ui.guard import guarded
from lerdesk.ui.jobs import JobRunner
from lerdesk.ui.pages.feed import PageFeed
from lerdesk.ui.pages.find import Finder
from lerdesk.ui.pages.thumbnails import Thumbnails
from lerdesk.ui.pages.toolbar import FindBar, PageToolbar
from lerdesk.ui.pages.values import Mark, PageSource, Paper
from lerdesk.ui.pages.view import PageView
from lerdesk.ui.widgets import with_scroll_bars

#: height of the pane below which the thumbnails are hidden
SHORT = 620


class _OwnWindow(QWidget):
    """Holds the pane while it is on another screen."""

    closed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.resize(860, 1000)

    @guarded()
    def closeEvent(self, event: QCloseEvent) -> None:
        """The pane goes back."""
        self.closed.emit()
        event.accept()


class PagePane(QWidget):
    """Pages of one or several documents, each opened by a ``PageSource``.

    Signals:
        own_window_asked: the toolbar's last button.
        whole_asked: F11: the page takes the whole window, or gives it back.
        page_changed: paper and page at the top.
    """

    own_window_asked = Signal()
    whole_asked = Signal()
    page_changed = Signal(int, int)

    def __init__(
        self, jobs: JobRunner, parent: QWidget | None = None, *, strip: bool = True
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._feed: PageFeed | None = None
        self._papers: tuple[Paper, ...] = ()
        self._starts: tuple[tuple[int, int, str], ...] = ()
        self._strip_wanted = strip
        self.toolbar = PageToolbar()
        self.find_bar = FindBar()
        self.find_bar.hide()
        self.view = PageView()
        with_scroll_bars(self.view)
        self.view.verticalScrollBar().setSingleStep(48)
        self.thumbnails = Thumbnails()
        self.finder = Finder(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.toolbar, self.find_bar):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        column.addWidget(self.thumbnails)
        self._connect()
        for keys, run in (
            ("Ctrl+F", self.open_find),
            ("F11", self.whole_asked.emit),
            ("Ctrl++", lambda: self.view.zoom_by(1)),
            ("Ctrl+=", lambda: self.view.zoom_by(1)),
            ("Ctrl+-", lambda: self.view.zoom_by(-1)),
            ("Ctrl+0", self.view.fit),
        ):
            self._shortcut(keys, run)

    def _shortcut(self, keys: str, run: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(run)

    def _connect(self) -> None:
        bar, view = self.toolbar, self.view
        bar.back.clicked.connect(lambda: view.step_page(-1))
        bar.forward.clicked.connect(lambda: view.step_page(1))
        bar.smaller.clicked.connect(lambda: view.zoom_by(-1))
        bar.larger.clicked.connect(lambda: view.zoom_by(1))
        bar.fit.clicked.connect(view.fit)
        bar.rotate.clicked.connect(view.rotate)
        bar.find_button.clicked.connect(self._toggle_find)
        bar.own_window.clicked.connect(self.own_window_asked)
        bar.page_asked.connect(self._go_to_place)
        bar.document_asked.connect(view.go_to)
        view.page_changed.connect(self._on_page)
        view.zoom_changed.connect(lambda percent, fitted: bar.set_zoom(percent, fitted=fitted))
        self.thumbnails.chosen.connect(view.go_to)
        self.find_bar.sought.connect(self._seek)
        self.find_bar.stepped.connect(lambda step: self.finder.step(step, view.here))
        self.find_bar.left.connect(self.close_find)
        self.finder.changed.connect(self._on_found)

    @property
    def papers(self) -> tuple[Paper, ...]:
        """What is shown."""
        return self._papers

    def show_papers(
        self,
        papers: tuple[Paper, ...],
        source: PageSource,
        starts: tuple[tuple[int, int, str], ...] = (),
    ) -> None:
        """Show these documents.

        Args:
            papers: in the order of the column.
            source: where their pages come from; closed with the pane.
            starts: paper, page and title of what begins where (an attachment, an order on silence); each paper's
                own first page where none is named.
        """
        self.close_source()
        self._papers = papers
        self._feed = PageFeed(source, self._jobs, self)
        self._starts = starts or tuple((paper.key, 1, paper.title) for paper in papers)
        self.toolbar.set_documents(self._starts)
        self.view.set_papers(papers, self._feed)
        groups = frozenset((paper, page) for paper, page, _ in self._starts)
        self.thumbnails.set_pages(self.view.pages, self._feed, groups)
        self.finder.set_pages(self.view.pages, self._feed)
        self._place_strip()

    def set_starts(self, starts: tuple[tuple[int, int, str], ...]) -> None:
        """Other beginnings, after a fact changed."""
        self._starts = starts or tuple((paper.key, 1, paper.title) for paper in self._papers)
        self.toolbar.set_documents(self._starts)
        self.thumbnails.set_starts(frozenset((paper, page) for paper, page, _ in self._starts))
        self._on_page(*self.view.here)

    def close_source(self) -> None:
        """Cancel what waits and let the reader's process go."""
        if self._feed is not None:
            self._feed.close()
            self._feed = None

    def _order(self) -> list[tuple[int, int]]:
        return [(paper, page) for paper, page, _, _ in self.view.pages]

    def _on_page(self, paper: int, page: int) -> None:
        order = self._order()
        if (paper, page) not in order:
            return
        place = order.index((paper, page))
        title = ""
        for start_paper, start_page, words in self._starts:
            if (start_paper, start_page) in order[: place + 1]:
                title = words
        self.toolbar.set_here(place + 1, len(order), title)
        self.thumbnails.set_here(paper, page)
        self.page_changed.emit(paper, page)

    def _go_to_place(self, place: int) -> None:
        order = self._order()
        if order:
            self.view.go_to(*order[min(max(place, 1), len(order)) - 1])
            self.view.setFocus()

    # finding

    def _toggle_find(self) -> None:
        if self.find_bar.isVisible():
            self.close_find()
        else:
            self.open_find()

    def open_find(self) -> None:
        """Open the find bar; words that are selected are sought."""
        chosen = self.view.selection
        self.find_bar.show()
        self.toolbar.find_button.setChecked(True)
        if chosen is not None and len(chosen.words) < 80:
            self.find_bar.field.setText(chosen.words)
        self.find_bar.field.setFocus()
        self.find_bar.field.selectAll()
        self._seek(self.find_bar.field.text())

    def close_find(self) -> None:
        """Close it; the current find stays selected, so that it can be assigned or stretched."""
        current = self.finder.current
        self.find_bar.hide()
        self.toolbar.find_button.setChecked(False)
        self.finder.seek("")
        if current is not None:
            self.view.select(*current)
        self.view.setFocus()

    def _seek(self, sought: str) -> None:
        self.finder.seek(sought)

    def _on_found(self) -> None:
        finder = self.finder
        self.view.set_finds(finder.marks())
        if finder.current is None and finder.count:
            finder.step(1, self.view.here)
            return
        self.find_bar.tell(finder.place, finder.count, finder.waiting)
        current = finder.current
        if current is not None and self.find_bar.isVisible():
            self.view.select(*current)
            chosen = self.view.selection
            if chosen is not None:
                self.view.show_mark(Mark("find", chosen.paper, chosen.page, chosen.boxes))

    # its own window, short windows

    def own_window(self, title: str) -> QWidget:
        """Move into a window of its own; ``closed`` tells when a person closes that."""
        window = _OwnWindow(title)
        layout = window.layout()
        if layout is not None:
            layout.addWidget(self)
        window.show()
        self.show()
        return window

    def _place_strip(self) -> None:
        room = self.height() >= SHORT
        self.thumbnails.setVisible(self._strip_wanted and room and len(self.view.pages) > 1)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """A short window has no thumbnails."""
        super().resizeEvent(event)
        self._place_strip()
