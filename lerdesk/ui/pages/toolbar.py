"""The toolbar above the pages, and the find bar that opens below it."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QIntValidator, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lerdesk.ui.guard import guarded
from lerdesk.ui.theme import fonts, metrics
from lerdesk.ui.widgets import (
    Button,
    Field,
    IconButton,
    Label,
    Line,
    Menu,
    SearchField,
    paint,
    painting,
)
from lerdesk.ui.widgets.tips import tip


class PageToolbar(QWidget):
    """Document, page, zoom, fit, rotate, find, own window. A narrow pane drops arrows and percentage first."""

    page_asked = Signal(int)
    document_asked = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(metrics.TOOLBAR)
        self.document = Button("", flat=True, icon="document", opens_list=True)
        self.document.setAccessibleName("Document")
        self.document.clicked.connect(self._open_menu)
        self._menu = Menu("Documents", self)
        self.back = IconButton("page_up", "Previous page")
        self.forward = IconButton("page_down", "Next page")
        self.page = Field("Page", text="1")
        self.page.setFixedWidth(36)
        self.page.setTextMargins(0, 0, 0, 0)
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page.setValidator(QIntValidator(1, 99999, self.page))
        self.page.returnPressed.connect(self._on_page)
        self.of = Label("of 1", quiet=True)
        self.smaller = IconButton("zoom_out", "Smaller", keys="Ctrl+−")
        self.percent = Label("100 %")
        self.percent.setFixedWidth(44)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.larger = IconButton("zoom_in", "Larger", keys="Ctrl++")
        self.fit = IconButton("fit", "Fit the page", keys="Ctrl+0")
        self.fit.setCheckable(True)
        self.fit.setChecked(True)
        self.rotate = IconButton("rotate", "Turn the page")
        self.find_button = IconButton("search", "Find in the document", keys="Ctrl+F")
        self.find_button.setCheckable(True)
        self.own_window = IconButton("own_window", "Show in a window of its own")
        self._lines = [Line(Qt.Orientation.Vertical, length=20) for _ in range(2)]
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.S2, 0, metrics.S2, 0)
        row.setSpacing(metrics.S1)
        for widget in (self.document, self._lines[0], self.back, self.page, self.of, self.forward):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.smaller, self.percent, self.larger, self.fit, self.rotate):
            row.addWidget(widget)
        for widget in (self._lines[1], self.find_button, self.own_window):
            row.addWidget(widget)
        self._documents: tuple[tuple[int, int, str], ...] = ()
        self._title = ""

    def set_documents(self, documents: tuple[tuple[int, int, str], ...]) -> None:
        """What the chooser offers: paper, page and title of each beginning."""
        self._documents = documents
        self.document.setVisible(bool(documents))
        self._lines[0].setVisible(bool(documents))

    def set_here(self, place: int, count: int, title: str) -> None:
        """The page that is shown, of how many, and its document."""
        if not self.page.hasFocus():
            self.page.setText(str(place))
        self.of.setText(f"of {count}")
        self._title = title
        self._show_title()
        self.document.setAccessibleName(f"Document: {title}")
        self.document.setToolTip(tip(title))
        self.document.updateGeometry()

    def _show_title(self) -> None:
        """The document's title, cut to the room that the rest leaves."""
        rest = sum(
            min(widget.sizeHint().width(), widget.maximumWidth()) + metrics.S1
            for widget in self.findChildren(
                QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
            )
            if widget is not self.document and not widget.isHidden()
        )
        room = min(240, self.width() - rest - 2 * metrics.S2 - 84)
        self.document.setText(fonts.elided(self._title, max(room, 0)) if room > 30 else "")
        self.document.updateGeometry()

    def set_zoom(self, percent: int, *, fitted: bool) -> None:
        """The zoom, and whether it follows the pane."""
        self.percent.setText(f"{percent} %")
        self.fit.setChecked(fitted)

    def _open_menu(self) -> None:
        self._menu.clear()
        for paper, page, title in self._documents:
            action = self._menu.addAction(title.replace("&", "&&"))
            action.triggered.connect(
                lambda _=False, paper=paper, page=page: self.document_asked.emit(paper, page)
            )
        self._menu.popup(self.document.mapToGlobal(self.document.rect().bottomLeft()))

    def _on_page(self) -> None:
        if self.page.text():
            self.page_asked.emit(int(self.page.text()))

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrows and percentage go first, then own window."""
        super().resizeEvent(event)
        wide = self.width() >= 500
        for widget in (self.back, self.forward, self.percent):
            widget.setVisible(wide)
        self.own_window.setVisible(self.width() >= 440)
        self.rotate.setVisible(self.width() >= 360)
        self._show_title()

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        """A line below."""
        del event
        with painting(self) as painter:
            below = self.height() - 1
            paint.line(painter, QPointF(0, below), QPointF(self.width(), below))


class FindBar(QWidget):
    """Words to find, how many there are, next and previous.

    Signals:
        sought: the words.
        stepped: 1 or -1.
        left: Escape.
    """

    sought = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(metrics.TOOLBAR)
        self.field = SearchField("Find in the document", placeholder="Find in the document")
        self.field.textChanged.connect(self.sought)
        self.field.returnPressed.connect(lambda: self.stepped.emit(1))
        self.field.stepped.connect(self.stepped.emit)
        self.field.left.connect(self.left)
        self.told = Label("", quiet=True)
        back = IconButton("page_up", "Previous find")
        back.clicked.connect(lambda: self.stepped.emit(-1))
        forward = IconButton("page_down", "Next find", keys="Enter")
        forward.clicked.connect(lambda: self.stepped.emit(1))
        close = IconButton("close", "Close", keys="Esc")
        close.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(metrics.EDGE, 0, metrics.S2, 0)
        row.setSpacing(metrics.S1)
        row.addWidget(self.field, 1)
        row.addSpacing(metrics.S2)
        row.addWidget(self.told)
        for widget in (back, forward, close):
            row.addWidget(widget)

    def tell(self, place: int, count: int, waiting: int) -> None:
        """How many there are, and how many pages are still to be looked into."""
        if not self.field.text().strip():
            words = ""
        elif count:
            words = f"{place or 1} of {count}"
        else:
            words = "" if waiting else "Not found"
        if waiting and self.field.text().strip():
            words = f"{words}, {waiting} pages to read".removeprefix(", ")
        self.told.setText(words)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        """A line below."""
        del event
        with painting(self) as painter:
            below = self.height() - 1
            paint.line(painter, QPointF(0, below), QPointF(self.width(), below))
